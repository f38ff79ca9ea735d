//! What came over what a scenario had forecast.

use super::layout::{ends, width, wrap};
use crate::output::analysis::Told;
use crate::output::phrases::analysis::day;
use crate::output::phrases::history::{called, held};
use crate::output::phrases::tame;
use crate::output::words::{say, sentence};

/// A line for each number of which weeks came.
pub fn laid_over(told: &Told) -> Vec<String> {
    let Some(forecast) = told.forecast else { return Vec::new() };
    let locale = told.locale;
    let model = forecast.case.model();
    let Some(first) = forecast.courses.first() else { return Vec::new() };
    let heading = say!(
        locale,
        "history-heading",
        file = tame(forecast.case.file()),
        start = day(locale, first.start)
    );
    let mut lines = vec![String::new()];
    lines.extend(wrap(&heading, told.columns));
    for course in forecast.courses {
        let Some(held) = held(locale, course) else { continue };
        let name = sentence(&called(locale, model, course));
        let name = format!("  {name}");
        if width(&name) + 2 + width(&held) <= told.columns {
            lines.push(ends(&name, &held, told.columns));
        } else {
            lines.push(name);
            let below = wrap(&held, told.columns.saturating_sub(4));
            lines.extend(below.into_iter().map(|line| format!("    {line}")));
        }
    }
    lines
}
