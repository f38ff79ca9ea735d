//! Scenario files with bytes that nobody meant: whatever stands in them is read or refused, and
//! what is read is simulated. `REACHSIM_CASES` asks for another number of them, `REACHSIM_SEED` for
//! others.

use std::path::Path;

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use reachsim::diagnostic::{Severity, Style};
use reachsim::engine::{self, Detail, Unwatched};
use reachsim::model::{Plan, lower};
use reachsim::scenario;

const CASES: u32 = 20_000;

/// Short files with something of everything.
const FILES: [&str; 4] = [
    r#"title = "A page"
market.people = "1M"
[community.page]
platform = "facebook-2012"
followers = 1_000
questions.per_year = "80..120"
"#,
    r#"title = "Money"
simulation.weeks = 4
[community.a]
platform = "vkontakte-2012"
followers = { lognormal = { median = 900, gsd = 1.5 } }
[value]
margin_per_customer = "5 to 10"
[cost]
per_post = 3
[[target]]
name = "it pays"
metric = "profit"
at_least = 0
with = "50%"
"#,
    r#"title = "Own"
[input.x]
value = { pert = [1, 2, 4] }
[input.z]
value = "30% to 70%"
[metric.y]
formula = "if(x > 2, x^2, ln(x)) * 3 + z"
[[correlation]]
between = ["input.x", "input.z"]
rank = 0.4
[[observed]]
metric = "y"
value = "9.8k"
in = "2025-03"
error = "5%"
"#,
    r#"title = "Two"
market.people = 30_000
[community.a]
platform = "forum"
followers = 9
friends.mean = 130
[community.b]
platform = "vkontakte"
followers = "1k"
[[export]]
file = "exports/*.csv"
kind = "posts"
columns = { time = "Date" }
until = 2025-12-31
[[what_if]]
name = "more"
[what_if.set]
"community.a.followers" = 99
"#,
];

/// Pieces of scenarios, right and wrong.
const PIECES: [&str; 40] = [
    "\n",
    "\"",
    "'",
    "=",
    "[",
    "]",
    "[[",
    "{",
    "}",
    ",",
    ".",
    "..",
    " to ",
    "@80%",
    "%",
    "_",
    "-",
    "1e308",
    "9223372036854775807",
    "-0",
    "nan",
    "inf",
    "1,234",
    "1.000,5",
    "true",
    "#",
    "\u{0}",
    "\u{feff}",
    "\u{202e}",
    "ё",
    "\t",
    "\\u00e9",
    "[community.page]",
    "extends = \"a.toml\"",
    "[[campaign]]\nname = \"c\"\n",
    "{ data = { file = \"x.csv\", column = \"y\" } }",
    "{ metalog = [1, 2, 3] }",
    "{ choice = [1, 2] }",
    "followers = 5\n",
    "title = \"\"\n",
];

/// A change of a text.
#[derive(Clone, Debug)]
enum Change {
    Insert(usize, usize),
    Remove(usize, usize),
    Byte(usize, char),
    /// A line after another one.
    Repeat(usize, usize),
    Cut(usize),
}

fn any_change() -> impl Strategy<Value = Change> {
    prop_oneof![
        4 => (any::<usize>(), 0..PIECES.len()).prop_map(|(at, piece)| Change::Insert(at, piece)),
        2 => (any::<usize>(), 1..12_usize).prop_map(|(at, count)| Change::Remove(at, count)),
        3 => (any::<usize>(), any::<char>()).prop_map(|(at, sign)| Change::Byte(at, sign)),
        2 => (any::<usize>(), any::<usize>()).prop_map(|(from, to)| Change::Repeat(from, to)),
        1 => any::<usize>().prop_map(Change::Cut),
    ]
}

impl Change {
    fn make(&self, text: &mut Vec<char>) {
        let place = |at: usize| at % (text.len() + 1);
        match *self {
            Change::Insert(at, piece) => {
                let at = place(at);
                text.splice(at..at, PIECES[piece].chars());
            }
            Change::Remove(at, count) => {
                let at = place(at);
                text.drain(at..(at + count).min(text.len()));
            }
            Change::Byte(at, sign) => {
                let at = place(at);
                text.splice(at..(at + 1).min(text.len()), [sign]);
            }
            Change::Repeat(from, to) => {
                let whole: String = text.iter().collect();
                let mut lines: Vec<&str> = whole.lines().collect();
                if !lines.is_empty() {
                    let line = lines[from % lines.len()];
                    lines.insert(to % lines.len(), line);
                }
                *text = lines.join("\n").chars().collect();
            }
            Change::Cut(at) => {
                let at = place(at);
                text.truncate(at);
            }
        }
    }
}

/// What is asked for by a variable.
fn asked<N: std::str::FromStr>(variable: &str, otherwise: N) -> N {
    let asked = std::env::var(variable).ok();
    asked.map_or(otherwise, |asked| asked.parse().ok().expect("a number"))
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: asked("REACHSIM_CASES", CASES),
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(asked("REACHSIM_SEED", 20)),
        ..ProptestConfig::default()
    })]

    #[test]
    fn any_text_is_read_or_refused(
        file in 0..FILES.len(),
        changes in proptest::collection::vec(any_change(), 1..5),
    ) {
        let mut text: Vec<char> = FILES[file].chars().collect();
        for change in &changes {
            change.make(&mut text);
        }
        let text: String = text.into_iter().collect();
        let read = scenario::parse(Path::new("any.toml"), text.clone(), &[]).and_then(lower);
        match read {
            Ok(lowered) => {
                let plan = Plan { trials: 2, ..lowered.plan };
                let trials = engine::run(&lowered.model, plan, Detail::Totals, &Unwatched);
                prop_assert!(trials.count() > 0, "{}", text);
            }
            Err(problems) => {
                let is_error = problems.iter().any(|one| one.severity() == Severity::Error);
                prop_assert!(is_error, "refused without an error: {}", text);
                prop_assert!(!problems.render(Style::Plain).is_empty());
            }
        }
    }
}

/// The files are right as they stand, so that what is read is not only what is refused.
#[test]
fn the_files_are_right_before_they_are_changed() {
    for text in FILES {
        let read = scenario::parse(Path::new("any.toml"), text.to_owned(), &[]).and_then(lower);
        if let Err(problems) = read {
            panic!("{}\n{text}", problems.render(Style::Plain));
        }
    }
}
