//! The futures of a run that go wrong.

use crate::metric::metric;
use crate::model::Model;
use crate::output::{Run, Wrong};
use crate::scenario::Bound;
use crate::study::condition::{Condition, Side, look};

/// What is different where the first target is missed, or where money is lost; nothing where that
/// happens always or never. It takes no future but those of the run.
pub fn wrong(run: &Run) -> Option<Wrong> {
    let model = run.case.model();
    let condition = missed(model)?;
    let found = look(model, &run.trials, condition);
    let column = run.trials.column(model, condition.metric);
    let values = found.stories?.map(|trial| column.value(trial));
    Some(Wrong { condition, found, values })
}

fn missed(model: &Model) -> Option<Condition> {
    if let Some(target) = model.targets.first() {
        let (side, value) = match target.bound {
            Bound::AtLeast(value) => (Side::Below, value),
            Bound::AtMost(value) => (Side::Above, value),
        };
        return Some(Condition { metric: target.metric, side, value });
    }
    let metric = model.column(metric!("profit"))?;
    Some(Condition { metric, side: Side::Below, value: 0.0 })
}
