//! Lines into records: what is between quotes is one cell, whatever stands in it; a line without
//! anything is a record without cells; every record knows the line on which it begins.

use std::ops::{ControlFlow, Range};

use csv::StringRecord;

use super::limits::Limits;

/// Why a text is no table; with the line where it begins to be none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// A quote that is never closed, and the bytes before it in its line.
    Open { line: u64, at: usize },
    /// A record of a size that nobody means.
    Long(u64),
    /// A record of more cells than any table has.
    Wide(u64),
}

/// A record that is found.
#[derive(Clone, Copy, Debug)]
pub struct Seen<'a> {
    /// Its first line, from 1.
    pub line: u64,
    pub record: &'a StringRecord,
    /// How it is written, where that is kept.
    pub raw: Option<&'a Raw>,
}

/// What is done with a record.
pub type Visit<'a> = dyn FnMut(Seen) -> ControlFlow<()> + 'a;

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Start,
    Plain,
    Quoted,
    /// Behind a quote within quotes: either the end, or the first of two.
    Closing,
}

/// Cuts UTF-8, which comes in pieces, into records.
pub struct Splitter {
    delimiter: u8,
    limits: Limits,
    state: State,
    cell: Vec<u8>,
    record: StringRecord,
    /// Bytes of this record so far, and of this cell.
    bytes: usize,
    quoted: usize,
    line: u64,
    begun: u64,
    opened: (u64, usize),
    /// Bytes of this record before the line that has been reached.
    above: usize,
    is_behind_return: bool,
    raw: Option<Raw>,
}

/// A record as it is written.
#[derive(Clone, Debug, Default)]
pub struct Raw {
    pub text: Vec<u8>,
    pub cells: Vec<Range<usize>>,
    from: usize,
}

impl Splitter {
    pub fn new(delimiter: u8, limits: Limits) -> Splitter {
        Splitter {
            delimiter,
            limits,
            state: State::Start,
            cell: Vec::new(),
            record: StringRecord::new(),
            bytes: 0,
            quoted: 0,
            line: 1,
            begun: 1,
            opened: (1, 0),
            above: 0,
            is_behind_return: false,
            raw: None,
        }
    }

    /// The same, which keeps how each record is written.
    #[must_use]
    pub fn with_raw(self) -> Splitter {
        Splitter { raw: Some(Raw::default()), ..self }
    }

