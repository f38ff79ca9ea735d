//! Letters: the faces of fonts, how wide a text is, and where it breaks.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, GlyphId, MetadataProvider as _};

use crate::colour::Colour;

/// A face of a font; its copies are the same face.
#[derive(Clone, Debug)]
pub struct Face(Arc<Loaded>);

#[derive(Debug)]
struct Loaded {
    family: String,
    data: Cow<'static, [u8]>,
    weight: Weight,
    /// Units of the font that are as long as the size of its letters.
    em: f64,
    /// How far each character moves the next one, in units of the font.
    advances: BTreeMap<u32, f64>,
    /// The advance of a character that the font does not have.
    unknown: f64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    Regular,
    Bold,
}

impl PartialEq for Face {
    fn eq(&self, other: &Face) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
            || (self.0.weight == other.0.weight && self.0.data == other.0.data)
    }
}

impl AsRef<[u8]> for Face {
    fn as_ref(&self) -> &[u8] {
        &self.0.data
    }
}

impl Face {
    /// The embedded font, which every picture has unless its theme names another.
    pub fn inter(weight: Weight) -> Face {
        static INTER: LazyLock<[Face; 2]> = LazyLock::new(|| {
            let regular = include_bytes!("../fonts/Inter-Regular.ttf");
            let bold = include_bytes!("../fonts/Inter-Bold.ttf");
            [(&regular[..], Weight::Regular), (&bold[..], Weight::Bold)].map(|(data, weight)| {
                Face::read("Inter", Cow::Borrowed(data), weight).expect("the embedded font")
            })
        });
        INTER[weight as usize].clone()
    }

    /// A face from the bytes of a file; `None` where they are no font.
    pub fn read(family: &str, data: Cow<'static, [u8]>, weight: Weight) -> Option<Face> {
        let font = FontRef::from_index(&data, 0).ok()?;
        let metrics = font.glyph_metrics(Size::unscaled(), LocationRef::default());
        let advance = |glyph: GlyphId| metrics.advance_width(glyph).map(f64::from);
        let advances = font
            .charmap()
            .mappings()
            .filter_map(|(character, glyph)| Some((character, advance(glyph)?)))
            .collect();
        let unknown = advance(GlyphId::NOTDEF)?;
        let em = font.metrics(Size::unscaled(), LocationRef::default()).units_per_em.into();
        Some(Face(Arc::new(Loaded {
            family: family.to_owned(),
            weight,
            em,
            advances,
            unknown,
            data,
        })))
    }

    pub fn family(&self) -> &str {
        &self.0.family
    }

    /// Whether the face has a sign for a character.
    pub fn has(&self, character: char) -> bool {
        self.0.advances.contains_key(&u32::from(character))
    }

    pub fn weight(&self) -> Weight {
        self.0.weight
    }
}

/// Which point of a text its position names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    Left,
    Centre,
    Right,
}

/// How a text is set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Type<'a> {
    pub size: f64,
    pub face: &'a Face,
    pub colour: Colour,
    pub align: Align,
}

impl<'a> Type<'a> {
    pub const fn new(size: f64, face: &'a Face, colour: Colour) -> Type<'a> {
        Type { size, face, colour, align: Align::Left }
    }

    #[must_use]
    pub const fn align(self, align: Align) -> Type<'a> {
        Type { align, ..self }
    }

    pub fn width(self, text: &str) -> f64 {
        text_width(text, self.size, self.face)
    }
}

/// The width of a text in the unit of `size`: the sum of the glyphs' advances. Kerning is left out:
/// it only makes text narrower, by less than 5 % in ordinary words.
pub fn text_width(text: &str, size: f64, face: &Face) -> f64 {
    let Loaded { em, advances, unknown, .. } = &*face.0;
    let advance = |c: char| advances.get(&u32::from(c)).unwrap_or(unknown);
    text.chars().map(advance).sum::<f64>() / em * size
}

/// A text without characters that XML forbids.
pub fn clean(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_control() || matches!(c, '\u{FFFE}' | '\u{FFFF}') { ' ' } else { c })
        .collect()
}

/// The text, cut with an ellipsis where it is wider than `width`. A number is never cut: the text
/// ends before it.
pub fn fit(text: &str, width: f64, size: f64, face: &Face) -> String {
    if text_width(text, size, face) <= width {
        return text.into();
    }
    let mut kept: Vec<char> = text.chars().take(400).collect();
    while kept.pop().is_some() {
        if kept.last().is_some_and(char::is_ascii_digit) {
            continue;
        }
        let cut: String = kept.iter().collect::<String>().trim_end().to_owned() + "…";
        if text_width(&cut, size, face) <= width {
            return cut;
        }
    }
    String::new()
}

/// The text in lines no wider than `width`, broken between words; the last of at most `lines` is
/// cut with an ellipsis.
pub fn wrap(text: &str, width: f64, size: f64, face: &Face, lines: usize) -> Vec<String> {
    // A space that does not break is part of a number, and the sign of per cent belongs to its
    // number.
    const TIE: &str = "\u{A0}%";
    let mut wrapped: Vec<String> = Vec::new();
    let tied = text.replace(" %", TIE);
    for word in tied.split([' ', '\n', '\t']).filter(|word| !word.is_empty()) {
        let is_last = wrapped.len() == lines;
        match wrapped.last_mut() {
            Some(line) if wrapped_width(line, word, size, face) <= width => {
                *line = format!("{line} {word}");
            }
            Some(line) if is_last => {
                *line = format!("{line} {word}");
                break;
            }
            _ => wrapped.push(word.into()),
        }
    }
    wrapped.iter().map(|line| fit(&line.replace(TIE, " %"), width, size, face)).collect()
}

/// The text in at most two lines of about the same length.
pub fn wrap_evenly(text: &str, width: f64, size: f64, face: &Face) -> Vec<String> {
    let half = text_width(text, size, face) / 2.0;
    let widths = [1.05, 1.15, 1.25, 1.4]
        .map(|slack| half * slack)
        .into_iter()
        .filter(|narrow| *narrow < width);
    let even = widths
        .map(|narrow| wrap(text, narrow, size, face, 2))
        .find(|lines| !lines.iter().any(|line| line.ends_with('…')));
    if 2.0 * half <= width {
        vec![text.into()]
    } else {
        even.unwrap_or_else(|| wrap(text, width, size, face, 2))
    }
}

fn wrapped_width(line: &str, word: &str, size: f64, face: &Face) -> f64 {
    text_width(line, size, face) + text_width(" ", size, face) + text_width(word, size, face)
}
