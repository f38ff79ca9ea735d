//! What has changed since an earlier run of a scenario, from what both stored.

use std::path::Path;

use super::error::Error;
use super::study::Until;
use super::variants::Alternatives;
use crate::diagnostic::message;
use crate::engine::Watch;
use crate::estimate::Estimate;
use crate::model::{ColumnId, Plan};
use crate::output::Case;
use crate::output::earlier::Earlier;
use crate::output::since::{Moved, Since};
use crate::scenario::{self, Change, Edit, Options};
use crate::study::compare::{Contrast, Difference};
use crate::study::{EditOrder, Of, subject};

/// Most futures in which both are compared: the first ones of the later run.
const MOST: u64 = 100_000;

/// What has changed between two runs. Files that the scenarios name are read from the current
/// folder, as relative names are.
pub fn since(earlier: Earlier, later: &Earlier, watch: &impl Watch) -> Result<Since, Error> {
    let (old, new) = (read(&earlier)?, read(later)?);
    if earlier.file != later.file && old.about().title != new.about().title {
        return Err(Error::Question(message!(
            "the earlier run is of `{earlier}`, and this one of `{later}`: `reachsim compare` tells two scenarios apart",
            earlier = earlier.file.as_str(),
            later = later.file.as_str()
        )));
    }
    let metric = subject(new.model())
        .ok_or_else(|| Error::Question(message!("the scenario measures nothing to look at")))?;
    let name = new.model().column_name(metric);
    let (was, is) = (told(&old, &earlier, &name)?, told(&new, later, &name)?);
    let plan = Plan { trials: later.plan.trials.min(MOST), ..later.plan };
    let found = compared(&old, &new, (&name, plan), watch)?;
    let same = |stored: Estimate, again: Estimate| stored.value.to_bits() == again.value.to_bits();
    let parts: f64 = found.difference.mean.value;
    let again = found.difference.ends;
    // What both give in the same futures again owes nothing to luck.
    let errors = [(was, again[0]), (is, again[1])]
        .map(|(stored, again)| if same(stored, again) { 0.0 } else { stored.se * stored.se });
    let luck = if errors == [0.0, 0.0] && same(was, again[0]) && same(is, again[1]) {
        Estimate::exact(0.0)
    } else {
        Estimate::new(is.value - was.value - parts, (errors[0] + errors[1]).sqrt())
    };
    Ok(Since {
        metric,
        stored: [was, is],
        order: found.order,
        moved: found.moved,
        luck,
        trials: plan.trials,
        old,
        new,
        earlier,
    })
}

/// The scenario of a run, as its text was stored.
fn read(run: &Earlier) -> Result<Case, Error> {
    let path = Path::new(&run.file);
    let read = scenario::parse_with(path, run.text.clone(), &Options::default())?;
    let mut case = Case::of(run.file.clone(), read)?;
    case.lowered.plan = run.plan;
    Ok(case)
}

/// The figure of a run as it was told.
fn told(case: &Case, run: &Earlier, name: &str) -> Result<Estimate, Error> {
    let unknown = || {
        Error::Question(message!(
            "the run of `{file}` does not say what `{metric}` was, by which the other is told",
            file = run.file.as_str(),
            metric = name
        ))
    };
    let column: ColumnId = case.model().column(name).ok_or_else(unknown)?;
    let numbers = &run.summary["metrics"][name];
    let number = |id: &str| numbers[id].as_f64();
    let found = match Of::typical(case.model(), column) {
        Of::Percentile(_) => number("p50").map(|value| Estimate::new(value, f64::INFINITY)),
        _ => {
            number("mean").map(|value| Estimate::new(value, number("se").unwrap_or(f64::INFINITY)))
        }
    };
    found.ok_or_else(unknown)
}

struct Found {
    difference: Difference,
    moved: Vec<Moved>,
    order: EditOrder,
}

/// The paired difference in the same futures, and what each edit has of it.
fn compared(
    old: &Case,
    new: &Case,
    (name, plan): (&str, Plan),
    watch: &impl Watch,
) -> Result<Found, Error> {
    let edits = scenario::between(&old.scenario, &new.scenario);
    let alternatives = Alternatives::scenarios(old, vec![new.clone()])?;
    let found = alternatives.compare(plan, name, Until::Planned, watch)?;
    if watch.stopped() {
        return Err(Error::Stopped);
    }
    let contrast = found.others.into_iter().next();
    let lacking = || {
        Error::Question(message!("the earlier scenario does not measure `{metric}`", metric = name))
    };
    let contrast = contrast.ok_or_else(lacking)?;
    let place = contrast.metrics.iter().position(|metric| metric.name == name);
    let place = place.ok_or_else(lacking)?;
    let order = contrast.why.as_ref().map_or(EditOrder::Shapley, |why| why.order);
    let moved = moved(&contrast, place, &edits);
    Ok(Found { difference: contrast.metrics[place].clone(), moved, order })
}

fn moved(contrast: &Contrast, place: usize, edits: &[Edit]) -> Vec<Moved> {
    let Some(why) = &contrast.why else { return Vec::new() };
    let is_each = contrast.edits.len() == edits.len();
    let part = |(at, words): (usize, &crate::diagnostic::Message)| Moved {
        key: edits.get(at).filter(|_| is_each).and_then(key),
        words: words.clone(),
        part: why.parts[at][place],
    };
    contrast.edits.iter().enumerate().map(part).collect()
}

/// The key that an edit sets or leaves out, where it is one.
fn key(edit: &Edit) -> Option<String> {
    let mut keys = edit.changes.iter().map(|change| match change {
        Change::Key(path, _) | Change::NoKey(path) => Some(path.clone()),
        _ => None,
    });
    let first = keys.next().flatten()?;
    keys.next().is_none().then_some(first)
}
