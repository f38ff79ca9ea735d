//! What holds in every future, in every week, of every scenario: ledgers close, parts make the
//! whole, nobody is counted who is not there.

use std::panic::{self, AssertUnwindSafe};

use rayon::prelude::*;
use reachsim::design::Sampler;
use reachsim::draw::Split;
use reachsim::engine::{
    self, Address, Community, Detail, Future, Lives, Noise, Sampled, TEAM, Values, World,
};
use reachsim::metric::{BY_ROLE, Flows, METRICS, Measured, Needs, People, State, Totals, Week};
use reachsim::model::{Lowered, Plan, lower};
use reachsim::rng::{Component, StreamKey};
use reachsim::scenario;
use reachsim::scenario::keys::{KEYS, Key};
use reachsim::trials::Replay;
use reachsim::units::Unit;

use crate::support::{lowered, shipped};
use crate::worlds;

#[test]
fn every_shipped_scenario_keeps_the_identities() {
    let files = std::fs::read_dir(shipped("").parent().expect("a folder")).expect("the scenarios");
    let paths: Vec<_> = files
        .map(|file| file.expect("a file").path())
        .filter(|path| path.extension().is_some_and(|e| e == "toml"))
        .collect();
    assert!(paths.len() >= 3, "{paths:?}");
    for path in paths {
        let lowered =
            scenario::load(&path, &[]).and_then(lower).expect("a shipped scenario is right");
        // Formulas alone keep no ledger.
        if lowered.model.communities.is_empty() {
            continue;
        }
        for trial in 0..100 {
            check(&lowered, trial);
        }
        at_the_medians(lowered);
    }
}

/// Worlds of the suite; `REACHSIM_WORLDS` asks for another number of them.
const WORLDS: u64 = 150;

#[test]
fn identities_hold_in_random_worlds() {
    let asked = std::env::var("REACHSIM_WORLDS").ok();
    let worlds = asked.map_or(WORLDS, |asked| asked.parse().expect("a number of worlds"));
    let broken: Vec<String> = (0..worlds).into_par_iter().filter_map(breach).collect();
    let told: Vec<&str> = broken.iter().filter_map(|world| world.lines().next()).collect();
    assert!(broken.is_empty(), "{} of {worlds} worlds: {told:#?}\n{}", told.len(), broken[0]);
}

/// What is broken in the world of a seed, with its text.
fn breach(seed: u64) -> Option<String> {
    let mut text = String::new();
    let held = panic::catch_unwind(AssertUnwindSafe(|| {
        let world = worlds::written(seed);
        text.clone_from(&world.text);
        identities_hold(&world.lowered);
    }));
    let words = held.err()?.downcast::<String>().map_or_else(|_| String::new(), |words| *words);
    Some(format!("world {seed}: {words}\n{text}"))
}

fn identities_hold(lowered: &Lowered) {
    for trial in 0..3 {
        check(lowered, trial);
        whole_things_are_chosen_from(lowered, trial);
    }
    at_the_medians(lowered.clone());
}

#[test]
fn random_worlds_have_every_key_that_is_simulated() {
    let texts: Vec<String> = (0..WORLDS).map(|seed| worlds::written(seed).text).collect();
    let is_written = |key: &Key| {
        let name = key.in_community().unwrap_or(key.path);
        let line = format!("\n{name} = ");
        texts.iter().any(|text| text.contains(&line))
    };
    let missing: Vec<&str> = KEYS
        .iter()
        .filter(|key| !worlds::is_left_out(key) && !is_written(key))
        .map(|key| key.path)
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
    for form in [
        "..",
        " to ",
        "@80%",
        "uniform",
        "triangular",
        "pert",
        "normal",
        "lognormal",
        "gamma",
        "beta",
        "metalog",
        "discrete",
        "mixture",
        "data",
        "[[role]]",
        "[[campaign]]",
        "[[overlap]]",
        "[[correlation]]",
        "[[target]]",
        "[competitor",
        "[community.c11]",
        "formula",
    ] {
        assert!(texts.iter().any(|text| text.contains(form)), "no world has `{form}`");
    }
}

