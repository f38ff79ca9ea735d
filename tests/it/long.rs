//! Runs that are longer than memory, on the command line: stopped and gone on with, shared and
//! joined.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use reachsim::run::fleet::divided;

use crate::support::{Folder, contents, expect_code};

/// So many that the run is kept on the disk, and beyond the million whose trials are kept one by
/// one.
const LONG: &str = "1_203_400";

/// Formulas alone, and few of them: two million futures a second.
const QUICK: &str = r#"
title = "A decision"
input.gain.value = "1 to 3"
input.loss.value = "0..2"

[metric.net]
formula = "gain - loss"
better = "higher"

[[target]]
name = "more than nothing"
metric = "net"
at_least = 0
"#;

/// The file of the quick scenario, which lies where every test finds it.
fn quick() -> String {
    static FILE: LazyLock<String> = LazyLock::new(|| {
        let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("quick.toml");
        std::fs::write(&file, QUICK).expect("the build's folder can be written");
        file.display().to_string()
    });
    FILE.clone()
}

/// What a long run on one machine and without a break prints as JSON, and its files.
struct Unbroken {
    printed: String,
    files: PathBuf,
}

/// One run for all tests that ask for it.
fn unbroken() -> &'static Unbroken {
    static RUN: LazyLock<Unbroken> = LazyLock::new(|| {
        let files = Path::new(env!("CARGO_TARGET_TMPDIR")).join("long");
        let _ = std::fs::remove_dir_all(&files);
        let out = files.display().to_string();
        let run = ["run", &quick(), "--trials", LONG, "--format", "json", "--out", &out];
        let (printed, _) = expect_code(&Folder::new("unbroken").reachsim(&run), 0);
        Unbroken { printed, files }
    });
    &RUN
}

#[track_caller]
fn assert_same(a: &Path, b: &Path) {
    let [a, b] = [a, b].map(contents);
    assert!(a.contains_key("trials.parquet") && a.keys().eq(b.keys()), "{:?}", a.keys());
    for (name, bytes) in &a {
        assert!(bytes == &b[name], "{name} differs");
    }
}

/// Starts a long run and waits until some of it is kept.
fn begun(folder: &Folder, trials: &str, out: &str) -> Child {
    let mut child = Command::new(env!("CARGO_BIN_EXE_reachsim"))
        .args(["run", &quick(), "--trials", trials, "--threads", "1", "--out", out])
        .current_dir(&folder.0)
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let (state, start) = (folder.0.join(out).join(".run/state.cbor"), Instant::now());
    while !state.exists() && child.try_wait().expect("a child").is_none() {
        assert!(start.elapsed() < Duration::from_mins(1), "nothing is kept");
        std::thread::sleep(Duration::from_millis(2));
    }
    child
}

#[cfg(unix)]
fn signal(child: &Child, signal: &str) {
    let sent = Command::new("kill").args([signal, &child.id().to_string()]).status();
    assert!(sent.is_ok_and(|status| status.success()));
}

