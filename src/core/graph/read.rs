//! Lists of friendships from files and pipes: text with any separator, CSV with titles, adjacency
//! lists, Matrix Market, pairs of binary numbers, each of them compressed or not.
//!
//! A file is read twice, so that its friendships are never held beside the graph: first it is
//! counted how many friends everybody has, then the rows are filled. Lists of whole numbers take
//! the fast way of [`plain`](super::plain).

use std::io::{self, BufRead, Read};
use std::path::Path;
use std::sync::Arc;

pub use super::fault::{Fault, Unread};
use super::kept;
use super::layout::{Form, Layout, layout};
use super::line::{beginning, pair, people};
use super::listing::{Counting, Filled, Placing, Ready};
use super::loaded::{Loaded, Unused};
use super::matrix::{Matrix, Told};
use super::names::Name;
use super::network::Network;
use super::plain::{self, Parsed};
use super::source::{STOPPED, Source};
use super::ties::Tie;
use crate::diagnostic::{Message, message};
use crate::watch::Watch;

/// Faults that are told at most.
const TOLD: usize = 20;
/// Bytes of the longest line that holds a friendship.
const LONGEST: u64 = 1 << 16;
/// Bytes of the longest line that holds a person with all of his friends.
const LONGEST_ROW: u64 = 1 << 30;
/// Bytes from which it is told how a list is written.
const HEAD: u64 = 1 << 16;
/// Endings of files of binary numbers.
const BINARY: [&str; 2] = ["bin", "u32"];

/// How a list is to be read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// What its lines are, where somebody says so.
    pub form: Option<Form>,
    pub tie: Tie,
}

/// Reads a list of friendships. Loops and doubles are dropped and counted.
pub fn read(path: &Path, watch: &impl Watch) -> Result<Loaded, Unread> {
    read_as(path, None, watch)
}

/// The same where somebody says what its lines are.
pub fn read_as(path: &Path, form: Option<Form>, watch: &impl Watch) -> Result<Loaded, Unread> {
    match read_ties(path, Reading { form, tie: Tie::default() }, watch)? {
        Network::Loaded(graph) => Ok(Arc::unwrap_or_clone(graph)),
        _ => Err(Unread::whole(
            message!("its ties have a direction or weights, and friendships are meant"),
            message!("keep the list without --directed and --weights"),
        )),
    }
}

/// Reads a list whose lines may have a direction, and weights, or what was kept of one.
pub fn read_ties(path: &Path, reading: Reading, watch: &impl Watch) -> Result<Network, Unread> {
    let source = Source::of(path, watch)?;
    if let Some(kept) = again(&source, reading, watch)? {
        return Ok(kept);
    }
    let (filled, unused) = listed(path, source, reading, watch)?;
    if reading.tie.is_plain() {
        let mut graph = filled.friends();
        graph.unused = unused;
        return Ok(Network::Loaded(Arc::new(graph)));
    }
    let ties = filled.ties(unused).ok_or_else(|| {
        Unread::whole(
            message!("all of its weights are zero, so nobody would see anything"),
            message!("give at least one tie a weight above zero"),
        )
    })?;
    Ok(Network::Tied(Arc::new(ties)))
}

/// What was kept of a list, if that is what the file is.
fn again(source: &Source, reading: Reading, watch: &impl Watch) -> Result<Option<Network>, Unread> {
    if !kept::is_kept(&mut source.open(watch)?).map_err(of_reading)? {
        return Ok(None);
    }
    if reading != Reading::default() {
        return Err(Unread::whole(
            message!("it was kept by this program, with what its lines say"),
            message!("leave out --list, --directed and --weights, or read the list itself"),
        ));
    }
    watch.announce(source.steps());
    kept::read(&mut source.open(watch)?).map(Some).map_err(of_failing)
}

/// Reads a list twice.
fn listed(
    path: &Path,
    source: Source,
    reading: Reading,
    watch: &impl Watch,
) -> Result<(Filled, Unused), Unread> {
    watch.announce(2 * source.steps());
    let list =
        List { layout: list_layout(&source, path, reading, watch)?, source, tie: reading.tie };
    let (counting, heard, is_plain) = list.count(watch)?;
    if counting.is_full() {
        return Err(Unread::whole(
            message!("there are more than four thousand million people in it"),
            message!("take a part of the network, or a synthetic one of any size"),
        ));
    }
    if counting.is_empty() {
        return Err(Unread::whole(
            message!("there is no friendship in it"),
            message!("give a line for each friendship: two people, as in `17 42`"),
        ));
    }
    list.refuse_ragged(&heard)?;
    let mut filled = counting.fill();
    list.fill(&filled.placing(), is_plain, watch)?;
    let titles = list.layout.map(|layout| layout.unused).unwrap_or_default();
    let lines = if titles.is_empty() { heard.wider } else { 0 };
    Ok((filled, Unused { titles, lines }))
}

