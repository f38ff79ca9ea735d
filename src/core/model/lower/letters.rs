//! Letters of the title and of names that pictures have no shapes for.

use crate::diagnostic::{Code, Diagnostic, Span, message};
use crate::scenario::artwork::blanks;
use crate::scenario::keys::key;
use crate::scenario::theme::Theme;
use crate::scenario::{Scenario, Value};

/// Letters that a message names.
const FEW: usize = 8;

/// Warns of letters that pictures leave blank.
pub fn check(scenario: &Scenario, theme: &Theme, problems: &mut Vec<Diagnostic>) {
    let fonts = [theme.body_font.as_ref(), theme.heading_font.as_ref()];
    let mut all: Vec<char> = Vec::new();
    let mut places: Vec<Span> = Vec::new();
    for (text, at) in drawn(scenario) {
        let blanks = blanks(text, fonts);
        if !blanks.is_empty() {
            places.push(at.clone());
        }
        for letter in blanks {
            if !all.contains(&letter) {
                all.push(letter);
            }
        }
    }
    let mut places = places.into_iter();
    let Some(first) = places.next() else { return };
    let few: String = all.iter().take(FEW).collect();
    let message = if all.len() > FEW {
        message!("the font of the pictures has no {few} and more", few)
    } else {
        message!("the font of the pictures has no {few}", few)
    };
    let problem =
        Diagnostic::new(Code::LettersBlank, message).at(first, message!("blank in PNG pictures"));
    let problem = places.fold(problem, |problem, place| problem.also(place, message!("here too")));
    problems.push(problem.help(message!(
        "name a font file that has these letters in `theme.body_font`; pages, slides and SVG \
         pictures take them from the fonts of whoever opens them"
    )));
}

/// Every text of the file that pictures show.
fn drawn(scenario: &Scenario) -> Vec<(&str, &Span)> {
    let title = scenario.keys.get(key!("title")).and_then(|given| match &given.value {
        Some(Value::Word(title)) => Some((title.as_str(), &given.value_at)),
        _ => None,
    });
    let sections = &scenario.sections;
    let words = sections
        .targets
        .iter()
        .filter_map(|target| target.name.as_ref())
        .chain(sections.campaigns.iter().filter_map(|campaign| campaign.name.as_ref()))
        .chain(sections.metrics.iter().map(|metric| &metric.id))
        .chain(scenario.what_ifs.iter().chain(&scenario.states).map(|what_if| &what_if.name));
    let names = scenario.communities.iter().map(|community| (community.id.as_str(), &community.at));
    let words = words.map(|word| (word.text.as_str(), &word.at));
    title.into_iter().chain(names).chain(words).collect()
}
