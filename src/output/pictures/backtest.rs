//! From a back-test to its pictures: ranges against what came, and where it fell in them.

use reachsim_learn::backtest::{Backtest, Row};

use super::maker::drawn;
use crate::output::Context;
use crate::output::charts::{self, Column, Columns, Figure, Picture, Ranges};
use crate::output::draw::Svg;
use crate::output::format::Format as _;
use crate::output::look::Look;
use crate::output::phrases::analysis::day;
use crate::output::phrases::backtest::{metric, unit, value};
use crate::output::phrases::quantity;
use crate::output::words::{Words as _, argument, say, sentence};

/// Forecasts that a picture shows: the last ones.
const ROWS: usize = 12;

/// The last forecasts of the first metric at its shortest horizon, and where all of them fell.
pub fn backtest(context: &Context, found: &Backtest) -> Vec<(&'static str, Svg)> {
    let Some(row) = found.rows.first() else { return Vec::new() };
    let pictures = [
        Picture::new("ranges", ranges(context, row)),
        Picture::new("distribution", transforms(context, row)),
    ];
    let look = Look::of(&context.about().theme);
    let own = look.foot(&say!(context.locale, "confidential"));
    let stamp = context.stamp(found.trials);
    let stamp = if own.is_empty() { stamp } else { format!("{own} · {stamp}") };
    drawn(&pictures, &stamp, &look.theme(context.locale))
}

fn title(context: &Context, row: &Row) -> String {
    let held = row.coverage()[2];
    let words = metric(context, row);
    context.locale.say(
        "backtest-title",
        &[
            ("words", sentence(&words).into()),
            ("held", argument(held.held as u64)),
            ("n", argument(held.of as u64)),
        ],
    )
}

fn ranges(context: &Context, row: &Row) -> Figure {
    let locale = context.locale;
    let weeks = locale.weeks(row.horizon as u64);
    let last = row.forecasts.len().saturating_sub(ROWS);
    let rows = row.forecasts[last..].iter().map(|forecast| charts::Row {
        words: day(locale, forecast.day),
        value: forecast.outcome,
        sure: forecast.ranges[0],
        futures: Some(forecast.ranges[2]),
        told: value(context, row, forecast.outcome),
    });
    Ranges {
        title: title(context, row),
        subtitle: say!(locale, "backtest-ranges", weeks = weeks),
        quantity: quantity(unit(context, row)),
        measured: Some(say!(locale, "backtest-came")),
        rows: rows.collect(),
    }
    .into()
}

fn transforms(context: &Context, row: &Row) -> Figure {
    let locale = context.locale;
    let column = |(tenth, share): (usize, f64)| Column {
        name: (tenth + 1).to_string(),
        value: share,
        told: locale.share(share, Some(0.01)),
        share: String::new(),
        is_meant: tenth == 0 || tenth == 9,
    };
    Columns {
        title: title(context, row),
        subtitle: say!(locale, "backtest-transforms"),
        across: say!(locale, "backtest-tenths"),
        words: say!(locale, "backtest-share"),
        columns: row.pit().into_iter().enumerate().map(column).collect(),
    }
    .into()
}
