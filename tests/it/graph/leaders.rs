//! Opinion leaders in a scenario: what their role is worth is measured, not assumed.

use std::path::Path;

use reachsim::diagnostic::{Code, Diagnostics, Style};
use reachsim::model::{Lowered, Origin, Understood, lower};
use reachsim::scenario;

use crate::support::{lowered, metric, run};

const PAGE: &str = r#"
title = "A page with leaders"
market.people = "1_000"

[community.page]
platform = "facebook-2012"
followers = 12
bots = 0
questions.per_year = 2_000
feed.visibility = "100%"
feed.reshare = 0
"#;
const GRAPH: &str = "graph.file = \"tests/diagnostics/files/stars.edges\"\n";

/// The roles of leaders, each with its name and what it states, and the others.
fn roles(leaders: &[(&str, &str)]) -> String {
    let each = 0.1 / leaders.len().max(1) as f64;
    let leaders: Vec<String> = leaders
        .iter()
        .map(|(name, more)| format!("[[role]]\nname = \"{name}\"\nshare = {each}\n{more}\n"))
        .collect();
    let others = if leaders.is_empty() { 1.0 } else { 0.9 };
    leaders.concat() + &format!("[[role]]\nname = \"member\"\nshare = {others}\n")
}

/// The page where so many are chosen on the two stars.
fn page(count: u64, leaders: &[(&str, &str)]) -> String {
    format!("{PAGE}{GRAPH}graph.leaders = {count}\n{}", roles(leaders))
}

fn taken(lowered: &Lowered, key: &str) -> (f64, Origin) {
    let assumption =
        lowered.assumptions.iter().find(|assumption| assumption.key == key).expect("an assumption");
    let Understood::Quantity(dist) = &assumption.value else { panic!("{key} is a quantity") };
    (dist.is_fixed().expect("one number"), assumption.origin.clone())
}

fn problems(text: &str) -> Diagnostics {
    let parsed = scenario::parse(Path::new("test.toml"), text.to_owned(), &[]);
    parsed.and_then(lower).expect_err("a problem")
}

#[track_caller]
fn expect_problem(text: &str, code: Code, words: &str) {
    let problems = problems(text);
    let told = problems.render(Style::Plain);
    let of_code = problems.iter().filter(|problem| problem.code == code);
    let found: Vec<_> =
        of_code.filter(|problem| problem.message.english().contains(words)).collect();
    assert_eq!(found.len(), 1, "{told}");
    assert!(
        told.contains("graph.leaders") && told.contains('^') && told.contains("help"),
        "{told}"
    );
}

/// Five friends for one, as `choose::worth` counts by hand; and both numbers act.
#[test]
fn two_stars_measure_the_role() {
    for name in ["leader", "Opinion-Leader", "лидеры-мнений", "лідер_думок"] {
        let measured = lowered(&page(2, &[(name, "")]), &[]);
        let (friends, origin) = taken(&measured, &format!("role.{name}.friends"));
        assert!((friends - 5.0).abs() < 1e-12, "{name}: {friends}");
        let (fit, _) = taken(&measured, &format!("role.{name}.fit"));
        assert!((fit / 1.229 - 1.0).abs() < 0.03, "{name}: {fit}");
        let Origin::Measured { on } = origin else { panic!("{name}: assumed") };
        assert!(on.english().contains("stars.edges, 12 people, 2 to be won first"), "{on}");
        assert!(matches!(taken(&measured, "role.member.friends").1, Origin::Default { .. }));
    }
    let assumed = format!("{PAGE}{GRAPH}{}", roles(&[("leader", "")]));
    let texts = [assumed, page(2, &[("leader", "")])];
    let [before, after] = texts.map(|text| {
        metric(&run(&lowered(&text, &[]), 1_000).1, "role.leader.impressions_questions").mean.value
    });
    assert!(after > 2.0 * before, "{before} {after}");
}

#[test]
fn what_the_role_states_stays() {
    let measured = lowered(&page(2, &[("leader", "friends = 3")]), &[]);
    let (friends, origin) = taken(&measured, "role.leader.friends");
    assert!(friends == 3.0 && matches!(origin, Origin::File { .. }), "{friends}");
    let (fit, origin) = taken(&measured, "role.leader.fit");
    assert!(fit > 1.1 && matches!(origin, Origin::Measured { .. }), "{fit}");
    let both = lowered(&page(2, &[("leader", "friends = 3\nfit = 2")]), &[]);
    assert_eq!(taken(&both, "role.leader.fit").0, 2.0);
    let warned = both.warnings.iter().find(|problem| problem.code == Code::KeyAlone);
    let message = &warned.expect("a warning").message;
    assert!(message.english().contains("no effect beside"), "{message}");
}

#[test]
fn a_role_that_is_missing_or_there_twice_is_an_error() {
    expect_problem(&page(2, &[]), Code::KeysTogether, "there is no such role");
    let without = format!("{PAGE}{GRAPH}graph.leaders = 2\n");
    expect_problem(&without, Code::KeysTogether, "there is no such role");
    let several = page(2, &[("leader", ""), ("opinion-leader", "")]);
    expect_problem(&several, Code::KeysExclude, "there are several: `leader` and `opinion-leader`");
    let set = format!("roles = \"crm-2011\"\n{without}");
    expect_problem(&set, Code::KeysTogether, "there is no such role");
}

#[test]
fn as_many_leaders_as_followers_are_an_error() {
    expect_problem(&page(12, &[("leader", "")]), Code::OutOfRange, "12 people follow");
    expect_problem(&page(0, &[("leader", "")]), Code::OutOfRange, "");
}

#[test]
fn two_communities_do_not_measure_one_role() {
    let other = format!(
        "[community.other]\nplatform = \"facebook-2012\"\nfollowers = 12\n{GRAPH}graph.leaders = 2\n"
    );
    let text = format!("{PAGE}{GRAPH}graph.leaders = 2\n{other}{}", roles(&[("leader", "")]));
    expect_problem(&text, Code::KeysExclude, "both measure the role");
}
