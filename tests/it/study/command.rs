//! The studies as scripts see them: documents, exit codes, files, words.

use std::path::Path;

use serde_json::Value;

use crate::support::{Folder, expect_code, shipped};

fn support_community() -> String {
    shipped("support-community").display().to_string()
}

const QUICK: [&str; 2] = ["--trials", "1000"];
/// Few futures of half a year, where words and files matter and not what they say.
const SHORT: [&str; 4] = ["--trials", "200", "--set", "simulation.weeks=26"];

/// The same for a study by its name: what knowing is worth takes a thousand futures at least.
fn short(study: &str) -> [&'static str; 4] {
    if matches!(study, "value-of-information" | "measure") {
        [QUICK[0], QUICK[1], SHORT[2], SHORT[3]]
    } else {
        SHORT
    }
}

#[test]
fn a_comparison_is_documented_as_promised() {
    let folder = Folder::new("compare");
    let file = support_community();
    let found = folder.document(&["compare", &file, QUICK[0], QUICK[1]]);
    assert_eq!(
        (found["schema"].as_str(), found["base"].as_str()),
        (Some("reachsim.compare/1"), Some("the scenario as it is"))
    );
    let other = &found["others"][0];
    let profit = &other["metrics"]["profit"];
    for name in ["mean", "se", "p05", "p50", "p95", "p_better"] {
        assert!(profit[name].is_f64(), "{name} of {profit}");
    }
    assert!(
        other["metrics"]["questions"]["p_better"].is_null(),
        "more questions are neither better nor worse"
    );
    let why = &other["why"];
    assert_eq!(
        (why["order"].as_str(), why["edits"].as_array().map(Vec::len)),
        (Some("shapley"), Some(2))
    );
    let parts = why["edits"]
        .as_array()
        .expect("edits")
        .iter()
        .map(|edit| edit["metrics"]["profit"].as_f64().expect("a part"));
    assert_eq!(
        parts.fold(0.0, |sum, part| sum + part),
        profit["mean"].as_f64().expect("a mean"),
        "to the last digit"
    );
}

#[test]
fn a_scenario_compared_with_itself_makes_no_difference() {
    let folder = Folder::new("itself");
    let file = support_community();
    let (text, _) =
        expect_code(&folder.reachsim(&["compare", &file, &file, QUICK[0], QUICK[1]]), 0);
    assert!(text.contains("No difference: every metric is the same in every future."), "{text}");
    let found = folder.document(&["compare", &file, &file, QUICK[0], QUICK[1]]);
    for (name, metric) in found["others"][0]["metrics"].as_object().expect("metrics") {
        assert!(metric["mean"] == 0.0 && metric["se"] == 0.0, "{name}: {metric}");
    }
}

#[test]
fn two_files_are_compared_by_what_differs() {
    let folder = Folder::new("files");
    let base = std::fs::read_to_string(shipped("peers-help")).expect("shipped");
    folder.file("a.toml", &base);
    folder.file(
        "b.toml",
        &base
            .replace("per_post = 30", "per_post = 40")
            .replace("followers = 60_000", "followers = 50_000")
            .replace("title = \"", "title = \"Other: "),
    );
    let found = folder.document(&["compare", "a.toml", "b.toml", QUICK[0], QUICK[1]]);
    let edits: Vec<&str> = found["others"][0]["why"]["edits"]
        .as_array()
        .expect("edits")
        .iter()
        .filter_map(|edit| edit["edit"].as_str())
        .collect();
    assert_eq!(edits, ["community.forum.followers = 50000", "cost.per_post = 40"]);
    let (_, err) =
        expect_code(&folder.reachsim(&["compare", "a.toml", "b.toml", "--against", "nothing"]), 2);
    assert!(err.contains("--against names a what-if of one file"), "{err}");
    folder.file(
        "c.toml",
        &base.replace("currency = \"EUR\"", "currency = \"USD\"\ncurrency_per_eur = 1"),
    );
    let (_, err) = expect_code(&folder.reachsim(&["compare", "a.toml", "c.toml"]), 2);
    assert!(err.contains("USD") && err.contains("EUR"), "{err}");
}