#[test]
fn a_killed_run_goes_on_to_the_same_bytes() {
    let folder = Folder::new("resume");
    let run = |more: &[&str], code| {
        expect_code(
            &folder.reachsim(&[&["run", &quick(), "--trials", LONG, "--out"], more].concat()),
            code,
        )
    };
    let mut child = begun(&folder, LONG, "broken");
    #[cfg(unix)]
    signal(&child, "-STOP");
    // While it is at work, nobody is told to remove its folder.
    let (_, err) = run(&["broken"], 3);
    assert!(err.contains("another run is writing into `broken`"), "{err}");
    child.kill().expect("killed");
    child.wait().expect("it ends");
    assert!(!folder.0.join("broken/summary.json").exists());
    // Another run must not take its place unasked, nor may a different one go on with it.
    let (_, err) = run(&["broken"], 2);
    assert!(err.contains("--resume") && err.contains("begin anew"), "{err}");
    let (_, err) = run(&["broken", "--resume", "--seed", "7"], 2);
    assert!(err.contains("another scenario, seed"), "{err}");
    // A short run into the same folder leaves it alone.
    expect_code(&folder.reachsim(&["run", &quick(), "--trials", "2000", "--out", "broken"]), 0);
    let blocks = folder.0.join("broken/.run/blocks.bin");
    let kept = std::fs::read(&blocks).expect("statistics of blocks");
    std::fs::write(&blocks, &kept[..kept.len() - 8]).expect("cut off");
    let (_, err) = run(&["broken", "--resume"], 2);
    assert!(err.contains("is damaged"), "{err}");
    // Whatever was written after the state is of no consequence.
    std::fs::write(&blocks, [&kept[..], &[7; 4_000]].concat()).expect("whole again, and more");
    let trials = folder.0.join("broken/.run/trials.bin");
    let values = std::fs::read(&trials).expect("values of trials");
    std::fs::write(&trials, [&values[..], &[7; 4_000]].concat()).expect("written");
    run(&["broken", "--resume"], 0);
    assert_same(&unbroken().files, &folder.at("broken"));
    // Nothing is left to go on with: a run begins anew.
    let short = ["run", &quick(), "--trials", "100_000", "--out", "broken", "--resume"];
    let (told, _) = expect_code(&folder.reachsim(&short), 0);
    assert!(told.contains("100,000 futures"), "{told}");
}

#[cfg(unix)]
#[test]
fn an_interrupted_run_says_how_to_go_on() {
    let folder = Folder::new("stopped");
    // It would go on for a while.
    let child = begun(&folder, "20_000_000", "out");
    signal(&child, "-INT");
    let (_, err) = expect_code(&child.wait_with_output().expect("it ends"), 130);
    assert!(
        err.contains("of 20,000,000 futures: the same command with --resume goes on from there"),
        "{err}"
    );
    assert!(!folder.0.join("out/summary.json").exists());
}

#[test]
fn shards_join_to_the_bytes_of_one_machine() {
    let folder = Folder::new("shards");
    folder.file("base.toml", "title = \"A page\"\nmarket.people = \"1M\"\n");
    folder.file("visibility.csv", "share\n0.05\n0.07\n0.1\n");
    std::fs::create_dir(folder.0.join("scenarios")).expect("a folder");
    folder.file("scenarios/page.toml", PAGE);
    let shared = |name: &str, of: u64, arguments: &[&str]| {
        let folders: Vec<String> = (1..=of).map(|number| format!("{name}/{number}")).collect();
        for (number, shard) in folders.iter().enumerate() {
            let part = format!("{}/{of}", number + 1);
            let (told, _) = expect_code(
                &folder
                    .reachsim(&[&["run"], arguments, &["--shard", &part, "--out", shard]].concat()),
                0,
            );
            assert!(
                [format!("Shard {} of {of}", number + 1), format!("Часть {} из {of}", number + 1)]
                    .iter()
                    .any(|words| told.contains(words))
                    && told.contains("reachsim merge"),
                "{told}"
            );
        }
        folders
    };
    let merge = |folders: &[String], out: &str, code| {
        let dirs: Vec<&str> = folders.iter().map(String::as_str).collect();
        expect_code(&folder.reachsim(&[&["merge"], &dirs[..], &["--out", out]].concat()), code)
    };
    // Longer than memory.
    let mut long = shared("long", 3, &[&quick(), "--trials", LONG]);
    long.reverse();
    merge(&long, "long/all", 0);
    assert_same(&unbroken().files, &folder.at("long/all"));
    // Short, with weeks, a parent, a data file, a what-if, a set value and a broken block.
    let set = ["scenarios/page.toml", "--trials", "3500", "--seed", "9", "--locale", "ru"];
    let changed = ["--set", "community.page.posts.branded=50%", "--what-if", "twice the questions"];
    let arguments = [&set[..], &changed, &["--allow-path", "."]].concat();
    expect_code(&folder.reachsim(&[&["run"], &arguments[..], &["--out", "page/one"]].concat()), 0);
    let page = shared("page", 4, &arguments);
    std::fs::remove_file(folder.0.join("scenarios/page.toml"))
        .expect("the merging machine does not have it");
    merge(&page, "page/all", 0);
    assert_same(&folder.at("page/one"), &folder.at("page/all"));
    let (_, err) = merge(&page[1..], "page/none", 2);
    assert!(
        err.contains("futures 0 to 0 are in none of the folders")
            || err.contains("are in none of the folders"),
        "{err}"
    );
    let (_, err) = merge(&[&page[..], &page[2..3]].concat(), "page/none", 2);
    assert!(err.contains("the same futures"), "{err}");
    let (_, err) = merge(&[&page[..3], &long[..1]].concat(), "page/none", 2);
    assert!(err.contains("different runs"), "{err}");
    let (_, err) = merge(&["page/one".to_owned()], "page/none", 2);
    assert!(err.contains("holds no part of a run"), "{err}");
    std::fs::write(folder.0.join("page/2/blocks.bin"), b"short").expect("written");
    let (_, err) = merge(&page, "page/none", 2);
    assert!(err.contains("`page/2` is damaged"), "{err}");
    assert!(!folder.0.join("page/none").exists());
}

