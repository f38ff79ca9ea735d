//! Totals as people write them: `leads = 72 in 2025`, `page.leads = 9.8k +- 5% from 2025-01-01 to
//! 2025-06-30`.

use std::ops::Range;

use jiff::civil::Date;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Message, Source, Span, message};
use crate::model::{Model, Observation};
use crate::scenario::{number, period};
use crate::study::goal;

/// Under what it appears in messages.
const NAME: &str = "--total";

/// A part of a text, and the byte at which it begins.
#[derive(Clone, Copy, Debug)]
struct Part<'t> {
    text: &'t str,
    start: usize,
}

impl<'t> Part<'t> {
    fn trimmed(self) -> Part<'t> {
        let before = self.text.len() - self.text.trim_start().len();
        Part { text: self.text.trim(), start: self.start + before }
    }

    fn range(self) -> Range<usize> {
        self.start..self.start + self.text.len()
    }

    /// What stands before a word and behind it, where it has the word.
    fn split(self, word: &str) -> Option<(Part<'t>, Part<'t>)> {
        let place = self.text.find(word)?;
        let behind = place + word.len();
        Some((
            Part { text: &self.text[..place], start: self.start }.trimmed(),
            Part { text: &self.text[behind..], start: self.start + behind }.trimmed(),
        ))
    }
}

/// The total that each text states, or everything that is wrong with them.
pub fn read(texts: &[String], model: &Model) -> Result<Vec<Observation>, Diagnostics> {
    let (mut all, mut problems) = (Vec::<Observation>::new(), Vec::new());
    for (source, text) in texts.iter().enumerate() {
        let at = |bytes| Span { source, bytes };
        match one(Part { text, start: 0 }, model) {
            Ok(found) if all.iter().any(|other| other.is_of(&found)) => {
                let message =
                    message!("`{metric}` of these days is given twice", metric = found.name);
                let again = Diagnostic::new(Code::RepeatedName, message);
                problems.push(again.at(at(0..text.len()), message!("given again")));
            }
            Ok(found) => all.push(found),
            Err(problem) => {
                let Wrong { code, bytes, message, label, help } = *problem;
                let told = Diagnostic::new(code, message).at(at(bytes), label);
                problems.push(if help.is_empty() { told } else { told.help(help) });
            }
        }
    }
    if problems.is_empty() {
        return Ok(all);
    }
    let sources = texts.iter().map(|text| Source::new(NAME, text.clone())).collect();
    Err(Diagnostics::new(sources, problems))
}

/// What is wrong with a text, and where.
struct Wrong {
    code: Code,
    bytes: Range<usize>,
    message: Message,
    label: Message,
    help: Message,
}

impl From<number::Fault> for Box<Wrong> {
    fn from(fault: number::Fault) -> Box<Wrong> {
        let number::Fault { code, bytes, message, label, help } = fault;
        Box::new(Wrong { code, bytes, message, label, help })
    }
}

fn example() -> Message {
    message!("write for instance `leads = 72 in 2025`, or `leads = 72 +- 5% in 2025-03`")
}

fn one(text: Part, model: &Model) -> Result<Observation, Box<Wrong>> {
    let Some((name, rest)) = text.split("=") else {
        return Err(Box::new(Wrong {
            code: Code::SetSyntax,
            bytes: text.trimmed().range(),
            message: message!("\"{text}\" states no total", text = text.text.escape_debug()),
            label: message!("a metric, `=`, a number"),
            help: example(),
        }));
    };
    let column = goal::column(name.text, model).map_err(|message| {
        Box::new(Wrong {
            code: Code::UnknownMetric,
            bytes: name.range(),
            message,
            label: message!("unknown metric"),
            help: Message::default(),
        })
    })?;
    let (rest, [from, to]) = days(rest)?;
    let counted = rest.split("+-").or_else(|| rest.split("±"));
    let (value, error) = counted.map_or((rest, None), |(value, error)| (value, Some(error)));
    let amount = number::parse(value.text, value.start)?;
    let error = error.map_or(Ok(0.0), |error| share(error, amount))?;
    let name = name.text.to_owned();
    Ok(Observation { column, name, value: amount, from, to, error, at: None })
}

/// One standard deviation as a share of the value, of a percentage or of so many more or fewer.
fn share(error: Part, value: f64) -> Result<f64, Box<Wrong>> {
    let size = number::parse(error.text, error.start)?;
    let share = if error.text.contains('%') { size } else { size / value.abs() };
    if (0.0..=1.0).contains(&share) {
        return Ok(share);
    }
    Err(Box::new(Wrong {
        code: Code::OutOfRange,
        bytes: error.range(),
        message: message!("the error of a total lies between nothing and the total itself"),
        label: message!("out of range"),
        help: example(),
    }))
}

/// What stands before the days, and the days.
fn days(text: Part) -> Result<(Part, [Option<Date>; 2]), Box<Wrong>> {
    if let Some((value, whole)) = text.split(" in ") {
        let days = period::of(whole.text).ok_or_else(|| Box::new(no_day(whole)))?;
        return Ok((value, days.map(Some)));
    }
    let Some((value, both)) = text.split(" from ") else { return Ok((text, [None, None])) };
    let day = |part: Part| {
        let [first, last] = period::of(part.text).ok_or_else(|| Box::new(no_day(part)))?;
        Ok::<[Date; 2], Box<Wrong>>([first, last])
    };
    let Some((first, last)) = both.split(" to ") else {
        return Ok((value, [Some(day(both)?[0]), None]));
    };
    let (from, to) = (day(first)?[0], day(last)?[1]);
    if to < from {
        return Err(Box::new(Wrong {
            code: Code::RangeReversed,
            bytes: last.range(),
            message: message!("this total ends before it begins"),
            label: message!("its last day"),
            help: message!("exchange the two days"),
        }));
    }
    Ok((value, [Some(from), Some(to)]))
}

fn no_day(part: Part) -> Wrong {
    Wrong {
        code: Code::Date,
        bytes: part.range(),
        message: message!("\"{text}\" is no period", text = part.text.escape_debug()),
        label: message!("no period of the calendar"),
        help: message!("write a year, a month or a day: 2025, 2025-03, 2025-03-31"),
    }
}
