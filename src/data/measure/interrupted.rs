//! Before and after: was a series of counts during an event higher than its own past would have it?
//!
//! `ln m_t = a + b t + harmonics of the year + delta during_t + eta after_t + controls + ln F_t`,
//! with m the mean count of period t and F the exposure. The ratio of the event is e^delta, or
//! e^eta where the event does not end. Without a control series it says nothing of causes.
//!
//! Source: Lopez Bernal, Cummins, Gasparrini, *Interrupted time series regression for the
//! evaluation of public health interventions: a tutorial*, International Journal of Epidemiology 46
//! (2017). Test: `measure::interrupted::the_ban_in_sicily_has_its_published_ratio`.

mod design;
mod future;
mod linear;
mod placebo;
mod regress;
mod series;

use reachsim_core::incomplete::student_quantile;

use crate::measure::interval::{Interval, Z};
use design::Design;
use regress::Regression;

pub use series::{Coefficient, Fit, Luck, Rank, Series, Unfit};

/// Fewer periods before do not tell how they scatter.
const SHORT: usize = 12;

/// Fits the series and its event.
pub fn fit(series: &Series, luck: Luck) -> Result<Fit, Unfit> {
    let design = Design::of(series)?;
    let regression = Regression::of(&design, luck)?;
    let half = |se: f64| match luck {
        Luck::Poisson | Luck::Quasi => Z * se,
        Luck::NegativeBinomial => student_quantile(0.05, regression.freedom) * se,
    };
    let coefficients: Vec<Coefficient> = design
        .names
        .iter()
        .enumerate()
        .map(|(i, &name)| Coefficient {
            name,
            value: regression.values[i],
            se: regression.covariance[i][i].max(0.0).sqrt(),
        })
        .collect();
    let Coefficient { value, se, .. } = coefficients[design.event];
    let end = |sign: f64| libm::exp(value + sign * half(se));
    let ratio = Interval { value: libm::exp(value), low: end(-1.0), high: end(1.0) };
    if !(ratio.high.is_finite() && ratio.low > 0.0) {
        return Err(Unfit::Diverged);
    }
    Ok(Fit {
        ratio,
        coefficients,
        scale: regression.scale,
        sum: future::sum(&design, &regression, luck),
        lag1: regression.lag1(&design),
        placebo: placebo::rank(&design, &regression),
        is_short: design.window.start < SHORT,
    })
}
