//! `reachsim sensitivity`: what drives a metric.

use std::path::PathBuf;

use super::fleet::Fleet;
use super::load;
use super::study::{self, Common, Work};
use super::{Failure, Global};
use reachsim::diagnostic::message;
use reachsim::engine::{self, Unwatched};
use reachsim::model::{ColumnId, Plan, Understood};
use reachsim::output::json::studies as json;
use reachsim::output::pictures::studies as pictures;
use reachsim::output::screen::studies as screen;
use reachsim::output::{Answer, Case, tidy};
use reachsim::run::fleet;
use reachsim::run::study as studies;
use reachsim::study::sensitivity::{Sensitivity, Totals, Wanted, ends_of, futures};

/// Name of its answer.
const ID: &str = "sensitivity";

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  reachsim sensitivity page.toml
  reachsim sensitivity page.toml --metric leads --out out    with the tornado chart
  reachsim sensitivity page.toml --total                     what each input does together with \
  others, too
  reachsim sensitivity page.toml --top 20                only the inputs that go most closely with \
  it")]
pub struct Args {
    /// The scenario file
    file: PathBuf,
    /// The metric that is driven [default: that of the first target]
    #[arg(long, value_name = "METRIC")]
    metric: Option<String>,
    /// Sobol' total indices as well, which take a further run for each input
    #[arg(long)]
    total: bool,
    /// Look only at so many inputs: those whose rank correlation with the metric is the strongest
    #[arg(long, value_name = "N", value_parser = load::whole::<1, 1_000_000>)]
    top: Option<u64>,
    /// A what-if of the file, in whose place the scenario is taken
    #[arg(long, value_name = "NAME")]
    what_if: Option<String>,
    #[command(flatten)]
    fleet: Fleet,
    #[command(flatten)]
    common: Common,
}

pub fn run(args: &Args, global: Global) -> Result<(), Failure> {
    let mut case = args.common.open(ID, &args.file, args.what_if.as_deref(), global)?;
    let metric = study::subject(&case, args.metric.as_deref())?;
    let wanted = Wanted {
        totals: if args.total { Totals::Wanted } else { Totals::Left },
        top: args.top.map(|top| top as usize),
    };
    forewarn(&case, metric, wanted, global)?;
    case.lowered.model = fleet::own(&case);
    let of = (fleet::Study::Own, std::slice::from_ref(&case));
    let found = args.fleet.study(of, (&args.common, args.what_if.as_deref()), global, |watch| {
        Ok(studies::sensitivity(&case, metric, wanted, watch)?)
    })?;
    let context = study::context(&case);
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

/// Inputs by which the time of a study is told.
const SAMPLED: usize = 8;

/// Says beforehand what takes long.
fn forewarn(case: &Case, metric: ColumnId, wanted: Wanted, global: Global) -> Result<(), Failure> {
    let (model, plan) = (case.model(), case.plan());
    let inputs = model.inputs.len();
    let some: Vec<usize> = (0..inputs).step_by(inputs.div_ceil(SAMPLED).max(1)).collect();
    let ends = ends_of(model, &some);
    let work = Work {
        futures: futures(model, plan, wanted),
        told: &|futures, time| {
            message!(
                "{inputs} inputs, of which each is taken at both ends of its range: {futures} \
                 futures in all, which take about {time}. --top 20 looks only at those that go \
                 most closely with the metric, and a smaller --trials takes fewer futures.",
                inputs,
                futures,
                time
            )
        },
    };
    study::forewarn(&work, global, |trials| {
        engine::ends(model, Plan { trials, ..plan }, metric, &ends, &Unwatched);
        trials * (1 + 2 * ends.len() as u64)
    })
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
    let left_out =
        found.left_out.iter().map(|&input| (model.inputs[input].key.clone(), "--top".to_owned()));
    idle.chain(fixed).chain(left_out).collect()
}
