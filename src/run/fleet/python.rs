//! An engine that is spoken to in Python: a script beside the tasks hands them out and brings back
//! what they leave, without a shared disk.

use std::fs::{self, File};
use std::io;
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use super::processes::Start;

const SCRIPT: &str = include_str!("dask.py");
/// Its name in the folder of a job, which must be that of no module.
const NAME: &str = "hand_out_tasks.py";
/// How long it may take to take back what it handed out.
const PATIENCE: Duration = Duration::from_secs(10);

/// The script at work. It takes everything back when its standard input ends.
#[derive(Debug)]
pub struct Python {
    child: Child,
    input: Option<ChildStdin>,
}

/// The program that reads the script.
pub fn program() -> String {
    std::env::var("REACHSIM_PYTHON").unwrap_or_else(|_| "python3".to_owned())
}

impl Python {
    pub fn begin(start: &Start, address: &str, ids: &str, log: &Path) -> io::Result<Python> {
        fs::write(start.folder.join(NAME), SCRIPT)?;
        let log = File::create(log)?;
        let mut child = Command::new(program())
            .arg(NAME)
            .arg(address)
            .arg(&start.program)
            .arg(start.of.to_string())
            .arg(start.threads.to_string())
            .arg(ids)
            .current_dir(&start.folder)
            .stdin(Stdio::piped())
            .stdout(log.try_clone()?)
            .stderr(log)
            .spawn()?;
        let input = child.stdin.take();
        Ok(Python { child, input })
    }

    pub fn is_alive(&mut self) -> bool {
        matches!(self.child.try_wait(), Ok(None))
    }

    pub fn cancel(&mut self) {
        self.input = None;
        let start = Instant::now();
        while self.is_alive() && start.elapsed() < PATIENCE {
            sleep(Duration::from_millis(50));
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Drop for Python {
    fn drop(&mut self) {
        self.cancel();
    }
}
