//! What is kept of more trials than memory holds: sums by pairs, sketches, and the summary made of
//! them.

use rand::Rng;
use reachsim::design::{BLOCK, Sampler};
use reachsim::engine::{self, Detail, Unwatched};
use reachsim::estimate;
use reachsim::model::{Lowered, Plan};
use reachsim::rng::{StreamKey, uniform};
use reachsim::summary::{MetricSummary, Summary};
use reachsim::trials::moments::Moments;
use reachsim::trials::pairwise::{Block, PairwiseSum, Sum};
use reachsim::trials::{QuantileSketch, SKETCH_ERROR, Tally, Trials};

use crate::support::{FIXED, lowered, plan};

fn stream(number: u64) -> impl Rng {
    StreamKey::named(number, "test", "tally").at(0, 0)
}

/// Blocks `from` to `to` of values, each the moments of its values.
fn tower(values: &[f64], blocks: std::ops::Range<usize>, block: usize) -> PairwiseSum<Moments> {
    let mut tower = PairwiseSum::default();
    for (number, values) in values.chunks(block).enumerate().skip(blocks.start).take(blocks.len()) {
        let whole = if values.len() == block { Block::Whole } else { Block::Broken };
        tower.push(number as u64, whole, Moments::of(values));
    }
    tower
}

#[test]
fn any_division_of_the_blocks_gives_the_same_digits() {
    let mut rng = stream(1);
    let values: Vec<f64> = (0..3_700).map(|_| uniform(&mut rng).powi(9) * 1e9).collect();
    let whole = tower(&values, 0..370, 10);
    for cuts in [
        vec![0, 370],
        vec![0, 1, 2, 3, 370],
        vec![0, 64, 128, 370],
        vec![0, 77, 78, 200, 369, 370],
        (0..=370).collect(),
    ] {
        let mut joined = PairwiseSum::default();
        cuts.windows(2).for_each(|cut| joined.append(tower(&values, cut[0]..cut[1], 10)));
        assert_eq!(joined, whole, "{cuts:?}");
    }
    // The order of additions matters, so the test can fail.
    let mut one_by_one = Moments::default();
    values.chunks(10).for_each(|block| one_by_one.add(&Moments::of(block)));
    assert_ne!(Some(one_by_one), whole.total());
}

#[test]
fn ten_million_and_a_fifth_survive_any_division() {
    // NIST Statistical Reference Datasets, univariate summary statistics, `NumAcc4`: mean
    // 10000000.2, standard deviation 0.1.
    let values: Vec<f64> = std::iter::once(10_000_000.2)
        .chain((0..1000).map(|i| if i % 2 == 0 { 10_000_000.1 } else { 10_000_000.3 }))
        .collect();
    for block in [1, 7, 64, 1_000, 2_000] {
        let found = tower(&values, 0..values.len().div_ceil(block), block).total().expect("a sum");
        assert!(
            (found.mean - 10_000_000.2).abs() < 4e-9
                && (found.variance().sqrt() - 0.1).abs() < 1e-8,
            "{found:?} in blocks of {block}"
        );
    }
}

#[test]
fn a_sketch_is_as_good_as_it_says() {
    let mut rng = stream(2);
    let shapes: [&dyn Fn(f64) -> f64; 5] =
        [&|u| u, &|u| 1e6 * (u - 0.3), &|u| (9.0 * u).exp(), &|u| -(1.0 / u).powi(2), &|u| {
            (u * 8_000.0).floor()
        }];
    for (place, shape) in shapes.iter().enumerate() {
        let mut values: Vec<f64> = (0..20_000).map(|_| shape(uniform(&mut rng))).collect();
        let (mut sketch, mut parts) =
            (QuantileSketch::default(), [QuantileSketch::default(), QuantileSketch::default()]);
        for (trial, value) in values.iter().enumerate() {
            sketch.add(*value);
            parts[trial % 2].add(*value);
        }
        let [mut joined, other] = parts;
        joined.append(&other);
        assert_eq!(joined, sketch, "parts join without loss");
        values.sort_by(f64::total_cmp);
        for rank in (0..20_000).step_by(97).chain([19_999]) {
            let (found, exact) = (sketch.at(rank as u64), values[rank]);
            // Whole numbers of this size have classes of their own.
            let allowed = if place == 4 { 0.0 } else { SKETCH_ERROR * exact.abs() };
            assert!(
                (found - exact).abs() <= allowed,
                "{found} is not {exact} at {rank} of shape {place}"
            );
        }
        assert!(sketch.at(20_000).is_nan());
    }
    // A value off by two classes would be noticed.
    let mut sketch = QuantileSketch::default();
    sketch.add(1.0 + 2.0 * SKETCH_ERROR);
    assert!((sketch.at(0) - 1.0).abs() > SKETCH_ERROR);
}

/// A page with a target and a ratio that some futures leave undefined.
const PAGE: &str = r#"
title = "A page"
market.people = "30M"

[community.page]
platform = "facebook-2012"
followers = "1k..9k"
questions.per_year = "0.2..40"
feed.visibility = "1%..10%"

[support]
hours_per_week = 0.2

[[target]]
name = "seen"
metric = "impressions_questions"
at_least = 30
"#;

/// The same trials twice: kept, and added up in these parts.
fn both(lowered: &Lowered, trials: u64, cuts: &[u64]) -> [Summary; 2] {
    let (model, plan) = (&lowered.model, plan(lowered, trials));
    let kept = engine::run(model, plan, Detail::Weekly, &Unwatched);
    let mut all = Tally::empty(model);
    for cut in cuts.windows(2) {
        let stretch = engine::stretch(model, plan, cut[0]..cut[1], Detail::Weekly, &Unwatched);
        let mut part = Tally::empty(model);
        part.add(model, cut[0], &stretch.columns, &stretch.weekly);
        all.append(&part);
    }
    let tallied = Trials { tally: Some(all), ..Trials::empty(model, plan) };
    [Summary::of(model, &kept), Summary::of(model, &tallied)]
}

