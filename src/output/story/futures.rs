//! Futures of a run that a page carries along, so that whoever reads it may ask: which inputs have
//! the good ones, what is the chance of another target, what does a what-if change.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};

use crate::estimate;
use crate::model::{Bound, ColumnId};
use crate::output::format::Quantity;
use crate::output::phrases::studies::{advice, interval, named, points, signed};
use crate::output::phrases::{self, chance, metric_words, target_words};
use crate::output::pictures::Findings;
use crate::output::words::{say, sentence};
use crate::output::{Report, Variants};
use crate::study::compare::{Contrast, Difference};
use crate::units::Unit;

/// Futures that are packed, at most.
const FUTURES: usize = 1_000;
/// Inputs that are packed: those that move the figure most.
const INPUTS: usize = 10;
/// Columns that are packed, at most: a thousand futures of so many take 150 kilobytes of a page.
const COLUMNS: usize = 27;

/// The packed futures, in ascending order of the first column: the figure that the scenario is
/// about. They stand for all: of as many as there are, one in each of so many equal parts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Futures {
    /// Of how many they were chosen.
    pub of: usize,
    /// The figure, then inputs, then what else targets are about.
    pub columns: Vec<Packed>,
}

/// Numbers as four bytes each, the lowest first, in the letters of base 64.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Packed(String);

impl Packed {
    fn of(values: impl Iterator<Item = f64>) -> Packed {
        let bytes: Vec<u8> = values.flat_map(|value| (value as f32).to_le_bytes()).collect();
        Packed(STANDARD.encode(bytes))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// How many numbers there are.
    pub fn count(&self) -> usize {
        let padding = self.0.bytes().rev().take_while(|sign| *sign == b'=').count();
        (self.0.len() / 4 * 3 - padding) / size_of::<f32>()
    }
}

/// What the packed futures are called in one language, and what may be asked of them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Questions {
    /// One for each packed column.
    pub columns: Vec<Named>,
    /// How many columns behind the first are inputs.
    pub inputs: usize,
    pub targets: Vec<Asked>,
    pub choices: Vec<Choice>,
}

/// What a column counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Named {
    pub words: String,
    pub quantity: Quantity,
}

/// A target that may be moved.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Asked {
    pub words: String,
    /// Its place among the columns.
    pub column: usize,
    /// Whether values above are meant, and not those below.
    pub is_least: bool,
    pub value: f64,
    /// In how many of all futures it is met.
    pub chance: String,
}

/// A what-if, and what it changes in the same futures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    pub words: String,
    pub told: Vec<String>,
}

/// What is packed: the figure, the inputs by their places, and the other metrics of targets.
struct Chosen {
    subject: ColumnId,
    inputs: Vec<usize>,
    others: Vec<ColumnId>,
}

impl Chosen {
    /// `None` where there is no figure, and where one future is all there is.
    fn of(report: &Report, findings: &Findings) -> Option<Chosen> {
        let subject = findings.subject.filter(|_| report.trials().filled() > 1)?;
        if report.is_at_medians() {
            return None;
        }
        let drivers = findings.drivers.iter().take(INPUTS);
        let inputs: Vec<usize> = drivers.map(|driver| driver.input).collect();
        let mut others: Vec<ColumnId> = Vec::new();
        for target in &report.model().targets {
            let is_new = target.metric != subject && !others.contains(&target.metric);
            if is_new && 1 + inputs.len() + others.len() < COLUMNS {
                others.push(target.metric);
            }
        }
        Some(Chosen { subject, inputs, others })
    }

    /// The place of a metric among the columns.
    fn place(&self, metric: ColumnId) -> Option<usize> {
        if metric == self.subject {
            return Some(0);
        }
        let place = self.others.iter().position(|other| *other == metric)?;
        Some(1 + self.inputs.len() + place)
    }
}

impl Futures {
    /// How many are packed.
    pub fn count(&self) -> usize {
        self.columns.first().map_or(0, Packed::count)
    }

