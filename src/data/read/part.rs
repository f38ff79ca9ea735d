//! A part of a file: one text, one sheet, one list; as rows with their places.

use std::io::{self, Read};
use std::ops::{ControlFlow, Range};
use std::sync::Arc;

use csv::StringRecord;
use encoding_rs::Encoding;
use reachsim_core::diagnostic::{Message, message};

use crate::fault::{Fault, Place};

use super::letters::Letters;
use super::limits::Limits;
use super::list::List;
use super::place::{around, window};
use super::refuse::{failure, trouble, unreadable};
use super::sniff::{Cut, unwrapped};
use super::split::{Seen, Splitter, Trouble};
use super::store::Store;

/// What a part is read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Text,
    Sheet,
    /// An array of objects.
    List,
}

/// Rows of one kind, or several blocks of them, as a file has them.
#[derive(Clone, Debug)]
pub struct Part {
    /// The file as the user gave it; of an archive, `archive.zip/member`.
    pub name: String,
    pub sheet: Option<String>,
    pub form: Form,
    /// Such as `UTF-8` or `windows-1251`; empty of a workbook.
    pub encoding: String,
    pub delimiter: Option<char>,
    pub remarks: Vec<Message>,
    pub(super) source: Source,
}

/// Where the rows come from.
#[derive(Clone, Debug)]
pub(super) enum Source {
    Text(Text),
    Sheet { rows: Arc<Vec<(u64, StringRecord)>> },
    List(Arc<List>),
}

/// How a text is read.
#[derive(Clone, Debug)]
pub(super) struct Text {
    pub store: Store,
    pub encoding: &'static Encoding,
    pub cut: Cut,
    pub limits: Limits,
}

/// A row: without cells where a line, or some of them, have nothing.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    /// From 1: a line of a text, a row of a sheet, an element of a list; 0 for the headings that
    /// are made of a list's keys.
    pub line: u64,
    pub cells: &'a StringRecord,
}

/// A row that is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnedRow {
    pub line: u64,
    pub cells: StringRecord,
}

/// What is done with a row.
type Visit<'a> = dyn FnMut(Row) -> ControlFlow<()> + 'a;

impl Part {
    /// Visits the rows in order, titles and preambles among them, until the visitor breaks. Rows
    /// in which nothing stands, as many as follow each other, are one row without cells; there is
    /// none before the first row and behind the last.
    pub fn each(&self, visit: &mut dyn FnMut(Row) -> ControlFlow<()>) -> Result<(), Fault> {
        let (mut gap, mut is_first) = (None, true);
        let mut judge = |row: Row| {
            if row.cells.iter().all(|cell| cell.trim().is_empty()) {
                if !is_first {
                    gap.get_or_insert(row.line);
                }
                return ControlFlow::Continue(());
            }
            is_first = false;
            if let Some(line) = gap.take() {
                visit(Row { line, cells: &StringRecord::new() })?;
            }
            visit(row)
        };
        self.rows(&mut judge)
    }

