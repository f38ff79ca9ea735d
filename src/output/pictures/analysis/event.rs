//! Before, during and after an event.

use reachsim_data::analyse::{Analysis, Step as Width};

use crate::locale::Locale;
use crate::output::charts::Calendar;
use crate::output::charts::calendar::Step;
use crate::output::format::Quantity;
use crate::output::phrases::analysis as words;
use crate::output::words::{Words as _, say};

/// The series around an event, whose steps are marked.
pub fn event(analysis: &Analysis, (locale, scope): (Locale, &str)) -> Option<Calendar> {
    let change = analysis.change.as_ref().filter(|change| change.steps.len() > 1)?;
    let across = match change.step {
        Width::Week => "told-week-from",
        Width::Month => "told-month-from",
    };
    let steps = change.steps.iter().map(|(from, value, is_marked)| Step {
        name: words::day(locale, *from),
        value: *value,
        part: f64::NAN,
        is_marked: *is_marked,
    });
    Some(Calendar {
        title: words::event::title(locale, change),
        subtitle: say!(locale, "told-event-lead", scope = scope),
        across: locale.say(across, &[]),
        words: words::series(locale, change.series),
        part: None,
        marked: Some(words::event::when(locale, change)),
        usual: None,
        quantity: Quantity::Number,
        steps: steps.collect(),
    })
}
