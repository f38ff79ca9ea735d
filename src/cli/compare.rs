//! `reachsim compare`: variants against each other.

use std::path::PathBuf;

use super::fleet::Fleet;
use super::load;
use super::study::{self, Common};
use super::{Failure, Global};
use reachsim::diagnostic::message;
use reachsim::output::json::studies as json;
use reachsim::output::pictures::studies as pictures;
use reachsim::output::screen::studies::{self as screen, Depth};
use reachsim::output::{Answer, Case, tidy};
use reachsim::run::Until;
use reachsim::run::fleet::Study;
use reachsim::run::variants::Alternatives;

/// Name of its answer.
const ID: &str = "compare";

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  reachsim compare page.toml                     the what-ifs of the file, against the file as it is
  reachsim compare page.toml --against nothing   what the page brings, against no posts, no team, \
  no budget
  reachsim compare page.toml better.toml         two scenarios, and what makes the difference
  reachsim compare page.toml --metric leads --until-settled

A file states its what-ifs as `[[what_if]]` tables with a name and the keys that they set; every \
campaign has
the what-if `without <campaign>`.")]
pub struct Args {
    /// One scenario with its what-ifs, or several scenarios, the first of which is the base
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// The what-if of the file that the others are compared with, such as `nothing`
    #[arg(long, value_name = "NAME")]
    against: Option<String>,
    /// The metric that decides [default: that of the first target]
    #[arg(long, value_name = "METRIC")]
    metric: Option<String>,
    /// Go on until the chance of a wrong pick is below 1 %
    #[arg(long)]
    until_settled: bool,
    #[command(flatten)]
    fleet: Fleet,
    #[command(flatten)]
    common: Common,
}

pub fn run(args: &Args, global: Global) -> Result<(), Failure> {
    let case = args.common.open(ID, &args.files[0], None, global)?;
    let mut cases = vec![case.clone()];
    let alternatives = match &args.files[1..] {
        [] => {
            for what_if in &case.scenario.what_ifs {
                load::warn_idle(&case, case.scenario.changed(&what_if.edits), global);
            }
            Alternatives::what_ifs(&case, args.against.as_deref())?
        }
        others => {
            let others = others_of(args, others, global)?;
            cases.extend(others.iter().cloned());
            Alternatives::scenarios(&case, others)?
        }
    };
    let metric = study::subject(&case, args.metric.as_deref())?;
    let subject = case.model().column_name(metric);
    let until = if args.until_settled { Until::Settled } else { Until::Planned };
    let asked = match cases.len() {
        1 => Study::WhatIfs(args.against.clone()),
        _ => Study::Scenarios,
    };
    let alternatives = alternatives.named();
    let found = args.fleet.study((asked, &cases), (&args.common, None), global, |watch| {
        Ok(alternatives.compare(case.plan(), &subject, until, watch)?)
    })?;
    let (context, name) = (study::context(&case), &alternatives.base_name);
    let depth = if global.verbose { Depth::Verbose } else { Depth::Plain };
    let answer = Answer {
        id: ID,
        text: screen::compare(&context, name, &subject, &found, depth),
        document: json::compare(&context, name, metric, &found),
        rows: tidy::compare(&context, name, metric, &found),
        pictures: pictures::compare(&context, name, &subject, &found),
    };
    args.common.answer(&case, answer)
}

/// The files behind the first one, which is the base.
fn others_of(args: &Args, others: &[PathBuf], global: Global) -> Result<Vec<Case>, Failure> {
    if args.against.is_some() {
        return Err(Failure::Usage(message!(
            "--against names a what-if of one file, and here are several"
        )));
    }
    load::each(others, &args.common.simulation.reading.options(), global)
}
