//! The distributions of one shape: uniform, triangular, those of the bell, gamma and beta.

use super::law::{Law, Moments, by_quadrature};
use super::scale::Scale;
use super::table::Searched;
use crate::chance::Chance;
use crate::incomplete;
use crate::normal;
use crate::root;

/// The uniform distribution: every value between two ends alike.
#[derive(Clone, Copy, Debug)]
pub struct Uniform {
    pub low: f64,
    pub high: f64,
}

impl Law for Uniform {
    #[inline]
    fn at(&self, chance: Chance) -> f64 {
        self.low * chance.above + self.high * chance.below
    }

    fn chance(&self, x: f64) -> Chance {
        let width = self.high - self.low;
        let share = |part: f64| (part / width).clamp(0.0, 1.0);
        Chance { below: share(x - self.low), above: share(self.high - x) }
    }

    fn bounds(&self) -> (f64, f64) {
        (self.low, self.high)
    }

    fn moments(&self) -> Moments {
        let width = self.high - self.low;
        Moments { mean: f64::midpoint(self.low, self.high), variance: width * width / 12.0 }
    }
}

/// The triangular distribution: a density that rises straight to the mode and falls straight behind
/// it.
#[derive(Clone, Copy, Debug)]
pub struct Triangular {
    pub low: f64,
    pub mode: f64,
    pub high: f64,
}

/// Distance from the end of a side of length `rise`, of a triangle of length `width`, within which
/// a chance `p` lies, `q` being the rest of it.
///
/// Before the mode the area is x^2/(width rise). Beyond it the rest is the like square of the
/// distance to the other end, solved without a difference of large numbers.
fn reached(rise: f64, width: f64, p: f64, q: f64) -> f64 {
    if p * width <= rise {
        return (p * width * rise).sqrt();
    }
    let fall = (width * (width - rise)).sqrt();
    width * (rise / (width + fall)) + fall * p / (1.0 + q.sqrt())
}

impl Law for Triangular {
    fn at(&self, chance: Chance) -> f64 {
        let Triangular { low, mode, high } = *self;
        let Chance { below, above } = chance;
        if below <= above {
            low + reached(mode - low, high - low, below, above)
        } else {
            high - reached(high - mode, high - low, above, below)
        }
    }

    fn chance(&self, x: f64) -> Chance {
        let Triangular { low, mode, high } = *self;
        let x = x.clamp(low, high);
        let (width, rise, fall) = (high - low, mode - low, high - mode);
        // The area beyond x on the nearer side of the mode, and what lies between x and the mode.
        let (near, between) = if x <= mode {
            let near = if rise > 0.0 { (x - low) / width * ((x - low) / rise) } else { 0.0 };
            (near, if rise > 0.0 { (mode - x) / width * ((x - low + rise) / rise) } else { 0.0 })
        } else {
            (
                (high - x) / width * ((high - x) / fall),
                (x - mode) / width * ((high - x + fall) / fall),
            )
        };
        if x <= mode {
            Chance { below: near, above: fall / width + between }
        } else {
            Chance { below: rise / width + between, above: near }
        }
    }

    fn bounds(&self) -> (f64, f64) {
        (self.low, self.high)
    }

    fn moments(&self) -> Moments {
        let (rise, fall) = (self.mode - self.low, self.high - self.mode);
        Moments {
            mean: self.mode + (fall - rise) / 3.0,
            variance: (rise * rise + rise * fall + fall * fall) / 18.0,
        }
    }

    fn kinks(&self) -> Vec<f64> {
        vec![self.mode]
    }
}

/// The quantile of the standard normal distribution.
#[inline]
fn standard(chance: Chance) -> f64 {
    if chance.below <= chance.above {
        normal::quantile(chance.below)
    } else {
        -normal::quantile(chance.above)
    }
}

/// The normal distribution on a scale: normal on the line, lognormal above 0, logit-normal between
/// 0 and 1.
#[derive(Clone, Copy, Debug)]
pub struct Bell {
    pub scale: Scale,
    /// Mean and standard deviation on the scale.
    pub mean: f64,
    pub sd: f64,
}

impl Law for Bell {
    #[inline]
    fn at(&self, chance: Chance) -> f64 {
        self.scale.value(self.mean + self.sd * standard(chance))
    }

    fn chance(&self, x: f64) -> Chance {
        let z = (self.scale.place(x) - self.mean) / self.sd;
        Chance { below: normal::cdf(z), above: normal::cdf(-z) }
    }

    fn bounds(&self) -> (f64, f64) {
        self.scale.bounds()
    }