/// How a list is written; `None` for binary numbers.
fn list_layout(
    source: &Source,
    path: &Path,
    Reading { form, tie }: Reading,
    watch: &impl Watch,
) -> Result<Option<Layout>, Unread> {
    let refuse_weights = |message: Message| {
        Err(Unread::whole(
            message,
            message!("leave out --weights, or give a list of two people and a weight in each line"),
        ))
    };
    if Source::is_called(path, &BINARY) {
        return match tie.weights {
            Some(_) => refuse_weights(message!(
                "pairs of binary numbers have no weights, and --weights takes one of each tie"
            )),
            None => Ok(None),
        };
    }
    if form == Some(Form::Adjacency) && tie.weights.is_some() {
        return refuse_weights(message!(
            "lines of a person with all friends have no weights, and --weights takes one of each \
             tie"
        ));
    }
    let mut head = Vec::new();
    source.open(watch)?.take(HEAD).read_to_end(&mut head).map_err(of_reading)?;
    layout(&head, form, tie.weights).map(Some)
}

/// What a reading ended with.
fn of_failing(unread: Unread) -> Unread {
    match unread {
        Unread::World(error) => of_reading(error),
        other => other,
    }
}

fn of_reading(error: io::Error) -> Unread {
    if error.kind() == STOPPED { Unread::Stopped } else { Unread::World(error) }
}

/// What a line tells.
enum People<'l> {
    Friends([Name<'l>; 2], f32),
    /// Somebody who may have no friend.
    Alone(Name<'l>),
}

/// What was heard beside friendships.
#[derive(Default)]
struct Heard {
    /// Lines with more than two columns.
    wider: u64,
    /// The fewest and the most whole numbers in lines of nothing else.
    whole: Option<[usize; 2]>,
}

/// The fewest and the most of both.
fn within(a: Option<[usize; 2]>, b: Option<[usize; 2]>) -> Option<[usize; 2]> {
    match (a, b) {
        (Some([a, b]), Some([c, d])) => Some([a.min(c), b.max(d)]),
        (a, b) => a.or(b),
    }
}

/// A list that is read again and again.
struct List {
    source: Source,
    /// `None` for binary numbers.
    layout: Option<Layout>,
    tie: Tie,
}

impl List {
    /// The first reading, and whether it went the fast way.
    fn count(&self, watch: &impl Watch) -> Result<(Counting, Heard, bool), Unread> {
        let layout = self.layout.as_ref();
        if plain::is_plain(layout) {
            let (mut counting, mut heard) = (Counting::of(self.tie), Heard::default());
            let from = self.source.open(watch)?;
            let is_plain = plain::in_order(from, layout, watch, |parsed| {
                heard.wider += parsed.wider;
                heard.whole = within(heard.whole, parsed.whole);
                counting.add_numbers(&parsed.pairs);
                !counting.is_full()
            })
            .map_err(of_failing)?;
            if is_plain || counting.is_full() {
                return Ok((counting, heard, true));
            }
        }
        let mut counting = Counting::of(self.tie);
        let mut full = false;
        let heard = self.each(watch, &mut |people| {
            full = full || counting.is_full();
            match people {
                _ if full => {}
                People::Friends(people, _) => counting.add(people),
                People::Alone(person) => counting.add_alone(person),
            }
        })?;
        Ok((counting, heard, false))
    }

    /// The second reading.
    fn fill(&self, placing: &Placing, is_plain: bool, watch: &impl Watch) -> Result<(), Unread> {
        if is_plain {
            let from = self.source.open(watch)?;
            let tell = |parsed: &Parsed, ready: &mut Ready| {
                placing.add_numbers(&parsed.pairs, &parsed.weights, ready);
            };
            return plain::at_once(from, self.layout.as_ref(), watch, tell).map_err(of_failing);
        }
        let mut ready = Ready::default();
        self.each(watch, &mut |people| {
            if let People::Friends(people, weight) = people {
                placing.add(people, weight, &mut ready);
            }
        })?;
        placing.put(&mut ready);
        Ok(())
    }

    /// Tells of every friendship.
    fn each(&self, watch: &impl Watch, tell: &mut impl FnMut(People)) -> Result<Heard, Unread> {
        let from = self.source.open(watch)?;
        let heard = match &self.layout {
            None => pairs(from, tell).map(|()| Heard::default()),
            Some(layout) => lines(from, (layout, self.tie), tell),
        };
        heard.map_err(of_failing)
    }

    /// Refuses lines of more and fewer whole numbers where nobody said what they are.
    fn refuse_ragged(&self, heard: &Heard) -> Result<(), Unread> {
        let is_told =
            self.layout.as_ref().is_none_or(|layout| layout.is_asked || layout.has_titles);
        match heard.whole {
            Some([fewest, most]) if !is_told && fewest < most => Err(Unread::whole(
                message!(
                    "its lines hold {fewest} to {most} whole numbers, as where a person is followed \
                     by all friends",
                    fewest,
                    most
                ),
                message!(
                    "say --list adjacency where the first of a line knows all others, or --list edges \
                     where only the first two are friends"
                ),
            )),
            _ => Ok(()),
        }
    }
}

/// Pairs of numbers of 32 bits, the lowest byte first.
fn pairs(mut from: impl BufRead, tell: &mut impl FnMut(People)) -> Result<(), Unread> {
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
            tell(People::Friends([number(0), number(4)].map(Name::Number), 1.0));
        }
        kept.drain(..whole);
    }
    if kept.is_empty() {
        return Ok(());
    }
    Err(Unread::whole(
        message!("its length is no multiple of 8 bytes"),
        message!(
            "a friendship is two numbers of 32 bits, the lowest byte first; text has another ending"
        ),
    ))
}

