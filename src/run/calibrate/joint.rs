//! All inputs together: what totals say of them, and what single exports say where inputs are tied.

use std::collections::BTreeMap;

use reachsim_learn::known::all::{Belief, Known};
use reachsim_learn::totals::{self, Effort, Episode, Posterior, Task, Term};

use super::trouble;
use super::wanted::{Learning, stretch};
use crate::design::copula::Conditional;
use crate::dist::Dist;
use crate::engine::Watch;
use crate::estimate;
use crate::model::{Input, Model, Observation, Param};
use crate::normal;
use crate::output::Case;
use crate::output::calibration::{Calibration, Key, State, Tie, Total};
use crate::output::fragment::ROWS_TOGETHER;
use crate::run::error::Error;
use crate::scenario::{Options, period};

/// What was learnt of all inputs together.
pub struct Joint {
    /// The model whose inputs were drawn: what exports said is in it.
    model: Model,
    posterior: Posterior,
    observed: Vec<Observation>,
}

/// Draws of all inputs of a model.
#[derive(Debug)]
pub struct Draws {
    pub model: Model,
    /// Values of each input: the same place is the same draw.
    pub inputs: Vec<Vec<f64>>,
}

impl Draws {
    /// Of some keys their values in as many draws as rows are written, evenly spread over all.
    pub fn rows(&self, keys: &[String]) -> Vec<(String, Vec<f64>)> {
        let named = self.model.inputs.iter().zip(&self.inputs);
        let row = |(input, values): (&Input, &Vec<f64>)| {
            let count = values.len().min(ROWS_TOGETHER);
            let values = (0..count).map(|row| six_digits(values[row * values.len() / count]));
            (input.key.clone(), values.collect())
        };
        named.filter(|(input, _)| keys.contains(&input.key)).map(row).collect()
    }
}

/// As much of a number as a table needs.
fn six_digits(value: f64) -> f64 {
    format!("{value:.5e}").parse().unwrap_or(value)
}

impl Case {
    /// Learns all inputs together, where there are totals, or exports of inputs that are tied.
    pub(super) fn joint(
        &self,
        learning: &Learning,
        watch: &impl Watch,
    ) -> Result<Option<Joint>, Error> {
        let Learning { known, observed, .. } = learning;
        let tied = tied(self.model(), known);
        if observed.is_empty() && tied.is_empty() {
            return Ok(None);
        }
        // What is tied enters as a likelihood and not as a new belief.
        let apart = Known {
            said: known.said.iter().filter(|said| !tied.contains(&said.key)).cloned().collect(),
            followers: known.followers.clone(),
        };
        let model = apart.applied(self.model());
        let mut groups: BTreeMap<Option<(i32, usize)>, Vec<&Observation>> = BTreeMap::new();
        for total in observed {
            groups.entry(stretch(total)).or_default().push(total);
        }
        let models: Vec<Model> = groups
            .keys()
            .map(|period| self.of_period(*period, &apart, learning))
            .collect::<Result<_, _>>()?;
        let total = |total: &&Observation| totals::Total {
            column: total.column,
            value: total.value,
            error: total.error,
        };
        let episodes = models
            .iter()
            .zip(groups.values())
            .map(|(model, totals)| Episode { model, totals: totals.iter().map(total).collect() })
            .collect();
        let terms = known
            .said
            .iter()
            .filter(|said| tied.contains(&said.key))
            .filter_map(|said| match said.belief {
                Belief::Input(input) => Some(term(self.model(), input, &said.evidence.curve)),
                _ => None,
            })
            .collect();
        let seed = self.plan().seed;
        let effort = Effort::default();
        let posterior =
            totals::learn(&Task { model: &model, episodes, terms, seed, effort }, watch)
                .map_err(|found| trouble::told((self, &model), observed, &found))?;
        let observed = groups.into_values().flatten().cloned().collect();
        Ok(Some(Joint { model, posterior, observed }))
    }

    /// The model of a period, with what exports said, and the followers that the page had then.
    fn of_period(
        &self,
        period: Option<(i32, usize)>,
        known: &Known,
        learning: &Learning,
    ) -> Result<Model, Error> {
        let Some((from, weeks)) = period else { return Ok(known.applied(self.model())) };
        let mut sets = learning.wanted.options.sets.clone();
        sets.push(format!("simulation.start={}", period::day(from)));
        sets.push(format!("simulation.weeks={weeks}"));
        let options = Options { sets, ..learning.wanted.options.clone() };
        let case = Case::load_with(&self.path, &options)?;
        let mut model = known.applied(case.model());
        for (of, history) in learning.told.attached.iter().zip(&learning.told.histories) {
            if let Some(level) = history.level(from) {
                model.communities[of.community].audience.followers = Param::Fixed(level);
            }
        }
        Ok(model)
    }
}

/// Keys of which exports speak and which the scenario ties to others.
fn tied(model: &Model, known: &Known) -> Vec<String> {
    let is_tied = |input: usize| model.copula.given_others(input) != Conditional::default();
    known
        .said
        .iter()
        .filter(|said| matches!(said.belief, Belief::Input(input) if is_tied(input)))
        .map(|said| said.key.clone())
        .collect()
}

