//! What must be true, as rows.

use super::Row;
use super::studies::{about, of_statistic};
use crate::estimate::Estimate;
use crate::output::{Context, notation};
use crate::study::Goal;
use crate::study::break_even::BreakEven;
use crate::study::turning::{Outcome, Turn};

pub fn break_even(context: &Context, goal: &Goal, found: &BreakEven) -> Vec<Row> {
    let asked = of_statistic(about("break-even", context, goal.statistic.metric), goal);
    let statistic = notation::name(goal.statistic.of);
    let key = |input: usize| context.model().inputs[input].key.as_str();
    let mut rows = vec![asked.known(&statistic, found.as_it_is)];
    for turn in &found.turns {
        rows.extend(of_turn(context, &asked, &statistic, (key(turn.input), turn)));
    }
    if let Some(frontier) = &found.frontier {
        let [first, second] = frontier.inputs.map(key);
        let of_second = asked.in_unit_of(context, second).key(first);
        let point = |(at, value): &(f64, Estimate)| of_second.at(*at).known(second, *value);
        rows.extend(frontier.points.iter().map(point));
        rows.push(asked.unit("futures").number("frontier_futures", frontier.trials as f64));
    }
    rows
}

fn of_turn(
    context: &Context,
    asked: &Row,
    statistic: &str,
    (key, turn): (&str, &Turn),
) -> Vec<Row> {
    let (row, own) = (asked.key(key), asked.key(key).in_unit_of(context, key));
    let mut rows = vec![
        row.at(turn.own[0]).number(statistic, turn.ends[0].value),
        row.at(turn.own[1]).number(statistic, turn.ends[1].value),
        own.number("now", turn.now),
        row.is("reached", turn.outcome != Outcome::Missed),
    ];
    if let Outcome::Turns { value, percentile, .. } = turn.outcome {
        rows.push(own.known("value", value));
        rows.push(row.unit("share").number("percentile", percentile));
    }
    rows
}