fn lines(
    mut from: impl BufRead,
    (layout, tie): (&Layout, Tie),
    tell: &mut impl FnMut(People),
) -> Result<Heard, Unread> {
    let (mut line, mut number, mut faults) = (Vec::new(), 0, Vec::new());
    let mut heard = Heard::default();
    let mut matrix = (layout.form == Form::MatrixMarket).then(|| Matrix::of(tie));
    let mut has_titles = layout.has_titles;
    let longest = if layout.form == Form::Adjacency { LONGEST_ROW } else { LONGEST };
    loop {
        line.clear();
        let mut part = from.by_ref().take(longest);
        if part.read_until(layout.end, &mut line).map_err(Unread::World)? == 0 {
            break;
        }
        number += 1;
        if line.len() as u64 == longest && line.last() != Some(&layout.end) {
            let message = message!("there are more than {most} bytes in this line", most = longest);
            faults.push(Fault {
                line: Some(number),
                ..Fault::of(&line[..LONGEST as usize], 0..0, message, message!("no end"))
            });
            return Err(Unread::Faults(faults));
        }
        let heading = matrix.as_ref().map_or(Ok(false), |matrix| matrix.is_heading(&line));
        let told = match (heading, beginning(&line)) {
            (Err(fault), _) => Err(fault),
            (Ok(true), _) | (_, None) => continue,
            (_, Some(_)) if std::mem::take(&mut has_titles) => continue,
            (_, Some(start)) => match &mut matrix {
                Some(matrix) => matrix.entry(&line, start, &mut |told| {
                    tell(match told {
                        Told::Person(person) => People::Alone(person),
                        Told::Friends(people, weight) => People::Friends(people, weight),
                    });
                }),
                None if layout.form == Form::Adjacency => row(&line, start, layout, tell),
                None => friendship(&line, start, layout, &mut heard, tell),
            },
        };
        if let Err(fault) = told {
            faults.push(Fault { line: Some(number), ..fault });
            if faults.len() == TOLD {
                return Err(Unread::Faults(faults));
            }
        }
    }
    if !faults.is_empty() {
        return Err(Unread::Faults(faults));
    }
    matrix.map_or(Ok(()), |matrix| matrix.end())?;
    Ok(heard)
}

/// A line of two people.
#[inline]
fn friendship(
    line: &[u8],
    start: usize,
    layout: &Layout,
    heard: &mut Heard,
    tell: &mut impl FnMut(People),
) -> Result<(), Fault> {
    let pair = pair(line, start, &layout.columns)?;
    let used = if layout.columns.weight.is_some() { 3 } else { 2 };
    heard.wider += u64::from(pair.cells > used);
    if pair.are_whole {
        heard.whole = within(heard.whole, Some([pair.cells; 2]));
    }
    tell(People::Friends(pair.people, pair.weight));
    Ok(())
}

/// A line of a person and all of his friends.
fn row(
    line: &[u8],
    start: usize,
    layout: &Layout,
    tell: &mut impl FnMut(People),
) -> Result<(), Fault> {
    let people = people(line, start, layout.columns.between)?;
    if let Some((person, friends)) = people.split_first() {
        tell(People::Alone(*person));
        for friend in friends {
            tell(People::Friends([*person, *friend], 1.0));
        }
    }
    Ok(())
}
