//! A file of word lists: `[reason.delivery]` with `words` and `not`.

use std::borrow::Cow;
use std::ops::Range;

use reachsim_core::diagnostic::{Code, Diagnostic, Message, Span, message, nearest, there_are};
use reachsim_core::scenario::number::kind;
use reachsim_core::scenario::syntax;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::fold::fold;
use super::words::Wanted;

/// Names of codes, and the words of all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lists {
    pub ids: Vec<String>,
    pub wanted: Vec<Wanted>,
}

/// Reads a file, or tells all that is wrong with it.
pub fn parse(text: &str, source: usize) -> Result<Lists, Vec<Diagnostic>> {
    let (table, errors) = DeTable::parse_recoverable(text);
    let mut reader = Reader { source, lists: Lists::default(), problems: Vec::new() };
    reader.problems = syntax::problems(&errors, text, source);
    if reader.problems.is_empty() {
        reader.file(table.get_ref(), text.len());
    }
    if reader.problems.is_empty() { Ok(reader.lists) } else { Err(reader.problems) }
}

/// Letters of the longest name that is told in full.
const LONGEST: usize = 60;

/// A name as messages tell it: in one line, and not longer than that.
fn shown(name: &str) -> String {
    name.chars().take(LONGEST).map(|c| if c.is_control() { ' ' } else { c }).collect()
}

type Name<'t> = Spanned<Cow<'t, str>>;

struct Reader {
    source: usize,
    lists: Lists,
    problems: Vec<Diagnostic>,
}

impl Reader {
    fn fail(&mut self, code: Code, bytes: Range<usize>, said: [Message; 3]) {
        let [message, label, help] = said;
        let at = Span { source: self.source, bytes };
        self.problems.push(Diagnostic::new(code, message).at(at, label).help(help));
    }

    fn file(&mut self, table: &DeTable, end: usize) {
        let mut entries: Vec<_> = table.iter().collect();
        entries.sort_by_key(|(name, _)| name.span().start);
        for (name, value) in entries {
            match (name.get_ref().as_ref(), value.get_ref()) {
                ("reason", DeValue::Table(reasons)) => self.reasons(reasons),
                ("reason", other) => self.no_table("reason", &value.span(), other),
                (other, _) => self.unknown(&shown(other), name, &["reason"]),
            }
        }
        if self.problems.is_empty() && self.lists.ids.is_empty() {
            self.fail(
                Code::MissingKey,
                end..end,
                [
                    message!("the file has no word lists"),
                    message!("nothing stands here"),
                    message!(
                        "write `[reason.delivery]` on a line of its own and its keys below it"
                    ),
                ],
            );
        }
    }

    fn reasons(&mut self, reasons: &DeTable) {
        let mut entries: Vec<_> = reasons.iter().collect();
        entries.sort_by_key(|(name, _)| name.span().start);
        for (name, value) in entries {
            let id = name.get_ref().as_ref();
            let path = format!("reason.{}", shown(id));
            match value.get_ref() {
                DeValue::Table(reason) => self.reason(&path, name, reason),
                other => self.no_table(&path, &value.span(), other),
            }
        }
    }

    fn reason(&mut self, path: &str, name: &Name, reason: &DeTable) {
        let code = self.lists.ids.len();
        self.lists.ids.push(name.get_ref().to_string());
        let mut has_words = false;
        for (key, value) in reason {
            let not = match key.get_ref().as_ref() {
                "words" => false,
                "not" => true,
                other => {
                    self.unknown(&format!("{path}.{}", shown(other)), key, &["words", "not"]);
                    continue;
                }
            };
            has_words |= !not;
            let path = format!("{path}.{}", key.get_ref());
            self.words(&path, value, &Wanted { text: String::new(), open: false, code, not });
        }
        if !has_words {
            self.fail(
                Code::MissingKey,
                name.span(),
                [
                    message!("`{path}` has no words", path),
                    message!("`words` is missing"),
                    message!("write for instance `words = [\"courier\", \"deliver*\"]`"),
                ],
            );
        }
    }

    fn words(&mut self, path: &str, value: &Spanned<DeValue>, like: &Wanted) {
        let DeValue::Array(items) = value.get_ref() else {
            let kind = kind(value.get_ref());
            let message =
                message!("`{path}` is {kind}, but a list of words is meant", path, kind = kind);
            let help = message!("write for instance [\"courier\", \"deliver*\"]");
            return self.fail(
                Code::WrongType,
                value.span(),
                [message, message!("not a list"), help],
            );
        };
        if items.is_empty() && !like.not {
            let message = message!("`{path}` is empty", path);
            let help = message!("write for instance [\"courier\", \"deliver*\"]");
            let label = message!("nothing stands here");
            return self.fail(Code::WrongType, value.span(), [message, label, help]);
        }
        for item in items {
            self.word(path, item, like);
        }
    }

    fn word(&mut self, path: &str, value: &Spanned<DeValue>, like: &Wanted) {
        let DeValue::String(written) = value.get_ref() else {
            let kind = kind(value.get_ref());
            let message = message!("`{path}` is {kind}, but text is meant", path, kind = kind);
            let said = [message, message!("not text"), message!("put it in quotes")];
            return self.fail(Code::WrongType, value.span(), said);
        };
        let folded = fold(written);
        let (text, open) = match folded.strip_suffix('*') {
            Some(beginning) => (beginning, true),
            None => (folded.as_ref(), false),
        };
        if text.trim().is_empty() {
            let message = message!("a word of `{path}` is empty", path);
            let help = message!("write a word, or leave it out");
            let label = message!("no letters stand here");
            return self.fail(Code::WrongType, value.span(), [message, label, help]);
        }
        if text.contains('*') || text.ends_with(' ') {
            let message = message!("a `*` stands for the ending of a word, and only at the end");
            let help =
                message!("write for instance `deliver*`, and each beginning as its own word");
            let label = message!("has a `*` elsewhere");
            return self.fail(Code::WrongType, value.span(), [message, label, help]);
        }
        self.lists.wanted.push(Wanted { text: text.to_owned(), open, ..like.clone() });
    }

    fn no_table(&mut self, path: &str, bytes: &Range<usize>, value: &DeValue) {
        let message =
            message!("`{path}` is {kind}, but a table of words is meant", path, kind = kind(value));
        let help = message!("write `[reason.delivery]` on a line of its own and its keys below it");
        self.fail(Code::WrongType, bytes.clone(), [message, message!("not a table"), help]);
    }

    fn unknown(&mut self, path: &str, name: &Name, known: &[&str]) {
        let message = message!("there is no key {quoted}", quoted = format!("`{path}`"));
        let at = Span { source: self.source, bytes: name.span() };
        let problem = Diagnostic::new(Code::UnknownKey, message).at(at, message!("unknown key"));
        self.problems.push(match nearest(name.get_ref(), known.iter().copied()) {
            Some(meant) => problem.meant(meant),
            None => problem.help(there_are(known.iter().copied())),
        });
    }
}
