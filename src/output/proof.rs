//! A proof-reader for documents: what is clipped, what lies on something else, what cannot be read
//! or does not agree with what stands beside it. It reads the drawings before they are printed, in
//! every width in which they are printed, and the files of a folder against their manifest.

mod drawing;
mod numbers;
mod sense;

pub use numbers::{Printed, numbers};

use std::fmt;
use std::fs::File;
use std::path::Path;

use rayon::prelude::*;
use serde::Serialize;

use crate::locale::Locale;
use crate::output::documents::DocumentInput;
use crate::output::draw::{Scene, Sheet};
use crate::output::folder::{Stop, listed};
use crate::output::look::Look;
use crate::output::stored::{Stored, Unusable};
use crate::output::story::Page;
use crate::output::words::Words as _;

/// What the proof-reader knows of a fault before it knows where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    code: &'static str,
    /// The text that it is about.
    text: String,
    /// What is wrong with it: another text, a character, a number.
    with: String,
}

impl Finding {
    fn of(code: &'static str, text: &str) -> Finding {
        Finding::about(code, text, String::new())
    }

    fn about(code: &'static str, text: &str, with: String) -> Finding {
        Finding { code, text: text.to_owned(), with }
    }

    /// What kind of fault it is.
    pub const fn code(&self) -> &'static str {
        self.code
    }
}

/// A fault with its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fault {
    pub file: String,
    /// The page, in one language.
    pub place: String,
    pub code: &'static str,
    pub words: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let Fault { file, place, code, words } = self;
        if place.is_empty() {
            write!(f, "{file}: {code}: {words}")
        } else {
            write!(f, "{file}:{place}: {code}: {words}")
        }
    }
}

/// Kinds of faults, in the order in which a reader would mind them.
pub const CODES: [&str; 13] = [
    "changed-file",
    "missing-file",
    "unsaid-number",
    "no-sum",
    "caption",
    "rows-alike",
    "cut-number",
    "off-the-sheet",
    "overlap",
    "struck",
    "contrast",
    "no-glyph",
    "broken-band",
];

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
    for &locale in locales {
        let story = stored.stories.in_locale(locale);
        let told = DocumentInput { story, stories: &stored.stories, look, drawn: &[] };
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
