//! Money against published cases and hand arithmetic.

use reachsim::engine::{Cash, Money, Till, lifetime};
use reachsim::metric::{Flows, State, Week};

use crate::support::{metric, run, summary};

/// Nothing has a price, at 10 % interest.
fn money(weeks_to_earn: usize) -> Money {
    Money {
        is_counted: true,
        discount: -(1.1_f64.ln()) / 52.0,
        weeks_to_earn,
        customer: None,
        repeat_margin: None,
        would_have_called: 0.0,
        deflection: None,
        loyalty: None,
        polls: None,
        hires: None,
        attention: 0.0,
        forum_per_week: 0.0,
        ideas: None,
        rewards_per_week: 0.0,
        per_post: 0.0,
        fixed_per_week: 0.0,
        setup: 0.0,
        cpm: 0.0,
    }
}

/// Forrester's example of a Total Economic Impact study: sums at the start and after one, two and
/// three years.
#[test]
fn the_cash_flow_of_a_published_case() {
    let costs = [53_150.0, 666_715.0, 636_772.0, 647_783.0];
    let benefits = [0.0, 1_606_511.0, 3_061_331.0, 4_229_760.0];
    let present = |value: [f64; 4], cost: [f64; 4]| {
        let mut weeks = vec![Flows::default(); 3 * 52 + 1];
        for year in 0..4 {
            weeks[52 * year].value_deflection = value[year];
            weeks[52 * year].cost_fixed = cost[year];
        }
        Cash::default().of(&money(1), weeks.iter())
    };
    let (npv, payback) = present(benefits, costs);
    let [value, cost] = [present(benefits, [0.0; 4]).0, -present([0.0; 4], costs).0];
    // The sums of the published case are rounded to whole dollars.
    assert!(
        (cost - 1_672_201.0).abs() < 1.0 && (value - 7_168_371.0).abs() < 1.0,
        "{cost} {value}"
    );
    assert!((npv - 5_496_170.0).abs() < 1.0, "{npv}");
    assert!(((value - cost) / cost - 3.29).abs() < 0.005);
    // In the week that begins after the first year 1.6 million come in, and more than all costs so
    // far goes out before.
    assert_eq!(payback, Some(53.0));
}

#[test]
fn a_customer_is_worth_what_gupta_and_lehmann_say() {
    for (retention, multiple) in [(0.6, 1.20), (0.7, 1.75), (0.8, 2.67), (0.9, 4.50)] {
        let found = lifetime([100.0, 2.0, 0.25, retention], 0.1);
        // The first margin comes at once, all later ones are m r/(1+i-r).
        assert!((found / 50.0 - 1.0 - multiple).abs() < 0.005, "{retention}: {found}");
    }
}

#[test]
fn margins_arrive_over_weeks_also_past_the_horizon() {
    let mut weeks = vec![Flows::default(); 2];
    weeks[0].cost_fixed = 30.0;
    weeks[0].value_direct = 40.0;
    weeks[1].loss_negative = 4.0;
    // 10 a week from week 0 to 3, less 1 a week from week 1 to 4: -20, -11, -2, 7, 6.
    let (npv, payback) = Cash::default().of(&money(4), weeks.iter());
    assert_eq!(payback, Some(4.0));
    let v = 1.1_f64.powf(-1.0 / 52.0);
    let by_hand = -30.0 + 10.0 + 9.0 * v + 9.0 * v.powi(2) + 9.0 * v.powi(3) - v.powi(4);
    assert!((npv - by_hand).abs() < 1e-9, "{npv} and {by_hand}");
    // What is in the till at the end of each week, and once the instalments are over.
    let mut unfolding: Vec<Week> = Vec::new();
    let mut till = Till::default();
    for week in weeks.iter().copied().chain(vec![Flows::default(); 4]) {
        let cash = till.close(&week, &unfolding, &money(4));
        unfolding.push(Week {
            flows: week,
            state: State { cash, ..State::default() },
            ..Week::default()
        });
    }
    let sums: Vec<f64> = unfolding.iter().map(|week| week.state.cash).collect();
    assert_eq!(sums, [-20.0, -11.0, -2.0, 7.0, 6.0, 6.0]);
    // The last instalment is the last: 36 of margins never pay 37 back.
    weeks[0].cost_fixed = 37.0;
    assert_eq!(Cash::default().of(&money(4), weeks.iter()).1, None);
}

