//! Finished runs for tests of what comes after the engine.

use std::path::Path;

use reachsim::diagnostic::Style;
use reachsim::engine::{self, Detail, Unwatched};
use reachsim::output::{Case, Run};
use reachsim::scenario;

/// The names of the shipped scenarios, in their order.
pub fn shipped_names() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    let files = std::fs::read_dir(folder)
        .expect("the scenarios")
        .map(|entry| entry.expect("a file").path());
    let is_scenario =
        |path: &std::path::PathBuf| path.extension().is_some_and(|extension| extension == "toml");
    let mut names: Vec<String> = files
        .filter(is_scenario)
        .filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned()))
        .collect();
    names.sort();
    names
}

/// The run of a scenario of `scenarios/`, with what the command line would set.
#[track_caller]
pub fn shipped(name: &str, sets: &[&str]) -> Run {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios").join(format!("{name}.toml"));
    let text = std::fs::read_to_string(path).expect("a shipped scenario");
    run(&format!("{name}.toml"), text, sets)
}

/// The run of a scenario of its own.
#[track_caller]
pub fn run(file: &str, text: String, sets: &[&str]) -> Run {
    let sets: Vec<String> = sets.iter().map(|set| (*set).to_owned()).collect();
    let case = scenario::parse(Path::new(file), text, &sets)
        .and_then(|scenario| Case::of(file.to_owned(), scenario))
        .unwrap_or_else(|problems| panic!("{}", problems.render(Style::Plain)));
    let trials = engine::run(case.model(), case.plan(), Detail::Weekly, &Unwatched);
    Run::of(case, trials)
}
