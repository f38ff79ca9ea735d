//! Chains of generalised elliptical slice steps.
//!
//! A bell with heavy tails, a Student's t of [`FREEDOM`] degrees around the mode, is a normal
//! distribution of unknown width s: at a point y (in units of the bell, of d coordinates) s is
//! ((FREEDOM + y'y)/2)/G with G gamma of shape (FREEDOM + d)/2. Given s the density is a normal
//! N(0, s) times what is left, g(y) = ln p(y) - ln t(y), and an elliptical slice step keeps that:
//!
//! ```text
//! n ~ N(0, s); h = g(y) + ln U; a in (0, 2 pi), bounds a - 2 pi and a
//! y' = y cos a + n sin a; done where g(y') > h; else the bound on its side moves to a,
//! and a is drawn between the bounds again
//! ```
//!
//! Where totals are exact, the density is a thin ridge, and a bent one, along which straight lines
//! lead nowhere. So y is not laid along straight axes: from a point on the wide axes a few steps of
//! Gauss and Newton, with the slopes at the mode, lead back to the ridge along the narrow axes, and
//! only from there y goes on along these. By how much depends on the wide coordinates alone, so the
//! map is a shear: it keeps every volume, and the density needs no determinant.
//!
//! Nothing is tuned, and no step is refused. Every number has an address (seed, chain, step).
//! Sources: Murray, Adams, `MacKay`, *Elliptical slice sampling* (2010); Nishihara, Murray, Adams,
//! *Parallel MCMC with generalized elliptical slice sampling* (2014). Test:
//! `totals::bell::draws_of_a_bell_have_its_moments`.

use std::f64::consts::TAU;

use reachsim_core::algebra::dot;
use reachsim_core::draw::{gamma, normal};
use reachsim_core::rng::{StreamKey, uniform};

use super::mode::{Axis, Bell};
use super::target::{Target, half_square};

/// Degrees of freedom of the reference: tails heavier than those of any bell that is met.
const FREEDOM: f64 = 8.0;

/// What all chains walk on.
pub struct Slope<'a, T: Target> {
    pub target: &'a T,
    pub bell: &'a Bell,
    pub seed: u64,
    /// Points of an ellipse after which a step is given up.
    pub most_tries: u32,
}

/// One chain.
#[derive(Clone, Debug)]
pub struct Chain {
    number: u64,
    steps: u32,
    /// In units of the bell.
    y: Vec<f64>,
    /// Where it is.
    pub w: Vec<f64>,
    /// ln L there, up to the constant of the target.
    pub ln_likelihood: f64,
    /// ln p - ln t there.
    pub over: f64,
    /// Most points that a step took; more than are allowed where it was given up.
    pub tries: u32,
    pub evaluations: u64,
}

/// Room of one thread.
pub struct Room<R> {
    inner: R,
    residuals: Vec<f64>,
    aside: Vec<f64>,
    y: Vec<f64>,
    w: Vec<f64>,
    evaluations: u64,
}

