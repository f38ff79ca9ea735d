//! What could be measured, as rows.

use super::studies::about;
use super::{BETWEEN, Row};
use crate::model::Size;
use crate::output::phrases::robust::measurement;
use crate::output::{Context, Menu};
use crate::study::measure::{Measured, Verdict};

pub fn measure(context: &Context, menu: &Menu) -> Vec<Row> {
    let asked = about("measure", context, menu.metric);
    let mut rows: Vec<Row> = menu
        .decisions
        .iter()
        .zip(&menu.known.means)
        .map(|(name, mean)| asked.variant(name).known("mean", *mean))
        .collect();
    rows.push(asked.variant(&menu.decisions[menu.known.best]).is("best", true));
    rows.push(asked.known("evpi", menu.known.evpi()));
    rows.extend(menu.measured.iter().flat_map(|measured| one(context, menu, &asked, measured)));
    rows
}

fn one(context: &Context, menu: &Menu, asked: &Row, measured: &Measured) -> Vec<Row> {
    let keys: Vec<&str> = measured.measurement.of.iter().map(|(key, _)| key.as_str()).collect();
    let named = asked.variant(&measurement(context, &measured.measurement));
    let row = named.key(&keys.join(BETWEEN));
    let mut rows = vec![row.known("evsi", measured.evsi), row.known("evppi", measured.evppi)];
    rows.extend(measured.cost.map(|cost| row.number("cost", cost)));
    rows.extend(measured.enbs.map(|left| row.known("enbs", left)));
    rows.push(row.is("worth_it", measured.verdict() == Verdict::Worth));
    rows.push(row.number("bias", measured.bias));
    let [counted, years, weeks] = ["people", "years", "weeks"].map(|unit| row.unit(unit));
    rows.push(weeks.number("weeks", measured.measurement.weeks));
    rows.extend(measured.units.map(|units| counted.number("sample", units)));
    rows.extend(of_years(measured.measurement.size()).map(|time| years.number("years", time)));
    if let Some(best) = measured.best {
        rows.push(counted.number("best_sample", best.units));
        rows.extend(of_years(Some(best.size)).map(|time| years.number("best_years", time)));
        rows.push(row.known("best_evsi", best.evsi));
        rows.push(row.known("best_enbs", best.enbs));
    }
    for (key, flip) in keys.iter().zip(&measured.flips) {
        let Some(flip) = flip else { continue };
        rows.push(named.key(key).in_unit_of(context, key).known("flips_at", flip.at));
        let to = menu.decisions[flip.to].to_string();
        let share = named.key(key).unit("share");
        rows.push(share.number(&format!("share_for {to}"), flip.share));
    }
    rows
}

fn of_years(size: Option<Size>) -> Option<f64> {
    match size? {
        Size::Years(years) => Some(years),
        Size::People(_) => None,
    }
}
