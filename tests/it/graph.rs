//! Friend graphs: against enumeration, against each other, and against what was published.

mod choose;
mod command;
mod enumeration;
mod follows;
mod implicit;
mod leaders;
mod lists;
mod scenario;
mod ways;

use std::sync::Arc;

use reachsim::graph::asked::Posts;
use reachsim::graph::census::Degrees;
use reachsim::graph::coins::Coins;
use reachsim::graph::counts::Counts;
use reachsim::graph::feed::Feed;
use reachsim::graph::loaded::Loaded;
use reachsim::graph::measure::Case;
use reachsim::graph::network::Network;
use reachsim::graph::recipe::{Recipe, Wishes};
use reachsim::watch::Unwatched;

/// A synthetic network of this name.
fn synthetic(name: &str, people: u64, friends: Option<f64>) -> Network {
    let recipe = Recipe::find(name).expect("a recipe");
    recipe.network(&Wishes { people, friends, law: None, seed: 1 }).expect("a network")
}

/// The same in memory: 2,000 people with about 30 friends each, in blocks and towns.
fn village() -> Network {
    let network = synthetic("facebook-2011", 2_000, Some(30.0)).settled();
    assert!(network.loaded().is_some());
    network
}

fn feed(visibility: f64, reshare: f64, depth: Option<u32>) -> Feed {
    Feed { visibility, reshare, depth, activity: None }
}

fn loaded(graph: Loaded) -> Network {
    Network::Loaded(Arc::new(graph))
}

fn case<'a>(network: &'a Network, degrees: &'a Degrees, posts: &'a Posts, feed: Feed) -> Case<'a> {
    Case { network, degrees, posts, feed, seed: 1 }
}

fn simulated(network: &Network, posts: &Posts, feed: Feed, count: u64) -> Vec<Counts> {
    reachsim_fast::worlds(network, posts, feed, 0..count, Coins::new(7, "worlds"))
}

/// One number of every world.
fn each(worlds: &[Counts], of: impl Fn(&Counts) -> f64) -> Vec<f64> {
    worlds.iter().map(of).collect()
}

/// The list of ego networks that was published as ego-Facebook (`McAuley`, Leskovec 2012), where
/// the environment names it.
fn ego_networks() -> Network {
    let path = std::env::var_os("REACHSIM_EGO_FACEBOOK")
        .expect("REACHSIM_EGO_FACEBOOK is the list of friendships");
    loaded(
        reachsim::graph::read::read(std::path::Path::new(&path), &Unwatched)
            .expect("a list of friendships"),
    )
}
