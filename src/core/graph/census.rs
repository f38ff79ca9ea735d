//! What a network is like: numbers of friends, clustering, friends of friends, and how near a post
//! is to travelling without end.

use rayon::prelude::*;

use super::Graph;
use super::coins::Coins;
use super::feed::Feed;
use super::network::Network;
use crate::estimate::Estimate;
use crate::watch::Watch;

/// Numbers of friends, ascending, each with how many people have it.
#[derive(Clone, Debug, PartialEq)]
pub struct Degrees(Vec<(u64, u64)>);

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
        Degrees(rows)
    }

    pub fn rows(&self) -> &[(u64, u64)] {
        &self.0
    }

    fn sum(&self, of: impl Fn(f64) -> f64) -> f64 {
        self.0.iter().map(|(friends, people)| *people as f64 * of(*friends as f64)).sum()
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
        self.sum(|k| k * k) / self.sum(|k| k)
    }

    /// Further friends of a friend: `<k(k-1)>/<k>`.
    pub fn others(&self) -> f64 {
        self.of_a_friend() - 1.0
    }

    /// The number of friends below which a share of the people lies.
    pub fn quantile(&self, share: f64) -> u64 {
        let mut below = 0.0;
        let target = share * self.people();
        for (friends, people) in &self.0 {
            below += *people as f64;
            if below >= target {
                return *friends;
            }
        }
        self.0.last().map_or(0, |last| last.0)
    }

    /// The share of the people whom a post that is passed on without end reaches once it takes off:
    /// theta = s (1 - G1(1 - p theta)), S = 1 - G0(1 - p theta), the generating functions of the
    /// number of friends and of a friend's further friends. Zero below the danger line. Source:
    /// Newman, *Spread of epidemic disease on networks* (2002). Test:
    /// `graph::implicit::the_giant_component_is_as_large_as_theory_says`.
    pub fn outbreak(&self, feed: &Feed) -> f64 {
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
    /// Friendships among them.
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
        Neighbourhood { friends: friends.len() as u64, links: links / 2, entries, different }
    }

    /// Share of the pairs of friends who are friends; 0 with fewer than two.
    pub fn clustering(&self) -> f64 {
        if self.friends < 2 {
            0.0
        } else {
            2.0 * self.links as f64 / (self.friends * (self.friends - 1)) as f64
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
    let budget = WALKS[usize::from(network.loaded().is_none())];
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
