//! What a scenario learnt, a row for each number.

use super::Row;
use crate::output::Context;
use crate::output::calibration::{Calibration, Key};

pub fn calibration(context: &Context, found: &Calibration) -> Vec<Row> {
    let start = Row::of("calibrate", context);
    let of_key = |row: &Key| {
        let own = start.key(&row.key).in_unit_of(context, &row.key);
        let names = ["p05", "p50", "p95"];
        let prior = names.iter().zip(row.prior);
        let posterior = names.iter().zip(row.posterior);
        let before = own.variant(&"prior");
        let after = own.variant(&"posterior");
        let prior = prior.map(|(name, value)| before.number(name, value));
        let posterior = posterior.map(|(name, value)| after.number(name, value));
        let share = own.unit("share");
        let rest = [
            Some(share.number("shrinkage", row.shrinkage)),
            row.conflict.map(|chance| share.number("conflict", chance)),
            Some(own.unit("").number("n", row.n as f64)),
            Some(own.is("informed", row.is_informed())),
        ];
        prior.chain(posterior).chain(rest.into_iter().flatten()).collect::<Vec<_>>()
    };
    let mut rows: Vec<Row> = found.keys.iter().flat_map(of_key).collect();
    for total in &found.totals {
        let Some(column) = context.model().column(&total.metric) else { continue };
        let own = super::studies::about("calibrate", context, column);
        let parts = [
            ("observed", total.observed),
            ("p05", total.p05),
            ("p50", total.p50),
            ("p95", total.p95),
        ];
        rows.extend(parts.map(|(name, value)| own.number(name, value)));
        rows.push(own.unit("share").number("tail", total.tail));
    }
    for common in &found.pooled {
        let key = format!("platform.{}.{}", common.network, common.key);
        let own = start.key(&key).in_unit_of(context, &key);
        for (name, values) in [("mean", common.mean), ("new", common.new)] {
            let of = own.variant(&name);
            rows.extend(["p05", "p50", "p95"].iter().zip(values).map(|(p, x)| of.number(p, x)));
        }
        rows.push(own.unit("").number("tau", common.tau));
    }
    let error = found.fragment.error;
    rows.extend(error.map(|error| start.unit("share").number("fragment_error", error)));
    rows
}
