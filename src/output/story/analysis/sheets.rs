//! The sheets of the workbook: figures, groups, weeks and receipts as numbers.

use reachsim_data::analyse::{Analysis, Figure, Unit as Measured, Week};
use reachsim_data::shape::Receipt;

use super::groups::fact_words;
use crate::locale::Locale;
use crate::output::phrases::analysis as words;
use crate::output::phrases::analysis::beside;
use crate::output::story::{Cell, Grid, Head, Style, of_unit};
use crate::output::words::{Words as _, sentence};
use crate::units::Unit;

/// The day 1970-01-01 as spreadsheets count days.
const EPOCH: f64 = 25_569.0;

/// Every sheet that has rows.
pub fn sheets(analysis: &Analysis, locale: Locale) -> Vec<Grid> {
    let grids = [
        figures(analysis, locale),
        all_figures(analysis, locale),
        groups(analysis, locale),
        weeks(analysis, locale),
        receipts(analysis, locale),
    ];
    grids.into_iter().filter(|grid| !grid.rows.is_empty()).collect()
}

fn text(text: impl Into<String>) -> Cell {
    Cell::Text(text.into())
}

fn heads(locale: Locale, ids: &[&str]) -> Vec<Head> {
    ids.iter().map(|id| Head::new(sentence(&locale.say(id, &[])), "")).collect()
}

/// How a figure is shown.
fn style(figure: &Figure) -> Style {
    let values = [Some(figure.value), figure.low, figure.high].into_iter().flatten();
    let values: Vec<f64> = values.collect();
    match figure.unit {
        Measured::Share => Style::Share(1),
        Measured::Money(_) => of_unit(Unit::Money, &values),
        Measured::Hours => of_unit(Unit::Hours, &values),
        // Whole where all are whole; else with the digits of its interval.
        _ => of_unit(Unit::Ratio, &values),
    }
}

/// A value with its interval, and of how many.
fn numbers(figure: &Figure) -> [Cell; 4] {
    let style = style(figure);
    let number = |value: Option<f64>| Cell::Number(value.unwrap_or(f64::NAN), style);
    let n = Cell::Number(figure.n as f64, Style::Number(0));
    [number(Some(figure.value)), number(figure.low), number(figure.high), n]
}

/// The figures of the first sheet.
fn figures(analysis: &Analysis, locale: Locale) -> Grid {
    let row = |figure: &Figure| {
        let of = sentence(&locale.say(&format!("of-{}", figure.of.id()), &[]));
        let words = [text(sentence(&words::figure(locale, figure))), text(of)];
        words.into_iter().chain(numbers(figure)).collect()
    };
    let ids = [
        "told-head-figure",
        "told-head-of",
        "told-head-value",
        "told-head-low",
        "told-head-high",
        "told-head-count",
    ];
    let rows = analysis.figures.iter().map(row).collect();
    Grid { id: "Figures".into(), heads: heads(locale, &ids), rows }
}

/// The same with those of the tasks, and what stands beside each.
fn all_figures(analysis: &Analysis, locale: Locale) -> Grid {
    let row = |(name, figure): (String, &Figure)| {
        let of = sentence(&locale.say(&format!("of-{}", figure.of.id()), &[]));
        let mut cells = vec![text(sentence(&name)), text(of)];
        cells.extend(numbers(figure));
        cells.push(text(beside::notes(locale, figure).join("; ")));
        cells.push(text(figure.id));
        cells
    };
    let own = analysis.figures.iter().map(|figure| (words::figure(locale, figure), figure));
    let facts = analysis
        .tasks
        .iter()
        .flat_map(|task| &task.facts)
        .map(|(name, fact)| (fact_words(locale, name, fact), fact));
    let ids = [
        "told-head-figure",
        "told-head-of",
        "told-head-value",
        "told-head-low",
        "told-head-high",
        "told-head-count",
        "told-head-beside",
        "told-head-id",
    ];
    let rows = own.chain(facts).map(row).collect();
    Grid { id: "All figures".into(), heads: heads(locale, &ids), rows }
}

