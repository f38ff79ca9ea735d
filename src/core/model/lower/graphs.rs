//! The overlap of friend lists, measured on a friend graph in place of an assumption.

use super::checks::{humans, visibility};
use super::figures::Figures;
use crate::diagnostic::{Code, Diagnostic, Message, Numeral, message};
use crate::digits::grouped;
use crate::graph::Graph;
use crate::graph::asked::Posts;
use crate::graph::census::Degrees;
use crate::graph::coins::Coins;
use crate::graph::feed::Feed;
use crate::graph::fit::{Fit, fit};
use crate::graph::followers::{Crowd, MOST_GROWN, grown};
use crate::graph::measure::{Case, Effort, curve};
use crate::graph::network::Network;
use crate::graph::recipe::{Recipe, Wishes};
use crate::scenario::keys::key;
use crate::scenario::{List, Named, Scenario, Value};
use crate::watch::Unwatched;

/// What is measured where a graph is given.
const MEASURED: [&str; 2] = [key!(community "friends.cv"), key!(community "feed.scatter")];
/// Networks and followers do not depend on the seed of the run: the overlap is a fact, not luck.
pub const SEED: u64 = 1;

/// Measures the overlap of every community that has a graph, and tells of those graphs.
pub fn settle<'s>(
    scenario: &'s Scenario,
    figures: &mut Figures,
    problems: &mut Vec<Diagnostic>,
) -> Vec<(&'s Named, Ground)> {
    let mut grounds = Vec::new();
    for community in &scenario.communities {
        if let Some(Measured { on, fit, ground }) = measured(scenario, figures, community, problems)
        {
            let [cv, scatter] = MEASURED.map(|key| format!("community.{}.{key}", community.id));
            figures.measured(&cv, fit.cv, &on);
            figures.measured(&scatter, fit.scatter, &on);
            grounds.push((community, ground));
        }
    }
    grounds
}

/// What the closed form takes, the name of the graph, and the graph.
struct Measured {
    on: Message,
    fit: Fit,
    ground: Ground,
}

/// The graph of a community, and its followers there.
pub struct Ground {
    pub case: Wanted,
    pub graph: Of,
}

/// A list, or a synthetic network that is drawn when it is asked for.
pub enum Of {
    List(List),
    Recipe(&'static Recipe),
}

impl Ground {
    /// What is measured there, for [`Overlaps`](crate::scenario::Overlaps).
    pub fn what(&self) -> String {
        match &self.graph {
            Of::List(list) => format!("{:016x} {:?}", list.fingerprint, self.case),
            Of::Recipe(recipe) => format!("{} {:?}", recipe.id, self.case),
        }
    }

    pub fn network(&self) -> Option<Network> {
        match &self.graph {
            Of::List(list) => Some(Network::Loaded(list.graph.clone())),
            Of::Recipe(recipe) => recipe.network(&self.case.wishes()).ok(),
        }
    }

