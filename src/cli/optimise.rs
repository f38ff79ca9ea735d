//! `reachsim optimise`: the best values of up to four keys.

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
use reachsim::run::fleet::Study;
use reachsim::run::knobs::Knobs;
use reachsim::study::optimise::{self, Direction, KEYS, Problem};
use reachsim::study::{Goal, Statistic};

/// Name of its answer.
const ID: &str = "optimise";

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  reachsim optimise page.toml --maximise \"p10(profit)\" --vary community.page.posts.per_week=1..21
  reachsim optimise page.toml --maximise profit --vary community.page.posts.per_week=1..21 \\
      --vary support.hours_per_week=5..40 --subject-to \"total_cost <= 50k @ 95%\"
  reachsim optimise page.toml --minimise total_cost --vary support.hours_per_week=1..40 \
  --subject-to \"mean(leads) >= 300\"")]
#[command(group = clap::ArgGroup::new("aim").required(true))]
pub struct Args {
    /// The scenario file
    file: PathBuf,
    /// The statistic that should be high: \"mean(profit)\", \"p10(profit)\"
    #[arg(long, group = "aim", value_name = "STATISTIC")]
    maximise: Option<String>,
    /// The statistic that should be low
    #[arg(long, group = "aim", value_name = "STATISTIC")]
    minimise: Option<String>,
    /// A key that is varied, with its range; one to four
    #[arg(long, required = true, value_name = "KEY=FROM..TO")]
    vary: Vec<String>,
    /// What has to hold; may be repeated
    #[arg(long, value_name = "GOAL")]
    subject_to: Vec<String>,
    /// A what-if of the file, in whose place the scenario is taken
    #[arg(long, value_name = "NAME")]
    what_if: Option<String>,
    #[command(flatten)]
    fleet: Fleet,
    #[command(flatten)]
    common: Common,
}

pub fn run(args: &Args, global: Global) -> Result<(), Failure> {
    if args.vary.len() > KEYS {
        return Err(Failure::Usage(message!(
            "at most {most} keys are varied together, and here are {keys}",
            most = KEYS,
            keys = args.vary.len()
        )));
    }
    let case = args.common.open(ID, &args.file, args.what_if.as_deref(), global)?;
    let model = case.model();
    let (direction, text, flag) = match (&args.maximise, &args.minimise) {
        (Some(text), _) => (Direction::Maximise, text, "--maximise"),
        (None, Some(text)) => (Direction::Minimise, text, "--minimise"),
        (None, None) => {
            return Err(Failure::Usage(message!("say what to --maximise or to --minimise")));
        }
    };
    let statistic = Statistic::read(text, model).map_err(|why| study::misread(flag, why))?;
    let subject_to: Vec<Goal> = args
        .subject_to
        .iter()
        .map(|text| Goal::read(text, model).map_err(|why| study::misread("--subject-to", why)))
        .collect::<Result<_, Failure>>()?;
    let knobs = Knobs::read(&case, &args.vary, "--vary")?;
    load::warn_idle(&case, knobs.set(), global);
    let problem = Problem { direction, statistic, subject_to, ranges: knobs.ranges(&case) };
    let futures = optimise::futures(args.vary.len(), case.plan());
    args.fleet.forewarn(&case, futures, global, &|futures, time| {
        message!(
            "at most {futures} futures in all, which take up to {time}. Fewer --vary and a smaller \
             --trials take fewer.",
            futures,
            time
        )
    })?;
    let (asked, what_if) = (Study::Knobs(args.vary.clone()), args.what_if.as_deref());
    let of = (asked, std::slice::from_ref(&case));
    let found = args.fleet.study(of, (&args.common, what_if), global, |watch| {
        let models = |values: &[f64]| knobs.model(values);
        optimise::optimise(&models, &problem, case.plan(), watch).map_err(Failure::Input)
    })?;
    let (context, keys) = (study::context(&case), knobs.keys());
    let answer = Answer {
        id: ID,
        text: screen::optimise(&context, &keys, &problem, &found),
        document: json::optimise(&context, &knobs.knobs, &problem, &found),
        rows: tidy::optimise(&context, &knobs.knobs, &problem, &found),
        pictures: pictures::optimise(&context, &keys, &problem, &found),
    };
    args.common.answer(&case, answer)
}
