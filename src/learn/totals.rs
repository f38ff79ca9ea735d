//! What totals say of all inputs together: "9,800 questions and 72 leads in 2025".
//!
//! Every uncertain input is a normal score z, u = Phi(z), with the correlations of the scenario's
//! copula; before any data these are standard normal, so that
//!
//! ```text
//! p(z | totals) = N(z; 0, R) L(z),  L = N(s(y); s(f(z)) + b, S)
//! ```
//!
//! Here y are the totals, f is what the engine expects of them without luck, s is ln of what is
//! positive and ln(x/(1-x)) of shares, S the covariance of the totals in [`Effort::futures`]
//! futures whose inputs are those of the mode, with the counting's own error, and b what these
//! futures are on average above f. A count below 20 is negative binomial instead. What data on
//! single inputs said enters as a curve each ([`Term`]). Inputs on which no total depends are found
//! by moving each in turn, and are left out.
//!
//! The mode is climbed to from the medians and from four draws of the prior: two modes are two
//! explanations, which are told instead of an answer. Then a thousand short chains start from the
//! bell around the mode, and walk until they forgot where they began.
//!
//! Tests: `totals::ranks::ranks_are_uniform_where_data_come_from_the_prior`,
//! `totals::toy::the_toy_agrees_with_long_chains`.

pub mod chains;
mod curve;
pub mod luck;
pub mod mode;
mod page;
mod prior;
mod reach;
mod root;
mod scale;
mod slice;
pub mod tail;
pub mod target;
mod told;
mod trouble;

pub use chains::{Draws, Effort};
pub use curve::Term;
pub use page::Episode;
pub use scale::Total;
pub use told::{Conflict, Told};
pub use trouble::Trouble;

use rayon::prelude::*;
use reachsim_core::draw::normal;
use reachsim_core::model::{Input, Model};
use reachsim_core::rng::StreamKey;
use reachsim_core::watch::Watch;

use curve::Curve;
use mode::Bell;
use page::{Page, Scene};
use prior::{Prior, chance};
use reach::Bases;
use scale::Form;

/// What is to be learnt.
#[derive(Clone, Debug)]
pub struct Task<'a> {
    /// The scenario's model, whose inputs are learnt.
    pub model: &'a Model,
    pub episodes: Vec<Episode<'a>>,
    /// What other data said of single inputs.
    pub terms: Vec<Term>,
    pub seed: u64,
    pub effort: Effort,
}

/// All inputs of a model, given totals.
#[derive(Clone, Debug)]
pub struct Posterior {
    /// Values of each input, in the unit of its key: the same place is the same draw.
    pub inputs: Vec<Vec<f64>>,
    /// Their normal scores.
    pub z: Vec<Vec<f64>>,
    /// ln L of each draw, up to a constant.
    pub ln_likelihood: Vec<f64>,
    /// Each total, episode by episode.
    pub told: Vec<Told>,
    /// Totals that cannot all be true: the draws are what is left when they are taken together.
    pub conflict: Option<Conflict>,
    /// Places of the inputs on which no total depends, and of which no term speaks. They are as
    /// they were, but for what ties them to others.
    pub absent: Vec<usize>,
    pub diagnostics: Diagnostics,
}

/// How the draws came about.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Diagnostics {
    pub rhat: f64,
    /// Between the halves of the draws, in standard deviations.
    pub drift: f64,
    pub khat: f64,
    /// Whether the density is near enough to a bell; it only warns.
    pub is_bell: bool,
    pub evaluations: u64,
    /// The outermost normal score at the mode.
    pub mode_max_z: f64,
    /// Most points of an ellipse that a step took.
    pub tries: u32,
}

/// Normal scores beyond which the scenario forbids what was seen.
const FORBIDDEN: f64 = 4.0;
/// Draws of the prior from which the mode is climbed to, beside the medians.
const STARTS: u64 = 4;
/// How often inputs are sought that matter at the mode only.
const ROUNDS: usize = 3;

/// Learns all inputs from totals.
pub fn learn(task: &Task, watch: &impl Watch) -> Result<Posterior, Trouble> {
    density(task, watch)?.posterior(watch)
}

