//! `reachsim sensitivity`: what drives a metric.

use super::super::layout::{self, cut, pad, pad_left, wrap};
use super::title;
use crate::estimate::Estimate;
use crate::output::Context;
use crate::output::format::Format as _;
use crate::output::phrases::studies::{brief_input, share, value, with_currency, words};
use crate::output::words::Words as _;
use crate::output::words::{say, sentence};
use crate::study::sensitivity::{Driver, Sensitivity};

/// Drivers that have a line.
const LINES: usize = 14;
/// Columns of a key, of each end of a bar, of the rank correlation and of the shares.
const KEY: usize = 30;
const END: usize = 10;
const RANK: usize = 6;
const SHARE: usize = 24;

/// The longest bars, the shares of variance, and what is absent.
pub fn sensitivity(context: &Context, found: &Sensitivity, absent: &[(String, String)]) -> String {
    let model = context.model();
    let locale = context.locale;
    let name = words(context, found.metric);
    let mut lines = vec![title(context, found.trials)];
    lines.extend(wrap(&verdict(context, found), context.columns));
    lines.push(String::new());
    let longest =
        found.drivers.iter().take(LINES).map(|driver| layout::width(&name_of(context, driver)));
    let at = layout::words(KEY, longest.max().unwrap_or(0) + 3, context.columns);
    let totals = found.drivers.iter().any(|driver| driver.total.is_some());
    if !found.drivers.is_empty() {
        lines.push(cut(&say!(locale, "drivers-head", words = sentence(&name)), context.columns));
        lines.push(say!(locale, "drivers-explained"));
        lines.push(locale.say(if totals { "drivers-total" } else { "drivers-alone" }, &[]));
        let [low, high, rank] =
            ["drivers-low", "drivers-high", "drivers-rank"].map(|id| locale.say(id, &[]));
        let head =
            pad("", at) + &pad_left(&low, END) + &pad_left(&high, END) + &pad_left(&rank, RANK);
        let alone = locale.say(if totals { "drivers-columns" } else { "drivers-column" }, &[]);
        lines.push(head + &pad_left(&alone, SHARE));
    }
    lines.extend(found.drivers.iter().take(LINES).map(|driver| line(context, found, driver, at)));
    if found.drivers.len() > LINES {
        lines.push(format!("  {}", say!(locale, "drivers-more", n = found.drivers.len() - LINES)));
    }
    if !model.communities.is_empty() {
        lines.push(
            pad(&format!("  {}", say!(locale, "drivers-luck")), at)
                + &pad_left(&share(locale, found.luck), 2 * END + RANK + SHARE),
        );
    }
    lines.extend(remarks(context, found, absent));
    layout::text(&lines)
}

fn verdict(context: &Context, found: &Sensitivity) -> String {
    let locale = context.locale;
    let name = sentence(&words(context, found.metric));
    let sum = |written: &str| with_currency(context, found.metric, written);
    let typical = sum(&value(context, found.metric, found.typical));
    let Some(first) = found.drivers.first() else {
        return say!(locale, "drivers-none", words = name, typical = typical);
    };
    let key = brief_input(context, &context.model().inputs[first.input].key);
    let [low, high] = [first.low, first.high].map(|at| sum(&end(context, found, at)));
    let text = say!(
        locale,
        "drivers-verdict",
        words = name,
        typical = typical,
        key = key,
        low = low,
        high = high
    );
    if found.luck.value > first.first.value {
        format!("{text} {}", say!(locale, "drivers-more-luck"))
    } else {
        text
    }
}

fn end(context: &Context, found: &Sensitivity, end: f64) -> String {
    let se = found.typical.se;
    value(context, found.metric, Estimate { value: end, se, freedom: found.typical.freedom })
}

fn name_of(context: &Context, driver: &Driver) -> String {
    brief_input(context, &context.model().inputs[driver.input].key)
}

/// A driver, with so many columns for its key.
fn line(context: &Context, found: &Sensitivity, driver: &Driver, at: usize) -> String {
    let key = name_of(context, driver);
    let ends = pad_left(&end(context, found, driver.low), END)
        + &pad_left(&end(context, found, driver.high), END);
    let share = match driver.total {
        Some(total) => {
            let locale = context.locale;
            format!(
                "{} / {}",
                share(locale, driver.first),
                locale.share(total.value.clamp(0.0, 1.0), Some(0.005))
            )
        }
        None => share(context.locale, driver.first),
    };
    let rank =
        if driver.rank.is_finite() { context.locale.plain(driver.rank, 2) } else { String::new() };
    pad(&format!("  {}", cut(&key, at - 3)), at)
        + &ends
        + &pad_left(&rank, RANK)
        + &pad_left(&share, SHARE)
}

/// What the numbers mean where inputs are correlated, and why others are absent.
fn remarks(context: &Context, found: &Sensitivity, absent: &[(String, String)]) -> Vec<String> {
    let locale = context.locale;
    let mut remarks: Vec<String> = Vec::new();
    if !context.model().copula.is_none() {
        remarks.push(say!(locale, "drivers-correlated"));
    }
    if found.undefined > 0.0 {
        remarks.push(say!(
            locale,
            "drivers-undefined",
            share = locale.share(found.undefined, None)
        ));
    }
    let idle: Vec<String> = absent
        .iter()
        .filter(|(_, why)| why.starts_with("no effect"))
        .map(|(key, _)| brief_input(context, key))
        .collect();
    let fixed = absent.len() - idle.len() - found.left_out.len();
    match idle.len() {
        0 => {}
        1..=4 => {
            remarks.push(say!(locale, "drivers-idle", list = locale.listed(&idle)));
        }
        many => remarks.push(say!(locale, "drivers-idle-many", n = many)),
    }
    if fixed > 0 {
        remarks.push(say!(locale, "drivers-fixed", n = fixed));
    }
    if !found.left_out.is_empty() {
        remarks.push(say!(locale, "drivers-left-out", n = found.left_out.len()));
    }
    remarks.iter().flat_map(|remark| wrap(remark, context.columns)).collect()
}
