use std::sync::OnceLock;

use ab_glyph::{Font, FontRef};

/// A face of a font. Faces live as long as the program.
#[derive(Clone, Copy, Debug)]
pub struct Face(&'static Loaded);

#[derive(Debug)]
struct Loaded {
    family: String,
    data: &'static [u8],
    weight: Weight,
    font: Option<FontRef<'static>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    Regular,
    Bold,
}

impl PartialEq for Face {
    fn eq(&self, other: &Face) -> bool {
        std::ptr::eq(self.0, other.0)
            || (self.0.weight == other.0.weight && self.0.data == other.0.data)
    }
}

impl Loaded {
    fn new(family: String, data: &'static [u8], weight: Weight) -> Loaded {
        Loaded { family, data, weight, font: FontRef::try_from_slice(data).ok() }
    }
}

impl Face {
    /// The embedded font, which every picture has unless its theme names another.
    pub fn inter(weight: Weight) -> Face {
        static INTER: OnceLock<[Loaded; 2]> = OnceLock::new();
        let faces: &'static [Loaded; 2] = INTER.get_or_init(|| {
            [
                Loaded::new(
                    "Inter".into(),
                    include_bytes!("../fonts/Inter-Regular.ttf"),
                    Weight::Regular,
                ),
                Loaded::new(
                    "Inter".into(),
                    include_bytes!("../fonts/Inter-Bold.ttf"),
                    Weight::Bold,
                ),
            ]
        });
        Face(&faces[weight as usize])
    }

    /// A face from the bytes of a file, for one place of a theme. A program loads a handful of
    /// them.
    pub fn load(family: &str, data: &[u8], weight: Weight) -> Face {
        let data: &'static [u8] = Box::leak(data.to_vec().into_boxed_slice());
        Face(Box::leak(Box::new(Loaded::new(family.to_owned(), data, weight))))
    }

    pub fn family(self) -> &'static str {
        &self.0.family
    }

    pub fn data(self) -> &'static [u8] {
        self.0.data
    }

    pub fn weight(self) -> Weight {
        self.0.weight
    }
}

/// The width of a text in the unit of `size`: the sum of the glyphs' advances. Kerning is left out:
/// it only makes text narrower, by less than 5 % in ordinary words.
pub fn text_width(text: &str, size: f64, face: Face) -> f64 {
    // The embedded fonts are read by a test, those of a theme when it is loaded; without one, a
    // guess keeps the layout.
    let Some(font) = &face.0.font else { return 0.6 * size * text.chars().count() as f64 };
    let em = f64::from(font.units_per_em().unwrap_or(2048.0));
    let advances: f64 =
        text.chars().map(|c| f64::from(font.h_advance_unscaled(font.glyph_id(c)))).sum();
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

/// The text in lines no wider than `width`, broken between words; the last of at most `lines` is
/// cut with an ellipsis.
pub fn wrap(text: &str, width: f64, size: f64, face: Face, lines: usize) -> Vec<String> {
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

/// As `wrap` in at most two lines, but of about the same length.
pub fn wrap_evenly(text: &str, width: f64, size: f64, face: Face) -> Vec<String> {
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

fn wrapped_width(line: &str, word: &str, size: f64, face: Face) -> f64 {
    text_width(line, size, face) + text_width(" ", size, face) + text_width(word, size, face)
}
