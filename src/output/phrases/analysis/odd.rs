//! What is odd, what was left out and what the files lack, in words.

use reachsim_data::analyse::{LeftOut, Missing, Odd};

use super::{count, day, period, series};
use crate::locale::Locale;
use crate::output::analysis::Told;
use crate::output::format::Format as _;
use crate::output::words::{Words as _, say, sentence};

/// One oddity as a sentence; the name of a file is written as it is.
pub fn odd(told: &Told, odd: &Odd) -> String {
    let locale = told.locale;
    let number = |value: f64| locale.number(value, Some(0.0));
    let rough = |value: f64| locale.number(value, None);
    let file = |place: u32| told.name(place);
    let text = match odd {
        Odd::Burst { series: of, from, to, count, usual, .. } => say!(
            locale,
            "odd-burst",
            period = period(locale, (*from, *to)),
            count = number(*count),
            series = series(locale, *of),
            usual = rough(*usual)
        ),
        Odd::Gap { receipt, days, longest, .. } => say!(
            locale,
            "odd-gap",
            file = file(*receipt),
            n = u64::from(*days),
            longest = period(locale, *longest)
        ),
        Odd::FarReach { receipt, line, reach, median, .. } => say!(
            locale,
            "odd-far",
            file = file(*receipt),
            line = line.to_string(),
            reach = number(*reach),
            median = rough(*median)
        ),
        Odd::SameText { times, authors, example: (receipt, line), .. } => say!(
            locale,
            "odd-same",
            times = count(locale, *times),
            authors = count(locale, *authors),
            file = file(*receipt),
            line = line.to_string()
        ),
        Odd::PaidUnknown { posts } => say!(locale, "odd-paid", n = *posts),
        Odd::Zones { zones } => say!(locale, "odd-zones", zones = zones.join(", ")),
        Odd::ExportDays { days } => {
            let days: Vec<String> = days.iter().map(|of| day(locale, *of)).collect();
            say!(locale, "odd-exports", days = locale.listed(&days))
        }
        Odd::EndsEarly { receipt, last, others } => say!(
            locale,
            "odd-ends",
            file = file(*receipt),
            last = day(locale, *last),
            others = day(locale, *others)
        ),
    };
    match odd {
        Odd::Gap { .. } | Odd::FarReach { .. } | Odd::EndsEarly { .. } => text,
        _ => sentence(&text),
    }
}

/// One omission.
pub fn left_out(locale: Locale, left: &LeftOut) -> String {
    match left {
        LeftOut::YoungPosts { posts, days, exported, assumed } => {
            let id = if *assumed { "left-young-assumed" } else { "left-young" };
            let day = day(locale, *exported);
            say!(locale, id, n = *posts, days = u64::from(*days), day = day)
        }
        LeftOut::PostsWithoutDay { posts } => say!(locale, "left-no-day", n = *posts),
        LeftOut::PostsWithoutReach { posts } => say!(locale, "left-no-reach", n = *posts),
        LeftOut::DailyUniques { days } => say!(locale, "left-uniques", n = *days),
        LeftOut::Overlapping { rows } => say!(locale, "left-overlapping", n = *rows),
        LeftOut::AnswersWithoutQuestion { answers } => say!(locale, "left-answers", n = *answers),
        LeftOut::BusinessHours { tickets } => say!(locale, "left-business", n = *tickets),
        LeftOut::WithoutTime { rows } => say!(locale, "left-no-time", n = *rows),
        LeftOut::WithoutTone { messages } => say!(locale, "left-no-tone", n = *messages),
        LeftOut::OtherCurrencies { leads } => say!(locale, "left-currencies", n = *leads),
    }
}

/// What the files lack, in one list; empty where they lack nothing.
pub fn missing(locale: Locale, missing: &[Missing]) -> String {
    let words = missing.iter().map(|of| locale.say(&format!("missing-{}", of.id()), &[]));
    locale.listed(&words.collect::<Vec<_>>())
}
