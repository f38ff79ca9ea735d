//! One table, sheet or list: recognised, and its rows taken.

use std::ops::ControlFlow;

use jiff::tz::TimeZone;
use reachsim_core::diagnostic::{Message, Numeral, message};

use super::field::Field;
use super::fold::fold;
use super::heading::{self, Found, TOP, Top};
use super::kinds::{KINDS, Kind, Order};
use super::personal::Key;
use super::rows::{Skip, Taking};
use super::table::{Table, What};
use super::{audience, blocks, complain, receipt, titled};
use crate::fault::Fault;
use crate::read::{File, Form, Part, Row};
use crate::shape::{Export, Post, Shape, Why};

/// What is asked of all tables.
pub struct Asked<'a> {
    pub zone: Option<&'a TimeZone>,
    pub dates: Option<Order>,
    pub own: Option<&'a Kind>,
    pub won: Vec<String>,
    pub key: &'a Key,
    pub whole: bool,
}

/// Problems of one table that are told.
const TOLD: usize = 20;
/// Rows by which signs and orders are decided at first.
const FIRST: usize = 1_000;

/// Takes the rows of a part.
pub fn take(
    file: &File,
    part: &Part,
    asked: &Asked,
    export: &mut Export,
) -> Result<(), Vec<Fault>> {
    let head = part.head(TOP).map_err(|fault| vec![fault])?;
    let top: Vec<Top> =
        head.iter().map(|row| (row.line, row.cells.iter().map(str::to_owned).collect())).collect();
    if asked.own.is_none() {
        if let Some(kind) = titled::kind(&top, part) {
            return titled::take(file, part, kind, asked.dates, export);
        }
        if let Some(kind) = audience::kind(&top) {
            return audience::take(file, part, kind, export);
        }
    }
    let given: Vec<Top> = top.into_iter().filter(|(_, cells)| blocks::filled(cells) > 1).collect();
    let found = heading::find(&given, part.path(), part.beside(), asked.own)
        .map_err(|nearest| vec![complain::unknown(part, nearest.as_ref())])?;
    Reader { file, part, asked, found }.take(export)
}

struct Reader<'a, 'k> {
    file: &'a File,
    part: &'a Part,
    asked: &'a Asked<'a>,
    found: Found<'k>,
}

/// What came of the rows.
#[derive(Default)]
struct Tally {
    rows: u64,
    left_out: Vec<(Why, u64)>,
    short: u64,
    faults: Vec<Fault>,
    /// Sums that a row of sums names, by field.
    totals: Vec<(Field, f64)>,
    total_line: u64,
    strange: Option<String>,
    rounded: u64,
    /// A cell that only a look at all rows can settle.
    unsettled: bool,
}

impl Tally {
    fn skip(&mut self, why: Why) {
        match self.left_out.iter_mut().find(|(of, _)| *of == why) {
            Some((_, rows)) => *rows += 1,
            None => self.left_out.push((why, 1)),
        }
    }
}

