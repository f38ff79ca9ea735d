//! `reachsim presets`: the built-in networks and where their figures come from.

use super::layout::{self, WIDTH, cells, ends};
use crate::output::format::Locale;
use crate::output::phrases::shape;
use crate::output::words::{Words as _, say};
use crate::scenario::presets::{Preset, is_estimate};

const KEY: usize = 24;
const VALUE: usize = 24;
const SOURCE: usize = WIDTH - KEY - VALUE - 4;

/// A line for each preset.
pub fn presets(locale: Locale, presets: &[Preset]) -> String {
    let heads = ["presets-id", "presets-network", "presets-year", "presets-figures"];
    let [id, network, year, figures] = heads.map(|id| locale.say(id, &[]));
    let mut lines = vec![line([&id, &network, &year], &figures)];
    for preset in presets {
        let estimates = estimates(preset);
        let all = preset.figures.len() as u64;
        let figures = say!(locale, "presets-of-them", all = all, n = estimates as u64);
        let (name, year) = (locale.source(&preset.name), preset.year.to_string());
        lines.push(line([&preset.id, &name, &year], &figures));
    }
    lines.push(String::new());
    lines.push(say!(locale, "presets-more"));
    layout::text(&lines)
}

/// Every figure of a preset with its source.
pub fn preset(locale: Locale, preset: &Preset) -> String {
    let name = format!("{} ({})", locale.source(&preset.name), preset.id);
    let year = preset.year.to_string();
    let mut lines = vec![ends(&name, &say!(locale, "presets-as-of", year = year), WIDTH)];
    for figure in &preset.figures {
        let key = figure.key.path.trim_start_matches("community.<id>.").to_owned();
        let value = shape(locale, &figure.dist, figure.key.unit);
        lines.extend(cells([
            (&[key], KEY),
            (&[value], VALUE),
            (&[locale.source(&figure.source)], SOURCE),
        ]));
    }
    let (count, estimates) = (preset.figures.len(), estimates(preset));
    lines.push(String::new());
    lines.push(say!(locale, "presets-estimates", all = count as u64, n = estimates as u64));
    layout::text(&lines)
}

fn estimates(preset: &Preset) -> usize {
    preset.figures.iter().filter(|figure| is_estimate(&figure.source)).count()
}

fn line([id, name, year]: [&str; 3], figures: &str) -> String {
    format!("{}{}{}{figures}", layout::pad(id, 20), layout::pad(name, 24), layout::pad(year, 8))
}
