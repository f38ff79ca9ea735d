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
use reachsim::study::gate::long::{Gathering, Long};
use reachsim::study::gate::{
    FALSE_ALARM, Moved, Record, RecordRow, Scale, Verdict, by_moments, judge, paired, together,
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

fn judged(old: &Record, new: &Record, share: f64) -> Vec<Moved> {
    let tolerances = Tolerances { share, metrics: Vec::new() };
    let mut found = paired(old, new, &tolerances);
    judge(&mut found.iter_mut().collect::<Vec<_>>());
    found
}

/// Blocks of each of [`LONG_RUNS`] runs.
const LONG: u64 = 20;
const LONG_RUNS: u64 = 500;

/// Moments of runs with other seeds, about the percentiles of one more run.
fn long_runs() -> &'static [Long] {
    static RUNS: OnceLock<Vec<Long>> = OnceLock::new();
    RUNS.get_or_init(|| {
        let shapes = lowered(SHAPES, &[]);
        let plan = |seed: u64| Plan { seed, ..plan(&shapes, 10_000) };
        let first = engine::run(&shapes.model, plan(9_999), Detail::Totals, &Unwatched);
        let summary = Summary::of(&shapes.model, &first);
        let begun = Gathering::behind(&shapes.model, plan(9_999), &summary).long;
        let run = |seed: u64| {
            let asked = (plan(seed), &summary);
            let mut run = Gathering::beside(&begun, &shapes.tolerances, &shapes.model, asked);
            run.go_on(LONG, &Unwatched);
            run.long
        };
        (1..=LONG_RUNS).into_par_iter().map(run).collect()
    })
}

fn judged_by_moments(old: &Long, new: &Long, tolerances: &Tolerances) -> Vec<Moved> {
    let mut found = by_moments(old, new, tolerances);
    judge(&mut found.iter_mut().collect::<Vec<_>>());
    found
}

/// A thousand checks of what has not moved, without any tolerance: each of 500 runs against the
/// next two.
#[test]
fn other_futures_of_the_same_scenario_raise_no_alarm() {
    let none = Tolerances { share: 0.0, metrics: Vec::new() };
    let runs = long_runs();
    let is_alarm = |(place, later): (usize, usize)| {
        let new = &runs[(place + later) % runs.len()];
        together(&judged_by_moments(&runs[place], new, &none)) == Verdict::Moved
    };
    let pairs = (0..runs.len()).flat_map(|place| [(place, 1), (place, 2)]);
    let alarms = pairs.filter(|pair| is_alarm(*pair)).count();
    // Of a thousand calls one alarm is promised; six or more would come once in 1,700 times.
    assert!(alarms <= 5, "{alarms} of 1,000 checks without a tolerance, {FALSE_ALARM} each");
    // And there were statistics of every kind.
    let found = judged_by_moments(&runs[0], &runs[1], &none);
    for (metric, statistic) in
        [("normal", "mean"), ("rare", "p95"), ("target: more than ten", "mean")]
    {
        let is_there = |moved: &Moved| moved.metric == metric && moved.statistic == statistic;
        assert!(found.iter().any(is_there), "{metric} {statistic}");
    }
}

