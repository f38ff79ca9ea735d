//! What the role of opinion leaders is worth, measured on a friend graph in place of an assumption.

use super::assumption::{Assumption, Origin, Understood};
use super::figures::{Figure, Figures};
use super::graphs::{Ground, Of, SEED};
use crate::diagnostic::{Code, Conjunction, Diagnostic, Message, Numeral, Span, listed, message};
use crate::digits::grouped;
use crate::dist::Dist;
use crate::graph::Graph;
use crate::graph::census::Degrees;
use crate::graph::choose::wish::Wish;
use crate::graph::choose::worth::Worth;
use crate::graph::feed::Feed;
use crate::graph::network::Network;
use crate::scenario::keys::{Level, SectionId, key};
use crate::scenario::{Edited, Named, Scenario, Value, Word};
use crate::watch::Unwatched;

/// What opinion leaders are called, in small letters, with blanks for hyphens.
const NAMES: [&str; 12] = [
    "opinion leader",
    "opinion leaders",
    "leader",
    "leaders",
    "лидер мнений",
    "лидеры мнений",
    "лидер",
    "лидеры",
    "лідер думок",
    "лідери думок",
    "лідер",
    "лідери",
];
const LEADERS: &str = key!(community "graph.leaders");
/// What of the role is measured.
const MEASURED: [&str; 2] = ["friends", "fit"];
/// Standard error of the spread at which it is enough.
const PRECISION: f64 = 0.005;
/// Among more people a message that grows at each of more than so many steps is not followed.
const LARGE: u64 = 1 << 25;
const DEEP: u32 = 3;

/// Measures the role of opinion leaders on the graph of the community that asks for it.
pub fn settle(
    scenario: &Scenario,
    figures: &mut Figures,
    grounds: &[(&Named, Ground)],
    problems: &mut Vec<Diagnostic>,
) {
    let path = |community: &Named| format!("community.{}.{}", community.id, LEADERS);
    let at = |community: &Named| Some(scenario.keys.get(&path(community))?.at.clone());
    let asked: Vec<(&Named, Span)> = scenario
        .communities
        .iter()
        .filter_map(|community| Some((community, at(community)?)))
        .collect();
    let [(community, at), others @ ..] = &asked[..] else { return };
    if let Some((other, again)) = others.first() {
        let message = message!(
            "`{a}` and `{b}` both measure the role of opinion leaders",
            a = path(community),
            b = path(other)
        );
        problems.push(
            Diagnostic::new(Code::KeysExclude, message)
                .at(again.clone(), message!("measured here, too"))
                .also(at.clone(), message!("measured here"))
                .help(message!("leave one of them out")),
        );
        return;
    }
    let path = path(community);
    let Some(role) = role(scenario, &path, at, problems) else { return };
    let of = |field: &str| format!("role.{}.{field}", role.text);
    if MEASURED.iter().all(|field| is_given(figures, &of(field))) {
        let [friends, fit] = MEASURED.map(&of);
        let stated = listed([friends.as_str(), fit.as_str()], Conjunction::And);
        problems.push(
            Diagnostic::new(
                Code::KeyAlone,
                message!("`{path}` has no effect beside {stated}", path, stated),
            )
            .at(at.clone(), message!("nothing to measure"))
            .help(message!("leave out one of them, or `{path}`", path)),
        );
        return;
    }
    let Some((_, ground)) = grounds.iter().find(|(named, _)| named.id == community.id) else {
        return;
    };
    let asking = Asking { community, path: &path, at };
    let Some((leaders, worth)) = asking.worth(scenario, figures, ground, problems) else { return };
    let on = on(ground, leaders, worth.ratio);
    for (field, value) in MEASURED.iter().zip([worth.friends, worth.fit]) {
        if !is_given(figures, &of(field)) {
            put(figures, role, field, value, &on);
        }
    }
}

fn is_given(figures: &Figures, path: &str) -> bool {
    figures.by_path.get(path).is_some_and(|figure| figure.at.is_some())
}

/// The one role of opinion leaders.
fn role<'s>(
    scenario: &'s Scenario,
    path: &str,
    at: &Span,
    problems: &mut Vec<Diagnostic>,
) -> Option<&'s Word> {
    let names = || scenario.sections.roles.iter().filter_map(|role| role.name.as_ref());
    let is_leader = |name: &&Word| {
        let text = name.text.to_lowercase().replace(['-', '_'], " ");
        NAMES.contains(&text.trim())
    };
    let found: Vec<&Word> = names().filter(is_leader).collect();
    match found[..] {
        [name] => return Some(name),
        [] => {
            let message = message!(
                "`{path}` measures the role of opinion leaders, and there is no such role",
                path
            );
            problems.push(
                Diagnostic::new(Code::KeysTogether, message)
                    .at(at.clone(), message!("no role to measure"))
                    .help(message!(
                        "give a `{header}` with name = \"opinion-leader\" and its share",
                        header = "[[role]]"
                    )),
            );
        }
        [first, second, ..] => {
            let message = message!(
                "`{path}` measures the role of opinion leaders, and there are several: {roles}",
                path,
                roles = listed(found.iter().map(|name| name.text.as_str()), Conjunction::And)
            );
            let diagnostic = Diagnostic::new(Code::KeysExclude, message)
                .at(at.clone(), message!("which of them?"))
                .also(first.at.clone(), message!("one"));
            // Rows that a set brings all stand where it is named.
            let is_apart = second.at != first.at;
            let diagnostic = if is_apart {
                diagnostic.also(second.at.clone(), message!("another"))
            } else {
                diagnostic
            };
            problems.push(diagnostic.help(message!("call the others by other names")));
        }
    }
    None
}

