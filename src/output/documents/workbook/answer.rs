//! The first sheet: the answer, every target, the key figures, two charts, what moves it, what to
//! do, what to measure and what was assumed.

use rust_xlsxwriter::{Chart, Format, Workbook, Worksheet, XlsxError};

use super::charts::chart_of;
use super::format::Formats;
use super::layout::{self, FIRST, PIXELS, Pages, Printed, across};
use super::{beside, pictures, table, width};
use crate::output::documents::DocumentInput;
use crate::output::story::Grid;
use crate::output::words::Words as _;

/// Columns of the tables; the first two hold words.
const COLUMNS: u16 = 6;
/// A chart, in pixels.
const HEIGHT: u32 = 330;

pub fn sheet(
    book: &mut Workbook,
    told: &DocumentInput,
    formats: &Formats,
) -> Result<(), XlsxError> {
    let answer = &told.story.answer;
    let tables: Vec<Grid> =
        ["Targets", "Figures"].iter().filter_map(|id| table::filled(told, id)).collect();
    let widths = widths(told, &tables);
    let wide: f64 = widths.iter().sum();
    let sheet = book.add_worksheet();
    layout::top(sheet, told, ("Answer", &answer.headline), formats)?;
    for (column, width) in widths.iter().enumerate() {
        sheet.set_column_width(column as u16, *width)?;
    }
    let mut row = FIRST;
    for text in [&answer.figure, &answer.average] {
        if !text.is_empty() {
            across(sheet, (row, COLUMNS - 1), (text, &formats.strong), wide / 1.2)?;
            row += 1;
        }
    }
    let mut places = Vec::new();
    for grid in &tables {
        row += 1;
        table::write(sheet, grid, (row, &widths), formats)?;
        places.push((grid, row));
        row += 1 + grid.rows.len() as u32;
    }
    // Seven pixels a digit, and five a column.
    row = charts(sheet, told, (row + 1, (wide * 7.0) as u32 + 5 * u32::from(COLUMNS)))?;
    row = words(sheet, told, (row + 1, wide), formats)?;
    layout::print(
        sheet,
        told,
        &Printed { heads: None, last: (row, COLUMNS - 1), pages: Pages::One },
    )?;
    sheet.set_print_center_horizontally(true);
    sheet.set_active(true);
    for (grid, row) in places {
        table::name_at(book, told, (grid, "Answer"), row)?;
    }
    Ok(())
}

/// Widths that fit all tables of the sheet.
fn widths(told: &DocumentInput, tables: &[Grid]) -> Vec<f64> {
    let fits = |place: usize| {
        tables.iter().map(|grid| width::column(grid, place, told)).fold(least(place), f64::max)
    };
    (0..usize::from(COLUMNS)).map(fits).collect()
}

/// The narrowest column: together they fill a page of the shape of paper.
const fn least(place: usize) -> f64 {
    match place {
        0 => 48.0,
        1 => 26.0,
        _ => 17.0,
    }
}

/// The charts in the order in which they are asked for: how the figure is spread, and what it is
/// made of or moved by.
fn shown(told: &DocumentInput) -> Vec<Chart> {
    let picture = |id: &str| {
        let (page, plot) = pictures::shown(told, id)?;
        let chart = chart_of(&plot, &layout::name(told.locale(), id), FIRST, told.look);
        Some((chart, page.title.clone()))
    };
    let drivers = || {
        let grid = table::filled(told, "Drivers")?;
        Some((beside::of(told, &grid)?, table::message(told, &grid)))
    };
    let second = picture("Value").or_else(drivers).or_else(|| picture("Reach"));
    let charts = [picture("Histogram"), second];
    let titled = |(mut chart, title): (Chart, String)| {
        beside::titled(&mut chart, told, &title);
        chart
    };
    charts.into_iter().flatten().map(titled).collect()
}

/// The charts beside each other; returns the row below them.
fn charts(
    sheet: &mut Worksheet,
    told: &DocumentInput,
    (row, wide): (u32, u32),
) -> Result<u32, XlsxError> {
    let mut charts = shown(told);
    let each = wide / 2 - PIXELS / 8;
    for (place, chart) in charts.iter_mut().enumerate() {
        chart.set_width(each).set_height(HEIGHT);
        sheet.insert_chart_with_offset(row, 0, chart, place as u32 * (each + PIXELS / 8), 0)?;
    }
    Ok(if charts.is_empty() { row } else { layout::down(row, HEIGHT) + 1 })
}

/// What moves the answer, what to do, what to measure and what was assumed; returns the last row.
fn words(
    sheet: &mut Worksheet,
    told: &DocumentInput,
    (first, wide): (u32, f64),
    formats: &Formats,
) -> Result<u32, XlsxError> {
    let answer = &told.story.answer;
    let causes = answer.causes.iter().map(|cause| format!("{}: {}", cause.words, cause.told));
    let parts: [(&str, Vec<String>); 4] = [
        ("sheet-causes", causes.collect()),
        ("sheet-decision", answer.decision.clone()),
        ("sheet-measure", vec![answer.measure.clone()]),
        ("sheet-assumed", vec![answer.assumed.clone()]),
    ];
    let mut row = first;
    let mut put = |text: &str, format: &Format| -> Result<(), XlsxError> {
        across(sheet, (row, COLUMNS - 1), (text, format), wide)?;
        row += 1;
        Ok(())
    };
    for (head, lines) in parts {
        let lines: Vec<&String> = lines.iter().filter(|line| !line.is_empty()).collect();
        if lines.is_empty() {
            continue;
        }
        put(&told.locale().say(told.story.basis.id(head), &[]), &formats.strong)?;
        for line in lines {
            put(line, &formats.text)?;
        }
    }
    Ok(row.saturating_sub(1))
}
