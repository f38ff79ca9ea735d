//! The sampler by itself, on densities whose answers are known.

use reachsim_core::rng::{StreamKey, uniform};
use reachsim_core::watch::Unwatched;
use reachsim_learn::totals::chains::{self, Draws};
use reachsim_learn::totals::mode::{Modes, modes};
use reachsim_learn::totals::tail::khat;
use reachsim_learn::totals::target::Target;
use reachsim_learn::totals::{Effort, Trouble};

/// Residuals as a function of the coordinates.
pub struct Toy<F> {
    pub dimension: usize,
    pub of: F,
}

impl<F: Fn(&[f64], &mut Vec<f64>) + Sync> Target for Toy<F> {
    type Room = ();

    fn dimension(&self) -> usize {
        self.dimension
    }

    fn room(&self) {}

    fn residuals(&self, w: &[f64], (): &mut (), residuals: &mut Vec<f64>) {
        residuals.clear();
        (self.of)(w, residuals);
    }
}

/// The mode from the middle and four places around it.
pub fn found<T: Target>(target: &T) -> Modes {
    let d = target.dimension();
    let sign = |start: usize, place: usize| {
        if (start >> (place % 3)).is_multiple_of(2) { 0.9 } else { -0.9 }
    };
    let around = (0..4).map(|start| (0..d).map(|place| sign(start, place)).collect());
    modes(target, &std::iter::once(vec![0.0; d]).chain(around).collect::<Vec<_>>())
}

pub fn drawn<T: Target>(target: &T, effort: Effort) -> Result<Draws, Trouble> {
    let modes = found(target);
    assert_eq!(modes.bells.len(), 1, "one explanation");
    chains::draw((target, &modes.bells[0]), 7, effort, &Unwatched)
}

pub fn moments(values: &[f64]) -> (f64, f64) {
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    (mean, (values.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / (n - 1.0)).sqrt())
}

/// Three totals of five inputs, all straight: ln L = -|A w - b|^2/2.
const A: [[f64; 5]; 3] =
    [[10.0, 3.0, 0.0, 0.0, -1.0], [0.0, 20.0, 20.0, 0.0, 0.0], [0.2, 0.0, 0.0, 0.3, 0.0]];
const B: [f64; 3] = [8.0, -30.0, 1.0];

fn straight(w: &[f64], residuals: &mut Vec<f64>) {
    let rows = A.iter().zip(B);
    residuals.extend(rows.map(|(row, b)| row.iter().zip(w).map(|(a, w)| a * w).sum::<f64>() - b));
}

/// Mean and covariance of the normal posterior, by Kalman's updates, one total after the other.
fn closed() -> ([f64; 5], [[f64; 5]; 5]) {
    let mut mean = [0.0; 5];
    let mut covariance: [[f64; 5]; 5] =
        std::array::from_fn(|i| std::array::from_fn(|j| f64::from(u8::from(i == j))));
    for (row, b) in A.iter().zip(B) {
        let with: [f64; 5] =
            std::array::from_fn(|i| (0..5).map(|j| covariance[i][j] * row[j]).sum());
        let variance = 1.0 + (0..5).map(|i| row[i] * with[i]).sum::<f64>();
        let miss = b - (0..5).map(|i| row[i] * mean[i]).sum::<f64>();
        for i in 0..5 {
            mean[i] += with[i] * miss / variance;
            for j in 0..5 {
                covariance[i][j] -= with[i] * with[j] / variance;
            }
        }
    }
    (mean, covariance)
}

#[test]
fn a_bell_is_found_as_it_is() {
    let modes = found(&Toy { dimension: 5, of: straight });
    assert_eq!(modes.bells.len(), 1);
    let (bell, (mean, covariance)) = (&modes.bells[0], closed());
    for i in 0..5 {
        let sd = covariance[i][i].sqrt();
        assert!((bell.mode[i] - mean[i]).abs() < 0.01 * sd, "{i}: {} {}", bell.mode[i], mean[i]);
        // A point of the bell at a unit of its own is a column of a root of the covariance.
        let mut variance = 0.0;
        for unit in 0..5 {
            let (mut y, mut w) = (vec![0.0; 5], vec![0.0; 5]);
            y[unit] = 1.0;
            bell.place(&y, &mut w);
            variance += (w[i] - bell.mode[i]).powi(2);
        }
        assert!((variance.sqrt() / sd - 1.0).abs() < 1e-4, "{i}");
    }
}

/// 40,000 draws, so that chance is a quarter of what is asked.
#[test]
fn draws_of_a_bell_have_its_moments() {
    let effort = Effort { chains: 10_000, ..Effort::default() };
    let draws = drawn(&Toy { dimension: 5, of: straight }, effort).expect("a bell");
    let (mean, covariance) = closed();
    for i in 0..5 {
        let column: Vec<f64> = draws.places.iter().map(|w| w[i]).collect();
        let ((found, sd), wanted) = (moments(&column), covariance[i][i].sqrt());
        assert!((found - mean[i]).abs() < 0.02 * wanted, "{i}: {found} {}", mean[i]);
        assert!((sd / wanted - 1.0).abs() < 0.02, "{i}: {sd} {wanted}");
        for j in 0..i {
            let other: Vec<f64> = draws.places.iter().map(|w| w[j]).collect();
            let sum: Vec<f64> = column.iter().zip(&other).map(|(a, b)| a + b).collect();
            let both = covariance[i][i] + covariance[j][j] + 2.0 * covariance[i][j];
            let (_, sd) = moments(&sum);
            assert!((sd.powi(2) - both).abs() < 0.04 * wanted.powi(2).max(both), "{i} {j}");
        }
    }
    assert!(draws.khat < 0.5 && draws.rhat < 1.01, "{} {}", draws.khat, draws.rhat);
}

