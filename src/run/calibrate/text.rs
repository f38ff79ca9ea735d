//! The files of what was learnt: the text, its rows and its numbers beside it.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::diagnostic::{Message, message};
use crate::output::calibration::Fragment;
use crate::output::fragment::FIRST;
use crate::run::error::Error;

/// Names of the files, as the text spells them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beside {
    /// The scenario, relative to the folder of the text where that can be said.
    pub parent: String,
    pub csv: String,
    pub json: String,
}

impl Beside {
    pub fn of(scenario: &Path, out: &Path) -> Beside {
        let name = |ending: &str| {
            out.with_extension(ending)
                .file_name()
                .map(|name| name.to_string_lossy().into_owned())
                .unwrap_or_default()
        };
        let folder = |path: &Path| match path.parent() {
            Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
            _ => PathBuf::from("."),
        };
        Beside { parent: relative(scenario, &folder(out)), csv: name("csv"), json: name("json") }
    }
}

/// A file as it is named from a folder.
fn relative(file: &Path, folder: &Path) -> String {
    let whole = |path: &Path| fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let (file, folder) = (whole(file), whole(folder));
    let same = file.components().zip(folder.components()).take_while(|(a, b)| a == b).count();
    let up = folder.components().skip(same).map(|_| "..");
    let mut path: PathBuf = up.collect();
    path.extend(file.components().skip(same));
    path.to_string_lossy().into_owned()
}

/// Whether a text may be written there: nothing stands there, or a text of this kind.
pub fn expect_room(out: &Path) -> Result<(), Error> {
    let shown = out.display();
    if out.extension().is_none_or(|ending| ending != "toml") {
        return Err(Error::Question(message!(
            "`{path}` is no name of a scenario: end it with `.toml`",
            path = shown
        )));
    }
    match fs::read_to_string(out) {
        Ok(text) if text.starts_with(FIRST) => Ok(()),
        Err(why) if why.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(why) => Err(failed(out, &why)),
        Ok(_) => Err(Error::Question(message!(
            "`{path}` is there already and was not learnt: choose another name",
            path = shown
        ))),
    }
}

fn failed(path: &Path, why: &io::Error) -> Error {
    Error::World(message!(
        "`{path}` cannot be written: {why}",
        path = path.display(),
        why = Message::verbatim(why.to_string())
    ))
}

/// Writes the rows and the numbers, and last the text, each whole or not at all.
pub fn write(out: &Path, fragment: &Fragment, document: &Value) -> Result<(), Error> {
    if let Some(csv) = &fragment.csv {
        whole(&out.with_extension("csv"), csv)?;
    }
    whole(&out.with_extension("json"), &format!("{document:#}\n"))?;
    whole(out, &fragment.toml)
}

/// Writes a text that has nothing beside it, whole or not at all.
pub fn write_alone(out: &Path, text: &str) -> Result<(), Error> {
    whole(out, text)
}

/// Puts a file in the place of an earlier one.
fn whole(path: &Path, text: &str) -> Result<(), Error> {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
    let beside = path.with_file_name(format!(".{}.new", name.unwrap_or_default()));
    let _ = fs::remove_file(&beside);
    let written = fs::File::create_new(&beside)
        .and_then(|mut file| io::Write::write_all(&mut file, text.as_bytes()))
        .and_then(|()| fs::rename(&beside, path));
    written.map_err(|why| {
        let _ = fs::remove_file(&beside);
        failed(path, &why)
    })
}
