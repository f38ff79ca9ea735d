//! Problems as people read them: `file:line:column`, the line, a caret, and what to do.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet};

use super::code::Severity;
use super::message::{Message, message};
use super::problem::{Diagnostic, Source, Span};

/// Plain text for files and pipes, coloured for a terminal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Style {
    #[default]
    Plain,
    Coloured,
}

/// Says a message in a language.
pub type Say<'s> = dyn Fn(&Message) -> String + 's;

/// Problems shown before the rest is only counted.
const SHOWN: usize = 100;

/// Bytes of the longest excerpt: a line of megabytes takes seconds to lay out, and nobody reads it.
const EXCERPT: usize = 1 << 16;

/// Columns of the widest line shown.
const WIDTH: usize = 140;

pub fn render(sources: &[Source], list: &[Diagnostic], (style, say): (Style, &Say)) -> String {
    let renderer = match style {
        Style::Plain => Renderer::plain(),
        Style::Coloured => Renderer::styled(),
    }
    .term_width(WIDTH);
    let mut parts: Vec<String> = list
        .iter()
        .take(SHOWN)
        .map(|diagnostic| one(&renderer, sources, diagnostic, say))
        .collect();
    if list.len() > SHOWN {
        parts.push(rest(&renderer, &list[SHOWN..], say));
    }
    parts.join("\n\n") + if parts.is_empty() { "" } else { "\n" }
}

fn one(renderer: &Renderer, sources: &[Source], diagnostic: &Diagnostic, say: &Say) -> String {
    let title = level(diagnostic.severity(), say).primary_title(say(&diagnostic.message));
    let mut group = Group::with_title(title.id(diagnostic.code.id()));
    for source in order(diagnostic) {
        let marks: Vec<(&Span, AnnotationKind, String)> = marks(diagnostic)
            .filter(|(span, ..)| span.source == source)
            .map(|(span, kind, label)| (span, kind, say(label)))
            .collect();
        if let Some(source) = sources.get(source) {
            group = group.element(excerpt(source, &marks));
        }
    }
    if let Some(help) = &diagnostic.help {
        let level = Level::HELP.with_name(say(&message!("help")));
        group = group.element(level.message(say(help)));
    }
    renderer.render(&[group])
}

fn rest(renderer: &Renderer, hidden: &[Diagnostic], say: &Say) -> String {
    let errors =
        hidden.iter().filter(|diagnostic| diagnostic.severity() == Severity::Error).count();
    let severity = if errors > 0 { Severity::Error } else { Severity::Warning };
    let told = match hidden.len() {
        1 => message!("1 more problem is not shown"),
        more => message!("{more} more problems are not shown", more),
    };
    renderer.render(&[Group::with_title(level(severity, say).primary_title(say(&told)))])
}

fn level(severity: Severity, say: &Say) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR.with_name(say(&message!("error"))),
        Severity::Warning => Level::WARNING.with_name(say(&message!("warning"))),
    }
}

fn marks(diagnostic: &Diagnostic) -> impl Iterator<Item = (&Span, AnnotationKind, &Message)> {
    let first =
        diagnostic.span.iter().map(|span| (span, AnnotationKind::Primary, &diagnostic.label));
    first.chain(diagnostic.also.iter().map(|(span, label)| (span, AnnotationKind::Context, label)))
}

/// The texts that a problem points into, that of the caret first.
fn order(diagnostic: &Diagnostic) -> Vec<usize> {
    let mut order: Vec<usize> = Vec::new();
    for (span, ..) in marks(diagnostic) {
        if !order.contains(&span.source) {
            order.push(span.source);
        }
    }
    order
}

/// The lines from the first to the last mark: a long text is not searched again for every problem.
/// Where they are too much to be shown, the place alone.
fn excerpt<'a>(source: &'a Source, marks: &[(&Span, AnnotationKind, String)]) -> Element<'a> {
    let ranges: Vec<Range<usize>> =
        marks.iter().map(|(span, ..)| within(&source.text, &span.bytes)).collect();
    let first = ranges.iter().map(|range| range.start).min().unwrap_or(0);
    let last = ranges.iter().map(|range| range.end).max().unwrap_or(0);
    let start = source.text[..first].rfind('\n').map_or(0, |newline| newline + 1);
    let end = source.text[last..].find('\n').map_or(source.text.len(), |newline| last + newline);
    if end - start > EXCERPT {
        let place = ranges.first().map_or(0, |range| range.start);
        let line = source.text[..place].rfind('\n').map_or(0, |newline| newline + 1);
        let column = 1 + source.text[line..place].chars().count();
        return Origin::path(&source.name).line(source.line(place)).char_column(column).into();
    }
    let annotations = marks.iter().zip(ranges).map(|((_, kind, label), range)| {
        let annotation = kind.span(range.start - start..range.end - start);
        if label.is_empty() { annotation } else { annotation.label(label.clone()) }
    });
    Snippet::source(&source.text[start..end])
        .path(&source.name)
        .line_start(source.line(start))
        .annotations(annotations)
        .into()
}

/// A range on the borders of characters inside the text, on one line where it runs over several.
fn within(text: &str, bytes: &Range<usize>) -> Range<usize> {
    let start = text.floor_char_boundary(bytes.start.min(text.len()));
    let end = text.ceil_char_boundary(bytes.end.clamp(start, text.len()));
    let line = text[start..end].find('\n').map_or(end, |newline| start + newline);
    start..text[..line].trim_end_matches('\r').len().max(start)
}
