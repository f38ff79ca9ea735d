//! Quantities in one piece of text: `130`, `5%..10%`, `5% to 10% @80%`.

use super::{Fault, Reader};
use crate::diagnostic::{Code, Message, message};
use crate::dist::Dist;
use crate::locale::{LANGUAGES, Language};
use crate::scenario::number::{self, quoted};

/// How a text is built.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Shape<'a> {
    Number,
    /// `5%..10%`
    Range([&'a str; 2]),
    /// `5% to 10%`, and what stands behind its `@`.
    Interval([&'a str; 2], Option<&'a str>),
    /// `5-10%`
    Dash([&'a str; 2]),
    /// `5...10`, `5…10`
    Dots([&'a str; 2]),
}

const DASHES: [char; 8] =
    ['-', '\u{2010}', '\u{2011}', '\u{2012}', '\u{2013}', '\u{2014}', '\u{2015}', '\u{2212}'];
/// Credibility of an interval that does not state one: from the 5th to the 95th percentile.
const CREDIBILITY: f64 = 0.9;

fn shape(text: &str) -> Shape<'_> {
    for dots in ["...", "\u{2026}"] {
        if let Some((low, high)) = text.split_once(dots) {
            return Shape::Dots([low, high.trim_start_matches('.')]);
        }
    }
    if let Some((low, high)) = text.split_once("..") {
        return Shape::Range([low, high]);
    }
    if let Some(interval) = interval(text) {
        return interval;
    }
    dash(text).map_or(Shape::Number, Shape::Dash)
}

fn interval(text: &str) -> Option<Shape<'_>> {
    let (ends, credibility) = match text.split_once('@') {
        Some((ends, credibility)) => (ends, Some(credibility)),
        None => (text, None),
    };
    let mut words = Vec::new();
    let mut rest = ends;
    while let Some(start) = rest.find(char::is_alphabetic) {
        let word = &rest[start..];
        let word = &word[..word.find(|c: char| !c.is_alphabetic()).unwrap_or(word.len())];
        words.push(word);
        rest = &rest[start + word.len()..];
    }
    // In whatever language: a file says it in its author's, and answers in another one.
    let is_one_of = |word: &str, known: fn(&Language) -> &'static str| {
        LANGUAGES.iter().any(|language| known(language) == word.to_lowercase())
    };
    let between = words.iter().find(|word| is_one_of(word, |language| language.between))?;
    let (low, high) = split_at_word(ends, between);
    let low = match words[0] {
        before
            if is_one_of(before, |language| language.before)
                && low.trim_start().starts_with(before) =>
        {
            split_at_word(low, before).1
        }
        _ => low,
    };
    Some(Shape::Interval([low, high], credibility))
}

/// What stands before and behind a word of the text.
fn split_at_word<'a>(text: &'a str, word: &'a str) -> (&'a str, &'a str) {
    let start = (word.as_ptr() as usize).saturating_sub(text.as_ptr() as usize).min(text.len());
    (&text[..start], &text[start + word.len()..])
}

/// Two numbers with a dash between.
fn dash(text: &str) -> Option<[&str; 2]> {
    let is_number = |text: &str| number::parse(text, 0).is_ok();
    text.char_indices().filter(|(_, c)| DASHES.contains(c)).find_map(|(place, dash)| {
        let (low, high) = (&text[..place], &text[place + dash.len_utf8()..]);
        // In 1e-5 the dash belongs to the number.
        (is_number(low) && is_number(high) && !is_number(text)).then_some([low, high])
    })
}

impl Reader<'_> {
    /// The quantity that a text says; `offset` is where the text begins.
    pub(super) fn text(&mut self, text: &str, offset: usize) -> Option<Dist> {
        let whole = Part { text, offset };
        match shape(text) {
            Shape::Number => {
                let number = self.end(whole.inner(text))?;
                self.in_domain(number, text.trim(), whole.inner(text).bytes())
                    .then(|| Dist::fixed(number))
            }
            Shape::Range(ends) => self.range(whole, ends),
            Shape::Interval(ends, credibility) => self.interval(whole, ends, credibility),
            Shape::Dash(ends) => {
                let message = message!("{text} can be read in several ways", text = quoted(text));
                self.several(whole, message, ends);
                None
            }
            Shape::Dots(ends) => {
                let message =
                    message!("{text} has three dots, but a range has two", text = quoted(text));
                self.several(whole, message, ends);
                None
            }
        }
    }

    fn end(&mut self, part: Part) -> Option<f64> {
        number::parse(part.text, part.offset).map_err(|fault| self.fail(fault)).ok()
    }

    /// Offers the readings of a range that could mean several things.
    fn several(&mut self, whole: Part, message: Message, ends: [&str; 2]) {
        let [low, high] = with_shared_unit(ends);
        let help = message!(
            "write \"{low}..{high}\" for hard ends with everything between alike, or \"{low} to \
             {high}\" for a range that holds in 90 of 100 cases",
            low,
            high
        );
        self.fail(Fault {
            code: Code::AmbiguousRange,
            bytes: whole.inner(whole.text).bytes(),
            message,
            label: message!("which reading?"),
            help,
        });
    }

    /// Both ends as numbers that the key can have, in their order.
    fn ends(&mut self, whole: Part, texts: [&str; 2], between: &str) -> Option<[f64; 2]> {
        let parts = texts.map(|text| whole.inner(text));
        for part in &parts {
            if part.text.is_empty() {
                let message = message!("{whole} lacks one of its ends", whole = quoted(whole.text));
                let help = message!("write both, as in \"5%..10%\"");
                self.fail(Fault {
                    code: Code::Number,
                    bytes: whole.inner(whole.text).bytes(),
                    message,
                    label: message!("one end"),
                    help,
                });
                return None;
            }
        }
        let [low, high] = parts.map(|part| self.end(part));
        let (low, high) = (low?, high?);
        let units = parts.map(|part| number::unit(part.text));
        let bare = if units[0].is_none() { low } else { high };
        if units[0].is_some() != units[1].is_some() && bare != 0.0 {
            let [from, to] = with_shared_unit(texts);
            let message =
                message!("{whole} has a unit on one end only", whole = quoted(whole.text));
            let help = message!(
                "write \"{from}{between}{to}\", or \"{low}{between}{high}\" if the other end \
                 means what it says",
                from,
                between,
                to,
                low,
                high
            );
            self.fail(Fault {
                code: Code::AmbiguousRange,
                bytes: whole.inner(whole.text).bytes(),
                message,
                label: message!("which unit?"),
                help,
            });
            return None;
        }
        // An end may be zero where zero itself has no meaning.
        let fits = [low, high]
            .into_iter()
            .zip(parts)
            .map(|(number, part)| number == 0.0 || self.in_domain(number, part.text, part.bytes()));
        let fits: Vec<bool> = fits.collect();
        if low > high {
            let message = message!("{whole} ends before it begins", whole = quoted(whole.text));
            let help = message!(
                "write \"{from}{between}{to}\"",
                from = parts[1].text,
                between,
                to = parts[0].text
            );
            self.fail(Fault {
                code: Code::RangeReversed,
                bytes: whole.inner(whole.text).bytes(),
                message,
                label: message!("the larger number stands first"),
                help,
            });
            return None;
        }
        fits.iter().all(|fits| *fits).then_some([low, high])
    }

    fn range(&mut self, whole: Part, [from, to]: [&str; 2]) -> Option<Dist> {
        if let Some((to, credibility)) = to.split_once('@') {
            let [low, high] = [from, to].map(str::trim);
            let message = message!(
                "{whole} has hard ends, so it has no credibility",
                whole = quoted(whole.text)
            );
            let help = message!(
                "write \"{low}..{high}\", or \"{low} to {high} @{credibility}\"",
                low,
                high,
                credibility = credibility.trim()
            );
            self.fail(Fault {
                code: Code::AmbiguousRange,
                bytes: whole.inner(whole.text).bytes(),
                message,
                label: message!("hard ends or an interval?"),
                help,
            });
            return None;
        }
        let ends = self.ends(whole, [from, to], "..")?;
        let bytes = whole.inner(whole.text).bytes();
        match Dist::uniform(ends[0], ends[1]) {
            Ok(dist) => self.fits(&dist, bytes).then_some(dist),
            Err(reason) => {
                self.fail(Fault {
                    code: Code::Parameters,
                    bytes,
                    message: reason.message,
                    label: Message::default(),
                    help: reason.help,
                });
                None
            }
        }
    }

    fn interval(
        &mut self,
        whole: Part,
        texts: [&str; 2],
        credibility: Option<&str>,
    ) -> Option<Dist> {
        let ends = self.ends(whole, texts, " to ");
        if credibility.is_some_and(|text| text.trim().is_empty()) {
            let message = message!(
                "{whole} states no credibility behind its `@`",
                whole = quoted(whole.text)
            );
            let help = message!("write for instance \"@80%\", or leave the `@` out for 90 %");
            self.fail(Fault {
                code: Code::Interval,
                bytes: whole.inner(whole.text).bytes(),
                message,
                label: message!("no credibility"),
                help,
            });
            return None;
        }
        let stated = credibility.map(|text| (whole.inner(text), self.end(whole.inner(text))));
        let credibility = match stated {
            None => Some(CREDIBILITY),
            Some((_, Some(share))) if share > 0.0 && share < 1.0 => Some(share),
            Some((_, None)) => None,
            Some((part, Some(share))) => {
                let message = message!(
                    "the credibility of an interval is {credibility}, but it lies between 0 and \
                     100 %",
                    credibility = part.text
                );
                let is_in_percent =
                    share > 1.0 && share < 100.0 && number::unit(part.text).is_none();
                let help = if is_in_percent {
                    message!("write \"@{credibility}%\"", credibility = part.text)
                } else {
                    message!("write for instance \"@80%\"")
                };
                self.fail(Fault {
                    code: Code::Interval,
                    bytes: part.bytes(),
                    message,
                    label: message!("no credibility"),
                    help,
                });
                None
            }
        };
        let ([low, high], credibility) = (ends?, credibility?);
        if low == high {
            let dist = Dist::fixed(low);
            return self.fits(&dist, whole.inner(whole.text).bytes()).then_some(dist);
        }
        match Dist::from_interval(low, high, credibility, self.reading.kind) {
            Ok(dist) => self.fits(&dist, whole.inner(whole.text).bytes()).then_some(dist),
            Err(reason) => {
                let part = reason
                    .parameter
                    .and_then(|place| texts.get(place))
                    .map_or(whole, |text| whole.inner(text));
                let [from, to] = texts.map(str::trim);
                let message = message!(
                    "`{key}` is {from} to {to}: {why}",
                    key = self.reading.key,
                    from,
                    to,
                    why = reason.message
                );
                let help = message!(
                    "{help}, or write hard ends: \"{from}..{to}\"",
                    help = reason.help,
                    from,
                    to
                );
                self.fail(Fault {
                    code: Code::Interval,
                    bytes: part.bytes(),
                    message,
                    label: message!("no end of an interval"),
                    help,
                });
                None
            }
        }
    }
}

/// A part of the source.
#[derive(Clone, Copy, Debug)]
struct Part<'a> {
    text: &'a str,
    offset: usize,
}

impl<'a> Part<'a> {
    /// A slice of this part, trimmed, with its place.
    fn inner(&self, slice: &'a str) -> Part<'a> {
        let text = slice.trim();
        let start = (text.as_ptr() as usize)
            .saturating_sub(self.text.as_ptr() as usize)
            .min(self.text.len());
        Part { text, offset: self.offset + start }
    }

    fn bytes(&self) -> std::ops::Range<usize> {
        self.offset..self.offset + self.text.len()
    }
}

/// Both ends with the unit that one of them has, spaced as it is there.
fn with_shared_unit(ends: [&str; 2]) -> [String; 2] {
    let ends = ends.map(str::trim);
    let units = ends.map(|end| {
        number::unit(end).map(|unit| &end[end[..end.len() - unit.len()].trim_end().len()..])
    });
    let [low, high] = ends.map(str::to_owned);
    match units {
        [None, Some(unit)] => [low + unit, high],
        [Some(unit), None] => [low, high + unit],
        _ => [low, high],
    }
}
