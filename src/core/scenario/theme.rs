//! How the documents of a run are to look: `[theme]` of a scenario, or a file of its own.

use std::path::Path;

use skrifa::instance::{LocationRef, Size};
use skrifa::string::StringId;
use skrifa::{FontRef, GlyphId, MetadataProvider as _};

use super::keys::Key;
use super::layer::{Layer, Place};
use super::value::{self, Folder, Origin, Reader, Value};
use super::{Given, chain, file, syntax};
use crate::colour::{Colour, LEAST_CONTRAST, LEAST_DIFFERENCE, Sight};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Source};
use crate::locale::LANGUAGES;

/// What a theme says; what it leaves out is as it is without one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Theme {
    pub name: Option<String>,
    pub logo: Option<Picture>,
    /// Of things beside each other, in their order.
    pub colours: Option<[Colour; 6]>,
    pub accent: Option<Colour>,
    pub good: Option<Colour>,
    pub bad: Option<Colour>,
    pub heading_font: Option<Font>,
    pub body_font: Option<Font>,
    pub footer: Option<String>,
    pub confidential: bool,
}

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

/// The prefix of its keys in a scenario.
pub const PREFIX: &str = "theme.";

/// Reads a theme file, whose keys are those of `[theme]`.
pub fn load(path: &Path) -> Result<(Theme, Diagnostics), Diagnostics> {
    let text = file::read(path, 0).map_err(|refused| {
        let sources = refused.text.map(|text| Source::new(path.display().to_string(), text));
        Diagnostics::new(sources.into_iter().collect(), vec![refused.diagnostic])
    })?;
    let sources = || vec![Source::new(path.display().to_string(), text.clone())];
    let broken = syntax::problems(&toml::de::DeTable::parse_recoverable(&text).1, &text, 0);
    if !broken.is_empty() {
        return Err(Diagnostics::new(sources(), broken));
    }
    let table = chain::table(&text);
    let mut layer = Layer::default();
    layer.add_at(&table, 0, &Place { pattern: PREFIX.to_owned(), path: String::new() });
    let mut problems = std::mem::take(&mut layer.problems);
    let folder = Folder::of(path);
    let mut given: Vec<Given> = Vec::new();
    for entry in &layer.entries {
        let mut reader = Reader {
            origin: Origin { source: 0, folder: &folder },
            data: Vec::new(),
            problems: &mut problems,
        };
        given.push(value::given(entry, &mut reader));
    }
    let theme = Theme::of(|path| given.iter().find(|given| given.key.path == path));
    problems.extend(theme.warnings(|path| given.iter().find(|given| given.key.path == path)));
    let found = Diagnostics::new(sources(), problems);
    if found.has_errors() { Err(found) } else { Ok((theme, found)) }
}

