//! The table of what came beside what was forecast.

use reachsim_learn::backtest::{Course, LEVELS};

use super::tables::Table;
use crate::locale::Locale;
use crate::model::Model;
use crate::output::format::Format as _;
use crate::output::phrases::history::called;
use crate::output::words::{Words as _, say, sentence};

/// How many weeks of each number fell inside the ranges; none where no week came yet.
pub fn held(locale: Locale, model: &Model, courses: &[Course]) -> Option<Table> {
    let of = |course: &&Course| course.is_told()[1];
    let row = |course: &Course| {
        let covered = course.coverage();
        let [five, eight, nine] = covered.map(|covered| covered.held.to_string());
        [sentence(&called(locale, model, course)), covered[0].of.to_string(), five, eight, nine]
    };
    let rows: Vec<[String; 5]> = courses.iter().filter(of).map(row).collect();
    let [five, eight, nine] = LEVELS.map(|level| {
        let share = locale.share(f64::from(level) / 100.0, Some(0.0));
        say!(locale, "history-head-held", share = share)
    });
    let heads = [
        locale.say("told-head-figure", &[]),
        say!(locale, "history-head-weeks"),
        five,
        eight,
        nine,
    ];
    (!rows.is_empty()).then(|| Table::new(heads, (1, [4.0, 2.0, 2.0, 2.0, 2.0]), rows))
}
