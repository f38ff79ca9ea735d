//! `reachsim graph --choose`: whom to win first.

use super::layout::{self, ends, pad, pad_left, wrap};
use crate::estimate::Estimate;
use crate::graph::choose::wish::{CONFIDENCE, End};
use crate::graph::ties::Weights;
use crate::output::choice::Chosen;
use crate::output::format::Format as _;
use crate::output::graph::kind;
use crate::output::phrases::{number, tame};
use crate::output::screen::studies::Depth;
use crate::output::words::Words as _;
use crate::output::words::say;

/// Columns of a place, of a name, and of each number.
const PLACE: usize = 6;
const NAME: usize = 26;
const NUMBER: usize = 16;
/// People who are listed, and named in the first sentence.
const LISTED: usize = 20;
const NAMED: usize = 10;

/// The choice in a sentence, whom it was compared with, everybody in his order.
pub fn choice(chosen: &Chosen, depth: Depth) -> String {
    let (locale, columns) = (chosen.locale, chosen.columns);
    let count = |number: u64| locale.number(number as f64, Some(0.0));
    let size = say!(
        locale,
        "graph-size",
        kind = kind(chosen.tie),
        many = chosen.people,
        people = count(chosen.people),
        ties = chosen.friendships,
        friendships = count(chosen.friendships)
    );
    let mut lines = vec![ends(&tame(&chosen.network), &size, columns)];
    lines.extend(wrap(&verdict(chosen), columns));
    lines.extend(wrap(&compared(chosen), columns));
    lines.push(String::new());
    lines.extend(wrap(&asked(chosen), columns));
    lines.extend(table(chosen, if depth == Depth::Verbose { usize::MAX } else { LISTED }));
    lines.push(String::new());
    let how = say!(
        locale,
        "choice-how",
        sets = count(chosen.choice.sets),
        worlds = count(chosen.choice.worlds)
    );
    lines.extend(wrap(&how, columns));
    lines.extend(left_open(chosen).iter().flat_map(|text| wrap(text, columns)));
    layout::text(&lines)
}

/// How far a number may be off, as a share of it.
fn error(chosen: &Chosen, known: Estimate) -> Option<String> {
    let half = (known.interval()[1] - known.value) / known.value.abs().max(f64::MIN_POSITIVE);
    (known.se > 0.0).then(|| chosen.locale.share(half, None))
}

fn verdict(chosen: &Chosen) -> String {
    let (locale, choice) = (chosen.locale, &chosen.choice);
    let all = choice.people.len();
    let named: Vec<String> = chosen.names.iter().take(NAMED).map(|name| tame(name)).collect();
    let mut names = named.join(", ");
    if all > NAMED {
        names += ", ..";
    }
    let mut text = say!(locale, "choice-win", n = all as u64, names = names);
    text += " ";
    let people = number(locale, choice.spread);
    text += &match error(chosen, choice.spread) {
        Some(error) => say!(locale, "choice-spread", people = people, error = error),
        None => say!(locale, "choice-spread-alike", people = people),
    };
    text += " ";
    text + &say!(
        locale,
        "choice-guarantee",
        ratio = locale.share((100.0 * choice.ratio).floor() / 100.0, Some(0.0)),
        confidence = locale.share(CONFIDENCE, Some(0.0))
    )
}

/// What others would be worth in their place.
fn compared(chosen: &Chosen) -> String {
    let (locale, choice) = (chosen.locale, &chosen.choice);
    let (friends, random) = (number(locale, choice.most_friends), number(locale, choice.random));
    let mut text = if chosen.budget.is_some() {
        say!(
            locale,
            "choice-others-paid",
            kind = kind(chosen.tie),
            friends = friends,
            random = random
        )
    } else {
        let n = choice.people.len() as u64;
        say!(
            locale,
            "choice-others",
            kind = kind(chosen.tie),
            n = n,
            friends = friends,
            random = random
        )
    };
    if let Some(given) = choice.given {
        text += " ";
        text +=
            &say!(locale, "choice-given", n = chosen.given as u64, people = number(locale, given));
    }
    if let (Some(cost), Some(budget)) = (chosen.cost(), chosen.budget) {
        text += " ";
        text += &say!(
            locale,
            "choice-cost",
            cost = locale.number(cost, Some(0.0)),
            budget = locale.number(budget, Some(0.0))
        );
    }
    text
}

