//! Who, what, when, where, why, how and how much: shares of groups with their intervals, hours and
//! weekdays in their own order.

use reachsim_data::analyse::{Analysis, By, Column as Split, Row, Table};

use crate::locale::Locale;
use crate::output::charts::calendar::Step;
use crate::output::charts::{Calendar, Column, Columns, Figure, Ranges, ranges};
use crate::output::format::Quantity;
use crate::output::phrases::analysis as words;
use crate::output::phrases::analysis::title;
use crate::output::words::{Words as _, say, sentence};

/// What a picture is of.
#[derive(Clone, Copy, Debug)]
pub struct Of {
    by: By,
    /// The first of these that the files have; the first of all but brands where none is named.
    splits: &'static [Split],
}

const fn any(by: By) -> Of {
    Of { by, splits: &[] }
}

/// Pictures of groups by their ids.
pub const PICTURES: [(&str, Of); 9] = [
    ("voice", Of { by: By::Brand, splits: &[Split::Brand] }),
    ("by-who", Of { by: By::Who, splits: &[Split::Role, Split::Author] }),
    ("by-what", any(By::What)),
    ("by-hour", Of { by: By::When, splits: &[Split::Hour] }),
    ("by-weekday", Of { by: By::When, splits: &[Split::Weekday] }),
    ("by-where", any(By::Where)),
    ("by-why", any(By::Why)),
    ("by-how", any(By::How)),
    ("by-extent", any(By::Extent)),
];

/// The table that a picture shows.
pub fn table(analysis: &Analysis, of: Of) -> Option<&Table> {
    let grouped = analysis.groups.iter().find(|grouped| grouped.by == of.by)?;
    let find = |split: &Split| grouped.tables.iter().find(|table| table.column == *split);
    if of.splits.is_empty() {
        grouped.tables.iter().find(|table| table.column != Split::Brand)
    } else {
        of.splits.iter().find_map(find)
    }
}

/// Whether a table has shares to compare: of two groups that are more than nobody.
pub fn is_drawn(table: &Table) -> bool {
    table.rows.iter().filter(|row| row.share.is_some_and(|share| share > 0.0)).count() > 1
}

/// The shares of a table; none where there are too few rows for any, or one group alone.
pub fn picture(table: &Table, (locale, scope): (Locale, &str)) -> Option<Figure> {
    let known: Vec<&Row> = table.rows.iter().filter(|row| row.share.is_some()).collect();
    if !is_drawn(table) {
        return None;
    }
    let words = (title::of_table(locale, table), subtitle(table, (locale, scope)));
    Some(match table.column {
        Split::Hour => hours(table, words, locale).into(),
        Split::Weekday => weekdays(table, words, locale).into(),
        _ => shares(&known, words, locale).into(),
    })
}

/// When, what is counted, and of how many.
fn subtitle(table: &Table, (locale, scope): (Locale, &str)) -> String {
    let of = locale.say(&format!("of-{}", table.of.id()), &[]);
    let total = words::count(locale, table.total);
    let id = match table.column {
        Split::Hour | Split::Weekday => "told-times-lead",
        _ => "told-groups-lead",
    };
    let lead = say!(locale, id, scope = scope, of = of, total = total);
    if table.overlaps { format!("{lead} {}", say!(locale, "told-overlaps")) } else { lead }
}

fn shares(rows: &[&Row], (title, subtitle): (String, String), locale: Locale) -> Ranges {
    let row = |row: &&Row| {
        let value = row.share.unwrap_or_default();
        ranges::Row {
            words: words::group(locale, &row.group),
            value,
            sure: [row.low.unwrap_or(value), row.high.unwrap_or(value)],
            futures: None,
            told: words::share(locale, row).unwrap_or_default()[0].clone(),
        }
    };
    Ranges {
        title,
        subtitle,
        quantity: Quantity::Share,
        measured: Some(say!(locale, "told-share")),
        rows: rows.iter().map(row).collect(),
    }
}

fn hours(table: &Table, (title, subtitle): (String, String), locale: Locale) -> Calendar {
    let step = |row: &Row| Step {
        name: words::group(locale, &row.group),
        value: row.count.map_or(f64::NAN, |count| count as f64),
        part: f64::NAN,
        is_marked: false,
    };
    Calendar {
        title,
        subtitle,
        across: say!(locale, "told-hour"),
        words: locale.say(&format!("of-{}", table.of.id()), &[]),
        part: None,
        marked: None,
        usual: None,
        quantity: Quantity::Number,
        steps: table.rows.iter().map(step).collect(),
    }
}

fn weekdays(table: &Table, (title, subtitle): (String, String), locale: Locale) -> Columns {
    let highest = table.rows.iter().filter_map(|row| row.count).max();
    let column = |row: &Row| Column {
        name: words::group(locale, &row.group),
        value: row.count.map_or(f64::NAN, |count| count as f64),
        told: row.count.map_or_else(String::new, |count| words::count(locale, count)),
        share: words::share(locale, row).unwrap_or_default()[0].clone(),
        is_meant: row.count == highest,
    };
    Columns {
        title,
        subtitle,
        across: sentence(&say!(locale, "told-weekday")),
        words: locale.say(&format!("of-{}", table.of.id()), &[]),
        columns: table.rows.iter().map(column).collect(),
    }
}
