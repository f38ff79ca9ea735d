//! Dates and times as exports write them.

use jiff::Timestamp;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;

use super::kinds::Order;

/// A moment as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Written {
    pub day: Day,
    /// Seconds of its day, where a time is given.
    pub time: Option<u32>,
    /// Seconds by which its clock is ahead of UTC, where it says so.
    pub offset: Option<i32>,
}

/// A day, as far as it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Day {
    Known(Date),
    /// `03/04/2026`: which of the two is the month?
    Two {
        first: i8,
        second: i8,
        year: i16,
    },
    /// Without a year: month and day.
    Yearless(i8, i8),
    /// The moment itself, in seconds.
    Absolute(i64),
}

/// What a cell says of a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Read {
    Moment(Written),
    Missing,
    No,
}

/// A cell as a moment.
pub fn read(cell: &str) -> Read {
    let cell = cell.trim();
    if matches!(cell, "" | "-" | "--" | "—" | "N/A" | "n/a" | "null" | "NULL") {
        return Read::Missing;
    }
    unix(cell).or_else(|| iso(cell)).or_else(|| parts(cell)).map_or(Read::No, Read::Moment)
}

impl Written {
    /// Its day in an order and a year, where both can be said.
    pub fn date(&self, order: Option<Order>, year: Option<i16>) -> Option<Date> {
        match self.day {
            Day::Known(date) => Some(date),
            Day::Two { first, second, year } => {
                let order = own_order(first, second).or(order)?;
                let (month, day) =
                    if order == Order::MonthFirst { (first, second) } else { (second, first) };
                Date::new(year, month, day).ok()
            }
            Day::Yearless(month, day) => Date::new(year?, month, day).ok(),
            Day::Absolute(seconds) => {
                Some(TimeZone::UTC.to_datetime(Timestamp::from_second(seconds).ok()?).date())
            }
        }
    }

    /// The order that it shows by itself.
    pub fn order(&self) -> Option<Order> {
        match self.day {
            Day::Two { first, second, .. } => own_order(first, second),
            _ => None,
        }
    }

    /// Whether a day and a month stand side by side as figures.
    pub const fn is_two(&self) -> bool {
        matches!(self.day, Day::Two { first, second, .. } if first != second)
    }

    pub const fn is_yearless(&self) -> bool {
        matches!(self.day, Day::Yearless(..))
    }

    /// The year of a date without one, out of those that the name of its file has.
    pub fn year(&self, years: &[i16]) -> Option<i16> {
        match (years, self.day) {
            ([year], _) => Some(*year),
            // A period over New Year: its autumn is of the first year.
            ([first, last], Day::Yearless(month, _)) if last - first == 1 => {
                Some(if month > 6 { *first } else { *last })
            }
            _ => None,
        }
    }

    pub const fn is_ambiguous(&self) -> bool {
        match self.day {
            Day::Two { first, second, .. } => first <= 12 && second <= 12 && first != second,
            _ => false,
        }
    }
}

fn own_order(first: i8, second: i8) -> Option<Order> {
    match (first > 12, second > 12) {
        (true, false) => Some(Order::DayFirst),
        (false, true) => Some(Order::MonthFirst),
        // The same either way.
        (false, false) if first == second => Some(Order::DayFirst),
        _ => None,
    }
}

/// Seconds or milliseconds since 1970, of this century or the last thirty years before it.
fn unix(cell: &str) -> Option<Written> {
    if !cell.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let number: i64 = cell.parse().ok()?;
    let seconds = match cell.len() {
        10 => number,
        13 => number / 1000,
        8 => {
            let (year, month, day) = (number / 10_000, number / 100 % 100, number % 100);
            let date = Date::new(year as i16, month as i8, day as i8).ok()?;
            return Some(Written { day: Day::Known(date), time: None, offset: None });
        }
        _ => return None,
    };
    Some(Written { day: Day::Absolute(seconds), time: None, offset: Some(0) })
}

/// `2026-01-02T03:04:05`, the commonest, by its places.
fn iso(cell: &str) -> Option<Written> {
    let bytes = cell.as_bytes();
    if bytes.len() < 10 || !matches!((bytes[4], bytes[7]), (b'-', b'-') | (b'/', b'/')) {
        return None;
    }
    let number = |range: std::ops::Range<usize>| cell.get(range)?.parse::<i16>().ok();
    let (year, month, day) = (number(0..4)?, number(5..7)?, number(8..10)?);
    let date = Date::new(year, month as i8, day as i8).ok()?;
    let rest = cell.get(10..)?.trim_start_matches(['T', 't', ' ', ',']);
    let (time, offset) = if rest.is_empty() { (None, None) } else { clock(rest)? };
    Some(Written { day: Day::Known(date), time, offset })
}

