//! A study whose futures many machines simulate. It asks the engine as it would on one machine;
//! what it asks goes out as errands, and what they bring are the same numbers, to the last bit.
//!
//! Errands that are announced together go out together: a sweep is one round, a search is one for
//! each of its steps.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::cases::packed;
use super::crew::Crew;
use super::job::Job;
use super::list::{Study, TaskList, Unit};
use super::network::{ASKED, Wanted};
use super::numbers;
use super::pace::{self, Unheard};
use super::points::Points;
use super::subject::Subject;
use crate::output::{Case, WriteError};
use crate::run::archive::ScenarioArchive;
use crate::run::checkpoint::{Begin, Unkept};
use crate::run::error::Error;
use crate::watch::{Brought, Errand, Watch};

/// Who follows a study, and perhaps machines that do its errands.
pub struct Helped<'a, W> {
    watch: &'a W,
    help: Option<Help<'a>>,
}

struct Help<'a> {
    crew: Crew<'a>,
    job: Job,
    state: Mutex<State>,
    /// By whom it is tried how long errands take; `None` where that does not matter.
    tried: Option<Mutex<Tried>>,
}

struct Tried {
    subject: Subject,
    /// Seconds that each part takes of errands of a kind.
    seconds: BTreeMap<String, f64>,
}

struct State {
    list: TaskList,
    rounds: u64,
    /// Where the parts of errands lie that nobody has asked for yet.
    found: BTreeMap<Errand, Vec<(Unit, PathBuf)>>,
    failed: Option<Error>,
}

impl<'a, W: Watch> Helped<'a, W> {
    /// Without help.
    pub fn alone(watch: &'a W) -> Helped<'a, W> {
        Helped { watch, help: None }
    }

    /// With the help of a crew, which gets the scenarios of the study.
    pub fn by(
        watch: &'a W,
        crew: Crew<'a>,
        study: Study,
        (cases, archives): (&[Case], &[ScenarioArchive]),
    ) -> Result<Helped<'a, W>, Error> {
        let tried = match crew.tasks {
            Some(_) => None,
            None => Some(Subject::Models(Points::of(&study, cases.to_vec())?)),
        };
        let list = crew.list(cases, study, Vec::new());
        let job = crew.open(&list, archives, Begin::Once)?;
        Ok(Helped { watch, help: Some(Help::of(crew, job, list, tried)) })
    }

    /// With the help of a crew that measures a network.
    pub fn on(watch: &'a W, crew: Crew<'a>, wanted: Wanted) -> Result<Helped<'a, W>, Error> {
        let (bytes, hash) = wanted.sent()?;
        let list = crew.list(&[], Study::Network(hash), Vec::new());
        let job = Job::open(crew.outputs, &list, &[(ASKED.to_owned(), bytes)], Begin::Once)?;
        wanted.put_list(&job.folder)?;
        let tried = Some(Subject::Network(Box::new(wanted)));
        Ok(Helped { watch, help: Some(Help::of(crew, job, list, tried)) })
    }

    /// Why the study came to nothing, if it did. The folder of the job is gone.
    pub fn end(self) -> Result<(), Error> {
        let Some(help) = self.help else { return Ok(()) };
        help.job.remove();
        let state = help.state.into_inner().unwrap_or_else(PoisonError::into_inner);
        match state.failed {
            None => Ok(()),
            // A study is not gone on with.
            Some(Error::Unkept(Unkept::Full(folder, error))) => {
                Err(WriteError::new(&folder, &error).into())
            }
            Some(error) => Err(error),
        }
    }
}

