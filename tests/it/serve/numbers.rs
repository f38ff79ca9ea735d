//! The page computes nothing of its own: its numbers are those of `run`, `compare` and `solve`.

use serde_json::{Value, json};

use super::client::{Served, short};
use crate::support::Folder;

/// The statistics that a metric has wherever it is told.
const STATISTICS: [&str; 5] = ["mean", "se", "p05", "p50", "p95"];

/// Every metric that the page tells is as a command tells it.
#[track_caller]
fn expect_metrics(told: &Value, found: &Value) {
    let told = told.as_object().expect("metrics");
    assert!(told.len() > 10, "{}", told.len());
    for (name, metric) in told {
        for statistic in STATISTICS {
            assert_eq!(metric[statistic], found[name][statistic], "{statistic} of {name}");
        }
    }
}

/// Differences are those of a comparison, in every metric.
#[track_caller]
fn expect_differences(told: &Value, compared: &Value) {
    let told = told.as_object().expect("metrics");
    let mut moved = 0;
    for (name, metric) in told {
        let (own, other) = (&metric["difference"], &compared[name]);
        for statistic in ["mean", "se", "p05", "p95", "p_better", "p_better_se", "verdict"] {
            assert_eq!(own[statistic], other[statistic], "{statistic} of {name}");
        }
        moved += usize::from(own["mean"].as_f64().is_some_and(|mean| mean != 0.0));
    }
    assert!(moved > 3, "{moved}");
}

const TRIALS: [&str; 2] = ["--trials", "2000"];

#[test]
fn a_try_is_the_comparison_of_the_file_that_is_saved() {
    for (name, set) in [
        ("article", json!({ "community.page.friends.mean": "150 to 200", "market.people": "20M" })),
        (
            "support-community",
            json!({ "support.hours_per_week": 30, "community.page.posts.per_week": "5" }),
        ),
    ] {
        let folder = Folder::new("numbers");
        let file = short(&folder, name);
        let served = Served::start(folder, &[&file]);
        let as_it_is = served.answer(&json!({}), 2_000);
        let run = ["run", &file, TRIALS[0], TRIALS[1], "--no-files"];
        let found = served.folder.document(&run);
        expect_metrics(&as_it_is["metrics"], &found["metrics"]);
        let targets = found["targets"].as_array().expect("targets");
        for (own, other) in as_it_is["targets"].as_array().expect("targets").iter().zip(targets) {
            assert_eq!(own["probability"], other["probability"]);
        }
        let tried = served.answer(&set, 2_000);
        let kept = served.post("file", &json!({ "set": set, "name": "my try", "futures": 2000 }));
        assert_eq!(kept.status, 200, "{}", kept.text());
        let kept = kept.json();
        let saved = kept["name"].as_str().expect("a name");
        served.folder.file(saved, kept["toml"].as_str().expect("a text"));
        let command = kept["command"].as_str().expect("a command");
        let words: Vec<&str> = command.split(' ').skip(1).collect();
        assert_eq!(words, ["compare", saved, TRIALS[0], TRIALS[1]]);
        let compared = served.folder.document(&words);
        let others = compared["others"].as_array().expect("variants");
        let own = others.iter().find(|other| other["name"] == "my try").expect("the try");
        expect_differences(&tried["metrics"], &own["metrics"]);
        // Its own numbers are those of the what-if alone.
        let what_if = ["run", saved, TRIALS[0], TRIALS[1], "--no-files", "--what-if", "my try"];
        expect_metrics(&tried["metrics"], &served.folder.document(&what_if)["metrics"]);
        // More futures go on from fewer, and are those of a run of all.
        let more = served.answer(&set, 3_000);
        let three = ["run", saved, "--no-files", "--what-if", "my try"];
        expect_metrics(&more["metrics"], &served.folder.document(&three)["metrics"]);
    }
}

