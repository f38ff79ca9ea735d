//! What data say of a number: the logarithm of their likelihood over its values.

use std::sync::Arc;

use reachsim_core::dist::Spread;
use reachsim_core::normal;

/// ln L over the places of a key on a scale, up to a constant.
#[derive(Clone)]
pub struct Curve {
    pub scale: Spread,
    form: Form,
}

#[derive(Clone)]
enum Form {
    /// A sum of normal densities: weights that add up to 1, means and variances.
    Bells(Vec<Bell>),
    Exact {
        ln: Exact,
        table: Table,
    },
}

type Exact = Arc<dyn Fn(f64) -> f64 + Send + Sync>;

/// A normal density with its weight.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bell {
    pub weight: f64,
    pub mean: f64,
    pub variance: f64,
}

/// The chances of places, as if every place had been as likely before.
#[derive(Clone)]
struct Table {
    from: f64,
    step: f64,
    below: Vec<f64>,
    mean: f64,
    sd: f64,
}

/// Places of a table.
const PLACES: usize = 2_001;
/// Fall of ln L from its top beyond which nothing counts.
const DEEP: f64 = 34.0;
/// How far from a guess a top is looked for, in its own widths, and in all.
const FAR: f64 = 60.0;

impl Curve {
    /// A sum of normal densities on a scale.
    pub fn bells(scale: Spread, bells: Vec<Bell>) -> Curve {
        Curve { scale, form: Form::Bells(bells) }
    }

    /// Any likelihood with one top near a guess, and about so wide; where it does not fall to one
    /// side, as where nothing was seen, it is taken as level there.
    pub fn exact(
        scale: Spread,
        (guess, width): (f64, f64),
        ln: impl Fn(f64) -> f64 + Send + Sync + 'static,
    ) -> Curve {
        let table = tabled(&ln, guess, width);
        Curve { scale, form: Form::Exact { ln: Arc::new(ln), table } }
    }

    /// ln L at a place, up to a constant.
    pub fn ln(&self, place: f64) -> f64 {
        match &self.form {
            Form::Bells(bells) => ln_sum(bells, place),
            Form::Exact { ln, .. } => {
                let value = ln(place);
                if value.is_nan() { f64::NEG_INFINITY } else { value }
            }
        }
    }

    /// The share of the likelihood below a place, every place as likely before.
    pub fn below(&self, place: f64) -> f64 {
        match &self.form {
            Form::Bells(bells) => bells
                .iter()
                .map(|bell| bell.weight * normal::cdf((place - bell.mean) / bell.variance.sqrt()))
                .sum(),
            Form::Exact { table, .. } => {
                let at = (place - table.from) / table.step;
                let last = table.below.len() - 1;
                if at.is_nan() || at <= 0.0 {
                    return 0.0;
                }
                if at >= last as f64 {
                    return 1.0;
                }
                let i = at as usize;
                let part = at - i as f64;
                (1.0 - part) * table.below[i] + part * table.below[i + 1]
            }
        }
    }

    /// Mean place, every place as likely before.
    pub fn mean(&self) -> f64 {
        match &self.form {
            Form::Bells(bells) => bells.iter().map(|bell| bell.weight * bell.mean).sum(),
            Form::Exact { table, .. } => table.mean,
        }
    }

    /// Standard deviation of the place, every place as likely before.
    pub fn sd(&self) -> f64 {
        match &self.form {
            Form::Bells(bells) => {
                let mean = self.mean();
                let square = |bell: &Bell| {
                    bell.weight * (bell.variance + (bell.mean - mean) * (bell.mean - mean))
                };
                bells.iter().map(square).sum::<f64>().sqrt()
            }
            Form::Exact { table, .. } => table.sd,
        }
    }

    /// The same over another number, of which the key's is `factor` times.
    #[must_use]
    pub fn over(self, factor: f64) -> Curve {
        if factor == 1.0 {
            return self;
        }
        let (scale, shift) = (self.scale, libm::log(factor));
        match self.form {
            Form::Bells(bells) if scale == Spread::Log => {
                let moved = |bell: Bell| Bell { mean: bell.mean - shift, ..bell };
                Curve::bells(scale, bells.into_iter().map(moved).collect())
            }
            form => {
                let whole = Curve { scale, form };
                let value = scale.value(whole.mean()) / factor;
                let guess = (scale.place(value), whole.sd());
                Curve::exact(scale, guess, move |place| {
                    whole.ln(scale.place(scale.value(place) * factor))
                })
            }
        }
    }