/// Noise that minds what it is asked.
struct Minding<'a>(Sampled<'a>);

impl Noise for Minding<'_> {
    const WHOLE: bool = true;

    fn apart(&self, from: usize) -> Self {
        Minding(self.0.apart(from))
    }

    fn binomial(&mut self, address: Address, n: f64, p: f64) -> f64 {
        assert!(
            n >= 0.0 && n.fract() == 0.0 && (0.0..=1.0).contains(&p),
            "{address:?} chooses from {n} with {p}"
        );
        self.0.binomial(address, n, p)
    }

    fn event(&mut self, address: Address, p: f64) -> f64 {
        self.0.event(address, p)
    }

    fn negative_binomial(&mut self, address: Address, mean: f64, dispersion: f64) -> f64 {
        self.0.negative_binomial(address, mean, dispersion)
    }

    fn poisson(&mut self, address: Address, mean: f64) -> f64 {
        self.0.poisson(address, mean)
    }

    fn gamma(&mut self, address: Address, shape: f64, mean: f64) -> f64 {
        self.0.gamma(address, shape, mean)
    }

    fn choose(&mut self, address: Address, total: f64, split: &mut Split) {
        self.0.choose(address, total, split);
    }

    fn scatter(&mut self, address: Address, total: f64, split: &mut Split) {
        self.0.scatter(address, total, split);
    }
}

/// No step chooses from a number of things that is not whole.
fn whole_things_are_chosen_from(lowered: &Lowered, trial: u64) {
    let (model, plan) = (&lowered.model, lowered.plan);
    let inputs = engine::replay(model, plan, trial).inputs;
    let coins = vec![0.5; model.coins.len()];
    let world = World::draw(model, Values { inputs: &inputs, lives: Lives::Sampled(&coins) });
    let streams = |id: &str| {
        Component::all().map(|component| StreamKey::new(plan.seed, component, id)).collect()
    };
    let owners = model.communities.iter().map(|community| community.id.as_str()).chain([TEAM]);
    let keys: Vec<Vec<StreamKey>> = owners.map(streams).collect();
    let mut lucks: Vec<Minding> =
        keys.iter().map(|keys| Minding(Sampled { keys, trial })).collect();
    Future::new(model, Detail::Weekly).unfold(model, &world, &mut lucks);
}

fn at_the_medians(lowered: Lowered) {
    let expected = Lowered { plan: Plan { sampler: Sampler::Expected, ..lowered.plan }, ..lowered };
    check(&expected, 0);
}

#[track_caller]
fn check(lowered: &Lowered, trial: u64) {
    check_replay(lowered, &engine::replay(&lowered.model, lowered.plan, trial));
}

#[track_caller]
fn check_replay(lowered: &Lowered, replay: &Replay) {
    let drawn = lowered.plan.sampler != Sampler::Expected;
    let coins = vec![0.5; lowered.model.coins.len()];
    let lives = if drawn { Lives::Sampled(&coins) } else { Lives::Expected };
    let world = World::draw(&lowered.model, Values { inputs: &replay.inputs, lives });
    for (scope, (totals, weeks)) in replay.scopes.iter().enumerate() {
        let own = match (scope, &world.communities[..]) {
            (0, [only]) => Some(only),
            (0, _) => None,
            (scope, all) => Some(&all[scope - 1]),
        };
        let counted = |community: &Community| community.followers + community.paid_bots;
        let here = own.map_or(&world.communities[..], std::slice::from_ref);
        let begins = |week: usize| {
            here.iter().filter(|community| community.opens == week).map(counted).sum::<f64>()
        };
        ledgers(begins, weeks);
        let seen = weeks.iter().map(|week| week.flows.impressions_second()).sum::<f64>();
        for week in weeks {
            check_flows(&week.flows);
            check_measured(|value| value.of_week(week), drawn && seen < COUNTABLE);
        }
        sums(totals, weeks);
        check_measured(|value| Some(value.of(totals)), drawn && seen < COUNTABLE);
        check_people(totals, weeks);
        check_money(totals);
        if let Some(community) = own {
            check_pools(&world, community, weeks);
        }
    }
    check_team(&world, replay, drawn);
    check_parts(replay);
    check_roles(lowered, replay);
    check_metrics(lowered, replay);
}

