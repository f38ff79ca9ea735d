//! The whole command, from the start of the process to its end: what a user waits for.
//!
//! `cargo bench --profile dev --bench command` measures what `cargo run` runs.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use criterion::{Criterion, criterion_group, criterion_main};

fn reachsim(arguments: &[&str]) {
    let status = Command::new(env!("CARGO_BIN_EXE_reachsim"))
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stdout(Stdio::null())
        .status();
    assert!(status.is_ok_and(|status| status.success()), "{arguments:?}");
}

fn whole_command(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("command");
    group.sample_size(20);
    let out: PathBuf = std::env::temp_dir().join("reachsim-bench");
    let out = out.to_string_lossy();
    group.bench_function("--help", |bencher| bencher.iter(|| reachsim(&["--help"])));
    for name in ["article", "support-community"] {
        let file = format!("scenarios/{name}.toml");
        group.bench_function(format!("run {name} --no-files"), |bencher| {
            bencher.iter(|| reachsim(&["run", &file, "--no-files"]));
        });
        group.bench_function(format!("run {name}"), |bencher| {
            bencher.iter(|| reachsim(&["run", &file, "--out", &out]));
        });
    }
    group.finish();
}

/// A comparison of four variants is to cost no more than 4.2 runs, and a tornado of forty inputs
/// less than ten seconds.
fn studies(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("study");
    group.sample_size(10);
    let four = written("four", FOUR);
    let forty = written("forty", FORTY);
    group.bench_function("run, for comparison", |bencher| {
        bencher.iter(|| reachsim(&["run", &four, "--no-files"]));
    });
    group.bench_function("compare four variants", |bencher| {
        bencher.iter(|| reachsim(&["compare", &four]));
    });
    group.bench_function("sensitivity to forty inputs", |bencher| {
        bencher.iter(|| reachsim(&["sensitivity", &forty]));
    });
    group.bench_function("value-of-information", |bencher| {
        bencher.iter(|| reachsim(&["value-of-information", &four]));
    });
    let over = ["--over", "support.hours_per_week=10..40/7"];
    group.bench_function("sweep over seven values", |bencher| {
        bencher.iter(|| reachsim(&[&["sweep", &four][..], &over].concat()));
    });
    let goal = ["--for", "profit >= 0 @ 50%", "--vary", "cost.manager_per_month=0..800"];
    group.bench_function("solve", |bencher| {
        bencher.iter(|| reachsim(&[&["solve", &four][..], &goal].concat()));
    });
    let wish = [
        "--maximise",
        "p10(profit)",
        "--vary",
        "support.hours_per_week=10..40",
        "--vary",
        "community.page.posts.per_week=1..14",
    ];
    group.bench_function("optimise two keys", |bencher| {
        bencher.iter(|| reachsim(&[&["optimise", &four][..], &wish].concat()));
    });
    group.finish();
}

/// Messages of a help desk, one question and one answer a minute: 26 MB of 100,000, and 260 MB of a
/// million.
fn exports(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("analyse");
    group.sample_size(10);
    for messages in [100_000_u64, 1_000_000] {
        let path = std::env::temp_dir().join(format!("reachsim-bench-{messages}.csv"));
        std::fs::write(&path, talk(messages)).expect("a temporary file");
        let path = path.to_string_lossy();
        group.bench_function(format!("{messages} messages"), |bencher| {
            bencher.iter(|| reachsim(&["analyse", &path]));
        });
    }
    group.finish();
}

fn talk(messages: u64) -> String {
    let words = "where is my order the courier never rang I waited all day thank you ".repeat(3);
    let mut talk =
        "tweet_id,author_id,inbound,created_at,text,in_response_to_tweet_id\n".to_owned();
    for id in (0..messages).step_by(2) {
        let (hour, minute) = (id / 120 % 24, id / 2 % 60);
        let (month, day) = (id / 120 / 24 / 28 % 12 + 1, id / 120 / 24 % 28 + 1);
        let at = |hour: u64| format!("2025-{month:02}-{day:02} {hour:02}:{minute:02}:00 +0000");
        // People by a fixed scatter, of whom some write often.
        let person = (id * 2_654_435_761) % 180_001;
        let (asked, told) = (at(hour), at((hour + 2).min(23)));
        talk.extend([
            format!("{id},{person},True,{asked},{words}{person},\n"),
            format!("{},Desk,False,{told},{words},{id}\n", id + 1),
        ]);
    }
    talk
}

/// What more futures, more weeks and more communities cost.
fn growth(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("growth");
    group.sample_size(10);
    let page = |place: usize| {
        format!(
            "[community.page-{place}]\nplatform = \"facebook-2012\"\nfollowers = \
                100_000\nquestions.per_year = 10_000\nfeed.visibility = \"5%..10%\"\n"
        )
    };
    let alone = |name: &str, text: String| {
        let path = std::env::temp_dir().join(format!("reachsim-bench-{name}.toml"));
        std::fs::write(&path, format!("title = \"Growth\"\nmarket.people = \"30M\"\n{text}"))
            .expect("a temporary file");
        path.to_string_lossy().into_owned()
    };
    let one = alone("one", page(0));
    for trials in ["1_000", "10_000", "100_000"] {
        group.bench_function(format!("{trials} trials"), |bencher| {
            bencher.iter(|| reachsim(&["run", &one, "--trials", trials, "--no-files"]));
        });
    }
    for weeks in [13, 52, 208] {
        let file =
            alone(&format!("weeks-{weeks}"), format!("simulation.weeks = {weeks}\n{}", page(0)));
        group.bench_function(format!("{weeks} weeks"), |bencher| {
            bencher.iter(|| reachsim(&["run", &file, "--no-files"]));
        });
    }
    for communities in [1, 2, 4, 8] {
        let file =
            alone(&format!("communities-{communities}"), (0..communities).map(page).collect());
        group.bench_function(format!("{communities} communities"), |bencher| {
            bencher.iter(|| reachsim(&["run", &file, "--no-files"]));
        });
    }
    group.finish();
}

/// A scenario below the build's folder, as a child of the shipped one.
fn written(name: &str, text: &str) -> String {
    let path = std::env::temp_dir().join(format!("reachsim-bench-{name}.toml"));
    let parent = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("scenarios/support-community.toml");
    std::fs::write(&path, format!("extends = {:?}\n{text}", parent.display().to_string()))
        .expect("a temporary file");
    path.to_string_lossy().into_owned()
}

const FOUR: &str = r#"
[[what_if]]
name = "members answer more"
[what_if.set]
"support.peers" = "40%"

[[what_if]]
name = "fewer posts"
[what_if.set]
"community.page.posts.per_week" = 3

[[what_if]]
name = "twice the team"
[what_if.set]
"support.hours_per_week" = 40
"#;

/// Nine more ranges than the parent has.
const FORTY: &str = r#"
[support]
wage = "20..25"
base_hours = "2..6"
give_up = "10%..30%"
recovery = "20%..60%"
half_life_hours = "4..8"

[cost]
per_post = "20..30"
manager_per_month = "300..500"
tools_per_month = "100..200"
setup = "1_000..3_000"
discount = "8%..12%"
"#;

criterion_group!(benches, whole_command, exports, growth, studies);
criterion_main!(benches);
