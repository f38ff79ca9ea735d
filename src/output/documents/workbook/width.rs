//! Widths of columns and heights of rows, for what stands in them: programs do not measure it
//! themselves.

use super::format::sign;
use crate::locale::Locale;
use crate::output::documents::DocumentInput;
use crate::output::format::numerals::digits;
use crate::output::story::{Cell, Grid, Style};

/// The narrowest column, and the widest one of words, in digits of the font.
const LEAST: f64 = 9.0;
const MOST: f64 = 46.0;
/// The widest one of words where a table has few columns.
const ALONE: f64 = 76.0;
const FEW: usize = 4;
/// The widest column of numbers that only its head makes wide.
const HEAD: f64 = 16.0;
/// Between a number and the edge of its cell.
const MARGIN: f64 = 1.6;
/// Before words behind the first column, so that they part from numbers before them.
const INDENT: f64 = 1.5;
/// A line of text, in points.
const LINE: f64 = 13.2;

/// A number as its format writes it.
pub fn written(value: f64, style: Style, told: &DocumentInput) -> String {
    let locale = told.locale();
    let number = |value: f64, places: u8| digits(locale, value, -i32::from(places));
    match style {
        Style::Number(places) => number(value, places),
        Style::Money(places) => {
            let sign = sign(&told.story.currency);
            let gap = if locale == Locale::En && sign.chars().count() == 1 { "" } else { " " };
            format!("{}{gap}{sign}", number(value, places))
        }
        Style::Share(places) if locale == Locale::En => {
            format!("{}%", number(100.0 * value, places))
        }
        Style::Share(places) => format!("{} %", number(100.0 * value, places)),
        Style::Plain => number(value, 0),
        Style::Day => "30 дек. 2026 г.".to_owned(),
        Style::Month => "сентябрь 2026 г.".to_owned(),
    }
}

/// How many digits wide a text in one line is.
pub fn line(text: &str) -> f64 {
    let wide = |letter: char| match letter {
        '%' => 1.7,
        ',' | '.' | ' ' | '\u{A0}' | '-' | '−' | '\'' | '’' => 0.65,
        'm' | 'w' | 'M' | 'W' | 'ж' | 'м' | 'ш' | 'щ' | 'ю' | 'Ш' | 'Щ' | 'Ж' | 'М' | 'Ю' | 'ы' => {
            1.4
        }
        letter if letter.is_uppercase() => 1.2,
        letter if letter.is_ascii_lowercase() => 0.92,
        _ => 1.0,
    };
    text.chars().map(wide).sum()
}

/// The width of a column: of its longest number, and for words within reason.
pub fn column(grid: &Grid, place: usize, told: &DocumentInput) -> f64 {
    let mut numbers = 0.0_f64;
    let (mut words, indent) = (0.0_f64, if place > 0 { INDENT } else { 0.0 });
    for cell in grid.rows.iter().filter_map(|row| row.get(place)) {
        match cell {
            Cell::Number(value, style) if value.is_finite() => {
                numbers = numbers.max(line(&written(*value, *style, told)));
            }
            Cell::Number(..) => {}
            Cell::Text(text) => words = words.max(line(text)),
        }
    }
    let head = grid.heads.get(place).map_or("", |head| head.words.as_str());
    let longest = head.split([' ', '-']).map(|word| 1.12 * line(word)).fold(0.0, f64::max);
    let head = longest.max((1.12 * line(head)).min(HEAD));
    let most = if grid.heads.len() > FEW { MOST } else { ALONE };
    numbers.max(head).max(words.min(most - MARGIN)).max(LEAST - MARGIN) + MARGIN + indent
}

/// The height of a row whose words take several lines; none where one is enough.
pub fn row(cells: &[Cell], widths: &[f64]) -> Option<f64> {
    let lines = cells.iter().zip(widths).map(|(cell, width)| match cell {
        Cell::Text(text) => lines(text, *width),
        Cell::Number(..) => 1,
    });
    lines.max().filter(|lines| *lines > 1).map(height)
}

/// The height of the heads.
pub fn heads(grid: &Grid, widths: &[f64]) -> f64 {
    let lines = grid.heads.iter().zip(widths).map(|(head, width)| lines(&head.words, width / 1.12));
    height(lines.max().unwrap_or(1))
}

/// The height of so many lines of text.
pub fn height(lines: usize) -> f64 {
    LINE * lines as f64 + 1.8
}

/// How many lines words take in a column.
pub fn lines(text: &str, width: f64) -> usize {
    let room = (width - MARGIN / 2.0 - INDENT / 2.0).max(1.0);
    let (mut count, mut used) = (1_usize, 0.0);
    for word in text.split(' ') {
        let wide = line(word);
        let gap = if used > 0.0 { 0.65 } else { 0.0 };
        if used + gap + wide <= room {
            used += gap + wide;
        } else {
            // A word that is wider than the column is broken.
            let broken = (wide / room).floor();
            count += usize::from(used > 0.0) + broken as usize;
            used = wide - broken * room;
        }
    }
    count
}
