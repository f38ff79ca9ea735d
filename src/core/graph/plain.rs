//! The fast way through a list of numbers: whole blocks of lines, several at a time.
//!
//! While one block is put to the others in the order of the list, so that everybody has the number
//! of his first line, the next ones are read and parsed. The second reading puts everybody into his
//! friends' rows from all threads at once. A list with a line that is not two whole numbers and,
//! perhaps, further ones, is left to the way that understands more. Tests:
//! `lists::both_ways_through_a_list_come_to_the_same`.

use std::io::{self, BufRead, Read};

use rayon::prelude::*;

use super::fault::Unread;
use super::layout::Layout;
use super::line::{beginning, pair, two_numbers};
use super::names::Name;
use crate::watch::Watch;

/// Bytes of a block, and blocks for each thread that are parsed at a time.
const BLOCK: usize = 1 << 19;
const EACH: usize = 2;
/// Bytes of the longest line that is looked at here.
const LONGEST: usize = 1 << 12;

/// What the lines of a block say.
#[derive(Default)]
pub(crate) struct Parsed {
    pub pairs: Vec<[u64; 2]>,
    /// Lines with more than two columns.
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
fn parsed(block: &[u8], layout: &Layout, mut has_titles: bool) -> Option<Parsed> {
    let mut parsed = Parsed { pairs: Vec::with_capacity(block.len() / 10), ..Parsed::default() };
    let mut rest = block;
    let mut are_two = false;
    while !rest.is_empty() {
        let length = rest.iter().position(|byte| *byte == b'\n').unwrap_or(rest.len());
        let line = &rest[..length];
        rest = &rest[(length + 1).min(rest.len())..];
        if !has_titles && let Some(numbers) = two_numbers(line) {
            parsed.pairs.push(numbers);
            are_two = true;
            continue;
        }
        if length > LONGEST {
            return None;
        }
        let Some(start) = beginning(line) else { continue };
        if std::mem::take(&mut has_titles) {
            continue;
        }
        let pair = pair(line, start, &layout.columns).ok()?;
        let [Name::Number(a), Name::Number(b)] = pair.people else { return None };
        parsed.wider += u64::from(pair.cells > 2);
        if pair.are_whole {
            parsed.cells(pair.cells);
        }
        parsed.pairs.push([a, b]);
    }
    if are_two {
        parsed.cells(2);
    }
    Some(parsed)
}

/// Blocks that end at ends of lines.
struct Blocks<R> {
    from: R,
    /// The beginning of a line whose end is in the next block.
    rest: Vec<u8>,
    is_over: bool,
}

impl<R: BufRead> Blocks<R> {
    fn next(&mut self) -> io::Result<Option<Vec<u8>>> {
        if self.is_over {
            return Ok(None);
        }
        let mut block = std::mem::take(&mut self.rest);
        block.reserve(BLOCK);
        loop {
            let read = self.from.by_ref().take(BLOCK as u64).read_to_end(&mut block)?;
            if read == 0 {
                self.is_over = true;
                return Ok(Some(block).filter(|block| !block.is_empty()));
            }
            let end = block.iter().rposition(|byte| *byte == b'\n');
            // A line without an end is told as one by others.
            let end = if end.is_none() && block.len() > LONGEST + BLOCK {
                Some(block.len() - 1)
            } else {
                end
            };
            if let Some(end) = end {
                self.rest = block.split_off(end + 1);
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

/// Whether a list may be read this way.
pub(crate) fn is_plain(layout: &Layout) -> bool {
    let columns = &layout.columns;
    layout.end == b'\n' && columns.people == [0, 1] && columns.weight.is_none()
}

/// Parses a list block by block, and tells of each in their order while others are parsed; whether
/// all could be. The telling ends where it says so.
pub(crate) fn in_order(
    from: impl BufRead + Send,
    layout: &Layout,
    watch: &impl Watch,
    mut tell: impl FnMut(Parsed) -> bool + Send,
) -> Result<bool, Unread> {
    let mut blocks = Blocks { from, rest: Vec::new(), is_over: false };
    let (mut before, mut has_titles) = (Vec::new(), layout.has_titles);
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

/// Parses a list that was parsed before, and tells of its pairs from all threads.
pub(crate) fn at_once(
    from: impl BufRead + Send,
    layout: &Layout,
    watch: &impl Watch,
    tell: impl Fn([u64; 2]) + Sync,
) -> Result<(), Unread> {
    let mut blocks = Blocks { from, rest: Vec::new(), is_over: false };
    let mut has_titles = layout.has_titles;
    let mut several = blocks.several().map_err(Unread::World)?;
    while !several.is_empty() {
        let each = |(place, block): (usize, &Vec<u8>)| {
            // A file that was changed meanwhile does no harm.
            if let Some(parsed) = parsed(block, layout, has_titles && place == 0) {
                parsed.pairs.into_iter().for_each(&tell);
            }
        };
        let (next, ()) =
            rayon::join(|| blocks.several(), || several.par_iter().enumerate().for_each(each));
        several = next.map_err(Unread::World)?;
        has_titles = false;
        if watch.stopped() {
            return Err(Unread::Stopped);
        }
    }
    Ok(())
}
