//! A distribution in words.

use super::amount;
use crate::dist::{Dist, FAMILIES, Measure, Setting};
use crate::output::format::Format as _;
use crate::output::format::Locale;
use crate::output::words::{Words as _, argument, say};
use crate::units::Unit;

/// Entries of a list that are written out.
const LISTED: usize = 6;

/// What was understood: `uniform from 5 % to 10 %`, `100,000`.
pub fn shape(locale: Locale, dist: &Dist, unit: Unit) -> String {
    let words = Words { dist, unit, locale };
    if let Some(value) = dist.is_fixed() {
        return words.value(value);
    }
    let main = match dist.family() {
        "interval" => words.interval(),
        "discrete" => words.weighted("values", "shape-one-of"),
        "mixture" => words.weighted("of", "shape-mixture"),
        "data" => words.data(),
        family => words.numbers(family),
    };
    main + &words.conditions()
}

struct Words<'a> {
    dist: &'a Dist,
    unit: Unit,
    locale: Locale,
}

impl Words<'_> {
    fn value(&self, value: f64) -> String {
        amount(self.locale, self.unit, value, Some(0.0))
    }

    fn setting(&self, name: &str) -> Option<&Setting> {
        self.dist.parameters().iter().find(|(other, _)| *other == name).map(|(_, setting)| setting)
    }

    fn number(&self, name: &str) -> f64 {
        if let Some(Setting::Number(number)) = self.setting(name) { *number } else { f64::NAN }
    }

    fn named(&self, name: &str) -> String {
        self.value(self.number(name))
    }

    fn interval(&self) -> String {
        let credibility = self.locale.share(self.number("credibility"), Some(0.0));
        say!(
            self.locale,
            "shape-interval",
            low = self.named("low"),
            high = self.named("high"),
            share = credibility
        )
    }

    fn data(&self) -> String {
        let count = self.number("count");
        let text = |name: &str| {
            if let Some(Setting::Text(text)) = self.setting(name) { text.as_str() } else { "" }
        };
        let (column, file, joint) = (text("column"), text("file"), text("joint"));
        if column.is_empty() || file.is_empty() {
            return say!(self.locale, "shape-sample", n = count);
        }
        let column = say!(self.locale, "shape-column", n = count, column = column, file = file);
        if joint.is_empty() {
            return column;
        }
        say!(self.locale, "shape-together", column = column, joint = joint)
    }

    /// A family of numbers: the message of its row in FAMILIES, which is called by the first
    /// parameter too, with every parameter in what it is measured in.
    fn numbers(&self, family: &str) -> String {
        let row = FAMILIES
            .iter()
            .filter(|row| row.id == family)
            .find(|row| row.parameters.iter().all(|own| self.setting(own.name).is_some()))
            .expect("a distribution of numbers bears the name and the parameters of its row");
        let told = row.parameters.iter().map(|own| {
            let number = self.number(own.name);
            let text = if own.measure == Measure::Pure {
                self.locale.number(number, Some(0.0))
            } else {
                self.value(number)
            };
            (own.name, argument(text))
        });
        let id = format!("shape-{family}-{}", row.parameters[0].name);
        self.locale.say(&id, &told.collect::<Vec<_>>())
    }

    /// The parts of a whole with their weights in per cent.
    fn weighted(&self, name: &str, words: &str) -> String {
        let parts: Vec<String> = match self.setting(name) {
            Some(Setting::Numbers(values)) => {
                values.iter().map(|value| self.value(*value)).collect()
            }
            Some(Setting::Parts(parts)) => {
                parts.iter().map(|part| shape(self.locale, part, self.unit)).collect()
            }
            _ => Vec::new(),
        };
        let weights = if let Some(Setting::Numbers(weights)) = self.setting("weights") {
            &weights[..]
        } else {
            &[]
        };
        let total: f64 = weights.iter().sum();
        let with_weight = parts
            .iter()
            .zip(weights)
            .map(|(part, weight)| format!("{part} ({})", self.locale.share(weight / total, None)));
        let mut listed: Vec<String> = with_weight.take(LISTED).collect();
        if parts.len() > LISTED {
            listed.push(say!(self.locale, "and-more", n = parts.len() - LISTED));
        }
        say!(self.locale, words, list = listed.join(", "))
    }

    /// What was done to the distribution afterwards.
    fn conditions(&self) -> String {
        // The ends of a triangle bear the names of a condition: only what comes after them is one.
        let own = if matches!(self.dist.family(), "triangular" | "pert") { 3 } else { 0 };
        let words = self.dist.parameters().iter().skip(own).filter_map(|(name, setting)| {
            match (*name, setting) {
                ("min", Setting::Number(end)) => {
                    Some(say!(self.locale, "shape-at-least", end = self.value(*end)))
                }
                ("max", Setting::Number(end)) => {
                    Some(say!(self.locale, "shape-at-most", end = self.value(*end)))
                }
                ("times", Setting::Number(factor)) => Some(say!(
                    self.locale,
                    "shape-times",
                    factor = self.locale.number(*factor, Some(0.0))
                )),
                _ => None,
            }
        });
        words.map(|words| format!(", {words}")).collect()
    }
}
