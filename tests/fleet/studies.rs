//! Studies that many machines share: the digits of one.

use std::process::Output;

use crate::support::folder;

const VARY: &str = "input.loss.value=0..3";

/// Studies, each of which asks in its own way: at once, in steps, with other luck, with ends.
const STUDIES: [&[&str]; 9] = [
    &["sweep", "quick.toml", "--over", "input.loss.value=0..3/5", "--trials", "2500"],
    &["sweep", "quick.toml", "--over", "input.loss.value=1..1.1/2", "--until-settled"],
    &["compare", "page.toml", "--against", "nothing", "--trials", "2500"],
    &["compare", "quick.toml"],
    &["compare", "quick.toml", "other.toml"],
    &["sensitivity", "page.toml", "--total", "--trials", "2000"],
    &["value-of-information", "page.toml", "--metric", "profit"],
    &["solve", "quick.toml", "--for", "net >= 0 @ 60%", "--vary", VARY, "--trials", "2k"],
    &["optimise", "quick.toml", "--maximise", "p10(net)", "--vary", VARY, "--trials", "2k"],
];

#[test]
fn studies_on_many_machines_have_the_digits_of_one() {
    let folder = folder("fleet-studies");
    for study in STUDIES {
        let json = ["--format", "json"];
        let one = folder.reachsim(&[study, &json[..]].concat());
        let shared = ["--on", "local:2", "--shards", "2"];
        let many = folder.reachsim(&[study, &json[..], &shared[..]].concat());
        let text = |output: &Output| String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(one.status.code(), many.status.code(), "{study:?} {}", text(&many));
        assert!(one.stdout == many.stdout, "{study:?} differs\n{}", text(&many));
        assert_eq!(text(&one), text(&many), "{study:?}");
        assert!(!folder.at(".fleet").exists(), "{study:?}");
    }
}
