//! What a file is, whatever it is called: told from its first bytes.

use std::fs;
use std::io::{self, Read};
use std::sync::Arc;

use reachsim_core::diagnostic::{Code, message};

use crate::fault::Fault;

use super::find::Found;
use super::letters::{self, Letters};
use super::list::{self, Document};
use super::part::{Form, Part, Source};
use super::refuse::{empty, failure, no_list, stray, unreadable};
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
    whole(&found.name, Store::Disk(found.path.clone()))
}

/// The same from memory.
pub fn from_bytes(name: &str, bytes: Vec<u8>) -> Result<File, Vec<Fault>> {
    whole(name, Store::Memory(bytes.into()))
}

fn whole(name: &str, store: Store) -> Result<File, Vec<Fault>> {
    let hash = store.hash().map_err(|error| vec![unreadable(name, &error)])?;
    let parts = parts(name, store)?;
    Ok(File { name: name.to_owned(), hash, parts })
}

fn parts(name: &str, store: Store) -> Result<Vec<Part>, Vec<Fault>> {
    text(name, store).map_err(|fault| vec![fault])
}

/// Bytes of a text from which its delimiter is told.
const HEAD: u64 = 1 << 20;

fn text(name: &str, store: Store) -> Result<Vec<Part>, Fault> {
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
        return lists(name, &Arc::new(Document { store, encoding, is_lines }));
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
        source: Source::Text { store, encoding, cut },
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
