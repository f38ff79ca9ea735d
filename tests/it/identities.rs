//! What holds in every future, in every week, of every scenario: ledgers close, parts make the
//! whole, nobody is counted who is not there.

use proptest::prelude::*;
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use reachsim::design::Sampler;
use reachsim::draw::Split;
use reachsim::engine::{
    self, Address, Community, Detail, Future, Lives, Noise, Sampled, TEAM, Values, World,
};
use reachsim::metric::{Flows, METRICS, Needs, People, State, Totals, Week};
use reachsim::model::{Lowered, Plan, lower};
use reachsim::rng::{Component, StreamKey};
use reachsim::scenario::keys::{self, Domain, Form, Group, KEYS, Key, Used};
use reachsim::scenario::{self};
use reachsim::trials::Replay;
use reachsim::units::Kind;

use crate::support::{lowered, shipped};

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

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 300,
        failure_persistence: None,
        rng_seed: proptest::test_runner::RngSeed::Fixed(1),
        ..ProptestConfig::default()
    })]

    #[test]
    fn identities_hold_in_random_worlds(seed in any::<u64>()) {
        let text = random_scenario(seed);
        let lowered = lowered(&text, &[]);
        for trial in 0..3 {
            check(&lowered, trial);
            whole_things_are_chosen_from(&lowered, trial);
        }
        at_the_medians(lowered);
    }
}

/// Noise that minds what it is asked.
struct Minding<'a>(Sampled<'a>);

impl Noise for Minding<'_> {
    const WHOLE: bool = true;

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

/// A valid scenario with a random choice of the keys, each with a random value: ends of the domain,
/// small and large numbers.
fn random_scenario(seed: u64) -> String {
    let mut rng = StdRng::seed_from_u64(seed);
    let communities = rng.random_range(1..=3);
    let weeks = rng.random_range(1..=30);
    let mut head = format!("title = \"any {seed}\"\nsimulation.weeks = {weeks}\n");
    let mut rest = String::new();
    let (mut largest, mut prices) = (1.0_f64, Vec::new());
    for price in keys::group(Group::Price).map(|key| key.path) {
        // What a price needs is given, so that it may stand alone.
        if rng.random_bool(0.5) {
            prices.push(price);
            match price {
                "polls.value" => {
                    head.extend([format!(
                        "polls.per_year = {}\n",
                        rng.random_range(0.0..20.0_f64)
                    )]);
                }
                "value.idea_value" => head.extend([format!(
                    "value.ideas_per_year = {}\n",
                    rng.random_range(0.0..20.0_f64)
                )]),
                "hires.saving" => {
                    head.extend([format!(
                        "hires.per_year = {}\n",
                        rng.random_range(0.0..20.0_f64)
                    )]);
                }
                "value.margin_per_customer" if rng.random_bool(0.5) => {
                    head.push_str(
                        "value.order = 40\nvalue.orders_per_year = 2\nvalue.gross_margin \
                        = 0.4\nvalue.retention = 0.3\n",
                    );
                    continue;
                }
                _ => {}
            }
            head.extend([format!("{price} = {}\n", rng.random_range(0.0..100.0_f64))]);
        }
    }
    let stated = |used: Used| match used {
        Used::Always => true,
        Used::With(others) | Used::DefaultWith(others) => {
            others.iter().any(|other| prices.contains(other))
        }
        Used::DefaultWithPrices => !prices.is_empty(),
    };
    for key in KEYS
        .iter()
        .filter(|key| key.in_community().is_none() && key.instead_of.is_none() && stated(key.used))
    {
        let own = matches!(
            key.path,
            "market.people"
                | "market.brand_users"
                | "polls.per_year"
                | "hires.per_year"
                | "value.ideas_per_year"
        ) || key.is(Group::Price);
        if !own && rng.random_bool(0.3) {
            head += &value(key, &mut rng)
                .map_or(String::new(), |value| format!("{} = {value}\n", key.path));
        }
    }
    for place in 0..communities {
        let followers = (10.0_f64).powf(rng.random_range(0.0..6.0)).ceil();
        largest = largest.max(followers);
        rest.extend([format!(
            "[community.c{place}]\nplatform = \"facebook-2012\"\nfollowers = {followers}\n"
        )]);
        for key in KEYS.iter().filter(|key| {
            key.in_community().is_some() && key.form == Form::Whole && stated(key.used)
        }) {
            let name = key.in_community().unwrap_or_default();
            let other_form =
                matches!(name, "questions.per_day" | "questions.per_follower" | "posts.per_day");
            let own =
                matches!(name, "followers" | "platform" | "posts.helpful" | "posts.emotional");
            if !own && !other_form && rng.random_bool(0.4) {
                rest += &value(key, &mut rng)
                    .map_or(String::new(), |value| format!("{name} = {value}\n"));
            }
        }
    }
    head.extend([format!(
        "market.people = {}\n",
        (largest * rng.random_range(1.0..3.0_f64)).ceil()
    )]);
    if rng.random_bool(0.4) {
        rest += "[[role]]\nname = \"few\"\nshare = 0.2\n";
        rest.extend([format!(
            "asks = {}\nfriends = {}\n",
            rng.random_range(0.0..5.0_f64),
            rng.random_range(0.0..5.0_f64)
        )]);
        rest += "[[role]]\nname = \"many\"\nshare = 0.8\n";
        rest.extend([format!(
            "negative = {}\nanswers = {}\n",
            rng.random_range(0.0..20.0_f64),
            rng.random_range(0.0..5.0_f64)
        )]);
    }
    if rng.random_bool(0.5) {
        let (start, long) = (rng.random_range(0..30), rng.random_range(1..20));
        rest.extend([format!(
            "[[campaign]]\nname = \"c\"\nstart_week = {start}\nweeks = {long}\n"
        )]);
        rest.extend([format!(
            "question_lift = {}\nposts_per_week = {}\n",
            rng.random_range(0.0..9.0_f64),
            rng.random_range(0.0..9.0_f64)
        )]);
        rest.extend([format!(
            "followers = {}\nbudget = {}\n",
            rng.random_range(0.0..9e3_f64),
            rng.random_range(0.0..9e3_f64)
        )]);
    }
    head + &rest
}

