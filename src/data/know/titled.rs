//! Daily figures in blocks: a title, a heading, and a day with its number in each row.

use std::ops::ControlFlow;

use reachsim_core::diagnostic::{Message, message};

use super::field::Field;
use super::fold::fold;
use super::heading::Top;
use super::kinds::{KINDS, Kind, Layout, Titled};
use super::moment::{self, Read};
use super::number;
use super::table::{Trouble, What};
use super::{blocks, complain, days, receipt};
use crate::fault::Fault;
use crate::read::{File, Part, Row};
use crate::shape::{Day, Export, Receipt, Why};

/// The kind of a file that begins with a title and the heading of a date, or that is a list of
/// values of a metric.
pub fn kind(top: &[Top], part: &Part) -> Option<&'static Kind> {
    let of = |layout| KINDS.all.iter().filter(move |kind| kind.layout == layout);
    let words = |kind: &'static Kind, field: Field| {
        let found = kind.columns.iter().find(|(of, _)| *of == field);
        found.map_or(&[][..], |(_, words)| words)
    };
    let folded = |cells: &[String]| -> Vec<String> {
        cells.iter().map(|cell| fold(cell)).filter(|cell| !cell.is_empty()).collect()
    };
    if let Some(path) = part.path() {
        let title = fold(path.rsplit('.').next().unwrap_or_default());
        let headings = top.first().map(|(_, cells)| folded(cells)).unwrap_or_default();
        let mut lists = of(Layout::Trends);
        return lists.find(|kind| {
            let has = |field| words(kind, field).iter().any(|word| headings.contains(word));
            kind.titles.contains_key(&title) && has(Field::Date) && has(Field::Value)
        });
    }
    let mut given = top.iter().map(|(_, cells)| folded(cells)).filter(|cells| !cells.is_empty());
    let (title, headings) = (given.next()?, given.next()?);
    let ([title], [date, value]) = (&title[..], &headings[..]) else { return None };
    of(Layout::Titled).find(|kind| {
        let is_value = words(kind, Field::Value).contains(value) || value == title;
        words(kind, Field::Date).contains(date) && (is_value || kind.titles.contains_key(title))
    })
}

/// Where the reading of blocks stands.
struct Blocks<'a> {
    file: &'a File,
    part: &'a Part,
    kind: &'a Kind,
    /// The block that is read: what its title says, and its receipt.
    open: Option<(Titled, Receipt)>,
    faults: Vec<Fault>,
}

pub fn take(file: &File, part: &Part, kind: &Kind, export: &mut Export) -> Result<(), Vec<Fault>> {
    let mut blocks = Blocks { file, part, kind, open: None, faults: Vec::new() };
    if let Some(path) = part.path() {
        let title = path.rsplit('.').next().unwrap_or_default();
        blocks.begin(0, title, export);
    }
    let visit = &mut |row: Row| {
        blocks.row(&row, export);
        if blocks.faults.len() < 20 { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    };
    part.each(visit).map_err(|fault| vec![fault])?;
    blocks.end(export);
    if blocks.faults.is_empty() { Ok(()) } else { Err(blocks.faults) }
}

impl Blocks<'_> {
    fn row(&mut self, row: &Row, export: &mut Export) {
        if let Some(title) = blocks::title(row.cells) {
            if !matches!(moment::read(title), Read::Moment(_)) {
                self.begin(row.line, title, export);
                return;
            }
        }
        let mut cells =
            row.cells.iter().map(str::trim).enumerate().filter(|(_, cell)| !cell.is_empty());
        let Some((place, cell)) = cells.next() else { return };
        // Of a list, the columns have names.
        let (date, value) = match self.part.path() {
            Some(_) if row.line == 0 => return,
            Some(_) => match cells.next() {
                Some((_, second)) => (cell, second),
                None => (cell, ""),
            },
            None => (cell, cells.next().map_or("", |(_, value)| value)),
        };
        let Read::Moment(written) = moment::read(date) else {
            // The heading, which may come again.
            if !self.is_heading(date) {
                self.faults.push(complain::cell(
                    self.part,
                    row.line,
                    Trouble { column: place, what: What::NoMoment },
                    "Date",
                    date,
                ));
            }
            return;
        };
        let Some((titled, receipt)) = &mut self.open else { return };
        receipt.rows += 1;
        let (Some(metric), Some(date)) = (titled.metric, self.date(&written)) else { return };
        let Some((titled, receipt)) = &mut self.open else { return };
        match number::read(value, None) {
            number::Read::Number(value) => {
                receipt.used += 1;
                let network = titled.network.as_ref().or(self.kind.network.as_ref());
                let network = network.map(|name| export.names.place(name));
                export.days.push(Day {
                    receipt: export.receipts.len() as u32,
                    line: row.line,
                    date,
                    network,
                    account: None,
                    metric,
                    value,
                    period: 1,
                });
            }
            number::Read::Missing => match receipt.left_out.first_mut() {
                Some((_, rows)) => *rows += 1,
                None => receipt.left_out.push((Why::Empty, 1)),
            },
            other => {
                let what =
                    if other == number::Read::Damaged { What::Damaged } else { What::NoNumber };
                let trouble = Trouble { column: place + 1, what };
                let title = receipt.block.clone().unwrap_or_default();
                self.faults.push(complain::cell(self.part, row.line, trouble, &title, value));
            }
        }
    }

    /// The day in the network's own calendar.
    fn date(&self, written: &moment::Written) -> Option<i32> {
        if let moment::Day::Absolute(seconds) = written.day {
            let zone = self.kind.zone.as_deref().unwrap_or("UTC");
            let zone = jiff::tz::TimeZone::get(zone).ok()?;
            let at = jiff::Timestamp::from_second(seconds).ok()?;
            return Some(days::number(zone.to_datetime(at).date()));
        }
        written.date(self.kind.dates, None).map(days::number)
    }

    fn is_heading(&self, cell: &str) -> bool {
        let cell = fold(cell);
        self.kind.columns.iter().any(|(_, words)| words.contains(&cell))
    }

    fn begin(&mut self, line: u64, title: &str, export: &mut Export) {
        self.end(export);
        let stem = self.part.name.rsplit('/').next().unwrap_or_default();
        let stem = stem.split('.').next().unwrap_or_default();
        // A title of a language that nobody has read yet, in a file with its English name.
        let known = |title: &str| self.kind.titles.get(&fold(title));
        let Some(titled) = known(title).or_else(|| known(stem)) else {
            let titles: Vec<String> = self.kind.titles.keys().cloned().collect();
            self.faults.push(complain::untitled(self.part, line, title, &titles));
            return;
        };
        let mut made = receipt::plain(self.file, self.part, self.kind);
        made.block = Some(title.to_owned());
        made.known_by = vec![title.to_owned()];
        if let Some(metric) = titled.metric {
            made.columns = vec![(metric.id().to_owned(), title.to_owned())];
        }
        self.open = Some((titled.clone(), made));
    }

    fn end(&mut self, export: &mut Export) {
        let Some((titled, mut receipt)) = self.open.take() else { return };
        receipt.remarks.extend(unique(&titled));
        export.receipts.push(receipt);
    }
}

/// What is to be known of people who are counted by day.
fn unique(titled: &Titled) -> Option<Message> {
    titled.metric.filter(|metric| metric.is_unique()).map(|_| {
        message!("each day counts its own people: the days do not add up to the people of a month")
    })
}
