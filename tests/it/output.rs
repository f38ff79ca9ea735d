//! The files of a run: whole or not at all, the same bytes, and a manifest that tells the truth.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use polars::prelude::DataFrame;
use polars_io::SerReader;
use polars_io::prelude::ParquetReader;
use reachsim::digits::hex;
use reachsim::estimate::PERCENTILES;
use reachsim::locale::Locale;
use reachsim::metric::METRICS;
use reachsim::output::documents::DOCUMENTS;
use reachsim::output::look::Look;
use reachsim::output::story::Stories;
use reachsim::output::{self, Run, Wanted, WriteError, entry, json};
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::cases;
use crate::support::{Folder as TestFolder, contents};

fn never() -> bool {
    false
}

fn small(name: &str) -> Run {
    cases::shipped(name, &["simulation.trials=2500"])
}

/// A run with the folder that it was written into, for all tests that read it.
struct Finished {
    run: Run,
    folder: PathBuf,
}

impl Finished {
    fn of(run: Run, name: &str) -> Finished {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("output/deep/er").join(name);
        let _ = fs::remove_dir_all(&folder);
        let written =
            output::write(&run.report(), &Wanted::default(), &folder, &never).expect("written");
        assert_eq!(written.len(), contents(&folder).len());
        Finished { run, folder }
    }
}

static ARTICLE: LazyLock<Finished> = LazyLock::new(|| Finished::of(small("article"), "article"));

/// A page that counts money, and whose brand says nothing.
static PAGE: LazyLock<Finished> = LazyLock::new(|| {
    let sets = ["simulation.trials=2500", "community.page.posts.per_week=0"];
    Finished::of(cases::shipped("support-community", &sets), "page")
});

fn parquet(path: &Path) -> DataFrame {
    ParquetReader::new(fs::File::open(path).expect("a file")).finish().expect("a table")
}

fn column(table: &DataFrame, name: &str) -> Vec<Option<f64>> {
    table.column(name).expect(name).f64().expect("doubles").iter().collect()
}

#[test]
fn a_run_leaves_every_file_and_a_manifest_that_tells_the_truth() {
    let Finished { run, folder } = &*ARTICLE;
    let found = contents(folder);
    let story = Stories::of(&run.report(), &Look::default());
    let pictures = &story.in_locale(Locale::En).pictures;
    assert!(pictures.len() >= 9, "{pictures:?}");
    let mut names: Vec<String> = pictures
        .iter()
        .flat_map(|picture| ["png", "svg"].map(|end| format!("charts/{}.{end}", picture.chart.id)))
        .collect();
    let phones = story.in_locale(Locale::En).pages.iter().filter(|page| page.chart.is_some());
    names.extend(phones.map(|page| format!("charts/phone/{}.svg", page.id)));
    names.extend(DOCUMENTS.iter().map(|document| document.file.to_owned()));
    let data = [
        "blocks.parquet",
        "manifest.json",
        "story.cbor",
        "summary.csv",
        "summary.json",
        "trials.parquet",
        "weekly.csv",
    ];
    names.extend(data.map(str::to_owned));
    names.sort_unstable();
    assert!(found.keys().eq(&names), "{:?}", found.keys());
    let manifest: Value = serde_json::from_slice(&found["manifest.json"]).expect("a document");
    let listed = manifest["files"].as_array().expect("files");
    assert_eq!(listed.len(), found.len() - 1);
    for file in listed {
        let bytes = &found[file["name"].as_str().expect("a name")];
        assert_eq!(file["bytes"], bytes.len());
        assert_eq!(file["sha256"], hex(&Sha256::digest(bytes)));
    }
    assert_eq!(manifest["scenario"]["text"], run.case.about().text);
    assert_eq!(manifest["simulation"]["seed"], 1);
    assert_eq!(manifest["sample"]["trials"], 2_500);
    let summary = format!("{:#}\n", json::summary(&run.report()));
    assert!(
        found["summary.json"] == summary.as_bytes(),
        "summary.json is not the document that is printed"
    );
}