/// Something that only two separate places explain: w is 2 or -2.
#[test]
fn two_explanations_are_told_apart() {
    let square = |w: &[f64], residuals: &mut Vec<f64>| {
        residuals.push((w[0] * w[0] - 4.0) / 0.3);
        residuals.push(w[1] - 0.5);
    };
    let modes = found(&Toy { dimension: 2, of: square });
    let mut first: Vec<f64> = modes.bells.iter().map(|bell| bell.mode[0]).collect();
    first.sort_by(f64::total_cmp);
    assert_eq!(first.len(), 2);
    assert!((first[0] + 2.0).abs() < 0.1 && (first[1] - 2.0).abs() < 0.1, "{first:?}");
    // One that is all but impossible is none.
    let leaning = |w: &[f64], residuals: &mut Vec<f64>| {
        square(w, residuals);
        residuals.push(3.0 * (w[0] - 2.0));
    };
    assert_eq!(found(&Toy { dimension: 2, of: leaning }).bells.len(), 1);
}

/// Of a product of two factors the product is known to 1 %, and each factor as before.
#[test]
fn a_product_is_known_and_its_factors_are_not() {
    let product = |w: &[f64], residuals: &mut Vec<f64>| {
        residuals.push((0.5 * w[0] + 0.5 * w[1] - 0.3) / 0.01);
    };
    let draws = drawn(&Toy { dimension: 2, of: product }, Effort::default()).expect("a ridge");
    let of = |of: fn(&Vec<f64>) -> f64| draws.places.iter().map(of).collect::<Vec<f64>>();
    let (mean, sd) = moments(&of(|w| 0.5 * (w[0] + w[1])));
    assert!((mean - 0.3).abs() < 0.001 && (sd / 0.01 - 1.0).abs() < 0.06, "{mean} {sd}");
    // The difference is independent of it, and is as it was: N(0, 2).
    let (mean, sd) = moments(&of(|w| w[0] - w[1]));
    assert!(mean.abs() < 0.1 && (sd / 2.0_f64.sqrt() - 1.0).abs() < 0.06, "{mean} {sd}");
}

#[test]
fn any_number_of_threads_draws_the_same() {
    let toy = Toy { dimension: 5, of: straight };
    let on = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| drawn(&toy, Effort::default())).expect("a bell")
    };
    let one = on(1);
    for threads in [2, 8] {
        let other = on(threads);
        assert!(one.places == other.places && one.ln_likelihood == other.ln_likelihood);
        assert_eq!((one.khat, one.rhat, one.tries), (other.khat, other.rhat, other.tries));
    }
}

/// A narrow bell with a wide shelf: chains that begin on either side stay there.
#[test]
fn chains_that_remember_where_they_began_are_found() {
    let toy = Toy {
        dimension: 30,
        of: |w: &[f64], residuals: &mut Vec<f64>| {
            // Neal's funnel upside down: the width of 29 coordinates hangs on the first.
            let width = (1.5 * w[0]).exp();
            residuals.extend(w[1..].iter().map(|x| 30.0 * x * width));
        },
    };
    let impatient = Effort { warm: 0, kept: 2, every: 1, doublings: 0, ..Effort::default() };
    let found = drawn(&toy, impatient);
    let Err(Trouble::NotConverged { rhat, drift }) = found else { panic!("{found:?}") };
    assert!(rhat > 1.01 || drift > 0.1, "{rhat} {drift}");
}

#[test]
fn a_step_that_finds_no_next_point_ends_it() {
    let toy = Toy { dimension: 5, of: straight };
    let effort = Effort { most_tries: 1, ..Effort::default() };
    assert_eq!(drawn(&toy, effort).map(|_| ()), Err(Trouble::TooManyTries { tries: 1 }));
}

/// Weights u^-k have a Pareto tail of shape k: 30 samples of 1,000 leave a mean to 0.04, of which
/// what is assumed before draws 10 parts in 105 to a half.
#[test]
fn the_shape_of_a_tail_is_found() {
    for k in [0.2, 0.5, 0.9] {
        let sample = |number: u64| {
            let mut rng = StreamKey::named(1, "pareto", "").at(number, 0);
            khat(&(0..1_000).map(|_| -k * uniform(&mut rng).ln()).collect::<Vec<f64>>())
        };
        let mean = (0..30).map(sample).sum::<f64>() / 30.0;
        let wanted = (95.0 * k + 5.0) / 105.0;
        assert!((mean - wanted).abs() < 0.1, "{k}: {mean} {wanted}");
    }
}
