//! Whom to win first, so that most different people see one message: influence maximisation on any
//! network.
//!
//! The message starts from everybody who is won; a friend sees it with `visibility`, by a coin for
//! each pair of friends, whoever saw it passes it on with `reshare`, by a coin of his own, and
//! those who are won always do. Whoever is won, or given, is not counted among those whom it
//! reaches.
//!
//! | step | how | module |
//! |---|---|---|
//! | sets of people who could have told somebody | backwards through the coins | [`sets`] |
//! | a choice | those who hit most sets, one after the other | [`cover`] |
//! | what is proven of it | other sets judge it, a bound judges all others | [`bound`] |
//! | what it is worth | worlds that neither of them saw | [`spread`] |
//!
//! One half of the sets chooses, the other judges, and there are twice as many of both until the
//! lower limit of what the choice adds is a large enough share of the upper limit of what any could
//! add (OPIM-C: Tang, Tang, Xiao, Yuan 2018), each with its part of the doubt that is left. The
//! limits are those of binomial distributions, which are closer than the inequalities of that
//! paper, and the best choice is bounded by prices of the sets besides ([`dual`]). Among the
//! choices that are judged is always that of the people with most friends. Source of the model:
//! Kempe, Kleinberg, Tardos (2003). Test: `choose::what_is_proven_holds_on_two_hundred_seeds`.

pub mod bound;
pub mod cover;
pub mod dual;
pub mod listed;
pub mod people;
pub mod sets;
pub mod spread;
pub mod steps;
pub mod wish;
pub mod worth;

use bound::limits;
use cover::{By, Cover, Index, Limits, greedy};
use people::{Candidates, pays};
use sets::{Hits, Hunt, Sets};
use spread::{Trial, Until};
use steps::Steps;
use wish::{CONFIDENCE, Choice, End, FLOOR, Wish, Won};

use super::Graph;
use super::coins::Coins;
use super::network::Network;
use crate::watch::Watch;

/// Sets of the first round.
const FIRST: u64 = 1024;
/// Most sets of a round, and the number of rounds up to there.
const MOST: u64 = 1 << 26;
const ROUNDS: f64 = 17.0;
/// Most members of sets that are kept: each takes eight bytes.
const MEMBERS: u64 = 100_000_000;
/// People who are met in all sets at most, where somebody says how much is to be proven and else,
/// and so many as take little.
const STEPS: [u64; 2] = [3_000_000_000, 200_000_000];
const LITTLE: u64 = 1_000_000;
/// Members of sets that are looked at for a closer bound, where somebody says how much is to be
/// proven and else.
const LOOKS: [usize; 2] = [400_000_000, 20_000_000];
/// What is proven where it takes little, unless somebody says how much it has to be.
const ASIDE: f64 = 0.95;
/// A share of what is not proven yet that twice as many sets do not prove either: then hardly
/// anything of it is left to chance.
const HARDLY: f64 = 0.1;

/// Chooses whom to win; `wish.most` is at least one, and so many may be won.
pub fn choose(network: &Network, wish: &Wish, watch: &dyn Watch) -> Choice {
    compare(network, wish, Until::Chosen, watch)
}

/// The same until the others are known as well as it says.
pub fn compare(network: &Network, wish: &Wish, until: Until, watch: &dyn Watch) -> Choice {
    match network {
        Network::Loaded(graph) => until_known(graph.as_ref(), wish, until, watch),
        Network::Tied(graph) => until_known(graph.as_ref(), wish, until, watch),
        Network::Configuration(graph) => until_known(graph.as_ref(), wish, until, watch),
        Network::Blocks(graph) => until_known(graph, wish, until, watch),
    }
}

/// The choice on one kind of network.
pub fn on(graph: &impl Graph, wish: &Wish, watch: &dyn Watch) -> Choice {
    until_known(graph, wish, Until::Chosen, watch)
}

fn until_known(graph: &impl Graph, wish: &Wish, until: Until, watch: &dyn Watch) -> Choice {
    let steps = Steps::new(graph, &wish.feed);
    let candidates = Candidates::new(wish, graph.people());
    let hunt = Hunt::new(&steps, &candidates);
    let best_connected = candidates.best_connected(graph, twice(wish));
    let mut left = wish.prices.as_ref().map(|prices| prices.budget);
    let most_friends: Vec<u64> = best_connected
        .iter()
        .copied()
        .filter(|person| pays(wish, *person, &mut left))
        .take(wish.most as usize)
        .collect();
    let rounds = Rounds { hunt: &hunt, wish, best_connected: &best_connected, watch };
    let found = rounds.all(graph.people(), &most_friends);
    let trial = Trial {
        steps: &steps,
        candidates: &candidates,
        wish,
        chosen: &found.people,
        most_friends: &most_friends,
        until,
    };
    let tried = trial.run(watch);
    let won = found.people.iter().zip(&tried.gains).map(|(person, gain)| Won {
        person: *person,
        friends: graph.degree(*person),
        price: wish.prices.as_ref().and_then(|prices| prices.find(*person)),
        gain: *gain,
    });
    Choice {
        people: won.collect(),
        spread: tried.curve.last().copied().unwrap_or(tried.given),
        given: (!wish.given.is_empty()).then_some(tried.given),
        most_friends: tried.most_friends.0,
        random: tried.random.0,
        curve: tried.curve,
        most_friends_curve: tried.most_friends.1,
        random_curve: tried.random.1,
        ratio: found.ratio,
        sets: found.sets,
        worlds: tried.worlds,
        end: found.end,
    }
}