/// What somebody who is handed a table alone has to know of it.
#[test]
fn a_parquet_file_says_of_what_it_is_and_in_what_its_columns_are_counted() {
    let Finished { run, folder } = &*PAGE;
    let summary = json::summary(&run.report());
    for (name, counted) in
        [("trials.parquet", &["trial"][..]), ("blocks.parquet", &["block", "trials"])]
    {
        let mut reader = ParquetReader::new(fs::File::open(folder.join(name)).expect("a file"));
        let pairs = reader.get_metadata().expect("a footer").key_value_metadata().clone();
        let mut pairs = pairs.expect("pairs").into_iter();
        let own = pairs.find(|pair| pair.key == "reachsim").expect("our own").value;
        let about: Value = serde_json::from_str(&own.expect("a text")).expect("JSON");
        for part in ["scenario", "engine", "simulation"] {
            assert_eq!(about[part], summary[part], "{name}");
        }
        let told = about["columns"].as_object().expect("columns");
        let table = parquet(&folder.join(name));
        let columns = table.get_column_names().into_iter().map(ToString::to_string);
        let columns: Vec<String> =
            columns.filter(|column| !counted.contains(&column.as_str())).collect();
        assert!(told.keys().eq(&columns), "{name}: {:?}", told.keys());
        for (column, about) in told {
            let metric = column.split_once('.').map_or(column.as_str(), |(metric, _)| metric);
            if let Some(metric) = summary["metrics"].get(metric).filter(|_| name.starts_with('b')) {
                assert_eq!(about["unit"], metric["unit"], "{column}");
            }
            assert!(about["words"].as_str().is_some_and(|words| !words.is_empty()), "{column}");
        }
        assert_eq!(
            told[&columns[columns.len() - 1]]["unit"].as_str().map(str::is_empty),
            Some(false)
        );
    }
}

#[test]
fn no_path_user_or_clock_time_enters_a_file() {
    let folder = &ARTICLE.folder;
    let home = std::env::var("HOME").unwrap_or_default();
    for (name, bytes) in contents(folder) {
        let text = String::from_utf8_lossy(&bytes);
        for word in [
            folder.to_string_lossy().as_ref(),
            home.as_str(),
            env!("CARGO_MANIFEST_DIR"),
            "scenarios/",
        ] {
            assert!(word.len() < 4 || !text.contains(word), "`{word}` in {name}");
        }
    }
}

#[test]
fn the_trials_can_be_read_back_to_the_last_bit() {
    let Finished { run, folder } = &*PAGE;
    let table = parquet(&folder.join("trials.parquet"));
    let model = run.case.model();
    let names: Vec<String> = table.get_column_names().iter().map(ToString::to_string).collect();
    let inputs = model.inputs.iter().map(|input| input.key.clone());
    let wanted: Vec<String> = std::iter::once("trial".into())
        .chain(inputs)
        .chain(model.columns().map(|column| model.column_name(column)))
        .collect();
    assert_eq!(names, wanted);
    let numbers: Vec<u64> = table
        .column("trial")
        .expect("numbers")
        .u64()
        .expect("counts")
        .into_no_null_iter()
        .collect();
    assert_eq!(numbers, (0..2_500).collect::<Vec<u64>>());
    for id in model.columns() {
        let (name, values) = (model.column_name(id), run.trials.column(model, id).values());
        let wanted: Vec<Option<f64>> =
            values.into_iter().map(|value| Some(value).filter(|value| !value.is_nan())).collect();
        assert_eq!(column(&table, &name), wanted, "{name}");
    }
    for (input, values) in model.inputs.iter().zip(&run.trials.inputs) {
        assert_eq!(
            column(&table, &input.key),
            values.iter().copied().map(Some).collect::<Vec<_>>(),
            "{}",
            input.key
        );
    }
    // No posts, no followers reached: a ratio without a value is missing, not zero.
    assert_eq!(column(&table, "frequency_first"), vec![None; 2_500]);
}

#[test]
fn the_blocks_hold_every_statistic_of_every_measured_column() {
    let Finished { run, folder } = &*ARTICLE;
    let table = parquet(&folder.join("blocks.parquet"));
    assert_eq!(
        (table.height(), table.width()),
        (3, 2 + run.case.model().metrics.len() * (1 + PERCENTILES.len()))
    );
    let sizes: Vec<u64> =
        table.column("trials").expect("sizes").u64().expect("counts").into_no_null_iter().collect();
    assert_eq!(sizes, [1_000, 1_000, 500]);
    let metrics = &run.case.model().metrics;
    let place =
        metrics.iter().position(|place| METRICS[*place].id == "reach_second").expect("a metric");
    for (block, row) in run.summary.blocks.iter().enumerate() {
        assert_eq!(column(&table, "reach_second.mean")[block], Some(row.statistics[place][0]));
        assert_eq!(
            column(&table, "reach_second.p95")[block],
            Some(row.statistics[place][PERCENTILES.len()])
        );
    }
}

