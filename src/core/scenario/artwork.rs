//! Fonts and pictures that a theme brings along, and whether documents can use them.

use skrifa::charmap::Charmap;
use skrifa::instance::{LocationRef, Size};
use skrifa::string::StringId;
use skrifa::{FontRef, GlyphId, MetadataProvider as _};

use crate::diagnostic::{Code, Message, message};
use crate::locale::LANGUAGES;

/// A picture file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    pub kind: PictureKind,
    /// Pixels across and down.
    pub size: (usize, usize),
    pub bytes: Vec<u8>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureKind {
    Png,
    Jpeg,
}

/// A font file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Font {
    pub family: String,
    pub bytes: Vec<u8>,
}

/// Bytes of the largest font or picture.
pub const LARGEST: u64 = 8 << 20;

/// Signs, digits and letters that documents in every language need.
const NEEDED: &str = "«»—–…€×→±%0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/// The font of pictures whose theme names none.
const EMBEDDED: &[u8] = include_bytes!("../../output/fonts/Inter-Regular.ttf");

/// Signs that have no shape of their own: they join others, or choose how they look.
const SHAPELESS: [char; 5] = ['\u{200b}', '\u{200c}', '\u{200d}', '\u{fe0e}', '\u{fe0f}'];

/// The letters of a text, each once, that pictures leave blank: those that none of these fonts has,
/// and the embedded one neither where one of them is not given.
pub fn blanks(text: &str, fonts: [Option<&Font>; 2]) -> Vec<char> {
    let fonts = fonts.map(|font| font.map_or(EMBEDDED, |font| &font.bytes));
    let maps: Vec<Charmap> = fonts
        .iter()
        .filter_map(|bytes| Some(FontRef::from_index(bytes, 0).ok()?.charmap()))
        .collect();
    let has_shape = |c: char| !c.is_whitespace() && !c.is_control() && !SHAPELESS.contains(&c);
    let is_blank = |c: char| maps.iter().all(|letters| letters.map(c).is_none_or(is_nothing));
    let mut blanks: Vec<char> = Vec::new();
    for letter in text.chars().filter(|letter| has_shape(*letter) && is_blank(*letter)) {
        if !blanks.contains(&letter) {
            blanks.push(letter);
        }
    }
    blanks
}

/// The font of a file, or why it cannot be used.
pub fn font(bytes: Vec<u8>) -> Result<Font, (Code, Message)> {
    let broken = || (Code::ThemeFile, message!("is no TrueType or OpenType font"));
    let font = FontRef::from_index(&bytes, 0).map_err(|_| broken())?;
    let metrics = font.metrics(Size::unscaled(), LocationRef::default());
    if metrics.units_per_em == 0 || metrics.glyph_count == 0 {
        return Err(broken());
    }
    let letters = font.charmap();
    let needed = LANGUAGES.iter().map(|language| language.letters).chain([NEEDED]);
    let missing: String = needed
        .flat_map(str::chars)
        .filter(|letter| letters.map(*letter).is_none_or(is_nothing))
        .collect();
    if !missing.is_empty() {
        let few: String = missing.chars().take(8).collect();
        let why = if missing.chars().count() > 8 {
            message!("has no {few} and more", few)
        } else {
            message!("has no {few}", few)
        };
        return Err((Code::FontCoverage, why));
    }
    let name =
        |id: StringId| font.localized_strings(id).english_or_first().map(|name| name.to_string());
    let family = name(StringId::TYPOGRAPHIC_FAMILY_NAME).or_else(|| name(StringId::FAMILY_NAME));
    match family.filter(|family| {
        !family.trim().is_empty()
            && family.chars().all(|c| !c.is_control() && !matches!(c, '"' | '<' | '>' | '&' | '\''))
    }) {
        Some(family) => Ok(Font { family, bytes }),
        None => Err((Code::ThemeFile, message!("is a font without a name"))),
    }
}

/// Whether a glyph stands for every character that the font does not have.
fn is_nothing(glyph: GlyphId) -> bool {
    glyph == GlyphId::NOTDEF
}

/// The picture of a file, or why it cannot be used.
pub fn picture(bytes: Vec<u8>) -> Result<Picture, (Code, Message)> {
    let kind = match imagesize::image_type(&bytes) {
        Ok(imagesize::ImageType::Png) => PictureKind::Png,
        Ok(imagesize::ImageType::Jpeg) => PictureKind::Jpeg,
        _ => {
            return Err((Code::ThemeFile, message!("is neither a PNG nor a JPEG picture")));
        }
    };
    match imagesize::blob_size(&bytes) {
        Ok(size) if size.width > 0 && size.height > 0 => {
            Ok(Picture { kind, size: (size.width, size.height), bytes })
        }
        _ => Err((Code::ThemeFile, message!("is a damaged picture"))),
    }
}
