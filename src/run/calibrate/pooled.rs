//! What pages of one network have in common, key by key.

use std::collections::BTreeMap;

use reachsim_learn::known::all::{Belief, Known, Said};
use reachsim_learn::pool::{Page, Pooled};

use crate::dist::Spread;
use crate::output::Case;
use crate::output::calibration::{Common, Member};
use crate::run::attached::platform;
use crate::scenario::keys::{self, Key};

/// Of each key of which the data of three pages of a network tell, what they have in common. The
/// data speak alone: what was believed of the pages would be counted once a page.
pub fn pooled(case: &Case, known: &Known) -> Vec<Common> {
    let mut all: BTreeMap<(&str, String), Vec<(&str, &Said)>> = BTreeMap::new();
    for said in &known.said {
        let Some(place) = said.community else { continue };
        let id = case.model().communities[place].id.as_str();
        let name = said.key.strip_prefix(&format!("community.{id}."));
        let (Some(name), Some(network)) = (name, platform(case, id)) else { continue };
        let is_its = keys::find(&said.key).is_some_and(Key::in_platform);
        let is_told = !matches!(said.belief, Belief::Measured(_)) && said.evidence.weight > 0.0;
        if is_its && is_told {
            all.entry((network, name.to_owned())).or_default().push((id, said));
        }
    }
    all.into_iter()
        .filter_map(|((network, key), pages)| {
            let scale = pages.first()?.1.evidence.curve.scale;
            pages.iter().all(|(_, said)| said.evidence.curve.scale == scale).then_some(())?;
            common((network, key), scale, &pages)
        })
        .collect()
}

/// Percentiles that are told.
const WITHIN: f64 = 0.9;

fn common(
    (network, key): (&str, String),
    scale: Spread,
    pages: &[(&str, &Said)],
) -> Option<Common> {
    let page = |(_, said): &(&str, &Said)| {
        let own = &said.evidence.curve;
        Page { level: own.mean(), variance: own.sd() * own.sd() }
    };
    let told: Vec<Page> = pages.iter().map(page).collect();
    let found = Pooled::of(&told)?;
    let at = |place: f64| scale.value(place);
    let range = |[low, high]: [f64; 2]| [at(low), at(found.mean), at(high)];
    let members = pages.iter().zip(&told).zip(&found.shrunken);
    let members = members.map(|(((id, _), own), drawn)| Member {
        community: (*id).to_owned(),
        own: at(own.level),
        shrunken: at(*drawn),
    });
    Some(Common {
        network: network.to_owned(),
        key,
        mean: range(found.interval(WITHIN)),
        new: range(found.predictive(WITHIN)),
        tau: found.tau2.sqrt(),
        members: members.collect(),
    })
}
