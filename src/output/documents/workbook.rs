//! `report.xlsx`: the answer on its first sheet, every number as a number, charts of its own and a
//! cash flow that recomputes.

mod answer;
mod beside;
mod cash;
pub mod charts;
pub mod format;
mod futures;
pub mod layout;
pub mod native;
mod pictures;
mod table;
pub mod width;

use std::io;

use rust_xlsxwriter::{Workbook, XlsxError};

use super::input::{DocumentInput, failed};
use format::{Formats, properties};
use layout::{PIXELS, ROW, SHEETS};

pub fn make(told: &DocumentInput) -> io::Result<Vec<u8>> {
    build(told).map_err(failed)
}

fn build(told: &DocumentInput) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    book.set_properties(&properties(&told.story.title)?);
    let formats = Formats::of(told);
    // One font everywhere, the usual cells included; the heights and widths are those of Arial 10.
    book.set_default_format(&formats.base, ROW, PIXELS)?;
    // Those without content are left out.
    for (id, _) in SHEETS {
        match id {
            "Answer" => answer::sheet(&mut book, told, &formats)?,
            "Cash flow" => cash::sheet(&mut book, told, &formats)?,
            "Trials" => futures::sheet(&mut book, told, &formats)?,
            _ => {
                if let Some(grid) = table::filled(told, id) {
                    table::sheet(&mut book, told, &grid, &formats)?;
                } else if let Some((page, plot)) = pictures::shown(told, id) {
                    pictures::sheet(&mut book, told, (id, page, &plot), &formats)?;
                }
            }
        }
    }
    book.save_to_buffer()
}
