//! Samples: a column of a CSV file.

use std::ops::Range;

use toml::de::DeTable;

use super::table::{Named, conditioned, rows};
use super::{Fault, Reader};
use crate::diagnostic::{Code, listed, nearest_or};
use crate::dist::{Dist, Limits, Setting};
use crate::scenario::number::{self, kind, quoted};

/// Values of one sample: more would say nothing that these do not.
const MOST_VALUES: usize = 1_000_000;

/// Why a file has no such sample.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    NotText,
    Empty,
    /// The columns that there are.
    NoColumn(Vec<String>),
    /// Columns of the same name.
    TwoColumns,
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
            Refusal::TwoColumns => format!("has more than one column {}", quoted(column)),
            Refusal::NoNumbers => format!("has no number in its column {}", quoted(column)),
            Refusal::TooMany => format!("has more than {MOST_VALUES} rows"),
            Refusal::NoNumber(line, text) => {
                format!("has {} on line {line}, which is no number", quoted(text))
            }
        }
    }
}

/// A number of a sample and the line, from 1, on which it stands.
pub(crate) type Observed = (usize, f64);

/// The numbers of a column. The first row names the columns; rows end by a line break, cells by a
/// comma, semicolon or tab (whichever the first row has most of); cells may be quoted; empty cells
/// are not observed.
pub fn column(bytes: &[u8], column: &str) -> Result<Vec<Observed>, Refusal> {
    let text = std::str::from_utf8(bytes).map_err(|_| Refusal::NotText)?;
    let text = text.trim_start_matches('\u{feff}');
    let first = text.lines().next().unwrap_or("");
    let most = [';', '\t', ',']
        .into_iter()
        .rev()
        .max_by_key(|mark| first.matches(*mark).count())
        .unwrap_or(',');
    let mut rows = Rows { rest: text, mark: most, line: 1 };
    let (_, header) = rows.next().ok_or(Refusal::Empty)?;
    let header: Vec<String> = header.into_iter().map(|name| name.trim().to_owned()).collect();
    let Some(place) = header.iter().position(|name| name == column.trim()) else {
        return Err(Refusal::NoColumn(header));
    };
    if header.iter().skip(place + 1).any(|name| name == column.trim()) {
        return Err(Refusal::TwoColumns);
    }
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

/// A word of the table with its place.
type Word<'a> = (&'a str, Range<usize>);

/// Columns that a message lists.
const LISTED: usize = 20;

impl Reader<'_> {
    /// A sample from a column of a file.
    pub(super) fn file(&mut self, named: Named, table: &DeTable, limits: Limits) -> Option<Dist> {
        let known = self.faults.len();
        if let Some(family) = rows(named.id).next() {
            self.only(named, table, family);
        }
        let [file, column] = ["file", "column"].map(|name| self.word(table, name));
        if self.faults.len() > known {
            return None;
        }
        let (file, column) = (file?, column?);
        let (path, name) = (file.0, column.0);
        let observed = self.observed(&file, column)?;
        let is_kept = |value: f64| limits.min <= value && value <= limits.max;
        if let Some((line, value)) =
            observed.iter().find(|(_, value)| is_kept(*value) && !self.could_be(*value))
        {
            let words =
                format!("has {value} on line {line}, which `{}` cannot be", self.reading.key);
            self.refuse(
                &file,
                &words,
                "correct the file, or leave such rows out by `min` and `max`",
            );
            return None;
        }
        if !observed.iter().any(|(_, value)| is_kept(*value)) {
            self.refuse(&file, "has nothing between `min` and `max`", "widen them");
            return None;
        }
        let told = |dist: Dist| {
            dist.noted("file", Setting::Text(path.to_owned()))
                .noted("column", Setting::Text(name.to_owned()))
        };
        let sample: Vec<f64> = observed.iter().map(|(_, value)| *value).collect();
        let built = Dist::empirical(&sample).map(told).and_then(|dist| conditioned(dist, limits));
        self.accepted(built, named, &[])
    }

    fn observed(&mut self, file: &Word, (name, name_at): Word) -> Option<Vec<Observed>> {
        let bytes = match (self.reading.load)(file.0) {
            Ok(bytes) => bytes,
            Err(why) => {
                self.refuse(file, &why, "the path is relative to the scenario");
                return None;
            }
        };
        let refusal = match column(&bytes, name) {
            Ok(observed) => return Some(observed),
            Err(refusal) => refusal,
        };
        let words = refusal.words(name);
        if let Refusal::NoColumn(columns) = &refusal {
            let names =
                || columns.iter().map(String::as_str).filter(|name| !name.is_empty()).take(LISTED);
            let help = nearest_or(name, names(), || format!("it has {}", listed(names(), "and")));
            self.refuse(&(file.0, name_at), &words, &help);
        } else {
            let help = match refusal {
                Refusal::TwoColumns => "give each column a name of its own",
                _ => "the file is CSV: a row of names, then rows of cells",
            };
            self.refuse(file, &words, help);
        }
        None
    }

    fn refuse(&mut self, (path, bytes): &Word, words: &str, help: &str) {
        let message = format!("{} {words}", quoted(path));
        self.fail(Fault {
            code: Code::Data,
            bytes: bytes.clone(),
            message,
            label: "cannot be used".into(),
            help: help.into(),
        });
    }

    fn word<'t>(&mut self, table: &'t DeTable, name: &str) -> Option<(&'t str, Range<usize>)> {
        let value = table.get(name)?;
        let Some(text) = value.get_ref().as_str() else {
            let message = format!("`{name}` is {}, but text is meant", kind(value.get_ref()));
            self.fail(Fault {
                code: Code::WrongType,
                bytes: value.span(),
                message,
                label: "no text".into(),
                help: "put it in quotes".into(),
            });
            return None;
        };
        Some((text, value.span()))
    }
}
