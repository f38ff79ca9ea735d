//! Finished runs for tests of what comes after the engine.

use std::path::Path;

use reachsim::diagnostic::Style;
use reachsim::engine::{self, Detail, Unwatched};
use reachsim::model::{self, Lowered};
use reachsim::output::Report;
use reachsim::output::story::Extras;
use reachsim::scenario;
use reachsim::summary::Summary;
use reachsim::trials::Trials;

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

pub struct Finished {
    pub case: Lowered,
    pub file: String,
    pub trials: Trials,
    pub summary: Summary,
}

impl Finished {
    /// A scenario of `scenarios/`, with what the command line would set.
    #[track_caller]
    pub fn shipped(name: &str, sets: &[&str]) -> Finished {
        let path =
            Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios").join(format!("{name}.toml"));
        let text = std::fs::read_to_string(path).expect("a shipped scenario");
        Finished::of(&format!("{name}.toml"), text, sets)
    }

    /// A scenario of its own.
    #[track_caller]
    pub fn of(file: &str, text: String, sets: &[&str]) -> Finished {
        let sets: Vec<String> = sets.iter().map(|set| (*set).to_owned()).collect();
        let scenario = scenario::parse(Path::new(file), text, &sets)
            .unwrap_or_else(|problems| panic!("{}", problems.render(Style::Plain)));
        let case = model::lower(scenario)
            .unwrap_or_else(|problems| panic!("{}", problems.render(Style::Plain)));
        let trials = engine::run(&case.model, case.plan, Detail::Weekly, &Unwatched);
        let summary = Summary::of(&case.model, &trials);
        Finished { case, file: file.to_owned(), trials, summary }
    }

    pub fn bundle(&self) -> Report<'_> {
        let Lowered { about, model, assumptions, warnings, .. } = &self.case;
        Report {
            about,
            model,
            plan: self.trials.plan,
            trials: &self.trials,
            store: None,
            summary: &self.summary,
            assumptions,
            warnings,
            file: &self.file,
            extras: Extras::NONE,
        }
    }
}
