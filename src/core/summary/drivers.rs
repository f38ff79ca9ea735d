//! Which inputs move a metric: rank correlations over the trials.

use rayon::prelude::*;

use crate::estimate;
use crate::model::{ColumnId, Model};
use crate::trials::Trials;

/// How closely a metric follows an input.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Driver {
    /// Place in [`Model::inputs`].
    pub input: usize,
    /// Spearman's rank correlation.
    pub rank: f64,
}

/// Trials that are ranked: they leave a rank correlation with an error of 0.003 at most, 1/sqrt(n).
const RANKED: usize = 100_000;

/// The inputs by the size of their rank correlation with a metric, the largest first; inputs that
/// never vary and metrics that never vary have none. A future in which the metric is undefined
/// ranks as the worst one. Checked against hand arithmetic in `tests/it/drivers.rs`.
pub fn drivers(model: &Model, trials: &Trials, metric: ColumnId) -> Vec<Driver> {
    let count = trials.filled().min(RANKED);
    let (column, worst) =
        (trials.column(model, metric), model.metric(metric.metric).better.worst());
    let values = (0..count)
        .map(|trial| column.value(trial))
        .map(|value| if value.is_nan() { worst } else { value });
    let metric = Ranks::of(&values.collect::<Vec<_>>());
    let driver = |(input, values): (usize, &Vec<f64>)| {
        let rank = Ranks::of(&values[..count]).correlation(&metric);
        rank.is_finite().then_some(Driver { input, rank })
    };
    let mut drivers: Vec<Driver> =
        trials.inputs.par_iter().enumerate().filter_map(driver).collect();
    drivers.sort_by(|a, b| b.rank.abs().total_cmp(&a.rank.abs()).then(a.input.cmp(&b.input)));
    drivers
}

/// Spearman's rank correlation of two samples of equal length: Pearson's of their ranks; NaN where
/// one never varies.
pub fn spearman(x: &[f64], y: &[f64]) -> f64 {
    Ranks::of(x).correlation(&Ranks::of(y))
}

/// The ranks of some values; equal values share the mean of theirs.
#[derive(Clone, Debug, PartialEq)]
pub struct Ranks(Vec<f64>);

impl Ranks {
    pub fn of(values: &[f64]) -> Ranks {
        let order = estimate::order(values);
        let mut ranks = vec![0.0; values.len()];
        let mut first = 0;
        for tied in order.chunk_by(|&a, &b| values[a] == values[b]) {
            let rank = first as f64 + (tied.len() - 1) as f64 / 2.0;
            for &place in tied {
                ranks[place] = rank;
            }
            first += tied.len();
        }
        Ranks(ranks)
    }

    /// Pearson's correlation of the ranks of two samples of equal length; NaN where one never
    /// varies.
    pub fn correlation(&self, other: &Ranks) -> f64 {
        correlation(&self.0, &other.0)
    }
}

fn correlation(x: &[f64], y: &[f64]) -> f64 {
    let (mean_x, mean_y) = (estimate::mean(x), estimate::mean(y));
    let (mut both, mut var_x, mut var_y) = (0.0, 0.0, 0.0);
    for (x, y) in x.iter().zip(y).map(|(x, y)| (x - mean_x, y - mean_y)) {
        both += x * y;
        var_x += x * x;
        var_y += y * y;
    }
    if var_x > 0.0 && var_y > 0.0 { both / (var_x * var_y).sqrt() } else { f64::NAN }
}

/// A metric where an input is low and where it is high.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fifths {
    /// Place in [`Model::inputs`].
    pub input: usize,
    /// Spearman's rank correlation.
    pub rank: f64,
    /// Mean of the metric over the fifth of the futures in which the input is lowest, and in which
    /// it is highest.
    pub low: f64,
    pub high: f64,
    /// The standard error of either, as if the trials were independent.
    pub se: f64,
}

/// Rank correlations nearer to zero than so many standard errors of one without an effect,
/// 1/sqrt(n), are chance.
const CHANCE: f64 = 4.0;

/// The inputs that a metric follows most closely, at most so many and none by chance, with its
/// means over the lowest and the highest fifth of each: what the trials of a run tell of its
/// drivers without another run. Futures in which the metric is undefined are left out of the means.
/// Test: `drivers::the_fifths_of_a_straight_line`.
pub fn moved_by(model: &Model, trials: &Trials, metric: ColumnId, most: usize) -> Vec<Fifths> {
    let column = trials.column(model, metric);
    let count = trials.filled().min(RANKED);
    let values: Vec<f64> = (0..count).map(|trial| column.value(trial)).collect();
    let of = |driver: &Driver| {
        let input = &trials.inputs[driver.input];
        let mut order: Vec<usize> = (0..count).filter(|&trial| values[trial].is_finite()).collect();
        order.sort_unstable_by(|&a, &b| input[a].total_cmp(&input[b]).then(a.cmp(&b)));
        let fifth = order.len() / 5;
        let ends = [&order[..fifth], &order[order.len() - fifth..]]
            .map(|places| places.iter().map(|&trial| values[trial]).collect::<Vec<f64>>());
        let [low, high] = ends.each_ref().map(|values| estimate::mean(values));
        let se = (estimate::variance(&ends[0]) / fifth as f64).sqrt();
        (fifth > 0).then_some(Fifths { input: driver.input, rank: driver.rank, low, high, se })
    };
    let told = |driver: &&Driver| driver.rank.abs() >= CHANCE / (count as f64).sqrt();
    drivers(model, trials, metric).iter().filter(told).take(most).filter_map(of).collect()
}
