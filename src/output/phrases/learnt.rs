//! What a scenario learnt, in sentences.

use reachsim_learn::known::seen::Remark;

use super::analysis::{day, period};
use super::studies::brief_input;
use super::{names, quantity, tame};
use crate::output::Context;
use crate::output::calibration::{Calibration, Key, State};
use crate::output::format::Format as _;
use crate::output::words::{Case, Words as _, argument, say};

/// How much was learnt, and from what.
pub fn first(context: &Context, found: &Calibration) -> String {
    let locale = context.locale;
    let known = found.keys.iter().filter(|key| key.is_informed()).count();
    let dates = found.receipts.iter().filter_map(|file| Some((file.from?, file.to?)));
    let range = dates.reduce(|one, other| (one.0.min(other.0), one.1.max(other.1)));
    let mut parts = Vec::new();
    if !found.receipts.is_empty() {
        let files = say!(locale, "calibrate-files", n = found.receipts.len());
        parts.push(match range {
            Some(range) => {
                say!(locale, "calibrate-dated", files = files, period = period(locale, range))
            }
            None => files,
        });
    }
    if !found.totals.is_empty() {
        parts.push(say!(locale, "calibrate-totals", n = found.totals.len()));
    }
    let from = match parts.as_slice() {
        [one, other] => say!(locale, "pair", first = one.clone(), second = other.clone()),
        _ => parts.concat(),
    };
    say!(locale, "calibrate-first", from = from, n = known)
}

/// Both ends of what is believed of a key.
pub fn range(context: &Context, key: &str, [low, _, high]: [f64; 3]) -> String {
    let quantity = quantity(context.case.unit_of(key));
    if low == high {
        context.locale.amount(quantity, low, Some(0.0))
    } else {
        context.locale.amount_range(quantity, low, high, None)
    }
}

/// On what a key stands, and how much that says.
pub fn source(context: &Context, key: &Key) -> String {
    let locale = context.locale;
    let mut parts = Vec::new();
    if key.state == State::Measured && key.key.ends_with("followers") {
        let on = key.period.map_or_else(String::new, |(_, to)| day(locale, to));
        return say!(locale, "calibrate-level", day = on);
    }
    if key.n > 0 {
        let n = locale.number(key.n as f64, Some(0.0));
        parts.push(match key.period {
            Some(dates) => {
                say!(locale, "calibrate-rows", n = n, period = period(locale, dates))
            }
            None => say!(locale, "calibrate-undated", n = n),
        });
    }
    if key.by_totals {
        parts.push(say!(locale, "calibrate-by-totals"));
    }
    if key.weight < 1.0 && key.n > 0 {
        parts.push(say!(locale, "calibrate-weight", share = locale.share(key.weight, Some(0.0))));
    }
    match key.state {
        State::Informed if key.shrinkage >= 0.005 => {
            let share = locale.share((100.0 * key.shrinkage).round() / 100.0, Some(0.0));
            parts.push(say!(locale, "calibrate-speaks", share = share));
        }
        State::Informed if key.shrinkage > -0.005 => {
            parts.push(say!(locale, "calibrate-moved"));
        }
        State::Informed => parts.push(say!(locale, "calibrate-doubts")),
        State::Stated(_) if key.disagrees() => parts.push(say!(locale, "calibrate-disagrees")),
        State::Stated(_) => parts.push(say!(locale, "calibrate-agrees")),
        State::Measured | State::Silent | State::Held => {}
    }
    if let Some(chance) = key.conflict.filter(|chance| !(0.025..=0.975).contains(chance)) {
        let n = (100.0 * chance.max(1.0 - chance)).floor().min(99.0);
        let id = if chance > 0.5 { "calibrate-above" } else { "calibrate-below" };
        parts.push(locale.say(id, &[("n", argument(n))]));
    }
    if let Some(median) = key.undoubted {
        let median = context.locale.amount(quantity(context.case.unit_of(&key.key)), median, None);
        parts.push(say!(locale, "calibrate-undoubted", median = median));
    }
    parts.join("; ")
}

