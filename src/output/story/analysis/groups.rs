//! Tables of groups and of figures in words.

use reachsim_data::analyse::{Figure, Row, Table as Groups};

use crate::locale::Locale;
use crate::output::format::{Format as _, Quantity};
use crate::output::phrases::analysis as words;
use crate::output::phrases::analysis::beside;
use crate::output::story::Table;
use crate::output::words::{Words as _, say, sentence};

/// Groups of a table, of which the files may have many.
const ROWS: usize = 40;
const TONES: [&str; 2] = ["figure-share_positive", "figure-share_negative"];

/// What a fact of a task is called; one of an event needs no name beside it.
pub fn fact_words(locale: Locale, name: &str, fact: &Figure) -> String {
    let words = words::figure(locale, fact);
    if name.is_empty() || fact.id.starts_with("event_") {
        words
    } else {
        say!(locale, "fact-named", fact = words, name = name)
    }
}

/// A figure a row: value, interval, of how many, and what must stand beside it.
pub fn figures(locale: Locale, rows: &[(String, &Figure)]) -> Table {
    let heads = [
        "told-head-figure",
        "told-head-value",
        "told-head-interval",
        "told-head-of",
        "told-head-beside",
    ]
    .map(|id| locale.say(id, &[]));
    let row = |(name, figure): &(String, &Figure)| {
        let of = locale.say(&format!("of-{}", figure.of.id()), &[]);
        [
            sentence(name),
            words::value(locale, figure),
            words::interval(locale, figure).unwrap_or_default(),
            say!(locale, "told-of", of = of, n = words::count(locale, figure.n)),
            beside::notes(locale, figure).join("; "),
        ]
    };
    Table::new(heads, (5, [3.4, 1.8, 2.4, 2.2, 5.0]), rows.iter().map(row).collect())
}

/// A group a row; columns that say nothing are left out.
pub fn groups(locale: Locale, table: &Groups) -> Table {
    let count = |count: u64| words::count(locale, count);
    let share = |value: f64| locale.amount(Quantity::Share, value, None);
    let part = |row: &Row, place: usize| {
        words::share(locale, row).map(|[share, range]| [share, range][place].clone())
    };
    let range = |row: &Row| part(row, 1).filter(|range| !range.is_empty());
    let tone = |row: &Row, place: usize| Some(share(row.tone.as_ref()?.shares[place][0]));
    let of = sentence(&locale.say(&format!("of-{}", table.of.id()), &[]));
    let say = |id: &str| sentence(&locale.say(id, &[]));
    let mut columns: Vec<(String, Vec<String>)> = Vec::new();
    let rows = &table.rows[..table.rows.len().min(ROWS)];
    let mut add = |head: String, cell: &dyn Fn(&Row) -> Option<String>| {
        let cells: Vec<Option<String>> = rows.iter().map(cell).collect();
        if cells.iter().any(Option::is_some) {
            columns.push((head, cells.into_iter().map(Option::unwrap_or_default).collect()));
        }
    };
    add(of, &|row| row.count.map(count));
    add(say("told-share"), &|row| part(row, 0));
    add(say("told-head-interval"), &range);
    add(say(TONES[0]), &|row| tone(row, 0));
    add(say(TONES[1]), &|row| tone(row, 2));
    add(say("told-head-reach"), &|row| Some(locale.number(row.reach?, None)));
    let name = sentence(&words::column(locale, table.column));
    let heads = std::iter::once(name).chain(columns.iter().map(|(head, _)| head.clone()));
    let row = |(place, row): (usize, &Row)| {
        let cells = columns.iter().map(|(_, cells)| cells[place].clone());
        std::iter::once(words::group(locale, &row.group)).chain(cells).collect()
    };
    let mut cells: Vec<Vec<String>> = rows.iter().enumerate().map(row).collect();
    cells.extend(remainder(locale, table, columns.len()));
    let widths = std::iter::once(4.0).chain(columns.iter().map(|_| 2.0));
    Table { heads: heads.collect(), rows: cells, words: 1, widths: widths.collect() }
}

/// Groups that are not listed, and rows that say nothing here.
fn remainder(locale: Locale, table: &Groups, columns: usize) -> Vec<Vec<String>> {
    let row = |name: String, count: u64| {
        let mut cells = vec![String::new(); columns + 1];
        cells[0] = name;
        if let Some(cell) = cells.get_mut(1) {
            *cell = words::count(locale, count);
        }
        cells
    };
    let hidden = table.rows.iter().skip(ROWS);
    let (more, together) = hidden.fold(table.rest.unwrap_or((0, 0)), |(n, sum), row| {
        (n + 1, sum + row.count.unwrap_or_default())
    });
    let mut rows = Vec::new();
    if more > 0 {
        rows.push(row(say!(locale, "told-rest-row", n = more), together));
    }
    if table.silent > 0 {
        rows.push(row(say!(locale, "told-silent-row"), table.silent));
    }
    rows
}
