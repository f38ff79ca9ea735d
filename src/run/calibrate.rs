//! A scenario learns: from exports key by key, from totals all inputs together.

mod fit;
mod joint;
pub mod text;

use reachsim_data::analyse::{History, Question};
use reachsim_data::fault;
use reachsim_learn::known::all::{Belief, Known, Said};
use reachsim_learn::known::page::{Ask, Source};

use super::attached::{self, Attached, Data, attached};
use super::error::Error;
use crate::diagnostic::message;
use crate::engine::Watch;
use crate::model::{Observation, Origin};
use crate::output::Case;
use crate::output::calibration::{Calibration, Fragment, Key, State};
use crate::output::fragment::{Names, fragment};
use crate::scenario::{Options, period};
use joint::Joint;

/// From what a scenario is to learn.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    pub data: Data,
    /// Totals as people write them.
    pub totals: Vec<String>,
    /// Keys whose level does not move.
    pub steady: Vec<String>,
    /// A word of the brand's own name.
    pub brand: Option<String>,
    /// What the scenario was read with.
    pub options: Options,
}

/// Exports as rows of what happened.
pub struct Told {
    pub attached: Vec<Attached>,
    pub histories: Vec<History>,
}

impl Told {
    /// Everything that a scenario and the command line name.
    pub fn of(case: &Case, data: &Data, brand: Option<&str>) -> Result<Told, Error> {
        let attached = attached(case, data)?;
        let question = Question { brand: brand.map(str::to_owned), ..Question::default() };
        let (mut histories, mut faults) = (Vec::new(), Vec::new());
        for of in &attached {
            match History::of(&of.export, &question) {
                Ok(history) => histories.push(history),
                Err(found) => faults.extend(found),
            }
        }
        if faults.is_empty() {
            Ok(Told { attached, histories })
        } else {
            Err(fault::diagnostics(faults).into())
        }
    }

    pub fn sources(&self) -> Vec<Source<'_>> {
        self.attached
            .iter()
            .zip(&self.histories)
            .map(|(of, history)| Source { history, community: of.community, weight: of.weight })
            .collect()
    }

    /// The last day of any row.
    pub fn last(&self) -> Option<i32> {
        self.histories.iter().filter(|history| !history.is_undated).filter_map(History::last).max()
    }
}

/// Keys of which the user states a number himself.
pub fn stated(case: &Case) -> Vec<String> {
    let own = |origin: &Origin| {
        matches!(origin, Origin::File { .. } | Origin::CommandLine | Origin::Measured { .. })
    };
    let assumptions = case.lowered.assumptions.iter();
    assumptions.filter(|taken| own(&taken.origin)).map(|taken| taken.key.clone()).collect()
}

impl Case {
    /// Learns from exports and totals.
    ///
    /// # Errors
    ///
    /// Whatever is wrong with the files and totals; nothing to learn from; totals of which no
    /// explanation, or more than one, is found.
    pub fn calibrate(
        &self,
        wanted: &Wanted,
        names: &Names,
        watch: &impl Watch,
    ) -> Result<Calibration, Error> {
        let told = Told::of(self, &wanted.data, wanted.brand.as_deref())?;
        let observed = attached::observed(self, &wanted.totals)?;
        if told.attached.is_empty() && observed.is_empty() {
            return Err(Error::Question(message!(
                "there is nothing to learn from: name exports with `--data`, totals with `--total 'leads = 72 in 2025'`, or write `[[export]]` and `[[observed]]` into the scenario"
            )));
        }
        let as_of = wanted.data.as_of.or(told.last()).map(|last| last + 1);
        let ask = Ask {
            as_of,
            weeks: self.model().weeks,
            steady: wanted.steady.clone(),
            stated: stated(self),
        };
        let known = Known::of(self.model(), &told.sources(), &ask);
        if known.is_empty() && observed.is_empty() {
            return Err(Error::Question(message!(
                "these exports tell nothing of the scenario's keys: `reachsim analyse` shows what they hold"
            )));
        }
        let joint =
            self.joint(&Learning { known: &known, told: &told, wanted, observed }, watch)?;
        Ok(self.calibrated(&told, as_of, &known, joint, names))
    }

