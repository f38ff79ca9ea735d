//! The distributions of the table from their parameters, or the reason why there is none.

use std::ops::RangeInclusive;
use std::sync::Arc;

use super::law::Law;
use super::laws::{Bell, Beta, Gamma, Triangular, Uniform};
use super::limits::Limits;
use super::metalog::{Infeasible, Metalog};
use super::points::Points;
use super::scale::Scale;
use super::table::Tabled;
use super::{Dist, LARGEST, Reason, Setting};
use crate::diagnostic::{Message, Numeral, message};

/// Shapes of beta and gamma that can be told from a certain value on one side and from nothing but
/// extremes on the other.
const SHAPES: RangeInclusive<f64> = 1e-4..=1e12;
/// Geometric standard deviations that leave moments within doubles.
const LARGEST_GSD: f64 = 1e4;
/// Largest and smallest sd over mean of a lognormal by its moments.
const LARGEST_CV: f64 = 1e6;
const SMALLEST_CV: f64 = 1e-9;

fn too_narrow() -> Reason {
    Reason::new(
        1,
        message!("`sd` is so small that all values are the same"),
        message!("write the number alone"),
    )
}

pub fn finite(x: f64, what: &Message) -> Result<(), Reason> {
    if x.abs() <= LARGEST {
        return Ok(());
    }
    Err(Reason::new(
        None,
        message!("{what} of {x} cannot be computed with", what, x),
        message!("give a finite number"),
    ))
}

fn all_finite(p: &[f64]) -> Result<(), Reason> {
    p.iter().enumerate().try_for_each(|(place, x)| {
        finite(*x, &message!("a number"))
            .map_err(|reason| Reason { parameter: Some(place), ..reason })
    })
}

