//! Published answers, from scenario files through the command line.

use std::path::Path;
use std::process::Command;

use serde_json::Value;

/// The document that a command prints about a file of `tests/cases`.
#[track_caller]
fn printed(command: &str, file: &str, flags: &[&str]) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases").join(file);
    let mut arguments = vec![command, path.to_str().expect("a path"), "--format", "json"];
    arguments.extend(flags);
    let output = Command::new(env!("CARGO_BIN_EXE_reachsim"))
        .args(&arguments)
        .output()
        .expect("the program starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("one document")
}

#[track_caller]
fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_else(|| panic!("{value} is no number"))
}

/// Within its own standard error, as a test of level one in a million sees it.
#[track_caller]
fn expect(found: &Value, [value, error]: [&str; 2], truth: f64) {
    let (found, error) = (number(&found[value]), number(&found[error]));
    assert!(
        (found - truth).abs() <= 4.89 * error && error < 0.03 * truth.abs().max(0.5),
        "{value} = {found} +- {error}, but {truth}"
    );
}

#[test]
fn ishigami() {
    let found = printed("sensitivity", "ishigami.toml", &["--total", "--trials", "20k"]);
    assert_eq!(found["schema"], "reachsim.sensitivity/1");
    expect(&found, ["mean", "se"], 3.5);
    for (key, first, total) in [
        ("input.x1", 0.313_905, 0.557_589),
        ("input.x2", 0.442_411, 0.442_411),
        ("input.x3", 0.0, 0.243_684),
    ] {
        let inputs = found["inputs"].as_array().expect("inputs");
        let input = inputs.iter().find(|input| input["key"] == key).expect("an input");
        expect(input, ["first", "first_se"], first);
        expect(input, ["total", "total_se"], total);
    }
    let ran = printed("run", "ishigami.toml", &["--no-files", "--trials", "100k"]);
    assert!((number(&ran["metrics"]["y"]["sd"]).powi(2) - 13.844_588).abs() < 0.15);
}

#[test]
fn value_of_information() {
    for flags in [&["--trials", "40k"][..], &["--trials", "40k", "--between", "base,do nothing"]] {
        let found = printed("value-of-information", "value-of-information.toml", flags);
        assert_eq!(found["schema"], "reachsim.voi/1");
        expect(&found, ["evpi", "evpi_se"], 0.479_811);
        for (key, truth) in [("input.p1", 0.083_315), ("input.p2", 0.395_593)] {
            let inputs = found["inputs"].as_array().expect("inputs");
            expect(
                inputs.iter().find(|input| input["key"] == key).expect("an input"),
                ["evppi", "se"],
                truth,
            );
        }
    }
}

#[test]
fn four_rectangular_errors() {
    let found = printed("run", "four-rectangular-errors.toml", &["--no-files", "--trials", "100k"]);
    assert!((number(&found["metrics"]["sum"]["sd"]) - 2.0).abs() < 0.02);
    let within = &found["metrics"]["within"];
    assert!(
        (number(&within["mean"]) - 0.95).abs() < 4.89 * number(&within["se"]).max(2e-4),
        "{within}"
    );
}

#[test]
fn an_interval_of_one_to_ten() {
    let found = printed("run", "interval.toml", &["--no-files", "--trials", "100k"]);
    let (value, log) = (&found["metrics"]["value"], &found["metrics"]["log"]);
    assert!(
        (number(&value["mean"]) - 4.040_013).abs() < 0.005
            && (number(&value["sd"]) - 3.212_180).abs() < 0.05,
        "{value}"
    );
    assert!(
        (number(&log["mean"]) - 1.151_293).abs() < 1e-4
            && (number(&log["sd"]) - 0.699_936).abs() < 1e-3,
        "{log}"
    );
    assert!(
        (number(&value["p05"]) - 1.0).abs() < 1e-3 && (number(&value["p95"]) - 10.0).abs() < 1e-2,
        "{value}"
    );
}

#[test]
fn arithmetic_without_chance() {
    let found = printed("run", "published-arithmetic.toml", &["--no-files", "--trials", "1"]);
    for (metric, truth, digits) in [
        ("multiple_60", 1.20, 0.005),
        ("multiple_70", 1.75, 0.005),
        ("multiple_80", 2.67, 0.005),
        ("multiple_90", 4.50, 0.005),
        ("pv_costs", 1_672_201.0, 0.5),
        ("pv_benefits", 7_168_371.0, 0.5),
        ("npv_of_three_years", 5_496_170.0, 0.5),
        ("roi_of_three_years", 3.29, 0.005),
        ("social_roi", 43.117_6, 0.000_05),
        ("random_duplication", 0.664, 1e-9),
        ("reach_200", 100.0, 1e-9),
        ("reach_100", 66.667, 0.000_5),
    ] {
        let value = number(&found["metrics"][metric]["mean"]);
        assert!((value - truth).abs() <= digits, "{metric} = {value}, but {truth}");
    }
}

#[test]
fn every_case_runs_through_every_study() {
    let input = [
        "ishigami.toml input.x1=-3..3 y",
        "value-of-information.toml input.p1=-1..3 net",
        "interval.toml input.x=1..10 log",
        "four-rectangular-errors.toml input.e1=-1..1 sum",
    ];
    for line in input {
        let [file, vary, metric] =
            line.split(' ').collect::<Vec<_>>().try_into().expect("three words");
        let flags = ["--metric", metric, "--trials", "1000"];
        printed("sweep", file, &[&["--over", vary][..], &flags].concat());
        printed("sensitivity", file, &flags);
        printed("value-of-information", file, &flags);
        let goal = format!("mean({metric}) >= 0.5");
        printed("solve", file, &["--for", &goal, "--vary", vary, "--trials", "1000"]);
        printed(
            "optimise",
            file,
            &["--maximise", &format!("p10({metric})"), "--vary", vary, "--trials", "1000"],
        );
    }
    printed("compare", "value-of-information.toml", &["--trials", "1000"]);
}