/// A time of the day, with what is said of its zone.
fn clock(text: &str) -> Option<(Option<u32>, Option<i32>)> {
    let text = text.trim();
    let end = text.find(|c: char| !(c.is_ascii_digit() || c == ':' || c == '.'));
    let (digits, rest) = text.split_at(end.unwrap_or(text.len()));
    let mut parts = digits.split(':');
    let mut hour: i8 = parts.next()?.parse().ok()?;
    let minute: i8 = parts.next()?.parse().ok()?;
    let second = match parts.next() {
        Some(part) => part.split('.').next()?.parse().ok()?,
        None => 0,
    };
    let mut rest = rest.trim();
    let half = |rest: &str| rest.get(..2).map(str::to_ascii_lowercase);
    match half(rest).as_deref() {
        Some("pm") => (hour, rest) = (if hour < 12 { hour + 12 } else { hour }, rest[2..].trim()),
        Some("am") => (hour, rest) = (if hour == 12 { 0 } else { hour }, rest[2..].trim()),
        _ => (),
    }
    let time = Time::new(hour, minute, second, 0).ok()?;
    let seconds = u32::try_from(i32::from(time.hour()) * 3600 + i32::from(time.minute()) * 60)
        .ok()?
        + u32::try_from(time.second()).ok()?;
    Some((Some(seconds), offset(rest)?))
}

/// `Z`, `UTC`, `+0000`, `+03:00`; nothing where nothing is said, `None` where it is no zone.
#[expect(clippy::option_option, reason = "no zone is said, or what is said is none")]
fn offset(text: &str) -> Option<Option<i32>> {
    let text = text.trim_start_matches("GMT").trim_start_matches("UTC");
    if text.is_empty() {
        return Some(None);
    }
    if matches!(text, "Z" | "z") {
        return Some(Some(0));
    }
    let sign = match text.as_bytes()[0] {
        b'+' => 1,
        b'-' => -1,
        _ => return None,
    };
    let digits: String = text[1..].chars().filter(char::is_ascii_digit).collect();
    let (hours, minutes): (i32, i32) = match digits.len() {
        1 | 2 => (digits.parse().ok()?, 0),
        4 => (digits[..2].parse().ok()?, digits[2..].parse().ok()?),
        _ => return None,
    };
    (hours <= 15 && minutes < 60).then_some(Some(sign * (hours * 3600 + minutes * 60)))
}

/// Days and months in words or figures, in any order that has a meaning, and a time behind them.
fn parts(cell: &str) -> Option<Written> {
    let lower = cell.to_lowercase();
    let (mut numbers, mut month, mut year) = (Vec::new(), None, None);
    let (mut time, mut zone) = (None, None);
    let mut form = Form::Signs;
    let words: Vec<&str> = lower
        .split([' ', ',', '\u{a0}'])
        .filter(|word| !matches!(*word, "" | "г." | "г" | "р." | "р"))
        .collect();
    let mut place = 0;
    while place < words.len() {
        let word = words[place];
        place += 1;
        if word.contains(':') {
            let half = words.get(place).filter(|word| matches!(**word, "am" | "pm"));
            place += usize::from(half.is_some());
            let (at, of) = clock(&format!("{word}{}", half.unwrap_or(&"")))?;
            (time, zone) = (at, of);
        } else if time.is_some() && word.starts_with(['+', '-']) {
            zone = offset(word)?;
        } else if let Some(found) = month_of(word) {
            month = Some(found);
        } else if word.starts_with(|c: char| c.is_ascii_digit()) {
            if word.matches('.').count() == 2 {
                form = Form::Points;
            }
            for part in word.split(['.', '/', '-']).filter(|part| !part.is_empty()) {
                if let Some(found) = month_of(part) {
                    month = Some(found);
                } else {
                    let part = part.trim_end_matches(|c: char| c.is_alphabetic());
                    let number: i16 = part.parse().ok()?;
                    if part.len() == 4 {
                        year = Some(number);
                        form = if numbers.is_empty() { Form::Year } else { form };
                    } else {
                        numbers.push((number, part.len()));
                    }
                }
            }
        } else if !(is_weekday(word)
            || matches!(word, "." | "at" | "в" | "о" | "utc" | "gmt" | "de"))
        {
            return None;
        }
    }
    Some(Written { day: day(&numbers, month, year, form)?, time, offset: zone })
}

