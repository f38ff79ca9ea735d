//! `--trial N`: one future, week by week.

use super::layout::{self, WIDTH, ends, pad_left, width, wrap};
use crate::metric::{self, Week, metrics};
use crate::model::{About, Model};
use crate::output::format::Format as _;
use crate::output::format::Locale;
use crate::output::phrases::{amount, quantity_of, row_words, tame};
use crate::output::words::Words as _;
use crate::output::words::say;
use crate::scenario::keys;
use crate::trials::Replay;
use crate::units::Unit;

/// The weekly series that fit into a line.
const SERIES: [&str; 6] = metrics![
    "questions",
    "answers_staff",
    "impressions_questions",
    "impressions_first",
    "reach_second",
    "total_reach",
];
const WEEK: usize = 5;
const NUMBER: usize = 12;

/// The drawn inputs, the weeks and the totals of one future, all communities together.
pub fn trial(about: &About, model: &Model, trial: u64, replay: &Replay) -> String {
    let locale = about.locale;
    let number = locale.number(trial as f64, Some(0.0));
    let mut lines = vec![ends(
        &tame(about.title.of(locale)),
        &say!(locale, "trial-right", number = number, time = locale.weeks(model.weeks as u64)),
        WIDTH,
    )];
    for (input, value) in model.inputs.iter().zip(&replay.inputs) {
        let unit = keys::find(&input.key).map_or(Unit::None, |key| key.unit);
        let value = amount(locale, unit, *value, Some(0.0));
        lines.push(ends(&format!("  {}", tame(&input.key)), &value, WIDTH));
    }
    if let Some((_, weeks)) = replay.scopes.first() {
        lines.extend(heads(locale));
        lines.extend(weeks.iter().enumerate().map(|(number, week)| row(locale, number, week)));
        lines.push(say!(locale, "over-all-weeks"));
    }
    for column in model.measured().filter(|column| column.community.is_none()) {
        let (metric, value) = (model.metric(column.metric), replay.value(model, column));
        lines.push(ends(
            &format!("  {}", row_words(locale, model, column.metric)),
            &locale.amount(quantity_of(&metric), value, Some(0.0)),
            WIDTH,
        ));
    }
    layout::text(&lines)
}

/// The words of each series above its numbers, in as many lines as the longest takes.
fn heads(locale: Locale) -> Vec<String> {
    let heads = SERIES.map(|id| {
        let Some((_, row)) = metric::find(id) else { return Vec::new() };
        let words = locale.metric(row);
        let words =
            if row.series() == row.id { words } else { say!(locale, "so-far", words = words) };
        wrap(&words, NUMBER - 1)
    });
    let height = heads.iter().map(Vec::len).max().unwrap_or(0);
    let line = |row: usize| {
        let week = if row + 1 == height { say!(locale, "week-head") } else { String::new() };
        let cells = heads.iter().map(|lines| {
            let above = height - lines.len();
            pad_left(row.checked_sub(above).map_or("", |row| &lines[row]), NUMBER)
        });
        (pad_left(&week, WEEK) + &cells.collect::<String>()).trim_end().to_owned()
    };
    (0..height).map(line).collect()
}

fn row(locale: Locale, number: usize, week: &Week) -> String {
    let cells = SERIES.map(|id| {
        let value = metric::find(id)
            .and_then(|(_, row)| row.value.of_week(week))
            .map_or(f64::NAN, metric::Measured::value);
        let text = locale.number(value.round(), Some(0.0));
        pad_left(&text, NUMBER.max(width(&text) + 1))
    });
    pad_left(&number.to_string(), WEEK) + &cells.concat()
}
