//! The sheet `Cash flow`, whose formulas give the net present value, the return and the payback
//! again.

use crate::metric::metric;
use crate::output::words::Words as _;
use rust_xlsxwriter::{Chart, ChartFormat, ChartLine, ChartType, Formula, Workbook, XlsxError};

use super::format::{Formats, colour, top};
use crate::output::documents::DocumentInput;
use crate::output::words::say;
use crate::units::WEEKS_A_YEAR as YEAR;

/// Columns.
const WEEK: u16 = 0;
const MARGINS: u16 = 1;
const OTHER: u16 = 2;
const COST: u16 = 3;
const ARRIVING: u16 = 4;
const FLOW: u16 = 5;
const SUM: u16 = 6;
const PRESENT: u16 = 7;
pub fn sheet(
    book: &mut Workbook,
    told: &DocumentInput,
    formats: &Formats,
) -> Result<(), XlsxError> {
    let Some(flow) = &told.stories.cash else { return Ok(()) };
    let locale = told.locale();
    let said = |id: &str| locale.say(id, &[]);
    let page = told
        .story
        .pages
        .iter()
        .find(|page| page.id == "cash")
        .map_or("", |page| page.title.as_str());
    let sheet = book.add_worksheet();
    sheet.set_name("Cash flow")?;
    let row = top(sheet, told, page, formats)?;
    sheet.write_with_format(2, 0, said("cash-note"), &formats.quiet)?;
    let values = flow.sheet();
    sheet.set_column_width(WEEK, 36)?;
    for column in MARGINS..=PRESENT {
        sheet.set_column_width(column, 17)?;
    }
    // Parameters, which may be changed, and what follows from them.
    let parameters = [("cash-discount", flow.discount), ("cash-earn", flow.earn as f64)];
    for (place, (id, value)) in parameters.iter().enumerate() {
        sheet.write_with_format(row + place as u32, 0, said(id), &formats.text)?;
        sheet.write_number_with_format(row + place as u32, 1, *value, &formats.input)?;
    }
    let first = row + 7;
    let weeks = values.flow.len() as u32;
    let (top_row, last_row) = (first + 2, first + 1 + weeks);
    let results = [
        ("cash-npv", format!("=SUM(H{top_row}:H{last_row})"), values.npv, &formats.count),
        (
            "cash-roi",
            format!(
                "=(SUM(B{top_row}:C{last_row})-SUM(D{top_row}:D{last_row}))/SUM(D{top_row}:D{last_row})"
            ),
            values.roi,
            &formats.share,
        ),
        (
            "cash-payback",
            // One week more than the last in which the sum is below zero; nothing where it still is
            // at the end.
            format!(
                "=IF(G{last_row}<-0.005,\"—\",SUMPRODUCT(MAX((ROUND(G{top_row}:G{last_row},2)<0)*(A{top_row}:A{last_row}+1)))+1)"
            ),
            values.payback,
            &formats.plain,
        ),
    ];
    for (place, (id, formula, value, format)) in results.iter().enumerate() {
        let at = row + 2 + place as u32;
        sheet.write_with_format(at, 0, said(id), &formats.text)?;
        let value = if value.is_finite() { value.to_string() } else { "—".to_owned() };
        sheet.write_formula_with_format(at, 1, Formula::new(formula).set_result(value), format)?;
    }
    let heads = [
        "cash-week",
        "cash-margins",
        "cash-other",
        "cash-cost",
        "cash-arriving",
        "cash-flow",
        "cash-sum",
        "cash-present",
    ];
    for (column, id) in heads.iter().enumerate() {
        sheet.write_with_format(first, column as u16, said(id), &formats.head)?;
    }
    for week in 0..values.flow.len() {
        let (at, line) = (first + 1 + week as u32, first + 2 + week as u32);
        sheet.write_number_with_format(at, WEEK, week as f64, &formats.plain)?;
        for (column, series) in [(MARGINS, &flow.margins), (OTHER, &flow.other), (COST, &flow.cost)]
        {
            sheet.write_number_with_format(
                at,
                column,
                series.get(week).copied().unwrap_or(0.0),
                &formats.count,
            )?;
        }
        let formulas = [
            (
                ARRIVING,
                // The margins of the weeks that still pay, each in equal parts.
                format!(
                    "=SUM(INDEX(B${top_row}:B${last_row},MAX(1,A{line}+2-weeks_to_earn)):B{line})/weeks_to_earn"
                ),
                values.arriving[week],
            ),
            (FLOW, format!("=C{line}-D{line}+E{line}"), values.flow[week]),
            (
                SUM,
                if week == 0 { format!("=F{line}") } else { format!("=G{}+F{line}", line - 1) },
                values.sum[week],
            ),
            (PRESENT, format!("=F{line}/(1+discount)^(A{line}/{YEAR})"), values.present[week]),
        ];
        for (column, formula, value) in formulas {
            sheet.write_formula_with_format(
                at,
                column,
                Formula::new(formula).set_result(value.to_string()),
                &formats.count,
            )?;
        }
    }
    sheet.set_freeze_panes(first + 1, 1)?;
    let mut chart = Chart::new(ChartType::Line);
    chart
        .add_series()
        .set_name(("Cash flow", first, SUM))
        .set_categories(("Cash flow", first + 1, WEEK, last_row - 1, WEEK))
        .set_values(("Cash flow", first + 1, SUM, last_row - 1, SUM))
        .set_format(
            ChartFormat::new()
                .set_line(ChartLine::new().set_color(colour(told.look.colours[0])).set_width(2.25)),
        );
    chart.legend().set_hidden();
    chart.title().set_name(&say!(locale, "cash-sum"));
    chart.y_axis().set_num_format("#,##0");
    chart.set_width(880).set_height(440);
    sheet.insert_chart(first, PRESENT + 2, &chart)?;
    let names = [
        ("discount", row),
        ("weeks_to_earn", row + 1),
        (metric!("npv"), row + 2),
        (metric!("roi"), row + 3),
        (metric!("payback_weeks"), row + 4),
    ];
    for (name, row) in names {
        book.define_name(name, &format!("='Cash flow'!$B${}", row + 1))?;
    }
    Ok(())
}
