//! What a network is like: numbers of friends, clustering, friends of friends, and how near a post
//! is to travelling without end.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::Graph;
use super::coins::Coins;
use super::feed::Feed;
use super::network::Network;
use crate::estimate::Estimate;
use crate::watch::Watch;

/// Numbers of friends, ascending, each with how many people have it.
#[derive(Clone, Debug, PartialEq)]
pub struct Degrees {
    rows: Vec<(u64, u64)>,
    /// What else there is to know of ties with a direction or weights.
    tied: Option<Tied>,
}

/// Of ties with a direction or weights.
#[derive(Clone, Debug, PartialEq)]
struct Tied {
    /// How many people somebody follows, with how many people do so.
    sources: Vec<(u64, u64)>,
    /// How many people somebody follows and how many follow him, with how many people have both.
    joint: Vec<([u64; 2], u64)>,
    /// Followers of a follower, and the same beyond the one who is followed, each with its weight.
    of_a_friend: f64,
    others: f64,
    /// Mean weight of a tie.
    weight: f64,
    /// Ties that lead back to whom a post came from: all, or none where they have a direction.
    back: u64,
}

impl Tied {
    fn of(graph: &impl Graph) -> Tied {
        let (mut joint, mut sources) = (BTreeMap::new(), BTreeMap::new());
        let [mut ways, mut ends, mut weighted, mut through] = [0.0; 4];
        for person in 0..graph.people() {
            let (shown, heard) = (graph.degree(person), graph.sources(person));
            *joint.entry([heard, shown]).or_insert(0) += 1;
            *sources.entry(heard).or_insert(0) += 1;
            ends += heard as f64;
            ways += heard as f64 * shown as f64;
            let friends: Vec<(u64, f64)> = (0..shown)
                .map(|place| (graph.friend(person, place), graph.weight(person, place)))
                .collect();
            let out: f64 = friends.iter().map(|(_, weight)| weight).sum();
            for place in 0..heard {
                let weight = graph.source_weight(person, place);
                let source = graph.source(person, place);
                let back = friends.binary_search_by_key(&source, |(friend, _)| *friend);
                weighted += weight;
                through += weight * (out - back.map_or(0.0, |place| friends[place].1));
            }
        }
        Tied {
            sources: sources.into_iter().collect(),
            joint: joint.into_iter().collect(),
            of_a_friend: ways / ends.max(1.0),
            others: if weighted > 0.0 { through / weighted } else { 0.0 },
            weight: weighted / ends.max(1.0),
            back: u64::from(!graph.is_directed()),
        }
    }

    /// The share of the people whom a post reaches that takes off: somebody passes it on to a
    /// follower with q = s (1 - sum over v of out(v) (1 - p q)^in(v) / ties).
    fn outbreak(&self, feed: &Feed) -> f64 {
        let (p, s) = (feed.over(self.weight), feed.reshare);
        let sum = |of: &dyn Fn(f64, f64) -> f64| -> f64 {
            let each = self.joint.iter();
            each.map(|([heard, shown], people)| *people as f64 * of(*heard as f64, *shown as f64))
                .sum()
        };
        let (ends, people) = (sum(&|_, shown| shown), sum(&|_, _| 1.0));
        let mut told = s;
        for _ in 0..10_000 {
            let missed = |heard: f64, shown: f64| {
                shown * libm::pow(1.0 - p * told, (heard - self.back as f64).max(0.0))
            };
            let next = s * (1.0 - sum(&missed) / ends);
            let is_settled = (next - told).abs() < 1e-12;
            told = next;
            if is_settled {
                break;
            }
        }
        1.0 - sum(&|heard, _| libm::pow(1.0 - p * told, heard)) / people
    }
}

impl Degrees {
    pub fn of(graph: &impl Graph) -> Degrees {
        let mut listed = graph.degrees();
        listed.sort_unstable();
        let mut rows: Vec<(u64, u64)> = Vec::new();
        for (friends, people) in listed {
            match rows.last_mut() {
                Some(last) if last.0 == friends => last.1 += people,
                _ => rows.push((friends, people)),
            }
        }
        let tied = (graph.is_directed() || graph.is_weighted()).then(|| Tied::of(graph));
        Degrees { rows, tied }
    }

