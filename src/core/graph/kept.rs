//! What was read of a list, in a file of its own, which is read again as fast as the disk is.
//!
//! All numbers have their lowest byte first, and every part is filled up with zeros to 32 bytes:
//!
//! - 16 bytes: `reachsim graph`, an end of a line, a zero; behind them numbers of 64 bits: version,
//!   kind (1 directed, 2 closeness, 4 chance), people, ends, loops, doubles, lines and bytes of
//!   titles that are not used, names that are numbers, names that are words, bytes of these;
//! - numbers of 32 bits: ends of everybody; who is at their other side; their weights; the same of
//!   those who are shown something, where ties have a direction;
//! - numbers of 64 bits: names that are numbers; where each word ends;
//! - numbers of 32 bits: who is called by each word;
//! - bytes: the words; the titles;
//! - four numbers of 64 bits: a sum of all that stands before.
//!
//! Test: `kept::a_kept_list_is_the_list`.

use std::fs::{self, File};
use std::io::{self, BufRead, Read, Write};
use std::path::Path;
use std::sync::Arc;

use super::Graph;
use super::fault::Unread;
use super::loaded::{Dropped, Loaded, MOST_PEOPLE, Unused};
use super::names::Called;
use super::network::Network;
use super::rows::Rows;
use super::sum::{LINE, Sum};
use super::ties::{Tie, Ties, Weights};
use crate::diagnostic::{Message, message};

/// The first bytes of such a file.
const MAGIC: [u8; 16] = *b"reachsim graph\n\0";
const VERSION: u64 = 1;
/// Numbers behind the first bytes.
const HEAD: usize = 14;
/// Bytes that are written or read at a time.
const PART: usize = 1 << 20;

/// Whether a file begins as one that was kept.
pub(crate) fn is_kept(from: &mut impl BufRead) -> io::Result<bool> {
    let mut first = Vec::with_capacity(MAGIC.len());
    from.take(MAGIC.len() as u64).read_to_end(&mut first)?;
    Ok(first == MAGIC)
}

/// Whether there is a file that somebody wrote otherwise, and that must not be lost.
pub fn is_foreign(path: &Path) -> io::Result<bool> {
    match File::open(path) {
        Ok(file) => Ok(!is_kept(&mut io::BufReader::new(file))?),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}

/// Writes a list that was read: all of it, or nothing.
pub fn keep(path: &Path, network: &Network) -> io::Result<()> {
    let Some(list) = network.list() else { return Ok(()) };
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".part");
    let beside = path.with_file_name(name);
    let written = File::create(&beside).and_then(|file| {
        let mut out = Out { to: file, sum: Sum::default(), part: Vec::with_capacity(PART) };
        write(&mut out, list, network.tied())?;
        out.to.sync_all()
    });
    let written = written.and_then(|()| fs::rename(&beside, path));
    if written.is_err() {
        let _ = fs::remove_file(&beside);
    }
    written
}

/// Numbers, in the order of the file.
struct Out<W> {
    to: W,
    sum: Sum,
    part: Vec<u8>,
}

impl<W: Write> Out<W> {
    fn numbers<const BYTES: usize>(
        &mut self,
        numbers: impl Iterator<Item = [u8; BYTES]>,
    ) -> io::Result<()> {
        for number in numbers {
            self.part.extend_from_slice(&number);
            if self.part.len() >= PART {
                self.flush()?;
            }
        }
        self.part.resize(self.part.len().next_multiple_of(LINE), 0);
        self.flush()
    }

    fn flush(&mut self) -> io::Result<()> {
        self.sum.add(&self.part);
        self.to.write_all(&self.part)?;
        self.part.clear();
        Ok(())
    }

    fn rows(&mut self, rows: &Rows) -> io::Result<()> {
        let degrees = rows.firsts.windows(2).map(|ends| ((ends[1] - ends[0]) as u32).to_le_bytes());
        self.numbers(degrees)?;
        self.numbers(rows.others.iter().map(|other| other.to_le_bytes()))?;
        self.numbers(rows.weights.iter().map(|bits| bits.to_le_bytes()))
    }
}

fn write(out: &mut Out<impl Write>, list: &Loaded, tied: Option<&Ties>) -> io::Result<()> {
    let tie = tied.map(Ties::tie).unwrap_or_default();
    let (names, titles) = (list.names().parts(), list.unused.titles.join("\n"));
    let kind = u64::from(tie.is_directed)
        | match tie.weights {
            None => 0,
            Some(Weights::Closeness) => 2,
            Some(Weights::Chance) => 4,
        };
    let mut head = [0; HEAD];
    head[..11].copy_from_slice(&[
        VERSION,
        kind,
        list.people(),
        list.ends(),
        list.dropped.loops,
        list.dropped.doubles,
        list.unused.lines,
        titles.len() as u64,
        names.numbers.len() as u64,
        names.ends.len() as u64,
        names.text.len() as u64,
    ]);
    let words = head.iter().flat_map(|number| number.to_le_bytes());
    out.numbers(MAGIC.into_iter().chain(words).map(|byte| [byte]))?;
    out.rows(&list.rows)?;
    if let Some(heard) = tied.and_then(Ties::heard) {
        out.rows(heard)?;
    }
    out.numbers(names.numbers.iter().map(|number| number.to_le_bytes()))?;
    out.numbers(names.ends.iter().map(|end| (*end as u64).to_le_bytes()))?;
    out.numbers(names.spelt.iter().map(|person| person.to_le_bytes()))?;
    out.numbers(names.text.bytes().map(|byte| [byte]))?;
    out.numbers(titles.bytes().map(|byte| [byte]))?;
    let sum = out.sum.words();
    out.numbers(sum.iter().map(|word| word.to_le_bytes()))
}

