//! Scenario files in, and the values of flags.

use reachsim::output::format::Format as _;
use std::path::{Path, PathBuf};

use super::{Failure, Global, terminal};
use reachsim::design::Sampler;
use reachsim::diagnostic::{Diagnostics, listed, nearest};
use reachsim::locale::Locale;
use reachsim::model::{self, About, Assumption, Lowered, Model, Plan, Tolerances};
use reachsim::output::Report;
use reachsim::output::look::Look;
use reachsim::output::story::Extras;
use reachsim::scenario::{self, Scenario, number, theme};
use reachsim::summary::Summary;
use reachsim::trials::{self, Trials};

/// Memory for the results of a run; statistics and files need about as much again.
const MOST_MEMORY: u64 = 2 << 30;

/// A scenario as the program understood it.
pub struct Loaded {
    /// Name of the file without its folder.
    pub file: String,
    pub about: About,
    pub model: Model,
    pub plan: Plan,
    pub assumptions: Vec<Assumption>,
    pub tolerances: Tolerances,
    pub warnings: Diagnostics,
    /// As it was read, for variants of it.
    pub scenario: Scenario,
}

impl Loaded {
    /// `file` is its name without the folder.
    pub fn of(file: String, scenario: Scenario, lowered: Lowered) -> Loaded {
        let Lowered { about, model, plan, assumptions, tolerances, warnings } = lowered;
        Loaded { file, about, model, plan, assumptions, tolerances, warnings, scenario }
    }

    /// A finished run of this scenario.
    pub fn bundle<'a>(
        &'a self,
        trials: &'a Trials,
        summary: &'a Summary,
        extras: &'a Extras,
    ) -> Report<'a> {
        let Loaded { file, about, model, assumptions, warnings, .. } = self;
        Report {
            about,
            model,
            plan: trials.plan,
            trials,
            store: None,
            summary,
            assumptions,
            warnings,
            file,
            extras,
        }
    }

    /// In another language, where the command line names one.
    #[must_use]
    pub fn speaking(mut self, global: Global) -> Loaded {
        self.about.locale = global.locale.first().unwrap_or(self.about.locale);
        self
    }

    /// Tells the warnings.
    pub fn warn(&self, global: Global) {
        if !global.quiet && !self.warnings.is_empty() {
            terminal::complain(&self.warnings);
        }
    }

    /// Whether the results of the plan fit into memory.
    pub fn check_memory(&self) -> Result<(), Failure> {
        let most = most_trials(&self.model);
        if self.plan.trials <= most || self.plan.sampler == Sampler::Expected {
            return Ok(());
        }
        let number = |value: u64| Locale::default().number(value as f64, Some(0.0));
        let (trials, memory) = (
            number(self.plan.trials),
            number(trials::memory(&self.model, self.plan.trials) / 1_000_000_000),
        );
        Err(Failure::Usage(format!(
            "{trials} trials of `{}` would take {memory} GB of memory, and at most {} fit; lower \
                `simulation.trials`; only `run` takes more",
            self.file,
            number(most),
        )))
    }
}

/// The most trials whose results fit into memory.
pub fn most_trials(model: &Model) -> u64 {
    MOST_MEMORY / trials::memory(model, 1)
}

/// Loads every file; the problems of all of them at once.
pub fn each(files: &[PathBuf], sets: &[String], global: Global) -> Result<Vec<Loaded>, Failure> {
    let mut problems: Vec<Diagnostics> = Vec::new();
    let mut loaded = Vec::new();
    for file in files {
        let name = || file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let read = scenario::load(file, sets)
            .and_then(|scenario| Ok((model::lower(scenario.clone())?, scenario)));
        match read {
            Ok((lowered, scenario)) => {
                loaded.push(Loaded::of(name(), scenario, lowered).speaking(global));
            }
            Err(found) => problems.push(found),
        }
    }
    match problems.pop() {
        None => Ok(loaded),
        Some(last) => {
            problems.iter().for_each(terminal::complain);
            Err(Failure::Input(last))
        }
    }
}

/// Runs the work on so many threads.
pub fn with_threads<T: Send>(
    threads: Option<u16>,
    work: impl FnOnce() -> T + Send,
) -> Result<T, Failure> {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads.map_or(0, usize::from)).build();
    pool.map(|pool| pool.install(work))
        .map_err(|error| Failure::World(format!("the system gives no threads: {error}")))
}

/// A number in any of the forms of a scenario file.
pub fn number(text: &str) -> Result<f64, String> {
    number::parse(text, 0).map_err(|fault| fault.message)
}

/// A whole number between two ends, in any form.
pub fn whole<const LEAST: u64, const MOST: u64>(text: &str) -> Result<u64, String> {
    let value = number(text)?;
    if value.fract() == 0.0 && (LEAST as f64..=MOST as f64).contains(&value) {
        Ok(value as u64)
    } else {
        Err(format!("`{text}` is no whole number from {LEAST} to {MOST}"))
    }
}

/// The look of a theme file.
pub fn look(path: &Path, global: Global) -> Result<Look, Failure> {
    let (theme, warnings) = theme::load(path).map_err(Failure::Input)?;
    if !global.quiet && !warnings.is_empty() {
        terminal::complain(&warnings);
    }
    Ok(Look::of(&theme))
}

/// The id of a sampler.
pub fn sampler(text: &str) -> Result<Sampler, String> {
    let ids = || Sampler::ALL.into_iter().map(Sampler::id);
    Sampler::find(text).ok_or_else(|| {
        let meant =
            nearest(text, ids()).map_or_else(String::new, |id| format!("did you mean `{id}`? "));
        format!("{meant}the samplers are {}", listed(ids(), "and"))
    })
}