impl Theme {
    /// What the keys give.
    pub fn of<'g>(given: impl Fn(&str) -> Option<&'g Given>) -> Theme {
        let value =
            |name: &str| given(&format!("{PREFIX}{name}")).and_then(|given| given.value.as_ref());
        let word = |name: &str| {
            if let Some(Value::Word(word)) = value(name) { Some(word.clone()) } else { None }
        };
        let colour = |name: &str| {
            if let Some(Value::Colour(colour)) = value(name) { Some(*colour) } else { None }
        };
        let font = |name: &str| {
            if let Some(Value::Font(font)) = value(name) { Some(font.clone()) } else { None }
        };
        Theme {
            name: word("name"),
            logo: if let Some(Value::Picture(picture)) = value("logo") {
                Some(picture.clone())
            } else {
                None
            },
            colours: if let Some(Value::Colours(colours)) = value("colours") {
                Some(*colours)
            } else {
                None
            },
            accent: colour("accent"),
            good: colour("good"),
            bad: colour("bad"),
            heading_font: font("heading_font"),
            body_font: font("body_font"),
            footer: word("footer"),
            confidential: matches!(value("confidential"), Some(Value::Flag(true))),
        }
    }

    /// Colours that cannot be read on white, and those that some people cannot tell apart.
    pub fn warnings<'g>(&self, given: impl Fn(&str) -> Option<&'g Given>) -> Vec<Diagnostic> {
        let at = |name: &str| given(&format!("{PREFIX}{name}")).map(|given| given.value_at.clone());
        let mut warnings = Vec::new();
        let mut warn = |name: &str, code: Code, (message, label, help): (String, &str, &str)| {
            if let Some(at) = at(name) {
                warnings.push(Diagnostic::new(code, message).at(at, label).help(help));
            }
        };
        let first = self.colours.map(|colours| colours[0]);
        for (name, colour) in
            [("colours", first), ("accent", self.accent), ("good", self.good), ("bad", self.bad)]
        {
            let Some(contrast) = colour
                .map(|colour| colour.contrast(Colour::WHITE))
                .filter(|contrast| *contrast < LEAST_CONTRAST)
            else {
                continue;
            };
            let which = if name == "colours" {
                "the first of `colours`".to_owned()
            } else {
                format!("`{name}`")
            };
            let message = format!(
                "{which} has a contrast of {contrast:.1} to white, and {LEAST_CONTRAST:.0} is the \
                    least that can be read"
            );
            warn(name, Code::Contrast, (message, "too light", "choose a darker one"));
        }
        let pairs = [
            ("accent", first, self.accent, "the first of `colours` and `accent`"),
            ("bad", self.good, self.bad, "`good` and `bad`"),
        ];
        for (name, one, other, words) in pairs {
            let (Some(one), Some(other)) = (one, other) else { continue };
            let Some(sight) = Sight::ALL
                .into_iter()
                .find(|sight| one.difference(other, *sight) < LEAST_DIFFERENCE)
            else {
                continue;
            };
            let message = format!("{words} look alike{}", whom(sight));
            warn(
                name,
                Code::ColourBlind,
                (message, "hardly another colour", "blue and orange differ to everybody"),
            );
        }
        if let Some(colours) = self.colours {
            let pairs = (0..6).flat_map(|a| (a + 1..6).map(move |b| (a, b)));
            let alike = |(a, b): &(usize, usize)| {
                Sight::ALL
                    .into_iter()
                    .find(|sight| colours[*a].difference(colours[*b], *sight) < LEAST_DIFFERENCE)
            };
            if let Some((a, b)) = pairs.clone().find(|pair| alike(pair).is_some()) {
                let sight = alike(&(a, b)).unwrap_or(Sight::Full);
                let message = format!(
                    "colours {} and {} of `colours` look alike{}",
                    a + 1,
                    b + 1,
                    whom(sight)
                );
                warn(
                    "colours",
                    Code::ColourBlind,
                    (message, "hardly different colours", "let them differ in lightness too"),
                );
            }
        }
        warnings
    }
}

/// To whom.
fn whom(sight: Sight) -> &'static str {
    match sight {
        Sight::Full => "",
        Sight::Protanopia => " to people who cannot see red",
        Sight::Deuteranopia => " to people who cannot see green",
        Sight::Tritanopia => " to people who cannot see blue",
    }
}

/// The font of a file, or why it cannot be used.
pub fn font(bytes: Vec<u8>) -> Result<Font, (Code, String)> {
    let broken = || (Code::ThemeFile, "is no TrueType or OpenType font".to_owned());
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
        let more = if missing.chars().count() > 8 { " and more" } else { "" };
        return Err((Code::FontCoverage, format!("has no {few}{more}")));
    }
    let name =
        |id: StringId| font.localized_strings(id).english_or_first().map(|name| name.to_string());
    let family = name(StringId::TYPOGRAPHIC_FAMILY_NAME).or_else(|| name(StringId::FAMILY_NAME));
    match family.filter(|family| {
        !family.trim().is_empty()
            && family.chars().all(|c| !c.is_control() && !matches!(c, '"' | '<' | '>' | '&' | '\''))
    }) {
        Some(family) => Ok(Font { family, bytes }),
        None => Err((Code::ThemeFile, "is a font without a name".to_owned())),
    }
}

/// Whether a glyph stands for every character that the font does not have.
fn is_nothing(glyph: GlyphId) -> bool {
    glyph == GlyphId::NOTDEF
}

/// The picture of a file, or why it cannot be used.
pub fn picture(bytes: Vec<u8>) -> Result<Picture, (Code, String)> {
    let kind = match imagesize::image_type(&bytes) {
        Ok(imagesize::ImageType::Png) => PictureKind::Png,
        Ok(imagesize::ImageType::Jpeg) => PictureKind::Jpeg,
        _ => return Err((Code::ThemeFile, "is neither a PNG nor a JPEG picture".to_owned())),
    };
    match imagesize::blob_size(&bytes) {
        Ok(size) if size.width > 0 && size.height > 0 => {
            Ok(Picture { kind, size: (size.width, size.height), bytes })
        }
        _ => Err((Code::ThemeFile, "is a damaged picture".to_owned())),
    }
}

/// Whether a key belongs to the look and not to what is simulated.
pub fn is_look(key: &Key) -> bool {
    key.path.starts_with(PREFIX)
}
