//! The scenario as it is, simulated once for all who ask what a change of it does.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, OnceLock};

use super::attention::Attention;
use super::lock::locked;
use crate::design::BLOCK;
use crate::engine::{self, Detail, Watch as _};
use crate::locale::Locale;
use crate::model::{ColumnId, Model, Plan};
use crate::output::{Case, Extras, Run};
use crate::run::{self, Error, Told, memory};
use crate::study;
use crate::study::compare::Basis;
use crate::trials::Trials;

/// Runs that are kept of one scenario: of the first futures, of two or four times as many, and of
/// all.
const KEPT: usize = 4;

/// A run of the scenario as it is.
#[derive(Debug)]
pub struct Base {
    pub run: Run,
    basis: OnceLock<Basis>,
    extras: OnceLock<Extras>,
}

impl Base {
    pub fn of(run: Run) -> Base {
        Base { run, basis: OnceLock::new(), extras: OnceLock::new() }
    }

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

    /// The same of what one only tries: nobody else waits for it.
    pub fn own_extras(&self, attention: &Attention) -> Result<&Extras, Error> {
        if let Some(known) = self.extras.get() {
            return Ok(known);
        }
        let found = extras(&self.run, attention);
        if attention.stopped() {
            Err(Error::Stopped)
        } else {
            Ok(self.extras.get_or_init(|| found))
        }
    }
}

/// What was tried: what is set, in how many futures, and the language of its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct What {
    pub set: Vec<(String, String)>,
    pub futures: u64,
    pub locale: Locale,
}

/// The try that was simulated last: what is asked of it next is not simulated again.
#[derive(Debug, Default)]
pub struct Last(Mutex<Option<(What, Arc<Base>)>>);

impl Last {
    /// The run of a try; it is simulated where another was the last.
    pub fn get(
        &self,
        what: What,
        simulated: impl FnOnce() -> Result<Run, Error>,
    ) -> Result<Arc<Base>, Error> {
        if let Some((_, base)) = locked(&self.0).as_ref().filter(|(known, _)| *known == what) {
            return Ok(Arc::clone(base));
        }
        let base = Arc::new(Base::of(simulated()?));
        *locked(&self.0) = Some((what, Arc::clone(&base)));
        Ok(base)
    }
}

/// The metrics of all communities together.
pub fn of_all(model: &Model) -> impl Iterator<Item = ColumnId> {
    model.columns().filter(|column| column.community.is_none())
}

/// The runs that are kept, by their futures and by whether their weeks are. Whoever wants one that
/// is being made waits for it, and for no other.
#[derive(Debug, Default)]
pub struct Bases(Mutex<BTreeMap<(u64, bool), Arc<Kept>>>);

type Kept = Mutex<Option<Arc<Base>>>;

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
        let (own, earlier) = self.kept(futures, has_weeks);
        let mut own = locked(&own);
        if let Some(base) = own.as_ref() {
            return Ok(Arc::clone(base));
        }
        let case = planned(case, futures)?;
        let trials = earlier.map_or_else(
            || Trials::empty(case.model(), case.plan()),
            |base| base.run.trials.clone(),
        );
        let watch = attention.of_all();
        let run = extended(case, trials, detail, &watch)?;
        let base = Arc::new(Base::of(run));
        *own = Some(Arc::clone(&base));
        Ok(base)
    }

    /// The place of a run, and the longest that is at hand of those with which it can begin.
    fn kept(&self, futures: u64, has_weeks: bool) -> (Arc<Kept>, Option<Arc<Base>>) {
        let mut kept = locked(&self.0);
        let is_begun = |(trials, weeks): &(u64, bool)| {
            *weeks == has_weeks && *trials < futures && *trials >= BLOCK as u64
        };
        let at_hand = |kept: &Arc<Kept>| kept.try_lock().ok().and_then(|base| base.clone());
        let earlier =
            kept.iter().rev().filter(|(of, _)| is_begun(of)).find_map(|(_, base)| at_hand(base));
        let place = (futures, has_weeks);
        if kept.len() >= KEPT && !kept.contains_key(&place) {
            kept.clear();
        }
        (Arc::clone(kept.entry(place).or_default()), earlier)
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

/// The what-ifs of the file beside a run, what to measure first, and the weeks that its exports
/// tell.
pub fn extras(run: &Run, watch: &Attention) -> Extras {
    let past = run.case.past.as_ref();
    watch.work(|| Extras {
        history: past.map_or_else(Vec::new, |past| run.case.courses(past, run.trials.plan, watch)),
        ..run::extras(run, Told::InDocuments, watch)
    })
}