    pub fn rows(&self) -> &[(u64, u64)] {
        &self.rows
    }

    /// Mean weight of a tie.
    pub fn weight(&self) -> f64 {
        self.tied.as_ref().map_or(1.0, |tied| tied.weight)
    }

    /// The coefficient of variation of how many people's posts somebody is shown.
    pub fn source_cv(&self) -> f64 {
        match &self.tied {
            Some(tied) => Degrees { rows: tied.sources.clone(), tied: None }.cv(),
            None => self.cv(),
        }
    }

    fn sum(&self, of: impl Fn(f64) -> f64) -> f64 {
        self.rows.iter().map(|(friends, people)| *people as f64 * of(*friends as f64)).sum()
    }

    pub fn people(&self) -> f64 {
        self.sum(|_| 1.0)
    }

    pub fn mean(&self) -> f64 {
        self.sum(|k| k) / self.people()
    }

    /// The coefficient of variation: standard deviation over mean.
    pub fn cv(&self) -> f64 {
        let mean = self.mean();
        (self.sum(|k| (k - mean) * (k - mean)) / self.people()).sqrt() / mean
    }

    /// Friends that a friend has on average: `<k^2>/<k>`.
    pub fn of_a_friend(&self) -> f64 {
        let tied = self.tied.as_ref().map(|tied| tied.of_a_friend);
        tied.unwrap_or_else(|| self.sum(|k| k * k) / self.sum(|k| k))
    }

    /// Further friends of a friend: `<k(k-1)>/<k>`.
    pub fn others(&self) -> f64 {
        self.tied.as_ref().map_or_else(|| self.of_a_friend() - 1.0, |tied| tied.others)
    }

    /// The number of friends below which a share of the people lies.
    pub fn quantile(&self, share: f64) -> u64 {
        let mut below = 0.0;
        let target = share * self.people();
        for (friends, people) in &self.rows {
            below += *people as f64;
            if below >= target {
                return *friends;
            }
        }
        self.rows.last().map_or(0, |last| last.0)
    }

    /// The share of the people whom a post that is passed on without end reaches once it takes off:
    /// theta = s (1 - G1(1 - p theta)), S = 1 - G0(1 - p theta), the generating functions of the
    /// number of friends and of a friend's further friends. Zero below the danger line. Source:
    /// Newman, *Spread of epidemic disease on networks* (2002). Test:
    /// `graph::implicit::the_giant_component_is_as_large_as_theory_says`.
    pub fn outbreak(&self, feed: &Feed) -> f64 {
        if let Some(tied) = &self.tied {
            return tied.outbreak(feed);
        }
        let (p, s, ends) = (feed.visibility, feed.reshare, self.sum(|k| k));
        // By iteration from above, which falls to the larger root.
        let mut theta = s;
        for _ in 0..10_000 {
            let next =
                s * (1.0 - self.sum(|k| k * libm::pow(1.0 - p * theta, (k - 1.0).max(0.0))) / ends);
            let is_settled = (next - theta).abs() < 1e-12;
            theta = next;
            if is_settled {
                break;
            }
        }
        1.0 - self.sum(|k| libm::pow(1.0 - p * theta, k)) / self.people()
    }
}

/// How people with about the same number of friends are embedded.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DegreeBand {
    /// The least and the largest number of different friends in the band.
    pub friends: [u64; 2],
    /// People who were looked at.
    pub people: usize,
    /// Mean number of different friends.
    pub mean: f64,
    /// Share of the pairs of friends who are friends.
    pub clustering: Estimate,
    /// Friends of friends, each as often as he is met, and different ones.
    pub entries: Estimate,
    pub different: Estimate,
}

/// The neighbourhoods of a network.
#[derive(Clone, Debug, PartialEq)]
pub struct Census {
    /// Mean local clustering; people with fewer than two friends count 0.
    pub clustering: Estimate,
    pub bands: Vec<DegreeBand>,
}

