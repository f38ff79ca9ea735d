//! One future that stands for others: the middle one, or one that goes as badly or as well as one
//! in twenty.

use crate::diagnostic::{Message, message};
use crate::metric::Better;
use crate::model::{ColumnId, Model};
use crate::trials::{Replay, Trials};

/// Which future is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    Typical,
    Bad,
    Good,
    /// By its number, counted from 0.
    Number(u64),
}

impl Which {
    /// Reads `typical`, `bad`, `good` or a number.
    pub fn read(text: &str) -> Result<Which, Message> {
        match text {
            "typical" => Ok(Which::Typical),
            "bad" => Ok(Which::Bad),
            "good" => Ok(Which::Good),
            _ => text.parse().map(Which::Number).map_err(|_| {
                message!(
                    "`{text}` is none of `typical`, `bad` and `good`, and no number of a future",
                    text
                )
            }),
        }
    }

    pub const fn id(self) -> &'static str {
        match self {
            Which::Typical => "typical",
            Which::Bad => "bad",
            Which::Good => "good",
            Which::Number(_) => "number",
        }
    }

    /// Share of the futures that lie below it, by a metric of which more or less is better.
    const fn share(self, better: Better) -> f64 {
        match (self, better) {
            (Which::Bad, Better::Lower) | (Which::Good, Better::Higher | Better::Neither) => 0.95,
            (Which::Bad, _) | (Which::Good, Better::Lower) => 0.05,
            (Which::Typical | Which::Number(_), _) => 0.5,
        }
    }
}

/// One future, with what is unusual in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    pub which: Which,
    pub trial: u64,
    /// By which it is chosen.
    pub metric: ColumnId,
    pub replay: Replay,
    /// Inputs whose value lies outside of nine tenths of what is believed, by place in
    /// [`Model::inputs`], with the share of the belief below it; the strangest first.
    pub unusual: Vec<(usize, f64)>,
}

/// The futures beyond which an input is unusual.
const USUAL: [f64; 2] = [0.05, 0.95];

impl Told {
    pub fn of(
        model: &Model,
        (which, trial): (Which, u64),
        metric: ColumnId,
        replay: Replay,
    ) -> Told {
        let place = |(input, value): (usize, &f64)| {
            let dist = &model.inputs[input].dist;
            let below = dist.chance(*value).below;
            (dist.is_fixed().is_none() && !(USUAL[0]..=USUAL[1]).contains(&below))
                .then_some((input, below))
        };
        let mut unusual: Vec<(usize, f64)> =
            replay.inputs.iter().enumerate().filter_map(place).collect();
        let far = |found: &(usize, f64)| (found.1 - 0.5).abs();
        unusual.sort_by(|a, b| far(b).total_cmp(&far(a)).then(a.0.cmp(&b.0)));
        Told { which, trial, metric, replay, unusual }
    }

    /// The value of the metric by which it was chosen.
    pub fn value(&self, model: &Model) -> f64 {
        self.replay.value(model, self.metric)
    }
}

/// The future whose metric is the percentile that is meant: the lower of two values, as everywhere,
/// and of equal ones the first. `None` where the metric is defined in no future. Tests:
/// `study::future::the_future_that_is_told_has_the_percentile_of_the_run`,
/// `study::future::a_bad_future_costs_much_and_a_good_one_costs_little`.
pub fn find(model: &Model, trials: &Trials, metric: ColumnId, which: Which) -> Option<u64> {
    if let Which::Number(trial) = which {
        return Some(trial);
    }
    let values = trials.column(model, metric).values();
    let mut order: Vec<usize> =
        (0..values.len()).filter(|&trial| values[trial].is_finite()).collect();
    order.sort_by(|&a, &b| values[a].total_cmp(&values[b]).then(a.cmp(&b)));
    let share = which.share(model.metric(metric.metric).better);
    let place = ((share * order.len() as f64).ceil() as usize).max(1) - 1;
    let found = *order.get(place)?;
    let first = order.iter().find(|&&trial| values[trial] == values[found])?;
    Some(*first as u64)
}
