//! From one person back to everybody whose posts may come to him.
//!
//! At depth 2 at most, a post of u comes to v with the chance r = 1 - (1-p)^a (1 - s p^2)^c, where
//! a says whether they are friends and c counts their common friends: each of those sees the post,
//! passes it on and is seen, by coins of his own. So triangles are in it exactly. What v sees of
//! all writers is a sum of independent numbers, and the logarithms of their generating functions
//! add up.

use super::Graph;
use super::asked::Writers;
use super::coins::Draws;
use super::counts::{Counts, MOST, Series, exp};
use super::feed::Feed;
use super::followers::Crowd;

/// Common friends up to which the series are kept.
const KEPT: usize = 64;
/// Ways to friends of friends that are looked at for each person of a sample.
const WAYS: u64 = 16;
/// People up to which common friends are counted in an array with a place for everybody.
const ARRAY: u64 = 1 << 26;

/// What everybody is asked: what he sees of these writers in this feed.
pub struct Look<'a, G> {
    pub graph: &'a G,
    pub feed: Feed,
    pub crowd: &'a Crowd,
    pub writers: Writers,
    /// Series of the posts of a friend, one for each class of activity.
    direct: Vec<Series>,
    /// Series of the posts of somebody with so many common friends: of strangers, then of friends.
    kept: [Vec<Series>; 2],
}

/// Working memory, used for one person after the other.
#[derive(Default)]
pub struct Work {
    /// Friends of the person looked at last who may write.
    pub near: u64,
    friends: Vec<u64>,
    /// How often everybody was met, by his place, and who was met.
    met: Vec<u32>,
    touched: Vec<u64>,
}

