//! Before and after: was a series of counts during an event higher than its own past would have it?

mod series;

pub use series::{Coefficient, Fit, Luck, Rank, Series, Unfit};

/// Fits the series and its event.
pub fn fit(series: &Series, luck: Luck) -> Result<Fit, Unfit> {
    todo!()
}
