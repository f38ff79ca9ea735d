//! Runs that many machines simulate: handed out, waited for, put together.

use super::cases::Spread;
use super::crew::Crew;
use super::job::Job;
use super::list::{Study, TaskList, Unit};
use crate::engine::{Detail, Unwatched, Watch};
use crate::output::{Case, Run};
use crate::run::archive::ScenarioArchive;
use crate::run::checkpoint::{Begin, Unkept};
use crate::run::error::Error;
use crate::run::execute::{Request, execute};
use crate::run::shard::{self, Shard};

/// Runs, and the folder of the job, to be removed when their files are written.
#[derive(Default)]
pub struct Finished {
    pub runs: Vec<Run>,
    pub job: Option<Job>,
}

/// Simulates cases, each with the archive of its scenario. A single future is simulated here.
pub fn simulate(
    cases: Vec<(Case, ScenarioArchive)>,
    (crew, spread): (&Crew, &Spread),
    begin: Begin,
    watch: &impl Watch,
) -> Result<Finished, Error> {
    let (cases, archives): (Vec<Case>, Vec<ScenarioArchive>) = cases.into_iter().unzip();
    let list = crew.list(&cases, Study::Own, spread.tasks.clone());
    let job = if list.tasks.is_empty() { None } else { Some(crew.open(&list, &archives, begin)?) };
    if let Some(job) = &job {
        crew.hand_out(job, &list, watch).map_err(|error| match error {
            Error::Stopped => paused(job, &list),
            other => other,
        })?;
    }
    let run = |place: usize, case: Case, of: u64| match &job {
        Some(job) if of > 0 => {
            let left = |number| Unit::Shard { case: place, number, of }.left();
            let folders = (1..=of).map(|number| job.folder.join(left(number)));
            shard::joined(&folders.collect::<Vec<_>>(), case, &|| watch.stopped())
        }
        _ => {
            let (detail, begin) = (Detail::Weekly, Begin::Once);
            let request = Request { detail, precision: None, folder: None, begin };
            Ok(execute(case, request, &Unwatched)?)
        }
    };
    let runs = cases.into_iter().zip(&spread.shards).enumerate();
    let runs = runs.map(|(place, (case, &of))| run(place, case, of)).collect::<Result<_, _>>()?;
    Ok(Finished { runs, job })
}

/// How many futures are whole, so that it can be gone on with.
fn paused(job: &Job, list: &TaskList) -> Error {
    let units = || list.tasks.iter().flatten().copied();
    let trials = |unit: Unit| match unit {
        Unit::Shard { case, number, of } => Shard { number, of }.trials(list.cases[case].trials),
        Unit::Part { .. } => 0,
    };
    let done = units().filter(|unit| unit.is_left(&job.folder)).map(trials).sum();
    Unkept::Paused { done, all: units().map(trials).sum() }.into()
}
