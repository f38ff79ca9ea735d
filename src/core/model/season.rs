//! The season of the year as one weight for each week.

use jiff::ToSpan;
use jiff::civil::{Date, date};

use crate::units::WEEKS_A_YEAR;

/// Weights of the weeks `0..weeks`: each has the weight of the month in which it begins, 52 weeks
/// average 1, and after 52 weeks the year repeats. Without a start, week 0 begins on the first of
/// January of a common year.
///
/// `months` holds twelve weights of zero or more, January first, at least one above zero.
/// Test: `season::a_week_has_the_weight_of_the_month_in_which_it_begins`.
pub fn season(months: Option<&[f64; 12]>, start: Option<Date>, weeks: usize) -> Vec<f64> {
    let Some(months) = months else { return vec![1.0; weeks] };
    let start = start.unwrap_or(date(2025, 1, 1));
    let year: Vec<f64> =
        (0..WEEKS_A_YEAR as i32).map(|week| months[month_of(start, week)]).collect();
    let average = year.iter().sum::<f64>() / WEEKS_A_YEAR;
    (0..weeks)
        .map(|week| if average > 0.0 { year[week % year.len()] / average } else { 1.0 })
        .collect()
}

/// Month, from 0, in which a week begins. Weeks past the last date of the calendar keep the month
/// of the start.
fn month_of(start: Date, week: i32) -> usize {
    start.checked_add(week.weeks()).unwrap_or(start).month() as usize - 1
}
