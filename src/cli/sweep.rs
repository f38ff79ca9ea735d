//! `reachsim sweep`: a metric over the values of one key or two.

use std::path::PathBuf;

use super::load;
use super::study::{self, Common, Dials};
use super::{Failure, Global};
use reachsim::output::Answer;
use reachsim::output::json::studies as json;
use reachsim::output::pictures::studies as pictures;
use reachsim::output::screen::studies as screen;
use reachsim::study::Asked;
use reachsim::study::sweep::{self, GridPoint};

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  reachsim sweep page.toml --over community.page.posts.per_week=1..21/11
  reachsim sweep page.toml --over community.page.posts.per_week=1..21/8 --over \
  support.hours_per_week=5..40/8
  reachsim sweep page.toml --over 'community.*.feed.visibility=5%..10%' --metric reach_second \
  --out out")]
pub struct Args {
    /// The scenario file
    file: PathBuf,
    /// A key with its range and how many values of it, both ends among them [default: 9 of one key,
    /// 7 of each of two]
    #[arg(long, required = true, value_name = "KEY=FROM..TO/POINTS")]
    over: Vec<String>,
    /// The metric that is shown [default: that of the first target]
    #[arg(long, value_name = "METRIC")]
    metric: Option<String>,
    /// A what-if of the file, in whose place the scenario is taken
    #[arg(long, value_name = "NAME")]
    what_if: Option<String>,
    /// Go on until the chance of a wrong pick of the best value is below 1 %
    #[arg(long)]
    until_settled: bool,
    #[command(flatten)]
    common: Common,
}

/// Values where nobody says how many: of one key, and of each of two.
const POINTS: [usize; 2] = [9, 7];
/// Most points of both keys together.
const MOST: usize = 2_500;

pub fn run(args: &Args, global: Global) -> Result<(), Failure> {
    if args.over.len() > 2 {
        return Err(Failure::Usage(
            "a sweep goes over one key or two; `reachsim optimise` takes up to four".into(),
        ));
    }
    let case = args.common.open(&args.file, args.what_if.as_deref(), global)?;
    let metric = study::subject(&case, args.metric.as_deref())?;
    let dials = Dials::read(&case, &args.over, "--over")?;
    let values: Vec<Vec<f64>> = dials
        .dials
        .iter()
        .map(|dial| dial.values(dial.points.unwrap_or(POINTS[dials.dials.len() - 1])))
        .collect();
    let points: Vec<Vec<f64>> = match &values[..] {
        [only] => only.iter().map(|value| vec![*value]).collect(),
        [first, second, ..] => {
            first.iter().flat_map(|a| second.iter().map(|b| vec![*a, *b])).collect()
        }
        [] => Vec::new(),
    };
    if points.len() > MOST {
        return Err(Failure::Usage(format!(
            "these are {} points, and at most {MOST} are simulated; ask for fewer, as in \
                `=1..21/9`",
            points.len()
        )));
    }
    let model = |at: Vec<f64>| Ok(GridPoint { model: dials.model(&at)?, at });
    let grid = points
        .into_iter()
        .map(model)
        .collect::<Result<Vec<GridPoint>, _>>()
        .map_err(Failure::Input)?;
    let most = load::most_trials(case.model()) / grid.len() as u64;
    if case.plan().trials > most {
        return Err(Failure::Usage(format!(
            "so many trials at {} points do not fit into memory: at most {most} do",
            grid.len()
        )));
    }
    let subject = case.model().column_name(metric);
    let asked =
        Asked { plan: case.plan(), subject: &subject, most: args.until_settled.then_some(most) };
    let found = study::run(global, |bar| Ok(sweep::sweep(&grid, asked, bar)))?;
    let (context, keys) = (case.context(), dials.keys());
    let answer = Answer {
        id: "sweep",
        text: screen::sweep(&context, &keys, metric, &found),
        document: json::sweep(&context, &keys, &found),
        pictures: pictures::sweep(&context, &keys, metric, &found),
    };
    args.common.answer(&case, answer)
}
