//! The documents of a stored run, made again without a trial.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use super::documents::DocumentInput;
use super::files::{self, Kinds, STORY};
use super::folder::{self, Folder, Holding, MANIFEST, Stop, listed};
use super::look::{Font, Look};
use super::story::{SCHEMA, Stories};
use super::{WriteError, Written};
use crate::locale::Locale;

/// Why a folder holds no run whose documents can be made again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unusable {
    /// There is no story in it.
    Missing,
    /// This file is missing, or is not what was written.
    Damaged(&'static str),
    /// A run was killed amid its renames, and they cannot be gone on with.
    Unsettled(WriteError),
    /// Another version of the program wrote it.
    Other(String),
}

/// Studies that have a story.
const TOLD: [&str; 3] = ["analyse", "calibrate", "compare"];

/// A run, or a study, as it is stored in a folder.
#[derive(Clone, Debug)]
pub struct Stored {
    pub stories: Stories,
    manifest: Value,
}

impl Stored {
    /// Reads the story of a run, which has to be what was written.
    pub fn load(folder: &Path, stopped: Stop) -> Result<Stored, Unusable> {
        folder::settle(folder, stopped).map_err(Unusable::Unsettled)?;
        let bytes = fs::read(folder.join(STORY)).map_err(|_| Unusable::Missing)?;
        let manifest: Value = fs::read(folder.join(MANIFEST))
            .ok()
            .and_then(|bytes| serde_json::from_slice(&bytes).ok())
            .ok_or(Unusable::Damaged(MANIFEST))?;
        let story = listed(&manifest).find(|file| file.name == STORY);
        if !story.is_some_and(|story| story.is(&bytes[..]).unwrap_or(false)) {
            return Err(Unusable::Damaged(STORY));
        }
        let damaged = |_| Unusable::Damaged(STORY);
        let header: Header = ciborium::from_reader(&bytes[..]).map_err(damaged)?;
        if header.schema != SCHEMA || header.version != env!("CARGO_PKG_VERSION") {
            return Err(Unusable::Other(header.version));
        }
        let stories: Stories = ciborium::from_reader(&bytes[..]).map_err(damaged)?;
        let look = &stories.look;
        if ![&look.heading_font, &look.body_font].into_iter().all(Font::is_readable) {
            return Err(Unusable::Damaged(STORY));
        }
        Ok(Stored { stories, manifest })
    }

    /// The files of the run, and how it was made.
    pub const fn manifest(&self) -> &Value {
        &self.manifest
    }

    /// Writes the documents of some languages into a folder: of one into the folder itself, of
    /// several into one folder each. In the run's own folder every other file stays.
    pub fn render(
        &self,
        wanted: &Rendering,
        target: &Path,
        stopped: Stop,
    ) -> Result<Vec<Written>, WriteError> {
        let study = TOLD.into_iter().find(|id| self.manifest["study"] == *id);
        let folder = Folder::open(target, study.map_or(Holding::Run, Holding::Study), stopped)?;
        let (mut written, shown) = (Vec::new(), self.stories.by_step());
        for &locale in wanted.locales {
            let story = shown.in_locale(locale);
            let drawn = files::pictures(story, wanted.look);
            let told = DocumentInput { story, stories: &shown, look: wanted.look, drawn: &drawn };
            let within = if wanted.locales.len() > 1 { locale.id() } else { "" };
            written.extend(files::stage(&folder, &files::of_story(&told, within, wanted.kinds))?);
        }
        written.extend(files::stage(&folder, &files::texts(wanted.further))?);
        let mut all = written.clone();
        if wanted.place == Place::Beside {
            all.extend(self.others(&written));
        }
        all.sort_by(|a, b| a.name.cmp(&b.name));
        let mut manifest = self.manifest.clone();
        manifest["files"] = json!(all);
        let manifest = folder.commit(written.clone(), &manifest)?;
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
    /// Further files with what they hold.
    pub further: &'a [(&'static str, String)],
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
