//! `reachsim measure`: what each measurement is worth before one decides.

use super::super::layout::{self, wrap};
use super::title;
use crate::estimate::Estimate;
use crate::metric::Better;
use crate::model::{ColumnId, Size};
use crate::output::Context;
use crate::output::phrases::robust::{counted, flips, measurement};
use crate::output::phrases::studies::{named, range, value, with_currency, words};
use crate::output::words::{Words as _, say, sentence};
use crate::output::{Menu, MenuOf};
use crate::study::measure::{Measured, Verdict};

/// Measurements that have lines.
const LINES: usize = 12;

/// The decision, what to measure first, each measurement with what it leaves, and what is not worth
/// measuring.
pub fn measure(context: &Context, menu: &Menu) -> String {
    let locale = context.locale;
    let mut lines = vec![title(context, menu.known.trials)];
    lines.extend(decision(context, menu));
    lines.push(String::new());
    if menu.measured.is_empty() {
        let most = menu.known.most();
        let text = if most == 0.0 {
            say!(locale, "voi-nothing")
        } else {
            let worth = value(context, menu.metric, Estimate::exact(most));
            say!(locale, "voi-little", worth = with_currency(context, menu.metric, &worth))
        };
        lines.extend(wrap(&text, context.columns));
        return layout::text(&lines);
    }
    let of = |verdict: Verdict| menu.measured.iter().filter(move |m| m.verdict() == verdict);
    match of(Verdict::Worth).next() {
        Some(first) => lines.extend(wrap(&headline(context, menu, first), context.columns)),
        None => lines.extend(wrap(&say!(locale, "menu-none"), context.columns)),
    }
    let shown: Vec<&Measured> =
        of(Verdict::Worth).chain(of(Verdict::CannotTell)).take(LINES).collect();
    if !shown.is_empty() {
        lines.push(String::new());
        let priced = shown.iter().any(|measured| paid(measured).is_some());
        let id = if priced { "menu-head" } else { "menu-head-bare" };
        lines.extend(wrap(&locale.say(id, &[]), context.columns));
        for measured in shown {
            lines.extend(rows(context, menu, measured));
        }
    }
    let not: Vec<String> =
        of(Verdict::NotWorth).map(|m| measurement(context, &m.measurement)).collect();
    if !not.is_empty() {
        lines.push(String::new());
        let told = say!(locale, "menu-not", names = locale.listed(&not));
        lines.extend(wrap(&told, context.columns));
    }
    if menu.of == MenuOf::Program {
        lines.push(String::new());
        lines.extend(wrap(&say!(locale, "menu-proposed"), context.columns));
    }
    layout::text(&lines)
}

/// What is done without knowing more, and what each decision brings.
fn decision(context: &Context, menu: &Menu) -> Vec<String> {
    let (locale, metric) = (context.locale, menu.metric);
    let best = named(locale, &menu.decisions[menu.known.best]);
    let name = sentence(&words(context, metric));
    let mut lines = wrap(&say!(locale, "voi-decision", best = best, words = name), context.columns);
    let lower = context.model().metric(metric.metric).better == Better::Lower;
    let decided = menu.decisions.iter().zip(&menu.known.means).map(|(decision, mean)| {
        let mean = if lower { mean.scaled(-1.0) } else { *mean };
        (format!("  {}", named(locale, decision)), value(context, metric, mean))
    });
    lines.extend(layout::rows(&decided.collect::<Vec<_>>(), context.columns));
    lines
}

fn sum(context: &Context, metric: ColumnId, known: Estimate) -> String {
    with_currency(context, metric, &value(context, metric, known))
}

/// A cost has no error, and no more digits than a reader wants.
fn price(context: &Context, metric: ColumnId, cost: f64) -> String {
    value(context, metric, Estimate::new(cost, 0.5))
}

/// What is left and what it costs, where it costs anything.
fn paid(measured: &Measured) -> Option<(Estimate, f64)> {
    let (left, cost) = (measured.enbs?, measured.cost?);
    (cost > 0.0 || measured.measurement.weeks > 0.0).then_some((left, cost))
}

/// What to measure first, and at which result something else is done.
fn headline(context: &Context, menu: &Menu, first: &Measured) -> String {
    let (locale, metric) = (context.locale, menu.metric);
    let name = measurement(context, &first.measurement);
    let worth = sum(context, metric, first.evsi);
    let mut told = vec![match paid(first) {
        Some((left, cost)) => say!(
            locale,
            "menu-first",
            name = name,
            worth = worth,
            cost = with_currency(context, metric, &price(context, metric, cost)),
            left = sum(context, metric, left),
            range = range(context, metric, left.interval())
        ),
        None => say!(
            locale,
            "menu-first-bare",
            name = name,
            worth = worth,
            range = range(context, metric, first.evsi.interval().map(|end| end.max(0.0)))
        ),
    }];
    let flips = flips(context, &menu.decisions, first);
    told.extend(flips.iter().map(|flip| format!("{}.", sentence(flip))));
    told.join(" ")
}

/// A measurement in numbers; below it at which results something else is done, and its best size.
fn rows(context: &Context, menu: &Menu, measured: &Measured) -> Vec<String> {
    let (locale, metric) = (context.locale, menu.metric);
    let worth = value(context, metric, measured.evsi);
    let told = if let Some((left, cost)) = paid(measured) {
        say!(
            locale,
            "menu-row",
            worth = worth,
            cost = price(context, metric, cost),
            left = value(context, metric, left),
            range = range(context, metric, left.interval())
        )
    } else {
        let ends = measured.evsi.interval().map(|end| end.max(0.0));
        say!(locale, "menu-row-bare", worth = worth, range = range(context, metric, ends))
    };
    let name = measurement(context, &measured.measurement);
    let mut lines = layout::rows(&[(format!("  {name}"), told)], context.columns);
    let mut below = flips(context, &menu.decisions, measured);
    if measured.verdict() == Verdict::CannotTell {
        below.push(say!(locale, "menu-open"));
    }
    below.extend(best(context, menu, measured));
    for text in below {
        let text = wrap(&text, context.columns - 4);
        lines.extend(text.into_iter().map(|line| format!("    {line}")));
    }
    lines
}

/// The size that leaves most, where a price tells it.
fn best(context: &Context, menu: &Menu, measured: &Measured) -> Option<String> {
    let (locale, best) = (context.locale, measured.best?);
    if measured.measurement.size() == Some(best.size) {
        return Some(say!(locale, "menu-best-this"));
    }
    let left = sum(context, menu.metric, best.enbs);
    Some(match best.size {
        Size::People(people) => say!(locale, "menu-best", n = people, left = left),
        Size::Years(years) => {
            say!(locale, "menu-best-time", time = counted(context, years), left = left)
        }
    })
}
