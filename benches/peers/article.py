"""The founding article's scenario, `scenarios/article.toml`, as a NumPy script.

It computes the model of reachsim for this one scenario: every trial is a place in an array, and a Python loop goes through
the 52 weeks. Steps that the scenario switches off are left out, because they would draw nothing: growth, churn, reshares,
members' own posts, crises, seasons, campaigns, money. The numbers of the scenario are what
`reachsim explain scenarios/article.toml --all` prints.

    python3 article.py --trials 10000 --seed 1
"""

import argparse
import concurrent.futures
import json
import math
import time

import numpy as np
from scipy.special import hyp2f1, ndtr, ndtri

WEEKS = 52
MARKET = 30e6
FOLLOWERS = 100_000
MESSAGES_A_YEAR = 10_000
FRIENDS = 130.0
FRIENDS_SHAPE = 1 / 1.06**2  # Friend counts are gamma with a coefficient of variation of 1.06.
ASKER_SKEW = 0.25
POST_SKEW = 0.7
REPEAT = 0.6  # Correlation of the looks of one friend at the stories of one member.
POOL = 0.5 * MARKET  # People among whom the members' friends are scattered.
OUTSIDE = 0.95  # Share of the friends who do not follow the page.
STORY_HOURS = 12.0
POSTS = 7.0  # A week: so many, and of the mix, at which reach, reactions and clicks are stated.
POST_SPREAD = 1.2
ENGAGEMENT = 0.021
POSITIVE, NEGATIVE = 0.18, 0.10
CUSTOMERS = 0.3  # Share of the followers who are customers.
TEAM_HOURS = 20.653966214683877  # What reachsim derives from the load of the first week.
BASE_HOURS, PEER_HOURS = 4.0, 1.0
PEERS, GIVE_UP, RECOVERY = 0.2, 0.2, 0.4
HALF_LIFE, SPEED_HALF_LIFE, GRACE = 6.0, 24.0, 1.0
DIRECT_LEAD = 0.6
REPEAT_ORDER = 0.02 * 0.2
DETER = 0.0002 * 0.5
HOURS_A_WEEK = 168.0


def beta_of(rng, n, mean, sd):
    """Beta variates of this mean and standard deviation."""
    size = mean * (1 - mean) / sd**2 - 1
    return rng.beta(mean * size, (1 - mean) * size, n)


def pert(rng, n, low, likeliest, high):
    """PERT variates: a beta with shapes 1 + 4 (m - low)/(high - low) and 1 + 4 (high - m)/(high - low)."""
    width = high - low
    return low + width * rng.beta(1 + 4 * (likeliest - low) / width, 1 + 4 * (high - likeliest) / width, n)


def lognormal(rng, n, median, gsd, low=0.0, high=math.inf):
    """Lognormal variates cut off outside [low, high], by the inverse of the distribution function."""
    if low == 0.0 and high == math.inf:
        return rng.lognormal(math.log(median), math.log(gsd), n)
    first, last = (ndtr(math.log(x / median) / math.log(gsd)) if x > 0 else 0.0 for x in (low, high))
    return median * gsd ** ndtri(rng.uniform(first, last, n))


def inputs(rng, n):
    """The uncertain inputs of the scenario, one value for each trial."""
    human = 1 - rng.beta(10, 90, n)
    return {
        "humans": FOLLOWERS * human,
        "active": FOLLOWERS * human * beta_of(rng, n, 0.8, 0.08),
        "visibility": rng.uniform(0.05, 0.10, n),
        "negative_spread": pert(rng, n, 1.2, 1.6, 1.8),
        "post_reach": lognormal(rng, n, 0.035, 2, high=1),
        "thread_readers": lognormal(rng, n, 5, 2.5),
        "capacity": TEAM_HOURS * 60 / pert(rng, n, 3, 5, 12),
        "presale": beta_of(rng, n, 0.3, 0.08),
        "direct_close": beta_of(rng, n, 0.15, 0.055),
        "incremental_direct": rng.beta(2, 3, n),
        "click": beta_of(rng, n, 0.009, 0.004),
        "trust": lognormal(rng, n, 1.6, 1.35, 0.7, 2.8),
        "lead": beta_of(rng, n, 0.04, 0.024),
        "close": beta_of(rng, n, 0.15, 0.055),
        "incremental_earned": rng.beta(4, 2, n),
        "incremental_owned": rng.beta(2, 8, n),
    }


