//! From the first day to the months and business years of the horizon.

use jiff::civil::Date;

use super::figures::Figures;
use crate::model::{Calendar, Community};
use crate::scenario::Value;
use crate::scenario::keys::key;

/// The first day of week 0, where it is given.
pub fn first_day(figures: &Figures) -> Option<Date> {
    match figures.value(key!("simulation.start")) {
        Some(Value::Date(date)) => Some(*date),
        _ => None,
    }
}

/// Months and business years; formulas have no weeks.
pub fn calendar(figures: &Figures, communities: &[Community]) -> Option<Calendar> {
    let weeks = usize::try_from(figures.whole(key!("simulation.weeks"))?).ok()?;
    let starts = figures.whole(key!("simulation.fiscal_year_starts"));
    let starts = starts.and_then(|month| i8::try_from(month).ok());
    let start = first_day(figures).filter(|_| !communities.is_empty());
    Some(Calendar::of(start, weeks, starts))
}