/// Of a hundred changes of twice the tolerance 99 are found, of half of it none, where the scatter
/// is as large as it may be for a verdict of "same"; with more scatter the verdict is open.
#[test]
fn twice_the_tolerance_is_found_and_half_of_it_is_let_pass() {
    let runs = long_runs();
    let pairs = || runs.iter().zip(&runs[100..]).take(100);
    let shares = Tolerances { share: 0.01, metrics: Vec::new() };
    // The tolerance at which twenty blocks are just enough, of a mean and of a percentile.
    for (metric, statistic) in [("skew", "mean"), ("square", "mean"), ("ratio", "p95")] {
        let found = |share: f64, planted: f64, wanted: Verdict| {
            let is_found = |(old, new): (&Long, &Long)| {
                let mut new = new.clone();
                let row = new.rows.iter_mut().find(|row| row.name == metric).expect("a row");
                let se = by_moments(old, &Long { rows: vec![row.clone()] }, &shares)
                    .into_iter()
                    .find(|moved| moved.statistic == statistic)
                    .expect("a statistic")
                    .difference
                    .se;
                let tolerance = share * se;
                let tolerances = if statistic == "mean" {
                    row.mean.mean += planted * tolerance;
                    let own = (metric.to_owned(), Tolerance::Absolute(tolerance));
                    Tolerances { share: 0.01, metrics: vec![own] }
                } else {
                    row.marks[2].upto.mean -= planted * tolerance;
                    row.marks[2].below.mean -= planted * tolerance;
                    Tolerances { share: tolerance, metrics: Vec::new() }
                };
                let found = judged_by_moments(old, &new, &tolerances);
                let of = |moved: &&Moved| moved.metric == metric && moved.statistic == statistic;
                found.iter().find(of).expect("a statistic").verdict == wanted
            };
            pairs().filter(|pair| is_found(*pair)).count()
        };
        // 25 statistics and 19 to 38 degrees of freedom: a score of 4.1 is a t of 4.9 to 5.3, and
        // 2.33 for the power.
        let enough = 8.0;
        assert!(found(enough, 2.0, Verdict::Moved) >= 99, "{metric} {statistic}: planted");
        assert_eq!(found(enough, 0.5, Verdict::Moved), 0, "{metric} {statistic}: half of it");
        assert!(found(enough, 0.0, Verdict::Same) >= 99, "{metric} {statistic}: nothing");
        assert_eq!(found(0.8 * enough, 0.0, Verdict::Same), 0, "{metric} {statistic}: so few");
    }
}

/// What is planted above is what a scenario with this change gives.
#[test]
fn a_change_of_a_scenario_moves_its_moments() {
    let planted = 0.3;
    let change = format!("input.shift={planted}");
    let [old, new] = [lowered(SHAPES, &[]), lowered(SHAPES, &[&change])];
    let plan = plan(&old, 10_000);
    let run = engine::run(&old.model, plan, Detail::Totals, &Unwatched);
    let summary = Summary::of(&old.model, &run);
    let mut before = Gathering::behind(&old.model, plan, &summary);
    before.go_on(LONG, &Unwatched);
    let mut after = Gathering::beside(&before.long, &old.tolerances, &new.model, (plan, &summary));
    after.go_on(LONG, &Unwatched);
    let row = |long: &Long| long.rows.iter().find(|row| row.name == "normal").expect("it").clone();
    let (before, after) = (row(&before.long), row(&after.long));
    assert!((after.mean.mean - before.mean.mean - planted).abs() < 1e-9);
    // A tenth of a standard deviation to the right of the median of a normal distribution.
    let passed = before.marks[1].upto.mean - after.marks[1].upto.mean;
    assert!((passed - 0.039_8).abs() < 0.001, "{passed}");
}

/// Of things that are counted, a percentile stays on its step while the shares about it differ by
/// less than is let pass, and has moved when it leaves it.
#[test]
fn percentiles_of_counts_are_judged_by_their_step() {
    // Nothing in 95.3 % of the futures, and then in 94.8 %: the 95th percentile steps from 0 to 1.
    let text = |share: f64| {
        format!(
            "title = \"Counts\"\n[input.u]\nvalue = \"0..1\"\n[metric.count]\nformula = \"if(u < \
             {share}, 0, 1)\"\n"
        )
    };
    let [old, near, far] = [0.953, 0.948, 0.93].map(|share| lowered(&text(share), &[]));
    let plan = plan(&old, 10_000);
    let run = engine::run(&old.model, plan, Detail::Totals, &Unwatched);
    let summary = Summary::of(&old.model, &run);
    let mut before = Gathering::behind(&old.model, plan, &summary);
    before.go_on(LONG, &Unwatched);
    let verdict = |new: &Lowered| {
        let run = engine::run(&new.model, plan, Detail::Totals, &Unwatched);
        let summary = Summary::of(&new.model, &run);
        let asked = (Plan { seed: 7, ..plan }, &summary);
        let mut after = Gathering::beside(&before.long, &new.tolerances, &new.model, asked);
        after.go_on(LONG, &Unwatched);
        let found = judged_by_moments(&before.long, &after.long, &new.tolerances);
        let p95 = found.into_iter().find(|moved| moved.statistic == "p95").expect("p95");
        assert_eq!(p95.scale, Scale::Share);
        (p95.old, p95.new, p95.verdict)
    };
    assert_eq!(verdict(&near), (0.0, 1.0, Verdict::Same));
    assert_eq!(verdict(&far), (0.0, 1.0, Verdict::Moved));
    assert_eq!(verdict(&old), (0.0, 0.0, Verdict::Same));
}

