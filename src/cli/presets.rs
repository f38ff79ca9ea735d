//! `reachsim presets [ID]`.

use super::{Failure, terminal};
use reachsim::diagnostic::nearest_of;
use reachsim::output::screen;
use reachsim::scenario::presets;

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  reachsim presets
  reachsim presets facebook-2012")]
pub struct Args {
    /// The preset to print with the source of every figure
    id: Option<String>,
}

pub fn run(args: &Args) -> Result<(), Failure> {
    let Some(id) = &args.id else { return terminal::print(&screen::presets(presets::all())) };
    terminal::print(&screen::preset(find(id)?))
}

/// The preset of this id, or which there are.
pub fn find(id: &str) -> Result<&'static presets::Preset, Failure> {
    presets::find(id).ok_or_else(|| {
        let ids = presets::all().iter().map(|preset| preset.id.as_str());
        let known = nearest_of(id, ids, "there are");
        Failure::Usage(format!("there is no preset `{id}`: {known}"))
    })
}
