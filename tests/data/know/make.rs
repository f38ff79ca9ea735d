//! How fixtures are made, and read.

use jiff::ToSpan as _;
use jiff::civil::DateTime;
use reachsim_data::fault::{Fault, diagnostics};
use reachsim_data::know::{self, Kind, Reading};
use reachsim_data::read;
use reachsim_data::shape::Export;

pub use crate::read::make::{encoded, sixteen};

/// A file of a kind.
#[derive(Clone, Debug)]
pub struct Fixture {
    pub kind: &'static str,
    pub file: &'static str,
    pub bytes: Vec<u8>,
}

impl Fixture {
    pub fn new(kind: &'static str, file: &'static str, bytes: impl Into<Vec<u8>>) -> Fixture {
        Fixture { kind, file, bytes: bytes.into() }
    }
}

/// Every file of every kind.
pub fn all() -> Vec<Fixture> {
    let all = [
        super::posts::all(),
        super::days::all(),
        super::messages::all(),
        super::tickets::all(),
        super::leads::all(),
        super::audiences::all(),
    ];
    all.concat()
}

/// The files of a kind.
pub fn of(kind: &str) -> Vec<Fixture> {
    all().into_iter().filter(|fixture| fixture.kind == kind).collect()
}

/// A moment so many minutes after the beginning of 2025, in a format.
pub fn moment(minutes: i64, format: &str) -> String {
    let start = DateTime::constant(2025, 1, 1, 0, 0, 0, 0);
    (start + minutes.minutes()).strftime(format).to_string()
}

/// A day so many days after the beginning of 2025, in a format.
pub fn day(days: i64, format: &str) -> String {
    moment(days * 24 * 60, format)
}

/// A number below a limit, which looks like chance and is none.
pub const fn figure(of: u64, below: u64) -> u64 {
    (of.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407) >> 33)
        % below
}

/// Cells as a line, quoted where it is needed.
pub fn line(cells: &[String], delimiter: char) -> String {
    let quoted = |cell: &String| {
        if cell.contains([delimiter, '"', '\n', '\r']) {
            format!("\"{}\"", cell.replace('"', "\"\""))
        } else {
            cell.clone()
        }
    };
    cells.iter().map(quoted).collect::<Vec<_>>().join(&delimiter.to_string())
}

/// Lines of a table.
pub fn lines(rows: &[Vec<String>], delimiter: char, end: &str) -> String {
    rows.iter().map(|row| line(row, delimiter) + end).collect()
}

pub fn cells(line: &str) -> Vec<String> {
    line.split(',').map(str::to_owned).collect()
}

pub fn marked(text: &str) -> Vec<u8> {
    [b"\xEF\xBB\xBF", text.as_bytes()].concat()
}

/// A text as the networks of daily figures write it.
pub fn wide(text: &str) -> Vec<u8> {
    sixteen(text, false, true)
}

pub fn read(files: &[(&str, &[u8])], reading: &Reading) -> Result<Export, Vec<Fault>> {
    let (mut opened, mut faults) = (Vec::new(), Vec::new());
    for (name, bytes) in files {
        match read::from_bytes(name, bytes.to_vec()) {
            Ok(file) => opened.push(file),
            Err(found) => faults.extend(found),
        }
    }
    if faults.is_empty() { know::export(&opened, reading) } else { Err(faults) }
}

pub fn told(faults: Vec<Fault>) -> String {
    diagnostics(faults).render(reachsim_core::diagnostic::Style::Plain)
}

/// All that some files hold, which must be read.
#[track_caller]
pub fn export(files: &[(&str, &[u8])], reading: &Reading) -> Export {
    read(files, reading).unwrap_or_else(|faults| panic!("{}", told(faults)))
}

#[track_caller]
pub fn taken(file: &str, bytes: impl AsRef<[u8]>) -> Export {
    export(&[(file, bytes.as_ref())], &Reading::default())
}

/// What is wrong with a file, which must not be read.
#[track_caller]
pub fn refused(file: &str, bytes: impl AsRef<[u8]>, reading: &Reading) -> Vec<Fault> {
    match read(&[(file, bytes.as_ref())], reading) {
        Ok(export) => panic!("it is read: {:?}", export.receipts),
        Err(faults) => faults,
    }
}

/// A kind of the user's own.
pub fn own(text: &str) -> Kind {
    know::own("columns.toml", text).unwrap_or_else(|problems| panic!("{problems}"))
}
