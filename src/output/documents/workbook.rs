//! `report.xlsx`: every number as a number, with charts of its own and a cash flow that recomputes.

mod cash;
pub mod charts;
pub mod format;
pub mod native;

use std::io;

use rust_xlsxwriter::{Workbook, XlsxError};

use super::input::{DocumentInput, failed};
use crate::output::story::{Cell, Grid};
use format::{Formats, letters, properties, top};

/// What a sheet, or several in a row, are made from.
enum Sheets {
    Grid(&'static str),
    /// One for each picture that has a sheet.
    Pictures,
    CashFlow,
}

/// The sheets in their order; those without content are left out.
const ORDER: [Sheets; 12] = [
    Sheets::Grid("Summary"),
    Sheets::Grid("Inputs"),
    Sheets::Grid("Weekly"),
    Sheets::Pictures,
    Sheets::Grid("Streams"),
    Sheets::Grid("Costs"),
    Sheets::CashFlow,
    Sheets::Grid("Variants"),
    Sheets::Grid("Drivers"),
    Sheets::Grid("Trials"),
    Sheets::Grid("Sources"),
    Sheets::Grid("Glossary"),
];

pub fn make(told: &DocumentInput) -> io::Result<Vec<u8>> {
    build(told).map_err(failed)
}

fn build(told: &DocumentInput) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    book.set_properties(&properties(&told.story.title)?);
    let formats = Formats::of(told);
    for sheets in ORDER {
        match sheets {
            Sheets::Grid(name) => {
                let mut grids = told.story.grids.iter().chain(&told.stories.grids);
                if let Some(grid) = grids.find(|grid| grid.name == name) {
                    sheet(&mut book, told, grid, &formats)?;
                }
            }
            Sheets::Pictures => {
                for page in &told.story.pages {
                    if let Some(name) = told.picture(page).and_then(|found| found.chart.sheet) {
                        charts::sheet(&mut book, told, page, name, &formats)?;
                    }
                }
            }
            Sheets::CashFlow => cash::sheet(&mut book, told, &formats)?,
        }
    }
    book.save_to_buffer()
}

/// One grid with its heads frozen, its numbers as numbers, and a name for each column.
fn sheet(
    book: &mut Workbook,
    told: &DocumentInput,
    grid: &Grid,
    formats: &Formats,
) -> Result<(), XlsxError> {
    let mut names = Vec::new();
    let sheet = book.add_worksheet();
    sheet.set_name(&grid.name)?;
    let message = match grid.name.as_str() {
        "Summary" => told.story.pages.first().map_or("", |page| page.title.as_str()),
        _ => "",
    };
    let first = top(sheet, told, message, formats)?;
    for (column, head) in grid.heads.iter().enumerate() {
        let column = column as u16;
        sheet.write_with_format(first, column, head.as_str(), &formats.head)?;
        sheet.set_column_width(column, width(grid, usize::from(column)))?;
    }
    for (row, cells) in grid.rows.iter().enumerate() {
        let row = first + 1 + row as u32;
        if let Some(height) = tall(cells, grid) {
            sheet.set_row_height(row, height)?;
        }
        for (column, cell) in cells.iter().enumerate() {
            let column = column as u16;
            match cell {
                Cell::Text(text) if text.is_empty() => {}
                Cell::Text(text) => {
                    sheet.write_string_with_format(row, column, text.as_str(), &formats.text)?;
                }
                Cell::Number(value, style) if value.is_finite() => {
                    sheet.write_number_with_format(
                        row,
                        column,
                        *value,
                        formats.of_style(*style),
                    )?;
                }
                Cell::Number(..) => {}
            }
        }
    }
    let frozen = u16::from(matches!(
        grid.name.as_str(),
        "Summary" | "Inputs" | "Weekly" | "Trials" | "Variants"
    ));
    sheet.set_freeze_panes(first + 1, frozen)?;
    if !grid.rows.is_empty() && !grid.heads.is_empty() {
        let last = first + grid.rows.len() as u32;
        sheet.autofilter(first, 0, last, grid.heads.len() as u16 - 1)?;
        names.push((
            format!("{}_data", grid.name.replace(' ', "_")),
            format!(
                "='{}'!$A${}:${}${}",
                grid.name,
                first + 2,
                letters(grid.heads.len() - 1),
                last + 1
            ),
        ));
    }
    charts::beside(sheet, told, grid, first)?;
    if grid.name == "Summary" {
        for (row, cells) in grid.rows.iter().enumerate() {
            if let Some(Cell::Text(id)) = cells.get(1)
                && !id.contains('.')
            {
                // The mean of each metric by its id.
                names.push((
                    format!("mean_{id}"),
                    format!("=Summary!$D${}", first + 2 + row as u32),
                ));
            }
        }
    }
    for (name, formula) in names {
        if is_name(&name) {
            book.define_name(name, &formula)?;
        }
    }
    Ok(())
}

/// The height of a row whose words take several lines; programs do not measure them themselves.
fn tall(cells: &[Cell], grid: &Grid) -> Option<f64> {
    if grid.rows.len() > 400 {
        return None;
    }
    let lines = cells.iter().enumerate().map(|(column, cell)| match cell {
        Cell::Text(text) => {
            (text.chars().count() as f64 * 1.05 / (width(grid, column) - 1.0)).ceil()
        }
        Cell::Number(..) => 1.0,
    });
    Some(lines.fold(1.0, f64::max)).filter(|lines| *lines > 1.0).map(|lines| 13.5 * lines + 1.5)
}

/// What a workbook takes for a name.
fn is_name(name: &str) -> bool {
    name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_') && name.len() < 200
}

/// The width of a column: of its longest word or number, within reason.
fn width(grid: &Grid, column: usize) -> f64 {
    let texts = grid.rows.iter().take(200).filter_map(|row| match row.get(column) {
        Some(Cell::Text(text)) => Some(text.chars().count()),
        _ => None,
    });
    let longest = texts
        .max()
        .unwrap_or(0)
        .max(grid.heads.get(column).map_or(0, |head| head.chars().count().min(18)));
    (longest as f64 + 2.0).clamp(11.0, 46.0)
}