/// People with most friends of whom one needs to know: as many as are won, and as many in the
/// place of those who are won anyway. With prices everybody who has one.
fn twice(wish: &Wish) -> u64 {
    match &wish.prices {
        None => 2 * wish.most,
        Some(prices) => prices.of.len() as u64,
    }
}

/// What the rounds came to.
struct Found {
    people: Vec<u64>,
    ratio: f64,
    sets: u64,
    end: End,
}

struct Rounds<'a, G> {
    hunt: &'a Hunt<'a, G>,
    wish: &'a Wish,
    best_connected: &'a [u64],
    watch: &'a dyn Watch,
}

impl<G: Graph> Rounds<'_, G> {
    fn all(&self, people: u64, most_friends: &[u64]) -> Found {
        let mut sets = Sets::of(people);
        let (mut round, mut size, mut judged, mut before) = (0, FIRST, 0, 0.0);
        if self.wish.feed.visibility == 0.0 {
            // Nobody sees anything, whoever is won.
            return Found { people: most_friends.to_vec(), ratio: 1.0, sets: 0, end: End::Proven };
        }
        loop {
            let coins = |purpose| Coins::new(self.wish.seed, purpose);
            self.hunt.draw_up_to(&mut sets, [size, MEMBERS], coins("sets"), self.watch);
            let cover = self.chosen(&sets);
            let others = coins("other sets").of(round);
            let (is_other, ratio, steps) = self.judge(&cover, most_friends, sets.drawn, others);
            judged += steps;
            let work = sets.steps + judged;
            let end = if self.watch.stopped() {
                Some(End::Stopped)
            } else if ratio >= self.wish.ratio.unwrap_or(ASIDE)
                || (self.wish.ratio.is_none() && ratio >= FLOOR && 2 * work > LITTLE)
            {
                Some(End::Proven)
            } else if round > 5 && ratio > FLOOR && ratio - before < HARDLY * (1.0 - ratio) {
                Some(End::Settled)
            } else if 2 * sets.members.len() as u64 > MEMBERS {
                Some(End::Memory)
            } else if 2 * work > STEPS[usize::from(self.wish.ratio.is_none())] || size >= MOST {
                Some(End::Work)
            } else {
                None
            };
            if let Some(end) = end {
                let is_other = is_other || cover.people.is_empty();
                let people = if is_other { most_friends.to_vec() } else { cover.people };
                return Found { people, ratio, sets: sets.drawn, end };
            }
            (before, size, round) = (ratio, 2 * size, round + 1);
        }
    }

    /// Whom the sets choose. With prices by what each adds for its price, or by what each adds
    /// alone, whichever comes further: the best one alone is the first of the latter (Khuller,
    /// Moss, Naor 1999).
    fn chosen(&self, sets: &Sets) -> Cover {
        let index = Index::of(sets);
        let most = self.wish.most as usize;
        let Some(prices) = &self.wish.prices else {
            let mut cover = greedy(sets, &index, &Limits { most, prices: None }, By::Gain);
            let looks = LOOKS[usize::from(self.wish.ratio.is_none())];
            cover.best = cover.best.min(dual::bound(sets, &index, &cover, most, looks));
            self.fill(&mut cover.people);
            return cover;
        };
        let price = |person: u64| prices.find(person).unwrap_or(f64::INFINITY);
        let limits = Limits { most, prices: Some((&price, prices.budget)) };
        let by = |by| greedy(sets, &index, &limits, by);
        let (thrifty, plain) = (by(By::GainPerPrice), by(By::Gain));
        let best = thrifty.best.min(plain.best);
        let better = if plain.value > thrifty.value { plain } else { thrifty };
        Cover { best, ..better }
    }

    /// Fills up with the people who have most friends: of the others no set tells.
    fn fill(&self, people: &mut Vec<u64>) {
        let mut chosen = people.clone();
        chosen.sort_unstable();
        let most = self.wish.most as usize;
        let others =
            self.best_connected.iter().filter(|person| chosen.binary_search(person).is_err());
        people.extend(others.take(most - people.len().min(most)));
    }

    /// Judges a choice and the people with most friends by other sets: whether those are better,
    /// what share of the best possible is proven of the better one, and people met.
    fn judge(
        &self,
        cover: &Cover,
        most_friends: &[u64],
        count: u64,
        coins: Coins,
    ) -> (bool, f64, u64) {
        let found = self.hunt.judge(count, [&cover.people, most_friends], coins, self.watch);
        let Hits { hits, lost, steps } = found;
        let net = |rival: usize| hits[rival] as f64 - lost[rival] as f64;
        let better = usize::from(net(1) > net(0));
        // The doubt of a round: half of it for the best, the other half for both rivals.
        let doubt = (1.0 - CONFIDENCE) / ROUNDS;
        let draws = count as f64;
        let [_, best] = limits(cover.best, draws, doubt / 2.0);
        let is_given = !self.wish.given.is_empty();
        let each = doubt / if is_given { 8.0 } else { 4.0 };
        let [least, _] = limits(hits[better] as f64, draws, each);
        let [_, most_lost] =
            if is_given { limits(lost[better] as f64, draws, each) } else { [0.0; 2] };
        (better == 1, ((least - most_lost) / best).clamp(0.0, 1.0), steps)
    }
}
