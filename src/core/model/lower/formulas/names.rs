//! What the names in a formula stand for.

use std::ops::Range;

use crate::diagnostic::{
    Code, Conjunction, Diagnostic, Message, Span, listed, message, nearest_or,
};
use crate::dist::Dist;
use crate::formula::{self, Expr, Fault, Name};
use crate::locale::Label;
use crate::metric::{self, Better, METRICS};
use crate::model::Stream;
use crate::model::lower::by_role::by_role;
use crate::model::lower::figures::Figures;
use crate::model::lower::money::Counted;
use crate::scenario::keys::{self, key};
use crate::scenario::{ExtraMetric, Scenario, Value, Word};
use crate::units::Unit;

/// What is written before the name of an input everywhere but in formulas.
pub const INPUT: &str = "input.";
/// A metric of the file's own whose names are known.
#[derive(Clone, Debug)]
pub struct Resolved {
    pub id: String,
    pub name: Label,
    pub text: String,
    pub unit: Unit,
    pub own_unit: String,
    pub better: Better,
    pub expr: Expr<Found>,
    pub stream: Option<Stream>,
}

/// What a name was found to be.
#[derive(Clone, Debug)]
pub enum Found {
    /// Path of a key or of an input, with its value.
    Quantity(String, Dist),
    Metric(usize),
    /// The same by the week.
    Weekly(usize),
    /// Place among the file's own metrics.
    Formula(usize),
    /// Place among the counts by role.
    OfRole(usize),
}

/// Units by the words of a file.
const UNITS: [Unit; 18] = [
    Unit::People,
    Unit::Share,
    Unit::Ratio,
    Unit::Questions,
    Unit::Impressions,
    Unit::Contacts,
    Unit::Money,
    Unit::Minutes,
    Unit::Hours,
    Unit::Months,
    Unit::Weeks,
    Unit::Messages,
    Unit::Answers,
    Unit::Clicks,
    Unit::Leads,
    Unit::Customers,
    Unit::Orders,
    Unit::RatingPoints,
];

pub struct Names<'a> {
    pub scenario: &'a Scenario,
    pub figures: &'a Figures,
    pub counted: &'a Counted,
}

