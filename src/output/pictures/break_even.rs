//! What must be true, in pictures: where in its own range each input meets the goal, and the line
//! of the two strongest.

use super::studies::draw;
use crate::estimate::Estimate;
use crate::output::Context;
use crate::output::charts::{Curve, Ranges, Row, Spread};
use crate::output::draw::Svg;
use crate::output::format::Quantity;
use crate::output::phrases::quantity;
use crate::output::phrases::studies::{at_least_or_most, brief_input, goal, key_sum, own_share};
use crate::output::words::{Words as _, say, sentence};
use crate::study::Goal;
use crate::study::break_even::{BreakEven, Frontier};
use crate::study::turning::{OWN, Outcome, Turn};

type Drawn = Vec<(&'static str, Svg)>;

/// Inputs of a picture.
const MOST: usize = 12;

pub fn break_even(context: &Context, wanted: &Goal, found: &BreakEven) -> Drawn {
    let mut drawn = Drawn::new();
    let rows: Vec<(String, Row)> =
        found.turns.iter().filter_map(|turn| row(context, turn)).take(MOST).collect();
    if let Some((must, _)) = rows.first() {
        let locale = context.locale;
        let goal = sentence(&goal(context, wanted));
        let ranges = Ranges {
            title: say!(locale, "turns-title", goal = goal, must = must.clone()),
            subtitle: say!(locale, "turns-subtitle", scope = context.scope()),
            quantity: Quantity::Share,
            measured: Some(say!(locale, "turns-measured")),
            rows: rows.into_iter().map(|(_, row)| row).collect(),
        };
        drawn.extend(draw("ranges", ranges, context, found.trials));
    }
    if let Some(frontier) = &found.frontier {
        drawn.extend(draw("curve", line(context, wanted, frontier), context, frontier.trials));
    }
    drawn
}

/// An input in words, and as a place in its own range.
fn row(context: &Context, turn: &Turn) -> Option<(String, Row)> {
    let Outcome::Turns { value, percentile, above } = turn.outcome else { return None };
    let key = &context.model().inputs[turn.input].key;
    let words = brief_input(context, key);
    let told = at_least_or_most(context, (key, value), above);
    let share = own_share(context.locale, percentile, above);
    let must = say!(
        context.locale,
        "turns-must",
        key = words.clone(),
        bound = told.clone(),
        share = share
    );
    let met = if above { [percentile, OWN[1]] } else { [OWN[0], percentile] };
    let row = Row { words, value: percentile, sure: met, futures: Some(OWN), told };
    Some((must, row))
}

/// What the second input has to be at each value of the first.
fn line(context: &Context, wanted: &Goal, frontier: &Frontier) -> Curve {
    let locale = context.locale;
    let [first, second] = frontier.inputs.map(|input| &context.model().inputs[input].key);
    let [one, other] = [first, second].map(|key| brief_input(context, key));
    let (at, value) = frontier.points[frontier.points.len() / 2];
    let bound = at_least_or_most(context, (second, value), frontier.above);
    let at = key_sum(context, first, at);
    let title = say!(
        locale,
        "turns-line-title",
        goal = sentence(&goal(context, wanted)),
        first = one.clone(),
        at = at,
        second = other,
        bound = bound
    );
    let point = |(at, value): &(f64, Estimate)| {
        let [low, high] = value.interval();
        (*at, Spread { low, typical: value.value, high, se: [None; 3] })
    };
    let (side, short) = if frontier.above {
        ("turns-line-above", "turns-line-least")
    } else {
        ("turns-line-below", "turns-line-most")
    };
    Curve {
        title,
        subtitle: locale.say(side, &[("scope", context.scope().into())]),
        across: one,
        along: quantity(context.case.unit_of(first)),
        words: locale.say(short, &[]),
        band: [say!(locale, "solve-sure"), say!(locale, "solve-sure")],
        quantity: quantity(context.case.unit_of(second)),
        points: frontier.points.iter().map(point).collect(),
        goal: None,
        mark: None,
    }
}
