//! The rows of those who are to be won first on a friend graph.

use super::Row;
use crate::estimate::Estimate;
use crate::graph::choose::wish::CONFIDENCE;
use crate::output::choice::Chosen;

pub fn choice(chosen: &Chosen) -> Vec<Row> {
    let choice = &chosen.choice;
    let start = Row { study: "choice", scenario: chosen.network.clone(), ..Row::default() };
    let of = |metric: &str, unit: &str| Row { metric: metric.to_owned(), ..start.unit(unit) };
    let (mean, count, people) = ("mean", "count", "people");
    let mut rows = vec![
        of("people", people).number(count, chosen.people as f64),
        of("friendships", "friendships").number(count, chosen.friendships as f64),
        of("friends", people).number(mean, chosen.mean_friends),
        told(&of("spread", people), choice.spread),
        told(&of("most_friends", people), choice.most_friends),
        told(&of("random", people), choice.random),
        of("guarantee", "share").number("ratio", choice.ratio),
        of("guarantee", "share").number("confidence", CONFIDENCE),
        of("sets", "sets").number(count, choice.sets as f64),
        of("worlds", "worlds").number(count, choice.worlds as f64),
    ];
    rows.extend(choice.given.map(|given| told(&of("given", people), given)));
    rows.extend(chosen.cost().map(|cost| of("cost", "price").number("sum", cost)));
    for (won, name) in choice.people.iter().zip(&chosen.names) {
        rows.push(told(&of("gain", people).variant(name), won.gain));
        let friends = of("friends", people).variant(name);
        rows.push(friends.number(count, won.friends as f64));
        rows.extend(
            won.price.map(|price| of("price", "price").variant(name).number("value", price)),
        );
    }
    let curve = choice.curve.iter().enumerate();
    rows.extend(curve.map(|(place, known)| {
        told(&of("spread", people).key("choose").at((place + 1) as f64), *known)
    }));
    rows
}

/// A mean, with its standard error where the worlds tell it.
fn told(row: &Row, known: Estimate) -> Row {
    let se = if known.se > 0.0 { known.se } else { f64::NAN };
    row.known("mean", Estimate { se, ..known })
}
