//! The place in a file that is meant, and as much of its line as is shown.

use std::io;
use std::ops::Range;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use reachsim_core::diagnostic::{Message, message};

use crate::fault::{Place, SHOWN};

use super::letters::Letters;
use super::store::{Store, chunks};

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

/// The line and the byte of it, both from 1, of byte `at`, and what stands there.
pub fn locate(
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
pub fn window((file, line): (&str, u64), text: &str, bytes: Range<usize>, label: Message) -> Place {
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