/// What the roles have of a count adds up to all of it, and none has less than nothing.
#[track_caller]
fn check_roles(lowered: &Lowered, replay: &Replay) {
    if lowered.model.roles.is_empty() {
        return;
    }
    for metric in BY_ROLE {
        let of =
            |id: &str| replay.value(&lowered.model, lowered.model.column(id).expect("a metric"));
        let parts = lowered.model.by_role.iter().filter(|of| of.whole().id == metric);
        let parts: Vec<f64> = parts.map(|part| of(&part.id)).collect();
        assert!(parts.iter().all(|part| *part >= 0.0), "{metric}: {parts:?}");
        let (sum, whole) = (parts.iter().sum::<f64>(), of(metric));
        assert!((sum - whole).abs() <= 1e-9 * whole.max(1.0), "{metric}: {parts:?} of {whole}");
    }
}

/// Nobody follows or is reached who is not there.
#[track_caller]
fn check_pools(world: &World, community: &Community, weeks: &[Week]) {
    let (mut gained, mut asked, mut saw) = (0.0, 0.0, 0.0);
    for Week { flows, state, people } in &weeks[community.opens..] {
        gained += flows.followers_gained;
        asked += flows.questions;
        saw += flows.impressions_first;
        at_most(state.followers - community.paid_bots, community.most);
        let ever =
            (community.followers + gained).min(community.most) * community.human * community.active;
        at_most(ever, world.market);
        at_most(people.first, ever);
        at_most(people.askers, ever);
        let within = [flows.within_1h, flows.within_4h, flows.within_24h, flows.answers()];
        within.windows(2).for_each(|pair| at_most(pair[0], pair[1]));
        at_most(flows.private + flows.answers_peers, flows.questions);
        // Where something happened there was somebody.
        at_most(saw.min(ever).min(1.0), people.first);
        at_most(asked.min(ever).min(1.0), people.askers);
        at_most(people.second, community.pool);
    }
}

/// What is a share lies between 0 and 1, what counts is not below 0, and of things that are counted
/// one by one there is no part.
#[track_caller]
fn check_measured(of: impl Fn(reachsim::metric::Value) -> Option<Measured>, is_drawn: bool) {
    for metric in METRICS {
        let Some(measured) = of(metric.value) else { continue };
        let value = measured.value();
        if value.is_nan() || !measured.over.is_finite() {
            continue;
        }
        let is_signed = metric.unit == Unit::Money
            || matches!(metric.id, "net_sentiment" | "sentiment_gap" | "roi" | "roas");
        assert!(is_signed || value >= 0.0, "{} is {value}", metric.id);
        let most = match metric.id {
            "sentiment_gap" => 2.0,
            "poll_margin" => 0.5,
            // Answers of a week may be to questions of another.
            "answered_share" => 1.0,
            // More may be to do than there are hours for.
            "occupancy" => f64::INFINITY,
            _ if metric.unit == Unit::Share => 1.0,
            _ => f64::INFINITY,
        };
        assert!(value.abs() <= most * (1.0 + 1e-9), "{} is {value}", metric.id);
        let counts = matches!(
            metric.value,
            reachsim::metric::Value::Flow(_) | reachsim::metric::Value::State(_)
        ) && metric.unit != Unit::Money
            && !IN_PARTS.contains(&metric.id);
        assert!(!counts || !is_drawn || value.fract() == 0.0, "{} is {value}", metric.id);
    }
}

/// Shares of people, of whom there may be a part.
const IN_PARTS: [&str; 2] = ["active_followers", "poll_answers"];

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs()).max(1e-6)
}

#[track_caller]
fn at_most(a: f64, b: f64) {
    assert!(a <= b + 1e-9 * b.abs().max(1e-6) && a >= -1e-9, "{a} is above {b}");
}