#[test]
fn nothing_is_what_the_page_is_worth_against() {
    let folder = Folder::new("nothing");
    let file = support_community();
    let found = folder.document(&["compare", &file, "--against", "nothing", QUICK[0], QUICK[1]]);
    assert_eq!(found["base"], "nothing");
    assert_eq!(found["others"][0]["name"], "the scenario as it is");
    let edits: Vec<&str> = found["others"][0]["why"]["edits"]
        .as_array()
        .expect("edits")
        .iter()
        .filter_map(|edit| edit["edit"].as_str())
        .collect();
    assert_eq!(edits, ["posts", "team", "budget"]);
    assert!(
        found["others"][0]["metrics"]["total_cost"]["mean"].as_f64().is_some_and(|cost| cost > 0.0)
    );
}

#[test]
fn a_variant_runs_into_a_folder_of_its_own() {
    let folder = Folder::new("run");
    let file = support_community();
    let (text, _) = expect_code(
        &folder.reachsim(&["run", &file, "--what-if", "twice the team", QUICK[0], QUICK[1]]),
        0,
    );
    assert!(
        text.contains("twice the team")
            && folder.0.join("output/support-community-twice-the-team/summary.json").exists(),
        "{text}"
    );
    let (_, err) = expect_code(&folder.reachsim(&["run", &file, "--what-if", "twice the tema"]), 2);
    assert!(err.contains("`twice the team`"), "{err}");
    // What a comparison finds is what the runs find.
    let mean = |arguments: &[&str]| {
        let run = [&["run", &file, "--no-files", QUICK[0], QUICK[1]], arguments].concat();
        folder.document(&run)["metrics"]["profit"]["mean"].as_f64()
    };
    let difference =
        mean(&["--what-if", "twice the team"]).expect("a mean") - mean(&[]).expect("a mean");
    let found = folder.document(&["compare", &file, QUICK[0], QUICK[1]]);
    let compared = found["others"][1]["metrics"]["profit"]["mean"].as_f64().expect("a mean");
    assert!(
        (compared / difference - 1.0).abs() < 1e-12,
        "but for rounding: {compared} {difference}"
    );
}

#[test]
fn every_study_writes_its_document_and_its_charts() {
    let folder = Folder::new("files-of");
    let file = support_community();
    let studies: [(&str, &[&str], &str); 7] = [
        ("compare", &[], "ranges"),
        ("sweep", &["--over", "support.hours_per_week=10..30/3"], "curve"),
        ("sensitivity", &[], "tornado"),
        ("solve", &["--for", "profit >= 0 @ 50%", "--vary", "cost.per_post=0..100"], "curve"),
        (
            "optimise",
            &["--maximise", "profit", "--vary", "support.hours_per_week=10..30"],
            "ranges",
        ),
        ("value-of-information", &[], "worth"),
        ("break-even", &[], "ranges"),
    ];
    for (study, flags, chart) in studies {
        let document =
            folder.document(&[&[study, &file, "--out", study], flags, &short(study)].concat());
        for name in [
            format!("{study}.json"),
            format!("charts/{chart}.svg"),
            format!("charts/{chart}.png"),
            "manifest.json".to_owned(),
        ] {
            assert!(folder.0.join(study).join(&name).exists(), "{study} wrote no {name}");
        }
        let written = std::fs::read_to_string(folder.0.join(study).join(format!("{study}.json")))
            .expect("written");
        assert_eq!(
            serde_json::from_str::<Value>(&written).expect("JSON"),
            document,
            "the file is what is printed"
        );
        assert_eq!(document["simulation"]["trials"].to_string(), short(study)[1]);
        let absolute = format!("{}", Path::new(env!("CARGO_MANIFEST_DIR")).display());
        let manifest =
            std::fs::read_to_string(folder.0.join(study).join("manifest.json")).expect("written");
        assert!(
            !manifest.contains(&absolute) && !written.contains(&absolute),
            "no path enters a file"
        );
    }
    let hours = ["sweep", &file, "--over", "support.hours_per_week=10..30/3"];
    let map = [&hours[..], &["--over", "cost.per_post=0..40/3", "--out", "map"], &SHORT].concat();
    expect_code(&folder.reachsim(&map), 0);
    assert!(folder.0.join("map/charts/heat-map.png").exists());
}

