//! The last sheet: the first futures, for the screen and for other programs, but not for paper.

use rust_xlsxwriter::{Workbook, XlsxError};

use super::format::Formats;
use super::layout::{self, FIRST, Pages, Printed};
use super::table;
use crate::output::documents::DocumentInput;
use crate::output::words::say;

pub fn sheet(
    book: &mut Workbook,
    told: &DocumentInput,
    formats: &Formats,
) -> Result<(), XlsxError> {
    let Some(grid) = table::filled(told, "Trials") else { return Ok(()) };
    let message = say!(told.locale(), "sheet-futures", n = grid.rows.len());
    let widths = table::widths(told, &grid);
    let sheet = book.add_worksheet();
    layout::top(sheet, told, ("Trials", &message), formats)?;
    for (column, width) in widths.iter().enumerate() {
        sheet.set_column_width(column as u16, *width)?;
    }
    table::write(sheet, &grid, (FIRST, &widths), formats)?;
    sheet.set_freeze_panes(FIRST + 1, 1)?;
    let last = FIRST + grid.rows.len() as u32;
    sheet.autofilter(FIRST, 0, last, grid.heads.len() as u16 - 1)?;
    // A sheet cannot be kept from the printer, but for its first line.
    layout::print(sheet, told, &Printed { heads: None, last: (0, 15), pages: Pages::One })?;
    table::names(book, told, &grid)
}
