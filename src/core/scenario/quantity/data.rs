//! Samples: a column of a CSV file.

use std::ops::Range;

use toml::de::DeTable;

use super::csv::{self, Table, Writing};
use super::table::{Named, conditioned, rows};
use super::{Fault, Reader};
use crate::design::together::ranks;
use crate::diagnostic::{Code, Conjunction, Message, did_you_mean, listed, message, nearest};
use crate::dist::{Dist, Family, Limits, Rows, Setting};
use crate::scenario::number::{kind, quoted};

/// Values of one sample: more would say nothing that these do not.
const MOST_VALUES: usize = 1_000_000;

/// Why a file has no such sample.
#[derive(Clone, Debug, PartialEq)]
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
    /// Line, and the number of its cells and of the names.
    OtherCells(usize, [usize; 2]),
    /// A cell, and the two numbers that it may be.
    Unclear(String, [f64; 2]),
}

impl Refusal {
    /// What follows "`x.csv` ".
    pub fn words(&self, column: &str) -> Message {
        match self {
            Refusal::NotText => message!("is no text"),
            Refusal::Empty => message!("is empty"),
            Refusal::NoColumn(_) => {
                message!("has no column {column}", column = quoted(column))
            }
            Refusal::TwoColumns => {
                message!("has more than one column {column}", column = quoted(column))
            }
            Refusal::NoNumbers => {
                message!("has no number in its column {column}", column = quoted(column))
            }
            Refusal::TooMany => {
                message!("has more than {most} rows", most = MOST_VALUES)
            }
            Refusal::NoNumber(line, text) => {
                message!("has {text} on line {line}, which is no number", text = quoted(text), line)
            }
            Refusal::OtherCells(line, [cells, names]) => {
                message!(
                    "has {cells} cells on line {line}, and {names} names of columns",
                    cells,
                    line,
                    names
                )
            }
            Refusal::Unclear(cell, [point, comma]) => message!(
                "has {cell} in its column {column}, which is {point} or {comma}",
                cell = quoted(cell),
                column = quoted(column),
                point,
                comma
            ),
        }
    }

    /// The way out.
    fn help(&self) -> Message {
        match self {
            Refusal::NoColumn(columns) => {
                // A file may hold anything: what is no name is not printed.
                let is_name = |name: &&str| {
                    !name.is_empty()
                        && name.chars().count() <= LONGEST_NAME
                        && name.chars().all(|c| c.is_alphanumeric() || " _-.%()/#".contains(c))
                };
                let names: Vec<&str> =
                    columns.iter().map(String::as_str).filter(is_name).take(LISTED).collect();
                if names.is_empty() {
                    return message!("its first row is no row of names");
                }
                message!("it has {list}", list = listed(names, Conjunction::And))
            }
            Refusal::TwoColumns => {
                message!("give each column a name of its own")
            }
            Refusal::OtherCells(..) => {
                message!(
                    "put cells with a separator into quotes: a decimal comma makes two cells of one"
                )
            }
            Refusal::Unclear(..) => {
                message!("write the numbers of the column without groups of thousands")
            }
            _ => {
                message!("the file is CSV: a row of names, then rows of cells")
            }
        }
    }
}

/// The numbers of a column.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Observed {
    /// Each with the line, from 1, on which it stands.
    pub numbers: Vec<(usize, f64)>,
    /// Cells in which nothing was observed.
    pub blanks: usize,
}

/// What stands for nothing.
const BLANK: [&str; 9] = ["", "-", "—", "–", "na", "n/a", "#n/a", "nan", "null"];

