//! Totals of a page, through the engine.

use std::time::Instant;

use reachsim_core::engine::{self, Detail};
use reachsim_core::model::{Lowered, Plan};
use reachsim_core::trials::Column;
use reachsim_core::watch::Unwatched;
use reachsim_learn::totals::{Effort, Episode, Posterior, Task, Term, Total, Trouble, learn};

use super::bell::moments;
use super::twin::lowered;

const PAGE: &str = include_str!("../../../scenarios/support-community.toml");

fn total(lowered: &Lowered, metric: &str, value: f64) -> Total {
    let column = lowered.model.column(metric).expect("a metric");
    Total { column, value, error: 0.0 }
}

fn learnt(page: &Lowered, totals: &[(&str, f64)], effort: Effort) -> Result<Posterior, Trouble> {
    let totals = totals.iter().map(|&(metric, value)| total(page, metric, value)).collect();
    let episodes = vec![Episode { model: &page.model, totals }];
    learn(&Task { model: &page.model, episodes, terms: Vec::new(), seed: 1, effort }, &Unwatched)
}

fn place(page: &Lowered, key: &str) -> usize {
    page.model.inputs.iter().position(|input| input.key == key).expect("an input")
}

/// Prints, for totals of one future of a page with dozens of inputs, the evaluations and seconds of
/// this process that they take, and how far means and standard deviations of the inputs lie from
/// those of eight times the steps.
#[test]
#[ignore = "a measurement"]
fn totals_of_a_page_are_learnt_in_seconds() {
    let page = lowered(PAGE);
    let metrics = [
        "questions",
        "answered_share",
        "leads",
        "reach_first",
        "clicks",
        "impressions_first",
        "followers_end",
    ];
    let plan = Plan { trials: 1_000, ..page.plan };
    let run = engine::run(&page.model, plan, Detail::Totals, &Unwatched);
    let value = |id: &str| match run.column(&page.model, page.model.column(id).unwrap()) {
        Column::Plain(over) => over[77],
        Column::Ratio { over, under } => over[77] / under[77],
    };
    let totals: Vec<(&str, f64)> = metrics.iter().map(|&id| (id, value(id))).collect();
    println!("{} inputs", page.model.inputs.len());
    for count in [1, 2, 5, 7] {
        let from = Instant::now();
        let found = learnt(&page, &totals[..count], Effort::default()).expect("a posterior");
        let seconds = from.elapsed().as_secs_f64();
        let longer = Effort { warm: 80, every: 24, ..Effort::default() };
        let longer = learnt(&page, &totals[..count], longer).expect("a posterior");
        let (mut mean, mut sd) = (0.0_f64, [1.0_f64; 2]);
        for (one, other) in found.z.iter().zip(&longer.z) {
            let (one, other) = (moments(one), moments(other));
            mean = mean.max((one.0 - other.0).abs() / other.1);
            sd = [sd[0].min(one.1 / other.1), sd[1].max(one.1 / other.1)];
        }
        let active = page.model.inputs.len() - found.absent.len();
        println!("{count} totals, {active} inputs: {seconds:.2} s, mean {mean:.3}, sd {sd:.3?}");
        println!("  {:?}", found.diagnostics);
    }
}

/// Few chains, for what needs no precision.
const QUICK: Effort = Effort {
    chains: 200,
    warm: 10,
    kept: 4,
    every: 3,
    doublings: 2,
    most_tries: 60,
    futures: 200,
    most_rhat: 1.05,
    most_drift: 0.3,
};

/// A page of four weeks whose totals hang on few inputs.
const SMALL: &str = r#"
title = "t"
market.people = "30M"
[simulation]
weeks = 4
[community.page]
platform = "facebook"
followers = 100_000
bots = 0
active = "60%"
alive = 1
questions.per_year = "40k to 160k"
questions.dispersion = 0.01
questions.growth = 0
friends.mean = "100 to 400"
friends.cv = 1
feed.visibility = "1% to 9%"
feed.reshare = 0
feed.engagement_visibility = 0
posts.reach = "2% to 8%"
posts.spread = 0.5
posts.engagement = "0.5% to 3%"
growth.organic = 0
growth.follow = 0
growth.churn = 0
sentiment.negative = "5% to 20%"
[support]
peers = "5% to 30%"
[funnel]
presale = "0.05% to 0.5%"
"#;