#[test]
fn a_draft_and_a_whole_answer_tell_the_same_numbers() {
    let served = Served::small("draft");
    let set = json!({ "cost.per_post": "5" });
    let draft = served.answer(&set, 2_000);
    let question = json!({ "set": set, "futures": 2_000, "draft": false, "show": ["first"] });
    let whole = served.post("answer", &question).json();
    expect_metrics(&draft["metrics"], &whole["metrics"]);
    assert_eq!(draft["metrics"]["profit"]["difference"], whole["metrics"]["profit"]["difference"]);
    for name in ["drivers", "what_ifs", "measure"] {
        assert!(draft[name].is_null() && !whole[name].is_null(), "{name}");
    }
    assert_eq!((&draft["settled"], &whole["settled"]), (&json!(false), &json!(true)));
    let charts = whole["charts"].as_object().expect("pictures");
    let tables = whole["tables"].as_object().expect("tables");
    assert!(charts.len() == 4 && charts.keys().eq(tables.keys()), "{:?}", charts.keys());
    for (name, svg) in charts {
        let svg = svg.as_str().unwrap_or_default();
        assert!(svg.starts_with("<svg") && !svg.contains("style="), "{name}: {svg}");
    }
    let changed = &whole["changed"][0];
    assert_eq!((&changed["was"], &changed["now"]), (&json!("3"), &json!("5")));
}

#[test]
fn a_brief_answer_is_the_whole_one_without_studies() {
    let served = Served::small("brief");
    for set in [json!({}), json!({ "cost.per_post": "5" })] {
        let question = |is_brief: bool| {
            json!({
                "set": set, "futures": 2_000, "brief": is_brief, "show": ["first"], "html": true,
            })
        };
        let brief = served.post("answer", &question(true)).json();
        let mut whole = served.post("answer", &question(false)).json();
        for (name, value) in whole.as_object_mut().expect("an answer") {
            match name.as_str() {
                "what_ifs" | "measure" => assert!(brief[name].is_null() && !value.is_null()),
                // What to measure first is told there, too.
                "screen" | "html" => assert_ne!(brief[name], *value, "{name}"),
                // Studies have pictures.
                "pictures" => {
                    let told = value.as_array().expect("a list");
                    let mut brief = brief[name].as_array().expect("a list").iter();
                    assert!(brief.all(|one| told.contains(one)), "{brief:?}");
                }
                _ => assert_eq!(brief[name], *value, "{name}"),
            }
        }
        let [brief, whole] = [&brief, &whole].map(|answer| answer["html"].as_str().unwrap_or(""));
        assert!(!brief.contains("id=\"what-ifs\"") && whole.contains("id=\"what-ifs\""));
        assert!(brief.contains("<figure id=\"picture-"), "{brief}");
    }
}

#[test]
fn what_changes_nothing_makes_no_difference() {
    let served = Served::small("same");
    let found = served.answer(&json!({ "cost.per_post": "3" }), 2_000);
    for (name, metric) in found["metrics"].as_object().expect("metrics") {
        assert_eq!(metric["difference"]["mean"], 0.0, "{name}");
        assert!(metric["difference"]["se"] == 0.0 || metric["mean"].is_null(), "{name}");
    }
}

#[test]
fn what_it_would_take_is_what_solve_says() {
    let served = Served::small("solve");
    let question = json!({
        "set": {}, "goal": "mean(profit) >= 0", "key": "cost.per_post", "from": "0", "to": "50",
        "futures": 2000,
    });
    let own = served.post("solve", &question);
    assert_eq!(own.status, 200, "{}", own.text());
    let (own, range) = (own.json(), "cost.per_post=0..50");
    let command = ["solve", "small.toml", "--for", "mean(profit) >= 0", "--vary", range];
    let found = served.folder.document(&command);
    for name in ["value", "se", "reached", "statistic", "tried", "key"] {
        assert_eq!(own[name], found[name], "{name}");
    }
    assert!(own["text"].as_str().is_some_and(|text| !text.is_empty()), "{own}");
    for (name, value) in [("goal", "profit"), ("key", "cost.per_pots"), ("from", "a few")] {
        let mut wrong = question.clone();
        wrong[name] = json!(value);
        let reply = served.post("solve", &wrong);
        assert!(reply.status == 422 && reply.json()["errors"][0]["message"].is_string(), "{name}");
    }
}
