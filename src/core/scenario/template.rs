//! A client's `PowerPoint` file, in whose masters and layouts the deck is made: whether it is one,
//! and its parts.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};
use std::path::Path;

use roxmltree::Document;
use zip::ZipArchive;

use super::file;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Message, message};

/// A `PowerPoint` file with at least one master and one layout.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    pub bytes: Vec<u8>,
}

/// Parts by their names.
pub type Parts = BTreeMap<String, Vec<u8>>;

/// Bytes of the largest template.
pub const LARGEST: u64 = 32 << 20;
/// Bytes of all its parts together, unpacked.
const UNPACKED: u64 = 256 << 20;

/// The part that names the types of all others.
pub const TYPES: &str = "[Content_Types].xml";
/// Marks of types, without what they begin with.
const MACROS: &str = "macroEnabled";
const MASTER: &str = "presentationml.slideMaster+xml";
const LAYOUT: &str = "presentationml.slideLayout+xml";
const MAIN: [&str; 2] =
    ["presentationml.presentation.main+xml", "presentationml.template.main+xml"];

/// The template of a path that somebody types, or why it cannot be used.
pub fn load(path: &Path) -> Result<Template, Diagnostics> {
    let refused = |diagnostic: Diagnostic| Diagnostics::new(Vec::new(), vec![diagnostic]);
    let bytes = file::bytes(path, LARGEST).map_err(|refusal| refused(refusal.diagnostic))?;
    read(bytes).map_err(|(code, why)| {
        let message =
            message!("`{path}` cannot be the template: it {why}", path = path.display(), why);
        refused(Diagnostic::new(code, message))
    })
}

/// The template of a file, or why it cannot be used.
pub fn read(bytes: Vec<u8>) -> Result<Template, (Code, Message)> {
    let fail = |why: Message| Err((Code::ThemeFile, why));
    let Some(parts) = parts(&bytes) else {
        return fail(message!("is no PowerPoint file"));
    };
    let types = parts.get(TYPES).and_then(|part| std::str::from_utf8(part).ok()).unwrap_or("");
    if types.contains(MACROS) {
        return fail(message!("holds macros: save it as .potx or .pptx without them"));
    }
    if !MAIN.iter().any(|main| types.contains(main)) {
        return fail(message!("is no PowerPoint file"));
    }
    if !types.contains(MASTER) || !types.contains(LAYOUT) {
        return fail(message!("has no slide master with a layout"));
    }
    if parts.iter().any(|(name, part)| is_xml(name) && !is_well_formed(part)) {
        return fail(message!("is a damaged PowerPoint file"));
    }
    Ok(Template { bytes })
}

fn is_xml(name: &str) -> bool {
    let extension = name.rsplit_once('.').map(|(_, extension)| extension);
    matches!(extension, Some("xml" | "rels"))
}

fn is_well_formed(part: &[u8]) -> bool {
    std::str::from_utf8(part).is_ok_and(|text| Document::parse(text).is_ok())
}

/// The parts of a zip file; `None` where it is none, or where it holds more than anybody means.
pub fn parts(bytes: &[u8]) -> Option<Parts> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut parts = Parts::new();
    let mut room = UNPACKED;
    for place in 0..archive.len() {
        let part = archive.by_index(place).ok()?;
        let name = part.name().ok()?.trim_start_matches('/').to_owned();
        if name.ends_with('/') {
            continue;
        }
        let mut content = Vec::new();
        part.take(room + 1).read_to_end(&mut content).ok()?;
        room = room.checked_sub(content.len() as u64)?;
        parts.insert(name, content);
    }
    Some(parts)
}
