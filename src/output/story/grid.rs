//! What a sheet of the workbook is made of: heads, and numbers that know how they are shown.

use serde::{Deserialize, Serialize};

use crate::metric::Metric;
use crate::output::format::Quantity;
use crate::output::format::numerals::{exponent, power_of_ten};
use crate::output::phrases::quantity_of;
use crate::units::Unit;

/// One sheet, or a table on one: heads over rows.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Grid {
    /// English in every language: names of ranges rely on it.
    pub id: String,
    pub heads: Vec<Head>,
    /// Empty where they are [`Numbers`], the same in every language.
    pub rows: Vec<Vec<Cell>>,
}

/// What stands above a column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    pub words: String,
    /// The key or id that it has in files, for its comment; empty where there is none.
    pub key: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Cell {
    Text(String),
    /// What is not finite is an empty cell.
    Number(f64, Style),
}

/// How a number is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Style {
    /// With so many decimals, and the thousands apart.
    Number(u8),
    /// The same in the currency of the scenario.
    Money(u8),
    /// In per cent, with so many decimals.
    Share(u8),
    /// Its digits together: a week, a seed.
    Plain,
    /// A day, as days since 1899-12-30, in the manner of spreadsheets.
    Day,
    /// The month of such a day.
    Month,
}

/// Columns of numbers under the heads of a grid.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Numbers {
    /// That of the grid.
    pub id: String,
    pub columns: Vec<Column>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Column {
    pub style: Style,
    pub values: Vec<f64>,
}

impl Head {
    pub fn new(words: impl Into<String>, key: impl Into<String>) -> Head {
        Head { words: words.into(), key: key.into() }
    }
}

impl Numbers {
    pub fn rows(&self) -> Vec<Vec<Cell>> {
        let count = self.columns.first().map_or(0, |column| column.values.len());
        let row = |place: usize| {
            self.columns
                .iter()
                .map(|column| Cell::Number(column.values[place], column.style))
                .collect()
        };
        (0..count).map(row).collect()
    }
}

/// Decimals beyond which nobody reads.
const DECIMALS: i32 = 6;

/// How the numbers of a metric are shown beside each other, all with the same decimals.
pub fn of_metric(metric: &Metric, values: &[f64]) -> Style {
    match quantity_of(metric) {
        Quantity::Share => share(values),
        Quantity::Number => of_unit(metric.unit, values),
    }
}

/// How numbers of a unit are shown beside each other: what is counted is whole, all else has three
/// digits where it is typical.
pub fn of_unit(unit: Unit, values: &[f64]) -> Style {
    match unit {
        Unit::Share => share(values),
        Unit::People => Style::Number(0),
        _ if unit.is_money() => Style::Money(decimals(values)),
        Unit::Ratio | Unit::Hours | Unit::HoursPerWeek | Unit::RatingPoints | Unit::None => {
            Style::Number(decimals(values))
        }
        // Of what is counted nobody asks for a tenth, unless there are few.
        _ => Style::Number(Some(decimals(values)).filter(|places| *places > 1).unwrap_or(0)),
    }
}

/// How the error of a number in a style is shown.
pub fn of_error(style: Style, error: f64) -> Style {
    match style {
        Style::Share(_) => share(&[error]),
        Style::Money(_) => Style::Money(decimals(&[error])),
        _ => Style::Number(decimals(&[error])),
    }
}

fn share(values: &[f64]) -> Style {
    let percents: Vec<f64> = values.iter().map(|value| 100.0 * value).collect();
    Style::Share(decimals(&percents).clamp(1, 5))
}

/// How a chance is shown: in whole per cent, but for one that would read as never or always.
pub fn chance(value: f64) -> Style {
    let beyond = |places: u8| {
        let step = 0.5 * power_of_ten(-2 - i32::from(places));
        value >= step && value < 1.0 - step
    };
    let places = (0..=4).find(|places| beyond(*places)).unwrap_or(4);
    Style::Share(if value == 0.0 || value == 1.0 { 0 } else { places })
}

/// Decimals that give the typical one of these three digits; none where all are whole.
fn decimals(values: &[f64]) -> u8 {
    let mut sizes: Vec<f64> =
        values.iter().filter(|x| x.is_finite() && **x != 0.0).map(|x| x.abs()).collect();
    sizes.sort_by(f64::total_cmp);
    let Some(typical) = sizes.get(sizes.len() / 2) else { return 0 };
    if sizes.iter().all(|size| size.fract() == 0.0) {
        return 0;
    }
    (2 - exponent(*typical)).clamp(0, DECIMALS) as u8
}
