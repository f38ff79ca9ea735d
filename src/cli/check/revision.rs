//! The scenarios of a git revision, unpacked into a folder of their own. The repository, its index
//! and its files stay as they are.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::found::{File, Found};
use crate::cli::Failure;
use reachsim::diagnostic::{Message, message};
use reachsim::run::private::PrivateFolder;
use reachsim::scenario::of_system;

/// Files of a repository as they were in a revision.
pub struct Revision {
    unpacked: PrivateFolder,
    /// Where the repository lies.
    root: PathBuf,
}

impl Revision {
    /// Unpacks the folders of these paths, and those that scenarios may read beside their own.
    pub fn unpack(
        revision: &str,
        paths: &[PathBuf],
        allowed: &[PathBuf],
    ) -> Result<Revision, Failure> {
        let folders: Vec<PathBuf> = paths
            .iter()
            .map(|path| if path.is_dir() { path.clone() } else { parent(path) })
            .collect();
        let first = folders.first().map_or(Path::new("."), PathBuf::as_path);
        let root = git(first, &["rev-parse", "--show-toplevel"]).map_err(|why| {
            Failure::Usage(message!(
                "`{folder}` is in no git repository: {why}",
                folder = first.display(),
                why
            ))
        })?;
        let root = PathBuf::from(String::from_utf8_lossy(&root).trim_end());
        let commit = format!("{revision}^{{commit}}");
        let commit =
            git(&root, &["rev-parse", "--verify", "--end-of-options", &commit]).map_err(|_| {
                Failure::Usage(message!("git knows no revision `{revision}`", revision))
            })?;
        let commit = String::from_utf8_lossy(&commit).trim_end().to_owned();
        let unpacked = PrivateFolder::new().map_err(|error| {
            Failure::World(message!(
                "cannot make a temporary folder: {error}",
                error = of_system(&error)
            ))
        })?;
        let then = Revision { unpacked, root };
        let wanted: Vec<String> = folders
            .iter()
            .chain(allowed)
            .map(|folder| then.inside(folder))
            .collect::<Result<_, _>>()?;
        then.check_out(&commit, &wanted)?;
        Ok(then)
    }

    /// The scenarios that were in these folders, or bore these names.
    pub fn found(&self, paths: &[PathBuf], baselines: &Path) -> Result<Vec<File>, Failure> {
        let mut files = Vec::new();
        for path in paths {
            let then = self.place(path)?;
            // What was not there has nothing to be compared with.
            if !then.exists() || then.is_dir() && is_empty(&then) {
                continue;
            }
            match Found::by(&[then], baselines) {
                Ok(found) => files.extend(found.files),
                Err(Failure::Usage(_)) => {}
                Err(other) => return Err(other),
            }
        }
        Ok(files)
    }

    /// What the scenarios may read: whatever was unpacked.
    pub fn allowed(&self) -> Vec<PathBuf> {
        vec![self.unpacked.path.clone()]
    }

    /// The path of a folder within the repository, with `/`.
    fn inside(&self, path: &Path) -> Result<String, Failure> {
        let real = |path: &Path| {
            path.canonicalize().map_err(|error| {
                Failure::Usage(message!(
                    "cannot read `{folder}`: {error}",
                    folder = path.display(),
                    error = of_system(&error)
                ))
            })
        };
        let (path_is, root) = (real(path)?, real(&self.root)?);
        let inside = path_is.strip_prefix(&root).map_err(|_| {
            let shown = (path.display(), self.root.display());
            Failure::Usage(message!(
                "`{path}` is not in the repository `{repository}`",
                path = shown.0,
                repository = shown.1
            ))
        })?;
        let parts: Vec<_> = inside.iter().map(|part| part.to_string_lossy()).collect();
        Ok(parts.join("/"))
    }

    /// Where a file or folder lies as it was.
    fn place(&self, path: &Path) -> Result<PathBuf, Failure> {
        let inside = if path.is_dir() {
            self.inside(path)?
        } else {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            format!("{}/{name}", self.inside(&parent(path))?)
        };
        Ok(self.unpacked.path.join("tree").join(inside.trim_start_matches('/')))
    }

    /// Writes the files of a commit below these folders, by an index of our own.
    fn check_out(&self, commit: &str, folders: &[String]) -> Result<(), Failure> {
        let world =
            |why: Message| Failure::World(message!("git cannot unpack the revision: {why}", why));
        let index = self.unpacked.path.join("index");
        let tree = self.unpacked.path.join("tree");
        let system = |error: std::io::Error| world(Message::verbatim(error.to_string()));
        fs::create_dir(&tree).map_err(system)?;
        let git = |arguments: &[&str]| {
            let mut command = Command::new("git");
            command.arg("-C").arg(&self.root).args(arguments).env("GIT_INDEX_FILE", &index);
            command
        };
        output(&mut git(&["read-tree", commit])).map_err(world)?;
        let below = |folder: &String| {
            if folder.is_empty() { ":(top)".to_owned() } else { format!(":(top,literal){folder}") }
        };
        let folders: Vec<String> = folders.iter().map(below).collect();
        let mut list = git(&["ls-files", "-z", "--full-name", "--"]);
        let files = output(list.args(&folders)).map_err(world)?;
        let prefix = format!("--prefix={}/", tree.display());
        let mut write = git(&["checkout-index", "-z", "--stdin", &prefix]);
        let mut child = write
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(system)?;
        if let Some(mut stdin) = child.stdin.take() {
            stdin.write_all(&files).map_err(system)?;
        }
        let done = child.wait_with_output().map_err(system)?;
        if done.status.success() {
            Ok(())
        } else {
            Err(world(Message::verbatim(String::from_utf8_lossy(&done.stderr).trim_end())))
        }
    }
}

fn parent(path: &Path) -> PathBuf {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
        _ => PathBuf::from("."),
    }
}

fn is_empty(folder: &Path) -> bool {
    fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_none())
}

/// What git prints in a folder, or why it does not.
fn git(folder: &Path, arguments: &[&str]) -> Result<Vec<u8>, Message> {
    output(Command::new("git").arg("-C").arg(folder).args(arguments))
}

fn output(command: &mut Command) -> Result<Vec<u8>, Message> {
    let done = command
        .stdin(Stdio::null())
        .output()
        .map_err(|error| message!("git cannot be started: {error}", error = of_system(&error)))?;
    if done.status.success() {
        return Ok(done.stdout);
    }
    let told = String::from_utf8_lossy(&done.stderr);
    Err(told.lines().last().map_or_else(
        || message!("git says nothing"),
        |last| Message::verbatim(last.trim_start_matches("fatal: ")),
    ))
}
