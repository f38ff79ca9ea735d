//! Daemons of one test on 127.0.0.1, which are ended by their numbers.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// A daemon, which ends with the test.
pub struct Daemon(pub Child);

impl Drop for Daemon {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl Daemon {
    pub fn start(command: &mut Command, log: &Path) -> Daemon {
        let log = std::fs::File::create(log).expect("a log");
        command.stdin(Stdio::null()).stdout(log.try_clone().expect("a log")).stderr(log);
        Daemon(command.spawn().expect("the daemon starts"))
    }
}

/// A program, where Debian or a path has it.
pub fn program(names: &[&str]) -> Option<PathBuf> {
    let paths = std::env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> =
        std::env::split_paths(&paths).chain([PathBuf::from("/usr/sbin")]).collect();
    let found = names.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    found.into_iter().find(|path| path.is_file())
}

/// Names the Python of a virtual environment that has `distributed` and `hyperqueue`.
const PYTHON: &str = "REACHSIM_FLEET_PYTHON";

/// A Python that has a module; where there is none, a word says so.
pub fn python(module: &str) -> Option<String> {
    let python = std::env::var(PYTHON).ok();
    let has_it = |python: &String| {
        let import = format!("import {module}");
        let mut command = Command::new(python);
        command.args(["-c", &import]).stderr(Stdio::null());
        command.status().is_ok_and(|status| status.success())
    };
    let found = python.filter(has_it);
    if found.is_none() {
        eprintln!("{PYTHON} names no Python that has `{module}`: not tested");
    }
    found
}
