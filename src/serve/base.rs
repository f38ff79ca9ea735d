//! The scenario as it is, simulated once for all who ask what a change of it does.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, OnceLock};

use super::attention::Attention;
use super::lock::locked;
use crate::design::BLOCK;
use crate::engine::{self, Detail, Watch as _};
use crate::model::{ColumnId, Model, Plan};
use crate::output::{Case, Extras, Run};
use crate::run::{self, Error, Told, memory};
use crate::study;
use crate::study::compare::Basis;
use crate::trials::Trials;

/// Runs that are kept of one scenario: of the first futures, and of all.
const KEPT: usize = 2;

/// A run of the scenario as it is.
#[derive(Debug)]
pub struct Base {
    pub run: Run,
    basis: OnceLock<Basis>,
    extras: OnceLock<Extras>,
}

impl Base {
    pub fn study_run(&self) -> study::Run<'_> {
        (self.run.case.model(), &self.run.trials)
    }

    /// What comparisons with it need.
    pub fn basis(&self, attention: &Attention) -> &Basis {
        self.basis.get_or_init(|| {
            let columns = of_all(self.run.case.model()).collect();
            attention.work(|| Basis::of(self.study_run(), columns, &attention.of_all()))
        })
    }

    /// What is told beside it: what-ifs, and what to measure first.
    pub fn extras(&self, attention: &Attention) -> &Extras {
        self.extras.get_or_init(|| extras(&self.run, &attention.of_all()))
    }
}

/// The metrics of all communities together.
pub fn of_all(model: &Model) -> impl Iterator<Item = ColumnId> {
    model.columns().filter(|column| column.community.is_none())
}

/// The runs that are kept, by their futures and by whether their weeks are.
#[derive(Debug, Default)]
pub struct Bases(Mutex<BTreeMap<(u64, bool), Arc<Base>>>);

impl Bases {
    /// The run of so many futures: where fewer were simulated already, it goes on from there.
    pub fn get(
        &self,
        case: &Case,
        futures: u64,
        detail: Detail,
        attention: &Attention,
    ) -> Result<Arc<Base>, Error> {
        let has_weeks = detail == Detail::Weekly;
        let mut kept = locked(&self.0);
        if let Some(base) = kept.get(&(futures, has_weeks)) {
            return Ok(Arc::clone(base));
        }
        let earlier = kept.iter().rev().find(|((trials, weeks), _)| {
            *weeks == has_weeks && *trials < futures && *trials >= BLOCK as u64
        });
        let case = planned(case, futures)?;
        let trials = earlier.map_or_else(
            || Trials::empty(case.model(), case.plan()),
            |(_, base)| base.run.trials.clone(),
        );
        let watch = attention.of_all();
        let run = extended(case, trials, detail, &watch)?;
        let base = Arc::new(Base { run, basis: OnceLock::new(), extras: OnceLock::new() });
        if kept.len() >= KEPT {
            kept.clear();
        }
        kept.insert((futures, has_weeks), Arc::clone(&base));
        Ok(base)
    }
}

/// A case with so many futures, where they fit into memory.
pub fn planned(case: &Case, futures: u64) -> Result<Case, Error> {
    let mut case = case.clone();
    case.lowered.plan = Plan { trials: futures, ..case.plan() };
    memory::check(&case)?;
    Ok(case)
}

/// The run of a case, from what was simulated of it already.
pub fn extended(
    case: Case,
    mut trials: Trials,
    detail: Detail,
    watch: &Attention,
) -> Result<Run, Error> {
    watch.work(|| {
        engine::extend(case.model(), &mut trials, case.plan().trials, detail, watch);
        if watch.stopped() { Err(Error::Stopped) } else { Ok(Run::of(case, trials)) }
    })
}

/// The what-ifs of the file beside a run, and what to measure first.
pub fn extras(run: &Run, watch: &Attention) -> Extras {
    watch.work(|| run::extras(run, Told::InDocuments, watch))
}
