//! What an entry says.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// The form of every line.
pub const SCHEMA: &str = "reachsim.ledger/1";

/// The levels of the quantiles of a forecast.
pub const LEVELS: [f64; 23] = [
    0.01, 0.025, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75,
    0.8, 0.85, 0.9, 0.95, 0.975, 0.99,
];

/// A line of a ledger.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase", deny_unknown_fields)]
#[expect(clippy::large_enum_variant, reason = "most entries are forecasts")]
pub enum Entry {
    Forecast(Forecast),
    Outcome(Outcome),
}

/// What was forecast of one metric.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Forecast {
    /// The same for the same scenario, day, period and metric.
    pub id: String,
    pub scenario: Origin,
    pub engine: Engine,
    /// SHA-256 of the files from which the baseline is; there may be none.
    pub data: Vec<String>,
    /// The day as of which it is, as its author says.
    #[serde(with = "day")]
    pub as_of: Date,
    /// The first and the last day of the period.
    #[serde(with = "day")]
    pub from: Date,
    #[serde(with = "day")]
    pub to: Date,
    /// A metric of the model; of one community, `<id>.<metric>`.
    pub metric: String,
    pub unit: String,
    /// Where the unit is one of money.
    pub currency: Option<String>,
    pub mean: f64,
    /// At [`LEVELS`], rising.
    pub quantiles: Vec<f64>,
    /// Targets of the scenario on this metric.
    pub targets: Vec<Target>,
    /// What needs no model, frozen with it; none where no history is known.
    pub baseline: Option<Baseline>,
}

/// The scenario from which a forecast is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    pub title: String,
    pub hash: String,
}

/// The program that made it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Engine {
    pub version: String,
    pub revision: u32,
}

/// A bound of the metric, and how probable it is that it is met.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Target {
    pub name: String,
    pub at_least: Option<f64>,
    pub at_most: Option<f64>,
    pub probability: f64,
}

impl Target {
    /// Whether a value meets it.
    pub fn is_met(&self, value: f64) -> bool {
        self.at_least.is_none_or(|least| value >= least)
            && self.at_most.is_none_or(|most| value <= most)
    }
}

/// The last value with its own past errors.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Baseline {
    /// `last`.
    pub of: String,
    /// Weeks that were known.
    pub weeks: usize,
    /// At [`LEVELS`], rising.
    pub quantiles: Vec<f64>,
}

/// What came of a forecast.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Outcome {
    /// The id of the forecast.
    pub of: String,
    /// None where it will not be known.
    pub value: Option<f64>,
    /// SHA-256 of the exports that say so; none where somebody said it.
    pub data: Vec<String>,
}

impl Forecast {
    /// The id of a forecast of these.
    pub fn id_of(metric: &str, as_of: Date, [from, to]: [Date; 2], hash: &str) -> String {
        let start: String = hash.chars().take(8).collect();
        format!("{metric} {from}..{to} as of {as_of}, {start}")
    }

    /// The quantile of one of [`LEVELS`].
    pub fn quantile(&self, level: f64) -> f64 {
        at(&self.quantiles, level)
    }
}

fn at(quantiles: &[f64], level: f64) -> f64 {
    let place = LEVELS.iter().position(|&known| known == level);
    place.and_then(|place| quantiles.get(place)).copied().unwrap_or(f64::NAN)
}

/// Days as they are written: 2026-03-31.
mod day {
    use jiff::civil::Date;
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes what it reads so")]
    pub fn serialize<S: Serializer>(day: &Date, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(day)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(|_| D::Error::custom(format!("`{text}` is no day")))
    }
}
