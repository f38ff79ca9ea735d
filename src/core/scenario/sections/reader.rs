//! One row of a section while it is read.

use std::ops::Range;

use jiff::civil::Date;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::row::{
    Bound, Campaign, Competitor, Correlation, ExtraInput, ExtraMetric, Names, Number, Overlap,
    Role, Target, Tolerance,
};
use crate::diagnostic::{Code, Conjunction, Diagnostic, Span, listed, message, nearest_or};
use crate::scenario::keys::{self, Field, Holds, Needed, Section};
use crate::scenario::names::{Named, addressable};
use crate::scenario::number::kind;
use crate::scenario::quantity::Zero;
use crate::scenario::unknown;
use crate::scenario::value::{Beside, Reader, Word};
use crate::scenario::write;
use crate::units::Kind;

/// One row while it is read.
pub(crate) struct RowReader<'r, 't, 'p> {
    pub section: &'static Section,
    pub table: &'t DeTable<'t>,
    pub at: Range<usize>,
    pub reader: &'r mut Reader<'p>,
}

impl<'t> RowReader<'_, 't, '_> {
    pub fn span(&self) -> Span {
        Span { source: self.reader.origin.source, bytes: self.at.clone() }
    }

    pub fn field(&self, name: &str) -> (&'static Field, Option<&'t Spanned<DeValue<'t>>>) {
        let field = self.section.field(name).expect("a row is asked for fields of its section");
        (field, self.table.get(name))
    }

    fn unknown(&self, name: &str) -> bool {
        self.section.fields.iter().all(|field| field.name != name)
    }

    /// Unknown keys and missing ones, of which a parent may know some.
    pub fn check(&mut self, known: &[&str]) {
        let names = || self.section.fields.iter().map(|field| field.name);
        for key in self.table.keys() {
            let name = key.get_ref().as_ref();
            if self.unknown(name) {
                let help = unknown::of_whole(name).unwrap_or_else(|| {
                    nearest_or(name, names(), || {
                        message!("it has {list}", list = listed(names(), Conjunction::And))
                    })
                });
                let message = message!(
                    "`{header}` has no key `{name}`",
                    header = self.section.header("<id>"),
                    name
                );
                self.reader
                    .fail(Code::UnknownKey, key.span(), (message, message!("unknown key")))
                    .help(help);
            }
        }
        let missing = |field: &&Field| {
            field.needed == Needed::Always
                && !self.table.contains_key(field.name)
                && !known.contains(&field.name)
        };
        let missing: Vec<&Field> = self.section.fields.iter().filter(missing).collect();
        for field in missing {
            let message = message!(
                "this `{header}` has no `{name}`",
                header = self.section.header("<id>"),
                name = field.name
            );
            self.reader
                .fail(Code::MissingKey, self.at.clone(), (message, message!("needs it")))
                .help(message!(
                    "`{name}`: {about}",
                    name = field.name,
                    about = self.section.told(field)
                ));
        }
    }

    pub fn texts(&self) -> Vec<(&'static str, String)> {
        self.section
            .fields
            .iter()
            .filter_map(|field| {
                Some((field.name, write::value(self.table.get(field.name)?.get_ref())))
            })
            .collect()
    }

    pub fn path(&self, field: &Field) -> String {
        format!("{}.{}", self.section.name, field.name)
    }

    pub fn word(&mut self, name: &str) -> Option<Word> {
        let (field, value) = self.field(name);
        let path = self.path(field);
        self.reader.text(value?, &path)
    }

    pub fn number(&mut self, name: &str) -> Option<f64> {
        let (field, value) = self.field(name);
        let Holds::Number(low, high) = field.holds else { return None };
        let path = self.path(field);
        self.reader.number(value?, &path, (low, high))
    }

    /// A day, where the row has that field.
    pub fn date(&mut self, name: &str) -> Option<Date> {
        let (field, value) = self.field(name);
        let path = self.path(field);
        self.reader.date(value?, &path)
    }

    pub fn whole(&mut self, name: &str) -> Option<u64> {
        let (field, value) = self.field(name);
        let Holds::Whole(low, high) = field.holds else { return None };
        let path = self.path(field);
        self.reader.whole(value?, &path, (low, high))
    }

    /// Its names in each language.
    pub fn names(&mut self) -> Names {
        keys::said_in("name").map(|name| Some(self.word(&name)?.text))
    }

