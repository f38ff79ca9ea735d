//! What a file is, whatever it is called: told from its first bytes.

use std::fs;
use std::io::{self, Read};
use std::sync::Arc;

use reachsim_core::diagnostic::{Code, message};

use crate::fault::Fault;

use super::find::{Found, is_meant};
use super::letters::{self, Letters};
use super::limits::Limits;
use super::list::{self, Document};
use super::pack::{self, Kind, Make, Member};
use super::part::{Form, Part, Source, Text};
use super::refuse::{
    broken, empty, failure, large_sheet, many, nested, no_list, stray, too_large, unreadable,
    workbook,
};
use super::sheet::{self, Sheet};
use super::sniff::cut;
use super::store::Store;

/// A file with all its parts.
#[derive(Clone, Debug)]
pub struct File {
    /// As the user gave it.
    pub name: String,
    /// SHA-256 of its bytes, in hexadecimal.
    pub hash: String,
    pub parts: Vec<Part>,
}

/// Opens a file. All its bytes are read once; its rows are read when they are visited.
///
/// # Errors
/// A folder, a pipe or a device; and whatever is wrong with its bytes.
pub fn open(found: &Found) -> Result<File, Vec<Fault>> {
    open_within(found, Limits::USUAL)
}

/// The same with other limits than the usual ones.
pub fn open_within(found: &Found, limits: Limits) -> Result<File, Vec<Fault>> {
    let fail = |code, message| Err(vec![Fault::new(code, message)]);
    let kind = match fs::metadata(&found.path) {
        Ok(kind) => kind,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let message = message!("there is no file `{path}`", path = found.name);
            return fail(Code::FileMissing, message);
        }
        Err(error) => return Err(vec![unreadable(&found.name, &error)]),
    };
    if kind.is_dir() {
        let message = message!("`{file}` is a folder, but a file is meant", file = found.name);
        return fail(Code::FileDirectory, message);
    }
    if !kind.is_file() {
        let message = message!("`{file}` is no file that stays as it is", file = found.name);
        let fault = Fault::new(Code::FileIrregular, message);
        return Err(vec![fault.help(message!("save what it holds to a file"))]);
    }
    whole(&found.name, Store::Disk(found.path.clone()), limits)
}

/// The same from memory.
pub fn from_bytes(name: &str, bytes: Vec<u8>) -> Result<File, Vec<Fault>> {
    from_bytes_within(name, bytes, Limits::USUAL)
}

/// The same from memory, with other limits than the usual ones.
pub fn from_bytes_within(name: &str, bytes: Vec<u8>, limits: Limits) -> Result<File, Vec<Fault>> {
    whole(name, Store::Memory(bytes.into()), limits)
}

fn whole(name: &str, store: Store, limits: Limits) -> Result<File, Vec<Fault>> {
    let hash = store.hash().map_err(|error| vec![unreadable(name, &error)])?;
    let parts = parts(name, store, limits)?;
    Ok(File { name: name.to_owned(), hash, parts })
}

fn parts(name: &str, store: Store, limits: Limits) -> Result<Vec<Part>, Vec<Fault>> {
    let one = |fault| vec![fault];
    match pack::kind(&store).map_err(|error| vec![unreadable(name, &error)])? {
        Kind::Packed => {
            let packed = Store::Packed(Box::new(store));
            match packed.size(limits.archive) {
                Ok(Some(_)) => text(name, packed, limits).map_err(one),
                Ok(None) => Err(vec![too_large(name, limits.archive)]),
                Err(error) => Err(vec![unreadable(name, &error)]),
            }
        }
        Kind::Workbook(make) => book(name, &store, make, limits).map_err(one),
        Kind::Archive => {
            let members = pack::members(&store).map_err(|_| vec![broken(name)])?;
            match pack::make(&members) {
                Some(make) => {
                    measured(name, &store, &members, (limits.book, limits.archive)).map_err(one)?;
                    book(name, &store, make, limits).map_err(one)
                }
                None => archive(name, &store, members, limits),
            }
        }
        Kind::Plain => text(name, store, limits).map_err(one),
    }
}

fn measured(
    name: &str,
    store: &Store,
    members: &[Member],
    (each, all): (u64, u64),
) -> Result<(), Fault> {
    pack::measure(store, members, each, all).map_err(|failure| match failure {
        pack::Failure::Bytes(error) => unreadable(name, &error),
        pack::Failure::Large(limit) => too_large(name, limit),
    })
}

/// Members of an archive that are read.
const MEMBERS: usize = 2_000;

