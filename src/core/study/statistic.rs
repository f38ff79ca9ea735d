//! One number of a distribution, with its error: a mean, a percentile, a probability.

use crate::design::BLOCK;
use crate::estimate::{self, Estimate};
use crate::metric::Value;
use crate::model::{Bound, ColumnId, Model};
use crate::trials::{Column, Trials};

/// What is asked of a metric.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Statistic {
    pub of: Of,
    pub metric: ColumnId,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Of {
    /// The mean; of a ratio, the ratio of the means.
    Mean,
    /// The value below which this share of the futures lies; undefined futures rank as the worst.
    Percentile(f64),
    /// The share of the futures that meet a bound; undefined futures meet none.
    Probability(Bound),
}

impl Of {
    /// What stands for a metric where one number is asked for: its mean, or, of what may never
    /// happen, its median.
    pub fn typical(model: &Model, metric: ColumnId) -> Of {
        if matches!(model.metric(metric.metric).value, Value::Moment(_)) {
            Of::Percentile(0.5)
        } else {
            Of::Mean
        }
    }
}

impl Statistic {
    /// The mean of a metric, or the median of what has none.
    pub fn typical(model: &Model, metric: ColumnId) -> Statistic {
        Statistic { of: Of::typical(model, metric), metric }
    }

    /// The statistic over all trials.
    pub fn value(self, model: &Model, trials: &Trials) -> f64 {
        let column = trials.column(model, self.metric);
        self.part(model, column, 0..column.len())
    }

    /// The statistic over all trials with its error.
    pub fn known(self, model: &Model, trials: &Trials) -> Estimate {
        let column = trials.column(model, self.metric);
        let value = self.value(model, trials);
        if let Some(influences) = self.influences(column) {
            return Estimate::of(value, &influences, BLOCK);
        }
        let from_blocks =
            Estimate::of_blocks(value, &self.blocks(model, column), column.len(), BLOCK);
        from_blocks.unwrap_or_else(|| self.by_order(model, column, value))
    }

    /// How far each trial moves the statistic; `None` for percentiles.
    pub(super) fn influences(self, column: &Column) -> Option<Vec<f64>> {
        match (self.of, column) {
            (Of::Mean, Column::Plain(values)) => Some(values.clone()),
            (Of::Mean, Column::Ratio { over, under }) => {
                let below = estimate::mean(under);
                let ratio = estimate::mean(over) / below;
                Some(
                    over.iter()
                        .zip(under)
                        .map(|(over, under)| (over - ratio * under) / below)
                        .collect(),
                )
            }
            (Of::Probability(bound), column) => Some(column.hits(bound)),
            (Of::Percentile(_), _) => None,
        }
    }

    /// How far each trial moves the statistic, percentiles included; `None` where one of them is
    /// "never".
    pub(super) fn moves(self, model: &Model, column: &Column) -> Option<Vec<f64>> {
        let moves = self.influences(column).or_else(|| self.below(model, column))?;
        moves.iter().all(|value| value.is_finite()).then_some(moves)
    }

    /// The statistic on some trials.
    pub fn part(self, model: &Model, column: &Column, trials: std::ops::Range<usize>) -> f64 {
        match (self.of, column) {
            (Of::Mean, Column::Plain(values)) => estimate::mean(&values[trials]),
            (Of::Mean, Column::Ratio { over, under }) => {
                estimate::mean(&over[trials.clone()]) / estimate::mean(&under[trials])
            }
            (Of::Percentile(p), column) => {
                let values: Vec<f64> =
                    trials.map(|trial| self.ranked(model, column.value(trial))).collect();
                let [value] = estimate::quantiles_by_selection(&values, [p]);
                value
            }
            (Of::Probability(bound), column) => {
                let count = trials.len() as f64;
                trials.map(|trial| bound.hit(column.value(trial))).sum::<f64>() / count
            }
        }
    }

    /// How far each trial moves a percentile q: (p - [y <= q]) / f(q), with the density f from
    /// the distance of the percentiles beside it (Siddiqui 1960, with the width of Hall and
    /// Sheather 1988). `None` where these are not finite.
    fn below(self, model: &Model, column: &Column) -> Option<Vec<f64>> {
        let Of::Percentile(p) = self.of else { return None };
        let values: Vec<f64> =
            column.values().into_iter().map(|value| self.ranked(model, value)).collect();
        let mut sorted = values.clone();
        sorted.sort_unstable_by(f64::total_cmp);
        let at = |p: f64| estimate::quantile_of_sorted(&sorted, p);
        let width = (0.9 / libm::cbrt(values.len() as f64)).min(0.5 * p.min(1.0 - p));
        let slope = (at(p + width) - at(p - width)) / (2.0 * width);
        let q = at(p);
        slope.is_finite().then(|| {
            values.iter().map(|value| (p - f64::from(u8::from(*value <= q))) * slope).collect()
        })
    }

    fn ranked(self, model: &Model, value: f64) -> f64 {
        if value.is_nan() { model.metric(self.metric.metric).better.worst() } else { value }
    }

    /// The statistic on each whole block.
    fn blocks(self, model: &Model, column: &Column) -> Vec<f64> {
        let count = column.len() / BLOCK;
        (0..count)
            .map(|block| self.part(model, column, block * BLOCK..(block + 1) * BLOCK))
            .collect()
    }

    fn by_order(self, model: &Model, column: &Column, value: f64) -> Estimate {
        let mut values: Vec<f64> =
            column.values().into_iter().map(|value| self.ranked(model, value)).collect();
        values.sort_unstable_by(f64::total_cmp);
        let p = if let Of::Percentile(p) = self.of { p } else { 0.5 };
        Estimate {
            value,
            se: estimate::quantile_error(&values, p),
            freedom: (values.len().max(2) - 1) as f64,
        }
    }
}

/// A model with its run.
pub type Run<'a> = (&'a Model, &'a Trials);

/// A statistic of one run less that of another of the same plan, paired trial by trial or block by
/// block.
pub fn difference(
    (other, other_runs): Run,
    (base, base_runs): Run,
    [of_other, of_base]: [Statistic; 2],
) -> Estimate {
    let columns =
        [other_runs.column(other, of_other.metric), base_runs.column(base, of_base.metric)];
    let value = of_other.value(other, other_runs) - of_base.value(base, base_runs);
    if columns[0] == columns[1] {
        return Estimate::exact(0.0);
    }
    if let (Some(a), Some(b)) = (of_other.influences(columns[0]), of_base.influences(columns[1])) {
        let paired: Vec<f64> = a.iter().zip(&b).map(|(a, b)| a - b).collect();
        return Estimate::of(value, &paired, BLOCK);
    }
    let (a, b) = (of_other.blocks(other, columns[0]), of_base.blocks(base, columns[1]));
    let paired: Vec<f64> = a.iter().zip(&b).map(|(a, b)| a - b).collect();
    let few = || {
        let (a, b) = (of_other.below(other, columns[0])?, of_base.below(base, columns[1])?);
        let paired: Vec<f64> = a.iter().zip(&b).map(|(a, b)| a - b).collect();
        Some(Estimate::of(value, &paired, BLOCK))
    };
    Estimate::of_blocks(value, &paired, columns[0].len(), BLOCK).or_else(few).unwrap_or_else(|| {
        let (a, b) = (of_other.known(other, other_runs), of_base.known(base, base_runs));
        // Where a percentile is "never" nothing is known about the pairing.
        Estimate { value, se: libm::hypot(a.se, b.se), freedom: a.freedom.min(b.freedom) }
    })
}
