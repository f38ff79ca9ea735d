//! How good a forecast was, once the outcome is known.
//!
//! Slices of numbers in, numbers out: no tables, no dates, no sentences. Losses are on the scale of
//! what was forecast, and lower is better. Every outcome is finite; a forecast that is not has no
//! score (NaN).
//!
//! ```text
//! crps       a normal law, draws, quantiles and intervals against an outcome
//! counts     counts with the mean and the dispersion of a negative binomial
//! pit        where outcomes fell in what was forecast
//! coverage   how many intervals held, on which side others were missed, how wide they are
//! width      how many times as wide nine of ten intervals would have to be
//! brier      probabilities of things that happened or did not
//! compare    one forecaster against another
//! baseline   forecasts of weekly series that need no model
//! order      percentiles, means and medians
//! ```

mod baseline;
mod brier;
mod compare;
mod counts;
mod coverage;
mod crps;
mod order;
mod pit;
mod width;

pub use baseline::Baseline;
pub use brier::{Brier, Group, brier, calibration};
pub use compare::{Compared, LEAST_ORIGINS, Told, diebold_mariano, skill};
pub use counts::Counts;
pub use coverage::{Covered, Misses, coverage, misses, sharpness};
pub use crps::{crps_draws, crps_fair, crps_normal, interval_score, quantile_score};
pub use order::{mean, median, percentile};
pub use pit::{Pit, Shape, pit_draws, pit_histogram, pit_quantiles, pit_shape};
pub use width::{LEAST_RESOLVED, Width, width_factor};
