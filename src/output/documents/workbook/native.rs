//! Native charts of a workbook, and the small workbooks inside the charts of a deck: a block of
//! columns for each series, from which its chart is drawn.

use std::io;

use rust_xlsxwriter::{Workbook, Worksheet, XlsxError};

use super::format::{letters, properties};
use crate::locale::Locale;
use crate::output::documents::input::failed;
use crate::output::native::{Look, Native, Point, Series};
use crate::output::words::Words as _;

/// Columns of a series.
pub const COLUMNS: usize = 3;

/// What stands in the columns of a series.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    X,
    Y,
    Label,
}

impl Column {
    const ALL: [Column; COLUMNS] = [Column::X, Column::Y, Column::Label];

    /// The number of a point in this column.
    pub const fn number(self, point: &Point) -> Option<f64> {
        match self {
            Column::X => Some(point.x),
            Column::Y => Some(point.y),
            Column::Label => None,
        }
    }

    const fn head(self) -> &'static str {
        match self {
            Column::X => "native-x",
            Column::Y => "native-y",
            Column::Label => "native-label",
        }
    }
}

/// Which column of the sheet it is for a series, from zero.
const fn place_of(series: usize, column: Column) -> usize {
    COLUMNS * series + column as usize
}

/// The name of the sheet behind a chart of a deck.
const SHEET: &str = "Data";

/// The cells of so many points of a series; those of none are its name.
pub fn range(series: usize, column: Column, count: usize) -> String {
    let letters = letters(place_of(series, column));
    if count == 0 {
        return format!("{SHEET}!${letters}$1");
    }
    format!("{SHEET}!${letters}$3:${letters}${}", count + 2)
}

/// What a series is called in its sheet.
pub fn head(locale: Locale, series: &Series, place: usize) -> String {
    let id = match series.look {
        Look::Bars { .. } => "native-bars",
        Look::Line(_) => "native-line",
        Look::Dots { .. } => "native-dots",
        Look::Words { .. } => "native-words",
    };
    format!("{} {}", locale.say(id, &[]), place + 1)
}

/// The data of a chart as a workbook of its own.
pub fn embedded(native: &Native, locale: Locale) -> io::Result<Vec<u8>> {
    let make = || {
        let mut book = Workbook::new();
        book.set_properties(&properties("")?);
        let sheet = book.add_worksheet();
        sheet.set_name(SHEET)?;
        for (place, series) in native.series.iter().enumerate() {
            write(sheet, (place, series), locale)?;
        }
        sheet.set_freeze_panes(2, 0)?;
        book.save_to_buffer()
    };
    make().map_err(failed)
}

/// The block of a series: its name, the heads of its columns, and its points.
fn write(
    sheet: &mut Worksheet,
    (place, series): (usize, &Series),
    locale: Locale,
) -> Result<(), XlsxError> {
    let column = |column: Column| place_of(place, column) as u16;
    sheet.write_string(0, column(Column::X), head(locale, series, place))?;
    for part in Column::ALL {
        sheet.write_string(1, column(part), locale.say(part.head(), &[]))?;
    }
    for (row, point) in series.points.iter().enumerate() {
        let Some(point) = point else { continue };
        let row = row as u32 + 2;
        for part in Column::ALL {
            if let Some(number) = part.number(point) {
                sheet.write_number(row, column(part), number)?;
            }
        }
        if !point.label.is_empty() {
            sheet.write_string(row, column(Column::Label), point.label.as_str())?;
        }
    }
    Ok(())
}
