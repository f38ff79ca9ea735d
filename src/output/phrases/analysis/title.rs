//! Claims of titles, which hold against the numbers.

use reachsim_data::analyse::{Column, Figure, Group, Role, Row, Table};

use super::{column, count, figure, group, interval, share, value};
use crate::locale::Locale;
use crate::output::words::{Words as _, say, sentence};

/// What a table says: which group is the largest, unless its interval reaches that of the second.
pub fn of_table(locale: Locale, table: &Table) -> String {
    let name = sentence(&column(locale, table.column));
    let mut rows: Vec<&Row> = table.rows.iter().filter(|row| row.share.is_some()).collect();
    // What is left over is no answer, unless there is nothing else.
    if rows.iter().any(|row| !is_left_over(&row.group)) {
        rows.retain(|row| !is_left_over(&row.group));
    }
    rows.sort_by(|a, b| b.share.unwrap_or(0.0).total_cmp(&a.share.unwrap_or(0.0)));
    let n = count(locale, table.total);
    let told = |row: &Row| {
        let [share, range] = share(locale, row).unwrap_or_default();
        (group(locale, &row.group), share, range)
    };
    let Some(first) = rows.first() else {
        return say!(locale, "told-group-few", column = name, n = n);
    };
    if let Some(second) = rows.get(1).filter(|second| !is_above(first, second)) {
        let ((one, of_one, _), (other, of_other, _)) = (told(first), told(second));
        return say!(
            locale,
            "told-group-close",
            column = name,
            one = one,
            share = of_one,
            other = other,
            second = of_other,
            n = n
        );
    }
    let (most, share, range) = told(first);
    if range.is_empty() {
        return say!(locale, "told-group-share", column = name, name = most, share = share);
    }
    let id = if table.column == Column::Brand { "told-voice" } else { "told-group-most" };
    say!(locale, id, column = name, name = most, share = share, n = n, range = range)
}

/// Whether a group is only of what no other one holds.
const fn is_left_over(group: &Group) -> bool {
    matches!(group, Group::Role(Role::Other) | Group::NoCode | Group::SeveralCodes)
}

/// Whether a group is larger than another beyond chance.
fn is_above(first: &Row, second: &Row) -> bool {
    match (first.low, second.high) {
        (Some(low), Some(high)) => low > high,
        _ => first.share > second.share,
    }
}

/// A figure with its interval, and of how many it is.
pub fn of_figure(locale: Locale, of: &Figure) -> String {
    let name = sentence(&figure(locale, of));
    let (value, n) = (value(locale, of), count(locale, of.n));
    let of_what = locale.say(&format!("of-{}", of.of.id()), &[]);
    match interval(locale, of) {
        Some(range) => {
            say!(
                locale,
                "told-figure",
                name = name,
                value = value,
                range = range,
                of = of_what,
                n = n
            )
        }
        None => say!(locale, "talk-pair", one = name, other = value),
    }
}
