//! `reachsim solve`: the smallest change that reaches a goal.

use super::super::layout::{self, WIDTH, pad_left, sentence, tame, wrap};
use super::{goal, key_value, of_statistic, statistic, title};
use crate::estimate::Known;
use crate::output::Context;
use crate::output::format::Locale;
use crate::study::WRONG;
use crate::study::solve::{Goal, Outcome, Range, Solution};

/// The answer, how sure it is, and what the statistic is over the range.
pub fn solve(context: &Context, (key, range): (&str, Range), wanted: &Goal, found: &Solution) -> String {
    let model = context.model;
    let (raw, key, what) = (key, tame(key), goal(model, wanted));
    let mut lines = vec![title(context, found.trials)];
    let now = range.now.map_or_else(String::new, |now| format!(" (now {})", key_value(raw, now)));
    let [from, to] = [range.from, range.to].map(|end| key_value(raw, end));
    let answer = match found.outcome {
        Outcome::Met(_) => format!("{} already, with {key} as it is{now}: nothing has to change.", sentence(&what)),
        Outcome::Reached { value, found } => format!(
            "{} takes {key} = {}{now}: then it is {}.",
            sentence(&what),
            key_value(raw, value.value),
            of_statistic(model, wanted.statistic, found)
        ),
        Outcome::Missed(best) => format!(
            "Not reached: {what}. Nowhere between {key} = {from} and {to}; the nearest is {} at {}.",
            of_statistic(model, wanted.statistic, best.found),
            key_value(raw, best.at)
        ),
    };
    lines.extend(wrap(&answer, WIDTH));
    lines.extend(wrap(&sure(found, range), WIDTH));
    if !found.monotone {
        lines.extend(wrap(
            "It does not go one way only over this range: there are other values that reach the goal, or miss it again.",
            WIDTH,
        ));
    }
    lines.push(String::new());
    lines.push(pad_left("value", 14) + &format!("    {}", statistic(model, wanted.statistic)));
    for seen in spread(found) {
        let met = if wanted.is_met(seen.found.value) { "met" } else { "" };
        let found = of_statistic(model, wanted.statistic, seen.found);
        let line = pad_left(&key_value(raw, seen.at), 14) + &pad_left(&found, 30) + &pad_left(met, 8);
        lines.push(line.trim_end().to_owned());
    }
    if let Outcome::Reached { value, .. } = found.outcome {
        let path = super::super::first::quoted(context.path);
        lines.push(format!("Next             reachsim run {path} --set '{key}={}'", plain(value.value)));
    } else if let Outcome::Missed(_) = found.outcome {
        lines.extend(wrap(
            "Next: widen the range, vary another key (`reachsim sensitivity` shows which ones matter), or ask for less.",
            WIDTH,
        ));
    }
    layout::text(&lines)
}

/// The digits that `--set` takes.
fn plain(value: f64) -> String {
    value.to_string()
}

fn sure(found: &Solution, range: Range) -> String {
    let locale = Locale::default();
    let mut text = match found.outcome {
        Outcome::Reached { value, .. } if value.se.is_finite() && value.se > 0.0 => {
            let [low, high] = Known { ..value }.interval();
            format!("So many trials leave it within {} with 95 %.", locale.range(low.max(range.from), high.min(range.to), None))
        }
        Outcome::Reached { value, .. } if value.se == 0.0 => String::new(),
        Outcome::Reached { .. } => "How far more trials would move it cannot be told from these.".to_owned(),
        _ => String::new(),
    };
    if let Some(wrong) = found.wrong {
        let trials = locale.number(found.trials as f64, Some(0.0));
        let settled = if wrong < WRONG { "Settled" } else { "Not settled" };
        let wrong = locale.share(wrong, None);
        text.extend([format!(" {settled} after {trials} trials: the chance that it moves by more than 1 % of the range is {wrong}.")]);
    }
    text.trim().to_owned()
}

/// Values tried, without those that lie closer together than a screen shows.
fn spread(found: &Solution) -> Vec<crate::study::solve::Seen> {
    let (Some(first), Some(last)) = (found.seen.first(), found.seen.last()) else { return Vec::new() };
    let least = (last.at - first.at) / 40.0;
    let mut kept: Vec<crate::study::solve::Seen> = Vec::new();
    let answer = if let Outcome::Reached { value, .. } = found.outcome { value.value } else { f64::NAN };
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