/// All members of an archive, each with what is wrong with it.
fn archive(
    name: &str,
    store: &Store,
    mut members: Vec<Member>,
    limits: Limits,
) -> Result<Vec<Part>, Vec<Fault>> {
    let all = members.len();
    members.retain(|member| is_meant(&member.name));
    if members.len() > MEMBERS {
        return Err(vec![many(name, MEMBERS as u64)]);
    }
    measured(name, store, &members, (limits.archive, limits.archive))
        .map_err(|fault| vec![fault])?;
    let (mut parts, mut faults) = (Vec::new(), Vec::new());
    for member in &members {
        let name = format!("{name}/{}", member.name);
        let store = Store::Member(Box::new(store.clone()), member.place);
        match within(&name, store, limits) {
            Ok(more) => parts.extend(more),
            Err(fault) => faults.push(fault),
        }
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    if parts.is_empty() {
        return Err(vec![empty(name)]);
    }
    let left = all - members.len();
    if left > 0 {
        parts[0].remarks.push(message!(
            "{count} pictures, films and pages of `{file}` were not read",
            count = left as u64,
            file = name
        ));
    }
    Ok(parts)
}

/// A member of an archive: a text, a list, or a workbook.
fn within(name: &str, store: Store, limits: Limits) -> Result<Vec<Part>, Fault> {
    let failed = |error: io::Error| unreadable(name, &error);
    match pack::kind(&store).map_err(failed)? {
        Kind::Plain => text(name, store, limits),
        Kind::Workbook(make) => book(name, &store, make, limits),
        Kind::Packed => Err(nested(name)),
        Kind::Archive => {
            let bytes = Store::Memory(store.first(limits.book).map_err(failed)?.into());
            let members = pack::members(&bytes).map_err(|_| broken(name))?;
            let make = pack::make(&members).ok_or_else(|| nested(name))?;
            measured(name, &bytes, &members, (limits.book, limits.archive))?;
            book(name, &bytes, make, limits)
        }
    }
}

/// Every sheet of a workbook that has something in it.
fn book(name: &str, store: &Store, make: Make, limits: Limits) -> Result<Vec<Part>, Fault> {
    let limit = limits.book;
    let bytes = store.first(limit + 1).map_err(|error| unreadable(name, &error))?;
    if bytes.len() as u64 > limit {
        return Err(too_large(name, limit));
    }
    let (sheets, is_bare) =
        sheet::sheets(bytes.into(), make, 2 * limit as usize).map_err(|failure| match failure {
            sheet::Failure::Damaged => workbook(name),
            sheet::Failure::Large => large_sheet(name),
        })?;
    if sheets.is_empty() {
        return Err(empty(name));
    }
    let part = |sheet: Sheet| {
        let bare = message!(
            "the formats of `{file}` cannot be read: its times are numbers of days",
            file = name
        );
        Part {
            name: name.to_owned(),
            sheet: Some(sheet.name),
            form: Form::Sheet,
            encoding: String::new(),
            delimiter: None,
            remarks: if is_bare { vec![bare] } else { Vec::new() },
            source: Source::Sheet { rows: Arc::new(sheet.rows) },
        }
    };
    Ok(sheets.into_iter().map(part).collect())
}

/// Bytes of a text from which its delimiter is told.
const HEAD: u64 = 1 << 20;

fn text(name: &str, store: Store, limits: Limits) -> Result<Vec<Part>, Fault> {
    let failed = |error: io::Error| unreadable(name, &error);
    let encoding = match letters::encoding(&store).map_err(failed)? {
        Ok(encoding) => encoding,
        Err(found) => return Err(stray(name, &store, found)),
    };
    let head = store.with(|read| {
        let mut head = Vec::new();
        Letters::new(read, encoding).take(HEAD).read_to_end(&mut head).map(|_| head)
    });
    let head = head.and_then(|head| head).map_err(failed)?;
    let head = String::from_utf8_lossy(&head);
    if head.trim().is_empty() {
        return Err(empty(name));
    }
    if let Some(is_lines) = list::kind(&head) {
        return lists(name, &Arc::new(Document { store, encoding, is_lines, held: limits.held }));
    }
    let cut = cut(&head);
    let mut remarks = Vec::new();
    if cut.within.is_some() {
        remarks.push(message!(
            "each row stood in one cell, as a spreadsheet saves it, and was taken out of it"
        ));
    }
    Ok(vec![Part {
        name: name.to_owned(),
        sheet: None,
        form: Form::Text,
        encoding: encoding.name().to_owned(),
        delimiter: Some(char::from(cut.within.unwrap_or(cut.delimiter))),
        remarks,
        source: Source::Text(Text { store, encoding, cut, limits }),
    }])
}

fn lists(name: &str, document: &Arc<Document>) -> Result<Vec<Part>, Fault> {
    let lists = list::lists(document).map_err(|found| failure(name, document, found))?;
    if lists.is_empty() {
        return Err(no_list(name));
    }
    let part = |list| Part {
        name: name.to_owned(),
        sheet: None,
        form: Form::List,
        encoding: document.encoding.name().to_owned(),
        delimiter: None,
        remarks: Vec::new(),
        source: Source::List(Arc::new(list)),
    };
    Ok(lists.into_iter().map(part).collect())
}
