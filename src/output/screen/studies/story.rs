//! `reachsim run --story`: one future, week by week.

use super::super::layout::{self, wrap};
use super::title;
use crate::output::Context;
use crate::output::phrases::future::{head, unusual, weeks};
use crate::output::words::say;
use crate::study::future::Told;

/// Columns of the number of a week.
const WEEK: usize = 4;

/// Which future it is, what is unusual in it, and its weeks in words.
pub fn story(context: &Context, told: &Told) -> String {
    let locale = context.locale;
    let mut lines = vec![title(context, context.plan.trials)];
    lines.extend(wrap(&head(context, told), context.columns));
    let strange = unusual(context, told);
    if strange.is_empty() {
        lines.extend(wrap(&say!(locale, "story-usual"), context.columns));
    } else {
        lines.extend(wrap(&say!(locale, "story-unusual"), context.columns));
        let rows: Vec<(String, String)> =
            strange.into_iter().map(|(key, place)| (format!("  {key}"), place)).collect();
        lines.extend(layout::rows(&rows, context.columns));
    }
    lines.push(String::new());
    let told_weeks = weeks(context, told);
    if told_weeks.is_empty() {
        lines.extend(wrap(&say!(locale, "story-no-weeks"), context.columns));
        return layout::text(&lines);
    }
    for (week, words) in told_weeks {
        let broken = wrap(&words, context.columns - WEEK - 1);
        for (place, line) in broken.iter().enumerate() {
            let number = if place == 0 { week.to_string() } else { String::new() };
            lines.push(format!("{number:>WEEK$} {line}"));
        }
    }
    layout::text(&lines)
}
