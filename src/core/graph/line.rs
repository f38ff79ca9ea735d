//! One line of a list: its cells, and the people whom they call.

use std::ops::Range;

use super::fault::Fault;
use super::names::Name;
use super::ties::Weights;
use crate::diagnostic::{Message, message, visible};

/// What stands between two cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Between {
    /// Blanks, as many as there are.
    Blanks,
    /// One such byte, with cells in quotation marks that may hold it.
    Byte(u8),
}

/// Where the people of a line stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Columns {
    pub between: Between,
    pub people: [usize; 2],
    /// Where the weight stands, where ties have one.
    pub weight: Option<(usize, Weights)>,
}

/// Two people with the weight of their tie, how many cells the line has, and whether all are whole
/// numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Pair<'l> {
    pub people: [Name<'l>; 2],
    pub weight: f32,
    pub cells: usize,
    pub are_whole: bool,
}

/// Bytes of the longest name.
const LONGEST_NAME: usize = 200;

/// What may stand between two numbers.
const fn is_between(byte: u8) -> bool {
    byte.is_ascii_whitespace() || matches!(byte, b',' | b';' | b'|' | b':' | b'"' | b'\'')
}

/// Where a line begins that is neither empty nor a comment.
pub(crate) fn beginning(line: &[u8]) -> Option<usize> {
    let mark = if line.starts_with(b"\xEF\xBB\xBF") { 3 } else { 0 };
    let start = mark + line[mark..].iter().take_while(|byte| byte.is_ascii_whitespace()).count();
    let is_comment =
        matches!(line.get(start), None | Some(b'#' | b'%')) || line[start..].starts_with(b"//");
    (!is_comment).then_some(start)
}

/// A number as it is usually written, and where it ends.
#[inline]
fn number(line: &[u8], start: usize) -> Option<(u64, usize)> {
    let (mut number, mut end) = (0_u64, start);
    while end < line.len() && !is_between(line[end]) {
        let digit = line[end].wrapping_sub(b'0');
        if digit > 9 {
            return None;
        }
        number = number.checked_mul(10)?.checked_add(u64::from(digit))?;
        end += 1;
    }
    let is_usual = end == start + 1 || (end > start && line[start] != b'0');
    is_usual.then_some((number, end))
}

#[inline]
fn skip(line: &[u8], from: usize) -> usize {
    from + line[from..].iter().take_while(|byte| is_between(**byte)).count()
}

/// Two numbers with anything between them, from where a line begins.
#[inline]
fn numbers(line: &[u8], start: usize) -> Option<Pair<'static>> {
    let (a, end) = number(line, skip(line, start))?;
    let (b, end) = number(line, skip(line, end))?;
    let (mut end, mut cells, mut are_whole) = (skip(line, end), 2, true);
    while end < line.len() {
        let cell = line[end..].iter().take_while(|byte| !is_between(**byte)).count();
        are_whole &= line[end..end + cell].iter().all(u8::is_ascii_digit);
        end = skip(line, end + cell);
        cells += 1;
    }
    Some(Pair { people: [a, b].map(Name::Number), weight: 1.0, cells, are_whole })
}

/// The cells of a line from where it begins, without blanks and quotation marks about them.
pub(crate) fn cells(line: &[u8], start: usize, between: Between) -> Vec<Range<usize>> {
    let end = line.len() - line.iter().rev().take_while(|byte| is_end(**byte)).count();
    let (mut cells, mut from) = (Vec::new(), start);
    while from <= end {
        let is_quoted = line[from..end].first() == Some(&b'"');
        let closing = if is_quoted {
            line[from + 1..end].iter().position(|byte| *byte == b'"').map(|at| from + 1 + at)
        } else {
            None
        };
        let behind = closing.map_or(from, |closing| closing + 1);
        let is_over = |byte: &u8| match between {
            Between::Blanks => byte.is_ascii_whitespace(),
            Between::Byte(separator) => *byte == separator,
        };
        let to = line[behind.min(end)..end].iter().position(is_over).map_or(end, |at| behind + at);
        cells.push(trimmed(line, from..to));
        from = to + 1;
        if between == Between::Blanks {
            from += line[from.min(end)..end].iter().take_while(|byte| is_over(byte)).count();
            if from >= end {
                break;
            }
        }
    }
    cells
}

const fn is_end(byte: u8) -> bool {
    matches!(byte, b'\r' | b'\n')
}

fn trimmed(line: &[u8], cell: Range<usize>) -> Range<usize> {
    let is_about = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b'"' | b'\'');
    let from = cell.start + line[cell.clone()].iter().take_while(|byte| is_about(byte)).count();
    let behind = line[from..cell.end].iter().rev().take_while(|byte| is_about(byte)).count();
    from..cell.end - behind
}

/// The two people of a line that begins there.
pub(crate) fn pair<'l>(line: &'l [u8], start: usize, columns: &Columns) -> Result<Pair<'l>, Fault> {
    if columns.people == [0, 1]
        && columns.weight.is_none()
        && let Some(pair) = numbers(line, start)
    {
        return Ok(pair);
    }
    let cells = cells(line, start, columns.between);
    let find = |column: usize| match cells.get(column) {
        Some(cell) if !cell.is_empty() => person(line, cell.clone()),
        cell => {
            let end = trimmed(line, start..line.len()).end;
            let at = cell.map_or(end, |cell| cell.start.min(end));
            Err(alone(line, at))
        }
    };
    let [a, b] = columns.people.map(find);
    let people = [a?, b?];
    let is_whole = |cell: &Range<usize>| line[cell.clone()].iter().all(u8::is_ascii_digit);
    if columns.between == Between::Blanks && columns.people == [0, 1] {
        let is_number = |cell: &Range<usize>| {
            str::from_utf8(&line[cell.clone()]).is_ok_and(|cell| cell.parse::<f64>().is_ok())
        };
        let first = if columns.weight.is_some() { 3 } else { 2 };
        let others = cells.get(first..).unwrap_or_default();
        if let Some(more) = others.iter().find(|cell| !is_number(cell)) {
            let message = message!(
                "there are {n} words in this line, and a friendship has two",
                n = cells.len()
            );
            return Err(Fault::of(line, more.clone(), message, message!("too many")).with_help(
                message!("where names have blanks in them, put commas or tabs between people"),
            ));
        }
    }
    let weight = match columns.weight {
        Some((column, weights)) => weight(line, cells.get(column).cloned(), weights)?,
        None => 1.0,
    };
    Ok(Pair { people, weight, cells: cells.len(), are_whole: cells.iter().all(is_whole) })
}

