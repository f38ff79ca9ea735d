//! Where a value comes from, in words.

use crate::model::Origin;
use crate::output::format::Locale;
use crate::output::words::{Words as _, say};
use crate::scenario::presets;

/// How a default is converted from euros, behind its source.
const CONVERTED: &str = " euros at `currency_per_eur`";

/// Where a value comes from, in one line.
pub fn source(locale: Locale, origin: &Origin) -> String {
    match origin {
        Origin::File { name, line, .. } => format!("{name}:{line}"),
        Origin::CommandLine => say!(locale, "source-command-line"),
        Origin::Measured { on } => say!(locale, "source-measured", on = locale.message(on)),
        Origin::Preset { id, year, source } => {
            let network = network(locale, id, &year.to_string());
            format!("{network}: {}", locale.source(source))
        }
        Origin::Default { source } => {
            say!(locale, "source-default", source = cited(locale, source))
        }
    }
}

/// A network in the state of a year: `Facebook (2012)`.
fn network(locale: Locale, id: &str, year: &str) -> String {
    let Some(preset) = presets::find(id) else { return format!("{id} ({year})") };
    let name = preset.name.as_str();
    let bare = name.strip_suffix(year).map_or(name, |name| name.trim_end_matches([',', ' ']));
    format!("{} ({year})", locale.source(bare))
}

/// The source of a default.
pub fn cited(locale: Locale, source: &str) -> String {
    match source.strip_suffix(CONVERTED).and_then(|rest| rest.rsplit_once("; ")) {
        Some((source, euros)) => {
            let source = locale.source(source);
            say!(locale, "source-converted", source = source, euros = euros)
        }
        None => locale.source(source),
    }
}
