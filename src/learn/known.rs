//! What exports say of the keys of a scenario: one key from one kind of data, by quadrature.
//!
//! ```text
//! curve       ln L of data over the values of a key
//! counts      counts, shares, dispersion
//! skew        how unequally often people ask
//! level       a level that moves: the weeks to come, not the mean of the past
//! posterior   belief and data together
//! ```

pub mod counts;
pub mod curve;
pub mod level;
pub mod posterior;
pub mod skew;
