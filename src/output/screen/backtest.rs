//! `reachsim backtest`: how forecasts would have done, on one screen.

use reachsim_learn::backtest::{Backtest, Rival, Row};
use reachsim_learn::score::Shape;

use super::layout::{self, pad, pad_left, wrap};
use crate::output::Context;
use crate::output::format::Format as _;
use crate::output::phrases::analysis::period;
use crate::output::phrases::backtest::{metric, value};
use crate::output::phrases::tame;
use crate::output::words::{Words as _, argument, say, sentence};

/// Columns of the table: weeks, forecasts, shares, the interval of the last one, the score, skills.
const WEEKS: usize = 12;
const COUNT: usize = 4;
const SHARE: usize = 6;
const HELD: usize = 17;
const SCORE: usize = 8;
const SKILL: usize = 6;

/// Chances below which a difference is told from none.
const SURE: f64 = 0.05;

pub fn backtest(context: &Context, found: &Backtest) -> String {
    let locale = context.locale;
    let mut lines = vec![tame(context.about().title.of(locale)), String::new()];
    lines.extend(wrap(&first(context, found), context.columns));
    for rows in found.rows.chunk_by(|one, other| one.metric == other.metric) {
        lines.push(String::new());
        lines.push(sentence(&metric(context, &rows[0])));
        lines.push(head(context));
        lines.extend(rows.iter().map(|row| line(context, row)));
        lines.extend(rows.iter().flat_map(|row| shape(context, row)));
    }
    lines.push(String::new());
    lines.extend(wrap(&say!(locale, "backtest-legend"), context.columns));
    layout::text(&lines)
}

/// How often the ranges held, at the shortest horizon.
pub fn first(context: &Context, found: &Backtest) -> String {
    let locale = context.locale;
    let shortest = found.rows.iter().map(|row| row.horizon).min().unwrap_or(0);
    let rows = || found.rows.iter().filter(|row| row.horizon == shortest);
    let held: usize = rows().map(|row| row.coverage()[2].held).sum();
    let of: usize = rows().map(|row| row.forecasts.len()).sum();
    locale.say(
        "backtest-first",
        &[
            ("period", period(locale, found.days).into()),
            ("held", argument(held as u64)),
            ("n", argument(of as u64)),
            ("weeks", locale.weeks(shortest as u64).into()),
        ],
    )
}

fn head(context: &Context) -> String {
    let locale = context.locale;
    let share = |level: f64| locale.share(level, Some(0.0));
    let mut line = pad(&format!("  {}", say!(locale, "backtest-ahead")), WEEKS)
        + &pad_left("n", COUNT)
        + &pad_left(&share(0.5), SHARE)
        + &pad_left(&share(0.8), SHARE)
        + &pad(&format!("{}{}", " ".repeat(2), share(0.9)), HELD)
        + &pad_left(&say!(locale, "backtest-error"), SCORE);
    for rival in Rival::ALL {
        line += &pad_left(&named(context, rival), SKILL);
    }
    line.trim_end().to_owned()
}

/// A rival in a few letters.
fn named(context: &Context, rival: Rival) -> String {
    let locale = context.locale;
    match rival {
        Rival::Last => say!(locale, "backtest-last"),
        Rival::Mean8 => say!(locale, "backtest-mean8"),
        Rival::Seasonal => say!(locale, "backtest-seasonal"),
        Rival::Preset => say!(locale, "backtest-preset"),
    }
}

fn line(context: &Context, row: &Row) -> String {
    let locale = context.locale;
    let share = |share: f64| locale.share(share, Some(0.01));
    let [half, most, nearly] = row.coverage();
    let [low, high] = [nearly.share.low, nearly.share.high].map(|end| (100.0 * end).round());
    let held = format!("  {} ({low:.0}–{high:.0})", share(nearly.share.value));
    let mut line = pad(&format!("  {}", locale.weeks(row.horizon as u64)), WEEKS)
        + &pad_left(&row.forecasts.len().to_string(), COUNT)
        + &pad_left(&share(half.share.value), SHARE)
        + &pad_left(&share(most.share.value), SHARE)
        + &pad(&held, HELD)
        + &pad_left(&value(context, row, row.crps()), SCORE);
    for rival in Rival::ALL {
        line += &pad_left(&skill(context, row, rival), SKILL);
    }
    line.trim_end().to_owned()
}

/// How much smaller the error is than that of a rival, with a star where that is no chance.
fn skill(context: &Context, row: &Row, rival: Rival) -> String {
    let Some(skill) = row.skill(rival) else { return "–".to_owned() };
    let told = row.against(rival).and_then(|compared| compared.told);
    let star = if told.is_some_and(|told| told.p < SURE) { "*" } else { "" };
    let sign = if skill > 0.0 { "+" } else { "" };
    // What is many times as wrong is no matter of percents.
    let skill = skill.max(-9.99);
    format!("{sign}{}{star}", context.locale.plain((100.0 * skill).round(), 0))
}

/// What the shape of the transforms says, where it says something.
fn shape(context: &Context, row: &Row) -> Vec<String> {
    let id = match row.shape() {
        Shape::Few | Shape::Flat => return Vec::new(),
        Shape::TooSure => "backtest-too-sure",
        Shape::TooUnsure => "backtest-too-unsure",
        Shape::TooHigh => "backtest-too-high",
        Shape::TooLow => "backtest-too-low",
    };
    let locale = context.locale;
    let weeks = locale.weeks(row.horizon as u64);
    let said = format!("  {}", locale.say(id, &[("weeks", weeks.into())]));
    wrap(&said, context.columns)
}
