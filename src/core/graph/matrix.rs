//! Lists in the form of Matrix Market (Boisvert, Pozo, Remington 1996): comments, a line of sizes,
//! then the rows and columns of entries that are not zero, counted from 1.

use super::fault::{Fault, Unread};
use super::line::{Between, Columns, cells, pair};
use super::names::Name;
use super::ties::Tie;
use crate::diagnostic::message;

/// The first words.
const BANNER: &[u8] = b"%%MatrixMarket";
/// Most people of whom some may have no friend.
const MOST: u64 = 1 << 28;

/// A matrix of which everything up to here was read.
#[derive(Debug)]
pub(crate) struct Matrix {
    sizes: Option<Sizes>,
    entries: u64,
    tie: Tie,
    columns: Columns,
}

#[derive(Debug)]
struct Sizes {
    people: u64,
    entries: u64,
}

impl Matrix {
    pub fn of(tie: Tie) -> Matrix {
        let weight = tie.weights.map(|weights| (2, weights));
        let columns = Columns { between: Between::Blanks, people: [0, 1], weight };
        Matrix { sizes: None, entries: 0, tie, columns }
    }

    /// Whether a line is the banner, which is looked at.
    pub fn is_heading(&self, line: &[u8]) -> Result<bool, Fault> {
        let Some(words) = line.strip_prefix(BANNER) else { return Ok(false) };
        let words = words.to_ascii_lowercase();
        let is_symmetric = words
            .split(u8::is_ascii_whitespace)
            .any(|word| word.ends_with(b"symmetric") || word == b"hermitian");
        if self.tie.is_directed && is_symmetric {
            let message =
                message!("this matrix is the same in both directions, and --directed takes one");
            let end = line.trim_ascii_end().len();
            return Err(Fault::of(line, 0..end, message, message!("no direction"))
                .with_help(message!("leave out --directed, or write the matrix as `general`")));
        }
        if words.split(u8::is_ascii_whitespace).any(|word| word == b"array") {
            let message = message!("this matrix is written with all of its zeros");
            return Err(Fault::of(
                line,
                0..line.trim_ascii_end().len(),
                message,
                message!("no list"),
            )
            .with_help(message!("write it as `coordinate`, which lists what is not zero")));
        }
        Ok(true)
    }

    /// Tells of everybody by the line of sizes, and of the friendship of any other line.
    pub fn entry(
        &mut self,
        line: &[u8],
        start: usize,
        tell: &mut impl FnMut(Told),
    ) -> Result<(), Fault> {
        let Some(sizes) = &self.sizes else {
            let sizes = sizes(line, start)?;
            (1..=sizes.people).for_each(|person| tell(Told::Person(Name::Number(person))));
            self.sizes = Some(sizes);
            return Ok(());
        };
        let pair = pair(line, start, &self.columns)?;
        let is_inside = |name: &Name| match name {
            Name::Number(person) => (1..=sizes.people).contains(person),
            Name::Word(_) => false,
        };
        if !pair.people.iter().all(is_inside) {
            let message = message!(
                "people are numbered from 1 to {most} in this matrix",
                most = sizes.people
            );
            let end = line.trim_ascii_end().len();
            return Err(Fault::of(line, start..end, message, message!("outside of it")));
        }
        self.entries += 1;
        tell(Told::Friends(pair.people, pair.weight));
        Ok(())
    }

    /// Whether everything that the sizes promised came.
    pub fn end(&self) -> Result<(), Unread> {
        let promised = self.sizes.as_ref().map_or(0, |sizes| sizes.entries);
        if promised == self.entries {
            return Ok(());
        }
        Err(Unread::whole(
            message!(
                "its line of sizes promises {promised} entries, and there are {entries}",
                promised,
                entries = self.entries
            ),
            message!("it may be cut short: write it again"),
        ))
    }
}

/// What a line tells.
pub(crate) enum Told<'l> {
    Person(Name<'l>),
    Friends([Name<'l>; 2], f32),
}

/// The line of sizes: rows, columns and entries.
fn sizes(line: &[u8], start: usize) -> Result<Sizes, Fault> {
    let numbers: Vec<u64> = cells(line, start, Between::Blanks)
        .into_iter()
        .filter_map(|cell| str::from_utf8(&line[cell]).ok()?.parse().ok())
        .collect();
    let whole = start..line.trim_ascii_end().len();
    let [rows, columns, entries] = numbers[..] else {
        let message = message!("the sizes of a matrix are meant: rows, columns and entries");
        return Err(Fault::of(line, whole, message, message!("not three whole numbers")));
    };
    if rows != columns {
        let message = message!(
            "this matrix has {rows} rows and {columns} columns, so they are not the same people",
            rows,
            columns
        );
        return Err(Fault::of(line, whole, message, message!("not square"))
            .with_help(message!("a list of friends has a row and a column for everybody")));
    }
    if rows > MOST {
        let message = message!("a matrix of at most {most} people is read", most = MOST);
        return Err(Fault::of(line, whole, message, message!("too large"))
            .with_help(message!("leave out the banner and the sizes: then it is read as a list")));
    }
    Ok(Sizes { people: rows, entries })
}
