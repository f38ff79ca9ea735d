//! The answer on one page: how often the targets are met, what moves it, what to do, what to
//! measure first, and what was assumed. Slide, page and `answer.pdf` show it.

use serde::{Deserialize, Serialize};

use super::tables::met_words;
use crate::estimate::Estimate;
use crate::metric::{Better, metric};
use crate::model::{ColumnId, Target};
use crate::output::Report;
use crate::output::charts::SpreadText;
use crate::output::format::Format as _;
use crate::output::phrases::studies::{advice, named, signed, value, worth_knowing};
use crate::output::phrases::{self, Assumed, Ledger, STREAMS, metric_words, names};
use crate::output::pictures::Findings;
use crate::output::words::{Case, say, sentence};
use crate::study::compare::{Advice, Contrast, Difference};
use crate::summary::{Fifths, MetricSummary, TargetSummary};
use crate::units::Unit;

/// What a reader of one page needs.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Answer {
    /// The first target's chance and name; without targets the figure itself.
    pub headline: String,
    /// What is typical, and the range of nine futures of ten; empty where it is the headline.
    pub figure: String,
    /// Why the average is another number than what is typical, and what each business year has on
    /// average; empty where there is nothing to say.
    pub average: String,
    /// In the order of the file.
    pub targets: Vec<Dots>,
    /// What moves the answer most, the first one most of all.
    pub causes: Vec<Fact>,
    /// What to do, and what it gains.
    pub decision: Vec<String>,
    /// What to measure first, and what it is worth.
    pub measure: String,
    /// What the figures rest on that the user did not say.
    pub assumed: String,
}

/// A target as a hundred futures, of which some are filled.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Dots {
    pub name: String,
    /// As it is told: `in 43 of 100 futures`.
    pub chance: String,
    /// The futures in which it is met, of a hundred, as the words have them.
    pub filled: u8,
    /// The chance that the file demands, of a hundred.
    pub wanted: Option<u8>,
    pub met: Option<bool>,
}

/// A thing with what there is to say of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    pub words: String,
    pub told: String,
}

/// Causes that are told.
const CAUSES: usize = 3;

impl Answer {
    pub fn of(report: &Report, findings: &Findings) -> Answer {
        let locale = report.locale;
        let found = findings.subject.and_then(|column| found(report, column));
        let told = found.map(|found| figure(report, found)).unwrap_or_default();
        let target = first_target(report);
        let (headline, figure) = match target {
            Some((target, found)) => (headline(report, target, found), told),
            None => (told, String::new()),
        };
        let measure = match &report.extras.worths {
            Some(worths) => worth_knowing(&report.context(), worths),
            None => phrases::uncertain(report, found).unwrap_or_default(),
        };
        Answer {
            headline,
            figure,
            average: on_average(report, found),
            targets: dots(report),
            causes: causes(report, findings),
            decision: decision(report),
            measure: sentence(&measure),
            assumed: sentence(&Assumed::of(report.assumptions()).line(locale)),
        }
    }
}

fn found<'a>(report: &Report<'a>, column: ColumnId) -> Option<&'a MetricSummary> {
    report.summary().metrics.iter().find(|found| found.column == column)
}

/// The target that answers, with how often it is met.
fn first_target<'a>(report: &Report<'a>) -> Option<(&'a Target, &'a TargetSummary)> {
    let first = report.model().targets.first().zip(report.summary().targets.first());
    first.filter(|_| !report.is_at_medians() && !report.model().inputs.is_empty())
}

fn headline(report: &Report, target: &Target, found: &TargetSummary) -> String {
    let chance = sentence(&phrases::chance(report.locale, found.probability));
    let name = phrases::target_words(report.locale, &target.name);
    say!(report.locale, "answer-title", chance = chance, name = name.trim_end_matches('.'))
}

/// What is typical of a metric, with the range of nine futures of ten.
fn figure(report: &Report, found: &MetricSummary) -> String {
    let (locale, metric) = (report.locale, report.model().metric(found.column.metric));
    let SpreadText { typical, range, .. } =
        report.spread(found).told(locale, phrases::quantity_of(&metric));
    let words = sentence(&metric_words(locale, report.model(), found.column));
    if typical == range {
        say!(locale, "answer-same", words = words, typical = typical)
    } else {
        say!(locale, "answer-range", words = words, typical = typical, range = range)
    }
}