/// What is nothing in most futures has a width by its scatter, and what never changes has none.
#[test]
fn what_has_no_width_is_judged_by_its_scatter() {
    let shapes = lowered(SHAPES, &[]);
    let found = judged_by_moments(&long_runs()[0], &long_runs()[1], &shapes.tolerances);
    let tolerance = |metric: &str, statistic: &str| {
        let is_it = |moved: &&Moved| moved.metric == metric && moved.statistic == statistic;
        found.iter().find(is_it).expect("a statistic").tolerance
    };
    // b is lognormal with a mean of 2 exp(s^2/2) and a mean square of 4 exp(2 s^2), s = ln 2, and
    // counts once in fifty times.
    let s = 2.0_f64.ln();
    let (mean, square) = (2.0 * (s * s / 2.0).exp() / 50.0, 4.0 * (2.0 * s * s).exp() / 50.0);
    let width = 2.0 * 1.644_853_6 * (square - mean * mean).sqrt();
    let ratio = tolerance("rare", "mean") / (0.01 * width);
    // Or as twenty blocks tell, which stray by a sixth.
    assert!((0.9..1.5).contains(&ratio), "{ratio} of {width}");
    assert!(tolerance("fixed", "mean") < 1e-8);
}

#[test]
fn so_few_futures_are_inconclusive_and_never_green() {
    let shapes = lowered(SHAPES, &[]);
    let tolerances = Tolerances { share: 0.0001, metrics: Vec::new() };
    let found = judged_by_moments(&long_runs()[0], &long_runs()[1], &tolerances);
    assert_eq!(together(&found), Verdict::Inconclusive);
    assert_ne!(shapes.tolerances, tolerances);
    for outcome in Outcome::ALL {
        let passes = matches!(outcome, Outcome::Same | Outcome::Updated);
        assert_eq!(outcome.passes(), passes, "{outcome:?}");
    }
    assert!(Outcome::from(together(&found)) == Outcome::Inconclusive);
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
        let mut found = paired(&old, &new(by), tolerances);
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
    let (old, new) = (&long_runs()[0], &long_runs()[1]);
    let shares = Tolerances { share: 0.01, metrics: Vec::new() };
    let of = |moved: &&Moved| moved.metric == "square" && moved.statistic == "mean";
    let found = judged_by_moments(old, new, &shares);
    let mean = found.iter().find(of).expect("a mean");
    let apart = |by: f64| {
        let mut new = new.clone();
        let row = new.rows.iter_mut().find(|row| row.name == "square").expect("a row");
        row.mean.mean += by - mean.difference.value;
        judged_by_moments(old, &new, &shares).iter().find(of).expect("a mean").verdict
    };
    assert_eq!(apart(1.02 * mean.detectable), Verdict::Moved);
    assert_ne!(apart(0.9 * mean.detectable), Verdict::Moved);
}

