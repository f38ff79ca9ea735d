//! How the documents and pictures look: colours, fonts, a logo, what stands at the foot of every
//! page.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::draw::{Colour, Face, Theme, Weight};
use crate::locale::Locale;
use crate::scenario::theme;

/// The look of everything that is written.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Look {
    /// Whose look it is; stands at the foot where it is given.
    pub name: Option<String>,
    pub logo: Option<Logo>,
    /// For pages that are read in the dark.
    pub logo_dark: Option<Logo>,
    /// Colours of things beside each other, in their order: the first is what a picture is about.
    pub colours: [Colour; 6],
    /// The colour of what is compared with.
    pub accent: Colour,
    /// The colour of gains.
    pub good: Colour,
    /// The colour of losses.
    pub bad: Colour,
    /// The font of the headings.
    pub heading_font: Font,
    /// The font of the text.
    pub body_font: Font,
    pub footer: Option<String>,
    pub confidential: Confidential,
    /// The bytes of a `PowerPoint` file in whose masters and layouts the deck is made.
    #[serde(default, with = "packed")]
    pub template: Option<Vec<u8>>,
}

/// Bytes that are stored as bytes, and not as a list of numbers.
mod packed {
    use std::fmt;

    use serde::de::{Error, Visitor};
    use serde::{Deserializer, Serializer};

    struct Bytes;

    impl Visitor<'_> for Bytes {
        type Value = Option<Vec<u8>>;

        fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
            f.write_str("bytes")
        }

        fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<Option<Vec<u8>>, E> {
            Ok((!bytes.is_empty()).then(|| bytes.to_vec()))
        }

        fn visit_byte_buf<E: Error>(self, bytes: Vec<u8>) -> Result<Option<Vec<u8>>, E> {
            Ok((!bytes.is_empty()).then_some(bytes))
        }
    }

    #[expect(clippy::ref_option, reason = "serde calls it with a reference to the field")]
    pub fn serialize<S: Serializer>(
        bytes: &Option<Vec<u8>>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(bytes.as_deref().unwrap_or_default())
    }

    pub fn deserialize<'d, D: Deserializer<'d>>(from: D) -> Result<Option<Vec<u8>>, D::Error> {
        from.deserialize_byte_buf(Bytes)
    }
}

/// A font of the documents.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Font {
    /// The name by which programs know it.
    pub family: String,
    /// The bytes of its file; without one, pictures and pages have the embedded font.
    pub file: Option<Vec<u8>>,
}

impl Font {
    fn of(font: Option<&theme::Font>) -> Font {
        match font {
            Some(font) => Font { family: font.family.clone(), file: Some(font.bytes.clone()) },
            // Known to the programs of every office; pictures and pages bring their own.
            None => Font { family: "Arial".into(), file: None },
        }
    }

    /// Whether its file is a font.
    pub fn is_readable(&self) -> bool {
        let read =
            |bytes: &Vec<u8>| Face::read(&self.family, Cow::Owned(bytes.clone()), Weight::Regular);
        self.file.as_ref().is_none_or(|bytes| read(bytes).is_some())
    }

    fn face(&self, weight: Weight) -> Face {
        self.file.as_ref().map_or_else(
            || Face::inter(weight),
            |bytes| {
                Face::read(&self.family, Cow::Owned(bytes.clone()), weight)
                    .expect("the font was read with its theme or with its stored run")
            },
        )
    }
}

/// A picture of a few kilobytes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Logo {
    pub kind: LogoKind,
    pub bytes: Vec<u8>,
    /// A hundred times its width over its height.
    pub aspect: u32,
}

impl Logo {
    fn of(picture: &theme::Picture) -> Logo {
        Logo {
            kind: match picture.kind {
                theme::PictureKind::Png => LogoKind::Png,
                theme::PictureKind::Jpeg => LogoKind::Jpeg,
            },
            aspect: (100 * picture.size.0 / picture.size.1.max(1)).clamp(10, 2_000) as u32,
            bytes: picture.bytes.clone(),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum LogoKind {
    Png,
    Jpeg,
}

impl LogoKind {
    pub const fn extension(self) -> &'static str {
        match self {
            LogoKind::Png => "png",
            LogoKind::Jpeg => "jpeg",
        }
    }

    pub const fn mime(self) -> &'static str {
        match self {
            LogoKind::Png => "image/png",
            LogoKind::Jpeg => "image/jpeg",
        }
    }
}

/// Whether every page says that it is confidential.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Confidential {
    Yes,
    #[default]
    No,
}

impl Default for Look {
    /// Blue and vermilion of the palette for all kinds of colour vision by Okabe and Ito (2008,
    /// "Color Universal Design"), and four that everybody can tell from them and from each other.
    fn default() -> Look {
        let theme = Theme::default();
        Look {
            name: None,
            logo: None,
            logo_dark: None,
            colours: [
                theme.main,
                theme.accent,
                Colour(0x8F, 0xC3, 0xE0),
                Colour(0xD9, 0xA4, 0x00),
                Colour(0x3A, 0x44, 0x50),
                Colour(0x5C, 0x3A, 0x21),
            ],
            accent: theme.accent,
            good: theme.gain,
            bad: theme.loss,
            heading_font: Font::of(None),
            body_font: Font::of(None),
            footer: None,
            confidential: Confidential::No,
            template: None,
        }
    }
}

impl Look {
    /// The look that a theme asks for; what it leaves out stays as it is.
    pub fn of(theme: &theme::Theme) -> Look {
        let default = Look::default();
        let colours = theme.colours.unwrap_or(default.colours);
        let accent = theme.accent.unwrap_or(if theme.colours.is_some() {
            colours[1]
        } else {
            default.accent
        });
        Look {
            name: theme.name.clone(),
            logo: theme.logo.as_ref().map(Logo::of),
            logo_dark: theme.logo_dark.as_ref().map(Logo::of),
            colours,
            accent,
            good: theme.good.unwrap_or(if theme.colours.is_some() {
                colours[0].mixed(Colour::WHITE, 0.42)
            } else {
                default.good
            }),
            bad: theme.bad.unwrap_or(accent),
            heading_font: Font::of(theme.heading_font.as_ref()),
            body_font: Font::of(theme.body_font.as_ref()),
            footer: theme.footer.clone(),
            template: theme.template.as_ref().map(|template| template.bytes.clone()),
            confidential: if theme.confidential { Confidential::Yes } else { Confidential::No },
        }
    }

    /// The look of pictures in one language.
    pub fn theme(&self, locale: Locale) -> Theme {
        let default = Theme { locale, ..Theme::default() };
        let main = self.colours[0];
        let (middle, faint) = if main == default.main {
            (default.middle, default.faint)
        } else {
            (main.mixed(Colour::WHITE, 0.42), main.mixed(Colour::WHITE, 0.75))
        };
        Theme {
            main,
            middle,
            faint,
            accent: self.accent,
            gain: self.good,
            loss: self.bad,
            body: self.body_font.face(Weight::Regular),
            heading: self.heading_font.face(Weight::Bold),
            ..default
        }
    }

    /// What stands at the foot beside the stamp: the name, a footer, and that it is confidential.
    pub fn foot(&self, confidential: &str) -> String {
        let parts = [
            (self.confidential == Confidential::Yes).then_some(confidential),
            self.name.as_deref(),
            self.footer.as_deref(),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }
}
