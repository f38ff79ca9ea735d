//! An engine of the user's own: a file with the four keys of a queue.

use std::ops::Range;

use serde::Deserialize;
use toml::Spanned;

use super::command::names;
use super::queue::Queue;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Message, Source, Span, message};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    submit: Spanned<String>,
    alive: Spanned<String>,
    cancel: Spanned<String>,
    index: Spanned<String>,
}

/// What may stand in the braces of each command line, and what has to.
const LINES: [(&str, &[&str], &[&str]); 3] = [
    ("submit", &["ids", "script", "options"], &["ids", "script"]),
    ("alive", &["job"], &[]),
    ("cancel", &["job"], &["job"]),
];

/// The queue that a text describes.
pub fn own(name: &str, text: &str) -> Result<Queue, Diagnostics> {
    let source = Source::new(name, text);
    let fail = |list: Vec<Diagnostic>| Diagnostics::new(vec![source.clone()], list);
    let written: Written = toml::from_str(text).map_err(|error| {
        let told = Diagnostic::new(Code::Syntax, Message::verbatim(error.message()));
        let told = match error.span() {
            Some(bytes) => told.at(span(bytes), message!("here")),
            None => told,
        };
        fail(vec![told.help(message!(
            "the file of an engine has four keys: `submit`, `alive`, `cancel` and `index`"
        ))])
    })?;
    let lines = [&written.submit, &written.alive, &written.cancel];
    let mut problems: Vec<Diagnostic> = LINES
        .iter()
        .zip(lines)
        .flat_map(|((key, may, must), line)| of_line(key, line, may, must))
        .collect();
    problems.extend(of_index(&written.index));
    if !problems.is_empty() {
        return Err(fail(problems));
    }
    Ok(Queue {
        submit: written.submit.into_inner(),
        alive: written.alive.into_inner(),
        cancel: written.cancel.into_inner(),
        index: written.index.into_inner(),
    })
}

const fn span(bytes: Range<usize>) -> Span {
    Span { source: 0, bytes }
}

/// What is wrong with the names in braces of a command line.
fn of_line(key: &str, line: &Spanned<String>, may: &[&str], must: &[&str]) -> Vec<Diagnostic> {
    let (found, at) = (names(line.get_ref()), span(line.span()));
    let other = found.iter().filter(|name| !may.contains(name)).map(|name| {
        let told = message!("`{key}` knows no `{name}` in braces", key, name = *name);
        let known: Vec<String> = may.iter().map(|name| format!("{{{name}}}")).collect();
        Diagnostic::new(Code::UnknownChoice, told)
            .at(at.clone(), message!("an unknown name"))
            .help(message!("here may stand {list}", list = known.join(", ")))
    });
    let lacking = must.iter().filter(|name| !found.contains(*name)).map(|name| {
        let name = format!("{{{name}}}");
        Diagnostic::new(Code::MissingKey, message!("`{key}` lacks `{name}`", key, name = &*name))
            .at(at.clone(), message!("needs it"))
            .help(message!("write `{name}` where the engine expects it", name = &*name))
    });
    other.chain(lacking).collect()
}

/// What stands in a script has to be the name of a variable.
fn of_index(index: &Spanned<String>) -> Option<Diagnostic> {
    let name = index.get_ref();
    let is_name = name.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '_')
        && name.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_');
    (!is_name).then(|| {
        let told = message!("`{name}` is no name of a variable", name = name.as_str());
        Diagnostic::new(Code::WrongType, told)
            .at(span(index.span()), message!("no variable"))
            .help(message!("name the variable in which a task finds its number"))
    })
}
