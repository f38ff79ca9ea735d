//! Studies of a case: what they need, and the questions that are asked of one model.

use super::error::Error;
use super::memory;
use crate::design::Sampler;
use crate::diagnostic::message;
use crate::engine::{Unwatched, Watch};
use crate::model::{ColumnId, Measurement, Model, Plan};
use crate::output::{Case, Menu, MenuOf, Run, Worths};
use crate::scenario::NOTHING;
use crate::study::Goal;
use crate::study::break_even::{self, BreakEven};
use crate::study::measure::{self, Setting};
use crate::study::musts::Musts;
use crate::study::sensitivity::{self, Sensitivity, Totals, Wanted};
use crate::study::voi::{self, Decision, Knowledge};
use crate::study::{self, Alternative, goal};

/// How long a study goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Until {
    /// As long as the scenario plans.
    Planned,
    /// Until its answer is settled, or memory is full.
    Settled,
}

impl Until {
    /// The most trials of a study that may have so many.
    pub fn most(self, fits: u64) -> Option<u64> {
        (self == Until::Settled).then_some(fits)
    }
}

/// Trials from which shares of variance are found.
const FEWEST_OF_SHARES: u64 = 100;

/// Trials from which regressions are fitted.
pub const FEWEST_OF_REGRESSIONS: u64 = 1_000;

impl Case {
    /// The metric of a name, such as `profit` or `page.leads`.
    pub fn metric(&self, name: &str) -> Result<ColumnId, Error> {
        goal::column(name, self.model()).map_err(Error::Question)
    }

    /// The metric that the scenario is about: that of its first target, where it has one.
    pub fn subject(&self) -> Result<ColumnId, Error> {
        study::subject(self.model())
            .ok_or_else(|| Error::Question(message!("this scenario measures nothing")))
    }

    /// Finds what drives a metric.
    pub fn sensitivity(&self, metric: &str) -> Result<Sensitivity, Error> {
        memory::check(self)?;
        sensitivity(self, self.metric(metric)?, Totals::Left, &Unwatched)
    }

    /// Finds what must be true of each uncertain input for a goal such as `profit >= 0 @ 50%` to be
    /// met.
    pub fn break_even(&self, goal: &str) -> Result<BreakEven, Error> {
        memory::check(self)?;
        break_even(self, Goal::read(goal, self.model())?, &Unwatched)
    }

    /// Finds what knowing each input is worth before one decides by a metric to do what the
    /// scenario says, or to leave it.
    pub fn value_of_information(&self, metric: &str) -> Result<Knowledge, Error> {
        memory::check(self)?;
        let metric = self.metric(metric)?;
        let nothing = nothing(self);
        learn(
            self,
            &[Decision::Take(self.model(), metric), leave(nothing.as_ref(), metric)],
            &Unwatched,
        )
    }

    /// Finds what each measurement that the file names is worth before one decides by a metric to
    /// do what the scenario says, or to leave it.
    pub fn measure(&self, metric: &str) -> Result<Menu, Error> {
        memory::check(self)?;
        let metric = self.metric(metric)?;
        let nothing = nothing(self);
        let names = vec![Alternative::DoIt, Alternative::LeaveIt];
        let decisions = [Decision::Take(self.model(), metric), leave(nothing.as_ref(), metric)];
        menu(self, metric, (names, &decisions), &Unwatched)
    }
}

/// Keys that are proposed where a file says nothing of what could be measured.
const PROPOSED: usize = 5;

/// Finds what each measurement of a case is worth before one decides by a metric; where the file
/// names none, of the numbers most worth knowing.
pub fn menu(
    case: &Case,
    metric: ColumnId,
    (names, decisions): (Vec<Alternative>, &[Decision]),
    watch: &impl Watch,
) -> Result<Menu, Error> {
    let model = case.model();
    let is_money =
        model.metric(metric.metric).unit.is_money() || model.unit_id(metric.metric).is_empty();
    let stated = &case.lowered.measurements;
    let has_cost = |one: &Measurement| one.cost > 0.0 || one.cost_per_unit.is_some();
    if !is_money && stated.iter().any(has_cost) {
        return Err(Error::Question(message!(
            "measurements cost money, and `{metric}` is no money: choose another with --metric, or leave the costs out",
            metric = model.column_name(metric)
        )));
    }
    let known = learn(case, decisions, watch)?;
    let proposed = || {
        let ranked = known.ranked();
        let worthy = ranked.iter().filter(|worth| worth.is_sure()).take(PROPOSED);
        let keys = worthy.map(|worth| &known.inputs[worth.inputs[0]]);
        keys.map(|(key, values)| Measurement::proposed(&case.scenario, key, values)).collect()
    };
    let of = if stated.is_empty() { MenuOf::Program } else { MenuOf::File };
    let all: Vec<Measurement> = if stated.is_empty() { proposed() } else { stated.clone() };
    let weeks = (!model.communities.is_empty()).then_some(model.weeks as f64);
    let setting = Setting { seed: case.plan().seed, weeks, is_money };
    let measured = measure::measure(&known, &all, setting).map_err(|key| {
        Error::Question(message!(
            "`{key}` is certain in each of these decisions, so there is nothing to measure",
            key
        ))
    })?;
    Ok(Menu { metric, decisions: names, known, measured, of })
}

