//! What has changed since an earlier run of a scenario.

use std::fs;

use serde_json::Value;

use crate::support::{Folder, contents, expect_code};

const PAGE: &str = "title = \"Our page\"\nmarket.people = \"2M\"\nsimulation.trials = 2_000\n\
    simulation.weeks = 13\n[community.page]\nplatform = \"facebook-2012\"\nfollowers = 50_000\n\
    questions.per_year = \"4k to 6k\"\nfeed.visibility = \"7.5%\"\nposts.per_week = 10\n[cost]\n\
    per_post = 9\n[value]\nmargin_per_customer = 40\n[[target]]\nmetric = \"profit\"\n\
    name = \"it pays\"\nat_least = 0\n";

/// Two runs of the page, the later one with these lines in place of others.
fn runs(name: &str, edits: &[(&str, &str)], more: &[&str]) -> Folder {
    let folder = Folder::new(name);
    folder.file("page.toml", PAGE);
    expect_code(&folder.reachsim(&["run", "page.toml", "--out", "march", "--quiet"]), 0);
    let text = edits.iter().fold(PAGE.to_owned(), |text, (from, to)| text.replace(from, to));
    folder.file("page.toml", &text);
    let run = [&["run", "page.toml", "--out", "now", "--quiet"], more].concat();
    expect_code(&folder.reachsim(&run), 0);
    folder
}

fn since(folder: &Folder, more: &[&str]) -> Value {
    let render = [&["render", "now", "--since", "march"], more].concat();
    expect_code(&folder.reachsim(&render), 0);
    let place = more.iter().position(|word| *word == "--out").map_or("now", |at| more[at + 1]);
    let text = fs::read_to_string(folder.at(place).join("since.json")).expect("since.json");
    serde_json::from_str(&text).expect("JSON")
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_else(|| panic!("{value} is no number"))
}

/// Parts and luck make the change.
#[track_caller]
fn expect_sum(found: &Value) {
    let edits = found["edits"].as_array().expect("edits");
    let parts: f64 = edits.iter().map(|edit| number(&edit["value"])).sum();
    let change = number(&found["change"]["value"]);
    let sum = parts + number(&found["luck"]["value"]);
    assert!((sum - change).abs() <= 1e-9 * (1.0 + change.abs()), "{sum} and {change}");
    let ends = number(&found["is"]["value"]) - number(&found["was"]["value"]);
    assert!((ends - change).abs() <= 1e-9 * (1.0 + change.abs()), "{ends} and {change}");
}

#[test]
fn each_change_is_told_with_what_it_did() {
    let edits = [("per_post = 9", "per_post = 14"), ("followers = 50_000", "followers = 65_000")];
    let folder = runs("since", &edits, &[]);
    let found = since(&folder, &[]);
    expect_sum(&found);
    assert_eq!((&found["metric"], &found["order"]), (&"profit".into(), &"shapley".into()));
    let of = |key: &str| {
        let all = found["edits"].as_array().expect("edits");
        all.iter().find(|edit| edit["key"] == key).unwrap_or_else(|| panic!("no {key}")).clone()
    };
    let (dearer, larger) = (of("cost.per_post"), of("community.page.followers"));
    // Some 130 posts, each 5 dearer.
    assert!((number(&dearer["value"]) + 650.0).abs() < 10.0, "{dearer}");
    assert!(number(&larger["value"]) > 0.0, "{larger}");
    let told = [&dearer["was"], &dearer["is"]].map(|end| end.as_str().unwrap_or_default());
    assert!(told[0].contains('9') && told[1].contains("14"), "{told:?}");
    // The same seed and as many futures: nothing of it is luck.
    assert_eq!((number(&found["luck"]["value"]), number(&found["luck"]["se"])), (0.0, 0.0));
    let summary = |dir: &str| -> Value {
        let text = fs::read(folder.at(dir).join("summary.json")).expect("a summary");
        serde_json::from_slice(&text).expect("JSON")
    };
    for (end, dir) in [("was", "march"), ("is", "now")] {
        assert_eq!(found[end]["value"], summary(dir)["metrics"]["profit"]["mean"], "{end}");
    }
    let page = fs::read_to_string(folder.at("now/report.html")).expect("a page");
    let notes = fs::read_to_string(folder.at("now/report.md")).expect("notes");
    for told in [&page, &notes] {
        assert!(told.contains("in the earlier run") && told.contains("None of it is luck"));
    }
    assert!(folder.at("now/charts/since.svg").exists());
    assert!(notes.contains("| Profit |"), "{notes}");
    // Rendered again without it, the documents are those of the run alone.
    expect_code(&folder.reachsim(&["render", "now"]), 0);
    let page = fs::read_to_string(folder.at("now/report.html")).expect("a page");
    assert!(!page.contains("in the earlier run"));
}

