//! The first slide: a hundred dots for the first target, three causes, the decision.

use super::super::input::DocumentInput;
use super::super::xml::escape;
use super::markup::{Letters, Place, Shade, mm, transform};
use super::shapes::{fitting, shape, text_box};
use crate::output::story::{Basis, Dots, Fact, Tile};
use crate::output::words::say;

/// Targets of which there is room for dots.
const TARGETS: usize = 2;
/// A side of the square of dots.
const SIDE: i64 = 10;
const GAP: i64 = mm(6);
/// Ids of shapes: of dots, of what stands beside them.
const DOTS: u32 = 1000;
const WORDS: u32 = 50;
const GROUPS: u32 = 40;

/// Everything below the title.
pub fn shapes(told: &DocumentInput, body: Place) -> String {
    let story = told.story;
    let targets = &story.answer.targets[..story.answer.targets.len().min(TARGETS)];
    let square = (body.height * 58 / 100).min(body.width * 24 / 100);
    let mut text = String::new();
    let mut left = body.x;
    for (number, dots) in targets.iter().enumerate() {
        let place = Place { x: left, y: body.y, width: square, height: square };
        text += &target(told, dots, place, number as u32);
        left += square + GAP;
    }
    let right = Place { x: left, width: body.x + body.width - left, ..body };
    text + &beside(told, right, targets.is_empty())
}

/// A hundred futures as dots, those in which the target is met filled; below them what they say.
fn target(told: &DocumentInput, dots: &Dots, place: Place, number: u32) -> String {
    let letters = Letters::of(told.locale());
    let step = place.width / SIDE;
    let size = step * 72 / 100;
    let mut text = String::new();
    for dot in 0..SIDE * SIDE {
        // From below, row by row, as a vessel fills.
        let (column, row) = (dot % SIDE, SIDE - 1 - dot / SIDE);
        let at = Place {
            x: place.x + column * step,
            y: place.y + row * step,
            width: size,
            height: size,
        };
        let shade = if dot < i64::from(dots.filled) { Shade::Main } else { Shade::Faint };
        let id = DOTS + 100 * number + dot as u32;
        text += &shape((id, "Future"), "ellipse", at, shade);
    }
    let text = together((GROUPS + number, &dots.chance), place, &text);
    let below = Place {
        y: place.y + place.height + mm(1),
        height: mm(34),
        width: place.width - step / 4,
        ..place
    };
    let mut words = letters.sized(1400).bold().shaded(Shade::Main).paragraph(&dots.chance);
    words += &letters.sized(1100).shaded(Shade::Ink).paragraph(&dots.name);
    if let Some(wanted) = dots.wanted {
        let told = say!(told.locale(), "dots-wanted", n = u32::from(wanted));
        words += &letters.sized(1100).shaded(Shade::Quiet).paragraph(&told);
    }
    text + &text_box((WORDS + number, "Target"), below, &words)
}

/// Shapes that are moved as one, with what they say to those who do not see them.
fn together((id, told): (u32, &str), place: Place, shapes: &str) -> String {
    let Place { x, y, width, height } = place;
    format!(
        "<p:grpSp><p:nvGrpSpPr><p:cNvPr id=\"{id}\" name=\"Hundred futures\" descr=\"{}\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>\
         <p:grpSpPr><a:xfrm>{}<a:chOff x=\"{x}\" y=\"{y}\"/><a:chExt cx=\"{width}\" cy=\"{height}\"/></a:xfrm></p:grpSpPr>{shapes}</p:grpSp>",
        escape(told),
        transform(place)
    )
}

/// The figure, what moves it, what to do.
fn beside(told: &DocumentInput, place: Place, is_alone: bool) -> String {
    let (story, locale) = (told.story, told.locale());
    let letters = Letters::of(locale);
    let mut text = String::new();
    let high = place.height * 30 / 100;
    if let Some(tile) = story.tiles.first() {
        let at = Place { height: high, ..place };
        text += &text_box((WORDS + 10, "Figure"), at, &figure(tile, (at, story.basis), letters));
    }
    let mut y = place.y + high + mm(2);
    let room = place.y + place.height - y;
    let facts = facts(told);
    let tall = room * if is_alone { 62 } else { 60 } / 100;
    let each = tall / facts.len().max(1) as i64;
    for (number, fact) in facts.iter().enumerate() {
        let bar = Place { x: place.x, y, width: mm(1), height: each - mm(3) };
        let at = Place { x: place.x + mm(4), width: place.width - mm(4), ..bar };
        let words = letters.sized(1200).bold().shaded(Shade::Ink).paragraph(&fact.words)
            + &letters.sized(1200).shaded(Shade::Quiet).paragraph(&fact.told);
        text += &shape((WORDS + 20 + number as u32, "Bar"), "rect", bar, Shade::Faint);
        text += &text_box((WORDS + 30 + number as u32, "Fact"), at, &words);
        y += each;
    }
    let answer = &story.answer;
    let decision: String = answer
        .decision
        .iter()
        .chain(Some(&answer.measure).filter(|words| !words.is_empty()))
        .enumerate()
        .map(|(place, words)| {
            let letters = letters.sized(1300).shaded(Shade::Ink);
            let is_decision = place < answer.decision.len();
            if place == 0 && is_decision && story.basis == Basis::Futures {
                return letters.bold().paragraph(words);
            }
            let id = if is_decision { "page-decision" } else { "measure-label" };
            if place > 0 && is_decision {
                return letters.paragraph(words);
            }
            let label = say!(locale, story.basis.id(id));
            letters.paragraph(&say!(locale, "talk-pair", one = label, other = words.as_str()))
        })
        .collect();
    if decision.is_empty() {
        return text;
    }
    let at = Place { y, height: place.y + place.height - y, ..place };
    text += &shape((WORDS + 40, "Ground"), "rect", at, Shade::Ground);
    let within = Place {
        x: at.x + mm(4),
        y: at.y + mm(3),
        width: at.width - mm(8),
        height: at.height - mm(5),
    };
    text + &text_box((WORDS + 41, "Decision"), within, &decision)
}

/// One big number with its name above it and its range beside it.
fn figure(tile: &Tile, (place, basis): (Place, Basis), letters: Letters) -> String {
    let row = Place { height: place.height / 2, ..place };
    let size = fitting(&tile.typical, row, 46.0);
    let mut words = letters.sized(1300).shaded(Shade::Quiet).paragraph(&tile.words);
    let number = (size * 100.0).round() as u32;
    words += &letters.sized(number).bold().shaded(Shade::Main).paragraph(&tile.typical);
    if !tile.range.is_empty() {
        let range = say!(letters.locale, basis.id("figure-range"), range = tile.range.as_str());
        words += &letters.sized(1300).shaded(Shade::Ink).paragraph(&range);
    }
    words
}

/// Three facts: what moves the answer, and figures where less than three do.
fn facts(told: &DocumentInput) -> Vec<Fact> {
    let tiles = told.story.tiles.iter().skip(1).map(|tile| Fact {
        words: tile.words.clone(),
        told: if tile.range.is_empty() {
            tile.typical.clone()
        } else {
            let [typical, range] = [tile.typical.as_str(), tile.range.as_str()];
            say!(told.locale(), "typical-range", typical = typical, range = range)
        },
    });
    told.story.answer.causes.iter().cloned().chain(tiles).take(3).collect()
}