def whole(x):
    """Nearest whole numbers, as counts."""
    return np.rint(x).astype(np.int64)


def divided(over, under):
    """A ratio, zero where there is nothing to divide by."""
    return np.divide(over, under, out=np.zeros(len(over)), where=under > 0)


def halved(wait, half_life):
    """What exponential waits of this mean leave of what halves every half-life: 1/(1 + wait ln 2/half_life)."""
    return 1 / (1 + np.maximum(wait, 0) * math.log(2) / half_life)


def service(rng, world, week, backlog):
    """Members write and answer, the team answers, some give up: the week's counts, and the backlog that is left."""
    capacity = world["capacity"]
    messages = rng.poisson(MESSAGES_A_YEAR / WEEKS, len(capacity))
    peers = rng.binomial(messages, PEERS)
    waiting = backlog + messages - peers
    can = (np.floor(capacity * (week + 1)) - np.floor(capacity * week)).astype(np.int64)
    staff = np.minimum(waiting, can)
    gave_up = rng.binomial(waiting - staff, GIVE_UP)
    left = waiting - staff - gave_up
    # Little's law: half of what waited before and after the week, over the capacity.
    hours = np.minimum(BASE_HOURS + HOURS_A_WEEK * (backlog + left) / (2 * capacity), HOURS_A_WEEK * WEEKS)
    counts = {
        "questions": messages,
        "answers_peers": peers,
        "answers_staff": staff,
        "gave_up": gave_up,
        "wait_hours": peers * PEER_HOURS + staff * hours,
    }
    return counts, hours, left


def kept(counts, hours, half_life, grace=0.0):
    """What the waits of the week leave, on average over its answers."""
    peers, staff = counts["answers_peers"], counts["answers_staff"]
    left = peers * halved(PEER_HOURS - grace, half_life) + staff * halved(hours - grace, half_life)
    return divided(left, peers + staff)


def tone(rng, counts, hours, backlog):
    """Complaints, and those that a quick answer turns around."""
    open_ = backlog + counts["questions"]
    answers = counts["answers_peers"] + counts["answers_staff"]
    answered = np.where(open_ > 0, answers / np.maximum(open_, 1), 1.0)
    counts["complaints"] = rng.binomial(counts["questions"], NEGATIVE)
    counts["complaints_recovered"] = rng.binomial(counts["complaints"], RECOVERY * answered * kept(counts, hours, HALF_LIFE))


def posts(rng, world, counts):
    """Followers see the page's posts, which differ by a gamma of mean 1 and shape posts/spread^2."""
    shape = POSTS / POST_SPREAD**2
    quality = rng.standard_gamma(shape, len(world["humans"])) / shape
    counts["impressions_first"] = rng.binomial(whole(POSTS * world["humans"]), np.minimum(world["post_reach"] * quality, 1))


def friends(rng, world, counts, hours):
    """Friends of those who asked: contacts, who sees, who of them does not follow, who of them saw a complaint."""
    messages = counts["questions"]
    # A writer keeps his friends from story to story, which widens their sum: c = 1 + q + q/skew.
    told = MESSAGES_A_YEAR / world["active"]
    shape = FRIENDS_SHAPE / (1 + told + told / ASKER_SKEW)
    counts["potential_questions"] = rng.standard_gamma(shape * messages) * (FRIENDS / shape)
    counts["impressions_questions"] = rng.binomial(whole(counts["potential_questions"]), world["visibility"])
    prospects = rng.binomial(counts["impressions_questions"], OUTSIDE)
    # A complaint that was turned around was seen until it was answered.
    lasting = counts["complaints"] - counts["complaints_recovered"] * kept(counts, hours, STORY_HOURS)
    bad = np.minimum(world["negative_spread"] * divided(lasting, messages), 1)
    counts["negative_impressions"] = rng.binomial(prospects, bad)
    counts["friendly"] = prospects - counts["negative_impressions"]


def direct(rng, world, counts, hours):
    """People who ask before they buy, and those of them whose answer came in time."""
    answers = counts["answers_peers"] + counts["answers_staff"]
    friendly = 1 - divided(counts["complaints"], counts["questions"])
    presale = rng.binomial(whole(answers * friendly), world["presale"])
    counts["leads_direct"] = rng.binomial(presale, DIRECT_LEAD * kept(counts, hours, SPEED_HALF_LIFE, GRACE))


