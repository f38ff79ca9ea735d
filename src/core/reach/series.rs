//! The Gauss function behind [`Seen`](super::Seen) as a power series that converges for every
//! number of stories.
//!
//! F = 2F1(k, a; c; -x) has its singular points at x = -1 and at infinity. With x = 4z/(1-z)^2,
//! which is z = (s-1)/(s+1) where s = sqrt(1+x), the plane cut from -1 to -infinity becomes the
//! unit disc: 14 powers of z do for x = 1.2 what takes 36 powers of x/(1+x), and nothing has to be
//! exponentiated. Hypergeometric's equation (1+x) D^2 F + ((c-1) + (k+a) x) D F + k a x F = 0, D =
//! x d/dx = (1-z)/(1+z) z d/dz, gives for F = sum f(j) z^j
//!
//! ```text
//! j (j+c-1) f(j) = [m (m+3c-1) - 4km - 4a(m+k)] f(m)            with m = j-1
//!               + [m (m+1-3c) + 4km + 4a(m-k)] f(m)            with m = j-2
//!               - m (m+1-c) f(m)                               with m = j-3.
//! ```
//!
//! The powers are those of Z = z max(k, 1), so that neither a large nor a small k overflows; where
//! k is infinite this is Kummer's series. Terms never exceed (1+x)^k times the result by much:
//! [`Series::covers`] keeps that below 10^4.

/// Weeks that are computed side by side.
pub(crate) const LANES: usize = 8;
/// Terms at most: z^128 is 4e-13 at the largest z allowed.
const MOST_TERMS: usize = 192;
/// The sum is complete when its last terms are below this share of it.
const TOLERANCE: f64 = 1e-12;
/// Largest x, at which z is 0.8.
const LARGEST_X: f64 = 80.0;
/// Largest k ln(1+x): what cancels costs four digits of sixteen.
const LARGEST_GROWTH: f64 = 9.0;
/// Terms between two looks at the convergence.
const STRIDE: usize = 4;

/// Coefficients of one term, linear in `a`: f(j) = (`near[0]` - a `near[1]`) f(j-1) + (`far[0]` + a
/// `far[1]`) f(j-2) - `last` f(j-3).
#[derive(Clone, Copy, Debug)]
struct Step {
    near: [f64; 2],
    far: [f64; 2],
    last: f64,
}

/// The coefficients for one heterogeneity `k` and one repetition c = 1/rho - 1, as many as have
/// been needed so far.
#[derive(Clone, Debug)]
pub struct Series {
    inverse_k: f64,
    c: f64,
    /// The factor min(1, 1/k), by which Z is scaled down to z.
    nu: f64,
    /// The factor min(1, k), which stands for k where powers are those of Z.
    eta: f64,
    largest_q: f64,
    steps: Vec<Step>,
}

/// The sums of the series, in lanes: 1 - F and its first two derivatives.
#[derive(Clone, Copy, Debug)]
pub struct Sums {
    pub share: [f64; LANES],
    /// Members of whom exactly one story was seen: -x F'(x).
    pub once: [f64; LANES],
    /// Members of whom exactly two were seen: x^2 F''(x)/2.
    pub twice: [f64; LANES],
}

impl Series {
    pub fn new(k: f64, c: f64) -> Series {
        let mut series = Series {
            inverse_k: 0.0,
            c: 0.0,
            nu: 0.0,
            eta: 0.0,
            largest_q: 0.0,
            steps: Vec::with_capacity(32),
        };
        series.reset(k, c);
        series
    }

    /// Takes other constants, in the same memory.
    pub fn reset(&mut self, k: f64, c: f64) {
        let largest_by_growth = if k < 1e9 {
            k * libm::expm1((LARGEST_GROWTH / k).min(LARGEST_GROWTH / 1e-2))
        } else {
            LARGEST_GROWTH
        };
        self.inverse_k = 1.0 / k;
        self.c = c;
        self.nu = self.inverse_k.min(1.0);
        self.eta = k.min(1.0);
        self.largest_q = largest_by_growth.min(LARGEST_X * k);
        self.steps.clear();
    }

    /// Whether the series is the method for `q` stories a member.
    #[inline]
    pub(crate) fn covers(&self, q: f64) -> bool {
        q <= self.largest_q
    }

