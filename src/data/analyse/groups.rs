//! All groups that the files can answer.

use super::extent;
use super::figure::Of;
use super::group::{Column, Grouped, Table};
use super::named;
use super::question::By;
use super::view::View;
use super::voice::Voices;
use super::when;
use super::who;
use super::why::Coded;

/// In the order of questions; the one asked for first.
pub fn groups(view: &View, voices: &Voices, coded: Option<&Coded>) -> Vec<Grouped> {
    let tables = |by: By| -> Vec<Table> {
        match by {
            By::Who => who::tables(view),
            By::What => named::topics(view).into_iter().chain(voices.table(view)).collect(),
            By::When => when::tables(view),
            By::Where => named::places(view),
            By::Why => coded.map(Coded::table).into_iter().collect(),
            By::How => named::formats(view),
            By::Extent => extent::tables(view),
            By::Brand => voices.table(view).into_iter().collect(),
        }
    };
    let mut found: Vec<Grouped> = By::ALL
        .into_iter()
        .map(|by| Grouped { by, tables: tables(by) })
        .filter(|grouped| !grouped.tables.is_empty())
        .collect();
    found.sort_by_key(|grouped| (Some(grouped.by) != view.question.by, grouped.by));
    found
}

/// The table of a column and what it counts.
pub fn find(groups: &[Grouped], column: Column, of: Of) -> Option<&Table> {
    let tables = groups.iter().flat_map(|grouped| &grouped.tables);
    { tables }.find(|table| table.column == column && table.of == of)
}
