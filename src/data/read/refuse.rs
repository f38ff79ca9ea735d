//! What a file is refused for, in words, each with a way out.

use std::io;

use reachsim_core::diagnostic::{Code, message};

use crate::fault::{Fault, Place};

use super::letters::{Stray, What};
use super::limits::Limits;
use super::list::{Document, Failure};
use super::place::{around, locate, window};
use super::split::Trouble;
use super::store::Store;

/// The system, or what packs a file, does not give its bytes.
pub fn unreadable(name: &str, error: &io::Error) -> Fault {
    let damaged = matches!(
        error.kind(),
        io::ErrorKind::InvalidData
            | io::ErrorKind::InvalidInput
            | io::ErrorKind::UnexpectedEof
            | io::ErrorKind::Other
    );
    if damaged {
        return broken(name);
    }
    Fault::new(
        Code::FileUnreadable,
        message!("`{file}` cannot be read: {what}", file = name, what = error.to_string()),
    )
}

/// A file that is packed, and of which a part is missing or wrong.
pub fn broken(name: &str) -> Fault {
    Fault::new(Code::ExportUnreadable, message!("`{file}` is cut short or damaged", file = name))
        .help(message!("export it once more, or copy it anew"))
}

pub fn empty(name: &str) -> Fault {
    Fault::new(Code::ExportUnreadable, message!("`{file}` has nothing in it", file = name))
        .help(message!("export it once more, or leave it out"))
}

/// A workbook that cannot be read, whatever is wrong in it.
pub fn workbook(name: &str) -> Fault {
    Fault::new(
        Code::ExportUnreadable,
        message!("the workbook `{file}` cannot be read", file = name),
    )
    .help(message!("open it in a spreadsheet and save it as CSV"))
}

pub fn large_sheet(name: &str) -> Fault {
    Fault::new(
        Code::ExportUnreadable,
        message!("the workbook `{file}` has more cells than can be held", file = name),
    )
    .help(message!("open it in a spreadsheet and save it as CSV"))
}

/// An archive of more files than are read.
pub fn many(name: &str, most: u64) -> Fault {
    Fault::new(
        Code::ExportUnreadable,
        message!("`{file}` holds more than {most} files", file = name, most),
    )
    .help(message!("unpack it, and name the files that are meant"))
}

pub fn nested(name: &str) -> Fault {
    Fault::new(
        Code::ExportUnreadable,
        message!("`{file}` is an archive within an archive", file = name),
    )
    .help(message!("unpack the outer one"))
}

pub fn too_large(name: &str, limit: u64) -> Fault {
    let mebibytes = limit >> 20;
    Fault::new(
        Code::ExportUnreadable,
        message!("`{file}` unpacks to more than {mebibytes} MiB", file = name, mebibytes),
    )
    .help(message!("export fewer columns or a shorter time, or save it as CSV"))
}

/// What no text of rows can be.
pub fn trouble(name: &str, trouble: Trouble, limits: Limits, place: Place) -> Fault {
    let (message, help) = match trouble {
        Trouble::Open { .. } => (
            message!("a quote in `{file}` is opened and never closed", file = name),
            message!("close it, write it twice where it is meant as it stands, or export anew"),
        ),
        Trouble::Long(_) => (
            message!(
                "a row of `{file}` has more than {mebibytes} MiB",
                file = name,
                mebibytes = limits.row as u64 >> 20
            ),
            message!("this is no table of rows: export it as CSV"),
        ),
        Trouble::Wide(_) => (
            message!(
                "a row of `{file}` has more than {cells} cells",
                file = name,
                cells = limits.cells as u64
            ),
            message!("this is no table of rows: export it as CSV"),
        ),
    };
    Fault::new(Code::ExportUnreadable, message).at(place).help(help)
}

/// What is no document of lists.
pub fn failure(name: &str, document: &Document, failure: Failure) -> Fault {
    let (message, help) = match failure {
        Failure::Bytes(error) => return unreadable(name, &error),
        Failure::Columns => (
            message!("a list of `{file}` has more than 100,000 keys", file = name),
            message!("export it as a list of rows, each with the same keys"),
        ),
        Failure::Lists => (
            message!("`{file}` holds more than 10,000 lists", file = name),
            message!("export fewer chats at once"),
        ),
        Failure::Syntax { line, column, is_end } => {
            let (text, from) =
                around(&document.store, document.encoding, line, column).unwrap_or_default();
            let at = column.saturating_sub(1).saturating_sub(from) as usize;
            let place = window((name, line), &text, at..at + 1, message!("here"));
            let message = if is_end {
                message!("`{file}` ends in the middle of its JSON", file = name)
            } else {
                message!(
                    "column {column} of line {line} of `{file}` is no JSON",
                    column,
                    line,
                    file = name
                )
            };
            return Fault::new(Code::ExportUnreadable, message)
                .at(place)
                .help(message!("export it once more, or copy it anew"));
        }
    };
    Fault::new(Code::ExportUnreadable, message).help(help)
}

/// A document without a list of objects.
pub fn no_list(name: &str) -> Fault {
    Fault::new(
        Code::ExportUnreadable,
        message!("`{file}` is JSON without a list of objects", file = name),
    )
    .help(message!("a list is an array such as `[{{\"date\": ..}}, ..]`, itself or under a key"))
}

/// A byte that is no letter.
pub fn stray(name: &str, store: &Store, stray: Stray) -> Fault {
    let Stray { encoding, at, what } = stray;
    let (line, byte, place) = match locate(name, store, encoding, at) {
        Ok(found) => found,
        Err(error) => return unreadable(name, &error),
    };
    let message = match what {
        What::Nought => message!(
            "byte {byte} of line {line} of `{file}` is a nought, which no text has",
            byte,
            line,
            file = name
        ),
        What::Unmapped => message!(
            "byte {byte} of line {line} of `{file}` is no letter of {encoding}",
            byte,
            line,
            file = name,
            encoding = encoding.name()
        ),
        What::Mixed => message!(
            "`{file}` is UTF-8, but byte {byte} of line {line} is not",
            file = name,
            byte,
            line
        ),
    };
    Fault::new(Code::Encoding, message)
        .at(place)
        .help(message!("export it once more, or save it as CSV in UTF-8"))
}
