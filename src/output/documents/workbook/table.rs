//! A grid as a table: its heads with their keys as comments, its numbers as numbers, and a name for
//! its cells.

use rust_xlsxwriter::{Note, Workbook, Worksheet, XlsxError};

use super::beside;
use super::format::{Formats, letters};
use super::layout::{self, FIRST, Pages, Printed};
use super::width;
use crate::output::documents::DocumentInput;
use crate::output::story::{Cell, Grid};

/// Rows beyond which none is looked at for its height: their words are short.
const TALL: usize = 400;

/// One grid on a sheet of its own, with its heads frozen.
pub fn sheet(
    book: &mut Workbook,
    told: &DocumentInput,
    grid: &Grid,
    formats: &Formats,
) -> Result<(), XlsxError> {
    let title = message(told, grid);
    let sheet = book.add_worksheet();
    layout::top(sheet, told, (&grid.id, &title), formats)?;
    let widths = widths(told, grid);
    for (column, width) in widths.iter().enumerate() {
        sheet.set_column_width(column as u16, *width)?;
    }
    write(sheet, grid, (FIRST, &widths), formats)?;
    let last = FIRST + grid.rows.len() as u32;
    sheet.set_freeze_panes(FIRST + 1, 1)?;
    sheet.autofilter(FIRST, 0, last, grid.heads.len() as u16 - 1)?;
    let chart = beside::chart(sheet, told, grid, &title)?;
    let printed = Printed {
        heads: Some(FIRST),
        last: chart
            .map_or((last, printed_columns(&widths)), |(row, column)| (row.max(last), column)),
        pages: Pages::Wide,
    };
    layout::print(sheet, told, &printed)?;
    names(book, told, grid)
}

/// The message above a table.
pub fn message(told: &DocumentInput, grid: &Grid) -> String {
    let page = |id: &str| told.story.pages.iter().find(|page| page.id == id);
    let found = match grid.id.as_str() {
        "Summary" => page("answer"),
        "All figures" => page("figures"),
        "Receipts" => page("receipts"),
        "Learnt" => page("keys"),
        "Totals" => page("totals"),
        "Variants" => page("ranges"),
        "Drivers" => page("tornado").or_else(|| page("driver")),
        _ => None,
    };
    match found {
        Some(page) => page.title.clone(),
        None => beside::message(told, grid),
    }
}

/// A grid with its numbers; none where it has no rows.
pub fn filled(told: &DocumentInput, id: &str) -> Option<Grid> {
    let mut grid = told.story.grids.iter().find(|grid| grid.id == id)?.clone();
    if let Some(numbers) = told.stories.numbers.iter().find(|numbers| numbers.id == id) {
        grid.rows = numbers.rows();
    }
    (!grid.rows.is_empty()).then_some(grid)
}

/// The widths of the columns.
pub fn widths(told: &DocumentInput, grid: &Grid) -> Vec<f64> {
    (0..grid.heads.len()).map(|place| width::column(grid, place, told)).collect()
}

/// The widest table that can be read on paper, in digits.
const PAPER: f64 = 260.0;

/// The last column that is printed: what is wider than paper is for the screen.
fn printed_columns(widths: &[f64]) -> u16 {
    let mut sum = 0.0;
    let fitting = widths.iter().take_while(|width| {
        sum += **width;
        sum <= PAPER
    });
    (fitting.count().max(1) - 1) as u16
}

/// Heads and rows from a row on, in columns of these widths.
pub fn write(
    sheet: &mut Worksheet,
    grid: &Grid,
    (first, widths): (u32, &[f64]),
    formats: &Formats,
) -> Result<(), XlsxError> {
    for (column, head) in grid.heads.iter().enumerate() {
        let is_number =
            grid.rows.iter().any(|row| matches!(row.get(column), Some(Cell::Number(..))));
        let format = match column {
            _ if is_number => &formats.head_number,
            0 => &formats.head,
            _ => &formats.head_in,
        };
        sheet.write_with_format(first, column as u16, head.words.as_str(), format)?;
        if !head.key.is_empty() {
            let note = Note::new(head.key.as_str()).add_author_prefix(false);
            sheet.insert_note(first, column as u16, &note)?;
        }
    }
    sheet.set_row_height(first, width::heads(grid, widths))?;
    for (place, cells) in grid.rows.iter().enumerate() {
        let row = first + 1 + place as u32;
        if let Some(height) = width::row(cells, widths).filter(|_| grid.rows.len() <= TALL) {
            sheet.set_row_height(row, height)?;
        }
        for (column, cell) in cells.iter().enumerate() {
            write_cell(sheet, (row, column as u16), cell, formats)?;
        }
    }
    Ok(())
}

fn write_cell(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    cell: &Cell,
    formats: &Formats,
) -> Result<(), XlsxError> {
    match cell {
        Cell::Text(text) if !text.is_empty() => {
            let format = if column == 0 { &formats.text } else { &formats.text_in };
            sheet.write_string_with_format(row, column, text.as_str(), format)?;
        }
        Cell::Number(value, style) if value.is_finite() => {
            sheet.write_number_with_format(row, column, *value, formats.number(*style))?;
        }
        Cell::Text(_) | Cell::Number(..) => {}
    }
    Ok(())
}

/// Names of the table and, for the summary, of the mean of each metric; English in every language.
pub fn names(book: &mut Workbook, told: &DocumentInput, grid: &Grid) -> Result<(), XlsxError> {
    name_at(book, told, (grid, &grid.id), FIRST)?;
    if grid.id == "Summary" {
        let on = layout::name(told.locale(), &grid.id);
        for (row, cells) in grid.rows.iter().enumerate() {
            if let Some(Cell::Text(id)) = cells.last()
                && !id.contains('.')
            {
                let mean = format!("='{on}'!$C${}", FIRST as usize + 2 + row);
                define(book, &format!("mean_{id}"), &mean)?;
            }
        }
    }
    Ok(())
}

/// A name for the cells of a table whose heads stand in a row of a sheet.
pub fn name_at(
    book: &mut Workbook,
    told: &DocumentInput,
    (grid, sheet): (&Grid, &str),
    heads: u32,
) -> Result<(), XlsxError> {
    let on = layout::name(told.locale(), sheet);
    let last = heads as usize + grid.rows.len() + 1;
    let data = format!("='{on}'!$A${}:${}${last}", heads + 2, letters(grid.heads.len() - 1));
    define(book, &format!("{}_data", grid.id.replace(' ', "_")), &data)
}

/// Defines what a workbook takes for a name.
fn define(book: &mut Workbook, name: &str, formula: &str) -> Result<(), XlsxError> {
    let is_name = name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_') && name.len() < 200;
    if is_name {
        book.define_name(name, formula)?;
    }
    Ok(())
}