/// What a cell says of how close two people are; a decimal comma is one where commas are not
/// between cells.
fn weight(line: &[u8], cell: Option<Range<usize>>, weights: Weights) -> Result<f32, Fault> {
    let Some(cell) = cell.filter(|cell| !cell.is_empty()) else {
        let end = line.trim_ascii_end().len();
        return Err(Fault::of(
            line,
            end..end,
            message!("there is no weight in this line, and --weights takes one of each"),
            message!("the third column is missing"),
        )
        .with_help(message!("give a number behind the two people, as in `17 42 0.5`")));
    };
    let word = String::from_utf8_lossy(&line[cell.clone()]).into_owned();
    let (text, unit) = match word.strip_suffix('%').filter(|_| weights == Weights::Chance) {
        Some(text) => (text.trim_end(), 100.0),
        None => (&*word, 1.0),
    };
    let number = text.replace(',', ".").parse::<f64>().ok().map(|number| number / unit);
    let fault = |message: Message, label: Message| Fault::of(line, cell.clone(), message, label);
    let word = visible(&word).into_owned();
    match number.filter(|number| number.is_finite() && *number <= f64::from(f32::MAX)) {
        Some(number) if number < 0.0 => Err(fault(
            message!("a weight is not negative, and this is `{word}`", word),
            message!("below zero"),
        )
        .with_help(message!("write how close people are as numbers from 0 up"))),
        Some(number) if number > 1.0 && weights == Weights::Chance => Err(fault(
            message!("a chance lies between 0 and 1, and this is `{word}`", word),
            message!("above 1"),
        )
        .with_help(message!(
            "write chances as in `0.05` or `5%`, or say --weights closeness where the numbers \
             are factors"
        ))),
        // A zero with a sign is one like any other.
        Some(number) => Ok((number + 0.0) as f32),
        None => Err(fault(message!("`{word}` is no weight", word), message!("no number"))
            .with_help(message!("give a number behind the two people, as in `17 42 0.5`"))),
    }
}

fn alone(line: &[u8], at: usize) -> Fault {
    Fault::of(
        line,
        at..at,
        message!("there is one person in this line, and a friendship has two"),
        message!("the other one is missing"),
    )
    .with_help(message!(
        "a line is one friendship, as in `17 42` or `anna,boris`; where the first of a line knows \
         all others in it, say --list adjacency"
    ))
}

/// All people of a line that begins there.
pub(crate) fn people(line: &[u8], start: usize, between: Between) -> Result<Vec<Name<'_>>, Fault> {
    let cells = cells(line, start, between);
    cells
        .into_iter()
        .map(|cell| match line[cell.clone()] {
            // `17: 42 43` is written too.
            [.., b':'] => cell.start..cell.end - 1,
            _ => cell,
        })
        .filter(|cell| !cell.is_empty())
        .map(|cell| person(line, cell))
        .collect()
}

/// Who is called by a cell.
fn person(line: &[u8], cell: Range<usize>) -> Result<Name<'_>, Fault> {
    let fault = |message: Message, label: Message| Fault::of(line, cell.clone(), message, label);
    let Ok(word) = str::from_utf8(&line[cell.clone()]) else {
        return Err(fault(
            message!("there are bytes in this line that are no text in UTF-8"),
            message!("no letters"),
        )
        .with_help(message!("save the list as text in UTF-8")));
    };
    if word.chars().any(char::is_control) {
        return Err(fault(
            message!("there are characters in this line that cannot be shown"),
            message!("no name"),
        ));
    }
    if is_rounded(word) {
        let word = visible(word).into_owned();
        return Err(fault(
            message!("`{word}` is a number that was rounded or has a fraction, and no name", word),
            message!("not as it was"),
        )
        .with_help(message!(
            "a program wrote a large number so, and several people may have become one: write \
             names as whole numbers, or as text"
        )));
    }
    if word.len() > LONGEST_NAME {
        let message = message!("a name has at most {most} bytes", most = LONGEST_NAME);
        return Err(fault(message, message!("too long")));
    }
    Ok(Name::of(word))
}

/// Whether a word is a number with a fraction or an exponent, such as `1e+05`.
fn is_rounded(word: &str) -> bool {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let text = word.strip_prefix(['+', '-']).unwrap_or(word);
    let whole = digits(text);
    let (mut rest, mut is_rounded) = (&text[whole..], false);
    if let Some(fraction) = rest.strip_prefix(['.', ',']).filter(|rest| digits(rest) > 0) {
        rest = &fraction[digits(fraction)..];
        is_rounded = true;
    }
    if let Some(exponent) = rest.strip_prefix(['e', 'E']) {
        let exponent = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
        if digits(exponent) > 0 {
            rest = &exponent[digits(exponent)..];
            is_rounded = true;
        }
    }
    whole > 0 && is_rounded && rest.is_empty()
}
