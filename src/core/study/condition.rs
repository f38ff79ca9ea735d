//! The futures in which something happens, and what is different in them.

use rayon::prelude::*;

use super::goal::{self, Misread};
use crate::design::BLOCK;
use crate::diagnostic::{Message, message};
use crate::estimate::{self, Estimate};
use crate::model::{ColumnId, Model};
use crate::normal;
use crate::scenario::number;
use crate::trials::Trials;

/// A metric below or above a number: `profit < 0`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Condition {
    pub metric: ColumnId,
    pub side: Side,
    pub value: f64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Below,
    AtMost,
    AtLeast,
    Above,
}

impl Side {
    /// The longer signs first, of which the shorter ones are beginnings.
    pub const ALL: [Side; 4] = [Side::AtMost, Side::AtLeast, Side::Below, Side::Above];

    pub fn sign(self) -> &'static str {
        match self {
            Side::Below => "<",
            Side::AtMost => "<=",
            Side::AtLeast => ">=",
            Side::Above => ">",
        }
    }

    /// Whether small values are meant.
    pub fn is_low(self) -> bool {
        matches!(self, Side::Below | Side::AtMost)
    }
}

impl Condition {
    /// Reads `profit < 0`, `page.leads >= 50`.
    pub fn read(text: &str, model: &Model) -> Result<Condition, Misread> {
        let fail = |why: Message| {
            Misread::Text(message!(
                "\"{text}\": {why}; write for instance \"profit < 0\" or \"leads >= 50\"",
                text,
                why
            ))
        };
        let (side, (name, value)) = Side::ALL
            .into_iter()
            .find_map(|side| Some((side, text.split_once(side.sign())?)))
            .ok_or_else(|| {
                fail(message!("it compares nothing: none of <, <=, >= and > stands in it"))
            })?;
        let value = number::parse(value.trim(), 0).map_err(|fault| fail(fault.message))?;
        let metric = goal::column(name.trim(), model).map_err(Misread::Metric)?;
        Ok(Condition { metric, side, value })
    }

    /// An undefined value meets no condition.
    pub fn is_met(self, value: f64) -> bool {
        match self.side {
            Side::Below => value < self.value,
            Side::AtMost => value <= self.value,
            Side::AtLeast => value >= self.value,
            Side::Above => value > self.value,
        }
    }
}

/// What is different where a condition holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Where {
    /// Futures in which it holds, of all.
    pub count: usize,
    pub share: Estimate,
    /// Every input, that which differs most first.
    pub shifts: Vec<Shift>,
    /// The future among them whose metric is their median, and the one that goes farthest.
    pub stories: Option<[usize; 2]>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shift {
    /// Place in [`Model::inputs`].
    pub input: usize,
    /// Median in all futures, and in those in which the condition holds.
    pub medians: [f64; 2],
    /// Mean rank in these futures among all of them, from 0 to 1: a half where nothing differs.
    pub place: Estimate,
    /// Whether so much is more than chance.
    pub is_sure: bool,
}

/// The chance that any of the inputs is called different by chance.
const WRONG: f64 = 0.01;

/// Looks at the futures in which a condition holds.
///
/// An input differs by its mean rank among all futures, that is by the chance that a future of
/// these has more of it than any future (Mann and Whitney 1947), less one half; its error is that
/// of a ratio of two means over blocks. Test:
/// `study::condition::the_mean_rank_of_an_input_is_the_closed_form`.
pub fn look(model: &Model, trials: &Trials, condition: Condition) -> Where {
    let column = trials.column(model, condition.metric);
    let values = column.values();
    let hits: Vec<f64> =
        values.iter().map(|value| f64::from(u8::from(condition.is_met(*value)))).collect();
    let here: Vec<usize> = (0..hits.len()).filter(|&trial| hits[trial] > 0.0).collect();
    let share = Estimate::mean(&hits, BLOCK);
    if here.is_empty() || here.len() == hits.len() {
        return Where { count: here.len(), share, shifts: Vec::new(), stories: None };
    }
    let critical = normal::quantile(1.0 - 0.5 * WRONG / model.inputs.len().max(1) as f64);
    let mut shifts: Vec<Shift> = (0..model.inputs.len())
        .into_par_iter()
        .map(|input| shift(&trials.inputs[input], (&hits, &here), share.value, (input, critical)))
        .collect();
    let far = |shift: &Shift| (shift.place.value - 0.5).abs();
    shifts.sort_by(|a, b| far(b).total_cmp(&far(a)).then(a.input.cmp(&b.input)));
    let mut order = here.clone();
    order.sort_by(|&a, &b| values[a].total_cmp(&values[b]).then(a.cmp(&b)));
    let farthest = if condition.side.is_low() { order.first() } else { order.last() };
    let stories = farthest.map(|&farthest| [order[(order.len() - 1) / 2], farthest]);
    Where { count: here.len(), share, shifts, stories }
}

fn shift(
    values: &[f64],
    (hits, here): (&[f64], &[usize]),
    share: f64,
    (input, critical): (usize, f64),
) -> Shift {
    let ranks = ranks(values);
    let place = here.iter().map(|&trial| ranks[trial]).sum::<f64>() / here.len() as f64;
    let influences: Vec<f64> =
        hits.iter().zip(&ranks).map(|(hit, rank)| hit * (rank - place) / share).collect();
    let place = Estimate::of(place, &influences, BLOCK);
    let [all] = estimate::quantiles_by_selection(values, [0.5]);
    let of_these: Vec<f64> = here.iter().map(|&trial| values[trial]).collect();
    let [now] = estimate::quantiles_by_selection(&of_these, [0.5]);
    let is_sure = (place.value - 0.5).abs() > critical * place.se;
    Shift { input, medians: [all, now], place, is_sure }
}

/// The rank of each value among all, from 0 to 1; equal values share theirs.
fn ranks(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_unstable_by(|&a, &b| values[a].total_cmp(&values[b]));
    let (mut ranks, mut before) = (vec![0.0; values.len()], 0);
    for ties in order.chunk_by(|&a, &b| values[a] == values[b]) {
        let rank = (before as f64 + 0.5 * ties.len() as f64) / values.len() as f64;
        for &trial in ties {
            ranks[trial] = rank;
        }
        before += ties.len();
    }
    ranks
}
