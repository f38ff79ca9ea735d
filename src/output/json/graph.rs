//! `reachsim.graph/1`.

use serde_json::{Value, json};

use super::engine_of;
use crate::graph::counts::DEPTHS;
use crate::graph::measure::Way;
use crate::graph::survey::Survey;
use crate::output::graph::{Findings, NEAR, settings};

pub fn graph(found: &Findings) -> Value {
    let Survey { measured, degrees, census, .. } = &found.survey;
    let reach = measured.reach();
    let way = match measured.way {
        Way::Exact => json!({ "name": "exact" }),
        Way::Sampled { people } => json!({ "name": "sampled", "people": people }),
        Way::Simulated { worlds } => json!({ "name": "simulated", "worlds": worlds }),
    };
    let told = |se: f64| measured.is_told.then_some(se);
    let depths = found.settings.feed.depth().min(DEPTHS as u32) as usize;
    let depth = |depth: usize| {
        json!({
            "depth": depth + 1,
            "impressions": measured.mean.impressions[depth],
            "impressions_se": told(measured.se.impressions[depth]),
            "reach": measured.mean.reach[depth],
            "reach_se": told(measured.se.reach[depth]),
            "bound": found.survey.bound.map(|bound| bound[depth]),
        })
    };
    let row = |row: &crate::graph::census::DegreeBand| {
        json!({
            "friends": row.friends,
            "people": row.people,
            "mean_friends": row.mean,
            "clustering": row.clustering.value,
            "friends_of_friends": { "entries": row.entries.value, "people": row.different.value },
        })
    };
    let point = |point: &crate::graph::fit::Point| {
        let fitted =
            found.survey.fit.map(|fit| fit.reach(found.survey.people as f64, point.impressions));
        json!({
            "askers": point.askers,
            "impressions": point.impressions,
            "reach": point.reach,
            "se": point.se,
            "closed_form": fitted,
        })
    };
    let reproduction = found.reproduction();
    let mut warnings = Vec::new();
    if reproduction >= NEAR {
        warnings.push(json!({
            "code": "cascade-grows",
            "message": format!("a reshare leads to {reproduction:.2} further reshares, and from 1 \
                on a post may travel without end: that is from a reshare of {limit:.4} on",
                limit = found.settings.feed.reshare / reproduction),
        }));
    }
    json!({
        "schema": "reachsim.graph/1",
        "engine": engine_of(),
        "settings": settings(&found.settings),
        "people": found.survey.people,
        "friendships": found.survey.friendships,
        "mean_friends": degrees.mean(),
        "median_friends": degrees.quantile(0.5),
        "friends_cv": degrees.cv(),
        "friends_of_a_friend": degrees.of_a_friend(),
        "clustering": census.clustering.value,
        "clustering_se": census.clustering.se,
        "neighbourhoods": census.bands.iter().map(row).collect::<Vec<_>>(),
        "dropped": found.survey.dropped.map(|dropped| json!({
            "loops": dropped.loops,
            "doubles": dropped.doubles,
        })),
        "unused": {
            "columns": found.survey.unused.titles,
            "lines": found.survey.unused.lines,
        },
        "alone": match degrees.rows().first() {
            Some((0, people)) => *people,
            _ => 0,
        },
        "potential": {
            "contacts": found.survey.potential.impressions().value,
            "people": found.survey.potential.reach().value,
        },
        "impressions": measured.impressions().value,
        "impressions_se": told(measured.impressions().se),
        "reach": {
            "mean": reach.value,
            "se": told(reach.se),
            "exact": (measured.way == Way::Exact).then_some(reach.value),
        },
        "way": way,
        "precision": {
            "asked": found.survey.precision,
            "reached": told(found.precision()),
            "is_reached": measured.is_told && found.answers_needed().is_none(),
        },
        "frequency": measured.mean.frequency,
        "depths": (0..depths).map(depth).collect::<Vec<_>>(),
        "followers_reached": found.followers_reached().map(|known| known.value),
        "reproduction": reproduction,
        "outbreak": found.survey.outbreak,
        "curve": found.survey.curve.iter().map(point).collect::<Vec<_>>(),
        "fit": found.survey.fit.map(|fit| json!({ "friends.cv": fit.cv, "feed.scatter": fit.scatter, "off": fit.off })),
        "warnings": warnings,
    })
}
