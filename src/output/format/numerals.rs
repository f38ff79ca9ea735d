//! The digits of a number: how many are worth showing, and the marks between them.

use crate::digits::grouped;
use crate::locale::{Language, Locale};

/// The power of ten of the last decimal that is ever shown.
pub const SMALLEST: i32 = -9;

/// Numbers from here on are written as a power of ten.
const LARGEST: f64 = 1e15;

/// The sign of negative numbers, as typesetters know it: as wide as a plus.
pub const MINUS: &str = "\u{2212}";

/// What people write for a currency; of others the code stands for itself.
const SIGNS: [(&str, &str); 6] =
    [("EUR", "€"), ("GBP", "£"), ("JPY", "¥"), ("RUB", "₽"), ("UAH", "₴"), ("USD", "$")];

/// The sign of a currency, or its code.
pub fn currency(code: &str) -> &str {
    SIGNS.iter().find(|(known, _)| *known == code).map_or(code, |(_, sign)| sign)
}

/// A number that is known exactly, in full.
pub fn exact(locale: Locale, value: f64) -> String {
    trim(digits(locale, value, last_of_exact(value)), locale.language().decimal)
}

/// A number in English, in the signs of another language.
pub fn translated(locale: Locale, english: &str) -> String {
    let Language { group, decimal, .. } = *locale.language();
    let sign = |sign: char| match sign {
        ',' => group.to_owned(),
        '.' => decimal.to_owned(),
        other => other.to_string(),
    };
    english.chars().map(sign).collect()
}

/// The value rounded to a multiple of 10^last, with grouped digits and no negative zero.
pub fn digits(locale: Locale, value: f64, last: i32) -> String {
    let numerals = locale.language();
    if value.abs() >= LARGEST {
        return format!("{value:.2e}").replace('-', MINUS);
    }
    let rounded =
        if last > 0 { (value / power_of_ten(last)).round() * power_of_ten(last) } else { value };
    let plain = format!("{:.*}", usize::try_from(-last).unwrap_or(0), rounded.abs());
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let is_zero = plain.bytes().all(|digit| matches!(digit, b'0' | b'.'));
    let sign = if rounded < 0.0 && !is_zero { MINUS } else { "" };
    let point = if fraction.is_empty() { "" } else { numerals.decimal };
    format!("{sign}{}{point}{fraction}", grouped(&whole, numerals.group))
}

/// The width of a range; infinite where it has none to tell.
pub fn width(low: f64, high: f64) -> f64 {
    let width = (high - low).abs();
    if width > 0.0 { width } else { f64::INFINITY }
}

/// The power of ten of the last digit of a number that is known exactly.
pub fn last_of_exact(value: f64) -> i32 {
    if is_multiple(value, 0) { 0 } else { (exponent(value) - 3).clamp(SMALLEST, 0) }
}

/// The power of ten of the last digit that an error supports: rounding there moves the number by at
/// most half of it.
pub fn last_of_error(se: f64) -> i32 {
    exponent(se).max(SMALLEST)
}

/// The power of ten of the last digit of a mean: what its error supports, and no fifth digit.
pub fn last_of_mean(size: f64, se: f64) -> i32 {
    last_of_error(se).max(exponent(size) - 3)
}

/// The power of ten of the last digit for people: three significant digits, or as many as it takes
/// for the ends of a range to differ by ten units. `size` is the magnitude that decides: for a
/// share near 1 its complement.
pub fn last_for_people(size: f64, width: f64) -> i32 {
    let human = exponent(size) - 2;
    let telling = if width.is_finite() { human.min(exponent(width) - 1) } else { human };
    telling.max(SMALLEST)
}

/// The power of ten of the first digit, exactly; 0 for zero.
pub fn exponent(value: f64) -> i32 {
    let text = format!("{value:e}");
    text.rsplit_once('e').and_then(|(_, power)| power.parse().ok()).unwrap_or(0)
}

/// The double nearest to 10^power.
pub fn power_of_ten(power: i32) -> f64 {
    libm::pow(10.0, f64::from(power))
}

/// value x 10^power, by division where that is the exact operation.
pub fn shift(value: f64, power: i32) -> f64 {
    if power < 0 { value / power_of_ten(-power) } else { value * power_of_ten(power) }
}

/// Whether the value is a whole multiple of 10^-places but for rounding.
pub fn is_multiple(value: f64, places: i32) -> bool {
    let scaled = shift(value, places);
    (scaled - scaled.round()).abs() <= 1e-9 * scaled.abs().max(1e-3)
}

/// Without zeros at the end of the decimals.
pub fn trim(text: String, decimal: &str) -> String {
    if text.contains(decimal) && !text.contains('e') {
        text.trim_end_matches('0').trim_end_matches(decimal).into()
    } else {
        text
    }
}
