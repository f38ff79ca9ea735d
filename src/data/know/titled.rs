//! Daily figures in blocks: a title, a heading, and a day with its number in each row.

use std::ops::ControlFlow;

use reachsim_core::diagnostic::{Message, message};

use super::field::Field;
use super::fold::fold;
use super::heading::Top;
use super::kinds::{KINDS, Kind, Layout, Order, Titled};
use super::moment::{self, Read};
use super::number::{self, Decimal};
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
    /// The columns of a list that hold the moment and the value.
    places: Option<(usize, usize)>,
    order: Option<Order>,
    sign: Option<Decimal>,
    years: Vec<i16>,
    /// The block that is read: what its title says, and its receipt.
    open: Option<(Titled, Receipt)>,
    faults: Vec<Fault>,
}

/// Takes all blocks. `dates` is what the user says of the order of days and months.
pub fn take(
    file: &File,
    part: &Part,
    kind: &Kind,
    dates: Option<Order>,
    export: &mut Export,
) -> Result<(), Vec<Fault>> {
    let mut blocks = Blocks {
        file,
        part,
        kind,
        places: None,
        order: None,
        sign: None,
        years: receipt::years(&part.name),
        open: None,
        faults: Vec::new(),
    };
    blocks.survey(dates)?;
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
    /// Decides orders and signs by all rows.
    fn survey(&mut self, dates: Option<Order>) -> Result<(), Vec<Fault>> {
        let (mut day, mut month, mut points, mut commas) = (None, None, 0_u64, 0_u64);
        let (part, is_list) = (self.part, self.part.path().is_some());
        let visit = &mut |row: Row| {
            if is_list && row.line == 0 {
                self.places = self.columns(row.cells);
                return ControlFlow::Continue(());
            }
            let Some(((column, date), (_, value))) = self.cells(row.cells) else {
                return ControlFlow::Continue(());
            };
            if let Read::Moment(written) = moment::read(date) {
                let at = (row.line, column);
                match written.order().filter(|_| written.is_two()) {
                    Some(Order::DayFirst) => _ = day.get_or_insert(at),
                    Some(Order::MonthFirst) => _ = month.get_or_insert(at),
                    None => (),
                }
                match number::sign(value) {
                    Some(Decimal::Point) => points += 1,
                    Some(Decimal::Comma) => commas += 1,
                    None => (),
                }
            }
            ControlFlow::Continue(())
        };
        part.each(visit).map_err(|fault| vec![fault])?;
        self.sign = match (points > 0, commas > 0) {
            (true, false) => Some(Decimal::Point),
            (false, true) => Some(Decimal::Comma),
            _ => None,
        };
        let shown = match (day, month) {
            (Some(_), Some((line, column))) => {
                return Err(vec![complain::both_orders(part, line, column, "Date")]);
            }
            (Some(_), None) => Some(Order::DayFirst),
            (None, Some(_)) => Some(Order::MonthFirst),
            (None, None) => None,
        };
        self.order = shown.or(self.kind.dates).or(dates);
        Ok(())
    }

    /// Where a list has its moments and values.
    fn columns(&self, headings: &csv::StringRecord) -> Option<(usize, usize)> {
        let place = |field: Field| {
            let (_, words) = self.kind.columns.iter().find(|(of, _)| *of == field)?;
            headings.iter().position(|heading| words.contains(&fold(heading)))
        };
        Some((place(Field::Date)?, place(Field::Value)?))
    }

    /// The cells of a day and of its value, with their places: of a list those of its headings, of
    /// a table the first two that hold something.
    fn cells<'r>(
        &self,
        cells: &'r csv::StringRecord,
    ) -> Option<((usize, &'r str), (usize, &'r str))> {
        if let Some((date, value)) = self.places {
            let cell = |place| (place, cells.get(place).unwrap_or_default().trim());
            return Some((cell(date), cell(value)));
        }
        let mut given =
            cells.iter().map(str::trim).enumerate().filter(|(_, cell)| !cell.is_empty());
        let first = given.next()?;
        Some((first, given.next().unwrap_or((first.0 + 1, ""))))
    }

    fn row(&mut self, row: &Row, export: &mut Export) {
        if self.part.path().is_some() && row.line == 0 {
            return;
        }
        if self.places.is_none()
            && let Some(title) = blocks::title(row.cells)
            && !matches!(moment::read(title), Read::Moment(_))
        {
            self.begin(row.line, title, export);
            return;
        }
        let Some(((column, date), value)) = self.cells(row.cells) else { return };
        let Read::Moment(written) = moment::read(date) else {
            // The heading, which may come again.
            if !self.is_heading(date) {
                self.complain(row.line, Trouble { column, what: What::NoMoment }, "Date", date);
            }
            return;
        };
        let Some((titled, receipt)) = &mut self.open else { return };
        receipt.rows += 1;
        if titled.metric.is_none() {
            leave(receipt, Why::Empty);
            return;
        }
        match self.date(&written) {
            Ok(day) => self.day(row.line, day, value, export),
            Err(what) => {
                let is_told = self.faults.iter().any(|fault| fault.code == what.code());
                // What all rows share is told once.
                if what == What::NoMoment || !is_told {
                    self.complain(row.line, Trouble { column, what }, "Date", date);
                }
            }
        }
    }

    fn day(&mut self, line: u64, date: i32, (column, value): (usize, &str), export: &mut Export) {
        let Some((titled, receipt)) = &mut self.open else { return };
        let Some(metric) = titled.metric else { return };
        let what = match number::read(value, self.sign) {
            number::Read::Number(value) => {
                receipt.used += 1;
                let network = titled.network.as_ref().or(self.kind.network.as_ref());
                let network = network.map(|name| export.names.place(name));
                export.days.push(Day {
                    receipt: export.receipts.len() as u32,
                    line,
                    date,
                    network,
                    account: None,
                    metric,
                    value,
                    period: 1,
                });
                return;
            }
            number::Read::Missing => {
                leave(receipt, Why::Empty);
                return;
            }
            number::Read::Damaged => What::Damaged,
            number::Read::Ambiguous => What::AmbiguousNumber,
            number::Read::No => What::NoNumber,
        };
        let title = receipt.block.clone().unwrap_or_default();
        self.complain(line, Trouble { column, what }, &title, value);
    }

    fn complain(&mut self, line: u64, trouble: Trouble, heading: &str, cell: &str) {
        self.faults.push(complain::cell(self.part, line, trouble, heading, cell));
    }

    /// The day in the network's own calendar.
    fn date(&self, written: &moment::Written) -> Result<i32, What> {
        if let moment::Day::Absolute(seconds) = written.day {
            let zone = self.kind.zone.as_deref().unwrap_or("UTC");
            let zone = jiff::tz::TimeZone::get(zone).map_err(|_| What::NoMoment)?;
            let at = jiff::Timestamp::from_second(seconds).map_err(|_| What::NoMoment)?;
            return Ok(days::number(zone.to_datetime(at).date()));
        }
        if written.is_ambiguous() && self.order.is_none() {
            return Err(What::AmbiguousDate);
        }
        let year = written.year(&self.years);
        if written.is_yearless() && year.is_none() {
            return Err(What::NoYear);
        }
        written.date(self.order, year).map(days::number).ok_or(What::NoMoment)
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

fn leave(receipt: &mut Receipt, why: Why) {
    match receipt.left_out.iter_mut().find(|(of, _)| *of == why) {
        Some((_, rows)) => *rows += 1,
        None => receipt.left_out.push((why, 1)),
    }
}

/// What is to be known of people who are counted by day.
fn unique(titled: &Titled) -> Option<Message> {
    titled.metric.filter(|metric| metric.is_unique()).map(|_| {
        message!("each day counts its own people: the days do not add up to the people of a month")
    })
}
