//! Lines of at most 80 columns, in which wide letters take two.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Columns of a line.
pub const WIDTH: usize = 80;
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

/// A text for a terminal of so many columns: lines that are wider break between words, and go on as
/// far from the left as they began. A single word that is wider stays whole, so that it can be
/// copied.
pub fn narrowed(text: &str, columns: usize) -> String {
    let mut lines: Vec<String> = Vec::new();
    for line in text.lines() {
        if width(line) <= columns {
            lines.push(line.to_owned());
            continue;
        }
        let words = line.trim_start_matches(' ');
        let indent = spaces((width(line) - width(words)).min(columns / 4));
        let mut broken = String::new();
        for word in words.split(' ').filter(|word| !word.is_empty()) {
            if broken.is_empty() {
                broken = format!("{indent}{word}");
            } else if width(&broken) + 1 + width(word) <= columns {
                broken = format!("{broken} {word}");
            } else {
                lines.push(std::mem::replace(&mut broken, format!("{indent}{word}")));
            }
        }
        lines.push(broken);
    }
    self::text(&lines)
}

/// The first lines of a longer text; the last one ends in an ellipsis where something is left out.
pub fn shorten(mut lines: Vec<String>, most: usize) -> Vec<String> {
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            *last = cut(&format!("{last} …"), width(last).max(2));
        }
    }
    lines
}

/// One text at the left end of the line and one at the right; the left one is cut to make room.
pub fn ends(left: &str, right: &str) -> String {
    let left = cut(left, WIDTH.saturating_sub(width(right) + 2));
    format!("{left}{}{right}", spaces(WIDTH.saturating_sub(width(&left) + width(right))))
}

/// A label, and beside it the text in as many lines as it takes, `most` at most.
pub fn labelled(label: &str, text: &str, most: usize) -> Vec<String> {
    let lines = shorten(wrap(text, WIDTH - LABEL), most);
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