#[test]
fn documents_of_the_other_studies_are_as_promised() {
    let folder = Folder::new("documents");
    let file = support_community();
    let sweep = folder.document(&[
        "sweep",
        &file,
        "--over",
        "support.hours_per_week=10..30/3",
        SHORT[0],
        SHORT[1],
        SHORT[2],
        SHORT[3],
    ]);
    assert_eq!(sweep["schema"], "reachsim.sweep/1");
    assert_eq!(sweep["points"][2]["at"]["support.hours_per_week"], 30.0);
    assert!(sweep["points"][0]["metrics"]["profit"]["p50"].is_f64());
    let drivers = folder.document(&[&["sensitivity", &file, "--total"], &SHORT[..]].concat());
    assert!(drivers["metric"] == "profit" && drivers["luck"].is_f64());
    for name in ["low", "high", "rank", "first", "first_se", "total", "total_se"] {
        assert!(drivers["inputs"][0][name].is_f64(), "{name}");
    }
    let absent = drivers["absent"].as_array().expect("absent");
    assert!(
        absent.iter().any(|row| row["key"] == "support.wage" && row["why"] == "a fixed number"),
        "{absent:?}"
    );
    assert!(
        absent
            .iter()
            .any(|row| row["key"] == "market.people" && row["why"] == "no effect on profit"),
        "{absent:?}"
    );
    let solved = folder.document(&[
        "solve",
        &file,
        "--for",
        "mean(profit) >= 5000",
        "--vary",
        "cost.manager_per_month=0..800",
        QUICK[0],
        QUICK[1],
    ]);
    assert!(
        solved["schema"] == "reachsim.solve/1"
            && solved["key"] == "cost.manager_per_month"
            && solved["reached"] == true
    );
    assert!(
        solved["value"].is_f64() && solved["se"].as_f64().is_some_and(|se| se > 0.0),
        "{solved}"
    );
    let best = folder.document(&[
        "optimise",
        &file,
        "--maximise",
        "p10(profit)",
        "--vary",
        "support.hours_per_week=10..30",
        "--subject-to",
        "total_cost <= 60k @ 95%",
        SHORT[0],
        SHORT[1],
        SHORT[2],
        SHORT[3],
    ]);
    assert!(
        best["schema"] == "reachsim.optimise/1"
            && best["best"]["values"]["support.hours_per_week"].is_f64()
            && best["best"]["se"].is_f64()
    );
    assert!(best["ties"].is_array());
    let worth = folder.document(&[
        "value-of-information",
        &file,
        "--metric",
        "profit",
        "--between",
        "base,nothing,twice the team",
        QUICK[0],
        QUICK[1],
        SHORT[2],
        SHORT[3],
    ]);
    assert!(
        worth["schema"] == "reachsim.voi/1"
            && worth["evpi_se"].is_f64()
            && worth["inputs"][0]["evppi"].is_f64()
    );
}

#[test]
fn mistakes_on_the_command_line_say_what_to_write() {
    let folder = Folder::new("mistakes");
    let file = support_community();
    let vary = ["--vary", "support.hours_per_week=10..30"];
    let cases: [(&[&str], &str); 18] = [
        (&["compare", &file, "--metric", "proft"], "did you mean `profit`?"),
        (&["compare", &file, "--against", "nothin"], "`nothing`"),
        (
            &["sweep", &file, "--over", "support.hour_per_week=1..2"],
            "did you mean `support.hours_per_week`?",
        ),
        (&["sweep", &file, "--over", "support.hours_per_week=10"], "write for instance"),
        (&["sweep", &file, "--over", "support.hours_per_week=-5..3"], "cannot be negative"),
        (
            &["sweep", &file, "--over", "a=1..2", "--over", "b=1..2", "--over", "c=1..2"],
            "one key or two",
        ),
        (
            &["sweep", &file, "--over", "cost.per_post=1..2", "--over", "cost.per_post=1..2"],
            "twice",
        ),
        (&["solve", &file, "--for", "profit >= 0", vary[0], vary[1]], "may mean two things"),
        (&["solve", &file, "--for", "profit", vary[0], vary[1]], "there is no >= or <="),
        (&["solve", &file, "--for", "p200(profit) >= 0", vary[0], vary[1]], "no statistic `p200`"),
        (&["solve", &file, "--for", "profit >= 0 @ 120%", vary[0], vary[1]], "between 0 and 100 %"),
        (&["solve", &file, "--for", "mean(payback_weeks) <= 40", vary[0], vary[1]], "has no mean"),
        (&["optimise", &file, vary[0], vary[1]], "--maximise"),
        (&["optimise", &file, "--maximise", "mean(profit", vary[0], vary[1]], "not closed"),
        (&["sensitivity", &file, "--sampler", "expected"], "one future only"),
        (&["sensitivity", &file, "--trials", "10"], "at least 100 trials"),
        (&["value-of-information", &file, "--between", "base"], "two or more"),
        (
            &[
                "value-of-information",
                &file,
                "--metric",
                "response_hours",
                "--between",
                "base,nobody",
            ],
            "there is no what-if `nobody`",
        ),
    ];
    for (arguments, words) in cases {
        let (out, err) = expect_code(&folder.reachsim(arguments), 2);
        assert!(err.contains(words) && out.is_empty(), "{arguments:?} says\n{err}{out}");
    }
    folder.file(
        "plain.toml",
        "title = \"t\"\n[input.a]\nvalue = \"1..2\"\n[metric.y]\nformula = \"a\"\n",
    );
    let (_, err) = expect_code(&folder.reachsim(&["compare", "plain.toml"]), 2);
    assert!(err.contains("has no what-if"), "{err}");
}

