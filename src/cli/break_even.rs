//! `reachsim break-even`: what must be true for a goal to be met.

use std::path::PathBuf;

use super::study::{self, Common};
use super::{Failure, Global};
use reachsim::output::json::break_even as json;
use reachsim::output::pictures::break_even as pictures;
use reachsim::output::screen::studies as screen;
use reachsim::output::{Answer, tidy};
use reachsim::run::study as studies;
use reachsim::study::Goal;

/// Name of its answer.
const ID: &str = "break-even";

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  reachsim break-even page.toml
  reachsim break-even page.toml --for \"profit >= 0 @ 80%\"
  reachsim break-even page.toml --for \"mean(leads) >= 500\" --out out     with its charts
  reachsim break-even page.toml --what-if \"twice the team\" --format csv")]
pub struct Args {
    /// The scenario file
    file: PathBuf,
    /// The goal: a metric with the chance that is wanted, or a mean or percentile [default: the
    /// first target, else a profit in half of the futures]
    #[arg(long = "for", value_name = "GOAL")]
    goal: Option<String>,
    /// A what-if of the file, in whose place the scenario is taken
    #[arg(long, value_name = "NAME")]
    what_if: Option<String>,
    #[command(flatten)]
    common: Common,
}

pub fn run(args: &Args, global: Global) -> Result<(), Failure> {
    let case = args.common.open(ID, &args.file, args.what_if.as_deref(), global)?;
    let goal = match &args.goal {
        Some(text) => Goal::read(text, case.model()).map_err(|why| study::misread("--for", why))?,
        None => studies::usual_goal(&case)?,
    };
    let found = study::run(global, |bar| Ok(studies::break_even(&case, goal, bar)?))?;
    let context = study::context(&case);
    let answer = Answer {
        id: ID,
        text: screen::break_even(&context, &goal, &found),
        document: json::break_even(&context, &goal, &found),
        rows: tidy::break_even(&context, &goal, &found),
        pictures: pictures::break_even(&context, &goal, &found),
    };
    args.common.answer(&case, answer)
}
