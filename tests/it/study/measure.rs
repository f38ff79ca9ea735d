//! What measurements are worth before a decision.

use std::path::Path;

use reachsim::draw::binomial;
use reachsim::engine::Unwatched;
use reachsim::estimate::Estimate;
use reachsim::model::{Lowered, Plan, Sampled, Size};
use reachsim::normal;
use reachsim::rng::StreamKey;
use reachsim::study::measure::{Measured, Setting, Verdict, measure};
use reachsim::study::voi::{Decision, Knowledge, learn};

use super::{expect_coverage, read, refused, seeds};
use crate::support::{plan, shipped};

/// To do it brings p1 - p2, to leave it nothing; what is known of p1 is one observation of it with
/// an error of one.
const CASE: &str = include_str!("../../cases/value-of-information.toml");

fn known(text: &str, metric: &str, (trials, seed): (u64, u64)) -> (Lowered, Knowledge) {
    let (_, lowered) = read(text, &[]);
    let column = lowered.model.column(metric).expect("a metric");
    let decisions = [Decision::Take(&lowered.model, column), Decision::Leave];
    let known = learn(&decisions, Plan { seed, ..plan(&lowered, trials) }, &Unwatched)
        .expect("defined everywhere");
    (lowered, known)
}

fn asked(text: &str, metric: &str, (trials, seed): (u64, u64)) -> Vec<Measured> {
    let (lowered, known) = known(text, metric, (trials, seed));
    let setting = Setting { seed, weeks: None, is_money: true };
    measure(&known, &lowered.measurements, setting).expect("uncertain keys")
}

fn one(text: &str, metric: &str, drawn: (u64, u64)) -> Measured {
    asked(text, metric, drawn).pop().expect("a measurement")
}

#[track_caller]
fn expect_near(found: Estimate, truth: f64, widest: f64) {
    assert!(
        (found.value - truth).abs() < 4.89 * found.se && found.se < widest,
        "{found:?} {truth}"
    );
}

fn of_p1(observations: f64) -> String {
    let error = 1.0 / observations.sqrt();
    format!("{CASE}\n[[measurement]]\nname = \"p1\"\nof = \"input.p1\"\nerror = {error}\n")
}

/// E[max(x, 0)] - max(mean, 0) of a normal x.
fn normal_gain(mean: f64, sd: f64) -> f64 {
    let z = mean / sd;
    let density = (-0.5 * z * z).exp() / (2.0 * std::f64::consts::PI).sqrt();
    mean * normal::cdf(z) + sd * density - mean.max(0.0)
}

#[test]
fn explore() {
    for trials in [1_000, 2_000, 10_000] {
        for (name, text, metric, truth) in [
            ("n10", of_p1(10.0), "net", normal_gain(1.0, (10.0_f64 / 11.0).sqrt())),
            ("n1", of_p1(1.0), "net", normal_gain(1.0, 0.5_f64.sqrt())),
        ] {
            let text = format!("simulation.sampler = \"random\"\n{text}");
            let (mut sum, mut raw, mut held, mut count, mut se) = (0.0, 0.0, 0.0, 0.0, 0.0);
            let mut flips = Vec::new();
            for seed in 1..=200 {
                let found = one(&text, metric, (trials, seed));
                let [low, high] = found.evsi.interval();
                held += f64::from(u8::from((low..=high).contains(&truth)));
                count += 1.0;
                sum += found.evsi.value;
                raw += found.evsi.value + found.bias;
                se += found.evsi.se;
                flips.extend(found.flips[0].map(|flip| (flip.at.value, flip.at.se)));
            }
            let n = flips.len() as f64;
            println!(
                "{trials} {name}: truth {truth:.5} raw {:.5} corrected {:.5} se {:.5} held {}; flips {n}: {:.4} se {:.4}",
                raw / count,
                sum / count,
                se / count,
                held / count,
                flips.iter().map(|f| f.0).sum::<f64>() / n,
                flips.iter().map(|f| f.1).sum::<f64>() / n,
            );
        }
    }
}