/// Questions are answered, given up, or wait; followers come from somewhere and go somewhere.
#[track_caller]
fn ledgers(begins: impl Fn(usize) -> f64, weeks: &[Week]) {
    let mut before = State::default();
    for (week, Week { flows, state, .. }) in weeks.iter().enumerate() {
        before.followers += begins(week);
        let open = before.backlog + flows.questions;
        assert!(
            close(open, flows.answers_peers + flows.answers_staff + flows.gave_up + state.backlog),
            "{before:?} {flows:?} {state:?}"
        );
        assert!(
            close(before.followers + flows.followers_gained, state.followers + flows.unfollows),
            "{before:?} {flows:?} {state:?}"
        );
        at_most(state.active_followers, state.followers);
        before = *state;
    }
}

#[track_caller]
fn check_flows(f: &Flows) {
    at_most(f.impressions_questions, f.contacts_questions);
    at_most(f.impressions_reactions, f.contacts_reactions);
    at_most(f.impressions_reviews, f.contacts_reviews);
    at_most(f.impressions_reshares, f.contacts_reshares);
    at_most(f.prospects, f.impressions_second());
    at_most(f.negative_impressions, f.prospects);
    at_most(f.reactions, f.impressions_first);
    at_most(f.answers_peers, f.questions);
    at_most(f.complaints, f.questions);
    at_most(f.complaints_recovered, f.complaints);
    at_most(f.praise + f.complaints, f.questions);
    at_most(f.presale, f.answers());
    at_most(f.leads_direct, f.presale + f.outreach_replies);
    at_most(f.leads_earned, f.clicks_earned);
    at_most(f.leads_owned + f.repeat_orders, f.clicks_owned);
    at_most(f.clicks_earned, f.prospects - f.negative_impressions);
    at_most(f.clicks_owned, f.impressions_first);
    at_most(f.customers(), f.won());
    at_most(f.won(), f.leads());
    at_most(f.leads(), f.clicks() + f.presale + f.outreach_replies);
    at_most(f.deterred, f.negative_impressions);
    for amount in [
        f.value_direct,
        f.value_earned,
        f.value_owned,
        f.value_repeat,
        f.value_deflection,
        f.value_retention,
        f.cost(),
    ] {
        assert!(amount.is_finite() && amount >= 0.0, "{f:?}");
    }
}

/// Whole numbers that a double can count; more of a horizon is divided among the weeks in
/// proportion.
const COUNTABLE: f64 = 9_007_199_254_740_992.0;

#[track_caller]
fn sums(totals: &Totals, weeks: &[Week]) {
    for metric in METRICS {
        if let reachsim::metric::Value::Flow(flow) = metric.value {
            let sum: f64 = weeks.iter().map(|week| flow(&week.flows)).sum();
            let size: f64 = weeks.iter().map(|week| flow(&week.flows).abs()).sum();
            assert!(
                (sum - flow(&totals.flows)).abs() <= 1e-9 * size.max(1e-6),
                "{}: {sum} and {}",
                metric.id,
                flow(&totals.flows)
            );
        }
    }
    assert_eq!(weeks.last().map(|week| week.state), Some(totals.state));
}

#[track_caller]
fn check_people(totals: &Totals, weeks: &[Week]) {
    let people = totals.people;
    at_most(people.three_plus, people.second);
    at_most(people.first.max(people.second), people.total);
    at_most(people.total, (people.first + people.second).min(totals.market));
    at_most(people.first, totals.flows.impressions_first);
    at_most(people.second, totals.flows.impressions_second());
    at_most(people.askers, totals.flows.questions);
    at_most(people.total, totals.market);
    at_most(people.second, totals.flows.impressions_outside);
    for Week { people, .. } in weeks {
        at_most(people.first.max(people.second), people.total);
        at_most(people.total, (people.first + people.second).min(totals.market));
    }
    let series: [fn(&People) -> f64; 4] = [|p| p.askers, |p| p.first, |p| p.second, |p| p.total];
    for of in series {
        let weekly: Vec<f64> = weeks.iter().map(|week| of(&week.people)).collect();
        assert!(weekly.is_sorted(), "cumulative reach falls: {weekly:?}");
        assert!(
            close(weekly[weekly.len() - 1], of(&people)),
            "{weekly:?} does not end at {people:?}"
        );
    }
}