impl<'k> Reader<'_, 'k> {
    fn take(&self, export: &mut Export) -> Result<(), Vec<Fault>> {
        let mut table = self.table(Some(FIRST))?;
        let before = receipt::Lengths::of(export);
        let mut tally = self.rows(&table, export, false)?;
        if tally.unsettled {
            before.cut(export);
            table = self.table(None)?;
            tally = self.rows(&table, export, true)?;
        }
        if !tally.faults.is_empty() {
            return Err(tally.faults);
        }
        if self.asked.whole
            && let Some((rows, sum, total)) = cut(&tally.totals, &before, export)
        {
            return Err(vec![complain::cut(self.part, tally.total_line, rows, sum, total)]);
        }
        self.receipt(&table, tally, &before, export);
        Ok(())
    }

    /// The table with what the first rows, or all, show of its columns.
    fn table(&self, rows: Option<usize>) -> Result<Table<'k>, Vec<Fault>> {
        let kind = self.found.kind;
        let own = kind.zone.as_deref().and_then(|name| TimeZone::get(name).ok());
        let zone = own.as_ref().or(self.asked.zone).unwrap_or(&TimeZone::UTC).clone();
        let years = receipt::years(&self.part.name);
        let mut table = Table::new(self.found.clone(), self.asked.dates, years, zone);
        let mut seen = 0;
        let visit = &mut |row: Row| {
            if row.line > self.found.line || self.found.line == 0 {
                table.survey(row.cells);
                seen += 1;
            }
            if rows.is_some_and(|most| seen >= most) {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        };
        self.part.each(visit).map_err(|fault| vec![fault])?;
        table.decide(self.asked.dates).map_err(|column| {
            let heading = &self.found.headings[column];
            vec![complain::both_orders(self.part, self.found.line, column, heading)]
        })?;
        Ok(table)
    }

    fn rows(
        &self,
        table: &Table<'k>,
        export: &mut Export,
        is_settled: bool,
    ) -> Result<Tally, Vec<Fault>> {
        let mut tally = Tally::default();
        let folded: Vec<String> = self.found.headings.iter().map(|cell| fold(cell)).collect();
        let receipt = export.receipts.len() as u32;
        let mut is_first = true;
        let visit = &mut |row: Row| {
            if (row.line <= self.found.line && self.found.line > 0) || row.cells.is_empty() {
                return ControlFlow::Continue(());
            }
            // A list has its headings in line 0.
            if self.found.line == 0 && row.line == 0 {
                return ControlFlow::Continue(());
            }
            if is_first {
                is_first = false;
                let cells: Vec<String> = row.cells.iter().map(str::to_owned).collect();
                if heading::describes(&cells) {
                    return ControlFlow::Continue(());
                }
            }
            tally.rows += 1;
            let skip = match self.of_no_row(table, &row, &folded) {
                Some(why) => Err(Skip::Why(why)),
                None => self.row(table, &row, receipt, &mut tally, export),
            };
            match skip {
                Ok(()) => {
                    // Rows of a sheet end with their last cell.
                    let is_short = row.cells.len() < self.found.headings.len();
                    tally.short += u64::from(is_short && self.part.form == Form::Text);
                }
                Err(Skip::Why(Why::Total)) => {
                    tally.totals = totals(table, row.cells);
                    tally.total_line = row.line;
                    tally.skip(Why::Total);
                }
                Err(Skip::Why(why)) => tally.skip(why),
                Err(Skip::Trouble(trouble)) => {
                    let is_open =
                        matches!(trouble.what, What::AmbiguousNumber | What::AmbiguousDate);
                    if is_open && !is_settled {
                        tally.unsettled = true;
                        return ControlFlow::Break(());
                    }
                    let heading = &self.found.headings[trouble.column];
                    let cell = row.cells.get(trouble.column).unwrap_or_default();
                    tally.faults.push(complain::cell(self.part, row.line, trouble, heading, cell));
                    // What all rows share is told once.
                    if tally.faults.len() >= TOLD || is_open || trouble.what == What::NoYear {
                        return ControlFlow::Break(());
                    }
                }
            }
            ControlFlow::Continue(())
        };
        self.part.each(visit).map_err(|fault| vec![fault])?;
        Ok(tally)
    }

    /// Why a row is none of the shape's.
    fn of_no_row(&self, table: &Table, row: &Row, folded: &[String]) -> Option<Why> {
        let cells = row.cells;
        if cells.iter().all(|cell| cell.trim().is_empty()) {
            return Some(Why::Empty);
        }
        let first = cells.get(0).unwrap_or_default();
        // A number is neither.
        let is_word = first.len() < 80 && !first.starts_with(|c: char| c.is_ascii_digit());
        if is_word && first.len() < 40 && KINDS.total.contains(&fold(first)) {
            return Some(Why::Total);
        }
        if first.starts_with('#') && cells.iter().skip(1).all(|cell| cell.trim().is_empty()) {
            return Some(Why::Empty);
        }
        let is_heading = is_word
            && folded.first().is_some_and(|heading| fold(first) == *heading && !heading.is_empty());
        if is_heading && cells.iter().zip(folded).all(|(cell, of)| fold(cell) == *of) {
            return Some(Why::Heading);
        }
        let failed = table.words(cells, Field::Failed);
        if !failed.is_empty() {
            let failed = fold(failed);
            let is_told = KINDS.failed.iter().any(|start| failed.starts_with(start));
            if is_told || (table.has(Field::Id) && table.words(cells, Field::Id).is_empty()) {
                return Some(Why::Failed);
            }
        }
        None
    }

    fn row(
        &self,
        table: &Table<'k>,
        row: &Row,
        receipt: u32,
        tally: &mut Tally,
        export: &mut Export,
    ) -> Result<(), Skip> {
        if table.has(Field::Id) && super::rows::is_rounded(table.words(row.cells, Field::Id)) {
            tally.rounded += 1;
        }
        let mut taking = Taking {
            table,
            cells: row.cells,
            line: row.line,
            receipt,
            key: self.asked.key,
            won: &self.asked.won,
            strange: &mut tally.strange,
        };
        match self.found.kind.shape {
            Shape::Posts => {
                let post = taking.post(export)?;
                export.posts.push(post);
            }
            Shape::Messages => {
                let message = taking.message(export)?;
                export.messages.push(message);
            }
            Shape::Tickets => {
                let ticket = taking.ticket(export)?;
                export.tickets.push(ticket);
            }
            Shape::Leads => {
                let lead = taking.lead(export)?;
                export.leads.push(lead);
            }
            Shape::Days => {
                let days = taking.days(export)?;
                if days.is_empty() {
                    return Err(Skip::Why(Why::Empty));
                }
                export.days.extend(days);
            }
            Shape::Audience => return Err(Skip::Why(Why::Empty)),
        }
        Ok(())
    }

    fn receipt(&self, table: &Table, tally: Tally, before: &receipt::Lengths, export: &mut Export) {
        let kind = self.found.kind;
        let mut made = receipt::of(self.file, self.part, kind, &self.found);
        let left: u64 = tally.left_out.iter().map(|(_, rows)| rows).sum();
        (made.rows, made.used) = (tally.rows, tally.rows - left);
        made.left_out = tally.left_out;
        made.zone = match (&kind.zone, self.asked.zone) {
            (Some(zone), _) => Some(zone.clone()),
            (None, Some(zone)) => zone.iana_name().map(str::to_owned),
            (None, None) => table.tells_zone().then(|| "UTC".to_owned()),
        };
        let remarks = &mut made.remarks;
        if tally.short > 0 {
            remarks.push(message!(
                "{count} rows are shorter than the headings: what they lack is taken as not given",
                count = tally.short
            ));
        }
        if tally.rounded > 0 {
            remarks.push(message!(
                "a spreadsheet rounded {count} ids away: the rows are not told apart by them",
                count = tally.rounded
            ));
        }
        if let Some(word) = tally.strange {
            remarks.push(message!("`{word}` is no tone that is known, and counts as none", word));
        }
        remarks.extend(cut(&tally.totals, before, export).map(|(rows, sum, total)| {
            message!(
                "the list is cut: its {rows} rows have {sum} of the {total} that it names as the total",
                rows,
                sum,
                total
            )
        }));
        remarks.extend(unseen(&mut export.posts[before.posts..]));
        export.receipts.push(made);
    }
}

