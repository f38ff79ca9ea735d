//! Goals as people write them: `profit >= 0 @ 80%`, `mean(leads) >= 500`, `p10(profit)`.

use std::fmt;

use super::sensitivity::has_mean;
use super::statistic::{Of, Statistic};
use crate::diagnostic::{Message, message, most_alike, nearest_or};
use crate::metric;
use crate::model::{Bound, ColumnId, Model, Target};
use crate::scenario::number;

/// A statistic that has to reach a bound: a mean, a percentile, or the probability of a target.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Goal {
    pub statistic: Statistic,
    pub bound: Bound,
}

/// Why a text is no goal and no statistic of a model.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Misread {
    /// The text in quotes, and what is wrong with it.
    Text(Message),
    /// What is wrong with the name of the metric.
    Metric(Message),
}

impl fmt::Display for Misread {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        let (Misread::Text(message) | Misread::Metric(message)) = self;
        formatter.write_str(message.english())
    }
}

impl Goal {
    /// Reads a statistic that reaches a bound, or a bound that holds with a probability.
    pub fn read(text: &str, model: &Model) -> Result<Goal, Misread> {
        let fail = |why: Message| {
            Misread::Text(message!(
                "\"{text}\": {why}; write for instance \"profit >= 0 @ 80%\", \"mean(leads) >= \
                 500\" or \"p10(profit) >= 0\"",
                text,
                why
            ))
        };
        let (left, right, sign) = [">=", "<="]
            .into_iter()
            .find_map(|sign| text.split_once(sign).map(|(left, right)| (left.trim(), right, sign)))
            .ok_or_else(|| fail(message!("there is no >= or <=")))?;
        let (value, share) = match right.split_once('@') {
            Some((value, share)) => (value, Some(share)),
            None => (right, None),
        };
        let quantity =
            |text: &str| number::parse(text.trim(), 0).map_err(|fault| fail(fault.message));
        let value = quantity(value)?;
        let bound = if sign == ">=" { Bound::AtLeast(value) } else { Bound::AtMost(value) };
        let Some(share) = share else {
            if left.contains('(') {
                return Ok(Goal { statistic: Statistic::read(left, model)?, bound });
            }
            return Err(Misread::Text(message!(
                "\"{text}\" may mean two things: write \"{left} {sign} {value} @ 80%\" for a \
                 chance of 80 %, or \"mean({left}) {sign} {value}\"",
                text,
                left,
                sign,
                value
            )));
        };
        let share = quantity(share)?;
        if !(share > 0.0 && share <= 1.0) {
            return Err(fail(message!("a probability lies between 0 and 100 %")));
        }
        if left.contains('(') {
            return Err(fail(message!(
                "a probability is one of the metric itself, not of its mean or percentile"
            )));
        }
        let metric = column(left, model).map_err(Misread::Metric)?;
        let statistic = Statistic { of: Of::Probability(bound), metric };
        Ok(Goal { statistic, bound: Bound::AtLeast(share) })
    }

    /// That a target holds with the chance that it demands, else in half of the futures.
    pub fn of_target(target: &Target) -> Goal {
        let statistic = Statistic { of: Of::Probability(target.bound), metric: target.metric };
        Goal { statistic, bound: Bound::AtLeast(target.with.unwrap_or(0.5)) }
    }

    /// How far a bound is missed, in its own size; nothing where it is met.
    pub(crate) fn shortfall(self, value: f64) -> f64 {
        let size = if self.bound.value() == 0.0 { 1.0 } else { self.bound.value().abs() };
        (-self.bound.margin(value)).max(0.0) / size
    }

    pub fn is_met(self, value: f64) -> bool {
        self.bound.is_met(value)
    }
}

impl Statistic {
    /// Reads `mean(profit)`, `p10(profit)`, `profit`.
    pub fn read(text: &str, model: &Model) -> Result<Statistic, Misread> {
        let text = text.trim();
        let fail = |why: Message| {
            Misread::Text(message!(
                "\"{text}\": {why}; write for instance \"mean(profit)\", \"p10(profit)\" or \
                 \"profit\" for its mean",
                text,
                why
            ))
        };
        let column = |name: &str| column(name, model).map_err(Misread::Metric);
        let Some((of, rest)) = text.split_once('(') else {
            return Ok(Statistic::typical(model, column(text)?));
        };
        let name = rest
            .trim_end()
            .strip_suffix(')')
            .ok_or_else(|| fail(message!("the bracket is not closed")))?;
        let percent = |word: &str| word.strip_prefix('p')?.parse::<f64>().ok();
        let of = match of.trim() {
            "mean" => Of::Mean,
            "median" => Of::Percentile(0.5),
            other => percent(other)
                .filter(|percent| *percent > 0.0 && *percent < 100.0)
                .map(|percent| Of::Percentile(percent / 100.0))
                .ok_or_else(|| {
                    fail(message!(
                        "there is no statistic `{other}`: there are mean, median and percentiles \
                         from p1 to p99",
                        other
                    ))
                })?,
        };
        let metric = column(name.trim())?;
        if of == Of::Mean && !has_mean(model, metric) {
            return Err(fail(message!("what may never happen has no mean: ask for its median")));
        }
        Ok(Statistic { of, metric })
    }
}

/// The column of a metric by its name, or what is wrong with the name.
pub fn column(name: &str, model: &Model) -> Result<ColumnId, Message> {
    model.column(name).ok_or_else(|| {
        let names = |columns: &mut dyn Iterator<Item = ColumnId>| -> Vec<String> {
            columns.map(|column| model.column_name(column)).collect()
        };
        let all = names(&mut model.columns());
        let way_out = nearest_or(name, all.iter().map(String::as_str), || {
            let general = names(&mut model.columns().filter(|id| id.community.is_none()));
            let list = most_alike(name, general.iter().map(String::as_str));
            message!("there are {list}", list)
        });
        if metric::find(name).is_some_and(|(_, row)| row.id == name) {
            message!(
                "`{name}` is not counted here, because what it needs has no price: {way_out}",
                name,
                way_out
            )
        } else {
            message!("`{name}` is no metric: {way_out}", name, way_out)
        }
    })
}
