//! Arrays of tables: `[[overlap]]`, `[[correlation]]`, `[[target]]`.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::keys::{Field, Holds, Needed, Section};
use super::layer::Rows;
use super::number::kind;
use super::quantity::Zero;
use super::value::{DataFile, Reader};
use super::write;
use crate::diagnostic::{Code, Diagnostic, Span, listed, nearest};
use crate::dist::Dist;

/// A word of the file with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    pub text: String,
    pub at: Span,
}

/// The rows of all sections; a value that could not be read is `None` and among the problems.
#[derive(Clone, Debug, Default)]
pub struct Sections {
    pub overlaps: Vec<Overlap>,
    pub correlations: Vec<Correlation>,
    pub targets: Vec<Target>,
    /// Every row as TOML, in the order of the sections.
    pub texts: Vec<(&'static str, Vec<(&'static str, String)>)>,
}

#[derive(Clone, Debug)]
pub struct Overlap {
    pub at: Span,
    pub between: Option<[Word; 2]>,
    pub share: Option<Dist>,
    pub data: Vec<DataFile>,
}

#[derive(Clone, Debug)]
pub struct Correlation {
    pub at: Span,
    pub between: Option<[Word; 2]>,
    pub rank: Option<f64>,
}

#[derive(Clone, Debug)]
pub struct Target {
    pub at: Span,
    pub name: Option<Word>,
    pub metric: Option<Word>,
    pub bound: Option<Bound>,
    pub with: Option<f64>,
}

/// From which value, or up to which, a target holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Bound {
    AtLeast(f64),
    AtMost(f64),
}

/// One row while it is read.
struct Row<'r, 't, 'p> {
    section: &'static Section,
    table: &'t DeTable<'t>,
    at: Range<usize>,
    reader: &'r mut Reader<'p>,
}

impl Sections {
    /// Takes the rows of a layer in the place of those of the layers below.
    pub fn replace(&mut self, rows: &Rows, reader: &mut Reader) {
        let name = rows.section.name;
        self.texts.retain(|(section, _)| *section != name);
        match name {
            "overlap" => self.overlaps = Vec::new(),
            "correlation" => self.correlations = Vec::new(),
            _ => self.targets = Vec::new(),
        }
        for (at, table) in &rows.tables {
            let mut row = Row { section: rows.section, table, at: at.clone(), reader };
            row.check();
            self.texts.push((name, row.texts()));
            match name {
                "overlap" => self.overlaps.push(row.overlap()),
                "correlation" => self.correlations.push(row.correlation()),
                _ => self.targets.push(row.target()),
            }
        }
        self.texts.sort_by_key(|(section, _)| *section);
    }
}

impl<'t> Row<'_, 't, '_> {
    fn span(&self) -> Span {
        Span { source: self.reader.origin.source, bytes: self.at.clone() }
    }

    fn field(&self, name: &str) -> (&'static Field, Option<&'t Spanned<DeValue<'t>>>) {
        let field = self.section.fields.iter().find(|field| field.name == name).unwrap_or(&self.section.fields[0]);
        (field, self.table.get(name))
    }

    fn unknown(&self, name: &str) -> bool {
        self.section.fields.iter().all(|field| field.name != name)
    }

    /// Unknown keys and missing ones.
    fn check(&mut self) {
        let names = || self.section.fields.iter().map(|field| field.name);
        for key in self.table.keys() {
            let name = key.get_ref().as_ref();
            if self.unknown(name) {
                let help = nearest(name, names())
                    .map_or_else(|| format!("it has {}", listed(names(), "and")), |near| format!("did you mean `{near}`?"));
                let message = format!("`[[{}]]` has no key `{name}`", self.section.name);
                self.reader.fail(Code::UnknownKey, key.span(), (message, "unknown key")).help(help);
            }
        }
        for field in self.section.fields.iter().filter(|field| field.needed == Needed::Always && !self.table.contains_key(field.name)) {
            let message = format!("this `[[{}]]` has no `{}`", self.section.name, field.name);
            self.reader.fail(Code::MissingKey, self.at.clone(), (message, "needs it")).help(format!("`{}`: {}", field.name, field.about));
        }
    }

