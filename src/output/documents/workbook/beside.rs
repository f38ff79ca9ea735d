//! Charts beside the tables of streams, costs and drivers.

use rust_xlsxwriter::{
    Chart, ChartAxisCrossing, ChartAxisLabelPosition, ChartFont, ChartFormat, ChartLegendPosition,
    ChartLine, ChartSolidFill, ChartType, Worksheet, XlsxError,
};

use super::format::{code, colour};
use super::layout::{self, FIRST, covered, down};
use crate::output::documents::DocumentInput;
use crate::output::draw::Colour;
use crate::output::format::Format as _;
use crate::output::story::{Cell, Grid, Style};
use crate::output::words::say;

/// The width of a chart beside a table, and the heights of its frame and of a bar, in pixels.
const WIDTH: u32 = 760;
const FRAME: u32 = 130;
const BAR: u32 = 30;

/// What a table of parts says: its largest one, and what share of all gains it is.
pub fn message(told: &DocumentInput, grid: &Grid) -> String {
    let id = match grid.id.as_str() {
        "Streams" => "sheet-streams-title",
        "Costs" => "sheet-costs-title",
        _ => return String::new(),
    };
    let gains: Vec<f64> =
        (0..grid.rows.len()).filter_map(|row| number(grid, row, 1)).filter(|x| *x > 0.0).collect();
    match (gains.first(), grid.rows.first().and_then(|row| row.first())) {
        (Some(largest), Some(Cell::Text(words))) => {
            let share = told.locale().share(largest / gains.iter().sum::<f64>(), None);
            say!(told.locale(), id, words = words.as_str(), share = share)
        }
        _ => String::new(),
    }
}

fn number(grid: &Grid, row: usize, column: usize) -> Option<f64> {
    match grid.rows.get(row)?.get(column)? {
        Cell::Number(value, _) if value.is_finite() => Some(*value),
        _ => None,
    }
}

/// Puts a chart beside a grid whose numbers it shows; returns the last cell that it covers.
pub fn chart(
    sheet: &mut Worksheet,
    told: &DocumentInput,
    grid: &Grid,
    title: &str,
) -> Result<Option<(u32, u16)>, XlsxError> {
    let Some(mut chart) = of(told, grid) else { return Ok(None) };
    let (column, height) = (grid.heads.len() as u16 + 1, FRAME + BAR * grid.rows.len() as u32);
    chart.set_width(WIDTH).set_height(height);
    titled(&mut chart, told, title);
    sheet.insert_chart(FIRST + 1, column, &chart)?;
    Ok(Some((down(FIRST + 1, height), covered(column, WIDTH))))
}

/// Gives a chart its message.
pub fn titled(chart: &mut Chart, told: &DocumentInput, title: &str) {
    let mut font = ChartFont::new();
    font.set_name(told.look.body_font.family.as_str()).set_size(11).set_bold();
    chart.title().set_name(title).set_font(&font).set_overlay(false);
}

/// The bars of a grid: of each part, or of what is low and high; none where it has none.
pub fn of(told: &DocumentInput, grid: &Grid) -> Option<Chart> {
    let theme = told.look.theme(told.locale());
    let columns: &[(usize, Colour)] = match grid.id.as_str() {
        "Streams" | "Costs" => &[(1, theme.main)],
        "Drivers" => &[(1, theme.faint), (2, theme.main)],
        _ => return None,
    };
    let style = grid.rows.iter().find_map(|row| match row.get(1) {
        Some(Cell::Number(value, style)) if value.is_finite() && *value != 0.0 => Some(*style),
        _ => None,
    })?;
    let name = layout::name(told.locale(), &grid.id);
    let last = FIRST + grid.rows.len() as u32;
    let mut chart = Chart::new(ChartType::Bar);
    for (column, colour) in columns {
        chart
            .add_series()
            .set_name((name.as_str(), FIRST, *column as u16))
            .set_categories((name.as_str(), FIRST + 1, 0, last, 0))
            .set_values((name.as_str(), FIRST + 1, *column as u16, last, *column as u16))
            .set_format(&mut fill(*colour))
            .set_gap(45)
            .set_overlap(100);
    }
    let mut font = ChartFont::new();
    font.set_name(told.look.body_font.family.as_str()).set_size(9);
    // The largest on top, and the numbers below all bars.
    chart
        .y_axis()
        .set_reverse()
        .set_label_position(ChartAxisLabelPosition::Low)
        .set_crossing(ChartAxisCrossing::Max)
        .set_font(&font);
    let style = match style {
        Style::Money(_) => Style::Money(0),
        other => other,
    };
    chart
        .x_axis()
        .set_num_format(code(style, told.locale(), &told.story.currency))
        .set_major_gridlines_line(ChartLine::new().set_color(0xE3_E6_E9).set_width(0.75))
        .set_font(&font);
    if columns.len() == 1 {
        chart.legend().set_hidden();
    } else {
        // Bars leave the figure where no input is low or high.
        let ends =
            |column: usize| (0..grid.rows.len()).filter_map(move |row| number(grid, row, column));
        let (low, high): (f64, f64) = (ends(1).sum(), ends(2).sum());
        let middle = (low + high) / (2.0 * grid.rows.len() as f64);
        chart.x_axis().set_crossing(ChartAxisCrossing::AxisValue(middle.round()));
        chart.legend().set_position(ChartLegendPosition::Bottom).set_font(&font);
    }
    Some(chart)
}

fn fill(of: Colour) -> ChartFormat {
    ChartFormat::new().set_solid_fill(ChartSolidFill::new().set_color(colour(of))).to_owned()
}
