//! The cells of a table, read as what their columns hold.

use std::cell::Cell;

use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;
use reachsim_core::diagnostic::Code;

use super::field::{Field, Holds};
use super::fold::fold;
use super::heading::Found;
use super::kinds::{KINDS, Kind, Order};
use super::moment::{self, Day};
use super::number::{self, Decimal};
use crate::shape::Seconds;

/// A table with what was found out about its columns.
pub struct Table<'k> {
    pub found: Found<'k>,
    /// The decimal sign of each column, as far as its cells show it.
    signs: Vec<Option<Decimal>>,
    /// The sign that other columns show.
    sign: Option<Decimal>,
    pub order: Option<Order>,
    pub years: Vec<i16>,
    zone: TimeZone,
    tells_zone: Cell<bool>,
    seen: Vec<Evidence>,
}

/// What the cells of a column show.
#[derive(Clone, Copy, Debug, Default)]
pub struct Evidence {
    pub points: u64,
    pub commas: u64,
    pub day_first: u64,
    pub month_first: u64,
}

/// Why a cell cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Trouble {
    pub column: usize,
    pub what: What,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    NoNumber,
    NoMoment,
    Damaged,
    AmbiguousNumber,
    AmbiguousDate,
    NoYear,
}

impl What {
    pub const fn code(self) -> Code {
        match self {
            What::NoNumber | What::NoMoment => Code::Cell,
            What::Damaged => Code::SpreadsheetDamage,
            What::AmbiguousNumber => Code::AmbiguousDecimal,
            What::AmbiguousDate => Code::AmbiguousDates,
            What::NoYear => Code::NoYear,
        }
    }
}

/// A moment of a row.
#[derive(Clone, Copy, Debug)]
pub struct Moment {
    /// In its own calendar.
    pub date: Date,
    pub seconds: Seconds,
}

impl<'k> Table<'k> {
    pub fn new(found: Found<'k>, order: Option<Order>, years: Vec<i16>, zone: TimeZone) -> Self {
        let width = found.headings.len();
        Table {
            signs: vec![None; width],
            sign: None,
            order,
            years,
            zone,
            tells_zone: Cell::new(false),
            seen: vec![Evidence::default(); width],
            found,
        }
    }

    /// Whether a moment told its own zone.
    pub fn tells_zone(&self) -> bool {
        self.tells_zone.get()
    }