def thinned(rng, world, counts):
    """What has the same chance in every week: drawn week by week, or, which is the same in distribution, once for the
    sum of all weeks."""
    draw = rng.binomial
    seen = counts["impressions_first"]
    won_direct = draw(counts["leads_direct"], world["direct_close"])
    clicks_earned = draw(counts["friendly"], np.minimum(world["click"] * world["trust"], 1))
    leads_earned = draw(clicks_earned, world["lead"])
    won_earned = draw(leads_earned, world["close"])
    clicks_owned = draw(seen, world["click"])
    present = draw(clicks_owned, CUSTOMERS)
    leads_owned = draw(clicks_owned - present, world["lead"])
    won_owned = draw(leads_owned, world["close"])
    new = draw(won_direct, world["incremental_direct"])
    new += draw(won_earned, world["incremental_earned"])
    new += draw(won_owned, world["incremental_owned"])
    return {
        "reactions": draw(seen, ENGAGEMENT),
        "thread_views": rng.poisson(counts["questions"] * np.minimum(world["active"], world["thread_readers"])),
        "praise": draw(counts["questions"] - counts["complaints"], POSITIVE / (1 - NEGATIVE)),
        "clicks": clicks_earned + clicks_owned,
        "leads_earned": leads_earned,
        "leads_owned": leads_owned,
        "won": won_direct + won_earned + won_owned,
        "customers": new,
        "repeat_orders": draw(present, REPEAT_ORDER),
        "deterred": draw(counts["negative_impressions"], DETER),
    }


def add(totals, counts):
    for name, count in counts.items():
        if name in totals:
            totals[name] += count
        else:
            totals[name] = count.copy()


def occupied(people, hits, k):
    """People who are hit at least once, of heterogeneity k: the negative binomial reach of Ehrenberg."""
    return -people * np.expm1(-k * np.log1p(hits / (k * people)))


def reach(world, totals):
    """Different people over the horizon, by the closed formulas.

    The model counts the most hits of any week. In this scenario that is always the last one: in 40,000 trials every
    earlier week reached fewer people, by 0.8 % at least.
    """
    active, messages = world["active"], totals["questions"]
    q = messages / active
    w = np.minimum(totals["impressions_questions"] / totals["potential_questions"], 1)
    # The chance that a friend sees a member's story is beta with shapes a and c - a, the stories of a member are
    # negative binomial of shape k, and E[(1 + q p/k)^-k] is Gauss's 2F1(k, a; c; -q/k).
    k, c, x = ASKER_SKEW, 1 / REPEAT - 1, q / ASKER_SKEW
    a = w * c
    some = 1 - hyp2f1(k, a, c, -x)
    hits = active * some * totals["potential_questions"] / messages * OUTSIDE
    second = occupied(POOL, hits, FRIENDS_SHAPE)
    once = q * w * hyp2f1(k + 1, a + 1, c + 1, -x) / some
    twice = (k + 1) / (2 * k) * q**2 * w * (a + 1) / (c + 1) * hyp2f1(k + 2, a + 2, c + 2, -x) / some
    first = occupied(active, totals["impressions_first"], POST_SKEW)
    return {
        "distinct_askers": occupied(active, messages, ASKER_SKEW),
        "reach_first": first,
        "reach_second": second,
        "reach_second_3plus": np.minimum(three_plus(hits, once, twice), second),
        "total_reach": np.minimum(first + second, MARKET),
    }


def three_plus(hits, once, twice):
    """People met by h ~ NB(hits/pool, k) members, of each once or twice or more often, who are met three times at least."""
    k, mean = FRIENDS_SHAPE, hits / POOL
    odds = mean / (1 + mean / k)
    none = (1 + mean / k) ** -k
    one = none * odds
    two = one * odds * (k + 1) / k / 2
    return POOL * (1 - none - one * (once + twice) - two * once**2)