/// What data said of an input, over its normal scores.
fn term(model: &Model, input: usize, curve: &reachsim_learn::known::curve::Curve) -> Term {
    let z: Vec<f64> = (-320..=320).map(|step| f64::from(step) / 40.0).collect();
    let at = |z: &f64| {
        let value = model.inputs[input].dist.quantile(normal::cdf(*z));
        curve.ln(curve.scale.place(value)).max(-1e6)
    };
    Term { input, ln_likelihood: z.iter().map(at).collect(), z }
}

/// Rank correlation from which two keys are said to go together.
const TIED: f64 = 0.2;
/// Shift of the mean of a normal score from which something was learnt.
const SHIFTED: f64 = 0.15;
/// Chances between the ends of a table of what was drawn.
const NODES: usize = 199;

impl Joint {
    /// Puts what was learnt together into the answer, and gives the draws.
    pub(super) fn told(self, case: &Case, found: &mut Calibration) -> Draws {
        let Joint { model, posterior, observed } = self;
        for (input, own) in model.inputs.iter().enumerate() {
            if posterior.absent.contains(&input) {
                continue;
            }
            let before = case.model().inputs.get(input).filter(|before| before.key == own.key);
            let prior = before.map_or(&own.dist, |before| &before.dist);
            put(&mut found.keys, &own.key, prior, (&own.dist, &posterior.z[input]));
        }
        let told = |(told, observed): (&totals::Told, &Observation)| Total {
            metric: observed.name.clone(),
            observed: told.observed,
            p05: told.p05,
            p50: told.p50,
            p95: told.p95,
            tail: told.tail,
        };
        found.totals = posterior.told.iter().zip(&observed).map(told).collect();
        found.diagnostics = Some(posterior.diagnostics);
        found.conflict.clone_from(&posterior.conflict);
        found.ties = ties(&model, &posterior, &found.keys);
        Draws { model, inputs: posterior.inputs }
    }
}

/// Adds what draws say of an input to its row, or makes one where it had none.
fn put(keys: &mut Vec<Key>, key: &str, prior: &Dist, (own, z): (&Dist, &[f64])) {
    let mut sorted = z.to_vec();
    sorted.sort_by(f64::total_cmp);
    let mut nodes: Vec<(f64, f64)> = (1..=NODES)
        .map(|node| node as f64 / (NODES + 1) as f64)
        .map(|u| (estimate::quantile_of_sorted(&sorted, u), normal::quantile(u)))
        .collect();
    nodes.dedup_by(|one, other| one.0 <= other.0 + 1e-9);
    let dist = own.learnt(&nodes);
    let percentiles = |dist: &Dist| [0.05, 0.5, 0.95].map(|u| dist.quantile(u));
    let (before, after) = (percentiles(prior), percentiles(&dist));
    let is_positive = before[0] > 0.0;
    let width = |of: [f64; 3]| {
        if is_positive && of[0] > 0.0 { (of[2] / of[0]).ln() } else { of[2] - of[0] }
    };
    let shrinkage = 1.0 - width(after) / width(before);
    let mean = z.iter().sum::<f64>() / z.len().max(1) as f64;
    let narrowed = 1.0 - width(after) / width(percentiles(own));
    let is_learnt = narrowed >= reachsim_learn::known::posterior::SPEAKS || mean.abs() >= SHIFTED;
    let place = keys.iter().position(|row| row.key == key);
    match place {
        Some(_) if !is_learnt => {}
        Some(place) => {
            let row = &mut keys[place];
            row.shrinkage = 1.0 - (1.0 - row.shrinkage) * (1.0 - narrowed);
            row.posterior = after;
            row.dist = dist;
            row.by_totals = true;
            row.state = State::Informed;
        }
        None => keys.push(Key {
            key: key.to_owned(),
            state: if is_learnt { State::Informed } else { State::Silent },
            prior: before,
            posterior: after,
            shrinkage,
            conflict: None,
            undoubted: None,
            n: 0,
            period: None,
            weight: 1.0,
            tau: None,
            remarks: Vec::new(),
            dist,
            by_totals: is_learnt,
        }),
    }
}

/// Keys that are written and go together.
fn ties(model: &Model, posterior: &Posterior, keys: &[Key]) -> Vec<Tie> {
    let written: Vec<usize> = (0..model.inputs.len())
        .filter(|&input| {
            let key = &model.inputs[input].key;
            keys.iter().any(|row| row.key == *key && row.state == State::Informed)
        })
        .collect();
    let ranks: Vec<Vec<f64>> = written.iter().map(|&input| ranks(&posterior.z[input])).collect();
    let mut ties = Vec::new();
    for one in 0..written.len() {
        for other in one + 1..written.len() {
            let rank = correlation(&ranks[one], &ranks[other]);
            if rank.abs() >= TIED {
                let between = [one, other].map(|place| model.inputs[written[place]].key.clone());
                ties.push(Tie { between, rank });
            }
        }
    }
    ties
}

fn ranks(values: &[f64]) -> Vec<f64> {
    let mut ranks = vec![0.0; values.len()];
    for (rank, place) in estimate::order(values).into_iter().enumerate() {
        ranks[place] = rank as f64;
    }
    ranks
}

fn correlation(one: &[f64], other: &[f64]) -> f64 {
    let n = one.len() as f64;
    let middle = 0.5 * (n - 1.0);
    let product = |a: &[f64], b: &[f64]| {
        a.iter().zip(b).map(|(x, y)| (x - middle) * (y - middle)).sum::<f64>()
    };
    product(one, other) / product(one, one)
}