/// How the message travels, and who could be won.
fn asked(chosen: &Chosen) -> String {
    let (locale, feed) = (chosen.locale, &chosen.feed);
    let share = |share: f64| locale.share(share, Some(0.0));
    let seen = if chosen.tie.weights == Some(Weights::Chance) {
        say!(locale, "choice-chance")
    } else {
        let share = share(feed.visibility);
        say!(locale, "choice-visible", kind = kind(chosen.tie), share = share)
    };
    let mut parts = vec![seen];
    if chosen.tie.weights == Some(Weights::Closeness) {
        parts.push(say!(locale, "graph-closeness", n = chosen.capped));
    }
    if feed.reshare > 0.0 {
        parts.push(match feed.depth {
            Some(depth) => say!(
                locale,
                "graph-reshared",
                share = share(feed.reshare),
                depth = u64::from(depth)
            ),
            None => say!(locale, "graph-reshared-on", share = share(feed.reshare)),
        });
    }
    if let Some(shape) = feed.activity {
        parts.push(say!(locale, "graph-activity", shape = locale.number(shape, Some(0.0))));
    }
    let candidates = locale.number(chosen.candidates as f64, Some(0.0));
    parts.push(say!(locale, "choice-among", people = candidates));
    parts.join(", ") + "."
}

/// Everybody who is won, in his order.
fn table(chosen: &Chosen, most: usize) -> Vec<String> {
    let locale = chosen.locale;
    let row = |place: &str, name: &str, cells: &[String]| {
        let cells: String = cells.iter().map(|cell| pad_left(cell, NUMBER)).collect();
        let name = pad(&layout::cut(name, NAME - 1), NAME);
        (pad_left(place, PLACE - 2) + "  " + &name + &cells).trim_end().to_owned()
    };
    let has_prices = chosen.budget.is_some();
    let mut heads = vec![say!(locale, "choice-head-friends", kind = kind(chosen.tie))];
    if has_prices {
        heads[0] = say!(locale, "choice-head-price");
    }
    heads.extend([say!(locale, "choice-head-gain"), say!(locale, "choice-head-all")]);
    let mut lines = vec![row("", "", &heads)];
    let won = chosen.choice.people.iter().zip(&chosen.names).zip(&chosen.choice.curve);
    for (place, ((won, name), all)) in won.enumerate().take(most) {
        let first = if has_prices {
            won.price.map_or_else(String::new, |price| locale.number(price, Some(0.0)))
        } else {
            locale.number(won.friends as f64, Some(0.0))
        };
        let cells = [first, number(locale, won.gain), number(locale, *all)];
        lines.push(row(&(place + 1).to_string(), &tame(name), &cells));
    }
    let more = chosen.names.len().saturating_sub(most);
    if more > 0 {
        lines.push(format!("      {}", say!(locale, "choice-more", n = more as u64)));
    }
    lines
}

/// What was not proven, and not found as precisely as somebody wanted.
fn left_open(chosen: &Chosen) -> Vec<String> {
    let locale = chosen.locale;
    let mut texts = Vec::new();
    let id = match chosen.unproven() {
        Some(End::Memory) => Some("choice-end-memory"),
        Some(End::Work) => Some("choice-end-work"),
        Some(End::Settled) => Some("choice-end-settled"),
        Some(End::Proven | End::Stopped) | None => None,
    };
    texts.extend(id.map(|id| locale.say(id, &[])));
    texts.extend(chosen.imprecise().map(|reached| {
        say!(
            locale,
            "choice-imprecise",
            reached = locale.share(reached, None),
            asked = locale.share(chosen.precision, Some(0.0))
        )
    }));
    texts
}
