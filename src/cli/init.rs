//! `reachsim init`.

use super::{Failure, presets, terminal};
use crate::scenario;

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  reachsim init > page.toml
  reachsim run page.toml")]
pub struct Args {
    /// The network of the community, one of `reachsim presets`
    #[arg(long, default_value = "facebook", value_name = "ID")]
    platform: String,
}

pub fn run(args: &Args) -> Result<(), Failure> {
    let preset = presets::find(&args.platform)?;
    terminal::print(&scenario::starter(&preset.id))
}
