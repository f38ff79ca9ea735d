//! The engine and the plain implementation give the same expectations: of every metric, for three
//! scenarios.

use std::collections::BTreeMap;

use rand::SeedableRng;
use rand::rngs::StdRng;
use reachsim::metric::METRICS;
use reachsim::model::{ColumnId, Community, Lowered, Understood};
use reachsim::trials::Column;
use reachsim_plain::{Measured, Plain, simulate};

use crate::support::{lowered, quick};

/// A page with everything on: reshares over three generations, roles, a campaign, crises, ads,
/// prices for all streams.
const FULL: &str = r#"
title = "Everything"
simulation.weeks = 30
market.people = "3M"
[community.page]
platform = "facebook-2012"
followers = 60_000
questions.per_year = 6_000
questions.growth = "30%"
questions.crises_per_year = 3
friends.growth = "20%"
questions.private = "30%"
posts.hours = 0.2
feed.reshare = "2%"
feed.depth = 3
reviews.per_year = 400
posts.per_week = 9
posts.branded = "40%"
growth.ads_per_week = 60
[support]
people = 0.6
hours_per_person = 20
salary_per_month = 900
other_work = "10%"
open = "Mon-Fri 9:00-18:00"
escalated = "15%"
escalation_hours = 20
[funnel]
deter = "0.5%"
[value]
margin_per_customer = 120
repeat_margin = 30
cost_per_contact = 7
customer_year = 90
months_to_earn = 6
[polls]
per_year = 6
value = 1_500
response = "1.5%"
[hires]
per_year = 4
saving = 2_000
[cost]
per_post = 20
manager_per_month = 500
tools_per_month = 100
setup = 900
[[role]]
name = "advocate"
share = 0.1
asks = 3
friends = 2
negative = 0.2
answers = 4
[[role]]
name = "critic"
share = 0.1
asks = 2
negative = 6
[[role]]
name = "reader"
share = 0.8
[[campaign]]
name = "spring"
start_week = 8
weeks = 6
question_lift = 1.8
posts_per_week = 4
followers = 2_500
budget = 1_300
"#;

/// Three communities that share one team and a campaign.
const THREE: &str = r#"
title = "Three networks"
simulation.weeks = 20
market.people = "500k"
[community.one]
platform = "facebook-2012"
followers = 40_000
questions.per_year = 5_000
[community.two]
platform = "vkontakte-2012"
followers = 30_000
questions.per_year = 3_000
reviews.per_year = 900
[community.three]
platform = "forum"
followers = 12_000
questions.per_year = 4_000
[support]
hours_per_week = 12
[value]
cost_per_contact = 6
customer_year = 70
margin_per_customer = 200
[cost]
per_post = 10
manager_per_month = 300
[[campaign]]
name = "all"
start_week = 3
weeks = 5
question_lift = 2
followers = 1_000
budget = 700
"#;

/// Two pages of which one begins later, and a year in which everything that may change does.
const CHANGING: &str = r#"
title = "A year of changes"
simulation.weeks = 24
market.people = "800k"
[community.page]
platform = "facebook-2012"
followers = 50_000
questions.per_year = 5_000
questions.growth = "20%"
posts.per_week = 5
growth.ads_per_week = 40
[community.channel]
platform = "vkontakte-2012"
opens_at_week = 6
followers = 20_000
questions.per_year = 4_000
questions.growth = "40%"
reviews.per_year = 500
[support]
people = 0.5
salary_per_month = 1_500
peers_ramp_weeks = 10
[value]
margin_per_customer = 150
repeat_margin = 25
cost_per_contact = 6
customer_year = 80
would_have_called = "20%"
[polls]
value = 900
per_year = 5
[cost]
per_post = 10
manager_per_month = 300
setup = 700
[[campaign]]
name = "all"
start_week = 4
weeks = 6
question_lift = 2
posts_per_week = 3
followers = 1_500
budget = 900
[[change]]
at_week = 9
[change.set]
"support.people" = 1.5
"support.recovery" = "60%"
"community.page.posts.per_week" = 12
"community.page.questions.per_year" = 9_000
"community.page.questions.private" = "20%"
"community.page.growth.ads_per_week" = 200
"cost.per_post" = 25
"cost.setup" = 400
"value.margin_per_customer" = 90
[[change]]
at_week = 16
[change.set]
"support.people" = 0.2
"support.give_up" = "60%"
"community.channel.questions.per_year" = 1_500
"community.channel.posts.per_week" = 2
"value.cost_per_contact" = 9
"value.customer_year" = 40
"cost.manager_per_month" = 900
"#;

