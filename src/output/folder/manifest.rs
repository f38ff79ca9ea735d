//! The manifest of a folder: which files belong to it, and whether they are as they were written.

use std::io::{self, Read};
use std::path::{Component, Path};

use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::digits::hex;

/// The file that names all others; it takes its place last.
pub const MANIFEST: &str = "manifest.json";

/// One written file, as the manifest lists it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Written {
    /// Path inside the folder, with `/`.
    pub name: String,
    pub bytes: u64,
    /// In hexadecimal digits.
    pub sha256: String,
}

impl Written {
    /// Whether this is what was written.
    pub fn is(&self, content: impl Read) -> io::Result<bool> {
        Ok(digest(content)? == self.sha256)
    }
}

/// The files that a manifest describes in full.
pub fn listed(manifest: &Value) -> impl Iterator<Item = Written> {
    files(manifest).filter_map(|file| Written::deserialize(file).ok())
}

/// The names in a manifest that stay inside its folder: it may have been edited by anybody.
pub fn names(manifest: &Value) -> impl Iterator<Item = &str> {
    files(manifest).filter_map(|file| file["name"].as_str()).filter(|name| is_inside(name))
}

fn files(manifest: &Value) -> impl Iterator<Item = &Value> {
    manifest["files"].as_array().into_iter().flatten()
}

/// Whether a name stays inside the folder, and is none of its hidden ones.
pub fn is_inside(name: &str) -> bool {
    let mut parts = Path::new(name).components().peekable();
    parts.peek().is_some()
        && parts.all(|part| matches!(part, Component::Normal(_)))
        && !name.starts_with('.')
}

/// SHA-256, in hexadecimal digits.
fn digest(mut content: impl Read) -> io::Result<String> {
    let (mut hash, mut bytes) = (Sha256::new(), vec![0; 1 << 16]);
    loop {
        match content.read(&mut bytes)? {
            0 => return Ok(hex(&hash.finalize())),
            count => hash.update(&bytes[..count]),
        }
    }
}
