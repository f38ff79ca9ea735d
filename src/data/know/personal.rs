//! Personal data is dropped at the door.

use std::borrow::Cow;

use sha2::{Digest as _, Sha256};

/// What keeps people apart within one run, and cannot be turned back into them without the files
/// themselves: the first 64 bits of SHA-256 of a key and a name. The key is the hash of all files
/// that are read together.
#[derive(Clone, Debug)]
pub struct Key([u8; 32]);

impl Key {
    pub fn of<'a>(hashes: impl Iterator<Item = &'a str>) -> Key {
        let mut hasher = Sha256::new();
        hashes.for_each(|hash| hasher.update(hash.as_bytes()));
        Key(hasher.finalize().into())
    }

    pub fn hash(&self, name: &str) -> u64 {
        let mut hasher = Sha256::new();
        hasher.update(self.0);
        hasher.update(name.as_bytes());
        first(&hasher.finalize())
    }
}

/// The hash of an id, which is the same in every export.
pub fn id(text: &str) -> u64 {
    first(&Sha256::digest(text.as_bytes()))
}

fn first(digest: &[u8]) -> u64 {
    digest.iter().take(8).fold(0, |hash, &byte| hash << 8 | u64::from(byte))
}

/// Stands where something was taken out.
pub const OUT: char = '…';
/// Digits that are a phone number, and no price or year.
const PHONE: usize = 9;

/// A text without links, mails, phone numbers and names behind an `@`.
pub fn cleaned(text: &str) -> Cow<'_, str> {
    let is_plain = !text.contains(['@', '+'])
        && !text.contains('/')
        && !text.contains("www.")
        && text.bytes().filter(u8::is_ascii_digit).count() < PHONE;
    if is_plain {
        return text.into();
    }
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while !rest.is_empty() {
        let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
        let (word, behind) = rest.split_at(end);
        if is_personal(word) {
            kept.push(OUT);
        } else {
            kept.push_str(word);
        }
        let space = behind.find(|c: char| !c.is_whitespace()).unwrap_or(behind.len());
        kept.push_str(&behind[..space]);
        rest = &behind[space..];
    }
    phones(&kept).into()
}

fn is_personal(word: &str) -> bool {
    word.contains('@')
        || word.contains("://")
        || word.contains("www.")
        || word.split_once('/').is_some_and(|(host, _)| is_host(host))
}

/// Whether it is the name of a site, as in `example.org/page`.
fn is_host(text: &str) -> bool {
    let is_sign = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    let host = text.trim_start_matches(|c: char| !c.is_ascii_alphanumeric());
    host.rsplit_once('.').is_some_and(|(names, last)| {
        (2..=12).contains(&last.len())
            && last.bytes().all(|b| b.is_ascii_alphabetic())
            && names.split('.').all(|name| !name.is_empty() && name.chars().all(is_sign))
    })
}

/// Takes out runs of digits, with signs and single spaces between them, of the length of a phone
/// number.
fn phones(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit() || c == '+') {
        kept.push_str(&rest[..start]);
        let run = &rest[start..];
        if is_date(run) {
            kept.push_str(&run[..10]);
            rest = &run[10..];
            continue;
        }
        let end = run
            .find(|c: char| !(c.is_ascii_digit() || matches!(c, ' ' | '-' | '(' | ')' | '+')))
            .unwrap_or(run.len());
        let run = run[..end].trim_end_matches([' ', '-', '(']);
        let digits = run.bytes().filter(u8::is_ascii_digit).count();
        if digits >= PHONE && digits <= 15 {
            kept.push(OUT);
        } else {
            kept.push_str(run);
        }
        rest = &rest[start + run.len().max(1)..];
        if run.is_empty() {
            kept.push('+');
        }
    }
    kept.push_str(rest);
    kept
}

/// Whether it begins with a date, as in `2026-01-31 18:00`.
fn is_date(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() >= 10
        && matches!(bytes[0], b'1' | b'2')
        && (0..10).all(|at| {
            if matches!(at, 4 | 7) { bytes[at] == b'-' } else { bytes[at].is_ascii_digit() }
        })
}

/// The entities of web pages as the letters that they stand for.
pub fn unescaped(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return text.into();
    }
    let mut plain = text.to_owned();
    for (entity, letter) in [
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&apos;", "'"),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&nbsp;", " "),
        ("&laquo;", "«"),
        ("&raquo;", "»"),
        ("&mdash;", "—"),
        ("&ndash;", "–"),
        ("&hellip;", "…"),
        ("&amp;", "&"),
    ] {
        if plain.contains(entity) {
            plain = plain.replace(entity, letter);
        }
    }
    plain.into()
}
