//! `reachsim solve`: the smallest change that reaches a goal.

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
use reachsim::study::{Goal, solve};

/// Name of its answer.
const ID: &str = "solve";

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  reachsim solve page.toml --for \"profit >= 0 @ 80%\" --vary \
  community.page.questions.per_year=2k..40k
  reachsim solve page.toml --for \"mean(leads) >= 500\" --vary community.page.posts.per_week=1..21
  reachsim solve page.toml --for \"p10(profit) >= 0\" --vary cost.manager_per_month=0..3000")]
pub struct Args {
    /// The scenario file
    file: PathBuf,
    /// The goal: a metric with the chance that is wanted, or a mean or percentile
    #[arg(long = "for", value_name = "GOAL")]
    goal: String,
    /// The key that is varied, with its range
    #[arg(long, value_name = "KEY=FROM..TO")]
    vary: String,
    /// A what-if of the file, in whose place the scenario is taken
    #[arg(long, value_name = "NAME")]
    what_if: Option<String>,
    /// Go on until the chance that the answer moves by more than 1 % of the range is below 1 %
    #[arg(long)]
    until_settled: bool,
    #[command(flatten)]
    fleet: Fleet,
    #[command(flatten)]
    common: Common,
}

pub fn run(args: &Args, global: Global) -> Result<(), Failure> {
    let case = args.common.open(ID, &args.file, args.what_if.as_deref(), global)?;
    let goal = Goal::read(&args.goal, case.model()).map_err(|why| study::misread("--for", why))?;
    let knobs = Knobs::read(&case, std::slice::from_ref(&args.vary), "--vary")?;
    load::warn_idle(&case, knobs.set(), global);
    let until = if args.until_settled { Until::Settled } else { Until::Planned };
    let (asked, what_if) = (Study::Knobs(vec![args.vary.clone()]), args.what_if.as_deref());
    let futures = solve::futures(case.plan());
    args.fleet.forewarn(&case, futures, global, &|futures, time| {
        message!(
            "at least {futures} futures in all, which take about {time}. A smaller --trials takes \
             fewer.",
            futures,
            time
        )
    })?;
    let of = (asked, std::slice::from_ref(&case));
    let found = args.fleet.study(of, (&args.common, what_if), global, |watch| {
        Ok(knobs.solve(&case, goal, until, watch)?)
    })?;
    let (context, knob) = (study::context(&case), &knobs.knobs[0]);
    let range = knobs.ranges(&case)[0];
    let answer = Answer {
        id: ID,
        text: screen::solve(&context, (&knob.key, range), &goal, &found),
        document: json::solve(&context, knob, &goal, &found),
        rows: tidy::solve(&context, knob, &goal, &found),
        pictures: pictures::solve(&context, (&knob.key, range), &goal, &found),
    };
    args.common.answer(&case, answer)
}
