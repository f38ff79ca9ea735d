//! The words of a back-test.

use reachsim_learn::backtest::{POST_REACH, Row};

use super::studies::words;
use super::{amount, names};
use crate::output::Context;
use crate::output::words::say;
use crate::units::Unit;

/// In what a row is counted.
pub fn unit(context: &Context, row: &Row) -> Unit {
    let model = context.model();
    match model.column(&row.metric) {
        Some(column) if row.id != POST_REACH => model.metric(column.metric).unit,
        _ => Unit::People,
    }
}

/// What is forecast.
pub fn metric(context: &Context, row: &Row) -> String {
    let (locale, model) = (context.locale, context.model());
    if let Some(column) = model.column(&row.metric).filter(|_| row.id != POST_REACH) {
        return words(context, column);
    }
    let reach = say!(locale, "backtest-reach");
    match row.community.filter(|_| model.communities.len() > 1) {
        Some(place) => {
            let community = names::community(locale, &model.communities[place]);
            say!(locale, "of-community", words = reach, community = community)
        }
        None => reach,
    }
}

/// A number in the unit of a row.
pub fn value(context: &Context, row: &Row, value: f64) -> String {
    amount(context.locale, unit(context, row), value, None)
}
