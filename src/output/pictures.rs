//! From a run to the material of its charts.

pub mod studies;

use std::borrow::Cow;

use rayon::prelude::*;

use super::Bundle;
use super::charts::{BuildUp, CHARTS, Ceiling, Distribution, Mark, Material, Spread, Staircase, Step};
use super::draw::{Svg, Theme};
use super::format::{Locale, Quantity};
use crate::design::Sampler;
use crate::engine::{Lives, Values, World};
use crate::metric;
use crate::model::{About, Assumption, Bound, ColumnId, Model, Plan};
use crate::summary::{MetricSummary, Summary};
use crate::trials::Column;
use crate::units::Unit;

/// The metric whose distribution is drawn: the article's figure.
const SEEN: &str = "impressions_questions";

/// The metric whose distribution is drawn: where there is no community, the file's own first one.
fn subject<'a>(bundle: &Bundle<'a>) -> Option<&'a MetricSummary> {
    let own = || bundle.model.formulas.first().and_then(|formula| bundle.summary.metric(&formula.id));
    bundle.summary.metric(SEEN).or_else(own)
}

fn sample(column: &Column) -> Cow<'_, [f64]> {
    match column {
        Column::Plain(values) => Cow::Borrowed(values),
        ratio @ Column::Ratio { .. } => Cow::Owned(ratio.values()),
    }
}

/// Every picture for which the run has material, with the stem of its files.
pub fn draw(bundle: &Bundle, theme: &Theme) -> Vec<(&'static str, Svg)> {
    let pictures = Pictures::of(bundle, theme.locale);
    let drawn = CHARTS.par_iter().map(|chart| Some((chart.id, (chart.draw)(&pictures.material(), &pictures.stamp, theme)?)));
    drawn.collect::<Vec<_>>().into_iter().flatten().collect()
}

/// The words and numbers of all charts of a run.
struct Pictures<'a> {
    bundle: &'a Bundle<'a>,
    scope: String,
    /// The line at the foot of every picture.
    stamp: String,
    marks: Vec<Mark>,
    steps: Vec<Step>,
    weeks: Vec<Spread>,
    ceiling: f64,
    /// Values of the metric whose distribution is drawn.
    sample: Cow<'a, [f64]>,
}

impl<'a> Pictures<'a> {
    fn of(bundle: &'a Bundle<'a>, locale: Locale) -> Pictures<'a> {
        let time = locale.weeks(bundle.model.weeks as u64);
        Pictures {
            bundle,
            scope: if bundle.model.communities.is_empty() { bundle.about.title.clone() } else { format!("{}, {time}", bundle.about.title) },
            stamp: stamp(bundle, locale),
            marks: marks(bundle, locale),
            steps: steps(bundle, locale),
            weeks: weeks(bundle),
            ceiling: ceiling(bundle.model),
            sample: subject(bundle).map_or(Cow::Borrowed(&[]), |found| sample(bundle.trials.column(bundle.model, found.column))),
        }
    }

    fn material(&self) -> Material<'_> {
        let scope = self.scope.as_str();
        Material {
            distribution: self.distribution(),
            build_up: (self.has("reach_second") && !self.weeks.is_empty()).then(|| BuildUp {
                words: words("reach_second"),
                scope,
                weeks: self.weeks.clone(),
                ceiling: Some(Ceiling { value: self.ceiling, words: "friends in reach" }),
            }),
            staircase: self.has(SEEN).then(|| Staircase { scope, steps: self.steps.clone() }),
            ..Material::default()
        }
    }

    /// Whether there is any of a metric: a network that tells no friends has no picture of them.
    fn has(&self, metric: &str) -> bool {
        mean(self.bundle.summary, metric) > 0.0
    }

    fn distribution(&self) -> Option<Distribution<'_>> {
        let bundle = self.bundle;
        let found = subject(bundle)?;
        let (spread, marks) = (bundle.spread(found), self.marks.clone());
        // One future has no distribution.
        let (row, is_share) = (bundle.model.metric(found.column.metric), bundle.model.metric(found.column.metric).unit == Unit::Share);
        let is_there = found.name != SEEN || self.has(SEEN);
        (is_there && self.sample.len() > 1).then_some(Distribution {
            words: row.words,
            scope: &self.scope,
            quantity: if is_share { Quantity::Share } else { Quantity::Number },
            sample: &self.sample,
            spread,
            marks,
        })
    }
}

