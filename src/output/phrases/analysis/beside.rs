//! What must stand beside a figure, in words.

use reachsim_data::analyse::{Aside, Beside, Figure, Remark};

use super::{amount, between};
use crate::locale::Locale;
use crate::output::format::{Format as _, Quantity};
use crate::output::words::{Words as _, say};

/// Everything that stands beside a figure but its interval, each by itself.
pub fn notes(locale: Locale, figure: &Figure) -> Vec<String> {
    let asides = figure.beside.iter().filter_map(|beside| aside(locale, figure, beside));
    asides.chain(figure.remarks.iter().map(|of| remark(locale, *of))).collect()
}

/// What a remark says.
pub fn remark(locale: Locale, remark: Remark) -> String {
    locale.say(&format!("remark-{}", remark.id()), &[])
}

/// One number beside a figure; `None` where another one tells it.
pub fn aside(locale: Locale, figure: &Figure, beside: &Beside) -> Option<String> {
    let find = |what: Aside| figure.beside.iter().find(|beside| beside.what == what);
    let own = |value: f64| amount(locale, &figure.unit, value);
    let number = |value: f64| locale.number(value, None);
    let exact = |value: f64| locale.number(value, Some(0.0));
    let share = |value: f64| locale.amount(Quantity::Share, value, None);
    let value = beside.value;
    Some(match beside.what {
        Aside::MedianPost => say!(locale, "aside-median-post", value = own(value)),
        Aside::Quartile1 => {
            let other = find(Aside::Quartile3)?.value;
            say!(locale, "aside-half", range = between(locale, &figure.unit, value, other))
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
        Aside::Quartile3 | Aside::WeekP95 | Aside::Effective | Aside::Brands => return None,
    })
}
