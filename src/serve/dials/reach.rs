//! How far a dial can be turned: as far as a scenario may go, and as far as is sensible on a line.

use crate::units::Kind;

/// The ends of a dial.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reach {
    /// The ends of its line.
    pub min: f64,
    pub max: f64,
    /// Whether equal distances on it are equal factors.
    pub is_log: bool,
    /// What a file may say at least and at most.
    pub least: f64,
    pub most: f64,
}

/// So many times as much as the upper end, and as little as the lower one, can be tried.
const TIMES: f64 = 5.0;
/// A share whose upper end is beyond this has the whole line.
const LARGE: f64 = 0.2;
/// The end of the line where nothing is known.
const UNKNOWN: f64 = 10.0;
/// Least width of a line of numbers that may be negative.
const WIDTH: f64 = 0.1;

impl Reach {
    /// Of a quantity with its 5th percentile, median and 95th percentile.
    pub fn of(kind: Kind, ends: Option<[f64; 3]>) -> Reach {
        let (least, most) = kind.range();
        let (min, max, is_log) = match (kind, ends) {
            (Kind::Share, Some([_, _, high])) if high <= LARGE => {
                let most = rounded_up(TIMES * high);
                (0.0, if most > 0.0 { most.min(1.0) } else { 1.0 }, false)
            }
            (Kind::Share, _) => (0.0, 1.0, false),
            (Kind::Positive, Some([low, _, high])) if low > 0.0 => {
                (rounded_down(low / TIMES), rounded_up(TIMES * high), true)
            }
            (Kind::Positive, Some([_, _, high])) if high > 0.0 => {
                (0.0, rounded_up(TIMES * high), false)
            }
            (Kind::Positive, _) => (0.0, UNKNOWN, false),
            (Kind::Difference, _) => (-1.0, 1.0, false),
            (Kind::Growth | Kind::Real, Some([low, _, high])) => {
                let width = (high - low).max(low.abs().max(high.abs())).max(WIDTH);
                (rounded_down(low - 2.0 * width), rounded_up(high + 2.0 * width), false)
            }
            (Kind::Growth | Kind::Real, None) => (-1.0, UNKNOWN, false),
        };
        Reach { min: min.clamp(least, most), max: max.clamp(least, most), is_log, least, most }
    }

    /// Of a whole number between two ends.
    pub fn whole([least, most]: [u64; 2], value: Option<f64>) -> Reach {
        let (least, most) = (least as f64, most as f64);
        let far = value.map_or(UNKNOWN, |value| (TIMES * value).max(UNKNOWN));
        let max = rounded_up(far).clamp(least, most);
        Reach { min: least, max, is_log: false, least, most }
    }
}

/// The nearest number of one digit that is not smaller.
fn rounded_up(value: f64) -> f64 {
    one_digit(value, if value < 0.0 { f64::floor } else { f64::ceil })
}

/// The nearest number of one digit that is not larger.
fn rounded_down(value: f64) -> f64 {
    one_digit(value, if value < 0.0 { f64::ceil } else { f64::floor })
}

fn one_digit(value: f64, round: fn(f64) -> f64) -> f64 {
    if value == 0.0 || !value.is_finite() {
        return value;
    }
    let tens = libm::log10(value.abs()).floor() as i32;
    let digit = round(shifted(value.abs(), -tens)).copysign(value);
    shifted(digit, tens)
}

/// A number times a power of ten, without what rounding adds.
fn shifted(value: f64, tens: i32) -> f64 {
    format!("{value}e{tens}").parse().unwrap_or(value)
}

/// A number with four digits, as people type it.
pub fn short(value: f64) -> String {
    let known: f64 = format!("{value:.3e}").parse().unwrap_or(value);
    known.to_string()
}