#[track_caller]
fn check_money(totals: &Totals) {
    let f = &totals.flows;
    let streams = [
        f.value_direct,
        f.value_earned,
        f.value_owned,
        f.value_repeat,
        f.value_deflection,
        f.value_retention,
        f.value_research,
        f.value_recruiting,
        f.value_forum,
        f.value_attention,
        f.value_ideas,
        f.value_own,
    ];
    let losses = f.loss_negative + f.loss_ignored;
    let size: f64 = streams.iter().sum::<f64>() + losses + f.cost();
    assert!(
        (streams.iter().sum::<f64>() - losses - f.value()).abs() <= 1e-9 * size.max(1e-6),
        "{f:?}"
    );
    assert!(close(
        f.cost_team + f.cost_content + f.cost_fixed + f.cost_ads + f.cost_rewards + f.cost_own,
        f.cost()
    ));
    let ratio = |id: &str| {
        METRICS.iter().find(|metric| metric.id == id).expect("a metric").value.of(totals).value()
    };
    let (roi, roas) = (ratio("roi"), ratio("roas"));
    assert!(
        f.cost() == 0.0 || (roi - (roas - 1.0)).abs() <= 1e-9 * roas.abs().max(1.0),
        "{roi} and {roas}"
    );
    if let Some(weeks) = totals.payback {
        assert!(weeks >= 1.0 && weeks.fract() == 0.0, "{weeks}");
    }
}

/// One team: no more answers than its hours allow, its wages and everything shared are paid once.
#[track_caller]
fn check_team(world: &World, replay: &Replay, drawn: bool) {
    let (totals, weeks) = &replay.scopes[0];
    let (mut most, mut all_ads) = (0.0, 0.0);
    for (number, week) in weeks.iter().enumerate() {
        if !world.is_open(number) {
            // But what the file's own streams say of any week.
            let (value_own, cost_own) = (week.flows.value_own, week.flows.cost_own);
            let nothing = Flows { value_own, cost_own, ..Flows::default() };
            assert_eq!(week.flows, nothing, "nothing happens before anybody is there");
            continue;
        }
        let now = world.at(number);
        let room = if drawn { now.team.capacity.ceil() } else { now.team.capacity };
        at_most(week.flows.answers_staff, room);
        let setup = if number == now.from { now.money.setup } else { 0.0 };
        let fixed = now.money.fixed_per_week + setup;
        let team = now.team.cost;
        assert!(close(week.flows.cost_team, team), "{} and {team}", week.flows.cost_team);
        assert!(close(week.flows.cost_fixed, fixed), "{} and {fixed}", week.flows.cost_fixed);
        let there = now.communities.iter().filter(|community| community.opens <= number);
        all_ads += there.map(|community| community.ads).sum::<f64>();
        most += now.team.capacity;
    }
    // Whole answers of a steady stream, one more in each stretch of weeks.
    at_most(totals.flows.answers_staff, most.ceil() + world.later.len() as f64 + 1.0);
    assert!(totals.flows.cost_ads >= all_ads * (1.0 - 1e-9), "{all_ads}");
}

/// Communities add up, and people who were reached in several of them count once.
#[track_caller]
fn check_parts(replay: &Replay) {
    let [(all, _), parts @ ..] = &replay.scopes[..] else { return };
    if parts.is_empty() {
        return;
    }
    let mut flows = Flows::default();
    let mut state = State::default();
    for (part, _) in parts {
        flows.add(&part.flows);
        state.add(&part.state);
    }
    // Streams of the file's own belong to all together.
    let own = all.flows.value_own - all.flows.cost_own;
    (flows.value_own, flows.cost_own) = (all.flows.value_own, all.flows.cost_own);
    let npv: f64 = parts.iter().map(|(part, _)| part.npv).sum();
    let size: f64 = parts.iter().map(|(part, _)| part.npv.abs() + part.flows.cost()).sum();
    // What comes in one week and goes in another is nothing in all, but not at its date.
    if all.flows.value_own == 0.0 && all.flows.cost_own == 0.0 {
        assert!((npv - all.npv).abs() <= 1e-9 * size.max(1e-6), "{npv} and {}", all.npv);
    } else if all.npv != 0.0 {
        let size = size + flows.value_own.abs() + flows.cost_own.abs() + state.cash.abs();
        let cash = state.cash + own;
        assert!((cash - all.state.cash).abs() <= 1e-9 * size, "{cash} and {}", all.state.cash);
        state.cash = all.state.cash;
    }
    assert_eq!((flows, state), (all.flows, all.state));
    let of: [fn(&People) -> f64; 4] = [|p| p.first, |p| p.second, |p| p.three_plus, |p| p.total];
    for reach in of {
        let sum: f64 = parts.iter().map(|(part, _)| reach(&part.people)).sum();
        let most = parts.iter().map(|(part, _)| reach(&part.people)).fold(0.0, f64::max);
        at_most(reach(&all.people), sum);
        at_most(most, reach(&all.people));
    }
}

