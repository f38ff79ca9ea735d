//! The documents of a stored run, made again without a trial.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use super::documents::DocumentInput;
use super::files::{self, Kinds, STORY};
use super::folder::{Folder, MANIFEST, Stop, listed};
use super::look::{Font, Look};
use super::story::{SCHEMA, Stories};
use super::{WriteError, Written};
use crate::locale::Locale;

/// Why a folder holds no run whose documents can be made again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unusable {
    /// There is no story in it.
    Missing,
    /// The story cannot be read.
    Damaged,
    /// Another version of the program wrote it.
    Other(String),
}

/// A run as it is stored in a folder.
#[derive(Clone, Debug)]
pub struct Stored {
    pub stories: Stories,
    manifest: Value,
}

impl Stored {
    pub fn load(folder: &Path) -> Result<Stored, Unusable> {
        let bytes = fs::read(folder.join(STORY)).map_err(|_| Unusable::Missing)?;
        let header: Header = ciborium::from_reader(&bytes[..]).map_err(|_| Unusable::Damaged)?;
        if header.schema != SCHEMA || header.version != env!("CARGO_PKG_VERSION") {
            return Err(Unusable::Other(header.version));
        }
        let stories: Stories = ciborium::from_reader(&bytes[..]).map_err(|_| Unusable::Damaged)?;
        let look = &stories.look;
        if ![&look.heading_font, &look.body_font].into_iter().all(Font::is_readable) {
            return Err(Unusable::Damaged);
        }
        let manifest = fs::read(folder.join(MANIFEST))
            .ok()
            .and_then(|bytes| serde_json::from_slice(&bytes).ok());
        Ok(Stored { stories, manifest: manifest.ok_or(Unusable::Damaged)? })
    }

    /// Writes the documents of some languages into a folder: of one into the folder itself, of
    /// several into one folder each. In the run's own folder every other file stays.
    pub fn render(
        &self,
        wanted: &Rendering,
        target: &Path,
        stopped: Stop,
    ) -> Result<Vec<Written>, WriteError> {
        let folder = Folder::open(target, stopped)?;
        let mut written = Vec::new();
        for &locale in wanted.locales {
            let story = self.stories.in_locale(locale);
            let drawn = files::pictures(story, wanted.look);
            let told =
                DocumentInput { story, stories: &self.stories, look: wanted.look, drawn: &drawn };
            let within = if wanted.locales.len() > 1 { locale.id() } else { "" };
            written.extend(files::stage(&folder, &files::of_story(&told, within, wanted.kinds))?);
        }
        let mut all = written.clone();
        if wanted.place == Place::Beside {
            all.extend(self.others(&written));
        }
        all.sort_by(|a, b| a.name.cmp(&b.name));
        let mut manifest = self.manifest.clone();
        manifest["files"] = json!(all);
        let manifest = folder.commit(&all, &format!("{manifest:#}\n"))?;
        written.push(manifest);
        Ok(written)
    }

    /// The files of the manifest that were not written anew.
    fn others(&self, written: &[Written]) -> Vec<Written> {
        listed(&self.manifest)
            .filter(|file| !written.iter().any(|new| new.name == file.name))
            .collect()
    }
}

/// What is made again, and where it goes.
#[derive(Clone, Copy, Debug)]
pub struct Rendering<'a> {
    pub locales: &'a [Locale],
    pub look: &'a Look,
    pub kinds: &'a Kinds,
    pub place: Place,
}

/// Whether the documents stand beside the other files of the run or alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Beside,
    Alone,
}

/// The part of a story that every version can read.
#[derive(serde::Deserialize)]
struct Header {
    schema: String,
    version: String,
}
