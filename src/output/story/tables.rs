//! The tables of the documents, in words.

use crate::output::format::Format as _;
use crate::output::format::numerals::currency;
use crate::output::words::Words as _;
use serde::{Deserialize, Serialize};

use crate::metric;
use crate::model::{Assumption, Origin, Target, Understood};
use crate::output::charts::{SpreadText, Staircase};
use crate::output::format::Locale;
use crate::output::phrases::names::plain;
use crate::output::phrases::studies::{advice, interval, named, points, signed, value};
use crate::output::phrases::{self, Ledger};
use crate::output::phrases::{
    chance, key_words, met, quantity, quantity_of, row_words, target_words,
};
use crate::output::{Context, Report};

use crate::output::words::{say, sentence};
use crate::scenario::Beside;
use crate::scenario::keys::{self, BY_DESIGN, ESTIMATE};
use crate::study::compare::{Comparison, Contrast};
use crate::summary::TargetSummary;
use crate::units::Unit;

/// Rows of texts under their heads.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Table {
    pub heads: Vec<String>,
    pub rows: Vec<Vec<String>>,
    /// How many columns, from the left, hold words; the others hold numbers.
    pub words: usize,
    /// Widths of the columns, over their sum.
    pub widths: Vec<f64>,
}

impl Table {
    pub fn new<const N: usize>(
        heads: [String; N],
        (words, widths): (usize, [f64; N]),
        rows: Vec<[String; N]>,
    ) -> Table {
        Table {
            heads: heads.into(),
            rows: rows.into_iter().map(Vec::from).collect(),
            words,
            widths: widths.into(),
        }
    }
}

/// The article's sum: each figure, its range, and the factor that leads to it.
pub fn counted(report: &Report, stairs: &Staircase) -> Table {
    let locale = report.locale;
    let heads = ["counted-step", "column-typical", "column-futures", "counted-how"]
        .map(|id| sentence(&locale.say(id, &[])));
    let row = |step: &crate::output::charts::Step| {
        let SpreadText { typical, range, .. } = step.spread.told(locale, quantity(Unit::None));
        [
            sentence(&step.words),
            typical.clone(),
            if typical == range { String::new() } else { range },
            step.link.clone(),
        ]
    };
    let mut table =
        Table::new(heads, (1, [4.0, 2.0, 3.0, 3.0]), stairs.steps.iter().map(row).collect());
    table.rows.retain(|row| !row[1].is_empty());
    table
}

/// Every assumption that has a number: its key, its meaning, its value, where it comes from, and
/// how good that is.
pub fn assumptions(report: &Report) -> Table {
    let locale = report.locale;
    let heads = ["explain-key", "explain-meaning", "explain-value", "explain-source", "grade"]
        .map(|id| locale.say(id, &[]));
    let row = |assumption: &Assumption| {
        let Understood::Quantity(dist) = &assumption.value else { return None };
        let path = &assumption.key;
        let meaning = keys::find(path).map_or_else(
            || phrases::input_words(locale, report.model(), path).0,
            |key| key_words(locale, key, path),
        );
        let value = phrases::shape(locale, dist, assumption.unit);
        let source = source(report, &assumption.origin);
        Some([assumption.key.clone(), meaning, value, source, grade(report, &assumption.origin)])
    };
    Table::new(
        heads,
        (5, [3.0, 4.4, 3.2, 4.4, 1.6]),
        report.assumptions().iter().filter_map(row).collect(),
    )
}

/// Where a value comes from: the file's own source and note, or whose figure it is.
pub fn source(report: &Report, origin: &Origin) -> String {
    let locale = report.locale;
    match origin {
        Origin::File { beside: Beside { source: Some(source), note }, .. } => {
            let note = note.as_ref().map_or_else(String::new, |note| format!(": {note}"));
            phrases::tame(&format!("{source}{note}"))
        }
        Origin::File { beside: Beside { note: Some(note), .. }, .. } => phrases::tame(note),
        Origin::File { .. } | Origin::CommandLine => say!(locale, "source-own"),
        origin @ Origin::Preset { .. } => plain(locale, &phrases::source(locale, origin)),
        Origin::Default { source } if source == BY_DESIGN || source == ESTIMATE => {
            grade(report, origin)
        }
        Origin::Default { source } => plain(locale, &phrases::cited(locale, source)),
        Origin::Measured { on } => locale.message(on),
    }
}

/// How good the source of a number is.
pub fn grade(report: &Report, origin: &Origin) -> String {
    let id = match origin {
        Origin::File { beside: Beside { source: Some(_), .. }, .. } => "grade-sourced",
        Origin::File { .. } | Origin::CommandLine => "grade-own",
        Origin::Measured { .. } => "grade-measured",
        origin if origin.is_estimate() => "grade-estimate",
        Origin::Default { source } if source == BY_DESIGN => "grade-neutral",
        Origin::Preset { .. } | Origin::Default { .. } => "grade-published",
    };
    report.locale.say(id, &[])
}

/// Every metric of all communities together.
pub fn metrics(report: &Report) -> Table {
    metrics_of(report, |_| true)
}

