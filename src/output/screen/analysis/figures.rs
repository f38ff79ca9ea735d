//! Lines of figures: words, value, and what must stand beside it.

use reachsim_data::analyse::{Aside, Beside, Figure, Remark};

use super::super::layout::{pad, pad_left, width, wrap};
use crate::output::analysis::Told;
use crate::output::format::{Format as _, Quantity};
use crate::output::phrases::analysis as words;
use crate::output::words::{Words as _, say};

/// Columns of the words, and the column in which values end.
const WORDS: usize = 30;
const VALUE: usize = 42;

/// The lines of figures that stand below each other: what is to be said of several is said once.
pub fn lines(told: &Told, figures: &[&Figure]) -> Vec<String> {
    let mut said: Vec<Remark> = Vec::new();
    let mut lines = Vec::new();
    for figure in figures {
        let new: Vec<Remark> =
            figure.remarks.iter().copied().filter(|remark| !said.contains(remark)).collect();
        let (name, value) = (words::figure(told.locale, figure), words::value(told.locale, figure));
        lines.extend(row(told, &name, &value, &notes(told, figure, &new)));
        said.extend(new);
    }
    lines
}

/// Words, a value and a note that goes on below itself.
pub fn row(told: &Told, name: &str, value: &str, note: &str) -> Vec<String> {
    let front = format!("  {}", pad(name, WORDS - 2));
    let room = VALUE.saturating_sub(width(&front));
    let front = format!("{front}{}", pad_left(value, room));
    let notes = wrap(note, told.columns.saturating_sub(VALUE + 2));
    let mut lines = Vec::new();
    for (place, note) in notes.iter().enumerate() {
        let start = if place == 0 { front.clone() } else { " ".repeat(VALUE) };
        lines.push(format!("{}  {note}", pad(&start, VALUE)));
    }
    if lines.is_empty() { vec![front] } else { lines }
}

/// What stands beside a value, in one line.
pub fn notes(told: &Told, figure: &Figure, remarks: &[Remark]) -> String {
    let locale = told.locale;
    let mut notes = Vec::new();
    let interval = words::interval(locale, figure);
    if let Some(interval) = interval.filter(|range| *range != words::value(locale, figure)) {
        notes.push(format!("({interval})"));
    }
    let find = |what: Aside| figure.beside.iter().find(|beside| beside.what == what);
    notes.extend(figure.beside.iter().filter_map(|beside| aside(told, figure, beside, &find)));
    notes.extend(remarks.iter().map(|remark| self::remark(told, *remark)));
    notes.join("; ")
}

/// What a remark says.
pub fn remark(told: &Told, remark: Remark) -> String {
    told.locale.say(&format!("remark-{}", remark.id()), &[])
}

type Find<'f> = &'f dyn Fn(Aside) -> Option<&'f Beside>;

fn aside(told: &Told, figure: &Figure, beside: &Beside, find: Find) -> Option<String> {
    let locale = told.locale;
    let own = |value: f64| words::amount(locale, &figure.unit, value);
    let number = |value: f64| locale.number(value, None);
    let exact = |value: f64| locale.number(value, Some(0.0));
    let share = |value: f64| locale.amount(Quantity::Share, value, None);
    let value = beside.value;
    Some(match beside.what {
        Aside::MedianPost => say!(locale, "aside-median-post", value = own(value)),
        Aside::Quartile1 => {
            let other = find(Aside::Quartile3)?.value;
            say!(locale, "aside-half", range = words::between(locale, &figure.unit, value, other))
        }
        Aside::PerWeek => say!(locale, "aside-per-week", value = number(value)),
        Aside::WeekP05 => {
            let other = find(Aside::WeekP95)?.value;
            say!(locale, "aside-weeks", range = locale.between(&exact(value), &exact(other)))
        }
        Aside::LateOverEarly if value < 0.95 => {
            say!(locale, "aside-falling", share = share(1.0 - value))
        }
        Aside::LateOverEarly if value > 1.05 => {
            say!(locale, "aside-rising", share = share(value - 1.0))
        }
        Aside::LateOverEarly => say!(locale, "aside-steady"),
        Aside::ViewsPerPerson => say!(locale, "aside-views", value = number(value)),
        Aside::MedianDay => say!(locale, "aside-median-day", value = own(value)),
        Aside::Never if value == 0.0 => return None,
        Aside::Never => say!(locale, "aside-never", value = exact(value)),
        Aside::ShareOfAll => say!(locale, "aside-share", share = share(value)),
        Aside::First => say!(locale, "aside-first", value = exact(value)),
        Aside::ByAudience => say!(locale, "aside-audience", share = share(value)),
        Aside::AsCoded => say!(locale, "aside-coded", share = share(value)),
        Aside::Kappa => say!(locale, "aside-kappa", value = number(value)),
        Aside::Rank => {
            let brands = find(Aside::Brands)?.value;
            say!(locale, "aside-rank", rank = exact(value), brands = exact(brands))
        }
        Aside::Amount => say!(locale, "aside-amount", value = exact(value)),
        Aside::Quartile3 | Aside::WeekP95 | Aside::Effective | Aside::Brands => {
            return None;
        }
    })
}