fn near(a: f64, b: f64, allowed: f64) -> bool {
    a == b || (a.is_nan() && b.is_nan()) || (a - b).abs() <= allowed * a.abs().max(b.abs())
}

#[track_caller]
fn assert_alike(kept: &MetricSummary, tallied: &MetricSummary) {
    let name = &kept.name;
    assert_eq!(name, &tallied.name);
    for (a, b) in [
        (kept.mean.value, tallied.mean.value),
        (kept.mean.se, tallied.mean.se),
        (kept.sd, tallied.sd),
    ] {
        assert!(near(a, b, 1e-9), "{name}: {a} and {b}");
    }
    assert!(near(kept.min, tallied.min, 0.0) && near(kept.max, tallied.max, 0.0), "{name}");
    assert!((kept.undefined - tallied.undefined).abs() < 1e-12, "{name}");
    for (a, b) in kept.percentiles.iter().zip(&tallied.percentiles) {
        assert!(near(a.value, b.value, 2.0 * SKETCH_ERROR), "{name}: {a:?} and {b:?}");
        // Where a block has no such percentile, the error comes from the ranks themselves, and so
        // from the sketch.
        // What only rounding scatters has no error to speak of.
        let is_noise = a.se.max(b.se) <= 1e-12 * a.value.abs();
        let is_alike = near(a.se, b.se, 1e-9) || near(a.se, b.se, 0.2) || is_noise;
        assert!(is_alike, "{name}: {a:?} and {b:?}");
    }
}

#[test]
fn what_is_added_up_says_what_was_kept() {
    let lowered = lowered(PAGE, &[]);
    let [kept, tallied] = both(&lowered, 12_300, &[0, 1, 4, 9, 13]);
    assert!(
        kept.metrics.iter().any(|metric| metric.undefined > 0.01 && metric.undefined < 0.9),
        "a ratio is undefined at times"
    );
    kept.metrics
        .iter()
        .zip(&tallied.metrics)
        .for_each(|(kept, tallied)| assert_alike(kept, tallied));
    let [a, b] = [&kept, &tallied].map(|summary| summary.targets[0].probability);
    assert!(
        a.value > 0.1 && a.value < 0.9 && near(a.value, b.value, 1e-12) && near(a.se, b.se, 1e-9),
        "{a:?} and {b:?}"
    );
    assert_eq!(kept.weekly, tallied.weekly, "the weeks are the same sums");
}

#[test]
fn a_stretch_is_that_part_of_the_run() {
    let lowered = lowered(FIXED, &[]);
    let (model, plan) = (&lowered.model, Plan { sampler: Sampler::Sobol, ..plan(&lowered, 4_500) });
    let whole = engine::run(model, plan, Detail::Weekly, &Unwatched);
    let mut joined = Trials::empty(model, plan);
    for cut in [0..2, 2..3, 3..5] {
        joined.append(engine::stretch(model, plan, cut, Detail::Weekly, &Unwatched));
    }
    assert_eq!(
        (joined.inputs, joined.columns, joined.weekly),
        (whole.inputs, whole.columns, whole.weekly)
    );
}

#[test]
fn means_of_a_hundred_blocks_are_those_of_their_values() {
    let mut rng = stream(3);
    let values: Vec<f64> = (0..100 * BLOCK).map(|_| 1e6 * uniform(&mut rng)).collect();
    let found = tower(&values, 0..100, BLOCK).total().expect("a sum");
    assert!(
        near(found.mean, estimate::mean(&values), 1e-14)
            && near(found.variance(), estimate::variance(&values), 1e-12)
    );
}

/// What a sum lacks by rounding it need not have, and what lies beyond is missed; all targets
/// together are met where each of them is, whether the trials were kept or added up.
#[test]
fn targets_have_a_tolerance_and_are_counted_together() {
    // (0.7 + 0.1) x 10 is 7.999999999999999.
    let text = "title = \"Targets\"\n[input.u]\nvalue = \"0..1\"\n[metric.part]\nformula = \
        \"u\"\n[metric.sum]\nformula = \"(0.7 + 0.1) * 10\"\n";
    let target = |metric: &str, bound: &str| {
        format!("[[target]]\nname = \"{metric} {bound}\"\nmetric = \"{metric}\"\n{bound}\n")
    };
    let asked = [("part", "at_least = 0.4"), ("part", "at_most = 0.9"), ("sum", "at_least = 8")];
    let targets: String = asked.iter().map(|(metric, bound)| target(metric, bound)).collect();
    for summary in both(&lowered(&format!("{text}{targets}"), &[]), 5_000, &[0, 2, 5]) {
        let found: Vec<f64> =
            summary.targets.iter().map(|target| target.probability.value).collect();
        // Five blocks of 1,000 strata each.
        for (found, share) in found.iter().zip([0.6, 0.9, 1.0]) {
            assert!((found - share).abs() < 0.002, "{found} and {share}");
        }
        let together = summary.together.expect("three targets").probability.value;
        assert!((together - 0.5).abs() < 0.002, "{together}");
    }
    let beyond = format!("{text}{}", target("sum", "at_least = 8.000_001"));
    for summary in both(&lowered(&beyond, &[]), 2_000, &[0, 1, 2]) {
        assert_eq!(summary.targets[0].probability.value, 0.0);
    }
}
