//! A key that a study varies: `key=from..to`.

use std::ops::Range;

use super::change::{Change, Edit};
use super::{edits, number, of_variant};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Message, Source, Span, message};
use crate::digits::tidy;
use crate::dist::Dist;
use crate::scenario::keys::Domain;
use crate::scenario::layer::{Layer, Raw};
use crate::scenario::sections::New;
use crate::scenario::value::{Folder, Origin, Reader};
use crate::scenario::{Scenario, Value, set};

/// A key with the values that it takes.
#[derive(Clone, Debug)]
pub struct Knob {
    /// As the user wrote it.
    pub key: String,
    pub from: f64,
    pub to: f64,
    /// How many values, both ends among them, where the user says so.
    pub points: Option<usize>,
    pub varied: Varied,
    change: Change,
}

/// Which values between its ends a key can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Varied {
    Continuous,
    Whole,
}

/// Most values of one key in one study.
const POINTS: usize = 1000;

impl Knob {
    /// The edit that gives the key a value.
    pub fn at(&self, value: f64) -> Edit {
        let text = number(value);
        let fixed = || match self.varied {
            Varied::Continuous => Value::Quantity(Dist::fixed(value)),
            Varied::Whole => Value::Whole(value as u64),
        };
        let change = match self.change.clone() {
            Change::Key(path, given) => Change::Key(
                path,
                crate::scenario::Given { value: Some(fixed()), text: text.clone(), ..given },
            ),
            Change::Field(mut field) => {
                field.value = match self.varied {
                    Varied::Continuous => New::Quantity(Some(Dist::fixed(value)), Vec::new()),
                    Varied::Whole => New::Whole(Some(value as u64)),
                };
                field.text.clone_from(&text);
                Change::Field(field)
            }
            other => other,
        };
        let words = Message::verbatim(format!("{} = {text}", self.key));
        Edit { words, changes: vec![change] }
    }

    /// The nearest value that the key can have.
    pub fn possible(&self, value: f64) -> f64 {
        let value = value.clamp(self.from, self.to);
        if self.varied == Varied::Whole { value.round() } else { value }
    }

    /// So many values at equal distances, both ends among them, each once.
    pub fn values(&self, points: usize) -> Vec<f64> {
        let last = points.saturating_sub(1).max(1) as f64;
        let at = |place: usize| match place {
            0 => self.from,
            place if place as f64 == last => self.to,
            place => self.possible(tidy(self.from + (self.to - self.from) * place as f64 / last)),
        };
        let mut values: Vec<f64> = (0..points.max(1)).map(at).collect();
        values.dedup();
        values
    }
}

impl Scenario {
    /// Reads `key=from..to` or `key=from..to/points`, given under the name of a flag. The text
    /// becomes a source of the scenario, so that problems with values of the key can point into it.
    pub fn dial(&mut self, text: &str, flag: &str) -> Result<Knob, Diagnostics> {
        let source = self.sources.len();
        self.sources.push(Source::new(flag, text));
        let mut problems = Vec::new();
        let dial = self.read_dial(text, source, flag, &mut problems);
        match dial {
            Some(dial) if problems.is_empty() => Ok(dial),
            _ => Err(Diagnostics::new(self.sources.clone(), problems)),
        }
    }

