//! Tasks are handed out until all have left what they had to: only those that are missing again,
//! and a few times at most.

use std::io;
use std::thread::sleep;
use std::time::{Duration, Instant};

use super::command::ranges;
use super::engine::Engine;
use super::job::{self, Job};
use super::processes::{Processes, Start};
use super::python::{self, Python};
use super::queue::Queued;
use crate::diagnostic::{Message, message};
use crate::run::error::Error;
use crate::scenario::of_system;
use crate::watch::Watch;

/// How often a task is handed out.
const ROUNDS: u32 = 3;
/// How often what tasks left is looked for, and the least and the most time between two questions
/// to a queue.
const LOOK: Duration = Duration::from_millis(50);
const ASK: [Duration; 2] = [Duration::from_secs(1), Duration::from_secs(10)];
/// What was written elsewhere may show late on a shared disk.
const LATE: Duration = Duration::from_secs(2);
/// After so long without a worker a word is due.
const LONELY: Duration = Duration::from_secs(10);

/// Who hands out, what, and who follows it.
pub struct Hand<'a> {
    pub job: &'a Job,
    pub engine: &'a Engine,
    pub start: &'a Start,
    /// Whether a task has left what it had to.
    pub is_done: &'a dyn Fn(u64) -> bool,
    /// What is told on the way.
    pub tell: &'a dyn Fn(&Message),
}

/// Tasks that were handed out.
enum Out<'e> {
    Processes(Processes),
    Queued(Queued<'e>),
    Python(Python),
}

impl Out<'_> {
    fn is_alive(&mut self) -> io::Result<bool> {
        match self {
            Out::Processes(processes) => processes.is_alive(),
            Out::Queued(queued) => Ok(queued.is_alive()),
            Out::Python(python) => Ok(python.is_alive()),
        }
    }

    fn cancel(&mut self) {
        match self {
            Out::Processes(processes) => processes.cancel(),
            Out::Queued(queued) => queued.cancel(),
            Out::Python(python) => python.cancel(),
        }
    }

    /// Waits a little for the end of what has done its work already.
    fn settle(&mut self) {
        let since = Instant::now();
        while !matches!(self, Out::Queued(_))
            && since.elapsed() < LATE
            && self.is_alive().unwrap_or(false)
        {
            sleep(Duration::from_millis(5));
        }
    }

    /// How long until it is worth asking again.
    fn pause(&self, since: Instant) -> Duration {
        match self {
            Out::Queued(_) => (since.elapsed() / 10).clamp(ASK[0], ASK[1]),
            Out::Processes(_) | Out::Python(_) => LOOK,
        }
    }
}

impl Hand<'_> {
    /// Hands tasks out until all are done; the watch is told of each.
    pub fn out(&self, mut missing: Vec<u64>, watch: &impl Watch) -> Result<(), Error> {
        self.cancel_earlier();
        for _ in 0..ROUNDS {
            if missing.is_empty() {
                return Ok(());
            }
            self.job.forget(&missing);
            let mut out = self.submit(&missing)?;
            let followed = self.follow(&mut out, &mut missing, watch);
            if followed.is_ok() && missing.is_empty() {
                out.settle();
            } else {
                out.cancel();
            }
            self.job.note(None)?;
            followed?;
            if !missing.is_empty() {
                self.job.probe()?;
            }
        }
        if missing.is_empty() { Ok(()) } else { Err(self.failed(&missing)) }
    }

    /// What an earlier command submitted would do the same work again.
    fn cancel_earlier(&self) {
        if let (Engine::Queue(queue, _), Some(id)) = (self.engine, self.job.submitted()) {
            queue.known(id).cancel();
        }
    }

    fn submit(&self, ids: &[u64]) -> Result<Out<'_>, Error> {
        match self.engine {
            Engine::Local(most) => {
                let most = most.unwrap_or_else(rayon::current_num_threads);
                let begun = Processes::begin(self.start.clone(), most, ids, job::said);
                begun.map(Out::Processes).map_err(|error| not_started(&error))
            }
            Engine::Queue(queue, options) => {
                let script = self.job.script(self.start, &queue.index)?;
                let queued = queue.submit(&script, options, ids).map_err(Error::World)?;
                self.job.note(Some(&queued.job))?;
                Ok(Out::Queued(queued))
            }
            Engine::Dask(address) => {
                let log = self.job.of_engine();
                let begun = Python::begin(self.start, address, &ranges(ids), &log);
                begun.map(Out::Python).map_err(|error| {
                    Error::World(message!(
                        "`{program}` cannot be started: {error}; name a Python in REACHSIM_PYTHON",
                        program = python::program(),
                        error = of_system(&error)
                    ))
                })
            }
        }
    }

    /// Waits until all are done, or nothing more can come.
    fn follow(
        &self,
        out: &mut Out,
        missing: &mut Vec<u64>,
        watch: &impl Watch,
    ) -> Result<(), Error> {
        let since = Instant::now();
        let (mut asked, mut gone, mut is_told) = (since, None::<Instant>, false);
        let patience = if matches!(out, Out::Processes(_)) { Duration::ZERO } else { LATE };
        loop {
            let before = missing.len();
            missing.retain(|id| !(self.is_done)(*id));
            watch.done((before - missing.len()) as u64);
            if missing.is_empty() || gone.is_some_and(|gone| gone.elapsed() >= patience) {
                return Ok(());
            }
            if watch.stopped() {
                return Err(Error::Stopped);
            }
            if gone.is_none() && asked.elapsed() >= out.pause(since) {
                let is_alive = out.is_alive().map_err(|error| not_started(&error))?;
                gone = (!is_alive).then(Instant::now);
                asked = Instant::now();
            }
            if !is_told && gone.is_none() && since.elapsed() >= LONELY && !self.job.is_begun() {
                is_told = true;
                (self.tell)(&message!("no worker has begun a task yet: waiting; Ctrl-C ends it"));
            }
            sleep(LOOK);
        }
    }

    fn failed(&self, missing: &[u64]) -> Error {
        let (of, count) = (self.start.of, missing.len());
        let told = match self.job.first_error(missing) {
            Some((Some(id), error)) => message!(
                "{count} of {of} tasks were handed out {times} times and failed; task {id} said: {error}",
                count,
                of,
                times = ROUNDS,
                id,
                error
            ),
            Some((None, error)) => {
                message!("{count} of {of} tasks were not done: {error}", count, of, error)
            }
            None => message!(
                "{count} of {of} tasks were handed out {times} times, left nothing and said nothing",
                count,
                of,
                times = ROUNDS
            ),
        };
        Error::World(told)
    }
}

fn not_started(error: &io::Error) -> Error {
    Error::World(message!("a task cannot be started: {error}", error = of_system(error)))
}
