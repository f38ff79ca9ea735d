//! Audiences in blocks: a title, then people, a matrix of ages and genders, or places with shares.

use std::ops::ControlFlow;

use super::blocks;
use super::fold::fold;
use super::heading::Top;
use super::kinds::{KINDS, Kind, Layout, Titled};
use super::number::{self, Decimal, Read};
use super::{complain, receipt};
use crate::fault::Fault;
use crate::read::{File, Part, Row};
use crate::shape::{Dimension, Export, Receipt, Slice};

/// The kind of a file that begins with the title of a block.
pub fn kind(top: &[Top]) -> Option<&'static Kind> {
    let (_, first) = top.iter().find(|(_, cells)| blocks::filled(cells) > 0)?;
    if blocks::filled(first) > 1 {
        return None;
    }
    let title = fold(first.iter().find(|cell| !cell.trim().is_empty())?);
    let mut all = KINDS.all.iter().filter(|kind| kind.layout == Layout::Audience);
    all.find(|kind| kind.titles.contains_key(&title))
}

pub fn take(file: &File, part: &Part, kind: &Kind, export: &mut Export) -> Result<(), Vec<Fault>> {
    let mut reading = Reading { file, part, kind, open: None, faults: Vec::new() };
    let visit = &mut |row: Row| {
        reading.row(&row, export);
        ControlFlow::Continue(())
    };
    part.each(visit).map_err(|fault| vec![fault])?;
    reading.end(export);
    if reading.faults.is_empty() { Ok(()) } else { Err(reading.faults) }
}

struct Reading<'a> {
    file: &'a File,
    part: &'a Part,
    kind: &'a Kind,
    open: Option<Open>,
    faults: Vec<Fault>,
}

/// A block that is read.
struct Open {
    titled: Titled,
    receipt: Receipt,
    /// The names of the columns, as far as they were read.
    names: Vec<String>,
    /// Whether a sign says that shares are parts of a hundred.
    is_percent: bool,
}

impl Reading<'_> {
    fn row(&mut self, row: &Row, export: &mut Export) {
        let is_number = |cell: &str| matches!(number::read(cell, None), Read::Number(_));
        if let Some(title) = blocks::title(row.cells).filter(|title| !is_number(title)) {
            self.begin(row.line, title, export);
            return;
        }
        let cells: Vec<&str> = row.cells.iter().map(str::trim).collect();
        if cells.iter().all(|cell| cell.is_empty()) {
            return;
        }
        let Some(open) = &mut self.open else { return };
        let Some(dimension) = open.titled.dimension else { return };
        open.is_percent |= cells.iter().any(|cell| cell.contains('%'));
        match dimension {
            Dimension::Whole => open.whole(&cells, row.line, export),
            Dimension::AgeAndGender => open.matrix(&cells, row.line, export),
            _ => open.places(dimension, &cells, row.line, export),
        }
    }

    fn begin(&mut self, line: u64, title: &str, export: &mut Export) {
        self.end(export);
        let Some(titled) = self.kind.titles.get(&fold(title)) else {
            let titles: Vec<String> = self.kind.titles.keys().cloned().collect();
            self.faults.push(complain::untitled(self.part, line, title, &titles));
            return;
        };
        let mut receipt = receipt::plain(self.file, self.part, self.kind);
        receipt.block = Some(title.to_owned());
        receipt.known_by = vec![title.to_owned()];
        self.open =
            Some(Open { titled: titled.clone(), receipt, names: Vec::new(), is_percent: false });
    }

    fn end(&mut self, export: &mut Export) {
        if let Some(open) = self.open.take() {
            open.settle(export);
            export.receipts.push(open.receipt);
        }
    }
}

impl Open {
    fn push(
        &mut self,
        line: u64,
        dimension: Dimension,
        group: String,
        of: Of,
        export: &mut Export,
    ) {
        let network = self.titled.network.as_ref().map(|name| export.names.place(name));
        let (share, people) = match of {
            Of::Share(share) => (Some(share), None),
            Of::People(people) => (None, Some(people)),
        };
        let receipt = export.receipts.len() as u32;
        self.receipt.used += 1;
        export.audience.push(Slice { receipt, line, network, dimension, group, share, people });
    }

    /// Shares of which none is above 1 are parts of one, and not of a hundred.
    fn settle(&self, export: &mut Export) {
        let receipt = export.receipts.len() as u32;
        let of_block = |slice: &&mut Slice| slice.receipt == receipt;
        let shares: Vec<&mut f64> = export
            .audience
            .iter_mut()
            .filter(of_block)
            .filter_map(|slice| slice.share.as_mut())
            .collect();
        if !self.is_percent && shares.iter().all(|share| **share <= 0.01) {
            shares.into_iter().for_each(|share| *share *= 100.0);
        }
    }

    /// How many they are: the only number of the block.
    fn whole(&mut self, cells: &[&str], line: u64, export: &mut Export) {
        self.receipt.rows += 1;
        for cell in cells {
            if let Read::Number(people) = number::read(cell, None) {
                self.push(line, Dimension::Whole, String::new(), Of::People(people), export);
            }
        }
    }

    /// Ages down, genders across.
    fn matrix(&mut self, cells: &[&str], line: u64, export: &mut Export) {
        self.receipt.rows += 1;
        if self.names.is_empty() {
            self.names = cells.iter().map(|cell| (*cell).to_owned()).collect();
            return;
        }
        for (name, cell) in self.names.clone().iter().zip(cells).skip(1) {
            if let Some(share) = share(cell) {
                let group = format!("{} {name}", cells[0]);
                self.push(line, Dimension::AgeAndGender, group, Of::Share(share), export);
            }
        }
    }

    /// A place and its share in each row, or all names in one row and all shares in the next. A
    /// comma in a name may have become a column.
    fn places(&mut self, dimension: Dimension, cells: &[&str], line: u64, export: &mut Export) {
        let given: Vec<&str> = cells.iter().copied().filter(|cell| !cell.is_empty()).collect();
        let shares: Vec<f64> = given.iter().filter_map(|cell| share(cell)).collect();
        self.receipt.rows += 1;
        if shares.len() == given.len() && shares.len() == self.names.len() {
            for (name, share) in std::mem::take(&mut self.names).into_iter().zip(shares) {
                self.push(line, dimension, name, Of::Share(share), export);
            }
        } else if let ([names @ .., last], [one]) = (&given[..], &shares[..])
            && share(last) == Some(*one)
            && !names.is_empty()
        {
            self.push(line, dimension, names.join(", "), Of::Share(*one), export);
        } else if shares.is_empty() {
            // Names of a row of shares, or the heading of two columns.
            self.names = given.iter().map(|cell| (*cell).to_owned()).collect();
        }
    }
}

enum Of {
    Share(f64),
    People(f64),
}

/// A share as it is written: `36%`, `23,9%`, `15.3`, which are parts of a hundred all.
fn share(cell: &str) -> Option<f64> {
    let sign = if cell.contains(',') { Decimal::Comma } else { Decimal::Point };
    match number::read(cell, Some(sign)) {
        Read::Number(value) if cell.contains('%') => Some(value),
        Read::Number(value) => Some(value / 100.0),
        _ => None,
    }
}
