//! What is told of the scenarios: dials, tabs, mistakes; and that files are read again.

use serde_json::{Value, json};

use super::client::{SMALL, Served, short};
use crate::history::{NAMED, page, talk};
use crate::support::{Folder, expect_code};

fn dials(served: &Served) -> Vec<Value> {
    served.get("scenario").json()["dials"].as_array().expect("dials").clone()
}

#[test]
fn a_dial_knows_what_its_number_is() {
    let served = Served::small("dials");
    let all = dials(&served);
    let one = |key: &str| all.iter().find(|dial| dial["key"] == key).expect(key);
    let followers = one("community.page.followers");
    assert_eq!(followers["text"], "5k to 20k");
    let number = |name: &str| followers[name].as_f64().expect(name);
    assert!((number("low") - 5_000.0).abs() < 1e-6 && (number("high") - 20_000.0).abs() < 1e-6);
    assert!((number("median") - 10_000.0).abs() < 1e-6);
    assert!(number("min") < 5_000.0 && number("max") > 20_000.0 && followers["log"] == true);
    assert_eq!((&followers["unit"], &followers["kind"]), (&json!("people"), &json!("range")));
    assert!(followers["source"].as_str().is_some_and(|text| text.starts_with("small.toml:")));
    let posts = one("community.page.posts.per_week");
    assert_eq!((&posts["what_if"], &posts["exact"]), (&json!(true), &json!(true)));
    let seen = one("community.page.feed.visibility");
    assert_eq!((&seen["kind"], &seen["stated"]), (&json!("share"), &json!(false)));
    let ranks: Vec<u64> = all.iter().map_while(|dial| dial["driver_rank"].as_u64()).collect();
    assert!(!ranks.is_empty() && ranks.iter().copied().eq(1..=ranks.len() as u64), "{ranks:?}");
    let next = &all[ranks.len()];
    assert!(next["what_if"] == true || ranks.len() > 1, "{next}");
    for dial in &all {
        let words = ["label", "group", "meaning", "may"].map(|name| dial[name].as_str());
        let is_told = words.iter().all(|text| text.is_some_and(|text| !text.is_empty()));
        let ends = ["least", "min", "max", "most"].map(|name| dial[name].as_f64().expect(name));
        assert!(is_told && ends.is_sorted(), "{dial}");
        for (name, end) in [("low", ends[1]), ("high", ends[2])] {
            let value = dial[name].as_f64();
            let is_inside = |value: f64| if name == "low" { value >= end } else { value <= end };
            assert!(value.is_none_or(is_inside), "{name} of {dial}");
        }
    }
}

#[test]
fn a_dial_set_to_what_it_says_is_as_it_was() {
    let served = Served::small("said");
    let all = dials(&served);
    let said: serde_json::Map<String, Value> = all
        .iter()
        .filter(|dial| dial["stated"] == true)
        .map(|dial| (dial["key"].as_str().expect("a key").to_owned(), dial["text"].clone()))
        .collect();
    assert!(said.len() >= 6, "{said:?}");
    let found = served.answer(&Value::Object(said), 1_000);
    for (name, metric) in found["metrics"].as_object().expect("metrics") {
        assert_eq!(metric["difference"]["mean"], 0.0, "{name}");
    }
    // Whatever else a dial says can be said.
    for dial in all.iter().filter(|dial| dial["text"] != "" && dial["stated"] == false) {
        let question = json!({ "set": { dial["key"].as_str().expect("a key"): dial["text"] } });
        let reply = served.post("file", &json!({ "set": question["set"], "name": "x" }));
        let is_known = reply.status == 200;
        // Some may not be given beside others.
        let is_other = || {
            let codes = reply.json()["errors"][0]["code"].as_str().map(str::to_owned);
            codes.is_some_and(|code| !["unknown-key", "set-syntax"].contains(&code.as_str()))
        };
        assert!(is_known || is_other(), "{dial}: {}", reply.text());
    }
}

#[test]
fn what_ifs_and_goals_are_told_so_that_they_can_be_asked() {
    let served = Served::small("what-ifs");
    let told = served.get("scenario").json();
    let what_if = &told["what_ifs"][0];
    assert_eq!(what_if["name"], "more posts");
    assert_eq!(what_if["set"], json!({ "community.page.posts.per_week": "6" }));
    assert_eq!(told["goals"][0]["text"], "profit >= 0 @ 0.6");
    served.answer(&what_if["set"], 1_000);
}

