//! The table of the cash sheet: a row a week, to the last week in which a margin can arrive.

use rust_xlsxwriter::{Formula, Worksheet, XlsxError};

use crate::output::documents::DocumentInput;
use crate::output::documents::workbook::format::{Formats, letters};
use crate::output::documents::workbook::width;
use crate::output::story::{Style, of_unit};
use crate::output::words::{Words as _, sentence};
use crate::summary::{CashFlow, CashSheet};
use crate::units::{MONTHS_A_YEAR, Unit, WEEKS_A_YEAR};

/// The most months over which a margin may arrive.
pub const MONTHS: f64 = 156.0;

/// Weeks of so many months, as the program counts them.
fn weeks(months: f64) -> usize {
    ((months * WEEKS_A_YEAR / MONTHS_A_YEAR).round() as usize).max(1)
}

/// The roundest number of months that takes so many weeks.
fn months(earn: usize) -> f64 {
    let exact = earn as f64 * MONTHS_A_YEAR / WEEKS_A_YEAR;
    let round = [1.0, 10.0].map(|step| (exact * step).round() / step);
    let at_once = (earn == 1).then_some(0.0);
    at_once.into_iter().chain(round).find(|months| weeks(*months) == earn).unwrap_or(exact)
}

pub struct Rows<'a> {
    flow: &'a CashFlow,
    pub found: CashSheet,
    pub discount: f64,
    pub months: f64,
    pub earn: usize,
    /// How sums are shown.
    pub style: Style,
    /// The day on which the first week begins.
    start: Option<f64>,
    heads: u32,
}

