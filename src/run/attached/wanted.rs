//! Which files are meant: those that the scenario names, and those of the command line.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use reachsim_data::fault::Fault;
use reachsim_data::read::{self, Found};

use super::problems::Problems;
use crate::diagnostic::{Code, Message, Span, message};
use crate::model::Exported;
use crate::output::Case;
use crate::scenario::period;

/// A file, and what is said of it.
#[derive(Clone, Debug)]
pub struct Wanted {
    pub found: Found,
    /// What it is called where it is named.
    pub names: Vec<String>,
    /// Place of the row of the scenario that names it, which says how it is read.
    pub row: Option<usize>,
    /// Place in the communities of the model.
    pub community: Option<usize>,
    pub weight: f64,
    /// The last day that is used, in days since 1970-01-01.
    pub until: Option<i32>,
}

impl Wanted {
    /// Where the scenario names it.
    pub fn at<'c>(&self, case: &'c Case) -> Option<&'c Span> {
        Some(&case.lowered.exports.get(self.row?)?.file.at)
    }
}

/// The files of the scenario, each once: of two rows that name one, the later holds.
pub fn of_scenario(case: &Case, problems: &mut Problems) -> Vec<Wanted> {
    let mut all: Vec<Wanted> = Vec::new();
    let mut places: BTreeMap<PathBuf, usize> = BTreeMap::new();
    for (row, exported) in case.lowered.exports.iter().enumerate() {
        for found in of_row(exported, problems) {
            let (community, weight) = (exported.community, exported.weight);
            let until = exported.until.map(period::number);
            let names = vec![below(exported, &found)];
            let path = real(&found.path);
            let wanted = Wanted { found, names, row: Some(row), community, weight, until };
            if let Some(known) = places.get(&path).and_then(|place| all.get_mut(*place)) {
                *known = wanted;
            } else {
                places.insert(path, all.len());
                all.push(wanted);
            }
        }
    }
    all
}

/// The files of a row, if it may read them.
fn of_row(exported: &Exported, problems: &mut Problems) -> Vec<Found> {
    let (root, file) = (&exported.root, &exported.file);
    let is_fixed = |part: &&str| !part.contains(['*', '?']);
    let fixed: Vec<&str> = file.text.split('/').take_while(is_fixed).collect();
    // What lies elsewhere is not even looked into.
    let checked = root.check(&root.folder.join(fixed.join("/")));
    let named = root.folder.join(&file.text).display().to_string();
    let found = match checked {
        Ok(()) => read::gather(&[named]),
        Err(refused) => {
            problems.push(refused.at(file.at.clone(), message!("named here")));
            return Vec::new();
        }
    };
    let found = match found {
        Ok(found) => found,
        Err(faults) => {
            let told = |fault: Fault| {
                let is_missing = fault.code == Code::FileMissing && fault.help.is_none();
                if is_missing { fault.help(relative()) } else { fault }
            };
            for fault in faults {
                problems.fault(told(fault), Some(&file.at));
            }
            return Vec::new();
        }
    };
    let refused = found.iter().find_map(|found| root.check(&found.path).err());
    if let Some(refused) = refused {
        problems.push(refused.at(file.at.clone(), message!("named here")));
        return Vec::new();
    }
    found
}

fn relative() -> Message {
    message!("paths are relative to the file that names them")
}

/// What a file is called from the folder of the text that names it.
fn below(exported: &Exported, found: &Found) -> String {
    let folder = exported.root.folder.display().to_string();
    let rest = found.name.strip_prefix(&folder).filter(|_| !folder.is_empty());
    rest.map_or(found.name.as_str(), |rest| rest.trim_start_matches('/')).to_owned()
}

/// Adds files of the command line, which belong to nobody yet; one that the scenario names counts
/// once.
pub fn add(all: &mut Vec<Wanted>, arguments: &[String], only: Option<usize>) -> Vec<Fault> {
    let found = match read::gather(arguments) {
        Ok(found) => found,
        Err(faults) => return faults.into_iter().map(read::or_name_others).collect(),
    };
    let places: BTreeMap<PathBuf, usize> =
        all.iter().enumerate().map(|(place, file)| (real(&file.found.path), place)).collect();
    for found in found {
        let name = found.name.clone();
        match places.get(&real(&found.path)).and_then(|place| all.get_mut(*place)) {
            Some(known) => known.names.push(name),
            None => all.push(Wanted {
                found,
                names: vec![name],
                row: None,
                community: only,
                weight: 1.0,
                until: None,
            }),
        }
    }
    Vec::new()
}

fn real(path: &Path) -> PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
}