impl<'a, G: Graph> Look<'a, G> {
    pub fn new(graph: &'a G, feed: Feed, crowd: &'a Crowd, writers: Writers) -> Look<'a, G> {
        let direct = feed.levels().into_iter().map(|seen| writers.seen(seen)).collect();
        let mut look = Look { graph, feed, crowd, writers, direct, kept: [Vec::new(), Vec::new()] };
        if feed.depth() > 1 {
            look.kept = [false, true].map(|are_friends| {
                (0..KEPT as u64).map(|common| look.series(are_friends, common)).collect()
            });
        }
        look
    }

    /// The chance that a post comes at depth 2 at most: r = 1 - (1-p)^a (1 - s p^2)^c.
    fn chance(&self, are_friends: bool, common: u64) -> f64 {
        let direct = if are_friends { libm::log1p(-self.feed.visibility) } else { 0.0 };
        -libm::expm1(direct + common as f64 * libm::log1p(-self.feed.through()))
    }

    /// The logarithm of the generating function of somebody's posts that come.
    fn series(&self, are_friends: bool, common: u64) -> Series {
        let kept = self.kept[usize::from(are_friends)].get(common as usize);
        kept.copied().unwrap_or_else(|| self.writers.seen(self.chance(are_friends, common)))
    }

    /// What a person sees of everybody, exactly: at depth 1 with any activity, at depth 2 if all
    /// are alike.
    pub fn exact(&self, person: u64, work: &mut Work) -> Counts {
        if self.graph.is_weighted() {
            return self.weighted(person, work);
        }
        let friends = self.friends(person, work);
        work.near = friends as u64;
        if self.feed.depth() == 1 {
            return self.counts(person, friends, None);
        }
        let is_member = |other: u64| self.is_member(other);
        // Independent writers: the logarithms add up, and so do the chances of a view.
        let (mut sum, mut views) = ([0.0; MOST], 0.0);
        let mut tell = |are_friends: bool, common: u64| {
            add(&mut sum, &self.series(are_friends, common), 1.0);
            views += self.chance(are_friends, common);
        };
        // Every way over a friend is walked; how often somebody is met is how many common friends
        // there are. In a small network that is counted by person, in a large one by sorting all
        // who were met.
        let listed = std::mem::take(&mut work.friends);
        if self.graph.people() <= ARRAY {
            work.met.resize(self.graph.people() as usize, 0);
        }
        for friend in &listed {
            self.graph.each_source(*friend, |other| {
                if other != person && is_member(other) {
                    if work.met.is_empty() {
                        work.touched.push(other);
                    } else {
                        if work.met[other as usize] == 0 {
                            work.touched.push(other);
                        }
                        work.met[other as usize] += 1;
                    }
                }
            });
        }
        // Friends who know each other are met as friends of friends too; those who are met by
        // nobody are told behind them.
        let mut met_friends = 0;
        if work.met.is_empty() {
            work.touched.sort_unstable();
            for run in work.touched.chunk_by(|a, b| a == b) {
                let are_friends = listed.binary_search(&run[0]).is_ok();
                met_friends += u64::from(are_friends);
                tell(are_friends, run.len() as u64);
            }
        } else {
            for other in &work.touched {
                let are_friends = listed.binary_search(other).is_ok();
                met_friends += u64::from(are_friends);
                tell(are_friends, u64::from(std::mem::take(&mut work.met[*other as usize])));
            }
        }
        work.touched.clear();
        let alone = friends - met_friends as f64;
        add(&mut sum, &self.series(true, 0), alone);
        views += alone * self.feed.visibility;
        work.friends = listed;
        self.counts(person, friends, Some((sum, views)))
    }

    fn is_member(&self, other: u64) -> bool {
        match self.crowd {
            Crowd::Members(members) => members.find(other).is_some(),
            Crowd::Everybody | Crowd::Random(_) => true,
        }
    }

    /// The same over ties with chances of their own: every way has its chance, and those of a
    /// writer are put together.
    fn weighted(&self, person: u64, work: &mut Work) -> Counts {
        let (graph, feed) = (self.graph, &self.feed);
        // Writers, each with the logarithm of the chance that one of the ways is not open.
        let mut ways: Vec<(u64, f64)> = Vec::new();
        let (mut first, mut views) = ([0.0; MOST], [0.0; 2]);
        let further = if feed.depth() > 1 { feed.reshare } else { 0.0 };
        work.near = 0;
        for place in 0..graph.sources(person) {
            let source = graph.source(person, place);
            let seen = feed.over(graph.source_weight(person, place));
            if self.is_member(source) {
                work.near += 1;
                ways.push((source, libm::log1p(-seen)));
                add(&mut first, &self.writers.seen(seen), 1.0);
                views[0] += seen;
            }
            for place in 0..if further > 0.0 { graph.sources(source) } else { 0 } {
                let other = graph.source(source, place);
                if other != person && self.is_member(other) {
                    let through = feed.over(graph.source_weight(source, place));
                    ways.push((other, libm::log1p(-further * seen * through)));
                }
            }
        }
        ways.sort_unstable_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
        let mut sum = [0.0; MOST];
        for run in ways.chunk_by(|a, b| a.0 == b.0) {
            let seen = -libm::expm1(run.iter().map(|(_, missed)| missed).sum::<f64>());
            add(&mut sum, &self.writers.seen(seen), 1.0);
            views[1] += seen;
        }
        let mean = self.writers.mean();
        Counts::of(
            views.map(|views| mean * views),
            exp(&first)[0],
            &exp(&sum),
            self.follows(person),
        )
    }

    /// What a person sees of everybody, estimated from a few of the ways to friends of friends, for
    /// a graph too large for all of them, where everybody is a follower with the same chance.
    ///
    /// Each person is on as many ways as there are common friends, so a way counts one in so many.
    /// What is estimated is only how much several ways to one person overlap, which is little.
    pub fn sampled(&self, person: u64, work: &mut Work, draws: &mut Draws) -> Counts {
        let friends = self.friends(person, work);
        if self.feed.depth() == 1 {
            return self.counts(person, friends, None);
        }
        // Ways before those over each friend: one for each of his friendships but the one that led
        // to him.
        let listed = &work.friends;
        let mut before = Vec::with_capacity(listed.len());
        let mut all = 0;
        for friend in listed {
            before.push(all);
            all += self.graph.degree(*friend).saturating_sub(1);
        }
        let direct = self.series(true, 0);
        let (mut sum, mut views, mut looked) = ([0.0; MOST], 0.0, 0);
        for way in 0..if all == 0 { 0 } else { WAYS } {
            // One way from each of equal parts of all of them.
            let at = ((way as f64 + draws.uniform()) / WAYS as f64 * all as f64) as u64;
            let through = listed[before.partition_point(|first| *first <= at) - 1];
            let other = self.graph.friend(through, draws.below(self.graph.degree(through)));
            if other == person || other == through {
                continue;
            }
            let mut common = 0;
            self.graph.each_friend(other, |third| {
                common += u64::from(third != other && listed.binary_search(&third).is_ok());
            });
            let are_friends = listed.binary_search(&other).is_ok();
            // A pair may be friends twice in a graph that is drawn; then it was met by one way all
            // the same.
            let share = 1.0 / common.max(1) as f64;
            add(&mut sum, &self.series(are_friends, common), share);
            views += share * self.chance(are_friends, common);
            // All friends are counted below as if they were not met on the way.
            if are_friends {
                add(&mut sum, &direct, -share);
                views -= share * self.feed.visibility;
            }
            looked += 1;
        }
        // From the ways looked at to all of them, and the friends themselves.
        let scale = if looked == 0 { 0.0 } else { all as f64 / f64::from(looked) };
        let mut sum = sum.map(|number| scale * number);
        add(&mut sum, &direct, friends);
        self.counts(person, friends, Some((sum, scale * views + friends * self.feed.visibility)))
    }

    /// Lists the friends of a person in ascending order; returns how many of them may write.
    fn friends(&self, person: u64, work: &mut Work) -> f64 {
        let is_listed = self.feed.depth() > 1;
        work.friends.clear();
        if !is_listed && !matches!(self.crowd, Crowd::Members(_)) {
            return self.graph.sources(person) as f64;
        }
        self.graph.each_source(person, |friend| {
            if friend != person {
                work.friends.push(friend);
            }
        });
        work.friends.sort_unstable();
        match self.crowd {
            Crowd::Members(members) => {
                work.friends.iter().filter(|friend| members.find(**friend).is_some()).count() as f64
            }
            _ => work.friends.len() as f64,
        }
    }

    /// The chance that somebody follows the brand.
    fn follows(&self, person: u64) -> f64 {
        match self.crowd {
            Crowd::Members(_) => self.crowd.chance(person, self.graph.people()),
            _ => self.writers.chance,
        }
    }

    /// The counts of a person with so many friends who may write, from the series and the views of
    /// everybody within two steps, where posts go so far.
    fn counts(&self, person: u64, friends: f64, further: Option<(Series, f64)>) -> Counts {
        let (mut chances, levels) = ([0.0; MOST], self.direct.len() as f64);
        // At depth 1 the mean over the classes of activity, each with as many alike writers as
        // friends.
        for level in &self.direct {
            let seen = exp(&level.map(|number| friends * number));
            add(&mut chances, &seen, 1.0 / levels);
        }
        let unseen = chances[0];
        let mean = self.writers.mean();
        let first = mean * friends * self.feed.visibility;
        let follows = self.follows(person);
        match further {
            None => Counts::of([first; 2], unseen, &chances, follows),
            Some((sum, views)) => Counts::of([first, mean * views], unseen, &exp(&sum), follows),
        }
    }
}

/// Adds so many times a series.
fn add(sum: &mut Series, series: &Series, times: f64) {
    for (sum, number) in sum.iter_mut().zip(series) {
        *sum += times * number;
    }
}
