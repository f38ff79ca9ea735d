//! Where a density is highest, and the bell that touches it there.
//!
//! Levenberg and Marquardt: with the residuals r and their derivatives J at w, the step solves
//! (H + c diag H) d = -(J'r + w), H = 1 + J'J; c falls with every step that leads down, and rises
//! until one does. Source: Marquardt, *An algorithm for least-squares estimation of nonlinear
//! parameters* (1963). Tests: `totals::bell::a_bell_is_found_as_it_is`,
//! `totals::bell::two_explanations_are_told_apart`.

use reachsim_core::algebra::{Matrix, dot, eigen};

use super::root::Root;
use super::target::{Target, half_square};

/// The normal distribution that touches a density at its mode, along its own axes.
#[derive(Clone, Debug)]
pub struct Bell {
    pub mode: Vec<f64>,
    /// -ln p at the mode, up to the constant of the target.
    pub misfit: f64,
    /// Axes, those with the smallest standard deviations first.
    pub axes: Vec<Axis>,
}

/// A direction in which a bell has a width of its own.
#[derive(Clone, Debug)]
pub struct Axis {
    /// Of length 1.
    pub along: Vec<f64>,
    /// Standard deviation.
    pub width: f64,
    /// How the residuals change along it.
    pub slope: Vec<f64>,
}

impl Bell {
    /// The bell with H = 1 + J'J, which has the axes of J'J.
    fn new(mode: Vec<f64>, misfit: f64, slopes: &[Vec<f64>]) -> Bell {
        let (values, vectors) = eigen(&bend(slopes));
        let residuals = slopes.first().map_or(0, Vec::len);
        let axis = |(value, along): (f64, Vec<f64>)| {
            let slope = |residual: usize| {
                slopes.iter().zip(&along).map(|(slope, along)| slope[residual] * along).sum()
            };
            let slope = (0..residuals).map(slope).collect();
            Axis { width: 1.0 / value.max(1.0).sqrt(), slope, along }
        };
        let mut axes: Vec<Axis> = values.into_iter().zip(vectors).map(axis).collect();
        axes.sort_by(|a, b| a.width.total_cmp(&b.width));
        Bell { mode, misfit, axes }
    }

    /// A point of the bell, from how many standard deviations it lies away along each axis.
    pub fn place(&self, y: &[f64], w: &mut [f64]) {
        w.copy_from_slice(&self.mode);
        self.axes.iter().zip(y).for_each(|(axis, y)| axis.walk(y * axis.width, w));
    }

    /// -ln of what lies under the bell.
    fn weight(&self) -> f64 {
        self.misfit - self.axes.iter().map(|axis| libm::log(axis.width)).sum::<f64>()
    }

    /// How many standard deviations of the bell a point lies from its middle.
    fn distance(&self, w: &[f64]) -> f64 {
        let away: Vec<f64> = w.iter().zip(&self.mode).map(|(w, mode)| w - mode).collect();
        let along = |axis: &Axis| (dot(&axis.along, &away) / axis.width).powi(2);
        self.axes.iter().map(along).sum::<f64>().sqrt()
    }
}

impl Axis {
    /// Goes so far along it.
    pub fn walk(&self, far: f64, w: &mut [f64]) {
        w.iter_mut().zip(&self.along).for_each(|(w, along)| *w += far * along);
    }
}

/// Modes that were found, the one with the most below it first, and what that took.
#[derive(Clone, Debug)]
pub struct Modes {
    pub bells: Vec<Bell>,
    pub evaluations: u64,
}

/// Width of a difference, in standard deviations of what was known before.
const DIFFERENCE: f64 = 1e-4;
const MOST_STEPS: usize = 100;
/// A step that is shorter, in standard deviations, is the last.
const SETTLED: f64 = 1e-3;
const FIRST_DAMPING: f64 = 1e-2;
const MOST_DAMPING: f64 = 1e12;

/// Climbs from each of some places. Modes that are one and the same are told once, and those of
/// which nothing is left beside the best not at all.
pub fn modes<T: Target>(target: &T, starts: &[Vec<f64>]) -> Modes {
    let mut climb = Climb::new(target);
    let mut bells: Vec<Bell> = starts.iter().map(|start| climb.from(start)).collect();
    bells.sort_by(|a, b| a.weight().total_cmp(&b.weight()));
    let mut kept: Vec<Bell> = Vec::new();
    for bell in bells {
        let best = kept.first().map_or(bell.weight(), Bell::weight);
        let counts = bell.weight() < best + NOTHING_LEFT;
        if counts && kept.iter().all(|other| climb.is_apart(other, &bell)) {
            kept.push(bell);
        }
    }
    Modes { bells: kept, evaluations: climb.evaluations }
}

/// A thousandth of the best is nothing, in logarithms.
const NOTHING_LEFT: f64 = 7.0;

