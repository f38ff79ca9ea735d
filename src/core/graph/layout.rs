//! How a list is written, as its first lines tell.

use super::fault::Unread;
use super::line::{Between, Columns, beginning, cells};
use super::ties::Weights;
use crate::diagnostic::{message, visible};

/// What the lines of a list are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A friendship each.
    Edges,
    /// A person with all of his friends each.
    Adjacency,
    /// Comments, sizes, then an entry of a matrix each.
    MatrixMarket,
}

/// How a list is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Layout {
    pub form: Form,
    /// Whether somebody said so.
    pub is_asked: bool,
    /// The last byte of a line.
    pub end: u8,
    pub columns: Columns,
    /// Whether the first line has titles.
    pub has_titles: bool,
    /// Titles of columns that are not used.
    pub unused: Vec<String>,
}

/// Titles of the two people of a friendship.
const TITLES: [[&str; 2]; 24] = [
    ["source", "target"],
    ["from", "to"],
    ["node_1", "node_2"],
    ["node1", "node2"],
    ["id_1", "id_2"],
    ["id1", "id2"],
    ["user_1", "user_2"],
    ["user1", "user2"],
    ["person_1", "person_2"],
    ["person1", "person2"],
    ["name_1", "name_2"],
    ["name1", "name2"],
    ["source_id", "target_id"],
    ["from_id", "to_id"],
    ["user_id", "friend_id"],
    ["user", "friend"],
    ["person", "friend"],
    ["user", "follower"],
    ["follower", "followee"],
    ["follower", "followed"],
    ["follower", "following"],
    ["ego", "alter"],
    ["src", "dst"],
    ["sender", "receiver"],
];
/// Titles of weights.
const WEIGHTS: [&str; 8] =
    ["weight", "weights", "closeness", "chance", "probability", "strength", "value", "w"];
/// The first words of a matrix.
const MATRIX: &[u8] = b"%%MatrixMarket";
/// Lines that tell whether the first column counts them.
const COUNTED: usize = 3;

/// Reads the layout of a list from its first bytes, of which the last line may be cut.
pub(crate) fn layout(
    head: &[u8],
    asked: Option<Form>,
    weights: Option<Weights>,
) -> Result<Layout, Unread> {
    if is_wide(head) {
        return Err(Unread::whole(
            message!("it is text in UTF-16"),
            message!("save it as text in UTF-8, which every editor and spreadsheet can"),
        ));
    }
    let end = if head.contains(&b'\r') && !head.contains(&b'\n') { b'\r' } else { b'\n' };
    let lines: Vec<(&[u8], usize)> = head
        .split(|byte| *byte == end)
        .filter_map(|line| Some((line, beginning(line)?)))
        .take(1000)
        .collect();
    let first = lines.first().map_or(&[][..], |(line, start)| &line[*start..]);
    refuse_others(first)?;
    let is_matrix = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head).starts_with(MATRIX);
    let form = asked.unwrap_or(if is_matrix { Form::MatrixMarket } else { Form::Edges });
    let third = weights.map(|weights| (2, weights));
    let columns = Columns { between: between(first), people: [0, 1], weight: third };
    let is_asked = asked.is_some();
    let plain = Layout { form, is_asked, end, columns, has_titles: false, unused: Vec::new() };
    if form != Form::Edges {
        return Ok(plain);
    }
    let words = |(line, start): &(&[u8], usize)| -> Vec<String> {
        let cells = cells(line, *start, columns.between);
        cells.iter().map(|cell| String::from_utf8_lossy(&line[cell.clone()]).into_owned()).collect()
    };
    let [titles, next] = [0, 1].map(|line| lines.get(line).map(words).unwrap_or_default());
    if let Some(people) = titled(&titles, &next) {
        let weight = match weights {
            Some(weights) => Some((weighted(&titles, people)?, weights)),
            None => None,
        };
        let is_used = |column: &usize| {
            people.contains(column) || weight.is_some_and(|(weight, _)| weight == *column)
        };
        let unused = titles.iter().enumerate().filter(|(column, _)| !is_used(column));
        // What has no title is called by its place.
        let called = |(column, title): (usize, &String)| match title.trim() {
            "" => (column + 1).to_string(),
            title => visible(title).into_owned(),
        };
        let unused = unused.map(called).collect();
        let columns = Columns { people, weight, ..columns };
        return Ok(Layout { columns, has_titles: true, unused, ..plain });
    }
    let sample = &lines[..lines.len().saturating_sub(usize::from(lines.len() > COUNTED))];
    let sample: Vec<Vec<String>> = sample.iter().map(words).collect();
    // Three columns of which the third is a weight have no other that could count lines.
    let are_told = weights.is_some() && sample.iter().all(|cells| cells.len() == 3);
    if !is_asked && !are_told && counts_lines(&sample) {
        return Err(Unread::whole(
            message!("the first of its columns counts the lines, and may be a person or not"),
            message!(
                "give the columns titles in a first line, as in `row,from,to` or \
                 `from,to,weight`, or say --list edges where the first two are people"
            ),
        ));
    }
    Ok(plain)
}

