//! A second implementation of the model, as plain as it can be: one loop over weeks and one over
//! communities, every step a draw of `rand_distr`, every share of members an integral by the
//! trapezoid rule. It shares no code with the engine and knows nothing of streams, blocks, bounds
//! or lanes; `plain_agrees` compares the two. Beside it stands a [town](town), for reach alone.

pub mod town;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use rand::Rng;
use rand::rngs::StdRng;
use rand_distr::{Binomial, Distribution, Gamma, Poisson};

/// Every fixed number of a scenario by its key; those of a community without `community.<id>.`.
pub struct Plain {
    pub weeks: usize,
    pub general: BTreeMap<String, f64>,
    pub communities: Vec<BTreeMap<String, f64>>,
    /// Share, asks, friends, negative, answers.
    pub roles: Vec<[f64; 5]>,
    /// Community or all, first week, weeks; question lift, posts a week, followers, budget; share
    /// points that praise and that complain, people of a partner who come over.
    pub campaigns: Vec<(Option<usize>, usize, usize, [f64; 7])>,
    /// First week, community or the whole, key, number from then on; in the order of the weeks.
    pub changes: Vec<(usize, Option<usize>, String, f64)>,
}

/// The numbers of a week: of the whole, and of each community.
struct Numbers {
    general: BTreeMap<String, f64>,
    communities: Vec<BTreeMap<String, f64>>,
}

impl Plain {
    fn at(&self, week: usize) -> Numbers {
        let (mut general, mut communities) = (self.general.clone(), self.communities.clone());
        for (from, place, key, value) in &self.changes {
            // Setting up is paid for in the week itself.
            let is_now = if key == "cost.setup" { *from == week } else { *from <= week };
            if is_now {
                let numbers = place.map_or(&mut general, |place| &mut communities[place]);
                numbers.insert(key.clone(), *value);
            }
        }
        Numbers { general, communities }
    }

    /// The first week of a community.
    fn opens(&self, place: usize) -> usize {
        self.communities[place].get("opens_at_week").map_or(0, |week| *week as usize)
    }
}

/// A value, or a ratio; no value where something never happens.
#[derive(Clone, Copy, Debug)]
pub enum Measured {
    Plain(f64),
    Ratio(f64, f64),
}

/// Sums over the horizon, by name.
type Sums = BTreeMap<&'static str, f64>;

/// What one community remembers from week to week.
#[derive(Clone, Default)]
struct Memory {
    followers: f64,
    gained: f64,
    backlog: f64,
    messages: f64,
    askers: f64,
    first: f64,
    prospects: f64,
    /// Stories, contacts and impressions so far: questions, reviews, reactions.
    routes: [[f64; 3]; 3],
    most_second: f64,
    most_three: f64,
    most_first: f64,
}

fn binomial(rng: &mut StdRng, n: f64, p: f64) -> f64 {
    let (n, p) = (n.round().max(0.0) as u64, p.clamp(0.0, 1.0));
    Binomial::new(n, p).expect("a share").sample(rng) as f64
}

fn poisson(rng: &mut StdRng, mean: f64) -> f64 {
    if mean > 0.0 { Poisson::new(mean).expect("a mean").sample(rng) } else { 0.0 }
}

fn gamma(rng: &mut StdRng, shape: f64, mean: f64) -> f64 {
    match (shape > 0.0 && mean > 0.0, shape.is_finite()) {
        (false, _) => 0.0,
        (true, false) => mean,
        (true, true) => Gamma::new(shape, mean / shape).expect("a gamma").sample(rng),
    }
}

fn halved(wait: f64, half_life: f64) -> f64 {
    1.0 / (1.0 + wait * 2.0_f64.ln() / half_life)
}

fn reached(pool: f64, hits: f64, k: f64) -> f64 {
    if pool > 0.0 { pool * (1.0 - (1.0 + hits / (k * pool)).powf(-k)) } else { 0.0 }
}

/// Between the nodes of the trapezoid rule.
const STEP: f64 = 0.2;

/// The nodes t, each with p, ln p and ln(1-p). Before the first one no chance is above 1e-17.
static NODES: LazyLock<Vec<[f64; 4]>> = LazyLock::new(|| {
    let node = |i: i32| {
        let t = f64::from(i) * STEP;
        let ln_q = if t > 700.0 { -t } else { -t.exp().ln_1p() };
        let ln_p = -(-t).exp().ln_1p();
        [t, ln_p.exp(), ln_p, ln_q]
    };
    (-200..=1500).map(node).collect()
});

