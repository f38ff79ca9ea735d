//! Days of the calendar by the name of a year, a month or a day: `2025`, `2025-03`, `2025-03-31`.

use jiff::Span;
use jiff::civil::Date;

/// The first and the last day; `None` where it names none.
pub fn of(text: &str) -> Option<[Date; 2]> {
    let parts: Vec<&str> = text.trim().split('-').collect();
    let is_number = |(part, digits): (&&str, usize)| {
        part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    if !parts.iter().zip([4, 2, 2]).all(is_number) {
        return None;
    }
    match parts[..] {
        [year] => {
            let year = year.parse().ok()?;
            Some([Date::new(year, 1, 1).ok()?, Date::new(year, 12, 31).ok()?])
        }
        [year, month] => {
            let first = Date::new(year.parse().ok()?, month.parse().ok()?, 1).ok()?;
            Some([first, first.last_of_month()])
        }
        [year, month, day] => {
            let day = Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()?;
            Some([day, day])
        }
        _ => None,
    }
}

/// Days since 1970-01-01.
pub fn number(day: Date) -> i32 {
    (day - Date::constant(1970, 1, 1)).get_days()
}

/// The day of such a number; the first or the last one of the calendar where there is none.
pub fn day(number: i32) -> Date {
    let days = Span::new().try_days(number).ok();
    let day = days.and_then(|days| Date::constant(1970, 1, 1).checked_add(days).ok());
    day.unwrap_or(if number < 0 { Date::MIN } else { Date::MAX })
}
