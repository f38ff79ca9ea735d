//! Keys that are given, each with its value and where both stand.

use std::collections::BTreeMap;

use super::keys::Key;
use super::layer::{Entry, Raw};
use super::value::{Beside, DataFile, Reader, Value};
use super::write;
use crate::diagnostic::Span;

/// What a layer gives, by path, its values read.
pub type Keys = BTreeMap<String, Given>;

/// A key that is given.
#[derive(Clone, Debug)]
pub struct Given {
    pub key: &'static Key,
    /// `None` where it could not be read, which is among the problems.
    pub value: Option<Value>,
    /// Place of the key.
    pub at: Span,
    /// Place of the value.
    pub value_at: Span,
    /// The value as TOML.
    pub text: String,
    /// Files that belong to the value.
    pub data: Vec<DataFile>,
    pub edited: Edited,
    pub beside: Beside,
}

/// Whether a value stands there because a what-if, a study or the command line changed it. A part
/// of the mix of posts that was changed leaves the rest to the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edited {
    Yes,
    No,
}

impl Given {
    /// Reads the value of an entry.
    pub fn read(entry: &Entry, reader: &mut Reader) -> Given {
        let mut beside = Beside::default();
        let (value, bytes, text) = match &entry.value {
            Raw::Toml(value) => {
                let text = write::value(value.get_ref());
                let mut own = *value;
                if entry.key.is_quantity() {
                    (own, beside) = reader.beside(value, &entry.path);
                }
                (reader.value(own, entry), own.span(), text)
            }
            Raw::Bare(text, bytes) => {
                (reader.bare(text, bytes.clone(), entry), bytes.clone(), write::quoted(text))
            }
        };
        let value_at = Span { source: entry.at.source, bytes };
        let data = std::mem::take(&mut reader.data);
        Given {
            key: entry.key,
            value,
            at: entry.at.clone(),
            value_at,
            text,
            data,
            edited: Edited::No,
            beside,
        }
    }
}
