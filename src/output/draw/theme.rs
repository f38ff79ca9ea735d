//! The look of pictures: colours, faces and sizes.

use super::text::{Face, Type, Weight};
pub use crate::colour::Colour;
use crate::output::format::Locale;

/// The look of all pictures. Every colour is opaque; sizes are in units of the 1920 x 1080 canvas.
#[derive(Clone, Debug, PartialEq)]
pub struct Theme {
    pub locale: Locale,
    pub background: Colour,
    /// Titles and numbers.
    pub ink: Colour,
    /// Explanations.
    pub quiet: Colour,
    /// Gridlines.
    pub grid: Colour,
    /// The line on which things stand.
    pub axis: Colour,
    /// What the picture is about.
    pub main: Colour,
    /// Tails and bands of what the picture is about.
    pub faint: Colour,
    /// Bars beside those that the picture is about: between `main` and `faint`.
    pub middle: Colour,
    /// What to compare it with.
    pub accent: Colour,
    /// What adds.
    pub gain: Colour,
    /// What takes away.
    pub loss: Colour,
    /// The face of texts.
    pub body: Face,
    /// The face of titles and numbers.
    pub heading: Face,
    pub title: f64,
    pub subtitle: f64,
    pub label: f64,
    pub small: f64,
}

impl Theme {
    /// Letters of a text.
    pub const fn regular(&self, size: f64, colour: Colour) -> Type<'_> {
        Type::new(size, &self.body, colour)
    }

    /// Letters of a title or a number.
    pub const fn bold(&self, size: f64, colour: Colour) -> Type<'_> {
        Type::new(size, &self.heading, colour)
    }
}

impl Default for Theme {
    /// Blue and vermilion of the palette for all kinds of colour vision by Okabe and Ito (2008,
    /// "Color Universal Design"): they differ in lightness too, so that they can be told apart in
    /// grey.
    fn default() -> Theme {
        Theme {
            locale: Locale::En,
            background: Colour(255, 255, 255),
            ink: Colour(0x1B, 0x26, 0x33),
            quiet: Colour(0x59, 0x66, 0x75),
            grid: Colour(0xE6, 0xEA, 0xEE),
            axis: Colour(0x8A, 0x95, 0xA1),
            main: Colour(0x00, 0x72, 0xB2),
            faint: Colour(0xBF, 0xDB, 0xEC),
            middle: Colour(0x6F, 0xAE, 0xD4),
            accent: Colour(0xC8, 0x4E, 0x00),
            gain: Colour(0x6F, 0xAE, 0xD4),
            loss: Colour(0xC8, 0x4E, 0x00),
            body: Face::inter(Weight::Regular),
            heading: Face::inter(Weight::Bold),
            title: 46.0,
            subtitle: 27.0,
            label: 28.0,
            small: 23.0,
        }
    }
}