/// Reads what was kept.
pub(crate) fn read(from: &mut impl BufRead) -> Result<Network, Unread> {
    let mut from = In { from, sum: Sum::default() };
    match network(&mut from) {
        Ok(Some(network)) => Ok(network),
        Ok(None) => Err(damaged(message!("it was kept by this program, and is damaged"))),
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => {
            Err(damaged(message!("it was kept by this program, and is cut short")))
        }
        Err(error) if error.kind() == io::ErrorKind::Unsupported => {
            Err(damaged(message!("it was kept by another version of this program")))
        }
        Err(error) => Err(Unread::World(error)),
    }
}

fn damaged(message: Message) -> Unread {
    Unread::whole(message, message!("read the list itself, and keep it again with --keep"))
}

struct In<'r, R> {
    from: &'r mut R,
    sum: Sum,
}

impl<R: BufRead> In<'_, R> {
    /// So many bytes, with what fills them up; `tell` is given them part by part.
    fn bytes(&mut self, count: u64, mut tell: impl FnMut(&[u8])) -> io::Result<()> {
        let mut left = count;
        let mut part = vec![0; (PART as u64).min(count.next_multiple_of(LINE as u64)) as usize];
        while left > 0 {
            let here = left.min(PART as u64) as usize;
            let filled = here.next_multiple_of(LINE);
            self.from.read_exact(&mut part[..filled])?;
            self.sum.add(&part[..filled]);
            tell(&part[..here]);
            left -= here as u64;
        }
        Ok(())
    }

    fn words(&mut self, count: u64) -> io::Result<Vec<u64>> {
        let mut words = Vec::new();
        self.bytes(8 * count, |part| {
            let word = |bytes: &[u8]| u64::from_le_bytes(std::array::from_fn(|at| bytes[at]));
            words.extend(part.chunks_exact(8).map(word));
        })?;
        Ok(words)
    }

    fn halves(&mut self, count: u64) -> io::Result<Vec<u32>> {
        let mut halves = Vec::new();
        self.bytes(4 * count, |part| {
            let half = |bytes: &[u8]| u32::from_le_bytes(std::array::from_fn(|at| bytes[at]));
            halves.extend(part.chunks_exact(4).map(half));
        })?;
        Ok(halves)
    }

    fn text(&mut self, count: u64) -> io::Result<Option<String>> {
        let mut text = Vec::new();
        self.bytes(count, |part| text.extend_from_slice(part))?;
        Ok(String::from_utf8(text).ok())
    }

    /// Rows of so many people and ends, where they are possible.
    fn rows(&mut self, people: u64, ends: u64, is_weighted: bool) -> io::Result<Option<Rows>> {
        let degrees = self.halves(people)?;
        let others = self.halves(ends)?;
        let weights = self.halves(if is_weighted { ends } else { 0 })?;
        let mut firsts = Vec::with_capacity(degrees.len() + 1);
        firsts.push(0_u64);
        for degree in degrees {
            firsts.push(firsts[firsts.len() - 1] + u64::from(degree));
        }
        let fits = firsts[firsts.len() - 1] == ends
            && others.iter().all(|other| u64::from(*other) < people)
            && weights.iter().all(|bits| *bits < f32::INFINITY.to_bits());
        Ok(fits.then_some(Rows { firsts, others, weights }))
    }
}

/// `None` where something in it is not possible.
fn network(from: &mut In<impl BufRead>) -> io::Result<Option<Network>> {
    let head = from.words((MAGIC.len() / 8 + HEAD) as u64)?;
    let [version, kind, people, ends, loops, doubles, lines, titles, numbers, words, text] =
        std::array::from_fn(|at| head[MAGIC.len() / 8 + at]);
    if version != VERSION {
        return Err(io::ErrorKind::Unsupported.into());
    }
    let tie = Tie {
        is_directed: kind & 1 == 1,
        weights: match kind >> 1 {
            0 => None,
            1 => Some(Weights::Closeness),
            2 => Some(Weights::Chance),
            _ => return Ok(None),
        },
    };
    let most = 1 << 48;
    if people > MOST_PEOPLE || [ends, titles, numbers, words, text].iter().any(|size| *size > most)
    {
        return Ok(None);
    }
    let is_weighted = tie.weights.is_some();
    let Some(shown) = from.rows(people, ends, is_weighted)? else { return Ok(None) };
    let heard = if tie.is_directed {
        let Some(heard) = from.rows(people, ends, is_weighted)? else { return Ok(None) };
        Some(heard)
    } else {
        None
    };
    let (numbers, word_ends, spelt) =
        (from.words(numbers)?, from.words(words)?, from.halves(words)?);
    let (Some(text), Some(titles)) = (from.text(text)?, from.text(titles)?) else {
        return Ok(None);
    };
    let sum = from.sum.words();
    if from.words(4)? != sum {
        return Ok(None);
    }
    let Some(called) = Called::of(people, numbers, &text, word_ends, spelt) else {
        return Ok(None);
    };
    let mut list = Loaded::read(shown, called, Dropped { loops, doubles });
    let titles = titles.split('\n').filter(|title| !title.is_empty()).map(str::to_owned);
    list.unused = Unused { titles: titles.collect(), lines };
    Ok(Some(if tie.is_plain() {
        Network::Loaded(Arc::new(list))
    } else {
        Network::Tied(Arc::new(Ties::kept(list, heard, tie)))
    }))
}
