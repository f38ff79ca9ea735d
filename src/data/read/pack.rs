//! What is packed: archives of files, packed files, and workbooks, which are archives too.

use std::io;

use zip::ZipArchive;

use super::store::Store;

/// What the first bytes say that a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Archive,
    Packed,
    Workbook(Make),
    Plain,
}

/// How a workbook is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Make {
    /// In one file of blocks.
    Blocks,
    /// An archive of XML, of binary records, of an open document.
    Xml,
    Binary,
    Open,
}

/// A member of an archive.
#[derive(Clone, Debug)]
pub struct Member {
    pub name: String,
    pub place: usize,
}

/// Why something is not unpacked.
#[derive(Debug)]
pub enum Failure {
    Bytes(io::Error),
    /// It unpacks to more bytes than these.
    Large(u64),
}

/// What a file is by its first bytes, whatever it is called.
pub fn kind(store: &Store) -> io::Result<Kind> {
    let first = store.first(8)?;
    if first.starts_with(&[0x1F, 0x8B]) {
        return Ok(Kind::Packed);
    }
    if first.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return Ok(Kind::Workbook(Make::Blocks));
    }
    let is_archive = first.starts_with(b"PK\x03\x04") || first.starts_with(b"PK\x05\x06");
    Ok(if is_archive { Kind::Archive } else { Kind::Plain })
}

/// All files of an archive, in its order, without those that systems put beside them.
pub fn members(store: &Store) -> io::Result<Vec<Member>> {
    let mut archive = ZipArchive::new(store.steps()?)?;
    let mut members = Vec::new();
    for place in 0..archive.len() {
        let member = archive.by_index_raw(place)?;
        let name =
            member.name().map_or_else(|_| format!("{place}"), |name| name.replace('\\', "/"));
        if !member.is_dir() && !name.starts_with("__MACOSX/") {
            members.push(Member { name, place });
        }
    }
    Ok(members)
}

/// Which workbook the members are, if they are one.
pub fn make(members: &[Member]) -> Option<Make> {
    let has = |name: &str| members.iter().any(|member| member.name.eq_ignore_ascii_case(name));
    if has("xl/workbook.xml") {
        return Some(Make::Xml);
    }
    if has("xl/workbook.bin") {
        return Some(Make::Binary);
    }
    (has("content.xml") && has("META-INF/manifest.xml")).then_some(Make::Open)
}

/// Unpacks all members once and counts: a header may say what it likes.
///
/// # Errors
/// More bytes than allowed, of one member or of all; and members that are damaged.
pub fn measure(store: &Store, members: &[Member], each: u64, all: u64) -> Result<(), Failure> {
    let mut sum = 0;
    for member in members {
        let store = Store::Member(Box::new(store.clone()), member.place);
        let size = store.size(each.min(all - sum)).map_err(Failure::Bytes)?;
        let Some(size) = size else {
            return Err(Failure::Large(if each < all - sum { each } else { all }));
        };
        sum += size;
    }
    Ok(())
}