impl<'a> Help<'a> {
    fn of(crew: Crew<'a>, job: Job, list: TaskList, tried: Option<Subject>) -> Help<'a> {
        let state = State { list, rounds: 0, found: BTreeMap::new(), failed: None };
        let begun = |subject| Mutex::new(Tried { subject, seconds: BTreeMap::new() });
        Help { crew, job, state: Mutex::new(state), tried: tried.map(begun) }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Into how many tasks errands are divided; `None` where they are sooner done here.
    fn tasks(&self, errands: &[Errand], watch: &impl Watch) -> Option<u64> {
        let Some(tried) = &self.tried else { return self.crew.tasks };
        let mut tried = tried.lock().unwrap_or_else(PoisonError::into_inner);
        let each = errands.iter().map(|errand| tried.seconds(errand, &Unheard(watch)));
        let seconds = each.sum::<f64>() / f64::from(self.crew.threads);
        if !pace::is_worth(seconds, self.crew.engine.round(), self.crew.tasks) {
            return None;
        }
        let blocks = errands.iter().map(|errand| errand.end - errand.first).sum();
        Some(self.crew.divided(seconds, blocks))
    }

    /// Hands out what is not there yet, and waits for it.
    fn round(
        &self,
        state: &mut State,
        (errands, tasks): (Vec<Errand>, u64),
        watch: &impl Watch,
    ) -> Result<(), Error> {
        let tasks = packed(&errands, tasks);
        let count = tasks.len() as u64;
        state.list = TaskList { errands, tasks, ..state.list.clone() };
        self.job.next(&state.list)?;
        let futures = state.list.errands.iter().map(|errand| errand.futures).sum();
        let paced = Paced { watch, futures, tasks: count, done: AtomicU64::new(0) };
        self.crew.hand_out(&self.job, &state.list, &paced)?;
        state.rounds += 1;
        let place = self.job.put_away(&format!("found-{}", state.rounds))?;
        for unit in state.list.tasks.iter().flatten().copied() {
            let (Unit::Part { errand, .. }, left) = (unit, unit.left()) else { continue };
            let path = place.join(left.file_name().unwrap_or_default());
            state.found.entry(state.list.errands[errand].clone()).or_default().push((unit, path));
        }
        Ok(())
    }
}

impl<W: Watch> Watch for Helped<'_, W> {
    fn announce(&self, steps: u64) {
        self.watch.announce(steps);
    }

    fn resumed(&self, steps: u64) {
        self.watch.resumed(steps);
    }

    fn done(&self, steps: u64) {
        self.watch.done(steps);
    }

    fn stopped(&self) -> bool {
        self.watch.stopped() || self.help.as_ref().is_some_and(|help| help.state().failed.is_some())
    }

    fn has_help(&self) -> bool {
        self.help.is_some()
    }

    fn ahead(&self, errands: Vec<Errand>) {
        let Some(help) = &self.help else { return };
        let mut state = help.state();
        let mut new: Vec<Errand> = Vec::new();
        for errand in errands {
            if !state.found.contains_key(&errand) && !new.contains(&errand) {
                new.push(errand);
            }
        }
        if new.is_empty() || state.failed.is_some() || self.watch.stopped() {
            return;
        }
        let Some(tasks) = help.tasks(&new, self.watch) else { return };
        if let Err(error) = help.round(&mut state, (new, tasks), self.watch) {
            state.failed = Some(error);
        }
    }

    fn elsewhere(&self, errand: &Errand) -> Option<Vec<Brought>> {
        let help = self.help.as_ref()?;
        if !help.state().found.contains_key(errand) {
            self.ahead(vec![errand.clone()]);
        }
        let mut parts = help.state().found.remove(errand)?;
        parts.sort_by_key(|(unit, _)| if let Unit::Part { first, .. } = unit { *first } else { 0 });
        let brought = parts.into_iter().map(|(unit, path)| {
            let Unit::Part { first, end, .. } = unit else { return None };
            let numbers = numbers::read(&path)?;
            // What is not removed now goes with the folder.
            let _ = std::fs::remove_file(&path);
            Some(Brought { first, end, numbers })
        });
        brought.collect()
    }
}

impl Tried {
    /// Seconds that an errand takes on one thread, by those of its first parts.
    fn seconds(&mut self, errand: &Errand, watch: &impl Watch) -> f64 {
        let parts = errand.end - errand.first;
        let Tried { subject, seconds } = self;
        // What errands of models take is as much as their futures; those of a network are alike.
        let size = errand.futures as f64 / parts.max(1) as f64;
        let kind = subject.kind(errand);
        let each = *seconds.entry(kind).or_insert_with(|| {
            let subject = Mutex::new(subject);
            let tried = |parts| {
                let mut subject = subject.lock().unwrap_or_else(PoisonError::into_inner);
                // What cannot be answered fails where it is asked in earnest.
                let _ = subject.answer(errand, parts, watch);
            };
            pace::measured(errand.first..errand.end, tried) / size
        });
        each * size * parts as f64
    }
}

/// Counts the futures of tasks.
struct Paced<'a, W> {
    watch: &'a W,
    futures: u64,
    tasks: u64,
    done: AtomicU64,
}

impl<W: Watch> Watch for Paced<'_, W> {
    fn done(&self, tasks: u64) {
        let before = self.done.fetch_add(tasks, Ordering::Relaxed);
        let futures = |tasks: u64| {
            (u128::from(self.futures) * u128::from(tasks) / u128::from(self.tasks.max(1))) as u64
        };
        self.watch.done(futures(before + tasks) - futures(before));
    }

    fn stopped(&self) -> bool {
        self.watch.stopped()
    }
}