/// A random value of a key; `None` for what is no quantity.
fn value(key: &Key, rng: &mut StdRng) -> Option<String> {
    let (kind, least) = match key.domain {
        Domain::Quantity(kind) => (kind, 0.0),
        Domain::Above(kind) => (kind, 1e-3),
        Domain::Whole(..) if key.path.ends_with("depth") => {
            return Some(rng.random_range(1..=5).to_string());
        }
        _ => return None,
    };
    let number: f64 = match (kind, rng.random_range(0..5)) {
        (Kind::Share | Kind::Positive, 0) => least,
        (Kind::Positive, 1) => 1.0,
        (Kind::Share, 1) if key.path != "value.retention" => 1.0,
        (Kind::Share, _) => rng.random_range(least..=1.0),
        (Kind::Growth | Kind::Real, _) => rng.random_range(-0.5..0.9),
        (Kind::Positive, 2) => 1000.0,
        (Kind::Positive, _) => 10.0_f64.powf(rng.random_range(-2.0..2.0)),
    };
    Some(number.to_string())
}

#[track_caller]
fn check(lowered: &Lowered, trial: u64) {
    let replay = engine::replay(&lowered.model, lowered.plan, trial);
    let world =
        World::draw(&lowered.model, Values { inputs: &replay.inputs, lives: Lives::Expected });
    let drawn = lowered.plan.sampler != Sampler::Expected;
    for (scope, (totals, weeks)) in replay.scopes.iter().enumerate() {
        let counted = |community: &Community| community.followers + community.paid_bots;
        let start: f64 = match scope {
            0 => world.communities.iter().map(counted).sum(),
            _ => counted(&world.communities[scope - 1]),
        };
        ledgers(start, weeks);
        let seen = weeks.iter().map(|week| week.flows.impressions_second()).sum::<f64>();
        for week in weeks {
            check_flows(&week.flows);
            if drawn && seen < COUNTABLE {
                whole(&week.flows);
            }
        }
        sums(totals, weeks);
        check_people(totals, weeks);
        check_money(totals);
    }
    check_team(&world, &replay, drawn);
    check_parts(&replay);
    check_metrics(lowered, &replay);
}

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs()).max(1e-6)
}

#[track_caller]
fn at_most(a: f64, b: f64) {
    assert!(a <= b + 1e-9 * b.abs().max(1e-6) && a >= -1e-9, "{a} is above {b}");
}