fn on_average(report: &Report, found: Option<&MetricSummary>) -> String {
    let average = found.and_then(|found| average(report, found));
    let years = phrases::years::told(report).map(|told| sentence(&told));
    let all: Vec<String> = average.into_iter().chain(years).collect();
    all.join(". ")
}

/// Less than this part of the typical value away from it, an average is told by nobody.
const APART: f64 = 1.0 / 3.0;

/// Why the average is another number than what is typical: the tail that draws it away.
fn average(report: &Report, found: &MetricSummary) -> Option<String> {
    let (mean, typical) = (found.mean, found.percentile("p50").value);
    let is_known = !report.is_at_medians() && mean.value.is_finite() && typical.is_finite();
    let apart = (mean.value - typical).abs();
    // What the trials leave open is no difference.
    let is_sure = mean.se.is_finite() && apart > 2.0 * mean.se;
    let turns = mean.value * typical < 0.0;
    if !is_known || !is_sure || !(turns || apart > APART * typical.abs()) {
        return None;
    }
    let (id, end) = if mean.value > typical {
        ("answer-average-high", found.percentile("p90"))
    } else {
        ("answer-average-low", found.percentile("p10"))
    };
    let context = report.context();
    // As it is printed where it is a part of a sum.
    let ledger = Ledger::of(report).and_then(|ledger| ledger.told(&found.name));
    let told = ledger.unwrap_or_else(|| value(&context, found.column, mean));
    let told = if turns && mean.value > 0.0 { format!("+{told}") } else { told };
    let end = end.value.is_finite().then(|| value(&context, found.column, end))?;
    Some(say!(report.locale, id, mean = told, end = end))
}

fn dots(report: &Report) -> Vec<Dots> {
    let (locale, plan) = (report.locale, report.plan());
    let dots = |(target, found): (&Target, &TargetSummary)| Dots {
        name: sentence(&phrases::target_words(locale, &target.name)),
        chance: sentence(&phrases::met(locale, plan, found.probability)),
        filled: phrases::filled(found.probability),
        wanted: target.with.map(|with| (100.0 * with).round() as u8),
        met: target.with.map(|with| found.probability.value >= with),
    };
    report.model().targets.iter().zip(&report.summary().targets).map(dots).collect()
}

/// The inputs that move the metric most; where none does, the largest streams of value.
fn causes(report: &Report, findings: &Findings) -> Vec<Fact> {
    let moving = findings.drivers.iter().filter(|driver| driver.low != driver.high);
    let Some(column) = findings.subject else { return streams(report) };
    let name = |driver: &Fifths| {
        let key = &report.model().inputs[driver.input].key;
        names::input(report.locale, report.model(), key, Case::Nominative)
    };
    let moved: Vec<Fact> = moving
        .take(CAUSES)
        .map(|driver| Fact { words: sentence(&name(driver)), told: moved(report, column, driver) })
        .collect();
    if moved.is_empty() { streams(report) } else { moved }
}

/// The metric where an input is low, and where it is high.
pub fn moved(report: &Report, column: ColumnId, driver: &Fifths) -> String {
    let (locale, context) = (report.locale, report.context());
    let [low, high] = [driver.low, driver.high].map(|mean| {
        value(&context, column, Estimate::new(mean, if driver.se > 0.0 { driver.se } else { 0.0 }))
    });
    let told = say!(
        locale,
        "answer-cause",
        words = metric_words(locale, report.model(), column),
        low = low,
        high = in_money(report, column, high)
    );
    sentence(&told)
}

fn streams(report: &Report) -> Vec<Fact> {
    let Some(ledger) = Ledger::of(report) else { return Vec::new() };
    let mut streams: Vec<(&str, f64)> =
        STREAMS.iter().filter_map(|id| Some((*id, ledger.printed(id)?))).collect();
    streams.retain(|(_, mean)| *mean > 0.0);
    streams.sort_by(|a, b| b.1.total_cmp(&a.1));
    let all = ledger.told(metric!("total_value")).unwrap_or_default();
    let fact = |(id, mean): &(&str, f64)| Fact {
        words: sentence(&phrases::part_words(report, id)),
        told: say!(
            report.locale,
            "answer-stream",
            value = sum_of(report, &ledger.written(*mean)),
            all = sum_of(report, &all)
        ),
    };
    streams.iter().take(CAUSES).map(fact).collect()
}