/// A page with everything that the founding texts add: a campaign that speaks, a partner, a widget,
/// cases of members that are shown, and friends who follow a lively page.
const FOUNDING: &str = r#"
title = "A lively page"
simulation.weeks = 22
market.people = "900k"
[community.page]
platform = "facebook-2012"
followers = 40_000
questions.per_year = 7_000
questions.crises_per_year = 6
reviews.per_year = 1_200
reviews.reposted = "30%"
posts.per_week = 6
growth.liveliness = 1.5
growth.follow = "0.2%"
growth.site_visits_per_week = 20_000
growth.widget = "0.3%"
[support]
peers = "20%"
[value]
margin_per_customer = 150
[cost]
per_post = 20
[[role]]
name = "advocate"
share = "20%"
asks = 2
friends = 1.5
negative = 0.2
answers = 3
[[role]]
name = "critic"
share = "10%"
asks = 3
negative = 4
[[role]]
name = "reader"
share = "70%"
[[campaign]]
name = "loud"
start_week = 4
weeks = 8
question_lift = 1.5
posts_per_week = 4
positive = "-6%"
negative = "18%"
partner_followers = 300_000
partner_follow = "0.4%"
[[campaign]]
name = "kind"
start_week = 9
weeks = 6
positive = "12%"
negative = "-15%"
"#;

/// Half a year of the article's page, with nothing that costs or earns.
const ARTICLE: &str = r#"
title = "The article"
simulation.weeks = 26
market.people = "30M"
[community.page]
platform = "facebook-2012"
followers = 100_000
questions.per_year = 10_000
feed.visibility = "7.5%"
feed.repeat = 0.6
"#;

/// The scenario with every uncertain input at its median.
fn fixed(text: &str) -> Lowered {
    let uncertain = lowered(text, &[]);
    let sets: Vec<String> = uncertain
        .model
        .inputs
        .iter()
        .map(|input| format!("{}={}", input.key, input.dist.quantile(0.5)))
        .collect();
    let fixed = lowered(text, &sets.iter().map(String::as_str).collect::<Vec<_>>());
    assert!(fixed.model.inputs.is_empty(), "{:?}", fixed.model.inputs);
    fixed
}

/// The numbers of a scenario as the assumptions tell them.
fn plain(lowered: &Lowered) -> Plain {
    let mut general = BTreeMap::new();
    let mut communities = vec![BTreeMap::new(); lowered.model.communities.len()];
    let number = |key: &str| {
        let found = lowered.assumptions.iter().find(|assumption| assumption.key == key);
        found.and_then(|assumption| {
            if let Understood::Quantity(dist) = &assumption.value { dist.is_fixed() } else { None }
        })
    };
    for assumption in lowered.assumptions.iter().filter(|row| !row.key.contains('@')) {
        let value = match &assumption.value {
            Understood::Quantity(dist) => dist.is_fixed(),
            Understood::Words(words) => words.parse().ok(),
        };
        let Some(value) = value else { continue };
        let place = lowered
            .model
            .communities
            .iter()
            .position(|c| assumption.key.starts_with(&format!("community.{}.", c.id)));
        match place {
            Some(place) => {
                let rest = assumption.key.splitn(3, '.').nth(2).expect("a key of a community");
                communities[place].insert(rest.to_owned(), value);
            }
            None => drop(general.insert(assumption.key.clone(), value)),
        }
    }
    for keys in &mut communities {
        // What the file leaves of the mix, the others fill up.
        let branded = keys["posts.branded"];
        for key in ["posts.helpful", "posts.emotional"] {
            keys.insert(key.to_owned(), (1.0 - branded) / 2.0);
        }
    }
    general.entry("cost.discount".to_owned()).or_insert(0.0);
    if lowered.model.closed_hours > 0.0 {
        // Mon-Fri 9:00-18:00: four nights of 15 hours, and a weekend of 63.
        let gaps = 4.0 * 15.0_f64.powi(2) + 63.0_f64.powi(2);
        general.insert("closed_hours".to_owned(), gaps / (2.0 * 168.0));
    }
    let role = |name: &str| {
        ["share", "asks", "friends", "negative", "answers"]
            .map(|field| number(&format!("role.{name}.{field}")).expect("a number"))
    };
    let names = ["advocate", "critic", "reader"];
    let campaigns = lowered.model.campaigns.iter().map(|campaign| {
        let of = |field: &str| number(&format!("campaign.{}.{field}", campaign.name));
        let [lift, posts, followers, budget] =
            ["question_lift", "posts_per_week", "followers", "budget"]
                .map(|field| of(field).expect("a number"));
        let [positive, negative, partners, come] =
            ["positive", "negative", "partner_followers", "partner_follow"]
                .map(|field| of(field).unwrap_or(0.0));
        let numbers = [lift, posts, followers, budget, positive, negative, partners * come];
        (campaign.community, campaign.start_week, campaign.weeks, numbers)
    });
    let changes = lowered.assumptions.iter().filter_map(|assumption| {
        let (key, week) = assumption.key.split_once('@')?;
        let Understood::Quantity(dist) = &assumption.value else { return None };
        let id = |c: &Community| key.starts_with(&format!("community.{}.", c.id));
        let place = lowered.model.communities.iter().position(id);
        let key = place.map_or(key, |_| key.splitn(3, '.').nth(2).expect("a key of a community"));
        Some((week.parse().expect("a week"), place, key.to_owned(), dist.is_fixed()?))
    });
    let mut changes: Vec<(usize, Option<usize>, String, f64)> = changes.collect();
    changes.sort_by_key(|(week, ..)| *week);
    Plain {
        changes,
        weeks: lowered.model.weeks,
        roles: if lowered.model.roles.is_empty() {
            Vec::new()
        } else {
            names.into_iter().map(role).collect()
        },
        campaigns: campaigns.collect(),
        general,
        communities,
    }
}

