//! A scenario learns: from exports key by key, from totals all inputs together.

mod circular;
mod fit;
mod joint;
mod pooled;
pub mod text;
mod trouble;
mod wanted;

pub use trouble::conflict;
pub use wanted::{Told, Wanted, stated, steady};

use reachsim_learn::backtest::{Forecast, Rival};
use reachsim_learn::known::all::{Belief, Known, Said};
use reachsim_learn::known::page::Ask;
use reachsim_learn::known::seen::Remark;
use reachsim_learn::score::skill;

use super::attached;
use super::backtest;
use super::error::Error;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, message};
use crate::dist::Dist;
use crate::engine::Watch;
use crate::model::{Assumption, Observation, Origin, Understood};
use crate::output::Case;
use crate::output::calibration::{Calibration, Fragment, HeldOut, Key, State};
use crate::output::fragment::{Form, Names, fragment};
use crate::scenario::keys;
use crate::units::Unit;
use circular::circular;
use joint::Joint;
use pooled::pooled;
use wanted::Learning;

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
        let told = Told::of(self, &wanted.data)?;
        let observed = attached::observed(self, &wanted.totals)?;
        steady(&wanted.steady)?;
        observed.iter().try_for_each(|total| possible(self, total))?;
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
            half_life: wanted.half_life,
        };
        let known = Known::of(self.model(), &told.sources(), &ask);
        if known.is_empty() && observed.is_empty() {
            return Err(Error::Question(message!(
                "these exports tell nothing of the scenario's keys: `reachsim analyse` shows what they hold"
            )));
        }
        let joint =
            self.joint(&Learning { known: &known, told: &told, wanted, observed }, watch)?;
        let held_out = wanted.hold_out.map(|weeks| self.held_out(weeks, wanted, watch));
        let found = self.calibrated((&told, wanted), as_of, &known, joint, names);
        Ok(Calibration { held_out: held_out.transpose()?, ..found })
    }

    /// How the ranges of the last weeks held, each learnt from what was visible before.
    fn held_out(&self, weeks: u32, wanted: &Wanted, watch: &impl Watch) -> Result<HeldOut, Error> {
        let tested = backtest::Wanted {
            data: wanted.data.clone(),
            horizons: vec![1],
            trials: TRIALS,
            half_life: wanted.half_life,
            steady: wanted.steady.clone(),
        };
        let found = self.backtest(&tested, watch)?;
        let all = || found.rows.iter().filter(|row| !row.is_rest && row.horizon == 1);
        let last = all().flat_map(|row| &row.forecasts).map(|forecast| forecast.day).max();
        let from = last.map_or(i32::MAX, |day| day - 7 * (weeks as i32 - 1));
        let forecasts: Vec<&Forecast> =
            all().flat_map(|row| &row.forecasts).filter(|own| own.day >= from).collect();
        let mut days: Vec<i32> = forecasts.iter().map(|forecast| forecast.day).collect();
        days.sort_unstable();
        days.dedup();
        if days.len() < weeks as usize {
            let problem = Diagnostic::new(
                Code::OverlappingHoldOut,
                message!(
                    "the {weeks} weeks that are to be held out overlap those from which is learnt: {n} of them can be forecast",
                    weeks,
                    n = days.len()
                ),
            )
            .help(message!("hold out fewer, or name older exports, too"));
            return Err(Diagnostics::new(Vec::new(), vec![problem]).into());
        }
        let is_held = |forecast: &&&Forecast| {
            let [low, high] = forecast.ranges[2];
            (low..=high).contains(&forecast.outcome)
        };
        let pair =
            |forecast: &&Forecast| Some((forecast.crps, forecast.rivals[Rival::Last as usize]?));
        // Series have units of their own: each by its own rival.
        let skills: Vec<f64> = all()
            .filter_map(|row| {
                let own = row.forecasts.iter().filter(|forecast| forecast.day >= from);
                let (own, last): (Vec<f64>, Vec<f64>) = own.filter_map(|own| pair(&own)).unzip();
                skill(&own, &last)
            })
            .collect();
        Ok(HeldOut {
            weeks,
            held: forecasts.iter().filter(is_held).count() as u32,
            of: forecasts.len() as u32,
            skill: (!skills.is_empty()).then(|| skills.iter().sum::<f64>() / skills.len() as f64),
        })
    }

    fn calibrated(
        &self,
        (told, wanted): (&Told, &Wanted),
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
            pooled: pooled(self, known),
        };
        let draws = joint.map(|joint| joint.told(self, &mut found));
        if draws.is_some() {
            found.keys.extend(computed(self));
        }
        let is_told = |key: &str| found.keys.iter().any(|own| own.key == key && own.is_informed());
        let inputs = self.model().inputs.iter().map(|input| &input.key);
        let told_keys: Vec<String> = inputs.clone().filter(|key| is_told(key)).cloned().collect();
        found.silent = inputs.filter(|key| !is_told(key)).cloned().collect();
        found.circular = circular(self, &found.receipts, &found.keys);
        let mut written = |form: Form| {
            let (toml, csv) = fragment(&found, names, form);
            found.fragment = Fragment { toml, csv, error: None, worst: None };
            fit::check((self, &wanted.options), known, (draws.as_ref(), form), &mut found);
            found.fragment.clone()
        };
        // The first form that is close enough, or else the closest.
        let drawn = draws.as_ref().map(|draws| draws.rows(&told_keys));
        let together = drawn.as_ref().map(|drawn| Form::Together(drawn));
        let mut best = Fragment::default();
        for form in [Form::Short, Form::Rows].into_iter().chain(together) {
            let next = written(form);
            let error = |of: &Fragment| of.error.unwrap_or(f64::INFINITY);
            if best.toml.is_empty() || error(&next) < error(&best) {
                best = next;
            }
            if best.error.is_some_and(|error| error <= CLOSE) {
                break;
            }
        }
        found.fragment = best;
        found
    }
}

