//! How the forecasts of a ledger did.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::book::Ledger;
use super::entry::{Forecast, LEVELS};
use crate::score::{
    Brier, Covered, Group, Misses, Pit, Width, brier, calibration, coverage, misses, pit_quantiles,
    quantile_score, width_factor,
};

/// Central intervals whose coverage is told, in percent, with their ends.
pub const CENTRAL: [(u8, [f64; 2]); 3] = [(50, [0.25, 0.75]), (80, [0.1, 0.9]), (90, [0.05, 0.95])];

/// How they did.
///
/// A question is one metric of one scenario over one period, however often it was forecast.
/// Coverage, probabilities and the width factor take of each question the forecast that stood
/// longest, so that every question counts once. Scores are averages over the days on which
/// forecasts stood: each from its own day to that of the next one or to the end of the period, of
/// several of one day the last.
#[derive(Clone, Debug, PartialEq)]
pub struct Judged {
    /// Forecasts on record, those with a value, those without one yet, and those of which none will
    /// be known.
    pub entries: usize,
    pub resolved: usize,
    pub open: usize,
    pub unknown: usize,
    /// Questions with a value.
    pub questions: usize,
    /// In the order of [`CENTRAL`].
    pub coverage: [Covered; 3],
    /// Of 90 % intervals.
    pub misses: Misses,
    /// The mean over questions of the quantile score in parts of the value that came; those of
    /// which nothing came are left out.
    pub crps: Option<f64>,
    /// The mean over metrics of what their forecasts are better than the baseline.
    pub skill: Option<f64>,
    pub brier: Option<Brier>,
    pub chances: Vec<Group>,
    /// Where outcomes fell, in the order of questions.
    pub transforms: Vec<Pit>,
    /// None below 20 questions.
    pub width: Option<Width>,
    /// By name.
    pub metrics: Vec<ByMetric>,
}

/// How the forecasts of one metric did.
#[derive(Clone, Debug, PartialEq)]
pub struct ByMetric {
    pub metric: String,
    pub unit: String,
    pub currency: Option<String>,
    pub questions: usize,
    /// Of 90 % intervals.
    pub held: usize,
    /// The mean quantile score, in the unit of the metric.
    pub crps: f64,
    /// Against the baseline frozen with the forecasts, over questions that have one.
    pub skill: Option<f64>,
}

/// A question with its value, and its forecasts in the order of their days.
struct Asked<'a> {
    made: Vec<&'a Forecast>,
    value: f64,
}

/// How the forecasts of a ledger did.
///
/// Test: `ledger::judge::right_forecasts_hold_as_often_as_they_say`.
pub fn judge(ledger: &Ledger) -> Judged {
    let asked = asked(ledger);
    let longest: Vec<&Forecast> = asked.iter().map(Asked::longest).collect();
    let values: Vec<f64> = asked.iter().map(|asked| asked.value).collect();
    let intervals = |[low, high]: [f64; 2]| -> Vec<[f64; 2]> {
        longest.iter().map(|made| [made.quantile(low), made.quantile(high)]).collect()
    };
    let ranges: Vec<[f64; 3]> =
        longest.iter().map(|made| [0.05, 0.5, 0.95].map(|level| made.quantile(level))).collect();
    let targets: (Vec<f64>, Vec<bool>) = longest
        .iter()
        .zip(&values)
        .flat_map(|(made, &value)| {
            made.targets.iter().map(move |t| (t.probability, t.is_met(value)))
        })
        .unzip();
    let relative: Vec<f64> = asked
        .iter()
        .filter(|asked| asked.value != 0.0)
        .map(|asked| asked.score() / asked.value.abs())
        .collect();
    let metrics = by_metric(&asked);
    let skills: Vec<f64> = metrics.iter().filter_map(|metric| metric.skill).collect();
    let count = |is: fn(Option<Option<f64>>) -> bool| {
        ledger.forecasts().filter(|(_, outcome)| is(outcome.map(|found| found.value))).count()
    };
    Judged {
        entries: ledger.len(),
        resolved: count(|outcome| matches!(outcome, Some(Some(_)))),
        open: count(|outcome| outcome.is_none()),
        unknown: count(|outcome| matches!(outcome, Some(None))),
        questions: asked.len(),
        coverage: CENTRAL.map(|(_, ends)| coverage(&intervals(ends), &values, 1)),
        misses: misses(&intervals([0.05, 0.95]), &values),
        crps: mean(&relative),
        skill: mean(&skills),
        brier: brier(&targets.0, &targets.1),
        chances: calibration(&targets.0, &targets.1),
        transforms: longest
            .iter()
            .zip(&values)
            .map(|(made, &value)| pit_quantiles(&LEVELS, &made.quantiles, value))
            .collect(),
        width: width_factor(&ranges, &values),
        metrics,
    }
}