    /// The series of 1 - 2F1(k, a; c; -q/k) for a = `w` c, and where `FREQUENCY` its derivatives.
    #[inline]
    pub fn sums<const FREQUENCY: bool>(&mut self, q: [f64; LANES], w: [f64; LANES]) -> Sums {
        let (mut z, mut a, mut power, mut before, mut last) =
            ([0.0; LANES], [0.0; LANES], [0.0; LANES], [0.0; LANES], [-1.0; LANES]);
        let (mut share, mut first, mut second) = ([0.0; LANES], [0.0; LANES], [0.0; LANES]);
        for lane in 0..LANES {
            // Z = z max(k, 1) with z = (s-1)/(s+1) = x/(1+s)^2, x = q/k. The coefficients have the
            // sign of 1 - F: that of Z^0 is -1, that of Z is 4 w min(k, 1).
            let root = 1.0 + (1.0 + q[lane] * self.inverse_k).sqrt();
            z[lane] = q[lane] / (self.eta * (root * root));
            a[lane] = w[lane] * self.c;
            power[lane] = z[lane];
            let f = 4.0 * self.eta * w[lane];
            share[lane] = f * power[lane];
            (before[lane], last[lane]) = (last[lane], f);
        }
        (first, second) = if FREQUENCY { (share, share) } else { (first, second) };
        let mut earlier = [0.0; LANES];
        let mut j = 2;
        while j < MOST_TERMS {
            if self.steps.len() < j - 2 + STRIDE {
                self.extend();
            }
            let mut rest = [0.0; LANES];
            for step in &self.steps[j - 2..j - 2 + STRIDE] {
                let j_squared = (j * j) as f64;
                for lane in 0..LANES {
                    let near = (step.near[0] - a[lane] * step.near[1]) * last[lane];
                    let far = (step.far[0] + a[lane] * step.far[1]) * before[lane];
                    let f = near + (far - step.last * earlier[lane]);
                    power[lane] *= z[lane];
                    let term = f * power[lane];
                    share[lane] += term;
                    if FREQUENCY {
                        first[lane] += j as f64 * term;
                        second[lane] += j_squared * term;
                    }
                    (earlier[lane], before[lane], last[lane]) = (before[lane], last[lane], f);
                    // The last terms, older ones counting less and less.
                    rest[lane] = term.abs() + 0.5 * rest[lane];
                }
                j += 1;
            }
            // A lane that is complete stands still, so that its bits do not depend on the lanes
            // beside it.
            let mut complete = 0;
            for lane in 0..LANES {
                let enough = rest[lane] <= TOLERANCE * share[lane];
                power[lane] = if enough { 0.0 } else { power[lane] };
                complete += usize::from(enough);
            }
            if complete == LANES {
                break;
            }
        }
        self.derivatives::<FREQUENCY>(z, share, first, second)
    }

    /// From sums of `j t_j` and `j^2 t_j` to derivatives by x. With theta = z d/dz, D = x d/dx =
    /// (1-z)/(1+z) theta, so D^2 = ((1-z)/(1+z))^2 theta^2 - 2 z (1-z)/(1+z)^3 theta, and x^2
    /// d^2/dx^2 = D^2 - D.
    #[inline]
    fn derivatives<const FREQUENCY: bool>(
        &self,
        z: [f64; LANES],
        share: [f64; LANES],
        first: [f64; LANES],
        second: [f64; LANES],
    ) -> Sums {
        let mut sums = Sums { share, once: [0.0; LANES], twice: [0.0; LANES] };
        if FREQUENCY {
            for lane in 0..LANES {
                let z = z[lane] * self.nu;
                let slope = (1.0 - z) / (1.0 + z);
                let once = slope * first[lane];
                let curvature = slope * slope * second[lane]
                    - 2.0 * z * slope / ((1.0 + z) * (1.0 + z)) * first[lane];
                sums.once[lane] = once;
                sums.twice[lane] = 0.5 * (once - curvature);
            }
        }
        sums
    }

    /// The coefficients of another [`STRIDE`] terms.
    #[cold]
    fn extend(&mut self) {
        let Series { c, nu, eta, .. } = *self;
        for _ in 0..STRIDE {
            let j = (self.steps.len() + 2) as f64;
            // The recurrence above over j (j+c-1), its terms with a apart; a power of 1/max(k, 1)
            // for each step back makes the powers those of Z.
            let scale = 1.0 / (j * (j + c - 1.0));
            let (m1, m2, m3) = (j - 1.0, j - 2.0, j - 3.0);
            self.steps.push(Step {
                near: [
                    m1 * (nu * (m1 + 3.0 * c - 1.0) - 4.0 * eta) * scale,
                    4.0 * (nu * m1 + eta) * scale,
                ],
                far: [
                    nu * m2 * (nu * (m2 + 1.0 - 3.0 * c) + 4.0 * eta) * scale,
                    4.0 * nu * (nu * m2 - eta) * scale,
                ],
                last: nu * nu * nu * m3 * (m3 + 1.0 - c) * scale,
            });
        }
    }
}
