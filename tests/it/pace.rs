//! How much work a study takes, told beforehand, and into how many tasks it is divided by that.

use std::sync::atomic::{AtomicU64, Ordering};

use reachsim::model::Model;
use reachsim::run::fleet::pace::{MOST, is_worth, measured, tasks};
use reachsim::study::optimise::{self, Direction, Problem};
use reachsim::study::solve::Range;
use reachsim::study::voi::{self, Decision};
use reachsim::study::{Of, Statistic};
use reachsim::watch::Watch;

use crate::support::{lowered, plan};

#[test]
fn tasks_take_thirty_to_sixty_seconds_where_they_can() {
    for tenths in 300..30_000 {
        let seconds = f64::from(tenths) / 10.0;
        let each = seconds / tasks(seconds, u64::MAX, 1) as f64;
        assert!((30.0..=60.0).contains(&each), "{seconds} s in tasks of {each} s");
    }
    assert_eq!(tasks(29.0, 1_000, 1), 1);
    assert_eq!(tasks(320.0, 1_000, 1), 8);
}

#[test]
fn no_task_has_less_than_a_block_and_no_known_worker_stands_idle() {
    assert_eq!(tasks(4_000.0, 7, 1), 7);
    assert_eq!(tasks(10.0, 1_000, 4), 4);
    assert_eq!(tasks(10.0, 3, 4), 3);
    assert_eq!(tasks(0.0, 0, 4), 1, "and there is one task of nothing");
    assert_eq!(tasks(1e30, u64::MAX, 1), MOST);
}

#[test]
fn what_takes_less_than_a_round_costs_is_done_here() {
    assert!(!is_worth(1.9, 2.0, Some(8)) && is_worth(2.0, 2.0, Some(8)));
    assert!(!is_worth(29.0, 2.0, None) && is_worth(30.0, 2.0, None));
}

#[test]
fn only_the_first_parts_are_tried() {
    let tried = std::sync::Mutex::new(Vec::new());
    measured(3..100, |parts| tried.lock().expect("one thread").push(parts));
    assert_eq!(*tried.lock().expect("one thread"), [3..4, 3..7]);
    let tried = std::sync::Mutex::new(Vec::new());
    let seconds = measured(0..1, |parts| tried.lock().expect("one thread").push(parts));
    assert!(seconds >= 0.0 && tried.lock().expect("one thread").iter().all(|part| *part == (0..1)));
}

/// Counts what is announced, what is done, and what was done before or need not be done.
#[derive(Default)]
struct Counter([AtomicU64; 3]);

impl Watch for Counter {
    fn announce(&self, steps: u64) {
        self.0[0].fetch_add(steps, Ordering::Relaxed);
    }

    fn done(&self, steps: u64) {
        self.0[1].fetch_add(steps, Ordering::Relaxed);
    }

    fn resumed(&self, steps: u64) {
        self.0[2].fetch_add(steps, Ordering::Relaxed);
    }

    fn stopped(&self) -> bool {
        false
    }
}

impl Counter {
    fn counts(&self) -> [u64; 3] {
        [0, 1, 2].map(|what| self.0[what].load(Ordering::Relaxed))
    }
}

const FORMULA: &str = "title = \"t\"\n[input.a]\nvalue = \"0..1\"\n[input.b]\nvalue = \"1 to \
                       3\"\n[metric.y]\nformula = \"b - 2 * a\"\n";
const PAGE: &str = "title = \"t\"\nsimulation.weeks = 4\nmarket.people = \"2M\"\n\
                    community.page = { platform = \"facebook\", followers = \"40k\", \
                    questions.per_day = \"5 to 12\" }\n";

/// A page has luck, so that each of its decisions is run once more without it.
#[test]
fn knowing_takes_as_many_futures_as_it_says_beforehand() {
    for (text, metric, runs) in [(FORMULA, "y", 1), (PAGE, "questions", 2)] {
        let lowered = lowered(text, &[]);
        let column = lowered.model.column(metric).expect("a metric");
        let decisions = [Decision::Take(&lowered.model, column), Decision::Leave];
        let (plan, counter) = (plan(&lowered, 2_000), Counter::default());
        voi::learn(&decisions, plan, &counter).expect("defined everywhere");
        let all = voi::futures(&decisions, plan);
        assert_eq!(all, runs * 2_000);
        assert_eq!(counter.counts(), [all, all, 0], "{metric}");
    }
}

/// What a search that ends sooner leaves undone is taken off, so that a bar comes to its end.
#[test]
fn the_best_choice_takes_at_most_as_many_futures_as_it_says_beforehand() {
    let lowered = lowered(FORMULA, &[]);
    let column = lowered.model.column("y").expect("a metric");
    let models = |_: &[f64]| -> Result<Model, String> { Ok(lowered.model.clone()) };
    let range = Range { from: 0.0, to: 10.0, now: None, whole: false };
    for keys in 1..=3 {
        let problem = Problem {
            direction: Direction::Maximise,
            statistic: Statistic { of: Of::Mean, metric: column },
            subject_to: Vec::new(),
            ranges: vec![range; keys],
        };
        let (plan, counter) = (plan(&lowered, 2_000), Counter::default());
        let found = optimise::optimise(&models, &problem, plan, &counter).expect("a model");
        let [announced, done, left] = counter.counts();
        assert_eq!(announced, optimise::futures(keys, plan));
        assert_eq!(announced, done + left, "{keys} keys");
        assert!(done > 1_000 * found.tried as u64 && left > 0, "{keys} keys: {done} {left}");
    }
}
