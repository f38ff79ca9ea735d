//! The values in force, by their paths, and the line of assumptions that belongs to each.

use std::collections::BTreeMap;

use super::assumption::{Assumption, Origin, Understood};
use crate::diagnostic::{Message, Source, Span};
use crate::dist::Dist;
use crate::scenario::keys::{self, KEYS, Key};
use crate::scenario::{Beside, DataFile, Edited, Given, Scenario, Value};

/// A value in force.
#[derive(Clone, Debug)]
pub struct Figure {
    pub value: Value,
    /// Where a file or the command line states it.
    pub at: Option<Span>,
    /// Whether a what-if, a study or the command line states it.
    pub edited: Edited,
}

/// The values in force by concrete path. What is not given and has no default is absent, and so is
/// what could not be read.
#[derive(Clone, Debug, Default)]
pub struct Figures {
    pub by_path: BTreeMap<String, Figure>,
    pub assumptions: Vec<Assumption>,
    /// Files from which the values were read.
    pub data: Vec<DataFile>,
    /// Defaults in euros that cannot be taken, because the currency is another and nobody said what
    /// a euro is worth.
    pub euros: Vec<Euro>,
    /// Where the lines of each source begin.
    lines: Vec<Vec<usize>>,
}

/// A default in euros.
#[derive(Clone, Debug)]
pub struct Euro {
    pub path: String,
    pub value: &'static str,
}

impl Figures {
    /// Nothing in force yet.
    pub fn none(scenario: &Scenario) -> Figures {
        let starts = |source: &Source| {
            source.text.match_indices('\n').map(|(newline, _)| newline + 1).collect()
        };
        Figures { lines: scenario.sources.iter().map(starts).collect(), ..Figures::default() }
    }

    pub fn value(&self, path: &str) -> Option<&Value> {
        self.by_path.get(path).map(|figure| &figure.value)
    }

    pub fn whole(&self, path: &str) -> Option<u64> {
        match self.value(path)? {
            Value::Whole(number) => Some(*number),
            _ => None,
        }
    }

    pub fn dist(&self, path: &str) -> Option<&Dist> {
        match self.value(path)? {
            Value::Quantity(dist) => Some(dist),
            _ => None,
        }
    }

    /// Whether neither a file nor a platform states a value.
    pub fn is_default(&self, path: &str) -> bool {
        let assumption = self.assumptions.iter().find(|assumption| assumption.key == path);
        assumption.is_none_or(|assumption| matches!(assumption.origin, Origin::Default { .. }))
    }

    /// Whether a what-if, a study or the command line states a value.
    pub fn is_edited(&self, path: &str) -> bool {
        self.by_path.get(path).is_some_and(|figure| figure.edited == Edited::Yes)
    }

    pub fn median(&self, path: &str) -> Option<f64> {
        self.dist(path).map(|dist| dist.quantile(0.5))
    }

    /// A figure that follows from others.
    pub fn derive(&mut self, key: &Key, dist: Dist, source: &str) {
        let origin = Origin::Default { source: source.to_owned() };
        self.put(key.path.to_owned(), key, Value::Quantity(dist), origin);
        // It takes its place in the order of the keys.
        let row = |path: &str| {
            keys::find(path).and_then(|found| KEYS.iter().position(|key| key.path == found.path))
        };
        if let Some(assumption) = self.assumptions.pop() {
            let later = |other: &Assumption| {
                row(&other.key).is_none_or(|other| Some(other) > row(key.path))
            };
            let place = self.assumptions.iter().position(later).unwrap_or(self.assumptions.len());
            self.assumptions.insert(place, assumption);
        }
    }

    /// A number that was measured takes the place of a default or a preset's.
    pub fn measured(&mut self, path: &str, value: f64, on: &Message) {
        let value = Dist::fixed(value);
        if let Some(figure) = self.by_path.get_mut(path) {
            figure.value = Value::Quantity(value.clone());
        }
        if let Some(assumption) =
            self.assumptions.iter_mut().find(|assumption| assumption.key == path)
        {
            assumption.value = Understood::Quantity(value);
            assumption.origin = Origin::Measured { on: on.clone() };
        }
    }

    /// Puts in force what a file or the command line states.
    pub fn take(&mut self, scenario: &Scenario, path: &str, given: &Given) {
        let Some(value) = given.value.clone() else { return };
        let origin = self.origin(scenario, &given.at).with(&given.beside);
        self.data.extend(given.data.iter().cloned());
        self.put(path.to_owned(), given.key, value, origin);
        if let Some(figure) = self.by_path.get_mut(path) {
            figure.at = Some(given.value_at.clone());
            figure.edited = given.edited;
        }
    }

    pub fn origin(&self, scenario: &Scenario, at: &Span) -> Origin {
        match (scenario.sources.get(at.source), self.lines.get(at.source)) {
            (Some(source), Some(lines)) if at.source < scenario.files => {
                let name =
                    source.name.rsplit(['/', '\\']).next().unwrap_or(&source.name).to_owned();
                Origin::File {
                    name,
                    line: 1 + lines.partition_point(|start| *start <= at.bytes.start),
                    beside: Beside::default(),
                }
            }
            _ => Origin::CommandLine,
        }
    }

    /// Puts a value in force that has no place in a file.
    pub fn put(&mut self, path: String, key: &Key, value: Value, origin: Origin) {
        let understood = match &value {
            Value::Quantity(dist) => Understood::Quantity(dist.clone()),
            Value::Whole(number) => Understood::Words(number.to_string()),
            Value::Word(word) => Understood::Words(word.clone()),
            Value::Date(date) => Understood::Words(date.to_string()),
            Value::Colour(colour) => Understood::Words(format!("#{}", colour.hex())),
            Value::Colours(colours) => {
                Understood::Words(colours.map(|colour| format!("#{}", colour.hex())).join(", "))
            }
            Value::Font(font) => Understood::Words(font.family.clone()),
            Value::Picture(picture) => {
                Understood::Words(format!("{} x {} pixels", picture.size.0, picture.size.1))
            }
            Value::Graph(list) => Understood::Words(list.name.clone()),
            Value::Template(template) => {
                Understood::Words(format!("{} kB", template.bytes.len().div_ceil(1024)))
            }
            Value::Slides(slides) => Understood::Words(slides.join(", ")),
            Value::SlideWords(words) => Understood::Words(
                words.iter().map(|word| word.slide.as_str()).collect::<Vec<_>>().join(", "),
            ),
            Value::Flag(flag) => Understood::Words(flag.to_string()),
            Value::Opening(opening) => Understood::Words(opening.text.clone()),
            Value::Months(months) => {
                Understood::Words(months.map(|weight| weight.to_string()).join(", "))
            }
        };
        self.assumptions.push(Assumption {
            key: path.clone(),
            unit: key.unit,
            level: key.level,
            value: understood,
            origin,
        });
        self.by_path.insert(path, Figure { value, at: None, edited: Edited::No });
    }
}
