//! Tests of `learn/ledger.rs`.

mod book;
mod judge;

use jiff::civil::{Date, date};
use reachsim_core::normal;
use reachsim_learn::ledger::{
    Baseline, Engine, Entry, Forecast, LEVELS, Ledger, Origin, Outcome, Target,
};

const YEAR: [Date; 2] = [date(2026, 1, 1), date(2026, 12, 30)];

/// A normal forecast of a metric over a period.
fn forecast(metric: &str, as_of: Date, period: [Date; 2], [mean, deviation]: [f64; 2]) -> Forecast {
    let hash = "5ca1ab1e0ddba11".to_owned();
    Forecast {
        id: Forecast::id_of(metric, as_of, period, &hash),
        scenario: Origin { title: "A page".to_owned(), hash },
        engine: Engine { version: "0.1.0".to_owned(), revision: 8 },
        data: Vec::new(),
        as_of,
        from: period[0],
        to: period[1],
        metric: metric.to_owned(),
        unit: "count".to_owned(),
        currency: None,
        mean,
        quantiles: quantiles(mean, deviation),
        targets: Vec::new(),
        baseline: None,
    }
}

fn quantiles(mean: f64, deviation: f64) -> Vec<f64> {
    LEVELS.iter().map(|&level| mean + deviation * normal::quantile(level)).collect()
}

fn baseline(mean: f64, deviation: f64) -> Baseline {
    Baseline { of: "last".to_owned(), weeks: 60, quantiles: quantiles(mean, deviation) }
}

fn target(least: f64, probability: f64) -> Target {
    Target { name: "enough".to_owned(), at_least: Some(least), at_most: None, probability }
}

fn outcome(of: &Forecast, value: Option<f64>) -> Entry {
    Entry::Outcome(Outcome { of: of.id.clone(), value, data: Vec::new() })
}

/// The text of a ledger with some entries.
fn text(entries: &[Entry]) -> String {
    let mut ledger = Ledger::default();
    let line = |entry: &Entry| ledger.add(entry).unwrap() + "\n";
    entries.iter().map(line).collect()
}

#[track_caller]
fn read(entries: &[Entry]) -> Ledger {
    Ledger::parse("ledger.jsonl", &text(entries)).unwrap()
}
