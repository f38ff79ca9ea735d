//! Which of several models is the best one, and how surely.

use super::{Run, Statistic, difference};
use crate::estimate::Estimate;
use crate::metric::Better;

/// The model with the best typical number, and what it has before the others.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Ranking {
    /// Place of the best one.
    pub best: usize,
    /// The other places, each with the paired advantage of the best one over it.
    pub rivals: Vec<(usize, Estimate)>,
}

impl Ranking {
    /// Ranks runs by the typical number of a metric; `None` where one of them does not have it.
    pub fn of(runs: &[Run], subject: &str) -> Option<Ranking> {
        let statistics: Option<Vec<Statistic>> = runs
            .iter()
            .map(|(model, _)| Some(Statistic::typical(model, model.column(subject)?)))
            .collect();
        let statistics = statistics?;
        let better = runs.first()?.0.metric(statistics.first()?.metric.metric).better;
        let score = |place: usize| {
            let (model, trials) = runs[place];
            score(better, statistics[place].value(model, trials))
        };
        let best = (0..runs.len()).max_by(|&a, &b| score(a).total_cmp(&score(b)))?;
        let advantage = |rival: usize| {
            difference(runs[best], runs[rival], [statistics[best], statistics[rival]])
        };
        let rivals = (0..runs.len()).filter(|&place| place != best);
        Some(Ranking { best, rivals: rivals.map(|rival| (rival, advantage(rival))).collect() })
    }

    /// The places of those that cannot be told apart from the best one.
    pub fn ties(&self) -> Vec<usize> {
        let is_tie = |(_, advantage): &&(usize, Estimate)| {
            let [low, high] = advantage.interval();
            low <= 0.0 && high >= 0.0
        };
        self.rivals.iter().filter(is_tie).map(|(place, _)| *place).collect()
    }

    /// The chance that some rival is better than the best one, where less than `tolerance` makes no
    /// difference.
    pub fn chance_wrong(&self, tolerance: f64) -> f64 {
        chance_wrong(self.rivals.iter().map(|(_, advantage)| *advantage), tolerance)
    }
}

/// The chance that some rival is better than the pick, from the advantage of the pick over each: at
/// most the sum of the single chances (Bonferroni). A rival that is surely within `tolerance` of
/// the pick is no worse a pick, and counts nothing.
pub fn chance_wrong(advantages: impl IntoIterator<Item = Estimate>, tolerance: f64) -> f64 {
    let chance = |advantage: Estimate| {
        let [low, high] = advantage.interval();
        if low.abs().max(high.abs()) <= tolerance { 0.0 } else { advantage.chance_of_other_sign() }
    };
    advantages.into_iter().map(chance).sum::<f64>().min(1.0)
}

/// A value on a scale on which higher is better, and an undefined one the worst.
pub fn score(better: Better, value: f64) -> f64 {
    let value = if better == Better::Lower { -value } else { value };
    if value.is_nan() { f64::NEG_INFINITY } else { value }
}