fn row(id: &'static str, law: impl Law + 'static, parameters: &[(&'static str, f64)]) -> Dist {
    let parameters = parameters.iter().map(|&(name, x)| (name, Setting::Number(x))).collect();
    Dist::new(Arc::new(law), id, parameters)
}

impl Dist {
    /// The uniform distribution: every value between two hard ends alike.
    pub fn uniform(low: f64, high: f64) -> Result<Dist, Reason> {
        all_finite(&[low, high])?;
        if low > high {
            return Err(reversed(low, high));
        }
        let parameters = [("low", low), ("high", high)];
        if low == high {
            return Ok(row("uniform", certain(low), &parameters));
        }
        Ok(row("uniform", Uniform { low, high }, &parameters))
    }

    /// The gamma distribution of a mean and a standard deviation.
    pub fn gamma(mean: f64, sd: f64) -> Result<Dist, Reason> {
        all_finite(&[mean, sd])?;
        positive(0, "mean", mean)?;
        positive(1, "sd", sd)?;
        let cv = sd / mean;
        let shape = 1.0 / (cv * cv);
        if shape > *SHAPES.end() {
            return Err(too_narrow());
        }
        if shape < *SHAPES.start() {
            return Err(Reason::new(
                1,
                message!("`sd` is more than a hundred times the mean"),
                message!("give a smaller one, or a lognormal"),
            ));
        }
        Ok(row(
            "gamma",
            Tabled::new(Gamma { shape, scale: mean / shape }),
            &[("mean", mean), ("sd", sd)],
        ))
    }

    /// The lognormal distribution of a mean and a standard deviation.
    ///
    /// Mean and sd as log-mean and log-sd: s^2 = ln(1 + (sd/mean)^2), m = ln mean - s^2/2.
    pub fn lognormal(mean: f64, sd: f64) -> Result<Dist, Reason> {
        all_finite(&[mean, sd])?;
        positive(0, "mean", mean)?;
        positive(1, "sd", sd)?;
        let cv = sd / mean;
        if cv < SMALLEST_CV {
            return Err(too_narrow());
        }
        if cv > LARGEST_CV {
            return Err(Reason::new(
                1,
                message!("`sd` is more than a million times the mean"),
                message!("give a smaller one"),
            ));
        }
        let variance = libm::log1p(cv * cv);
        let law = Bell {
            scale: Scale::Above(0.0),
            mean: libm::log(mean) - 0.5 * variance,
            sd: variance.sqrt(),
        };
        Ok(row("lognormal", law, &[("mean", mean), ("sd", sd)]))
    }
}

fn reversed(low: f64, high: f64) -> Reason {
    Reason::new(
        1,
        message!("the range ends at {high}, before it begins at {low}", high, low),
        message!("write the smaller number first"),
    )
}

fn certain(value: f64) -> Points {
    Points::new(vec![(value, 1.0)])
}

fn ordered(low: f64, mode: f64, high: f64) -> Result<(), Reason> {
    all_finite(&[low, mode, high])?;
    if low > high {
        return Err(Reason { parameter: Some(2), ..reversed(low, high) });
    }
    if !(low..=high).contains(&mode) {
        let message = message!(
            "the mode is {mode}, but it lies between the minimum {low} and the maximum {high}",
            mode,
            low,
            high
        );
        return Err(Reason::new(
            1,
            message,
            message!("write minimum, mode, maximum, in this order"),
        ));
    }
    Ok(())
}

pub fn triangular(low: f64, mode: f64, high: f64) -> Result<Dist, Reason> {
    ordered(low, mode, high)?;
    let parameters = [("min", low), ("mode", mode), ("max", high)];
    if low == high {
        return Ok(row("triangular", certain(low), &parameters));
    }
    Ok(row("triangular", Triangular { low, mode, high }, &parameters))
}

/// Beta with alpha = 1 + 4 (mode - min)/(max - min) and alpha + beta = 6, between the ends.
pub fn pert(low: f64, mode: f64, high: f64) -> Result<Dist, Reason> {
    ordered(low, mode, high)?;
    let parameters = [("min", low), ("mode", mode), ("max", high)];
    if low == high {
        return Ok(row("pert", certain(low), &parameters));
    }
    let part = (mode - low) / (high - low);
    let law = Beta { shapes: [1.0 + 4.0 * part, 1.0 + 4.0 * (1.0 - part)], low, high };
    Ok(row("pert", Tabled::new(law), &parameters))
}

fn positive(place: usize, name: &str, x: f64) -> Result<(), Reason> {
    if x > 0.0 {
        return Ok(());
    }
    Err(Reason::new(
        place,
        message!("`{name}` is {x}, but it has to be above zero", name, x),
        message!("give a positive number, or one number alone where nothing is uncertain"),
    ))
}

pub fn normal(mean: f64, sd: f64) -> Result<Dist, Reason> {
    all_finite(&[mean, sd])?;
    positive(1, "sd", sd)?;
    Ok(row("normal", Bell { scale: Scale::Line, mean, sd }, &[("mean", mean), ("sd", sd)]))
}

pub fn lognormal_by_median(median: f64, gsd: f64) -> Result<Dist, Reason> {
    all_finite(&[median, gsd])?;
    positive(0, "median", median)?;
    if !(gsd > 1.0 + SMALLEST_CV && gsd <= LARGEST_GSD) {
        let message = message!(
            "`gsd` is {gsd}, but it is a factor above 1 and at most {most}",
            gsd,
            most = LARGEST_GSD
        );
        return Err(Reason::new(
            1,
            message,
            message!("2 means that two thirds of the values lie between half and twice the median"),
        ));
    }
    let law = Bell { scale: Scale::Above(0.0), mean: libm::log(median), sd: libm::log(gsd) };
    Ok(row("lognormal", law, &[("median", median), ("gsd", gsd)]))
}

fn beta_law(alpha: f64, beta: f64) -> Tabled<Beta> {
    Tabled::new(Beta { shapes: [alpha, beta], low: 0.0, high: 1.0 })
}

pub fn beta(alpha: f64, beta: f64) -> Result<Dist, Reason> {
    all_finite(&[alpha, beta])?;
    for (place, name, x) in [(0, "alpha", alpha), (1, "beta", beta)] {
        positive(place, name, x)?;
        if !SHAPES.contains(&x) {
            let message = message!("`{name}` is {x}, beyond what can be computed with", name, x);
            return Err(Reason::new(
                place,
                message,
                message!("give a number between 0.0001 and 10^12"),
            ));
        }
    }
    Ok(row("beta", beta_law(alpha, beta), &[("alpha", alpha), ("beta", beta)]))
}

/// alpha + beta = mean (1 - mean)/sd^2 - 1.
pub fn beta_by_moments(mean: f64, sd: f64) -> Result<Dist, Reason> {
    all_finite(&[mean, sd])?;
    if !(mean > 0.0 && mean < 1.0) {
        return Err(Reason::new(
            0,
            message!("`mean` is {mean}, but the mean of a beta lies between 0 and 1", mean),
            message!("give a share, such as \"15%\""),
        ));
    }
    positive(1, "sd", sd)?;
    let n = mean * (1.0 - mean) / (sd * sd) - 1.0;
    let (alpha, beta) = (mean * n, (1.0 - mean) * n);
    if alpha.max(beta) > *SHAPES.end() {
        return Err(too_narrow());
    }
    if alpha.min(beta) < *SHAPES.start() {
        let most = (mean * (1.0 - mean)).sqrt();
        let most = Numeral(format!("{most:.4}"));
        let message = message!(
            "`sd` is {sd}, but with this mean a share cannot vary by as much as {most}",
            sd,
            most
        );
        return Err(Reason::new(1, message, message!("give an `sd` well below {most}", most)));
    }
    Ok(row("beta", beta_law(alpha, beta), &[("mean", mean), ("sd", sd)]))
}

pub fn metalog(percentiles: [f64; 3], limits: Limits) -> Result<Dist, Reason> {
    all_finite(&percentiles)?;
    let Limits { min, max } = limits;
    let [p10, p50, p90] = percentiles;
    if !(p10 < p50 && p50 < p90) {
        let place = if p10 < p50 { 2 } else { 1 };
        return Err(Reason::new(
            place,
            message!("the percentiles do not increase"),
            message!("give p10 < p50 < p90"),
        ));
    }
    if p10 <= min {
        return Err(Reason::new(
            0,
            message!("`p10` is {p10}, not above `min`", p10),
            message!("give a lower `min`"),
        ));
    }
    if max <= p90 {
        return Err(Reason::new(
            2,
            message!("`p90` is {p90}, not below `max`", p90),
            message!("give a higher `max`"),
        ));
    }
    let law =
        Metalog::new(Scale::of(min, max), percentiles).map_err(|infeasible| match infeasible {
            Infeasible::TooSkewed => Reason::new(
                1,
                message!(
                    "no metalog goes through these three percentiles: the middle one lies too \
                     near one of the others"
                ),
                message!(
                    "move `p50`, or give `min` and `max`, or use {{ triangular = [min, mode, max] \
                     }}"
                ),
            ),
            Infeasible::TooHeavy => Reason::new(
                None,
                message!(
                    "a metalog through these percentiles has such heavy tails that it has no mean"
                ),
                message!("give both `min` and `max`, or use {{ lognormal = {{ median, gsd }} }}"),
            ),
        })?;
    let mut dist = row("metalog", law, &[("p10", p10), ("p50", p50), ("p90", p90)]);
    for (name, end) in [("min", min), ("max", max)] {
        if end.is_finite() {
            dist = dist.noted(name, Setting::Number(end));
        }
    }
    Ok(dist)
}
