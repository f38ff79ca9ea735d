//! Lists of friendships from files: text with any separator, CSV, pairs of binary numbers, each of
//! them compressed or not.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

use flate2::read::MultiGzDecoder;

use super::loaded::{Counting, Filling, Loaded};
use crate::diagnostic::{Message, message};
use crate::watch::Watch;

/// Why a list was not read.
#[derive(Debug)]
pub enum Unread {
    /// Some lines are no friendship: the first of them.
    Faults(Vec<Fault>),
    /// There is no such file, or the system does not let it be read.
    World(io::Error),
    /// Whoever watches wants no more.
    Stopped,
}

impl Unread {
    /// Whether there is no such file.
    pub(crate) fn is_missing(&self) -> bool {
        matches!(self, Unread::World(error) if error.kind() == io::ErrorKind::NotFound)
    }
}

/// A line that is no friendship.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// From 1; `None` where the whole file is meant.
    pub line: Option<u64>,
    /// The line as it stands there.
    pub text: String,
    /// The bytes of it that are at fault.
    pub bytes: std::ops::Range<usize>,
    /// What is wrong with them, what stands beside the caret, and the way out.
    pub message: Message,
    pub label: Message,
    pub help: Message,
}

/// Faults that are told at most.
const TOLD: usize = 20;
/// Bytes of a step of the progress.
const STEP: u64 = 1 << 20;
const BUFFER: usize = 1 << 18;
/// Bytes of the longest line: two numbers and whatever stands behind them.
const LONGEST: u64 = 1 << 16;
/// The first bytes of a compressed file.
const GZIP: [u8; 2] = [0x1f, 0x8b];
/// Endings of files of binary numbers.
const BINARY: [&str; 2] = ["bin", "u32"];

/// Reads a list of friendships, twice, so that it is never held beside the graph. Loops and doubles
/// are dropped and counted.
pub fn read(path: &Path, watch: &impl Watch) -> Result<Loaded, Unread> {
    let about = std::fs::metadata(path).map_err(Unread::World)?;
    if !about.is_file() {
        let why = message!("it is no regular file, and a list is read twice: save it first");
        return Err(Unread::World(io::Error::other(why)));
    }
    let steps = about.len() / STEP;
    watch.announce(2 * steps);
    let mut counting = Counting::default();
    let mut full = false;
    each(path, watch, &mut |a, b| {
        full = full || counting.is_full();
        if !full {
            counting.add(a, b);
        }
    })?;
    if full || counting.is_empty() {
        let (message, help) = if full {
            (
                message!("there are more than four thousand million people in it"),
                message!("take a part of the network, or a synthetic one of any size"),
            )
        } else {
            (
                message!("there is no friendship in it"),
                message!("give a line for each friendship: two numbers, as in `17 42`"),
            )
        };
        return Err(whole(message, help));
    }
    let mut filling: Filling = counting.fill();
    each(path, watch, &mut |a, b| filling.add(a, b))?;
    Ok(filling.finish())
}

fn whole(message: Message, help: Message) -> Unread {
    let (line, text, bytes, label) = (None, String::new(), 0..0, Message::default());
    Unread::Faults(vec![Fault { line, text, bytes, message, label, help }])
}

/// Calls for every friendship of a file.
fn each(path: &Path, watch: &impl Watch, tell: &mut impl FnMut(u64, u64)) -> Result<(), Unread> {
    let mut file = File::open(path).map_err(Unread::World)?;
    let mut magic = Vec::with_capacity(2);
    file.by_ref().take(2).read_to_end(&mut magic).map_err(Unread::World)?;
    let counted = Counted { inner: io::Cursor::new(magic.clone()).chain(file), bytes: 0, watch };
    let buffered = BufReader::with_capacity(BUFFER, counted);
    let name =
        path.file_name().map(|name| name.to_string_lossy().to_lowercase()).unwrap_or_default();
    let name = name.strip_suffix(".gz").unwrap_or(&name);
    let is_binary = BINARY.iter().any(|ending| name.rsplit('.').next() == Some(ending));
    if magic == GZIP {
        parse(BufReader::with_capacity(BUFFER, MultiGzDecoder::new(buffered)), is_binary, tell)
    } else {
        parse(buffered, is_binary, tell)
    }
}

/// Counts what is read, and ends the reading when nobody wants more.
struct Counted<'w, R, W> {
    inner: R,
    bytes: u64,
    watch: &'w W,
}

/// What a reading that nobody wants any more ends with.
const STOPPED: io::ErrorKind = io::ErrorKind::TimedOut;

impl<R: Read, W: Watch> Read for Counted<'_, R, W> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.watch.stopped() {
            return Err(STOPPED.into());
        }
        let count = self.inner.read(buffer)?;
        let before = self.bytes / STEP;
        self.bytes += count as u64;
        self.watch.done(self.bytes / STEP - before);
        Ok(count)
    }
}

fn parse(
    from: impl BufRead,
    is_binary: bool,
    tell: &mut impl FnMut(u64, u64),
) -> Result<(), Unread> {
    let parsed = if is_binary { pairs(from, tell) } else { lines(from, tell) };
    parsed.map_err(|unread| match unread {
        Unread::World(error) if error.kind() == STOPPED => Unread::Stopped,
        other => other,
    })
}

