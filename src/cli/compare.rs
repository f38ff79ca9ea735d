//! `reachsim compare`: variants against each other.

use std::path::{Path, PathBuf};

use super::flags::Looks;
use super::fleet::Fleet;
use super::load;
use super::study::{self, Common};
use super::watch;
use super::{Failure, Global};
use reachsim::diagnostic::message;
use reachsim::output::folder::Stop;
use reachsim::output::json::studies as json;
use reachsim::output::screen::studies::{self as screen, Depth};
use reachsim::output::story::Compared;
use reachsim::output::{self, Answer, Case, tidy};
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
  reachsim compare page.toml better.toml --out both   a deck, a page and a workbook of it, too

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
    looks: Looks,
    #[command(flatten)]
    common: Common,
}

pub fn run(args: &Args, global: Global) -> Result<(), Failure> {
    let dress = args.looks.dress(global)?;
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
    let mut answer = Answer {
        id: ID,
        text: screen::compare(&context, name, &subject, &found, depth),
        document: json::compare(&context, name, metric, &found),
        rows: tidy::compare(&context, name, metric, &found),
        pictures: Vec::new(),
    };
    if let Some(folder) = &args.common.out {
        watch::check()?;
        let wanted = args.looks.wanted(&dress, &case.about().theme);
        let compared = Compared { base: name, subject: &subject, found: &found };
        load::with_threads(global.threads, || {
            let told = (&answer.document, &answer.rows[..]);
            let target: (&Path, Stop) = (folder, &watch::interrupted);
            output::write_compared((&context, compared), &wanted, told, target)
        })??;
        let folder = folder.display().to_string();
        answer.text.push_str(&screen::files(case.about().locale, &folder));
    }
    study::print(args.common.format, &answer)
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