fn sd_of(found: &Posterior, page: &Lowered, key: &str) -> (f64, f64) {
    moments(&found.z[place(page, key)])
}

#[test]
fn an_input_that_no_total_touches_keeps_its_law() {
    let page = lowered(SMALL);
    let found = learnt(&page, &[("questions", 9_000.0)], Effort::default()).expect("a posterior");
    let negative = place(&page, "community.page.sentiment.negative");
    assert!(found.absent.contains(&negative));
    assert!(!found.absent.contains(&place(&page, "community.page.questions.per_year")));
    // Kolmogorov's distance of 4,000 draws, at 0.1 %.
    for &input in &found.absent {
        let mut u: Vec<f64> =
            found.z[input].iter().map(|&z| reachsim_core::normal::cdf(z)).collect();
        u.sort_by(f64::total_cmp);
        let n = u.len() as f64;
        let far = (0..u.len()).map(|i| (u[i] - (i as f64 + 0.5) / n).abs()).fold(0.0, f64::max);
        assert!(far < 1.95 / n.sqrt(), "{}: {far}", page.model.inputs[input].key);
    }
    // And no other total moves it.
    let other = learnt(&page, &[("questions", 4_000.0)], Effort::default()).expect("a posterior");
    assert_eq!(found.z[negative], other.z[negative]);
}

/// 80,000 questions a year are the middle of a range of 4.3 to 1; four weeks with their luck of a
/// few percent leave a small part of it.
#[test]
fn a_total_tells_its_own_rate() {
    let page = lowered(SMALL);
    let found = learnt(&page, &[("questions", 9_000.0)], Effort::default()).expect("a posterior");
    let rate = &found.inputs[place(&page, "community.page.questions.per_year")];
    let (mean, sd) = moments(rate);
    // Four counts of 2,250, each of variance m + m^2/100: 5.1 % of their sum.
    assert!((mean / (9_000.0 * 13.0) - 1.0).abs() < 0.015, "{mean}");
    assert!((sd / mean / 0.051 - 1.0).abs() < 0.15, "{}", sd / mean);
    assert!(found.conflict.is_none());
    let told = &found.told[0];
    assert!(told.p05 < 9_000.0 && 9_000.0 < told.p95 && (told.tail - 0.5).abs() < 0.1, "{told:?}");
}

#[test]
fn the_same_total_twice_is_told_once() {
    let page = lowered(SMALL);
    let once = learnt(&page, &[("questions", 9_000.0)], Effort::default()).expect("a posterior");
    let twice = [("questions", 9_000.0), ("questions", 9_000.0)];
    let twice = learnt(&page, &twice, Effort::default()).expect("a posterior");
    let key = "community.page.questions.per_year";
    let (one, two) = (sd_of(&once, &page, key), sd_of(&twice, &page, key));
    assert!((one.0 - two.0).abs() < 0.1 * one.1, "{one:?} {two:?}");
    assert!((one.1 / two.1 - 1.0).abs() < 0.08, "{one:?} {two:?}");
}

#[test]
fn two_totals_that_cannot_both_be_true_are_named() {
    let page = lowered(SMALL);
    let totals = [
        ("reach_first", 45_000.0),
        ("questions", 9_000.0),
        ("impressions_questions", 100_000.0),
        ("questions", 5_000.0),
    ];
    let found = learnt(&page, &totals, QUICK).expect("a posterior");
    let conflict = found.conflict.expect("a conflict");
    assert_eq!(conflict.pair, Some([1, 3]));
    assert!(!conflict.outside.is_empty() && !conflict.outside.contains(&0), "{conflict:?}");
}

#[test]
fn what_the_scenario_holds_for_impossible_is_refused() {
    let page = lowered(SMALL);
    let found = learnt(&page, &[("questions", 200_000.0)], QUICK);
    let Err(Trouble::PriorForbids { input, z, value }) = found else { panic!("{found:?}") };
    assert_eq!(input, place(&page, "community.page.questions.per_year"));
    assert!(z > 4.0 && value > 160_000.0, "{z} {value}");
}