    fn calibrated(
        &self,
        told: &Told,
        as_of: Option<i32>,
        known: &Known,
        joint: Option<Joint>,
        names: &Names,
    ) -> Calibration {
        let mut keys: Vec<Key> = followers(self, known);
        keys.extend(known.said.iter().map(key));
        let receipts = told.attached.iter().flat_map(|of| of.export.receipts.clone()).collect();
        let mut found = Calibration {
            as_of,
            weeks: self.model().weeks,
            receipts,
            keys,
            totals: Vec::new(),
            ties: Vec::new(),
            diagnostics: None,
            conflict: None,
            silent: Vec::new(),
            circular: Vec::new(),
            fragment: Fragment::default(),
            held_out: None,
        };
        let draws = joint.map(|joint| joint.told(self, &mut found));
        let is_told = |key: &str| found.keys.iter().any(|own| own.key == key && own.is_informed());
        let inputs = self.model().inputs.iter().map(|input| &input.key);
        found.silent = inputs.filter(|key| !is_told(key)).cloned().collect();
        let (toml, csv) = fragment(&found, names);
        found.fragment = Fragment { toml, csv, error: 0.0, worst: None };
        fit::check(self, known, draws.as_ref(), &mut found);
        found
    }
}

/// What is at hand when all inputs are learnt together.
pub struct Learning<'a> {
    pub known: &'a Known,
    pub told: &'a Told,
    pub wanted: &'a Wanted,
    pub observed: Vec<Observation>,
}

fn key(said: &Said) -> Key {
    let learnt = &said.learnt;
    let evidence = &said.evidence;
    let state = match said.belief {
        Belief::Stated(value) => State::Stated(value),
        Belief::Measured(_) => State::Measured,
        Belief::Input(_) | Belief::Number(_) if said.is_informed() => State::Informed,
        Belief::Input(_) | Belief::Number(_) => State::Silent,
    };
    let prior = match said.belief {
        Belief::Stated(value) | Belief::Measured(value) | Belief::Number(value) => [value; 3],
        Belief::Input(_) => learnt.prior,
    };
    let is_believed = matches!(said.belief, Belief::Input(_) | Belief::Number(_));
    let is_undated = evidence.remarks.contains(&reachsim_learn::known::seen::Remark::Undated);
    Key {
        key: said.key.clone(),
        state,
        prior,
        posterior: learnt.posterior,
        shrinkage: if is_believed { learnt.shrinkage } else { 1.0 },
        conflict: is_believed.then_some(learnt.conflict),
        undoubted: learnt.undoubted,
        n: evidence.n,
        period: (!is_undated).then_some((evidence.from, evidence.to)),
        weight: evidence.weight,
        tau: evidence.tau,
        remarks: evidence.remarks.clone(),
        dist: learnt.dist.clone(),
        by_totals: false,
    }
}

/// The last levels of followers, as numbers that were measured.
fn followers(case: &Case, known: &Known) -> Vec<Key> {
    let of = |followers: &reachsim_learn::known::all::Followers| {
        let id = &case.model().communities[followers.community].id;
        let level = followers.level.round();
        Key {
            key: format!("community.{id}.followers"),
            state: State::Measured,
            prior: [followers.was; 3],
            posterior: [level; 3],
            shrinkage: 1.0,
            conflict: None,
            undoubted: None,
            n: 1,
            period: Some((followers.day, followers.day)),
            weight: 1.0,
            tau: None,
            remarks: Vec::new(),
            dist: crate::dist::Dist::fixed(level),
            by_totals: false,
        }
    };
    known.followers.iter().map(of).collect()
}

/// The first day of a period, and its weeks.
pub fn stretch(observed: &Observation) -> Option<(i32, usize)> {
    let (from, to) = (period::number(observed.from?), period::number(observed.to?));
    Some((from, ((f64::from(to - from + 1) / 7.0).round() as usize).max(1)))
}
