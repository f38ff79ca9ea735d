//! The folder of a job: the scenarios, the list of tasks, the script, what tasks said and left.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::Duration;

use super::command::quoted;
use super::list::{LEFT, NAME, TaskList, Unit};
use super::processes::Start;
use crate::output::WriteError;
use crate::output::folder::Made;
use crate::output::store::Unopened;
use crate::run::checkpoint::{Begin, Unkept};
use crate::run::error::Error;

/// Its name inside the folder of outputs.
const FOLDER: &str = ".fleet";
const LOCK: &str = "lock";
const LOG: &str = "log";
const SCRIPT: &str = "task.sh";
/// The id under which an engine knows the job that was submitted last.
const SUBMITTED: &str = "submitted";
/// Lines of an error that are told, and bytes of the longest.
const TOLD: usize = 3;
const LONGEST: u64 = 4096;
/// How often a folder is removed that somebody else is still at, and the time in between.
const TRIES: u32 = 40;
const PAUSE: Duration = Duration::from_millis(50);
/// Bytes that a disk with room takes.
const PROBE: usize = 1 << 16;

/// A job, whose folder nobody else uses.
#[derive(Debug)]
pub struct Job {
    /// Its full path: tasks are started elsewhere.
    pub folder: PathBuf,
    _lock: File,
    /// Folders that were made for it.
    made: Made,
}

fn failed(path: &Path) -> impl Fn(io::Error) -> Error {
    move |error| WriteError::new(path, &error).into()
}

impl Job {
    /// The folder of a list of tasks, with the files that go out with it: one in which the same job
    /// was left can be gone on with.
    pub fn open(
        outputs: &Path,
        list: &TaskList,
        files: &[(String, Vec<u8>)],
        begin: Begin,
    ) -> Result<Job, Error> {
        let folder = std::path::absolute(outputs.join(FOLDER)).map_err(failed(outputs))?;
        let made = Made::up_to(&folder).map_err(failed(&folder))?;
        let job = Job { _lock: locked(&folder, outputs)?, folder, made };
        let text = serde_json::to_vec_pretty(list).map_err(io::Error::other);
        let text = text.map_err(failed(&job.folder))?;
        let earlier = fs::read(job.folder.join(NAME)).ok();
        let is_begun = job.folder.join(LEFT).exists();
        match (begin, earlier) {
            (Begin::Once, _) => job.write(&text, files)?,
            (Begin::Resume, Some(earlier)) if earlier == text => {}
            (_, Some(earlier)) if earlier == text && is_begun => {
                return Err(Unkept::Unfinished(job.folder.clone()).into());
            }
            (_, Some(_)) if is_begun => return Err(Unkept::Other(job.folder.clone()).into()),
            _ => job.write(&text, files)?,
        }
        Ok(job)
    }

    /// The tasks of the job that was left in the folder of some outputs.
    pub fn earlier(outputs: &Path) -> Option<Vec<Vec<Unit>>> {
        let bytes = fs::read(outputs.join(FOLDER).join(NAME)).ok()?;
        Some(TaskList::read(&bytes).ok()?.tasks)
    }

    /// Goes on with another list.
    pub fn next(&self, list: &TaskList) -> Result<(), Error> {
        let text = serde_json::to_vec_pretty(list).map_err(io::Error::other);
        self.write(&text.map_err(failed(&self.folder))?, &[])
    }

    /// Puts what tasks left under another name, where it stays.
    pub fn put_away(&self, name: &str) -> Result<PathBuf, Error> {
        let path = self.folder.join(name);
        // What an earlier command left there is nobody's.
        let _ = fs::remove_dir_all(&path);
        fs::rename(self.folder.join(LEFT), &path).map_err(failed(&path))?;
        Ok(path)
    }

