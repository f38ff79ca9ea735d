//! Words of what exports tell: figures, groups, days.

pub mod beside;
pub mod event;
pub mod odd;
pub mod title;

use reachsim_data::analyse::{Column, Figure, Group, Row, Series, Unit};

use crate::locale::Locale;
use crate::output::format::{Format as _, Quantity};
use crate::output::json::analysis::civil;
use crate::output::words::{Words as _, say};

/// What a figure is called.
pub fn figure(locale: Locale, figure: &Figure) -> String {
    locale.say(&format!("figure-{}", figure.id), &[])
}

/// A number in the unit of a figure, of which no error is known.
pub fn amount(locale: Locale, unit: &Unit, value: f64) -> String {
    match unit {
        Unit::Share => locale.amount(Quantity::Share, value, None),
        Unit::Hours => hours(locale, value),
        Unit::Money(Some(currency)) => locale.money(currency, &locale.number(value, Some(0.0))),
        Unit::Count | Unit::People => locale.number(value, Some(0.0)),
        _ => locale.number(value, None),
    }
}

/// A number within its interval, and the interval, with the digits that it supports.
pub fn within(locale: Locale, unit: &Unit, value: f64, low: f64, high: f64) -> [String; 2] {
    if *unit == Unit::Hours {
        return [hours(locale, value), locale.between(&hours(locale, low), &hours(locale, high))];
    }
    let [low, value, high] = match unit {
        // Shares count in per cent, and their ends in as many digits as tell them apart.
        Unit::Share => {
            let last = [(0.02, 0), (0.002, -1)].iter().find(|(width, _)| high - low >= *width);
            let last = last.map_or(-2, |(_, last)| *last);
            [low, value, high].map(|share| locale.to_last(Quantity::Share, share, last))
        }
        _ => locale.spread(Quantity::Number, [(low, None), (value, None), (high, None)]),
    };
    [value, locale.between(&low, &high)]
}

/// The value of a figure.
pub fn value(locale: Locale, figure: &Figure) -> String {
    match figure.low.zip(figure.high) {
        Some((low, high)) => {
            let [value, _] = within(locale, &figure.unit, figure.value, low, high);
            value
        }
        None => amount(locale, &figure.unit, figure.value),
    }
}

/// The interval of a figure, where it has one.
pub fn interval(locale: Locale, figure: &Figure) -> Option<String> {
    let (low, high) = figure.low.zip(figure.high)?;
    let [_, range] = within(locale, &figure.unit, figure.value, low, high);
    Some(range)
}

/// A range in a unit.
pub fn between(locale: Locale, unit: &Unit, low: f64, high: f64) -> String {
    match unit {
        Unit::Share => locale.amount_range(Quantity::Share, low, high, None),
        Unit::Hours => locale.between(&hours(locale, low), &hours(locale, high)),
        _ => locale.range(low, high, None),
    }
}

/// A time that something took.
pub fn hours(locale: Locale, hours: f64) -> String {
    const DAYS: f64 = 72.0;
    // Nobody reads a third digit of a time.
    let number = |value: f64| locale.number(value, Some(value / 20.0));
    if hours < 1.0 {
        say!(locale, "minutes", number = number(hours * 60.0))
    } else if hours < DAYS {
        say!(locale, "hours", number = number(hours))
    } else {
        say!(locale, "days-long", number = number(hours / 24.0))
    }
}

/// A count that is known exactly.
pub fn count(locale: Locale, count: u64) -> String {
    locale.number(count as f64, Some(0.0))
}

/// What a group is called.
pub fn group(locale: Locale, group: &Group) -> String {
    let exact = |value: u64| count(locale, value);
    match group {
        Group::Name(name) | Group::Code(name) => name.clone(),
        Group::Author(place) => say!(locale, "group-author", n = *place),
        Group::Role(role) => locale.say(&format!("role-{}", role.id()), &[]),
        Group::Hour(hour) => format!("{hour:02}:00"),
        Group::Weekday(day) => locale.say(&format!("weekday-{day}"), &[]),
        Group::NoCode => say!(locale, "group-no-code"),
        Group::SeveralCodes => say!(locale, "group-several"),
        Group::Size(from, None) => say!(locale, "group-at-least", from = exact(*from)),
        Group::Size(0, Some(to)) => say!(locale, "group-below", to = exact(*to)),
        Group::Size(from, Some(to)) => locale.between(&exact(*from), &exact(to - 1)),
    }
}

/// What a column of groups is called.
pub fn column(locale: Locale, column: Column) -> String {
    locale.say(&format!("column-{}", column.id()), &[])
}

/// What a series counts.
pub fn series(locale: Locale, series: Series) -> String {
    locale.say(&format!("series-{}", series.id()), &[])
}

/// The share of a group, and its interval.
pub fn share(locale: Locale, row: &Row) -> Option<[String; 2]> {
    let share = row.share?;
    Some(match row.low.zip(row.high) {
        Some((low, high)) => within(locale, &Unit::Share, share, low, high),
        None => [amount(locale, &Unit::Share, share), String::new()],
    })
}

/// A day.
pub fn day(locale: Locale, days: i32) -> String {
    locale.date(civil(days))
}

/// A first and a last day.
pub fn period(locale: Locale, (from, to): (i32, i32)) -> String {
    locale.between(&day(locale, from), &day(locale, to))
}

/// In which zone times are told.
pub fn zone(locale: Locale, zone: &str) -> String {
    if zone.is_empty() {
        say!(locale, "zone-as-written")
    } else {
        say!(locale, "zone-in", zone = zone)
    }
}