/// Totals that cannot all be true.
pub fn fights(context: &Context, found: &Calibration) -> Option<String> {
    let conflict = found.conflict.as_ref()?;
    let locale = context.locale;
    let name = |place: &usize| found.totals.get(*place).map(|total| tame(&total.metric));
    let words = if let Some(pair) = conflict.pair {
        let [one, other] = pair.map(|place| name(&place).unwrap_or_default());
        say!(locale, "calibrate-pair", one = one, other = other)
    } else {
        let names: Vec<String> = conflict.outside.iter().filter_map(name).collect();
        say!(locale, "calibrate-outside", names = names.join(", "))
    };
    Some(words)
}

/// What should be known of the data.
pub fn remarks(context: &Context, found: &Calibration) -> Vec<String> {
    let locale = context.locale;
    Remark::ALL
        .into_iter()
        .filter_map(|remark| {
            let keys: Vec<String> = found
                .keys
                .iter()
                .filter(|key| key.state != State::Silent && key.remarks.contains(&remark))
                .map(|key| brief_input(context, &key.key))
                .collect();
            if keys.is_empty() {
                return None;
            }
            let id = format!("known-{}", remark.id());
            let list = argument(keys.join(", "));
            Some(locale.say(&id, &[("keys", list)]))
        })
        .collect()
}

/// Beliefs that were made from the very data.
pub fn counted_twice(context: &Context, found: &Calibration) -> Option<String> {
    let keys: Vec<String> = found.circular.iter().map(|key| brief_input(context, key)).collect();
    (!keys.is_empty()).then(|| say!(context.locale, "learnt-twice", keys = keys.join(", ")))
}

/// That pages have something in common.
pub fn in_common(context: &Context, found: &Calibration) -> Option<String> {
    let n = found.pooled.len() as u64;
    (n > 0).then(|| say!(context.locale, "learnt-pooled", n = n))
}

/// Numbers that the scenario computes, with which totals were learnt.
pub fn computed(context: &Context, found: &Calibration) -> Option<String> {
    let keys = found.keys.iter().filter(|key| key.state == State::Held);
    let told: Vec<String> = keys
        .map(|key| {
            let value = range(context, &key.key, key.posterior);
            format!("{} = {value}", brief_input(context, &key.key))
        })
        .collect();
    (!told.is_empty()).then(|| say!(context.locale, "calibrate-computed", list = told.join(", ")))
}

/// How ranges held on the weeks that were held out.
pub fn held(context: &Context, found: &Calibration) -> Option<String> {
    let locale = context.locale;
    let held = found.held_out.as_ref()?;
    let mut words = say!(
        locale,
        "calibrate-held",
        weeks = locale.weeks(u64::from(held.weeks)),
        held = held.held,
        of = held.of
    );
    if let Some(skill) = held.skill {
        let share = locale.share((100.0 * skill.abs()).round() / 100.0, Some(0.0));
        let id = if skill >= 0.0 { "calibrate-better" } else { "calibrate-worse" };
        words.push(' ');
        words.push_str(&locale.say(id, &[("share", argument(share))]));
    }
    Some(words)
}

/// Names of inputs that are told before the others are counted.
const TOLD: usize = 4;

/// Of what nothing was learnt.
pub fn silent(context: &Context, found: &Calibration) -> Option<String> {
    let locale = context.locale;
    if found.silent.is_empty() {
        return None;
    }
    let names: Vec<String> =
        found.silent.iter().take(TOLD).map(|key| brief_input(context, key)).collect();
    let mut list = names.join(", ");
    if found.silent.len() > TOLD {
        list = format!("{list} {}", say!(locale, "and-more", n = found.silent.len() - TOLD));
    }
    Some(say!(locale, "calibrate-silent", list = list))
}

/// Share of the width of a range from which the text is said to miss what was learnt.
const MISSES: f64 = 0.03;

/// That the text says something else than what was learnt, where it does.
pub fn misses(context: &Context, found: &Calibration) -> Option<String> {
    let locale = context.locale;
    let error = found.fragment.error.filter(|error| *error > MISSES)?;
    let worst = found.fragment.worst.as_ref()?;
    let column = context.model().column(worst)?;
    let words = names::metric(locale, context.model(), column, Case::Nominative);
    let share = locale.share((100.0 * error).round() / 100.0, Some(0.0));
    Some(say!(locale, "calibrate-text-misses", words = words, share = share))
}
