//! Lines with hashes: each carries that of the one before, and its own over all of its other
//! bytes.

use reachsim_core::digits::hex;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::entry::{Entry, SCHEMA};

/// What comes before the hash, and behind it.
const OPEN: &str = ",\"hash\":\"";
const CLOSE: &str = "\"}";
/// Digits of a hash.
const DIGITS: usize = 64;

/// An entry within a line.
#[derive(Serialize, Deserialize)]
struct Linked {
    schema: String,
    #[serde(flatten)]
    entry: Entry,
    before: String,
}

/// A line that was read.
pub struct Link {
    pub entry: Entry,
    /// The hash of the line before; empty in the first one.
    pub before: String,
    pub hash: String,
}

/// Why a line is none of a ledger.
pub enum Broken {
    /// It does not end with its hash.
    NoHash,
    /// Its hash is not that of what stands in it.
    Edited,
    /// It is as it was written, and says nothing that this program knows.
    Unread,
}

/// The line of an entry behind a line of this hash, with its own.
pub fn line(entry: &Entry, before: &str) -> (String, String) {
    let linked =
        Linked { schema: SCHEMA.to_owned(), entry: entry.clone(), before: before.to_owned() };
    let text = serde_json::to_string(&linked).expect("an entry has text, numbers and lists alone");
    let hash = hash(&text);
    let body = text.strip_suffix('}').unwrap_or(&text);
    (format!("{body}{OPEN}{hash}{CLOSE}"), hash)
}

/// What a line says.
pub fn read(line: &str) -> Result<Link, Broken> {
    let (body, hash) = parted(line).ok_or(Broken::NoHash)?;
    let text = format!("{body}}}");
    if self::hash(&text) != hash {
        return Err(Broken::Edited);
    }
    let linked: Linked = serde_json::from_str(&text).map_err(|_| Broken::Unread)?;
    if linked.schema != SCHEMA {
        return Err(Broken::Unread);
    }
    Ok(Link { entry: linked.entry, before: linked.before, hash: hash.to_owned() })
}

/// A line without its hash and its last brace, and the hash.
fn parted(line: &str) -> Option<(&str, &str)> {
    let (head, hash) = line.strip_suffix(CLOSE)?.rsplit_once(OPEN)?;
    let is_hash = hash.len() == DIGITS && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_hash.then_some((head, hash))
}

fn hash(text: &str) -> String {
    hex(&Sha256::digest(text.as_bytes()))
}
