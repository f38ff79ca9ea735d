//! The command line as scripts see it: exit codes, streams, files.

use std::path::Path;
use std::process::{Command, Stdio};

use reachsim::scenario::presets;
use serde_json::Value;

use crate::support::{Folder, contents, expect_code, shipped};

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

fn article() -> String {
    shipped("article").display().to_string()
}

const SMALL: &str = r#"
title = "Small"
market.people = "1M"
community.page = { platform = "facebook-2012", followers = 1_000, questions.per_year = 100, friends.mean = 130, feed.visibility = "5%..10%" }
"#;

#[test]
fn a_run_prints_the_answer_and_writes_every_file() {
    let folder = Folder::new("run");
    let (out, err) = expect_code(&folder.reachsim(&["run", &article(), "--trials", "1000"]), 0);
    assert!(err.is_empty(), "{err}");
    assert!(
        out.lines().count() <= 24 && out.lines().all(|line| line.chars().count() <= 80),
        "{out}"
    );
    let files = [
        "summary.json",
        "summary.csv",
        "weekly.csv",
        "trials.parquet",
        "blocks.parquet",
        "manifest.json",
    ];
    let charts = ["distribution", "reach-build-up", "staircase"];
    let charts = charts
        .iter()
        .flat_map(|chart| [format!("charts/{chart}.svg"), format!("charts/{chart}.png")]);
    for file in files.iter().map(ToString::to_string).chain(charts) {
        let path = folder.0.join("output/article").join(&file);
        assert!(path.metadata().is_ok_and(|data| data.len() > 100), "{file}");
    }
}

