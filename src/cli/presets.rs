//! `reachsim presets [ID]`.

use super::flags::StudyFormat;
use super::{Failure, Global, terminal};
use reachsim::diagnostic::{message, nearest_of};
use reachsim::output::{json, screen, tidy};
use reachsim::scenario::presets;

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  reachsim presets
  reachsim presets facebook-2012
  reachsim presets --format json")]
pub struct Args {
    /// The preset to print with the source of every figure
    id: Option<String>,
    /// In which form to print the answer
    #[arg(long, default_value = "text")]
    format: StudyFormat,
}

pub fn run(args: &Args, global: Global) -> Result<(), Failure> {
    let locale = global.locale.first().unwrap_or_default();
    let one = args.id.as_deref().map(find).transpose()?;
    let shown = one.map_or(presets::all(), std::slice::from_ref);
    match (args.format, one) {
        (StudyFormat::Csv, _) => terminal::print(&tidy::csv(&tidy::presets(shown))),
        (StudyFormat::Text, None) => terminal::show(&screen::presets(locale, presets::all())),
        (StudyFormat::Text, Some(preset)) => terminal::show(&screen::preset(locale, preset)),
        (StudyFormat::Json, None) => {
            terminal::beside(|| screen::presets(locale, presets::all()))?;
            terminal::print_json(&json::presets(None, presets::all()))
        }
        (StudyFormat::Json, Some(preset)) => {
            terminal::beside(|| screen::preset(locale, preset))?;
            terminal::print_json(&json::presets(Some(&preset.id), std::slice::from_ref(preset)))
        }
    }
}

/// The preset of this id, or which there are.
pub fn find(id: &str) -> Result<&'static presets::Preset, Failure> {
    presets::find(id).ok_or_else(|| {
        let ids = presets::all().iter().map(|preset| preset.id.as_str());
        let known = nearest_of(id, ids);
        Failure::Usage(message!("there is no preset `{id}`: {known}", id, known))
    })
}

/// The presets of these ids, each once.
pub fn find_each(ids: &[String]) -> Result<Vec<&'static presets::Preset>, Failure> {
    let mut found: Vec<&'static presets::Preset> = Vec::new();
    for id in ids.iter().map(|id| id.trim()) {
        let preset = find(id)?;
        if found.iter().any(|other| other.id == preset.id) {
            return Err(Failure::Usage(message!("`{id}` is named twice", id)));
        }
        found.push(preset);
    }
    Ok(found)
}
