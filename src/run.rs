//! Cases and runs at hand: a scenario is loaded, simulated and asked, and its documents are
//! written.

pub mod archive;
pub mod check;
pub mod checkpoint;
mod claims;
mod error;
mod execute;
pub mod knobs;
pub mod memory;
pub mod precision;
pub mod private;
pub mod shard;
pub mod study;
pub mod variants;

use std::path::Path;

pub use checkpoint::Unkept;
pub use error::Error;
pub use execute::{Request, execute};
pub use study::Until;

use self::checkpoint::Begin;
use crate::design::Sampler;
use crate::engine::{Detail, Unwatched};
use crate::model::Plan;
use crate::output::look::Look;
use crate::output::{self, Case, Extras, Report, Run, Wanted, Written};
use crate::scenario::{self, Options};
use crate::units::Unit;

/// Trials of the studies that a run brings along: enough for their message, few enough to keep the
/// answer waiting for a moment only.
const EXTRA_TRIALS: u64 = 2_000;

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
        Ok(Case::of(path.display().to_string(), read)?)
    }

    /// Reads a scenario that could stand in the current folder as `scenario.toml`.
    pub fn parse(text: impl Into<String>) -> Result<Case, Error> {
        let path = "scenario.toml";
        let read = scenario::parse(Path::new(path), text.into(), &[])?;
        Ok(Case::of(path.to_owned(), read)?)
    }

    /// The scenario as one of its what-ifs.
    pub fn what_if(&self, name: &str) -> Result<Case, Error> {
        let edits = self.scenario.variant(name).map_err(Error::Question)?;
        let mut varied = Case::of(self.path.clone(), self.scenario.changed(&edits))?;
        varied.lowered.about.locale = self.about().locale;
        varied.lowered.about.title = format!("{}: {name}", self.about().title);
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
        let extras = extras(&self.case);
        let report = Report { extras: &extras, ..self.report() };
        let look = Look::of(&self.case.about().theme);
        let wanted = Wanted { look, ..Wanted::default() };
        Ok(output::write(&report, &wanted, folder.as_ref(), &|| false)?)
    }
}

/// What the documents tell beside the run: the what-ifs of the file, and what to measure before one
/// decides for it.
pub fn extras(case: &Case) -> Extras {
    let plan = Plan { trials: case.plan().trials.min(EXTRA_TRIALS), ..case.plan() };
    let is_told = plan.trials == EXTRA_TRIALS && plan.sampler != Sampler::Expected;
    let Some(metric) = crate::study::subject(case.model()).filter(|_| is_told) else {
        return Extras::default();
    };
    let is_money = case.model().metric(metric.metric).unit == Unit::Money;
    Extras {
        variants: variants::what_ifs(case, plan, metric),
        worths: is_money.then(|| study::worths(case, plan, metric)).flatten(),
    }
}
