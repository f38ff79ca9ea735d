//! When the values of a picture over time are: at the end of each week, or of each month.

use serde::{Deserialize, Serialize};

use crate::output::format::{Format as _, Locale};
use crate::output::words::say;

/// A month, and how many weeks after the start it ends; the last one with the horizon.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Month {
    pub year: i16,
    /// January is 1.
    pub month: i8,
    pub end: f64,
}

/// The months of a picture; none where its values are those of weeks.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Times(pub Vec<Month>);

impl Times {
    pub const fn are_months(&self) -> bool {
        !self.0.is_empty()
    }

    /// Weeks from the start to the end of the time of a value, by its place.
    pub fn end(&self, place: usize) -> f64 {
        self.0.get(place).map_or(place as f64 + 1.0, |month| month.end)
    }

    /// Weeks of so many values.
    pub fn weeks(&self, values: usize) -> f64 {
        values.checked_sub(1).map_or(0.0, |last| self.end(last))
    }

    /// What each of so many values is called in a table, and what stands above.
    pub fn called(&self, locale: Locale, values: usize) -> (String, Vec<String>) {
        if self.are_months() {
            let names = self.0.iter().take(values).map(|month| month.with_year(locale)).collect();
            return (say!(locale, "sheet-month"), names);
        }
        let numbers = (1..=values).map(|week| locale.number(week as f64, Some(0.0))).collect();
        (say!(locale, "week-head"), numbers)
    }
}

impl Month {
    pub fn short(&self, locale: Locale) -> String {
        say!(locale, "month-short", month = i32::from(self.month))
    }

    pub fn with_year(&self, locale: Locale) -> String {
        let (month, year) = (i32::from(self.month), self.year.to_string());
        say!(locale, "month-of-year", month = month, year = year)
    }
}
