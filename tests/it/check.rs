//! The gate: it notices what moves, and nothing else.

use std::path::Path;
use std::process::Output;
use std::sync::OnceLock;

use rayon::prelude::*;
use reachsim::digits::hex;
use reachsim::engine::{self, Detail, Unwatched};
use reachsim::estimate::Estimate;
use reachsim::model::{Lowered, Model, Plan, Tolerance, Tolerances};
use reachsim::output::baseline;
use reachsim::output::check::Outcome;
use reachsim::study::gate::{
    Designs, FALSE_ALARM, Moved, Record, RecordRow, Verdict, differences, judge, together,
};
use reachsim::summary::Summary;
use reachsim::trials;
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::support::{Folder, expect_code, lowered, plan, shipped};

/// Six metrics of different shapes with known tails, and a target.
const SHAPES: &str = "title = \"Shapes\"\n[input.a]\nvalue = { normal = { mean = 10, sd = 3 } \
    }\n[input.b]\nvalue = { lognormal = { median = 2, gsd = 2 } }\n[input.c]\nvalue = \
    \"0..1\"\n[input.shift]\nvalue = 0\n\
    [metric.normal]\nformula = \"a + shift\"\n[metric.skew]\nformula = \"b * \
    c\"\n[metric.rare]\nformula = \"if(c < 0.02, b, 0)\"\n[metric.ratio]\nformula = \"a / (1 + \
    b)\"\n[metric.square]\nformula = \"(a - 10)^2\"\n[metric.fixed]\nformula = \"7\"\n\
    [[target]]\nname = \"more than ten\"\nmetric = \"normal\"\nat_least = 10\n";

fn record(lowered: &Lowered, (trials, seed): (u64, u64)) -> Record {
    let trials = engine::run(
        &lowered.model,
        Plan { seed, ..plan(lowered, trials) },
        Detail::Totals,
        &Unwatched,
    );
    Record::of(&lowered.model, &trials, &Summary::of(&lowered.model, &trials))
}

fn judged(old: &Record, new: &Record, asked: (Designs, f64)) -> Vec<Moved> {
    let tolerances = Tolerances { share: asked.1, metrics: Vec::new() };
    let mut found = differences(old, new, asked.0, &tolerances);
    judge(&mut found.iter_mut().collect::<Vec<_>>());
    found
}

/// Futures of each of [`LONG_RECORDS`] runs.
const LONG: u64 = 40_000;
const LONG_RECORDS: u64 = 250;

/// Records of runs with other seeds, for all tests that need many of them.
fn long_records() -> &'static [Record] {
    static RECORDS: OnceLock<Vec<Record>> = OnceLock::new();
    RECORDS.get_or_init(|| {
        let shapes = lowered(SHAPES, &[]);
        (1..=LONG_RECORDS).into_par_iter().map(|seed| record(&shapes, (LONG, seed))).collect()
    })
}

/// The records of four parts of a run. Blocks are independent, so these are other futures of the
/// same scenario as those of another seed are.
fn quarters(long: &Record) -> [Record; 4] {
    std::array::from_fn(|part| {
        let blocks = 10 * part..10 * (part + 1);
        let rows = long.rows.iter().map(|row| RecordRow {
            name: row.name.clone(),
            blocks: row.blocks[blocks.clone()].to_vec(),
        });
        Record { trials: LONG / 4, rows: rows.collect() }
    })
}

#[test]
fn other_futures_of_the_same_scenario_raise_no_alarm() {
    // Each one is compared with the next, and the last with the first.
    let records: Vec<Record> = long_records().iter().flat_map(quarters).collect();
    let is_alarm = |(old, new): (&Record, &Record)| {
        together(&judged(old, new, (Designs::Other, 0.0))) == Verdict::Moved
    };
    let pairs = records.iter().zip(records.iter().cycle().skip(1));
    let alarms = pairs.filter(|pair| is_alarm(*pair)).count();
    // One in a thousand is promised; at most 1 % is what the gate may have.
    assert!(alarms <= 5, "{alarms} of 1,000 checks without a tolerance, {FALSE_ALARM} each");
}

