//! The fast way through a list of numbers: whole blocks of lines, several at a time.
//!
//! While one block is put to the others in the order of the list, so that everybody has the number
//! of his first line, the next ones are read and parsed. The second reading puts everybody into his
//! friends' rows from all threads at once. A list with a line that calls people by words, or is no
//! friendship, is left to the way that understands more. Tests:
//! `lists::both_ways_through_a_list_come_to_the_same`.

use std::io::{self, BufRead, Read};

use rayon::prelude::*;

use super::fault::Unread;
use super::layout::{Form, Layout};
use super::line::{beginning, pair};
use super::names::Name;
use super::swift::{self, Swift};
use crate::watch::Watch;

/// Bytes of a block, and blocks for each thread that are parsed at a time.
const BLOCK: usize = 1 << 20;
const EACH: usize = 2;
/// Bytes of the longest line that is looked at here.
const LONGEST: usize = 1 << 12;
/// Bytes of two binary numbers.
const PAIR: usize = 8;

/// What the lines of a block say.
#[derive(Default)]
pub(crate) struct Parsed {
    pub pairs: Vec<[u64; 2]>,
    /// The weights of all pairs, where ties have weights.
    pub weights: Vec<f32>,
    /// Lines with more columns than are used.
    pub wider: u64,
    /// The fewest and the most whole numbers in lines of nothing else.
    pub whole: Option<[usize; 2]>,
}

impl Parsed {
    fn cells(&mut self, cells: usize) {
        let [fewest, most] = self.whole.unwrap_or([cells; 2]);
        self.whole = Some([fewest.min(cells), most.max(cells)]);
    }
}

/// Parses the lines of a block; `None` where one of them is for others to understand.
fn parsed(block: &[u8], layout: Option<&Layout>, mut has_titles: bool) -> Option<Parsed> {
    let Some(layout) = layout else { return binary(block) };
    let columns = &layout.columns;
    let are_swift = columns.people == [0, 1] && columns.weight.is_none_or(|(at, _)| at == 2);
    let used = if columns.weight.is_some() { 3 } else { 2 };
    let swift = |at: usize| match columns.weight {
        _ if !are_swift => None,
        None => swift::pair(block, at),
        Some((_, weights)) => swift::weighted(block, at, columns.between, weights),
    };
    let mut parsed = Parsed { pairs: Vec::with_capacity(block.len() / 10), ..Parsed::default() };
    let (mut at, mut are_whole) = (0, false);
    while at < block.len() {
        if !has_titles && let Some(Swift { people, weight, is_whole, next }) = swift(at) {
            parsed.pairs.push(people);
            if used == 3 {
                parsed.weights.push(weight);
            }
            are_whole |= is_whole;
            at = next;
            continue;
        }
        let length = block[at..].iter().position(|byte| *byte == b'\n');
        let length = length.unwrap_or(block.len() - at);
        let line = &block[at..at + length];
        at += length + 1;
        if length > LONGEST {
            return None;
        }
        let Some(start) = beginning(line) else { continue };
        if std::mem::take(&mut has_titles) {
            continue;
        }
        let pair = pair(line, start, columns).ok()?;
        let [Name::Number(a), Name::Number(b)] = pair.people else { return None };
        parsed.wider += u64::from(pair.cells > used);
        if pair.are_whole {
            parsed.cells(pair.cells);
        }
        parsed.pairs.push([a, b]);
        if used == 3 {
            parsed.weights.push(pair.weight);
        }
    }
    if are_whole {
        parsed.cells(used);
    }
    Some(parsed)
}

/// Pairs of numbers of 32 bits, the lowest byte first.
fn binary(block: &[u8]) -> Option<Parsed> {
    let (pairs, rest) = block.as_chunks::<PAIR>();
    let both = |pair: &[u8; PAIR]| {
        let both = u64::from_le_bytes(*pair);
        [both & u64::from(u32::MAX), both >> 32]
    };
    let pairs = pairs.iter().map(both).collect();
    rest.is_empty().then(|| Parsed { pairs, ..Parsed::default() })
}

/// Blocks that end at ends of lines, or of pairs.
struct Blocks<R> {
    from: R,
    is_binary: bool,
    /// The beginning of a line whose end is in the next block.
    rest: Vec<u8>,
    is_over: bool,
}

