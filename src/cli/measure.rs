//! `reachsim measure`: what each measurement is worth before one decides.

use std::path::PathBuf;

use super::study::{self, Common, Work};
use super::value_of_information::decisions;
use super::{Failure, Global};
use reachsim::output::json::measure as json;
use reachsim::output::pictures::measure as pictures;
use reachsim::output::screen::studies as screen;
use reachsim::output::{Answer, tidy};
use reachsim::run::study as studies;
use reachsim::study::voi::{self, Decision};

/// Name of its answer.
const ID: &str = "measure";

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  reachsim measure page.toml
      the `[[measurement]]` of the file before it is decided to do what it says, or nothing; without
      any, one for each of the five numbers most worth knowing
  reachsim measure page.toml --between base,\"twice the posts\" --metric profit
      the decision is between what-ifs; `base` is the file as it is
  reachsim measure page.toml --out out --format csv

A file states what could be measured as
  [[measurement]]
  name = \"Ask 400 customers\"
  of = [\"funnel.incremental_direct\"]
  sample = 400
  cost = 500
  cost_per_unit = 4
  weeks = 3")]
pub struct Args {
    /// The scenario file
    file: PathBuf,
    /// The metric that one decides by [default: that of the first target]
    #[arg(long, value_name = "METRIC")]
    metric: Option<String>,
    /// The what-ifs between which one decides [default: to do it or to leave it]
    #[arg(long, value_name = "NAME,NAME", value_delimiter = ',')]
    between: Vec<String>,
    #[command(flatten)]
    common: Common,
}

pub fn run(args: &Args, global: Global) -> Result<(), Failure> {
    let case = args.common.open(ID, &args.file, None, global)?;
    let metric = study::subject(&case, args.metric.as_deref())?;
    let name = case.model().column_name(metric);
    let (names, models) = decisions(&args.between, &case, (&name, metric))?;
    let taken = models.iter().map(|(model, column)| Decision::Take(model, *column));
    let nothing = studies::nothing(&case);
    let left = args.between.is_empty().then(|| studies::leave(nothing.as_ref(), metric));
    let all: Vec<Decision> = taken.chain(left).collect();
    let work = Work { futures: voi::futures(&all, case.plan()), told: &study::all_futures };
    study::forewarn_of_runs((case.model(), case.plan()), &work, global)?;
    let menu = study::run(global, |bar| Ok(studies::menu(&case, metric, (names, &all), bar)?))?;
    let context = study::context(&case);
    let answer = Answer {
        id: ID,
        text: screen::measure(&context, &menu),
        document: json::measure(&context, &menu),
        rows: tidy::measure(&context, &menu),
        pictures: pictures::measure(&context, &menu),
    };
    args.common.answer(&case, answer)
}