    /// The name of a row, by which its numbers are addressed.
    fn name(&mut self) -> Option<Word> {
        let word = self.word("name")?;
        if addressable(&word.text) {
            return Some(word);
        }
        let message = message!(
            "`{word}` is no name for a {table}, which consists of letters, digits, `-` and `_`",
            word = word.text,
            table = self.section.name
        );
        let diagnostic = Diagnostic::new(Code::BadId, message)
            .at(word.at.clone(), message!("cannot be addressed"));
        let parts: Vec<&str> = word
            .text
            .split(|c: char| !c.is_alphanumeric())
            .filter(|part| !part.is_empty())
            .collect();
        self.reader.problems.push(
            diagnostic.help(message!("write for instance \"{name}\"", name = parts.join("-"))),
        );
        None
    }

    /// Every quantity of the row that is given.
    fn numbers(&mut self) -> Vec<Number> {
        let mut numbers = Vec::new();
        for field in self.section.fields {
            if let (Holds::Quantity(kind), Some(value)) = (field.holds, self.table.get(field.name))
            {
                let path = self.path(field);
                let (value, beside) = self.reader.beside(value, &path);
                let dist = self.reader.quantity(value, &path, (kind, Zero::Legal));
                let at = Span { source: self.reader.origin.source, bytes: value.span() };
                let data = std::mem::take(&mut self.reader.data);
                numbers.push(Number { field, dist, at, data, beside });
            }
        }
        numbers
    }

    pub fn role(&mut self) -> Role {
        Role { at: self.span(), name: self.name(), numbers: self.numbers() }
    }

