//! How a choice fares over everything that is uncertain, as rows.

use super::Row;
use crate::output::Context;
use crate::study::robust::Robust;

/// How each alternative fares, and what turns the choice, from a row of the metric that decides.
pub fn robust(
    context: &Context,
    asked: &Row,
    names: &[String],
    found: Option<&Robust>,
) -> Vec<Row> {
    let Some(found) = found else { return Vec::new() };
    let mut rows: Vec<Row> = Vec::new();
    for (name, standing) in names.iter().zip(&found.standings) {
        let row = asked.variant(name);
        rows.push(row.unit("share").known("best_of_all", standing.best));
        rows.push(row.known("regret", standing.regret));
        rows.push(row.known("regret_worst", standing.worst));
    }
    rows.push(asked.variant(&names[found.choice]).is("choice", true));
    for turned in &found.turns {
        let row = asked.variant(&names[turned.flip.to]).key(&turned.key);
        let own = row.in_unit_of(context, &turned.key);
        rows.extend([
            own.number("now", turned.now),
            own.number("low", turned.own[0]),
            own.number("high", turned.own[1]),
            own.known("turns_at", turned.flip.at),
        ]);
        rows.push(row.unit("share").number("percentile", turned.percentile));
    }
    rows
}
