//! One future of a case, told week by week; with what all futures say of the same weeks.

use rayon::prelude::*;

use super::error::Error;
use super::memory;
use crate::diagnostic::message;
use crate::engine::{self, Detail, Watch};
use crate::metric::{METRICS, Measured, metrics};
use crate::model::{ColumnId, Plan};
use crate::output::Case;
use crate::output::future::Course;
use crate::study::future::{self, Told, Which};

/// Most futures beside which the weeks are drawn: the first ones.
const FUTURES: u64 = 4_000;
/// Weekly figures of which one is drawn, where the one that chooses the future has no weeks.
const DRAWN: [&str; 3] = metrics!["impressions_questions", "questions", "followers_end"];

/// The future that stands for those that are meant.
///
/// # Errors
/// A metric that is defined in no future, too many futures for memory, a number that no future has.
pub fn story(
    case: &Case,
    which: Which,
    metric: ColumnId,
    watch: &impl Watch,
) -> Result<Told, Error> {
    let (model, plan) = (case.model(), case.plan());
    let trial = match which {
        Which::Number(trial) if trial < plan.trials => trial,
        Which::Number(trial) => {
            return Err(Error::Question(message!(
                "there is no trial {trial}: the run has {trials}, counted from 0",
                trial,
                trials = plan.trials
            )));
        }
        _ => {
            memory::check(case)?;
            watch.announce(plan.trials);
            let trials = engine::run(model, plan, Detail::Totals, watch);
            if watch.stopped() {
                return Err(Error::Stopped);
            }
            future::find(model, &trials, metric, which).ok_or_else(|| {
                Error::Question(message!(
                    "{metric} is defined in no future: choose one by its number",
                    metric = model.column_name(metric)
                ))
            })?
        }
    };
    let replay = engine::replay(model, plan, trial);
    Ok(Told::of(model, (which, trial), metric, replay))
}

/// Its picture: a weekly figure of this future within those of all; none where nothing has weeks.
pub fn course(case: &Case, told: &Told, watch: &impl Watch) -> Option<Course> {
    let (model, plan) = (case.model(), case.plan());
    let has_weeks = |column: &ColumnId| model.weekly().any(|metric| metric == column.metric);
    let others = DRAWN.iter().filter_map(|id| model.column(id));
    let column = std::iter::once(told.metric).chain(others).find(has_weeks)?;
    let plan = Plan { trials: plan.trials.min(FUTURES), ..plan };
    watch.announce(plan.trials);
    let courses = engine::courses(model, plan, &[column], watch);
    let all = courses.into_iter().next()?;
    let (_, weeks) = told.replay.scopes.get(model.scope(column.community))?;
    let own = |week: usize| METRICS[column.metric].value.of_week(&weeks[week]).map(Measured::value);
    let weeks = all
        .into_par_iter()
        .enumerate()
        .filter_map(|(week, values)| Some((week, own(week)?, ends(values))))
        .collect();
    Some(Course { column, trials: plan.trials, weeks })
}

/// The 5th and the 95th percentile of what is defined.
fn ends(mut values: Vec<f64>) -> [f64; 2] {
    values.retain(|value| value.is_finite());
    values.sort_unstable_by(f64::total_cmp);
    let at = |share: f64| {
        let place = ((share * values.len() as f64).ceil() as usize).max(1) - 1;
        values.get(place).copied().unwrap_or(f64::NAN)
    };
    [at(0.05), at(0.95)]
}

impl Case {
    /// One future in full, chosen by the metric that the scenario is about.
    pub fn story(&self, which: Which) -> Result<Told, Error> {
        story(self, which, self.subject()?, &engine::Unwatched)
    }
}
