//! A scenario with all that belongs to it, to be read again on another machine.

use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use reachsim_learn::backtest::Past;
use serde::{Deserialize, Serialize};

use super::error::Error;
use super::history::past;
use super::private::PrivateFolder;
use crate::diagnostic::message;
use crate::locale::Locale;
use crate::output::{Case, ExportFile};
use crate::scenario::{self, Options, normal, of_system};

/// The files of a scenario, and what the command line said beside them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ScenarioArchive {
    /// The scenario first: names relative to its folder, and contents.
    files: Vec<(String, Vec<u8>)>,
    sets: Vec<String>,
    what_if: Option<String>,
    locale: Locale,
    /// What was known of the exports that it names; they themselves stay where they are.
    #[serde(default)]
    exports: Vec<ExportFile>,
    /// What they tell week by week.
    #[serde(default)]
    past: Option<Past>,
}

impl ScenarioArchive {
    /// Of a scenario that was just case. A file that is named by its full path is left where it
    /// is.
    pub fn of(case: &Case, sets: &[String], what_if: Option<&str>) -> io::Result<ScenarioArchive> {
        let read = &case.scenario.read;
        let entry =
            normal(&std::path::absolute(read.first().map_or(Path::new("."), PathBuf::as_path))?);
        let home = entry.parent().unwrap_or(&entry);
        let mut files: Vec<(String, Vec<u8>)> = Vec::new();
        for (place, path) in read
            .iter()
            .enumerate()
            .filter(|(place, path)| *place == 0 || path.is_relative() || read[0].is_absolute())
        {
            let name = relative(home, &normal(&std::path::absolute(path)?));
            if place == 0 || files.iter().all(|(known, _)| *known != name) {
                files.push((name, fs::read(path)?));
            }
        }
        Ok(ScenarioArchive {
            files,
            sets: sets.to_vec(),
            what_if: what_if.map(str::to_owned),
            locale: case.about().locale,
            exports: case.exports.clone(),
            past: past(case).ok().flatten(),
        })
    }

    /// Reads the scenario again. Files that it names by their full paths have to lie below these
    /// folders.
    pub fn load(&self, allowed: &[PathBuf]) -> Result<Case, Error> {
        let world = |error: io::Error| {
            Error::World(message!(
                "cannot unpack the scenario of the shards: {error}",
                error = of_system(&error)
            ))
        };
        // Whoever sent the shards chose these names.
        if let Some((name, _)) = self.files.iter().find(|(name, _)| !is_relative(name)) {
            return Err(Error::Question(message!(
                "the shards name a file of their scenario that cannot be theirs: `{name}`",
                name = name.escape_debug()
            )));
        }
        let unpacked = PrivateFolder::new().map_err(world)?;
        // So far below that no name leads out of the folder.
        let depth = self.files.iter().map(|(name, _)| steps_back(name)).max().unwrap_or(0);
        let home = (0..depth).fold(unpacked.path.clone(), |home, _| home.join("in"));
        for (name, content) in &self.files {
            let path = normal(&home.join(name));
            path.parent()
                .map_or(Ok(()), fs::create_dir_all)
                .and_then(|()| fs::write(&path, content))
                .map_err(world)?;
        }
        let file = self.files.first().map_or_else(|| home.clone(), |(name, _)| home.join(name));
        let allowed = allowed.iter().cloned().chain([unpacked.path.clone()]).collect();
        let read = scenario::load_with(
            &file,
            &Options { sets: self.sets.clone(), allowed, ..Options::default() },
        )?;
        let read = Case::of(file.display().to_string(), read)?.with_exports(self.exports.clone());
        let mut case = match &self.what_if {
            Some(name) => read.what_if(name)?,
            None => read,
        };
        case.lowered.about.locale = self.locale;
        // The exports are not here to be read again.
        case.past = Some(self.past.clone().unwrap_or_default());
        Ok(case)
    }
}

/// The most folders above its own in which a scenario has a file.
const HIGHEST: usize = 64;

/// Whether a name leads from a folder to a file, and not from the root of the disk.
fn is_relative(name: &str) -> bool {
    let mut parts = Path::new(name).components();
    parts.all(|part| !matches!(part, Component::RootDir | Component::Prefix(_)))
        && steps_back(name) <= HIGHEST
}

fn steps_back(name: &str) -> usize {
    Path::new(name).components().filter(|part| *part == Component::ParentDir).count()
}

/// The way from a folder to a file, with `/`.
fn relative(folder: &Path, file: &Path) -> String {
    let shared = folder.components().zip(file.components()).take_while(|(a, b)| a == b).count();
    let back = folder.components().skip(shared).map(|_| "..".to_owned());
    let on =
        file.components().skip(shared).map(|part| part.as_os_str().to_string_lossy().into_owned());
    back.chain(on).collect::<Vec<_>>().join("/")
}