/// Of a member's stories, q a member of heterogeneity k and a share w seen with correlation rho:
/// the chances that a friend saw any, exactly one, exactly two. In t = ln(p/(1-p)) a beta density
/// is p^a (1-p)^b, and the trapezoid rule is all but exact.
fn seen(q: f64, w: f64, rho: f64, k: f64) -> [f64; 3] {
    let (a, b) = (w * (1.0 / rho - 1.0), (1.0 - w) * (1.0 / rho - 1.0));
    let ln_beta = libm::lgamma(a) + libm::lgamma(b) - libm::lgamma(a + b);
    let mut sums = [0.0; 3];
    for &[t, p, ln_p, ln_q] in NODES.iter() {
        let ln_weight = a * ln_p + b * ln_q - ln_beta;
        // From here on the density only falls, and the values stay below 1.
        if t > 0.0 && ln_weight < -60.0 {
            break;
        }
        let weight = ln_weight.exp() * STEP;
        let mean = q * p;
        let none = (1.0 + mean / k).powf(-k);
        let one = none * mean / (1.0 + mean / k);
        let two = one * (mean * (k + 1.0) / k) / (1.0 + mean / k) / 2.0;
        for (sum, value) in sums.iter_mut().zip([1.0 - none, one, two]) {
            *sum += weight * value;
        }
    }
    sums
}

/// Largest first; each adds what it does not share, within the bounds of Frechet, Dawson and
/// Sankoff, and Kwerel.
fn union(sizes: &[f64], shared: &dyn Fn(usize, usize) -> f64, market: f64) -> f64 {
    let mut order: Vec<usize> = (0..sizes.len()).filter(|i| sizes[*i] > 0.0).collect();
    order.sort_by(|a, b| sizes[*b].partial_cmp(&sizes[*a]).expect("sizes are numbers"));
    let overlap = |i: usize, j: usize| shared(i, j).min(sizes[i]).min(sizes[j]);
    let n = order.len() as f64;
    let (mut all, mut s1, mut s2) = (0.0, 0.0, 0.0);
    for (place, &j) in order.iter().enumerate() {
        let mut new = sizes[j];
        for &i in &order[..place] {
            new *= 1.0 - overlap(i, j) / sizes[j];
            s2 += overlap(i, j);
        }
        all += new;
        s1 += sizes[j];
    }
    if order.len() < 3 {
        return all.min(market);
    }
    let m = 1.0 + (2.0 * s2 / s1).floor();
    let least = (2.0 * s1 / (m + 1.0) - 2.0 * s2 / (m * (m + 1.0))).max(sizes[order[0]]);
    all.max(least).min(s1 - 2.0 * s2 / n).min(s1).min(market)
}

fn largest_remainder(total: f64, weights: &[f64]) -> Vec<f64> {
    let all: f64 = weights.iter().sum();
    if all == 0.0 {
        return vec![0.0; weights.len()];
    }
    let quotas: Vec<f64> = weights.iter().map(|weight| total * weight / all).collect();
    let mut parts: Vec<f64> = quotas.iter().map(|quota| quota.floor()).collect();
    while parts.iter().sum::<f64>() < total - 0.5 {
        let next = (0..parts.len()).max_by(|&i, &j| {
            (quotas[i] - parts[i]).partial_cmp(&(quotas[j] - parts[j])).expect("numbers")
        });
        parts[next.expect("a community")] += 1.0;
    }
    parts
}

