//! From those who are to be won first to their picture.

use super::maker::{Pictures, drawn};
use crate::output::charts::{Line, Lines, Style};
use crate::output::choice::Chosen;
use crate::output::draw::{Svg, Theme};
use crate::output::format::Format as _;
use crate::output::format::Quantity;
use crate::output::graph::{kind, sight};
use crate::output::look::Look;
use crate::output::phrases::number;
use crate::output::words::say;
use crate::scenario::theme::Theme as Wanted;

/// The spread of the first, of the first two, and so on, in the look of the program.
pub fn pictures(chosen: &Chosen) -> Vec<(&'static str, Svg)> {
    let theme: Theme = Look::of(&Wanted::default()).theme(chosen.locale);
    let mut pictures = Pictures::default();
    pictures.add("graph-choice", curve(chosen));
    drawn(&pictures.0, &stamp(chosen), &theme)
}

fn stamp(chosen: &Chosen) -> String {
    let (locale, network, seed) = (chosen.locale, chosen.network.as_str(), chosen.seed.to_string());
    match &chosen.hash {
        Some(hash) => {
            let hash = &hash[..hash.len().min(12)];
            say!(locale, "graph-stamp-file", network = network, hash = hash, seed = seed)
        }
        None => say!(locale, "graph-stamp", network = network, seed = seed),
    }
}

fn curve(chosen: &Chosen) -> Option<Lines> {
    let (locale, choice) = (chosen.locale, &chosen.choice);
    if choice.curve.len() < 2 {
        return None;
    }
    let line = |id: &str, style: Style, values: &mut dyn Iterator<Item = f64>| Line {
        name: say!(locale, id, kind = kind(chosen.tie)),
        style,
        points: values.enumerate().map(|(place, value)| ((place + 1) as f64, value)).collect(),
    };
    let lines = vec![
        line("choice-line", Style::Dotted, &mut choice.curve.iter().map(|known| known.value)),
        line("choice-line-friends", Style::Accent, &mut choice.most_friends_curve.iter().copied()),
        line("choice-line-random", Style::Quiet, &mut choice.random_curve.iter().copied()),
    ];
    let scope = say!(
        locale,
        "graph-scope",
        network = chosen.network.as_str(),
        people = locale.number(chosen.people as f64, Some(0.0))
    );
    Some(Lines {
        title: say!(
            locale,
            "choice-title",
            kind = kind(chosen.tie),
            n = choice.curve.len() as u64,
            people = number(locale, choice.spread),
            friends = number(locale, choice.most_friends),
            random = number(locale, choice.random)
        ),
        subtitle: say!(
            locale,
            "choice-subtitle",
            kind = sight(chosen.tie),
            scope = scope,
            share = locale.share(chosen.feed.visibility, Some(0.0))
        ),
        across: say!(locale, "choice-across"),
        upward: say!(locale, "graph-upward-people"),
        quantity: Quantity::Number,
        lines,
        marks: Vec::new(),
    })
}
