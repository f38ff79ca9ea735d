//! What exports say of the keys of a scenario: one key from one kind of data, by quadrature.
//!
//! ```text
//! curve       ln L of data over the values of a key
//! counts      counts, shares, dispersion
//! skew        how unequally often people ask
//! level       a level that moves: the weeks to come, not the mean of the past
//! seen        rows in blocks of four weeks
//! page        a community as its exports show it, beside what the model expects
//! rules       which keys learn from which rows
//! posterior   belief and data together
//! all         everything that exports say, and the model that has learnt it
//! ```

pub mod all;
pub mod counts;
pub mod curve;
pub mod level;
pub mod page;
pub mod posterior;
pub mod rules;
pub mod seen;
pub mod skew;