#[test]
fn the_tables_have_a_row_for_each_metric_and_for_each_series_and_week() {
    let Finished { run, folder } = &*ARTICLE;
    let read = |name: &str| fs::read_to_string(folder.join(name)).expect("a table");
    let (summary, weekly) = (read("summary.csv"), read("weekly.csv"));
    assert!(summary.starts_with("metric,unit,mean,se,sd,min,p05,p10,p25,p50,p75,p90,p95,max,undefined\nquestions,questions,"), "{summary}");
    assert_eq!(summary.lines().count(), 1 + run.summary.metrics.len());
    assert!(
        weekly.starts_with("week,series,unit,mean,p05,p50,p95\n0,questions,questions,"),
        "{weekly}"
    );
    assert_eq!(weekly.lines().count(), 1 + run.summary.weekly.len() * 52);
    let last = run.summary.series("reach_second_cumulative").expect("a series").weeks[51].p50;
    assert!(
        weekly.contains("51,reach_second_cumulative,people,")
            && weekly.contains(&format!("{last}"))
    );
}

#[test]
fn the_summary_is_the_document_of_its_schema() {
    let run =
        cases::shipped("article", &["simulation.trials=2500", "community.page.posts.per_week=0"]);
    let document = json::summary(&run.report());
    let keys =
        |value: &Value| value.as_object().expect("an object").keys().cloned().collect::<Vec<_>>();
    assert_eq!(document["schema"], "reachsim.summary/1");
    assert_eq!(
        keys(&document),
        [
            "schema",
            "question",
            "scenario",
            "engine",
            "simulation",
            "step",
            "years",
            "metrics",
            "targets",
            "targets_all",
            "states",
            "not_counted",
            "warnings"
        ]
    );
    assert_eq!(keys(&document["scenario"]), ["title", "file", "what_if", "hash", "currency"]);
    assert_eq!(keys(&document["engine"]), ["version", "revision"]);
    assert_eq!(keys(&document["simulation"]), ["trials", "seed", "sampler", "weeks"]);
    let statistics = [
        "unit",
        "mean",
        "se",
        "sd",
        "min",
        "p05",
        "p10",
        "p25",
        "p50",
        "p75",
        "p90",
        "p95",
        "max",
        "undefined",
    ];
    for (name, metric) in document["metrics"].as_object().expect("metrics") {
        let mut told = keys(metric);
        told.retain(|key| key != "mean_is");
        assert_eq!(told, statistics, "{name}");
    }
    assert_eq!(
        keys(&document["targets"][0]),
        ["name", "metric", "goal", "probability", "se", "wanted", "met"]
    );
    assert_eq!(document["targets"][0]["metric"], "impressions_questions");
    let undefined = &document["metrics"]["frequency_first"];
    assert!(["mean", "p05", "p50", "max"].iter().all(|id| undefined[id].is_null()), "{undefined}");
    assert_eq!(undefined["undefined"], 1.0);
}

#[test]
fn a_standard_error_that_one_trial_cannot_tell_is_null() {
    let run = cases::shipped("article", &["simulation.trials=1"]);
    let document = json::summary(&run.report());
    assert!(
        document["metrics"]["questions"]["se"].is_null()
            && document["metrics"]["questions"]["mean"].is_f64(),
        "{document}"
    );
}

#[test]
fn a_replayed_trial_has_the_numbers_of_the_run() {
    let run = small("support-community");
    let replay = reachsim::engine::replay(run.case.model(), run.trials.plan, 1_234);
    let document = json::trial(&run.report().context(), 1_234, &replay);
    assert_eq!(document["schema"], "reachsim.trial/1");
    for id in run.case.model().columns() {
        let (name, value) = (
            run.case.model().column_name(id),
            run.trials.column(run.case.model(), id).value(1_234),
        );
        assert_eq!(
            document["metrics"][&name].as_f64(),
            Some(value).filter(|value| value.is_finite()),
            "{name}"
        );
    }
    let weeks = document["weeks"].as_array().expect("weeks");
    assert_eq!(weeks.len(), 52);
    let questions: f64 = weeks.iter().filter_map(|week| week["questions"].as_f64()).sum();
    assert_eq!(Some(questions), document["metrics"]["questions"].as_f64());
    assert_eq!(weeks[51]["reach_second_cumulative"], document["metrics"]["reach_second"]);
}

#[test]
fn every_key_is_explained_with_its_numbers_and_its_source() {
    let run = small("article");
    let entries = entry::all(Some(&run.case.scenario), &run.case.lowered.assumptions);
    let document = json::explain(Some(&run.case), None, &entries);
    assert_eq!(document["schema"], "reachsim.explain/1");
    let keys = document["keys"].as_array().expect("keys");
    let taken = keys.iter().filter(|key| !key["source"].is_null()).count();
    assert_eq!(taken, run.case.lowered.assumptions.len());
    let key =
        keys.iter().find(|row| row["key"] == "community.page.feed.visibility").expect("a key");
    assert_eq!(key["shape"], "uniform from 5 % to 10 %");
    for (id, wanted) in [("p05", 0.0525), ("p50", 0.075), ("p95", 0.0975), ("mean", 0.075)] {
        assert!((key[id].as_f64().expect(id) - wanted).abs() < 1e-15, "{key}");
    }
    assert!(key["source"].as_str().expect("a source").starts_with("article.toml:"), "{key}");
}

