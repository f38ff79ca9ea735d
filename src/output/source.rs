//! Where a number comes from, as people read it: a network has its name, and not its id.

use super::json;
use crate::model::Origin;
use crate::scenario::presets;

/// Where a number comes from.
pub fn source(origin: &Origin) -> String {
    match origin {
        Origin::Preset { id, year, source } => {
            format!("{}: {source}", network(id, &year.to_string()))
        }
        other => json::source(other),
    }
}

/// A network in the state of a year: `Facebook (2012)`.
fn network(id: &str, year: &str) -> String {
    let name = presets::find(id).map_or(id, |preset| preset.name.as_str());
    let name = name.strip_suffix(year).map_or(name, |name| name.trim_end_matches([',', ' ']));
    format!("{name} ({year})")
}