/// The density of all inputs, given totals.
pub fn density<'a>(task: &'a Task<'a>, watch: &impl Watch) -> Result<Density<'a>, Trouble> {
    let model = task.model;
    let scenes: Vec<Scene> =
        task.episodes.iter().map(|episode| Scene::of(episode, model)).collect();
    let anyone = Prior::new(&model.copula, model.inputs.len(), &[]);
    let starts = starts(task.seed, model.inputs.len());
    let mut scores: Vec<Vec<f64>> = starts.iter().map(|w| anyone.all_scores(w)).collect();
    let forms = forms(model, &scenes, &scores);
    let mut found = None;
    for _ in 0..ROUNDS {
        let bases = Bases { inputs: &model.inputs, scenes: &scenes, scores: &scores };
        let mut active = bases.reaching();
        active.extend(task.terms.iter().map(|term| term.input));
        active.sort_unstable();
        active.dedup();
        let before: Option<&Density> = found.as_ref();
        if before.is_some_and(|before| before.page.prior.active() == active) {
            break;
        }
        let climbed = climb(task, (&scenes, &forms), &active)?;
        let passive = vec![0.0; climbed.page.prior.passive().len()];
        let w: Vec<f64> = climbed.bell().mode.iter().copied().chain(passive).collect();
        scores.push(climbed.page.prior.all_scores(&w));
        found = Some(climbed);
        if watch.stopped() {
            return Err(Trouble::Stopped);
        }
    }
    found.ok_or(Trouble::Stopped)
}

/// The medians, and draws of the prior, in coordinates.
fn starts(seed: u64, coordinates: usize) -> Vec<Vec<f64>> {
    let key = StreamKey::named(seed, "totals", "starts");
    let draw = |start: u64| {
        let mut rng = key.at(start, 0);
        (0..coordinates).map(|_| normal(&mut rng)).collect()
    };
    std::iter::once(vec![0.0; coordinates]).chain((0..STARTS).map(draw)).collect()
}

fn forms(model: &Model, scenes: &[Scene], scores: &[Vec<f64>]) -> Vec<Vec<Form>> {
    let expected = Bases { inputs: &model.inputs, scenes, scores }.expected();
    let of = |(scene, own): (usize, &Scene)| {
        let form = |(place, &total): (usize, &Total)| {
            let seen: Vec<f64> = expected.iter().map(|at| at[scene][place]).collect();
            Form::of(own.model, total, &seen)
        };
        own.totals.iter().enumerate().map(form).collect()
    };
    scenes.iter().enumerate().map(of).collect()
}

/// The density of all inputs of which the modes are known.
pub struct Density<'a> {
    task: &'a Task<'a>,
    page: Page<'a>,
    bells: Vec<Bell>,
    evaluations: u64,
}

impl Density<'_> {
    fn bell(&self) -> &Bell {
        &self.bells[0]
    }

    /// ln L at the normal scores of all inputs, up to the constant of [`Posterior::ln_likelihood`].
    pub fn ln_likelihood(&self, z: &[f64]) -> f64 {
        self.page.ln_likelihood(z)
    }
}

/// Climbs to the modes, with the luck around the medians, and then twice with that around the best
/// mode so far.
fn climb<'a>(
    task: &'a Task<'a>,
    (scenes, forms): (&[Scene<'a>], &[Vec<Form>]),
    active: &[usize],
) -> Result<Density<'a>, Trouble> {
    let model = task.model;
    let prior = Prior::new(&model.copula, model.inputs.len(), active);
    let curve = |term: &Term| Some((active.binary_search(&term.input).ok()?, Curve::of(term)));
    let curves = task.terms.iter().filter_map(curve).collect();
    let (scenes, forms, lucks) = (scenes.to_vec(), forms.to_vec(), Vec::new());
    let mut page = Page { inputs: &model.inputs, scenes, prior, forms, lucks, curves };
    let mut from = starts(task.seed, active.len());
    let (mut place, mut evaluations, mut bells) = (from[0].clone(), 0, Vec::new());
    for round in 0..ROUNDS {
        page.lucks = page.lucks_at(&place, task.seed ^ round as u64, task.effort.futures);
        let found = mode::modes(&page, &from);
        evaluations += found.evaluations;
        bells = found.bells;
        let Some(best) = bells.first() else { return Err(Trouble::Stopped) };
        place.clone_from(&best.mode);
        let modes = bells.iter().map(|bell| bell.mode.clone());
        from = if round == 0 { from.into_iter().chain(modes).collect() } else { modes.collect() };
    }
    Ok(Density { task, page, bells, evaluations })
}

