//! Simulation-based calibration, through the engine: where inputs come from what is known of them
//! before and totals from a future of theirs, the rank of every input among draws of its posterior
//! is uniform, and that of ln L too; with a fault it is not.
//!
//! Source: Talts, Betancourt, Simpson, Vehtari, Gelman, *Validating Bayesian inference algorithms
//! with simulation-based calibration* (2018); ln L, Modrak et al. (2023).

use rayon::prelude::*;
use reachsim_core::design::Sampler;
use reachsim_core::engine;
use reachsim_core::model::{Matrix, Model, Plan};
use reachsim_core::normal;
use reachsim_core::rng::{StreamKey, uniform};
use reachsim_core::watch::Unwatched;
use reachsim_learn::totals::{Effort, Episode, Task, Term, Total, density};
use statrs::distribution::{ChiSquared, ContinuousCDF};

use super::twin::lowered;

/// Three weeks, all of which hangs on four inputs that are not known.
const PAGE: &str = r#"
title = "t"
market.people = "30M"
[simulation]
weeks = 3
[community.page]
platform = "facebook"
followers = 100_000
bots = 0
active = "60%"
alive = 1
questions.per_year = "60k to 160k"
questions.dispersion = 0.05
questions.growth = 0
questions.crises_per_year = 0
friends.mean = "100 to 400"
friends.cv = 1
feed.visibility = "1% to 9%"
feed.reshare = 0
feed.repeat = 0.5
feed.engagement_visibility = 0
reviews.per_year = 0
posts.reach = "2% to 8%"
posts.spread = 0.5
posts.engagement = "1%"
growth.organic = 0
growth.follow = 0
growth.churn = 0
"#;

const METRICS: [&str; 3] = ["questions", "impressions_questions", "impressions_first"];
const KEYS: [&str; 4] = ["questions.per_year", "friends.mean", "feed.visibility", "posts.reach"];

const EFFORT: Effort = Effort {
    chains: DRAWS,
    warm: 10,
    kept: 2,
    every: 3,
    doublings: 0,
    most_tries: 60,
    futures: 150,
    most_rhat: f64::INFINITY,
    most_drift: f64::INFINITY,
};

const DRAWS: usize = 99;
const BINS: usize = 20;

/// What is wrong with the posterior.
#[derive(Clone, Copy, PartialEq)]
enum Fault {
    Nothing,
    /// The model that learns knows nothing of the luck of those who ask.
    NoLuck,
    /// What is known before counts twice.
    PriorTwice,
}

/// Ranks of the inputs and of ln L in one repetition, among [`DRAWS`] draws.
fn ranks(truth: &Model, learner: &Model, fault: Fault, repetition: u64) -> Vec<usize> {
    let mut rng = StreamKey::named(11, "ranks", "").at(repetition, 0);
    let z: Vec<f64> = truth.inputs.iter().map(|_| normal::quantile(uniform(&mut rng))).collect();
    let inputs: Vec<f64> = truth
        .inputs
        .iter()
        .zip(&z)
        .map(|(input, &z)| input.dist.quantile(normal::cdf(z)))
        .collect();
    let columns: Vec<_> = METRICS.iter().map(|id| truth.column(id).expect("a metric")).collect();
    let plan =
        Plan { trials: 1, seed: 1_000 + repetition, sampler: Sampler::Random, matrix: Matrix::Own };
    let seen = engine::futures_at(truth, plan, &inputs, &columns);
    let totals = columns
        .iter()
        .zip(seen)
        .map(|(&column, seen)| Total { column, value: seen[0].value(), error: 0.0 })
        .collect();
    let nodes: Vec<f64> = (0..=160).map(|node| -8.0 + 0.1 * f64::from(node)).collect();
    let again = |input| Term {
        input,
        z: nodes.clone(),
        ln_likelihood: nodes.iter().map(|z| -0.5 * z * z).collect(),
    };
    let terms = match fault {
        Fault::PriorTwice => (0..truth.inputs.len()).map(again).collect(),
        Fault::Nothing | Fault::NoLuck => Vec::new(),
    };
    let episodes = vec![Episode { model: learner, totals }];
    let task = Task { model: learner, episodes, terms, seed: repetition, effort: EFFORT };
    let density = density(&task, &Unwatched).expect("a density");
    let Ok(found) = density.posterior(&Unwatched) else {
        assert!(fault != Fault::Nothing, "repetition {repetition}");
        return vec![DRAWS; KEYS.len() + 1];
    };
    let rank = |draws: &[f64], own: f64| {
        let last = &draws[draws.len() - DRAWS..];
        last.iter().filter(|&&draw| draw < own).count()
    };
    let keys = KEYS.iter().map(|key| {
        let key = format!("community.page.{key}");
        let place = truth.inputs.iter().position(|input| input.key == key).expect("an input");
        rank(&found.z[place], z[place])
    });
    keys.chain([rank(&found.ln_likelihood, density.ln_likelihood(&z))]).collect()
}

/// The chance of ranks that are as uneven, for each input and for ln L.
fn chances(fault: Fault, repetitions: u64) -> Vec<f64> {
    let truth = lowered(PAGE).model;
    let quiet = PAGE.replace("questions.dispersion = 0.05", "questions.dispersion = 0");
    let learner = if fault == Fault::NoLuck { lowered(&quiet).model } else { truth.clone() };
    let all: Vec<Vec<usize>> = (0..repetitions)
        .into_par_iter()
        .map(|repetition| ranks(&truth, &learner, fault, repetition))
        .collect();
    let chance = |what: usize| {
        let mut bins = [0.0; BINS];
        for ranks in &all {
            bins[ranks[what] * BINS / (DRAWS + 1)] += 1.0;
        }
        let expected = repetitions as f64 / BINS as f64;
        let chi = bins.iter().map(|seen: &f64| (seen - expected).powi(2) / expected).sum::<f64>();
        1.0 - ChiSquared::new(BINS as f64 - 1.0).expect("a law").cdf(chi)
    };
    (0..=KEYS.len()).map(chance).collect()
}

/// Five tests at 0.1 % each.
#[test]
fn ranks_are_uniform_where_data_come_from_the_prior() {
    let chances = chances(Fault::Nothing, 500);
    assert!(chances.iter().all(|&chance| chance > 0.001), "{chances:?}");
}

#[test]
fn luck_that_is_left_out_is_found() {
    let chances = chances(Fault::NoLuck, 200);
    assert!(chances[0] < 0.001 && chances[KEYS.len()] < 0.001, "{chances:?}");
}

#[test]
fn a_prior_that_counts_twice_is_found() {
    let chances = chances(Fault::PriorTwice, 300);
    assert!(chances.iter().any(|&chance| chance < 0.001), "{chances:?}");
}
