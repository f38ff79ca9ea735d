//! The cash sheet, whose formulas give the net present value, the return and the payback again, for
//! every discount and for margins that arrive over any months up to [`MONTHS`].

mod rows;

use rust_xlsxwriter::{
    Chart, ChartAxisLabelPosition, ChartFormat, ChartLine, ChartType, ConditionalFormatCell,
    ConditionalFormatCellRule, DataValidation, DataValidationRule, Format, Formula, Workbook,
    Worksheet, XlsxError,
};

use super::beside::titled;
use super::format::{Formats, code, colour};
use super::layout::{self, FIRST, Pages, Printed, covered, down};
use crate::metric::metric;
use crate::output::documents::DocumentInput;
use crate::output::story::Style;
use crate::output::words::{Words as _, say};
use crate::units::{MONTHS_A_YEAR, WEEKS_A_YEAR};
use rows::{MONTHS, Rows};

/// The column of what may be changed and of what follows, behind the words for it.
const VALUES: u16 = 4;
/// The row of the table's heads.
const HEADS: u32 = FIRST + 8;

/// The chart beside the table, in pixels.
const SIZE: (u32, u32) = (640, 400);

/// A line above the table: its words, its name, its formula and what that gives.
struct Line<'a> {
    words: &'static str,
    name: &'static str,
    formula: String,
    value: String,
    format: &'a Format,
}

pub fn sheet(
    book: &mut Workbook,
    told: &DocumentInput,
    formats: &Formats,
) -> Result<(), XlsxError> {
    let Some(flow) = &told.stories.cash else { return Ok(()) };
    let page = told.story.pages.iter().find(|page| page.id == "cash");
    let title = page.map_or("", |page| page.title.as_str());
    let rows = Rows::of(told, flow, HEADS);
    let sheet = book.add_worksheet();
    layout::top(sheet, told, ("Cash flow", title), formats)?;
    sheet.write_with_format(FIRST - 1, 0, told.locale().say("cash-note", &[]), &formats.quiet)?;
    parameters(sheet, told, &rows, formats)?;
    for (place, result) in results(&rows, formats).iter().enumerate() {
        let at = FIRST + 2 + place as u32;
        sheet.write_with_format(at, 0, told.locale().say(result.words, &[]), &formats.quiet)?;
        let formula = Formula::new(result.formula.as_str()).set_result(result.value.as_str());
        sheet.write_formula_with_format(at, VALUES, formula, result.format)?;
    }
    warn(sheet)?;
    rows.write(sheet, told, formats)?;
    sheet.set_freeze_panes(HEADS + 1, 1)?;
    let beside = rows.columns() + 1;
    chart(sheet, told, &rows, (HEADS + 1, beside))?;
    let last = (rows.shown().max(down(HEADS + 1, SIZE.1)), covered(beside, SIZE.0));
    layout::print(sheet, told, &Printed { heads: Some(HEADS), last, pages: Pages::Wide })?;
    names(book, told, &rows, formats)
}

/// The yellow cells, and what may stand in them.
fn parameters(
    sheet: &mut Worksheet,
    told: &DocumentInput,
    rows: &Rows,
    formats: &Formats,
) -> Result<(), XlsxError> {
    let locale = told.locale();
    let places = u8::from(rows.months.fract() != 0.0);
    let inputs = [
        ("cash-discount", rows.discount, Style::Share(1), (1.0, "cash-discount-range")),
        ("cash-months", rows.months, Style::Number(places), (MONTHS, "cash-months-range")),
    ];
    for (place, (id, value, style, (most, range))) in inputs.into_iter().enumerate() {
        let at = FIRST + place as u32;
        sheet.write_with_format(at, 0, locale.say(id, &[]), &formats.quiet)?;
        sheet.write_number_with_format(at, VALUES, value, &formats.inputs[&style])?;
        let rule = DataValidation::new()
            .allow_decimal_number(DataValidationRule::Between(0.0, most))
            .set_input_message(locale.say(range, &[]))?
            .set_error_message(locale.say(range, &[]))?;
        sheet.add_data_validation(at, VALUES, at, VALUES, &rule)?;
    }
    Ok(())
}