/// One person's neighbourhood.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Neighbourhood {
    /// Different friends.
    pub friends: u64,
    /// Friendships among them, counted from both of their sides.
    pub links: u64,
    /// Friends of friends other than the person, as often as they are met, and different ones.
    pub entries: u64,
    pub different: u64,
}

impl Neighbourhood {
    pub fn of(graph: &impl Graph, person: u64) -> Neighbourhood {
        let friends = unique(graph, person);
        let mut met: Vec<u64> = Vec::new();
        for friend in &friends {
            met.extend(unique(graph, *friend).into_iter().filter(|other| *other != person));
        }
        let entries = met.len() as u64;
        met.sort_unstable();
        let mut links = 0;
        let mut different = 0;
        for run in met.chunk_by(|a, b| a == b) {
            different += 1;
            if friends.binary_search(&run[0]).is_ok() {
                links += run.len() as u64;
            }
        }
        Neighbourhood { friends: friends.len() as u64, links, entries, different }
    }

    /// Share of the pairs of friends who are friends; 0 with fewer than two.
    pub fn clustering(&self) -> f64 {
        if self.friends < 2 {
            0.0
        } else {
            self.links as f64 / (self.friends * (self.friends - 1)) as f64
        }
    }
}

/// The friends of a person, each once, in ascending order.
fn unique(graph: &impl Graph, person: u64) -> Vec<u64> {
    let mut friends = Vec::with_capacity(graph.degree(person) as usize);
    graph.each_friend(person, |friend| {
        if friend != person {
            friends.push(friend);
        }
    });
    friends.sort_unstable();
    friends.dedup();
    friends
}

/// Friends of friends that are looked at, in memory and elsewhere, where a friend takes fifty times
/// as long.
const WALKS: [f64; 2] = [1e8, 1e7];
/// Fewest people of whom a band tells.
const FEWEST: usize = 8;

/// Looks at the neighbourhoods of everybody, or of as many people chosen at random as there is time
/// for.
pub fn census(network: &Network, degrees: &Degrees, seed: u64, watch: &dyn Watch) -> Census {
    let people = network.people();
    let walks = degrees.sum(|k| k * degrees.of_a_friend()) / people as f64;
    let budget = WALKS[usize::from(network.list().is_none())];
    let wanted = ((budget / walks.max(1.0)) as u64).max(200);
    let everybody = wanted >= people;
    let count = if everybody { people } else { wanted };
    watch.announce(count);
    let coins = Coins::new(seed, "census");
    let one = |number: u64| {
        let person = if everybody { number } else { coins.draws(number).below(people) };
        let found = if watch.stopped() {
            Neighbourhood::default()
        } else {
            Neighbourhood::of(network, person)
        };
        watch.done(1);
        found
    };
    let mut found: Vec<Neighbourhood> = (0..count as usize)
        .into_par_iter()
        .with_max_len(256)
        .map(|number| one(number as u64))
        .collect();
    let known = |found: &[Neighbourhood], of: fn(&Neighbourhood) -> f64| {
        let values: Vec<f64> = found.iter().map(of).collect();
        let mean = crate::estimate::mean(&values);
        if everybody { Estimate::exact(mean) } else { Estimate::of(mean, &values, usize::MAX) }
    };
    let clustering = known(&found, Neighbourhood::clustering);
    found.sort_unstable_by_key(|person| person.friends);
    // Bands of people whose numbers of friends lie within a factor of two.
    let octaves = found.chunk_by(|a, b| a.friends.max(1).ilog2() == b.friends.max(1).ilog2());
    let band = |found: &[Neighbourhood]| DegreeBand {
        friends: [found[0].friends, found[found.len() - 1].friends],
        people: found.len(),
        mean: found.iter().map(|person| person.friends as f64).sum::<f64>() / found.len() as f64,
        clustering: known(found, Neighbourhood::clustering),
        entries: known(found, |person| person.entries as f64),
        different: known(found, |person| person.different as f64),
    };
    let bands =
        octaves.filter(|found| found.len() >= FEWEST && found[0].friends > 1).map(band).collect();
    Census { clustering, bands }
}