/// A record whose first metric is larger by so much in every future.
fn shifted(record: &Record, by: f64) -> Record {
    let mut shifted = record.clone();
    let row = shifted.rows.iter_mut().find(|row| row.name == "normal").expect("a row");
    row.blocks.iter_mut().flatten().for_each(|value| *value += by);
    shifted
}

#[test]
fn twice_the_tolerance_is_found_and_half_of_it_is_let_pass() {
    // A hundredth of the 90 % width of a normal distribution with deviation 3.
    let tolerance = 0.01 * 2.0 * 1.644_854 * 3.0;
    let (old, others) = long_records().split_at(LONG_RECORDS as usize / 2);
    for (designs, new) in [(Designs::Same, old), (Designs::Other, others)] {
        let found = |share: f64| {
            let verdicts = old.iter().zip(new).take(100).map(|(old, new)| {
                let found = judged(old, &shifted(new, share * tolerance), (designs, 0.01));
                together(found.iter().filter(|moved| moved.metric == "normal"))
            });
            verdicts.filter(|verdict| *verdict == Verdict::Moved).count()
        };
        let planted = found(2.0);
        assert!(planted >= 99, "{designs:?}: {planted} of 100 planted changes are found");
        assert_eq!(found(0.5), 0, "{designs:?}: half the tolerance is called moved");
    }
    // What is planted in a record is what a scenario with this change gives.
    let change = format!("input.shift={}", 2.0 * tolerance);
    let changed = record(&lowered(SHAPES, &[&change]), (LONG, 1));
    let planted = shifted(&old[0], 2.0 * tolerance);
    let values = |record: &Record| {
        let row = record.rows.iter().find(|row| row.name == "normal").expect("a row");
        row.blocks.concat()
    };
    let mut pairs = values(&changed).into_iter().zip(values(&planted));
    assert!(pairs.all(|(a, b)| (a - b).abs() < 1e-12 * b.abs()));
}

#[test]
fn so_few_futures_are_inconclusive_and_never_green() {
    let shapes = lowered(SHAPES, &[]);
    let found =
        judged(&record(&shapes, (2_000, 1)), &record(&shapes, (2_000, 2)), (Designs::Other, 0.001));
    assert_eq!(together(&found), Verdict::Inconclusive);
    for outcome in
        [Outcome::Moved, Outcome::Inconclusive, Outcome::Edited, Outcome::New, Outcome::Missing]
    {
        assert!(!outcome.passes(), "{outcome:?}");
    }
    assert!(Outcome::from(together(&found)) == Outcome::Inconclusive && Outcome::Same.passes());
}

fn row(name: &str, values: impl Iterator<Item = f64>) -> RecordRow {
    RecordRow { name: name.into(), blocks: values.map(|x| [x, x - 5.0, x, x + 5.0]).collect() }
}

#[test]
fn a_tolerance_decides_what_counts_as_moved() {
    let wave = |place: u32| 100.0 + f64::from(place % 7) / 10.0;
    let old = Record { trials: 20_000, rows: vec![row("y", (0..20).map(wave))] };
    let new = |by: f64| Record {
        trials: 20_000,
        rows: vec![row("y", (0..20).map(|place| wave(place) + by))],
    };
    let verdict = |by: f64, tolerances: &Tolerances| {
        let mut found = differences(&old, &new(by), Designs::Same, tolerances);
        judge(&mut found.iter_mut().collect::<Vec<_>>());
        together(&found)
    };
    let share = |share: f64| Tolerances { share, metrics: vec![] };
    // The width of 90 % is 10.
    assert_eq!([0.05, 0.2].map(|by| verdict(by, &share(0.01))), [Verdict::Same, Verdict::Moved]);
    assert_eq!(verdict(0.2, &share(0.03)), Verdict::Same);
    let own =
        |tolerance: Tolerance| Tolerances { share: 0.01, metrics: vec![("y".into(), tolerance)] };
    assert_eq!(
        [0.4, 0.6].map(|by| verdict(by, &own(Tolerance::Absolute(0.5)))),
        [Verdict::Same, Verdict::Moved]
    );
    assert_eq!(
        [1.5, 2.5].map(|by| verdict(by, &own(Tolerance::Relative(0.02)))),
        [Verdict::Same, Verdict::Moved]
    );
    let text = format!(
        "{SHAPES}[check]\ntolerance = \"2%\"\n[check.metric.skew]\nrelative = \
            \"5%\"\n[check.metric.ratio]\nabsolute = 0.2\n"
    );
    let tolerances = lowered(&text, &[]).tolerances;
    assert_eq!(tolerances.share, 0.02);
    assert_eq!(
        tolerances.metrics,
        [
            ("skew".to_owned(), Tolerance::Relative(0.05)),
            ("ratio".to_owned(), Tolerance::Absolute(0.2))
        ]
    );
    // It is no part of what is simulated.
    assert_eq!(lowered(&text, &[]).about.hash, lowered(SHAPES, &[]).about.hash);
    let printed = crate::study::refused(&format!(
        "{SHAPES}[check.metric.skw]\nrelative = \
            0.1\n[check.metric.skew]\n[check.metric.ratio]\nabsolute = 1\nrelative = 0.1\n"
    ));
    for words in
        ["did you mean `skew`", "neither `absolute` nor `relative`", "one of them is meant"]
    {
        assert!(printed.contains(words), "{words} is missing from\n{printed}");
    }
}

