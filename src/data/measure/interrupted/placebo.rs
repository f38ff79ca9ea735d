//! The same window where nothing happened.

use super::design::Design;
use super::regress::{Regression, coefficients};
use super::series::{Rank, Unfit};

/// Where the event stands by |ln ratio| among windows of its length at every place before it, each
/// fitted without the event's own periods, at the event's dispersion. None where there is no such
/// window.
///
/// A chance of rank / places would be the event's if windows were alike. Source: Abadie, Diamond,
/// Hainmueller, *Synthetic control methods for comparative case studies*, Journal of the American
/// Statistical Association 105 (2010). Test: `measure_interrupted::an_event_is_first_among_its_placebos`.
pub fn rank(design: &Design, regression: &Regression) -> Option<Rank> {
    let real = regression.values[design.event].abs();
    let length = design.window.len();
    let mut rank = Rank { rank: 1, places: 1 };
    for start in 0..=design.window.start.checked_sub(length)? {
        let window = start..start + length;
        let placebo = design.moved(|t| !design.window.contains(&t), &window);
        // A window without a single count is as far out as can be.
        let empty = design.counts[window].iter().all(|&count| count == 0.0);
        let ratio =
            if empty { Err(Unfit::NoVariation) } else { coefficients(&placebo, regression.phi) };
        match ratio {
            Ok(values) if values[design.event].abs() < real => rank.places += 1,
            Ok(_) | Err(Unfit::NoVariation) => {
                rank.places += 1;
                rank.rank += 1;
            }
            Err(_) => {}
        }
    }
    (rank.places > 1).then_some(rank)
}
