//! What is checked: the scenarios of files and folders, and which baselines are kept anew.

use std::collections::BTreeSet;
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

use crate::cli::{Failure, run};
use reachsim::diagnostic::{Message, message};
use reachsim::output::folder::MANIFEST;
use reachsim::scenario::of_system;

/// What is checked and what is kept anew, in whichever order it was typed.
pub struct Asked {
    pub paths: Vec<PathBuf>,
    /// Names of baselines, or scenario files; none of them means all.
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
            asked.update.get_or_insert_default().push(name.clone());
        }
        if asked.paths.is_empty() {
            return Err(Failure::Usage(message!("name the scenarios, or their folder")));
        }
        Ok(asked)
    }

    /// Whether a baseline is kept anew, of this scenario or without one.
    pub fn is_updated(&self, stem: &str, file: Option<&Path>) -> bool {
        let is_meant = |name: &String| name == stem || file == Some(Path::new(name));
        self.update.as_ref().is_some_and(|names| names.is_empty() || names.iter().any(is_meant))
    }
}

/// A scenario file.
pub struct File {
    pub path: PathBuf,
    /// Its path below the folder that was named, without its ending and with `/`.
    pub stem: String,
}

/// The scenarios of files and folders.
#[derive(Default)]
pub struct Found {
    pub files: Vec<File>,
    /// Which of them are of each folder that was named.
    pub folders: Vec<Range<usize>>,
    /// What else lies there, with the reason.
    pub passed_over: Vec<Message>,
}

impl Found {
    /// The scenarios of these paths; baselines, which hold scenarios as well, are none.
    pub fn by(paths: &[PathBuf], baselines: &Path) -> Result<Found, Failure> {
        let mut found = Found::default();
        for path in paths {
            if path.is_dir() {
                let before = found.files.len();
                found.enter(path, "", baselines)?;
                if found.files.len() == before {
                    let message =
                        message!("there is no scenario in `{path}`", path = path.display());
                    return Err(Failure::Usage(message));
                }
                found.folders.push(before..found.files.len());
            } else {
                found.files.push(File { path: path.clone(), stem: stem(path)? });
            }
        }
        let mut taken = BTreeSet::new();
        if let Some(twice) = found.files.iter().find(|file| !taken.insert(file.stem.clone())) {
            return Err(Failure::Usage(message!(
                "two scenarios are called `{stem}`, and would share a baseline",
                stem = twice.stem
            )));
        }
        Ok(found)
    }

    /// Adds the scenarios of a folder and of those in it.
    fn enter(&mut self, folder: &Path, before: &str, baselines: &Path) -> Result<(), Failure> {
        let unreadable = |error: std::io::Error| {
            Failure::World(message!(
                "cannot read `{folder}`: {error}",
                folder = folder.display(),
                error = of_system(&error)
            ))
        };
        let mut entries: Vec<fs::DirEntry> = fs::read_dir(folder)
            .map_err(unreadable)?
            .collect::<Result<_, _>>()
            .map_err(unreadable)?;
        entries.sort_by_key(fs::DirEntry::file_name);
        for entry in entries {
            let path = entry.path();
            let name = entry.file_name().to_string_lossy().into_owned();
            // A link to a folder may lead in circles.
            if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                let is_ours = path.join(MANIFEST).is_file() || is_same(&path, baselines);
                if !name.starts_with('.') && !is_ours {
                    self.enter(&path, &format!("{before}{name}/"), baselines)?;
                }
                continue;
            }
            if path.extension().is_none_or(|extension| extension != "toml") {
                continue;
            }
            if let Some(why) = stranger(&path) {
                self.passed_over.push(message!(
                    "`{path}` is passed over: {why}",
                    path = path.display(),
                    why
                ));
                continue;
            }
            let stem = format!("{before}{}", stem(&path)?);
            self.files.push(File { path, stem });
        }
        Ok(())
    }
}

fn is_same(one: &Path, other: &Path) -> bool {
    one.canonicalize().is_ok_and(|one| other.canonicalize().is_ok_and(|other| one == other))
}

/// Why a file in a folder of scenarios is none of them: themes and what others extend stand beside
/// them.
fn stranger(file: &Path) -> Option<Message> {
    if file.is_dir() {
        return Some(message!("it is a link to a folder"));
    }
    // What cannot be read is told when it is loaded.
    let table: toml::Table = fs::read_to_string(file).ok()?.parse().ok()?;
    let is_scenario = table.contains_key("title") || table.contains_key("extends");
    (!is_scenario).then(|| message!("it has no title, as a theme or a part of other scenarios"))
}

/// The name of a scenario file alone.
fn stem(file: &Path) -> Result<String, Failure> {
    Ok(run::stem(file)?.to_string_lossy().into_owned())
}

/// The baselines that are kept in a folder and below, by their names.
pub fn baselines(folder: &Path) -> Vec<String> {
    fn enter(folder: &Path, before: &str, found: &mut Vec<String>) {
        for entry in fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok) {
            let name = entry.file_name().to_string_lossy().into_owned();
            let path = entry.path();
            if name.starts_with('.') || !path.is_dir() {
                continue;
            }
            let stem = format!("{before}{name}");
            // A baseline that was cut off has no manifest and still is one.
            if path.join("scenario.toml").is_file() || path.join(MANIFEST).is_file() {
                found.push(stem);
            } else if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                enter(&path, &format!("{stem}/"), found);
            }
        }
    }
    let mut found = Vec::new();
    enter(folder, "", &mut found);
    found.sort();
    found
}

/// The baselines of scenarios, and those whose scenarios are gone.
pub struct Matched {
    /// One for each file.
    pub stems: Vec<String>,
    pub gone: Vec<String>,
}

impl Matched {
    /// Each file goes with the baseline that bears the longest end of its path, so that it makes no
    /// difference whether it, its folder or one above is named; but none with that of another
    /// file. Where there is none, its own name will be that of its baseline.
    pub fn of(found: &Found, kept: &[String]) -> Matched {
        let known = |file: &File| {
            let whole =
                file.path.with_extension("").components().fold(String::new(), |path, part| {
                    format!("{path}/{}", part.as_os_str().to_string_lossy())
                });
            let is_end = |stem: &&String| whole.ends_with(&format!("/{stem}"));
            let is_free = |stem: &&String| {
                found.files.iter().all(|other| other.path == file.path || other.stem != **stem)
            };
            kept.iter().filter(is_end).filter(is_free).max_by_key(|stem| stem.len()).cloned()
        };
        let mut stems: Vec<String> = Vec::new();
        for file in &found.files {
            let known = known(file).filter(|known| !stems.contains(known));
            stems.push(known.unwrap_or_else(|| file.stem.clone()));
        }
        let mut gone: BTreeSet<String> = BTreeSet::new();
        for files in &found.folders {
            // The folder may lie below the one whose scenarios were kept.
            let mut own = found.files[files.clone()].iter().zip(&stems[files.clone()]);
            let above = own.find_map(|(file, stem)| stem.strip_suffix(&file.stem));
            let above = above.unwrap_or_default();
            gone.extend(kept.iter().filter(|stem| stem.starts_with(above)).cloned());
        }
        let gone = gone.into_iter().filter(|kept| !stems.contains(kept)).collect();
        Matched { stems, gone }
    }
}
