//! A client's package as what slides are put into: its masters, layouts, themes and pictures stay,
//! its slides go, and its layouts are found by their placeholders.

use std::collections::{BTreeMap, BTreeSet};

use roxmltree::{Document, Node};

use super::super::input::DocumentInput;
use super::base::Base;
use super::layouts::{Found, child, stages};
use super::markup::{HEAD, OFFICE, Place};
use super::own;
use super::package::{Mode, Package, Relation, relations_of};
use crate::scenario::template::{Parts, TYPES, parts};

/// The last word of each kind of relationship that is not taken along: slides, what hangs on them,
/// and what is written anew.
const LEFT: [&str; 12] = [
    "slide",
    "notesSlide",
    "comments",
    "commentAuthors",
    "authors",
    "thumbnail",
    "core-properties",
    "extended-properties",
    "vbaProject",
    "tags",
    "printerSettings",
    "customXml",
];
/// Children of a presentation that speak of its slides.
const OF_SLIDES: [&str; 4] = ["sldIdLst", "custShowLst", "custDataLst", "extLst"];
/// Those before the list of slides.
const BEFORE: [&str; 3] = ["sldMasterIdLst", "notesMasterIdLst", "handoutMasterIdLst"];
const MAIN: &str = "http://schemas.openxmlformats.org/presentationml/2006/main";
const NOTES: &str = "rIdNotesMaster";

/// The base that a template is; an error in words where it is not as presentations are.
pub fn base(bytes: &[u8], told: &DocumentInput) -> Result<Base, String> {
    let broken = || "the template is no presentation that can be taken over".to_owned();
    let source = Source { parts: parts(bytes).ok_or_else(broken)? };
    let main = source.relations("").into_iter().find(|row| last(&row.kind) == "officeDocument");
    let main = main.map(|row| row.target.trim_start_matches('/').to_owned()).ok_or_else(broken)?;
    let text = source.text(&main).ok_or_else(broken)?;
    let document = Document::parse(text).map_err(|_| broken())?;
    if document.root_element().tag_name().namespace() != Some(MAIN) {
        return Err(broken());
    }
    let mut relations = source.kept(&main);
    let mut package = Package::default();
    source.carry(&main, &relations, &mut package);
    let (mut before, between, behind) = cut(text, &document).ok_or_else(broken)?;
    let known = relations.iter().find(|row| last(&row.kind) == "notesMaster");
    let notes = if let Some(row) = known {
        row.target.trim_start_matches('/').to_owned()
    } else {
        let notes = own::notes_master(&mut package, told, "ppt/theme/ownTheme.xml");
        relations.push(Relation::new(NOTES, "notesMaster", &notes));
        before = with_notes(&before);
        notes
    };
    let size = child(document.root_element(), "sldSz").ok_or_else(broken)?;
    let length = |name: &str| size.attribute(name).and_then(|text| text.parse::<i64>().ok());
    let size = Place {
        width: length("cx").ok_or_else(broken)?,
        height: length("cy").ok_or_else(broken)?,
        ..Place::default()
    };
    let found = source.layouts(&document, &relations).ok_or_else(broken)?;
    let stages = stages(&found, size).ok_or_else(broken)?;
    Ok(Base {
        package,
        presentation: main,
        text: [before, between, behind],
        relations,
        notes,
        stages,
    })
}

/// The list of masters of notes behind that of slides.
fn with_notes(before: &str) -> String {
    let list = format!(
        "<p:notesMasterIdLst xmlns:p=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><p:notesMasterId r:id=\"{NOTES}\"/></p:notesMasterIdLst>"
    );
    let end = before.find("sldMasterIdLst>").map(|_| before.rfind("sldMasterIdLst>"));
    match end.flatten() {
        Some(at) => {
            let at = at + "sldMasterIdLst>".len();
            format!("{}{list}{}", &before[..at], &before[at..])
        }
        None => before.to_owned() + &list,
    }
}

/// The text of a presentation without what it says of its slides: before their list, behind it, and
/// its end.
fn cut(text: &str, document: &Document) -> Option<(String, String, String)> {
    let root = document.root_element();
    let children: Vec<Node> = root.children().filter(Node::is_element).collect();
    let (first, end) = (children.first()?, children.last()?.range().end);
    let mut before = HEAD.to_owned() + &text[root.range().start..first.range().start];
    let mut between = String::new();
    for child in children {
        let name = child.tag_name().name();
        if BEFORE.contains(&name) {
            before += &text[child.range()];
        } else if !OF_SLIDES.contains(&name) {
            between += &text[child.range()];
        }
    }
    Some((before, between, text[end..root.range().end].to_owned()))
}

fn last(kind: &str) -> &str {
    kind.rsplit('/').next().unwrap_or(kind)
}

