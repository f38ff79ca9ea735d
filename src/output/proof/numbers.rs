//! Numbers as they stand in a text, read back in its language.

use crate::locale::Locale;

/// A number with the unit of its last digit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Printed {
    pub value: f64,
    pub unit: f64,
}

/// What two roundings of one number may differ by.
const ROUNDING: f64 = 0.02;

impl Printed {
    /// Whether two are the same number, perhaps with fewer digits, but never so few that a reader
    /// would take them for two numbers. A loss may be told as what is lost.
    pub fn is(self, other: Printed) -> bool {
        self.is_near(other.value, self.unit.max(other.unit))
    }

    /// Whether it tells a value, with the digits that it has; the value may be of parts that are
    /// rounded themselves, so its last digit may be off by one.
    pub fn tells(self, value: f64) -> bool {
        self.is_near(value, 2.0 * self.unit)
    }

    fn is_near(self, value: f64, unit: f64) -> bool {
        let off = (self.value.abs() - value.abs()).abs();
        let exact = 1e-9 * self.value.abs().max(1e-6);
        off <= exact || off <= 0.500_1 * unit && off <= ROUNDING * value.abs()
    }
}

/// What stands behind a number that is a hundredth: per cent, and percentage points.
const SHARES: [&str; 4] = ["%", "pp", "п. п.", "в. п."];

/// The numbers of a text in their order, as a reader of the language reads them; a share is a
/// hundredth of what stands before the per cent sign.
pub fn numbers(locale: Locale, text: &str) -> Vec<Printed> {
    // Groups are three digits behind a space that may be a plain one, too.
    let chars: Vec<char> =
        text.chars().map(|c| if c == '\u{202F}' { '\u{A0}' } else { c }).collect();
    let (mut found, mut place) = (Vec::new(), 0);
    while place < chars.len() {
        let is_word = place > 0 && chars[place - 1].is_alphabetic();
        if !chars[place].is_ascii_digit() || is_word {
            place += 1;
            continue;
        }
        // The sign may stand before the currency.
        let is_currency = |c: char| "€$£₽₴".contains(c);
        let before = chars[..place].iter().rev().find(|c| !is_currency(**c));
        let is_negative = matches!(before, Some('-' | '−'));
        let (digits, decimals, end) = digits(locale, &chars, place);
        place = end;
        let Ok(value) = digits.parse::<f64>() else { continue };
        let zeros = if decimals == 0 {
            digits.chars().rev().take_while(|c| *c == '0').count() as i32
        } else {
            -decimals
        };
        let rest: String = chars[place..].iter().take(6).collect();
        let is_share = SHARES.iter().any(|unit| rest.trim_start().starts_with(unit));
        let size = if is_share { 0.01 } else { 1.0 };
        let unit = if value == 0.0 { 1.0 } else { libm::pow(10.0, f64::from(zeros)) };
        let value = if is_negative { -value } else { value };
        found.push(Printed { value: value * size, unit: unit * size });
    }
    found
}

/// The digits of the number that begins at a place, how many of them are decimals, and where it
/// ends.
fn digits(locale: Locale, chars: &[char], mut place: usize) -> (String, i32, usize) {
    let (group, decimal) = if locale == Locale::En { (',', '.') } else { ('\u{A0}', ',') };
    let digit = |place: usize| chars.get(place).is_some_and(char::is_ascii_digit);
    let (mut digits, mut decimals, mut is_behind) = (String::new(), 0, false);
    while let Some(&c) = chars.get(place) {
        let groups = c == group || locale != Locale::En && c == ' ';
        if digit(place) {
            digits.push(c);
            decimals += i32::from(is_behind);
        } else if c == decimal && digit(place + 1) && !is_behind {
            digits.push('.');
            is_behind = true;
        } else {
            let group_of_three = (1..=3).all(|next| digit(place + next)) && !digit(place + 4);
            if !groups || is_behind || !group_of_three {
                break;
            }
        }
        place += 1;
    }
    (digits, decimals, place)
}
