//! Workbooks: every sheet as rows of texts, numbers in their shortest form and times as
//! `2026-01-02T03:04:05`.

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};
use std::panic::{self, AssertUnwindSafe};
use std::sync::Arc;

use calamine::{Data, DataRef, ExcelDateTime, Ods, Range, Reader, SheetType, Xls, Xlsb, Xlsx};
use csv::StringRecord;
use zip::{ZipArchive, ZipWriter};

use super::pack::Make;
use super::spread;

/// A sheet: rows from 1, of which those without anything are none.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    pub name: String,
    pub rows: Vec<(u64, StringRecord)>,
}

/// Why a workbook cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    Damaged,
    /// More cells than are held in memory.
    Large,
}

/// A workbook, and whether its formats had to be left out, so that its times are numbers.
pub type Book = (Vec<Sheet>, bool);

/// Bytes of memory of a cell beside its text.
const CELL: usize = size_of::<String>();

/// Bytes of memory of a cell that is read together with all others.
const SPREAD: usize = 100;

/// Columns of a sheet.
const COLUMNS: u32 = 100_000;

/// All sheets with something in them, in the order of the workbook, within so many bytes of memory.
pub fn sheets(bytes: Arc<[u8]>, make: Make, memory: usize) -> Result<Book, Failure> {
    // What a workbook says of its own blocks is not always checked before it is followed.
    panic::catch_unwind(AssertUnwindSafe(|| read(bytes, make, memory)))
        .unwrap_or(Err(Failure::Damaged))
}

fn read(bytes: Arc<[u8]>, make: Make, memory: usize) -> Result<Book, Failure> {
    match make {
        Make::Xml => xml(&bytes, memory),
        Make::Binary => {
            let book = Xlsb::new(Cursor::new(bytes)).map_err(|_| Failure::Damaged)?;
            binary(book, memory).map(|sheets| (sheets, false))
        }
        Make::Blocks => {
            let book = Xls::new(Cursor::new(bytes)).map_err(|_| Failure::Damaged)?;
            ranges(book).map(|sheets| (sheets, false))
        }
        Make::Open => {
            if spread::cells(&content(&bytes).ok_or(Failure::Damaged)?) > (memory / SPREAD) as u64 {
                return Err(Failure::Large);
            }
            let book = Ods::new(Cursor::new(bytes)).map_err(|_| Failure::Damaged)?;
            ranges(book).map(|sheets| (sheets, false))
        }
    }
}

fn xml(bytes: &Arc<[u8]>, memory: usize) -> Result<Book, Failure> {
    let whole = Xlsx::new(Cursor::new(bytes.to_vec()));
    let is_bare = whole.is_err();
    let mut book = whole.or_else(|_| {
        let bare = without_styles(bytes).ok_or(Failure::Damaged)?;
        Xlsx::new(Cursor::new(bare)).map_err(|_| Failure::Damaged)
    })?;
    let (mut sheets, mut left) = (Vec::new(), memory);
    for name in worksheets(&book) {
        let mut cells = book.worksheet_cells_reader(&name).map_err(|_| Failure::Damaged)?;
        let mut grid = Grid::new(&mut left);
        while let Some(cell) = cells.next_cell().map_err(|_| Failure::Damaged)? {
            grid.put(cell.get_position(), text(cell.get_value()))?;
        }
        sheets.push(grid.sheet(name));
    }
    Ok((filled(sheets), is_bare))
}

fn binary(mut book: Xlsb<Cursor<Arc<[u8]>>>, memory: usize) -> Result<Vec<Sheet>, Failure> {
    let (mut sheets, mut left) = (Vec::new(), memory);
    for name in worksheets(&book) {
        let mut cells = book.worksheet_cells_reader(&name).map_err(|_| Failure::Damaged)?;
        let mut grid = Grid::new(&mut left);
        while let Some(cell) = cells.next_cell().map_err(|_| Failure::Damaged)? {
            grid.put(cell.get_position(), text(cell.get_value()))?;
        }
        sheets.push(grid.sheet(name));
    }
    Ok(filled(sheets))
}

fn ranges<B: Reader<Cursor<Arc<[u8]>>>>(mut book: B) -> Result<Vec<Sheet>, Failure> {
    let mut sheets = Vec::new();
    for name in worksheets(&book) {
        let range = book.worksheet_range(&name).map_err(|_| Failure::Damaged)?;
        sheets.push(Sheet { name, rows: rows(&range) });
    }
    Ok(filled(sheets))
}

fn rows(range: &Range<Data>) -> Vec<(u64, StringRecord)> {
    let (above, beside) = range.start().unwrap_or_default();
    let rows = range.rows().enumerate().map(|(place, row)| {
        let mut cells = vec![String::new(); beside as usize];
        cells.extend(row.iter().map(value));
        (u64::from(above) + place as u64 + 1, trimmed(&cells))
    });
    rows.filter(|(_, row)| !row.is_empty()).collect()
}