/// Mean with its standard error; of a ratio, the ratio of means by the delta method.
fn estimate(over: &[f64], under: Option<&[f64]>) -> (f64, f64) {
    let n = over.len() as f64;
    let mean = |values: &[f64]| values.iter().sum::<f64>() / n;
    let error = |values: &[f64], at: f64| {
        (values.iter().map(|value| (value - at).powi(2)).sum::<f64>() / (n - 1.0) / n).sqrt()
    };
    match under {
        None => (mean(over), error(over, mean(over))),
        Some(under) => {
            let ratio = mean(over) / mean(under);
            let rest: Vec<f64> =
                over.iter().zip(under).map(|(over, under)| over - ratio * under).collect();
            (ratio, error(&rest, 0.0) / mean(under))
        }
    }
}

/// Differences of the means in units of their standard error, by metric.
fn compare(text: &str, seed: u64, trials: usize) -> Vec<(&'static str, f64, f64, f64)> {
    let lowered = fixed(text);
    let plain = plain(&lowered);
    let engine = quick(&lowered, 8 * trials as u64);
    let mut rng = StdRng::seed_from_u64(seed);
    let runs: Vec<BTreeMap<&'static str, Measured>> =
        (0..trials).map(|_| simulate(&plain, &mut rng)).collect();
    let mut found = Vec::new();
    for &metric in &lowered.model.metrics {
        let id = METRICS[metric].id;
        let (mut over, mut under) = (Vec::new(), Vec::new());
        for run in &runs {
            match run.get(id).unwrap_or_else(|| panic!("the plain implementation has no {id}")) {
                Measured::Plain(value) => over.push(*value),
                Measured::Ratio(above, below) => {
                    over.push(*above);
                    under.push(*below);
                }
            }
        }
        let (a, a_se) = match engine.column(&lowered.model, ColumnId { community: None, metric }) {
            Column::Plain(values) => estimate(values, None),
            Column::Ratio { over, under } => estimate(over, Some(under)),
        };
        let (b, b_se) = estimate(&over, (!under.is_empty()).then_some(&under[..]));
        if a == b || a.is_nan() && b.is_nan() {
            found.push((id, a, b, 0.0));
            continue;
        }
        // What does not vary agrees but for rounding.
        let se = a_se.hypot(b_se).max(1e-9 * a.abs());
        found.push((id, a, b, (a - b) / se));
    }
    found
}

#[track_caller]
fn expect_agreement(text: &str, seed: u64) {
    let far: Vec<_> =
        compare(text, seed, 1_000).into_iter().filter(|(.., z)| z.abs() > 4.0).collect();
    assert!(far.is_empty(), "engine, plain, difference in standard errors: {far:#?}");
}

#[test]
fn on_a_page_with_everything() {
    expect_agreement(FULL, 1);
}

#[test]
fn on_three_communities_with_one_team() {
    expect_agreement(THREE, 2);
}

#[test]
fn on_pages_that_change_on_the_way() {
    expect_agreement(CHANGING, 5);
}

#[test]
fn on_a_lively_page_with_roles_and_campaigns() {
    expect_agreement(FOUNDING, 7);
}

#[test]
fn on_the_articles_page() {
    expect_agreement(ARTICLE, 3);
}

/// Both implementations of another scenario differ: the test sees something.
#[test]
fn a_difference_is_noticed() {
    let lowered = fixed(ARTICLE);
    let mut other = plain(&lowered);
    other.communities[0].insert("sentiment.negative".to_owned(), 0.105);
    let mut rng = StdRng::seed_from_u64(4);
    let complaints: Vec<f64> = (0..300)
        .map(|_| {
            if let Measured::Plain(value) = simulate(&other, &mut rng)["complaints"] {
                value
            } else {
                0.0
            }
        })
        .collect();
    let (mean, se) = estimate(&complaints, None);
    let engine = crate::support::run(&lowered, 2_000).1;
    let found = crate::support::metric(&engine, "complaints").mean;
    assert!((mean - found.value).abs() > 4.0 * se.hypot(found.se), "{mean} {found:?}");
}
