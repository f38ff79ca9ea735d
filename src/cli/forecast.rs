//! `reachsim forecast`: what a scenario says of its horizon, put on record.

use std::path::PathBuf;

use jiff::civil::Date;

use super::flags::Files;
use super::study::{self, Common};
use super::{Failure, Global, watch};
use reachsim::engine::Detail;
use reachsim::learn::ledger::Entry;
use reachsim::output::record::Recorded;
use reachsim::output::{Answer, json, screen, tidy};
use reachsim::run::attached::Data;
use reachsim::run::checkpoint::Begin;
use reachsim::run::ledger::{self, Asked};
use reachsim::run::{Request, execute};

/// Name of its answer.
const ID: &str = "forecast";

#[derive(Debug, clap::Args)]
#[command(after_help = "\
A ledger is a text file, an entry a line, to which is only ever added: each entry carries the hash of
the one before, so that nobody changes yesterday's forecast unseen. An entry has 23 quantiles of a
metric over the horizon, and how probable the targets on it are.

Examples:
  reachsim forecast page.toml --as-of 2026-01-01 --ledger forecasts.jsonl
  reachsim forecast page.toml --as-of 2026-01-01 --ledger forecasts.jsonl --metrics leads,profit
  reachsim forecast page.toml --as-of 2026-01-01 --ledger forecasts.jsonl --data exports/
  reachsim score forecasts.jsonl --outcome 'leads = 81 in 2026' --write")]
pub struct Args {
    /// The scenario file
    file: PathBuf,
    /// The day as of which it is a forecast: what was known then is in the scenario
    #[arg(long, value_name = "DATE")]
    as_of: Date,
    /// The ledger, which is begun where there is none
    #[arg(long, value_name = "FILE")]
    ledger: PathBuf,
    /// Metrics that are put on record [default: those of the first screen and of targets]
    #[arg(long, value_name = "METRIC", value_delimiter = ',')]
    metrics: Vec<String>,
    /// A what-if of the file, in whose place the scenario is taken
    #[arg(long, value_name = "NAME")]
    what_if: Option<String>,
    /// Exports of the past, beside those that the scenario names: the forecast that needs no model,
    /// last week's value, is frozen as well
    #[arg(long, value_name = "EXPORT", num_args = 1..)]
    data: Vec<String>,
    #[command(flatten)]
    understood: Files,
    #[command(flatten)]
    common: Common,
}

pub fn run(args: &Args, global: Global) -> Result<(), Failure> {
    let case = args.common.open(ID, &args.file, args.what_if.as_deref(), global)?;
    let history = ledger::history(&case, &past(args)?)?;
    let run = study::run(global, |bar| {
        let request =
            Request { detail: Detail::Totals, precision: None, folder: None, begin: Begin::Once };
        Ok(execute(case, request, bar)?)
    })?;
    let asked = Asked { as_of: args.as_of, metrics: &args.metrics, history: history.as_ref() };
    let made = ledger::forecasts(&run, &asked)?;
    watch::check()?;
    let entries = made.forecasts.iter().cloned().map(Entry::Forecast).collect();
    ledger::change(&args.ledger, |_| Ok(entries))?;
    let name = args.ledger.display().to_string();
    let told = Recorded {
        context: study::context(&run.case),
        ledger: &name,
        forecasts: &made.forecasts,
        left_out: &made.left_out,
    };
    let answer = Answer {
        id: ID,
        text: screen::record::forecast(&told),
        document: json::record::forecast(&told),
        rows: tidy::forecast(&told),
        pictures: Vec::new(),
    };
    args.common.answer(&run.case, answer)
}

/// The exports of the past.
fn past(args: &Args) -> Result<Data, Failure> {
    Ok(Data {
        exports: args.data.clone(),
        reading: args.understood.reading()?,
        brand: args.understood.brand.clone(),
        ..Data::default()
    })
}
