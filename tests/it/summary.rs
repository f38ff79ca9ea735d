//! Statistics of a run, and whether their standard errors are right.

use crate::support::{FIXED, lowered, metric, plan, summary};
use reachsim::design::Sampler;
use reachsim::engine::{self, Detail, Unwatched};
use reachsim::estimate::PERCENTILES;
use reachsim::metric::METRICS;
use reachsim::model::{Lowered, Plan};
use reachsim::summary::Summary;
use reachsim::trials::{Column, Trials};

/// A run whose first metric has these values and whose others are zero.
fn run_of(values: &[f64]) -> (Lowered, Trials) {
    let lowered = lowered(FIXED, &[]);
    let mut trials =
        Trials::empty(&lowered.model, Plan { trials: values.len() as u64, ..lowered.plan });
    trials.resize(values.len());
    trials.columns[0] = Column::Plain(values.to_vec());
    (lowered, trials)
}

/// NIST Statistical Reference Datasets, univariate summary statistics, `NumAcc4`: mean 10000000.2,
/// standard deviation 0.1.
#[test]
fn ten_million_and_a_fifth_come_out_of_the_summary() {
    let one = || {
        std::iter::once(10_000_000.2)
            .chain((0..1000).map(|i| if i % 2 == 0 { 10_000_000.1 } else { 10_000_000.3 }))
    };
    let (lowered, trials) = run_of(&one().collect::<Vec<_>>());
    let found = Summary::of(&lowered.model, &trials);
    let questions = metric(&found, "questions");
    assert!((questions.mean.value - 10_000_000.2).abs() < 4e-9, "{:?}", questions.mean);
    assert!((questions.sd - 0.1).abs() < 1e-8, "{}", questions.sd);
    // Through the blocks: 6 of them are over 1,001 values long in sum, and the mean is that of all.
    let many: Vec<f64> = std::iter::repeat_with(one).take(6).flatten().collect();
    let (lowered, trials) = run_of(&many);
    let found = Summary::of(&lowered.model, &trials);
    let blocks: f64 =
        found.blocks.iter().map(|block| block.statistics[0][0] * block.trials as f64).sum();
    assert!((blocks / many.len() as f64 - 10_000_000.2).abs() < 4e-9);
}

#[test]
fn statistics_of_a_known_sample_are_those_of_the_textbook() {
    let (lowered, trials) = run_of(&(0..=100).map(f64::from).collect::<Vec<_>>());
    let found = Summary::of(&lowered.model, &trials);
    let questions = metric(&found, "questions");
    assert_eq!(
        (questions.mean.value, questions.min, questions.max, questions.undefined),
        (50.0, 0.0, 100.0, 0.0)
    );
    assert!((questions.sd * questions.sd - 858.5).abs() < 1e-9);
    for ((_, p), found) in PERCENTILES.iter().zip(questions.percentiles) {
        assert!((found.value - 100.0 * p).abs() < 1e-9 && found.se > 0.0, "{p}: {found:?}");
    }
    assert!((questions.mean.se - (858.5_f64 / 101.0).sqrt()).abs() < 1e-9);
}

#[test]
fn an_undefined_ratio_ranks_worst_and_is_counted() {
    let (lowered, mut trials) = run_of(&[0.0; 100]);
    let place = lowered
        .model
        .metrics
        .iter()
        .position(|place| METRICS[*place].id == "amplification")
        .expect("a metric");
    let under = (0..100).map(|i| if i < 30 { 0.0 } else { 2.0 }).collect();
    trials.columns[place] = Column::Ratio { over: vec![1.0; 100], under };
    let found = Summary::of(&lowered.model, &trials);
    let ratio = metric(&found, "amplification");
    // The ratio of means, 1/1.4, and not the mean of ratios, 0.5.
    assert!(
        (ratio.mean.value - 1.0 / 1.4).abs() < 1e-12 && (ratio.undefined - 0.3).abs() < 1e-12,
        "{ratio:?}"
    );
    assert_eq!(ratio.percentile("p25").value, f64::NEG_INFINITY);
    assert_eq!((ratio.percentile("p50").value, ratio.min, ratio.max), (0.5, 0.5, 0.5));
}

/// The standard deviation of the means of 120 seeds, over the mean of the standard errors that the
/// runs state.
fn stated_over_true(sampler: Sampler, ids: [&str; 2]) -> [f64; 2] {
    let text = FIXED
        .replace("feed.visibility = \"7.5%\"", "feed.visibility = \"5%..10%\"")
        .replace("friends.mean = 130", "friends.mean = \"100 to 160\"");
    let seeds = 120;
    let mut lowered = lowered(&text, &["simulation.weeks=4", "community.page.posts.per_week=0"]);
    // Nothing else is summed up.
    lowered.model.metrics.retain(|&place| ids.contains(&METRICS[place].id));
    let runs = (0..seeds).map(|seed| {
        let plan = Plan { seed, sampler, ..plan(&lowered, 5_000) };
        let trials = engine::run(&lowered.model, plan, Detail::Totals, &Unwatched);
        let summary = Summary::of(&lowered.model, &trials);
        ids.map(|id| metric(&summary, id).mean)
    });
    let means: Vec<_> = runs.collect();
    std::array::from_fn(|place| {
        let values: Vec<f64> = means.iter().map(|means| means[place].value).collect();
        let stated = (means.iter().map(|means| means[place].se.powi(2)).sum::<f64>()
            / f64::from(seeds as u32))
        .sqrt();
        stated / reachsim::estimate::variance(&values).sqrt()
    })
}

/// The ratio of two deviations, one of 120 values and one of 120 x 4, has a relative deviation of
/// 0.07: errors a third too small or too large are noticed, at z = 4.89.
#[test]
fn stated_errors_are_the_errors_for_every_sampler() {
    for sampler in [Sampler::Random, Sampler::LatinHypercube, Sampler::Sobol] {
        let ids = ["impressions_questions", "frequency_second"];
        for (id, ratio) in ids.into_iter().zip(stated_over_true(sampler, ids)) {
            assert!(
                (0.67..1.5).contains(&ratio),
                "{} of {id}: stated errors are {ratio} times the true ones",
                sampler.id()
            );
        }
    }
}

#[test]
fn designs_in_strata_know_means_better_than_chance() {
    let text = FIXED.replace("feed.visibility = \"7.5%\"", "feed.visibility = \"5%..10%\"");
    let se = |sampler: &str| {
        metric(
            &summary(&text, &[&format!("simulation.sampler={sampler}")], 20_000),
            "impressions_questions",
        )
        .mean
        .se
    };
    let (random, hypercube, sobol) = (se("random"), se("latin-hypercube"), se("sobol"));
    // One input explains nine tenths of the variance, so that strata leave a third of the error.
    assert!(hypercube < 0.55 * random && sobol < 0.55 * random, "{random}, {hypercube}, {sobol}");
}