/// The numbers of a column. The first row names the columns; cells end by a comma, semicolon or tab
/// (whichever that row has most of, or the one of a first line `sep=;`); cells may be quoted.
pub fn column(bytes: &[u8], column: &str) -> Result<Observed, Refusal> {
    let wanted = column.trim();
    let mut tables = csv::texts(bytes).into_iter().map(|text| Table::of(&text));
    let is_it = |table: &Table| table.names.iter().any(|name| name == wanted);
    let first = tables.next().flatten().ok_or(Refusal::Empty)?;
    if first.names.iter().any(|name| name.contains('\0')) {
        return Err(Refusal::NotText);
    }
    let table = if is_it(&first) { first } else { tables.flatten().find(is_it).unwrap_or(first) };
    let mut places = table.names.iter().enumerate().filter(|(_, name)| *name == wanted);
    let Some((place, _)) = places.next() else {
        return Err(Refusal::NoColumn(table.names));
    };
    if places.next().is_some() {
        return Err(Refusal::TwoColumns);
    }
    let names = table.names.len();
    if let Some((line, cells)) = table.rows.iter().find(|(_, cells)| cells.len() > names) {
        return Err(Refusal::OtherCells(*line, [cells.len(), names]));
    }
    let is_blank = |cell: &str| BLANK.contains(&cell.to_lowercase().as_str());
    let cells = table.rows.iter().map(|(line, cells)| (*line, cells.get(place).map_or("", |c| c)));
    let (blank, told): (Vec<_>, Vec<_>) = cells.partition(|(_, cell)| is_blank(cell));
    if told.len() > MOST_VALUES {
        return Err(Refusal::TooMany);
    }
    let texts: Vec<&str> = told.iter().map(|(_, cell)| *cell).collect();
    let writing = table.writing(&texts).map_err(|cell| {
        Refusal::Unclear(cell.to_owned(), Writing::both(cell).unwrap_or_default())
    })?;
    let number = |(line, cell): (usize, &str)| {
        let number = writing.number(cell).ok_or_else(|| Refusal::NoNumber(line, cell.to_owned()));
        Ok((line, number?))
    };
    let numbers = told.into_iter().map(number).collect::<Result<Vec<_>, Refusal>>()?;
    if numbers.is_empty() {
        return Err(Refusal::NoNumbers);
    }
    Ok(Observed { numbers, blanks: blank.len() })
}

/// What names the rows that belong together.
const JOINT: &str = "joint";

/// A word of the table with its place.
type Word<'a> = (&'a str, Range<usize>);

/// Columns that a message lists, and letters of the longest name among them.
const LISTED: usize = 20;
const LONGEST_NAME: usize = 40;