    fn seen(&self) -> Seen<'_> {
        Seen { line: self.begun, record: &self.record, raw: self.raw.as_ref() }
    }

    /// Goes on with the next piece.
    pub fn feed(&mut self, piece: &[u8], visit: &mut Visit) -> Result<ControlFlow<()>, Trouble> {
        let mut at = 0;
        while at < piece.len() {
            let run = self.run(&piece[at..]);
            if run > 0 {
                self.cell.extend_from_slice(&piece[at..at + run]);
                self.keep(&piece[at..at + run]);
                self.grow(run)?;
                at += run;
                continue;
            }
            if self.step(piece[at], visit)?.is_break() {
                return Ok(ControlFlow::Break(()));
            }
            at += 1;
        }
        Ok(ControlFlow::Continue(()))
    }

    /// The last record, which need not end with a line feed.
    pub fn finish(&mut self, visit: &mut Visit) -> Result<(), Trouble> {
        if self.state == State::Quoted {
            return Err(self.open());
        }
        if self.bytes > 0 {
            self.end_cell()?;
            // Nothing comes behind it.
            let _ = visit(self.seen());
        }
        Ok(())
    }

    /// Bytes from the first on that stand in a cell as they are.
    fn run(&self, rest: &[u8]) -> usize {
        let delimiter = self.delimiter;
        let end = match self.state {
            State::Plain => {
                rest.iter().position(|&byte| byte == delimiter || byte == b'\n' || byte == b'\r')
            }
            State::Quoted => rest.iter().position(|&byte| byte == b'"' || byte == b'\n'),
            State::Start | State::Closing => Some(0),
        };
        end.unwrap_or(rest.len())
    }

    fn open(&self) -> Trouble {
        Trouble::Open { line: self.opened.0, at: self.opened.1 }
    }

    fn grow(&mut self, bytes: usize) -> Result<(), Trouble> {
        self.bytes += bytes;
        if self.state == State::Quoted {
            self.quoted += bytes;
            if self.quoted > self.limits.quoted {
                return Err(self.open());
            }
        }
        if self.bytes > self.limits.row {
            return Err(Trouble::Long(self.begun));
        }
        Ok(())
    }

    fn keep(&mut self, bytes: &[u8]) {
        if let Some(raw) = &mut self.raw {
            raw.text.extend_from_slice(bytes);
        }
    }

    fn step(&mut self, byte: u8, visit: &mut Visit) -> Result<ControlFlow<()>, Trouble> {
        if self.state == State::Quoted {
            if byte == b'"' {
                self.state = State::Closing;
            } else {
                self.line += 1;
                self.above = self.bytes + 1;
                self.cell.push(byte);
            }
            self.keep(&[byte]);
            return self.grow(1).map(|()| ControlFlow::Continue(()));
        }
        match byte {
            b'\n' if self.is_behind_return => self.is_behind_return = false,
            b'\n' | b'\r' => {
                self.is_behind_return = byte == b'\r';
                return self.end_record(visit);
            }
            byte => {
                self.is_behind_return = false;
                self.letter(byte)?;
            }
        }
        Ok(ControlFlow::Continue(()))
    }

    /// A byte outside quotes that ends no line.
    fn letter(&mut self, byte: u8) -> Result<(), Trouble> {
        if byte == self.delimiter {
            self.end_cell()?;
            self.keep(&[byte]);
            if let Some(raw) = &mut self.raw {
                raw.from = raw.text.len();
            }
            return self.grow(1);
        }
        self.keep(&[byte]);
        match (self.state, byte) {
            (State::Start, b'"') => {
                (self.state, self.quoted) = (State::Quoted, 0);
                self.opened = (self.line, self.bytes - self.above);
            }
            (State::Closing, b'"') => {
                self.state = State::Quoted;
                self.cell.push(byte);
            }
            (_, byte) => {
                self.state = State::Plain;
                self.cell.push(byte);
            }
        }
        self.grow(1)
    }

    fn end_cell(&mut self) -> Result<(), Trouble> {
        if self.record.len() == self.limits.cells {
            return Err(Trouble::Wide(self.begun));
        }
        self.record.push_field(&String::from_utf8_lossy(&self.cell));
        self.cell.clear();
        self.state = State::Start;
        if let Some(raw) = &mut self.raw {
            raw.cells.push(raw.from..raw.text.len());
        }
        Ok(())
    }

    fn end_record(&mut self, visit: &mut Visit) -> Result<ControlFlow<()>, Trouble> {
        if self.bytes > 0 {
            self.end_cell()?;
        }
        let flow = visit(self.seen());
        if flow.is_break() {
            return Ok(flow);
        }
        self.record.clear();
        if let Some(raw) = &mut self.raw {
            *raw = Raw::default();
        }
        (self.bytes, self.above) = (0, 0);
        self.line += 1;
        self.begun = self.line;
        Ok(flow)
    }
}

/// All records of a text, for as long as it can be cut.
pub fn records(text: &str, delimiter: u8) -> Vec<StringRecord> {
    let (mut splitter, mut records) = (Splitter::new(delimiter, Limits::USUAL), Vec::new());
    let mut visit = |seen: Seen| {
        records.push(seen.record.clone());
        ControlFlow::Continue(())
    };
    if splitter.feed(text.as_bytes(), &mut visit).is_ok() {
        // What stays open is no record.
        let _ = splitter.finish(&mut visit);
    }
    records
}
