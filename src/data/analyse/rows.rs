//! Rows of groups: counts with shares and intervals.

use super::figure::Of;
use super::group::{Column, Group, Row, Table};
use crate::measure::share::wilson;
use crate::measure::{Enough, speak};

/// Groups that are listed; the rest is counted together.
const LISTED: usize = 20;

/// A row of a count among a total. `worth` is how many independent things one of them is: 1, or
/// less where they come in bursts.
pub fn row(group: Group, count: u64, total: u64, worth: f64) -> Row {
    let share = (speak(total as f64) != Enough::CountOnly)
        .then(|| wilson(count as f64 * worth, total as f64 * worth));
    Row {
        group,
        count: Some(count),
        share: share.map(|share| share.value),
        low: share.map(|share| share.low),
        high: share.map(|share| share.high),
        tone: None,
        reach: None,
    }
}

/// A table of rows that are in their order.
pub fn table(column: Column, of: Of, total: u64, silent: u64, rows: Vec<Row>) -> Table {
    Table { column, of, total, silent, rows, rest: None, overlaps: false, skew: None }
}

/// Orders by count, then by name, and counts together what is not listed.
pub fn cut(mut table: Table) -> Table {
    table.rows.sort_by(|one, other| {
        other.count.cmp(&one.count).then_with(|| one.group.cmp(&other.group))
    });
    let rest = table.rows.split_off(table.rows.len().min(LISTED));
    let count = rest.iter().filter_map(|row| row.count).sum();
    table.rest = (!rest.is_empty()).then_some((rest.len() as u64, count));
    table
}
