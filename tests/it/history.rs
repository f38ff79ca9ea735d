//! What was and what is forecast, week by week: with a run, and laid over by later exports.

use std::fs;

use reachsim::draw;
use reachsim::rng::StreamKey;
use serde_json::Value;

use crate::spoken::english;
use crate::support::{Folder, contents, expect_code};

/// A page whose questions are believed to be some 35 a week.
const PAGE: &str = "title = \"2026\"\nmarket.people = \"30M\"\n\
    simulation.trials = 2_000\nsimulation.weeks = 8\nsimulation.start = 2025-03-31\n\
    [community.page]\nplatform = \"facebook\"\nfollowers = 20_000\n\
    questions.per_year = \"1.4k to 2.4k\"\n";
/// The row of a scenario that names the export.
pub const NAMED: &str = "[[export]]\nfile = \"talk.csv\"\n";

/// Weeks of questions to a desk from 6 January 2025 on, some 35 each.
pub fn talk(weeks: i64) -> String {
    let mut rng = StreamKey::named(3, "talk", "page").at(0, 0);
    let mut talk =
        "tweet_id,author_id,inbound,created_at,text,in_response_to_tweet_id\n".to_owned();
    let mut id = 0;
    for day in 0..7 * weeks {
        let date = jiff::civil::date(2025, 1, 6) + jiff::Span::new().days(day);
        // Every day has a row, so that the files cover it.
        for _ in 0..=(draw::negative_binomial(&mut rng, 4.0, 0.1) as u32) {
            let asked = format!("{id},{},True,{date} 10:00:00 +0000,where is it,\n", id % 911);
            talk.push_str(&asked);
            let told = format!("{},Desk,False,{date} 13:00:00 +0000,here,{id}\n", id + 1);
            talk.push_str(&told);
            id += 2;
        }
    }
    talk
}

/// A page with an export of so many weeks beside it.
pub fn page(name: &str, weeks: i64, more: &str) -> Folder {
    let folder = Folder::new(name);
    folder.file("page.toml", &format!("{PAGE}{more}"));
    folder.file("talk.csv", &talk(weeks));
    folder
}

fn picture(folder: &Folder, name: &str) -> String {
    fs::read_to_string(folder.at(name)).unwrap_or_else(|_| panic!("no picture {name}"))
}

#[test]
fn a_run_draws_what_was_and_what_is_forecast_in_one_picture() {
    let folder = page("history-run", 12, NAMED);
    let run = |arguments: &[&str]| expect_code(&folder.reachsim(arguments), 0);
    run(&["run", "page.toml", "--out", "out"]);
    for name in ["out/charts/history.svg", "out/charts/phone/history.svg"] {
        let svg = picture(&folder, name);
        for words in ["Counted", "9 of 10", "Questions", " 2025"] {
            assert!(svg.contains(words), "{name} lacks {words}");
        }
    }
    let told = picture(&folder, "out/report.md");
    assert!(told.contains("Questions by the week: typically"), "{told}");
    assert!(told.contains("until 31 March 2025"), "{told}");
    for (locale, words) in [("ru", "Насчитано"), ("uk", "Нараховано")] {
        let out = format!("out-{locale}");
        run(&["run", "page.toml", "--locale", locale, "--out", &out]);
        let svg = picture(&folder, &format!("{out}/charts/history.svg"));
        assert!(svg.contains(words), "{locale}");
    }
    // Without a start, and without an export, there is nothing to draw.
    for (name, text) in [
        ("startless", format!("{PAGE}{NAMED}").replace("simulation.start = 2025-03-31\n", "")),
        ("silent", PAGE.to_owned()),
    ] {
        folder.file("other.toml", &text);
        run(&["run", "other.toml", "--out", name]);
        assert!(!folder.at(name).join("charts/history.svg").exists(), "{name}");
        assert!(folder.at(name).join("charts/staircase.svg").exists(), "{name}");
    }
}

/// Shards are merged where the exports are not.
#[test]
fn merged_shards_have_the_picture_of_one_machine() {
    let folder = page("history-merge", 12, NAMED);
    let run = |arguments: &[&str]| expect_code(&folder.reachsim(arguments), 0);
    run(&["run", "page.toml", "--out", "whole"]);
    for shard in ["1", "2"] {
        run(&["run", "page.toml", "--shard", &format!("{shard}/2"), "--out", shard]);
    }
    fs::remove_file(folder.at("talk.csv")).expect("it was there");
    run(&["merge", "1", "2", "--out", "merged"]);
    let name = "charts/history.svg";
    let (whole, merged) = (folder.at("whole").join(name), folder.at("merged").join(name));
    assert_eq!(fs::read(whole).expect("a picture"), fs::read(merged).expect("a picture"));
}

#[test]
fn an_export_of_which_nobody_says_whose_it_is_is_no_history_and_stops_no_run() {
    let more = "[community.other]\nplatform = \"vkontakte\"\nfollowers = 10_000\n";
    let folder = page("history-whose", 12, &format!("{more}{NAMED}"));
    let asked = ["run", "page.toml", "--out", "out"];
    let (_, told) = expect_code(&folder.reachsim(&asked), 0);
    assert!(told.contains("tell no weeks that could be drawn: nobody says of which"), "{told}");
    assert!(!folder.at("out/charts/history.svg").exists());
}

