//! `reachsim.graph/1` of those who are to be won first.

use serde_json::{Value, json};

use super::engine_of;
use crate::estimate::Estimate;
use crate::graph::choose::wish::{CONFIDENCE, End};
use crate::output::choice::{Chosen, settings};

pub fn choice(chosen: &Chosen) -> Value {
    let choice = &chosen.choice;
    let won = choice.people.iter().zip(&chosen.names).map(|(won, name)| {
        json!({
            "id": name,
            "friends": won.friends,
            "price": won.price,
            "gain": won.gain.value,
            "se": error(won.gain),
        })
    });
    let curve =
        choice.curve.iter().enumerate().map(
            |(place, known)| json!({ "k": place + 1, "mean": known.value, "se": error(*known) }),
        );
    json!({
        "schema": "reachsim.graph/1",
        "engine": engine_of(),
        "settings": settings(chosen),
        "people": chosen.people,
        "friendships": chosen.friendships,
        "mean_friends": chosen.mean_friends,
        "choice": {
            "people": won.collect::<Vec<_>>(),
            "spread": known(choice.spread),
            "given": choice.given.map(known),
            "guarantee": {
                "ratio": choice.ratio,
                "confidence": CONFIDENCE,
                "end": ended(choice.end),
            },
            "most_friends": known(choice.most_friends),
            "random": known(choice.random),
            "curve": curve.collect::<Vec<_>>(),
            "cost": chosen.cost(),
            "sets": choice.sets,
            "worlds": choice.worlds,
        },
    })
}

/// A mean with its standard error, which worlds that are all alike cannot tell.
fn known(known: Estimate) -> Value {
    json!({ "mean": known.value, "se": error(known) })
}

fn error(known: Estimate) -> Option<f64> {
    Some(known.se).filter(|se| *se > 0.0)
}

/// Why no more sets were drawn, for programs.
fn ended(end: End) -> &'static str {
    match end {
        End::Proven => "proven",
        End::Settled => "settled",
        End::Memory => "memory",
        End::Work => "work",
        End::Stopped => "stopped",
    }
}
