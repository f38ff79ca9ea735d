//! Means over the beta distribution, for the corners that no series covers.

use crate::elementary::{exp_minus, ln_1p};

/// A beta distribution of mean `w` and a + b = `c`.
#[derive(Clone, Copy, Debug)]
pub struct Beta {
    pub w: f64,
    pub c: f64,
}

/// Size of a and b beyond which the distribution is so narrow that three points are exact to the
/// square of its inverse.
const NARROW: f64 = 1e6;
/// Step of the trapezoidal rule in ln(p/(1-p)): its error is e^(-pi^2/step), 5e-16, times what the
/// integrand has grown by at an imaginary part of pi/2, which where a is small beside b is some ten
/// thousand.
const STEP: f64 = 0.28;
/// Step of the trapezoidal rule in standard deviations of a narrow distribution.
const STEP_IN_DEVIATIONS: f64 = 0.55;
/// What is left out at both ends.
const NEGLIGIBLE: f64 = 1e-17;
const MOST_POINTS: usize = 20_000;

impl Beta {
    /// E[h(p)] for some functions with h(0) = 0 that vary no faster than (1 + x p)^-k or e^(-q p),
    /// written as E[h] = h(1) w + E[h(p) - p h(1)].
    ///
    /// The second part vanishes at both ends like p (1-p), whose mean is known: a b/(c (c+1)). So
    /// both it and the weights are integrated by the trapezoidal rule in t = ln(p/(1-p)), and no
    /// gamma function is needed, however small or large a and b are. Source: Trefethen, Weideman,
    /// *The exponentially convergent trapezoidal rule* (2014), doi:10.1137/130932132. Test:
    /// `reach::the_share_of_members_seen_agrees_with_forty_digits`.
    pub fn mean<const N: usize>(self, h: impl Fn(f64) -> [f64; N]) -> [f64; N] {
        let Beta { w, c } = self;
        let (a, b) = (w * c, (1.0 - w) * c);
        let ends = h(1.0);
        if w <= 0.0 || w >= 1.0 {
            return ends.map(|end| end * w);
        }
        let variance = w * (1.0 - w) / (c + 1.0);
        // Gauss and Hermite's rule of three points: the mean, and sqrt(3) deviations to either
        // side.
        if a.min(b) > NARROW {
            let away = (3.0 * variance).sqrt();
            let (low, middle, high) = (h((w - away).max(0.0)), h(w), h((w + away).min(1.0)));
            return std::array::from_fn(|i| (low[i] + 4.0 * middle[i] + high[i]) / 6.0);
        }
        // E[p (1-p)] = a b/(c (c+1)) = variance c.
        let excess: [f64; N] = excess(a, b, |p| {
            let values = h(p);
            std::array::from_fn(|i| values[i] - p * ends[i])
        });
        std::array::from_fn(|i| ends[i] * w + variance * c * excess[i])
    }
}

/// E[g(p)] / E[p (1-p)] for functions g that vanish at both ends.
fn excess<const N: usize>(a: f64, b: f64, g: impl Fn(f64) -> [f64; N]) -> [f64; N] {
    let step = STEP.min(STEP_IN_DEVIATIONS * (1.0 / (a + 1.0) + 1.0 / (b + 1.0)).sqrt());
    let middle = libm::log((a + 1.0) / (b + 1.0));
    // -ln(p^a (1-p)^b), the density in t without its constant, p = 1/(1 + e^-t). Times p (1-p) it
    // is largest at the middle.
    let exponent = |t: f64| {
        let u = ln_1p(exp_minus(t.abs()));
        if t > 0.0 { a * u + b * (t + u) } else { a * (u - t) + b * u }
    };
    let reference = exponent(middle);
    let (mut sums, mut weights) = ([0.0_f64; N], 0.0);
    let mut add = |t: f64| {
        let tail = exp_minus(t.abs());
        let (near, far) = (1.0 / (1.0 + tail), tail / (1.0 + tail));
        let p = if t > 0.0 { near } else { far };
        // Relative to the middle, so that nothing underflows.
        let less = exponent(t) - reference;
        let weight = if less >= 0.0 { exp_minus(less) } else { libm::exp(-less) };
        let values = g(p);
        let mut done = weight * near * far <= NEGLIGIBLE * weights;
        weights += weight * near * far;
        for i in 0..N {
            done &= (weight * values[i]).abs() <= NEGLIGIBLE * sums[i].abs();
            sums[i] += weight * values[i];
        }
        done
    };
    add(middle);
    for direction in [-step, step] {
        // From the middle to either side, until nothing is added.
        let _ = (1..MOST_POINTS).find(|&i| add(middle + direction * i as f64));
    }
    sums.map(|sum| if weights > 0.0 { sum / weights } else { 0.0 })
}
