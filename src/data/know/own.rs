//! A kind of the user's own: which of its headings mean what (`--columns FILE`).

use std::collections::BTreeMap;
use std::ops::Range;

use reachsim_core::diagnostic::{
    Code, Diagnostic, Diagnostics, Message, Source, Span, message, nearest_or,
};
use serde::Deserialize;
use toml::Spanned;

use super::field::Field;
use super::fold::fold;
use super::kinds::{KINDS, Kind, Layout, Order, Tones};
use crate::shape::{Metric, Shape};

/// What such a file may say.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    kind: Spanned<String>,
    network: Option<String>,
    zone: Option<Spanned<String>>,
    dates: Option<Order>,
    columns: BTreeMap<Spanned<String>, Headings>,
    #[serde(default)]
    tone: Tones,
}

/// One heading or several, the better first.
#[derive(Deserialize)]
#[serde(untagged)]
enum Headings {
    One(String),
    Several(Vec<String>),
}

/// The kind that a text describes: `kind` is a shape or a kind that is known, `[columns]` names the
/// heading of each field, `[tone]` the words of tones.
pub fn own(name: &str, text: &str) -> Result<Kind, Diagnostics> {
    let source = Source::new(name, text);
    let fail = |list: Vec<Diagnostic>| Diagnostics::new(vec![source.clone()], list);
    let written: Written = toml::from_str(text).map_err(|error| {
        let said = Message::verbatim(error.message());
        let told = Diagnostic::new(Code::Syntax, said);
        let told = match error.span() {
            Some(bytes) => told.at(span(bytes), message!("here")),
            None => told,
        };
        fail(vec![told.help(message!(
            "such a file says `kind = \"messages\"` and `[columns] time = \"Date\"`"
        ))])
    })?;
    let base = base(&written).map_err(|problem| fail(vec![problem]))?;
    let (columns, mut problems) = columns(&written, base.shape);
    if let Some(zone) = &written.zone
        && jiff::tz::TimeZone::get(zone.get_ref()).is_err()
    {
        let told = message!("there is no zone `{name}`", name = zone.get_ref().as_str());
        problems.push(
            Diagnostic::new(Code::NoZone, told)
                .at(span(zone.span()), message!("no zone"))
                .help(message!("a zone is called by its place, as `Europe/Kyiv`")),
        );
    }
    problems.extend(lacking(&written, base.shape, &columns));
    if !problems.is_empty() {
        return Err(fail(problems));
    }
    Ok(Kind {
        id: "columns".to_owned(),
        network: written.network.or(base.network),
        zone: written.zone.map(Spanned::into_inner).or(base.zone),
        dates: written.dates.or(base.dates),
        layout: if base.shape == Shape::Days { Layout::Days } else { Layout::Table },
        needs: columns.iter().map(|(field, _)| vec![*field]).collect(),
        unless: Vec::new(),
        tone: if is_said(&written.tone) { written.tone.folded() } else { base.tone },
        columns,
        ..base
    })
}

fn is_said(tone: &Tones) -> bool {
    !(tone.positive.is_empty() && tone.neutral.is_empty() && tone.negative.is_empty())
}

const fn span(bytes: Range<usize>) -> Span {
    Span { source: 0, bytes }
}

/// The kind from which it takes what it does not say itself.
fn base(written: &Written) -> Result<Kind, Diagnostic> {
    let name = written.kind.get_ref().as_str();
    if let Some(kind) = KINDS.all.iter().find(|kind| kind.id == name) {
        return Ok(kind.clone());
    }
    let shape = Shape::ALL.into_iter().find(|shape| shape.id() == name);
    let like = shape.and_then(|shape| KINDS.all.iter().find(|kind| kind.shape == shape));
    let Some(like) = like.filter(|kind| kind.shape != Shape::Audience) else {
        let shapes = Shape::ALL.iter().map(|shape| shape.id()).filter(|id| *id != "audience");
        let known = KINDS.all.iter().map(|kind| kind.id.as_str());
        let help = nearest_or(name, shapes.chain(known), || {
            message!(
                "it is `posts`, `days`, `messages`, `tickets` or `leads`, or a kind that is known"
            )
        });
        return Err(Diagnostic::new(
            Code::UnknownChoice,
            message!("there is no kind `{name}`", name),
        )
        .at(span(written.kind.span()), message!("no kind"))
        .help(help));
    };
    Ok(Kind {
        network: None,
        zone: None,
        dates: None,
        timeless: false,
        markup: false,
        spaced: false,
        path: None,
        titles: BTreeMap::new(),
        side: None,
        hours: BTreeMap::new(),
        won: Vec::new(),
        lost: Vec::new(),
        replies: None,
        ..like.clone()
    })
}

type Columns = Vec<(Field, Vec<String>)>;

fn columns(written: &Written, shape: Shape) -> (Columns, Vec<Diagnostic>) {
    let (mut columns, mut problems) = (Vec::new(), Vec::new());
    for (name, headings) in &written.columns {
        let Some(field) = Field::named(name.get_ref(), shape == Shape::Days) else {
            let metrics = Metric::ALL.iter().map(|metric| metric.id());
            let metrics = metrics.filter(|_| shape == Shape::Days);
            let names = Field::NAMES.iter().copied().chain(metrics);
            let help = nearest_or(name.get_ref(), names, || {
                message!("`time`, `text` and `author` are some of them")
            });
            let told = message!("there is no field `{name}`", name = name.get_ref().as_str());
            problems.push(
                Diagnostic::new(Code::UnknownKey, told)
                    .at(span(name.span()), message!("no field"))
                    .help(help),
            );
            continue;
        };
        let headings = match headings {
            Headings::One(heading) => vec![fold(heading)],
            Headings::Several(all) => all.iter().map(|heading| fold(heading)).collect(),
        };
        columns.push((field, headings));
    }
    (columns, problems)
}

/// What no table of the shape can do without.
fn lacking(written: &Written, shape: Shape, columns: &Columns) -> Option<Diagnostic> {
    let has = |wanted: Field| columns.iter().any(|(field, _)| *field == wanted);
    let has_time = match shape {
        Shape::Days => has(Field::Date) || (has(Field::Year) && has(Field::Month)),
        Shape::Posts => has(Field::Time) || has(Field::Weekday),
        _ => has(Field::Time),
    };
    let name = if shape == Shape::Days { "date" } else { "time" };
    (!has_time).then(|| {
        Diagnostic::new(
            Code::MissingKey,
            message!("`columns` does not name the heading of `{name}`", name),
        )
        .at(span(written.kind.span()), message!("its rows need one"))
        .help(message!("write `{name} = \"..\"` with the heading as it stands in the file", name))
    })
}
