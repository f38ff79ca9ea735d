//! The same window where nothing happened.

use super::design::Design;
use super::regress::{Regression, climbed};
use super::series::Rank;

/// Where the event stands by |ln ratio| among windows of its length at every place before it, each
/// fitted without the event's own periods, at the event's dispersion. None where there is no such
/// window.
///
/// A chance of rank / places would be the event's if windows were alike. Source: Abadie, Diamond,
/// Hainmueller, *Synthetic control methods for comparative case studies*, Journal of the American
/// Statistical Association 105 (2010).
/// Test: `measure::interrupted::an_event_is_first_among_its_placebos`.
pub fn rank(design: &Design, regression: &Regression) -> Option<Rank> {
    let real = regression.values[design.event].abs();
    let mut start = regression.values.clone();
    start[design.event] = 0.0;
    let length = design.window.len();
    let mut rank = Rank { rank: 1, places: 1 };
    for first in 0..=design.window.start.checked_sub(length)? {
        let window = first..first + length;
        let placebo = design.moved(|t| !design.window.contains(&t), &window);
        // A window without a single count is as far out as can be.
        let size = if design.counts[window].iter().all(|&count| count == 0.0) {
            f64::INFINITY
        } else {
            match climbed(&placebo, regression.phi, start.clone()) {
                Ok(values) => values[design.event].abs(),
                Err(_) => continue,
            }
        };
        rank.places += 1;
        rank.rank += usize::from(size >= real);
    }
    (rank.places > 1).then_some(rank)
}