#[test]
fn what_has_not_changed_is_not_sent_again() {
    let served = Served::small("again");
    let first = served.get("scenario");
    let tag = first.header("etag").expect("a mark").to_owned();
    assert_eq!(first.json()["hash"], tag.trim_matches('"'));
    let ask = |tag: &str| {
        served.raw(&served.head("GET", "scenario", &format!("If-None-Match: {tag}\r\n")))
    };
    let again = ask(&tag);
    assert!(again.status == 304 && again.body.is_empty(), "{}", again.head);
    served.folder.file("small.toml", &SMALL.replace("per_post = 3", "per_post = 44"));
    let changed = ask(&tag);
    assert!(changed.status == 200 && changed.header("etag") != Some(&tag), "{}", changed.head);
    let cost = served.answer(&json!({}), 1_000)["metrics"]["cost_content"]["p50"].as_f64();
    assert!(cost.is_none_or(|cost| cost > 500.0), "{cost:?}");
}

#[test]
fn a_change_of_a_parent_is_noticed() {
    let folder = Folder::new("parent");
    let file = short(&folder, "article");
    let served = Served::start(folder, &[&file]);
    let before = served.answer(&json!({}), 1_000);
    let parent = served.folder.at("whole-article.toml");
    let text = std::fs::read_to_string(&parent).expect("text");
    let fewer = text.replace("followers = 100_000", "followers = 50_000");
    assert_ne!(fewer, text);
    std::fs::write(&parent, fewer).expect("a file");
    let after = served.answer(&json!({}), 1_000);
    let seen = |answer: &Value| answer["metrics"]["active_followers"]["mean"].as_f64();
    assert!(seen(&after) < seen(&before), "{:?}", seen(&after));
}

#[test]
fn weeks_that_exports_tell_are_drawn_and_newer_exports_are_noticed() {
    let served = Served::start(page("exports", 12, NAMED), &["page.toml"]);
    let drawn = || {
        let question = json!({ "set": {}, "futures": 2_000, "show": ["history"] });
        let found = served.post("answer", &question).json();
        found["charts"]["history"].as_str().expect("a picture").to_owned()
    };
    let (before, tag) = (drawn(), served.get("scenario").json()["hash"].clone());
    assert!(before.contains("Counted"), "{before}");
    served.folder.file("talk.csv", &talk(16));
    assert_ne!(served.get("scenario").json()["hash"], tag);
    assert_ne!(drawn(), before);
    let reply = served.post("report", &json!({ "set": {}, "name": "weeks" }));
    assert_eq!(reply.status, 200, "{}", reply.text());
    let own = served.folder.at("output/weeks/charts/history.svg");
    expect_code(&served.folder.reachsim(&["run", "page.toml", "--out", "run"]), 0);
    let run = served.folder.at("run/charts/history.svg");
    assert_eq!(std::fs::read(own).expect("a picture"), std::fs::read(run).expect("a picture"));
}

#[test]
fn a_scenario_with_mistakes_shows_them_and_waits() {
    let folder = Folder::new("broken");
    folder.file("small.toml", &SMALL.replace("followers", "folowers"));
    let served = Served::start(folder, &["small.toml"]);
    let told = served.get("scenario").json();
    let text = told["errors"][0]["text"].as_str().expect("a text");
    assert!(text.contains("small.toml:") && text.contains("did you mean"), "{text}");
    assert!(told["dials"].is_null(), "{told}");
    let page = served.get("");
    assert!(page.status == 200 && page.text().contains("folowers"), "{}", page.text());
    assert_eq!(served.post("answer", &json!({ "set": {} })).status, 422);
    served.folder.file("small.toml", SMALL);
    assert!(served.get("scenario").json()["dials"].is_array());
    served.answer(&json!({}), 1_000);
    served.folder.file("small.toml", "title = ");
    let broken = served.get("scenario").json();
    assert!(broken["errors"][0]["code"].is_string() && broken["tabs"][0]["file"] == "small.toml");
    std::fs::remove_file(served.folder.at("small.toml")).expect("removed");
    let gone = served.get("scenario").json();
    assert!(gone["errors"][0]["message"].is_string(), "{gone}");
}

#[test]
fn several_scenarios_are_tabs_and_each_speaks_three_languages() {
    let folder = Folder::new("tabs");
    folder.file("small.toml", SMALL);
    folder.file("other.toml", &SMALL.replace("\"Small\"", "\"Other\""));
    let served = Served::start(folder, &["small.toml", "other.toml", "--locale", "uk"]);
    for (tab, title) in ["Small", "Other"].into_iter().enumerate() {
        let told = served.get(&format!("scenario?tab={tab}")).json();
        assert_eq!((&told["title"], &told["tabs"][1]["title"]), (&json!(title), &json!("Other")));
        assert_eq!(told["locale"], "uk");
    }
    let titles = ["en", "ru", "uk"].map(|locale| {
        let told = served.get(&format!("scenario?locale={locale}")).json();
        told["dials"][0]["label"].as_str().expect("a label").to_owned()
    });
    assert!(titles[0] != titles[1] && titles[1] != titles[2], "{titles:?}");
    let page = served.get("?tab=1&locale=ru");
    assert!(page.text().contains("lang=\"ru\"") && page.text().contains("Other"));
}
