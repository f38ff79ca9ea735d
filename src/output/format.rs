//! Numbers for people: the one place that decides how many digits a screen, a chart or a table
//! shows.
//!
//! Three limits act together, and the coarsest one wins:
//! 1. people: two significant digits, three where the first is 1 or 2, and no decimals from ten
//!    upwards (9,300; 12,800; 1.26);
//! 2. the interval: the ends of a range, and the typical value inside it, keep enough digits for
//!    the ends to differ by at least ten units of the last one;
//! 3. the simulation: the last digit stands for no less than one Monte Carlo standard error.
//!
//! But no error makes a 0 of what is none: of a number the first digit is always shown, and a share
//! reads `<1 %`.
//!
//! A number that is known exactly (standard error zero) is shown in full. Checked by the golden
//! values of `tests/it/format.rs`.

pub mod numerals;

use crate::output::words::Words as _;
use serde::{Deserialize, Serialize};

use self::numerals::{
    SMALLEST, digits, exponent, is_multiple, last_digit, power_of_ten, shift, trim, width,
};
use super::words::say;
pub use crate::locale::Locale;

/// What a number counts, as far as its writing depends on it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Quantity {
    /// A count or a pure ratio: `97,000`, `1.26`.
    #[default]
    Number,
    /// A fraction of one, written in per cent: `7.5 %`.
    Share,
}

/// Powers of ten with their short names, the largest first.
const SHORT: [(i32, &str); 3] = [(12, "trillions"), (9, "billions"), (6, "millions")];

/// How a locale writes numbers, spans of time and dates.
pub trait Format: Copy {
    /// A count or ratio with the digits that its standard error supports: `None` where no error is
    /// known, zero for what is exact. Undefined values, which are not finite, are `never`.
    fn number(self, value: f64, se: Option<f64>) -> String;

    /// A number with so many decimals, whatever its error.
    fn plain(self, value: f64, decimals: usize) -> String;

    /// A fraction of one in per cent: `7.5 %`, `99.6 %`. A chance that is neither 0 nor 1 never
    /// reads as one: `<0.1 %`, `>99.9 %`.
    fn share(self, value: f64, se: Option<f64>) -> String;

    /// `68,000 to 128,000`; one number where both ends read the same.
    fn range(self, low: f64, high: f64, se: Option<f64>) -> String;

    /// A number or a share.
    fn amount(self, quantity: Quantity, value: f64, se: Option<f64>) -> String;

    /// A range of numbers or shares.
    fn amount_range(self, quantity: Quantity, low: f64, high: f64, se: Option<f64>) -> String;

    /// The low end of a range, a value inside it and the high end, each with its own standard
    /// error.
    fn spread(self, quantity: Quantity, spread: [(f64, Option<f64>); 3]) -> [String; 3];

    /// A range of two written numbers; one of them where they read the same.
    fn between(self, low: &str, high: &str) -> String;

    /// `1 week`, `13 weeks`; whole years of 52 weeks as `1 year`, `10 years`.
    fn weeks(self, weeks: u64) -> String;

    /// `60 weeks`, however many there are.
    fn whole_weeks(self, weeks: u64) -> String;

    /// A day: `2 March 2026`.
    fn date(self, date: jiff::civil::Date) -> String;

    /// The labels of an axis, all in one unit and with the decimals that tell neighbours apart:
    /// `50,000`; `0.5M`.
    fn axis(self, quantity: Quantity, ticks: &[f64]) -> Vec<String>;
}

impl Format for Locale {
    fn number(self, value: f64, se: Option<f64>) -> String {
        self.amount(Quantity::Number, value, se)
    }

    fn plain(self, value: f64, decimals: usize) -> String {
        digits(self, value, -(decimals.min(9) as i32))
    }

    fn share(self, value: f64, se: Option<f64>) -> String {
        self.amount(Quantity::Share, value, se)
    }

    fn range(self, low: f64, high: f64, se: Option<f64>) -> String {
        self.amount_range(Quantity::Number, low, high, se)
    }

