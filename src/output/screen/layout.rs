//! Lines of as many columns as the reader has, in which wide letters take two.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

pub use crate::output::WIDTH;

/// Columns beyond which a line is hard to read.
pub const WIDEST: usize = 120;
/// Columns of a label before a longer text.
pub const LABEL: usize = 17;

pub fn width(text: &str) -> usize {
    text.width()
}

/// The text, cut with an ellipsis where it is wider than so many columns.
pub fn cut(text: &str, columns: usize) -> String {
    if width(text) <= columns {
        return text.into();
    }
    let mut kept = String::new();
    for letter in text.chars() {
        if width(&kept) + letter.width().unwrap_or(0) + 1 > columns {
            break;
        }
        kept.push(letter);
    }
    format!("{}…", kept.trim_end())
}

/// The text in lines of so many columns, broken between words; a word that is too long is cut. No
/// sign of per cent is parted from its number.
pub fn wrap(text: &str, columns: usize) -> Vec<String> {
    // What belongs to the number beside it.
    const TIED: [[&str; 2]; 2] = [[" %", "\u{A0}%"], ["± ", "±\u{A0}"]];
    let tied = TIED.iter().fold(text.to_owned(), |text, [loose, tied]| text.replace(loose, tied));
    let mut lines: Vec<String> = Vec::new();
    for word in tied.split([' ', '\n', '\t']).filter(|word| !word.is_empty()) {
        let word = word.to_owned();
        let word = TIED.iter().fold(word, |word, [loose, tied]| word.replace(tied, loose));
        let word = cut(&word, columns);
        match lines.last_mut() {
            Some(line) if width(line) + 1 + width(&word) <= columns => {
                line.push(' ');
                line.push_str(&word);
            }
            _ => lines.push(word),
        }
    }
    lines
}

/// A text for a terminal of so many columns: lines that are wider break between the cells of a
/// table, which go on a little further right, and between words. A single word that is wider stays
/// whole, so that it can be copied.
pub fn narrowed(text: &str, columns: usize) -> String {
    let lines = paragraphs(text, columns);
    self::text(&lines.iter().flat_map(|line| folded(line, columns)).collect::<Vec<_>>())
}

/// The lines of a text; those that go on beside a label are one where they are too wide.
fn paragraphs(text: &str, columns: usize) -> Vec<String> {
    let begins_at_label = |line: &str| {
        let mut letters = line.chars().skip(LABEL - 1);
        letters.next() == Some(' ') && letters.next().is_some_and(|letter| letter != ' ')
    };
    let mut groups: Vec<Vec<&str>> = Vec::new();
    for line in text.lines() {
        let goes_on = begins_at_label(line) && line.chars().take(LABEL).all(|letter| letter == ' ');
        match groups.last_mut().filter(|group| goes_on && begins_at_label(group[0])) {
            Some(group) => group.push(line),
            None => groups.push(vec![line]),
        }
    }
    let joined = groups.into_iter().flat_map(|group| {
        if group.iter().all(|line| width(line) <= columns) {
            return group.into_iter().map(str::to_owned).collect();
        }
        let rest = group[1..].iter().map(|line| format!(" {}", line.trim_start()));
        vec![group[0].to_owned() + &rest.collect::<String>()]
    });
    joined.collect()
}

/// A line within so many columns.
fn folded(line: &str, columns: usize) -> Vec<String> {
    if width(line) <= columns {
        return vec![line.to_owned()];
    }
    let words = line.trim_start_matches(' ');
    let first = width(line) - width(words);
    let cells: Vec<&str> =
        words.split("  ").map(str::trim).filter(|cell| !cell.is_empty()).collect();
    let further = if cells.len() > 1 { 2 } else { 0 };
    let [first, further] = [first, first + further].map(|indent| spaces(indent.min(columns / 4)));
    let (mut lines, mut broken) = (Vec::new(), String::new());
    for cell in cells {
        if !broken.is_empty() && width(&broken) + 2 + width(cell) <= columns {
            broken = format!("{broken}  {cell}");
            continue;
        }
        // What does not fit behind the cells before it begins a line of its own.
        for (place, word) in cell.split(' ').enumerate() {
            if broken.is_empty() {
                broken = format!("{first}{word}");
            } else if place > 0 && width(&broken) + 1 + width(word) <= columns {
                broken = format!("{broken} {word}");
            } else {
                lines.push(std::mem::replace(&mut broken, format!("{further}{word}")));
            }
        }
    }
    lines.push(broken);
    lines
}

