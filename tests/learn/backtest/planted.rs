//! Hundreds of pages: ranges that hold, and faults that are seen.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rayon::prelude::*;
use reachsim_core::design::Sampler;
use reachsim_core::draw;
use reachsim_core::engine::Unwatched;
use reachsim_core::model::{Matrix, Model, Plan};
use reachsim_core::rng::StreamKey;
use reachsim_data::analyse::History;
use reachsim_learn::backtest::{Asked, Backtest, POST_REACH, Shown, outlook, run};

use super::pages::{POSTS, Page, course, model, posted, seen, shown};

const PAGES: u64 = 500;

fn asked(seed: u64, horizons: &[usize], steady: &[&str]) -> Asked {
    let plan = Plan { trials: 200, seed, sampler: Sampler::LatinHypercube, matrix: Matrix::Own };
    let steady = steady.iter().map(|key| (*key).to_owned()).collect();
    Asked { horizons: horizons.to_vec(), plan, steady, stated: Vec::new(), half_life: None }
}

/// The models of a few horizons, which the day does not change.
fn models(weeks: &[usize]) -> BTreeMap<usize, Model> {
    weeks.iter().map(|weeks| (*weeks, model(*weeks))).collect()
}

fn tested(
    whole: &History,
    models: &BTreeMap<usize, Model>,
    asked: &Asked,
    visible: &(dyn Fn(i32) -> Vec<Shown> + Sync),
) -> Backtest {
    let first = models.values().next().expect("a model");
    let outlook = outlook(first, &[shown(whole.clone())]).expect("days");
    let model = |_: Date, weeks: usize| Ok::<Model, ()>(models[&weeks].clone());
    run(&outlook, &model, visible, asked, &Unwatched).expect("models cannot fail")
}

/// Of how many first forecasts the 90 % range held, by metric, and of how many.
fn held(
    horizon: usize,
    steady: &[&str],
    pages: u64,
    told: fn(History) -> History,
) -> BTreeMap<&'static str, (usize, usize)> {
    let models = models(&[1, horizon]);
    let each: Vec<Vec<(&'static str, bool)>> = (0..pages)
        .into_par_iter()
        .map(|number| {
            // As it is believed of pages.
            let mut stream = StreamKey::named(number, "tau", "page").at(0, 0);
            let tau = 0.2 * draw::normal(&mut stream).abs();
            let whole = course(Page { number, tau, weeks: 26 + horizon });
            let dim = told(whole.clone());
            // Every page has futures of its own: what so few of them miss is no common fault.
            let asked = asked(number, &[horizon], steady);
            let found = tested(&whole, &models, &asked, &|day| seen(&dim, day));
            let rows = found.rows.iter().filter(|row| row.horizon == horizon);
            rows.map(|row| {
                let first = &row.forecasts[0];
                let [low, high] = first.ranges[2];
                (row.id, (low..=high).contains(&first.outcome))
            })
            .collect()
        })
        .collect();
    let mut held = BTreeMap::new();
    for (id, is_held) in each.into_iter().flatten() {
        let count = held.entry(id).or_insert((0, 0));
        count.0 += usize::from(is_held);
        count.1 += 1;
    }
    held
}

/// Nine of ten within 3 points: of 500 independent pages a right forecast leaves this range with a
/// chance of 2.5 %, and one that holds 84 of 100 stays in it with one of 3 %; the seeds are fixed.
fn expect_nine_of_ten(held: &BTreeMap<&'static str, (usize, usize)>) {
    let is_right = |id: &&str| {
        let (good, of) = held[*id];
        of == PAGES as usize && (0.87..=0.93).contains(&(good as f64 / of as f64))
    };
    assert!(["questions", POST_REACH].iter().all(is_right), "{held:?}");
}

#[test]
fn ranges_of_a_quarter_hold_on_pages_that_drift() {
    expect_nine_of_ten(&held(13, &[], PAGES, |history| history));
}

#[test]
fn a_level_that_is_said_to_stand_still_is_seen_to_move() {
    let held = held(13, &["questions.per_year", "posts.reach"], 150, |history| history);
    for id in ["questions", POST_REACH] {
        let (good, of) = held[id];
        assert!(good as f64 / of as f64 <= 0.85, "{id}: {good} of {of}");
    }
}

/// Every four weeks as even as their mean: then nothing is left of luck.
fn even(mut history: History) -> History {
    let block = |day: i32| day / 28;
    let last = block(history.questions.last().expect("questions").day);
    let mut asked = Vec::new();
    for at in 0..=last {
        let own: Vec<_> = history.questions.iter().filter(|row| block(row.day) == at).collect();
        let days = (history.period.expect("days").1 + 1 - 28 * at).min(28);
        let spread = own.iter().enumerate().map(|(k, row)| {
            let day = 28 * at + (k as i32 * days) / own.len() as i32;
            reachsim_data::analyse::Asked { day, ..**row }
        });
        asked.extend(spread);
    }
    history.questions = asked;
    let mut posts = Vec::new();
    for own in history.posts.chunks(4 * POSTS) {
        let mean = own.iter().map(|post| post.reach).sum::<f64>() / own.len() as f64;
        posts.extend(own.iter().map(|post| posted(post.day, mean)));
    }
    history.posts = posts;
    history
}

#[test]
fn luck_that_is_left_out_is_missed() {
    let held = held(1, &[], 150, even);
    for id in ["questions", POST_REACH] {
        let (good, of) = held[id];
        assert!(good as f64 / of as f64 <= 0.85, "{id}: {good} of {of}");
    }
}
