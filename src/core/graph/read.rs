//! Lists of friendships from files and pipes: text with any separator, CSV with titles, adjacency
//! lists, Matrix Market, pairs of binary numbers, each of them compressed or not.
//!
//! A file is read twice, so that its friendships are never held beside the graph: first it is
//! counted how many friends everybody has, then the rows are filled.

use std::io::{self, BufRead, Read};
use std::path::Path;

pub use super::fault::{Fault, Unread};
use super::layout::{Form, Layout, layout};
use super::line::{beginning, pair, people};
use super::loaded::{Counting, Filling, Loaded, Unused};
use super::matrix::{Matrix, Told};
use super::names::Name;
use super::source::{STOPPED, Source};
use crate::diagnostic::message;
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

/// Reads a list of friendships. Loops and doubles are dropped and counted.
pub fn read(path: &Path, watch: &impl Watch) -> Result<Loaded, Unread> {
    read_as(path, None, watch)
}

/// The same where somebody says what its lines are.
pub fn read_as(path: &Path, form: Option<Form>, watch: &impl Watch) -> Result<Loaded, Unread> {
    let source = Source::of(path, watch)?;
    watch.announce(2 * source.steps());
    let list = List { layout: list_layout(&source, path, form, watch)?, source };
    let mut counting = Counting::default();
    let mut full = false;
    let heard = list.each(watch, &mut |people| {
        full = full || counting.is_full();
        match people {
            _ if full => {}
            People::Friends(people) => counting.add(people),
            People::Alone(person) => counting.add_alone(person),
        }
    })?;
    if full {
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
    let mut filling: Filling = counting.fill();
    list.each(watch, &mut |people| {
        if let People::Friends(people) = people {
            filling.add(people);
        }
    })?;
    let titles = list.layout.map(|layout| layout.unused).unwrap_or_default();
    let lines = if titles.is_empty() { heard.wider } else { 0 };
    let mut graph = filling.finish();
    graph.unused = Unused { titles, lines };
    Ok(graph)
}

/// How a list is written; `None` for binary numbers.
fn list_layout(
    source: &Source,
    path: &Path,
    form: Option<Form>,
    watch: &impl Watch,
) -> Result<Option<Layout>, Unread> {
    let name =
        path.file_name().map(|name| name.to_string_lossy().to_lowercase()).unwrap_or_default();
    let name = name.strip_suffix(".gz").unwrap_or(&name);
    if BINARY.iter().any(|ending| name.rsplit('.').next() == Some(ending)) {
        return Ok(None);
    }
    let mut head = Vec::new();
    source.open(watch)?.take(HEAD).read_to_end(&mut head).map_err(of_reading)?;
    layout(&head, form).map(Some)
}

fn of_reading(error: io::Error) -> Unread {
    if error.kind() == STOPPED { Unread::Stopped } else { Unread::World(error) }
}

/// What a line tells.
enum People<'l> {
    Friends([Name<'l>; 2]),
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

/// A list that is read again and again.
struct List {
    source: Source,
    /// `None` for binary numbers.
    layout: Option<Layout>,
}

impl List {
    /// Tells of every friendship.
    fn each(&self, watch: &impl Watch, tell: &mut impl FnMut(People)) -> Result<Heard, Unread> {
        let from = self.source.open(watch)?;
        let heard = match &self.layout {
            None => pairs(from, tell).map(|()| Heard::default()),
            Some(layout) => lines(from, layout, tell),
        };
        heard.map_err(|unread| match unread {
            Unread::World(error) => of_reading(error),
            other => other,
        })
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
            tell(People::Friends([number(0), number(4)].map(Name::Number)));
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
    layout: &Layout,
    tell: &mut impl FnMut(People),
) -> Result<Heard, Unread> {
    let (mut line, mut number, mut faults) = (Vec::new(), 0, Vec::new());
    let mut heard = Heard::default();
    let mut matrix = (layout.form == Form::MatrixMarket).then(Matrix::default);
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
        let heading = matrix.as_ref().map_or(Ok(false), |_| Matrix::is_heading(&line));
        let told = match (heading, beginning(&line)) {
            (Err(fault), _) => Err(fault),
            (Ok(true), _) | (_, None) => continue,
            (_, Some(_)) if std::mem::take(&mut has_titles) => continue,
            (_, Some(start)) => match &mut matrix {
                Some(matrix) => matrix.entry(&line, start, &mut |told| {
                    tell(match told {
                        Told::Person(person) => People::Alone(person),
                        Told::Friends(people) => People::Friends(people),
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
    heard.wider += u64::from(pair.cells > 2);
    if pair.are_whole {
        let [fewest, most] = heard.whole.unwrap_or([pair.cells; 2]);
        heard.whole = Some([fewest.min(pair.cells), most.max(pair.cells)]);
    }
    tell(People::Friends(pair.people));
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
            tell(People::Friends([*person, *friend]));
        }
    }
    Ok(())
}