/// A message for a terminal of so many columns: its sentences break between words and go on below
/// their beginning; an excerpt of a file stays as it is. Colours take no columns.
pub fn hanging(message: &str, columns: usize) -> String {
    let lines = message.lines().flat_map(|line| {
        let shown = uncoloured(line);
        let text = shown.trim_start();
        let begins = |mark: &str| text.starts_with(mark);
        let is_excerpt = begins("|") || begins("-->") || begins("...") || begins(":::");
        let is_code = text.split_once('|').is_some_and(|(number, _)| is_number(number.trim()));
        if width(&shown) <= columns || is_excerpt || is_code {
            return vec![line.to_owned()];
        }
        // Behind `= help: ` and the like; sentences of their own go on a little further right.
        let marked = text.strip_prefix("= ").and_then(|rest| rest.split_once(": "));
        let indent = marked.map_or(2, |(mark, _)| width(&shown) - width(text) + width(mark) + 4);
        let indent = spaces(if indent < columns / 2 { indent } else { 2 });
        let mut lines: Vec<String> = Vec::new();
        for word in line.split(' ') {
            match lines.last_mut() {
                Some(last)
                    if width(&uncoloured(last)) + 1 + width(&uncoloured(word)) <= columns =>
                {
                    last.push(' ');
                    last.push_str(word);
                }
                Some(_) => lines.push(format!("{indent}{word}")),
                None => lines.push(word.to_owned()),
            }
        }
        lines
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Without the sequences that switch colours.
fn uncoloured(text: &str) -> String {
    let mut parts = text.split("\u{1b}[");
    let mut plain = parts.next().unwrap_or_default().to_owned();
    plain.extend(parts.map(|part| part.split_once('m').map_or("", |(_, rest)| rest)));
    plain
}

/// The first lines of a longer text; the last one ends in an ellipsis where something is left out.
pub fn shorten(mut lines: Vec<String>, most: usize) -> Vec<String> {
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            // In the place of the last word.
            *last = match last.rsplit_once(' ') {
                Some((before, word)) if !word.is_empty() => format!("{} …", before.trim_end()),
                _ => cut(&format!("{last} …"), width(last).max(2)),
            };
        }
    }
    lines
}

/// One text at the left end of a line of so many columns and one at the right; the left one is cut
/// to make room.
pub fn ends(left: &str, right: &str, columns: usize) -> String {
    let left = cut(left, columns.saturating_sub(width(right) + 2));
    format!("{left}{}{right}", spaces(columns.saturating_sub(width(&left) + width(right))))
}

/// Lines with one text at the left end and one at the right, which all end in one column: no
/// farther to the right than the longest of them needs, and within so many columns.
pub fn rows(rows: &[(String, String)], columns: usize) -> Vec<String> {
    let needed = rows.iter().map(|(left, right)| width(left) + 2 + width(right)).max();
    let edge = needed.unwrap_or(0).max(WIDTH).min(columns);
    rows.iter().map(|(left, right)| ends(left, right, edge)).collect()
}

/// Columns of words, of which the longest has so many: what they have on a page, and of what it is
/// wider as many more as they need.
pub fn words(on_a_page: usize, longest: usize, columns: usize) -> usize {
    longest.clamp(on_a_page, on_a_page + columns.saturating_sub(WIDTH))
}

/// Where the numbers of a table stand.
#[derive(Clone, Copy, Debug)]
pub struct Stops {
    /// The column in which typical values end.
    pub value: usize,
    /// The column in which ranges begin.
    pub range: usize,
    /// The column in which notes end.
    pub edge: usize,
}

impl Stops {
    /// Room for words of which the longest has so many columns, and for a number behind them.
    pub fn of(longest: usize, columns: usize) -> Stops {
        let value = words(VALUE, longest + 2 + NUMBER, columns);
        Stops { value, range: value + 3, edge: WIDTH + value - VALUE }
    }

    /// Columns of the longest words.
    pub const fn words(self) -> usize {
        self.value - NUMBER
    }
}

/// Where the first numbers of a page end, and columns of a number.
const VALUE: usize = 41;
const NUMBER: usize = 12;

/// A label, and beside it the text in as many lines of so many columns as it takes, `most` at most.
pub fn labelled(label: &str, text: &str, most: usize, columns: usize) -> Vec<String> {
    let lines = shorten(wrap(text, columns - LABEL), most);
    lines
        .iter()
        .enumerate()
        .map(|(i, line)| pad(if i == 0 { label } else { "" }, LABEL) + line)
        .collect()
}

/// Cells of these widths side by side, each wrapped.
pub fn cells<const N: usize>(cells: [(&[String], usize); N]) -> Vec<String> {
    let wrapped = cells.map(|(lines, columns)| {
        (lines.iter().flat_map(|line| wrap(line, columns)).collect::<Vec<_>>(), columns)
    });
    let height = wrapped.iter().map(|(lines, _)| lines.len()).max().unwrap_or(0);
    let line = |row: usize| {
        let cells = wrapped
            .iter()
            .map(|(lines, columns)| pad(lines.get(row).map_or("", String::as_str), columns + 2));
        cells.collect::<String>().trim_end().to_owned()
    };
    (0..height).map(line).collect()
}

/// Filled with spaces at its end.
pub fn pad(text: &str, columns: usize) -> String {
    format!("{text}{}", spaces(columns.saturating_sub(width(text))))
}

/// Filled with spaces at its start.
pub fn pad_left(text: &str, columns: usize) -> String {
    format!("{}{text}", spaces(columns.saturating_sub(width(text))))
}

pub fn spaces(count: usize) -> String {
    " ".repeat(count)
}

/// Lines as one text.
pub fn text(lines: &[String]) -> String {
    let mut text = lines.join("\n");
    text.push('\n');
    text
}
