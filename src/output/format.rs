//! Numbers for people: the one place that decides how many digits a screen, a chart or a table
//! shows.
//!
//! - A mean has the digits that its Monte Carlo standard error supports: rounding moves it by at
//!   most half of that, or by half a thousandth of itself, because nobody reads a fifth digit.
//! - The ends of a range, and the typical value inside it, have three significant digits, or as
//!   many as it takes for the ends to differ by ten units of the last one; but no more than their
//!   errors support.
//! - A number of which no error is known has three significant digits.
//! - A number that is known exactly (standard error zero) is shown in full.
//!
//! No error makes a 0 of what is none: of a number the first digit is always shown, and a share
//! reads `<1 %`. Checked by the golden values of `tests/it/format.rs`.

pub mod numerals;

use crate::output::words::Words as _;
use serde::{Deserialize, Serialize};

use self::numerals::{
    SMALLEST, digits, exponent, is_multiple, last_for_people, last_of_error, last_of_exact,
    last_of_mean, power_of_ten, shift, trim, width,
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

    /// A number or a share whose last digit has this power of ten; a share counts in per cent.
    fn to_last(self, quantity: Quantity, value: f64, last: i32) -> String;

    /// A range of numbers or shares.
    fn amount_range(self, quantity: Quantity, low: f64, high: f64, se: Option<f64>) -> String;

    /// The low end of a range, a value inside it and the high end, each with its own standard
    /// error.
    fn spread(self, quantity: Quantity, spread: [(f64, Option<f64>); 3]) -> [String; 3];

    /// A range of two written numbers; one of them where they read the same.
    fn between(self, low: &str, high: &str) -> String;

    /// A written number as a sum of money: `€2,200`, `CHF 2,200`, `2 200 ₽`. The sign of the number
    /// stays in front.
    fn money(self, currency: &str, number: &str) -> String;

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
        written(self, quantity, value, Digits::Of(se))
    }

    fn to_last(self, quantity: Quantity, value: f64, last: i32) -> String {
        written(self, quantity, value, Digits::To(last))
    }

    fn amount_range(self, quantity: Quantity, low: f64, high: f64, se: Option<f64>) -> String {
        let width = width(low, high);
        let digits = Digits::Within(se, width);
        let [low, high] = [low, high].map(|end| written(self, quantity, end, digits));
        self.between(&low, &high)
    }

    fn spread(
        self,
        quantity: Quantity,
        [low, typical, high]: [(f64, Option<f64>); 3],
    ) -> [String; 3] {
        let width = width(low.0, high.0);
        [low, typical, high]
            .map(|(value, se)| written(self, quantity, value, Digits::Within(se, width)))
    }

    fn between(self, low: &str, high: &str) -> String {
        if low == high { low.to_owned() } else { say!(self, "range", low = low, high = high) }
    }

    fn money(self, currency: &str, number: &str) -> String {
        let sign = numerals::currency(currency);
        if self != Locale::En {
            return format!("{number}\u{A0}{sign}");
        }
        let digits = number.trim_start_matches(['<', '>', '+', '\u{2212}']);
        let front = &number[..number.len() - digits.len()];
        let space = if sign == currency { "\u{A0}" } else { "" };
        format!("{front}{sign}{space}{digits}")
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

/// How many digits are written.
#[derive(Clone, Copy)]
enum Digits {
    /// As many as a standard error supports, or three where none is known.
    Of(Option<f64>),
    /// As many as people need within a range of so wide, and no more than a standard error
    /// supports.
    Within(Option<f64>, f64),
    /// Down to this power of ten.
    To(i32),
}

/// The share of a number by which rounding may scatter it.
pub const ROUNDING: f64 = 1e-9;

impl Digits {
    /// The power of ten of the last digit of a value; `size` is the magnitude that decides.
    fn last(self, value: f64, size: f64) -> i32 {
        let known = |se: &f64| se.is_finite() && *se > 0.0;
        // What only rounding scatters is exact.
        let exact = |se: f64| se <= ROUNDING * value.abs();
        match self {
            Digits::To(last) => last,
            Digits::Of(Some(se)) | Digits::Within(Some(se), _) if exact(se) => last_of_exact(value),
            Digits::Of(se) => match se.filter(known) {
                Some(se) => last_of_mean(size, se),
                None => last_for_people(size, f64::INFINITY),
            },
            Digits::Within(se, width) => {
                let supported = se.filter(known).map_or(SMALLEST, last_of_error);
                last_for_people(size, width).max(supported)
            }
        }
    }

    /// The same of what is a hundred times as large.
    fn in_per_cent(self) -> Digits {
        match self {
            Digits::Of(se) => Digits::Of(se.map(|se| 100.0 * se)),
            Digits::Within(se, width) => Digits::Within(se.map(|se| 100.0 * se), 100.0 * width),
            Digits::To(last) => Digits::To(last),
        }
    }
}

/// The smallest decimal of a per cent that is not exact.
const PER_CENT: i32 = -2;

fn written(locale: Locale, quantity: Quantity, value: f64, digits: Digits) -> String {
    let numerals = locale.language();
    if !value.is_finite() {
        return say!(locale, "never");
    }
    match quantity {
        Quantity::Number => {
            let last = digits.last(value, value).min(exponent(value).max(SMALLEST));
            trim(self::digits(locale, value, last), numerals.decimal)
        }
        Quantity::Share => per_cent(locale, value, digits.in_per_cent()) + numerals.percent,
    }
}

/// The number before the per cent sign. Near 1 it is the distance from 1 that decides the digits.
fn per_cent(locale: Locale, share: f64, digits: Digits) -> String {
    let value = shift(share, 2);
    let rarer = if (0.0..=1.0).contains(&share) { share.min(1.0 - share) } else { share };
    let last = digits.last(value, 100.0 * rarer);
    let last = match digits {
        Digits::Of(Some(0.0)) | Digits::To(_) => last,
        Digits::Of(_) | Digits::Within(..) => last.max(PER_CENT),
    };
    let text = trim(self::digits(locale, value, last), locale.language().decimal);
    let step = power_of_ten(last);
    match text.as_str() {
        "0" if share > 0.0 => format!("<{}", self::digits(locale, step, last)),
        "0" if share < 0.0 => format!(">{}", self::digits(locale, -step, last)),
        "100" if share < 1.0 => format!(">{}", self::digits(locale, 100.0 - step, last)),
        _ => text,
    }
}
