//! `reachsim schema`.

use clap::builder::PossibleValuesParser;

use super::{Failure, terminal};
use reachsim::output::json::schema::{self, ANSWERS};
use reachsim::scenario;

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  reachsim schema > reachsim.schema.json     what a scenario file may say, for editors
  reachsim schema --of compare               what `reachsim compare --format json` prints
  reachsim schema --of runs                  what `reachsim run` prints of several files")]
pub struct Args {
    /// The answer that is described, as programs get it by --format json [default: scenario files]
    #[arg(
        long,
        value_name = "ANSWER",
        value_parser = PossibleValuesParser::new(ANSWERS.iter().map(|answer| answer.name))
    )]
    of: Option<String>,
}

pub fn run(args: &Args) -> Result<(), Failure> {
    let described = args.of.as_deref().and_then(schema::of);
    terminal::print_json(&described.unwrap_or_else(scenario::schema))
}