#[test]
fn a_change_as_small_as_is_told_is_found() {
    let shapes = lowered(SHAPES, &[]);
    let old = record(&shapes, (40_000, 1));
    let found = judged(&old, &record(&shapes, (40_000, 2)), (Designs::Other, 0.01));
    let mean = found
        .iter()
        .find(|moved| moved.metric == "square" && moved.statistic == "mean")
        .expect("a mean");
    let apart = |by: f64| {
        let mut new = record(&shapes, (40_000, 2));
        let row = new.rows.iter_mut().find(|row| row.name == "square").expect("a row");
        row.blocks.iter_mut().for_each(|block| block[0] += by - mean.difference.value);
        judged(&old, &new, (Designs::Other, 0.01))
            .into_iter()
            .find(|moved| moved.metric == "square" && moved.statistic == "mean")
            .expect("a mean")
            .verdict
    };
    assert_eq!(apart(1.02 * mean.detectable), Verdict::Moved);
    assert_ne!(apart(0.9 * mean.detectable), Verdict::Moved);
}

/// Every shipped baseline: where it is of this revision and of this machine, the first block has
/// the same bits. Whoever changes a number raises `trials::REVISION` and keeps the baselines anew.
#[test]
fn numbers_move_only_with_the_revision() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/baselines");
    let mut count = 0;
    for entry in std::fs::read_dir(&folder).expect("the baselines") {
        let path = entry.expect("a folder").path();
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        let kept = baseline::read(&path)
            .unwrap_or_else(|why| panic!("{name} {}", why.0))
            .expect("a baseline");
        count += 1;
        if kept.target != reachsim::output::store::target() {
            continue;
        }
        assert_eq!(
            kept.revision,
            trials::REVISION,
            "{name}: look at the new numbers, and `reachsim check scenarios --update`"
        );
        let scenario = reachsim::scenario::load(&shipped(&name), &[])
            .and_then(reachsim::model::lower)
            .expect("a shipped scenario");
        let trials = engine::run(
            &scenario.model,
            Plan { trials: 1_000, ..kept.plan },
            Detail::Totals,
            &Unwatched,
        );
        let now = Record::of(&scenario.model, &trials, &Summary::of(&scenario.model, &trials));
        for (old, new) in kept.record.rows.iter().zip(&now.rows) {
            let bits =
                |row: &RecordRow| row.blocks[0].map(|x| if x.is_nan() { 0 } else { x.to_bits() });
            assert_eq!(
                (old.name.as_str(), bits(old)),
                (new.name.as_str(), bits(new)),
                "{name}: the numbers have moved; raise trials::REVISION, and `reachsim check \
                    scenarios --update`"
            );
        }
    }
    assert!(count >= 10, "{count} baselines");
}

/// exp(x) with x normal: everything about it is known.
const KNOWN: &str = "title = \"Known\"\n[input.a]\nvalue = { normal = { mean = 0, sd = 0.3 } \
    }\n[input.b]\nvalue = { normal = { mean = 0, sd = 0.4 } }\n[metric.y]\nformula = \"exp(a + \
    b)\"\n[[target]]\nname = \"above one\"\nmetric = \"y\"\nat_least = 1.2\n";

