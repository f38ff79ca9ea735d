//! What is drawn once a trial is distributed as if it were drawn week by week.

use reachsim::draw::{self, Split};
use reachsim::engine::{self, Detail, Lives, Unwatched, Values, World};
use reachsim::metric::{Flows, Totals, Week};
use reachsim::model::Lowered;
use reachsim::rng::Stream;

use super::draw::stream;
use super::statistics::{expect_mean, expect_share_below, expect_variance};
use crate::support::{FIXED, lowered, plan};

/// A quarter in which every terminal count has something to count.
const SETS: [&str; 17] = [
    "simulation.weeks=13",
    "community.page.growth.organic=30%",
    "community.page.sentiment.negative=40%",
    "community.page.feed.negative_spread=3",
    "support.hours_per_week=3",
    "support.peers=20%",
    "support.give_up=50%",
    "funnel.presale=40%",
    "funnel.click=2%",
    "funnel.lead=40%",
    "funnel.close=40%",
    "funnel.deter=10%",
    // Whoever searches does so at once, so that the week's own answers say how often; only views
    // save a contact.
    "community.page.search.views_per_message=3",
    "community.page.search.half_life_weeks=0.01",
    "value.would_have_called=0",
    "value.thread_deflection=20%",
    "value.ignored_loss=50%",
];
const PRICES: &str = "[value]\nmargin_per_customer = 100\nrepeat_margin = 20\ncost_per_contact = \
    5\ncustomer_year = 90\n[cost]\nper_post = 1\n";
const TRIALS: usize = 8_000;

/// A count of some share of what each week has, or of Poisson events of which this many times the
/// share are expected.
struct Terminal {
    name: &'static str,
    of: fn(&World, &Flows) -> f64,
    share: fn(&World) -> f64,
    count: fn(&Flows) -> f64,
    is_poisson: bool,
}

const fn terminal(
    name: &'static str,
    of: fn(&World, &Flows) -> f64,
    share: fn(&World) -> f64,
    count: fn(&Flows) -> f64,
) -> Terminal {
    Terminal { name, of, share, count, is_poisson: false }
}

fn friendly(_: &World, flows: &Flows) -> f64 {
    flows.prospects - flows.negative_impressions
}

fn earned(world: &World) -> f64 {
    world.funnel.click * world.funnel.trust * world.communities[0].earned_click
}

fn owned(world: &World) -> f64 {
    world.funnel.click * world.communities[0].click
}

fn owned_lead(world: &World) -> f64 {
    owned(world) * (1.0 - world.communities[0].customers) * world.funnel.lead
}

fn searches(world: &World, flows: &Flows) -> f64 {
    flows.answers() * world.communities[0].found
}

fn views(world: &World, flows: &Flows) -> f64 {
    flows.questions * world.communities[0].thread_readers + searches(world, flows)
}

fn ignored(world: &World) -> f64 {
    (1.0 - world.funnel.presale)
        * world.communities[0].customers
        * world.money.loyalty.map_or(0.0, |loyalty| loyalty.ignored_loss)
}

fn deflected(world: &World) -> f64 {
    world.money.deflection.map_or(0.0, |deflection| deflection.thread_deflection)
}

const TERMINAL: [Terminal; 17] = [
    terminal("won_direct", |_, f| f.leads_direct, |w| w.funnel.direct_close, |f| f.won_direct),
    terminal(
        "customers_direct",
        |_, f| f.leads_direct,
        |w| w.funnel.direct_close * w.funnel.incremental_direct,
        |f| f.customers_direct,
    ),
    terminal("clicks_earned", friendly, earned, |f| f.clicks_earned),
    terminal("leads_earned", friendly, |w| earned(w) * w.funnel.lead, |f| f.leads_earned),
    terminal(
        "won_earned",
        friendly,
        |w| earned(w) * w.funnel.lead * w.funnel.close,
        |f| f.won_earned,
    ),
    terminal(
        "customers_earned",
        friendly,
        |w| earned(w) * w.funnel.lead * w.funnel.close * w.funnel.incremental_earned,
        |f| f.customers_earned,
    ),
    terminal("clicks_owned", |_, f| f.impressions_first, owned, |f| f.clicks_owned),
    terminal("leads_owned", |_, f| f.impressions_first, owned_lead, |f| f.leads_owned),
    terminal(
        "won_owned",
        |_, f| f.impressions_first,
        |w| owned_lead(w) * w.funnel.close,
        |f| f.won_owned,
    ),
    terminal(
        "customers_owned",
        |_, f| f.impressions_first,
        |w| owned_lead(w) * w.funnel.close * w.funnel.incremental_owned,
        |f| f.customers_owned,
    ),
    terminal(
        "repeat_orders",
        |_, f| f.impressions_first,
        |w| owned(w) * w.communities[0].customers * w.funnel.repeat * w.funnel.incremental_repeat,
        |f| f.repeat_orders,
    ),
    terminal(
        "deterred",
        |_, f| f.negative_impressions,
        |w| w.funnel.deter * w.funnel.incremental_negative,
        |f| f.deterred,
    ),
    Terminal {
        name: "thread_views",
        of: |w, f| f.questions * w.communities[0].thread_readers,
        share: |_| 1.0,
        count: |f| f.thread_views,
        is_poisson: true,
    },
    Terminal {
        name: "search_views",
        of: searches,
        share: |_| 1.0,
        count: |f| f.search_views,
        is_poisson: true,
    },
    Terminal {
        name: "views_deflected",
        of: views,
        share: deflected,
        count: |f| f.value_deflection / 5.0,
        is_poisson: true,
    },
    terminal(
        "praise",
        |_, f| f.questions - f.complaints,
        |w| w.communities[0].praise,
        |f| f.praise,
    ),
    terminal("ignored", |_, f| f.gave_up, ignored, |f| f.loss_ignored / 90.0),
];