/// Some metrics of all communities together.
pub fn metrics_of(report: &Report, is_told: impl Fn(&str) -> bool) -> Table {
    let locale = report.locale;
    let heads = ["metric-head", "column-mean", "column-low", "column-typical", "column-high"]
        .map(|id| sentence(&locale.say(id, &[])));
    let rows = report.summary().metrics.iter();
    let rows = rows.filter(|row| row.column.community.is_none() && is_told(&row.name));
    let ledger = Ledger::of(report);
    let row = |row: &crate::summary::MetricSummary| {
        let metric = report.model().metric(row.column.metric);
        let se = if report.is_at_medians() {
            Some(0.0)
        } else {
            Some(row.mean.se).filter(|se| se.is_finite())
        };
        let mean = if row.mean.value.is_nan() {
            "—".to_owned()
        } else {
            let told = ledger.as_ref().and_then(|ledger| ledger.told(&row.name));
            told.unwrap_or_else(|| locale.amount(quantity_of(&metric), row.mean.value, se))
        };
        let SpreadText { low, typical, high, .. } =
            report.spread(row).told(locale, quantity_of(&metric));
        let words = sentence(&row_words(locale, report.model(), row.column.metric));
        let words = if metric.unit == Unit::Money {
            say!(locale, "unit-behind", words = words, unit = currency(&report.about().currency))
        } else {
            words
        };
        [words, mean, low, typical, high]
    };
    Table::new(heads, (1, [4.0, 2.0, 2.0, 2.0, 2.0]), rows.map(row).collect())
}

/// What each metric means.
pub fn glossary(report: &Report) -> Table {
    let locale = report.locale;
    let heads = ["glossary-term", "glossary-meaning"].map(|id| locale.say(id, &[]));
    let rows = report.model().metrics.iter().map(|&place| &metric::METRICS[place]);
    let row = |row: &metric::Metric| {
        [sentence(&locale.metric(row)), sentence(&plain(locale, &locale.metric_about(row)))]
    };
    Table::new(heads, (2, [3.0, 8.0]), rows.map(row).collect())
}

/// Every target with its chance, and all of them together.
pub fn targets(report: &Report) -> Table {
    let locale = report.locale;
    let heads = ["targets-name", "targets-wanted", "targets-chance", "variant-verdict"]
        .map(|id| sentence(&locale.say(id, &[])));
    let (targets, summary) = (&report.model().targets, report.summary());
    let row = |(target, found): (&Target, &TargetSummary)| {
        let is_met = target.with.map(|with| found.probability.value >= with);
        [
            sentence(&target_words(locale, &target.name)),
            target.with.map_or_else(String::new, |with| locale.share(with, Some(0.0))),
            sentence(&met(locale, report.plan(), found.probability)),
            is_met.map_or_else(String::new, |is_met| met_words(locale, is_met)),
        ]
    };
    let mut rows: Vec<[String; 4]> = targets.iter().zip(&summary.targets).map(row).collect();
    rows.extend(summary.together.filter(|_| targets.len() > 1).map(|found| {
        let together = sentence(&say!(locale, "targets-together"));
        let chance = sentence(&met(locale, report.plan(), found.probability));
        [together, String::new(), chance, String::new()]
    }));
    Table::new(heads, (4, [6.0, 1.4, 3.6, 1.6]), rows)
}

/// Whether a target has the chance that the file demands, as a cell of a table.
pub fn met_words(locale: Locale, is_met: bool) -> String {
    sentence(&locale.say(if is_met { "targets-met" } else { "targets-missed" }, &[]))
}

/// What is typical of each state.
pub fn states(report: &Report) -> Option<Table> {
    let states = &report.extras.states;
    let first = sentence(&report.locale.say("metric-head", &[]));
    let heads: Vec<String> = std::iter::once(first)
        .chain(states.iter().map(|state| phrases::tame(state.name.of(report.locale))))
        .collect();
    let rows = phrases::states::rows(report).into_iter().map(|mut row| {
        row[0] = sentence(&row[0]);
        row
    });
    let widths = std::iter::once(3.0).chain(states.iter().map(|_| 2.0)).collect();
    (!states.is_empty()).then(|| Table { heads, rows: rows.collect(), words: 1, widths })
}

/// Each what-if against the file as it is.
pub fn variants(report: &Report) -> Option<Table> {
    let variants = report.extras.variants.as_ref()?;
    Some(contrasts(&report.context(), &variants.subject, &variants.found))
}

/// Each alternative against the base, in one metric.
pub fn contrasts(context: &Context, subject: &str, found: &Comparison) -> Table {
    let locale = context.locale;
    let heads =
        ["variant", "variant-verdict", "compare-difference", "compare-sure", "variant-better"]
            .map(|id| sentence(&locale.say(id, &[])));
    let row = |other: &Contrast| {
        let difference = other.metric(subject)?;
        let better =
            difference.chance.map_or_else(String::new, |found| chance(locale, found.better));
        let (column, mean) = (difference.column, difference.mean);
        Some([
            sentence(&named(locale, &other.name)),
            other.advice(subject).map_or_else(String::new, |told| sentence(&advice(locale, told))),
            signed(context, column, mean, difference.ends),
            points(locale, &interval(context, column, mean)),
            better,
        ])
    };
    let rows = found.others.iter().filter_map(row).collect();
    Table::new(heads, (2, [4.0, 2.0, 2.0, 3.0, 3.0]), rows)
}

/// What it is worth to know each input.
pub fn worths(report: &Report) -> Option<Table> {
    let worths = report.extras.worths.as_ref()?;
    let (locale, context) = (report.locale, report.context());
    let heads =
        ["drivers-input", "worth-head", "compare-sure"].map(|id| sentence(&locale.say(id, &[])));
    let row = |worth: &crate::study::voi::Worth| {
        let key = &worths.found.inputs[worth.inputs[0]].0;
        let words = phrases::input_words(locale, report.model(), key).0;
        [
            sentence(&words),
            value(&context, worths.metric, worth.evppi),
            interval(&context, worths.metric, worth.evppi),
        ]
    };
    let told = worths.ranked.iter().filter(|worth| worth.evppi.value > 0.0).take(8);
    Some(Table::new(heads, (1, [7.0, 2.0, 3.0]), told.map(row).collect()))
}
