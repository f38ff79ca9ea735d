//! Studies that many machines share: the digits of one.

use std::process::Output;

use crate::support::{contents, expect_code, folder};

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

#[test]
fn checks_on_many_machines_have_the_digits_of_one() {
    let folder = folder("fleet-check");
    let scenarios = folder.at("all");
    std::fs::create_dir(&scenarios).expect("a folder");
    let put = |name: &str, change: [&str; 2]| {
        let text = std::fs::read_to_string(folder.at(name)).expect("a scenario");
        std::fs::write(scenarios.join(name), text.replace(change[0], change[1])).expect("a file");
    };
    put("quick.toml", ["", ""]);
    put("page.toml", ["", ""]);
    let shared = ["--on", "local:2", "--shards", "3"];
    // The first seven take a round together, and then those whose scatter asks for more.
    let same = |check: &[&str], code: i32| {
        let check = [&["check", "all", "--max-trials", "90k"], check].concat();
        let (one, many) = (folder.at("one.xml"), folder.at("many.xml"));
        let [first, second] = [&one, &many].map(|junit| {
            let junit = junit.display().to_string();
            let shared = if junit.ends_with("many.xml") { &shared[..] } else { &[] };
            let all = [&check[..], &["--junit", &junit], shared].concat();
            (expect_code(&folder.reachsim(&all), code), std::fs::read(&junit).expect("a report"))
        });
        assert!(first == second, "{check:?}\n{}\n{}", first.0.0, second.0.0);
        for junit in [one, many] {
            std::fs::remove_file(junit).expect("a report");
        }
        assert!(!folder.at(".fleet").exists(), "{check:?}");
        first.0.0
    };
    for baseline in ["one", "many"] {
        let shared = if baseline == "many" { &shared[..] } else { &[] };
        let update = ["check", "all", "--max-trials", "40k", "--baseline", baseline, "--update"];
        expect_code(&folder.reachsim(&[&update[..], shared].concat()), 0);
    }
    assert!(contents(&folder.at("one")) == contents(&folder.at("many")), "the baselines differ");
    same(&["--baseline", "one"], 0);
    let told = same(&["--baseline", "one", "--seed", "7", "--format", "json"], 1);
    assert!(told.contains("inconclusive"), "{told}");
    put("quick.toml", ["1 to 3", "1 to 4"]);
    put("page.toml", ["5 to 12", "5 to 13"]);
    let told = same(&["--baseline", "one", "--format", "csv"], 1);
    assert!(told.contains("edited"), "{told}");
}

#[test]
fn a_check_against_a_revision_on_many_machines_has_the_digits_of_one() {
    let folder = folder("fleet-revision");
    let git = |arguments: &[&str]| {
        let who = ["-c", "user.name=a", "-c", "user.email=a@b.c"];
        let mut git = std::process::Command::new("git");
        git.args(who).args(arguments).current_dir(&folder.0);
        assert!(git.output().expect("git").status.success(), "{arguments:?}");
    };
    git(&["init", "--quiet"]);
    git(&["add", "quick.toml", "page.toml"]);
    git(&["commit", "--quiet", "--message", "as it was"]);
    let text = std::fs::read_to_string(folder.at("quick.toml")).expect("a scenario");
    folder.file("quick.toml", &text.replace("1 to 3", "1 to 4"));
    let check = ["check", "quick.toml", "page.toml", "--against", "HEAD", "--format", "json"];
    let (one, _) = expect_code(&folder.reachsim(&check), 1);
    let shared = ["--on", "local:2", "--shards", "2"];
    let (many, _) = expect_code(&folder.reachsim(&[&check[..], &shared[..]].concat()), 1);
    assert!(one == many && one.contains("edited"), "{one}\n{many}");
}
