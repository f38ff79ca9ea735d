//! `reachsim score`: how the forecasts on record did.

use std::path::{Path, PathBuf};

use super::flags::{Files, StudyFormat, demand};
use super::{Failure, Global, load, study, terminal, watch};
use reachsim::diagnostic::{Message, message};
use reachsim::learn::backtest::demand::Demand;
use reachsim::learn::ledger::{Entry, Ledger, Left, Resolved, judge};
use reachsim::output::folder::{Holding, expect_room};
use reachsim::output::record::Scored;
use reachsim::output::{self, Answer, json, pictures, screen, tidy};
use reachsim::run::ledger::{self, Said};
use reachsim::run::{Error, exports};

/// Name of its answer.
const ID: &str = "score";

#[derive(Debug, clap::Args)]
#[command(after_help = "\
An outcome is of the forecasts whose period it names, give or take three days: 52 weeks are a year.
Without a period it is of all open forecasts of the metric, where these are over one period. Nothing
is written without --write.

Exports tell questions, answered_share, followers_end, followers_gained, unfollows, leads, won and
clicks, over periods that the files cover; what else came is said by hand.

Examples:
  reachsim score forecasts.jsonl
  reachsim score forecasts.jsonl --outcome 'leads = 81 in 2026' --outcome 'profit = unknown'
  reachsim score forecasts.jsonl --outcome 'leads = 19 from 2026-01-01 to 2026-03-31' --write
  reachsim score forecasts.jsonl --outcomes exports/ --brand 'our bank' --write
  reachsim score forecasts.jsonl --require 'coverage 90% in 80..97'
  reachsim score forecasts.jsonl --out report")]
pub struct Args {
    /// The ledger
    ledger: PathBuf,
    /// What came of a metric: 'leads = 81 in 2026'; may be repeated
    #[arg(long, value_name = "METRIC = VALUE")]
    outcome: Vec<String>,
    /// Exports from which outcomes are taken; may be repeated
    #[arg(long, value_name = "EXPORT", num_args = 1..)]
    outcomes: Vec<String>,
    #[command(flatten)]
    understood: Files,
    /// What has to hold, or exit 1: 'coverage 90% in 80..97', 'skill last > 0'; may be repeated
    #[arg(long, value_name = "DEMAND", value_parser = demand)]
    require: Vec<Demand>,
    /// Put on record what came
    #[arg(long)]
    write: bool,
    /// Write the answer and its chart into this folder
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// In which form to print the answer
    #[arg(long, default_value = "text")]
    format: StudyFormat,
}

/// What became known, and what the exports do not tell.
type Found = (Vec<Resolved>, Vec<Left>);

pub fn run(args: &Args, global: Global) -> Result<(), Failure> {
    args.out.iter().try_for_each(|folder| expect_room(folder, Holding::Study(ID)))?;
    if let (true, Some(flag)) = (args.outcomes.is_empty(), args.understood.flag()) {
        return Err(Failure::Usage(message!(
            "without `--outcomes` there are no exports, and `{flag}` says how they are read",
            flag
        )));
    }
    watch::obey_interrupts();
    let said: Vec<Said> =
        args.outcome.iter().map(|text| Said::read(text)).collect::<Result<_, Error>>()?;
    let mut ledger = ledger::read(&args.ledger)?;
    let (resolved, left) = load::with_threads(global.threads, || found(args, &said, &ledger))??;
    watch::check()?;
    let entries: Vec<Entry> = resolved.iter().map(Resolved::entry).collect();
    if args.write && !entries.is_empty() {
        ledger::change(&args.ledger, |_| Ok(entries.clone()))?;
    }
    for entry in entries {
        ledger.add(&entry).map_err(Failure::Usage)?;
    }
    let judged = judge(&ledger);
    let required = ledger::required(&judged, &args.require)?;
    let name = shown(&args.ledger);
    let told = Scored {
        ledger: &name,
        judged: &judged,
        required: &required,
        resolved: &resolved,
        left: &left,
        is_written: args.write && !resolved.is_empty(),
        locale: global.locale.first().unwrap_or_default(),
        columns: terminal::page(),
    };
    let mut answer = Answer {
        id: ID,
        text: screen::record::score(&told),
        document: json::record::score(&told),
        rows: tidy::score(&told),
        pictures: if args.out.is_some() { pictures::record::pictures(&told) } else { Vec::new() },
    };
    if let Some(folder) = &args.out {
        output::write_study(&answer, &told.provenance(), folder, &watch::interrupted)?;
        answer.text.push_str(&screen::studies::files(told.locale, &shown(folder)));
    }
    study::print(args.format, &answer)?;
    let missed: Vec<Message> = required.iter().filter_map(ledger::unmet).collect();
    missed.iter().for_each(terminal::remark);
    if missed.is_empty() { Ok(()) } else { Err(Failure::Target) }
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

/// What was said first; exports tell the rest.
fn found(args: &Args, said: &[Said], ledger: &Ledger) -> Result<Found, Failure> {
    let mut known = ledger.clone();
    let mut resolved = Vec::new();
    for said in said {
        let found = ledger::said(&known, said)?;
        for found in &found {
            known.add(&found.entry()).map_err(Failure::Usage)?;
        }
        resolved.extend(found);
    }
    if args.outcomes.is_empty() {
        return Ok((resolved, Vec::new()));
    }
    let (reading, question) = (args.understood.reading()?, args.understood.question());
    let held = exports::read(&args.outcomes, &reading)?;
    let (told, left) = ledger::from_exports(&known, held, &question)?;
    resolved.extend(told);
    Ok((resolved, left))
}