    fn fit(&self) -> Option<Fit> {
        self.case.on(&self.network()?)
    }
}

fn measured(
    scenario: &Scenario,
    figures: &Figures,
    community: &Named,
    problems: &mut Vec<Diagnostic>,
) -> Option<Measured> {
    let path = |key: &str| format!("community.{}.{key}", community.id);
    let (file, synthetic) = (
        figures.value(&path(key!(community "graph.file"))),
        figures.value(&path(key!(community "graph.synthetic"))),
    );
    if file.is_none() && synthetic.is_none() {
        return None;
    }
    let graph_at = [key!(community "graph.file"), key!(community "graph.synthetic")]
        .iter()
        .find_map(|key| Some(scenario.keys.get(&path(key))?.at.clone()));
    let stated: Vec<String> = MEASURED
        .iter()
        .map(|key| path(key))
        .filter(|path| scenario.keys.contains_key(path))
        .collect();
    for path in &stated {
        let message = message!(
            "`{path}` is stated, and is also measured on the graph of the community",
            path
        );
        let mut problem = Diagnostic::new(Code::KeysExclude, message)
            .at(scenario.keys.get(path)?.at.clone(), message!("stated here"));
        if let Some(at) = &graph_at {
            problem = problem.also(at.clone(), message!("measured here"));
        }
        problems.push(problem.help(message!("leave one of them out")));
    }
    if !stated.is_empty() {
        return None;
    }
    let market = super::checks::people(figures)?;
    let case = Wanted {
        followers: humans(figures, &community.id)?.round().max(1.0) as u64,
        homophily: figures.median(&path(key!(community "graph.homophily"))).unwrap_or(0.0),
        visibility: visibility(figures, &community.id)?,
        friends: figures.median(&path(key!(community "friends.mean")))?,
        people: market.round().max(2.0) as u64,
    };
    let place = |key: &str| {
        let stated = figures.by_path.get(&path(key)).and_then(|figure| figure.at.clone());
        stated.or_else(|| graph_at.clone()).unwrap_or_else(|| community.at.clone())
    };
    if case.homophily > 0.0 && case.followers > MOST_GROWN {
        let message = message!(
            "followers who come because a friend follows are found one after the other, at most \
             {most} of them, but there are {followers}",
            most = Numeral(grouped(&MOST_GROWN, ",")),
            followers = Numeral(grouped(&case.followers, ","))
        );
        problems.push(
            Diagnostic::new(Code::OutOfRange, message)
                .at(place(key!(community "graph.homophily")), message!("for so many followers"))
                .help(message!("leave it out, or state fewer `followers`")),
        );
        return None;
    }
    match (file, synthetic) {
        (Some(Value::Graph(list)), _) => {
            let ground = Ground { case, graph: Of::List(list.clone()) };
            let found = scenario.overlaps.measured(&ground.what(), || ground.fit())?;
            // The people of the list are those among whom friends are scattered, whatever the
            // market has beside them.
            let scatter = (found.scatter * list.graph.people() as f64 / market).min(1.0);
            let fit = Fit { scatter, ..found };
            Some(Measured { on: named(list, &found), fit, ground })
        }
        (_, Some(Value::Word(name))) => {
            let recipe = Recipe::find(name)?;
            let ground = Ground { case, graph: Of::Recipe(recipe) };
            let found = scenario.overlaps.measured(&ground.what(), || ground.fit());
            if let (None, Err(why)) = (found, recipe.fits(&case.wishes())) {
                problems.push(
                    Diagnostic::new(Code::OutOfRange, why.message)
                        .at(
                            place(key!(community "friends.mean")),
                            message!("too many for a friend graph"),
                        )
                        .help(why.help),
                );
            }
            let (fit, off) = (found?, Numeral(format!("{:.1}", 100.0 * found?.off)));
            let on = message!("the synthetic network {name}, to {off} %", name, off);
            Some(Measured { on, fit, ground })
        }
        _ => None,
    }
}

fn named(list: &List, found: &Fit) -> Message {
    let off = Numeral(format!("{:.1}", 100.0 * found.off));
    message!(
        "{name}, {people} people, to {off} %",
        name = list.name,
        people = list.graph.people(),
        off
    )
}

/// What of a scenario the overlap depends on, at the medians.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Wanted {
    followers: u64,
    homophily: f64,
    pub visibility: f64,
    friends: f64,
    people: u64,
}

impl Wanted {
    fn wishes(&self) -> Wishes {
        Wishes { people: self.people, friends: Some(self.friends), law: None, seed: SEED }
    }

    /// Who follows.
    pub fn crowd(&self, network: &Network) -> Crowd {
        if self.homophily > 0.0 {
            let coins = Coins::new(SEED, "followers");
            grown(network, self.followers, self.homophily, coins, &Unwatched)
        } else {
            Crowd::Random(self.followers)
        }
    }

    /// The closed form fitted to the reach of a few to many askers among the followers.
    fn on(&self, network: &Network) -> Option<Fit> {
        let people = network.people();
        let crowd = self.crowd(network);
        let degrees = Degrees::of(network);
        let feed = Feed { visibility: self.visibility, ..Feed::ALL };
        let most = self.followers.min(people) as f64;
        let case =
            Case { network, degrees: &degrees, posts: &Posts::Given(Vec::new()), feed, seed: SEED };
        fit(&curve(&case, &crowd, most, Effort::QUICK, &Unwatched), people as f64, degrees.cv())
    }
}