/// Every question that has a value.
fn asked(ledger: &Ledger) -> Vec<Asked<'_>> {
    type Key<'a> = (&'a str, &'a str, Date, Date);
    let mut all: BTreeMap<Key, Asked> = BTreeMap::new();
    for (made, outcome) in ledger.forecasts() {
        let Some(value) = outcome.and_then(|outcome| outcome.value) else { continue };
        let key = (made.metric.as_str(), made.scenario.title.as_str(), made.from, made.to);
        let asked = all.entry(key).or_insert(Asked { made: Vec::new(), value });
        asked.made.push(made);
        asked.value = value;
    }
    let mut all: Vec<Asked> = all.into_values().collect();
    for asked in &mut all {
        asked.made.sort_by_key(|made| made.as_of);
        // Of several of one day the last one stands.
        asked.made.reverse();
        asked.made.dedup_by_key(|made| made.as_of);
        asked.made.reverse();
    }
    all
}

impl<'a> Asked<'a> {
    /// Days on which each forecast stood.
    fn days(&self) -> Vec<f64> {
        let ends = self.made.iter().skip(1).map(|next| next.as_of);
        let last = self.made.last().map(|made| made.to.tomorrow().unwrap_or(made.to));
        let stood = |(made, end): (&&Forecast, Date)| (end - made.as_of).get_days().max(1);
        self.made.iter().zip(ends.chain(last)).map(stood).map(f64::from).collect()
    }

    /// The forecast that stood longest, of equals the first.
    fn longest(&self) -> &'a Forecast {
        let days = self.days();
        let mut best = 0;
        for (place, &stood) in days.iter().enumerate() {
            if stood > days[best] {
                best = place;
            }
        }
        self.made[best]
    }

    /// The quantile score, averaged over days.
    fn score(&self) -> f64 {
        let scores = self.made.iter().map(|made| self.of(&made.quantiles));
        let days = self.days();
        let sum: f64 = scores.zip(&days).map(|(score, stood)| score * stood).sum();
        sum / days.iter().sum::<f64>()
    }

    /// The same of forecasts that have a baseline, and of their baselines; none without one.
    fn against(&self) -> Option<[f64; 2]> {
        let mut sums = [0.0; 3];
        for (made, stood) in self.made.iter().zip(self.days()) {
            if let Some(baseline) = &made.baseline {
                sums[0] += stood * self.of(&made.quantiles);
                sums[1] += stood * self.of(&baseline.quantiles);
                sums[2] += stood;
            }
        }
        (sums[2] > 0.0).then(|| [sums[0] / sums[2], sums[1] / sums[2]])
    }

    fn of(&self, quantiles: &[f64]) -> f64 {
        quantile_score(&LEVELS, quantiles, self.value)
    }
}

fn by_metric(asked: &[Asked]) -> Vec<ByMetric> {
    let name = |asked: &Asked| asked.made[0].metric.clone();
    asked.chunk_by(|a, b| name(a) == name(b)).map(told).collect()
}

/// Questions of one metric.
fn told(asked: &[Asked]) -> ByMetric {
    let first = asked[0].made[0];
    let held = |asked: &&Asked| {
        let made = asked.longest();
        (made.quantile(0.05)..=made.quantile(0.95)).contains(&asked.value)
    };
    let pairs = || asked.iter().filter_map(Asked::against);
    let [own, baseline] = [0, 1].map(|side: usize| pairs().map(|pair| pair[side]).sum::<f64>());
    ByMetric {
        metric: first.metric.clone(),
        unit: first.unit.clone(),
        currency: first.currency.clone(),
        questions: asked.len(),
        held: asked.iter().filter(held).count(),
        crps: asked.iter().map(Asked::score).sum::<f64>() / asked.len() as f64,
        skill: (baseline > 0.0).then(|| 1.0 - own / baseline),
    }
}

fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
}
