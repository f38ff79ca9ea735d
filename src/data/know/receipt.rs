//! Receipts: how a file was understood.

use jiff::Timestamp;
use jiff::civil::{Date, date};
use jiff::tz::TimeZone;

use super::days::{self, gaps};
use super::heading::Found;
use super::kinds::Kind;
use crate::read::{File, Part};
use crate::shape::{Export, Receipt, Seconds, Shape};

/// How many rows of each shape there are.
#[derive(Clone, Copy, Debug)]
pub struct Lengths {
    pub posts: usize,
    days: usize,
    messages: usize,
    tickets: usize,
    leads: usize,
    audience: usize,
}

impl Lengths {
    pub fn of(export: &Export) -> Lengths {
        Lengths {
            posts: export.posts.len(),
            days: export.days.len(),
            messages: export.messages.len(),
            tickets: export.tickets.len(),
            leads: export.leads.len(),
            audience: export.audience.len(),
        }
    }

    /// Takes away what came since.
    pub fn cut(&self, export: &mut Export) {
        export.posts.truncate(self.posts);
        export.days.truncate(self.days);
        export.messages.truncate(self.messages);
        export.tickets.truncate(self.tickets);
        export.leads.truncate(self.leads);
        export.audience.truncate(self.audience);
    }
}

/// A receipt of a part that is known, without what its rows say.
pub fn of(file: &File, part: &Part, kind: &Kind, found: &Found) -> Receipt {
    let heading = |place: &usize| found.headings.get(*place).cloned().unwrap_or_default();
    let mut columns: Vec<(usize, String, String)> = Vec::new();
    for (field, places) in &found.columns {
        columns.extend(places.iter().map(|place| (*place, field.id(), heading(place))));
    }
    columns.sort();
    let is_used = |place: usize| columns.iter().any(|(used, ..)| *used == place);
    let ignored = (0..found.headings.len()).filter(|&place| !is_used(place));
    let needed = kind.needs.iter().flatten();
    let known_by = needed.filter_map(|need| {
        let (_, places) = found.columns.iter().find(|(field, _)| field == need)?;
        Some(heading(places.first()?))
    });
    let mut made = plain(file, part, kind);
    made.known_by = known_by.collect();
    made.ignored = ignored.map(|place| heading(&place)).filter(|name| !name.is_empty()).collect();
    made.columns = columns.into_iter().map(|(_, field, heading)| (field, heading)).collect();
    made
}

/// A receipt of a part that has no headings of its own.
pub fn plain(file: &File, part: &Part, kind: &Kind) -> Receipt {
    Receipt {
        file: part.name.clone(),
        hash: file.hash.clone(),
        sheet: part.sheet.clone(),
        block: part.path().map(str::to_owned),
        kind: kind.id.clone(),
        shape: kind.shape,
        known_by: Vec::new(),
        encoding: part.encoding.clone(),
        delimiter: part.delimiter,
        rows: 0,
        used: 0,
        left_out: Vec::new(),
        from: None,
        to: None,
        gaps: Vec::new(),
        zone: kind.zone.clone(),
        columns: Vec::new(),
        ignored: Vec::new(),
        exported: exported(&part.name),
        remarks: part.remarks.clone(),
    }
}

/// Fills in what only the rows say: the period, gaps, and when it was exported.
pub fn finish(export: &mut Export) {
    let zones: Vec<TimeZone> = export
        .receipts
        .iter()
        .map(|receipt| {
            let named = receipt.zone.as_deref().and_then(|name| TimeZone::get(name).ok());
            named.unwrap_or(TimeZone::UTC)
        })
        .collect();
    let mut all: Vec<Vec<i32>> = vec![Vec::new(); export.receipts.len()];
    let local = |receipt: u32, at: Option<Seconds>| {
        let at = Timestamp::from_second(at?).ok()?;
        Some(days::number(zones[receipt as usize].to_datetime(at).date()))
    };
    let mut add = |receipt: u32, day: Option<i32>| {
        let of = &mut all[receipt as usize];
        // Most rows are of the day of the one before.
        of.extend(day.filter(|day| of.last() != Some(day)));
    };
    export.posts.iter().for_each(|row| add(row.receipt, local(row.receipt, row.at)));
    export.days.iter().for_each(|row| add(row.receipt, Some(row.date)));
    export.messages.iter().for_each(|row| add(row.receipt, local(row.receipt, row.at)));
    export.tickets.iter().for_each(|row| add(row.receipt, local(row.receipt, row.at)));
    export.leads.iter().for_each(|row| add(row.receipt, local(row.receipt, row.at)));
    for (receipt, days) in export.receipts.iter_mut().zip(all) {
        receipt.from = days.iter().min().copied();
        receipt.to = days.iter().max().copied();
        if receipt.shape == Shape::Days {
            let gaps = gaps(&days);
            // Where most steps are longer than a day, rows are of weeks or months.
            let is_daily = gaps.len() * 2 < days.len();
            receipt.gaps = if is_daily { gaps } else { Vec::new() };
        }
        receipt.exported = receipt.exported.max(receipt.to);
    }
}

/// The last date in the name of a file: `Jan-14-2025_Apr-14-2025_posts.csv`, `2026-01-31`.
fn exported(name: &str) -> Option<i32> {
    dates(name).into_iter().max().map(days::number)
}

/// The years that the name of a file has, the earlier first.
pub fn years(name: &str) -> Vec<i16> {
    let stem = name.rsplit('/').next().unwrap_or_default();
    let figures = stem.split(|c: char| !c.is_ascii_digit());
    let dated = dates(stem).into_iter().map(Date::year);
    let alone = figures.filter(|figures| figures.len() == 4).filter_map(|year| year.parse().ok());
    let mut years: Vec<i16> =
        dated.chain(alone).filter(|year| (1990..2100).contains(year)).collect();
    years.sort_unstable();
    years.dedup();
    years
}

fn dates(name: &str) -> Vec<Date> {
    let stem = name.rsplit('/').next().unwrap_or_default();
    let words: Vec<&str> = stem.split(|c: char| !c.is_ascii_alphanumeric()).collect();
    let figure = |word: &str| word.parse::<i16>().ok();
    let whole = words.iter().filter(|word| word.len() == 8).filter_map(|word| {
        let number = word.parse::<i32>().ok()?;
        let (year, month, day) = (number / 10_000, number / 100 % 100, number % 100);
        Date::new(year as i16, month as i8, day as i8).ok()
    });
    words
        .windows(3)
        .filter_map(|three| {
            let [first, second, third] = three else { return None };
            if let (Some(month), Some(day), Some(year)) =
                (month(first), figure(second), figure(third).filter(|_| third.len() == 4))
            {
                return Date::new(year, month, day as i8).ok();
            }
            let (year, month, day) =
                (figure(first).filter(|_| first.len() == 4)?, figure(second)?, figure(third)?);
            Date::new(year, month as i8, day as i8).ok()
        })
        .chain(whole)
        .filter(|found| *found >= date(1990, 1, 1) && *found < date(2100, 1, 1))
        .collect()
}

fn month(word: &str) -> Option<i8> {
    const MONTHS: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let lower = word.to_ascii_lowercase();
    let place = MONTHS.iter().position(|month| lower.get(..3) == Some(month))?;
    Some(place as i8 + 1)
}