fn held(document: &Value, level: &str) -> u64 {
    document["forecast"]["series"][0]["held"][level].as_u64().expect("a count")
}

#[test]
fn later_exports_are_laid_over_what_was_forecast() {
    let folder = page("history-over", 18, "");
    let asked = ["analyse", "talk.csv", "--scenario", "page.toml"];
    let told = folder.document(&asked);
    let series = &told["forecast"]["series"][0];
    assert_eq!(series["metric"], "questions");
    // Twelve weeks before the start, and six of eight after it.
    assert_eq!(series["weeks_told"], 6);
    let weeks = series["weeks"].as_array().expect("weeks");
    assert_eq!(weeks.len(), 12 + 8);
    assert_eq!((&weeks[0]["from"], &weeks[0]["p50"]), (&"2025-01-06".into(), &Value::Null));
    assert_eq!(weeks[12]["from"], "2025-03-31");
    assert!(weeks[17]["came"].is_number() && weeks[18]["came"].is_null(), "{series}");
    let within = |week: &&Value| {
        let [low, came, high] = ["p05", "came", "p95"].map(|name| week[name].as_f64());
        let held = || Some(low? <= came? && came? <= high?);
        held().unwrap_or(false)
    };
    assert_eq!(held(&told, "90"), weeks.iter().filter(within).count() as u64);
    assert!(held(&told, "50") <= held(&told, "80") && held(&told, "80") <= held(&told, "90"));
    assert!(held(&told, "90") >= 4, "{series}");
    // The same as counts of the files themselves.
    let counted: f64 =
        told["weeks"].as_array().expect("weeks")[12]["questions"].as_f64().expect("n");
    assert_eq!(weeks[12]["came"], counted);
    // Of ten times as many, none fell inside.
    folder.file("far.toml", &PAGE.replace("1.4k to 2.4k", "14k to 24k"));
    let far = folder.document(&["analyse", "talk.csv", "--scenario", "far.toml"]);
    assert_eq!((held(&far, "90"), held(&far, "50")), (0, 0));
}

#[test]
fn what_came_is_told_in_a_sentence_a_table_and_a_picture() {
    let folder = page("history-told", 18, "");
    for (locale, words) in [
        ("en", "of 6 weeks fell inside the 90 % range"),
        ("ru", "из 6 недель"),
        ("uk", "із 6 тижнів"),
    ] {
        let out = format!("out-{locale}");
        let asked =
            ["analyse", "talk.csv", "--scenario", "page.toml", "--locale", locale, "--out", &out];
        let (text, _) = expect_code(&folder.reachsim(&asked), 0);
        assert!(text.contains(words), "{text}");
        if locale != "en" {
            let of_it: Vec<&str> =
                text.lines().skip_while(|line| !line.contains("page.toml")).collect();
            let left = english(&of_it[..3].join("\n").replace("page.toml", ""));
            assert!(left.is_empty(), "{locale}: {left:?} in {text}");
        }
        assert!(picture(&folder, &format!("{out}/charts/history.svg")).contains(words), "{locale}");
        assert!(picture(&folder, &format!("{out}/report.md")).contains(words), "{locale}");
    }
    let (rows, _) = expect_code(
        &folder.reachsim(&["analyse", "talk.csv", "--scenario", "page.toml", "--format", "csv"]),
        0,
    );
    for row in ["forecast,week,2025-03-31,questions,came,", "forecast,,,questions,held_90,"] {
        assert!(rows.contains(row), "{row} in {rows}");
    }
}

#[test]
fn a_scenario_over_which_nothing_can_be_laid_is_refused_in_words() {
    let folder = page("history-refused", 12, "");
    let before = contents(&folder.at("."));
    let refused = |file: &str, more: &[&str], code: i32| -> String {
        let asked = [&["analyse", "talk.csv", "--scenario", file, "--out", "out"], more].concat();
        let (_, told) = expect_code(&folder.reachsim(&asked), code);
        told.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let told = refused("page.toml", &[], 2);
    assert!(told.contains("no whole week from 2025-03-31 on that `page.toml` forecasts"), "{told}");
    let told = refused("page.toml", &["--community", "pgae"], 2);
    assert!(told.contains("there is no community `pgae`"), "{told}");
    assert_eq!(contents(&folder.at(".")), before);
    folder.file("page.toml", &PAGE.replace("simulation.start = 2025-03-31\n", ""));
    let told = refused("page.toml", &[], 2);
    assert!(told.contains("does not say when it starts"), "{told}");
    let two = "[community.other]\nplatform = \"vkontakte\"\nfollowers = 10_000\n";
    folder.file("page.toml", &format!("{}{two}", PAGE.replace("2025-03-31", "2025-02-03")));
    let told = refused("page.toml", &[], 2);
    assert!(told.contains("with `--community page`"), "{told}");
    let asked = ["analyse", "talk.csv", "--scenario", "page.toml", "--community", "page"];
    let document = folder.document(&asked);
    assert_eq!(document["forecast"]["series"][0]["metric"], "page.questions");
    let alone = ["analyse", "talk.csv", "--community", "page"];
    expect_code(&folder.reachsim(&alone), 2);
}