/// Questions are answered, given up, or wait; followers come from somewhere and go somewhere.
#[track_caller]
fn ledgers(start: f64, weeks: &[Week]) {
    let mut before = State { followers: start, ..State::default() };
    for Week { flows, state, .. } in weeks {
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
    // Friends who see are counted among whole friends: each week's sum is rounded, in up to three
    // communities.
    let rounding = 3.0;
    at_most(f.impressions_questions, f.contacts_questions + rounding);
    at_most(f.impressions_reactions, f.contacts_reactions + rounding);
    at_most(f.impressions_reviews, f.contacts_reviews + rounding);
    at_most(f.impressions_reshares, f.contacts_reshares + 4.0 * rounding);
    at_most(f.prospects, f.impressions_second());
    at_most(f.negative_impressions, f.prospects);
    at_most(f.reactions, f.impressions_first);
    at_most(f.answers_peers, f.questions);
    at_most(f.complaints, f.questions);
    at_most(f.complaints_recovered, f.complaints);
    at_most(f.praise + f.complaints, f.questions);
    at_most(f.presale, f.answers() + rounding);
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

/// What is counted is whole.
#[track_caller]
fn whole(f: &Flows) {
    let counts = [
        f.questions,
        f.answers_peers,
        f.answers_staff,
        f.gave_up,
        f.complaints,
        f.praise,
        f.reactions,
        f.reviews,
    ];
    let leads = [
        f.presale,
        f.clicks(),
        f.leads(),
        f.won(),
        f.customers(),
        f.repeat_orders,
        f.deterred,
        f.followers_gained,
        f.unfollows,
    ];
    let seen = [
        f.impressions_first,
        f.impressions_second(),
        f.prospects,
        f.negative_impressions,
        f.thread_views,
    ];
    for count in counts.into_iter().chain(leads).chain(seen) {
        assert!(count.fract() == 0.0, "{count} of {f:?}");
    }
}

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
    at_most(people.first.max(people.second).min(totals.market), people.total);
    at_most(people.total, (people.first + people.second).min(totals.market));
    at_most(people.first, totals.flows.impressions_first);
    at_most(people.second, totals.flows.impressions_second());
    at_most(people.askers, totals.flows.questions);
    at_most(people.second, totals.market);
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
        f.value_ideas,
    ];
    let losses = f.loss_negative + f.loss_ignored;
    let size: f64 = streams.iter().sum::<f64>() + losses + f.cost();
    assert!(
        (streams.iter().sum::<f64>() - losses - f.value()).abs() <= 1e-9 * size.max(1e-6),
        "{f:?}"
    );
    assert!(close(
        f.cost_team + f.cost_content + f.cost_fixed + f.cost_ads + f.cost_rewards,
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
    for (number, week) in weeks.iter().enumerate() {
        let room = if drawn { world.team.capacity.ceil() } else { world.team.capacity };
        at_most(week.flows.answers_staff, room);
        let fixed = world.money.fixed_per_week + if number == 0 { world.money.setup } else { 0.0 };
        assert!(
            close(week.flows.cost_team, world.team.cost),
            "{} and {}",
            week.flows.cost_team,
            world.team.cost
        );
        assert!(close(week.flows.cost_fixed, fixed), "{} and {fixed}", week.flows.cost_fixed);
    }
    at_most(totals.flows.answers_staff, (world.team.capacity * weeks.len() as f64).ceil());
    let ads: f64 =
        world.communities.iter().map(|community| community.ads).sum::<f64>() * weeks.len() as f64;
    assert!(totals.flows.cost_ads >= ads * (1.0 - 1e-9), "{} and {ads}", totals.flows.cost_ads);
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
    assert_eq!((flows, state), (all.flows, all.state));
    let npv: f64 = parts.iter().map(|(part, _)| part.npv).sum();
    let size: f64 = parts.iter().map(|(part, _)| part.npv.abs() + part.flows.cost()).sum();
    assert!((npv - all.npv).abs() <= 1e-9 * size.max(1e-6), "{npv} and {}", all.npv);
    let of: [fn(&People) -> f64; 4] = [|p| p.first, |p| p.second, |p| p.three_plus, |p| p.total];
    for reach in of {
        let sum: f64 = parts.iter().map(|(part, _)| reach(&part.people)).sum();
        let most = parts.iter().map(|(part, _)| reach(&part.people)).fold(0.0, f64::max);
        at_most(reach(&all.people), sum);
        at_most(most.min(all.market), reach(&all.people));
    }
}

/// No metric is infinite, and only a ratio without a denominator, or what never happens, is
/// undefined.
#[track_caller]
fn check_metrics(lowered: &Lowered, replay: &Replay) {
    for (totals, _) in &replay.scopes {
        for metric in lowered.model.metrics.iter().map(|&place| &METRICS[place]) {
            let measured = metric.value.of(totals);
            let undefined = measured.under == Some(0.0);
            assert!(measured.value().is_finite() || undefined, "{} is {measured:?}", metric.id);
            let signed =
                matches!(metric.needs, Needs::Value) || matches!(metric.id, "net_sentiment");
            assert!(
                signed || undefined || measured.value() >= 0.0,
                "{} is {measured:?}",
                metric.id
            );
        }
    }
}

#[test]
#[should_panic(expected = "is above")]
fn a_ledger_that_does_not_close_is_caught() {
    let lowered = lowered(crate::support::FIXED, &[]);
    let mut replay = engine::replay(&lowered.model, lowered.plan, 0);
    replay.scopes[0].1[3].flows.leads_direct += 1_000.0;
    check_flows(&replay.scopes[0].1[3].flows);
}