    /// At most so many rows from the top.
    pub fn head(&self, rows: usize) -> Result<Vec<OwnedRow>, Fault> {
        let mut head = Vec::new();
        if rows > 0 {
            self.each(&mut |row| {
                head.push(OwnedRow { line: row.line, cells: row.cells.clone() });
                if head.len() < rows { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
            })?;
        }
        Ok(head)
    }

    /// The place of a cell, from 0, of the row that begins on a line; the file is read for it.
    pub fn place(&self, line: u64, cell: usize, label: Message) -> Place {
        let (text, bytes) = match &self.source {
            Source::Text(text) => text.written(line, cell).unwrap_or_default(),
            Source::Sheet { .. } | Source::List(_) => self.joined(line, cell),
        };
        window((&self.name, line), &text, bytes, label)
    }

    /// Of a list, the dotted path of its array, such as `chats.list.*.messages`; empty where the
    /// file is the array.
    pub fn path(&self) -> Option<&str> {
        match &self.source {
            Source::List(list) => Some(&list.path),
            Source::Text(_) | Source::Sheet { .. } => None,
        }
    }

    /// Of a list, the scalars beside the array and above it, by their dotted paths.
    pub fn beside(&self) -> &[(String, String)] {
        match &self.source {
            Source::List(list) => &list.beside,
            Source::Text(_) | Source::Sheet { .. } => &[],
        }
    }

    fn rows(&self, visit: &mut Visit) -> Result<(), Fault> {
        match &self.source {
            Source::Text(text) => {
                let mut emit = |seen: Seen| visit(Row { line: seen.line, cells: seen.record });
                match text.split(false, &mut emit) {
                    Ok(Ok(())) => Ok(()),
                    Ok(Err(found)) => Err(text.trouble(&self.name, found)),
                    Err(error) => Err(unreadable(&self.name, &error)),
                }
            }
            Source::List(list) => list
                .each(&mut |line, cells| visit(Row { line, cells }))
                .map_err(|found| failure(&self.name, &list.document, found)),
            Source::Sheet { rows } => {
                let (mut last, nothing) = (0, StringRecord::new());
                for (line, cells) in rows.iter() {
                    if *line > last + 1 && visit(Row { line: last + 1, cells: &nothing }).is_break()
                        || visit(Row { line: *line, cells }).is_break()
                    {
                        break;
                    }
                    last = *line;
                }
                Ok(())
            }
        }
    }

    /// A row as it is shown where it is not written in a line.
    fn joined(&self, line: u64, cell: usize) -> (String, Range<usize>) {
        let (mut text, mut bytes) = (String::new(), 0..0);
        // What cannot be read any more is not shown.
        let _ = self.rows(&mut |row| {
            if row.line != line {
                return ControlFlow::Continue(());
            }
            for (place, value) in row.cells.iter().enumerate() {
                let start = text.len();
                text.push_str(&value.replace('\n', " "));
                if place == cell {
                    bytes = start..text.len();
                }
                text.push_str(if place + 1 < row.cells.len() { ", " } else { "" });
            }
            ControlFlow::Break(())
        });
        (text, bytes)
    }
}

impl Text {
    /// All records, and with `is_raw` how they are written: then as they stand in the file.
    fn split(
        &self,
        is_raw: bool,
        visit: &mut dyn FnMut(Seen) -> ControlFlow<()>,
    ) -> io::Result<Result<(), Trouble>> {
        let Cut { delimiter, mut is_told, within } = self.cut;
        let within = within.filter(|_| !is_raw);
        let mut emit = |seen: Seen| {
            if std::mem::take(&mut is_told) {
                return ControlFlow::Continue(());
            }
            match within.and_then(|within| unwrapped(seen.record, within)) {
                Some(record) => visit(Seen { record: &record, ..seen }),
                None => visit(seen),
            }
        };
        let splitter = Splitter::new(delimiter, self.limits);
        let mut splitter = if is_raw { splitter.with_raw() } else { splitter };
        self.store.with(|read| {
            let mut letters = Letters::new(read, self.encoding);
            let mut piece = vec![0; 1 << 16];
            loop {
                let count = letters.read(&mut piece)?;
                if count == 0 {
                    return Ok(splitter.finish(&mut emit));
                }
                match splitter.feed(&piece[..count], &mut emit) {
                    Ok(ControlFlow::Continue(())) => {}
                    Ok(ControlFlow::Break(())) => return Ok(Ok(())),
                    Err(trouble) => return Ok(Err(trouble)),
                }
            }
        })?
    }

    fn trouble(&self, name: &str, found: Trouble) -> Fault {
        let (line, at) = match found {
            Trouble::Open { line, at } => (line, at),
            Trouble::Long(line) | Trouble::Wide(line) => (line, 0),
        };
        // What cannot be read any more is not shown.
        let (text, from) = around(&self.store, self.encoding, line, at as u64).unwrap_or_default();
        let at = at.saturating_sub(from as usize);
        let label = message!("it begins here");
        trouble(name, found, self.limits, window((name, line), &text, at..at + 1, label))
    }

    /// A record as it is written, and where a cell stands in it.
    fn written(&self, line: u64, cell: usize) -> Option<(String, Range<usize>)> {
        let mut found = None;
        let mut visit = |seen: Seen| {
            if seen.line < line {
                return ControlFlow::Continue(());
            }
            found = seen.raw.filter(|_| seen.line == line).map(|raw| {
                let whole = 0..raw.text.len();
                let bytes = raw.cells.get(cell).cloned().unwrap_or(whole.end..whole.end);
                let bytes = if self.cut.within.is_some() { whole } else { bytes };
                (String::from_utf8_lossy(&raw.text).into_owned(), bytes)
            });
            ControlFlow::Break(())
        };
        // A place is shown as far as it can be read.
        let _ = self.split(true, &mut visit);
        found
    }
}
