//! Digits in groups and in hexadecimal, and numbers without the digits that rounding makes.

use std::fmt::Display;

/// Bytes as hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    let digit = |four_bits: u8| char::from(b"0123456789abcdef"[usize::from(four_bits)]);
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

/// The digits of a whole number in groups of three.
pub fn grouped(whole: &impl Display, separator: &str) -> String {
    let whole = whole.to_string();
    let mut text = String::new();
    for (place, digit) in whole.char_indices() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            text.push_str(separator);
        }
        text.push(digit);
    }
    text
}

/// A number without its last digits, which rounding makes.
pub(crate) fn tidy(value: f64) -> f64 {
    format!("{value:.12e}").parse().expect("what was written as a number is one")
}