fn worksheets<B: Reader<R>, R: std::io::Read + std::io::Seek>(book: &B) -> Vec<String> {
    let sheets = book.sheets_metadata().iter();
    let sheets = sheets.filter(|sheet| sheet.typ == SheetType::WorkSheet);
    sheets.map(|sheet| sheet.name.clone()).collect()
}

fn filled(mut sheets: Vec<Sheet>) -> Vec<Sheet> {
    sheets.retain(|sheet| !sheet.rows.is_empty());
    sheets
}

/// Cells as they come, which is not always row by row.
struct Grid<'a> {
    rows: BTreeMap<u32, Vec<String>>,
    left: &'a mut usize,
}

impl<'a> Grid<'a> {
    fn new(left: &'a mut usize) -> Grid<'a> {
        Grid { rows: BTreeMap::new(), left }
    }

    fn put(&mut self, (row, column): (u32, u32), text: String) -> Result<(), Failure> {
        if text.is_empty() {
            return Ok(());
        }
        let cells = self.rows.entry(row).or_default();
        let width = column as usize + 1;
        let bytes = width.saturating_sub(cells.len()) * CELL + text.len();
        if column >= COLUMNS || bytes > *self.left {
            return Err(Failure::Large);
        }
        *self.left -= bytes;
        if width > cells.len() {
            cells.resize(width, String::new());
        }
        cells[column as usize] = text;
        Ok(())
    }

    fn sheet(self, name: String) -> Sheet {
        let rows = self.rows.into_iter().map(|(row, cells)| (u64::from(row) + 1, trimmed(&cells)));
        Sheet { name, rows: rows.filter(|(_, row)| !row.is_empty()).collect() }
    }
}

/// Without what is empty at the end.
fn trimmed(cells: &[String]) -> StringRecord {
    let width = cells.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1);
    cells[..width].iter().map(String::as_str).collect()
}

fn value(value: &Data) -> String {
    match value {
        Data::Int(number) => number.to_string(),
        Data::Float(number) => number.to_string(),
        Data::String(text) => plain(text),
        Data::Bool(value) => value.to_string(),
        Data::DateTime(time) => moment(time),
        Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
        Data::Error(error) => error.to_string(),
        Data::Empty => String::new(),
    }
}

fn text(value: &DataRef) -> String {
    match value {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::String(text) => plain(text),
        DataRef::SharedString(text) => plain(text),
        DataRef::Bool(value) => value.to_string(),
        DataRef::DateTime(time) => moment(time),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::Error(error) => error.to_string(),
        DataRef::Empty => String::new(),
    }
}

/// A text with line feeds where a workbook writes returns by their number.
fn plain(text: &str) -> String {
    if !text.contains('_') && !text.contains('\r') {
        return text.to_owned();
    }
    let text = text.replace("_x000D_", "\r").replace("_x000d_", "\r");
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// A moment as ISO 8601; a duration, and a time without a day, as hours, minutes, seconds.
fn moment(time: &ExcelDateTime) -> String {
    let days = time.as_f64();
    if time.is_duration() || (0.0..1.0).contains(&days) {
        let seconds = (days * 86_400.0).round() as i64;
        let (sign, seconds) = (if seconds < 0 { "-" } else { "" }, seconds.unsigned_abs());
        let (hours, minutes) = (seconds / 3_600, seconds / 60 % 60);
        return format!("{sign}{hours:02}:{minutes:02}:{:02}", seconds % 60);
    }
    let (year, month, day, hour, minute, second, milli) = time.to_ymd_hms_milli();
    let written = jiff::civil::DateTime::new(
        year as i16,
        month as i8,
        day as i8,
        hour as i8,
        minute as i8,
        second as i8,
        i32::from(milli) * 1_000_000,
    );
    let rounded = written.and_then(|moment| moment.round(jiff::Unit::Second));
    match rounded {
        Ok(moment) => moment.strftime("%Y-%m-%dT%H:%M:%S").to_string(),
        // A spreadsheet has a day that no calendar has.
        Err(_) => format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}"),
    }
}

/// The cells of an open document, as they are written.
fn content(bytes: &Arc<[u8]>) -> Option<Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(Arc::clone(bytes))).ok()?;
    let mut xml = Vec::new();
    archive.by_name("content.xml").ok()?.read_to_end(&mut xml).ok()?;
    Some(xml)
}

/// The same workbook without its formats, which some programs write in a way that nobody can read.
fn without_styles(bytes: &Arc<[u8]>) -> Option<Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(Arc::clone(bytes))).ok()?;
    let mut bare = ZipWriter::new(Cursor::new(Vec::new()));
    for place in 0..archive.len() {
        let member = archive.by_index_raw(place).ok()?;
        let name = member.name().ok()?.to_ascii_lowercase();
        if !name.ends_with("/styles.xml") && !name.contains("/theme/") {
            bare.raw_copy_file(member).ok()?;
        }
    }
    bare.flush().ok()?;
    bare.finish().ok().map(Cursor::into_inner)
}