#[test]
fn what_is_never_paid_back_has_no_week() {
    let paid = |value: f64, later: f64| {
        let mut weeks = vec![Flows::default(); 5];
        weeks[0].value_deflection = value;
        weeks[4].cost_fixed = later;
        Cash::default().of(&money(1), weeks.iter()).1
    };
    assert_eq!(paid(10.0, 10.0), Some(1.0), "never below zero");
    assert_eq!(paid(10.0, 10.1), None, "below zero at the end");
    assert_eq!(paid(0.0, 0.0), Some(1.0), "nothing to pay back");
}

/// 1,000 visitors, of whom 10 % become leads and half of them customers at 1,500 each, for 1,700:
/// 4,311.76 %.
const VISITORS: &str = r#"
title = "A simple case"
simulation.weeks = 1
simulation.sampler = "expected"

[community.page]
platform = "facebook"
followers = 100_000
bots = 0
customers = 0
questions.per_year = 0
posts.per_week = 7
posts.reach = "1/7"
feed.engagement_visibility = 0

[funnel]
click = "1%"
lead = "10%"
close = "50%"
incremental_owned = 1

[value]
margin_per_customer = 1_500

[support]
hours_per_week = 0

[cost]
setup = 1_700
"#;

#[test]
fn the_simple_return_on_social_media() {
    let text = VISITORS.replace("\"1/7\"", &format!("{}", 1.0 / 7.0));
    let found = summary(&text, &[], 1);
    let value = |id: &str| metric(&found, id).mean.value;
    assert!((value("clicks") - 1_000.0).abs() < 1e-9 && (value("leads") - 100.0).abs() < 1e-9);
    assert!(
        (value("customers") - 50.0).abs() < 1e-9 && (value("total_value") - 75_000.0).abs() < 1e-6
    );
    assert!((100.0 * value("roi") - 4_311.76).abs() < 0.01, "{}", value("roi"));
    assert!(
        (value("cost_per_customer") - 34.0).abs() < 1e-9
            && (value("cost_per_lead") - 17.0).abs() < 1e-9
    );
}

#[test]
fn money_times_k_is_the_same_in_other_money() {
    let priced = |k: f64| {
        format!(
            "{}[value]\nmargin_per_customer = {}\ncost_per_contact = {}\ncustomer_year = \
                {}\nrepeat_margin = {}\n[cost]\nper_post = {}\nsetup = {}\n\
             [support]\nwage = {}\n[market]\ncpm = {}\n",
            crate::support::FIXED.replace("market.people = \"30M\"", ""),
            60.0 * k,
            5.0 * k,
            90.0 * k,
            15.0 * k,
            30.0 * k,
            700.0 * k,
            20.0 * k,
            8.0 * k
        )
    };
    let (one, ten) = (summary(&priced(1.0), &[], 1_000), summary(&priced(8.0), &[], 1_000));
    for metric in &one.metrics {
        let other = self::metric(&ten, &metric.name);
        let unit = reachsim::metric::METRICS[metric.column.metric].unit;
        let k = if unit.is_money() { 8.0 } else { 1.0 };
        let (a, b) = (metric.mean.value * k, other.mean.value);
        assert!(
            a == b || (a - b).abs() <= 1e-9 * a.abs() || a.is_nan() && b.is_nan(),
            "{}: {a} and {b}",
            metric.name
        );
    }
}

