//! A graph in a scenario: the overlap is measured, not assumed.

use std::path::Path;

use reachsim::diagnostic::{Code, Style};
use reachsim::model::{Lowered, Origin, Understood, lower};
use reachsim::scenario::{self, Scenario};

use crate::support::{lowered, metric, run};

const PAGE: &str = r#"
title = "A page"
market.people = "3M"

[community.page]
platform = "facebook-2012"
followers = 3_000
bots = 0
questions.per_year = 2_000
friends.mean = 130
feed.visibility = "20%"
feed.reshare = 0
feed.engagement_visibility = 0
growth.organic = 0
growth.follow = 0
growth.churn = 0
"#;

fn parsed(text: &str) -> Scenario {
    scenario::parse(Path::new("test.toml"), text.to_owned(), &[]).expect("a scenario")
}

/// What is taken for a key, and from where.
#[track_caller]
fn taken(lowered: &Lowered, key: &str) -> (f64, Origin) {
    let assumption = lowered
        .assumptions
        .iter()
        .find(|assumption| assumption.key == format!("community.page.{key}"))
        .expect("an assumption");
    let Understood::Quantity(dist) = &assumption.value else { panic!("{key} is a quantity") };
    (dist.is_fixed().expect("one number"), assumption.origin.clone())
}

#[track_caller]
fn expect_problem(text: &str, code: Code, words: &str) {
    let problems = scenario::parse(Path::new("test.toml"), text.to_owned(), &[])
        .and_then(lower)
        .expect_err("a problem");
    assert!(
        problems
            .iter()
            .any(|problem| problem.code == code && problem.message.english().contains(words)),
        "{}",
        problems.render(Style::Plain)
    );
}

#[test]
fn a_synthetic_network_measures_the_overlap() {
    let assumed = lowered(PAGE, &[]);
    let measured = lowered(
        &format!("{PAGE}graph.synthetic = \"facebook-2011\"\ngraph.homophily = \"90%\"\n"),
        &[],
    );
    for key in ["friends.cv", "feed.scatter"] {
        let Origin::Measured { on } = taken(&measured, key).1 else { panic!("{key} is assumed") };
        assert!(on.english().starts_with("the synthetic network"), "{key}");
        assert!(matches!(taken(&assumed, key).1, Origin::Default { .. }), "{key}");
    }
    assert!(
        (1.2..2.0).contains(&taken(&measured, "friends.cv").0),
        "{:?}",
        taken(&measured, "friends.cv")
    );
    // Followers who brought their friends have friends who know each other.
    let scatter = taken(&measured, "feed.scatter").0;
    assert!(scatter < 0.5, "{scatter}");
    let by_chance = lowered(&format!("{PAGE}graph.synthetic = \"configuration\"\n"), &[]);
    assert!(taken(&by_chance, "feed.scatter").0 > 2.0 * scatter);
    let [(_, before), (_, after)] = [assumed, measured].map(|lowered| run(&lowered, 2_000));
    let mean = |summary, id| metric(summary, id).mean.value;
    assert!(mean(&after, "reach_second") < 0.99 * mean(&before, "reach_second"));
    // Who knows whom decides how many different people see it, not how often it is seen.
    let difference =
        mean(&after, "impressions_questions") / mean(&before, "impressions_questions") - 1.0;
    assert!(difference.abs() < 0.01, "{difference}");
}

#[test]
fn a_list_of_friendships_measures_the_overlap() {
    let text = PAGE.replace("3M", "1_000").replace("followers = 3_000", "followers = 8");
    let measured =
        lowered(&format!("{text}graph.file = \"tests/diagnostics/files/ring.edges\"\n"), &[]);
    let (scatter, origin) = taken(&measured, "feed.scatter");
    assert!(scatter <= 8.0 / 1_000.0, "{scatter}");
    assert!(
        matches!(origin, Origin::Measured { on } if on.english().starts_with("tests/diagnostics/files/ring.edges, 8 people"))
    );
}

#[test]
fn what_is_measured_is_not_also_stated() {
    expect_problem(
        &format!("{PAGE}graph.synthetic = \"erdos-renyi\"\nfeed.scatter = \"20%\"\n"),
        Code::KeysExclude,
        "feed.scatter",
    );
    expect_problem(
        &format!("{PAGE}graph.synthetic = \"erdos-renyi\"\nfriends.cv = 1\n"),
        Code::KeysExclude,
        "friends.cv",
    );
    expect_problem(
        &format!("{PAGE}graph.synthetic = \"erdos-reny\"\n"),
        Code::UnknownChoice,
        "erdos-reny",
    );
    expect_problem(
        &format!("{PAGE}graph.file = \"no-such.edges\"\n"),
        Code::EdgeList,
        "does not exist",
    );
    expect_problem(&format!("{PAGE}graph.file = \"Cargo.toml\"\n"), Code::EdgeList, "no list");
    let both = format!(
        "{PAGE}graph.synthetic = \"erdos-renyi\"\ngraph.file = \
            \"tests/diagnostics/files/ring.edges\"\n"
    );
    expect_problem(&both, Code::KeysExclude, "graph");
}

/// Studies lower a scenario again and again: what was measured once is remembered, with the same
/// digits.
#[test]
fn a_measurement_is_made_once() {
    let scenario = parsed(&format!("{PAGE}graph.synthetic = \"facebook-2011\"\n"));
    let first = lower(scenario.clone()).expect("a model");
    let again: Vec<Lowered> = (0..50).map(|_| lower(scenario.clone()).expect("a model")).collect();
    for key in ["friends.cv", "feed.scatter"] {
        assert!(again.iter().all(|lowered| taken(lowered, key) == taken(&first, key)));
    }
    let anew =
        lower(parsed(&format!("{PAGE}graph.synthetic = \"facebook-2011\"\n"))).expect("a model");
    assert_eq!(taken(&anew, "feed.scatter"), taken(&first, "feed.scatter"));
}