    pub fn of(report: &Report, findings: &Findings) -> Option<Futures> {
        let chosen = Chosen::of(report, findings)?;
        let (model, trials) = (report.model(), report.trials());
        let figure = trials.column(model, chosen.subject).values();
        let order = estimate::order(&figure);
        let count = order.len().min(FUTURES);
        // The middle one of each part.
        let picked: Vec<usize> =
            (0..count).map(|part| order[(2 * part + 1) * order.len() / (2 * count)]).collect();
        let pack = |values: &[f64]| Packed::of(picked.iter().map(|&trial| values[trial]));
        let inputs = chosen.inputs.iter().map(|&input| pack(&trials.inputs[input]));
        let others =
            chosen.others.iter().map(|&metric| pack(&trials.column(model, metric).values()));
        let columns = std::iter::once(pack(&figure)).chain(inputs).chain(others).collect();
        Some(Futures { of: order.len(), columns })
    }
}

impl Questions {
    pub fn of(report: &Report, findings: &Findings) -> Option<Questions> {
        let chosen = Chosen::of(report, findings)?;
        let inputs = chosen.inputs.iter().map(|&input| {
            let key = &report.model().inputs[input].key;
            let (words, unit) = phrases::input_words(report.locale, report.model(), key);
            Named::of(report, &phrases::brief(report.locale, &words), unit)
        });
        let metrics = chosen.others.iter().map(|&metric| metric_named(report, metric));
        Some(Questions {
            columns: std::iter::once(metric_named(report, chosen.subject))
                .chain(inputs)
                .chain(metrics)
                .collect(),
            inputs: chosen.inputs.len(),
            targets: targets(report, &chosen),
            choices: choices(report),
        })
    }
}

impl Named {
    /// Words with the currency behind them, where they are of money.
    fn of(report: &Report, words: &str, unit: Unit) -> Named {
        let words = sentence(words);
        let words = if unit == Unit::Money {
            let unit = phrases::tame(&report.about().currency);
            say!(report.locale, "unit-behind", words = words, unit = unit)
        } else {
            words
        };
        Named { words, quantity: phrases::quantity(unit) }
    }
}

fn metric_named(report: &Report, metric: ColumnId) -> Named {
    let unit = report.model().metric(metric.metric).unit;
    Named::of(report, &metric_words(report.locale, report.model(), metric), unit)
}

fn targets(report: &Report, chosen: &Chosen) -> Vec<Asked> {
    let targets = report.model().targets.iter().zip(&report.summary().targets);
    targets
        .filter_map(|(target, found)| {
            Some(Asked {
                words: sentence(&target_words(report.locale, &target.name)),
                column: chosen.place(target.metric)?,
                is_least: matches!(target.bound, Bound::AtLeast(_)),
                value: target.bound.value(),
                chance: sentence(&chance(report.locale, found.probability)),
            })
        })
        .collect()
}

/// Each what-if with its verdict, and what it changes in the figures that targets are about.
pub fn choices(report: &Report) -> Vec<Choice> {
    let Some(variants) = &report.extras.variants else { return Vec::new() };
    let others = variants.found.others.iter();
    others
        .map(|contrast| Choice {
            words: sentence(&named(report.locale, &contrast.name)),
            told: told(report, variants, contrast),
        })
        .collect()
}

fn told(report: &Report, variants: &Variants, contrast: &Contrast) -> Vec<String> {
    let (model, locale) = (report.model(), report.locale);
    let names = model.targets.iter().map(|target| model.column_name(target.metric));
    let mut asked = vec![variants.subject.clone()];
    for name in names {
        if !asked.contains(&name) {
            asked.push(name);
        }
    }
    let verdict = contrast.advice(&variants.subject);
    let verdict = verdict.map(|verdict| sentence(&advice(locale, verdict)) + ".");
    let changes = asked.iter().filter_map(|name| contrast.metric(name));
    verdict.into_iter().chain(changes.map(|change| changed(report, change))).collect()
}

/// One metric: how much, and in how many of the same futures for the better.
pub fn changed(report: &Report, change: &Difference) -> String {
    let (context, locale) = (report.context(), report.locale);
    let words = metric_named(report, change.column).words;
    let difference = signed(&context, change.column, change.mean, change.ends);
    let range = points(locale, &interval(&context, change.column, change.mean));
    match change.chance {
        Some(found) => say!(
            locale,
            "compare-verdict",
            words = words,
            difference = difference,
            range = range,
            better = chance(locale, found.better),
            worse = phrases::chance_short(locale, found.worse)
        ),
        None => say!(
            locale,
            "compare-verdict-short",
            words = words,
            difference = difference,
            range = range
        ),
    }
}
