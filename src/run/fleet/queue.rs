//! A queue of another program's: tasks are submitted, asked after and cancelled by its commands.

use std::io;
use std::path::Path;
use std::process::{Command, Stdio};

use serde::{Deserialize, Serialize};

use super::command::{Filled, filled, ranges};
use crate::diagnostic::{Message, message};
use crate::scenario::of_system;

/// The command lines of a queue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Queue {
    pub submit: String,
    pub alive: String,
    pub cancel: String,
    /// The variable in which a task finds its number.
    pub index: String,
}

/// Times that a job has to be unknown before it is taken for gone: a queue may be busy.
const GONE: u32 = 2;

/// Tasks in a queue.
#[derive(Debug)]
pub struct Queued<'q> {
    queue: &'q Queue,
    pub job: String,
    unknown: u32,
}

impl Queue {
    /// Submits tasks, each of which runs the script.
    pub fn submit(&self, script: &Path, options: &str, ids: &[u64]) -> Result<Queued<'_>, Message> {
        let (ids, script) = (ranges(ids), script.to_string_lossy());
        let with = Filled { ids: &ids, options, script: &script, ..Filled::default() };
        let line = filled(&self.submit, &with);
        let program = line.first().cloned().unwrap_or_default();
        let (done, told, error) = answer(&line).map_err(|error| {
            message!(
                "`{program}` cannot be started: {error}; this machine has no such engine, \
                 --on local takes the processors of this machine",
                program = program.as_str(),
                error = of_system(&error)
            )
        })?;
        let first = |text: &str| text.lines().next().unwrap_or_default().trim().to_owned();
        // A queue of several clusters names its own behind a semicolon.
        let job = first(&told).split(';').next().unwrap_or_default().to_owned();
        if !done || job.is_empty() {
            let told = if error.trim().is_empty() { first(&told) } else { first(error.trim()) };
            return Err(message!("`{program}` did not take the tasks: {told}", program, told));
        }
        Ok(self.known(job))
    }

    /// A job that was submitted earlier.
    pub fn known(&self, job: String) -> Queued<'_> {
        Queued { queue: self, job, unknown: 0 }
    }
}

impl Queued<'_> {
    fn asked(&self, line: &str) -> io::Result<(bool, String, String)> {
        answer(&filled(line, &Filled { job: &self.job, ..Filled::default() }))
    }

    /// Whether a task of it may still come to something.
    pub fn is_alive(&mut self) -> bool {
        let told =
            self.asked(&self.queue.alive).map_or_else(|_| String::new(), |(_, told, _)| told);
        let is_named = told.split_whitespace().any(|word| is_of(word, &self.job));
        self.unknown = if is_named { 0 } else { self.unknown + 1 };
        self.unknown < GONE
    }

    pub fn cancel(&self) {
        // What is gone already need not be cancelled.
        let _ = self.asked(&self.queue.cancel);
    }
}

/// Whether a word names a job, or one of its tasks, as `17_4` or `17.4`.
fn is_of(word: &str, job: &str) -> bool {
    let rest = word.strip_prefix(job);
    rest.is_some_and(|rest| !rest.starts_with(|next: char| next.is_ascii_alphanumeric()))
}

/// Whether a command ended well, and what it said on either stream.
fn answer(line: &[String]) -> io::Result<(bool, String, String)> {
    let (program, arguments) = line.split_first().ok_or(io::ErrorKind::NotFound)?;
    let output = Command::new(program).args(arguments).stdin(Stdio::null()).output()?;
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    Ok((output.status.success(), text(&output.stdout), text(&output.stderr)))
}
