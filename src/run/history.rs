//! What exports of a scenario tell week by week, beside what a run of it says of each week.

use reachsim_data::analyse::{History, Question};
use reachsim_data::fault;
use reachsim_data::shape::Export;
use reachsim_learn::backtest::{Course, Past, Shown};

use super::attached::Data;
use super::calibrate::Told;
use super::error::Error;
use crate::design::Sampler;
use crate::diagnostic::{message, one_of};
use crate::engine::Watch;
use crate::model::Plan;
use crate::output::{Case, Run};
use crate::scenario::period;

/// Most futures from which the weeks are told: the first ones of a run.
const FUTURES: u64 = 4_000;

/// The weeks before the scenario's start as its own exports tell them, and those from it on as the
/// run sees them. Empty where no export is named, nobody says when it starts, or no week is told;
/// meaningless where `watch` stopped it.
///
/// # Errors
/// What is wrong with the exports, such as that nobody says of which community they tell.
pub fn history(run: &Run, watch: &impl Watch) -> Result<Vec<Course>, Error> {
    let past = match &run.case.past {
        Some(known) => Some(known.clone()),
        None => past(&run.case)?,
    };
    Ok(past.map_or_else(Vec::new, |past| run.case.courses(&past, run.trials.plan, watch)))
}

/// What the exports that a scenario names tell week by week, in weeks from its start on and back.
pub fn past(case: &Case) -> Result<Option<Past>, Error> {
    if case.lowered.exports.is_empty() || case.about().start.is_none() {
        return Ok(None);
    }
    Ok(case.past_of(&Told::of(case, &Data::default())?))
}

impl Case {
    /// What histories tell, in weeks from its start on and back; none where nobody says when it
    /// starts.
    pub fn past_of(&self, told: &Told) -> Option<Past> {
        let each = told.attached.iter().zip(&told.histories);
        let shown: Vec<Shown> = each
            .filter(|(_, history)| !history.is_undated)
            .map(|(of, history)| Shown {
                history: history.clone(),
                community: of.community,
                weight: of.weight,
            })
            .collect();
        Past::of(self.model(), &shown, period::number(self.about().start?))
    }

    /// What an export of one community tells of the weeks that the scenario forecasts, beside the
    /// forecast; with the futures of which it is made.
    ///
    /// # Errors
    /// A scenario that does not say when it starts, or has several communities of which none is
    /// named; an export that tells no week of the forecast.
    pub fn laid_over(
        &self,
        (export, question): (&Export, &Question),
        community: Option<&str>,
        watch: &impl Watch,
    ) -> Result<(Vec<Course>, u64), Error> {
        let Some(start) = self.about().start else {
            return Err(Error::Question(message!(
                "`{file}` does not say when it starts, so that no week can be laid over it: write `simulation.start = 2026-01-05`, with your own day",
                file = self.file()
            )));
        };
        let community = self.named_or_only(community)?;
        let history = History::of(export, question).map_err(fault::diagnostics)?;
        let shown = Shown { history, community, weight: 1.0 };
        let plan = match self.plan() {
            Plan { sampler: Sampler::Expected, .. } => {
                Plan { sampler: Sampler::LatinHypercube, ..self.plan() }
            }
            plan => plan,
        };
        let past = (!shown.history.is_undated)
            .then(|| Past::of(self.model(), &[shown], period::number(start)))
            .flatten();
        let courses = past.map_or_else(Vec::new, |past| self.courses(&past, plan, watch));
        if watch.stopped() {
            return Err(Error::Stopped);
        }
        if courses.iter().all(|course| !course.is_told()[1]) {
            return Err(Error::Question(message!(
                "these exports tell no whole week from {start} on that `{file}` forecasts: export them again when one is over, or name the scenario of these weeks",
                start = start.to_string(),
                file = self.file()
            )));
        }
        Ok((courses, plan.trials.min(FUTURES)))
    }

    /// The place of a community that is named, or of the only one.
    fn named_or_only(&self, community: Option<&str>) -> Result<usize, Error> {
        let all = || self.model().communities.iter().map(|community| community.id.as_str());
        match community {
            Some(id) => all().position(|known| known == id).ok_or_else(|| {
                let none = || message!("the scenario has none");
                Error::Question(message!(
                    "there is no community `{id}`: {way_out}",
                    id,
                    way_out = one_of(id, all()).unwrap_or_else(none)
                ))
            }),
            None if self.model().communities.len() > 1 => Err(Error::Question(message!(
                "`{file}` has several communities: say of which one these exports tell, with `--community {first}`",
                file = self.file(),
                first = all().next().unwrap_or_default()
            ))),
            None => Ok(0),
        }
    }

    /// Beside what came, what the scenario says of each week.
    pub fn courses(&self, past: &Past, plan: Plan, watch: &impl Watch) -> Vec<Course> {
        if plan.sampler == Sampler::Expected {
            return Vec::new();
        }
        let plan = Plan { trials: plan.trials.min(FUTURES), ..plan };
        past.courses(self.model(), plan, watch)
    }
}
