//! Tables as spreadsheets and programs write them: any of the usual encodings and separators, and
//! numbers in the writing of any country, which is the same in a whole column.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1251, WINDOWS_1252};

use crate::scenario::number;

/// The texts that some bytes may be: one, or one for each code page that is usual where a file is
/// no UTF-8.
pub fn texts(bytes: &[u8]) -> Vec<Cow<'_, str>> {
    let marked = Encoding::for_bom(bytes).map(|(encoding, _)| encoding).or_else(|| unmarked(bytes));
    if let Some(encoding) = marked {
        return vec![encoding.decode(bytes).0];
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => vec![text.into()],
        Err(_) => [WINDOWS_1251, WINDOWS_1252].map(|page| page.decode(bytes).0).into(),
    }
}

/// UTF-16 without its mark: every second byte of plain letters is zero.
fn unmarked(bytes: &[u8]) -> Option<&'static Encoding> {
    match bytes.get(..4)? {
        [_, 0, _, 0] => Some(UTF_16LE),
        [0, _, 0, _] => Some(UTF_16BE),
        _ => None,
    }
}

/// A table of cells.
pub struct Table {
    pub names: Vec<String>,
    /// The line, from 1, on which each row begins, and its cells, without blanks around them.
    pub rows: Vec<(usize, Vec<String>)>,
    pub separator: char,
}

impl Table {
    /// The table of a text. Its first row names the columns, after a `sep=;` perhaps; rows of
    /// nothing are left out. `None` of an empty text.
    pub fn of(text: &str) -> Option<Table> {
        let (separator, body, skipped) = match text.split_once('\n') {
            Some((first, body)) if told(first).is_some() => (told(first)?, body, 1),
            _ => (most(text.lines().next()?), text, 0),
        };
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(separator as u8)
            .flexible(true)
            .trim(csv::Trim::All)
            .from_reader(body.as_bytes());
        let cells = |record: &csv::StringRecord| record.iter().map(str::to_owned).collect();
        let names: Vec<String> = cells(reader.headers().ok()?);
        let mut rows: Vec<(usize, Vec<String>)> = Vec::new();
        for record in reader.records().map_while(Result::ok) {
            if record.iter().any(|cell| !cell.is_empty()) {
                let line = record.position().map_or(0, |place| place.line() as usize);
                rows.push((line + skipped, cells(&record)));
            }
        }
        (names.iter().any(|name| !name.is_empty())).then_some(Table { names, rows, separator })
    }

    /// How the numbers of a column are written; the cell that decides neither way where none does.
    pub fn writing<'t>(&'t self, column: &[&'t str]) -> Result<Writing, &'t str> {
        if let Some(writing) = column.iter().find_map(|cell| Writing::of(cell)) {
            return Ok(writing);
        }
        let Some(unclear) = column.iter().find(|cell| Writing::both(cell).is_some()) else {
            return Ok(Writing::Point);
        };
        match self.separator {
            ',' => return Ok(Writing::Point),
            ';' if unclear.contains(',') => return Ok(Writing::Comma),
            _ => {}
        }
        // Other columns were written by the same hand.
        let mut all = self.rows.iter().flat_map(|(_, cells)| cells.iter().map(String::as_str));
        all.find_map(Writing::of).ok_or(unclear)
    }
}

/// The separator that a first line such as `sep=;` tells.
fn told(line: &str) -> Option<char> {
    let rest = line.trim().trim_matches('"').strip_prefix("sep=")?;
    let mut signs = rest.chars();
    signs.next().filter(|sign| sign.is_ascii() && signs.next().is_none())
}

/// The separator of which a line has most.
fn most(line: &str) -> char {
    let count = |sign: &char| line.matches(*sign).count();
    [';', '\t', ','].into_iter().rev().max_by_key(count).unwrap_or(',')
}

/// Which sign begins the decimals; the other one groups thousands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Writing {
    Point,
    Comma,
}

impl Writing {
    const ALL: [Writing; 2] = [Writing::Point, Writing::Comma];

    /// The number that a cell says in this writing.
    pub fn number(self, cell: &str) -> Option<f64> {
        let (decimal, group) = match self {
            Writing::Point => ('.', ','),
            Writing::Comma => (',', '.'),
        };
        let cell = cell.trim_matches(|c: char| "$€£¥₽₴".contains(c) || c.is_whitespace());
        let is_part =
            |c: char| c.is_ascii_digit() || "+-\u{2212}.,'’_".contains(c) || c.is_whitespace();
        let end = cell.find(|c| !is_part(c)).unwrap_or(cell.len());
        let (digits, unit) = cell.split_at(end);
        let digits = digits.trim();
        let (whole, decimals) = match digits.split_once(decimal) {
            Some((whole, decimals)) => (whole, Some(decimals)),
            None => (digits, None),
        };
        let whole = ungrouped(whole, group)?;
        let is_right = |decimals: &str| decimals.bytes().all(|c| c.is_ascii_digit());
        match decimals {
            None => number::parse(&format!("{whole}{unit}"), 0).ok(),
            Some(decimals) if is_right(decimals) => {
                // A zero more keeps three of them from being taken for thousands.
                let zero = if decimals.len() == 3 { "0" } else { "" };
                number::parse(&format!("{whole}.{decimals}{zero}{unit}"), 0).ok()
            }
            Some(_) => None,
        }
    }

    /// The only writing in which a cell is a number.
    fn of(cell: &str) -> Option<Writing> {
        match Writing::ALL.map(|writing| writing.number(cell)) {
            [Some(_), None] => Some(Writing::Point),
            [None, Some(_)] => Some(Writing::Comma),
            _ => None,
        }
    }

    /// The two numbers that a cell may be.
    pub fn both(cell: &str) -> Option<[f64; 2]> {
        let [point, comma] = Writing::ALL.map(|writing| writing.number(cell));
        point.zip(comma).filter(|(point, comma)| point != comma).map(Into::into)
    }
}

/// Digits without what groups them by threes.
fn ungrouped(digits: &str, group: char) -> Option<String> {
    let is_group = |c: char| c == group || "'’_".contains(c) || c.is_whitespace();
    let unsigned = digits.trim_start_matches(['+', '-', '\u{2212}']).trim_start();
    let sign = digits[..digits.len() - unsigned.len()].trim_end();
    let mut groups = unsigned.split(is_group);
    let first = groups.next()?;
    let is_right = if unsigned.contains(is_group) {
        (1..=3).contains(&first.len()) && groups.all(|group| group.len() == 3)
    } else {
        true
    };
    let plain: String = unsigned.chars().filter(|c| !is_group(*c)).collect();
    let is_whole = plain.bytes().all(|c| c.is_ascii_digit());
    (is_right && is_whole).then(|| format!("{sign}{}", if plain.is_empty() { "0" } else { &plain }))
}
