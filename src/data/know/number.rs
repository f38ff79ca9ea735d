//! Numbers as spreadsheets, networks and people write them.

use super::moment::month_of;

/// The sign behind the whole part of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decimal {
    Point,
    Comma,
}

/// What a cell says of a number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Read {
    Number(f64),
    /// Nothing, or a sign for nothing: `-`, `n/a`, `<10`.
    Missing,
    /// `1,234`: a thousand and more, or one and a bit.
    Ambiguous,
    /// What a spreadsheet made of a number: a date, or `####`.
    Damaged,
    /// No number.
    No,
}

/// Words for a number that is not given.
const MISSING: [&str; 9] = ["", "-", "--", "nan", "n/a", "na", "null", "none", "н/д"];

/// A cell as a number. `sign` is that of its column, where it is known.
pub fn read(cell: &str, sign: Option<Decimal>) -> Read {
    let cell = cell.trim();
    if !cell.is_empty() && cell.len() < 16 && cell.bytes().all(|b| b.is_ascii_digit()) {
        return cell.parse().map_or(Read::No, Read::Number);
    }
    let text = simple(cell);
    if MISSING.contains(&text.as_str()) || text.starts_with(['<', '≤']) {
        return Read::Missing;
    }
    if text.starts_with("###") {
        return Read::Damaged;
    }
    let (text, negative) = match text.strip_prefix('-') {
        Some(rest) => (rest, true),
        None => (text.strip_prefix('+').unwrap_or(&text), false),
    };
    let (digits, factor) = unit(text);
    let number = match value(digits, sign) {
        // A hundredth has no finite form in binary: parts of a hundred are divided.
        Read::Number(value) if factor < 1.0 => value / 100.0,
        Read::Number(value) => value * factor,
        Read::No if is_date(text) => return Read::Damaged,
        other => return other,
    };
    Read::Number(if negative { -number } else { number })
}

/// The sign that a cell shows, where it shows one.
pub fn sign(cell: &str) -> Option<Decimal> {
    let text = simple(cell.trim());
    let (digits, _) = unit(text.trim_start_matches(['-', '+']));
    if !digits.bytes().all(|b| b.is_ascii_digit() || b == b',' || b == b'.') {
        return None;
    }
    let (commas, points) = (digits.matches(',').count(), digits.matches('.').count());
    match (commas, points) {
        (0, 0) => None,
        (0, 1) => alone(digits, '.').then_some(Decimal::Point),
        (1, 0) => alone(digits, ',').then_some(Decimal::Comma),
        (_, 0) => Some(Decimal::Point),
        (0, _) => Some(Decimal::Comma),
        _ if digits.rfind(',') > digits.rfind('.') => Some(Decimal::Comma),
        _ => Some(Decimal::Point),
    }
}

/// Whether the only mark of a number can but be its decimal sign.
fn alone(digits: &str, mark: char) -> bool {
    let (whole, rest) = digits.split_once(mark).unwrap_or((digits, ""));
    rest.len() != 3 || whole.len() > 3 || whole.is_empty() || whole.starts_with('0')
}

/// Lower case, without spaces, apostrophes between groups, signs of money and kinds of dashes.
fn simple(cell: &str) -> String {
    let marks = |c: char| {
        c.is_whitespace() || matches!(c, '\'' | '’' | '$' | '€' | '£' | '₽' | '₴' | '\u{202f}')
    };
    let kept = cell.chars().filter(|&c| !marks(c)).flat_map(char::to_lowercase);
    kept.map(|c| if matches!(c, '–' | '—' | '−') { '-' } else { c }).collect()
}

/// A number without its unit, and the factor of that.
fn unit(text: &str) -> (&str, f64) {
    const UNITS: [(&str, f64); 12] = [
        ("%", 0.01),
        ("тыс.", 1e3),
        ("тыс", 1e3),
        ("тис.", 1e3),
        ("тис", 1e3),
        ("млн.", 1e6),
        ("млн", 1e6),
        ("mil", 1e3),
        ("mln", 1e6),
        ("k", 1e3),
        ("к", 1e3),
        ("m", 1e6),
    ];
    let found = UNITS.iter().find_map(|(unit, factor)| Some((text.strip_suffix(unit)?, *factor)));
    found.unwrap_or((text, 1.0))
}

fn value(digits: &str, sign: Option<Decimal>) -> Read {
    if digits.is_empty() || !digits.starts_with(|c: char| c.is_ascii_digit() || ",.".contains(c)) {
        return Read::No;
    }
    let (commas, points) = (digits.matches(',').count(), digits.matches('.').count());
    let decimal = match (commas, points) {
        (0, 0) => return parse(digits.to_owned()),
        (1, 1) | (2.., 1) | (1, 2..) => self::sign(digits),
        (1, 0) if alone(digits, ',') => Some(Decimal::Comma),
        (0, 1) if alone(digits, '.') => Some(Decimal::Point),
        (1, 0) | (0, 1) => match sign {
            Some(sign) => Some(sign),
            None => return Read::Ambiguous,
        },
        (_, 0) => Some(Decimal::Point),
        (0, _) => Some(Decimal::Comma),
        _ => return Read::No,
    };
    let (group, mark) = match decimal {
        Some(Decimal::Comma) => ('.', ','),
        _ => (',', '.'),
    };
    let (whole, rest) = digits.split_once(mark).unwrap_or((digits, ""));
    let groups: Vec<&str> = whole.split(group).collect();
    let is_grouped = groups.len() == 1
        || (groups[0].len() <= 3 && groups[1..].iter().all(|group| group.len() == 3));
    if !is_grouped || rest.contains(group) {
        return Read::No;
    }
    parse(format!("{}.{rest}", groups.concat()))
}

fn parse(text: String) -> Read {
    match text.parse::<f64>() {
        Ok(value) if value.is_finite() => Read::Number(value),
        _ => Read::No,
    }
}

/// Whether it looks like a date that was a number: `3.апр`, `4-May`, `2026-01-02t00:00:00`.
fn is_date(text: &str) -> bool {
    let day: String = text.chars().take_while(char::is_ascii_digit).collect();
    let rest = &text[day.len()..];
    let letters = rest.trim_start_matches(['.', '-', '/', ' ']);
    let is_month = (1..=2).contains(&day.len())
        && rest.len() > letters.len()
        && letters.chars().count() >= 3
        && letters.chars().all(|c| c.is_alphabetic() || c == '.');
    // `apr-03`, as a month and a day, or a year, are shown.
    let (word, figures) = text.split_once(['-', '.', '/']).unwrap_or(("", ""));
    let is_behind = (1..=4).contains(&figures.len())
        && figures.bytes().all(|b| b.is_ascii_digit())
        && month_of(word).is_some();
    let is_iso = day.len() == 4 && rest.starts_with('-') && rest.matches('-').count() == 2;
    is_month || is_behind || is_iso
}
