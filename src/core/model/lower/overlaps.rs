//! Overlaps of communities: the followers that two of them share, and what is taken for the pairs
//! of which the file states nothing.

use super::assumption::{Assumption, Origin, Understood};
use super::figures::Figures;
use crate::diagnostic::Span;
use crate::dist::Dist;
use crate::model::DEFAULT_OVERLAP;
use crate::scenario::Scenario;
use crate::scenario::keys::{self, Level};
use crate::units::Unit;

/// What the file states about two communities.
#[derive(Clone, Debug)]
pub struct Overlap {
    /// Key under which an uncertain share is an input: `overlap.<id>.<id>`.
    pub path: String,
    pub at: Span,
    pub between: [usize; 2],
    pub share: Option<Dist>,
}

/// How the overlaps were understood: each that is stated, and what holds for all others.
pub fn assume(scenario: &Scenario, figures: &mut Figures, overlaps: &[Overlap]) {
    let stated = overlaps.iter().filter_map(|overlap| Some((overlap, overlap.share.as_ref()?)));
    let mut assumptions: Vec<Assumption> = stated
        .map(|(overlap, share)| {
            assumed(&overlap.path, share, figures.origin(scenario, &overlap.at))
        })
        .collect();
    let (count, communities) = (assumptions.len(), scenario.communities.len());
    if count < communities * communities.saturating_sub(1) / 2 {
        let origin = Origin::Default { source: keys::ESTIMATE.to_owned() };
        assumptions.push(assumed("overlap", &Dist::fixed(DEFAULT_OVERLAP), origin));
    }
    figures.assumptions.append(&mut assumptions);
}

fn assumed(key: &str, share: &Dist, origin: Origin) -> Assumption {
    Assumption {
        key: key.to_owned(),
        unit: Unit::Share,
        level: Level::Common,
        value: Understood::Quantity(share.clone()),
        origin,
    }
}
