//! `reachsim init`.

use super::{Failure, presets, terminal};
use reachsim::diagnostic::message;
use reachsim::scenario;

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  reachsim init > page.toml
  reachsim run page.toml")]
pub struct Args {
    /// The network of the community, one of `reachsim presets` [default: the latest of them]
    #[arg(long, value_name = "ID")]
    platform: Option<String>,
}

pub fn run(args: &Args) -> Result<(), Failure> {
    let id = match &args.platform {
        Some(id) => &presets::find(id)?.id,
        None => latest().ok_or_else(|| Failure::Usage(message!("no preset is built in")))?,
    };
    terminal::print(&scenario::starter(id))
}

/// The preset of the latest year, the first of them.
fn latest() -> Option<&'static String> {
    let newest = scenario::presets::all().iter().rev().max_by_key(|preset| preset.year);
    newest.map(|preset| &preset.id)
}