#[test]
fn what_no_change_explains_is_luck() {
    let folder = runs("since-luck", &[], &["--seed", "7"]);
    let found = since(&folder, &[]);
    expect_sum(&found);
    assert_eq!(found["edits"], Value::Array(Vec::new()));
    let (luck, se) = (number(&found["luck"]["value"]), number(&found["luck"]["se"]));
    assert!(luck != 0.0 && luck.abs() < 4.89 * se, "{luck} ± {se}");
    let page = fs::read_to_string(folder.at("now/report.html")).expect("a page");
    assert!(page.contains("No input was changed") && page.contains("Luck is what remains"));
}

#[test]
fn changes_and_luck_are_told_apart_in_every_language() {
    let edits = [("per_post = 9", "per_post = 4"), ("posts.per_week = 10", "posts.per_week = 12")];
    let folder = runs("since-words", &edits, &["--seed", "3", "--trials", "3000"]);
    let before = contents(&folder.at("march"));
    let found = since(&folder, &["--out", "told", "--locale", "en,ru,uk"]);
    expect_sum(&found);
    assert_eq!(found["earlier"]["trials"], 2_000);
    assert!(number(&found["luck"]["se"]) > 0.0);
    for (locale, words) in [("en", "luck"), ("ru", "случайность"), ("uk", "випадковість")]
    {
        let page = fs::read_to_string(folder.at(format!("told/{locale}/report.html")));
        let page = page.expect("a page").to_lowercase();
        assert!(page.contains(words), "{locale}");
        assert!(folder.at(format!("told/{locale}/deck.pptx")).exists());
    }
    assert_eq!(contents(&folder.at("march")), before, "the earlier run stays as it is");
}

#[test]
fn a_run_that_cannot_be_compared_is_refused_and_nothing_is_written() {
    let folder = runs("since-bad", &[], &[]);
    folder.file("other.toml", &PAGE.replace("Our page", "Another page"));
    let run = |file: &str, out: &str| {
        expect_code(&folder.reachsim(&["run", file, "--out", out, "--quiet"]), 0);
    };
    run("other.toml", "other");
    folder.file("dollars.toml", &PAGE.replace("market", "currency = \"USD\"\nmarket"));
    fs::rename(folder.at("dollars.toml"), folder.at("page.toml")).expect("renamed");
    expect_code(
        &folder.reachsim(&[
            "run",
            "page.toml",
            "--set",
            "currency_per_eur=1.1",
            "--set",
            "support.wage=20",
            "--out",
            "dollars",
        ]),
        0,
    );
    expect_code(&folder.reachsim(&["compare", "other.toml", "other.toml", "--out", "study"]), 0);
    fs::create_dir(folder.at("empty")).expect("a folder");
    let before = contents(&folder.at("now"));
    let refused = |old: &str, words: &str| {
        let (_, err) = expect_code(&folder.reachsim(&["render", "now", "--since", old]), 2);
        assert!(err.contains(words), "{old}: {err}");
        assert_eq!(contents(&folder.at("now")), before, "{old}");
    };
    refused("empty", "holds no run");
    refused("nowhere", "holds no run");
    refused("study", "holds no run");
    refused("other", "`reachsim compare` tells two scenarios apart");
    refused("dollars", "they cannot be compared");
    let summary = fs::read_to_string(folder.at("march/summary.json")).expect("a summary");
    folder.file("march/summary.json", &summary.replace("\"mean\": ", "\"mean\": 1"));
    refused("march", "`summary.json` is missing or is not the file that was written");
    fs::remove_file(folder.at("march/summary.json")).expect("removed");
    refused("march", "`summary.json` is missing");
    folder.file("march/manifest.json", "{ \"schema\": \"reachsim.manifest/1\" ");
    refused("march", "`manifest.json` is missing");
}