def simulate(rng, trials, yearly):
    """All trials of a chunk: totals and reach of each."""
    world = inputs(rng, trials)
    totals, backlog = {}, np.zeros(trials, np.int64)
    for week in range(WEEKS):
        counts, hours, left = service(rng, world, week, backlog)
        tone(rng, counts, hours, backlog)
        posts(rng, world, counts)
        friends(rng, world, counts, hours)
        direct(rng, world, counts, hours)
        add(totals, counts)
        if not yearly:
            add(totals, thinned(rng, world, counts))
        backlog = left
    if yearly:
        totals |= thinned(rng, world, totals)
    return totals | reach(world, totals) | {"backlog_end": backlog}


def run(options):
    """The trials in chunks that fit into the cache, each with a stream of its own."""
    sizes = [min(options.chunk, options.trials - start) for start in range(0, options.trials, options.chunk)]
    seeds = np.random.SeedSequence(options.seed).spawn(len(sizes))
    work = lambda part: simulate(np.random.Generator(np.random.PCG64(part[0])), part[1], options.yearly)
    with concurrent.futures.ThreadPoolExecutor(options.threads) as pool:
        parts = list(pool.map(work, zip(seeds, sizes)))
    return {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}


def metrics(t):
    """What is printed: counts, and ratios as (over, under)."""
    answers = t["answers_peers"] + t["answers_staff"]
    negative = t["complaints"] - t["complaints_recovered"]
    names = """questions potential_questions impressions_questions distinct_askers impressions_first negative_impressions
        thread_views reach_first reach_second reach_second_3plus total_reach answers_staff answers_peers gave_up backlog_end
        complaints complaints_recovered clicks leads_direct leads_earned leads_owned won customers repeat_orders deterred"""
    return {name: t[name] for name in names.split()} | {
        "leads": t["leads_direct"] + t["leads_earned"] + t["leads_owned"],
        "answered_share": (answers, t["questions"]),
        "response_hours": (t["wait_hours"], answers),
        "share_positive": (t["praise"], t["questions"]),
        "share_negative": (negative, t["questions"]),
        "net_sentiment": (t["praise"] - negative, t["questions"]),
        "frequency_first": (t["impressions_first"], t["reach_first"]),
        "frequency_second": (t["impressions_questions"] * OUTSIDE, t["reach_second"]),
        "amplification": (t["reach_second"], t["reach_first"]),
    }


def summary(metric):
    """Mean, its standard error, and percentiles; of a ratio the ratio of means, with the error of the delta method."""
    over, under = metric if isinstance(metric, tuple) else (metric, None)
    if under is None:
        values, mean, spread = over, over.mean(), over.std(ddof=1)
    else:
        mean = over.mean() / under.mean()
        values, spread = over / under, (over - mean * under).std(ddof=1) / under.mean()
    p05, p50, p95 = np.percentile(values, [5, 50, 95])
    return {"mean": mean, "se": spread / math.sqrt(len(values)), "p05": p05, "p50": p50, "p95": p95}


def agreement(found, path):
    """The same means out of reachsim's JSON, and the differences in joint standard errors."""
    with open(path) as file:
        theirs = json.load(file)["metrics"]
    print(f"{'':22}{'NumPy':>14}{'reachsim':>14}{'joint errors':>14}")
    for name, own in found.items():
        other = theirs[name]
        apart = (own["mean"] - other["mean"]) / math.hypot(own["se"], other["se"])
        print(f"{name:22}{own['mean']:14.6g}{other['mean']:14.6g}{apart:14.2f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--trials", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--chunk", type=int, default=10_000, help="trials in one array")
    parser.add_argument("--threads", type=int, default=1, help="chunks at the same time")
    parser.add_argument("--yearly", action="store_true", help="draw once a year what has the same chance in every week")
    parser.add_argument("--against", metavar="JSON", help="an answer of `reachsim run --format json` to compare with")
    options = parser.parse_args()
    start = time.perf_counter()
    found = {name: summary(metric) for name, metric in metrics(run(options)).items()}
    seconds = time.perf_counter() - start
    print(f"{'':22}{'mean':>14}{'p05':>14}{'p50':>14}{'p95':>14}")
    for name, s in found.items():
        print(f"{name:22}{s['mean']:14.6g}{s['p05']:14.6g}{s['p50']:14.6g}{s['p95']:14.6g}")
    if options.against:
        agreement(found, options.against)
    print(f"{options.trials:,} trials in {seconds:.3f} seconds")


if __name__ == "__main__":
    main()