    /// Begins anew. The list comes last: without it there is no job.
    fn write(&self, list: &[u8], files: &[(String, Vec<u8>)]) -> Result<(), Error> {
        for name in [LEFT, LOG] {
            // What is not there need not be removed.
            let _ = fs::remove_dir_all(self.folder.join(name));
        }
        let log = self.folder.join(LOG);
        fs::create_dir(&log).map_err(failed(&log))?;
        let files = files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()));
        for (name, bytes) in files.chain([(NAME, list)]) {
            let path = self.folder.join(name);
            fs::write(&path, bytes).map_err(failed(&path))?;
        }
        Ok(())
    }

    /// Writes the script that a queue runs for each task, and returns its path.
    pub fn script(&self, start: &Start, index: &str) -> Result<PathBuf, Error> {
        let path = self.folder.join(SCRIPT);
        let id = format!("${{{index}}}");
        let arguments = start.arguments("@").map(|word| match word.strip_prefix('@') {
            Some(rest) => format!("\"{id}{rest}\""),
            None => quoted(&word),
        });
        let text = format!(
            "#!/bin/sh\n\
             # One task of a job: what it finds stays in this folder.\n\
             cd {folder} || exit 1\n\
             exec {program} {arguments} > \"{LOG}/{id}.txt\" 2>&1\n",
            folder = quoted(&self.folder.to_string_lossy()),
            program = quoted(&start.program.to_string_lossy()),
            arguments = arguments.join(" "),
        );
        fs::write(&path, text).and_then(|()| executable(&path)).map_err(failed(&path))?;
        Ok(path)
    }

    /// Forgets what tasks said.
    pub fn forget(&self, ids: &[u64]) {
        let _ = fs::remove_file(self.folder.join(LOG).join("begun"));
        for id in ids {
            // One that said nothing has no file.
            let _ = fs::remove_file(said(&self.folder, *id));
        }
    }

    /// Whether a worker has begun any task.
    pub fn is_begun(&self) -> bool {
        let mut found = fs::read_dir(self.folder.join(LOG)).into_iter().flatten().flatten();
        found.any(|entry| entry.file_name() != ENGINE)
    }

    /// What the first of these tasks said that said anything, else what the engine said.
    pub fn first_error(&self, ids: &[u64]) -> Option<(Option<u64>, String)> {
        let of = |id: &u64| Some((Some(*id), first_lines(&said(&self.folder, *id))?));
        let engine = || Some((None, first_lines(&self.of_engine())?));
        ids.iter().find_map(of).or_else(engine)
    }

    /// Where the script of an engine says what is the matter.
    pub fn of_engine(&self) -> PathBuf {
        self.folder.join(LOG).join(ENGINE)
    }

    /// Fails where the disk takes no more.
    pub fn probe(&self) -> Result<(), Error> {
        let path = self.folder.join("probe");
        let written = fs::write(&path, vec![1; PROBE]);
        let _ = fs::remove_file(&path);
        written.map_err(|error| Unkept::Full(self.folder.clone(), error).into())
    }

    /// Notes under which id a queue knows the tasks, or that it knows none any more.
    pub fn note(&self, submitted: Option<&str>) -> Result<(), Error> {
        let path = self.folder.join(SUBMITTED);
        if let Some(id) = submitted {
            return fs::write(&path, id).map_err(failed(&path));
        }
        let _ = fs::remove_file(&path);
        Ok(())
    }

    /// The id under which a queue may still know tasks of an earlier command.
    pub fn submitted(&self) -> Option<String> {
        fs::read_to_string(self.folder.join(SUBMITTED)).ok().filter(|id| !id.is_empty())
    }

    /// Removes all of it.
    pub fn remove(self) {
        let left = self.folder.join(LEFT);
        // A task that is done may still remove something of its own. What cannot be removed is told
        // of by the next command that needs the place.
        for _ in 0..TRIES {
            if fs::remove_dir_all(&left).is_ok() || !left.exists() {
                break;
            }
            sleep(PAUSE);
        }
    }
}

/// Where nothing was left, there is nothing to go on with.
impl Drop for Job {
    fn drop(&mut self) {
        if !self.folder.join(LEFT).exists() {
            let _ = fs::remove_dir_all(&self.folder);
            self.made.remove();
        }
    }
}

const ENGINE: &str = "engine.txt";

/// Where a task says what is the matter.
pub fn said(folder: &Path, id: u64) -> PathBuf {
    folder.join(LOG).join(format!("{id}.txt"))
}

fn locked(folder: &Path, outputs: &Path) -> Result<File, Error> {
    let path = folder.join(LOCK);
    let file = OpenOptions::new().create(true).truncate(false).write(true).open(&path);
    let file = file.map_err(failed(&path))?;
    match file.try_lock() {
        Err(TryLockError::WouldBlock) => {
            Err(Unkept::Unopened(outputs.to_owned(), Unopened::Busy).into())
        }
        // File systems without locks do without.
        Ok(()) | Err(TryLockError::Error(_)) => Ok(file),
    }
}

/// The first lines of a file that say something.
fn first_lines(path: &Path) -> Option<String> {
    let text = BufReader::new(io::Read::take(File::open(path).ok()?, LONGEST));
    let lines = text.lines().map_while(Result::ok).filter(|line| !line.trim().is_empty());
    let lines: Vec<String> = lines.take(TOLD).map(|line| line.trim().to_owned()).collect();
    (!lines.is_empty()).then(|| lines.join("; "))
}

fn executable(path: &Path) -> io::Result<()> {
    #[cfg(unix)]
    fs::set_permissions(path, std::os::unix::fs::PermissionsExt::from_mode(0o755))?;
    #[cfg(not(unix))]
    let _ = path;
    Ok(())
}
