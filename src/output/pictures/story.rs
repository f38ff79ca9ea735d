//! One future in a picture: a weekly figure of it within those of all.

use super::studies::draw;
use crate::estimate::Estimate;
use crate::output::Context;
use crate::output::charts::{Curve, Spread};
use crate::output::draw::Svg;
use crate::output::format::Quantity;
use crate::output::future::Course;
use crate::output::phrases::future::head;
use crate::output::phrases::quantity_of;
use crate::output::phrases::studies::words;
use crate::output::words::{say, sentence};
use crate::study::future::Told;

pub fn story(context: &Context, told: &Told, course: &Course) -> Vec<(&'static str, Svg)> {
    let locale = context.locale;
    let point = |(week, own, [low, high]): &(usize, f64, [f64; 2])| {
        let exact = [Some(0.0), Some(Estimate::exact(*own).se), Some(0.0)];
        (*week as f64, Spread { low: *low, typical: *own, high: *high, se: exact })
    };
    let curve = Curve {
        title: head(context, told),
        subtitle: say!(
            locale,
            "story-subtitle",
            words = sentence(&words(context, course.column)),
            scope = context.scope()
        ),
        across: say!(locale, "week-head"),
        along: Quantity::Number,
        words: say!(locale, "story-line"),
        band: [say!(locale, "story-band"), say!(locale, "story-band")],
        quantity: quantity_of(&context.model().metric(course.column.metric)),
        points: course.weeks.iter().map(point).collect(),
        goal: None,
        mark: None,
    };
    draw("curve", curve, context, course.trials)
}
