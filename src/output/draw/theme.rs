use crate::output::format::Locale;

/// Red, green, blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour(pub u8, pub u8, pub u8);

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
    /// The same, further off: tails and bands.
    pub faint: Colour,
    /// What to compare it with.
    pub accent: Colour,
    pub title: f64,
    pub subtitle: f64,
    pub label: f64,
    pub small: f64,
}

impl Default for Theme {
    /// Blue and vermilion of the palette for all kinds of colour vision by Okabe and Ito (2008, "Color Universal Design"):
    /// they differ in lightness too, so that they can be told apart in grey.
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
            accent: Colour(0xC8, 0x4E, 0x00),
            title: 46.0,
            subtitle: 27.0,
            label: 28.0,
            small: 23.0,
        }
    }
}