/// Whether every other byte is zero, or the first two say so.
fn is_wide(head: &[u8]) -> bool {
    let zeros = |first: usize| {
        let bytes = |first| head.iter().skip(first).step_by(2).take(4);
        bytes(1).count() == 4
            && bytes(first).all(|byte| *byte == 0)
            && bytes(1 - first).all(|byte| *byte != 0)
    };
    head.starts_with(b"\xFF\xFE") || head.starts_with(b"\xFE\xFF") || zeros(0) || zeros(1)
}

/// Refuses what other programs write.
fn refuse_others(first: &[u8]) -> Result<(), Unread> {
    let has = |start: &[u8], sign: &[u8]| {
        first.starts_with(start) && first.iter().any(|byte| sign.contains(byte))
    };
    let is_other = matches!(first.first(), Some(b'{' | b'[' | b'<' | b'*'))
        || [&b"graph"[..], b"digraph", b"strict"].iter().any(|word| has(word, b"{["));
    if is_other {
        return Err(Unread::whole(
            message!("it is no list but a file that only another program understands"),
            message!("export its friendships as text, one in each line, as in `source,target`"),
        ));
    }
    Ok(())
}

/// What stands between the cells of a list with such a first line.
fn between(first: &[u8]) -> Between {
    let separators = [b'\t', b';', b',', b'|'];
    let found = separators.into_iter().find(|separator| first.contains(separator));
    found.map_or(Between::Blanks, Between::Byte)
}

/// The columns of the people, where the first line has titles.
fn titled(titles: &[String], next: &[String]) -> Option<[usize; 2]> {
    let find = |word: &str| {
        let is_it = |title: &String| {
            let title = title.trim().to_lowercase().replace([' ', '-'], "_");
            title.trim_start_matches('\u{feff}') == word
        };
        titles.iter().position(is_it)
    };
    let known = TITLES.iter().find_map(|[a, b]| Some([find(a)?, find(b)?]));
    let is_number = |cell: &String| !cell.is_empty() && cell.bytes().all(|b| b.is_ascii_digit());
    known.or_else(|| {
        let numbers = |people: [usize; 2]| {
            people.iter().all(|column| next.get(*column).is_some_and(is_number)).then_some(people)
        };
        let has_digits = titles.iter().any(|title| title.bytes().any(|b| b.is_ascii_digit()));
        // Rows that a program numbered have no title.
        if titles.len() > 2 && titles[0].is_empty() {
            numbers([1, 2])
        } else if has_digits || titles.iter().any(String::is_empty) {
            None
        } else {
            numbers([0, 1])
        }
    })
}

/// The column of the weights: the one with a title that says so, or the only one that is left.
fn weighted(titles: &[String], people: [usize; 2]) -> Result<usize, Unread> {
    let others = || (0..titles.len()).filter(|column| !people.contains(column));
    let is_known = |column: &usize| {
        let title = titles[*column].trim().to_lowercase();
        WEIGHTS.contains(&title.as_str())
    };
    let mut known = others().filter(is_known);
    let only = || if others().count() == 1 { others().next() } else { None };
    let found = match (known.next(), known.next()) {
        (Some(column), None) => Some(column),
        _ => only(),
    };
    found.ok_or_else(|| {
        Unread::whole(
            message!("its titles do not say which column has the weights that --weights takes"),
            message!("call one of its columns `weight`, as in `from,to,weight`"),
        )
    })
}

/// Whether all lines hold as many whole numbers, three at least, the first of which goes up by one.
fn counts_lines(lines: &[Vec<String>]) -> bool {
    let number = |cell: &String| cell.parse::<u64>().ok();
    let firsts: Option<Vec<u64>> =
        lines.iter().map(|cells| cells.first().and_then(number)).collect();
    let Some(firsts) = firsts.filter(|firsts| firsts.len() >= COUNTED && firsts[0] <= 1) else {
        return false;
    };
    firsts.windows(2).all(|pair| pair[1] == pair[0] + 1)
        && lines.iter().all(|cells| {
            cells.len() == lines[0].len()
                && cells.len() > 2
                && cells[..3].iter().all(|c| number(c).is_some())
        })
}
