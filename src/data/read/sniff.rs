//! By what the cells of a text are parted: told from its first rows.

use csv::StringRecord;

use super::split::records;

/// How a text is cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cut {
    pub delimiter: u8,
    /// The first record only says which delimiter there is.
    pub is_told: bool,
    /// Whole rows stand in one cell, and this parts them.
    pub within: Option<u8>,
}

/// In the order in which they are preferred: the less it is used in prose, the earlier.
const DELIMITERS: [u8; 4] = [b'\t', b';', b'|', b','];

/// Records from which it is told.
const RECORDS: usize = 200;

/// How the text is cut of which `head` is the beginning.
pub fn cut(head: &str) -> Cut {
    if let Some(delimiter) = told(head) {
        return Cut { delimiter, is_told: true, within: None };
    }
    let tables = DELIMITERS.map(|delimiter| {
        let mut rows = records(head, delimiter);
        rows.retain(|row| !row.is_empty());
        rows.truncate(RECORDS);
        (delimiter, rows)
    });
    if let Some((delimiter, within)) = within(&tables) {
        return Cut { delimiter, is_told: false, within: Some(within) };
    }
    let even = tables.iter().rev().map(|(delimiter, rows)| {
        let (rows, width) = usual(rows.iter().map(StringRecord::len));
        (if width > 1 { rows } else { 0 }, *delimiter)
    });
    let best = even.max_by_key(|(rows, _)| *rows);
    let delimiter = best.filter(|(rows, _)| *rows > 0).map_or(b',', |(_, delimiter)| delimiter);
    Cut { delimiter, is_told: false, within: None }
}

/// What a first line `sep=,` says; saved once more by a spreadsheet it is quoted, or has the
/// delimiters of an empty row behind it.
fn told(head: &str) -> Option<u8> {
    let line = head.lines().next()?.trim_end_matches('\r');
    let line = line.strip_prefix('"').unwrap_or(line);
    let word = line.get(..4)?;
    if !word.eq_ignore_ascii_case("sep=") {
        return None;
    }
    let rest = line[4..].replace('"', "");
    let mut letters = rest.bytes();
    let first = letters.next()?;
    let padding = letters.next().unwrap_or(first);
    let is_even = letters.all(|letter| letter == padding);
    let is_sign = first == b'\t' || first.is_ascii_punctuation() || first == b' ';
    (is_even && is_sign && (padding == first || DELIMITERS.contains(&padding))).then_some(padding)
}

/// The width that most rows have, and how many of them.
fn usual(widths: impl Iterator<Item = usize>) -> (usize, usize) {
    let mut widths: Vec<usize> = widths.collect();
    widths.sort_unstable();
    let runs = widths.chunk_by(|first, second| first == second);
    runs.map(|run| (run.len(), run[0])).max().unwrap_or((0, 0))
}

/// What parts the cells, and what the rows that stand in the first cell of each row: most of them
/// have to be such, the first one too, and the sign must not part the cells of the file itself.
fn within(tables: &[(u8, Vec<StringRecord>)]) -> Option<(u8, u8)> {
    let width = |rows: &[StringRecord]| usual(rows.iter().map(StringRecord::len)).1;
    let (delimiter, rows) = tables.iter().rev().max_by_key(|(_, rows)| width(rows))?;
    if rows.len() < 2 {
        return None;
    }
    let found = tables.iter().filter(|(_, rows)| width(rows) == 1).find(|(within, _)| {
        let inner = rows.iter().map(|row| unwrapped(row, *within));
        let widths: Vec<usize> = inner.map(|row| row.map_or(1, |row| row.len())).collect();
        let (count, width) = usual(widths.iter().copied());
        width > 1 && count * 2 > rows.len() && widths.first() == Some(&width)
    });
    found.map(|(within, _)| (*delimiter, *within))
}

/// The row that stands in the first cell of another, of which nothing else is filled.
pub fn unwrapped(row: &StringRecord, within: u8) -> Option<StringRecord> {
    let mut cells = row.iter();
    let first = cells.next()?;
    if !first.as_bytes().contains(&within) || cells.any(|cell| !cell.is_empty()) {
        return None;
    }
    let mut inner = records(first, within);
    (inner.len() == 1).then(|| inner.swap_remove(0))
}
