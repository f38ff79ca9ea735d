//! `reachsim presets`: the built-in networks and where their figures come from.

use super::layout::{self, WIDTH, cells, ends};
use crate::output::format::Locale;
use crate::output::phrases::shape;
use crate::scenario::keys::ESTIMATE;
use crate::scenario::presets::{Preset, is_estimate};

const KEY: usize = 24;
const VALUE: usize = 24;
const SOURCE: usize = WIDTH - KEY - VALUE - 4;

/// A line for each preset.
pub fn presets(presets: &[Preset]) -> String {
    let mut lines = vec![line(["Id", "Network", "Year"], "Figures")];
    for preset in presets {
        let estimates = estimates(preset);
        let figures = format!("{}, {estimates} of them estimates", preset.figures.len());
        lines.push(line([&preset.id, &preset.name, &preset.year.to_string()], &figures));
    }
    lines.push(String::new());
    lines.push("All figures of one with their sources: reachsim presets ID".into());
    layout::text(&lines)
}

/// Every figure of a preset with its source.
pub fn preset(preset: &Preset) -> String {
    let mut lines = vec![ends(
        &format!("{} ({})", preset.name, preset.id),
        &format!("as of {}", preset.year),
        WIDTH,
    )];
    for figure in &preset.figures {
        let key = figure.key.path.trim_start_matches("community.<id>.").to_owned();
        let value = shape(Locale::default(), &figure.dist, figure.key.unit);
        lines.extend(cells([
            (&[key], KEY),
            (&[value], VALUE),
            (std::slice::from_ref(&figure.source), SOURCE),
        ]));
    }
    let (count, estimates) = (preset.figures.len(), estimates(preset));
    lines.push(String::new());
    lines.push(format!(
        "{estimates} of {count} figures are {ESTIMATE}s: state your own where you know better."
    ));
    layout::text(&lines)
}

fn estimates(preset: &Preset) -> usize {
    preset.figures.iter().filter(|figure| is_estimate(&figure.source)).count()
}

fn line([id, name, year]: [&str; 3], figures: &str) -> String {
    format!("{}{}{}{figures}", layout::pad(id, 20), layout::pad(name, 24), layout::pad(year, 8))
}
