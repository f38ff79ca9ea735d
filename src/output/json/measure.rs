//! The document of what could be measured before a decision.

use serde_json::{Map, Value, json};

use super::studies::{document, finished};
use crate::model::Size;
use crate::output::phrases::robust::measurement;
use crate::output::{Context, Menu, MenuOf};
use crate::study::Alternative;
use crate::study::measure::{Best, Measured};

/// `reachsim.measure/1`: what each measurement is worth, costs and leaves, the best one first.
pub fn measure(context: &Context, menu: &Menu) -> Value {
    let model = context.model();
    let name = model.column_name(menu.metric);
    let between: Vec<String> = menu.decisions.iter().map(Alternative::to_string).collect();
    let question = json!({
        "metric": name,
        "unit": model.unit_id(menu.metric.metric),
        "between": between,
    });
    let means: Map<String, Value> = between
        .iter()
        .zip(&menu.known.means)
        .map(|(name, mean)| (name.clone(), json!({ "mean": mean.value, "se": mean.se })))
        .collect();
    let evpi = menu.known.evpi();
    let rows = json!({
        "decision": { "metric": name, "means": means, "best": between[menu.known.best] },
        "evpi": evpi.value,
        "evpi_se": evpi.se,
        "proposed": menu.of == MenuOf::Program,
        "measurements": menu.measured.iter().map(|m| row(context, menu, m)).collect::<Vec<_>>(),
    });
    finished(document("reachsim.measure/1", context, menu.known.trials, question), rows)
}

fn row(context: &Context, menu: &Menu, measured: &Measured) -> Value {
    let keys: Vec<&str> = measured.measurement.of.iter().map(|(key, _)| key.as_str()).collect();
    let flips: Vec<Value> = keys
        .iter()
        .zip(&measured.flips)
        .filter_map(|(key, flip)| {
            let flip = flip.as_ref()?;
            Some(json!({
                "key": key,
                "unit": context.case.unit_of(key).id(),
                "value": flip.at.value,
                "se": flip.at.se,
                "side": if flip.above { "above" } else { "below" },
                "share": flip.share,
                "to": menu.decisions[flip.to].to_string(),
            }))
        })
        .collect();
    let only = if keys.len() == 1 { measured.flips[0].map(|flip| flip.at.value) } else { None };
    json!({
        "name": measurement(context, &measured.measurement),
        "keys": keys,
        "sample": measured.units,
        "years": years(measured.measurement.size()),
        "cost": measured.cost,
        "weeks": measured.measurement.weeks,
        "evsi": measured.evsi.value,
        "se": measured.evsi.se,
        "bias": measured.bias,
        "evppi": measured.evppi.value,
        "evppi_se": measured.evppi.se,
        "enbs": measured.enbs.map(|left| left.value),
        "enbs_se": measured.enbs.map(|left| left.se),
        "verdict": measured.verdict().id(),
        "best_sample": measured.best.map(|best| best.units),
        "best_years": measured.best.and_then(|best| years(Some(best.size))),
        "best_evsi": measured.best.map(|Best { evsi, .. }| evsi.value),
        "best_enbs": measured.best.map(|Best { enbs, .. }| enbs.value),
        "flips_at": only,
        "flips": flips,
    })
}

fn years(size: Option<Size>) -> Option<f64> {
    match size? {
        Size::Years(years) => Some(years),
        Size::People(_) => None,
    }
}
