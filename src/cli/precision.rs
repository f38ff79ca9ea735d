//! `--precision`: more trials until the means are known well enough.

use super::load::{self, Loaded};
use super::watch::{self, Bar};
use super::{Failure, Global, terminal};
use crate::design::{BLOCK, Sampler};
use crate::engine::{self, Detail};
use crate::output::format::Locale;
use crate::output::screen;
use crate::summary::{MetricSummary, Summary};
use crate::trials::Trials;

/// The share of a mean, or of half its 90 % width where that is larger, that its standard error may have.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Precision(f64);

/// `1%`, `0.5 %`, `0.01`.
pub fn parse(text: &str) -> Result<Precision, String> {
    let share = load::number(text)?;
    if share > 0.0 && share < 1.0 { Ok(Precision(share)) } else { Err("a precision lies between 0 and 100 %, such as 1%".into()) }
}

impl Precision {
    /// |se| <= p max(|mean|, (p95 - p05)/2).
    fn is_met(self, metric: &MetricSummary) -> bool {
        let half = (metric.percentile("p95").value - metric.percentile("p05").value).abs() / 2.0;
        let size = if half.is_finite() { half.max(metric.mean.value.abs()) } else { metric.mean.value.abs() };
        // What is undefined in every future has no error that more trials could make smaller.
        metric.mean.value.is_nan() || metric.mean.se <= self.0 * size
    }
}

/// Runs, tests, doubles, until every mean on the first screen is precise or memory ends.
pub fn run(loaded: &Loaded, precision: Precision, detail: Detail, global: Global) -> Result<(Trials, Summary), Failure> {
    let model = &loaded.model;
    let plan = loaded.plan;
    let mut trials = engine::run(model, plan, detail, &Bar::new(global, plan.trials));
    loop {
        watch::check()?;
        let summary = Summary::of(model, &trials);
        let shown = screen::METRICS.iter().filter_map(|id| summary.metric(id));
        let open: Vec<&MetricSummary> = shown.filter(|metric| !precision.is_met(metric)).collect();
        if open.is_empty() || plan.sampler == Sampler::Expected {
            return Ok((trials, summary));
        }
        let more = (2 * trials.count()).max(2 * BLOCK as u64);
        if more > load::most_trials(model) {
            let count = Locale::default().number(trials.count() as f64, Some(0.0));
            terminal::remark(&format!("stopped at {count} trials, before memory ends: the precision is not reached"));
            return Ok((trials, summary));
        }
        let bar = Bar::new(global, more - trials.count());
        engine::extend(model, &mut trials, more, detail, &bar);
    }
}
