//! `reachsim forecast`: what a scenario says of its horizon, put on record.

use std::path::PathBuf;

use jiff::civil::Date;

use super::study::{self, Common};
use super::{Failure, Global, watch};
use reachsim::data::analyse::Question;
use reachsim::data::know::Reading;
use reachsim::engine::Detail;
use reachsim::learn::ledger::Entry;
use reachsim::output::record::Recorded;
use reachsim::output::{Answer, json, screen, tidy};
use reachsim::run::checkpoint::Begin;
use reachsim::run::ledger::{self, Asked, History};
use reachsim::run::{Request, execute, exports};

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
    /// Exports of the past: the forecast that needs no model, last week's value, is frozen as well
    #[arg(long, value_name = "EXPORT")]
    data: Vec<String>,
    /// The zone in which their weeks are told, such as Europe/Kyiv
    #[arg(long, value_name = "ZONE", requires = "data")]
    zone: Option<String>,
    /// The brand's own name in the exports, or a word of it
    #[arg(long, value_name = "WORD", requires = "data")]
    brand: Option<String>,
    #[command(flatten)]
    common: Common,
}

pub fn run(args: &Args, global: Global) -> Result<(), Failure> {
    let case = args.common.open(ID, &args.file, args.what_if.as_deref(), global)?;
    let run = study::run(global, |bar| {
        let request =
            Request { detail: Detail::Totals, precision: None, folder: None, begin: Begin::Once };
        Ok(execute(case, request, bar)?)
    })?;
    let history = if args.data.is_empty() { None } else { Some(history(args)?) };
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

/// The weeks of exports.
fn history(args: &Args) -> Result<History, Failure> {
    let reading = Reading { zone: args.zone.clone(), ..Reading::default() };
    let held = exports::read(&args.data, &reading)?;
    let analysis =
        exports::analyse(&held, Question { brand: args.brand.clone(), ..Question::default() })?;
    let mut hashes: Vec<String> =
        held.export.receipts.iter().map(|made| made.hash.clone()).collect();
    hashes.dedup();
    Ok(History { weeks: analysis.weeks, hashes })
}
