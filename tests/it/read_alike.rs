//! Exports are read alike by every command: flags, and rows of a scenario.

use std::fmt::Write as _;

use serde_json::Value;

use crate::backtest::{PAGE, weeks};
use crate::support::{Folder, contents, expect_code};

const COLUMNS: &str = "kind = \"days\"\n[columns]\ndate = \"Week\"\ngained = \"New\"\n\
    followers = \"Followers\"\n";

/// A page that names no export, one that does, a table of weeks, and what its headings are.
fn page(name: &str) -> Folder {
    let folder = Folder::new(name);
    let (plain, _) = PAGE.split_once("[[export]]").expect("its export");
    folder.file("plain.toml", plain);
    folder.file("named.toml", PAGE);
    folder.file("weeks.csv", &weeks(44));
    folder.file("own.toml", COLUMNS);
    folder
}

fn calibrate(file: &str) -> Vec<&str> {
    vec!["calibrate", file]
}

fn backtest(file: &str) -> Vec<&str> {
    vec!["backtest", file, "--trials", "40", "--horizon", "1"]
}

/// Into a ledger of its own.
fn forecast<'a>(file: &'a str, ledger: &'a str) -> Vec<&'a str> {
    let of = ["--as-of", "2026-04-06", "--metrics", "followers_gained", "--trials", "100"];
    let four = ["--set", "simulation.weeks=4"];
    [&["forecast", file, "--ledger", ledger][..], &of, &four].concat()
}

const DATA: [&str; 4] = ["--data", "weeks.csv", "--columns", "own.toml"];

#[test]
fn headings_are_said_to_each_command_as_in_a_row() {
    let folder = page("alike-columns");
    let asked: [(Vec<&str>, Vec<&str>, &str); 3] = [
        (calibrate("plain.toml"), calibrate("named.toml"), "/keys"),
        (backtest("plain.toml"), backtest("named.toml"), "/series"),
        (
            forecast("plain.toml", "a.jsonl"),
            forecast("named.toml", "b.jsonl"),
            "/forecasts/0/baseline",
        ),
    ];
    let before = contents(&folder.0);
    for (plain, ..) in &asked {
        let unknown = [&plain[..], &["--data", "weeks.csv"]].concat();
        let (_, wrong) = expect_code(&folder.reachsim(&unknown), 2);
        assert!(wrong.contains("error[unknown-export]"), "{wrong}");
    }
    assert_eq!(contents(&folder.0), before);
    for (plain, named, what) in asked {
        let said = folder.document(&[&plain[..], &DATA].concat());
        let row = folder.document(&named);
        let [said, row] = [&said, &row].map(|document| document.pointer(what).cloned());
        assert_eq!(said, row, "{what}");
        assert!(!matches!(said, None | Some(Value::Null)), "{what}");
    }
}

/// What a row says of days and of how much it counts holds in a forecast, too.
#[test]
fn the_baseline_of_a_forecast_is_of_the_rows_that_count() {
    let folder = page("alike-rows");
    let weeks_of = |ledger: &str, more: &str| {
        folder.file("row.toml", &format!("{PAGE}{more}"));
        let made = folder.document(&forecast("row.toml", ledger));
        made["forecasts"][0]["baseline"]["weeks"].as_u64()
    };
    let all = weeks_of("a.jsonl", "").expect("a baseline");
    let part = weeks_of("b.jsonl", "until = 2026-01-04\n").expect("a baseline");
    assert_eq!((all, part), (43, 30));
    assert_eq!(weeks_of("c.jsonl", "weight = 0\n"), None);
}

