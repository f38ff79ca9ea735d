//! The document of what must be true.

use serde_json::{Value, json};

use super::studies::{document, finished};
use crate::output::{Context, notation};
use crate::study::Goal;
use crate::study::break_even::BreakEven;
use crate::study::turning::{Outcome, Turn};

/// `reachsim.break-even/1`: for each key the value at which the goal is met, and the line on which
/// the two strongest meet it together.
pub fn break_even(context: &Context, goal: &Goal, found: &BreakEven) -> Value {
    let (model, metric) = (context.model(), goal.statistic.metric);
    let goal = notation::goal(model, goal);
    let question = json!({
        "goal": goal,
        "metric": model.column_name(metric),
        "unit": model.unit_id(metric.metric),
    });
    let key = |input: usize| &model.inputs[input].key;
    let frontier = found.frontier.as_ref();
    let points = frontier.map_or_else(Vec::new, |frontier| {
        frontier.points.iter().map(|(x, y)| json!([x, y.value])).collect()
    });
    let rows = json!({
        "goal": goal,
        "statistic": found.as_it_is.value,
        "se": found.as_it_is.se,
        "keys": found.turns.iter().map(|turn| row(context, turn)).collect::<Vec<_>>(),
        "idle": found.idle.iter().map(|&input| key(input)).collect::<Vec<_>>(),
        "frontier": points,
        "frontier_keys": frontier.map_or_else(Vec::new, |frontier| {
            frontier.inputs.iter().map(|&input| key(input)).collect()
        }),
        "frontier_side": frontier.map(|frontier| side(frontier.above)),
        "frontier_futures": frontier.map(|frontier| frontier.trials),
    });
    finished(document("reachsim.break-even/1", context, found.trials, question), rows)
}

fn row(context: &Context, turn: &Turn) -> Value {
    let key = &context.model().inputs[turn.input].key;
    let (value, percentile, above) = match turn.outcome {
        Outcome::Turns { value, percentile, above } => (Some(value), Some(percentile), Some(above)),
        Outcome::Met | Outcome::Missed => (None, None, None),
    };
    json!({
        "key": key,
        "unit": context.case.unit_of(key).id(),
        "now": turn.now,
        "low": turn.own[0],
        "high": turn.own[1],
        "value": value.map(|value| value.value),
        "se": value.map(|value| value.se),
        "side": above.map(side),
        "percentile": percentile,
        "reached": turn.outcome != Outcome::Missed,
        "at_low": turn.ends[0].value,
        "at_high": turn.ends[1].value,
    })
}

/// On which side of a value the goal is met.
pub fn side(above: bool) -> &'static str {
    if above { "at least" } else { "at most" }
}
