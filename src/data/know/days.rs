//! Days of the calendar, counted from 1970-01-01.

use jiff::civil::{Date, date};

/// How many days a date lies behind 1970-01-01.
pub fn number(day: Date) -> i32 {
    day.since(date(1970, 1, 1)).map_or(0, |span| span.get_days())
}

/// The runs of days that lie between the days of a list and are not in it.
pub fn gaps(days: &[i32]) -> Vec<(i32, i32)> {
    let mut all = days.to_vec();
    all.sort_unstable();
    all.dedup();
    let pairs = all.windows(2).filter(|pair| pair[1] - pair[0] > 1);
    pairs.map(|pair| (pair[0] + 1, pair[1] - 1)).collect()
}
