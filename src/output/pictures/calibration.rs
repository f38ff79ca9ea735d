//! What a scenario learnt, in pictures: keys before and after, what spoke, totals beside what is
//! expected of them.

use crate::output::Context;
use crate::output::calibration::{Calibration, Key, State};
use crate::output::charts::{Picture, Ranges, Row};
use crate::output::format::{Format as _, Quantity};
use crate::output::phrases::names;
use crate::output::phrases::quantity;
use crate::output::phrases::studies::brief_input;
use crate::output::words::{Case, say, sentence};

/// Keys of a picture.
const MOST: usize = 12;

/// Nothing where nothing was learnt.
pub fn calibration(context: &Context, found: &Calibration) -> Vec<Picture> {
    let mut pictures = Vec::new();
    let keys: Vec<&Key> = found
        .keys
        .iter()
        .filter(|key| key.state == State::Informed && key.prior[1] > 0.0)
        .take(MOST)
        .collect();
    if !keys.is_empty() {
        pictures.push(Picture::new("learnt", before_and_after(context, &keys)));
        pictures.push(Picture::new("spoke", spoke(context, &keys)));
    }
    if !found.totals.is_empty() {
        pictures.push(Picture::new("totals", totals(context, found)));
    }
    pictures
}

/// Each key as a multiple of the middle of what was believed.
fn before_and_after(context: &Context, keys: &[&Key]) -> Ranges {
    let locale = context.locale;
    let row = |key: &&Key| {
        let middle = key.prior[1];
        let over = |value: f64| value / middle;
        let unit = quantity(context.case.unit_of(&key.key));
        let [low, _, high] = key.posterior;
        let is_range = key.prior[0] < key.prior[2];
        Row {
            words: brief_input(context, &key.key),
            value: over(key.posterior[1]),
            sure: [over(low), over(high)],
            futures: is_range.then(|| [over(key.prior[0]), over(key.prior[2])]),
            told: locale.amount_range(unit, low, high, None),
        }
    };
    let moved = |key: &&&Key| (key.posterior[1] / key.prior[1]).ln().abs();
    let most = keys.iter().max_by(|one, other| moved(one).total_cmp(&moved(other)));
    let title = most.map_or_else(String::new, |key| {
        say!(
            locale,
            "learnt-title",
            key = sentence(&brief_input(context, &key.key)),
            times = locale.number(two_digits(key.posterior[1] / key.prior[1]), Some(0.0))
        )
    });
    Ranges {
        title,
        subtitle: say!(locale, "learnt-subtitle"),
        quantity: Quantity::Number,
        measured: Some(say!(locale, "learnt-measured")),
        rows: keys.iter().map(row).collect(),
    }
}

/// A number to two digits.
fn two_digits(value: f64) -> f64 {
    let step = libm::pow(10.0, libm::floor(libm::log10(value)) - 1.0);
    (value / step).round() * step
}

/// By how much each range became narrower.
fn spoke(context: &Context, keys: &[&Key]) -> Ranges {
    let locale = context.locale;
    let mut keys = keys.to_vec();
    keys.sort_by(|one, other| other.shrinkage.total_cmp(&one.shrinkage));
    let row = |key: &&Key| {
        let share = (100.0 * key.shrinkage).round() / 100.0;
        Row {
            words: brief_input(context, &key.key),
            value: key.shrinkage,
            sure: [key.shrinkage; 2],
            futures: None,
            told: locale.share(share, Some(0.0)),
        }
    };
    let title = keys.first().map_or_else(String::new, |key| {
        say!(locale, "spoke-title", key = brief_input(context, &key.key))
    });
    Ranges {
        title,
        subtitle: say!(locale, "spoke-subtitle"),
        quantity: Quantity::Share,
        measured: Some(say!(locale, "spoke-measured")),
        rows: keys.iter().map(row).collect(),
    }
}

/// What is now expected of each total, over what was counted.
fn totals(context: &Context, found: &Calibration) -> Ranges {
    let locale = context.locale;
    let rows = found.totals.iter().filter(|total| total.observed > 0.0).filter_map(|total| {
        let column = context.model().column(&total.metric)?;
        let over = |value: f64| value / total.observed;
        let unit = quantity(context.model().metric(column.metric).unit);
        Some(Row {
            words: names::metric(locale, context.model(), column, Case::Nominative),
            value: over(total.p50),
            sure: [over(total.p05), over(total.p95)],
            futures: None,
            told: locale.amount(unit, total.observed, Some(0.0)),
        })
    });
    let id = if found.conflict.is_some() { "totals-title-fight" } else { "totals-title" };
    Ranges {
        title: crate::output::words::Words::say(locale, id, &[]),
        subtitle: say!(locale, "totals-subtitle"),
        quantity: Quantity::Number,
        measured: Some(say!(locale, "totals-measured")),
        rows: rows.collect(),
    }
}