/// The value of n customers is the sum of n: its variance is n times that of one, never n^2 times.
#[test]
fn the_value_of_many_customers_spreads_like_their_sum() {
    let text = format!(
        "{}[value]\nmargin_per_customer = 100\nmargin_cv = 2\n[cost]\nper_post = \
            0\n[funnel]\npresale = 1\ndirect_lead = 1\ndirect_close = 1\nincremental_direct = \
            1\nspeed_half_life_hours = 1_000_000\n",
        crate::support::FIXED
    );
    let lowered = crate::support::lowered(
        &text,
        &["simulation.weeks=1", "community.page.sentiment.negative=0", "support.peers=0"],
    );
    let (trials, _) = run(&lowered, 4_000);
    let values = |id: &str| {
        let (metric, _) = reachsim::metric::find(id).expect("a metric");
        trials
            .column(&lowered.model, reachsim::model::ColumnId { community: None, metric })
            .values()
    };
    // Given n customers: mean 100 n, variance (200)^2 n.
    let standardised: Vec<f64> = values("value_direct")
        .iter()
        .zip(values("customers"))
        .map(|(value, n)| (value - 100.0 * n) / (200.0 * n.sqrt()))
        .collect();
    crate::statistics::expect_mean(&standardised).near(0.0).resolving(0.2);
    let squares: Vec<f64> = standardised.iter().map(|z| z * z).collect();
    crate::statistics::expect_mean(&squares).near(1.0).resolving(0.3);
}

#[test]
fn a_stream_without_a_price_is_not_measured() {
    let found = summary(
        &format!("{}[value]\ncost_per_contact = 5\n[cost]\nper_post = 10\n", crate::support::FIXED),
        &[],
        100,
    );
    for id in [
        "value_deflection",
        "total_value",
        "profit",
        "npv",
        "payback_weeks",
        "cost_team",
        "media_equivalent",
    ] {
        assert!(found.metric(id).is_some(), "{id}");
    }
    for id in [
        "value_direct",
        "value_earned",
        "value_owned",
        "value_repeat",
        "value_retention",
        "loss_negative",
        "value_research",
    ] {
        assert!(found.metric(id).is_none(), "{id}");
    }
    let without = summary(crate::support::FIXED, &[], 100);
    assert!(without.metric("total_cost").is_none() && without.metric("profit").is_none());
    // A margin of zero is a value.
    let zero =
        summary(&format!("{}[value]\nmargin_per_customer = 0\n", crate::support::FIXED), &[], 100);
    assert_eq!(metric(&zero, "value_direct").mean.value, 0.0);
}

#[test]
fn profit_is_the_target_of_a_file_that_counts_money_and_states_none() {
    let text =
        format!("{}[value]\ncost_per_contact = 5\n[cost]\nper_post = 10\n", crate::support::FIXED);
    let lowered = crate::support::lowered(&text, &[]);
    assert_eq!(lowered.model.targets.len(), 1);
    assert_eq!(lowered.model.column_name(lowered.model.targets[0].metric), "profit");
    assert!(crate::support::lowered(crate::support::FIXED, &[]).model.targets.is_empty());
}

#[test]
fn only_the_euros_that_are_used_have_to_be_given_in_another_currency() {
    let text = "title = \"t\"\ncurrency = \"UAH\"\n[community.page]\nplatform = \
        \"facebook\"\nfollowers = 1_000\n\
                [value]\ncost_per_contact = 200\n[cost]\nper_post = 900\n";
    let asked = |sets: &[&str]| {
        let sets: Vec<String> = sets.iter().map(|set| (*set).to_owned()).collect();
        let lowered =
            reachsim::scenario::parse(std::path::Path::new("t.toml"), text.to_owned(), &sets)
                .and_then(reachsim::model::lower);
        let printed = lowered.map_or_else(
            |problems| problems.render(reachsim::diagnostic::Style::Plain),
            |_| String::new(),
        );
        ["support.wage", "market.cpm", "cost_per_follower"].map(|key| printed.contains(key))
    };
    assert_eq!(asked(&[]), [true, true, false]);
    assert_eq!(asked(&["support.wage=300"]), [false, true, false]);
    let given = ["support.wage=300", "market.cpm=300"];
    assert_eq!(asked(&given), [false, false, false], "nobody advertises");
    assert_eq!(
        asked(&[&given[..], &["community.page.growth.ads_per_week=900"]].concat()),
        [false, false, true]
    );
    // What people are paid follows from no exchange rate.
    assert_eq!(asked(&["currency_per_eur=45"]), [true, false, false]);
    assert_eq!(asked(&["currency_per_eur=45", "support.wage=300"]), [false, false, false]);
    assert_eq!(asked(&["currency_per_eur=45", "support.hours_per_week=0"]), [false, false, false]);
    // Without a price nothing in money is used.
    let plain = text.split("[value]").next().unwrap_or_default();
    crate::support::lowered(plain, &[]);
}
