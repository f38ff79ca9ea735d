//! What can be wrong with a drawing, whatever it shows.

use crate::colour::Colour;
use crate::output::draw::{Align, Ground, Mark, Part, Rect, Scene, Shape, Text};
use crate::output::faults::Finding;

/// Contrast below which letters cannot be read by everybody (WCAG 2.1, success criterion 1.4.3).
const LEAST_CONTRAST: f64 = 4.5;
/// How far letters may reach into what lies on or under them.
const TOUCH: f64 = 2.0;

/// Everything that a reader of the drawing would stumble over.
pub fn findings(scene: &Scene) -> Vec<Finding> {
    let mut found = Vec::new();
    for (place, mark) in scene.marks.iter().enumerate() {
        let Shape::Text(text) = &mark.shape else { continue };
        found.extend(of_text(scene, text));
        found.extend(overlapped(scene, (place, text)));
        found.extend(struck(scene, (place, text)));
    }
    found.extend(scene.marks.iter().filter_map(broken_band));
    found.extend(alike(scene));
    found
}

/// What a text says of itself.
fn of_text(scene: &Scene, text: &Text) -> Vec<Finding> {
    let mut found = Vec::new();
    let letters = text.letters();
    let sheet = Rect { left: 0.0, top: 0.0, right: scene.sheet.width, bottom: scene.sheet.height };
    let corners = [(letters.left, letters.top), (letters.right, letters.bottom)];
    if !corners.iter().all(|corner| sheet.holds(*corner, 0.5)) {
        found.push(Finding::of("off-the-sheet", &text.text));
    }
    let missing: String = text.text.chars().filter(|c| !text.face.has(*c)).collect();
    if !missing.is_empty() {
        found.push(Finding::about("no-glyph", &text.text, missing));
    }
    let chars: Vec<char> = text.text.chars().collect();
    let is_cut = chars.windows(2).any(|pair| pair[0].is_ascii_digit() && pair[1] == '…');
    if is_cut {
        found.push(Finding::of("cut-number", &text.text));
    }
    found
}

/// Texts that lie on each other, and letters that cannot be told from their ground.
fn overlapped(scene: &Scene, (place, text): (usize, &Text)) -> Vec<Finding> {
    let letters = text.letters();
    let mut found = Vec::new();
    for before in &scene.marks[..place] {
        if let Shape::Text(other) = &before.shape
            && touch(letters, other.letters(), TOUCH)
        {
            found.push(Finding::about("overlap", &text.text, other.text.clone()));
        }
    }
    let contrast = ground(scene, place, text).contrast(text.colour);
    if contrast < LEAST_CONTRAST {
        found.push(Finding::about("contrast", &text.text, format!("{contrast:.1} : 1")));
    }
    found
}

/// Letters with a line or a shape through them.
fn struck(scene: &Scene, (place, text): (usize, &Text)) -> Option<Finding> {
    let letters = text.letters();
    let crosses = |(at, mark): (usize, &Mark)| {
        let is_above = at > place;
        // What a ground of its own covers, or a ruler draws under the letters, hides nothing.
        if !is_above && (text.ground == Ground::Own || mark.part != Part::Data) {
            return false;
        }
        match &mark.shape {
            Shape::Path { points, stroke } => {
                let thick = stroke.width / 2.0;
                points.windows(2).any(|pair| passes((pair[0], pair[1]), letters, thick))
            }
            Shape::Box { rect, .. } => is_above && touch(letters, *rect, TOUCH),
            _ => false,
        }
    };
    let is_struck = scene.marks.iter().enumerate().any(crosses);
    is_struck.then(|| Finding::of("struck", &text.text))
}

/// The colour on which a text stands.
fn ground(scene: &Scene, place: usize, text: &Text) -> Colour {
    if text.ground == Ground::Own {
        return scene.background;
    }
    let letters = text.letters();
    let middle =
        (f64::midpoint(letters.left, letters.right), f64::midpoint(letters.top, letters.bottom));
    let under = scene.marks[..place].iter().rev().find_map(|mark| match &mark.shape {
        Shape::Box { rect, colour } if rect.holds(middle, 0.0) => Some(*colour),
        _ => None,
    });
    under.unwrap_or(scene.background)
}

fn touch(a: Rect, b: Rect, slack: f64) -> bool {
    a.left + slack < b.right
        && b.left + slack < a.right
        && a.top + slack < b.bottom
        && b.top + slack < a.bottom
}

/// Whether a line of some thickness passes through a rectangle.
fn passes((from, to): ((f64, f64), (f64, f64)), rect: Rect, thick: f64) -> bool {
    // Letters leave some air in their box.
    let inner = Rect {
        left: rect.left + TOUCH - thick,
        right: rect.right - TOUCH + thick,
        top: rect.top + TOUCH - thick,
        bottom: rect.bottom - TOUCH + thick,
    };
    // The part of the line within each pair of sides (Liang and Barsky 1984).
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let (mut first, mut last) = (0.0_f64, 1.0_f64);
    let sides = [
        (-dx, from.0 - inner.left),
        (dx, inner.right - from.0),
        (-dy, from.1 - inner.top),
        (dy, inner.bottom - from.1),
    ];
    for (step, room) in sides {
        if step == 0.0 {
            if room < 0.0 {
                return false;
            }
        } else if step < 0.0 {
            first = first.max(room / step);
        } else {
            last = last.min(room / step);
        }
    }
    first < last
}

/// A band whose two lines do not belong to the same places: something undefined was drawn.
fn broken_band(mark: &Mark) -> Option<Finding> {
    let Shape::Area { points, .. } = &mark.shape else { return None };
    let (upper, lower) = points.split_at(points.len() / 2);
    let is_whole = points.len().is_multiple_of(2)
        && upper.iter().zip(lower.iter().rev()).all(|(a, b)| (a.0 - b.0).abs() < 0.5);
    (!is_whole).then(|| Finding::of("broken-band", ""))
}

/// Rows of one plot that read the same.
fn alike(scene: &Scene) -> Vec<Finding> {
    let names = paragraphs(scene);
    let mut found = Vec::new();
    for (place, name) in names.iter().enumerate() {
        let is_name = name.chars().filter(|c| c.is_alphabetic()).count() > 2;
        if is_name && names[..place].contains(name) {
            found.push(Finding::of("rows-alike", name));
        }
    }
    found
}

/// The bold texts at the left edge of a sheet, lines below each other joined.
fn paragraphs(scene: &Scene) -> Vec<String> {
    let edge = scene.texts().map(|text| text.at.0).fold(f64::INFINITY, f64::min);
    let mut joined: Vec<(&Text, String)> = Vec::new();
    let of_rows = scene.marks.iter().filter(|mark| mark.part == Part::Data);
    for mark in of_rows {
        let Shape::Text(text) = &mark.shape else { continue };
        if text.align != Align::Left || text.at.0 > edge + 1.0 {
            continue;
        }
        match joined.last_mut() {
            Some((last, words))
                if last.size == text.size && (text.at.1 - last.at.1).abs() < 1.3 * text.size =>
            {
                *words = format!("{words} {}", text.text);
                *last = text;
            }
            _ => joined.push((text, text.text.clone())),
        }
    }
    joined.into_iter().map(|(_, words)| words).collect()
}
