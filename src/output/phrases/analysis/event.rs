//! Before and after an event, in the words that it deserves: never as a cause.

use reachsim_data::analyse::{Change, Step, Unit, Verdict};

use super::{day, period, series, within};
use crate::locale::Locale;
use crate::output::words::{Words as _, say, sentence};

/// When an event was.
pub fn when(locale: Locale, change: &Change) -> String {
    match change.to {
        Some(to) => period(locale, (change.from, to)),
        None => say!(locale, "event-since", day = day(locale, change.from)),
    }
}

/// What a series was against its own past.
pub fn title(locale: Locale, change: &Change) -> String {
    let id = match change.verdict {
        Verdict::HigherThanItsPast => "told-event-higher",
        Verdict::LowerThanItsPast => "told-event-lower",
        Verdict::WithinItsPast => "told-event-within",
    };
    let [ratio, range] = within(locale, &Unit::Ratio, change.ratio, change.low, change.high);
    say!(
        locale,
        id,
        series = sentence(&series(locale, change.series)),
        when = when(locale, change),
        ratio = ratio,
        range = range
    )
}

/// What must be said beside it: the sum, how unusual it is, of how many steps, and cautions.
pub fn beside(locale: Locale, change: &Change) -> Vec<String> {
    let mut parts = Vec::new();
    if let Some(sum) = change.sum {
        let [value, range] = within(locale, &Unit::Count, sum.value, sum.low, sum.high);
        parts.push(say!(locale, "event-sum", value = value, range = range));
    }
    if let Some((rank, places)) = change.placebo {
        parts.push(say!(locale, "event-rank", rank = u64::from(rank), places = u64::from(places)));
    }
    let step = match change.step {
        Step::Week => "event-weeks",
        Step::Month => "event-months",
    };
    parts.push(say!(
        locale,
        step,
        before = u64::from(change.before),
        during = u64::from(change.during),
        after = u64::from(change.after)
    ));
    let cautions = change.warnings.iter();
    parts.extend(cautions.map(|caution| locale.say(&format!("caution-{}", caution.id()), &[])));
    parts
}
