//! The words of what came beside what was forecast, week by week.

use reachsim_learn::backtest::Course;

use super::backtest;
use crate::locale::Locale;
use crate::model::Model;
use crate::output::format::Quantity;
use crate::output::words::{Words as _, argument};
use crate::units::Unit;

/// What is counted.
pub fn called(locale: Locale, model: &Model, course: &Course) -> String {
    backtest::called(locale, model, (&course.metric, course.id), course.community)
}

/// In what.
pub fn unit(model: &Model, course: &Course) -> Unit {
    backtest::unit_of(model, (&course.metric, course.id))
}

pub fn quantity(model: &Model, course: &Course) -> Quantity {
    super::quantity(unit(model, course))
}

/// `11 of 13 weeks fell inside the 90 % range`; nothing where no week came yet.
pub fn held(locale: Locale, course: &Course) -> Option<String> {
    let covered = course.coverage()[2];
    let arguments = [("held", argument(covered.held as u64)), ("n", argument(covered.of as u64))];
    (covered.of > 0).then(|| locale.say("history-weeks", &arguments))
}