/// What follows from the yellow cells and the table.
fn results<'a>(rows: &Rows, formats: &'a Formats) -> Vec<Line<'a>> {
    let finite = |value: f64| if value.is_finite() { value.to_string() } else { "—".to_owned() };
    let [margins, other, cost, arriving, sum, present] =
        [Rows::MARGINS, Rows::OTHER, Rows::COST, Rows::ARRIVING, Rows::SUM, Rows::PRESENT]
            .map(|column| rows.range(column));
    let (weeks, last) = (rows.range(Rows::WEEK), rows.last(Rows::SUM));
    let [value_sum, cost_sum] = [format!("SUM({margins})+SUM({other})"), format!("SUM({cost})")];
    vec![
        Line {
            words: "cash-earn",
            name: "weeks_to_earn",
            formula: format!("=MAX(1,ROUND(months_to_earn*{WEEKS_A_YEAR}/{MONTHS_A_YEAR},0))"),
            value: rows.earn.to_string(),
            format: formats.number(Style::Plain),
        },
        Line {
            words: "cash-npv",
            name: metric!("npv"),
            formula: format!("=SUM({present})"),
            value: finite(rows.found.npv),
            format: formats.number(rows.style),
        },
        Line {
            words: "cash-roi",
            name: metric!("roi"),
            formula: format!("=IF({cost_sum}=0,\"—\",({value_sum}-{cost_sum})/{cost_sum})"),
            value: finite(rows.found.roi),
            format: formats.number(Style::Share(1)),
        },
        Line {
            words: "cash-payback",
            name: metric!("payback_weeks"),
            // One week more than the last in which the sum is below zero; nothing where it still is
            // at the end.
            formula: format!(
                "=IF({last}<-0.005,\"—\",SUMPRODUCT(MAX((ROUND({sum},2)<0)*{weeks}))+1)"
            ),
            value: finite(rows.found.payback),
            format: formats.number(Style::Plain),
        },
        Line {
            words: "cash-counted",
            name: "all_margins_counted",
            formula: format!(
                "=ABS(SUM({arriving})-SUM({margins}))<=0.005+0.000000001*ABS(SUM({margins}))"
            ),
            value: "TRUE".to_owned(),
            format: &formats.check,
        },
    ]
}

/// The row of the cell that says whether all margins are counted.
const CHECK: u32 = FIRST + 6;

/// The check is red where it fails.
fn warn(sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let red = Format::new().set_background_color(0xF8_D0_C8).set_font_color(0x9C_1C_06);
    let failed = ConditionalFormatCell::new()
        .set_rule(ConditionalFormatCellRule::EqualTo(false))
        .set_format(red);
    sheet.add_conditional_format(CHECK, VALUES, CHECK, VALUES, &failed)?;
    Ok(())
}

/// The cumulative cash, until the margins of the file have arrived.
fn chart(
    sheet: &mut Worksheet,
    told: &DocumentInput,
    rows: &Rows,
    (row, column): (u32, u16),
) -> Result<(), XlsxError> {
    let name = layout::name(told.locale(), "Cash flow");
    let [week, sum] = [Rows::WEEK, Rows::SUM].map(|column| rows.place(column));
    let mut chart = Chart::new(ChartType::Line);
    chart
        .add_series()
        .set_name((name.as_str(), HEADS, sum))
        .set_categories((name.as_str(), HEADS + 1, week, rows.shown(), week))
        .set_values((name.as_str(), HEADS + 1, sum, rows.shown(), sum))
        .set_format(
            ChartFormat::new()
                .set_line(ChartLine::new().set_color(colour(told.look.colours[0])).set_width(2.25)),
        );
    chart.legend().set_hidden();
    let weeks = rows.shown() - HEADS;
    titled(&mut chart, told, &say!(told.locale(), "cash-chart", n = weeks));
    chart
        .x_axis()
        .set_label_position(ChartAxisLabelPosition::Low)
        .set_label_interval(weeks.div_ceil(8).next_multiple_of(13) as u16)
        .set_tick_interval(weeks.div_ceil(8).next_multiple_of(13) as u16);
    chart.y_axis().set_num_format(code(Style::Money(0), told.locale(), &told.story.currency));
    chart.set_width(SIZE.0).set_height(SIZE.1);
    sheet.insert_chart(row, column, &chart)?;
    Ok(())
}

fn names(
    book: &mut Workbook,
    told: &DocumentInput,
    rows: &Rows,
    formats: &Formats,
) -> Result<(), XlsxError> {
    let on = layout::name(told.locale(), "Cash flow");
    let found = results(rows, formats);
    let names = ["discount", "months_to_earn"].into_iter().chain(found.iter().map(|r| r.name));
    for (place, name) in names.enumerate() {
        book.define_name(name, &format!("='{on}'!$E${}", FIRST + 1 + place as u32))?;
    }
    Ok(())
}