/// The numbers of a row of sums.
fn totals(table: &Table, cells: &csv::StringRecord) -> Vec<(Field, f64)> {
    let additive = [Field::Views, Field::Impressions, Field::Reactions, Field::Comments];
    let read = |field: Field| Some((field, table.number(cells, field).ok()??));
    additive.into_iter().filter_map(read).collect()
}

/// Takes views of 0 of posts that reached people as not given; what is to be said of it.
fn unseen(posts: &mut [Post]) -> Option<Message> {
    let mut count = 0_u64;
    for post in posts {
        if post.views == Some(0.0) && post.reach.is_some_and(|reach| reach > 0.0) {
            post.views = None;
            count += 1;
        }
    }
    (count > 0).then(|| {
        message!(
            "{count} posts reached people and have 0 views: these views are taken as not given",
            count
        )
    })
}

/// Rows, their sum and the total that the list names, where that is more.
fn cut(
    totals: &[(Field, f64)],
    before: &receipt::Lengths,
    export: &Export,
) -> Option<(u64, Numeral, Numeral)> {
    let posts = &export.posts[before.posts..];
    totals.iter().find_map(|&(field, total)| {
        let of = |post: &Post| match field {
            Field::Views => post.views,
            Field::Impressions => post.impressions,
            Field::Reactions => post.reactions,
            _ => post.comments,
        };
        let sum: f64 = posts.iter().filter_map(of).sum();
        (sum < total * 0.999).then(|| {
            let number = |value: f64| Numeral(format!("{value:.0}"));
            (posts.len() as u64, number(sum), number(total))
        })
    })
}