impl<R: BufRead> Blocks<R> {
    fn of(from: R, layout: Option<&Layout>) -> Blocks<R> {
        Blocks { from, is_binary: layout.is_none(), rest: Vec::new(), is_over: false }
    }

    fn next(&mut self) -> io::Result<Option<Vec<u8>>> {
        if self.is_over {
            return Ok(None);
        }
        let mut block = Vec::with_capacity(self.rest.len() + BLOCK);
        block.append(&mut self.rest);
        loop {
            let read = self.from.by_ref().take(BLOCK as u64).read_to_end(&mut block)?;
            if read == 0 {
                self.is_over = true;
                return Ok(Some(block).filter(|block| !block.is_empty()));
            }
            let end = if self.is_binary {
                (block.len() / PAIR * PAIR).checked_sub(1)
            } else {
                block.iter().rposition(|byte| *byte == b'\n')
            };
            // A line without an end is told as one by others.
            let end = if end.is_none() && block.len() > LONGEST + BLOCK {
                Some(block.len() - 1)
            } else {
                end
            };
            if let Some(end) = end {
                self.rest.extend_from_slice(&block[end + 1..]);
                block.truncate(end + 1);
                return Ok(Some(block));
            }
        }
    }

    fn several(&mut self) -> io::Result<Vec<Vec<u8>>> {
        let most = EACH * rayon::current_num_threads();
        let mut blocks = Vec::with_capacity(most);
        while blocks.len() < most {
            match self.next()? {
                Some(block) => blocks.push(block),
                None => break,
            }
        }
        Ok(blocks)
    }
}

/// Whether a list may be read this way; binary numbers have no layout.
pub(crate) fn is_plain(layout: Option<&Layout>) -> bool {
    layout.is_none_or(|layout| layout.form == Form::Edges && layout.end == b'\n')
}

/// Parses a list block by block, and tells of each in their order while others are parsed; whether
/// all could be. The telling ends where it says so.
pub(crate) fn in_order(
    from: impl BufRead + Send,
    layout: Option<&Layout>,
    watch: &impl Watch,
    mut tell: impl FnMut(Parsed) -> bool + Send,
) -> Result<bool, Unread> {
    let mut blocks = Blocks::of(from, layout);
    let (mut before, mut has_titles) = (Vec::new(), layout.is_some_and(|l| l.has_titles));
    loop {
        let parse = || -> io::Result<Option<Vec<Parsed>>> {
            let several = blocks.several()?;
            let first = |place: usize| has_titles && place == 0;
            let parsed = several
                .par_iter()
                .enumerate()
                .map(|(place, block)| parsed(block, layout, first(place)));
            Ok(parsed.collect())
        };
        let (parsed, goes_on) = rayon::join(parse, || before.drain(..).all(&mut tell));
        let Some(parsed) = parsed.map_err(Unread::World)? else { return Ok(false) };
        if watch.stopped() {
            return Err(Unread::Stopped);
        }
        if !goes_on || parsed.is_empty() {
            return Ok(goes_on);
        }
        (before, has_titles) = (parsed, false);
    }
}

/// Parses a list that was parsed before, and tells of its blocks from all threads, each of which
/// has room of its own.
pub(crate) fn at_once<T: Default>(
    from: impl BufRead + Send,
    layout: Option<&Layout>,
    watch: &impl Watch,
    tell: impl Fn(&Parsed, &mut T) + Sync,
) -> Result<(), Unread> {
    let mut blocks = Blocks::of(from, layout);
    let mut has_titles = layout.is_some_and(|layout| layout.has_titles);
    let mut several = blocks.several().map_err(Unread::World)?;
    while !several.is_empty() {
        let each = |room: &mut T, (place, block): (usize, &Vec<u8>)| {
            // A file that was changed meanwhile does no harm.
            if let Some(parsed) = parsed(block, layout, has_titles && place == 0) {
                tell(&parsed, room);
            }
        };
        let all = || several.par_iter().enumerate().for_each_init(T::default, each);
        let (next, ()) = rayon::join(|| blocks.several(), all);
        several = next.map_err(Unread::World)?;
        has_titles = false;
        if watch.stopped() {
            return Err(Unread::Stopped);
        }
    }
    Ok(())
}