struct Climb<'a, T: Target> {
    target: &'a T,
    room: T::Room,
    evaluations: u64,
    other: Vec<f64>,
}

impl<'a, T: Target> Climb<'a, T> {
    fn new(target: &'a T) -> Climb<'a, T> {
        Climb { target, room: target.room(), evaluations: 0, other: Vec::new() }
    }

    fn residuals(&mut self, w: &[f64], put: &mut Vec<f64>) {
        self.evaluations += 1;
        self.target.residuals(w, &mut self.room, put);
    }

    fn misfit(&mut self, w: &[f64], put: &mut Vec<f64>) -> f64 {
        self.residuals(w, put);
        half_square(w) + half_square(put)
    }

    /// The mode to which the way leads up from a place.
    fn from(&mut self, start: &[f64]) -> Bell {
        let (mut w, mut here, mut there) = (start.to_vec(), Vec::new(), Vec::new());
        let mut misfit = self.misfit(&w, &mut here);
        let mut damping = FIRST_DAMPING;
        for _ in 0..MOST_STEPS {
            let slopes = self.slopes(&w, &here);
            let (bend, gradient) = (bend(&slopes), gradient(&slopes, &here, &w));
            let mut moved = None;
            while damping < MOST_DAMPING {
                let mut step = gradient.clone();
                let root = Root::of(&damped(&bend, damping));
                root.solve(&mut step);
                root.solve_transposed(&mut step);
                let to: Vec<f64> = w.iter().zip(&step).map(|(w, step)| w - step).collect();
                let found = self.misfit(&to, &mut there);
                let length = length(&bend, &step);
                if found <= misfit {
                    damping *= 0.2;
                    moved = Some((to, found, length));
                    break;
                }
                damping *= 4.0;
                if length < SETTLED {
                    break;
                }
            }
            let Some((to, found, length)) = moved else { break };
            (w, misfit) = (to, found);
            std::mem::swap(&mut here, &mut there);
            if length < SETTLED {
                break;
            }
        }
        let slopes = self.slopes(&w, &here);
        Bell::new(w, misfit, &slopes)
    }

    /// Derivatives of the residuals after each coordinate. The flatter of both sides counts: where
    /// an input jumps from one value to the next the other side is no slope.
    fn slopes(&mut self, w: &[f64], here: &[f64]) -> Vec<Vec<f64>> {
        let (mut at, mut there) = (w.to_vec(), std::mem::take(&mut self.other));
        let mut slopes = Vec::with_capacity(w.len());
        for place in 0..w.len() {
            let mut slope = |climb: &mut Self, difference: f64| -> Vec<f64> {
                at[place] = w[place] + difference;
                climb.residuals(&at, &mut there);
                at[place] = w[place];
                there.iter().zip(here).map(|(there, here)| (there - here) / difference).collect()
            };
            let [right, left] = [DIFFERENCE, -DIFFERENCE].map(|difference| slope(self, difference));
            slopes.push(if half_square(&left) < half_square(&right) { left } else { right });
        }
        self.other = there;
        slopes
    }

    /// Whether two modes are different ones: far from each other, with a valley between them.
    fn is_apart(&mut self, one: &Bell, other: &Bell) -> bool {
        if one.distance(&other.mode) < 1.0 {
            return false;
        }
        let (mut put, top) = (Vec::new(), one.misfit.max(other.misfit));
        (1..BETWEEN).any(|part| {
            let share = f64::from(part) / f64::from(BETWEEN);
            let between = one.mode.iter().zip(&other.mode);
            let w: Vec<f64> = between.map(|(one, other)| one + share * (other - one)).collect();
            self.misfit(&w, &mut put) > top + VALLEY
        })
    }
}

/// Parts of the way from one mode to another.
const BETWEEN: u32 = 16;
/// The depth of a valley, in logarithms.
const VALLEY: f64 = 0.1;

/// 1 + J'J.
fn bend(slopes: &[Vec<f64>]) -> Matrix {
    let entry = |i: usize, j: usize| dot(&slopes[i], &slopes[j]) + f64::from(u8::from(i == j));
    (0..slopes.len()).map(|i| (0..slopes.len()).map(|j| entry(i, j)).collect()).collect()
}

/// J'r + w.
fn gradient(slopes: &[Vec<f64>], residuals: &[f64], w: &[f64]) -> Vec<f64> {
    slopes.iter().zip(w).map(|(slope, w)| dot(slope, residuals) + w).collect()
}

fn damped(bend: &Matrix, damping: f64) -> Matrix {
    let mut damped = bend.clone();
    for (place, row) in damped.iter_mut().enumerate() {
        row[place] *= 1.0 + damping;
    }
    damped
}

/// Length of a step in standard deviations of the bell.
fn length(bend: &Matrix, step: &[f64]) -> f64 {
    bend.iter().zip(step).map(|(row, own)| own * dot(row, step)).sum::<f64>().max(0.0).sqrt()
}
