//! Arrays of tables: `[[role]]`, `[[campaign]]`, `[[overlap]]`, `[[correlation]]`, `[[target]]`.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::keys::{Field, Holds, Needed, Section};
use super::layer::{Cell, Raw, Rows, addressable};
use super::number::kind;
use super::quantity::Zero;
use super::value::{DataFile, Reader};
use super::write;
use crate::diagnostic::{Code, Diagnostic, Span, listed, nearest, one_of};
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
    pub roles: Vec<Role>,
    pub campaigns: Vec<Campaign>,
    pub overlaps: Vec<Overlap>,
    pub correlations: Vec<Correlation>,
    pub targets: Vec<Target>,
    /// Every row as TOML, in the order of the sections.
    pub texts: Vec<(&'static str, Vec<(&'static str, String)>)>,
}

/// A quantity of a row, its place and the files that belong to it.
#[derive(Clone, Debug)]
pub struct Number {
    pub field: &'static Field,
    pub dist: Option<Dist>,
    pub at: Span,
    pub data: Vec<DataFile>,
}

#[derive(Clone, Debug)]
pub struct Role {
    pub at: Span,
    pub name: Option<Word>,
    pub numbers: Vec<Number>,
}

#[derive(Clone, Debug)]
pub struct Campaign {
    pub at: Span,
    pub name: Option<Word>,
    pub community: Option<Word>,
    pub start_week: Option<u64>,
    pub weeks: Option<u64>,
    pub numbers: Vec<Number>,
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
            "role" => self.roles = Vec::new(),
            "campaign" => self.campaigns = Vec::new(),
            "overlap" => self.overlaps = Vec::new(),
            "correlation" => self.correlations = Vec::new(),
            _ => self.targets = Vec::new(),
        }
        for (at, table) in &rows.tables {
            let mut row = Row { section: rows.section, table, at: at.clone(), reader };
            row.check();
            self.texts.push((name, row.texts()));
            match name {
                "role" => self.roles.push(row.role()),
                "campaign" => self.campaigns.push(row.campaign()),
                "overlap" => self.overlaps.push(row.overlap()),
                "correlation" => self.correlations.push(row.correlation()),
                _ => self.targets.push(row.target()),
            }
        }
        self.texts.sort_by_key(|(section, _)| *section);
    }

    /// Takes one field of a row from the command line.
    pub fn set(&mut self, cell: &Cell, reader: &mut Reader) {
        let section = cell.section.name;
        let path = format!("{section}.{}.{}", cell.name, cell.field.name);
        let is_named = |name: &Option<Word>| name.as_ref().is_some_and(|name| name.text == cell.name);
        let role = self.roles.iter_mut().find(|role| section == "role" && is_named(&role.name));
        let campaign = self.campaigns.iter_mut().find(|campaign| section == "campaign" && is_named(&campaign.name));
        match (cell.field.holds, role, campaign) {
            (Holds::Quantity(kind), Some(Role { numbers, .. }), _) | (Holds::Quantity(kind), _, Some(Campaign { numbers, .. })) => {
                let dist = reader.raw_quantity(&cell.value, &path, (kind, Zero::Legal));
                numbers.retain(|number| number.field.name != cell.field.name);
                numbers.push(Number { field: cell.field, dist, at: cell.at.clone(), data: std::mem::take(&mut reader.data) });
            }
            (Holds::Whole(low, high), _, Some(campaign)) => {
                let whole = reader.raw_whole(&cell.value, &path, (low, high));
                if cell.field.name == "weeks" { campaign.weeks = whole } else { campaign.start_week = whole }
            }
            _ => {
                let names = || self.texts.iter().filter(|(table, _)| *table == section).filter_map(|(_, fields)| name_of(fields));
                let message = format!("there is no {section} `{}`", cell.name);
                let diagnostic = Diagnostic::new(Code::UnknownKey, message).at(cell.at.clone(), "set here");
                let known: Vec<String> = names().collect();
                reader.problems.push(match one_of(&cell.name, known.iter().map(String::as_str)) {
                    Some(help) => diagnostic.help(help),
                    None => diagnostic.help(format!("the file has no `[[{section}]]`")),
                });
                return;
            }
        }
        let text = match &cell.value {
            Raw::Toml(value) => write::value(value.get_ref()),
            Raw::Bare(text, _) => write::quoted(text),
        };
        let row = self.texts.iter_mut().find(|(table, fields)| *table == section && name_of(fields).as_ref() == Some(&cell.name));
        if let Some((_, fields)) = row {
            fields.retain(|(name, _)| *name != cell.field.name);
            fields.push((cell.field.name, text));
        }
    }
}

/// The name of a row that is written as TOML.
fn name_of(fields: &[(&'static str, String)]) -> Option<String> {
    let (_, text) = fields.iter().find(|(name, _)| *name == "name")?;
    Some(text.trim_matches('"').to_owned())
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

    fn whole(&mut self, name: &str) -> Option<u64> {
        let (field, value) = self.field(name);
        let Holds::Whole(low, high) = field.holds else { return None };
        let path = self.path(field);
        self.reader.whole(value?, &path, (low, high))
    }

    /// The name of a row, by which its numbers are addressed.
    fn name(&mut self) -> Option<Word> {
        let word = self.word("name")?;
        if addressable(&word.text) {
            return Some(word);
        }
        let message = format!("`{}` is no name for a {}, which consists of letters, digits, `-` and `_`", word.text, self.section.name);
        let diagnostic = Diagnostic::new(Code::BadId, message).at(word.at.clone(), "cannot be addressed");
        let parts: Vec<&str> = word.text.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
        self.reader.problems.push(diagnostic.help(format!("write for instance \"{}\"", parts.join("-"))));
        None
    }

    /// Every quantity of the row that is given.
    fn numbers(&mut self) -> Vec<Number> {
        let mut numbers = Vec::new();
        for field in self.section.fields {
            if let (Holds::Quantity(kind), Some(value)) = (field.holds, self.table.get(field.name)) {
                let path = self.path(field);
                let dist = self.reader.quantity(value, &path, (kind, Zero::Legal));
                let at = Span { source: self.reader.origin.source, bytes: value.span() };
                numbers.push(Number { field, dist, at, data: std::mem::take(&mut self.reader.data) });
            }
        }
        numbers
    }

    fn role(&mut self) -> Role {
        Role { at: self.span(), name: self.name(), numbers: self.numbers() }
    }

    fn campaign(&mut self) -> Campaign {
        Campaign {
            at: self.span(),
            name: self.name(),
            community: self.word("community"),
            start_week: self.whole("start_week"),
            weeks: self.whole("weeks"),
            numbers: self.numbers(),
        }
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
