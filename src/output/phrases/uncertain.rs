//! What to measure first where nothing says what knowing is worth.

use super::{names, quantity};
use crate::output::Report;
use crate::output::format::Format as _;
use crate::output::words::{Case, say};
use crate::summary::{self, MetricSummary};
use crate::units::Unit;

/// Share of the spread below which an input is not worth a word.
const TELLING: f64 = 0.01;

/// The input that a metric follows most closely, or luck where that moves it more; `None` where one
/// future shows nothing.
pub fn uncertain(report: &Report, found: Option<&MetricSummary>) -> Option<String> {
    let (locale, model) = (report.locale, report.model());
    let found = found.filter(|_| report.trials().filled() > 1)?;
    let drivers = summary::drivers(model, report.trials(), found.column);
    let no_luck = model.communities.is_empty();
    let luck = if no_luck {
        0.0
    } else {
        1.0 - drivers.iter().map(|driver| driver.rank * driver.rank).sum::<f64>()
    };
    Some(match drivers.first() {
        None if found.sd == 0.0 || found.sd.is_nan() => say!(locale, "uncertain-nothing"),
        None if model.inputs.is_empty() => say!(locale, "uncertain-fixed"),
        None => say!(locale, "uncertain-luck"),
        Some(driver) if !no_luck && driver.rank * driver.rank < TELLING => {
            say!(locale, "uncertain-luck")
        }
        Some(driver) if driver.rank * driver.rank >= luck => {
            say!(locale, "uncertain-input", input = input(report, driver.input))
        }
        Some(driver) => say!(locale, "uncertain-luck-first", input = input(report, driver.input)),
    })
}

/// An input with the range in which it lies in nine futures of ten.
fn input(report: &Report, place: usize) -> String {
    let (locale, input) = (report.locale, &report.model().inputs[place]);
    let assumed = report.assumptions().iter().find(|known| known.key == input.key);
    let unit = assumed.map_or(Unit::None, |known| known.unit);
    let words = names::input(locale, report.model(), &input.key, Case::Nominative);
    let [low, high] = [0.05, 0.95].map(|p| input.dist.quantile(p));
    format!("{words}, {}", locale.amount_range(quantity(unit), low, high, None))
}