/// Every shipped baseline: where it is of this revision and of this machine, the first block has
/// the same bits. Whoever changes a number raises `trials::REVISION` and keeps the baselines anew.
#[test]
fn numbers_move_only_with_the_revision() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/baselines");
    let names = |below: &str| -> Vec<String> {
        let entries = std::fs::read_dir(folder.join(below)).expect("the baselines");
        let names = entries.map(|entry| entry.expect("a folder").file_name());
        names.map(|name| format!("{below}{}", name.to_string_lossy())).collect()
    };
    let all: Vec<String> = names("").into_iter().chain(names("claims/")).collect();
    let mut count = 0;
    for name in all {
        let path = folder.join(&name);
        if !path.join("manifest.json").is_file() {
            continue;
        }
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
        for (old, new) in kept.kept.record.rows.iter().zip(&now.rows) {
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
    assert!(count >= 40, "{count} baselines");
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

const A: &str = "title = \"A page\"\nmarket.people = \"1M\"\nsimulation.weeks = 4\n[community.page]\nplatform = \
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
        // What is kept for other draws takes many futures: whoever needs them asks for them.
        let most: &[&str] =
            if arguments.contains(&"--max-trials") { &[] } else { &["--max-trials", "10k"] };
        let all = [&["check", "scenarios", "--baseline", "kept"], most, arguments].concat();
        self.0.reachsim(&all)
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

/// With other draws, what has not moved is the same, by as many futures as that takes and no more
/// than are allowed; what has moved is found.
#[test]
fn other_futures_are_compared_by_their_statistics() {
    let folder = TestFolder::new();
    std::fs::remove_file(folder.0.at("scenarios/a.toml")).expect("removed");
    folder.expect(&["--update", "--max-trials", "400k"], 0);
    let other = ["--seed", "77", "--max-trials", "400k", "--format", "json"];
    let document: Value = serde_json::from_str(&folder.expect(&other, 0)).expect("JSON");
    let scenario = &document["scenarios"][0];
    assert!(document["schema"] == "reachsim.check/1", "{document}");
    assert!(scenario["verdict"] == "same" && scenario["exact"] == false, "{scenario}");
    let trials = scenario["trials"].as_u64().expect("trials");
    assert!((30_000..=400_000).contains(&trials), "as many as it takes: {trials}");
    let rows = scenario["metrics"].as_array().expect("rows");
    for (stat, scale) in [("mean", "value"), ("p05", "share"), ("p50", "share"), ("p95", "share")] {
        let is_it = |row: &&Value| row["metric"] == "normal" && row["stat"] == stat;
        assert_eq!(rows.iter().find(is_it).expect("a row")["scale"], scale, "{stat}");
    }
    // A hundredth of the tolerance takes more than is allowed.
    folder.write("b", &format!("{SHAPES}[check]\ntolerance = \"0.01%\"\n"));
    let text = folder.expect(&["--seed", "77", "--max-trials", "40k"], 1);
    assert!(text.contains("inconclusive") && text.contains("raise --max-trials"), "{text}");
    // Another engine with the same scenario: the baseline is that of a scenario that gives other
    // numbers.
    folder.write("b", &SHAPES.replace("mean = 10, sd = 3", "mean = 10.3, sd = 3"));
    folder.expect(&["--update", "--max-trials", "400k"], 0);
    folder.write("b", SHAPES);
    let manifest = folder.0.at("kept/b/manifest.json");
    let hash = |document: &Value| document["scenarios"][0]["hash"].as_str().map(str::to_owned);
    let text = std::fs::read_to_string(&manifest).expect("a manifest");
    let mut kept: Value = serde_json::from_str(&text).expect("JSON");
    kept["scenario"]["hash"] = hash(&document).expect("a hash").into();
    kept["engine"]["revision"] = 1.into();
    reseal(&manifest, kept);
    for seed in ["77", "1"] {
        let text = folder.expect(&["--seed", seed, "--max-trials", "400k"], 1);
        assert!(text.contains("1 moved") && text.contains("  normal "), "{text}");
    }
}

/// Writes a manifest with a seal that fits.
fn reseal(path: &Path, mut manifest: Value) {
    manifest.as_object_mut().expect("members").remove("seal");
    manifest["seal"] = hex(&Sha256::digest(manifest.to_string())).into();
    std::fs::write(path, manifest.to_string()).expect("written");
}

/// Scenarios of folders below have baselines below, under whichever folder they are checked.
#[test]
fn folders_below_are_entered_and_a_rename_is_told() {
    let folder = TestFolder::new();
    std::fs::create_dir_all(folder.0.at("scenarios/claims/deep")).expect("folders");
    folder.write("claims/deep/c", &SHAPES.replace("Shapes", "Deep"));
    let text = folder.expect(&["--update"], 0);
    assert!(text.contains("3 updated") && folder.0.at("kept/claims/deep/c").is_dir(), "{text}");
    assert!(folder.expect(&[], 0).contains("3 same"));
    for path in ["scenarios/claims", "scenarios/claims/deep", "scenarios/claims/deep/c.toml"] {
        let (text, _) = expect_code(&folder.0.reachsim(&["check", path, "--baseline", "kept"]), 0);
        assert!(text.contains("1 scenario: 1 same"), "{path}: {text}");
    }
    // Two of one name in two folders are two, whichever is met first.
    for name in ["b", "z"] {
        let (above, below) = (format!("scenarios/{name}.toml"), format!("claims/{name}"));
        let is_there = folder.0.at(&above).exists();
        folder.write(name, SHAPES);
        folder.expect(&["--update", name], 0);
        folder.write(&below, &SHAPES.replace("mean = 10", "mean = 11"));
        let text = folder.expect(&["--update"], 0);
        assert!(text.contains("updated") && folder.0.at("kept").join(&below).is_dir(), "{text}");
        assert!(folder.expect(&[], 0).contains(" same\n"));
        std::fs::remove_file(folder.0.at(format!("scenarios/{below}.toml"))).expect("removed");
        folder.expect(&["--update", &below], 0);
        if !is_there {
            std::fs::remove_file(folder.0.at(above)).expect("removed");
            folder.expect(&["--update", name], 0);
        }
    }
    // Baselines that lie among the scenarios are none.
    let inside = ["check", "scenarios", "--baseline", "scenarios/kept", "--update"];
    let (text, _) =
        expect_code(&folder.0.reachsim(&[&inside[..], &["--max-trials", "10k"]].concat()), 0);
    assert!(text.contains("3 updated"), "{text}");
    let (text, _) = expect_code(&folder.0.reachsim(&inside[..4]), 0);
    assert!(text.contains("3 scenarios: 3 same"), "{text}");
    // No system may turn the ends of their lines.
    let kept = std::fs::read_to_string(folder.0.at("kept/.gitattributes")).expect("attributes");
    assert!(kept.contains("* -text"), "{kept}");
    std::fs::write(folder.0.at("kept/.gitattributes"), "mine").expect("written");
    folder.expect(&["--update", "b"], 0);
    let kept = std::fs::read_to_string(folder.0.at("kept/.gitattributes")).expect("attributes");
    assert_eq!(kept, "mine");

    let scenario = |name: &str| folder.0.at(format!("scenarios/{name}.toml"));
    std::fs::rename(scenario("b"), scenario("claims/d")).expect("renamed");
    let text = folder.expect(&[], 1);
    assert!(text.contains("2 same, 1 renamed") && text.contains("called `b`"), "{text}");
    let text = folder.expect(&["--update", "claims/d"], 0);
    assert!(text.contains("its baseline was called `b`"), "{text}");
    assert!(!folder.0.at("kept/b").exists() && folder.0.at("kept/claims/d").is_dir());
    assert!(folder.expect(&[], 0).contains("3 same"));
}

/// What an edit moves has a row in every form of the report.
#[test]
fn an_edit_has_a_table_of_what_it_moved() {
    let folder = TestFolder::new();
    folder.expect(&["--update"], 0);
    folder.write("b", &SHAPES.replace("value = 0\n", "value = 1\n"));
    folder.write("a", &format!("{A}[metric.own]\nformula = \"questions * 2\"\n"));
    let text = folder.expect(&["--junit", "check.xml"], 1);
    assert!(text.contains("2 edited") && text.contains("normal mean: 10 -> 11"), "{text}");
    assert!(text.contains("new: `own`") && text.contains("no statistic moved"), "{text}");
    let xml = std::fs::read_to_string(folder.0.at("check.xml")).expect("a report");
    assert!(xml.contains("<testcase name=\"normal\"") && xml.contains("type=\"edited\""), "{xml}");
    let markdown = folder.expect(&["--format", "markdown"], 1);
    assert!(
        markdown.contains("normal mean: 10 -&gt; 11") || markdown.contains("normal mean: 10 -> 11"),
        "{markdown}"
    );
    let document: Value =
        serde_json::from_str(&folder.expect(&["--format", "json"], 1)).expect("JSON");
    let rows = document["scenarios"][1]["metrics"].as_array().expect("rows");
    let moved = |metric: &str| rows.iter().any(|row| row["metric"] == metric);
    assert!(moved("normal") && moved("target: more than ten") && !moved("skew"), "{rows:?}");
    assert!(rows.iter().all(|row| row["verdict"] == "moved"), "{rows:?}");
}

/// A target that the file demands fails the check, whether its numbers are what they were or not.
#[test]
fn a_target_that_is_demanded_is_enforced() {
    let folder = TestFolder::new();
    folder.write("b", &format!("{SHAPES}with = \"40%\"\n"));
    folder.expect(&["--update"], 0);
    folder.expect(&[], 0);
    folder.write("b", &format!("{SHAPES}with = \"60%\"\n"));
    folder.expect(&["--update"], 0);
    let text = folder.expect(&[], 1);
    assert!(text.contains("1 same, 1 missed") && text.contains("more than ten"), "{text}");
}

/// Against a revision of a repository, without baselines; the repository stays as it is.
#[test]
fn scenarios_are_compared_with_those_of_a_revision() {
    let folder = TestFolder::new();
    let git = |arguments: &[&str]| {
        let done = std::process::Command::new("git")
            .current_dir(folder.0.at(""))
            .args(["-c", "user.name=A", "-c", "user.email=a@example.org"])
            .args(arguments)
            .output()
            .expect("git");
        assert!(done.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&done.stderr));
        String::from_utf8_lossy(&done.stdout).into_owned()
    };
    let scenario = |name: &str| folder.0.at(format!("scenarios/{name}.toml"));
    let all = ["check", "scenarios", "--against", "HEAD"];
    let (_, told) = expect_code(&folder.0.reachsim(&all), 2);
    assert!(told.contains("is in no git repository"), "{told}");
    folder.write("parent", &A.replace("title = \"A page\"\n", ""));
    folder.write("child", "extends = \"parent.toml\"\ntitle = \"A child\"\n");
    folder.write("gone", SHAPES);
    folder.write("old", &SHAPES.replace("sd = 3", "sd = 4"));
    git(&["init", "--quiet"]);
    git(&["add", "scenarios"]);
    git(&["commit", "--quiet", "--message", "first"]);
    let against = |code: i32| expect_code(&folder.0.reachsim(&all), code).0;
    assert!(against(0).contains("5 scenarios: 5 same"), "{}", against(0));
    folder.write("b", &SHAPES.replace("value = 0\n", "value = 1\n"));
    folder.write("parent", &A.replace("title = \"A page\"\n", "").replace("1_000", "2_000"));
    folder.write("new", &SHAPES.replace("mean = 10", "mean = 12"));
    std::fs::remove_file(scenario("gone")).expect("removed");
    std::fs::rename(scenario("old"), scenario("renamed")).expect("renamed");
    let before = git(&["status", "--porcelain"]);
    let text = against(1);
    assert!(text.contains("1 same, 2 edited, 1 renamed, 1 new, 1 missing"), "{text}");
    assert!(
        text.contains("community.page.followers = 2000") && text.contains("normal mean"),
        "{text}"
    );
    assert_eq!(git(&["status", "--porcelain"]), before);
    for (revision, words) in
        [("nowhere", "no revision `nowhere`"), ("--help", "no revision `--help`")]
    {
        let asked = format!("--against={revision}");
        let (_, told) = expect_code(&folder.0.reachsim(&["check", "scenarios", &asked]), 2);
        assert!(told.contains(words), "{told}");
    }
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
    std::fs::create_dir(folder.0.at("scenarios/.hidden")).expect("a folder");
    folder.write(".hidden/c", SHAPES);
    let text = folder.expect(&["--update"], 0);
    assert!(text.contains("3 scenarios: 3 updated"), "{text}");
    for (name, why) in [("theme", "no title"), ("parent", "no title")] {
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
        reseal(&path("manifest.json"), manifest);
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
    assert_eq!(count(1, "testcase"), count(1, "failure"), "b is edited: {xml}");
    assert!(count(1, "failure") > 2, "what moved, and why: {xml}");
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
    let found = judged(&old, &new, 0.01);
    assert!(found.iter().any(|moved| moved.difference.value != 0.0), "its difference is seen");
    assert_eq!(together(&found), Verdict::Same, "and between revisions it makes none");
    let _: &Model = &shapes.model;
}
