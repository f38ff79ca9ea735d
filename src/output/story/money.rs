//! The page `money`: value, cost, what remains of it, when it is paid back, and what has no price.

use super::answer::sum_of;
use super::page::{Page, page};
use super::tables;
use crate::estimate::Estimate;
use crate::metric::{metric, metrics};
use crate::output::Report;
use crate::output::charts::Part;
use crate::output::format::Format as _;
use crate::output::phrases::studies::value;
use crate::output::phrases::{self, Ledger};
use crate::output::words::say;

/// The figures in their order, which is that of METRICS.
const FIGURES: [&str; 6] =
    metrics!["total_value", "total_cost", "profit", "roi", "npv", "payback_weeks"];

/// What it costs and brings; nothing where nothing has a price.
pub fn money(report: &Report) -> Option<Page> {
    let locale = report.locale;
    let ledger = Ledger::of(report)?;
    let cost = report.summary().metric(metric!("total_cost"))?;
    if cost.mean.value == 0.0 {
        return None;
    }
    let [value, cost, profit] = metrics!["total_value", "total_cost", "profit"]
        .map(|id| sum_of(report, &ledger.told(id).unwrap_or_else(|| ledger.written(0.0))));
    let title = match returned(report) {
        Some(roi) => {
            say!(locale, "money-title", value = value, cost = cost, profit = profit, roi = roi)
        }
        None => {
            say!(locale, "money-title-without", value = value, cost = cost, profit = profit)
        }
    };
    let left_out = phrases::left_out(report, locale);
    let lead: Vec<String> = paid_back(report).into_iter().chain(left_out).collect();
    let table = tables::metrics_of(report, |id| FIGURES.contains(&id));
    let told = (title, lead.join(" "));
    Some(Page { table: Some(table), ..page("money", Part::Main, told, locale) })
}

/// The return on what was spent, in per cent.
fn returned(report: &Report) -> Option<String> {
    let roi = report.summary().metric(metric!("roi"))?;
    roi.mean.value.is_finite().then(|| value(&report.context(), roi.column, roi.mean))
}

/// In how many futures the costs come back, and by when.
fn paid_back(report: &Report) -> Option<String> {
    let (locale, found) = (report.locale, report.summary().metric(metric!("payback_weeks"))?);
    let (paid, trials) = (1.0 - found.undefined, report.summary().trials as f64);
    let se = (paid * (1.0 - paid) / trials).sqrt();
    let chance = phrases::met(locale, report.plan(), Estimate::new(paid, se));
    let typical = found.percentile("p50").value;
    Some(if typical.is_finite() {
        let weeks = locale.whole_weeks(typical.round() as u64);
        say!(locale, "money-paid-by", chance = chance, weeks = weeks)
    } else {
        say!(locale, "money-paid", chance = chance)
    })
}
