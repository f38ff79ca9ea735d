//! The answers that programs get, as JSON Schema, draft 2020-12: one document for each, in which no
//! member may stand that it does not name.

mod backtest;
mod choice;
mod decisions;
mod exports;
pub(super) mod parts;
mod record;
mod runs;
mod since;
mod studies;
mod tools;

use serde_json::Value;

use parts::{Answered, described};

/// Every answer that is printed as JSON, by the name of its command or of its kind.
pub const ANSWERS: &[Answered] = &[
    runs::RUN,
    runs::RUNS,
    runs::TRIAL,
    runs::SHARD,
    studies::COMPARE,
    studies::SWEEP,
    studies::SENSITIVITY,
    studies::SOLVE,
    decisions::BREAK_EVEN,
    decisions::MEASURE,
    decisions::WHERE,
    decisions::STORY,
    studies::OPTIMISE,
    studies::VALUE_OF_INFORMATION,
    studies::CLAIMS,
    studies::FIGURES,
    exports::ANALYSE,
    backtest::BACKTEST,
    exports::CALIBRATE,
    record::FORECAST,
    record::SCORE,
    tools::GRAPH,
    choice::CHOICE,
    tools::CHECK,
    tools::PROOF,
    since::SINCE,
    tools::EXPLAIN,
    tools::PRESETS,
];

/// The schema of an answer, by its name.
pub fn of(name: &str) -> Option<Value> {
    ANSWERS.iter().find(|answer| answer.name == name).map(described)
}
