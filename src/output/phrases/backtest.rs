//! The words of a back-test.

use reachsim_learn::backtest::{POST_REACH, Row};

use super::{amount, metric_words, names};
use crate::locale::Locale;
use crate::model::Model;
use crate::output::Context;
use crate::output::words::say;
use crate::units::Unit;

/// In what a row is counted.
pub fn unit(context: &Context, row: &Row) -> Unit {
    unit_of(context.model(), (&row.metric, row.id))
}

/// What is forecast.
pub fn metric(context: &Context, row: &Row) -> String {
    called(context.locale, context.model(), (&row.metric, row.id), row.community)
}

/// In what a metric or the reach of a post is counted.
pub fn unit_of(model: &Model, (metric, id): (&str, &str)) -> Unit {
    match model.column(metric) {
        Some(column) if id != POST_REACH => model.metric(column.metric).unit,
        _ => Unit::People,
    }
}

/// What a metric or the reach of a post is called, with its community where there are several.
pub fn called(
    locale: Locale,
    model: &Model,
    (metric, id): (&str, &str),
    community: Option<usize>,
) -> String {
    if let Some(column) = model.column(metric).filter(|_| id != POST_REACH) {
        return metric_words(locale, model, column);
    }
    let reach = say!(locale, "backtest-reach");
    match community.filter(|_| model.communities.len() > 1) {
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