#[test]
fn a_misspelt_file_is_looked_for_in_its_folder_and_in_those_below() {
    let folder = Folder::new("misspelt");
    for (name, text) in [
        ("Cargo.toml", "[package]"),
        (".hidden.toml", SMALL),
        ("charts/winter.tom", ""),
        ("earlier/springs-of-old.toml", SMALL),
        ("plans/spring.toml", SMALL),
    ] {
        let path = folder.0.join(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(path, text).expect("a file");
    }
    for (given, help) in [
        ("sprng.toml", "did you mean `plans/spring.toml`?"),
        ("plans/sprng.toml", "did you mean `plans/spring.toml`?"),
        ("plans/winter.toml", "its folder holds `spring.toml`"),
        ("winter.toml", "`reachsim init` writes a scenario to start from"),
    ] {
        let (_, err) = expect_code(&folder.reachsim(&["run", given]), 2);
        assert!(err.contains(help), "{given}: {err}");
    }
}

#[test]
fn every_file_has_the_same_bytes_on_any_number_of_threads() {
    let folder = Folder::new("threads");
    let page = shipped("support-community").display().to_string();
    let run = ["run", &page, "--trials", "2500", "--set", "simulation.weeks=26"];
    let files = |threads: &str, out: &str| {
        let arguments = [&run[..], &["--threads", threads, "--out", out]].concat();
        expect_code(&folder.reachsim(&arguments), 0);
        contents(&folder.at(out))
    };
    let (one, other) = (files("1", "one"), files("8", "eight"));
    assert!(one.len() > 20 && one.keys().eq(other.keys()), "{:?}", other.keys());
    for (name, bytes) in &one {
        assert!(bytes == &other[name], "{name} depends on the threads");
    }
    // Another seed shows that the comparison can fail.
    let summary = |seed: &str| {
        let more = ["--seed", seed, "--no-files", "--format", "json"];
        expect_code(&folder.reachsim(&[&run[..], &more].concat()), 0).0
    };
    let told = text(&one["summary.json"]);
    assert!(summary("1").trim() == told.trim() && summary("2").trim() != told.trim());
}

#[test]
fn json_is_one_document_and_nothing_else() {
    let folder = Folder::new("json");
    let (out, err) = expect_code(
        &folder.reachsim(&["run", &article(), "--no-files", "--trials", "1k", "--format", "json"]),
        0,
    );
    let document: Value = serde_json::from_str(&out).expect("one JSON document");
    assert_eq!(
        (document["schema"].as_str(), document["simulation"]["trials"].as_u64()),
        (Some("reachsim.summary/1"), Some(1_000))
    );
    assert_eq!(document["scenario"]["file"], "article.toml");
    let seen = &document["metrics"]["impressions_questions"];
    assert!((seen["mean"].as_f64().expect("a number") - 97_500.0).abs() < 3_000.0, "{seen}");
    assert!(err.is_empty() && !folder.0.join("output").exists(), "--no-files wrote files");
    // The answers on two scenarios are one document as well.
    let fixed = shipped("article-fixed").display().to_string();
    let (out, _) = expect_code(
        &folder.reachsim(&[
            "run",
            &article(),
            &fixed,
            "--no-files",
            "--trials",
            "100",
            "--format",
            "json",
        ]),
        0,
    );
    let both: Value = serde_json::from_str(&out).expect("JSON");
    assert_eq!(both["schema"], "reachsim.runs/1");
    let files = ["article.toml", "article-fixed.toml"];
    assert_eq!(both["runs"].as_array().map(Vec::len), Some(files.len()));
    for (place, file) in files.iter().enumerate() {
        assert_eq!(both["runs"][place]["scenario"]["file"], *file);
    }
}

#[test]
fn the_summary_file_is_what_json_prints() {
    let folder = Folder::new("same");
    let (out, _) = expect_code(
        &folder.reachsim(&[
            "run",
            &article(),
            "--trials",
            "1k",
            "--format",
            "json",
            "--out",
            "here",
        ]),
        0,
    );
    assert_eq!(
        std::fs::read_to_string(folder.0.join("here/summary.json")).expect("the file").trim(),
        out.trim()
    );
}

#[test]
fn a_missed_target_is_exit_1_and_says_which() {
    let folder = Folder::new("target");
    let target = "[[target]]\nname = \"many see it\"\nmetric = \"impressions_questions\"\nat_least \
        = 900\nwith = \"99%\"\n";
    let file = folder.file("small.toml", &format!("{SMALL}\n{target}"));
    let arguments = ["run", "small.toml", "--no-files", "--trials", "1000"];
    let (out, err) = expect_code(&folder.reachsim(&arguments), 1);
    assert!(
        out.contains("Small") && err.contains("many see it") && err.contains("99 %"),
        "{out}\n{err}"
    );
    std::fs::write(file, format!("{SMALL}\n{}", target.replace("99%", "1%"))).expect("a file");
    expect_code(&folder.reachsim(&arguments), 0);
}

#[test]
fn bad_input_is_exit_2_with_all_problems_at_once_and_loses_nothing() {
    let folder = Folder::new("bad");
    folder.file("small.toml", SMALL);
    expect_code(&folder.reachsim(&["run", "small.toml", "--trials", "100"]), 0);
    let before = std::fs::read(folder.0.join("output/small/summary.json")).expect("the file");
    folder.file(
        "small.toml",
        &SMALL.replace("followers", "folowers").replace("\"5%..10%\"", "\"150%\""),
    );
    let (out, err) = expect_code(&folder.reachsim(&["run", "small.toml"]), 2);
    assert!(out.is_empty());
    for part in [
        "small.toml:4:",
        ".folowers`",
        "did you mean `community.page.followers`",
        "share-out-of-range",
        "150",
        "^",
    ] {
        assert!(err.contains(part), "no `{part}` in\n{err}");
    }
    assert_eq!(
        std::fs::read(folder.0.join("output/small/summary.json")).expect("the file"),
        before
    );
    assert!(!err.contains("missing-key"), "one slip, one message:\n{err}");
    // Problems of two files at once.
    folder.file("other.toml", "title = 3\n");
    let (_, err) =
        expect_code(&folder.reachsim(&["run", "small.toml", "other.toml", "missing.toml"]), 2);
    assert!(
        err.contains("small.toml:") && err.contains("other.toml:") && err.contains("missing.toml"),
        "{err}"
    );
}

#[test]
fn an_unwritable_place_is_exit_3_and_leaves_what_was_there() {
    let folder = Folder::new("disk");
    folder.file("small.toml", SMALL);
    folder.file("taken", "mine");
    let (_, err) = expect_code(
        &folder.reachsim(&["run", "small.toml", "--trials", "100", "--out", "taken"]),
        3,
    );
    assert!(err.contains("taken"), "{err}");
    assert_eq!(std::fs::read_to_string(folder.0.join("taken")).expect("the file"), "mine");
    let (_, err) = expect_code(
        &folder.reachsim(&["run", "small.toml", "--trials", "100", "--out", "taken/deeper"]),
        3,
    );
    assert!(err.contains("taken/deeper"), "{err}");
}

#[test]
fn usage_errors_are_exit_2() {
    let folder = Folder::new("usage");
    for arguments in [
        &["run"][..],
        &["fly"],
        &["run", "x.toml", "--sampler", "sobl"],
        &["run", "x.toml", "--trials", "0"],
        &["run", "x.toml", "--trials", "1.5"],
        &["run", "x.toml", "--trials", "nan"],
        &["run", "x.toml", "--precision", "0"],
        &["presets", "facebok"],
        &["init", "--platform", "facebok"],
        &["explain", "x.toml"],
    ] {
        let (out, err) = expect_code(&folder.reachsim(arguments), 2);
        assert!(
            out.is_empty() && !err.is_empty() && !err.contains("panicked"),
            "{arguments:?}: {err}"
        );
    }
    let (_, err) = expect_code(&folder.reachsim(&["presets", "facebok"]), 2);
    assert!(err.contains("did you mean `facebook`"), "{err}");
}

#[test]
fn more_trials_than_a_study_keeps_are_refused_with_a_way_out() {
    let folder = Folder::new("memory");
    let (_, err) = expect_code(
        &folder.reachsim(&["sensitivity", &article(), "--trials", "10_000_000_000"]),
        2,
    );
    assert!(err.contains("GB of memory") && err.contains("lower `simulation.trials`"), "{err}");
    let (_, err) = expect_code(&folder.reachsim(&["run", &article(), "--trial", "10000"]), 2);
    assert!(err.contains("no trial 10000"), "{err}");
}

#[test]
fn one_trial_is_the_row_of_the_run() {
    let folder = Folder::new("trial");
    let (out, _) = expect_code(
        &folder.reachsim(&["run", &article(), "--trial", "1234", "--format", "json"]),
        0,
    );
    let document: Value = serde_json::from_str(&out).expect("JSON");
    assert_eq!(
        (document["schema"].as_str(), document["trial"].as_u64()),
        (Some("reachsim.trial/1"), Some(1_234))
    );
    assert_eq!(document["weeks"].as_array().map(Vec::len), Some(52));
    let (out, _) = expect_code(&folder.reachsim(&["run", &article(), "--trial", "1234"]), 0);
    assert!(out.contains("1,234"), "{out}");
    assert!(!folder.0.join("output").exists());
}

#[test]
fn precision_goes_on_until_every_mean_is_known() {
    let folder = Folder::new("precision");
    folder.file("small.toml", SMALL);
    let run = |precision: &str| -> Value {
        let arguments = [
            "run",
            "small.toml",
            "--no-files",
            "--trials",
            "100",
            "--precision",
            precision,
            "--format",
            "json",
        ];
        serde_json::from_str(&expect_code(&folder.reachsim(&arguments), 0).0).expect("JSON")
    };
    let (coarse, fine) = (run("10%"), run("0.5%"));
    let trials = |document: &Value| document["simulation"]["trials"].as_u64().expect("a number");
    assert!(trials(&coarse) < trials(&fine), "{} and {}", trials(&coarse), trials(&fine));
    let seen = &fine["metrics"]["impressions_questions"];
    let number = |key: &str| seen[key].as_f64().expect("a number");
    assert!(
        number("se") <= 0.005 * number("mean").max((number("p95") - number("p05")) / 2.0),
        "{seen}"
    );
    // What it stops at is the run of as many trials.
    let count = trials(&fine).to_string();
    let (out, _) = expect_code(
        &folder.reachsim(&[
            "run",
            "small.toml",
            "--no-files",
            "--trials",
            &count,
            "--format",
            "json",
        ]),
        0,
    );
    assert_eq!(serde_json::from_str::<Value>(&out).expect("JSON")["metrics"], fine["metrics"]);
}

#[test]
fn precision_goes_on_for_formulas_as_for_pages() {
    let folder = Folder::new("precision-of-formulas");
    folder.file(
        "sum.toml",
        "title = \"Sum\"\n[input.x]\nvalue = { lognormal = { median = 1, gsd = 9 } }\n\
         [metric.sum]\nformula = \"x * x\"\n",
    );
    let arguments = ["run", "sum.toml", "--no-files", "--precision", "30%", "--format", "json"];
    let (out, _) = expect_code(&folder.reachsim(&arguments), 0);
    let document: Value = serde_json::from_str(&out).expect("JSON");
    assert!(document["simulation"]["trials"].as_u64() > Some(10_000), "{document}");
}

#[test]
fn a_seed_that_no_double_holds_is_its_digits() {
    let folder = Folder::new("seed");
    let sum = "title = \"Sum\"\n[input.x]\nvalue = \"1 to 2\"\n[metric.sum]\nformula = \"x + x\"\n";
    folder.file("sum.toml", sum);
    for (seed, printed) in [
        ("9007199254740992", Value::from(9_007_199_254_740_992_u64)),
        ("9007199254740993", Value::from("9007199254740993")),
        ("18446744073709551615", Value::from("18446744073709551615")),
    ] {
        let arguments = ["run", "sum.toml", "--trials", "100", "--seed", seed, "--out", seed];
        expect_code(&folder.reachsim(&arguments), 0);
        for file in ["summary.json", "manifest.json"] {
            let text = std::fs::read_to_string(folder.0.join(seed).join(file)).expect("a file");
            let document: Value = serde_json::from_str(&text).expect("JSON");
            assert_eq!(document["simulation"]["seed"], printed, "{file}");
        }
    }
    // A baseline of such a seed is read again.
    let text = format!("{sum}\n[simulation]\nseed = 9223372036854775807\n");
    folder.file("large.toml", &text);
    expect_code(&folder.reachsim(&["check", "large.toml", "--update"]), 0);
    expect_code(&folder.reachsim(&["check", "large.toml"]), 0);
}

#[test]
fn a_percentile_of_a_discrete_input_is_one_value_everywhere() {
    let folder = Folder::new("discrete");
    folder.file(
        "coin.toml",
        "title = \"Coin\"\n[input.x]\n\
         value = { discrete = { values = [0, 1], weights = [1, 1] } }\n\
         [metric.m]\nformula = \"x\"\n",
    );
    let read = |arguments: &[&str]| -> Value {
        serde_json::from_str(&expect_code(&folder.reachsim(arguments), 0).0).expect("JSON")
    };
    let run = read(&["run", "coin.toml", "--no-files", "--format", "json"]);
    let explained = read(&["explain", "coin.toml", "--format", "json"]);
    let key = explained["keys"]
        .as_array()
        .and_then(|keys| keys.iter().find(|key| key["key"] == "input.x"))
        .expect("the input");
    for (id, value) in [("p05", 0.0), ("p50", 0.0), ("p95", 1.0)] {
        assert_eq!((&run["metrics"]["m"][id], &key[id]), (&value.into(), &value.into()), "{id}");
    }
}

#[test]
fn where_nothing_is_uncertain_nothing_is_called_so() {
    let folder = Folder::new("nothing-uncertain");
    for (formula, words) in [
        ("3 + 4", "nothing: it is the same in every future"),
        ("3 + x", "x, 1 to 2: measure it first"),
    ] {
        let text = format!(
            "title = \"Sum\"\n[input.x]\nvalue = \"1 to 2\"\n[metric.m]\nformula = \"{formula}\"\n"
        );
        folder.file("sum.toml", &text);
        let (out, _) = expect_code(&folder.reachsim(&["run", "sum.toml", "--no-files"]), 0);
        assert!(out.contains(words), "{formula}: {out}");
    }
}

#[test]
fn what_init_prints_can_be_run() {
    let folder = Folder::new("init");
    let (out, _) = expect_code(&folder.reachsim(&["init"]), 0);
    folder.file("page.toml", &out);
    expect_code(&folder.reachsim(&["run", "page.toml", "--no-files", "--trials", "100"]), 0);
    expect_code(&folder.reachsim(&["explain", "page.toml", "--all"]), 0);
    let (out, _) = expect_code(&folder.reachsim(&["presets"]), 0);
    for preset in presets::all() {
        assert!(out.contains(&preset.id), "{out}");
        let (init, _) = expect_code(&folder.reachsim(&["init", "--platform", &preset.id]), 0);
        folder.file("page.toml", &init);
        expect_code(&folder.reachsim(&["run", "page.toml", "--no-files", "--trials", "100"]), 0);
        expect_code(&folder.reachsim(&["presets", &preset.id]), 0);
    }
}

#[test]
fn presets_tell_every_figure_with_its_source_to_programs_too() {
    let folder = Folder::new("presets");
    let read = |arguments: &[&str]| -> Value {
        let (out, _) = expect_code(&folder.reachsim(arguments), 0);
        serde_json::from_str(&out).expect("JSON")
    };
    let all = read(&["presets", "--format", "json"]);
    assert_eq!(all["schema"], "reachsim.presets/1");
    let listed = all["presets"].as_array().expect("presets");
    assert_eq!(listed.len(), presets::all().len());
    for (row, preset) in listed.iter().zip(presets::all()) {
        assert_eq!(row["id"], preset.id);
        assert_eq!(row["as_of"], preset.year);
        let figures = row["figures"].as_array().expect("figures");
        assert_eq!(figures.len(), preset.figures.len());
        for (row, figure) in figures.iter().zip(&preset.figures) {
            assert_eq!(row["key"], figure.key.in_community().expect("a key of a community"));
            assert_eq!(row["unit"], figure.key.unit.id());
            assert_eq!(row["source"], figure.source);
            assert_eq!(row["estimate"], figure.source.starts_with("author's estimate"));
            let mean = figure.dist.mean();
            let told = row["mean"].as_f64().expect("a number");
            assert!((told - mean).abs() <= 1e-12 * mean.abs(), "{told} and {mean}");
            assert_eq!(row["value"], figure.text);
        }
    }
    let one = read(&["presets", "facebook-2012", "--format", "json"]);
    assert_eq!(one["schema"], "reachsim.presets/1");
    assert_eq!(one["presets"].as_array().map(Vec::as_slice), Some(&listed[..1]));
}

#[test]
fn explain_tells_one_key_or_all_in_words_or_json() {
    let folder = Folder::new("explain");
    let (out, _) = expect_code(
        &folder.reachsim(&["explain", &article(), "community.page.feed.visibility"]),
        0,
    );
    assert!(out.contains("5 %") && out.contains("10 %") && out.contains("article.toml"), "{out}");
    let (_, err) =
        expect_code(&folder.reachsim(&["explain", &article(), "community.page.feed.visibilty"]), 2);
    assert!(err.contains("did you mean `community.page.feed.visibility`"), "{err}");
    let (out, _) = expect_code(&folder.reachsim(&["explain", &article(), "--format", "json"]), 0);
    let document: Value = serde_json::from_str(&out).expect("JSON");
    let keys = document["keys"].as_array().expect("keys");
    let visibility =
        keys.iter().find(|row| row["key"] == "community.page.feed.visibility").expect("the key");
    let is_middle =
        |key: &str| visibility[key].as_f64().is_some_and(|value| (value - 0.075).abs() < 1e-12);
    assert!(is_middle("p50") && is_middle("mean"), "{visibility}");
}

#[test]
fn schema_completions_help_and_version_print_and_succeed() {
    let folder = Folder::new("help");
    let (out, _) = expect_code(&folder.reachsim(&["schema"]), 0);
    let schema: Value = serde_json::from_str(&out).expect("JSON");
    assert!(schema["$schema"].as_str().is_some_and(|draft| draft.contains("json-schema.org")));
    for arguments in [
        &["completions", "bash"][..],
        &["completions", "zsh"],
        &["--help"],
        &["run", "--help"],
        &["--version"],
    ] {
        assert!(!expect_code(&folder.reachsim(arguments), 0).0.is_empty());
    }
    let (out, _) = expect_code(&folder.reachsim(&["run", "--help"]), 0);
    assert!(out.contains("Examples:"), "{out}");
}

#[test]
fn quiet_and_colour_do_what_they_say() {
    let folder = Folder::new("colour");
    let warned = SMALL.replace("friends.mean = 130", "friends.mean = 130, feed.reshare = \"20%\"");
    folder.file("small.toml", &warned);
    let run = |more: &[&str]| {
        expect_code(
            &folder.reachsim(
                &[&["run", "small.toml", "--no-files", "--trials", "100"], more].concat(),
            ),
            0,
        )
        .1
    };
    assert!(run(&[]).contains("cascade") && run(&["--quiet"]).is_empty());
    assert!(
        run(&["--color", "always"]).contains('\u{1b}')
            && !run(&["--color", "never"]).contains('\u{1b}')
            && !run(&[]).contains('\u{1b}')
    );
}

#[test]
fn a_reader_who_closes_the_pipe_is_no_failure() {
    let folder = Folder::new("pipe");
    let mut child = Command::new(env!("CARGO_BIN_EXE_reachsim"))
        .args(["schema"])
        .current_dir(&folder.0)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("it ends");
    assert!(output.status.success() && output.stderr.is_empty(), "{}", text(&output.stderr));
}

/// What a killed or interrupted run leaves: either nothing new, or everything.
#[cfg(unix)]
#[test]
fn an_interrupted_run_leaves_nothing_half_written() {
    let folder = Folder::new("interrupt");
    let child = Command::new(env!("CARGO_BIN_EXE_reachsim"))
        .args(["run", &article(), "--trials", "90_000"])
        .current_dir(&folder.0)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    std::thread::sleep(std::time::Duration::from_millis(700));
    let killed = Command::new("kill").args(["-INT", &child.id().to_string()]).status();
    assert!(killed.is_ok_and(|status| status.success()));
    let output = child.wait_with_output().expect("it ends");
    let (_, err) = expect_code(&output, 130);
    assert!(err.contains("interrupted"), "{err}");
    assert!(!folder.0.join("output/article/summary.json").exists());
    let left = |path: &Path| {
        path.exists() && path.read_dir().is_ok_and(|mut files| files.next().is_some())
    };
    assert!(!left(&folder.0.join("output/article")));
}

#[test]
fn the_documents_of_a_stored_run_are_made_again_to_the_last_byte() {
    let folder = Folder::new("render");
    let file = folder.file("page.toml", SMALL);
    let scenario = file.display().to_string();
    expect_code(
        &folder.reachsim(&["run", &scenario, "--trials", "2000", "--locale", "ru", "--out", "run"]),
        0,
    );
    let names = [
        "deck.pptx",
        "report.xlsx",
        "report.html",
        "report.md",
        "charts/staircase.svg",
        "charts/staircase.png",
        "manifest.json",
    ];
    let read = |at: &str, name: &str| {
        std::fs::read(folder.0.join(at).join(name)).unwrap_or_else(|_| panic!("{at}/{name}"))
    };
    let before = names.map(|name| read("run", name));
    std::fs::remove_file(folder.0.join("run/deck.pptx")).expect("removed");
    // Neither the scenario nor a trial is needed.
    std::fs::remove_file(&file).expect("removed");
    let (told, _) = expect_code(&folder.reachsim(&["render", "run"]), 0);
    assert!(told.contains("deck.pptx"), "{told}");
    assert!(names.map(|name| read("run", name)) == before, "the documents differ");
    // In other languages, one folder each; the numbers stay.
    expect_code(
        &folder.reachsim(&[
            "render", "run", "--locale", "en,uk", "--format", "html,svg", "--out", "client",
        ]),
        0,
    );
    assert!(
        text(&read("client", "en/report.html")).contains("lang=\"en\"")
            && text(&read("client", "uk/report.html")).contains("lang=\"uk\"")
    );
    assert!(
        !folder.0.join("client/en/deck.pptx").exists()
            && folder.0.join("client/uk/charts/staircase.svg").exists()
    );
    let manifest: Value = serde_json::from_slice(&read("client", "manifest.json")).expect("JSON");
    let listed: Vec<&str> = manifest["files"]
        .as_array()
        .expect("files")
        .iter()
        .filter_map(|file| file["name"].as_str())
        .collect();
    assert!(listed.contains(&"uk/report.html") && !listed.contains(&"deck.pptx"), "{listed:?}");
    // Twice as many pixels each way.
    expect_code(
        &folder.reachsim(&["render", "run", "--format", "png", "--scale", "2", "--out", "large"]),
        0,
    );
    assert_eq!(read("large", "charts/staircase.png")[16..24], [0, 0, 15, 0, 0, 0, 8, 112]);
    // In the run's own folder everything else stays, and the manifest tells the truth.
    expect_code(&folder.reachsim(&["render", "run", "--format", "html", "--locale", "en"]), 0);
    assert!(
        read("run", "summary.json") != b""
            && text(&read("run", "report.html")).contains("lang=\"en\"")
    );
    let manifest: Value = serde_json::from_slice(&read("run", "manifest.json")).expect("JSON");
    for file in manifest["files"].as_array().expect("files") {
        assert_eq!(
            read("run", file["name"].as_str().expect("a name")).len() as u64,
            file["bytes"].as_u64().expect("a size"),
            "{file}"
        );
    }
}

#[test]
fn what_is_no_stored_run_is_refused() {
    let folder = Folder::new("no-run");
    let (_, told) = expect_code(&folder.reachsim(&["render", "."]), 2);
    assert!(told.contains("holds no run") && told.contains("reachsim run"), "{told}");
    folder.file("story.cbor", "nonsense");
    let (_, told) = expect_code(&folder.reachsim(&["render", "."]), 2);
    assert!(told.contains("damaged"), "{told}");
    let (_, told) = expect_code(&folder.reachsim(&["render", ".", "--format", "ppt"]), 2);
    assert!(told.contains("did you mean `pptx`?"), "{told}");
    let (_, told) =
        expect_code(&folder.reachsim(&["run", &article(), "--locale", "en,ru", "--no-files"]), 2);
    assert!(told.contains("one answer has one language"), "{told}");
    let (_, told) =
        expect_code(&folder.reachsim(&["run", &article(), "--locale", "de", "--no-files"]), 2);
    assert!(told.contains("`de` is none of `en`, `ru` and `uk`"), "{told}");
}

#[test]
fn a_theme_is_heard_by_run_and_render_and_its_mistakes_are_told() {
    let folder = Folder::new("theme");
    let scenario = folder.file("page.toml", SMALL).display().to_string();
    folder.file("brand.toml", "name = \"Our agency\"\nconfidential = true\naccent = \"#117A65\"\n");
    folder.file("bad.toml", "acent = \"#117A65\"\nbad = \"red\"\n");
    expect_code(
        &folder.reachsim(&[
            "run",
            &scenario,
            "--trials",
            "1000",
            "--theme",
            "brand.toml",
            "--out",
            "run",
        ]),
        0,
    );
    let page =
        |at: &str| std::fs::read_to_string(folder.0.join(at).join("report.html")).expect("a page");
    assert!(page("run").contains("Confidential · Our agency · Scenario"));
    // The theme of a run is stored with it; another one may take its place.
    let page_of = ["render", "run", "--format", "html", "--out"];
    expect_code(&folder.reachsim(&[&page_of[..], &["again"]].concat()), 0);
    assert_eq!(page("run"), page("again"));
    folder.file("plain.toml", "footer = \"Draft\"\n");
    let other = ["other", "--theme", "plain.toml"];
    expect_code(&folder.reachsim(&[&page_of[..], &other].concat()), 0);
    assert!(!page("other").contains("Our agency") && page("other").contains("Draft · Scenario"));
    for command in [["run", scenario.as_str()], ["render", "run"]] {
        let (_, told) =
            expect_code(&folder.reachsim(&[&command[..], &["--theme", "bad.toml"]].concat()), 2);
        assert!(
            told.contains("bad.toml:1:1")
                && told.contains("did you mean `accent`?")
                && told.contains("error[colour]"),
            "{told}"
        );
    }
    assert!(!folder.0.join("output").exists(), "nothing is written after an error");
}

#[test]
fn csv_for_excel_is_written_as_the_language_has_it() {
    let folder = Folder::new("excel");
    let page = SMALL.replace("[community.page]", "[community.-1]");
    let file = folder.file("page.toml", &page).display().to_string();
    for (locale, cell, decimal) in [("en", ',', '.'), ("ru", ';', ','), ("uk", ';', ',')] {
        let run = ["run", &file, "--trials", "100", "--out", locale, "--locale", locale];
        expect_code(&folder.reachsim(&[&run[..], &["--excel-csv"]].concat()), 0);
        for name in ["summary.csv", "weekly.csv"] {
            let bytes = std::fs::read(folder.at(locale).join(name)).expect("written");
            let text = text(bytes.strip_prefix(b"\xEF\xBB\xBF").expect("a byte-order mark"));
            assert!(text.lines().all(|line| line.matches(cell).count() >= 6), "{text}");
            let cells = || text.lines().skip(1).flat_map(|line| line.split(cell));
            let is_number = |cell: &str| {
                !cell.is_empty()
                    && cell
                        .bytes()
                        .all(|c| c.is_ascii_digit() || b"-e".contains(&c) || c == decimal as u8)
            };
            assert!(cells().any(|cell| cell.contains(decimal)), "{text}");
            for cell in cells() {
                // A number, or a word, and nothing that a spreadsheet computes.
                let is_word =
                    cell.starts_with(|c: char| c.is_alphabetic() || c == '\'' || c == '"');
                assert!(cell.is_empty() || is_number(cell) || is_word, "{locale}: `{cell}`");
            }
        }
    }
}