    fn read_dial(
        &self,
        text: &str,
        source: usize,
        flag: &str,
        problems: &mut Vec<Diagnostic>,
    ) -> Option<Knob> {
        let span = |bytes: Range<usize>| Span { source, bytes };
        let example =
            message!("write for instance `{flag} community.page.posts.per_week=3..21`", flag);
        let Some(parts) = parts(text) else {
            let diagnostic = Diagnostic::new(
                Code::SetSyntax,
                message!("`{text}` is no `key=from..to`", text = text.escape_debug()),
            );
            problems.push(
                diagnostic
                    .at(
                        span(0..text.len()),
                        message!("one key, `=`, two ends with `..` between them"),
                    )
                    .help(example),
            );
            return None;
        };
        let points = match parts.points {
            None => None,
            Some(bytes) => {
                let points = text[bytes.clone()]
                    .trim()
                    .parse::<usize>()
                    .ok()
                    .filter(|points| (2..=POINTS).contains(points));
                if points.is_none() {
                    let message = message!(
                        "`{text}` is no number of points from 2 to {most}",
                        text = text[bytes.clone()].trim(),
                        most = POINTS
                    );
                    problems.push(
                        Diagnostic::new(Code::SetSyntax, message)
                            .at(span(bytes), message!("how many values of the key")),
                    );
                    return None;
                }
                points
            }
        };
        let key = text[parts.key.clone()].trim().to_owned();
        let key =
            key.split('.').map(|part| part.trim_matches(['"', '\''])).collect::<Vec<_>>().join(".");
        let mut ends = Vec::new();
        for bytes in [parts.from, parts.to] {
            let mut layer = Layer::default();
            set::put(
                &mut layer,
                &key,
                span(parts.key.clone()),
                Raw::Bare(&text[bytes.clone()], bytes),
            );
            let known = problems.len();
            let here = Folder::here();
            let mut reader =
                Reader { origin: Origin { source, folder: &here }, data: Vec::new(), problems };
            let edit = edits(layer, self, &mut reader, of_variant).pop();
            if problems.len() > known {
                // What is wrong with the key is told once.
                return None;
            }
            let change = edit.and_then(|edit| edit.changes.into_iter().next())?;
            ends.push((value(&change), change));
        }
        let [(Some((from, varied)), change), (Some((to, _)), _)] = <[_; 2]>::try_from(ends).ok()?
        else {
            let message = message!("`{key}` is no number, and cannot be varied", key);
            problems.push(
                Diagnostic::new(Code::WhatIf, message)
                    .at(span(parts.key), message!("not a number")),
            );
            return None;
        };
        let ends = span(parts.key.end + 1..text.len());
        if from > to {
            let message = message!(
                "`{key}` goes from {from} to {to}, but the first end is the smaller one",
                key,
                from,
                to
            );
            problems.push(
                Diagnostic::new(Code::RangeReversed, message)
                    .at(ends, message!("ends before it begins")),
            );
            return None;
        }
        if from == to {
            let message = message!(
                "`{key}` goes from {from} to {to}: there is nothing to vary",
                key,
                from,
                to
            );
            problems.push(
                Diagnostic::new(Code::RangeReversed, message).at(ends, message!("one value")).help(
                    message!("give two ends, or `--set {key}={from}` for one value", key, from),
                ),
            );
            return None;
        }
        Some(Knob { key, from, to, points, varied, change })
    }
}

/// The number that a change sets, and which others it could set.
fn value(change: &Change) -> Option<(f64, Varied)> {
    match change {
        Change::Key(_, given) => match (&given.value, given.key.domain) {
            (Some(Value::Quantity(dist)), Domain::Quantity(_) | Domain::Above(_)) => {
                Some((dist.is_fixed()?, Varied::Continuous))
            }
            (Some(Value::Whole(whole)), _) => Some((*whole as f64, Varied::Whole)),
            _ => None,
        },
        Change::Field(field) => match &field.value {
            New::Quantity(dist, _) => Some((dist.as_ref()?.is_fixed()?, Varied::Continuous)),
            New::Whole(whole) => Some(((*whole)? as f64, Varied::Whole)),
        },
        _ => None,
    }
}

struct Parts {
    key: Range<usize>,
    from: Range<usize>,
    to: Range<usize>,
    points: Option<Range<usize>>,
}

/// The bytes of the key, of both ends and of the number of points.
fn parts(text: &str) -> Option<Parts> {
    let equals = text.find('=')?;
    let dots = equals + 1 + text[equals + 1..].find("..")?;
    let slash = text[dots..].find('/').map(|slash| dots + slash);
    let trimmed = |bytes: Range<usize>| {
        let part = &text[bytes.clone()];
        let start = bytes.start + part.len() - part.trim_start().len();
        (!part.trim().is_empty()).then(|| start..start + part.trim().len())
    };
    Some(Parts {
        key: trimmed(0..equals)?,
        from: trimmed(equals + 1..dots)?,
        to: trimmed(dots + 2..slash.unwrap_or(text.len()))?,
        points: slash.map(|slash| slash + 1..text.len()),
    })
}