/// One future: every metric by its id, of all communities together.
#[allow(clippy::too_many_lines)]
pub fn simulate(plain: &Plain, rng: &mut StdRng) -> BTreeMap<&'static str, Measured> {
    let c = |place: usize, key: &str| plain.communities[place][key];
    let (places, weeks) = (0..plain.communities.len(), plain.weeks);
    let start: f64 = places.clone().map(|i| c(i, "followers")).sum();
    let discount = 1.0 + plain.general["cost.discount"];
    let earn = plain
        .general
        .get("value.months_to_earn")
        .map_or(1, |months| (months * 52.0 / 12.0).round().max(1.0) as usize);
    let begins = places.clone().map(|i| plain.opens(i)).min().unwrap_or(0);

    let mut sums = Sums::new();
    let mut memory: Vec<Memory> = places
        .clone()
        .map(|i| Memory {
            followers: if plain.opens(i) == 0 { c(i, "followers") } else { 0.0 },
            ..Memory::default()
        })
        .collect();
    let (mut cash_now, mut margins) = (vec![0.0; weeks], vec![0.0; weeks]);
    let roles = if plain.roles.is_empty() { vec![[1.0; 5]] } else { plain.roles.clone() };
    for t in 0..weeks {
        let numbers = plain.at(t);
        let g = |key: &str| *numbers.general.get(key).unwrap_or_else(|| panic!("no {key}"));
        let maybe = |key: &str| numbers.general.get(key).copied();
        let c = |place: usize, key: &str| {
            *numbers.communities[place].get(key).unwrap_or_else(|| panic!("no {key}"))
        };
        let weighted = |of: &dyn Fn(&[f64; 5]) -> f64| {
            roles.iter().map(|role| role[0] * of(role)).sum::<f64>()
        };
        let (asks, friends_of_all) = (weighted(&|r| r[1]), weighted(&|r| r[2]));
        let friends_of_askers = weighted(&|r| r[1] * r[2]) / (asks * friends_of_all);
        let peers = (g("support.peers") * weighted(&|r| r[4])).min(1.0);
        let or_none = |key: &str| maybe(key).unwrap_or(0.0);
        let paid = maybe("support.people")
            .map_or_else(|| g("support.hours_per_week"), |p| p * g("support.hours_per_person"));
        let wages = match (maybe("support.people"), maybe("support.salary_per_month")) {
            (Some(people), Some(salary)) => people * salary * 12.0 / 52.0,
            _ => paid * g("support.wage"),
        };
        let team_hours = paid * (1.0 - or_none("support.other_work"));
        let per_week = team_hours * 60.0 / g("support.minutes_per_answer");
        let (escalated, longer) =
            (or_none("support.escalated"), or_none("support.escalation_hours"));
        let own = |i: usize, key: &str| numbers.communities[i].get(key).copied().unwrap_or(0.0);
        let margin = maybe("value.margin_per_customer");
        if t < begins {
            continue;
        }
        for i in places.clone().filter(|i| t > 0 && plain.opens(*i) == t) {
            memory[i].followers = c(i, "followers");
        }
        let is_open = |i: usize| plain.opens(i) <= t;
        let mut add = |name: &'static str, value: f64| *sums.entry(name).or_insert(0.0) += value;
        let running = |i: usize| {
            plain.campaigns.iter().filter(move |(of, from, long, _)| {
                of.is_none_or(|of| of == i) && (*from..from + long).contains(&t)
            })
        };
        // Members write, and members answer.
        let (mut messages, mut by_peers, mut crisis) = (Vec::new(), Vec::new(), Vec::new());
        let mut hidden = Vec::new();
        for i in places.clone() {
            if !is_open(i) {
                crisis.push(false);
                messages.push(0.0);
                hidden.push(0.0);
                by_peers.push(0.0);
                continue;
            }
            crisis.push(rng.random_bool_of((c(i, "questions.crises_per_year") / 52.0).min(1.0)));
            let lift: f64 = running(i).map(|campaign| campaign.3[0]).product();
            let size = if crisis[i] { c(i, "questions.crisis_size") } else { 1.0 };
            let mean = c(i, "questions.per_year") / 52.0 * memory[i].followers / c(i, "followers")
                * (1.0 + c(i, "questions.growth")).powf((t - plain.opens(i)) as f64 / 52.0)
                * lift
                * size;
            let dispersion = c(i, "questions.dispersion");
            let mean = if dispersion > 0.0 { gamma(rng, 1.0 / dispersion, mean) } else { mean };
            messages.push(poisson(rng, mean));
            hidden.push(binomial(rng, messages[i], own(i, "questions.private")));
            let since = (t - plain.opens(i) + 1) as f64;
            let ramp = or_none("support.peers_ramp_weeks");
            let ramped = if ramp > 0.0 { (since / ramp).min(1.0) } else { 1.0 };
            by_peers.push(binomial(rng, messages[i] - hidden[i], peers * ramped));
        }
        // The team answers.
        let waits: Vec<f64> =
            places.clone().map(|i| memory[i].backlog + messages[i] - by_peers[i]).collect();
        let open: f64 = waits.iter().sum();
        let capacity = (per_week * (t + 1) as f64).floor() - (per_week * t as f64).floor();
        let posts_of = |i: usize| {
            c(i, "posts.per_week") + running(i).map(|campaign| campaign.3[1]).sum::<f64>()
        };
        let writing: f64 = places
            .clone()
            .filter(|i| is_open(*i))
            .map(|i| posts_of(i) * own(i, "posts.hours"))
            .sum();
        let taken = (writing * 60.0 / g("support.minutes_per_answer")).floor();
        let answered = open.min((capacity - taken).max(0.0));
        let by_staff =
            if answered == open { waits.clone() } else { largest_remainder(answered, &waits) };
        let left: Vec<f64> = places.clone().map(|i| waits[i] - by_staff[i]).collect();
        let quitters = binomial(rng, open - answered, g("support.give_up"));
        let quit = largest_remainder(quitters, &left);
        let before: f64 = memory.iter().map(|memory| memory.backlog).sum();
        let after = open - answered - quitters;
        let staff_hours = (g("support.base_hours")
            + or_none("closed_hours")
            + if before + after > 0.0 { 168.0 * (before + after) / (2.0 * per_week) } else { 0.0 })
        .min(168.0 * weeks as f64);
        let active_now: f64 = places
            .clone()
            .map(|i| memory[i].followers * (1.0 - c(i, "bots")) * c(i, "active"))
            .sum();
        let mut now = -wages;
        add("cost_team", wages);
        add("team_hours", team_hours);
        let fixed = (g("cost.tools_per_month") + g("cost.manager_per_month")) * 12.0 / 52.0
            + if t == begins || plain.changes.iter().any(|c| c.0 == t && c.2 == "cost.setup") {
                g("cost.setup")
            } else {
                0.0
            };
        add("cost_fixed", fixed);
        now -= fixed;
        if let Some(saving) = maybe("hires.saving") {
            let saved = poisson(rng, g("hires.per_year") / 52.0) * saving;
            add("value_recruiting", saved);
            now += saved;
        }
        if let Some(value) =
            maybe("polls.value").filter(|_| active_now * g("polls.response") >= g("polls.needed"))
        {
            add("value_research", g("polls.per_year") / 52.0 * value);
            now += g("polls.per_year") / 52.0 * value;
        }
        add("poll_answers", active_now * g("polls.response") / weeks as f64);
        let mut later = 0.0;
        for i in places.clone().filter(|i| is_open(*i)) {
            let c = |key: &str| c(i, key);
            let (followers, m) = (memory[i].followers, messages[i]);
            let humans = followers * (1.0 - c("bots"));
            let active = humans * c("active");
            let answers = by_peers[i] + by_staff[i];
            let open = memory[i].backlog + m;
            let alpha = if open > 0.0 { answers / open } else { 1.0 };
            let kept = |half_life: f64, grace: f64| {
                let wait = |hours: f64| (hours - grace).max(0.0);
                if answers == 0.0 {
                    return 0.0;
                }
                (by_peers[i] * halved(wait(g("support.peer_hours")), half_life)
                    + by_staff[i] * (1.0 - escalated) * halved(wait(staff_hours), half_life)
                    + by_staff[i] * escalated * halved(wait(staff_hours + longer), half_life))
                    / answers
            };
            let soon = |hours: f64| {
                let share = |wait: f64| 1.0 - (-hours / wait).exp();
                by_peers[i] * share(g("support.peer_hours"))
                    + by_staff[i] * (1.0 - escalated) * share(staff_hours)
                    + by_staff[i] * escalated * share(staff_hours + longer)
            };
            let more = |what: usize| running(i).map(|campaign| campaign.3[what]).sum::<f64>();
            let negative = (c("sentiment.negative") + more(5)).clamp(0.0, 1.0);
            let positive = (c("sentiment.positive") + more(4)).clamp(0.0, 1.0);
            // Tone: messages split over the roles, each with complaints of its own.
            let (mut complaints, mut rest, mut chance) = (0.0, m, 1.0);
            for role in &roles {
                let share = role[0] * role[1] / asks;
                let of_role =
                    binomial(rng, rest, if chance > 1e-12 { share / chance } else { 1.0 });
                (rest, chance) = (rest - of_role, chance - share);
                let worse = if crisis[i] { c("questions.crisis_negative") } else { 1.0 };
                complaints += binomial(rng, of_role, (negative * role[3] * worse).min(1.0));
            }
            let won_back = binomial(
                rng,
                complaints,
                g("support.recovery") * alpha * kept(g("support.half_life_hours"), 0.0),
            );
            let praise = binomial(rng, m - complaints, (positive / (1.0 - negative)).min(1.0));
            // First order.
            let (posts, public) = (posts_of(i), m - hidden[i]);
            let reviews = poisson(rng, c("reviews.per_year") / 52.0 * followers / c("followers"));
            let reposted = own(i, "reviews.reposted");
            let reposts = binomial(rng, reviews, reposted);
            let shown = posts + reposts;
            let of_mix = |number: &dyn Fn(&str) -> f64, what: &str| {
                let of = |kind: &str| g(&format!("content.{kind}_{what}"));
                let weights = [of("branded"), of("helpful"), of("emotional")];
                let mean = |mix: [f64; 3]| {
                    mix.iter().zip(weights).map(|(share, weight)| share * weight).sum::<f64>()
                };
                let mix = ["posts.branded", "posts.helpful", "posts.emotional"];
                // Cases of members that the page shows are helpful posts among its own.
                let usual = number("posts.per_week");
                let cases = number("reviews.per_year") / 52.0 * reposted;
                let [branded, helpful, emotional] = mix.map(number);
                let mixed = [branded * usual, helpful * usual + cases, emotional * usual];
                let all = usual + cases;
                let mixed = if all > 0.0 { mixed.map(|kind| kind / all) } else { mix.map(number) };
                mean(mixed) / mean([0.3, 0.35, 0.35])
            };
            let kinds = |what: &str| of_mix(&c, what);
            let reach =
                |posts: f64| c("posts.reach") * (posts.max(1.0) / 7.0).powf(-c("posts.fatigue"));
            let react = (c("posts.engagement") * kinds("weight")).min(1.0);
            let quality =
                if shown > 0.0 { gamma(rng, shown / c("posts.spread").powi(2), 1.0) } else { 0.0 };
            let first = binomial(rng, shown * humans, (reach(shown) * quality).min(1.0));
            let reactions = binomial(rng, first, react);
            let views = poisson(rng, public * active.min(c("posts.thread_readers")));
            // Second order.
            let friends = c("friends.mean") * (1.0 + c("friends.growth")).powf(t as f64 / 52.0);
            let k = 1.0 / c("friends.cv").powi(2);
            let at_start = c("followers") * (1.0 - c("bots")) * c("active");
            // At the rates of the beginning, whatever changes later.
            let b = |key: &str| plain.communities[i].get(key).copied().unwrap_or(0.0);
            let repeated = |per_week: f64, skew: f64| {
                let all = per_week * (weeks - plain.opens(i)) as f64;
                let q = all / at_start;
                (1.0 + q + q / skew).min(all.max(1.0))
            };
            let at_first = b("posts.per_week") + b("reviews.per_year") / 52.0 * reposted;
            let usual = at_first
                * c("followers")
                * (1.0 - c("bots"))
                * reach(at_first).min(1.0)
                * (b("posts.engagement") * of_mix(&b, "weight")).min(1.0);
            let routes = [
                (
                    public,
                    friends * friends_of_askers,
                    repeated(
                        b("questions.per_year") / 52.0 * (1.0 - b("questions.private")),
                        c("questions.asker_skew"),
                    ),
                    c("feed.visibility"),
                ),
                (
                    reviews + reposts,
                    friends,
                    repeated(
                        c("reviews.per_year") / 52.0 * (1.0 + reposted),
                        c("questions.asker_skew"),
                    ),
                    c("reviews.visibility"),
                ),
                (
                    reactions,
                    friends,
                    repeated(usual, c("posts.skew")),
                    c("feed.engagement_visibility"),
                ),
            ];
            let mut seen_by = [0.0; 3];
            for (place, (stories, friends, c, visibility)) in routes.into_iter().enumerate() {
                // What nobody shows is no story.
                if place < 2 || visibility > 0.0 {
                    let contacts = gamma(rng, k * stories / c, stories * friends).round();
                    seen_by[place] = binomial(rng, contacts, visibility);
                    for (sum, value) in
                        memory[i].routes[place].iter_mut().zip([stories, contacts, seen_by[place]])
                    {
                        *sum += value;
                    }
                    add("potential_contacts", contacts);
                    add(
                        ["potential_questions", "contacts of reviews", "contacts of reactions"]
                            [place],
                        contacts,
                    );
                }
                add(
                    ["impressions_questions", "impressions_reviews", "impressions_reactions"]
                        [place],
                    seen_by[place],
                );
            }
            let outside = 1.0 - c("feed.insiders");
            let (mut before, mut passed_on) = (seen_by.iter().sum::<f64>(), 0.0);
            for _ in 1..c("feed.depth") as usize {
                let stories = binomial(rng, before, c("feed.reshare"));
                let contacts = gamma(
                    rng,
                    (k + 1.0) * stories,
                    stories * friends * (1.0 + c("friends.cv").powi(2)),
                )
                .round();
                before = binomial(rng, contacts, c("feed.visibility"));
                passed_on += binomial(rng, before, outside);
                add("potential_contacts", contacts);
                add("impressions_reshares", before);
            }
            add("impressions_outside", passed_on);
            memory[i].prospects += passed_on;
            let asked = binomial(rng, seen_by[0], outside);
            let prospects = asked
                + binomial(rng, seen_by[1], outside)
                + binomial(rng, seen_by[2], outside)
                + passed_on;
            let lasting =
                complaints - won_back + won_back * (1.0 - kept(c("feed.story_hours"), 0.0));
            let bad = if m > 0.0 {
                binomial(rng, asked, (c("feed.negative_spread") * lasting / m).min(1.0))
            } else {
                0.0
            };
            let friendly = prospects - bad;
            // The funnel.
            let good = if m > 0.0 { 1.0 - complaints / m } else { 1.0 };
            let presale = binomial(rng, answers * good, g("funnel.presale"));
            let in_time = g("funnel.direct_lead")
                * g("funnel.handover")
                * kept(g("funnel.speed_half_life_hours"), g("funnel.grace_hours"));
            let leads_direct = binomial(rng, presale, in_time);
            let won_direct = binomial(rng, leads_direct, g("funnel.direct_close"));
            let new_direct = binomial(rng, won_direct, g("funnel.incremental_direct"));
            let clicks_earned =
                binomial(rng, friendly, (g("funnel.click") * g("funnel.trust")).min(1.0));
            let leads_earned = binomial(rng, clicks_earned, g("funnel.lead"));
            let won_earned = binomial(rng, leads_earned, g("funnel.close"));
            let new_earned = binomial(rng, won_earned, g("funnel.incremental_earned"));
            let clicks_owned = binomial(rng, first, (g("funnel.click") * kinds("click")).min(1.0));
            let present = binomial(rng, clicks_owned, c("customers"));
            let repeats =
                binomial(rng, present, g("funnel.repeat") * g("funnel.incremental_repeat"));
            let leads_owned = binomial(rng, clicks_owned - present, g("funnel.lead"));
            let won_owned = binomial(rng, leads_owned, g("funnel.close"));
            let new_owned = binomial(rng, won_owned, g("funnel.incremental_owned"));
            let deterred = binomial(rng, bad, g("funnel.deter") * g("funnel.incremental_negative"));
            // Growth.
            let ads = c("growth.ads_per_week");
            let life = (m + reactions) / (b("questions.per_year") / 52.0 + usual);
            let livelier = life.powf(own(i, "growth.liveliness"));
            let mut gained = poisson(rng, followers * c("growth.organic") / 52.0)
                + binomial(rng, friendly, (c("growth.follow") * livelier).min(1.0))
                + poisson(rng, own(i, "growth.site_visits_per_week") * own(i, "growth.widget"));
            gained +=
                if ads > 0.0 { poisson(rng, ads / c("growth.cost_per_follower")) } else { 0.0 };
            let mut spent = ads;
            for (of, from, long, [_, _, brought, budget, _, _, partners]) in running(i) {
                let share =
                    if of.is_some() { 1.0 } else { plain.communities[i]["followers"] / start };
                let (x, j) = (share * brought / *long as f64, (t - from) as f64);
                gained += (x * (j + 1.0)).floor() - (x * j).floor();
                gained += poisson(rng, share * partners / *long as f64);
                spent += share * budget / *long as f64;
            }
            let h = 1.0 - (1.0 - c("growth.churn")).powf(12.0 / 52.0);
            let excess = (posts * c("posts.branded") - c("growth.tolerated_branded")).max(0.0)
                / c("growth.tolerated_branded");
            let leaving = h
                * (1.0
                    + c("growth.promo_sensitivity") * excess
                    + c("growth.neglect") * (1.0 - alpha));
            let lost = binomial(rng, followers, leaving.min(1.0));
            memory[i].followers = followers + gained - lost;
            memory[i].gained += gained;
            memory[i].backlog = waits[i] - by_staff[i] - quit[i];
            memory[i].messages += m;
            memory[i].first += first;
            // Reach, up to this week.
            let ever = (c("followers") + memory[i].gained) * (1.0 - c("bots")) * c("active");
            let askers =
                reached(ever, memory[i].messages, c("questions.asker_skew")).max(memory[i].askers);
            let new_askers = askers - memory[i].askers;
            memory[i].askers = askers;
            memory[i].most_first =
                reached(ever, memory[i].first, c("posts.skew")).max(memory[i].most_first);
            let pool = c("feed.scatter") * g("market.people");
            let (mut hits, mut once, mut twice) = (memory[i].prospects, memory[i].prospects, 0.0);
            for (place, [stories, contacts, seen_times]) in memory[i].routes.into_iter().enumerate()
            {
                if seen_times > 0.0 {
                    let skew = if place == 2 { c("posts.skew") } else { c("questions.asker_skew") };
                    let [any, one, two] = seen(
                        stories / ever,
                        (seen_times / contacts).min(1.0),
                        c("feed.repeat"),
                        skew,
                    );
                    let route = ever * contacts / stories * outside;
                    hits += route * any;
                    once += route * one;
                    twice += route * two;
                }
            }
            memory[i].most_second = reached(pool, hits, k).max(memory[i].most_second);
            let (y, all) = (hits / pool / k, hits / pool);
            let p0 = (1.0 + y).powf(-k);
            let p1 = p0 * all / (1.0 + y);
            let p2 = p1 * all * (k + 1.0) / k / (1.0 + y) / 2.0;
            let (j1, j2) = if hits > 0.0 { (once / hits, twice / hits) } else { (1.0, 0.0) };
            memory[i].most_three = pool * (1.0 - p0 - p1 * (j1 + j2) - p2 * j1 * j1);
            // Money.
            let service = answers - presale;
            let deflected = binomial(rng, service, or_none("value.would_have_called"));
            if let Some(cost) = maybe("value.cost_per_contact") {
                let saved = (deflected + binomial(rng, views, g("value.thread_deflection"))) * cost;
                add("value_deflection", saved);
                now += saved;
            }
            if let Some(year) = maybe("value.customer_year") {
                let first_time = if m > 0.0 { (new_askers / m).min(1.0) } else { 0.0 };
                let stay = binomial(
                    rng,
                    (service - deflected) * first_time * c("customers"),
                    g("value.retention_lift"),
                ) * year;
                let go = (1.0 - g("funnel.presale")) * c("customers") * g("value.ignored_loss");
                let gone = binomial(rng, quit[i], go) * year;
                add("value_retention", stay);
                add("loss_ignored", gone);
                now += stay - gone;
            }
            if let Some(margin) = maybe("value.repeat_margin") {
                add("value_repeat", repeats * margin);
                now += repeats * margin;
            }
            if let Some(margin) = margin {
                let worth = |rng: &mut StdRng, n: f64, margin: f64| {
                    gamma(rng, n / g("value.margin_cv").powi(2), n * margin)
                };
                let earned = margin * g("value.referral_uplift");
                let parts = [
                    worth(rng, new_direct, margin),
                    worth(rng, new_earned, earned),
                    worth(rng, new_owned, margin),
                    worth(rng, deterred, earned),
                ];
                for (name, part) in ["value_direct", "value_earned", "value_owned", "loss_negative"]
                    .into_iter()
                    .zip(parts)
                {
                    add(name, part);
                }
                later += parts[0] + parts[1] + parts[2] - parts[3];
            }
            add("cost_content", posts * g("cost.per_post"));
            add("cost_ads", spent);
            now -= posts * g("cost.per_post") + spent;
            for (name, value) in [
                ("questions", m),
                ("answers_peers", by_peers[i]),
                ("answers_staff", by_staff[i]),
                ("gave_up", quit[i]),
                (
                    "wait_hours",
                    by_peers[i] * g("support.peer_hours")
                        + by_staff[i] * (staff_hours + escalated * longer),
                ),
                ("within_1h", soon(1.0)),
                ("within_4h", soon(4.0)),
                ("within_24h", soon(24.0)),
                (
                    "load",
                    waits[i] * g("support.minutes_per_answer") / 60.0
                        + posts * own(i, "posts.hours"),
                ),
                ("complaints", complaints),
                ("complaints_recovered", won_back),
                ("praise", praise),
                ("impressions_first", first),
                ("thread_views", views),
                ("negative_impressions", bad),
                ("impressions_outside", (seen_by.iter().sum::<f64>()) * outside),
                ("leads_direct", leads_direct),
                ("leads_earned", leads_earned),
                ("leads_owned", leads_owned),
                ("clicks", clicks_earned + clicks_owned),
                ("won", won_direct + won_earned + won_owned),
                ("customers", new_direct + new_earned + new_owned),
                ("repeat_orders", repeats),
                ("deterred", deterred),
                ("followers_gained", gained),
                ("unfollows", lost),
            ] {
                add(name, value);
            }
        }
        cash_now[t] = now;
        margins[t] = later;
    }
    finish(plain, &sums, &memory, (&cash_now, &margins), (earn, discount))
}