    pub fn campaign(&mut self) -> Campaign {
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
                    let message =
                        message!("`{path}` names `{name}` twice", path, name = first.text);
                    self.reader.fail(
                        Code::RepeatedName,
                        value.span(),
                        (message, message!("two different ones are meant")),
                    );
                    None
                }
                [Some(first), Some(second)] => Some([first, second]),
                _ => None,
            };
        }
        let message = match value.get_ref() {
            DeValue::Array(items) => {
                message!("`{path}` names {items}, but two are meant", path, items = items.len())
            }
            other => message!(
                "`{path}` is {kind}, but a list of two names is meant",
                path,
                kind = kind(other)
            ),
        };
        self.reader.fail(Code::WrongType, value.span(), (message, message!("not two names"))).help(
            message!(
                "write `between = [\"..\", \"..\"]`: {about}",
                about = self.section.told(field)
            ),
        );
        None
    }

    pub fn overlap(&mut self) -> Overlap {
        let (field, value) = self.field("share");
        let path = self.path(field);
        let share = match (field.holds, value) {
            (Holds::Quantity(kind), Some(value)) => {
                self.reader.quantity(value, &path, (kind, Zero::Legal))
            }
            _ => None,
        };
        Overlap {
            at: self.span(),
            between: self.pair(),
            share,
            data: std::mem::take(&mut self.reader.data),
        }
    }

    pub fn correlation(&mut self) -> Correlation {
        Correlation { at: self.span(), between: self.pair(), rank: self.number("rank") }
    }

    pub fn target(&mut self) -> Target {
        let (at_least, at_most) = (self.number("at_least"), self.number("at_most"));
        let bound =
            match (self.table.get_key_value("at_least"), self.table.get_key_value("at_most")) {
                (Some(_), None) => at_least.map(Bound::AtLeast),
                (None, Some(_)) => at_most.map(Bound::AtMost),
                (Some((first, _)), Some((second, _))) => {
                    let source = self.reader.origin.source;
                    let diagnostic = Diagnostic::new(
                        Code::TargetBound,
                        message!(
                            "this `[[target]]` has `at_least` and `at_most`, but one bound is meant"
                        ),
                    )
                    .at(Span { source, bytes: second.span() }, message!("a second bound"))
                    .also(Span { source, bytes: first.span() }, message!("the first bound"))
                    .help(message!("write two targets"));
                    self.reader.problems.push(diagnostic);
                    None
                }
                // A misspelt bound is told as what it is.
                (None, None) if self.table.keys().any(|key| self.unknown(key.get_ref())) => None,
                (None, None) => {
                    let message =
                        message!("this `[[target]]` has neither `at_least` nor `at_most`");
                    self.reader
                        .fail(
                            Code::TargetBound,
                            self.at.clone(),
                            (message, message!("needs a bound")),
                        )
                        .help(message!("write for instance `at_least = 65_000`"));
                    None
                }
            };
        Target {
            at: self.span(),
            name: self.word("name"),
            names: self.names(),
            metric: self.word("metric"),
            bound,
            with: self.number("with"),
        }
    }

    /// A `[competitor.<id>]`, into the one that a parent has.
    pub fn competitor(&mut self, name: &Named, competitors: &mut Vec<Competitor>) {
        let numbers = self.numbers();
        let known = competitors
            .iter_mut()
            .find(|competitor| competitor.name.as_ref().is_some_and(|word| word.text == name.id));
        match known {
            Some(known) => {
                known
                    .numbers
                    .retain(|old| numbers.iter().all(|new| new.field.name != old.field.name));
                known.numbers.extend(numbers);
            }
            None => competitors.push(Competitor {
                name: Some(Word { text: name.id.clone(), at: name.at.clone() }),
                numbers,
            }),
        }
    }

    /// An `[input.<id>]`, into the one that a parent has.
    pub fn input(mut self, name: &Named, inputs: &mut Vec<ExtraInput>) {
        let known = inputs.iter().position(|input| input.id.text == name.id);
        let kind = self.choice("kind").map(|word| match word.text.as_str() {
            "share" => Kind::Share,
            "positive" => Kind::Positive,
            _ => Kind::Real,
        });
        let kind = kind.or(known.map(|place| inputs[place].kind)).unwrap_or(Kind::Real);
        let id = Word { text: name.id.clone(), at: name.at.clone() };
        let path = format!("input.{}", name.id);
        let old = known.map(|place| (inputs[place].name.clone(), inputs[place].names.clone()));
        let (old_name, old_names) = old.unwrap_or_default();
        let called = self.word("name").map(|word| word.text).or(old_name);
        let names = either(self.names(), old_names);
        let read = self.table.get("value").map(|value| {
            let (value, beside) = self.reader.beside(value, &path);
            let dist = self.reader.quantity(value, &path, (kind, Zero::Legal));
            let at = Span { source: self.reader.origin.source, bytes: value.span() };
            let data = std::mem::take(&mut self.reader.data);
            let (id, name, names) = (id.clone(), called.clone(), names.clone());
            ExtraInput { id, kind, dist, at, data, beside, name, names }
        });
        let input = match (read, known) {
            (Some(read), _) => read,
            (None, Some(place)) => {
                ExtraInput { kind, name: called, names, ..inputs[place].clone() }
            }
            (None, None) => {
                let (at, data, beside) = (id.at.clone(), Vec::new(), Beside::default());
                ExtraInput { at, id, kind, dist: None, data, beside, name: called, names }
            }
        };
        match known {
            Some(place) => inputs[place] = input,
            None => inputs.push(input),
        }
    }

    /// A `[metric.<id>]`, into the one that a parent has.
    pub fn metric(mut self, name: &Named, metrics: &mut Vec<ExtraMetric>) {
        let id = Word { text: name.id.clone(), at: name.at.clone() };
        let known = metrics.iter().position(|metric| metric.id.text == name.id);
        let old = known.map(|place| metrics[place].clone());
        let mut metric = old.unwrap_or(ExtraMetric {
            id,
            formula: None,
            unit: None,
            better: None,
            stream: None,
            name: None,
            names: Names::default(),
        });
        metric.formula = self.word("formula").or(metric.formula);
        metric.unit = self.word("unit").or(metric.unit);
        metric.better = self.choice("better").or(metric.better);
        metric.stream = self.choice("stream").or(metric.stream);
        metric.name = self.word("name").map(|word| word.text).or(metric.name);
        metric.names = either(self.names(), metric.names);
        match known {
            Some(place) => metrics[place] = metric,
            None => metrics.push(metric),
        }
    }

    /// A `[check.metric.<id>]`, into the one that a parent has.
    pub fn tolerance(mut self, name: &Named, tolerances: &mut Vec<Tolerance>) {
        let id = Word { text: name.id.clone(), at: name.at.clone() };
        let known = tolerances.iter().position(|tolerance| tolerance.id.text == name.id);
        let old = known.map(|place| tolerances.remove(place));
        let old = old.unwrap_or(Tolerance { id, absolute: None, relative: None });
        let absolute = self.number("absolute").or(old.absolute);
        let relative = self.number("relative").or(old.relative);
        tolerances.push(Tolerance { absolute, relative, ..old });
    }

    /// One of the words of a field.
    fn choice(&mut self, name: &str) -> Option<Word> {
        let (field, value) = self.field(name);
        let (Holds::Choice(words), path) = (field.holds, self.path(field)) else { return None };
        let at = Span { source: self.reader.origin.source, bytes: value?.span() };
        self.reader.choice(value?, &path, words).map(|text| Word { text, at })
    }
}

/// The names of a file, and its parent's where it has none.
fn either(own: Names, parent: Names) -> Names {
    let mut parent = parent.into_iter();
    own.map(|name| {
        let old = parent.next().flatten();
        name.or(old)
    })
}
