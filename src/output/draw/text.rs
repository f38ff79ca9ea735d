use ab_glyph::{Font, FontRef};
use std::sync::OnceLock;

pub const REGULAR: &[u8] = include_bytes!("../fonts/Inter-Regular.ttf");
pub const BOLD: &[u8] = include_bytes!("../fonts/Inter-Bold.ttf");

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    Regular,
    Bold,
}

/// The width of a text in the unit of `size`: the sum of the glyphs' advances. Kerning is left out: it only makes text narrower,
/// by less than 5 % in ordinary words.
pub fn text_width(text: &str, size: f64, face: Face) -> f64 {
    static FONTS: OnceLock<[Option<FontRef>; 2]> = OnceLock::new();
    let fonts = FONTS.get_or_init(|| [REGULAR, BOLD].map(|data| FontRef::try_from_slice(data).ok()));
    // The embedded fonts are read by a test; without one, a guess keeps the layout.
    let Some(font) = &fonts[face as usize] else { return 0.6 * size * text.chars().count() as f64 };
    let em = f64::from(font.units_per_em().unwrap_or(2048.0));
    let advances: f64 = text.chars().map(|c| f64::from(font.h_advance_unscaled(font.glyph_id(c)))).sum();
    advances / em * size
}

/// The text, cut with an ellipsis where it is wider than `width`.
pub fn fit(text: &str, width: f64, size: f64, face: Face) -> String {
    if text_width(text, size, face) <= width {
        return text.into();
    }
    let mut kept: Vec<char> = text.chars().take(400).collect();
    while !kept.is_empty() {
        kept.pop();
        let cut: String = kept.iter().collect::<String>().trim_end().to_owned() + "…";
        if text_width(&cut, size, face) <= width {
            return cut;
        }
    }
    String::new()
}

/// The text in lines no wider than `width`, broken between words; the last of at most `lines` is cut with an ellipsis.
pub fn wrap(text: &str, width: f64, size: f64, face: Face, lines: usize) -> Vec<String> {
    let mut wrapped: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        let is_last = wrapped.len() == lines;
        match wrapped.last_mut() {
            Some(line) if wrapped_width(line, word, size, face) <= width => *line = format!("{line} {word}"),
            Some(line) if is_last => {
                *line = format!("{line} {word}");
                break;
            }
            _ => wrapped.push(word.into()),
        }
    }
    wrapped.iter().map(|line| fit(line, width, size, face)).collect()
}

/// As `wrap` in at most two lines, but of about the same length.
pub fn wrap_evenly(text: &str, width: f64, size: f64, face: Face) -> Vec<String> {
    let half = text_width(text, size, face) / 2.0;
    let widths = [1.05, 1.15, 1.25, 1.4].map(|slack| half * slack).into_iter().filter(|narrow| *narrow < width);
    let even = widths.map(|narrow| wrap(text, narrow, size, face, 2)).find(|lines| !lines.iter().any(|line| line.ends_with('…')));
    if 2.0 * half <= width { vec![text.into()] } else { even.unwrap_or_else(|| wrap(text, width, size, face, 2)) }
}

fn wrapped_width(line: &str, word: &str, size: f64, face: Face) -> f64 {
    text_width(line, size, face) + text_width(" ", size, face) + text_width(word, size, face)
}