impl Terminal {
    /// The count of a week drawn on its own.
    fn drawn(&self, world: &World, flows: &Flows, rng: &mut Stream) -> f64 {
        let (of, share) = ((self.of)(world, flows), (self.share)(world));
        if self.is_poisson {
            draw::poisson(rng, of * share)
        } else {
            draw::binomial(rng, of, share)
        }
    }

    /// How far a count lies from its mean among so many, in deviations.
    fn standardised(&self, world: &World, of: f64, count: f64) -> Option<f64> {
        let share = (self.share)(world);
        let spread = if self.is_poisson { of * share } else { of * share * (1.0 - share) };
        (spread > 0.0).then(|| (count - of * share) / spread.sqrt())
    }
}

/// World, horizon and weeks of each trial.
fn futures(lowered: &Lowered) -> Vec<(World, Totals, Vec<Week>)> {
    let future = |trial: u64| {
        let mut replay = engine::replay(&lowered.model, lowered.plan, trial);
        let world =
            World::draw(&lowered.model, Values { inputs: &replay.inputs, lives: Lives::Expected });
        let (totals, weeks) = replay.scopes.swap_remove(0);
        (world, totals, weeks)
    };
    (0..TRIALS as u64).map(future).collect()
}

/// Fails unless totals and weeks of a terminal count have the mean, the variance, the independence
/// and the quartiles of plain weekly draws.
#[track_caller]
fn assert_as_if_drawn_weekly(
    terminal: &Terminal,
    futures: &[(World, Totals, Vec<Week>)],
    rng: &mut Stream,
) {
    let (mut found, mut plain) = ([const { Vec::new() }; 3], [const { Vec::new() }; 3]);
    for (world, totals, weeks) in futures {
        let of: Vec<f64> = weeks.iter().map(|week| (terminal.of)(world, &week.flows)).collect();
        let drawn: Vec<f64> =
            weeks.iter().map(|week| terminal.drawn(world, &week.flows, rng)).collect();
        let split: Vec<f64> = weeks.iter().map(|week| (terminal.count)(&week.flows)).collect();
        assert_eq!(split.iter().sum::<f64>(), (terminal.count)(&totals.flows), "{}", terminal.name);
        for (into, counts) in [(&mut found, &split), (&mut plain, &drawn)] {
            into[0].extend(terminal.standardised(world, of.iter().sum(), counts.iter().sum()));
            let week = |week: usize| terminal.standardised(world, of[week], counts[week]);
            into[1].extend(week(3));
            into[2].extend(week(3).zip(week(7)).map(|(one, other)| one * other));
        }
    }
    for [totals, week, both] in [&found, &plain] {
        for scores in [totals, week] {
            assert!(scores.len() > TRIALS / 2, "{} of {} are nothing", terminal.name, TRIALS);
            expect_mean(scores).near(0.0).resolving(0.12);
            expect_variance(scores, 0.0).near(1.0).resolving(0.35);
        }
        expect_mean(both).near(0.0).resolving(0.15);
    }
    // Of the horizon as many lie below a quantile of the plain ones as there should.
    let mut sorted = plain[0].clone();
    sorted.sort_by(f64::total_cmp);
    for share in [0.25, 0.75] {
        let quantile = sorted[(share * sorted.len() as f64) as usize];
        let near =
            sorted.iter().filter(|&&score| score <= quantile).count() as f64 / sorted.len() as f64;
        // The quantile is itself drawn: twice the variance.
        let found = expect_share_below(&found[0], quantile).near(near);
        super::statistics::Expectation { se: found.se * std::f64::consts::SQRT_2, ..found }
            .resolving(0.06);
    }
}

