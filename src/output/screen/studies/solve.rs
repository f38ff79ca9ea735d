//! `reachsim solve`: the smallest change that reaches a goal.

use super::super::layout::{self, LABEL, pad, pad_left, wrap};
use super::title;
use crate::output::Context;
use crate::output::format::Format as _;
use crate::output::format::Locale;
use crate::output::phrases::studies::{
    brief_input, goal, key_sum, key_value, of_statistic, statistic,
};
use crate::output::phrases::tame;
use crate::output::words::{say, sentence};
use crate::study::Goal;
use crate::study::solve::{Outcome, Range, Solution};

/// The answer, how sure it is, and what the statistic is over the range.
pub fn solve(
    context: &Context,
    (key, range): (&str, Range),
    wanted: &Goal,
    found: &Solution,
) -> String {
    let locale = context.locale;
    let (raw, what) = (key, goal(context, wanted));
    let key = brief_input(context, raw);
    let mut lines = vec![title(context, found.trials)];
    let now = range.now.map_or_else(String::new, |now| {
        format!(" {}", say!(locale, "solve-now", value = key_sum(context, raw, now)))
    });
    let [from, to] = [range.from, range.to].map(|end| key_sum(context, raw, end));
    let answer = match found.outcome {
        Outcome::Met(_) => {
            say!(locale, "solve-met", goal = sentence(&what), key = key.clone(), now = now)
        }
        Outcome::Reached { value, found } => {
            let (value, found) = (
                key_sum(context, raw, value.value),
                of_statistic(context, wanted.statistic, found),
            );
            say!(
                locale,
                "solve-reached",
                goal = sentence(&what),
                key = key.clone(),
                value = value,
                now = now,
                found = found
            )
        }
        Outcome::Missed(best) => {
            let (found, at) = (
                of_statistic(context, wanted.statistic, best.found),
                key_sum(context, raw, best.at),
            );
            say!(
                locale,
                "solve-missed",
                goal = what,
                key = key.clone(),
                from = from,
                to = to,
                found = found,
                at = at
            )
        }
    };
    lines.extend(wrap(&answer, context.columns));
    lines.extend(wrap(&sure(locale, found, range), context.columns));
    if !found.monotone {
        lines.extend(wrap(&say!(locale, "solve-bent"), context.columns));
    }
    lines.push(String::new());
    lines.push(
        pad_left(&say!(locale, "solve-value"), 14)
            + &format!("    {}", statistic(context, wanted.statistic)),
    );
    for seen in spread(found) {
        let met = if wanted.is_met(seen.found.value) {
            say!(locale, "solve-is-met")
        } else {
            String::new()
        };
        let found = of_statistic(context, wanted.statistic, seen.found);
        let line = pad_left(&key_value(locale, raw, seen.at), 14)
            + &pad_left(&found, 30)
            + &pad_left(&met, 8);
        lines.push(line.trim_end().to_owned());
    }
    if let Outcome::Reached { value, .. } = found.outcome {
        let path = super::super::first::quoted(&context.case.path);
        let next = pad(&say!(locale, "next-label"), LABEL);
        lines.push(format!("{next}reachsim run {path} --set '{}={}'", tame(raw), value.value));
    } else if let Outcome::Missed(_) = found.outcome {
        lines.extend(wrap(&say!(locale, "solve-widen"), context.columns));
    }
    layout::text(&lines)
}

fn sure(locale: Locale, found: &Solution, range: Range) -> String {
    let mut text = match found.outcome {
        Outcome::Reached { value, .. } if value.se.is_finite() && value.se > 0.0 => {
            let [low, high] = value.interval();
            say!(
                locale,
                "solve-within",
                range = locale.range(low.max(range.from), high.min(range.to), None)
            )
        }
        Outcome::Reached { value, .. } if value.se == 0.0 => String::new(),
        Outcome::Reached { .. } => say!(locale, "solve-untold"),
        _ => String::new(),
    };
    if let Some(settling) = found.settling {
        let settled = if settling.is_settled() { "solve-settled" } else { "solve-unsettled" };
        let trials = say!(locale, "trials", n = settling.trials);
        let wrong = locale.share(settling.chance_wrong, None);
        text.extend([" ", &say!(locale, settled, trials = trials, wrong = wrong)]);
    }
    text.trim().to_owned()
}

/// Values tried, without those that lie closer together than a screen shows.
fn spread(found: &Solution) -> Vec<crate::study::solve::Seen> {
    let (Some(first), Some(last)) = (found.seen.first(), found.seen.last()) else {
        return Vec::new();
    };
    let least = (last.at - first.at) / 40.0;
    let mut kept: Vec<crate::study::solve::Seen> = Vec::new();
    let answer =
        if let Outcome::Reached { value, .. } = found.outcome { value.value } else { f64::NAN };
    for seen in &found.seen {
        let near = kept.last().is_some_and(|before| seen.at - before.at < least);
        if seen.at == answer && near {
            kept.pop();
        }
        if !near || seen.at == answer {
            kept.push(*seen);
        }
    }
    kept
}
