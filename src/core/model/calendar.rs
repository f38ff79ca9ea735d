//! The months and the business years of the horizon: which of its days each has.

use jiff::ToSpan as _;
use jiff::civil::Date;

/// A month or a business year, and the days of the horizon that are its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// Its own first day, be it in the horizon or before it.
    pub first: Date,
    /// Days from the start of week 0 to its first day in the horizon, and to the day after its
    /// last one there: one at least.
    pub from: usize,
    pub to: usize,
    /// Whether all of its days are in the horizon.
    pub is_whole: bool,
}

/// The periods of a horizon, each list without a gap from its first day to its last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calendar {
    /// None where nobody says when week 0 begins.
    pub months: Vec<Period>,
    /// None either where no month is given with which a business year begins.
    pub years: Vec<Period>,
}

const MONTHS: i32 = 12;
pub const WEEK_DAYS: usize = 7;

impl Calendar {
    /// The periods of so many weeks from a day on; business years begin with the first day of a
    /// month, January being 1. Test: `months::the_days_of_the_months_are_those_of_the_weeks`.
    pub fn of(start: Option<Date>, weeks: usize, year_starts: Option<i8>) -> Calendar {
        let Some(start) = start else { return Calendar::default() };
        let days = weeks * WEEK_DAYS;
        let years = year_starts.and_then(|month| {
            let first = Date::new(start.year(), month, 1).ok()?;
            let first = if first > start { first.checked_sub(1.year()).ok()? } else { first };
            Some(periods(start, days, first, MONTHS))
        });
        Calendar {
            months: periods(start, days, start.first_of_month(), 1),
            years: years.unwrap_or_default(),
        }
    }

    /// Months, then years.
    pub fn periods(&self) -> impl Iterator<Item = &Period> {
        self.months.iter().chain(&self.years)
    }

    pub const fn count(&self) -> usize {
        self.months.len() + self.years.len()
    }

    /// Whether the horizon has days of more than one business year.
    pub const fn crosses_years(&self) -> bool {
        self.years.len() > 1
    }
}

/// Periods of so many months each, the first of which begins with `first`.
fn periods(start: Date, days: usize, first: Date, months: i32) -> Vec<Period> {
    let since = |day: Date| (day - start).get_days();
    let mut all: Vec<Period> = Vec::new();
    let mut first = first;
    let mut from = 0;
    while from < days {
        // Past the last day of the calendar everything belongs to the last period.
        let next = first.checked_add(months.months()).ok();
        let end = next.and_then(|next| usize::try_from(since(next)).ok()).unwrap_or(days);
        let to = end.min(days);
        let is_whole = from as i32 == since(first) && to == end && next.is_some();
        all.push(Period { first, from, to, is_whole });
        first = next.unwrap_or(first);
        from = to;
    }
    all
}