fn words(metric: &str) -> &'static str {
    metric::find(metric).map_or("", |(_, row)| row.words)
}

/// Scenario, trials, and what the figures rest on.
fn stamp(bundle: &Bundle, locale: Locale) -> String {
    stamp_of(bundle.about, bundle.plan, bundle.assumptions, locale)
}

/// The same, of a run or of a study.
pub fn stamp_of(about: &About, plan: Plan, assumptions: &[Assumption], locale: Locale) -> String {
    let hash = about.hash.get(..16).unwrap_or(&about.hash);
    let futures = if plan.sampler == Sampler::Expected {
        "every input at its median".into()
    } else {
        let word = if plan.trials == 1 { "future" } else { "futures" };
        format!("{} simulated {word}", locale.number(plan.trials as f64, Some(0.0)))
    };
    let assumed = super::screen::Assumed::of(assumptions);
    let parts = [format!("Scenario {hash}"), futures, assumed.years(), assumed.estimates(locale)];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// The targets on the metric that is drawn.
fn marks(bundle: &Bundle, locale: Locale) -> Vec<Mark> {
    let drawn = |column: ColumnId| subject(bundle).is_some_and(|seen| bundle.model.place(seen.column) == bundle.model.place(column));
    let targets = bundle.model.targets.iter().zip(&bundle.summary.targets).filter(|(target, _)| drawn(target.metric));
    targets
        .map(|(target, found)| {
            let (value, way) = match target.bound {
                Bound::AtLeast(least) => (least, "reached or exceeded"),
                Bound::AtMost(most) => (most, "not exceeded"),
            };
            let futures = match found.probability.value {
                0.0 => "no future".into(),
                1.0 => "every future".into(),
                chance => format!("{} of futures", locale.share(chance, Some(found.probability.se).filter(|se| se.is_finite()))),
            };
            Mark { value, words: target.name.clone(), chance: format!("{way} in {futures}") }
        })
        .collect()
}

/// From the questions to the people, each figure with the factor that leads to it.
fn steps(bundle: &Bundle, locale: Locale) -> Vec<Step> {
    let mean = |id: &str| mean(bundle.summary, id);
    let ratio = |over: &str, under: &str| mean(over) / mean(under);
    let times = |factor: f64| locale.number(factor, None);
    let mut steps = vec![
        ("questions", words("questions"), String::new()),
        ("potential_questions", words("potential_questions"), format!("× {} friends", times(ratio("potential_questions", "questions")))),
        (SEEN, words(SEEN), format!("{} are seen", locale.share(ratio(SEEN, "potential_questions"), None))),
    ];
    if mean("impressions_second") > mean(SEEN) {
        steps.push(("impressions_second", words("impressions_second"), format!("× {}", times(ratio("impressions_second", SEEN)))));
    }
    steps.push(("reach_second", words("reach_second"), format!("{} times each", times(mean("frequency_second")))));
    let step = |(id, words, link): (&str, &str, String)| {
        let found = bundle.summary.metric(id)?;
        let link = if mean(id) > 0.0 { link } else { String::new() };
        Some(Step { words: words.to_owned(), spread: bundle.spread(found), link })
    };
    steps.into_iter().filter_map(step).collect()
}

fn mean(summary: &Summary, id: &str) -> f64 {
    summary.metric(id).map_or(f64::NAN, |found| found.mean.value)
}

fn weeks(bundle: &Bundle) -> Vec<Spread> {
    let last = bundle.summary.metric("reach_second").map_or([None; 3], |found| bundle.spread(found).se);
    let weeks = bundle.summary.series("reach_second_cumulative").map_or(&[][..], |series| &series.weeks[..]);
    weeks.iter().map(|week| Spread { low: week.p05, typical: week.p50, high: week.p95, se: last }).collect()
}

/// People among whom the members' friends are scattered, with every input at its median; of several communities the most
/// that their pools can hold together, which is no more than the market.
fn ceiling(model: &Model) -> f64 {
    let medians: Vec<f64> = model.inputs.iter().map(|input| input.dist.quantile(0.5)).collect();
    let world = World::draw(model, Values { inputs: &medians, lives: Lives::Expected });
    world.communities.iter().map(|community| community.pool).sum::<f64>().min(world.market)
}
