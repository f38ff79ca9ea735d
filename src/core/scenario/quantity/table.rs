//! Quantities as tables: `{ pert = [3, 5, 12] }`, `{ normal = { mean = 130, sd = 20 }, min = 0 }`.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Fault, MOST_PARTS, Reader, written};
use crate::diagnostic::{
    Code, Conjunction, Message, did_you_mean, either, listed, message, nearest, nearest_or,
};
use crate::dist::{Dist, FAMILIES, Family, Layout, Limits, Measure, Reason};
use crate::scenario::number::{self, kind, quoted};
use crate::units::Kind;

type Value<'a> = Spanned<DeValue<'a>>;

/// The name of a family as it stands in a table, with what stands behind it.
#[derive(Clone, Copy)]
pub(super) struct Named<'a> {
    pub id: &'static str,
    pub value: &'a Value<'a>,
}

fn ids() -> Vec<&'static str> {
    let mut ids: Vec<&str> = FAMILIES.iter().map(|family| family.id).collect();
    ids.dedup();
    ids
}

pub(super) fn rows(id: &str) -> impl Iterator<Item = &'static Family> + '_ {
    FAMILIES.iter().filter(move |family| family.id == id)
}

/// How a family is written, for messages: `pert = [min, mode, max]`.
fn form(family: &Family) -> String {
    let names: Vec<&str> = family.parameters.iter().map(|parameter| parameter.name).collect();
    let names = names.join(", ");
    if family.layout == Layout::List { format!("[{names}]") } else { format!("{{ {names} }}") }
}

fn forms(id: &str) -> Message {
    either(rows(id).map(form).collect())
}

