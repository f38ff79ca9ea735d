//! A proof-reader for documents: what is clipped, what lies on something else, what cannot be read
//! or does not agree with what stands beside it. It reads the drawings before they are printed, in
//! every width in which they are printed, and the files of a folder against their manifest.

mod drawing;
mod numbers;
mod sense;

pub use super::faults::{CODES, Fault, Finding};
pub use numbers::{Printed, numbers};

use std::fs::File;
use std::path::Path;

use rayon::prelude::*;

use crate::locale::Locale;
use crate::output::documents::DocumentInput;
use crate::output::draw::{Scene, Sheet};
use crate::output::folder::{Stop, listed};
use crate::output::look::Look;
use crate::output::stored::{Stored, Unusable};
use crate::output::story::Page;
use crate::output::words::Words as _;

/// Faults of a page in one width.
pub fn of_scene(scene: &Scene) -> Vec<Finding> {
    drawing::findings(scene)
}

/// Faults of every page of a story, wide and narrow.
pub fn of_story(told: &DocumentInput) -> Vec<Fault> {
    let pages: Vec<Vec<Fault>> =
        told.story.pages.par_iter().map(|page| of_page(told, page)).collect();
    pages.into_iter().flatten().collect()
}

fn of_page(told: &DocumentInput, page: &Page) -> Vec<Fault> {
    let locale = told.locale();
    let full = told.picture(page).map(|picture| {
        let theme = told.look.theme(locale);
        picture.figure.scene(&told.foot(), &theme, Sheet::PICTURE)
    });
    let fault = |file: String, finding: Finding| Fault {
        file,
        place: page.id.clone(),
        code: finding.code,
        words: told_of(locale, &finding),
    };
    let said = sense::findings(told, page, full.as_ref());
    let mut found: Vec<Fault> =
        said.into_iter().map(|finding| fault("report.html".to_owned(), finding)).collect();
    let Some(full) = full else { return found };
    let phone = told.picture(page).map(|picture| picture.figure.phone());
    let narrow = phone.and_then(|sheet| told.scene(page, sheet));
    let widths = [
        (format!("charts/{}.svg", page.id), Some(full)),
        ("report.html".to_owned(), told.scene(page, Sheet::PAGE)),
        (format!("charts/phone/{}.svg", page.id), narrow),
    ];
    for (file, scene) in widths {
        let findings = scene.iter().flat_map(drawing::findings);
        found.extend(findings.map(|finding| fault(file.clone(), finding)));
    }
    found
}

/// A fault in words.
fn told_of(locale: Locale, finding: &Finding) -> String {
    let arguments =
        [("text", finding.text.as_str().into()), ("with", finding.with.as_str().into())];
    locale.say(&format!("proof-{}", finding.code), &arguments)
}

/// Faults of the run in a folder: of its documents in some languages and a look, and of files that
/// are not what was written.
pub fn of_folder(
    folder: &Path,
    (locales, look): (&[Locale], Option<&Look>),
    stopped: Stop,
) -> Result<Vec<Fault>, Unusable> {
    let stored = Stored::load(folder, stopped)?;
    let own = [stored.stories.locale];
    let locales = if locales.is_empty() { &own[..] } else { locales };
    let look = look.unwrap_or(&stored.stories.look);
    let mut found = changed(folder, &stored, locales[0]);
    let stories = stored.stories.by_step();
    for &locale in locales {
        let story = stories.in_locale(locale);
        let told = DocumentInput { story, stories: &stories, look, drawn: &[] };
        found.extend(of_story(&told));
    }
    Ok(found)
}

/// Files of a folder that its manifest names and that are not what was written.
fn changed(folder: &Path, stored: &Stored, locale: Locale) -> Vec<Fault> {
    let fault = |file: String, code: &'static str| Fault {
        words: told_of(locale, &Finding::of(code, &file)),
        place: String::new(),
        file,
        code,
    };
    let checked = listed(stored.manifest()).filter_map(|written| {
        let path = folder.join(&written.name);
        match File::open(&path).and_then(|file| written.is(file)) {
            Ok(true) => None,
            Ok(false) => Some(fault(written.name, "changed-file")),
            Err(_) => Some(fault(written.name, "missing-file")),
        }
    });
    checked.collect()
}