/// The community that asks, and where.
struct Asking<'a> {
    community: &'a Named,
    path: &'a str,
    at: &'a Span,
}

impl Asking<'_> {
    /// How many are won, and what they are worth.
    fn worth(
        &self,
        scenario: &Scenario,
        figures: &Figures,
        ground: &Ground,
        problems: &mut Vec<Diagnostic>,
    ) -> Option<(u64, Worth)> {
        let of = |key: &str| format!("community.{}.{key}", self.community.id);
        let leaders = figures.whole(self.path)?;
        let feed = Feed {
            visibility: ground.case.visibility,
            reshare: figures.median(&of(key!(community "feed.reshare")))?,
            depth: Some(figures.whole(&of(key!(community "feed.depth")))? as u32),
            activity: None,
        };
        let what = format!("{leaders} of {} {feed:?}", ground.what());
        let mut problem = None;
        let worth = scenario.overlaps.won(&what, || {
            let network = ground.network()?;
            problem = self.refuse(&network, &feed);
            if problem.is_some() {
                return None;
            }
            let wish = Wish {
                feed,
                candidates: ground.case.crowd(&network),
                given: Vec::new(),
                most: leaders,
                prices: None,
                ratio: None,
                precision: PRECISION,
                seed: SEED,
            };
            let count = wish.candidate_count(network.people());
            if count <= leaders {
                problem = Some(self.too_many(leaders, count));
                return None;
            }
            Some(Worth::of(&network, &wish, &Unwatched))
        });
        problems.extend(problem);
        Some((leaders, worth?))
    }

    fn too_many(&self, leaders: u64, count: u64) -> Diagnostic {
        let message = message!(
            "`{path}` is {leaders}, but {count} people follow on the graph",
            path = self.path,
            leaders,
            count
        );
        Diagnostic::new(Code::OutOfRange, message)
            .at(self.at.clone(), message!("as many as there are, or more"))
            .help(message!("ask for fewer, so that there are others to compare them with"))
    }

    /// A message that grows from step to step is not followed far among so many people.
    fn refuse(&self, network: &Network, feed: &Feed) -> Option<Diagnostic> {
        let next = feed.reproduction(Degrees::of(network).others());
        if next < 1.0 || feed.depth() <= DEEP || network.people() <= LARGE {
            return None;
        }
        let message = message!(
            "a message that grows from friend to friend is followed to depth {deep} among more \
             than {large} people, and `feed.depth` is {depth}",
            deep = DEEP,
            large = Numeral(grouped(&LARGE, ",")),
            depth = feed.depth()
        );
        Some(
            Diagnostic::new(Code::OutOfRange, message)
                .at(self.at.clone(), message!("cannot be measured"))
                .help(message!(
                    "state `feed.depth = {deep}`, a smaller `feed.reshare`, or leave `{path}` out",
                    deep = DEEP,
                    path = self.path
                )),
        )
    }
}

fn on(ground: &Ground, leaders: u64, ratio: f64) -> Message {
    let proven = Numeral(format!("{:.0}", (100.0 * ratio).floor()));
    match &ground.graph {
        Of::List(list) => message!(
            "{name}, {people} people, {leaders} to be won first, at least {proven} % of the best \
             choice",
            name = list.name,
            people = list.graph.people(),
            leaders,
            proven
        ),
        Of::Recipe(recipe) => message!(
            "the synthetic network {name}, {leaders} to be won first, at least {proven} % of the \
             best choice",
            name = recipe.id,
            leaders,
            proven
        ),
    }
}

/// Puts a measured number of the role in force, in the place of its default, or among its others.
fn put(figures: &mut Figures, role: &Word, field: &str, value: f64, on: &Message) {
    let section = SectionId::Role.section();
    let Some(unit) = section.field(field).map(|field| field.unit) else { return };
    let prefix = format!("role.{}.", role.text);
    let path = format!("{prefix}{field}");
    if figures.by_path.contains_key(&path) {
        figures.measured(&path, value, on);
        return;
    }
    let dist = Dist::fixed(value);
    let assumption = Assumption {
        key: path.clone(),
        unit,
        level: Level::Common,
        value: Understood::Quantity(dist.clone()),
        origin: Origin::Measured { on: on.clone() },
    };
    let is_of_it = |other: &Assumption| other.key.starts_with(&prefix);
    let place = figures.assumptions.iter().rposition(is_of_it).map_or(0, |place| place + 1);
    figures.assumptions.insert(place, assumption);
    let figure = Figure { value: Value::Quantity(dist), at: None, edited: Edited::No };
    figures.by_path.insert(path, figure);
}
