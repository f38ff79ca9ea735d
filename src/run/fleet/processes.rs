//! Tasks as processes of this program on this machine, so many at a time.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// How a task of a job is started.
#[derive(Clone, Debug)]
pub struct Start {
    pub program: PathBuf,
    /// The folder of the job, in which the task runs.
    pub folder: PathBuf,
    /// Tasks of the job.
    pub of: u64,
    pub threads: u16,
}

impl Start {
    /// The command line of a task, whose number may be a variable of a shell.
    pub fn arguments(&self, id: &str) -> [String; 8] {
        let (shard, threads) = (format!("{id}/{}", self.of), self.threads.to_string());
        ["task", ".", "--shard", &shard, "--threads", &threads, "--color", "never"]
            .map(str::to_owned)
    }

    fn spawn(&self, id: u64, log: &Path) -> io::Result<Child> {
        let log = File::create(log)?;
        Command::new(&self.program)
            .args(self.arguments(&id.to_string()))
            .current_dir(&self.folder)
            .stdin(Stdio::null())
            .stdout(log.try_clone()?)
            .stderr(log)
            .spawn()
    }
}

/// Tasks that run, and those that wait for room. Dropped, it ends those that run.
#[derive(Debug)]
pub struct Processes {
    start: Start,
    most: usize,
    /// The last one is the next.
    waiting: Vec<u64>,
    running: Vec<Child>,
    log: fn(&Path, u64) -> PathBuf,
}

impl Processes {
    pub fn begin(
        start: Start,
        most: usize,
        ids: &[u64],
        log: fn(&Path, u64) -> PathBuf,
    ) -> io::Result<Processes> {
        let waiting = ids.iter().rev().copied().collect();
        let mut processes = Processes { start, most, waiting, running: Vec::new(), log };
        processes.fill()?;
        Ok(processes)
    }

    fn fill(&mut self) -> io::Result<()> {
        while self.running.len() < self.most
            && let Some(id) = self.waiting.pop()
        {
            self.running.push(self.start.spawn(id, &(self.log)(&self.start.folder, id))?);
        }
        Ok(())
    }

    /// Whether a task runs or waits.
    pub fn is_alive(&mut self) -> io::Result<bool> {
        self.running.retain_mut(|child| matches!(child.try_wait(), Ok(None)));
        self.fill()?;
        Ok(!self.running.is_empty())
    }

    pub fn cancel(&mut self) {
        self.waiting.clear();
        for child in &mut self.running {
            // One that has just ended cannot be ended.
            let _ = child.kill();
            let _ = child.wait();
        }
        self.running.clear();
    }
}

impl Drop for Processes {
    fn drop(&mut self) {
        self.cancel();
    }
}
