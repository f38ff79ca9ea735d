//! `reachsim forecast` and `reachsim score`, as they are typed: what is written, and what is not.

use std::fs;

use serde_json::Value;

use crate::spoken::english;
use crate::support::{FIXED, Folder, contents, expect_code};

/// A page whose questions alone are uncertain, over so many weeks from 5 January 2026.
fn page(name: &str, weeks: u32) -> Folder {
    let folder = Folder::new(name);
    let head = format!("simulation.weeks = {weeks}\nsimulation.trials = 1_000\n");
    let target = "[[target]]\nname = \"many\"\nmetric = \"questions\"\nat_least = 400\n";
    let uncertain = FIXED.replace("per_year = 10_000", "per_year = \"8k to 12k\"");
    folder.file("page.toml", &format!("{head}simulation.start = 2026-01-05\n{uncertain}{target}"));
    folder
}

const FORECAST: [&str; 5] = ["forecast", "page.toml", "--ledger", "ledger.jsonl", "--as-of"];

fn forecast<'a>(day: &'a str, more: &[&'a str]) -> Vec<&'a str> {
    FORECAST.iter().chain(&[day]).chain(more).copied().collect()
}

fn lines(folder: &Folder) -> Vec<String> {
    let text = fs::read_to_string(folder.at("ledger.jsonl")).expect("a ledger");
    text.lines().map(str::to_owned).collect()
}

/// A question a day to a desk from 3 March 2025, so many days, and two on every seventh.
fn talk(days: i32) -> String {
    let mut talk =
        "tweet_id,author_id,inbound,created_at,text,in_response_to_tweet_id\n".to_owned();
    let mut id = 0;
    for day in 0..days {
        let date = jiff::civil::date(2025, 3, 3) + jiff::Span::new().days(day);
        for _ in 0..=i32::from(day % 7 == 0) {
            let row = format!("{id},{},True,{date} 10:00:00 +0000,where is it,\n", id % 91);
            talk.push_str(&row);
            id += 2;
        }
        let told = format!("{},Desk,False,{date} 13:00:00 +0000,here,{}\n", id - 1, id - 2);
        talk.push_str(&told);
    }
    talk
}

#[test]
fn forecasts_are_added_and_no_earlier_line_changes() {
    let folder = page("record-added", 4);
    let first = folder.document(&forecast("2026-01-05", &["--metrics", "questions,leads"]));
    assert_eq!((&first["from"], &first["to"]), (&"2026-01-05".into(), &"2026-02-01".into()));
    let before = lines(&folder);
    assert_eq!(before.len(), 2);
    expect_code(&folder.reachsim(&forecast("2026-01-12", &["--metrics", "questions"])), 0);
    let after = lines(&folder);
    assert_eq!((&after[..2], after.len()), (&before[..], 3));
    let entry: Value = serde_json::from_str(&after[2]).expect("an entry a line");
    assert_eq!(entry["schema"], "reachsim.ledger/1");
    assert_eq!(entry["as_of"], "2026-01-12");
    assert_eq!(entry["quantiles"].as_array().map(Vec::len), Some(23));
    assert_eq!(entry["targets"][0]["at_least"], 400.0);
    let last: Value = serde_json::from_str(&before[1]).expect("an entry a line");
    assert_eq!(entry["before"], last["hash"]);
    // The same run twice gives the same entry.
    let other = page("record-again", 4);
    expect_code(&other.reachsim(&forecast("2026-01-05", &["--metrics", "questions,leads"])), 0);
    assert_eq!(lines(&other), before);
}

#[test]
fn the_first_screen_and_the_targets_are_put_on_record() {
    let folder = page("record-default", 4);
    let made = folder.document(&forecast("2026-01-05", &[]));
    let forecasts = made["forecasts"].as_array().expect("forecasts");
    let metrics: Vec<&str> = forecasts.iter().filter_map(|made| made["metric"].as_str()).collect();
    for metric in ["questions", "reach_second", "leads"] {
        assert_eq!(metrics.iter().filter(|known| **known == metric).count(), 1, "{metrics:?}");
    }
    assert_eq!(lines(&folder).len(), metrics.len());
}

#[test]
fn what_cannot_be_put_on_record_leaves_the_ledger_as_it_was() {
    let folder = page("record-refused", 4);
    let refused = |day: &str, more: &[&str], words: &str| {
        let (_, wrong) = expect_code(&folder.reachsim(&forecast(day, more)), 2);
        assert!(wrong.contains(words), "{wrong}");
    };
    refused("2026-02-02", &[], "what is over is no forecast");
    refused("2026-01-05", &["--metrics", "question"], "questions");
    refused("2026-01-05", &["--metrics", "payback_weeks"], "payback_weeks");
    assert!(!folder.at("ledger.jsonl").exists(), "a ledger without entries was left behind");
    expect_code(&folder.reachsim(&forecast("2026-01-05", &["--metrics", "leads"])), 0);
    let before = contents(&folder.0);
    refused("2026-01-05", &["--metrics", "leads"], "on record already");
    // One of two is enough to write neither.
    refused("2026-01-05", &["--metrics", "questions,leads"], "on record already");
    let elsewhere = ["--ledger", "missing/ledger.jsonl"];
    let arguments = [&["forecast", "page.toml", "--as-of", "2026-01-05"][..], &elsewhere].concat();
    let (_, wrong) = expect_code(&folder.reachsim(&arguments), 3);
    assert!(wrong.contains("missing/ledger.jsonl"), "{wrong}");
    assert_eq!(contents(&folder.0), before);
}

/// Both commands read the ledger only once nobody else writes into it.
#[test]
fn forecasts_that_are_made_at_once_are_all_on_record() {
    let folder = page("record-at-once", 4);
    let days = ["2026-01-05", "2026-01-06", "2026-01-07", "2026-01-08"];
    std::thread::scope(|scope| {
        for day in days {
            scope.spawn(|| {
                let arguments = forecast(day, &["--metrics", "questions", "--trials", "50"]);
                expect_code(&folder.reachsim(&arguments), 0);
            });
        }
    });
    assert_eq!(lines(&folder).len(), days.len());
    let scored = folder.document(&["score", "ledger.jsonl"]);
    assert_eq!(scored["entries"], 4);
}

#[test]
fn an_outcome_is_written_only_when_it_is_asked_for() {
    let folder = page("record-said", 4);
    expect_code(&folder.reachsim(&forecast("2026-01-05", &["--metrics", "questions,leads"])), 0);
    expect_code(&folder.reachsim(&forecast("2026-01-12", &["--metrics", "questions"])), 0);
    let before = lines(&folder);
    let said = "questions = 5k from 2026-01-05 to 2026-02-01";
    let seen = folder.document(&["score", "ledger.jsonl", "--outcome", said]);
    assert_eq!(lines(&folder), before);
    let written = ["score", "ledger.jsonl", "--outcome", said, "--outcome", "leads=unknown"];
    let found = folder.document(&[&written[..], &["--write"]].concat());
    for (document, is_written) in [(&seen, false), (&found, true)] {
        assert_eq!(document["written"], is_written);
        assert_eq!(document["resolved"], 2);
        assert_eq!(document["questions"], 1);
        assert_eq!(document["coverage"]["90"], 0.0);
        assert_eq!(document["misses"]["above"], 1.0);
        assert_eq!(document["width_factor"], Value::Null);
        let brier = &document["brier"];
        let [score, reliability, resolution, uncertainty] =
            ["score", "reliability", "resolution", "uncertainty"]
                .map(|part| brier[part].as_f64().expect("a number"));
        assert!((score - (reliability - resolution + uncertainty)).abs() < 1e-12);
    }
    assert_eq!((found["unknown"].as_u64(), found["open"].as_u64()), (Some(1), Some(0)));
    assert_eq!(lines(&folder)[..3], before);
    assert_eq!(lines(&folder).len(), 6);
    let (_, wrong) = expect_code(&folder.reachsim(&written), 2);
    assert!(wrong.contains("is on record"), "{wrong}");
    // What is on record is told again without being said.
    let again = folder.document(&["score", "ledger.jsonl"]);
    assert_eq!((&again["resolved"], &again["crps"]), (&found["resolved"], &found["crps"]));
}

#[test]
fn an_edited_ledger_is_refused_with_its_line() {
    let folder = page("record-edited", 4);
    expect_code(&folder.reachsim(&forecast("2026-01-05", &["--metrics", "questions,leads"])), 0);
    let text = fs::read_to_string(folder.at("ledger.jsonl")).expect("a ledger");
    let edited = text.replacen("\"metric\":\"leads\"", "\"metric\":\"won\"", 1);
    folder.file("ledger.jsonl", &edited);
    let commands = [vec!["score", "ledger.jsonl"], forecast("2026-01-12", &[])];
    for arguments in &commands {
        let (_, wrong) = expect_code(&folder.reachsim(arguments), 2);
        assert!(wrong.contains("ledger-edited") && wrong.contains("ledger.jsonl:2:"), "{wrong}");
    }
    assert_eq!(fs::read_to_string(folder.at("ledger.jsonl")).expect("a ledger"), edited);
}

#[test]
fn outcomes_that_are_not_clear_are_refused_with_a_way_out() {
    let folder = page("record-unclear", 4);
    let missing = expect_code(&folder.reachsim(&["score", "ledger.jsonl"]), 2).1;
    assert!(missing.contains("reachsim forecast"), "{missing}");
    expect_code(&folder.reachsim(&forecast("2026-01-05", &["--metrics", "questions"])), 0);
    for (said, words) in [
        ("questions 80", "has no `=`"),
        ("= 80", "names no metric"),
        ("questions = many", "many"),
        ("questions = 80 in spring", "names no period"),
        ("questions = 80 from 2026-02-01 to 2026-01-01", "names no period"),
        ("questions = 80 in 2025", "2026-01-05 to 2026-02-01"),
        ("question = 80", "did you mean `questions`?"),
    ] {
        let (_, wrong) =
            expect_code(&folder.reachsim(&["score", "ledger.jsonl", "--outcome", said]), 2);
        assert!(wrong.contains(words), "{said}: {wrong}");
    }
}

/// 4 weeks of 8 questions each, all answered but the second of every seventh day.
#[test]
fn exports_resolve_what_they_cover_and_say_what_they_do_not() {
    let folder = page("record-exports", 4);
    folder.file("talk.csv", &talk(365));
    // The second horizon ends after the last row.
    for start in ["2026-01-05", "2026-02-16"] {
        let set = format!("simulation.start={start}");
        let more = ["--metrics", "questions,answered_share,leads", "--set", &set];
        expect_code(&folder.reachsim(&forecast(start, &more)), 0);
    }
    let asked = ["score", "ledger.jsonl", "--outcomes", "talk.csv", "--brand", "Desk"];
    let found = folder.document(&asked);
    let new = found["new"].as_array().expect("outcomes");
    let told: Vec<_> =
        new.iter().map(|new| (new["metric"].as_str(), new["value"].as_f64())).collect();
    assert_eq!(
        told,
        [(Some("questions"), Some(32.0)), (Some("answered_share"), Some(28.0 / 32.0))]
    );
    let left = found["left"].as_array().expect("the others");
    let why: Vec<_> = left.iter().filter_map(|left| left["why"].as_str()).collect();
    assert_eq!(why, ["not-given", "not-covered", "not-covered", "not-given"]);
    expect_code(&folder.reachsim(&[&asked[..], &["--write"]].concat()), 0);
    let last: Value = serde_json::from_str(&lines(&folder)[7]).expect("an outcome");
    assert_eq!(last["data"].as_array().map(Vec::len), Some(1));
}

/// 44 weeks of 8 questions: the last week has no error, so that its forecast of 4 weeks is 32.
#[test]
fn the_last_value_is_frozen_with_the_forecast() {
    let folder = page("record-baseline", 4);
    folder.file("talk.csv", &talk(365));
    let more = ["--metrics", "questions,reach_second", "--data", "talk.csv", "--brand", "Desk"];
    let made = folder.document(&forecast("2026-01-05", &more));
    let baseline = &made["forecasts"][0]["baseline"];
    assert_eq!((&baseline["of"], &baseline["weeks"]), (&"last".into(), &44.into()));
    assert_eq!(baseline["quantiles"][0]["value"], 32.0);
    assert_eq!(baseline["quantiles"][22]["value"], 32.0);
    assert_eq!(made["forecasts"][1]["baseline"], Value::Null);
    let found = folder.document(&["score", "ledger.jsonl", "--outcome", "questions = 770"]);
    let skill = found["skill"].as_f64().expect("a baseline");
    assert!(skill > 0.9 && skill < 1.0, "{skill}");
    assert_eq!(found["metrics"][0]["skill"], skill);
}

#[test]
fn the_answer_is_told_in_three_languages_and_drawn() {
    let folder = page("record-told", 4);
    expect_code(&folder.reachsim(&forecast("2026-01-05", &["--metrics", "questions,leads"])), 0);
    let asked = ["score", "ledger.jsonl", "--outcome", "questions = 5k", "--locale"];
    for locale in ["ru", "uk"] {
        let (told, _) = expect_code(&folder.reachsim(&[&asked[..], &[locale]].concat()), 0);
        let left: Vec<String> =
            english(&told).into_iter().filter(|word| !word.contains("ledger")).collect();
        assert!(left.is_empty(), "{left:?} in {told}");
    }
    let (told, _) =
        expect_code(&folder.reachsim(&[&asked[..], &["en", "--out", "out"]].concat()), 0);
    assert!(told.contains("above the forecast of"), "{told}");
    assert!(told.contains("is told from 20 outcomes on"), "{told}");
    assert!(told.lines().all(|line| line.chars().count() <= 80), "{told}");
    let written: Vec<String> = contents(&folder.at("out")).into_keys().collect();
    assert_eq!(
        written,
        ["charts/ranges.png", "charts/ranges.svg", "manifest.json", "score.csv", "score.json"]
    );
}

/// Days of a page that are in the period, and no others; what is known of no day is not taken.
#[test]
fn days_of_a_page_resolve_what_they_count() {
    let folder = page("record-days", 4);
    let mut follows = "sep=,\n\"Follows\"\n\"Date\",\"Primary\"\n".to_owned();
    for day in 0..60 {
        let date = jiff::civil::date(2025, 12, 20) + jiff::Span::new().days(day);
        let row = format!("\"{date}T00:00:00\",\"{}\"\n", 5 + day % 2);
        follows.push_str(&row);
    }
    folder.file("Follows.csv", &follows);
    let metrics = ["--metrics", "followers_gained,followers_end,unfollows"];
    expect_code(&folder.reachsim(&forecast("2026-01-05", &metrics)), 0);
    let found = folder.document(&["score", "ledger.jsonl", "--outcomes", "Follows.csv"]);
    assert_eq!(found["new"].as_array().map(Vec::len), Some(1));
    assert_eq!(found["new"][0]["metric"], "followers_gained");
    assert_eq!(found["new"][0]["value"], 14.0 * 5.0 + 14.0 * 6.0);
    assert_eq!(found["left"][0]["why"], "not-given");
    assert_eq!(found["left"][1]["why"], "not-given");
}

#[test]
fn answers_are_tables_as_well() {
    let folder = page("record-tables", 4);
    let csv = ["--metrics", "questions", "--format", "csv"];
    let (made, _) = expect_code(&folder.reachsim(&forecast("2026-01-05", &csv)), 0);
    let rows = |text: &str, statistic: &str| -> Vec<f64> {
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let rows = reader.records().map(|row| row.expect("as many cells as columns"));
        rows.filter(|row| &row[6] == statistic)
            .map(|row| row[7].parse().expect("a number"))
            .collect()
    };
    let quantiles = rows(&made, "quantile");
    assert!(quantiles.len() == 23 && quantiles.is_sorted(), "{quantiles:?}");
    assert_eq!(rows(&made, "probability").len(), 1);
    let said = format!("questions = {}", quantiles[11]);
    let asked = ["score", "ledger.jsonl", "--outcome", &said, "--format", "csv"];
    let (scored, _) = expect_code(&folder.reachsim(&asked), 0);
    assert_eq!(rows(&scored, "held"), [1.0, 1.0, 1.0]);
    assert_eq!(rows(&scored, "coverage"), [1.0, 1.0, 1.0]);
    assert_eq!(rows(&scored, "entries"), [1.0]);
}