/// The best what-if; else how many targets are met; else what the profit says.
fn decision(report: &Report) -> Vec<String> {
    let decided = what_if(report).or_else(|| wanted(report)).or_else(|| by_profit(report));
    decided.into_iter().collect()
}

/// How much better a difference is than none, the higher the better.
pub fn gain(difference: &Difference) -> f64 {
    match difference.better {
        Better::Lower => -difference.mean.value,
        _ => difference.mean.value,
    }
}

/// The what-ifs with what each is advised, those that gain most first, and before all others those
/// that are worth doing.
pub fn what_ifs<'a>(report: &Report<'a>) -> Vec<(&'a Contrast, &'a Difference, Advice)> {
    let Some(variants) = &report.extras.variants else { return Vec::new() };
    let row = |other: &'a Contrast| {
        let difference = other.metric(&variants.subject)?;
        Some((other, difference, other.advice(&variants.subject)?))
    };
    let mut rows: Vec<_> = variants.found.others.iter().filter_map(row).collect();
    rows.sort_by(|a, b| {
        let is_other = |advice: Advice| advice != Advice::Do;
        is_other(a.2).cmp(&is_other(b.2)).then(gain(b.1).total_cmp(&gain(a.1)))
    });
    rows
}

/// The difference that a what-if makes, in its unit: `+€2,200`.
pub fn gained(report: &Report, difference: &Difference) -> String {
    let (context, column) = (report.context(), difference.column);
    in_money(report, column, signed(&context, column, difference.mean, difference.ends))
}

/// What is written of a metric, with the currency where it is money.
fn in_money(report: &Report, column: ColumnId, told: String) -> String {
    if report.model().metric(column.metric).unit == Unit::Money {
        sum_of(report, &told)
    } else {
        told
    }
}

/// A written amount with its currency.
pub fn sum_of(report: &Report, told: &str) -> String {
    report.locale.money(&phrases::tame(&report.about().currency), told)
}

fn what_if(report: &Report) -> Option<String> {
    let locale = report.locale;
    let (other, difference, advised) = what_ifs(report).into_iter().next()?;
    let told = say!(
        locale,
        "answer-what-if",
        name = sentence(&named(locale, &other.name)),
        verdict = advice(locale, advised),
        words = metric_words(locale, report.model(), difference.column),
        gain = gained(report, difference)
    );
    Some(match difference.chance {
        Some(found) if !report.is_at_medians() => {
            let chance = phrases::chance(locale, found.better);
            say!(locale, "answer-better", told = told, chance = chance)
        }
        _ => told,
    })
}

/// Which of the wanted chances are met.
fn wanted(report: &Report) -> Option<String> {
    let locale = report.locale;
    let dots = dots(report);
    let wanted: Vec<&Dots> = dots.iter().filter(|dots| dots.met.is_some()).collect();
    let met = wanted.iter().filter(|dots| dots.met == Some(true)).count();
    match wanted[..] {
        [] => None,
        [only] => {
            let met = met_words(locale, only.met == Some(true)).to_lowercase();
            Some(say!(locale, "targets-one", name = only.name.as_str(), met = met))
        }
        _ => Some(say!(locale, "answer-targets", met = met, all = wanted.len())),
    }
}

/// Whether to do it at all, by the average profit.
fn by_profit(report: &Report) -> Option<String> {
    let found = report.summary().metric(metric!("profit"))?;
    let is_open = !report.is_at_medians() && !found.mean.se.is_finite();
    let (mean, [low, high]) = (found.mean, found.mean.interval());
    let is_known = mean.value.is_finite() && !is_open;
    let id = match () {
        () if !is_known => return None,
        () if low > 0.0 || report.is_at_medians() && mean.value > 0.0 => "answer-do",
        () if high < 0.0 || report.is_at_medians() && mean.value < 0.0 => "answer-leave",
        () => "answer-open",
    };
    let ledger = Ledger::of(report).and_then(|ledger| ledger.told(metric!("profit")));
    let profit = ledger.unwrap_or_else(|| value(&report.context(), found.column, mean));
    Some(say!(report.locale, id, profit = sum_of(report, &profit)))
}