#[test]
fn studies_of_one_metric_of_one_community_work() {
    let folder = Folder::new("several");
    let file = shipped("vk-vs-facebook").display().to_string();
    let id = |text: &str| -> String {
        text.split("[community.")
            .nth(1)
            .and_then(|rest| rest.split(']').next())
            .expect("an id")
            .to_owned()
    };
    let community = id(&std::fs::read_to_string(shipped("vk-vs-facebook")).expect("shipped"));
    let metric = format!("{community}.reach_second");
    let asked = ["sensitivity", &file, "--metric", &metric];
    let drivers = folder.document(&[&asked[..], &SHORT].concat());
    assert_eq!(drivers["metric"], metric.as_str());
    assert!(drivers["inputs"].as_array().is_some_and(|inputs| !inputs.is_empty()));
}

#[test]
fn what_never_happens_is_studied_by_its_median() {
    let folder = Folder::new("moments");
    let file = support_community();
    for arguments in [
        &["compare", &file, "--metric", "payback_weeks"][..],
        &["sensitivity", &file, "--metric", "payback_weeks"],
        &["sweep", &file, "--metric", "payback_weeks", "--over", "cost.setup=0..4000/3"],
    ] {
        let (text, _) = expect_code(&folder.reachsim(&[arguments, &SHORT].concat()), 0);
        assert!(!text.contains("NaN") && !text.contains("inf"), "{text}");
    }
    let (_, err) = expect_code(
        &folder.reachsim(&[
            "value-of-information",
            &file,
            "--metric",
            "payback_weeks",
            QUICK[0],
            QUICK[1],
        ]),
        2,
    );
    assert!(err.contains("undefined in some futures"), "{err}");
}

/// In every language a study fills its screen with words of that language and of no other.
#[test]
fn every_study_speaks_three_languages() {
    let folder = Folder::new("languages");
    let file = support_community();
    let studies: [(&str, &[&str]); 9] = [
        ("compare", &["--verbose"]),
        ("sweep", &["--over", "support.hours_per_week=10..30/3"]),
        (
            "sweep",
            &["--over", "support.hours_per_week=10..30/3", "--over", "cost.per_post=0..40/3"],
        ),
        ("sensitivity", &[]),
        ("solve", &["--for", "profit >= 0 @ 50%", "--vary", "cost.per_post=0..100"]),
        (
            "optimise",
            &[
                "--maximise",
                "p10(profit)",
                "--vary",
                "support.hours_per_week=10..30",
                "--subject-to",
                "mean(total_cost) <= 60k",
            ],
        ),
        ("value-of-information", &[]),
        ("measure", &[]),
        ("break-even", &[]),
    ];
    let mut screens: [String; 3] = Default::default();
    for (study, flags) in studies {
        for (locale, screen) in ["en", "ru", "uk"].iter().zip(&mut screens) {
            let (text, _) = expect_code(
                &folder.reachsim(
                    &[&[study, &file, "--locale", locale], flags, &short(study)].concat(),
                ),
                0,
            );
            for line in text.lines().filter(|line| !line.contains("reachsim ")) {
                assert!(
                    line.chars().count() <= 80,
                    "{} letters in {locale}: {line}",
                    line.chars().count()
                );
            }
            let cyrillic = text.chars().filter(|c| ('\u{400}'..'\u{500}').contains(c)).count();
            assert_eq!(cyrillic > 60, *locale != "en", "{text}");
            screen.extend([
                &format!("$ reachsim {study} {}\n", flags.join(" ")),
                &text.replace(&file, "support-community.toml"),
                "\n",
            ]);
        }
    }
    for (locale, screen) in ["en", "ru", "uk"].iter().zip(&screens) {
        crate::golden::expect(&format!("screen/studies-{locale}.txt"), screen);
    }
}
