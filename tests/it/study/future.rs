//! One future that stands for others, and how it is told.

use reachsim::engine;
use reachsim::locale::Locale;
use reachsim::output::{Case, Context, json};
use reachsim::study::future::{Told, Which, find};

use crate::support::{FIXED, lowered, quick};

const ALL: [Which; 3] = [Which::Bad, Which::Typical, Which::Good];

/// The value of a metric in the futures that stand for others, beside all values in order.
fn values(text: &str, metric: &str) -> ([f64; 3], Vec<f64>) {
    let lowered = lowered(text, &[]);
    let trials = quick(&lowered, 2_000);
    let column = lowered.model.column(metric).expect("it is measured");
    let all = trials.column(&lowered.model, column);
    let told = ALL.map(|which| {
        let trial = find(&lowered.model, &trials, column, which).expect("it is defined");
        all.value(trial as usize)
    });
    let mut sorted: Vec<f64> = all.values();
    sorted.sort_by(f64::total_cmp);
    (told, sorted)
}

fn formula(better: &str) -> String {
    format!(
        "title = \"A decision\"\n[input.a]\nvalue = \"1 to 3\"\n[metric.net]\n\
         formula = \"a * a\"\nbetter = \"{better}\"\n"
    )
}

#[test]
fn the_future_that_is_told_has_the_percentile_of_the_run() {
    let (told, sorted) = values(&formula("higher"), "net");
    assert_eq!(told, [99, 999, 1899].map(|place: usize| sorted[place]));
}

#[test]
fn a_bad_future_costs_much_and_a_good_one_costs_little() {
    let (told, sorted) = values(&formula("lower"), "net");
    assert_eq!(told, [1899, 999, 99].map(|place: usize| sorted[place]));
}

#[test]
fn of_equal_futures_the_first_is_told() {
    let text = "title = \"Even\"\n[input.a]\nvalue = 2\n[metric.net]\nformula = \"a\"\n";
    let lowered = lowered(text, &[]);
    let trials = quick(&lowered, 1_000);
    let column = lowered.model.column("net").unwrap();
    for which in ALL {
        assert_eq!(find(&lowered.model, &trials, column, which), Some(0));
    }
}

#[test]
fn what_is_no_future_is_refused_with_what_there_is() {
    assert_eq!(Which::read("typical"), Ok(Which::Typical));
    assert_eq!(Which::read("17"), Ok(Which::Number(17)));
    for text in ["worst", "", "-1", "1.5"] {
        let why = Which::read(text).expect_err("it is none").to_string();
        assert!(why.contains("`typical`, `bad` and `good`"), "{why}");
    }
    let case = Case::parse(format!("simulation.trials = 10\n{FIXED}")).expect("a scenario");
    let why = case.story(Which::Number(10)).expect_err("there are ten").to_string();
    assert!(why.contains("there is no trial 10"), "{why}");
}

/// The words of a week say the numbers that the future has in it.
#[test]
fn the_weeks_are_those_of_the_replay_in_every_language() {
    let text = format!("simulation.trials = 200\nsimulation.weeks = 6\n{FIXED}");
    let case = Case::parse(text).expect("a scenario");
    let told = case.story(Which::Bad).expect("a story");
    let replay = engine::replay(case.model(), case.plan(), told.trial);
    assert_eq!(told.replay, replay);
    let numbers = json::trial(&case.context(), told.trial, &replay);
    for locale in Locale::ALL {
        let context = Context { locale, ..case.context() };
        let document = json::story::story(&context, &told);
        let weeks = document["weeks"].as_array().expect("weeks");
        assert_eq!(weeks.len(), 6);
        for (week, found) in weeks.iter().enumerate() {
            assert_eq!(found["week"], week);
            let asked = numbers["weeks"][week]["questions"].as_f64().expect("a number");
            let words = found["words"].as_str().expect("words");
            assert!(words.contains(&format!("{asked}")), "{asked} people ask: {words}");
        }
        let all: String = weeks.iter().map(|week| week["words"].to_string()).collect();
        assert!(!all.contains("NaN") && !all.contains('{'), "{all}");
    }
}

/// What lies beyond nine tenths of a belief is named, and nothing else.
#[test]
fn only_what_is_unusual_is_called_so() {
    let lowered = lowered(
        "title = \"T\"\nsimulation.trials = 1_000\n[input.a]\nvalue = \"1 to 3\"\n[input.b]\n\
         value = 2\n[metric.net]\nformula = \"a + b\"\n",
        &[],
    );
    let (model, plan) = (&lowered.model, lowered.plan);
    let column = model.column("net").unwrap();
    let told = |trial: u64| {
        let replay = engine::replay(model, plan, trial);
        Told::of(model, (Which::Number(trial), trial), column, replay)
    };
    let count = (0..1_000).filter(|&trial| !told(trial).unusual.is_empty()).count();
    // A Latin hypercube has exactly as many values in each twentieth.
    assert_eq!(count, 100);
    assert!(
        (0..1_000).all(|trial| told(trial)
            .unusual
            .iter()
            .all(|(_, below)| *below < 0.05 || *below > 0.95))
    );
}