/// No lead at all: the rate falls, and how much is what a Poisson count says.
#[test]
fn nothing_counted_tells_something() {
    let page = lowered(SMALL);
    let found = learnt(&page, &[("questions", 9_000.0), ("leads_direct", 0.0)], QUICK);
    let found = found.expect("a posterior");
    let nothing = &found.told[1];
    assert!(nothing.p05 == 0.0 && nothing.p95 < 20.0, "{nothing:?}");
    let lower = page
        .model
        .inputs
        .iter()
        .zip(&found.z)
        .filter(|(input, _)| input.key.starts_with("funnel."))
        .map(|(_, z)| moments(z).0)
        .fold(0.0, f64::min);
    assert!(lower < -0.5, "{lower}");
}

/// What exports say of one input and a total of it are taken together: normal curves add up.
#[test]
fn a_term_counts_as_much_as_its_curve_says() {
    let page = lowered(SMALL);
    let input = place(&page, "community.page.sentiment.negative");
    let z: Vec<f64> = (0..=400).map(|node| -8.0 + 0.04 * f64::from(node)).collect();
    // A normal likelihood at 1 of sd 1/2: with the prior, at 0.8 of variance 1/5.
    let curve: Vec<f64> = z.iter().map(|z| -2.0 * (z - 1.013).powi(2) + 3.0).collect();
    let terms = vec![Term { input, z, ln_likelihood: curve }];
    let totals = vec![total(&page, "questions", 9_000.0)];
    let episodes = vec![Episode { model: &page.model, totals }];
    let task = Task { model: &page.model, episodes, terms, seed: 1, effort: Effort::default() };
    let found = learn(&task, &Unwatched).expect("a posterior");
    let (mean, sd) = moments(&found.z[input]);
    assert!(
        (mean - 0.8 * 1.013).abs() < 0.04 && (sd - 0.2_f64.sqrt()).abs() < 0.025,
        "{mean} {sd}"
    );
    assert!(!found.absent.contains(&input));
}

/// A tie moves what no total touches, by as much as it ties.
#[test]
fn what_is_tied_to_a_known_input_moves_with_it() {
    let tied = format!(
        "{SMALL}[[correlation]]\nbetween = [\"community.page.questions.per_year\", \
         \"community.page.sentiment.negative\"]\nrank = 0.8\n"
    );
    let page = lowered(&tied);
    let found = learnt(&page, &[("questions", 11_500.0)], Effort::default()).expect("a posterior");
    let (of, by) = (
        sd_of(&found, &page, "community.page.sentiment.negative"),
        sd_of(&found, &page, "community.page.questions.per_year"),
    );
    let score = 2.0 * (std::f64::consts::PI * 0.8 / 6.0).sin();
    assert!((of.0 - score * by.0).abs() < 0.05, "{of:?} {by:?}");
    let variance = 1.0 - score * score + (score * by.1).powi(2);
    assert!((of.1.powi(2) - variance).abs() < 0.04, "{of:?} {by:?}");
}

/// Two halves of a period say as much as both together say, each with its own luck.
#[test]
fn two_periods_know_more_than_one() {
    let page = lowered(SMALL);
    let one = learnt(&page, &[("questions", 9_000.0)], Effort::default()).expect("a posterior");
    let episode = || {
        let totals = vec![total(&page, "questions", 9_000.0)];
        Episode { model: &page.model, totals }
    };
    let (model, effort) = (&page.model, Effort::default());
    let task =
        Task { model, episodes: vec![episode(), episode()], terms: Vec::new(), seed: 1, effort };
    let two = learn(&task, &Unwatched).expect("a posterior");
    let key = "community.page.questions.per_year";
    let ratio = sd_of(&two, &page, key).1 / sd_of(&one, &page, key).1;
    assert!((ratio - 0.5_f64.sqrt()).abs() < 0.06, "{ratio}");
}

#[test]
fn a_page_is_learnt_alike_on_any_number_of_threads() {
    let page = lowered(SMALL);
    let on = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        let totals = [("questions", 9_000.0), ("reach_first", 45_000.0)];
        pool.install(|| learnt(&page, &totals, QUICK)).expect("a posterior")
    };
    let one = on(1);
    for threads in [2, 8] {
        let other = on(threads);
        assert!(one.inputs == other.inputs && one.z == other.z && one.told == other.told);
        assert_eq!(one.diagnostics, other.diagnostics);
    }
}