/// Finds what drives a metric of a case.
pub fn sensitivity(
    case: &Case,
    metric: ColumnId,
    wanted: impl Into<Wanted>,
    watch: &impl Watch,
) -> Result<Sensitivity, Error> {
    needs_trials(case.plan(), FEWEST_OF_SHARES)?;
    Ok(sensitivity::sensitivity(case.model(), case.plan(), metric, wanted, watch))
}

/// The goal that is meant where nobody says: the first target, else not to lose money in half of
/// the futures.
pub fn usual_goal(case: &Case) -> Result<Goal, Error> {
    match case.model().targets.first() {
        Some(target) => Ok(Goal::of_target(target)),
        None => Goal::read("profit >= 0 @ 50%", case.model()).map_err(|_| {
            Error::Question(message!(
                "this scenario has no target and no profit: say what is to be reached, as in --for \"mean(questions) >= 5k\""
            ))
        }),
    }
}

/// What must be true for the usual goal of a run's case, read from its own futures.
pub fn musts(run: &Run) -> Option<Musts> {
    Musts::of(run.case.model(), &run.trials, usual_goal(&run.case).ok()?)
}

/// Finds what must be true of each uncertain input of a case for a goal to be met.
pub fn break_even(case: &Case, goal: Goal, watch: &impl Watch) -> Result<BreakEven, Error> {
    needs_trials(case.plan(), FEWEST_OF_SHARES)?;
    Ok(break_even::break_even(case.model(), case.plan(), goal, watch))
}

/// Finds what it is worth to know each input before one decides.
pub fn learn(case: &Case, decisions: &[Decision], watch: &impl Watch) -> Result<Knowledge, Error> {
    needs_trials(case.plan(), FEWEST_OF_REGRESSIONS)?;
    voi::learn(decisions, case.plan(), watch).ok_or_else(|| {
        Error::Question(
            message!("the metric is undefined in some futures, so that no decision can be valued by it: choose another"),
        )
    })
}

/// The scenario in which nothing is done; `None` without a community.
pub fn nothing(case: &Case) -> Option<Model> {
    case.edited(&case.scenario.variant(NOTHING).ok()?).ok()
}

/// The decision against a scenario: to do nothing, which without a community is worth nothing.
pub fn leave(nothing: Option<&Model>, metric: ColumnId) -> Decision<'_> {
    nothing.map_or(Decision::Leave, |model| Decision::Take(model, metric))
}

/// What it is worth to know each input before one decides for the scenario that a run is of, or
/// against it, in the futures of the run; nothing where it is undefined.
pub fn worths(
    case: &Case,
    run: study::Run,
    metric: ColumnId,
    watch: &impl Watch,
) -> Option<Worths> {
    let nothing = nothing(case);
    let decisions = [Decision::Taken(run, metric), leave(nothing.as_ref(), metric)];
    let found = voi::learn(&decisions, run.1.plan, watch)?;
    Some(Worths { metric, ranked: found.ranked(), found })
}

/// Refuses too few trials for a study of chances.
fn needs_trials(plan: Plan, fewest: u64) -> Result<(), Error> {
    if plan.sampler == Sampler::Expected {
        return Err(Error::Question(message!(
            "at the medians there is one future only: choose another `simulation.sampler`"
        )));
    }
    if plan.trials < fewest {
        return Err(Error::Question(message!(
            "this takes at least {fewest} trials, and there are {trials}: raise `simulation.trials`",
            fewest,
            trials = plan.trials
        )));
    }
    Ok(())
}
