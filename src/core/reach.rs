//! Reach: how many different people were met at least once, twice, thrice, out of counts of
//! impressions.
//!
//! Everybody is asked, tells, sees and comes back with a frequency of his own. Where these
//! frequencies are gamma distributed the number of contacts is negative binomial, and the whole
//! arithmetic of reach is that of one distribution (Ehrenberg, *Repeat-Buying*, 1988; Goerg,
//! *Estimating reach curves from one data point*, 2014):
//!
//! - [`occupied`] is the reach of a pool of people by a number of hits, [`people`] that of hits
//!   which happened: somebody at least;
//! - [`Seen`] is the share of the members of whom a given friend saw something, when what a friend
//!   sees of one person repeats itself (beta-binomial glances);
//! - [`two_plus`], [`three_plus`] and [`nbd_tail`] are frequencies;
//! - [`join`] unites groups whose pairwise overlaps are known.
//!
//! Every function is pure, never fails and never answers NaN: for shares in 0..=1, `k` above zero
//! (infinity is the case in which all are equal) and any other argument that is finite and not
//! negative. What is simulated week by week has a batched form beside the scalar one, with the same
//! arithmetic in lanes.

mod frequency;
mod join;
mod occupied;
mod quadrature;
mod seen;
mod series;

pub use frequency::{Exposure, nbd_tail, three_plus, two_plus};
pub use join::join;
pub use occupied::{occupied, occupied_each, people, people_each};
pub use seen::{Seen, seen_share};
