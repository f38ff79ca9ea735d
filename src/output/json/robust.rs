//! How a choice fares over everything that is uncertain, as a part of documents.

use serde_json::{Value, json};

use crate::output::Context;
use crate::study::robust::{Robust, Turned};

/// The standing of each alternative, and what turns the choice; null where it cannot be told.
pub fn robust(context: &Context, names: &[String], found: Option<&Robust>) -> Value {
    let Some(found) = found else { return Value::Null };
    let standing = |(name, standing): (&String, &crate::study::robust::Standing)| {
        json!({
            "name": name,
            "best": standing.best.value,
            "best_se": standing.best.se,
            "regret": standing.regret.value,
            "regret_se": standing.regret.se,
            "regret_worst": standing.worst.value,
            "regret_worst_se": standing.worst.se,
        })
    };
    let turn = |turned: &Turned| {
        json!({
            "key": turned.key,
            "unit": context.case.unit_of(&turned.key).id(),
            "now": turned.now,
            "low": turned.own[0],
            "high": turned.own[1],
            "value": turned.flip.at.value,
            "se": turned.flip.at.se,
            "percentile": turned.percentile,
            "side": if turned.flip.above { "above" } else { "below" },
            "to": names[turned.flip.to],
        })
    };
    json!({
        "choice": names[found.choice],
        "alternatives": names.iter().zip(&found.standings).map(standing).collect::<Vec<_>>(),
        "holds": found.holds(),
        "turns": found.turns.iter().map(turn).collect::<Vec<_>>(),
    })
}
