//! What must be true: for each uncertain input the value at which a goal is just met, everything
//! else as it falls.

use super::goal::Goal;
use super::turning::{self, Futures, Outcome, Turn};
use crate::design::BLOCK;
use crate::dist::Dist;
use crate::engine::Watch;
use crate::estimate::Estimate;
use crate::model::{Model, Plan};

/// The answer to "what must be true?".
#[derive(Clone, Debug, PartialEq)]
pub struct BreakEven {
    pub trials: u64,
    /// The statistic of the goal as things stand.
    pub as_it_is: Estimate,
    /// Every input that moves the statistic, the strongest first.
    pub turns: Vec<Turn>,
    /// Places of the inputs that do not move it.
    pub idle: Vec<usize>,
    /// The line on which the goal is just met by the two strongest inputs together.
    pub frontier: Option<Frontier>,
}

/// Pairs of values of two inputs at which a goal is just met.
#[derive(Clone, Debug, PartialEq)]
pub struct Frontier {
    pub trials: u64,
    /// Places in [`Model::inputs`].
    pub inputs: [usize; 2],
    /// A value of the first, and the value of the second at which the goal is then met, with its
    /// error.
    pub points: Vec<(f64, Estimate)>,
    /// Whether the goal is met above these values of the second.
    pub above: bool,
}

/// Percentiles of the first input at which the second is looked for.
const ACROSS: [f64; 7] = [0.05, 0.2, 0.35, 0.5, 0.65, 0.8, 0.95];

/// Most trials of a point of the frontier.
const FRONTIER: u64 = 2 * BLOCK as u64;

/// Finds what must be true of each input, and of the two strongest together.
///
/// One input is moved over the 90 % interval of its own belief in the futures of a run, in which
/// everything else stays as it falls (common random numbers), until the statistic crosses the
/// bound. Test: `study::break_even::each_value_is_where_a_run_with_it_meets_the_goal`.
pub fn break_even(model: &Model, plan: Plan, goal: Goal, watch: &impl Watch) -> BreakEven {
    let futures = Futures::of(model, plan, goal, watch);
    let all: Vec<usize> = (0..model.inputs.len()).collect();
    let mut turns = turning::turns(&futures, &all, watch);
    let idle =
        all.into_iter().filter(|input| turns.iter().all(|turn| turn.input != *input)).collect();
    turns.sort_by(|a, b| b.swing().total_cmp(&a.swing()).then(a.input.cmp(&b.input)));
    let frontier = match turns.as_slice() {
        [first, second, ..] => frontier(model, plan, goal, [first.input, second.input], watch),
        _ => None,
    };
    BreakEven { trials: plan.trials, as_it_is: futures.as_it_is(), turns, idle, frontier }
}

/// Nothing where the goal is met, or missed, whatever the two inputs are.
fn frontier(
    model: &Model,
    plan: Plan,
    goal: Goal,
    inputs: [usize; 2],
    watch: &impl Watch,
) -> Option<Frontier> {
    let trials = plan.trials.min(FRONTIER);
    let mut found: Vec<f64> = Vec::new();
    let point = |u: f64| {
        let mut fixed = model.clone();
        let value = fixed.inputs[inputs[0]].dist.quantile(u);
        fixed.inputs[inputs[0]].dist = Dist::fixed(value);
        let futures = Futures::of(&fixed, Plan { trials, ..plan }, goal, watch);
        let likely = match found.as_slice() {
            [] => None,
            [only] => Some(*only),
            [.., before, last] => Some(2.0 * last - before),
        };
        let outcome = turning::crossing(&futures, inputs[1], likely, watch)?;
        let Outcome::Turns { value: second, above, percentile } = outcome else { return None };
        found.push(percentile);
        Some(((value, second), above))
    };
    let (points, sides): (Vec<(f64, Estimate)>, Vec<bool>) =
        ACROSS.into_iter().filter_map(point).unzip();
    let above = *sides.first()?;
    let is_a_line = points.len() > 1 && sides.iter().all(|side| *side == above);
    is_a_line.then_some(Frontier { trials, inputs, points, above })
}
