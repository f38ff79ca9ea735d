//! The colours of the page: by day those of the look, in the dark others that say the same.

use std::collections::BTreeMap;

use crate::output::draw::{Colour, Theme};

const STYLE: &str = include_str!("style.css");

/// The ground of the page in the dark, and what is written on it.
const GROUND: Colour = Colour(0x16, 0x1D, 0x26);
const INK: Colour = Colour(0xE8, 0xEC, 0xF1);
/// The darkest and the lightest ground that text stands on by day and in the dark.
const WASHES: [Colour; 2] = [Colour(0xF4, 0xF7, 0xFA), Colour(0x1E, 0x27, 0x32)];
/// Contrast of text (WCAG 2.1, success criterion 1.4.3), with a little to spare.
const TEXT: f64 = 4.6;
/// Contrast with the ground of what is faint, and of what stands between it and the main thing.
const FAINT: f64 = 2.0;
const MIDDLE: f64 = 3.4;
const STEPS: u32 = 20;

/// The style sheet. Pictures keep their colours as they are drawn, and rules for the dark replace
/// each by another.
pub fn style<'a>(theme: &Theme, pictures: impl Iterator<Item = &'a str>) -> String {
    let night = night(theme);
    let mut replaced: BTreeMap<String, Colour> = BTreeMap::new();
    for hex in pictures.flat_map(painted) {
        if let Some(colour) = Colour::parse(hex) {
            let own = night.iter().rev().find(|(day, _)| *day == colour);
            let dark = own.map_or_else(|| inverted(colour), |(_, dark)| *dark);
            replaced.insert(hex.to_owned(), dark);
        }
    }
    coloured(STYLE, theme, &rules(&replaced))
}

/// A style sheet of a page whose pictures have no colours but those of the theme.
pub fn of_theme(style: &str, theme: &Theme) -> String {
    let replaced = night(theme).into_iter().map(|(day, dark)| (hex(day), dark)).collect();
    coloured(style, theme, &rules(&replaced))
}

/// What replaces the colours of pictures in the dark.
fn rules(replaced: &BTreeMap<String, Colour>) -> String {
    let rule = |(day, dark): (&String, &Colour)| {
        let dark = hex(*dark);
        format!(
            "figure [fill=\"{day}\"]{{fill:{dark}}}figure [stroke=\"{day}\"]{{stroke:{dark}}}\n"
        )
    };
    replaced.iter().map(rule).collect()
}

/// A style sheet with the colours and the letters of a theme.
fn coloured(style: &str, theme: &Theme, rules: &str) -> String {
    let (main, accent) = (legible(theme.main), legible(theme.accent));
    style
        .replace("/*main*/", &hex(theme.main))
        .replace("/*text*/", &hex(towards(theme.main, Colour(0, 0, 0), TEXT, WASHES[0])))
        .replace("/*accent*/", &hex(theme.accent))
        .replace("/*faint*/", &hex(theme.faint))
        .replace("/*main-dark*/", &hex(main))
        .replace("/*accent-dark*/", &hex(accent))
        .replace("/*faint-dark*/", &hex(towards(GROUND, main, FAINT, GROUND)))
        .replace("/*pictures*/", rules)
        .replace("/*heading*/", theme.heading.family())
        .replace("/*body*/", theme.body.family())
}

fn hex(colour: Colour) -> String {
    format!("#{}", colour.hex())
}

/// The colours with which a picture is painted.
fn painted(svg: &str) -> impl Iterator<Item = &str> {
    let places = svg.match_indices("=\"#").map(|(place, _)| place + 2);
    places.filter_map(|place| svg.get(place..place + 7))
}

/// What the colours of a theme are in the dark: what is faint by day is near the ground by night.
fn night(theme: &Theme) -> [(Colour, Colour); 11] {
    let main = legible(theme.main);
    [
        (theme.loss, legible(theme.loss)),
        (theme.gain, legible(theme.gain)),
        (theme.accent, legible(theme.accent)),
        (theme.faint, towards(GROUND, main, FAINT, GROUND)),
        (theme.middle, towards(GROUND, main, MIDDLE, GROUND)),
        (theme.main, main),
        (theme.background, GROUND),
        (theme.ink, INK),
        (theme.quiet, Colour(0xA9, 0xB4, 0xC0)),
        (theme.grid, Colour(0x2B, 0x36, 0x43)),
        (theme.axis, Colour(0x74, 0x81, 0x8F)),
    ]
}

/// A colour that can be read in the dark.
fn legible(colour: Colour) -> Colour {
    towards(colour.mixed(Colour::WHITE, 0.35), Colour::WHITE, TEXT, WASHES[1])
}

/// A colour with as little of another in it as gives a contrast with a ground.
fn towards(colour: Colour, other: Colour, least: f64, ground: Colour) -> Colour {
    let mixes = (0..=STEPS).map(|step| colour.mixed(other, f64::from(step) / f64::from(STEPS)));
    let mut mixes = mixes.skip_while(|mixed| mixed.contrast(ground) < least);
    mixes.next().unwrap_or(other)
}

/// A colour that no theme has: light becomes dark and dark becomes light, the hue stays.
fn inverted(colour: Colour) -> Colour {
    let channels = [colour.0, colour.1, colour.2];
    let least = channels.into_iter().min().unwrap_or(0);
    let most = channels.into_iter().max().unwrap_or(0);
    // Both ends change places, and so does every channel between them.
    let turned = channels.map(|channel| channel - least + (u8::MAX - most));
    let [red, green, blue] = turned;
    // Black is as dark as the ground, white as light as the ink.
    GROUND.mixed(Colour(red, green, blue), 0.92)
}
