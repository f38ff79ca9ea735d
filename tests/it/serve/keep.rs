//! What is kept of a try: a file, and the documents of a run.

use serde_json::json;

use super::client::{SMALL, Served};
use crate::support::{contents, expect_code};

#[test]
fn a_file_holds_what_was_typed() {
    let served = Served::small("file");
    let set = json!({
        "community.page.followers": "5k to 20k",
        "cost.per_post": "{ uniform = [1, 5] }",
        "market.people": 2_000_000,
    });
    let kept = served.post("file", &json!({ "set": set, "name": "a \"quoted\" name" })).json();
    assert_eq!(
        kept["toml"],
        "extends = \"small.toml\"\n\n[[what_if]]\nname = \"a \\\"quoted\\\" name\"\n\n\
         [what_if.set]\n\"community.page.followers\" = \"5k to 20k\"\n\
         \"cost.per_post\" = { uniform = [1, 5] }\n\"market.people\" = 2000000\n"
    );
    assert_eq!(kept["name"], "a-quoted-name.toml");
    assert_eq!(kept["command"], "reachsim compare a-quoted-name.toml --trials 2000");
    for name in ["", "base", "nothing", "without spring", "two\nlines"] {
        let reply = served.post("file", &json!({ "set": set, "name": name }));
        assert_eq!(reply.status, 422, "{name}: {}", reply.text());
    }
    assert_eq!(served.post("file", &json!({ "set": {}, "name": "x" })).status, 422);
    assert_eq!(contents(&served.folder.0).len(), 1, "nothing was written");
}

#[test]
fn a_report_is_what_run_writes() {
    let served = Served::small("report");
    let set = json!({ "cost.per_post": "5" });
    let reply = served.post("report", &json!({ "set": set, "name": "my try" }));
    assert_eq!(reply.status, 200, "{}", reply.text());
    let told = reply.json();
    let folder = std::path::Path::new("output").join("my try");
    assert_eq!(told["folder"].as_str(), folder.to_str());
    let own = contents(&served.folder.at(&folder));
    assert!(told["files"].as_array().is_some_and(|files| files.len() > 20), "{told}");
    let what_if = "[[what_if]]\nname = \"my try\"\nset = { \"cost.per_post\" = 5 }\n";
    let text = SMALL.split("[[what_if]]").next().unwrap_or_default().to_owned() + what_if;
    served.folder.file("small.toml", &text);
    let run = ["run", "small.toml", "--what-if", "my try", "--out", "other"];
    let _ = served.folder.reachsim(&run);
    let other = contents(&served.folder.at("other"));
    assert!(own.keys().eq(other.keys()), "{:?}", own.keys());
    for name in ["summary.csv", "weekly.csv", "trials.parquet"] {
        assert!(own[name] == other[name], "{name}");
    }
}

#[test]
fn a_report_goes_nowhere_but_below_output() {
    let served = Served::small("elsewhere");
    let long = "x".repeat(200);
    for name in [
        "",
        ".",
        "..",
        "../x",
        "/tmp/x",
        "a/b",
        "a\\b",
        ".hidden",
        "C:",
        "x.",
        "a\nb",
        "~",
        "$HOME",
        "con:",
        &long,
        "a/../../x",
    ] {
        let reply = served.post("report", &json!({ "set": {}, "name": name }));
        assert_eq!(reply.status, 422, "{name}: {}", reply.text());
    }
    assert!(!served.folder.at("output").exists());
}

#[cfg(unix)]
#[test]
fn a_report_follows_no_link_and_replaces_nothing_of_others() {
    use std::os::unix::fs::symlink;
    let served = Served::small("links");
    std::fs::create_dir_all(served.folder.at("elsewhere")).expect("a folder");
    std::fs::create_dir_all(served.folder.at("output/mine")).expect("a folder");
    symlink("../elsewhere", served.folder.at("output/link")).expect("a link");
    let ask = |name: &str| served.post("report", &json!({ "set": {}, "name": name }));
    assert_eq!(ask("link").status, 422);
    assert!(contents(&served.folder.at("elsewhere")).is_empty());
    served.folder.file("output/mine/manifest.json", "{}");
    let reply = ask("mine");
    assert_eq!(reply.status, 422, "{}", reply.text());
    assert_eq!(contents(&served.folder.at("output/mine")).len(), 1);
    std::fs::remove_dir_all(served.folder.at("output")).expect("removed");
    symlink("elsewhere", served.folder.at("output")).expect("a link");
    assert_eq!(ask("again").status, 422);
    assert!(contents(&served.folder.at("elsewhere")).is_empty());
}

#[test]
fn help_has_examples() {
    let served = Served::small("help");
    let (out, _) = expect_code(&served.folder.reachsim(&["serve", "--help"]), 0);
    assert!(out.contains("reachsim serve page.toml"), "{out}");
}