/// How many of the intervals of so many seeds hold the truth: of mean, p05, p50, p95 and the
/// probability of the target.
fn coverage(sampler: &str, seeds: u64) -> [usize; 5] {
    let known = lowered(&format!("simulation.sampler = \"{sampler}\"\n{KNOWN}"), &[]);
    let quantile = |p: f64| (0.5 * reachsim::normal::quantile(p)).exp();
    let truths = [
        (0.125_f64).exp(),
        quantile(0.05),
        quantile(0.5),
        quantile(0.95),
        1.0 - reachsim::normal::cdf(1.2_f64.ln() / 0.5),
    ];
    let hits = |seed: u64| {
        let trials = engine::run(
            &known.model,
            Plan { seed, ..plan(&known, 20_000) },
            Detail::Totals,
            &Unwatched,
        );
        let summary = Summary::of(&known.model, &trials);
        let y = summary.metric("y").expect("y");
        let found = [
            y.mean,
            y.percentile("p05"),
            y.percentile("p50"),
            y.percentile("p95"),
            summary.targets[0].probability,
        ];
        let hit = |(found, truth): (Estimate, f64)| {
            let [low, high] = Estimate { freedom: 19.0, ..found }.interval();
            usize::from((low..=high).contains(&truth))
        };
        let mut place = 0;
        truths.map(|truth| {
            place += 1;
            hit((found[place - 1], truth))
        })
    };
    (1..=seeds)
        .into_par_iter()
        .map(hits)
        .reduce(|| [0; 5], |a, b| std::array::from_fn(|i| a[i] + b[i]))
}

const SAMPLERS: [&str; 3] = ["random", "latin-hypercube", "sobol"];

#[test]
fn standard_errors_are_about_right() {
    for sampler in SAMPLERS {
        let hits = coverage(sampler, 200);
        // Single shares of 200 stray by up to four errors of 1.5 %; all together they are close.
        assert!(hits.iter().all(|hits| (178..=200).contains(hits)), "{sampler}: {hits:?}");
        let all = hits.iter().sum::<usize>() as f64 / 1_000.0;
        assert!((0.93..=0.97).contains(&all), "{sampler}: {hits:?}");
    }
}

/// By hand, with `--ignored --nocapture`; the README has the result.
#[test]
#[ignore = "takes minutes"]
fn standard_errors_are_right_over_many_seeds() {
    for sampler in SAMPLERS {
        let hits = coverage(sampler, 2_000);
        println!(
            "{sampler}: {:?} % of mean, p05, p50, p95, probability",
            hits.map(|hits| hits as f64 / 20.0)
        );
        assert!(hits.iter().all(|hits| (1_860..=1_940).contains(hits)), "{sampler}: {hits:?}");
    }
}

/// A folder with two scenarios.
struct TestFolder(Folder);

const A: &str = "title = \"A page\"\nmarket.people = \"1M\"\n[community.page]\nplatform = \
    \"facebook-2012\"\nfollowers = 1_000\nquestions.per_year = 100\nfriends.mean = \
    130\nfeed.visibility = \"5%..10%\"\n[cost]\nper_post = 10\n";

impl TestFolder {
    fn new() -> TestFolder {
        let folder = TestFolder(Folder::new("check"));
        std::fs::create_dir(folder.0.at("scenarios")).expect("a folder");
        folder.write("a", A);
        folder.write("b", SHAPES);
        folder
    }

    fn write(&self, name: &str, text: &str) {
        self.0.file(&format!("scenarios/{name}.toml"), text);
    }

    fn check(&self, arguments: &[&str]) -> Output {
        self.0.reachsim(&[&["check", "scenarios", "--baseline", "kept"], arguments].concat())
    }

    #[track_caller]
    fn expect(&self, arguments: &[&str], code: i32) -> String {
        let output = self.check(arguments);
        let text = format!(
            "{}{}",
            String::from_utf8_lossy(&output.stdout),
            String::from_utf8_lossy(&output.stderr)
        );
        assert_eq!(output.status.code(), Some(code), "{text}");
        text
    }
}

