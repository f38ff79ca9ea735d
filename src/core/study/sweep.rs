//! One or two keys moved through their ranges: the same futures at every value.

use super::settled::{Settling, wrong_pick};
use super::{Run, Statistic, compare, difference};
use crate::design::{BLOCK, Sampler};
use crate::engine::{self, Detail, Watch};
use crate::estimate::Known;
use crate::model::{Model, Plan};
use crate::summary::Summary;
use crate::trials::Trials;

/// The model at one value of each key.
#[derive(Clone, Debug)]
pub struct Place {
    pub at: Vec<f64>,
    pub model: Model,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Sweep {
    pub trials: u64,
    pub points: Vec<Point>,
    /// Place of the point with the best typical number.
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

/// Runs every point; with `most`, doubles the trials until the best one is settled or there are so
/// many.
pub fn sweep(
    places: &[Place],
    plan: Plan,
    (subject, most): (&str, Option<u64>),
    watch: &impl Watch,
) -> Sweep {
    watch.announce(plan.trials * places.len() as u64);
    let mut runs: Vec<Trials> =
        places.iter().map(|place| engine::run(&place.model, plan, Detail::Totals, watch)).collect();
    loop {
        let standing = standing(places, &runs, subject);
        let trials = runs.first().map_or(0, Trials::count);
        let settling = standing.as_ref().map(|standing| Settling { trials, wrong: standing.wrong });
        let more = (2 * trials).max(2 * BLOCK as u64);
        let goes_on = most.is_some_and(|most| more <= most)
            && settling.is_some_and(|settling| !settling.is_settled());
        if !goes_on || watch.stopped() || plan.sampler == Sampler::Expected {
            let point = |(place, run): (&Place, &Trials)| Point {
                at: place.at.clone(),
                summary: Summary::of(&place.model, run),
            };
            let points = places.iter().zip(&runs).map(point).collect();
            let (best, ties) = standing
                .map_or((None, Vec::new()), |standing| (Some(standing.best), standing.ties));
            return Sweep {
                trials,
                points,
                best,
                ties,
                settling: settling.filter(|_| most.is_some()),
            };
        }
        watch.announce((more - trials) * places.len() as u64);
        for (place, run) in places.iter().zip(&mut runs) {
            engine::extend(&place.model, run, more, Detail::Totals, watch);
        }
    }
}

struct Standing {
    best: usize,
    ties: Vec<usize>,
    wrong: f64,
}

/// Which point is best, and how surely. `None` where neither direction is better.
fn standing(places: &[Place], runs: &[Trials], subject: &str) -> Option<Standing> {
    let statistics: Option<Vec<Statistic>> = places
        .iter()
        .map(|place| Some(Statistic::typical(&place.model, place.model.column(subject)?)))
        .collect();
    let statistics = statistics?;
    let better = places.first()?.model.metric(statistics.first()?.metric.metric).better;
    if better == crate::metric::Better::Neither {
        return None;
    }
    let value = |place: usize| statistics[place].value(&places[place].model, &runs[place]);
    let best = (0..places.len()).max_by(|&a, &b| {
        compare::rank(better, value(a)).total_cmp(&compare::rank(better, value(b)))
    })?;
    let run = |place: usize| -> Run { (&places[place].model, &runs[place]) };
    let advantage =
        |rival: usize| difference(run(best), run(rival), [statistics[best], statistics[rival]]);
    let rivals: Vec<(usize, Known)> = (0..places.len())
        .filter(|&place| place != best)
        .map(|rival| (rival, advantage(rival)))
        .collect();
    let within = |known: &Known| {
        let [low, high] = known.interval();
        low <= 0.0 && high >= 0.0
    };
    let ties = rivals.iter().filter(|(_, known)| within(known)).map(|(rival, _)| *rival).collect();
    let advantages: Vec<Known> = rivals.into_iter().map(|(_, known)| known).collect();
    Some(Standing { best, ties, wrong: wrong_pick(&advantages, 0.0) })
}
