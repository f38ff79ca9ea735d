//! Cases and runs at hand: a scenario is loaded, simulated and asked, and its documents are
//! written.

pub mod archive;
pub mod attached;
pub mod backtest;
pub mod calibrate;
pub mod check;
pub mod checkpoint;
pub mod claims;
mod error;
mod execute;
pub mod exports;
pub mod fleet;
mod history;
pub mod knobs;
pub mod ledger;
pub mod memory;
pub mod precision;
pub mod private;
pub mod shard;
pub mod since;
mod starter;
pub mod story;
pub mod study;
pub mod variants;
mod wrong;

use std::borrow::Cow;
use std::path::Path;

pub use checkpoint::Unkept;
pub use error::Error;
pub use execute::{Request, execute};
pub use history::{history, past};
pub use study::Until;

use self::checkpoint::Begin;
use self::study::FEWEST_OF_REGRESSIONS;
use crate::design::Sampler;
use crate::engine::{self, Detail, Unwatched, Watch};
use crate::model::Plan;
use crate::output::look::Look;
use crate::output::{self, Case, Extras, Report, Run, State, Wanted, Written};
use crate::scenario::{self, Options, WhatIf};
use crate::summary::Summary;
use crate::units::Unit;

/// Most futures of the studies that a run brings along: its first ones.
const EXTRA_TRIALS: u64 = 100_000;

/// Loads a scenario and simulates it.
pub fn run(path: impl AsRef<Path>) -> Result<Run, Error> {
    Case::load(path)?.run()
}

impl Case {
    /// Loads a scenario file, with everything that it names.
    pub fn load(path: impl AsRef<Path>) -> Result<Case, Error> {
        Case::load_with(path, &Options::default())
    }

    /// Loads a scenario file with other values for some keys, or with leave to read files of other
    /// folders.
    pub fn load_with(path: impl AsRef<Path>, options: &Options) -> Result<Case, Error> {
        let path = path.as_ref();
        let read = scenario::load_with(path, options)?;
        Ok(attached::open(path.display().to_string(), read)?)
    }

    /// Reads a scenario that could stand in the current folder as `scenario.toml`.
    pub fn parse(text: impl Into<String>) -> Result<Case, Error> {
        let path = "scenario.toml";
        let read = scenario::parse(Path::new(path), text.into(), &[])?;
        Ok(attached::open(path.to_owned(), read)?)
    }

    /// The scenario as one of its what-ifs.
    pub fn what_if(&self, name: &str) -> Result<Case, Error> {
        let edits = self.scenario.variant(name).map_err(Error::Question)?;
        let varied = Case::of(self.path.clone(), self.scenario.changed(&edits))?;
        let mut varied = varied.with_exports(self.exports.clone());
        varied.lowered.about.locale = self.about().locale;
        varied.lowered.about.title = self.about().title.with(name);
        varied.what_if = Some(name.to_owned());
        Ok(varied)
    }

    /// Simulates the scenario as its file plans it; what is too long for memory is added up.
    pub fn run(&self) -> Result<Run, Error> {
        let detail = Detail::Weekly;
        let request = Request { detail, precision: None, folder: None, begin: Begin::Once };
        Ok(execute(self.clone(), request, &Unwatched)?)
    }
}

impl Run {
    /// Writes every table, picture and document of the run into a folder, or nothing.
    pub fn write(&self, folder: impl AsRef<Path>) -> Result<Vec<Written>, Error> {
        let history = history(self, &Unwatched)?;
        let extras = Extras { history, ..extras(self, Told::InDocuments, &Unwatched) };
        let report = Report { extras: &extras, ..self.report() };
        let look = Look::of(&self.case.about().theme);
        let wanted = Wanted { look, ..Wanted::default() };
        Ok(output::write(&report, &wanted, folder.as_ref(), &|| false)?)
    }
}

/// Where the studies that a run brings along are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// What to measure first.
    OnTheScreen,
    /// That, and the what-ifs of the file.
    InDocuments,
}

/// What is told beside a run, in its own futures: the what-ifs of the file, and what to measure
/// before one decides for it. Meaningless where `watch` stopped it.
pub fn extras(run: &Run, told: Told, watch: &impl Watch) -> Extras {
    let (case, plan) = (&run.case, run.trials.plan);
    let states = states(case, plan, watch);
    let is_at_hand = run.trials.filled() as u64 == plan.trials && plan.trials <= EXTRA_TRIALS;
    let is_told = plan.trials >= FEWEST_OF_REGRESSIONS && plan.sampler != Sampler::Expected;
    let Some(metric) = crate::study::subject(case.model()).filter(|_| is_told) else {
        return Extras { states, ..Extras::default() };
    };
    let is_money = case.model().metric(metric.metric).unit == Unit::Money;
    let is_whole = told == Told::InDocuments && is_at_hand;
    let wrong = is_whole.then(|| wrong::wrong(run)).flatten();
    let musts = is_whole.then(|| study::musts(run)).flatten();
    let has_what_ifs = told == Told::InDocuments && !case.scenario.what_ifs.is_empty();
    if !is_money && !has_what_ifs {
        return Extras { states, wrong, musts, ..Extras::default() };
    }
    let trials = if is_at_hand {
        Cow::Borrowed(&run.trials)
    } else {
        let plan = Plan { trials: plan.trials.min(EXTRA_TRIALS), ..plan };
        watch.announce(plan.trials);
        Cow::Owned(engine::run(case.model(), plan, Detail::Totals, watch))
    };
    let run = (case.model(), &*trials);
    Extras {
        states,
        variants: has_what_ifs.then(|| variants::what_ifs(case, run, metric, watch)).flatten(),
        worths: is_money.then(|| study::worths(case, run, metric, watch)).flatten(),
        history: Vec::new(),
        wrong,
        musts,
    }
}

/// The states of a scenario, each simulated as the plan says, with at most so many futures as other
/// studies that a run brings along. One that is no scenario is told when the file is read.
fn states(case: &Case, plan: Plan, watch: &impl Watch) -> Vec<State> {
    let plan = Plan { trials: plan.trials.min(EXTRA_TRIALS), ..plan };
    let state = |state: &WhatIf| {
        let model = case.edited(&state.edits).ok()?;
        watch.announce(plan.trials);
        let trials = engine::run(&model, plan, Detail::Totals, watch);
        let summary = Summary::of(&model, &trials);
        Some(State { name: state.named(), model, summary })
    };
    case.scenario.states.iter().filter_map(state).collect()
}
