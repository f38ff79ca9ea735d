//! A task at work, wherever it runs: the units of its row of the list, one after the other.

use std::fs;
use std::path::Path;
use std::thread::sleep;
use std::time::{Duration, Instant};

use super::list::{Entry, NAME, TaskList, Unit};
use super::numbers;
use super::subject::Subject;
use crate::diagnostic::message;
use crate::engine::Watch;
use crate::output::store::Unopened;
use crate::output::{Case, WriteError};
use crate::run::archive::ScenarioArchive;
use crate::run::checkpoint::{Begin, Unkept};
use crate::run::error::Error;
use crate::run::shard::Shard;
use crate::scenario::of_system;

/// How long an earlier try of the same task may take to end, and how often that is looked at.
const PATIENCE: Duration = Duration::from_mins(1);
const LOOK: Duration = Duration::from_millis(500);

/// Carries out the task of this number, of as many as the list of a folder has.
pub fn carry_out(folder: &Path, task: Shard, watch: &impl Watch) -> Result<(), Error> {
    let bytes = read(&folder.join(NAME))?;
    let list = TaskList::read(&bytes)?;
    let Some(units) =
        list.tasks.get(task.number as usize - 1).filter(|_| list.tasks.len() as u64 == task.of)
    else {
        return Err(Error::Question(message!(
            "the list has {tasks} tasks, and this is {number} of {of}",
            tasks = list.tasks.len(),
            number = task.number,
            of = task.of
        )));
    };
    let mut subject = None;
    let mut last: Option<(usize, (Case, ScenarioArchive))> = None;
    for unit in units.iter().filter(|unit| !unit.is_left(folder)) {
        let left = folder.join(unit.left());
        match *unit {
            Unit::Shard { case, number, of } => {
                let found = match last.take() {
                    Some((place, found)) if place == case => found,
                    _ => read_case(folder, &list, case)?,
                };
                simulate(&left, Shard { number, of }, &found, watch)?;
                last = Some((case, found));
            }
            Unit::Part { errand, first, end } => {
                let subject = match &mut subject {
                    Some(subject) => subject,
                    none => none.insert(read_subject(folder, &list)?),
                };
                let asked = list.errands.get(errand).ok_or_else(damaged)?;
                let numbers = subject.answer(asked, first..end, watch)?;
                numbers::write(&left, &numbers)
                    .map_err(|error| Error::from(WriteError::new(&left, &error)))?;
            }
        }
    }
    Ok(())
}

/// The subject of a list, with its scenarios.
fn read_subject(folder: &Path, list: &TaskList) -> Result<Subject, Error> {
    Subject::read(folder, list, |entry| Ok(read_entry(folder, list, entry)?.0))
}

fn damaged() -> Error {
    Error::Question(message!("the list of tasks is damaged"))
}

fn read(path: &Path) -> Result<Vec<u8>, Error> {
    fs::read(path).map_err(|error| {
        Error::World(message!(
            "cannot read `{path}`: {error}",
            path = path.display(),
            error = of_system(&error)
        ))
    })
}

/// A scenario of the list, as it was where the list was written.
fn read_case(
    folder: &Path,
    list: &TaskList,
    place: usize,
) -> Result<(Case, ScenarioArchive), Error> {
    read_entry(folder, list, list.cases.get(place).ok_or_else(damaged)?)
}

fn read_entry(
    folder: &Path,
    list: &TaskList,
    entry: &Entry,
) -> Result<(Case, ScenarioArchive), Error> {
    let bytes = read(&folder.join(&entry.archive))?;
    let archive: ScenarioArchive = ciborium::from_reader(&bytes[..]).map_err(|_| damaged())?;
    let mut case = archive.load(&list.allowed)?;
    if case.about().hash != entry.hash {
        return Err(Error::Question(message!(
            "a file that the scenario names by its full path is another one on this machine"
        )));
    }
    case.lowered.plan = entry.plan(case.plan());
    Ok((case, archive))
}

/// Simulates a shard, from where an earlier try left it.
fn simulate(
    left: &Path,
    shard: Shard,
    (case, archive): &(Case, ScenarioArchive),
    watch: &impl Watch,
) -> Result<(), Error> {
    let since = Instant::now();
    let share = loop {
        match shard.simulate(case, left, Begin::Resume, watch) {
            Err(Error::Unkept(Unkept::Damaged(_) | Unkept::Other(_))) => {
                // Nobody needs what is damaged; what cannot be removed is told of at once.
                let _ = fs::remove_dir_all(left);
                break shard.simulate(case, left, Begin::Anew, watch)?;
            }
            // A try that was cancelled may not have ended yet.
            Err(Error::Unkept(Unkept::Unopened(_, Unopened::Busy)))
                if since.elapsed() < PATIENCE && !watch.stopped() =>
            {
                sleep(LOOK);
            }
            share => break share?,
        }
    };
    shard.write(share, archive, left, watch)
}