    pub const fn kind(&self) -> &'k Kind {
        self.found.kind
    }

    /// Takes note of what the cells of a row show of signs and orders.
    pub fn survey(&mut self, cells: &csv::StringRecord) {
        for (field, places) in &self.found.columns {
            for &place in places {
                let (Some(cell), Some(seen)) = (cells.get(place), self.seen.get_mut(place)) else {
                    continue;
                };
                match field.holds() {
                    Holds::Number => match number::sign(cell) {
                        Some(Decimal::Point) => seen.points += 1,
                        Some(Decimal::Comma) => seen.commas += 1,
                        None => (),
                    },
                    Holds::Moment => {
                        if let moment::Read::Moment(written) = moment::read(cell) {
                            match written.order() {
                                Some(_) if !written.is_two() => (),
                                Some(Order::DayFirst) => seen.day_first += 1,
                                Some(Order::MonthFirst) => seen.month_first += 1,
                                None => (),
                            }
                        }
                    }
                    Holds::Words => (),
                }
            }
        }
    }

    /// Decides by what was seen, then by what the network is known for, then by what the user says.
    /// The column that shows both orders, where there is one.
    pub fn decide(&mut self, asked: Option<Order>) -> Result<(), usize> {
        let total = |of: fn(&Evidence) -> u64| self.seen.iter().map(of).sum::<u64>();
        let (points, commas) = (total(|seen| seen.points), total(|seen| seen.commas));
        self.sign = sign(points, commas);
        self.signs = self.seen.iter().map(|seen| sign(seen.points, seen.commas)).collect();
        let (day, month) = (total(|seen| seen.day_first), total(|seen| seen.month_first));
        if day > 0 && month > 0 {
            let column = self.seen.iter().position(|seen| seen.day_first + seen.month_first > 0);
            return Err(column.unwrap_or(0));
        }
        let shown = match (day > 0, month > 0) {
            (true, _) => Some(Order::DayFirst),
            (_, true) => Some(Order::MonthFirst),
            _ => None,
        };
        self.order = shown.or(self.found.kind.dates).or(asked);
        Ok(())
    }

    /// The first cell of a field that holds something; what stands beside the table else.
    pub fn words<'a>(&'a self, cells: &'a csv::StringRecord, field: Field) -> &'a str {
        let columns = self.found.columns.iter().find(|(of, _)| *of == field);
        let given = columns.and_then(|(_, places)| {
            places
                .iter()
                .filter_map(|&place| cells.get(place))
                .map(str::trim)
                .find(|c| !c.is_empty())
        });
        given.unwrap_or_else(|| {
            let constant = self.found.constants.iter().find(|(of, _)| *of == field);
            constant.map_or("", |(_, value)| value.as_str())
        })
    }

    pub fn has(&self, field: Field) -> bool {
        self.found.columns.iter().any(|(of, _)| *of == field)
    }

    pub fn number(&self, cells: &csv::StringRecord, field: Field) -> Result<Option<f64>, Trouble> {
        let Some((_, places)) = self.found.columns.iter().find(|(of, _)| *of == field) else {
            return Ok(None);
        };
        for &column in places {
            let Some(cell) = cells.get(column) else { continue };
            let sign = self.signs.get(column).copied().flatten().or(self.sign);
            let what = match number::read(cell, sign) {
                number::Read::Number(value) => return Ok(Some(value)),
                number::Read::Missing => continue,
                number::Read::Ambiguous => What::AmbiguousNumber,
                number::Read::Damaged => What::Damaged,
                number::Read::No => What::NoNumber,
            };
            return Err(Trouble { column, what });
        }
        Ok(None)
    }

    pub fn moment(
        &self,
        cells: &csv::StringRecord,
        field: Field,
    ) -> Result<Option<Moment>, Trouble> {
        let found = self.found.columns.iter().find(|(of, _)| *of == field);
        let places: &[usize] = found.map_or(&[], |(_, places)| places);
        for &column in places {
            let Some(cell) = cells.get(column) else { continue };
            let trouble = |what| Trouble { column, what };
            let written = match moment::read(cell) {
                moment::Read::Missing => continue,
                moment::Read::No if cell.starts_with("###") => return Err(trouble(What::Damaged)),
                moment::Read::No if KINDS.missing.contains(&fold(cell)) => continue,
                moment::Read::No => return Err(trouble(What::NoMoment)),
                moment::Read::Moment(written) => written,
            };
            return self.settled(&written).map(Some).map_err(trouble);
        }
        Ok(None)
    }

    fn settled(&self, written: &moment::Written) -> Result<Moment, What> {
        if let Day::Absolute(seconds) = written.day {
            self.tells_zone.set(true);
            let at = Timestamp::from_second(seconds).map_err(|_| What::NoMoment)?;
            return Ok(Moment { date: self.zone.to_datetime(at).date(), seconds });
        }
        if written.is_ambiguous() && self.order.is_none() {
            return Err(What::AmbiguousDate);
        }
        let year = written.year(&self.years);
        if written.is_yearless() && year.is_none() {
            return Err(What::NoYear);
        }
        let date = written.date(self.order, year).ok_or(What::NoMoment)?;
        let clock = written.time.unwrap_or(0) as i32;
        let time = Time::midnight()
            .checked_add(jiff::Span::new().seconds(i64::from(clock)))
            .map_err(|_| What::NoMoment)?;
        let civil = DateTime::from_parts(date, time);
        let seconds = match written.offset {
            Some(offset) => {
                self.tells_zone.set(true);
                TimeZone::UTC.to_timestamp(civil).map_err(|_| What::NoMoment)?.as_second()
                    - i64::from(offset)
            }
            None => self.zone.to_timestamp(civil).map_err(|_| What::NoMoment)?.as_second(),
        };
        Ok(Moment { date, seconds })
    }
}

fn sign(points: u64, commas: u64) -> Option<Decimal> {
    match (points > 0, commas > 0) {
        (true, false) => Some(Decimal::Point),
        (false, true) => Some(Decimal::Comma),
        _ => None,
    }
}