impl Reader<'_> {
    /// A sample from a column of a file.
    pub(super) fn file(
        &mut self,
        named: Named,
        table: &DeTable,
        (limits, depth): (Limits, usize),
    ) -> Option<Dist> {
        let known = self.errors();
        let is_meant = |family: &&Family| {
            let is_joint = family.parameters.iter().any(|parameter| parameter.name == JOINT);
            is_joint == table.contains_key(JOINT)
        };
        if let Some(family) = rows(named.id).find(is_meant) {
            self.only(named, table, family);
        }
        let [file, column, joint] = ["file", "column", JOINT].map(|name| self.word(table, name));
        if self.errors() > known {
            return None;
        }
        let (file, column) = (file?, column?);
        let (path, name) = (file.0, column.0);
        if let Some((_, at)) = joint.as_ref().filter(|_| depth > 0) {
            self.fail(Fault {
                code: Code::Parameters,
                bytes: at.clone(),
                message: message!("a part of a mixture cannot be drawn together with other keys"),
                label: message!("in a mixture"),
                help: message!("leave `joint` out, or the mixture"),
            });
            return None;
        }
        let Observed { numbers: observed, blanks } = self.observed(&file, column)?;
        let is_kept = |value: f64| limits.min <= value && value <= limits.max;
        if let Some((line, value)) =
            observed.iter().find(|(_, value)| is_kept(*value) && !self.could_be(*value))
        {
            let words = message!(
                "has {value} on line {line}, which `{key}` cannot be",
                value,
                line,
                key = self.reading.key
            );
            self.refuse(
                &file,
                &words,
                message!("correct the file, or leave such rows out by `min` and `max`"),
            );
            return None;
        }
        if !observed.iter().any(|(_, value)| is_kept(*value)) {
            self.refuse(
                &file,
                &message!("has nothing between `min` and `max`"),
                message!("widen them"),
            );
            return None;
        }
        if let Some((_, at)) = &joint
            && (blanks > 0 || !observed.iter().all(|(_, value)| is_kept(*value)))
        {
            self.torn((path, at.clone()), name);
            return None;
        }
        let told = |dist: Dist| {
            let told = dist
                .noted("file", Setting::Text(path.to_owned()))
                .noted("column", Setting::Text(name.to_owned()));
            let Some((joint, _)) = &joint else { return told };
            let column: Vec<f64> = observed.iter().map(|(_, value)| *value).collect();
            let of = [path, joint].map(str::to_owned);
            told.noted(JOINT, Setting::Text((*joint).to_owned()))
                .in_rows(Rows { of, ranks: ranks(&column) })
        };
        let sample: Vec<f64> = observed.iter().map(|(_, value)| *value).collect();
        let built = Dist::empirical(&sample).map(told).and_then(|dist| conditioned(dist, limits));
        let dist = self.accepted(built, named, &[])?;
        if blanks > 0 {
            self.blank(&file, name, [blanks, observed.len() + blanks]);
        }
        Some(dist)
    }

    /// Rows of which some have no value, or are left out by `min` and `max`.
    fn torn(&mut self, (path, at): Word, column: &str) {
        let message = message!(
            "the rows of {path} belong together, and its column {column} lacks some of them",
            path = quoted(path),
            column = quoted(column)
        );
        self.fail(Fault {
            code: Code::Parameters,
            bytes: at,
            message,
            label: message!("rows that belong together"),
            help: message!(
                "fill every cell of the column, and leave `min` and `max` out, or leave `joint` out"
            ),
        });
    }

    fn observed(&mut self, file: &Word, (name, name_at): Word) -> Option<Observed> {
        let bytes = match (self.reading.load)(file.0) {
            Ok(bytes) => bytes,
            Err(why) => {
                self.refuse(file, &why, message!("the path is relative to the scenario"));
                return None;
            }
        };
        let refusal = match column(&bytes, name) {
            Ok(observed) => return Some(observed),
            Err(refusal) => refusal,
        };
        let words = refusal.words(name);
        let help = match &refusal {
            Refusal::NoColumn(columns) => {
                let names = columns.iter().map(String::as_str);
                nearest(name, names).map_or_else(|| refusal.help(), did_you_mean)
            }
            _ => refusal.help(),
        };
        let at = if matches!(refusal, Refusal::NoColumn(_)) { name_at } else { file.1.clone() };
        self.refuse(&(file.0, at), &words, help);
        None
    }

    /// Tells how many cells hold no number.
    fn blank(&mut self, (path, bytes): &Word, column: &str, [blanks, all]: [usize; 2]) {
        let message = message!(
            "{path} is blank in {blanks} of the {all} rows of its column {column}",
            path = quoted(path),
            blanks,
            all,
            column = quoted(column)
        );
        self.fail(Fault {
            code: Code::DataBlank,
            bytes: bytes.clone(),
            message,
            label: message!("these rows are not observed"),
            help: message!("where a blank means zero, write 0"),
        });
    }

    fn refuse(&mut self, (path, bytes): &Word, why: &Message, help: Message) {
        let message = message!("{path} {why}", path = quoted(path), why);
        self.fail(Fault {
            code: Code::Data,
            bytes: bytes.clone(),
            message,
            label: message!("cannot be used"),
            help,
        });
    }

    fn word<'t>(&mut self, table: &'t DeTable, name: &str) -> Option<(&'t str, Range<usize>)> {
        let value = table.get(name)?;
        let Some(text) = value.get_ref().as_str() else {
            let message = message!(
                "`{path}` is {kind}, but text is meant",
                path = name,
                kind = kind(value.get_ref())
            );
            self.fail(Fault {
                code: Code::WrongType,
                bytes: value.span(),
                message,
                label: message!("no text"),
                help: message!("put it in quotes"),
            });
            return None;
        };
        Some((text, value.span()))
    }
}
