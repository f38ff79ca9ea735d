//! Colours: how well they can be read, and told apart.

use serde::{Deserialize, Serialize};

/// Red, green, blue of sRGB.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Colour(pub u8, pub u8, pub u8);

/// Contrast below which what is drawn on the ground cannot be relied on (WCAG 2.1, success
/// criterion 1.4.11).
pub(crate) const LEAST_CONTRAST: f64 = 3.0;

/// Differences of colour (CIE 1976) below which two areas are taken for one.
pub const LEAST_DIFFERENCE: f64 = 13.0;

/// The sight of people who lack one kind of cones, or none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sight {
    Full,
    /// Without the cones for long waves.
    Protanopia,
    /// Without those for middle waves.
    Deuteranopia,
    /// Without those for short waves.
    Tritanopia,
}

impl Sight {
    pub const ALL: [Sight; 4] =
        [Sight::Full, Sight::Protanopia, Sight::Deuteranopia, Sight::Tritanopia];

    /// What the sight does to linear red, green and blue: Machado, Oliveira and Fernandes (2009),
    /// "A Physiologically-based Model for Simulation of Color Vision Deficiency", severity 1.
    const fn matrix(self) -> [[f64; 3]; 3] {
        match self {
            Sight::Full => [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
            Sight::Protanopia => [
                [0.152_286, 1.052_583, -0.204_868],
                [0.114_503, 0.786_281, 0.099_216],
                [-0.003_882, -0.048_116, 1.051_998],
            ],
            Sight::Deuteranopia => [
                [0.367_322, 0.860_646, -0.227_968],
                [0.280_085, 0.672_501, 0.047_413],
                [-0.011_820, 0.042_940, 0.968_881],
            ],
            Sight::Tritanopia => [
                [1.255_528, -0.076_749, -0.178_779],
                [-0.078_411, 0.930_809, 0.147_602],
                [0.004_733, 0.691_367, 0.303_900],
            ],
        }
    }
}

impl Colour {
    pub const WHITE: Colour = Colour(255, 255, 255);

    /// The colour of `#0072B2` or `#07B`.
    pub fn parse(text: &str) -> Option<Colour> {
        let digits = text.trim().strip_prefix('#')?;
        let value = |text: &str| u8::from_str_radix(text, 16).ok();
        if !digits.is_ascii() {
            return None;
        }
        match digits.len() {
            6 => Some(Colour(value(&digits[..2])?, value(&digits[2..4])?, value(&digits[4..])?)),
            3 => Some(Colour(
                17 * value(&digits[..1])?,
                17 * value(&digits[1..2])?,
                17 * value(&digits[2..])?,
            )),
            _ => None,
        }
    }

    /// The colour as six digits: `0072B2`.
    pub fn hex(self) -> String {
        format!("{:02X}{:02X}{:02X}", self.0, self.1, self.2)
    }

    /// This colour with so much of another in it.
    #[must_use]
    pub fn mixed(self, other: Colour, share: f64) -> Colour {
        let mix =
            |a: u8, b: u8| (f64::from(a) + (f64::from(b) - f64::from(a)) * share).round() as u8;
        Colour(mix(self.0, other.0), mix(self.1, other.1), mix(self.2, other.2))
    }

    /// Red, green and blue in proportion to light (IEC 61966-2-1).
    fn linear(self) -> [f64; 3] {
        [self.0, self.1, self.2].map(|channel| {
            let x = f64::from(channel) / 255.0;
            if x <= 0.040_45 { x / 12.92 } else { libm::pow((x + 0.055) / 1.055, 2.4) }
        })
    }

    /// Relative luminance, 0 for black and 1 for white.
    fn luminance(self) -> f64 {
        let [r, g, b] = self.linear();
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }

    /// Contrast ratio with another colour, from 1 to 21 (WCAG 2.1). Test:
    /// `theme::contrast_and_sight_are_as_published`.
    pub fn contrast(self, other: Colour) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// The letters that can be read best on a ground of this colour: white, or these dark ones.
    #[must_use]
    pub fn letters(self, dark: Colour) -> Colour {
        if self.contrast(Colour::WHITE) >= self.contrast(dark) { Colour::WHITE } else { dark }
    }

    /// How different two colours look (CIE 1976), to people of this sight: 0 for one colour, 100
    /// for black and white.
    pub fn difference(self, other: Colour, sight: Sight) -> f64 {
        let ([l, a, b], [m, c, d]) = (self.lab(sight), other.lab(sight));
        ((l - m).powi(2) + (a - c).powi(2) + (b - d).powi(2)).sqrt()
    }

    /// Lightness and the two opponent axes of CIELAB under daylight (D65).
    fn lab(self, sight: Sight) -> [f64; 3] {
        let rgb = self.linear();
        let [r, g, b] = sight
            .matrix()
            .map(|row| (row[0] * rgb[0] + row[1] * rgb[1] + row[2] * rgb[2]).clamp(0.0, 1.0));
        // Red, green and blue of sRGB to X, Y, Z, each over that of white (IEC 61966-2-1), then the
        // cube root of CIELAB, which is a line near black.
        let xyz = [
            (0.412_456 * r + 0.357_576 * g + 0.180_437 * b) / 0.950_47,
            0.212_673 * r + 0.715_152 * g + 0.072_175 * b,
            (0.019_334 * r + 0.119_192 * g + 0.950_304 * b) / 1.088_83,
        ];
        let [x, y, z] = xyz.map(|t| {
            if t > 216.0 / 24_389.0 { libm::cbrt(t) } else { (24_389.0 / 27.0 * t + 16.0) / 116.0 }
        });
        [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
    }
}

/// Pixels of red, green and blue from pixels that have an opacity too, a byte each. The millions of
/// a picture pass through here, so it stands in the package that is always compiled fast.
pub fn opaque(pixels: &[u8]) -> Vec<u8> {
    pixels.as_chunks::<4>().0.iter().flat_map(|&[red, green, blue, _]| [red, green, blue]).collect()
}
