//! Shares of independent things, shares of things that come in bursts, and averages.

mod average;
mod burst;
mod score;

pub use average::{mean_interval, median_interval, percentile_with_never, ratio_of_totals};
pub use burst::{bootstrap, effective_n};
pub use score::{goodman, newcombe, wilson};