fn groups(analysis: &Analysis, locale: Locale) -> Grid {
    let mut rows = Vec::new();
    let tables = analysis.groups.iter().flat_map(|of| of.tables.iter().map(|table| (of.by, table)));
    for (by, table) in tables {
        let by = sentence(&locale.say(&format!("by-{}", by.id()), &[]));
        let column = sentence(&words::column(locale, table.column));
        let of = sentence(&locale.say(&format!("of-{}", table.of.id()), &[]));
        for row in &table.rows {
            let share =
                |value: Option<f64>| Cell::Number(value.unwrap_or(f64::NAN), Style::Share(1));
            let count =
                |value: Option<f64>| Cell::Number(value.unwrap_or(f64::NAN), Style::Number(0));
            let tone = |place: usize| row.tone.as_ref().map(|tone| tone.shares[place][0]);
            rows.push(vec![
                text(by.as_str()),
                text(column.as_str()),
                text(words::group(locale, &row.group)),
                text(of.as_str()),
                count(row.count.map(|count| count as f64)),
                share(row.share),
                share(row.low),
                share(row.high),
                share(tone(0)),
                share(tone(2)),
                count(row.reach),
            ]);
        }
    }
    let ids = [
        "told-head-by",
        "told-head-figure",
        "told-head-group",
        "told-head-of",
        "told-head-count",
        "told-share",
        "told-head-low",
        "told-head-high",
        "figure-share_positive",
        "figure-share_negative",
        "told-head-reach",
    ];
    filled(Grid { id: "Groups".into(), heads: heads(locale, &ids), rows })
}

/// A grid without the columns in which nothing stands.
fn filled(mut grid: Grid) -> Grid {
    let is_empty = |cell: &Cell| match cell {
        Cell::Text(text) => text.is_empty(),
        Cell::Number(value, _) => !value.is_finite(),
    };
    for column in (0..grid.heads.len()).rev() {
        if grid.rows.iter().all(|row| is_empty(&row[column])) {
            grid.heads.remove(column);
            grid.rows.iter_mut().for_each(|row| drop(row.remove(column)));
        }
    }
    grid
}

type Of = fn(&Week) -> Option<f64>;

/// Columns of the weeks.
const WEEKS: [(&str, Of); 12] = [
    ("series-posts", |week| week.posts.map(|count| count as f64)),
    ("told-head-reach", |week| week.reach_per_post),
    ("series-messages", |week| week.messages.map(|count| count as f64)),
    ("series-questions", |week| week.questions.map(|count| count as f64)),
    ("told-answered", |week| week.answered.map(|count| count as f64)),
    ("figure-share_positive", |week| week.positive.map(|count| count as f64)),
    ("figure-share_neutral", |week| week.neutral.map(|count| count as f64)),
    ("figure-share_negative", |week| week.negative.map(|count| count as f64)),
    ("series-leads", |week| week.leads.map(|count| count as f64)),
    ("series-gained", |week| week.gained),
    ("series-lost", |week| week.lost),
    ("series-followers", |week| week.followers),
];

/// A week a row; columns that no file gives are left out.
fn weeks(analysis: &Analysis, locale: Locale) -> Grid {
    let has = |of: &Of| analysis.weeks.iter().any(|week| of(week).is_some());
    let columns: Vec<(&str, Of)> = WEEKS.into_iter().filter(|(_, of)| has(of)).collect();
    let is_told = |week: &Week| columns.iter().any(|(_, of)| of(week).is_some());
    let first = analysis.weeks.iter().position(is_told).unwrap_or(0);
    let last = analysis.weeks.iter().rposition(is_told).map_or(first, |last| last + 1);
    let row = |week: &Week| {
        let number =
            |(_, of): &(&str, Of)| Cell::Number(of(week).unwrap_or(f64::NAN), Style::Number(0));
        let day = Cell::Number(EPOCH + f64::from(week.from), Style::Day);
        std::iter::once(day).chain(columns.iter().map(number)).collect()
    };
    let ids: Vec<&str> =
        std::iter::once("told-week-from").chain(columns.iter().map(|(id, _)| *id)).collect();
    let rows = analysis.weeks[first..last].iter().map(row).collect();
    Grid { id: "Weeks".into(), heads: heads(locale, &ids), rows }
}

fn receipts(analysis: &Analysis, locale: Locale) -> Grid {
    let row = |receipt: &Receipt| {
        let count = |count: u64| Cell::Number(count as f64, Style::Number(0));
        let period = receipt.from.zip(receipt.to);
        vec![
            text(receipt.file.rsplit('/').next().unwrap_or_default()),
            text(receipt.kind.as_str()),
            text(locale.say(&format!("shape-{}", receipt.shape.id()), &[])),
            count(receipt.rows),
            count(receipt.used),
            text(period.map_or_else(String::new, |period| words::period(locale, period))),
            text(receipt.known_by.join(", ")),
            text(receipt.hash.as_str()),
        ]
    };
    let mut heads = heads(
        locale,
        &[
            "told-head-file",
            "receipt-kind",
            "told-head-of",
            "receipt-rows",
            "told-head-used",
            "receipt-period",
            "receipt-columns",
        ],
    );
    heads.push(Head::new("SHA-256", ""));
    Grid { id: "Receipts".into(), heads, rows: analysis.receipts.iter().map(row).collect() }
}
