//! `reachsim backtest`: how the scenario would have forecast what came.

use std::path::PathBuf;

use super::flags::{Data, Reading, StudyFormat, demand};
use super::watch::{self, Bar, Counted};
use super::{Failure, Global, load, study, terminal};
use reachsim::diagnostic::{Message, message};
use reachsim::learn::backtest::demand::Demand;
use reachsim::output::folder::{Holding, expect_room};
use reachsim::output::pictures::backtest as pictures;
use reachsim::output::screen::backtest as screen;
use reachsim::output::{self, Answer, json, tidy};
use reachsim::run::backtest::{Wanted, missed};

/// Name of its answer.
const ID: &str = "backtest";

/// Farthest week, and most futures of a forecast.
const FARTHEST: u64 = 520;
const MOST: u64 = 100_000;

#[derive(Debug, clap::Args)]
#[command(after_help = "\
At the end of every week the scenario learns from what was visible then, and says what the next
weeks bring; that is compared with what came, and with the last value, the mean of eight weeks, the
week a year before, and the scenario as it stands. It needs 26 weeks before the first forecast.

Examples:
  reachsim backtest page.toml --data exports/
  reachsim backtest page.toml --data exports/ --horizon 1,4,13 --out report
  reachsim backtest page.toml --data exports/ --require 'coverage 90% in 80..97' \
  --require 'skill last > 0'")]
pub struct Args {
    /// The scenario file
    file: PathBuf,
    #[command(flatten)]
    data: Data,
    /// How many weeks ahead
    #[arg(
        long,
        value_name = "WEEKS",
        value_delimiter = ',',
        default_value = "1,4,13",
        value_parser = load::whole::<1, FARTHEST>
    )]
    horizon: Vec<u64>,
    /// What has to hold, or exit 1: 'coverage 90% in 80..97', 'skill last > 0'; may be repeated
    #[arg(long, value_name = "DEMAND", value_parser = demand)]
    require: Vec<Demand>,
    /// A key whose level does not move, such as posts.reach; may be repeated
    #[arg(long, value_name = "KEY")]
    steady: Vec<String>,
    /// Let rows fade: one so many weeks old counts for half
    #[arg(long, value_name = "WEEKS", value_parser = load::weeks)]
    half_life: Option<u32>,
    /// How many futures each forecast has
    #[arg(long, value_name = "N", default_value = "400", value_parser = load::whole::<20, MOST>)]
    trials: u64,
    /// Write the answer and its charts into this folder
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// In which form to print the answer
    #[arg(long, default_value = "text")]
    format: StudyFormat,
    #[command(flatten)]
    reading: Reading,
}

pub fn run(args: &Args, global: Global) -> Result<(), Failure> {
    args.out.iter().try_for_each(|folder| expect_room(folder, Holding::Study(ID)))?;
    let files = std::slice::from_ref(&args.file);
    let Some(case) = load::each(files, &args.reading.options(), global)?.pop() else {
        return Err(Failure::Usage(message!("there is no scenario")));
    };
    watch::obey_interrupts();
    load::warn(&case, global);
    let wanted = Wanted {
        data: args.data.asked()?,
        horizons: args.horizon.iter().map(|weeks| *weeks as usize).collect(),
        trials: args.trials,
        steady: args.steady.clone(),
        half_life: args.half_life.map(f64::from),
    };
    let found = load::with_threads(global.threads, || {
        let bar = Bar::of(global, Counted::Steps);
        let found = case.backtest(&wanted, &bar);
        watch::check()?;
        Ok::<_, Failure>(found?)
    })??;
    let context = study::context(&case);
    let mut answer = Answer {
        id: ID,
        text: screen::backtest(&context, &found),
        document: json::backtest::backtest(&context, &found, &args.require),
        rows: tidy::backtest(&context, &found),
        pictures: pictures::backtest(&context, &found),
    };
    if let Some(folder) = &args.out {
        let provenance = context.provenance();
        output::write_study(&answer, &provenance, folder, &watch::interrupted)?;
        let files = folder.display().to_string();
        answer.text.push_str(&output::screen::studies::files(context.locale, &files));
    }
    study::print(args.format, &answer)?;
    let missed: Vec<Message> =
        args.require.iter().flat_map(|demand| missed(&found, *demand)).collect();
    missed.iter().for_each(terminal::remark);
    if missed.is_empty() { Ok(()) } else { Err(Failure::Target) }
}