/// A column of the table, wherever it stands.
#[derive(Clone, Copy, PartialEq)]
pub struct Column(&'static str, u16);

impl<'a> Rows<'a> {
    pub const WEEK: Column = Column("sheet-week", 0);
    pub const MARGINS: Column = Column("cash-margins", 1);
    pub const OTHER: Column = Column("cash-other", 2);
    pub const COST: Column = Column("cash-cost", 3);
    pub const ARRIVING: Column = Column("cash-arriving", 4);
    pub const FLOW: Column = Column("cash-flow", 5);
    pub const SUM: Column = Column("cash-sum", 6);
    pub const PRESENT: Column = Column("cash-present", 7);
    const ALL: [Column; 8] = [
        Self::WEEK,
        Self::MARGINS,
        Self::OTHER,
        Self::COST,
        Self::ARRIVING,
        Self::FLOW,
        Self::SUM,
        Self::PRESENT,
    ];

    pub fn of(told: &DocumentInput, flow: &'a CashFlow, heads: u32) -> Rows<'a> {
        let found = flow.sheet();
        let style = match of_unit(Unit::Money, &found.sum) {
            Style::Money(places) => Style::Money(places.min(2)),
            other => other,
        };
        Rows {
            flow,
            discount: flow.discount,
            months: months(flow.earn),
            earn: flow.earn,
            style,
            start: told.stories.days.first().copied(),
            heads,
            found,
        }
    }

    /// Rows of the table: enough for margins that arrive over the most months.
    fn count(&self) -> usize {
        self.flow.margins.len() + weeks(MONTHS).max(self.earn) - 1
    }

    /// The last row until which the margins of the file arrive.
    pub fn shown(&self) -> u32 {
        self.heads + self.found.flow.len() as u32
    }

    /// The place of a column: days and months stand behind the week where there are any.
    pub fn place(&self, column: Column) -> u16 {
        column.1 + if self.start.is_some() && column.1 > 0 { 2 } else { 0 }
    }

    /// How many columns there are.
    pub fn columns(&self) -> u16 {
        self.place(Self::PRESENT) + 1
    }

    fn letter(&self, column: Column) -> String {
        letters(usize::from(self.place(column)))
    }

    /// All cells of a column.
    pub fn range(&self, column: Column) -> String {
        let letter = self.letter(column);
        let first = self.heads + 2;
        format!("${letter}${first}:${letter}${}", first as usize + self.count() - 1)
    }

    /// The last cell of a column.
    pub fn last(&self, column: Column) -> String {
        format!("{}{}", self.letter(column), self.heads as usize + 1 + self.count())
    }

    pub fn write(
        &self,
        sheet: &mut Worksheet,
        told: &DocumentInput,
        formats: &Formats,
    ) -> Result<(), XlsxError> {
        let said = |id: &str| sentence(&told.locale().say(id, &[]));
        let mut widths = vec![9.0; usize::from(self.columns())];
        for column in Self::ALL {
            let place = self.place(column);
            sheet.write_with_format(self.heads, place, said(column.0), &formats.head_number)?;
            if column != Self::WEEK {
                widths[usize::from(place)] = self.width(told);
            }
        }
        if self.start.is_some() {
            for (place, id) in [(1_u16, "sheet-begins"), (2, "sheet-month")] {
                sheet.write_with_format(self.heads, place, said(id), &formats.head_number)?;
                widths[usize::from(place)] = 17.0;
            }
        }
        for (place, width) in widths.iter().enumerate() {
            sheet.set_column_width(place as u16, *width)?;
        }
        sheet.set_row_height(self.heads, width::height(3))?;
        for week in 0..self.count() {
            self.write_week(sheet, week, formats)?;
        }
        Ok(())
    }

    /// A width for sums ten times as large as they are.
    fn width(&self, told: &DocumentInput) -> f64 {
        let sums = self.found.sum.iter().chain(&self.found.flow).map(|sum| 10.0 * sum);
        let longest = sums.map(|sum| width::line(&width::written(sum, self.style, told)));
        longest.fold(9.5, f64::max) + 2.0
    }

    fn write_week(
        &self,
        sheet: &mut Worksheet,
        week: usize,
        formats: &Formats,
    ) -> Result<(), XlsxError> {
        let at = self.heads + 1 + week as u32;
        let money = formats.number(self.style);
        sheet.write_number_with_format(at, 0, week as f64 + 1.0, formats.number(Style::Plain))?;
        if let Some(start) = self.start {
            let day = start + 7.0 * week as f64;
            sheet.write_number_with_format(at, 1, day, formats.number(Style::Day))?;
            sheet.write_number_with_format(at, 2, day, formats.number(Style::Month))?;
        }
        let given = [
            (Self::MARGINS, &self.flow.margins),
            (Self::OTHER, &self.flow.other),
            (Self::COST, &self.flow.cost),
        ];
        for (column, series) in given {
            let value = series.get(week).copied().unwrap_or(0.0);
            sheet.write_number_with_format(at, self.place(column), value, money)?;
        }
        for (column, formula, value) in self.formulas(week) {
            let formula = Formula::new(formula).set_result((value + 0.0).to_string());
            sheet.write_formula_with_format(at, self.place(column), formula, money)?;
        }
        Ok(())
    }

    /// The formulas of a week, with what they give.
    fn formulas(&self, week: usize) -> [(Column, String, f64); 4] {
        let line = self.heads as usize + 2 + week;
        let [margins, other, cost, arriving, flow, sum] =
            [Self::MARGINS, Self::OTHER, Self::COST, Self::ARRIVING, Self::FLOW, Self::SUM]
                .map(|column| self.letter(column));
        let at = |series: &[f64]| series.get(week).copied().unwrap_or(0.0);
        let total = self.found.sum.last().copied().unwrap_or(0.0);
        let before = line - 1;
        [
            (
                Self::ARRIVING,
                // The margins of the weeks that still pay, each in equal parts.
                format!(
                    "=SUM(INDEX({},MAX(1,$A{line}+1-weeks_to_earn)):{margins}{line})/weeks_to_earn",
                    self.range(Self::MARGINS)
                ),
                at(&self.found.arriving),
            ),
            (
                Self::FLOW,
                format!("={other}{line}-{cost}{line}+{arriving}{line}"),
                at(&self.found.flow),
            ),
            (
                Self::SUM,
                if week == 0 {
                    format!("={flow}{line}")
                } else {
                    format!("={sum}{before}+{flow}{line}")
                },
                self.found.sum.get(week).copied().unwrap_or(total),
            ),
            (
                Self::PRESENT,
                format!("={flow}{line}/(1+discount)^(($A{line}-1)/{WEEKS_A_YEAR})"),
                at(&self.found.present),
            ),
        ]
    }
}
