//! What a file is refused for, in words; and the place that is meant.

use std::io;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use reachsim_core::diagnostic::{Code, Message, message};

use crate::fault::{Fault, Place, SHOWN};

use super::letters::{Letters, Stray, What};
use super::limits::Limits;
use super::list::{Document, Failure};
use super::split::Trouble;
use super::store::{Store, chunks};

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

/// A line as far as it is shown, about a column, and the column before its first byte.
pub fn around(
    store: &Store,
    encoding: &'static Encoding,
    line: u64,
    column: u64,
) -> io::Result<(String, u64)> {
    let mut from = column.saturating_sub(SHOWN as u64 / 2);
    let (mut text, mut at, mut passed) = (Vec::new(), 1, 0);
    store.with(|read| {
        chunks(&mut Letters::new(read, encoding), &mut |piece| {
            for &byte in piece {
                if byte == b'\n' {
                    (at, passed) = (at + 1, 0);
                    continue;
                }
                if at == line && passed >= from && text.len() < SHOWN {
                    text.push(byte);
                }
                passed += 1;
            }
            at <= line && text.len() < SHOWN
        })
    })??;
    // Not the end of a letter that begins before it.
    let rest = text.iter().take_while(|&&byte| from > 0 && byte & 0xC0 == 0x80).count();
    text.drain(..rest);
    from += rest as u64;
    Ok((String::from_utf8_lossy(&text).trim_end().to_owned(), from))
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

/// The line and the byte of it, both from 1, of byte `at`, and what stands there.
fn locate(
    name: &str,
    store: &Store,
    encoding: &'static Encoding,
    at: u64,
) -> io::Result<(u64, u64, Place)> {
    let (mut line, mut begun, mut seen) = (1, 0, 0);
    let (mut before, mut behind) = (Vec::new(), Vec::new());
    let is_wide = encoding == UTF_16LE || encoding == UTF_16BE;
    let shown = SHOWN / 4;
    store.with(|read| {
        chunks(read, &mut |chunk| {
            for &byte in chunk {
                if seen >= at {
                    behind.push(byte);
                } else if byte == b'\n' {
                    (line, begun) = (line + 1, seen + 1);
                    before.clear();
                } else {
                    before.push(byte);
                }
                seen += 1;
            }
            // An even number of bytes, for the letters that have two.
            if before.len() > 2 * shown {
                before.drain(..(before.len() - 2 * shown) & !1);
            }
            behind.len() < shown
        })
    })??;
    let decode = |bytes: &[u8]| {
        let encoding = if is_wide { encoding } else { UTF_8 };
        let (text, _) = encoding.decode_without_bom_handling(bytes);
        text.chars().filter(|c| !c.is_control()).collect::<String>()
    };
    let tail = &before[before.len().saturating_sub(shown) & !1..];
    let end = behind.iter().skip(1).position(|&byte| byte == b'\n');
    let rest = behind.get(1..end.map_or(behind.len(), |end| end + 1)).unwrap_or_default();
    let mut text = decode(tail).trim_start_matches('\u{FFFD}').to_owned();
    let start = text.len();
    text.push('\u{FFFD}');
    let bytes = start..text.len();
    text.push_str(&decode(rest));
    cut(&mut text);
    let label = message!("here");
    let place = Place { file: name.to_owned(), line, text, bytes, label };
    Ok((line, at.saturating_sub(begun) + 1, place))
}

/// No more than is shown.
fn cut(text: &mut String) {
    while text.len() > SHOWN {
        text.pop();
    }
}

/// A place in a row that is written as `text`, at `bytes` of it: one line of it, about those.
pub fn window(
    (file, line): (&str, u64),
    text: &str,
    bytes: std::ops::Range<usize>,
    label: Message,
) -> Place {
    let start = text.floor_char_boundary(bytes.start.min(text.len()));
    let end = text.floor_char_boundary(bytes.end.clamp(start, text.len()));
    let above = text[..start].matches('\n').count() as u64;
    let from = text[..start].rfind('\n').map_or(0, |at| at + 1);
    let from = text.ceil_char_boundary(from.max(start.saturating_sub(SHOWN / 4)));
    let to = text[start..].find('\n').map_or(text.len(), |at| start + at);
    let to = text.floor_char_boundary(to.min(from + SHOWN));
    let shown: String = text[from..to].replace(['\r', '\0'], " ");
    let meant = start - from..end.clamp(start, to.max(start)) - from;
    let meant = meant.start.min(shown.len())..meant.end.min(shown.len());
    Place { file: file.to_owned(), line: line + above, text: shown, bytes: meant, label }
}
