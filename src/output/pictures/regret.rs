//! What it costs to have chosen each alternative, as data of a picture.

use crate::model::ColumnId;
use crate::output::Context;
use crate::output::charts::{Ranges, Row};
use crate::output::phrases::studies::{value, with_currency};
use crate::output::phrases::{self, chance};
use crate::output::words::{say, sentence};
use crate::study::robust::Robust;

/// What it costs to have chosen each alternative: on average, and in the worst twentieth of the
/// futures.
pub fn regret(context: &Context, metric: ColumnId, names: &[String], found: &Robust) -> Ranges {
    let locale = context.locale;
    let sum = |known| with_currency(context, metric, &value(context, metric, known));
    let choice = found.standings[found.choice];
    let rows = names
        .iter()
        .zip(&found.standings)
        .map(|(name, standing)| Row {
            words: name.clone(),
            value: standing.regret.value,
            sure: standing.regret.interval().map(|end| end.max(0.0)),
            futures: Some([0.0, standing.worst.value]),
            told: value(context, metric, standing.regret),
        })
        .collect();
    Ranges {
        title: say!(
            locale,
            "robust-title",
            choice = sentence(&names[found.choice]),
            chance = chance(locale, choice.best),
            worst = sum(choice.worst)
        ),
        subtitle: say!(locale, "robust-subtitle", scope = context.scope()),
        quantity: phrases::quantity_of(&context.model().metric(metric.metric)),
        measured: Some(say!(locale, "robust-measured")),
        rows,
    }
}