/// No metric is infinite, and only a ratio without a denominator, or what never happens, is
/// undefined.
#[track_caller]
fn check_metrics(lowered: &Lowered, replay: &Replay) {
    for (totals, _) in &replay.scopes {
        for metric in lowered.model.metrics.iter().map(|&place| &METRICS[place]) {
            let measured = metric.value.of(totals);
            // At the medians a denominator may be too small for a double to hold the quotient.
            let undefined = measured.under.is_some_and(|under| under < 1e-290);
            assert!(measured.value().is_finite() || undefined, "{} is {measured:?}", metric.id);
            let signed = matches!(metric.needs, Needs::Value)
                || matches!(metric.id, "net_sentiment" | "sentiment_gap");
            assert!(
                signed || undefined || measured.value() >= 0.0,
                "{} is {measured:?}",
                metric.id
            );
        }
    }
}

/// A breach of what has to hold.
struct Breach {
    what: &'static str,
    plant: fn(&mut Replay),
}

/// Breaches of bounds, of which each has been there once or could come.
const BREACHES: &[Breach] = &[
    Breach {
        what: "a question more seen than there are friends",
        plant: |replay| {
            let flows = &mut replay.scopes[0].1[0].flows;
            flows.impressions_questions = flows.contacts_questions + 1.0;
        },
    },
    Breach {
        what: "followers reached who are not of the market",
        plant: |replay| {
            let totals = &mut replay.scopes[0].0;
            totals.people.first = 1.16 * totals.market;
        },
    },
    Breach {
        what: "followers below nobody",
        plant: |replay| replay.scopes[0].1[0].state.followers = -0.5,
    },
    Breach {
        what: "half a follower",
        plant: |replay| {
            let week = &mut replay.scopes[0].1[0];
            week.state.followers += 0.5;
            week.flows.followers_gained += 0.5;
        },
    },
    Breach {
        what: "fewer people than the largest part",
        plant: |replay| {
            let people = &mut replay.scopes[0].0.people;
            people.total = 0.9 * people.first.max(people.second);
        },
    },
    Breach {
        what: "more people met three times than once",
        plant: |replay| {
            let people = &mut replay.scopes[0].0.people;
            people.three_plus = people.second + 1.0;
        },
    },
    Breach {
        what: "reach that falls",
        plant: |replay| replay.scopes[0].1[0].people.second += replay.scopes[0].0.market,
    },
    Breach {
        what: "a lead from nowhere",
        plant: |replay| replay.scopes[0].1[0].flows.leads_direct += 1_000.0,
    },
    Breach {
        what: "a question that is lost",
        plant: |replay| replay.scopes[0].1[0].flows.questions += 1.0,
    },
];

#[test]
fn a_bound_that_is_not_kept_is_caught() {
    let lowered = lowered(crate::support::FIXED, &[]);
    let replay = || engine::replay(&lowered.model, lowered.plan, 0);
    check_replay(&lowered, &replay());
    for breach in BREACHES {
        let mut planted = replay();
        (breach.plant)(&mut planted);
        let held = panic::catch_unwind(AssertUnwindSafe(|| check_replay(&lowered, &planted)));
        assert!(held.is_err(), "nobody noticed: {}", breach.what);
    }
}