/// Whether a total can be what it counts.
fn possible(case: &Case, total: &Observation) -> Result<(), Error> {
    let unit = case.model().metric(total.column.metric).unit;
    let range = match unit {
        // Net sentiment is a difference of shares.
        Unit::Share => -1.0..=1.0,
        Unit::Money | Unit::Ratio => f64::NEG_INFINITY..=f64::INFINITY,
        _ => 0.0..=f64::INFINITY,
    };
    if range.contains(&total.value) {
        return Ok(());
    }
    Err(Error::Question(message!(
        "`{metric}` cannot have been {value}: look at the total",
        metric = total.name,
        value = total.value
    )))
}

/// Futures of a forecast of a week that is held out.
const TRIALS: u64 = 400;

/// Share of the width of a range by which a forecast by short forms may miss that by what was
/// learnt.
const CLOSE: f64 = 0.03;

/// Numbers that the scenario computes from others: what totals said holds with them as they were.
fn computed(case: &Case) -> Vec<Key> {
    let is_computed = |taken: &&Assumption| {
        let key = keys::find(&taken.key);
        matches!(taken.origin, Origin::Default { .. })
            && key.is_some_and(|key| matches!(key.default, keys::Default::Computed(..)))
    };
    let of = |taken: &Assumption| match &taken.value {
        Understood::Quantity(dist) => {
            let value = dist.quantile(0.5);
            Some(measured(taken.key.clone(), State::Held, (value, value), None))
        }
        Understood::Words(_) => None,
    };
    case.lowered.assumptions.iter().filter(is_computed).filter_map(of).collect()
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
    let is_undated = evidence.remarks.contains(&Remark::Undated);
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
        let key = format!("community.{id}.followers");
        let values = (followers.was, followers.level.round());
        measured(key, State::Measured, values, Some((followers.day, followers.day)))
    };
    known.followers.iter().map(of).collect()
}

/// A number that is written as it is.
fn measured(key: String, state: State, (was, is): (f64, f64), period: Option<(i32, i32)>) -> Key {
    Key {
        key,
        state,
        prior: [was; 3],
        posterior: [is; 3],
        shrinkage: 1.0,
        conflict: None,
        undoubted: None,
        n: u64::from(period.is_some()),
        period,
        weight: 1.0,
        tau: None,
        remarks: Vec::new(),
        dist: Dist::fixed(is),
        by_totals: false,
    }
}