/// What tells in which order the figures of a date stand.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// `31/01/2026`, `01-31-2026`: either order.
    Signs,
    /// `31.01.2026`: the day comes first wherever points are written.
    Points,
    /// `2026/1/31`: the day comes last.
    Year,
}

fn day(numbers: &[(i16, usize)], month: Option<i8>, year: Option<i16>, form: Form) -> Option<Day> {
    let known = |year, month: i16, day: i16| {
        Some(Day::Known(Date::new(year, month as i8, day as i8).ok()?))
    };
    match (numbers, month, year) {
        (&[(month, _), (day, _)], None, Some(year)) if form == Form::Year => {
            known(year, month, day)
        }
        (&[(day, _), (month @ ..=12, _)], None, Some(year)) if form == Form::Points => {
            known(year, month, day)
        }
        (&[(day, _), (month @ ..=12, _), (short, 2)], None, None) if form == Form::Points => {
            known(2000 + short, month, day)
        }
        (&[(day, _)], Some(month), Some(year)) => {
            Some(Day::Known(Date::new(year, month, day as i8).ok()?))
        }
        (&[(day, _)], Some(month), None) => {
            (1..=31).contains(&day).then_some(Day::Yearless(month, day as i8))
        }
        (&[(first, _), (second, _)], None, Some(year)) => two(first, second, year),
        (&[(day, _), (short, 2)], Some(month), None) => {
            Some(Day::Known(Date::new(2000 + short, month, day as i8).ok()?))
        }
        (&[(first, _), (second, _), (short, 2)], None, None) => two(first, second, 2000 + short),
        _ => None,
    }
}

fn two(first: i16, second: i16, year: i16) -> Option<Day> {
    let is_date =
        (1..=31).contains(&first) && (1..=31).contains(&second) && first.min(second) <= 12;
    is_date.then_some(Day::Two { first: first as i8, second: second as i8, year })
}

/// The month that a word means, by its first letters, in the languages of the headings.
pub fn month_of(word: &str) -> Option<i8> {
    const MONTHS: [&[&str]; 12] = [
        &["jan", "янв", "січ", "ene", "enero"],
        &["feb", "фев", "лют", "fev"],
        &["mar", "мар", "бер", "mär"],
        &["apr", "апр", "кві", "abr"],
        &["may", "мая", "май", "тра", "mai", "maj"],
        &["jun", "июн", "чер"],
        &["jul", "июл", "лип"],
        &["aug", "авг", "сер", "ago"],
        &["sep", "сен", "вер", "set"],
        &["oct", "окт", "жов", "out", "okt"],
        &["nov", "ноя", "лис"],
        &["dec", "дек", "гру", "dic", "dez"],
    ];
    let word = word.trim_end_matches('.');
    if word.chars().count() < 3 || !word.chars().all(char::is_alphabetic) {
        return None;
    }
    let found = MONTHS.iter().position(|names| names.iter().any(|name| word.starts_with(name)))?;
    // Weekdays begin like months in some languages.
    (!matches!(word, "mardi" | "martes" | "середа")).then_some(found as i8 + 1)
}

fn is_weekday(word: &str) -> bool {
    const DAYS: [&str; 44] = [
        "mon",
        "tue",
        "wed",
        "thu",
        "fri",
        "sat",
        "sun",
        "пн",
        "вт",
        "ср",
        "чт",
        "пт",
        "сб",
        "вс",
        "нд",
        "пон",
        "втор",
        "сред",
        "чет",
        "пят",
        "воск",
        "суб",
        "вів",
        "середа",
        "п’ят",
        "п'ят",
        "нед",
        "lun",
        "martes",
        "mié",
        "jue",
        "vie",
        "sáb",
        "dom",
        "seg",
        "ter",
        "qua",
        "qui",
        "sex",
        "die",
        "mit",
        "don",
        "fre",
        "son",
    ];
    DAYS.iter().any(|day| word.starts_with(day))
}
