//! Charts of the workbook, and the small workbooks inside the charts of the deck.

use rust_xlsxwriter::{
    Chart, ChartErrorBars, ChartErrorBarsType, ChartFormat, ChartLegendPosition, ChartLine,
    ChartRange, ChartSolidFill, ChartType,
};

use super::format::colour;
use crate::output::charts::plot::{Form, Plot, Role, Scaling, Series};
use crate::output::draw::Colour;
use crate::output::format::Quantity;
use crate::output::look::Look;

/// The number format of a quantity.
pub const fn number_format(quantity: Quantity) -> &'static str {
    match quantity {
        Quantity::Number => "#,##0.##",
        Quantity::Share => "0.0%",
    }
}

/// Columns of a plot's data, beyond its own series: the lengths of whiskers, or the width of a
/// band.
pub fn derived(plot: &Plot) -> Vec<Series> {
    let apart = |name: &str, from: &Series, to: &Series| {
        let values = from.values.iter().zip(&to.values).map(|(from, to)| to - from).collect();
        Series::new(name, Role::Faint, values)
    };
    match (plot.form, &plot.series[..]) {
        (Form::Ranged, [low, typical, high]) => {
            vec![apart("+", typical, high), apart("−", low, typical)]
        }
        (Form::Band, [low, _, high, ..]) => {
            vec![apart(&format!("{} – {}", low.name, high.name), low, high)]
        }
        _ => Vec::new(),
    }
}

/// The native chart of a plot whose data stand at a place of a sheet.
pub fn chart_of(plot: &Plot, sheet: &str, first: u32, look: &Look) -> Chart {
    let last = first + plot.categories.len() as u32;
    let categories = (sheet, first + 1, 0, last, 0);
    let range = |place: usize| (sheet, first + 1, 1 + place as u16, last, 1 + place as u16);
    let name = |place: usize| (sheet, first, 1 + place as u16);
    let theme = look.theme(crate::locale::Locale::En);
    let fill = |of: Colour| {
        ChartFormat::new().set_solid_fill(ChartSolidFill::new().set_color(colour(of))).to_owned()
    };
    let nothing = || ChartFormat::new().set_no_fill().set_no_border().to_owned();
    let line = |of: Colour| {
        ChartFormat::new()
            .set_line(ChartLine::new().set_color(colour(of)).set_width(2.25))
            .to_owned()
    };
    let shade = |role: Role| match role {
        Role::Main => theme.main,
        Role::Middle => theme.middle,
        Role::Faint => theme.faint,
        Role::Accent => theme.accent,
        Role::Hidden => theme.background,
    };
    let mut chart = match plot.form {
        Form::Columns => Chart::new(ChartType::Column),
        Form::Bars | Form::Ranged => Chart::new(ChartType::Bar),
        Form::Floating => Chart::new(ChartType::BarStacked),
        Form::Band => Chart::new(ChartType::AreaStacked),
        Form::Lines => Chart::new(ChartType::Line),
    };
    match plot.form {
        Form::Band => {
            let width = plot.series.len();
            chart
                .add_series()
                .set_name(name(0))
                .set_categories(categories)
                .set_values(range(0))
                .set_format(&mut nothing());
            chart
                .add_series()
                .set_name(name(width))
                .set_categories(categories)
                .set_values(range(width))
                .set_format(&mut fill(theme.faint));
            let mut middle = Chart::new(ChartType::Line);
            for (place, series) in
                plot.series.iter().enumerate().filter(|(place, _)| *place != 0 && *place != 2)
            {
                let look = &mut line(shade(series.role));
                middle
                    .add_series()
                    .set_name(name(place))
                    .set_categories(categories)
                    .set_values(range(place))
                    .set_format(look);
            }
            chart.combine(&middle);
            chart.legend().delete_entries(&[0]);
        }
        Form::Ranged => {
            let cells = |place: usize| {
                let (sheet, top, left, bottom, right) = range(place);
                ChartRange::new_from_range(sheet, top, left, bottom, right)
            };
            let whiskers =
                |plus: usize, minus: usize| ChartErrorBarsType::Custom(cells(plus), cells(minus));
            chart
                .add_series()
                .set_name(name(1))
                .set_categories(categories)
                .set_values(range(1))
                .set_gap(60)
                .set_format(&mut fill(theme.middle))
                .set_y_error_bars(
                    ChartErrorBars::new()
                        .set_type(whiskers(plot.series.len(), plot.series.len() + 1)),
                );
            chart.legend().set_hidden();
        }
        _ => {
            for (place, series) in plot.series.iter().enumerate() {
                let mut format = match (series.role, plot.form) {
                    (Role::Hidden, _) => nothing(),
                    (Role::Middle, Form::Floating) => fill(theme.gain),
                    (Role::Accent, Form::Floating) => fill(theme.loss),
                    (role, Form::Lines) => line(shade(role)),
                    (role, _) => fill(shade(role)),
                };
                let added = chart
                    .add_series()
                    .set_name(name(place))
                    .set_categories(categories)
                    .set_values(range(place))
                    .set_format(&mut format);
                match plot.form {
                    Form::Bars | Form::Floating => {
                        added.set_gap(40).set_overlap(100);
                    }
                    Form::Columns => {
                        added.set_gap(15).set_overlap(100);
                    }
                    _ => {}
                }
            }
            chart.legend().set_hidden();
        }
    }
    if matches!(plot.form, Form::Bars | Form::Ranged | Form::Floating) {
        chart.y_axis().set_reverse();
        chart.x_axis().set_num_format(number_format(plot.quantity));
        if plot.scaling == Scaling::Log {
            chart.x_axis().set_log_base(10);
        }
    } else {
        chart.y_axis().set_num_format(number_format(plot.quantity));
    }
    chart.legend().set_position(ChartLegendPosition::Bottom);
    chart.set_width(880).set_height(480);
    chart
}
