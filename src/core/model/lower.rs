//! The only door from a scenario to a model: every default filled in, every name resolved,
//! everything that does not fit together reported at once.

mod about;
mod assumption;
mod build;
mod by_role;
mod checks;
mod dates;
mod dimensions;
mod doubts;
mod figures;
mod formulas;
mod graphs;
mod idle;
mod later;
mod leaders;
mod learnt;
mod letters;
mod load;
mod measured;
mod money;
mod names;
mod overlaps;
mod precedence;
mod rows;
mod together;
mod tolerances;

pub use about::{About, ClaimKind, Statement};
pub use assumption::{Assumption, Origin, Understood, estimates};
pub use learnt::{Exported, Observation};
pub use measured::{Measurement, Sampled, Size};
pub use together::of as together;
pub use tolerances::{Tolerance, Tolerances};

use super::{Matrix, Model, Plan};
use crate::design::Sampler;
use crate::diagnostic::Diagnostics;
use crate::scenario::keys::key;
use crate::scenario::{Scenario, Value};
use figures::Figures;

/// A scenario as the program understands it.
#[derive(Clone, Debug)]
pub struct Lowered {
    pub about: About,
    pub model: Model,
    pub plan: Plan,
    /// What is taken for every key, in the order of KEYS, community by community.
    pub assumptions: Vec<Assumption>,
    pub tolerances: Tolerances,
    /// Files and totals from which it can learn.
    pub exports: Vec<Exported>,
    pub observed: Vec<Observation>,
    /// What could be measured before a decision.
    pub measurements: Vec<Measurement>,
    pub warnings: Diagnostics,
}

/// Resolves a scenario, or reports everything that is wrong with it.
pub fn lower(mut scenario: Scenario) -> Result<Lowered, Diagnostics> {
    let mut problems = std::mem::take(&mut scenario.problems);
    checks::communities(&scenario, &mut problems);
    if scenario.communities.len() > checks::COMMUNITIES {
        return Err(Diagnostics::new(scenario.sources, problems));
    }
    idle::leave_out(&mut scenario, &mut problems);
    let mut figures = Figures::none(&scenario);
    precedence::settle(&scenario, &mut figures, &mut problems);
    rows::settle(&scenario, &mut figures);
    let grounds = graphs::settle(&scenario, &mut figures, &mut problems);
    leaders::settle(&scenario, &mut figures, &grounds, &mut problems);
    load::settle(&scenario, &mut figures);
    let counted = money::counted(&scenario, &figures, &mut problems);
    formulas::inputs(&scenario, &mut figures, &mut problems);
    let formulas = formulas::metrics(&scenario, &figures, &counted, &mut problems);
    let names = names::resolve(&scenario, &figures, &counted, &mut problems);
    formulas::alone(&scenario, &mut figures, &formulas, &mut problems);
    together::check(&figures, &mut problems);
    overlaps::assume(&scenario, &mut figures, &names.overlaps);
    checks::market(&scenario, &figures, &mut problems);
    checks::overlaps(&scenario, &names, &figures, &mut problems);
    checks::cascades(&scenario, &figures, &mut problems);
    checks::mixes(&scenario, &figures, &mut problems);
    checks::roles(&scenario, &figures, &mut problems);
    checks::campaigns(&scenario, &figures, &mut problems);
    checks::openings(&scenario, &figures, &mut problems);
    doubts::numbers(&scenario, &figures, &mut problems);
    doubts::ways_in(&scenario, &figures, &mut problems);
    doubts::paid_twice(&figures, &mut problems);
    let tolerances = tolerances::resolve(&scenario, &figures, &counted, &mut problems);
    let exports = learnt::exports(&scenario, &mut problems);
    let observed = learnt::observed(&scenario, &counted, &mut problems);
    let measurements = measured::resolve(&scenario, &figures, &names.overlaps, &mut problems);
    let later = later::eras(&scenario, &mut figures, &mut problems);
    let parts = build::Parts { names, counted, formulas, later };
    let model = build::model(&scenario, &figures, parts, &mut problems);
    let about = about::of(&scenario, &figures);
    problems.extend(
        about.iter().flat_map(|about| about.theme.warnings(|path| scenario.keys.get(path))),
    );
    if let Some(about) = &about {
        letters::check(&scenario, &about.theme, &mut problems);
    }
    let plan = plan(&figures);
    let found = Diagnostics::new(scenario.sources, problems);
    match (model, about, plan) {
        (Some(model), Some(about), Some(plan)) if !found.has_errors() => Ok(Lowered {
            about,
            model,
            plan,
            assumptions: figures.assumptions,
            tolerances,
            exports,
            observed,
            measurements,
            warnings: found,
        }),
        _ => Err(found),
    }
}

/// How the file wants to be run.
fn plan(figures: &Figures) -> Option<Plan> {
    let Value::Word(sampler) = figures.value(key!("simulation.sampler"))? else { return None };
    Some(Plan {
        trials: figures.whole(key!("simulation.trials"))?,
        seed: figures.whole(key!("simulation.seed"))?,
        sampler: Sampler::find(sampler)?,
        matrix: Matrix::Own,
    })
}