/// A text whose lines may be broken anywhere.
fn unwrapped(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_baseline_is_kept_checked_edited_and_removed() {
    let folder = TestFolder::new();
    let text = folder.expect(&[], 1);
    assert!(text.contains("2 scenarios: 2 new") && text.contains("--update a"), "{text}");
    let text = folder.expect(&["--update", "a"], 1);
    assert!(
        text.contains("1 updated, 1 new") && text.contains("kept for the first time"),
        "{text}"
    );
    folder.expect(&["--update"], 0);
    let text = folder.expect(&[], 0);
    assert!(text.contains("2 scenarios: 2 same") && text.contains("the same bits"), "{text}");
    // Seed and trials of the file are not what is checked.
    folder.write("a", &format!("simulation.trials = 20_000\nsimulation.seed = 9\n{A}"));
    folder.expect(&[], 0);
    folder.write(
        "a",
        &A.replace("per_post = 10", "per_post = 15")
            .replace("followers = 1_000", "followers = 2_000"),
    );
    let text = folder.expect(&[], 1);
    assert!(
        text.contains("edited")
            && text.contains("community.page.followers = 2000: ")
            && text.contains("cost.per_post = 15: "),
        "{text}"
    );
    let text = folder.expect(&["--update", "a"], 0);
    assert!(
        text.contains("updated") && text.contains("total_cost mean: "),
        "old and new are printed: {text}"
    );
    std::fs::remove_file(folder.0.at("scenarios/b.toml")).expect("removed");
    let text = folder.expect(&[], 1);
    assert!(text.contains("missing") && text.contains("--update b"), "{text}");
    folder.expect(&["--update", "b"], 0);
    assert!(!folder.0.at("kept/b").exists());
    let text = folder.expect(&["--update", "c"], 2);
    assert!(text.contains("neither a scenario nor a baseline `c`"), "{text}");
    folder.expect(&[], 0);
}

#[test]
fn other_futures_are_compared_by_their_statistics() {
    let folder = TestFolder::new();
    std::fs::remove_file(folder.0.at("scenarios/a.toml")).expect("removed");
    folder.write(
        "b",
        &format!("{SHAPES}[check]\ntolerance = \"5%\"\n[check.metric.rare]\nrelative = \"40%\"\n"),
    );
    folder.expect(&["--update"], 0);
    let document: Value = serde_json::from_str(
        &folder.expect(&["--seed", "77", "--format", "json", "--max-trials", "320k"], 0),
    )
    .expect("JSON");
    let scenario = &document["scenarios"][0];
    assert!(
        document["schema"] == "reachsim.check/1"
            && scenario["verdict"] == "same"
            && scenario["exact"] == false
    );
    assert!(
        scenario["trials"].as_u64().is_some_and(|trials| trials > 10_000),
        "more futures were needed: {scenario}"
    );
    let row = &scenario["metrics"][0];
    for name in ["metric", "stat", "old", "new", "difference", "se", "tolerance", "verdict"] {
        assert!(!row[name].is_null(), "{name} of {row}");
    }
    folder.write("b", &format!("{SHAPES}[check]\ntolerance = \"0.01%\"\n"));
    let text = folder.expect(&["--seed", "77", "--max-trials", "20k"], 1);
    assert!(text.contains("inconclusive") && text.contains("raise --max-trials"), "{text}");
}

/// What stands beside scenarios is passed over, and what is bad is told beside the verdicts of all
/// others.
#[test]
fn strangers_and_bad_scenarios_do_not_keep_the_others_from_being_checked() {
    let folder = TestFolder::new();
    folder.write("theme", "name = \"Brand\"\naccent = \"#0072B2\"\n");
    folder.write("parent", &A.replace("title = \"A page\"\n", ""));
    folder.write("child", "extends = \"parent.toml\"\ntitle = \"A child\"\n");
    std::fs::create_dir(folder.0.at("scenarios/old.toml")).expect("a folder");
    let text = folder.expect(&["--update"], 0);
    assert!(text.contains("3 scenarios: 3 updated"), "{text}");
    for (name, why) in [("theme", "no title"), ("parent", "no title"), ("old", "a folder")] {
        let passed = text.lines().any(|line| line.contains(name) && line.contains(why));
        assert!(passed && text.contains("is passed over"), "{name}: {text}");
    }
    folder.write("b", "title = \"b\"\nmarket.poeple = 5\n");
    std::fs::write(folder.0.at("kept/child/summary.json"), "{}").expect("written");
    let text = folder.expect(&["--junit", "check.xml"], 2);
    assert!(text.contains("3 scenarios: 1 same, 2 bad") && text.contains("poeple"), "{text}");
    let report = std::fs::read_to_string(folder.0.at("check.xml")).expect("a report");
    assert_eq!(report.matches("type=\"bad\"").count(), 2, "{report}");
    let document =
        folder.0.reachsim(&["check", "scenarios", "--baseline", "kept", "--format", "json", "-q"]);
    let document: Value = serde_json::from_slice(&document.stdout).expect("JSON");
    let verdicts: Vec<_> = document["scenarios"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|scenario| scenario["verdict"].as_str().unwrap_or_default())
        .collect();
    assert_eq!(verdicts, ["same", "bad", "bad"]);
}

/// Nobody wants a red build for a title, for what another system puts at the end of a line, or for
/// the order of words on the command line.
#[test]
fn words_and_ends_of_lines_move_nothing() {
    let folder = TestFolder::new();
    let data = "[input.x]\nvalue = { data = { file = \"x.csv\", column = \"x\" } }\n[metric.m]\n\
        formula = \"x\"\n[[target]]\nname = \"ten\"\nmetric = \"m\"\nat_least = 10\n";
    let rows = "x\n5\n10\n15\n";
    folder.0.file("scenarios/x.csv", rows);
    folder.write("data", &format!("title = \"Data\"\n{data}"));
    folder.expect(&["--update"], 0);
    folder.0.file("scenarios/x.csv", &rows.replace('\n', "\r\n"));
    folder.write("a", &A.replace('\n', "\r\n"));
    let text = folder.expect(&[], 0);
    assert!(text.contains("3 same") && !text.contains("words"), "{text}");
    folder.write("a", &A.replace("A page", "Another title"));
    let renamed = data.replace("\"ten\"", "\"at least ten\"");
    folder.write("data", &format!("title = \"Data\"\n{renamed}"));
    let text = folder.expect(&[], 0);
    assert!(text.contains("3 same") && text.contains("every number is the same"), "{text}");
    // And yet a number is noticed.
    folder.0.file("scenarios/x.csv", "x\n5\n10\n16\n");
    assert!(folder.expect(&[], 1).contains("1 edited"));
    let kept = ["check", "--baseline", "kept", "--update", "scenarios/data.toml"];
    let (told, _) = expect_code(&folder.0.reachsim(&kept), 0);
    assert!(told.contains("1 scenario: 1 updated"), "{told}");
    folder.expect(&[], 0);
}

#[test]
fn a_baseline_that_is_not_as_it_was_written_is_refused() {
    let folder = TestFolder::new();
    folder.expect(&["--update"], 0);
    let path = |name: &str| folder.0.at("kept/a").join(name);
    let kept = |name: &str| std::fs::read(path(name)).expect("kept");
    let mended = ["manifest.json", "summary.json", "blocks.parquet", "scenario.toml"]
        .map(|name| (name, kept(name)));
    let cases: [(&str, Vec<u8>, &str); 8] = [
        (
            "blocks.parquet",
            kept("blocks.parquet")[..500].to_vec(),
            "`blocks.parquet` is not the file that was written",
        ),
        (
            "summary.json",
            [kept("summary.json"), b" ".to_vec()].concat(),
            "`summary.json` is not the file that was written",
        ),
        (
            "scenario.toml",
            A.as_bytes().to_vec(),
            "`scenario.toml` is not the file that was written",
        ),
        ("manifest.json", b"{".to_vec(), "no JSON document"),
        ("manifest.json", b"{}".to_vec(), "no manifest of this program"),
        (
            "manifest.json",
            b"{\"schema\": \"reachsim.baseline/9\"}".to_vec(),
            "`reachsim.baseline/9`",
        ),
        (
            "manifest.json",
            String::from_utf8(kept("manifest.json"))
                .expect("text")
                .replace("\"revision\": ", "\"revision\": 1")
                .into_bytes(),
            "was changed after it was written",
        ),
        (
            "manifest.json",
            std::fs::read(folder.0.at("kept/b/manifest.json")).expect("kept"),
            "is not the file that was written",
        ),
    ];
    for (name, bytes, words) in cases {
        std::fs::write(path(name), bytes).expect("written");
        let text = unwrapped(&folder.expect(&[], 2));
        assert!(
            text.contains(words) && text.contains("--update a") && text.contains("1 same, 1 bad"),
            "{words} is missing from\n{text}"
        );
        for (name, bytes) in &mended {
            std::fs::write(path(name), bytes).expect("mended");
        }
    }
    std::fs::remove_file(path("summary.json")).expect("removed");
    assert!(unwrapped(&folder.expect(&[], 2)).contains("has no `summary.json`"));
    folder.expect(&["--update", "a"], 0);
    folder.expect(&[], 0);
}

/// An earlier version, which told less of a metric, is no difference; another number is one, under
/// whatever seal.
#[test]
fn what_an_earlier_version_did_not_tell_is_no_change() {
    let folder = TestFolder::new();
    folder.expect(&["--update"], 0);
    let path = |name: &str| folder.0.at("kept/a").join(name);
    let told = std::fs::read_to_string(path("summary.json")).expect("kept");
    let keep = |summary: &str| {
        std::fs::write(path("summary.json"), summary).expect("written");
        let text = std::fs::read_to_string(path("manifest.json")).expect("kept");
        let mut manifest: Value = serde_json::from_str(&text).expect("JSON");
        for file in manifest["files"].as_array_mut().expect("files") {
            if file["name"] == "summary.json" {
                file["bytes"] = summary.len().into();
                file["sha256"] = hex(&Sha256::digest(summary)).into();
            }
        }
        manifest.as_object_mut().expect("members").remove("seal");
        manifest["seal"] = hex(&Sha256::digest(manifest.to_string())).into();
        std::fs::write(path("manifest.json"), manifest.to_string()).expect("written");
    };
    let is_new = |line: &&str| line.contains("\"mean_is\": ") || line.contains("\"goal\": ");
    let less: String =
        told.lines().filter(|line| !is_new(line)).map(|l| format!("{l}\n")).collect();
    assert!(told.lines().filter(is_new).count() > 3, "{told}");
    keep(&less);
    folder.expect(&[], 0);
    let (before, after) = less.split_once("\"p75\": ").expect("a percentile");
    keep(&format!("{before}\"p75\": 1{after}"));
    assert!(folder.expect(&[], 1).contains("moved"));
}

#[test]
fn reports_for_ci_name_every_metric() {
    let folder = TestFolder::new();
    folder.expect(&["--update"], 0);
    folder.write("b", &SHAPES.replace("value = 0\n", "value = 1\n"));
    folder.expect(&["--junit", "check.xml"], 1);
    let xml = std::fs::read_to_string(folder.0.at("check.xml")).expect("a report");
    let document = resvg::usvg::roxmltree::Document::parse(&xml).expect("well-formed");
    let suites: Vec<_> =
        document.descendants().filter(|node| node.has_tag_name("testsuite")).collect();
    assert_eq!(suites.len(), 2);
    let count = |place: usize, tag: &str| {
        suites[place].descendants().filter(|node| node.has_tag_name(tag)).count()
    };
    assert!(count(0, "testcase") > 40 && count(0, "failure") == 0, "a case for each metric of a");
    assert_eq!((count(1, "testcase"), count(1, "failure")), (1, 1), "b is edited: {xml}");
    let text = folder.expect(&["--format", "markdown"], 1);
    assert!(
        text.contains("| `scenarios/b.toml` | edited |")
            && text.contains("### 2 scenarios: 1 same, 1 edited"),
        "{text}"
    );
}

/// A planted defect in the engine's place: numbers that differ under the same revision.
#[test]
fn a_number_that_moves_under_the_same_revision_is_found() {
    let shapes = lowered(SHAPES, &[]);
    let old = record(&shapes, (10_000, 1));
    let mut new = old.clone();
    new.rows[2].blocks[3][0] += 1e-12;
    let found = judged(&old, &new, (Designs::Same, 0.01));
    assert!(found.iter().any(|moved| moved.difference.value != 0.0), "its difference is seen");
    assert_eq!(together(&found), Verdict::Same, "and between revisions it makes none");
    let _: &Model = &shapes.model;
}
