//! Files of exports that a scenario names, in short.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::digits::hex;
use crate::scenario::period;

/// A file that was read and understood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExportFile {
    /// As the scenario names it, or below what it names.
    pub name: String,
    /// SHA-256 of its bytes, in hexadecimal.
    pub hash: String,
    /// Its blocks, sheets or members: mostly one.
    pub parts: Vec<ExportPart>,
}

/// How a part of a file was understood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExportPart {
    /// Such as `meta-posts`.
    pub kind: String,
    pub rows: u64,
    pub used: u64,
    /// The first and the last day, in days since 1970-01-01.
    pub from: Option<i32>,
    pub to: Option<i32>,
}

impl ExportFile {
    /// Where it comes from, for machines.
    pub fn json(&self) -> Value {
        let day = |day: Option<i32>| day.map(|day| period::day(day).to_string());
        let parts = self.parts.iter().map(|part| {
            json!({
                "kind": part.kind,
                "rows": part.rows,
                "used": part.used,
                "from": day(part.from),
                "to": day(part.to),
            })
        });
        json!({ "file": self.name, "hash": self.hash, "parts": parts.collect::<Vec<_>>() })
    }
}

/// The hash of a scenario, and of the files that it names.
pub fn hash(scenario: &str, files: &[ExportFile]) -> String {
    let mut hasher = Sha256::new();
    let files = files.iter().flat_map(|file| [file.name.as_str(), file.hash.as_str()]);
    for part in [scenario].into_iter().chain(files) {
        // Lengths keep one part from passing into the next.
        hasher.update((part.len() as u64).to_le_bytes());
        hasher.update(part);
    }
    hex(&hasher.finalize())
}
