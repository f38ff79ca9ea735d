//! What drives a metric: one input at a time, in the metric's own unit, and as shares of its
//! variance.

use rayon::prelude::*;

use super::{Smooth, Statistic};
use crate::design::BLOCK;
use crate::engine::{self, Detail, Ends, Watch};
use crate::estimate::{self, Estimate};
use crate::metric::Value;
use crate::model::{ColumnId, Matrix, Model, Plan};
use crate::summary;
use crate::trials::{Column, Trials};

/// The percentiles of an input between which its bar reaches.
pub(crate) const ENDS: [f64; 2] = [0.1, 0.9];
/// What all bars together may cost, in runs; every bar has at least one block.
const BARS: u64 = 8;

/// Whether the total indices are wanted, which cost a run for each input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Totals {
    Wanted,
    Left,
}

/// What is asked of the inputs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wanted {
    pub totals: Totals,
    /// So many inputs at most are looked at: those that go most closely with the metric.
    pub top: Option<usize>,
}

impl From<Totals> for Wanted {
    fn from(totals: Totals) -> Wanted {
        Wanted { totals, top: None }
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct Sensitivity {
    pub metric: ColumnId,
    pub trials: u64,
    /// Trials of each end of a bar.
    pub bar_trials: u64,
    /// The metric's typical number: its mean, or the median of what has none.
    pub typical: Estimate,
    /// Share of the futures in which the metric is undefined; they are left out of the shares of
    /// variance.
    pub undefined: f64,
    /// Inputs that move the metric, the longest bar first.
    pub drivers: Vec<Driver>,
    /// Places of the inputs that never moved it.
    pub idle: Vec<usize>,
    /// Places of the inputs that were not looked at.
    pub left_out: Vec<usize>,
    /// 1 less the share of the variance that the inputs explain together, interactions included.
    pub luck: Estimate,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Driver {
    /// Place in [`Model::inputs`].
    pub input: usize,
    /// The input's 10th and 90th percentile.
    pub ends: [f64; 2],
    /// The metric with the input at these, everything else as it falls.
    pub low: f64,
    pub high: f64,
    /// How far the metric moves from the lower end to the upper one, in the same futures.
    pub swing: Estimate,
    /// Spearman's rank correlation.
    pub rank: f64,
    /// Share of the variance that would vanish on average if the input were known: Var(E[Y | X]) /
    /// Var(Y).
    pub first: Estimate,
    /// Share that would remain on average if everything else were known: E[Var(Y | all others)] /
    /// Var(Y).
    pub total: Option<Estimate>,
}

/// Futures that a study takes at most: each input is taken at both ends of its range.
pub fn futures(model: &Model, plan: Plan, wanted: Wanted) -> u64 {
    let inputs = wanted.top.map_or(model.inputs.len(), |top| top.min(model.inputs.len()));
    let totals = if wanted.totals == Totals::Wanted { plan.trials * inputs as u64 } else { 0 };
    let luck = if model.communities.is_empty() { 0 } else { lucky(plan) };
    plan.trials + 2 * bar_trials(plan, inputs) * inputs as u64 + totals + luck
}

/// Futures with another luck, by which its share is found.
fn lucky(plan: Plan) -> u64 {
    (plan.trials / 2).max(2 * BLOCK as u64).min(plan.trials)
}

/// The ends of some inputs between which their bars reach.
pub fn ends_of(model: &Model, inputs: &[usize]) -> Vec<Ends> {
    let ends =
        |&input: &usize| Ends { input, values: ENDS.map(|p| model.inputs[input].dist.quantile(p)) };
    inputs.iter().map(ends).collect()
}

/// Every driver of a metric.
pub fn sensitivity(
    model: &Model,
    plan: Plan,
    metric: ColumnId,
    wanted: impl Into<Wanted>,
    watch: &impl Watch,
) -> Sensitivity {
    let wanted = wanted.into();
    let Wanted { totals, top } = wanted;
    let has_luck = !model.communities.is_empty();
    watch.announce(futures(model, plan, wanted));
    let all_luck = Plan { trials: lucky(plan), matrix: Matrix::AllLuck, ..plan };
    let with_luck = has_luck.then_some((model, all_luck, 0));
    engine::ahead([(model, plan, 0)].into_iter().chain(with_luck), watch);
    let study = Study {
        model,
        plan,
        metric,
        statistic: Statistic::typical(model, metric),
        trials: engine::run(model, plan, Detail::Totals, watch),
    };
    let values = study.column(&study.trials);
    let ranks = summary::drivers(model, &study.trials, metric);
    let rank = |input: usize| {
        ranks.iter().find(|driver| driver.input == input).map_or(f64::NAN, |driver| driver.rank)
    };
    let (looked_at, left_out) = closest(model.inputs.len(), top, rank);
    let bar_trials = bar_trials(plan, looked_at.len());
    let ends = ends_of(model, &looked_at);
    let turned = engine::ends(model, Plan { trials: bar_trials, ..plan }, metric, &ends, watch);
    let bars: Vec<Option<OneWay>> =
        ends.iter().zip(turned).map(|(ends, columns)| study.one_way(ends, columns)).collect();
    let moving: Vec<(usize, OneWay)> =
        looked_at.iter().zip(&bars).filter_map(|(input, bar)| Some((*input, (*bar)?))).collect();
    let firsts: Vec<Estimate> =
        moving.par_iter().map(|(input, _)| first(&study.trials.inputs[*input], &values)).collect();
    let redrawn = |input: usize| Plan { matrix: Matrix::Redrawn(input), ..plan };
    if totals == Totals::Wanted {
        engine::ahead(moving.iter().map(|(input, _)| (model, redrawn(*input), 0)), watch);
    }
    let total = |input: usize| {
        (totals == Totals::Wanted).then(|| {
            let other = engine::run(model, redrawn(input), Detail::Totals, watch);
            jansen(&values, &study.column(&other))
        })
    };
    let mut drivers: Vec<Driver> = moving
        .par_iter()
        .zip(firsts)
        .map(|(&(input, bar), first)| Driver {
            input,
            ends: bar.ends,
            low: bar.low,
            high: bar.high,
            swing: bar.swing,
            rank: rank(input),
            first,
            total: total(input),
        })
        .collect();
    drivers.sort_by(|a, b| {
        b.swing.value.abs().total_cmp(&a.swing.value.abs()).then(a.input.cmp(&b.input))
    });
    let luck = if has_luck {
        let other = engine::run(model, all_luck, Detail::Totals, watch);
        jansen(&values, &study.column(&other)).within(0.0, 1.0)
    } else {
        Estimate::exact(0.0)
    };
    let undefined =
        values.iter().filter(|value| !value.is_finite()).count() as f64 / values.len() as f64;
    Sensitivity {
        metric,
        trials: plan.trials,
        bar_trials,
        typical: study.statistic.known(model, &study.trials),
        undefined,
        drivers,
        idle: looked_at
            .iter()
            .zip(&bars)
            .filter(|(_, bar)| bar.is_none())
            .map(|(input, _)| *input)
            .collect(),
        left_out,
        luck,
    }
}

/// The inputs that are looked at, those that go most closely with the metric where only some are,
/// and the others; either in their order.
fn closest(
    inputs: usize,
    top: Option<usize>,
    rank: impl Fn(usize) -> f64,
) -> (Vec<usize>, Vec<usize>) {
    let mut order: Vec<usize> = (0..inputs).collect();
    let Some(top) = top.filter(|top| *top < inputs) else { return (order, Vec::new()) };
    let strength = |input: usize| Some(rank(input).abs()).filter(|rank| !rank.is_nan());
    order.sort_by(|&a, &b| {
        let [a, b] = [a, b].map(|input| strength(input).unwrap_or(-1.0));
        b.total_cmp(&a)
    });
    let mut left_out = order.split_off(top);
    order.sort_unstable();
    left_out.sort_unstable();
    (order, left_out)
}

/// Whole blocks for each end of a bar, so that all bars together cost about eight runs.
fn bar_trials(plan: Plan, inputs: usize) -> u64 {
    let block = BLOCK as u64;
    let share = BARS * plan.trials / (2 * inputs.max(1) as u64) / block * block;
    share.max(block).min(plan.trials)
}

struct Study<'a> {
    model: &'a Model,
    plan: Plan,
    metric: ColumnId,
    statistic: Statistic,
    trials: Trials,
}

#[derive(Clone, Copy)]
struct OneWay {
    ends: [f64; 2],
    low: f64,
    high: f64,
    swing: Estimate,
}

impl Study<'_> {
    fn column(&self, trials: &Trials) -> Vec<f64> {
        trials.column(self.model, self.metric).values()
    }

    /// The metric at both ends of an input; `None` where no future noticed.
    fn one_way(&self, ends: &Ends, columns: [Column; 2]) -> Option<OneWay> {
        let count = columns[0].len();
        let own = self.trials.column(self.model, self.metric);
        let same = |a: f64, b: f64| a == b || (a.is_nan() && b.is_nan());
        if (0..count)
            .all(|trial| columns.iter().all(|column| same(column.value(trial), own.value(trial))))
        {
            return None;
        }
        // All trials know the typical number, the first ones by how much the end differs from it.
        let (whole, part) = (
            self.statistic.value(self.model, &self.trials),
            self.statistic.part(self.model, own, 0..count),
        );
        let [low, high] = columns
            .each_ref()
            .map(|column| whole + (self.statistic.part(self.model, column, 0..count) - part));
        let [at_low, at_high] = columns.map(|column| self.run_of(column));
        let swing =
            super::difference((self.model, &at_high), (self.model, &at_low), [self.statistic; 2]);
        Some(OneWay {
            ends: ends.values,
            low,
            high,
            swing: Estimate { value: high - low, ..swing },
        })
    }

    /// A run of which only the metric is known.
    fn run_of(&self, column: Column) -> Trials {
        let mut run = Trials::empty(self.model, Plan { trials: column.len() as u64, ..self.plan });
        run.columns[self.model.place(self.metric)] = column;
        run
    }
}

/// The first-order index of an input from the sample at hand, with the error of its influence
/// function (as for the correlation ratio in Da Veiga and Gamboa, *J. Nonparametric Statistics* 25
/// (2013)). It is never below 0.
pub fn first(input: &[f64], values: &[f64]) -> Estimate {
    let defined: Vec<usize> =
        (0..values.len()).filter(|&trial| values[trial].is_finite()).collect();
    let (x, y): (Vec<f64>, Vec<f64>) =
        defined.iter().map(|&trial| (input[trial], values[trial])).unzip();
    let variance = estimate::variance(&y);
    if variance.is_nan() || variance <= 0.0 {
        return Estimate::unknown(f64::NAN);
    }
    let smooth = Smooth::of(&x, &y);
    let (index, mean) = (smooth.explained(&y), estimate::mean(&y));
    let influence = |(y, fitted): (&f64, &f64)| {
        let (y, fitted) = (y - mean, fitted - mean);
        (2.0 * y * fitted - fitted * fitted - index * y * y) / variance
    };
    let influences: Vec<f64> = y.iter().zip(&smooth.fitted).map(influence).collect();
    let known = Estimate::of(index, &influences, BLOCK);
    // Where the input explains nothing, what is left is the chance of the terms themselves.
    let n = y.len() as f64;
    let terms = (2.0 * smooth.terms as f64).sqrt() / n * (1.0 - index.clamp(0.0, 1.0));
    Estimate { se: (known.se * known.se + terms * terms).sqrt(), ..known }.within(0.0, 1.0)
}

/// The share of the variance of `values` that is due to what differs between the two columns:
/// mean((a - b)^2) / (2 Var(a)).
///
/// Jansen, *Computer Physics Communications* 117 (1999). Test:
/// `study::sensitivity::ishigami_is_as_published`.
pub fn jansen(values: &[f64], others: &[f64]) -> Estimate {
    let defined: Vec<f64> = values.iter().copied().filter(|value| value.is_finite()).collect();
    let (variance, mean) = (estimate::variance(&defined), estimate::mean(&defined));
    if variance.is_nan() || variance <= 0.0 {
        return Estimate::unknown(f64::NAN);
    }
    let pairs = values.iter().zip(others).map(|(a, b)| (*a, *b)).collect::<Vec<(f64, f64)>>();
    let half = |(a, b): &(f64, f64)| {
        if a.is_finite() && b.is_finite() { 0.5 * (a - b) * (a - b) } else { 0.0 }
    };
    let paired = pairs.iter().filter(|(a, b)| a.is_finite() && b.is_finite()).count() as f64;
    let index = pairs.iter().map(half).sum::<f64>() / paired / variance;
    // An undefined trial moves nothing.
    let influence = |pair: &(f64, f64)| {
        if pair.0.is_finite() && pair.1.is_finite() {
            (half(pair) - index * (pair.0 - mean) * (pair.0 - mean)) / variance
        } else {
            0.0
        }
    };
    let influences: Vec<f64> = pairs.iter().map(influence).collect();
    Estimate::of(index, &influences, BLOCK)
}

/// Whether a metric has a mean, so that its bars are means.
pub(crate) fn has_mean(model: &Model, metric: ColumnId) -> bool {
    !matches!(model.metric(metric.metric).value, Value::Moment(_))
}