impl Names<'_> {
    pub fn resolve(&self, extra: &ExtraMetric, problems: &mut Vec<Diagnostic>) -> Option<Resolved> {
        let word = extra.formula.as_ref()?;
        let expr = formula::parse(&word.text);
        let expr = expr.map_err(|fault| problems.push(self.fault(word, fault))).ok()?;
        let expr = expr.map(&mut |name: &Name| match self.find(name) {
            Ok(found) => Some(found),
            Err(fault) => {
                problems.push(self.fault(word, fault));
                None
            }
        })?;
        let stream = extra.stream.as_ref().map(|stream| match stream.text.as_str() {
            "cost" => Stream::Cost,
            _ => Stream::Value,
        });
        self.dated(extra, &expr, problems)?;
        let word_of_unit = extra.unit.as_ref().map_or("", |unit| unit.text.as_str());
        let currency = self.figures.value(key!("currency"));
        let currency = matches!(currency, Some(Value::Word(code)) if code == word_of_unit);
        let known = UNITS
            .into_iter()
            .find(|unit| unit.id() == word_of_unit)
            .or(currency.then_some(Unit::Money));
        let better = match extra.better.as_ref().map(|better| better.text.as_str()) {
            Some("lower") => Better::Lower,
            Some("neither") => Better::Neither,
            _ => Better::Higher,
        };
        Some(Resolved {
            id: extra.id.text.clone(),
            name: Label::new(
                extra.name.clone().unwrap_or_else(|| extra.id.text.replace('_', " ")),
                extra.names.clone(),
            ),
            text: word.text.clone(),
            own_unit: if known.is_some() { String::new() } else { word_of_unit.to_owned() },
            unit: match stream {
                Some(_) if word_of_unit.is_empty() => Unit::Money,
                _ => known.unwrap_or(Unit::None),
            },
            better: match (stream, &extra.better) {
                (Some(Stream::Cost), None) => Better::Lower,
                _ => better,
            },
            expr,
            stream,
        })
    }

    /// A stream is money of the communities, and only streams have weeks.
    fn dated(
        &self,
        extra: &ExtraMetric,
        expr: &Expr<Found>,
        problems: &mut Vec<Diagnostic>,
    ) -> Option<()> {
        let is_weekly = expr.leaves().into_iter().any(|leaf| matches!(leaf, Found::Weekly(_)));
        let word = extra.formula.as_ref()?;
        let problem = match &extra.stream {
            None if is_weekly => {
                Diagnostic::new(Code::Formula, message!("only a stream has weeks"))
                    .at(word.at.clone(), message!("`weekly` in a metric of the whole horizon"))
                    .help(message!(
                        "write `stream = \"value\"` or `\"cost\"` beside it, or leave `weekly` out"
                    ))
            }
            Some(stream) if self.scenario.communities.is_empty() => {
                let message =
                    message!("a stream enters the profit of a community, and there is none");
                Diagnostic::new(Code::Formula, message)
                    .at(stream.at.clone(), message!("enters nothing"))
                    .help(message!("leave it out: the metric is computed all the same"))
            }
            Some(_) if !self.is_money(extra) => {
                let unit =
                    extra.unit.as_ref().map_or_else(|| word.at.clone(), |unit| unit.at.clone());
                Diagnostic::new(Code::Formula, message!("a stream is a sum of money"))
                    .at(unit, message!("another unit"))
                    .help(message!("leave `unit` out, or multiply by what one of them is worth"))
            }
            _ => return Some(()),
        };
        problems.push(problem);
        None
    }

    /// Whether it is counted in money, as a stream is unless it says otherwise.
    fn is_money(&self, extra: &ExtraMetric) -> bool {
        let Some(unit) = &extra.unit else { return true };
        let currency = self.figures.value(key!("currency"));
        unit.text == Unit::Money.id()
            || matches!(currency, Some(Value::Word(code)) if *code == unit.text)
    }

    fn find(&self, name: &Name) -> Result<Found, Fault> {
        let text = name.text.as_str();
        if name.weekly {
            return self.measured(name).unwrap_or_else(|| {
                Err(fault(
                    name,
                    message!(
                        "`weekly` takes a metric that is measured, and `{name}` is none",
                        name = text
                    ),
                    message!("has no weekly flow"),
                    message!("write for instance `weekly(questions)`"),
                ))
            });
        }
        let path = format!("{INPUT}{text}");
        let mut unread = self.scenario.sections.inputs.iter().filter(|input| input.dist.is_none());
        if unread.any(|input| input.id.text == text) {
            // That it cannot be read was said; that it is there is no fault of the formula.
            return Ok(Found::Quantity(path, Dist::fixed(1.0)));
        }
        if let Some(dist) = self.figures.dist(&path) {
            return Ok(Found::Quantity(path, dist.clone()));
        }
        if let Some(place) =
            self.scenario.sections.metrics.iter().position(|metric| metric.id.text == text)
        {
            return Ok(Found::Formula(place));
        }
        if let Some(place) = by_role(self.scenario).iter().position(|of| of.id == text) {
            return Ok(Found::OfRole(place));
        }
        if let Some(found) = self.measured(name) {
            return found;
        }
        match self.figures.value(text) {
            Some(Value::Quantity(dist)) => {
                return Ok(Found::Quantity(text.to_owned(), dist.clone()));
            }
            Some(Value::Whole(whole)) => {
                return Ok(Found::Quantity(text.to_owned(), Dist::fixed(*whole as f64)));
            }
            Some(_) => {
                return Err(fault(
                    name,
                    message!("`{name}` is no number", name = text),
                    message!("cannot be computed with"),
                    Message::default(),
                ));
            }
            None => {}
        }
        if keys::find(text).is_some() {
            let message = message!("`{key}` is not in force here", key = text);
            let help = message!(
                "it is not given, or another key states the same thing; `reachsim explain FILE` \
                 lists what is in force"
            );
            return Err(fault(name, message, message!("has no value"), help));
        }
        let inputs = self.scenario.sections.inputs.iter().map(|input| input.id.text.as_str());
        let own = self.scenario.sections.metrics.iter().map(|metric| metric.id.text.as_str());
        let measured = self.counted.metrics.iter().map(|&place| METRICS[place].id);
        let keys =
            self.figures.by_path.keys().filter(|path| !path.starts_with(INPUT)).map(String::as_str);
        let defined = inputs.chain(own);
        let all = defined.clone().chain(measured).chain(keys);
        let help = nearest_or(text, all, || {
            message!(
                "there are {list}, and every metric and key by its path",
                list = listed(defined, Conjunction::And)
            )
        });
        Err(fault(
            name,
            message!("there is no input, metric or key `{name}`", name = text),
            message!("unknown name"),
            help,
        ))
    }

    /// A metric of the program; nothing where there is none of that name.
    fn measured(&self, name: &Name) -> Option<Result<Found, Fault>> {
        let text = name.text.as_str();
        let (place, row) = metric::find(text)?;
        if self.counted.metrics.binary_search(&place).is_err() {
            let needs = row.needs.key();
            let needs = needs.map_or_else(Message::default, |key| message!("give `{key}`", key));
            let message = message!("`{metric}` is not measured here", metric = text);
            return Some(Err(fault(name, message, message!("not counted"), needs)));
        }
        Some(match name.weekly {
            false => Ok(Found::Metric(place)),
            true if matches!(row.value, metric::Value::Flow(_)) => Ok(Found::Weekly(place)),
            true => Err(fault(
                name,
                message!("`{metric}` is no count of each week", metric = text),
                message!("has no weekly flow"),
                message!("`weekly` takes what adds up over weeks, as `weekly(questions)`"),
            )),
        })
    }

    fn fault(&self, word: &Word, fault: Fault) -> Diagnostic {
        let at = self.within(word, &fault.bytes);
        let diagnostic = Diagnostic::new(Code::Formula, fault.message).at(at, fault.label);
        if fault.help.is_empty() { diagnostic } else { diagnostic.help(fault.help) }
    }

    /// The place of some bytes of a formula in the file: where the text stands there as it is,
    /// exactly, else the whole of it.
    fn within(&self, word: &Word, bytes: &Range<usize>) -> Span {
        let written = self
            .scenario
            .sources
            .get(word.at.source)
            .and_then(|source| source.text.get(word.at.bytes.clone()));
        match written.and_then(|written| written.find(&word.text)) {
            Some(offset) => {
                let start = word.at.bytes.start + offset;
                let end = start + bytes.end.min(word.text.len());
                Span {
                    source: word.at.source,
                    bytes: start + bytes.start..end.max(start + bytes.start),
                }
            }
            None => word.at.clone(),
        }
    }
}

fn fault(name: &Name, message: Message, label: Message, help: Message) -> Fault {
    Fault { bytes: name.bytes.clone(), message, label, help }
}
