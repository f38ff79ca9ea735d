//! Who shares work, where, and how: what a job needs to know beside its tasks.

use std::path::{Path, PathBuf};

use super::cases::{Spread, divided};
use super::engine::Engine;
use super::job::Job;
use super::list::{Entry, Study, TaskList, Unit, Writer};
use super::pace;
use super::processes::Start;
use super::rounds::Hand;
use crate::design::Sampler;
use crate::diagnostic::{Message, message};
use crate::output::Case;
use crate::output::store::blocks_of;
use crate::run::archive::ScenarioArchive;
use crate::run::checkpoint::Begin;
use crate::run::error::Error;
use crate::scenario::of_system;
use crate::watch::Watch;

/// Who shares work, where, and how.
#[derive(Clone, Copy)]
pub struct Crew<'a> {
    pub engine: &'a Engine,
    /// Into how many tasks work is divided; `None` for as many as it takes.
    pub tasks: Option<u64>,
    /// The folder of the outputs, in which the job has its own.
    pub outputs: &'a Path,
    /// Threads of each task.
    pub threads: u16,
    /// Folders from which files with full paths may be read.
    pub allowed: &'a [PathBuf],
    /// What is told on the way.
    pub tell: &'a (dyn Fn(&Message) + Sync),
}

impl Crew<'_> {
    /// Into how many tasks so many blocks are divided that take so many seconds on one worker.
    /// Where nobody says it, that is told.
    pub fn divided(&self, seconds: f64, blocks: u64) -> u64 {
        if let Some(tasks) = self.tasks {
            return tasks;
        }
        let tasks = pace::tasks(seconds, blocks, self.engine.workers());
        let each = (seconds / tasks as f64).round().max(1.0);
        (self.tell)(&if tasks == 1 {
            message!("one task of about {seconds} s", seconds = each)
        } else {
            message!("{tasks} tasks of about {seconds} s", tasks, seconds = each)
        });
        tasks
    }

    /// How the runs of some scenarios are divided; those that are gone on with as they were.
    pub fn spread(&self, cases: &[Case], begin: Begin) -> Spread {
        if let (None, Begin::Resume) = (self.tasks, begin)
            && let Some(tasks) = Job::earlier(self.outputs)
        {
            return Spread::again(tasks, cases.len());
        }
        let many = || cases.iter().filter(|case| case.plan().sampler != Sampler::Expected);
        let tasks = self.tasks.unwrap_or_else(|| {
            let seconds = many().map(pace::of_run).sum::<f64>() / f64::from(self.threads);
            let blocks = many().map(|case| blocks_of(case.plan().trials)).sum();
            // A single future is found here.
            if blocks == 0 { 1 } else { self.divided(seconds, blocks) }
        });
        divided(cases, tasks)
    }

    /// The list of tasks of some scenarios.
    pub fn list(&self, cases: &[Case], study: Study, tasks: Vec<Vec<Unit>>) -> TaskList {
        let entries = cases.iter().enumerate();
        TaskList {
            writer: Writer::here(),
            cases: entries.map(|(place, case)| Entry::of(case, place)).collect(),
            study,
            errands: Vec::new(),
            allowed: self.allowed.to_vec(),
            tasks,
        }
    }

    /// Opens the folder of a job, with the scenarios that go out with it.
    pub fn open(
        &self,
        list: &TaskList,
        archives: &[ScenarioArchive],
        begin: Begin,
    ) -> Result<Job, Error> {
        let mut files = Vec::new();
        for (entry, archive) in list.cases.iter().zip(archives) {
            let mut bytes = Vec::new();
            ciborium::into_writer(archive, &mut bytes).map_err(|error| {
                let error = error.to_string();
                Error::World(message!("cannot pack the scenario: {error}", error))
            })?;
            files.push((entry.archive.clone(), bytes));
        }
        Job::open(self.outputs, list, &files, begin)
    }

    /// Hands out the tasks of a list that are not done; the watch is told of each task, and first
    /// of those that were done before.
    pub fn hand_out(&self, job: &Job, list: &TaskList, watch: &impl Watch) -> Result<(), Error> {
        let program = std::env::current_exe().map_err(|error| {
            Error::World(message!("cannot find this program: {error}", error = of_system(&error)))
        })?;
        let of = list.tasks.len() as u64;
        let start = Start { program, folder: job.folder.clone(), of, threads: self.threads };
        let is_done = |id: u64| {
            let units = list.tasks.get(id as usize - 1).into_iter().flatten();
            units.copied().all(|unit| unit.is_left(&job.folder))
        };
        let (done, missing): (Vec<u64>, Vec<u64>) = (1..=of).partition(|id| is_done(*id));
        watch.announce(of);
        watch.resumed(done.len() as u64);
        let (engine, tell) = (self.engine, self.tell);
        Hand { job, engine, start: &start, is_done: &is_done, tell }.out(missing, watch)
    }
}