impl Density<'_> {
    /// Draws around the mode, if it can be believed.
    pub fn posterior(&self, watch: &impl Watch) -> Result<Posterior, Trouble> {
        let Density { task, page, bells, evaluations } = self;
        if bells.len() > 1 {
            let modes = bells.iter().map(|bell| values(page, &bell.mode));
            return Err(Trouble::TwoExplanations { modes: modes.collect() });
        }
        let bell = self.bell();
        let mode_max_z = allowed(page, bell)?;
        let draws = chains::draw((page, bell), task.seed, task.effort, watch)?;
        let told = told::told(page, &draws.places, task.seed);
        let conflict = told::conflict(page, &told, &bell.mode);
        let z = all_scores(task, page, &draws.places);
        let value = |(input, z): (&Input, &Vec<f64>)| {
            z.iter().map(|&z| input.dist.quantile(chance(z))).collect()
        };
        Ok(Posterior {
            inputs: task.model.inputs.par_iter().zip(&z).map(value).collect(),
            z,
            told,
            conflict,
            absent: absent(page),
            diagnostics: Diagnostics {
                rhat: draws.rhat,
                drift: draws.drift,
                khat: draws.khat,
                is_bell: draws.khat < tail::most_khat(task.effort.chains),
                evaluations: evaluations + draws.evaluations,
                mode_max_z,
                tries: draws.tries,
            },
            ln_likelihood: draws.ln_likelihood,
        })
    }
}

/// The outermost normal score at the mode, unless the scenario forbids it, and no two totals are to
/// blame for it.
fn allowed(page: &Page, bell: &Bell) -> Result<f64, Trouble> {
    let mut scores = vec![0.0; bell.mode.len()];
    page.prior.scores(&bell.mode, &mut scores);
    let farthest = (0..scores.len()).max_by(|&a, &b| scores[a].abs().total_cmp(&scores[b].abs()));
    let Some(place) = farthest else { return Ok(0.0) };
    let z = scores[place];
    if z.abs() > FORBIDDEN && told::pair(page, &bell.mode).is_none() {
        let input = page.prior.active()[place];
        let value = values(page, &bell.mode)[input];
        return Err(Trouble::PriorForbids { input, z, value });
    }
    Ok(z.abs())
}

/// Values of all inputs at a place, those that do not matter at what is then their middle.
fn values(page: &Page, w: &[f64]) -> Vec<f64> {
    let passive = page.prior.passive().len();
    let all: Vec<f64> = w.iter().copied().chain(std::iter::repeat_n(0.0, passive)).collect();
    let scores = page.prior.all_scores(&all);
    page.inputs.iter().zip(scores).map(|(input, z)| input.dist.quantile(chance(z))).collect()
}

fn absent(page: &Page) -> Vec<usize> {
    let mut absent = page.prior.passive().to_vec();
    absent.sort_unstable();
    absent
}

/// Normal scores of all inputs in each draw, input by input. What does not matter is drawn from
/// streams of its own, so that no data move it.
fn all_scores(task: &Task, page: &Page, places: &[Vec<f64>]) -> Vec<Vec<f64>> {
    let key =
        |&input: &usize| StreamKey::named(task.seed, "totals prior", &task.model.inputs[input].key);
    let keys: Vec<StreamKey> = page.prior.passive().iter().map(key).collect();
    let row = |(draw, w): (usize, &Vec<f64>)| {
        let fresh = keys.iter().map(|key| normal(&mut key.at(draw as u64, 0)));
        page.prior.all_scores(&w.iter().copied().chain(fresh).collect::<Vec<f64>>())
    };
    let rows: Vec<Vec<f64>> = places.par_iter().enumerate().map(row).collect();
    (0..task.model.inputs.len()).map(|input| rows.iter().map(|row| row[input]).collect()).collect()
}