    fn amount(self, quantity: Quantity, value: f64, se: Option<f64>) -> String {
        written(self, quantity, value, se, f64::INFINITY)
    }

    fn amount_range(self, quantity: Quantity, low: f64, high: f64, se: Option<f64>) -> String {
        let width = width(low, high);
        let [low, high] = [low, high].map(|end| written(self, quantity, end, se, width));
        self.between(&low, &high)
    }

    fn spread(
        self,
        quantity: Quantity,
        [low, typical, high]: [(f64, Option<f64>); 3],
    ) -> [String; 3] {
        let width = width(low.0, high.0);
        [low, typical, high].map(|(value, se)| written(self, quantity, value, se, width))
    }

    fn between(self, low: &str, high: &str) -> String {
        if low == high { low.to_owned() } else { say!(self, "range", low = low, high = high) }
    }

    fn weeks(self, weeks: u64) -> String {
        if weeks > 0 && weeks.is_multiple_of(52) {
            say!(self, "years", n = weeks / 52)
        } else {
            say!(self, "weeks", n = weeks)
        }
    }

    fn whole_weeks(self, weeks: u64) -> String {
        say!(self, "weeks", n = weeks)
    }

    fn date(self, date: jiff::civil::Date) -> String {
        say!(
            self,
            "date",
            day = i32::from(date.day()),
            month = i32::from(date.month()),
            year = date.year().to_string()
        )
    }

    fn axis(self, quantity: Quantity, ticks: &[f64]) -> Vec<String> {
        let numerals = self.language();
        let largest = ticks.iter().fold(0.0_f64, |top, tick| top.max(tick.abs()));
        let (power, unit) = match quantity {
            Quantity::Share => (-2, numerals.percent.to_owned()),
            Quantity::Number => SHORT
                .into_iter()
                .find(|&(power, _)| largest >= power_of_ten(power))
                .map_or((0, String::new()), |(power, name)| (power, self.say(name, &[]))),
        };
        let scaled: Vec<f64> = ticks.iter().map(|tick| shift(*tick, -power)).collect();
        let decimals =
            (0..=9).find(|&places| scaled.iter().all(|x| is_multiple(*x, places))).unwrap_or(9);
        let label = |x: &f64| {
            if *x == 0.0 && quantity == Quantity::Number {
                "0".into()
            } else {
                digits(self, *x, -decimals) + &unit
            }
        };
        scaled.iter().map(label).collect()
    }
}

fn written(locale: Locale, quantity: Quantity, value: f64, se: Option<f64>, width: f64) -> String {
    let numerals = locale.language();
    if !value.is_finite() {
        return say!(locale, "never");
    }
    match quantity {
        Quantity::Number => {
            let last = last_digit(value, value, se, width).min(exponent(value).max(SMALLEST));
            trim(digits(locale, value, last), numerals.decimal)
        }
        Quantity::Share => per_cent(locale, value, se, width) + numerals.percent,
    }
}

/// The number before the per cent sign. Near 1 it is the distance from 1 that decides the digits.
fn per_cent(locale: Locale, share: f64, se: Option<f64>, width: f64) -> String {
    let value = shift(share, 2);
    let rarer = if (0.0..=1.0).contains(&share) { share.min(1.0 - share) } else { share };
    let (se, width) = (se.map(|se| 100.0 * se), 100.0 * width);
    let last = if se == Some(0.0) {
        last_digit(value, value, se, width)
    } else {
        last_digit(value, 100.0 * rarer, se, width).max(-2)
    };
    let text = trim(digits(locale, value, last), locale.language().decimal);
    let step = power_of_ten(last);
    match text.as_str() {
        "0" if share > 0.0 => format!("<{}", digits(locale, step, last)),
        "0" if share < 0.0 => format!(">{}", digits(locale, -step, last)),
        "100" if share < 1.0 => format!(">{}", digits(locale, 100.0 - step, last)),
        _ => text,
    }
}