#[test]
fn totals_and_weeks_are_distributed_as_if_drawn_week_by_week() {
    let futures = futures(&lowered(&format!("{FIXED}{PRICES}"), &SETS));
    let mut rng = stream(600);
    for terminal in &TERMINAL {
        assert_as_if_drawn_weekly(terminal, &futures, &mut rng);
    }
}

#[test]
fn reactions_that_nobody_sees_are_distributed_as_if_drawn_week_by_week() {
    let sets = [&SETS[..], &["community.page.feed.engagement_visibility=0"]].concat();
    let futures = futures(&lowered(&format!("{FIXED}{PRICES}"), &sets));
    let reactions = terminal(
        "reactions",
        |_, f| f.impressions_first,
        |w| w.communities[0].reaction,
        |f| f.reactions,
    );
    assert_as_if_drawn_weekly(&reactions, &futures, &mut stream(602));
}

/// Weeks that have their share of a total, and no luck of their own.
#[test]
#[should_panic(expected = "standard errors of")]
fn weeks_without_luck_are_caught() {
    let mut rng = stream(601);
    let mut split = Split::default();
    let scores: Vec<f64> = (0..TRIALS)
        .map(|_| {
            split.over([400.0; 13].into_iter());
            split.in_proportion(draw::binomial(&mut rng, 5_200.0, 0.25));
            (split.parts[3] - 100.0) / 75.0_f64.sqrt()
        })
        .collect();
    expect_variance(&scores, 0.0).near(1.0).resolving(0.35);
}

/// Columns by their names, bit for bit.
fn columns(lowered: &Lowered, detail: Detail) -> Vec<(String, Vec<u64>)> {
    let trials = engine::run(&lowered.model, plan(lowered, 600), detail, &Unwatched);
    let columns = lowered.model.measured().zip(&trials.columns);
    columns
        .map(|(column, values)| {
            (
                lowered.model.column_name(column),
                values.values().iter().map(|value| value.to_bits()).collect(),
            )
        })
        .collect()
}

#[test]
fn neither_weeks_nor_prices_move_a_count() {
    let two = format!("{FIXED}[community.other]\nplatform = \"forum\"\nfollowers = 9_000\n");
    let outreach =
        ["outreach.per_week=30", "outreach.reply=40%", "outreach.lead=50%", "simulation.weeks=20"];
    let prices: [&[&str]; 7] = [
        &[],
        &["hires.per_year=30", "hires.saving=900"],
        &["value.margin_per_customer=100"],
        &["value.repeat_margin=20"],
        &["value.cost_per_contact=5"],
        &["value.customer_year=90"],
        &[
            "value.margin_per_customer=100",
            "value.repeat_margin=20",
            "value.cost_per_contact=5",
            "value.customer_year=90",
        ],
    ];
    let without = columns(&lowered(&two, &outreach), Detail::Totals);
    for prices in prices {
        let lowered = lowered(&two, &[&outreach[..], prices].concat());
        let (with, weekly) = (columns(&lowered, Detail::Totals), columns(&lowered, Detail::Weekly));
        assert_eq!(with, weekly, "with {prices:?}");
        for (name, bits) in &without {
            let other = with.iter().find(|(other, _)| other == name);
            assert!(other.is_some_and(|(_, other)| other == bits), "{name} is moved by {prices:?}");
        }
    }
}

#[test]
fn hires_that_follow_the_mood_move_praise_and_no_other_count() {
    let hires = ["simulation.weeks=20", "hires.per_year=30", "hires.saving=900"];
    let mood = [&hires[..], &["value.hire_sentiment=1"]].concat();
    let [without, with] =
        [&hires[..], &mood[..]].map(|sets| columns(&lowered(FIXED, sets), Detail::Totals));
    let moved = without.iter().zip(&with).filter(|(one, other)| one != other);
    let moved: Vec<&str> = moved.map(|((name, _), _)| name.as_str()).collect();
    assert!(moved.contains(&"share_positive") && moved.contains(&"net_sentiment"), "{moved:?}");
    let is_money_or_mood = |name: &&str| {
        ["share_positive", "net_sentiment"].contains(name)
            || ["value", "profit", "roi", "roas", "npv", "payback", "cash"]
                .iter()
                .any(|word| name.contains(word))
    };
    assert!(moved.iter().all(is_money_or_mood), "{moved:?}");
}