const PAGE: &str = r#"
extends = "../base.toml"

[community.page]
platform = "facebook-2012"
followers = "1k to 9k"
feed.visibility = { data = { file = "../visibility.csv", column = "share" } }

[[what_if]]
name = "twice the questions"
[what_if.set]
"community.page.questions.per_year" = 400
"#;

#[test]
fn shards_that_cannot_be_are_refused() {
    let folder = Folder::new("no-shards");
    for (arguments, words) in [
        (&["--shard", "5/4"][..], "1/4"),
        (&["--shard", "0/4"], "1/4"),
        (&["--shard", "half"], "1/4"),
        (&["--shard", "1/40"], "10 blocks"),
        (&["--shard", "1/2", "--sampler", "expected"], "1 blocks"),
        (&["--shard", "1/2", "--no-files"], "cannot be used with"),
        (&["--resume", "--precision", "1%"], "cannot be used with"),
    ] {
        let (_, err) = expect_code(&folder.reachsim(&[&["run", &quick()], arguments].concat()), 2);
        assert!(err.contains(words), "{arguments:?}: {err}");
    }
}

#[test]
fn a_long_run_without_files_says_what_one_with_files_says() {
    let run = ["run", &quick(), "--trials", LONG, "--format", "json", "--no-files"];
    let (printed, _) = expect_code(&Folder::new("long").reachsim(&run), 0);
    let Unbroken { printed: with_files, files } = unbroken();
    assert_eq!(&printed, with_files);
    let manifest = std::fs::read_to_string(files.join("manifest.json")).expect("a manifest");
    assert!(
        manifest.contains("\"trials\": 1000000") && manifest.contains("\"of\": 1203400"),
        "{manifest}"
    );
    let chart = std::fs::read_to_string(files.join("charts/distribution.svg")).expect("a chart");
    assert!(chart.contains("drawn from the first 100,000 futures"));
}

#[test]
fn many_runs_are_packed_into_as_many_tasks_as_are_asked_for() {
    let text = |trials: u32| format!("simulation.trials = {trials}\n{QUICK}");
    let cases = [500, 2_000, 9_000].map(|trials| {
        reachsim::Case::parse(text(trials)).unwrap_or_else(|error| panic!("{error}"))
    });
    for (tasks, shards) in [(1, [1, 1, 1]), (2, [1, 1, 1]), (6, [1, 2, 2]), (90, [1, 2, 9])] {
        let spread = divided(&cases, tasks);
        assert_eq!(spread.shards, shards, "{tasks}");
        assert_eq!(spread.tasks.len() as u64, tasks.min(shards.iter().sum()));
        assert!(spread.tasks.iter().all(|units| !units.is_empty()));
        assert_eq!(spread.tasks.concat().len() as u64, shards.iter().sum::<u64>());
    }
}
