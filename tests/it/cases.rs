//! Finished runs for tests of what comes after the engine.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, LazyLock, Mutex, OnceLock};

use reachsim::diagnostic::Style;
use reachsim::engine::{self, Detail, Unwatched};
use reachsim::output::{Case, Run};
use reachsim::scenario;
use reachsim::trials::Trials;

/// The trials of shipped scenarios, which many tests ask for, by name and by what was set.
static TRIALS: LazyLock<Mutex<BTreeMap<String, Arc<OnceLock<Trials>>>>> =
    LazyLock::new(Mutex::default);

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

/// The run of a scenario of `scenarios/`, with what the command line would set; its trials are run
/// once for all tests that ask for the same. The language moves no number.
#[track_caller]
pub fn shipped(name: &str, sets: &[&str]) -> Run {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios").join(format!("{name}.toml"));
    let text = std::fs::read_to_string(path).expect("a shipped scenario");
    let case = case(&format!("{name}.toml"), text, sets);
    let sets: Vec<&str> = sets.iter().copied().filter(|set| !set.starts_with("locale=")).collect();
    let kept = {
        let mut all = TRIALS.lock().expect("nothing fails while it is held");
        Arc::clone(all.entry(format!("{name} {sets:?}")).or_default())
    };
    let trials = kept.get_or_init(|| simulated(&case)).clone();
    Run::of(case, trials)
}

/// The run of a scenario of its own.
#[track_caller]
pub fn run(file: &str, text: String, sets: &[&str]) -> Run {
    let case = case(file, text, sets);
    let trials = simulated(&case);
    Run::of(case, trials)
}

#[track_caller]
fn case(file: &str, text: String, sets: &[&str]) -> Case {
    let sets: Vec<String> = sets.iter().map(|set| (*set).to_owned()).collect();
    scenario::parse(Path::new(file), text, &sets)
        .and_then(|scenario| Case::of(file.to_owned(), scenario))
        .unwrap_or_else(|problems| panic!("{}", problems.render(Style::Plain)))
}

fn simulated(case: &Case) -> Trials {
    engine::run(case.model(), case.plan(), Detail::Weekly, &Unwatched)
}