/// The parts of the template.
struct Source {
    parts: Parts,
}

impl Source {
    fn text(&self, name: &str) -> Option<&str> {
        let text = std::str::from_utf8(self.parts.get(name)?).ok()?;
        Some(text.trim_start_matches('\u{feff}'))
    }

    /// What a part refers to, by whole names.
    fn relations(&self, part: &str) -> Vec<Relation> {
        let Some(text) = self.text(&relations_of(part)) else { return Vec::new() };
        let Ok(document) = Document::parse(text) else { return Vec::new() };
        let folder = part.rsplit_once('/').map_or("", |(folder, _)| folder);
        let row = |node: Node| {
            let is_outside = node.attribute("TargetMode") == Some("External");
            let target = node.attribute("Target")?;
            Some(Relation {
                id: node.attribute("Id")?.to_owned(),
                kind: node.attribute("Type")?.to_owned(),
                target: if is_outside { target.to_owned() } else { whole(folder, target) },
                mode: if is_outside { Mode::Outside } else { Mode::Within },
            })
        };
        document.root_element().children().filter(Node::is_element).filter_map(row).collect()
    }

    /// Those of its relations that are taken along.
    fn kept(&self, part: &str) -> Vec<Relation> {
        let mut rows = self.relations(part);
        rows.retain(|row| {
            let is_there = self.parts.contains_key(row.target.trim_start_matches('/'));
            !LEFT.contains(&last(&row.kind)) && (row.mode == Mode::Outside || is_there)
        });
        rows
    }

    /// Takes along all parts that are reached from the presentation.
    fn carry(&self, main: &str, first: &[Relation], package: &mut Package) {
        let types = self.types();
        let mut seen: BTreeSet<String> = BTreeSet::from([main.to_owned()]);
        let mut waiting: Vec<Relation> = first.to_vec();
        waiting.reverse();
        while let Some(row) = waiting.pop() {
            let name = row.target.trim_start_matches('/').to_owned();
            if row.mode == Mode::Outside || !seen.insert(name.clone()) {
                continue;
            }
            let Some(bytes) = self.parts.get(&name) else { continue };
            match types.single.get(&name) {
                Some(kind) => package.typed(&name, kind.clone(), bytes.clone()),
                None => package.bytes(&name, bytes.clone()),
            }
            let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
            if let Some(kind) = types.by_extension.get(&extension.to_lowercase()) {
                package.extension(extension, kind);
            }
            let rows = self.kept(&name);
            if !rows.is_empty() {
                package.relations(&name, &rows);
            }
            waiting.extend(rows.into_iter().rev());
        }
    }

    fn types(&self) -> Types {
        let mut types = Types::default();
        let Some(document) = self.text(TYPES).and_then(|text| Document::parse(text).ok()) else {
            return types;
        };
        for node in document.root_element().children() {
            let Some(kind) = node.attribute("ContentType") else { continue };
            if let Some(name) = node.attribute("PartName") {
                types.single.insert(name.trim_start_matches('/').to_owned(), kind.to_owned());
            } else if let Some(extension) = node.attribute("Extension") {
                types.by_extension.insert(extension.to_lowercase(), kind.to_owned());
            }
        }
        types
    }

    /// The first master and its layouts, in their order.
    fn layouts(&self, document: &Document, relations: &[Relation]) -> Option<Found<'_>> {
        let ids = child(document.root_element(), "sldMasterIdLst")?;
        let first = ids.children().find(Node::is_element)?.attribute((OFFICE, "id"))?;
        let row = relations.iter().find(|row| row.id == first)?;
        let master = row.target.trim_start_matches('/').to_owned();
        let rows = self.kept(&master);
        let text = self.text(&master)?;
        let document = Document::parse(text).ok()?;
        let list = child(document.root_element(), "sldLayoutIdLst")?;
        let layouts = list.children().filter_map(|node| {
            let id = node.attribute((OFFICE, "id"))?;
            let row = rows.iter().find(|row| row.id == id)?;
            let name = row.target.trim_start_matches('/').to_owned();
            let text = self.text(&name)?;
            Some((name, text))
        });
        Some(Found { master: text, layouts: layouts.collect() })
    }
}

#[derive(Default)]
struct Types {
    single: BTreeMap<String, String>,
    by_extension: BTreeMap<String, String>,
}

/// The whole name of a target that is relative to a folder.
fn whole(folder: &str, target: &str) -> String {
    let mut path: Vec<&str> = if target.starts_with('/') {
        Vec::new()
    } else {
        folder.split('/').filter(|part| !part.is_empty()).collect()
    };
    for part in target.split('/').filter(|part| !part.is_empty() && *part != ".") {
        if part == ".." {
            path.pop();
        } else {
            path.push(part);
        }
    }
    format!("/{}", path.join("/"))
}