#[test]
fn a_second_run_takes_the_place_of_the_first_and_leaves_other_files_alone() {
    let scratch = TestFolder::new("output");
    let folder = scratch.at("article");
    output::write(&small("article").report(), &Wanted::default(), &folder, &never)
        .expect("written");
    fs::write(folder.join("my notes.txt"), "mine").expect("a file");
    fs::write(folder.join("charts/mine.svg"), "mine too").expect("a file");
    // At the medians there is no distribution: the chart of the first run is stale.
    let medians = cases::shipped("article", &["simulation.sampler=\"expected\""]);
    output::write(&medians.report(), &Wanted::default(), &folder, &never).expect("written");
    let found = contents(&folder);
    assert_eq!(found["my notes.txt"], b"mine");
    assert_eq!(found["charts/mine.svg"], b"mine too");
    assert!(
        !found.contains_key("charts/distribution.svg")
            && !found.contains_key("charts/distribution.png")
    );
    assert!(found.contains_key("charts/staircase.svg") && found.contains_key("deck.pptx"));
    let summary: Value = serde_json::from_slice(&found["summary.json"]).expect("a document");
    assert_eq!(summary["simulation"]["sampler"], "expected");
}

#[test]
fn a_stopped_run_changes_nothing_wherever_it_stops() {
    let scratch = TestFolder::new("output");
    let run = cases::shipped("article", &["simulation.trials=100", "simulation.weeks=4"]);
    let folder = scratch.at("article");
    output::write(&small("article").report(), &Wanted::default(), &folder, &never)
        .expect("written");
    let before = contents(&folder);
    let checks = AtomicUsize::new(0);
    let count_checks = || {
        checks.fetch_add(1, Ordering::Relaxed);
        false
    };
    output::write(&run.report(), &Wanted::default(), &scratch.at("count"), &count_checks)
        .expect("written");
    let checks = checks.into_inner();
    assert!(checks >= 48, "{checks} checks");
    // The checks at both ends, and some between.
    for stop in (0..4).chain((4..checks - 4).step_by(checks / 8)).chain(checks - 4..checks) {
        let left = AtomicUsize::new(stop);
        let is_stopped = || {
            left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(1))
                .is_err()
        };
        assert_eq!(
            output::write(&run.report(), &Wanted::default(), &folder, &is_stopped),
            Err(WriteError::Stopped),
            "check {stop}"
        );
        assert_eq!(contents(&folder), before, "check {stop}");
    }
}

#[test]
fn what_is_measured_and_what_is_not_counted_are_all_metrics() {
    for name in ["article", "five-reasons", "media-page"] {
        let document = json::summary(&cases::shipped(name, &["simulation.trials=10"]).report());
        let counted = |id: &str| document["metrics"].get(id).is_some();
        let listed = |id: &str| {
            document["not_counted"].as_array().expect("a list").iter().any(|other| other == id)
        };
        for metric in METRICS {
            // What nobody asked about is no gap.
            if metric.needs.is_further() && !counted(metric.id) {
                assert!(!listed(metric.id), "{} of {name}", metric.id);
                continue;
            }
            assert_ne!(counted(metric.id), listed(metric.id), "{} of {name}", metric.id);
        }
    }
}

#[test]
fn where_friends_see_nothing_there_is_no_picture_of_them() {
    let scratch = TestFolder::new("output");
    let charts = |name: &str, set: &str| {
        let folder = scratch.at(name);
        output::write(
            &cases::shipped(name, &["simulation.trials=200", set]).report(),
            &Wanted::default(),
            &folder,
            &never,
        )
        .expect("written");
        contents(&folder)
            .into_iter()
            .filter(|(file, _)| Path::new(file).extension().is_some_and(|e| e == "svg"))
            .collect::<Vec<_>>()
    };
    let of_friends = ["staircase", "reach-build-up", "frequency"];
    let without = charts("peers-help", "simulation.seed=2");
    assert!(
        without.iter().all(|(file, _)| !of_friends.iter().any(|chart| file.contains(chart))),
        "{:?}",
        without.iter().map(|(file, _)| file).collect::<Vec<_>>()
    );
    // Reactions are seen here, and nothing is passed on: the people are behind all stories, not
    // behind the questions alone.
    let all = charts("article", "community.page.feed.engagement_visibility=10%");
    let staircase = all
        .iter()
        .find(|(file, _)| file.contains("staircase"))
        .map(|(_, bytes)| String::from_utf8_lossy(bytes))
        .expect("it is drawn");
    assert!(staircase.contains("een by friends in all") && !staircase.contains("reshares"));
}
