//! `reachsim sweep`: a metric over the values of one key or two.

use std::path::PathBuf;

use super::fleet::Fleet;
use super::load;
use super::study::{self, Common};
use super::{Failure, Global};
use reachsim::diagnostic::message;
use reachsim::output::json::studies as json;
use reachsim::output::pictures::studies as pictures;
use reachsim::output::screen::studies as screen;
use reachsim::output::{Answer, tidy};
use reachsim::run::Until;
use reachsim::run::fleet::Study;
use reachsim::run::knobs::Knobs;

/// Name of its answer.
const ID: &str = "sweep";

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
    fleet: Fleet,
    #[command(flatten)]
    common: Common,
}

pub fn run(args: &Args, global: Global) -> Result<(), Failure> {
    if args.over.len() > 2 {
        return Err(Failure::Usage(message!(
            "a sweep goes over one key or two; `reachsim optimise` takes up to four"
        )));
    }
    let case = args.common.open(ID, &args.file, args.what_if.as_deref(), global)?;
    let metric = study::subject(&case, args.metric.as_deref())?;
    let knobs = Knobs::read(&case, &args.over, "--over")?;
    load::warn_idle(&case, knobs.set(), global);
    let points = knobs.count();
    args.fleet.forewarn(&case, case.plan().trials * points, global, &|futures, time| {
        message!(
            "{points} points take {futures} futures in all, and those about {time}. Fewer points, \
             as in --over KEY=FROM..TO/5, and a smaller --trials take fewer.",
            points,
            futures,
            time
        )
    })?;
    let until = if args.until_settled { Until::Settled } else { Until::Planned };
    let (asked, what_if) = (Study::Knobs(args.over.clone()), args.what_if.as_deref());
    let of = (asked, std::slice::from_ref(&case));
    let found = args.fleet.study(of, (&args.common, what_if), global, |watch| {
        Ok(knobs.sweep(&case, metric, until, watch)?)
    })?;
    let (context, keys) = (study::context(&case), knobs.keys());
    let answer = Answer {
        id: ID,
        text: screen::sweep(&context, &keys, metric, &found),
        document: json::sweep(&context, &knobs.knobs, metric, &found),
        rows: tidy::sweep(&context, &knobs.knobs, metric, &found),
        pictures: pictures::sweep(&context, &keys, metric, &found),
    };
    args.common.answer(&case, answer)
}