/// Pairs of numbers of 32 bits, the lowest byte first.
fn pairs(mut from: impl BufRead, tell: &mut impl FnMut(u64, u64)) -> Result<(), Unread> {
    let mut kept: Vec<u8> = Vec::new();
    loop {
        let bytes = from.fill_buf().map_err(Unread::World)?;
        if bytes.is_empty() {
            break;
        }
        let count = bytes.len();
        kept.extend_from_slice(bytes);
        from.consume(count);
        let whole = kept.len() / 8 * 8;
        for pair in kept[..whole].chunks_exact(8) {
            let number = |at: usize| {
                u64::from(u32::from_le_bytes([pair[at], pair[at + 1], pair[at + 2], pair[at + 3]]))
            };
            tell(number(0), number(4));
        }
        kept.drain(..whole);
    }
    if kept.is_empty() {
        return Ok(());
    }
    Err(whole(
        message!("its length is no multiple of 8 bytes"),
        message!(
            "a friendship is two numbers of 32 bits, the lowest byte first; text has another ending"
        ),
    ))
}

fn lines(mut from: impl BufRead, tell: &mut impl FnMut(u64, u64)) -> Result<(), Unread> {
    let (mut line, mut number, mut faults) = (Vec::new(), 0, Vec::new());
    // A line without digits may be the head of a table, if friendships follow it.
    let mut head: Option<Fault> = None;
    let mut is_first = true;
    loop {
        line.clear();
        let mut part = from.by_ref().take(LONGEST);
        if part.read_until(b'\n', &mut line).map_err(Unread::World)? == 0 {
            break;
        }
        number += 1;
        if line.len() as u64 == LONGEST && line.last() != Some(&b'\n') {
            let message = message!("there are more than {most} bytes in this line", most = LONGEST);
            faults.push(Fault {
                line: Some(number),
                ..fault(&line, 0..0, message, message!("no end"))
            });
            return Err(Unread::Faults(faults));
        }
        match friendship(&line) {
            Ok(None) => continue,
            Ok(Some((a, b))) => {
                tell(a, b);
                head = None;
            }
            Err(fault) => {
                let fault = Fault { line: Some(number), ..fault };
                if is_first && !line.iter().any(u8::is_ascii_digit) {
                    head = Some(fault);
                } else {
                    faults.extend(head.take());
                    faults.push(fault);
                    if faults.len() == TOLD {
                        return Err(Unread::Faults(faults));
                    }
                }
            }
        }
        is_first = false;
    }
    faults.extend(head);
    if faults.is_empty() { Ok(()) } else { Err(Unread::Faults(faults)) }
}

/// What may stand between two numbers.
const fn is_between(byte: u8) -> bool {
    byte.is_ascii_whitespace() || matches!(byte, b',' | b';' | b'|' | b':' | b'"' | b'\'')
}

/// The two people of a line; what stands behind them, such as a weight, is not looked at. `None`
/// for a line that is empty or a comment.
fn friendship(line: &[u8]) -> Result<Option<(u64, u64)>, Fault> {
    let line = line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(line);
    let start = skip(line, 0);
    if start == line.len() || matches!(line[start], b'#' | b'%') || line[start..].starts_with(b"//")
    {
        return Ok(None);
    }
    let (a, end) = person(line, start)?;
    let start = skip(line, end);
    if start == line.len() {
        return Err(fault(
            line,
            end..end,
            message!("there is one person in this line, and a friendship has two"),
            message!("the other one is missing"),
        ));
    }
    let (b, _) = person(line, start)?;
    Ok(Some((a, b)))
}

#[inline]
fn skip(line: &[u8], from: usize) -> usize {
    from + line[from..].iter().take_while(|byte| is_between(**byte)).count()
}

#[inline]
fn person(line: &[u8], start: usize) -> Result<(u64, usize), Fault> {
    let (mut number, mut end) = (0_u64, start);
    while end < line.len() && !is_between(line[end]) {
        let digit = line[end].wrapping_sub(b'0');
        let next = number.checked_mul(10).and_then(|number| number.checked_add(u64::from(digit)));
        if let Some(next) = next.filter(|_| digit < 10) {
            number = next;
        } else {
            let end = start + line[start..].iter().take_while(|byte| !is_between(**byte)).count();
            let word: String =
                String::from_utf8_lossy(&line[start..end]).chars().take(40).collect();
            let (message, label) = if digit < 10 {
                (
                    message!("`{word}` is larger than any number of 64 bits", word),
                    message!("too large"),
                )
            } else {
                (
                    message!(
                        "`{word}` is no whole number, and people are called by whole numbers here",
                        word
                    ),
                    message!("no whole number"),
                )
            };
            return Err(fault(line, start..end, message, label));
        }
        end += 1;
    }
    Ok((number, end))
}

fn fault(line: &[u8], bytes: std::ops::Range<usize>, message: Message, label: Message) -> Fault {
    // Where bytes are no letters, or the line is endless, the place is found again in what can be
    // shown.
    let shown = |bytes: &[u8]| {
        String::from_utf8_lossy(bytes).trim_end().chars().take(200).collect::<String>()
    };
    let (before, text) = (String::from_utf8_lossy(&line[..bytes.start]).len(), shown(line));
    let end = before + String::from_utf8_lossy(&line[bytes]).len();
    let help = message!(
        "a line is one friendship: two numbers with anything between them, as in `17 42` or \
         `17,42`; lines that begin with # are comments"
    );
    let bytes = before.min(text.len())..end.min(text.len());
    Fault { line: None, text, bytes, message, label, help }
}
