//! `reachsim sweep`: a metric over one key, or over two.

use super::super::layout::{self, cut, pad, pad_left, wrap};
use super::{settled, title};
use crate::estimate::Estimate;
use crate::metric::Better;
use crate::model::ColumnId;
use crate::output::Context;
use crate::output::phrases::studies::{
    at_key, brief_input, key_sum, key_value, range, unit_words, value, with_currency, words,
};
use crate::output::phrases::{names, tame};
use crate::output::words::Words as _;
use crate::output::words::{say, sentence};
use crate::study::sweep::{Point, Sweep};
use crate::summary::MetricSummary;

/// Columns of a key's value.
const KEY: usize = 14;
/// Columns of a cell of two keys.
const CELL: usize = 11;

/// A line a value of one key, or a table of two.
pub fn sweep(context: &Context, keys: &[String], subject: ColumnId, found: &Sweep) -> String {
    let mut lines = vec![title(context, found.trials)];
    lines.extend(wrap(&verdict(context, keys, subject, found), context.columns));
    lines.push(String::new());
    lines.extend(match keys {
        [_] => one(context, keys, subject, found),
        _ => two(context, keys, subject, found),
    });
    lines.extend(settled(context, found.settling));
    layout::text(&lines)
}

fn metric<'p>(context: &Context, point: &'p Point, subject: ColumnId) -> Option<&'p MetricSummary> {
    point.summary.metric(&context.model().column_name(subject))
}

fn verdict(context: &Context, keys: &[String], subject: ColumnId, found: &Sweep) -> String {
    let (locale, name) = (context.locale, words(context, subject));
    let at = |place: usize| {
        let values = keys.iter().zip(&found.points[place].at);
        let values = values.map(|(key, value)| {
            say!(
                locale,
                "key-is",
                key = brief_input(context, key),
                value = key_sum(context, key, *value)
            )
        });
        locale.listed(&values.collect::<Vec<_>>())
    };
    let Some(best) = found.best else {
        return say!(locale, "sweep-everywhere", words = sentence(&name));
    };
    let means: Vec<f64> = found
        .points
        .iter()
        .filter_map(|point| metric(context, point, subject))
        .map(|metric| known(metric).value)
        .collect();
    if let [first, ..] = means[..]
        && means.iter().all(|mean| *mean == first)
    {
        return say!(
            locale,
            "sweep-same",
            words = name,
            value =
                with_currency(context, subject, &value(context, subject, Estimate::exact(first)))
        );
    }
    let is_lower = context.model().metric(subject.metric).better == Better::Lower;
    let least = if is_lower { "sweep-title-lowest" } else { "sweep-title" };
    let known =
        metric(context, &found.points[best], subject).map_or(Estimate::exact(f64::NAN), known);
    let best_at = keys.iter().zip(&found.points[best].at);
    let best_at: Vec<String> = best_at.map(|(key, value)| at_key(context, key, *value)).collect();
    let text = sentence(&locale.say(
        least,
        &[
            ("words", names::subject(locale, context.model(), subject).into()),
            ("at", locale.listed(&best_at).into()),
            ("value", with_currency(context, subject, &value(context, subject, known)).into()),
        ],
    ));
    match found.ties.as_slice() {
        [] => say!(locale, "sweep-alone", best = text),
        [tie] => say!(locale, "sweep-tie", best = text, at = at(*tie)),
        ties if ties.len() + 1 == found.points.len() => say!(locale, "sweep-all-tie", best = text),
        ties if keys.len() == 1 => {
            let values: Vec<String> = ties
                .iter()
                .map(|&tie| key_value(locale, &keys[0], found.points[tie].at[0]))
                .collect();
            say!(locale, "sweep-ties", best = text, list = locale.listed(&values))
        }
        ties => say!(locale, "sweep-ties-many", best = text, n = ties.len()),
    }
}

fn known(metric: &MetricSummary) -> Estimate {
    if metric.mean.value.is_nan() { metric.percentile("p50") } else { metric.mean }
}

fn one(context: &Context, keys: &[String], subject: ColumnId, found: &Sweep) -> Vec<String> {
    let unit = unit_words(context, subject);
    let name = words(context, subject);
    let locale = context.locale;
    let name = if unit.is_empty() || unit == name {
        name
    } else {
        say!(locale, "unit-behind", words = name, unit = unit)
    };
    let mut lines =
        vec![cut(&say!(locale, "sweep-key", key = tame(&keys[0]), words = name), context.columns)];
    let heads = ["solve-value", "column-mean", "column-typical", "column-futures"]
        .map(|id| locale.say(id, &[]));
    lines.push(
        pad_left(&heads[0], KEY)
            + &pad_left(&heads[1], 16)
            + &pad_left(&heads[2], 16)
            + &pad_left(&heads[3], 30),
    );
    for (place, point) in found.points.iter().enumerate() {
        let Some(metric) = metric(context, point, subject) else { continue };
        let [low, median, high] = ["p05", "p50", "p95"].map(|id| metric.percentile(id));
        let text = |estimate: Estimate| value(context, subject, estimate);
        let mark = if found.best == Some(place) { " <" } else { "" };
        let range = range(context, subject, [low.value, high.value]);
        lines.push(
            pad_left(&key_value(context.locale, &keys[0], point.at[0]), KEY)
                + &pad_left(&text(metric.mean), 16)
                + &pad_left(&text(median), 16)
                + &pad_left(&range, 30)
                + mark,
        );
    }
    lines
}

/// Rows of the first key, columns of the second; as many columns as fit.
fn two(context: &Context, keys: &[String], subject: ColumnId, found: &Sweep) -> Vec<String> {
    let locale = context.locale;
    let mut across: Vec<f64> = found.points.iter().map(|point| point.at[1]).collect();
    across.sort_by(f64::total_cmp);
    across.dedup();
    let mut down: Vec<f64> = found.points.iter().map(|point| point.at[0]).collect();
    down.dedup();
    let fits = (context.columns - KEY) / CELL;
    let stride = across.len().div_ceil(fits);
    let shown: Vec<f64> = across.iter().copied().step_by(stride).collect();
    let mut lines = vec![
        cut(&say!(locale, "sweep-mean", words = words(context, subject)), context.columns),
        cut(
            &say!(locale, "sweep-axes", down = tame(&keys[0]), across = tame(&keys[1])),
            context.columns,
        ),
        pad("", KEY)
            + &shown
                .iter()
                .map(|value| pad_left(&key_value(context.locale, &keys[1], *value), CELL))
                .collect::<String>(),
    ];
    for row in down {
        let cell = |column: &f64| {
            let point = found.points.iter().find(|point| point.at == [row, *column]);
            let text = point
                .and_then(|point| metric(context, point, subject))
                .map_or_else(String::new, |metric| value(context, subject, known(metric)));
            pad_left(&text, CELL)
        };
        lines.push(
            pad_left(&key_value(context.locale, &keys[0], row), KEY)
                + &shown.iter().map(cell).collect::<String>(),
        );
    }
    if shown.len() < across.len() {
        lines.push(say!(locale, "sweep-every", n = stride));
    }
    lines
}
