//! Answers of studies as tidy tables: a row for each value, the same columns for every study. A
//! cell is empty where it does not apply.

mod analysis;
mod backtest;
mod break_even;
mod calibration;
mod choice;
mod graph;
mod measure;
mod record;
mod robust;
mod runs;
mod studies;
mod tools;

use serde::Serialize;

pub use analysis::analysis;
pub use backtest::backtest;
pub use break_even::break_even;
pub use calibration::calibration;
pub use choice::choice;
pub use graph::graph;
pub use measure::measure;
pub use record::{forecast, score};
pub use runs::{condition, run, shard, story, trial};
pub use studies::{claims, compare, figures, optimise, sensitivity, solve, sweep, voi};
pub use tools::{check, explain, presets, proof};

use super::Context;
use crate::estimate::Estimate;
use crate::model::{ColumnId, Model};
use crate::scenario::Knob;

/// One value of an answer, and what it is a value of.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Row {
    pub study: &'static str,
    /// The name of the scenario's file, or of the network.
    pub scenario: String,
    /// The what-if, decision or choice of which it is.
    pub variant: String,
    /// The key on which it depends; of several, one after the other.
    pub key: String,
    /// The value of the key at which it is so.
    pub value_of_key: String,
    pub metric: String,
    pub statistic: String,
    /// Missing where it is undefined, infinite or never.
    pub value: Option<f64>,
    pub se: Option<f64>,
    pub unit: String,
    /// Where the unit is one of money.
    pub currency: String,
}

/// The names of the columns.
const COLUMNS: [&str; 11] = [
    "study",
    "scenario",
    "variant",
    "key",
    "value_of_key",
    "metric",
    "statistic",
    "value",
    "se",
    "unit",
    "currency",
];

/// What stands between the keys, and between the values, of a row that depends on several.
const BETWEEN: &str = "; ";

impl Row {
    /// What the rows of a study of a scenario have in common.
    fn of(study: &'static str, context: &Context) -> Row {
        Row { study, scenario: context.case.file().to_owned(), ..Row::default() }
    }

    fn variant(&self, name: &(impl ToString + ?Sized)) -> Row {
        Row { variant: name.to_string(), ..self.clone() }
    }

    fn key(&self, key: &str) -> Row {
        Row { key: key.to_owned(), ..self.clone() }
    }

    fn at(&self, value: f64) -> Row {
        Row { value_of_key: value.to_string(), ..self.clone() }
    }

    /// At a value of each of some keys.
    fn at_all(&self, knobs: &[Knob], values: &[f64]) -> Row {
        let keys: Vec<&str> = knobs.iter().map(|knob| knob.key.as_str()).collect();
        let values: Vec<String> = values.iter().map(f64::to_string).collect();
        Row { key: keys.join(BETWEEN), value_of_key: values.join(BETWEEN), ..self.clone() }
    }

    /// Of a metric of a model, and in its unit.
    fn metric(&self, context: &Context, model: &Model, column: ColumnId) -> Row {
        let is_money = model.metric(column.metric).unit.is_money();
        Row {
            metric: model.column_name(column),
            unit: model.unit_id(column.metric).to_owned(),
            currency: currency(context, is_money),
            ..self.clone()
        }
    }

    /// Of the key itself, in its unit, and of no metric.
    fn in_unit_of(&self, context: &Context, key: &str) -> Row {
        let unit = context.case.unit_of(key);
        Row {
            metric: String::new(),
            unit: unit.id().to_owned(),
            currency: currency(context, unit.is_money()),
            ..self.clone()
        }
    }

    /// In a unit that is none of money.
    fn unit(&self, unit: &str) -> Row {
        Row { unit: unit.to_owned(), currency: String::new(), ..self.clone() }
    }

    fn number(&self, statistic: &str, value: f64) -> Row {
        Row { statistic: statistic.to_owned(), value: finite(value), se: None, ..self.clone() }
    }

    fn known(&self, statistic: &str, found: Estimate) -> Row {
        Row { se: finite(found.se), ..self.number(statistic, found.value) }
    }

    fn is(&self, statistic: &str, holds: bool) -> Row {
        self.unit("").number(statistic, f64::from(u8::from(holds)))
    }
}

fn currency(context: &Context, is_money: bool) -> String {
    if is_money { context.about().currency.clone() } else { String::new() }
}

fn finite(value: f64) -> Option<f64> {
    Some(value).filter(|value| value.is_finite())
}

/// The rows as CSV, below the names of their columns.
pub fn csv(rows: &[Row]) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    if rows.is_empty() {
        writer.write_record(COLUMNS).expect("memory takes what is written");
    }
    for row in rows {
        writer.serialize(row).expect("a row has no tables in it, and memory takes what is written");
    }
    let bytes = writer.into_inner().expect("memory takes what is written");
    String::from_utf8(bytes).expect("cells are text")
}
