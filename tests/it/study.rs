//! The studies: against closed forms, against themselves, and against planted defects.

mod break_even;
mod cases;
mod command;
mod compare;
mod condition;
mod formula;
mod future;
mod measure;
mod musts;
mod optimise;
mod robust;
mod sensitivity;
mod solve;
mod sweep;
mod variants;
mod voi;

use std::path::Path;

use reachsim::diagnostic::Style;
use reachsim::locale::Label;
use reachsim::model::{Lowered, Model, lower};
use reachsim::scenario::{self, Scenario};
use reachsim::study::Asked;
use reachsim::study::compare::{Comparison, Contrast, Difference, Variant, compare};
use reachsim::study::{Alternative, EditOrder, subject};

use crate::support::plan;

/// A scenario that has to be right, as it was read and as it is understood.
#[track_caller]
pub fn read(text: &str, sets: &[&str]) -> (Scenario, Lowered) {
    let sets: Vec<String> = sets.iter().map(|set| (*set).to_owned()).collect();
    let parsed = scenario::parse(Path::new("test.toml"), text.to_owned(), &sets);
    let scenario = parsed.unwrap_or_else(|problems| panic!("{}", problems.render(Style::Plain)));
    let lowered = lower(scenario.clone())
        .unwrap_or_else(|problems| panic!("{}", problems.render(Style::Plain)));
    (scenario, lowered)
}

/// What is printed about a scenario that is wrong.
#[track_caller]
pub fn refused(text: &str) -> String {
    let parsed = scenario::parse(Path::new("test.toml"), text.to_owned(), &[]).and_then(lower);
    parsed.expect_err("a mistake").render(Style::Plain)
}

/// The model of a variant of a text.
#[track_caller]
pub fn varied(text: &str, name: &str) -> Model {
    let (scenario, _) = read(text, &[]);
    let edits = scenario.variant(name).unwrap_or_else(|why| panic!("{why}"));
    lower(scenario.changed(&edits))
        .unwrap_or_else(|problems| panic!("{}", problems.render(Style::Plain)))
        .model
}

/// A variant with everything that lies between it and the base.
#[track_caller]
pub fn variant(scenario: &Scenario, name: &str) -> Variant {
    let edits = scenario.variant(name).unwrap_or_else(|why| panic!("{why}"));
    let model = |places: &[usize]| {
        let chosen: Vec<_> = places.iter().map(|&place| edits[place].clone()).collect();
        lower(scenario.changed(&chosen))
            .unwrap_or_else(|problems| panic!("{}", problems.render(Style::Plain)))
            .model
    };
    let all: Vec<usize> = (0..edits.len()).collect();
    Variant {
        name: Alternative::Named(Label::plain(name)),
        model: model(&all),
        edits: edits.iter().map(|edit| edit.words.clone()).collect(),
        between: EditOrder::of(edits.len())
            .between(edits.len())
            .iter()
            .map(|places| model(places))
            .collect(),
    }
}

/// The comparison of a text with its what-ifs.
#[track_caller]
pub fn compared(text: &str, trials: u64, seed: u64) -> Comparison {
    let (scenario, lowered) = read(text, &[]);
    let variants: Vec<Variant> =
        scenario.what_ifs.iter().map(|what_if| variant(&scenario, &what_if.name.text)).collect();
    let subject =
        subject(&lowered.model).map(|column| lowered.model.column_name(column)).expect("a subject");
    let plan = reachsim::model::Plan { seed, ..plan(&lowered, trials) };
    compare(
        &lowered.model,
        &variants,
        Asked { plan, subject: &subject, most: None },
        &reachsim::engine::Unwatched,
    )
}

#[track_caller]
pub fn metric<'c>(contrast: &'c Contrast, name: &str) -> &'c Difference {
    contrast
        .metrics
        .iter()
        .find(|metric| metric.name == name)
        .unwrap_or_else(|| panic!("no metric `{name}`"))
}

/// Studies of different seeds, of each kind: 200, or as many as `REACHSIM_SEEDS` says.
pub fn seeds() -> std::ops::RangeInclusive<u64> {
    1..=std::env::var("REACHSIM_SEEDS").ok().and_then(|seeds| seeds.parse().ok()).unwrap_or(200)
}

/// Of the intervals that hold their truths with 95 %, 93 to 97 % do, and of each single kind no
/// share that would come once in ten thousand.
#[track_caller]
pub fn expect_coverage(kinds: &[(&str, f64, Vec<[f64; 2]>)]) {
    let (mut all, mut held) = (0.0, 0.0);
    for (words, truth, intervals) in kinds {
        let hits =
            intervals.iter().filter(|[low, high]| (*low..=*high).contains(truth)).count() as f64;
        let count = intervals.len() as f64;
        let reach = 3.9 * (0.95 * 0.05 / count).sqrt();
        println!("{words}: {hits} of {count} intervals hold {truth}");
        assert!(
            (hits / count - 0.95).abs() < reach,
            "{words}: {hits} of {count} intervals hold {truth}"
        );
        (all, held) = (all + count, held + hits);
    }
    assert!((0.93..=0.97).contains(&(held / all)), "{held} of {all} intervals hold their truths");
}
