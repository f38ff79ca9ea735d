//! `reachsim calibrate`: what was learnt, on one screen.

use super::layout::{self, LABEL, pad, pad_left, width, wrap};
use crate::output::Context;
use crate::output::calibration::{Calibration, Key, State};
use crate::output::phrases::learnt::{
    computed, counted_twice, fights, first, held, in_common, misses, range, remarks, silent, source,
};
use crate::output::phrases::studies::{brief_input, value};
use crate::output::phrases::{names, tame};
use crate::output::words::{Case, Words as _, say, sentence};

/// Where the answer stands.
#[derive(Clone, Copy, Debug)]
pub struct Written<'a> {
    /// The text, where it was written.
    pub out: Option<&'a str>,
    /// The folder of the scenario, where the text lies outside of it.
    pub allow: Option<&'a str>,
}

/// Columns of a range, and the fewest of a key.
const RANGE: usize = 21;
const KEY: usize = 24;

pub fn calibration(context: &Context, found: &Calibration, written: Written) -> String {
    let locale = context.locale;
    let mut lines = vec![tame(context.about().title.of(locale)), String::new()];
    lines.extend(wrap(&first(context, found), context.columns));
    lines.push(String::new());
    lines.extend(table(context, found));
    lines.extend(totals(context, found));
    let mut said = Vec::new();
    said.extend(fights(context, found));
    said.extend(remarks(context, found));
    said.extend(counted_twice(context, found));
    said.extend(computed(context, found));
    said.extend(held(context, found));
    said.extend(in_common(context, found));
    said.extend(silent(context, found));
    said.extend(misses(context, found));
    if !said.is_empty() {
        lines.push(String::new());
    }
    lines.extend(said.iter().flat_map(|said| wrap(said, context.columns)));
    lines.push(String::new());
    let path = super::first::quoted(&context.case.path);
    let next = pad(&say!(locale, "next-label"), LABEL);
    match written.out {
        Some(out) => {
            lines.push(format!("{}{}", pad(&say!(locale, "files-label"), LABEL), tame(out)));
            let allow = written.allow.map_or_else(String::new, |folder| {
                format!(" --allow-path {}", super::first::quoted(folder))
            });
            lines.push(format!("{next}reachsim run {}{allow}", super::first::quoted(out)));
        }
        None => lines.push(format!("{next}reachsim calibrate {path} .. --out calibrated.toml")),
    }
    layout::text(&lines)
}

/// A key a line: what it is called, what it was, what it is, and from what.
fn table(context: &Context, found: &Calibration) -> Vec<String> {
    let locale = context.locale;
    let rows: Vec<&Key> =
        found.keys.iter().filter(|key| !matches!(key.state, State::Silent | State::Held)).collect();
    if rows.is_empty() {
        return wrap(&say!(locale, "calibrate-nothing"), context.columns);
    }
    let name = |key: &Key| sentence(&brief_input(context, &key.key));
    let longest = rows.iter().map(|key| width(&name(key))).max().unwrap_or(KEY);
    let room = context.columns.saturating_sub(2 * RANGE + 2).max(KEY);
    let first = (longest + 1).clamp(KEY, room);
    let heads = ["calibrate-was", "calibrate-is"].map(|id| pad_left(&locale.say(id, &[]), RANGE));
    let mut lines = vec![(pad("", first) + &heads.concat()).trim_end().to_owned()];
    for key in rows {
        let was = range(context, &key.key, key.prior);
        let is = match key.state {
            State::Measured => range(context, &key.key, [key.posterior[1]; 3]),
            _ => range(context, &key.key, key.posterior),
        };
        let line = pad(&layout::cut(&name(key), first - 1), first)
            + &pad_left(&was, RANGE)
            + &pad_left(&is, RANGE);
        lines.push(line);
        lines.extend(
            wrap(&source(context, key), context.columns - 4)
                .into_iter()
                .map(|line| format!("    {line}")),
        );
    }
    lines
}

fn totals(context: &Context, found: &Calibration) -> Vec<String> {
    if found.totals.is_empty() {
        return Vec::new();
    }
    let locale = context.locale;
    let mut lines = vec![String::new(), say!(locale, "calibrate-totals-head")];
    for total in &found.totals {
        let Some(column) = context.model().column(&total.metric) else { continue };
        let exact = crate::estimate::Estimate::exact;
        let words = names::metric(locale, context.model(), column, Case::Nominative);
        let seen = value(context, column, exact(total.observed));
        let ends = crate::output::phrases::studies::range(context, column, [total.p05, total.p95]);
        lines.extend(wrap(
            &say!(
                locale,
                "calibrate-total",
                words = sentence(&words),
                observed = seen,
                range = ends
            ),
            context.columns,
        ));
    }
    lines
}
