//! The package of the deck: a zip file of parts, their types and what they refer to (ECMA-376,
//! part 2).

use std::collections::BTreeMap;
use std::io::{self, Cursor, Write};

use zip::write::{SimpleFileOptions, ZipWriter};
use zip::{CompressionMethod, DateTime};

use super::super::input::failed;
use super::super::xml::escape;
use super::markup::{HEAD, OFFICE};

const TYPES: &str = "application/vnd.openxmlformats-officedocument.";

/// Parts with their types, in the order in which they were added.
#[derive(Clone, Debug, Default)]
pub struct Package {
    parts: Vec<(String, Vec<u8>)>,
    /// Of all parts with an extension.
    defaults: BTreeMap<String, String>,
    /// Of single parts.
    types: Vec<(String, String)>,
}

impl Package {
    /// Adds a part of a type of its own; what its type begins with everywhere is left out.
    pub fn part(&mut self, name: &str, kind: &str, text: &str) {
        self.typed(name, format!("{TYPES}{kind}+xml"), text.as_bytes().to_vec());
    }

    /// Adds a part with its whole type.
    pub fn typed(&mut self, name: &str, kind: String, bytes: Vec<u8>) {
        self.types.push((name.to_owned(), kind));
        self.bytes(name, bytes);
    }

    /// Adds a part whose type follows from its extension.
    pub fn bytes(&mut self, name: &str, bytes: Vec<u8>) {
        self.parts.push((name.to_owned(), bytes));
    }

    /// The type of all parts with an extension.
    pub fn extension(&mut self, extension: &str, kind: &str) {
        self.defaults.insert(extension.to_owned(), kind.to_owned());
    }

    /// Adds what a part refers to.
    pub fn relations(&mut self, part: &str, rows: &[Relation]) {
        self.bytes(&relations_of(part), relationships(rows).into_bytes());
    }

    pub fn has(&self, prefix: &str) -> bool {
        self.parts.iter().any(|(name, _)| name.starts_with(prefix))
    }

    fn content_types(&self) -> String {
        let defaults = self.defaults.iter().map(|(extension, kind)| {
            format!(
                "<Default Extension=\"{}\" ContentType=\"{}\"/>",
                escape(extension),
                escape(kind)
            )
        });
        let types = self.types.iter().map(|(name, kind)| {
            format!("<Override PartName=\"/{}\" ContentType=\"{}\"/>", escape(name), escape(kind))
        });
        format!(
            "{HEAD}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">{}</Types>",
            defaults.chain(types).collect::<String>()
        )
    }

    /// The zip file, whose bytes depend on its content only.
    pub fn finish(mut self) -> io::Result<Vec<u8>> {
        self.extension("rels", "application/vnd.openxmlformats-package.relationships+xml");
        self.extension("xml", "application/xml");
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        let types = ("[Content_Types].xml".to_owned(), self.content_types().into_bytes());
        for (name, bytes) in std::iter::once(types).chain(self.parts) {
            let options = SimpleFileOptions::default()
                .compression_method(CompressionMethod::Deflated)
                .last_modified_time(DateTime::default());
            archive.start_file(name, options).map_err(failed)?;
            archive.write_all(&bytes)?;
        }
        Ok(archive.finish().map_err(failed)?.into_inner())
    }
}

/// Where a part says what it refers to.
pub fn relations_of(part: &str) -> String {
    let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
    let folder = if folder.is_empty() { String::new() } else { format!("{folder}/") };
    format!("{folder}_rels/{name}.rels")
}

/// One thing that a part refers to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relation {
    pub id: String,
    /// The whole name of its kind.
    pub kind: String,
    pub target: String,
    /// Whether it lies outside, as the target of a link.
    pub mode: Mode,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    Within,
    Outside,
}

impl Relation {
    /// One within the package, to a part by its whole name.
    pub fn new(id: impl Into<String>, kind: &str, part: &str) -> Relation {
        Relation {
            id: id.into(),
            kind: format!("{OFFICE}/{kind}"),
            target: format!("/{part}"),
            mode: Mode::Within,
        }
    }
}

/// Relationships as a part of their own.
fn relationships(rows: &[Relation]) -> String {
    let rows = rows.iter().map(|row| {
        let mode = if row.mode == Mode::Outside { " TargetMode=\"External\"" } else { "" };
        format!(
            "<Relationship Id=\"{}\" Type=\"{}\" Target=\"{}\"{mode}/>",
            escape(&row.id),
            escape(&row.kind),
            escape(&row.target)
        )
    });
    format!(
        "{HEAD}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{}</Relationships>",
        rows.collect::<String>()
    )
}
