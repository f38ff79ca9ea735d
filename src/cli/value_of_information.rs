//! `reachsim value-of-information`: what to measure first.

use std::path::PathBuf;

use super::fleet::Fleet;
use super::study::{self, Common};
use super::{Failure, Global};
use reachsim::diagnostic::message;
use reachsim::model::{ColumnId, Model};
use reachsim::output::json::studies as json;
use reachsim::output::pictures::studies as pictures;
use reachsim::output::screen::studies as screen;
use reachsim::output::{Answer, Case, tidy};
use reachsim::run::fleet;
use reachsim::run::study as studies;
use reachsim::run::variants::called;
use reachsim::study::Alternative;
use reachsim::study::voi::{self, Decision};

/// Name of its answer.
const ID: &str = "value-of-information";

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  reachsim value-of-information page.toml --metric profit
      the decision is to do what the file says, or nothing: no posts, no team and no budget
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
    fleet: Fleet,
    #[command(flatten)]
    common: Common,
}

pub fn run(args: &Args, global: Global) -> Result<(), Failure> {
    let case = args.common.open(ID, &args.file, None, global)?;
    let metric = study::subject(&case, args.metric.as_deref())?;
    let name = case.model().column_name(metric);
    let (names, models) = decisions(&args.between, &case, (&name, metric))?;
    let taken = models.iter().map(|(model, column)| Decision::Take(model, *column));
    let nothing = fleet::without(&case);
    let left = args.between.is_empty().then(|| studies::leave(nothing.as_ref(), metric));
    let decisions: Vec<Decision> = taken.chain(left).collect();
    let futures = voi::futures(&decisions, case.plan());
    args.fleet.forewarn(&case, futures, global, &study::all_futures)?;
    let of = (fleet::Study::Own, std::slice::from_ref(&case));
    let found = args.fleet.study(of, (&args.common, None), global, |watch| {
        Ok(studies::learn(&case, &decisions, watch)?)
    })?;
    let ranked = found.ranked();
    let context = study::context(&case);
    let answer = Answer {
        id: ID,
        text: screen::voi(&context, metric, &names, &found, &ranked),
        document: json::voi(&context, metric, &names, &found, &ranked),
        rows: tidy::voi(&context, metric, &names, &found, &ranked),
        pictures: pictures::voi(&context, metric, &found, &ranked),
    };
    args.common.answer(&case, answer)
}

type Named = (Vec<Alternative>, Vec<(Model, ColumnId)>);

/// The decisions between which one chooses, by their names; where none are named, to do what the
/// file says and to leave it.
pub fn decisions(
    between: &[String],
    case: &Case,
    (name, metric): (&str, ColumnId),
) -> Result<Named, Failure> {
    if between.is_empty() {
        return Ok((
            vec![Alternative::DoIt, Alternative::LeaveIt],
            vec![(fleet::own(case), metric)],
        ));
    }
    if between.len() < 2 {
        return Err(Failure::Usage(message!(
            "a decision is one between two or more: --between base,\"another\""
        )));
    }
    let mut models = Vec::new();
    for variant in between {
        let variant = variant.trim();
        let edits = case.scenario.variant(variant).map_err(Failure::Usage)?;
        let model = case.edited(&edits).map_err(Failure::Input)?;
        let Some(column) = model.column(name) else {
            return Err(Failure::Usage(message!(
                "the what-if `{variant}` does not measure `{name}`",
                variant,
                name
            )));
        };
        models.push((fleet::what_if(model, variant), column));
    }
    let names = between.iter().map(|name| called(case, name.trim()));
    Ok((names.collect(), models))
}
