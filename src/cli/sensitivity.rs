//! `reachsim sensitivity`: what drives a metric.

use std::path::PathBuf;

use super::study::{self, Common};
use super::{Failure, Global};
use reachsim::model::Understood;
use reachsim::output::json::studies as json;
use reachsim::output::pictures::studies as pictures;
use reachsim::output::screen::studies as screen;
use reachsim::output::{Answer, Case, tidy};
use reachsim::run::study as studies;
use reachsim::study::sensitivity::{Sensitivity, Totals};

/// Name of its answer.
const ID: &str = "sensitivity";

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  reachsim sensitivity page.toml
  reachsim sensitivity page.toml --metric leads --out out    with the tornado chart
  reachsim sensitivity page.toml --total                     what each input does together with \
  others, too")]
pub struct Args {
    /// The scenario file
    file: PathBuf,
    /// The metric that is driven [default: that of the first target]
    #[arg(long, value_name = "METRIC")]
    metric: Option<String>,
    /// Sobol' total indices as well, which take a further run for each input
    #[arg(long)]
    total: bool,
    /// A what-if of the file, in whose place the scenario is taken
    #[arg(long, value_name = "NAME")]
    what_if: Option<String>,
    #[command(flatten)]
    common: Common,
}

pub fn run(args: &Args, global: Global) -> Result<(), Failure> {
    let case = args.common.open(ID, &args.file, args.what_if.as_deref(), global)?;
    let metric = study::subject(&case, args.metric.as_deref())?;
    let totals = if args.total { Totals::Wanted } else { Totals::Left };
    let found = study::run(global, |bar| Ok(studies::sensitivity(&case, metric, totals, bar)?))?;
    let context = case.context();
    let absent = absent(&case, &found);
    let answer = Answer {
        id: ID,
        text: screen::sensitivity(&context, &found, &absent),
        document: json::sensitivity(&context, &found, &absent),
        rows: tidy::sensitivity(&context, &found),
        pictures: pictures::sensitivity(&context, &found),
    };
    args.common.answer(&case, answer)
}

/// Inputs without an effect, and numbers that are fixed, each with the reason why it is no driver.
fn absent(case: &Case, found: &Sensitivity) -> Vec<(String, String)> {
    let model = case.model();
    let metric = model.column_name(found.metric);
    let idle = found
        .idle
        .iter()
        .map(|&input| (model.inputs[input].key.clone(), format!("no effect on {metric}")));
    let fixed = case.lowered.assumptions.iter().filter_map(|assumption| match &assumption.value {
        Understood::Quantity(dist) if dist.is_fixed().is_some() => {
            Some((assumption.key.clone(), "a fixed number".to_owned()))
        }
        _ => None,
    });
    idle.chain(fixed).collect()
}
