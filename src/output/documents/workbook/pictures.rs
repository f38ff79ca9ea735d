//! Sheets of pictures: the numbers of a chart, and the chart beside them.

use rust_xlsxwriter::{Workbook, Worksheet, XlsxError};

use super::charts::{chart_of, derived};
use super::format::Formats;
use super::layout::{self, FIRST, Pages, Printed, covered, down};
use super::table;
use crate::output::charts::Plot;
use crate::output::charts::plot::Series;
use crate::output::documents::DocumentInput;
use crate::output::format::Quantity;
use crate::output::story::{Cell, Grid, Head, Page, Style, of_unit};
use crate::output::words::Words as _;
use crate::output::words::sentence;
use crate::units::Unit;

/// The size of a chart beside its numbers, in pixels.
const SIZE: (u32, u32) = (880, 480);

/// What a sheet of this name shows, where the story has it.
pub fn shown<'a>(told: &DocumentInput<'a>, id: &str) -> Option<(&'a Page, Plot)> {
    let page = told.story.pages.iter().find(|page| {
        told.picture(page).and_then(|found| found.chart.sheet).is_some_and(|sheet| sheet == id)
    })?;
    Some((page, told.plots(page).into_iter().next()?))
}

/// A sheet with the data of a picture, and its chart.
pub fn sheet(
    book: &mut Workbook,
    told: &DocumentInput,
    (id, page, plot): (&str, &Page, &Plot),
    formats: &Formats,
) -> Result<(), XlsxError> {
    let grid = grid(told, id, plot);
    let widths = table::widths(told, &grid);
    let sheet = book.add_worksheet();
    layout::top(sheet, told, (id, &page.title), formats)?;
    for (column, width) in widths.iter().enumerate() {
        sheet.set_column_width(column as u16, *width)?;
    }
    table::write(sheet, &grid, (FIRST, &widths), formats)?;
    sheet.set_freeze_panes(FIRST + 1, 1)?;
    let last = FIRST + grid.rows.len() as u32;
    let beside = grid.heads.len() as u16 + 1;
    insert(sheet, told, (id, plot), (FIRST + 1, beside))?;
    let printed = Printed {
        heads: Some(FIRST),
        last: (last.max(down(FIRST + 1, SIZE.1)), covered(beside, SIZE.0)),
        pages: Pages::Wide,
    };
    layout::print(sheet, told, &printed)?;
    table::names(book, told, &grid)
}

fn insert(
    sheet: &mut Worksheet,
    told: &DocumentInput,
    (id, plot): (&str, &Plot),
    (row, column): (u32, u16),
) -> Result<(), XlsxError> {
    let mut chart = chart_of(plot, &layout::name(told.locale(), id), FIRST, told.look);
    chart.title().set_hidden();
    chart.set_width(SIZE.0).set_height(SIZE.1);
    sheet.insert_chart(row, column, &chart)?;
    Ok(())
}

/// The numbers of a picture as a grid: categories, its series, and what only the chart needs; days
/// and months behind them where its rows are weeks that have some.
fn grid(told: &DocumentInput, id: &str, plot: &Plot) -> Grid {
    let derived = derived(plot);
    let series: Vec<&Series> = plot.series.iter().chain(&derived).collect();
    let values: Vec<f64> = plot.series.iter().flat_map(|series| series.values.clone()).collect();
    let style = match (id, plot.quantity) {
        (_, Quantity::Share) => Style::Share(1),
        ("Value", Quantity::Number) => of_unit(Unit::Money, &values),
        // Of what people count nobody asks for a part of one.
        (_, Quantity::Number) => of_unit(Unit::People, &values),
    };
    let is_weeks = is_weeks(plot);
    let days = &told.stories.days;
    let has_days = is_weeks && days.len() >= plot.categories.len();
    let locale = told.locale();
    let head = |words: &str| Head::new(words, "");
    let mut heads = vec![head(&plot.head)];
    heads.extend(series.iter().map(|series| head(&series.name)));
    if has_days {
        heads.extend(
            ["sheet-begins", "sheet-month"].map(|id| head(&sentence(&locale.say(id, &[])))),
        );
    }
    let row = |(place, category): (usize, &String)| {
        let mut cells = vec![if is_weeks {
            Cell::Number(place as f64 + 1.0, Style::Plain)
        } else {
            Cell::Text(category.clone())
        }];
        cells.extend(series.iter().map(|series| Cell::Number(series.values[place], style)));
        if has_days {
            cells.extend([Style::Day, Style::Month].map(|style| Cell::Number(days[place], style)));
        }
        cells
    };
    let rows = plot.categories.iter().enumerate().map(row).collect();
    Grid { id: id.to_owned(), heads, rows }
}

/// Whether the categories count from one: weeks.
fn is_weeks(plot: &Plot) -> bool {
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let counts = |(place, category): (usize, &String)| digits(category) == (place + 1).to_string();
    plot.categories.len() > 1 && plot.categories.iter().enumerate().all(counts)
}