    /// The same after every place moved by what these variances say, each with its weight: a level
    /// that went on moving.
    #[must_use]
    pub fn blurred(&self, moves: &[(f64, f64)]) -> Curve {
        let bells = match &self.form {
            Form::Bells(bells) => bells
                .iter()
                .flat_map(|bell| {
                    moves.iter().map(|&(weight, variance)| Bell {
                        weight: weight * bell.weight,
                        mean: bell.mean,
                        variance: bell.variance + variance,
                    })
                })
                .collect(),
            Form::Exact { table, .. } => table.bells(moves),
        };
        Curve { scale: self.scale, form: Form::Bells(bells) }
    }
}

impl Table {
    /// Its mass in pieces that are narrow beside every move.
    fn bells(&self, moves: &[(f64, f64)]) -> Vec<Bell> {
        const PIECES: usize = 80;
        let last = self.below.len() - 1;
        let each = last / PIECES;
        let piece = |place: usize| {
            let (from, to) = (place * each, (place + 1) * each);
            let mass = self.below[to] - self.below[from];
            let middle = self.from + self.step * 0.5 * (from + to) as f64;
            let width = self.step * each as f64;
            moves.iter().map(move |&(weight, variance)| Bell {
                weight: weight * mass,
                mean: middle,
                variance: variance + width * width / 12.0,
            })
        };
        (0..PIECES).flat_map(piece).filter(|bell| bell.weight > 1e-12).collect()
    }
}

fn ln_sum(bells: &[Bell], place: f64) -> f64 {
    let ln = |bell: &Bell| {
        let gap = place - bell.mean;
        libm::log(bell.weight) - 0.5 * (libm::log(bell.variance) + gap * gap / bell.variance)
    };
    let top = bells.iter().map(ln).fold(f64::NEG_INFINITY, f64::max);
    if top == f64::NEG_INFINITY {
        return top;
    }
    top + libm::log(bells.iter().map(|bell| libm::exp(ln(bell) - top)).sum())
}

/// Where a likelihood counts: both ends, by steps that double.
fn window(ln: &dyn Fn(f64) -> f64, guess: f64, width: f64) -> (f64, f64) {
    let mut top = ln(guess);
    let mut ends = [guess; 2];
    for (side, end) in [-1.0, 1.0].into_iter().zip(&mut ends) {
        let mut step = width;
        while (*end - guess).abs() < FAR * width {
            *end += side * step;
            let value = ln(*end);
            top = top.max(value);
            if value.is_nan() || value <= top - DEEP {
                break;
            }
            step *= 1.3;
        }
    }
    (ends[0], ends[1])
}

fn tabled(ln: &dyn Fn(f64) -> f64, guess: f64, width: f64) -> Table {
    let (from, to) = window(ln, guess, width);
    let step = (to - from) / (PLACES - 1) as f64;
    let values: Vec<f64> = (0..PLACES).map(|i| ln(from + step * i as f64)).collect();
    let top = values.iter().copied().filter(|value| value.is_finite()).fold(f64::MIN, f64::max);
    let mass: Vec<f64> = values
        .iter()
        .map(|value| if value.is_nan() { 0.0 } else { libm::exp(value - top) })
        .collect();
    let mut below = vec![0.0; PLACES];
    for i in 1..PLACES {
        below[i] = below[i - 1] + 0.5 * (mass[i - 1] + mass[i]);
    }
    let all = below[PLACES - 1];
    for value in &mut below {
        *value /= all;
    }
    let total: f64 = mass.iter().sum();
    let place = |i: usize| from + step * i as f64;
    let mean = mass.iter().enumerate().map(|(i, mass)| mass * place(i)).sum::<f64>() / total;
    let square = |(i, mass): (usize, &f64)| mass * (place(i) - mean) * (place(i) - mean);
    let sd = (mass.iter().enumerate().map(square).sum::<f64>() / total).sqrt();
    Table { from, step, below, mean, sd }
}
