//! Samples: a column of a CSV file.

use crate::scenario::number::{self, quoted};

/// Values of one sample: more would say nothing that these do not.
const MOST_VALUES: usize = 1_000_000;

/// Why a file has no such sample.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    NotText,
    Empty,
    /// The columns that there are.
    NoColumn(Vec<String>),
    NoNumbers,
    TooMany,
    /// Line, from 1, and what stands there.
    NoNumber(usize, String),
}

impl Refusal {
    /// What follows "`x.csv` ".
    pub fn words(&self, column: &str) -> String {
        match self {
            Refusal::NotText => "is no UTF-8 text".into(),
            Refusal::Empty => "is empty".into(),
            Refusal::NoColumn(_) => format!("has no column {}", quoted(column)),
            Refusal::NoNumbers => format!("has no number in its column {}", quoted(column)),
            Refusal::TooMany => format!("has more than {MOST_VALUES} rows"),
            Refusal::NoNumber(line, text) => format!("has {} on line {line}, which is no number", quoted(text)),
        }
    }
}

/// A number of a sample and the line, from 1, on which it stands.
pub type Observed = (usize, f64);

/// The numbers of a column. The first row names the columns; rows end by a line break, cells by a comma, semicolon or tab
/// (whichever the first row has most of); cells may be quoted; empty cells are not observed.
pub fn column(bytes: &[u8], column: &str) -> Result<Vec<Observed>, Refusal> {
    let text = std::str::from_utf8(bytes).map_err(|_| Refusal::NotText)?;
    let text = text.trim_start_matches('\u{feff}');
    let first = text.lines().next().unwrap_or("");
    let most = [';', '\t', ','].into_iter().rev().max_by_key(|mark| first.matches(*mark).count()).unwrap_or(',');
    let mut rows = Rows { rest: text, mark: most, line: 1 };
    let (_, header) = rows.next().ok_or(Refusal::Empty)?;
    let header: Vec<String> = header.into_iter().map(|name| name.trim().to_owned()).collect();
    let Some(place) = header.iter().position(|name| name == column.trim()) else {
        return Err(Refusal::NoColumn(header));
    };
    let mut sample = Vec::new();
    for (line, cells) in rows {
        let cell = cells.get(place).map_or("", |cell| cell.trim());
        if cell.is_empty() {
            continue;
        }
        if sample.len() == MOST_VALUES {
            return Err(Refusal::TooMany);
        }
        let value = number::parse(cell, 0).map_err(|_| Refusal::NoNumber(line, cell.to_owned()))?;
        sample.push((line, value));
    }
    if sample.is_empty() { Err(Refusal::NoNumbers) } else { Ok(sample) }
}

/// The rows of a text with the lines on which they begin.
struct Rows<'a> {
    rest: &'a str,
    mark: char,
    line: usize,
}

impl Iterator for Rows<'_> {
    type Item = (usize, Vec<String>);

    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() {
            return None;
        }
        let begin = self.line;
        let mut cells = vec![String::new()];
        let (mut is_quoted, mut was_quote) = (false, false);
        let mut end = self.rest.len();
        for (place, c) in self.rest.char_indices() {
            self.line += usize::from(c == '\n');
            if c == '\n' && !is_quoted {
                end = place + 1;
                break;
            }
            let Some(cell) = cells.last_mut() else { break };
            if c == '"' {
                // A doubled quotation mark inside a quoted cell is one.
                if was_quote && !is_quoted {
                    cell.push('"');
                }
                is_quoted = !is_quoted;
            } else if c == self.mark && !is_quoted {
                cells.push(String::new());
            } else if c != '\r' {
                cell.push(c);
            }
            was_quote = c == '"';
        }
        self.rest = &self.rest[end..];
        Some((begin, cells))
    }
}