    fn texts(&self) -> Vec<(&'static str, String)> {
        self.section.fields.iter().filter_map(|field| Some((field.name, write::value(self.table.get(field.name)?.get_ref())))).collect()
    }

    fn path(&self, field: &Field) -> String {
        format!("{}.{}", self.section.name, field.name)
    }

    fn word(&mut self, name: &str) -> Option<Word> {
        let (field, value) = self.field(name);
        let path = self.path(field);
        self.reader.text(value?, &path)
    }

    fn number(&mut self, name: &str) -> Option<f64> {
        let (field, value) = self.field(name);
        let Holds::Number(low, high) = field.holds else { return None };
        let path = self.path(field);
        self.reader.number(value?, &path, (low, high))
    }

    fn pair(&mut self) -> Option<[Word; 2]> {
        let (field, value) = self.field("between");
        let (value, path) = (value?, self.path(field));
        if let DeValue::Array(items) = value.get_ref()
            && let [first, second] = &items[..]
        {
            let words = [self.reader.text(first, &path), self.reader.text(second, &path)];
            return match words {
                [Some(first), Some(second)] if first.text == second.text => {
                    let message = format!("`{path}` names `{}` twice", first.text);
                    self.reader.fail(Code::RepeatedName, value.span(), (message, "two different ones are meant"));
                    None
                }
                [Some(first), Some(second)] => Some([first, second]),
                _ => None,
            };
        }
        let message = match value.get_ref() {
            DeValue::Array(items) => format!("`{path}` names {}, but two are meant", items.len()),
            other => format!("`{path}` is {}, but a list of two names is meant", kind(other)),
        };
        self.reader
            .fail(Code::WrongType, value.span(), (message, "not two names"))
            .help(format!("write `between = [\"..\", \"..\"]`: {}", field.about));
        None
    }

    fn overlap(&mut self) -> Overlap {
        let (field, value) = self.field("share");
        let path = self.path(field);
        let share = match (field.holds, value) {
            (Holds::Quantity(kind), Some(value)) => self.reader.quantity(value, &path, (kind, Zero::Legal)),
            _ => None,
        };
        Overlap { at: self.span(), between: self.pair(), share, data: std::mem::take(&mut self.reader.data) }
    }

    fn correlation(&mut self) -> Correlation {
        Correlation { at: self.span(), between: self.pair(), rank: self.number("rank") }
    }

    fn target(&mut self) -> Target {
        let (at_least, at_most) = (self.number("at_least"), self.number("at_most"));
        let bound = match (self.table.get_key_value("at_least"), self.table.get_key_value("at_most")) {
            (Some(_), None) => at_least.map(Bound::AtLeast),
            (None, Some(_)) => at_most.map(Bound::AtMost),
            (Some((first, _)), Some((second, _))) => {
                let source = self.reader.origin.source;
                let diagnostic =
                    Diagnostic::new(Code::TargetBound, "this `[[target]]` has `at_least` and `at_most`, but one bound is meant")
                        .at(Span { source, bytes: second.span() }, "a second bound")
                        .also(Span { source, bytes: first.span() }, "the first bound")
                        .help("write two targets");
                self.reader.problems.push(diagnostic);
                None
            }
            // A misspelt bound is told as what it is.
            (None, None) if self.table.keys().any(|key| self.unknown(key.get_ref())) => None,
            (None, None) => {
                let message = "this `[[target]]` has neither `at_least` nor `at_most`".to_owned();
                self.reader
                    .fail(Code::TargetBound, self.at.clone(), (message, "needs a bound"))
                    .help("write for instance `at_least = 65_000`");
                None
            }
        };
        Target { at: self.span(), name: self.word("name"), metric: self.word("metric"), bound, with: self.number("with") }
    }
}
