//! The whole command, from the start of the process to its end: what a user waits for.
//!
//! `cargo bench --profile dev --bench command` measures what `cargo run` runs.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use criterion::{Criterion, criterion_group, criterion_main};

fn reachsim(arguments: &[&str]) {
    let status =
        Command::new(env!("CARGO_BIN_EXE_reachsim")).args(arguments).current_dir(env!("CARGO_MANIFEST_DIR")).stdout(Stdio::null()).status();
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
        group.bench_function(format!("run {name} --no-files"), |bencher| bencher.iter(|| reachsim(&["run", &file, "--no-files"])));
        group.bench_function(format!("run {name}"), |bencher| bencher.iter(|| reachsim(&["run", &file, "--out", &out])));
    }
    group.finish();
}

criterion_group!(benches, whole_command);
criterion_main!(benches);
