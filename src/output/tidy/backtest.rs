//! How forecasts did, a row for each number.

use reachsim_learn::backtest::{self, Backtest, LEVELS, Rival};

use super::Row;
use crate::output::Context;
use crate::output::phrases::backtest::unit;

pub fn backtest(context: &Context, found: &Backtest) -> Vec<Row> {
    found.rows.iter().flat_map(|row| of(context, row)).collect()
}

fn of(context: &Context, row: &backtest::Row) -> Vec<Row> {
    let own = Row {
        metric: row.metric.clone(),
        unit: unit(context, row).id().to_owned(),
        ..Row::of("backtest", context).key("horizon").at(row.horizon as f64)
    };
    let (share, plain) = (own.unit("share"), own.unit(""));
    let mut rows = vec![plain.number("origins", row.forecasts.len() as f64)];
    for (level, held) in LEVELS.iter().zip(row.coverage()) {
        let name = format!("coverage_{level}");
        rows.push(share.number(&name, held.share.value));
        rows.push(share.number(&format!("{name}_low"), held.share.low));
        rows.push(share.number(&format!("{name}_high"), held.share.high));
    }
    let misses = row.misses();
    rows.push(share.number("below", misses.below));
    rows.push(share.number("above", misses.above));
    rows.push(plain.number("sharpness", row.sharpness()));
    rows.push(own.number("crps", row.crps()));
    for rival in Rival::ALL {
        let against = share.variant(&rival.id());
        rows.extend(row.skill(rival).map(|skill| against.number("skill", skill)));
        let Some(compared) = row.against(rival) else { continue };
        rows.push(own.variant(&rival.id()).number("difference", compared.difference));
        rows.extend(compared.told.map(|told| against.number("p", told.p)));
    }
    let tenths = row.pit().into_iter().enumerate();
    rows.extend(tenths.map(|(tenth, of)| share.number(&format!("pit_{}", tenth + 1), of)));
    for forecast in &row.forecasts {
        let day = crate::output::json::analysis::civil(forecast.day).to_string();
        let at = own.variant(&day);
        let [low, high] = forecast.ranges[2];
        let told = [("p05", low), ("p50", forecast.median), ("p95", high)];
        rows.extend(told.map(|(name, value)| at.number(name, value)));
        rows.push(at.number("outcome", forecast.outcome));
        rows.push(at.number("crps_of_one", forecast.crps));
    }
    rows
}
