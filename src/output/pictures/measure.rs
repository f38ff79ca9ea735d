//! What measurements are worth, in a picture.

use super::studies::draw;
use crate::output::charts::{Ranges, Row};
use crate::output::draw::Svg;
use crate::output::phrases;
use crate::output::phrases::robust::measurement;
use crate::output::phrases::studies::{value, with_currency};
use crate::output::words::Words as _;
use crate::output::{Context, Menu};
use crate::study::measure::{Measured, Verdict};

type Drawn = Vec<(&'static str, Svg)>;

/// What is left of each measurement, or what it is worth; nothing where nothing is surely worth it.
pub fn measure(context: &Context, menu: &Menu) -> Drawn {
    let (locale, metric) = (context.locale, menu.metric);
    let Some(first) = menu.measured.iter().find(|m| m.verdict() == Verdict::Worth) else {
        return Drawn::new();
    };
    let row = |measured: &Measured| {
        let known = measured.enbs.unwrap_or(measured.evsi);
        // Nothing is worth less to know than nothing: at worst its cost is lost.
        let least = known.value - measured.evsi.value;
        Row {
            words: measurement(context, &measured.measurement),
            value: known.value,
            sure: known.interval().map(|end| end.max(least)),
            futures: None,
            told: value(context, metric, known),
        }
    };
    let known = first.enbs.unwrap_or(first.evsi);
    let left = with_currency(context, metric, &value(context, metric, known));
    let name = measurement(context, &first.measurement);
    let ids = if first.enbs.is_some() {
        ["menu-title", "menu-subtitle", "menu-measured"]
    } else {
        ["menu-title-bare", "menu-subtitle-bare", "menu-measured-bare"]
    };
    let ranges = Ranges {
        title: locale.say(ids[0], &[("name", name.into()), ("left", left.into())]),
        subtitle: locale.say(ids[1], &[("scope", context.scope().into())]),
        quantity: phrases::quantity_of(&context.model().metric(metric.metric)),
        measured: Some(locale.say(ids[2], &[])),
        rows: menu.measured.iter().map(row).collect(),
    };
    draw("worth", ranges, context, menu.known.trials)
}
