//! How the metric that a scenario is about is spread, and what it goes with.

use super::maker::{Maker, Pictures};
use crate::estimate;
use crate::metric::Value;
use crate::model::{Bound, ColumnId};
use crate::output::charts::{Bar, Distribution, Exceedance, Mark, Sample, Scatter, Tornado};
use crate::output::format::Format as _;
use crate::output::format::Quantity;
use crate::output::format::numerals::currency;
use crate::output::phrases;
use crate::output::phrases::{input_words, metric_words, names, target_words};
use crate::output::words::{Case, say, sentence};
use crate::summary::{Fifths, MetricSummary};
use crate::units::Unit;

/// Dots of the scatter.
const DOTS: usize = 1_000;

/// A value that somebody asks for.
struct Asked {
    mark: Mark,
    way: Way,
    /// In how many futures it is so.
    share: String,
}

/// On which side of the value the futures lie that are asked for.
#[derive(Clone, Copy)]
enum Way {
    AtLeast,
    AtMost,
}

impl Maker<'_> {
    /// What every scenario has, with communities or without.
    pub fn spread(&self, pictures: &mut Pictures) {
        let Some(column) = self.findings.subject else { return };
        let Some(found) = self.report.summary().metrics.iter().find(|found| found.column == column)
        else {
            return;
        };
        let sample = self.report.trials().column(self.report.model(), column).values();
        // Of what never happens, and of a single future, there is no distribution.
        if sample.len() < 2 || (found.min == 0.0 && found.max == 0.0) {
            return;
        }
        let (words, quantity) = (self.name(column), self.quantity(column));
        let (spread, asked) = (self.report.spread(found), self.marks(column));
        let marks: Vec<Mark> = asked.iter().map(|asked| asked.mark.clone()).collect();
        let distribution = Distribution::of(&Sample {
            words: &words,
            scope: &self.sampled(),
            quantity,
            values: &sample,
            spread,
            marks: &marks,
        });
        pictures.add("distribution", Some(distribution));
        pictures.add("exceedance", self.exceedance(found, &sample, asked));
        pictures.add("tornado", self.tornado(found, &sample));
        pictures.add("driver", self.driver(column, &sample));
    }

    /// The scope of a picture that is drawn from the trials at hand, where these are not all.
    fn sampled(&self) -> String {
        let trials = self.report.trials();
        match trials.tally {
            Some(_) => say!(
                self.locale,
                "scope-of-sample",
                scope = self.scope.as_str(),
                n = trials.filled() as u64
            ),
            None => self.scope.clone(),
        }
    }

    /// The metric's words, with its currency where it is money.
    fn name(&self, column: ColumnId) -> String {
        let words = metric_words(self.locale, self.report.model(), column);
        let is_money = self.report.model().metric(column.metric).unit == Unit::Money;
        if is_money {
            say!(
                self.locale,
                "unit-behind",
                words = words,
                unit = currency(&self.report.about().currency)
            )
        } else {
            words
        }
    }

    /// The targets on the metric, and break-even where it is what remains.
    fn marks(&self, column: ColumnId) -> Vec<Asked> {
        let (report, locale) = (self.report, self.locale);
        let of_it = |metric: ColumnId| report.model().place(metric) == report.model().place(column);
        let targets = report
            .model()
            .targets
            .iter()
            .zip(&report.summary().targets)
            .filter(|(target, _)| of_it(target.metric));
        let mut marks: Vec<Asked> = targets
            .map(|(target, found)| {
                let (way, id) = match target.bound {
                    Bound::AtLeast(_) => (Way::AtLeast, "mark-at-least"),
                    Bound::AtMost(_) => (Way::AtMost, "mark-at-most"),
                };
                let se = Some(found.probability.se).filter(|se| se.is_finite());
                let share = self.futures(found.probability.value, se);
                let chance = say!(locale, id, chance = share.as_str());
                let words = target_words(locale, &target.name);
                Asked { mark: Mark { value: target.bound.value(), words, chance }, way, share }
            })
            .collect();
        let remains =
            matches!(report.model().metric(column.metric).id, "profit" | "npv" | "cash_end");
        if remains && !marks.iter().any(|asked| asked.mark.value == 0.0) {
            let values = report.trials().column(report.model(), column).values();
            let share =
                values.iter().filter(|value| **value >= 0.0).count() as f64 / values.len() as f64;
            let share = self.futures(share, None);
            let chance = say!(locale, "mark-at-least", chance = share.as_str());
            let words = say!(locale, "break-even");
            let mark = Mark { value: 0.0, words, chance };
            marks.push(Asked { mark, way: Way::AtLeast, share });
        }
        marks
    }

    /// `in 97 % of futures`.
    fn futures(&self, share: f64, se: Option<f64>) -> String {
        match share {
            0.0 => say!(self.locale, "chance-never"),
            1.0 => say!(self.locale, "chance-always"),
            _ => say!(self.locale, "share-of-futures", share = self.locale.share(share, se)),
        }
    }

    fn exceedance(
        &self,
        found: &MetricSummary,
        sample: &[f64],
        asked: Vec<Asked>,
    ) -> Option<Exceedance> {
        let points = Exceedance::points(sample);
        if points.len() < 3
            || matches!(self.report.model().metric(found.column.metric).value, Value::Moment(_))
        {
            return None;
        }
        let (spread, quantity) = (self.report.spread(found), self.quantity(found.column));
        // The first mark within sight, or else what 19 of 20 futures reach.
        let near = |asked: &&Asked| (found.min..=found.max).contains(&asked.mark.value);
        let (way, value, chance) = if let Some(asked) = asked.iter().find(near) {
            let value = self.locale.amount(quantity, asked.mark.value, Some(0.0));
            (asked.way, value, asked.share.clone())
        } else {
            let low = spread.told(self.locale, quantity).low;
            (Way::AtLeast, low, self.futures(0.95, Some(0.0)))
        };
        let title = match way {
            Way::AtLeast => "exceedance-title",
            Way::AtMost => "exceedance-title-most",
        };
        let words = sentence(&self.name(found.column));
        Some(Exceedance {
            title: say!(self.locale, title, words = words, value = value, chance = chance),
            subtitle: say!(self.locale, "exceedance-subtitle", scope = self.sampled()),
            words: self.name(found.column),
            quantity,
            points,
            spread,
            marks: asked.into_iter().map(|asked| asked.mark).collect(),
        })
    }

    /// Two bars at least: what a single input does, the scatter shows better.
    fn tornado(&self, found: &MetricSummary, sample: &[f64]) -> Option<Tornado> {
        let (model, locale, quantity) =
            (self.report.model(), self.locale, self.quantity(found.column));
        let drivers: Vec<&Fifths> =
            self.findings.drivers.iter().filter(|driver| driver.low != driver.high).collect();
        let first = *drivers.first().filter(|_| drivers.len() > 1)?;
        let told =
            |value: f64| locale.amount(quantity, value, Some(first.se).filter(|se| *se > 0.0));
        let bar = |driver: &&Fifths| {
            let input = &model.inputs[driver.input];
            let unit = input_words(locale, model, &input.key).1;
            let width = input.dist.quantile(0.9) - input.dist.quantile(0.1);
            let ends =
                [0.1, 0.9].map(|p| phrases::of_input(locale, unit, input.dist.quantile(p), width));
            let words = names::input(locale, model, &input.key, Case::Nominative);
            Bar { words, low: driver.low, high: driver.high, inputs: ends }
        };
        let words = metric_words(locale, model, found.column);
        let unit = model.metric(found.column.metric).unit;
        let sum =
            |value: f64| names::sum(locale, unit, &self.report.about().currency, &told(value));
        let Bar { words: input, inputs: [from, to], .. } = bar(&first);
        Some(Tornado {
            title: say!(
                locale,
                "drivers-title",
                input = input,
                ends = locale.between(&from, &to),
                words = words.as_str(),
                low = sum(first.low),
                high = sum(first.high)
            ),
            subtitle: say!(
                locale,
                "drivers-subtitle",
                scope = self.sampled(),
                words = self.name(found.column)
            ),
            quantity,
            // The bars are means of futures, of a ratio too.
            centre: estimate::mean(
                &sample.iter().copied().filter(|value| value.is_finite()).collect::<Vec<_>>(),
            ),
            bars: drivers.iter().map(bar).collect(),
        })
    }

    fn driver(&self, column: ColumnId, sample: &[f64]) -> Option<Scatter> {
        let (model, locale) = (self.report.model(), self.locale);
        let first = self.findings.drivers.first()?;
        let input = &model.inputs[first.input];
        let unit = input_words(locale, model, &input.key).1;
        let values = &self.report.trials().inputs[first.input];
        let count = values.len().min(sample.len());
        let dots = (0..count.min(DOTS)).map(|trial| (values[trial], sample[trial])).collect();
        let name = names::input(locale, model, &input.key, Case::Nominative);
        let (medians, figure) = (medians(&values[..count], &sample[..count]), self.name(column));
        let width = input.dist.quantile(0.9) - input.dist.quantile(0.1);
        let money = model.metric(column.metric).unit;
        let told = |(at, value): (f64, f64)| {
            let value = locale.amount(self.quantity(column), value, None);
            let value = names::sum(locale, money, &self.report.about().currency, &value);
            [phrases::of_input(locale, unit, at, width), value]
        };
        let [from, low] = told(*medians.first()?);
        let [to, high] = told(*medians.last()?);
        Some(Scatter {
            title: say!(
                locale,
                "driver-title",
                input = name.as_str(),
                words = sentence(&metric_words(locale, model, column)),
                from = from,
                low = low,
                to = to,
                high = high
            ),
            subtitle: say!(locale, "driver-subtitle", scope = self.sampled()),
            across: (name, if unit == Unit::Share { Quantity::Share } else { Quantity::Number }),
            up: (figure, self.quantity(column)),
            dots,
            medians,
        })
    }
}

/// Medians of both in each tenth of the futures, by the input.
fn medians(input: &[f64], figure: &[f64]) -> Vec<(f64, f64)> {
    let order = estimate::order(input).into_iter();
    let order: Vec<usize> = order.filter(|&place| figure[place].is_finite()).collect();
    let tenth = order.len().div_ceil(10).max(1);
    let median = |places: &[usize], values: &[f64]| {
        let values: Vec<f64> = places.iter().map(|&place| values[place]).collect();
        values[estimate::order(&values)[values.len() / 2]]
    };
    order.chunks(tenth).map(|places| (median(places, input), median(places, figure))).collect()
}
