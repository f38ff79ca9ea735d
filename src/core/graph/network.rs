//! A friend graph of any kind: of a list, or synthetic.

use std::sync::Arc;

use super::Graph;
use super::loaded::{Loaded, MOST_PEOPLE};
use super::synthetic::{Blocks, Configuration};
use super::ties::Ties;

/// A friend graph of any kind: loaded, or synthetic.
#[derive(Clone, Debug)]
pub enum Network {
    Loaded(Arc<Loaded>),
    /// Ties with a direction, or with weights.
    Tied(Arc<Ties>),
    Configuration(Box<Configuration>),
    Blocks(Blocks),
}

macro_rules! each_kind {
    ($network:expr, $graph:ident => $value:expr) => {
        match $network {
            Network::Loaded($graph) => $value,
            Network::Tied($graph) => $value,
            Network::Configuration($graph) => $value,
            Network::Blocks($graph) => $value,
        }
    };
}

/// Most ends of a synthetic network that is written into memory, where everything about it is known
/// exactly.
pub(super) const WRITTEN: u64 = 30_000_000;

impl Network {
    /// Writes the graph into memory where it is small enough for that; loops and doubles are
    /// dropped then.
    #[must_use]
    pub fn settled(self) -> Network {
        if self.ends() > WRITTEN || self.people() > MOST_PEOPLE {
            return self;
        }
        match &self {
            Network::Loaded(_) | Network::Tied(_) => self,
            Network::Configuration(graph) => {
                Network::Loaded(Arc::new(Loaded::written(graph.as_ref())))
            }
            Network::Blocks(graph) => Network::Loaded(Arc::new(Loaded::written(graph))),
        }
    }

    /// The graph as it lies in memory, if it does and consists of friendships that are all alike.
    pub fn loaded(&self) -> Option<&Loaded> {
        if let Network::Loaded(graph) = self { Some(graph) } else { None }
    }

    /// Ties with a direction or with weights, if it has such.
    pub fn tied(&self) -> Option<&Ties> {
        if let Network::Tied(graph) = self { Some(graph) } else { None }
    }

    /// What was read of a list, or written into memory: names, and what was dropped.
    pub fn list(&self) -> Option<&Loaded> {
        self.loaded().or_else(|| self.tied().map(Ties::list))
    }

    /// A number that two lists hardly share.
    pub fn fingerprint(&self) -> Option<u64> {
        let tied = || self.tied().map(Ties::fingerprint);
        self.loaded().map(Loaded::fingerprint).or_else(tied)
    }

    /// The same where posts are equally visible over all ties.
    #[must_use]
    pub fn bare(&self) -> Network {
        match self {
            Network::Tied(ties) => match ties.bare() {
                Some(ties) => Network::Tied(Arc::new(ties)),
                None => Network::Loaded(Arc::new(ties.list().bare())),
            },
            other => other.clone(),
        }
    }
}

impl Graph for Network {
    fn people(&self) -> u64 {
        each_kind!(self, graph => graph.people())
    }

    fn ends(&self) -> u64 {
        each_kind!(self, graph => graph.ends())
    }

    fn owner(&self, end: u64) -> u64 {
        each_kind!(self, graph => graph.owner(end))
    }

    fn degrees(&self) -> Vec<(u64, u64)> {
        each_kind!(self, graph => graph.degrees())
    }

    fn degree(&self, person: u64) -> u64 {
        each_kind!(self, graph => graph.degree(person))
    }

    fn friend(&self, person: u64, place: u64) -> u64 {
        each_kind!(self, graph => graph.friend(person, place))
    }

    fn each_friend(&self, person: u64, tell: impl FnMut(u64)) {
        each_kind!(self, graph => graph.each_friend(person, tell));
    }

    fn ties(&self) -> u64 {
        each_kind!(self, graph => graph.ties())
    }

    fn is_directed(&self) -> bool {
        self.tied().is_some_and(Graph::is_directed)
    }

    fn is_weighted(&self) -> bool {
        self.tied().is_some_and(Graph::is_weighted)
    }

    fn sources(&self, person: u64) -> u64 {
        each_kind!(self, graph => graph.sources(person))
    }

    fn source(&self, person: u64, place: u64) -> u64 {
        each_kind!(self, graph => graph.source(person, place))
    }

    fn each_source(&self, person: u64, tell: impl FnMut(u64)) {
        each_kind!(self, graph => graph.each_source(person, tell));
    }

    fn source_owner(&self, end: u64) -> u64 {
        each_kind!(self, graph => graph.source_owner(end))
    }

    fn weight(&self, person: u64, place: u64) -> f64 {
        each_kind!(self, graph => graph.weight(person, place))
    }

    fn source_weight(&self, person: u64, place: u64) -> f64 {
        each_kind!(self, graph => graph.source_weight(person, place))
    }
}
