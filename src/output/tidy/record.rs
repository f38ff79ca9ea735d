//! The rows of forecasts on record, and of how they did.

use reachsim_learn::ledger::{CENTRAL, LEVELS};

use super::Row;
use crate::output::record::{Recorded, Scored};

/// The quantiles of every metric, and the probabilities of its targets.
pub fn forecast(told: &Recorded) -> Vec<Row> {
    let start = Row::of("forecast", &told.context);
    let mut rows = Vec::new();
    for made in told.forecasts {
        let of = Row {
            metric: made.metric.clone(),
            unit: made.unit.clone(),
            currency: made.currency.clone().unwrap_or_default(),
            ..start.clone()
        };
        rows.push(of.number("mean", made.mean));
        let quantiles = |variant: &str, values: &[f64]| -> Vec<Row> {
            let of = of.variant(&variant);
            let pairs = LEVELS.iter().zip(values);
            pairs
                .map(|(level, value)| of.key("level").at(*level).number("quantile", *value))
                .collect()
        };
        rows.extend(quantiles("", &made.quantiles));
        if let Some(baseline) = &made.baseline {
            rows.extend(quantiles(&baseline.of, &baseline.quantiles));
        }
        let chances = made.targets.iter();
        rows.extend(chances.map(|target| {
            of.variant(&target.name).unit("share").number("probability", target.probability)
        }));
    }
    rows
}

/// Counts, shares and scores; of what few outcomes do not tell there is no row.
pub fn score(told: &Scored) -> Vec<Row> {
    let start = Row { study: "score", scenario: told.ledger.to_owned(), ..Row::default() };
    let judged = told.judged;
    let (count, share, ratio) = (start.unit("count"), start.unit("share"), start.unit("ratio"));
    let mut rows: Vec<Row> = [
        ("entries", judged.entries),
        ("resolved", judged.resolved),
        ("open", judged.open),
        ("unknown", judged.unknown),
        ("questions", judged.questions),
    ]
    .map(|(name, value)| count.number(name, value as f64))
    .into();
    for ((level, _), found) in CENTRAL.iter().zip(&judged.coverage) {
        let at = |row: &Row| row.key("range").at(f64::from(*level) / 100.0);
        rows.push(at(&count).number("held", found.held as f64));
        let ends =
            [("coverage", found.share.value), ("low", found.share.low), ("high", found.share.high)];
        rows.extend(ends.map(|(name, value)| at(&share).number(name, value)));
    }
    rows.push(share.number("below", judged.misses.below));
    rows.push(share.number("above", judged.misses.above));
    rows.extend(judged.crps.map(|value| ratio.number("crps", value)));
    rows.extend(judged.skill.map(|value| ratio.number("skill", value)));
    if let Some(parts) = judged.brier {
        let parts = [
            ("brier", parts.score),
            ("reliability", parts.reliability),
            ("resolution", parts.resolution),
            ("uncertainty", parts.uncertainty),
        ];
        rows.extend(parts.map(|(name, value)| start.number(name, value)));
    }
    if let Some(width) = judged.width {
        let ends = [("width_factor", width.value), ("low", width.low), ("high", width.high)];
        rows.extend(ends.map(|(name, value)| ratio.key("width_factor").number(name, value)));
    }
    for of in &judged.metrics {
        let row = Row {
            metric: of.metric.clone(),
            unit: of.unit.clone(),
            currency: of.currency.clone().unwrap_or_default(),
            ..start.clone()
        };
        rows.push(row.number("crps", of.crps));
        rows.extend(of.skill.map(|value| row.unit("ratio").number("skill", value)));
    }
    rows
}