/// The metrics out of the sums.
#[allow(clippy::too_many_lines)]
fn finish(
    plain: &Plain,
    sums: &Sums,
    memory: &[Memory],
    (now, margins): (&[f64], &[f64]),
    (earn, discount): (usize, f64),
) -> BTreeMap<&'static str, Measured> {
    let market = plain.general["market.people"];
    let s = |name: &str| sums.get(name).copied().unwrap_or(0.0);
    let c = |place: usize, key: &str| plain.communities[place][key];
    let ever =
        |i: usize| (c(i, "followers") + memory[i].gained) * (1.0 - c(i, "bots")) * c(i, "active");
    let n = memory.len();
    let sizes: Vec<f64> =
        memory.iter().map(|m| m.most_first).chain(memory.iter().map(|m| m.most_second)).collect();
    let shared = |i: usize, j: usize| {
        if i % n == j % n {
            return 0.0;
        }
        if i < n && j < n {
            return 0.2 * ever(i).min(ever(j)) * sizes[i] / ever(i) * sizes[j] / ever(j);
        }
        plain.general["market.duplication"] * sizes[i] * sizes[j] / market
    };
    let first = union(&sizes[..n], &shared, market);
    let second = union(&sizes[n..], &|i, j| shared(i + n, j + n), market);
    let threes: Vec<f64> = memory.iter().map(|m| m.most_three).collect();
    let of_threes =
        |i: usize, j: usize| plain.general["market.duplication"] * threes[i] * threes[j] / market;
    let three_plus = union(&threes, &of_threes, market);
    let total = union(&sizes, &shared, market);
    let seen = s("impressions_questions")
        + s("impressions_reviews")
        + s("impressions_reactions")
        + s("impressions_reshares");
    let outside = s("impressions_outside");
    let leads = s("leads_direct") + s("leads_earned") + s("leads_owned");
    let cost = s("cost_team") + s("cost_content") + s("cost_fixed") + s("cost_ads");
    let losses = s("loss_negative") + s("loss_ignored");
    let streams = [
        "direct",
        "earned",
        "owned",
        "repeat",
        "deflection",
        "retention",
        "research",
        "recruiting",
    ];
    let value: f64 =
        streams.iter().map(|stream| s(&format!("value_{stream}"))).sum::<f64>() - losses;
    // Cash, week by week, past the horizon too.
    let mut cash = vec![0.0; now.len() + earn];
    for (t, (now, margin)) in now.iter().zip(margins).enumerate() {
        cash[t] += now;
        for later in &mut cash[t..t + earn] {
            *later += margin / earn as f64;
        }
    }
    cash.truncate(now.len() + earn - 1);
    let npv: f64 =
        cash.iter().enumerate().map(|(t, flow)| flow / discount.powf(t as f64 / 52.0)).sum();
    let mut sum = 0.0;
    let below = cash
        .iter()
        .map(|flow| {
            sum += flow;
            sum < -1e-6
        })
        .collect::<Vec<_>>();
    let paid = match below.iter().rposition(|below| *below) {
        None => Some(1.0),
        Some(last) if last + 1 == below.len() => None,
        Some(last) => Some(last as f64 + 2.0),
    };
    let p = Measured::Plain;
    let r = Measured::Ratio;
    let mut metrics: BTreeMap<&'static str, Measured> = BTreeMap::new();
    for name in [
        "questions",
        "potential_questions",
        "impressions_questions",
        "potential_contacts",
        "impressions_first",
        "impressions_reactions",
        "impressions_reviews",
        "impressions_reshares",
        "negative_impressions",
        "thread_views",
        "followers_gained",
        "unfollows",
        "answers_staff",
        "answers_peers",
        "gave_up",
        "complaints",
        "complaints_recovered",
        "poll_answers",
        "clicks",
        "leads_direct",
        "leads_earned",
        "leads_owned",
        "won",
        "customers",
        "repeat_orders",
        "deterred",
        "value_direct",
        "value_earned",
        "value_owned",
        "value_repeat",
        "value_deflection",
        "value_retention",
        "value_research",
        "value_recruiting",
        "loss_negative",
        "loss_ignored",
        "cost_team",
        "cost_content",
        "cost_fixed",
        "cost_ads",
    ] {
        metrics.insert(name, p(s(name)));
    }
    metrics.extend([
        ("distinct_askers", p(memory.iter().map(|m| m.askers).sum())),
        ("impressions_second", p(seen)),
        ("reach_first", p(first)),
        ("reach_second", p(second)),
        ("reach_second_3plus", p(three_plus)),
        ("total_reach", p(total)),
        ("reach_share", r(total, market)),
        ("frequency_first", r(s("impressions_first"), first)),
        ("frequency_second", r(outside, second)),
        ("grps", r(100.0 * (seen + s("impressions_first")), market)),
        ("amplification", r(second, first)),
        ("followers_end", p(memory.iter().map(|m| m.followers).sum())),
        (
            "active_followers",
            p((0..n).map(|i| memory[i].followers * (1.0 - c(i, "bots")) * c(i, "active")).sum()),
        ),
        ("backlog_end", p(memory.iter().map(|m| m.backlog).sum())),
        ("answered_share", r(s("answers_peers") + s("answers_staff"), s("questions"))),
        ("answered_1h", r(s("within_1h"), s("questions"))),
        ("answered_4h", r(s("within_4h"), s("questions"))),
        ("answered_24h", r(s("within_24h"), s("questions"))),
        ("load_hours", p(s("load") / plain.weeks as f64)),
        ("occupancy", r(s("load"), s("team_hours"))),
        ("response_hours", r(s("wait_hours"), s("answers_peers") + s("answers_staff"))),
        ("share_positive", r(s("praise"), s("questions"))),
        ("share_negative", r(s("complaints") - s("complaints_recovered"), s("questions"))),
        (
            "net_sentiment",
            r(s("praise") - s("complaints") + s("complaints_recovered"), s("questions")),
        ),
        ("poll_margin", r((s("poll_answers").sqrt() / 2.0).min(0.98), s("poll_answers").sqrt())),
        ("leads", p(leads)),
        ("total_value", p(value)),
        ("total_cost", p(cost)),
        ("profit", p(value - cost)),
        ("roi", r(value - cost, cost)),
        ("roas", r(value, cost)),
        ("cash_end", p(cash[..now.len()].iter().sum())),
        ("npv", p(npv)),
        ("payback_weeks", paid.map_or(r(0.0, 0.0), |weeks| r(weeks, 1.0))),
        ("cost_per_lead", r(cost, leads)),
        ("cost_per_customer", r(cost, s("customers"))),
        ("cpm", r(1000.0 * cost, seen + s("impressions_first"))),
        (
            "media_equivalent",
            p((seen + s("impressions_first")) / 1000.0
                * plain.general.get("market.cpm").copied().unwrap_or(0.0)),
        ),
    ]);
    metrics
}

trait Coin {
    fn random_bool_of(&mut self, p: f64) -> bool;
}

impl Coin for StdRng {
    fn random_bool_of(&mut self, p: f64) -> bool {
        ((self.next_u64() >> 11) as f64) / 9_007_199_254_740_992.0 < p
    }
}
