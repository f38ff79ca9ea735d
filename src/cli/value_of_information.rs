//! `reachsim value-of-information`: what to measure first.

use std::path::PathBuf;

use super::compare::called;
use super::study::{self, Common};
use super::{Failure, Global};
use reachsim::engine::Unwatched;
use reachsim::model::{ColumnId, Model, Plan};
use reachsim::output::json::studies as json;
use reachsim::output::pictures::studies as pictures;
use reachsim::output::screen::studies as screen;
use reachsim::output::{self, Answer, Case};
use reachsim::study::Alternative;
use reachsim::study::voi::{self, Decision};

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  reachsim value-of-information page.toml --metric profit
      the decision is to do what the file says, or to leave it, which is worth nothing
  reachsim value-of-information page.toml --metric profit --between base,\"twice the posts\",nothing
      the decision is between what-ifs; `base` is the file as it is")]
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

/// Trials from which regressions are fitted.
const FEWEST: u64 = 1_000;

pub fn run(args: &Args, global: Global) -> Result<(), Failure> {
    let case = args.common.open(&args.file, None, global)?;
    study::needs_trials(case.plan(), FEWEST)?;
    let metric = study::subject(&case, args.metric.as_deref())?;
    let name = case.model().column_name(metric);
    let (names, models) = decisions(args, &case, (&name, metric))?;
    let taken = models.iter().map(|(model, column)| Decision::Take(model, *column));
    let decisions: Vec<Decision> = if args.between.is_empty() {
        taken.chain([Decision::Leave]).collect()
    } else {
        taken.collect()
    };
    let found = study::run(global, |bar| Ok(voi::learn(&decisions, case.plan(), bar)))?;
    let Some(found) = found else {
        return Err(Failure::Usage(format!(
            "`{name}` is undefined in some futures, so that no decision can be valued by it: \
                choose another --metric"
        )));
    };
    let ranked = found.ranked();
    let context = case.context();
    let answer = Answer {
        id: "value-of-information",
        text: screen::voi(&context, metric, &names, &found, &ranked),
        document: json::voi(&context, &name, &names, &found, &ranked),
        pictures: pictures::voi(&context, metric, &found, &ranked),
    };
    args.common.answer(&case, answer)
}

/// What it is worth to know each input before one decides for the scenario or against it; nothing
/// where it is undefined.
pub fn of_decision(case: &Case, plan: Plan, metric: ColumnId) -> Option<output::Worths> {
    let found =
        voi::learn(&[Decision::Take(case.model(), metric), Decision::Leave], plan, &Unwatched)?;
    Some(output::Worths { metric, ranked: found.ranked(), found })
}

type Named = (Vec<Alternative>, Vec<(Model, ColumnId)>);

/// The decisions by their names.
fn decisions(args: &Args, case: &Case, (name, metric): (&str, ColumnId)) -> Result<Named, Failure> {
    if args.between.is_empty() {
        return Ok((
            vec![Alternative::DoIt, Alternative::LeaveIt],
            vec![(case.model().clone(), metric)],
        ));
    }
    if args.between.len() < 2 {
        return Err(Failure::Usage(
            "a decision is one between two or more: --between base,\"another\"".into(),
        ));
    }
    let mut models = Vec::new();
    for variant in &args.between {
        let variant = variant.trim();
        let edits = case.scenario.variant(variant).map_err(Failure::Usage)?;
        let model = case.edited(&edits).map_err(Failure::Input)?;
        let Some(column) = model.column(name) else {
            return Err(Failure::Usage(format!(
                "the what-if `{variant}` does not measure `{name}`"
            )));
        };
        models.push((model, column));
    }
    let names = args.between.iter().map(|name| called(name.trim()));
    Ok((names.collect(), models))
}
