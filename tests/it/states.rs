//! States of the world: columns beside each other, each as if the file said it.

use std::path::Path;

use reachsim::diagnostic::Style;
use reachsim::engine::Unwatched;
use reachsim::locale::Locale;
use reachsim::output::look::Look;
use reachsim::output::story::Stories;
use reachsim::output::{Extras, Report, json, screen};
use reachsim::run::{Told, extras};
use reachsim::{model, scenario};

use crate::cases;

const TEXT: &str = r#"
title = "Three states"
simulation.trials = 1_000
[community.page]
platform = "facebook-2012"
followers = 50_000
questions.per_year = "3k to 5k"
[value]
margin_per_customer = 40
[[target]]
name = "it pays"
metric = "profit"
at_least = 0
[[state]]
name = "base"
[[state]]
name = "good"
[state.set]
"value.margin_per_customer" = 90
"community.page.feed.visibility" = "9%"
[[state]]
name = "bad"
[state.set]
"support.wage" = 35
"#;

#[test]
fn each_state_is_the_scenario_with_its_values() {
    let run = cases::run("states.toml", TEXT.to_owned(), &[]);
    let told = extras(&run, Told::OnTheScreen, &Unwatched);
    let names: Vec<&str> = told.states.iter().map(|state| &*state.name).collect();
    assert_eq!(names, ["base", "good", "bad"]);
    let sets: [&[&str]; 3] = [
        &[],
        &["value.margin_per_customer=90", "community.page.feed.visibility=9%"],
        &["support.wage=35"],
    ];
    expect_each(&told, TEXT, sets);
    let profit =
        |place: usize| told.states[place].summary.metric("profit").expect("a metric").mean.value;
    assert!(profit(2) < profit(0) && profit(0) < profit(1));
    let report = Report { extras: &told, ..run.report() };
    let text = screen::states(&report);
    assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
    let heads = text.lines().nth(2).expect("the states").split_whitespace();
    assert_eq!(heads.collect::<Vec<_>>(), names);
    assert!(text.contains("\n  profit "), "{text}");
    let document = json::summary(&report);
    assert_eq!(document["states"][1]["name"], "good");
    assert_eq!(document["states"][1]["metrics"]["profit"]["mean"], profit(1));
    let stories = Stories::of(&report, &Look::default());
    for locale in [Locale::En, Locale::Ru, Locale::Uk] {
        let page = stories.in_locale(locale).pages.iter().find(|page| page.id == "states");
        let table = page.and_then(|page| page.table.as_ref()).expect("a table of states");
        assert_eq!(table.heads[1..], names);
    }
}

/// Each state is the scenario of the text with its values.
#[track_caller]
fn expect_each(told: &Extras, text: &str, sets: [&[&str]; 3]) {
    for (state, sets) in told.states.iter().zip(sets) {
        let alone = cases::run("states.toml", text.to_owned(), sets);
        for id in ["profit", "questions", "total_cost", "reach_second"] {
            let [inside, outside] = [&state.summary, &alone.summary]
                .map(|summary| summary.metric(id).expect("a metric").clone());
            assert_eq!((inside.mean, inside.percentiles), (outside.mean, outside.percentiles));
        }
    }
}

/// What a state sets holds until a change of the file says otherwise.
#[test]
fn changes_hold_in_every_state() {
    let change = "[[change]]\nat_week = 26\n[change.set]\n\"support.wage\" = 90\n\
        \"community.page.questions.per_year\" = 20_000\n";
    let text = format!("{TEXT}{change}");
    let told = |text: &str| {
        let run = cases::run("states.toml", text.to_owned(), &[]);
        extras(&run, Told::OnTheScreen, &Unwatched)
    };
    let (with, without) = (told(&text), told(TEXT));
    let sets: [&[&str]; 3] = [
        &[],
        &["value.margin_per_customer=90", "community.page.feed.visibility=9%"],
        &["support.wage=35"],
    ];
    expect_each(&with, &text, sets);
    for (with, without) in with.states.iter().zip(&without.states) {
        for id in ["cost_team", "questions"] {
            let [more, less] =
                [with, without].map(|state| state.summary.metric(id).expect("a metric").mean);
            assert!(more.value - 5.0 * more.se > less.value, "{id} of {}", with.name);
        }
    }
}

#[test]
fn a_state_is_no_choice_and_its_mistakes_are_told() {
    let read = scenario::parse(Path::new("states.toml"), TEXT.to_owned(), &[]).expect("a file");
    assert!(read.what_ifs.is_empty() && read.variants() == ["nothing"]);
    let wrong = TEXT.replace("support.wage", "support.wages");
    let problems = scenario::parse(Path::new("states.toml"), wrong, &[])
        .and_then(model::lower)
        .expect_err("a misspelt key");
    assert!(problems.render(Style::Plain).contains("did you mean `support.wage`"));
    let twice = TEXT.replace("\"bad\"", "\"good\"");
    let problems = scenario::parse(Path::new("states.toml"), twice, &[])
        .and_then(model::lower)
        .expect_err("a name twice");
    assert!(problems.render(Style::Plain).contains("the state `good` is given twice"));
    let none = cases::shipped("article", &["simulation.trials=1000"]);
    let told = extras(&none, Told::OnTheScreen, &Unwatched);
    assert_eq!(screen::states(&Report { extras: &told, ..none.report() }), "");
}
