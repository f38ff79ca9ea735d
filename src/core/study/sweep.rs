//! One or two keys moved through their ranges: the same futures at every value.

use super::Run;
use super::ranking::Ranking;
use super::settled::{Asked, Settling, run_until_settled};
use crate::engine::Watch;
use crate::metric::Better;
use crate::model::Model;
use crate::summary::Summary;
use crate::trials::Trials;

/// The model at one value of each key.
#[derive(Clone, Debug)]
pub struct GridPoint {
    pub at: Vec<f64>,
    pub model: Model,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Sweep {
    pub trials: u64,
    pub points: Vec<Point>,
    /// Place of the point with the best typical number; `None` where neither direction is better.
    pub best: Option<usize>,
    /// Points that cannot be told apart from the best one.
    pub ties: Vec<usize>,
    pub settling: Option<Settling>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    pub at: Vec<f64>,
    pub summary: Summary,
}

/// Runs every point, on the same futures.
pub fn sweep(grid: &[GridPoint], asked: Asked, watch: &impl Watch) -> Sweep {
    let models: Vec<&Model> = grid.iter().map(|point| &point.model).collect();
    let look = |runs: &[Trials]| {
        let runs: Vec<Run> = models.iter().copied().zip(runs).collect();
        let ranking = has_direction(&models, asked.subject)
            .then(|| Ranking::of(&runs, asked.subject))
            .flatten();
        let chance_wrong = ranking.as_ref().map(|ranking| ranking.chance_wrong(0.0));
        (ranking, chance_wrong)
    };
    let (runs, ranking, settling) = run_until_settled(&models, asked, look, watch);
    let point = |(point, run): (&GridPoint, &Trials)| Point {
        at: point.at.clone(),
        summary: Summary::of(&point.model, run),
    };
    Sweep {
        trials: runs.first().map_or(0, Trials::count),
        points: grid.iter().zip(&runs).map(point).collect(),
        best: ranking.as_ref().map(|ranking| ranking.best),
        ties: ranking.map_or_else(Vec::new, |ranking| ranking.ties()),
        settling,
    }
}

/// Whether one direction of a metric is better.
fn has_direction(models: &[&Model], subject: &str) -> bool {
    let better = |model: &&Model| Some(model.metric(model.column(subject)?.metric).better);
    models.first().and_then(better).is_some_and(|better| better != Better::Neither)
}