    fn moments(&self) -> Moments {
        let variance = self.sd * self.sd;
        match self.scale {
            Scale::Line => Moments { mean: self.mean, variance },
            Scale::Above(low) => {
                let above = libm::exp(self.mean + 0.5 * variance);
                Moments { mean: low + above, variance: above * above * libm::expm1(variance) }
            }
            Scale::Below(_) | Scale::Between(..) => by_quadrature(self),
        }
    }
}

/// The gamma distribution of a shape, times a factor.
#[derive(Clone, Copy, Debug)]
pub struct Gamma {
    pub shape: f64,
    pub scale: f64,
}

/// Shape above which the cube root of a gamma is nearly normal.
const CUBE_ROOT: f64 = 0.4;
/// What the formula of Wilson and Hilferty must leave to be believed.
const BELIEVED: f64 = 0.2;

impl Searched for Gamma {
    fn place(&self, chance: Chance) -> f64 {
        let a = self.shape;
        // The guess: the cube root of a gamma over its shape is nearly normal with mean 1 - 1/(9 a)
        // and variance 1/(9 a) (Wilson, Hilferty 1931); where that fails, the lower tail P(x) =
        // x^a/Gamma(a+1).
        let cube_root = 1.0 - 1.0 / (9.0 * a) + standard(chance) / (3.0 * a.sqrt());
        let guess = if a > CUBE_ROOT && cube_root > BELIEVED {
            libm::log(a) + 3.0 * libm::log(cube_root)
        } else {
            (libm::log(chance.below) + libm::lgamma(a + 1.0)) / a
        };
        let step = 0.05 / a.sqrt().max(1.0);
        libm::log(self.scale)
            + root::polished(|y| incomplete::gamma(a, y).beyond(chance), guess, step)
    }
}

impl Law for Gamma {
    fn at(&self, chance: Chance) -> f64 {
        libm::exp(self.place(chance))
    }

    fn chance(&self, x: f64) -> Chance {
        if x <= 0.0 {
            Chance::from_below(0.0)
        } else {
            incomplete::gamma(self.shape, libm::log(x / self.scale)).chance
        }
    }

    fn bounds(&self) -> (f64, f64) {
        (0.0, f64::INFINITY)
    }

    fn moments(&self) -> Moments {
        Moments { mean: self.shape * self.scale, variance: self.shape * self.scale * self.scale }
    }
}

/// The beta distribution of two shapes, between two ends.
#[derive(Clone, Copy, Debug)]
pub struct Beta {
    /// The shapes alpha and beta.
    pub shapes: [f64; 2],
    pub low: f64,
    pub high: f64,
}

impl Searched for Beta {
    fn place(&self, chance: Chance) -> f64 {
        let [a, b] = self.shapes;
        let spread = (1.0 / a + 1.0 / b).sqrt();
        let guess = if a.min(b) >= 1.0 {
            // The guess: half the logit is nearly normal (Carter 1947, as in algorithm AS 109);
            // with a shape below 1, the tail x^a/(a B(a, b)) of the nearer end.
            let (z, a_part, b_part) =
                (standard(chance), 1.0 / (2.0 * a - 1.0), 1.0 / (2.0 * b - 1.0));
            let (h, r) = (2.0 / (a_part + b_part), (z * z - 3.0) / 6.0);
            let away = (b_part - a_part) * (r + 5.0 / 6.0 - 2.0 / (3.0 * h));
            libm::log(a / b) + 2.0 * (z * (h + r).sqrt() / h + away)
        } else {
            let ln_beta = libm::lgamma(a) + libm::lgamma(b) - libm::lgamma(a + b);
            if chance.below <= chance.above {
                (libm::log(chance.below * a) + ln_beta) / a
            } else {
                -(libm::log(chance.above * b) + ln_beta) / b
            }
        };
        root::polished(|t| incomplete::beta(a, b, t).beyond(chance), guess, 0.1 * spread.min(1.0))
    }
}

impl Law for Beta {
    fn at(&self, chance: Chance) -> f64 {
        Scale::Between(self.low, self.high).value(self.place(chance))
    }

    fn chance(&self, x: f64) -> Chance {
        if x <= self.low {
            Chance::from_below(0.0)
        } else if x >= self.high {
            Chance::from_above(0.0)
        } else {
            incomplete::beta(
                self.shapes[0],
                self.shapes[1],
                Scale::Between(self.low, self.high).place(x),
            )
            .chance
        }
    }

    fn bounds(&self) -> (f64, f64) {
        (self.low, self.high)
    }

    fn moments(&self) -> Moments {
        let [a, b] = self.shapes;
        let (n, width) = (a + b, self.high - self.low);
        let mean = a / n;
        Moments {
            mean: self.low + width * mean,
            variance: width * width * mean * (b / n) / (n + 1.0),
        }
    }
}