impl Reader<'_> {
    fn parameters(
        &mut self,
        bytes: Range<usize>,
        message: Message,
        (label, help): (Message, Message),
    ) {
        self.fail(Fault { code: Code::Parameters, bytes, message, label, help });
    }

    pub(super) fn table(
        &mut self,
        table: &DeTable,
        bytes: Range<usize>,
        depth: usize,
    ) -> Option<Dist> {
        let known = self.errors();
        let mut families = Vec::new();
        let mut limits = Limits::NONE;
        let mut max_bytes = bytes.clone();
        for (name, value) in table {
            match name.get_ref().as_ref() {
                "min" => limits.min = self.limit(value).unwrap_or(limits.min),
                "max" => {
                    limits.max = self.limit(value).unwrap_or(limits.max);
                    max_bytes = value.span();
                }
                other => match FAMILIES.iter().find(|family| family.id == other) {
                    Some(family) => families.push((name.span(), Named { id: family.id, value })),
                    None => self.unknown_family(other, name.span()),
                },
            }
        }
        if limits.min > limits.max {
            let help = message!("exchange them");
            self.fail(Fault {
                code: Code::RangeReversed,
                bytes: max_bytes,
                message: message!("`max` is below `min`"),
                label: message!("below `min`"),
                help,
            });
            limits = Limits::NONE;
        }
        families.sort_by_key(|(bytes, _)| bytes.start);
        let dist = match families.as_slice() {
            [(_, family)] => self.family(*family, limits, depth),
            [] => {
                if self.errors() == known {
                    let help = message!(
                        "name one of {list}, as in {example}",
                        list = listed(ids(), Conjunction::Or),
                        example = FAMILIES[0].example
                    );
                    self.parameters(
                        bytes.clone(),
                        message!(
                            "`{key}` is a table that names no distribution",
                            key = self.reading.key
                        ),
                        (message!("no distribution"), help),
                    );
                }
                None
            }
            [first, second, ..] => {
                let message = message!(
                    "`{key}` names two distributions, `{first}` and `{second}`",
                    key = self.reading.key,
                    first = first.1.id,
                    second = second.1.id
                );
                self.parameters(
                    second.0.clone(),
                    message,
                    (
                        message!("the second one"),
                        message!(
                            "keep one, or mix them: {{ mixture = {{ of = [..], weights = [..] }} }}"
                        ),
                    ),
                );
                None
            }
        };
        let dist = dist.filter(|_| self.errors() == known)?;
        self.fits(&dist, bytes).then_some(dist)
    }

    fn unknown_family(&mut self, name: &str, bytes: Range<usize>) {
        let help = nearest_or(name, ids().into_iter().chain(["min", "max"]), || {
            message!(
                "there are {list}, with `min` and `max`",
                list = listed(ids(), Conjunction::And)
            )
        });
        self.fail(Fault {
            code: Code::UnknownFamily,
            bytes,
            message: message!("{name} is no distribution", name = quoted(name)),
            label: message!("unknown"),
            help,
        });
    }

    fn family(&mut self, named: Named, limits: Limits, depth: usize) -> Option<Dist> {
        let layout = rows(named.id).next()?.layout;
        match (layout, named.value.get_ref()) {
            (Layout::List, DeValue::Array(list)) => self.list(named, list, limits),
            (Layout::Named, DeValue::Table(table)) => self.named(named, table, limits),
            (Layout::Values, DeValue::Table(table)) => self.values(named, table, limits),
            (Layout::File, DeValue::Table(table)) => self.file(named, table, (limits, depth)),
            (Layout::Parts, DeValue::Table(table)) => self.mixture(named, table, (limits, depth)),
            (_, other) => {
                let message = message!(
                    "`{id}` is {kind}, but it takes {forms}",
                    id = named.id,
                    kind = kind(other),
                    forms = forms(named.id)
                );
                let help = message!("as in {example}", example = rows(named.id).next()?.example);
                self.fail(Fault {
                    code: Code::WrongType,
                    bytes: named.value.span(),
                    message,
                    label: message!("of the wrong type"),
                    help,
                });
                None
            }
        }
    }

    fn list(&mut self, named: Named, list: &[Value], limits: Limits) -> Option<Dist> {
        let family = rows(named.id).next()?;
        let known = self.errors();
        let numbers: Vec<Option<f64>> = list.iter().map(|value| self.limit(value)).collect();
        if list.len() != family.parameters.len() {
            let message = message!(
                "`{id}` has {numbers} numbers, but it takes {form}",
                id = named.id,
                numbers = list.len(),
                form = form(family)
            );
            self.parameters(
                named.value.span(),
                message,
                (
                    message!("the wrong number of numbers"),
                    message!("as in {example}", example = family.example),
                ),
            );
        }
        if self.errors() > known {
            return None;
        }
        let spans: Vec<_> = list.iter().map(Spanned::span).collect();
        self.built(family, named, (&numbers, &spans), limits)
    }

    fn named(&mut self, named: Named, table: &DeTable, limits: Limits) -> Option<Dist> {
        let has = |name: &str| table.contains_key(name);
        let matches = |family: &&Family| {
            family.parameters.iter().filter(|parameter| has(parameter.name)).count()
        };
        // The first row that fits best.
        let family = rows(named.id).fold(None, |best: Option<&Family>, row| {
            if best.is_some_and(|best| matches(&best) >= matches(&row)) { best } else { Some(row) }
        })?;
        let known = self.errors();
        self.only(named, table, family);
        let mut numbers = Vec::new();
        let mut spans = Vec::new();
        for parameter in family.parameters {
            let Some(value) = table.get(parameter.name) else { continue };
            numbers.push(match parameter.measure {
                Measure::Value => self.limit(value),
                Measure::Distance => self.distance(parameter.name, value),
                Measure::Pure | Measure::Other => self.plain(value),
            });
            spans.push(value.span());
        }
        if self.errors() > known {
            return None;
        }
        self.built(family, named, (&numbers, &spans), limits)
    }

    /// A distance between two values of the key, which for shares is at most 1.
    fn distance(&mut self, name: &str, value: &Value) -> Option<f64> {
        let number = self.plain(value)?;
        if self.reading.kind == Kind::Share && number > 1.0 {
            let written = written(value);
            let in_percent = number <= 100.0 && number::unit(&written).is_none();
            let help = if in_percent {
                message!("write \"{written}%\"", written)
            } else {
                message!("give a share, such as \"5%\"")
            };
            let message = message!(
                "`{name}` is {written}, but no two shares are that far apart",
                name,
                written
            );
            self.fail(Fault {
                code: Code::ShareRange,
                bytes: value.span(),
                message,
                label: message!("too large"),
                help,
            });
        }
        Some(number)
    }

    /// Complains about parameters that a family does not have or lacks.
    pub(super) fn only(&mut self, named: Named, table: &DeTable, family: &Family) {
        let names = || family.parameters.iter().map(|parameter| parameter.name);
        let mut meant = Vec::new();
        for (name, _) in table {
            let text = name.get_ref().as_ref();
            if names().any(|known| known == text) {
                continue;
            }
            if rows(named.id)
                .any(|row| row.parameters.iter().any(|parameter| parameter.name == text))
            {
                let given =
                    listed(names().filter(|name| table.contains_key(*name)), Conjunction::And);
                let message = message!("`{text}` does not go with {given}", text, given);
                self.parameters(
                    name.span(),
                    message,
                    (
                        message!("of another form"),
                        message!("`{id}` takes {forms}", id = named.id, forms = forms(named.id)),
                    ),
                );
                return;
            }
            let missing = names().filter(|name| !table.contains_key(*name));
            let help = match nearest(text, missing.chain(["min", "max"])) {
                Some(near @ ("min" | "max")) => {
                    message!("`{near}` stands beside `{id}`, not inside it", near, id = named.id)
                }
                Some(near) => {
                    meant.push(near);
                    did_you_mean(near)
                }
                None => message!("it takes {forms}", forms = forms(named.id)),
            };
            self.parameters(
                name.span(),
                message!("`{id}` has no parameter {text}", id = named.id, text = quoted(text)),
                (message!("unknown"), help),
            );
        }
        let missing: Vec<&str> =
            names().filter(|name| !table.contains_key(*name) && !meant.contains(name)).collect();
        if !missing.is_empty() {
            let message = message!(
                "`{id}` lacks {list}",
                id = named.id,
                list = listed(missing, Conjunction::And)
            );
            self.parameters(
                named.value.span(),
                message,
                (
                    message!("incomplete"),
                    message!(
                        "it takes {forms}, as in {example}",
                        forms = forms(named.id),
                        example = family.example
                    ),
                ),
            );
        }
    }

    fn built(
        &mut self,
        family: &Family,
        named: Named,
        (numbers, spans): (&[Option<f64>], &[Range<usize>]),
        limits: Limits,
    ) -> Option<Dist> {
        let numbers: Option<Vec<f64>> = numbers.iter().copied().collect();
        let built = (family.build)(&numbers?, limits);
        self.accepted(built, named, spans)
    }

    /// A distribution, or its reason why not as a fault of the parameter that is to blame.
    pub(super) fn accepted(
        &mut self,
        built: Result<Dist, Reason>,
        named: Named,
        spans: &[Range<usize>],
    ) -> Option<Dist> {
        built
            .map_err(|reason| {
                let bytes = reason
                    .parameter
                    .and_then(|place| spans.get(place).cloned())
                    .unwrap_or_else(|| named.value.span());
                self.parameters(bytes, reason.message, (Message::default(), reason.help));
            })
            .ok()
    }

    /// The list behind a name of a table.
    fn list_of<'t>(&mut self, table: &'t DeTable, name: &str) -> Option<&'t [Value<'t>]> {
        let value = table.get(name)?;
        let DeValue::Array(list) = value.get_ref() else {
            let message = message!(
                "`{name}` is {kind}, but a list is meant",
                name,
                kind = kind(value.get_ref())
            );
            self.fail(Fault {
                code: Code::WrongType,
                bytes: value.span(),
                message,
                label: message!("no list"),
                help: message!("write {name} = [..]", name),
            });
            return None;
        };
        Some(list)
    }

    fn weights(&mut self, table: &DeTable) -> Option<(Vec<f64>, Vec<Range<usize>>)> {
        let list = self.list_of(table, "weights")?;
        let numbers: Vec<Option<f64>> = list.iter().map(|value| self.plain(value)).collect();
        Some((
            numbers.into_iter().collect::<Option<Vec<f64>>>()?,
            list.iter().map(Spanned::span).collect(),
        ))
    }

    fn values(&mut self, named: Named, table: &DeTable, limits: Limits) -> Option<Dist> {
        let known = self.errors();
        self.only(named, table, rows(named.id).next()?);
        let values: Option<Vec<f64>> = self.list_of(table, "values").and_then(|list| {
            list.iter().map(|value| self.number(value)).collect::<Vec<_>>().into_iter().collect()
        });
        let weights = self.weights(table);
        if self.errors() > known {
            return None;
        }
        let ((weights, spans), values) = (weights?, values?);
        let built = Dist::discrete(&values, &weights).and_then(|dist| conditioned(dist, limits));
        self.accepted(built, named, &spans)
    }

    fn mixture(
        &mut self,
        named: Named,
        table: &DeTable,
        (limits, depth): (Limits, usize),
    ) -> Option<Dist> {
        let known = self.errors();
        self.only(named, table, rows(named.id).next()?);
        let list = self.list_of(table, "of").unwrap_or(&[]);
        self.parts += list.len();
        if self.parts > MOST_PARTS {
            let message = message!(
                "`{key}` mixes more than {most} parts",
                key = self.reading.key,
                most = MOST_PARTS
            );
            self.parameters(
                named.value.span(),
                message,
                (message!("too many parts"), message!("put them into a data file")),
            );
            return None;
        }
        let condition = usize::from(limits != Limits::NONE);
        self.conditions += condition;
        let parts: Option<Vec<Dist>> = list
            .iter()
            .map(|value| self.quantity(value, depth + 1))
            .collect::<Vec<_>>()
            .into_iter()
            .collect();
        self.conditions -= condition;
        let weights = self.weights(table);
        if self.errors() > known {
            return None;
        }
        let ((weights, spans), parts) = (weights?, parts?);
        let built = Dist::mixture(&parts, &weights).and_then(|dist| conditioned(dist, limits));
        self.accepted(built, named, &spans)
    }
}

pub(super) fn conditioned(dist: Dist, limits: Limits) -> Result<Dist, Reason> {
    if limits == Limits::NONE { Ok(dist) } else { dist.truncated(limits) }
}
