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

/// One part in twenty of the best is nothing beside it, in logarithms.
const NOTHING_LEFT: f64 = 3.0;

/// Slopes after each coordinate, by both sides.
struct Slopes {
    flat: Vec<Vec<f64>>,
    steep: Vec<Vec<f64>>,
}

/// A place with its misfit and its residuals.
struct At<'a> {
    w: &'a [f64],
    misfit: f64,
    here: &'a [f64],
}

/// Where a step leads, and how long it is in standard deviations.
struct Step {
    to: Vec<f64>,
    misfit: f64,
    length: f64,
}

/// Squares of slopes by which two sides are a crease, and what a step over it has to gain.
const CREASE: f64 = 1e-3;
const GAIN: f64 = 1e-3;

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
        let (mut w, mut here) = (start.to_vec(), Vec::new());
        let mut misfit = self.misfit(&w, &mut here);
        let mut damping = FIRST_DAMPING;
        for _ in 0..MOST_STEPS {
            let slopes = self.slopes(&w, &here);
            let at = At { w: &w, misfit, here: &here };
            let step = self.step(&at, &slopes.flat, &mut damping);
            // What looks like a top along the flatter sides may be a crease.
            let goes_on = step.as_ref().is_some_and(|step| step.length >= SETTLED);
            let over = if goes_on { None } else { self.over_a_crease(&at, &slopes) };
            let is_last = !goes_on && over.is_none();
            let Some(step) = over.or(step) else { break };
            (w, misfit) = (step.to, step.misfit);
            self.residuals(&w, &mut here);
            if is_last {
                break;
            }
        }
        let slopes = self.slopes(&w, &here);
        Bell::new(w, misfit, &slopes.flat)
    }

    /// A step that does not lead down, by slopes, damped as far as it takes.
    fn step(&mut self, at: &At, slopes: &[Vec<f64>], damping: &mut f64) -> Option<Step> {
        let (bend, gradient) = (bend(slopes), gradient(slopes, at.here, at.w));
        let mut there = Vec::new();
        while *damping < MOST_DAMPING {
            let mut step = gradient.clone();
            let root = Root::of(&damped(&bend, *damping));
            root.solve(&mut step);
            root.solve_transposed(&mut step);
            let to: Vec<f64> = at.w.iter().zip(&step).map(|(w, step)| w - step).collect();
            let misfit = self.misfit(&to, &mut there);
            let length = length(&bend, &step);
            if misfit <= at.misfit {
                *damping *= 0.2;
                return Some(Step { to, misfit, length });
            }
            *damping *= 4.0;
            if length < SETTLED {
                break;
            }
        }
        None
    }

    /// A step by the steeper side of one coordinate whose sides differ.
    fn over_a_crease(&mut self, at: &At, slopes: &Slopes) -> Option<Step> {
        (0..slopes.flat.len()).find_map(|place| {
            let (flat, steep) = (&slopes.flat[place], &slopes.steep[place]);
            let gap: f64 = flat.iter().zip(steep).map(|(a, b)| (a - b) * (a - b)).sum();
            if gap < CREASE * (1.0 + half_square(steep)) {
                return None;
            }
            let mut sides = slopes.flat.clone();
            sides[place].clone_from(steep);
            self.step(at, &sides, &mut FIRST_DAMPING.clone())
                .filter(|step| step.misfit < at.misfit - GAIN)
        })
    }

    /// Derivatives of the residuals after each coordinate. The flatter of both sides counts: where
    /// an input jumps from one value to the next the other side is no slope.
    fn slopes(&mut self, w: &[f64], here: &[f64]) -> Slopes {
        let (mut at, mut there) = (w.to_vec(), std::mem::take(&mut self.other));
        let mut slopes = Slopes { flat: Vec::new(), steep: Vec::new() };
        for place in 0..w.len() {
            let mut slope = |climb: &mut Self, difference: f64| -> Vec<f64> {
                at[place] = w[place] + difference;
                climb.residuals(&at, &mut there);
                at[place] = w[place];
                there.iter().zip(here).map(|(there, here)| (there - here) / difference).collect()
            };
            let [right, left] = [DIFFERENCE, -DIFFERENCE].map(|difference| slope(self, difference));
            let is_left = half_square(&left) < half_square(&right);
            let (flat, steep) = if is_left { (left, right) } else { (right, left) };
            slopes.flat.push(flat);
            slopes.steep.push(steep);
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
/// The depth of a valley, in logarithms, that chains do not cross as if it were none.
const VALLEY: f64 = 2.0;

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
