//! What of the library is generic, at the types at which its tests ask for it a hundred thousand
//! times. Generic code is compiled where it is used: that is here, where it is optimised, and not
//! among the tests, where nothing is.

use std::ops::Range;

use reachsim_core::draw::{self, Split};
use reachsim_core::graph::asked::Posts;
use reachsim_core::graph::census::Neighbourhood;
use reachsim_core::graph::coins::Coins;
use reachsim_core::graph::counts::Counts;
use reachsim_core::graph::feed::Feed;
use reachsim_core::graph::look::Look;
use reachsim_core::graph::network::Network;
use reachsim_core::graph::simulate::{self, Stage};
use reachsim_core::graph::{expect, sample};
use reachsim_core::rng::Stream;
use reachsim_core::watch::Unwatched;

pub fn binomial(stream: &mut Stream, n: f64, p: f64) -> f64 {
    draw::binomial(stream, n, p)
}

pub fn poisson(stream: &mut Stream, mean: f64) -> f64 {
    draw::poisson(stream, mean)
}

pub fn negative_binomial(stream: &mut Stream, mean: f64, dispersion: f64) -> f64 {
    draw::negative_binomial(stream, mean, dispersion)
}

pub fn gamma(stream: &mut Stream, shape: f64, scale: f64) -> f64 {
    draw::gamma(stream, shape, scale)
}

pub fn normal(stream: &mut Stream) -> f64 {
    draw::normal(stream)
}

/// See [`Split::choose`].
pub fn choose(split: &mut Split, stream: &mut Stream, total: f64) {
    split.choose(stream, total);
}

/// See [`Split::scatter`].
pub fn scatter(split: &mut Split, stream: &mut Stream, total: f64) {
    split.scatter(stream, total);
}

/// See [`simulate::worlds`].
pub fn worlds(
    network: &Network,
    posts: &Posts,
    feed: Feed,
    numbers: Range<u64>,
    coins: Coins,
) -> Vec<Counts> {
    simulate::worlds(&Stage::new(network, feed), posts, numbers, coins, &Unwatched)
}

/// See [`expect::of_all`].
pub fn of_all(look: &Look<Network>) -> Counts {
    expect::of_all(look, &Unwatched)
}

/// See [`sample::values`].
pub fn sampled(look: &Look<Network>, people: u64, coins: Coins) -> Vec<Counts> {
    sample::values(look, 0..people, people, coins, &Unwatched)
}

/// See [`Neighbourhood::of`].
pub fn neighbourhood(network: &Network, person: u64) -> Neighbourhood {
    Neighbourhood::of(network, person)
}
