//! What is checked: the scenarios of files and folders, and which baselines are kept anew.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::cli::{Failure, run};

/// What is checked and what is kept anew, in whichever order it was typed.
pub struct Asked {
    pub paths: Vec<PathBuf>,
    /// Names of baselines; none of them means all.
    pub update: Option<Vec<String>>,
}

impl Asked {
    pub fn of(paths: &[PathBuf], update: Option<&[String]>) -> Result<Asked, Failure> {
        let mut asked = Asked { paths: paths.to_vec(), update: update.map(|_| Vec::new()) };
        for name in update.into_iter().flatten() {
            let path = Path::new(name);
            if paths.is_empty() && (path.is_file() || path.is_dir()) {
                asked.paths.push(path.to_owned());
                continue;
            }
            let stem = if path.is_file() { stem(path)? } else { name.clone() };
            asked.update.get_or_insert_default().push(stem);
        }
        if asked.paths.is_empty() {
            return Err(Failure::Usage("name the scenarios, or their folder".into()));
        }
        Ok(asked)
    }

    pub fn is_updated(&self, stem: &str) -> bool {
        self.update
            .as_ref()
            .is_some_and(|names| names.is_empty() || names.iter().any(|name| name == stem))
    }
}

/// The scenarios that are checked, and whether whole folders of them.
pub struct Found {
    pub files: Vec<PathBuf>,
    pub has_folders: bool,
    /// What else lies there, with the reason.
    pub passed_over: Vec<String>,
}

impl Found {
    pub fn by(paths: &[PathBuf]) -> Result<Found, Failure> {
        let mut found = Found { files: Vec::new(), has_folders: false, passed_over: Vec::new() };
        for path in paths {
            if path.is_dir() {
                found.has_folders = true;
                found.folder(path)?;
            } else {
                found.files.push(path.clone());
            }
        }
        Ok(found)
    }

    /// Adds the scenarios of a folder.
    fn folder(&mut self, path: &Path) -> Result<(), Failure> {
        let entries = fs::read_dir(path).map_err(|error| {
            Failure::World(format!("cannot read `{}`: {error}", path.display()))
        })?;
        let is_toml =
            |path: &PathBuf| path.extension().is_some_and(|extension| extension == "toml");
        let mut files: Vec<PathBuf> =
            entries.filter_map(|entry| Some(entry.ok()?.path())).filter(is_toml).collect();
        files.sort();
        let before = self.files.len();
        for file in files {
            match stranger(&file) {
                Some(why) => {
                    self.passed_over.push(format!("`{}` is passed over: {why}", file.display()));
                }
                None => self.files.push(file),
            }
        }
        if self.files.len() > before {
            return Ok(());
        }
        Err(Failure::Usage(format!("there is no scenario in `{}`", path.display())))
    }
}

/// Why a file in a folder of scenarios is none of them: folders, themes and what others extend
/// stand beside them.
fn stranger(file: &Path) -> Option<&'static str> {
    if file.is_dir() {
        return Some("it is a folder");
    }
    // What cannot be read is told when it is loaded.
    let table: toml::Table = fs::read_to_string(file).ok()?.parse().ok()?;
    let is_scenario = table.contains_key("title") || table.contains_key("extends");
    (!is_scenario).then_some("it has no title, as a theme or a part of other scenarios")
}

/// The names of the baselines, which are those of the files.
pub fn stems(files: &[PathBuf]) -> Result<Vec<String>, Failure> {
    let mut taken = BTreeSet::new();
    let once = |file: &PathBuf| {
        let stem = self::stem(file)?;
        if taken.insert(stem.clone()) {
            Ok(stem)
        } else {
            Err(Failure::Usage(format!(
                "two scenarios are called `{stem}`, and would share a baseline"
            )))
        }
    };
    files.iter().map(once).collect()
}

/// The name of a scenario's baseline.
fn stem(file: &Path) -> Result<String, Failure> {
    Ok(run::stem(file)?.to_string_lossy().into_owned())
}