impl<T: Target> Slope<'_, T> {
    pub fn room(&self) -> Room<T::Room> {
        let zeros = || vec![0.0; self.target.dimension()];
        let inner = self.target.room();
        Room {
            inner,
            residuals: Vec::new(),
            aside: zeros(),
            y: zeros(),
            w: zeros(),
            evaluations: 0,
        }
    }

    fn key(&self) -> StreamKey {
        StreamKey::named(self.seed, "totals", "chains")
    }

    /// A chain at its beginning: a draw of the reference.
    pub fn begin(&self, number: u64, room: &mut Room<T::Room>) -> Chain {
        let mut rng = self.key().at(number, 0);
        let width = (0.5 * FREEDOM / gamma(&mut rng, 0.5 * FREEDOM, 1.0)).sqrt();
        room.y.iter_mut().for_each(|y| *y = width * normal(&mut rng));
        room.evaluations = 0;
        let (over, ln_likelihood) = self.over(room);
        let evaluations = room.evaluations;
        let (y, w) = (room.y.clone(), room.w.clone());
        Chain { number, steps: 0, y, w, ln_likelihood, over, tries: 0, evaluations }
    }

    /// One step of a chain; where it is given up the chain stays where it is.
    pub fn step(&self, chain: &mut Chain, room: &mut Room<T::Room>) {
        chain.steps += 1;
        let mut rng = self.key().at(chain.number, chain.steps);
        let d = chain.y.len() as f64;
        let shape = 0.5 * (FREEDOM + d);
        let width = ((0.5 * FREEDOM + half_square(&chain.y)) / gamma(&mut rng, shape, 1.0)).sqrt();
        room.aside.iter_mut().for_each(|n| *n = width * normal(&mut rng));
        let height = chain.over + libm::log(uniform(&mut rng));
        let mut angle = TAU * uniform(&mut rng);
        let mut bounds = [angle - TAU, angle];
        for tries in 1..=self.most_tries {
            let (sine, cosine) = libm::sincos(angle);
            for (to, (y, n)) in room.y.iter_mut().zip(chain.y.iter().zip(&room.aside)) {
                *to = y * cosine + n * sine;
            }
            room.evaluations = 0;
            let (over, ln_likelihood) = self.over(room);
            chain.evaluations += room.evaluations;
            if over > height {
                chain.y.copy_from_slice(&room.y);
                chain.w.copy_from_slice(&room.w);
                (chain.over, chain.ln_likelihood) = (over, ln_likelihood);
                chain.tries = chain.tries.max(tries);
                return;
            }
            bounds[usize::from(angle > 0.0)] = angle;
            angle = bounds[0] + (bounds[1] - bounds[0]) * uniform(&mut rng);
        }
        chain.tries = self.most_tries + 1;
    }

    /// ln p - ln t and ln L at the point `y` of the room, whose place is put into `w`.
    fn over(&self, room: &mut Room<T::Room>) -> (f64, f64) {
        self.place(room);
        self.target.residuals(&room.w, &mut room.inner, &mut room.residuals);
        room.evaluations += 1;
        let ln_likelihood = -half_square(&room.residuals);
        let d = room.y.len() as f64;
        let ln_t = -0.5 * (FREEDOM + d) * libm::log1p(2.0 * half_square(&room.y) / FREEDOM);
        (ln_likelihood - half_square(&room.w) - ln_t, ln_likelihood)
    }

    /// The place of the point `y`: first along the wide axes, then back to the ridge along the
    /// narrow ones, then along these.
    fn place(&self, room: &mut Room<T::Room>) {
        let axes = &self.bell.axes;
        let narrow = axes.partition_point(|axis| axis.width < NARROW);
        room.w.copy_from_slice(&self.bell.mode);
        for (axis, y) in axes.iter().zip(&room.y).skip(narrow) {
            axis.walk(y * axis.width, &mut room.w);
        }
        for _ in 0..if narrow == 0 { 0 } else { RETURNS } {
            self.target.residuals(&room.w, &mut room.inner, &mut room.residuals);
            room.evaluations += 1;
            let uphill =
                |axis: &Axis| dot(&axis.slope, &room.residuals) + dot(&axis.along, &room.w);
            let back: Vec<f64> =
                axes[..narrow].iter().map(|axis| axis.width.powi(2) * uphill(axis)).collect();
            for (axis, back) in axes.iter().zip(back) {
                axis.walk(-back.clamp(-FARTHEST, FARTHEST), &mut room.w);
            }
        }
        for (axis, y) in axes.iter().zip(&room.y).take(narrow) {
            axis.walk(y * axis.width, &mut room.w);
        }
    }
}

/// Axes along which data leave less than this of what was known before are narrow.
const NARROW: f64 = 0.5;
/// Steps back to the ridge.
const RETURNS: usize = 1;
/// The longest step back, in standard deviations of what was known before.
const FARTHEST: f64 = 2.0;