#[test]
fn dates_that_may_be_read_either_way_are_asked_of_each_command() {
    let folder = page("alike-dates");
    let mut table = "Week;New;Followers\n".to_owned();
    for (row, month) in (1..=12).enumerate() {
        let _ = writeln!(table, "0{}/{month:02}/2025;{};20000", 1 + row % 2, 80 + row);
    }
    folder.file("weeks.csv", &table);
    let commands = [
        vec!["analyse", "weeks.csv", "--columns", "own.toml"],
        [&calibrate("plain.toml")[..], &DATA].concat(),
        [&backtest("plain.toml")[..], &DATA].concat(),
        [&forecast("plain.toml", "a.jsonl")[..], &DATA].concat(),
        vec!["score", "b.jsonl", "--outcomes", "weeks.csv", "--columns", "own.toml"],
    ];
    expect_code(&folder.reachsim(&forecast("plain.toml", "b.jsonl")), 0);
    for command in commands {
        let (_, wrong) = expect_code(&folder.reachsim(&command), 2);
        assert!(wrong.contains("error[ambiguous-dates]"), "{command:?}: {wrong}");
        let said = [&command[..], &["--dates", "day-first"]].concat();
        let told = String::from_utf8_lossy(&folder.reachsim(&said).stderr).into_owned();
        assert!(!told.contains("ambiguous"), "{command:?}: {told}");
    }
    let said = [&calibrate("plain.toml")[..], &DATA, &["--dates", "day-first"]].concat();
    let found = folder.document(&said);
    assert_eq!(found["files"][0]["to"], "2025-12-02");
}

#[test]
fn how_exports_are_read_is_no_question_where_none_is_named() {
    let folder = page("alike-none");
    expect_code(&folder.reachsim(&forecast("plain.toml", "a.jsonl")), 0);
    let before = contents(&folder.0);
    let total = [&calibrate("plain.toml")[..], &["--total", "followers_gained = 5k in 2025"]];
    let commands = [
        total.concat(),
        backtest("plain.toml"),
        forecast("plain.toml", "b.jsonl"),
        vec!["score", "a.jsonl"],
    ];
    for command in commands {
        for flag in [["--zone", "Europe/Kyiv"], ["--won", "paid"], ["--columns", "own.toml"]] {
            let said = [&command[..], &flag].concat();
            let (_, wrong) = expect_code(&folder.reachsim(&said), 2);
            let words = match command[0] {
                "score" => format!("and `{}` says how they are read", flag[0]),
                _ => format!("`{}` says how exports are read, and none is named", flag[0]),
            };
            assert!(wrong.contains(&words), "{said:?}: {wrong}");
        }
    }
    assert_eq!(contents(&folder.0), before);
}

#[test]
fn a_zone_that_there_is_not_is_told_by_each_command() {
    let folder = page("alike-zone");
    expect_code(&folder.reachsim(&forecast("plain.toml", "a.jsonl")), 0);
    let commands = [
        vec!["analyse", "weeks.csv", "--columns", "own.toml"],
        [&calibrate("plain.toml")[..], &DATA].concat(),
        [&backtest("plain.toml")[..], &DATA].concat(),
        [&forecast("plain.toml", "b.jsonl")[..], &DATA].concat(),
        vec!["score", "a.jsonl", "--outcomes", "weeks.csv", "--columns", "own.toml"],
    ];
    for command in commands {
        let said = [&command[..], &["--zone", "Europe/Nowhere"]].concat();
        let (_, wrong) = expect_code(&folder.reachsim(&said), 2);
        assert!(wrong.contains("error[no-zone]"), "{said:?}: {wrong}");
    }
}

#[test]
fn demands_of_a_ledger_are_written_as_those_of_a_back_test() {
    let folder = page("alike-demands");
    expect_code(&folder.reachsim(&forecast("plain.toml", "a.jsonl")), 0);
    let score = |demand: &str, code: i32, words: &str| {
        let asked = ["score", "a.jsonl", "--outcome", "followers_gained = 5k", "--require", demand];
        let (_, wrong) = expect_code(&folder.reachsim(&asked), code);
        assert!(wrong.contains(words), "{demand}: {wrong}");
        let bad = [&backtest("named.toml")[..], &["--require", demand]].concat();
        if words.contains("write it as") {
            let (_, other) = expect_code(&folder.reachsim(&bad), 2);
            assert!(other.contains(words), "{demand}: {other}");
        }
    };
    score("coverage 90% in 80..97", 1, "1 forecasts are resolved, and 20 are needed");
    score("skill last > 0", 1, "20 are needed");
    score("skill mean8 > 0", 2, "a ledger freezes the last value");
    score("coverage 91% in 80..97", 2, "write it as `coverage 90% in 80..97`");
    let asked = ["score", "a.jsonl", "--outcome", "followers_gained = 5k", "--require"];
    let asked = [&asked[..], &["coverage 90% in 0..100", "--format", "json"]].concat();
    let (text, _) = expect_code(&folder.reachsim(&asked), 1);
    let document: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(document["required"][0]["holds"], false);
    assert_eq!(document["required"][0]["value"], Value::Null);
}
