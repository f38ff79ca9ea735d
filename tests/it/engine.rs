//! The engine: the same bits whatever the threads, blocks and weeks, and the numbers of the
//! article.

use crate::support::{FIXED, lowered, metric, plan, quick, summary};
use reachsim::design::Sampler;
use reachsim::engine::Lives;
use reachsim::engine::{self, Detail, Unwatched, Values, Watch, World};
use reachsim::metric::METRICS;
use reachsim::model::{ColumnId, Lowered};
use reachsim::reach::{occupied, seen_share};
use reachsim::trials::{Column, Replay, Trials};

/// Two communities with everything uncertain that can be, reshares, crises and a community that may
/// be dead.
const WIDE: &str = r#"
title = "Two pages"
market.people = "5M to 40M"
simulation.weeks = 20

[community.a]
platform = "facebook"
followers = "50k to 200k"
alive = "70%"
questions.per_year = "2k to 20k"
questions.crises_per_year = 3
questions.growth = "5% to 40%"
friends.mean = "100 to 400"
friends.growth = 0.1
reviews.per_year = 20
reviews.visibility = "0.1%" # in many futures nobody sees one
feed.visibility = "1% to 9%"
feed.reshare = "1% to 4%"
feed.depth = 4
feed.repeat = "20%..80%"

[community.b]
platform = "vkontakte-2012"
followers = 30_000
questions.season = [1, 2, 3, 1, 1, 0, 0, 0.5, 1, 2, 4, 4]

[[overlap]]
between = ["a", "b"]
share = "10%..30%"
"#;

fn bits(trials: &Trials) -> Vec<u64> {
    let columns = trials
        .columns
        .iter()
        .flat_map(Column::values)
        .chain(trials.inputs.iter().flatten().copied());
    let weeks = trials
        .weekly
        .total()
        .into_iter()
        .flat_map(|sum| sum.statistics)
        .flat_map(|week| [week.mean, week.p05, week.p50, week.p95]);
    columns.chain(weeks).map(f64::to_bits).collect()
}

fn on_threads(lowered: &Lowered, threads: usize, trials: u64, detail: Detail) -> Trials {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
    pool.install(|| engine::run(&lowered.model, plan(lowered, trials), detail, &Unwatched))
}

#[test]
fn the_article_is_the_articles() {
    let questions = |v: &str| {
        let summary = summary(FIXED, &[&format!("community.page.feed.visibility={v}")], 20_000);
        let [questions, potential, seen] =
            ["questions", "potential_questions", "impressions_questions"]
                .map(|id| metric(&summary, id).mean);
        for (found, expected) in [(questions, 10_000.0), (potential, 1_300_000.0)] {
            assert!(
                (found.value - expected).abs() < 4.89 * found.se && found.se < 1e-3 * expected,
                "{found:?} is not {expected}"
            );
        }
        seen
    };
    for (v, expected) in [("5%", 65_000.0), ("10%", 130_000.0), ("5%..10%", 97_500.0)] {
        let seen = questions(v);
        assert!(
            (seen.value - expected).abs() < 4.89 * seen.se && seen.se < 2e-3 * expected,
            "{seen:?} is not {expected} at {v}"
        );
    }
    let day = metric(&summary(FIXED, &["simulation.sampler=expected"], 1), "questions").mean.value
        / 365.0;
    assert!((day - 27.397_260).abs() < 1e-6, "{day} questions a day");
}

#[test]
fn at_the_medians_the_arithmetic_is_exact() {
    let found = summary(FIXED, &["simulation.sampler=expected"], 10_000);
    assert_eq!(found.trials, 1);
    for (id, expected) in [
        ("questions", 1e4),
        ("potential_questions", 1.3e6),
        ("impressions_questions", 97_500.0),
        ("active_followers", 72_000.0),
    ] {
        let value = metric(&found, id).mean.value;
        assert!((value / expected - 1.0).abs() < 1e-12, "{id} is {value}, not {expected}");
    }
    // 10,000 messages from 72,000 members with skew 0.25, by hand: 72,000 (1 - (1 +
    // 10,000/18,000)^-0.25).
    let askers = metric(&found, "distinct_askers").mean.value;
    assert!((askers / 7_529.488_646_2 - 1.0).abs() < 1e-9, "{askers} askers");
}

#[test]
fn threads_change_no_bit() {
    let lowered = lowered(WIDE, &[]);
    let one = bits(&on_threads(&lowered, 1, 3_300, Detail::Weekly));
    assert!([2, 3, 8].iter().all(|&threads| bits(&on_threads(
        &lowered,
        threads,
        3_300,
        Detail::Weekly
    )) == one));
    // Negative control: another seed does.
    let other = self::lowered(WIDE, &["simulation.seed=2"]);
    assert_ne!(bits(&on_threads(&other, 2, 3_300, Detail::Weekly)), one);
}

/// So many threads leave room for the weeks of one scope at a time: its trials are simulated once
/// for each.
#[test]
fn weeks_without_room_for_all_scopes_have_the_same_bits() {
    let lowered = lowered(WIDE, &[]);
    let scope = lowered.model.weekly().count() * lowered.model.weeks * 1_000 * 8;
    let threads = 400;
    assert!((4 << 30) / threads < 2 * scope, "there is room for two scopes");
    let all = bits(&on_threads(&lowered, 2, 1_000, Detail::Weekly));
    assert!(bits(&on_threads(&lowered, threads, 1_000, Detail::Weekly)) == all);
}

#[test]
fn blocks_are_a_prefix_of_more_blocks_and_a_run_can_go_on() {
    let lowered = lowered(WIDE, &[]);
    let long = engine::run(&lowered.model, plan(&lowered, 2_700), Detail::Weekly, &Unwatched);
    for start in [1, 999, 1_000, 1_500] {
        let mut short =
            engine::run(&lowered.model, plan(&lowered, start), Detail::Weekly, &Unwatched);
        let values = |trials: &Trials| {
            trials
                .columns
                .iter()
                .map(|column| column.values()[..start as usize].to_vec())
                .collect::<Vec<_>>()
        };
        assert_eq!(format!("{:?}", values(&short)), format!("{:?}", values(&long)));
        engine::extend(&lowered.model, &mut short, 2_700, Detail::Weekly, &Unwatched);
        assert_eq!(bits(&short), bits(&long), "from {start}");
    }
}

#[test]
fn weeks_or_none_the_totals_have_the_same_bits() {
    let lowered = lowered(WIDE, &[]);
    let (with, mut without) = (
        on_threads(&lowered, 2, 1_200, Detail::Weekly),
        on_threads(&lowered, 2, 1_200, Detail::Totals),
    );
    assert!(without.weekly.is_empty());
    without.weekly.clone_from(&with.weekly);
    assert_eq!(bits(&with), bits(&without));
}

#[test]
fn a_replayed_trial_is_the_trial() {
    for sampler in Sampler::ALL {
        let lowered = lowered(WIDE, &[&format!("simulation.sampler={}", sampler.id())]);
        let trials = engine::run(&lowered.model, plan(&lowered, 1_100), Detail::Totals, &Unwatched);
        let last = trials.count() - 1;
        for trial in [0, 7, 999, 1_000, 1_099].into_iter().filter(|trial| *trial <= last) {
            let replay = engine::replay(&lowered.model, trials.plan, trial);
            let inputs: Vec<f64> =
                trials.inputs.iter().map(|values| values[trial as usize]).collect();
            assert_eq!(replay.inputs, inputs);
            for (column, values) in lowered.model.measured().zip(&trials.columns) {
                let scope = column.community.map_or(0, |community| community + 1);
                let value = METRICS[column.metric].value.of(&replay.scopes[scope].0).value();
                assert_eq!(
                    value.to_bits(),
                    values.value(trial as usize).to_bits(),
                    "{}",
                    lowered.model.column_name(column)
                );
            }
        }
    }
}

/// Week by week and trial by trial, in a broken block too; and no number of threads moves a bit.
#[test]
fn courses_are_the_weeks_of_the_run() {
    let lowered = lowered(WIDE, &[]);
    let plan = plan(&lowered, 1_100);
    let names = ["questions", "a.followers_end", "reach_first", "frequency_first"];
    let column = |name: &&str| lowered.model.column(name).expect("a metric");
    let columns: Vec<ColumnId> = names.iter().map(column).collect();
    let found = engine::courses(&lowered.model, plan, &columns, &Unwatched);
    for trial in [0, 999, 1_000, 1_099] {
        let replay = engine::replay(&lowered.model, plan, trial);
        for (column, weeks) in columns.iter().zip(&found).take(3) {
            let scope = column.community.map_or(0, |community| community + 1);
            for (week, values) in replay.scopes[scope].1.iter().zip(weeks) {
                let value = METRICS[column.metric].value.of_week(week).expect("weekly").value();
                assert_eq!(
                    (values.len(), values[trial as usize].to_bits()),
                    (1_100, value.to_bits())
                );
            }
        }
    }
    // What has a meaning over the horizon only has no weeks.
    assert!(found[3].iter().flatten().all(|value| value.is_nan()));
    let one = rayon::ThreadPoolBuilder::new().num_threads(1).build().expect("a pool");
    let again = one.install(|| engine::courses(&lowered.model, plan, &columns, &Unwatched));
    let bits = |all: &[Vec<Vec<f64>>]| -> Vec<u64> {
        all.iter().flatten().flatten().map(|value| value.to_bits()).collect()
    };
    assert_eq!(bits(&again), bits(&found));
}

/// Bits of metrics of one community in every trial.
fn bits_of<'n>(lowered: &Lowered, names: &[&'n str]) -> Vec<(&'n str, Vec<u64>)> {
    let trials = quick(lowered, 1_200);
    let bits = |name: &str| {
        let column = lowered
            .model
            .columns()
            .find(|column| lowered.model.column_name(*column) == name)
            .expect("a metric");
        trials.column(&lowered.model, column).values().iter().map(|value| value.to_bits()).collect()
    };
    names.iter().map(|name| (*name, bits(name))).collect()
}

/// What the article counts, and whom its questions reach.
const OF_QUESTIONS: [&str; 4] = [
    "page.questions",
    "page.potential_questions",
    "page.impressions_questions",
    "page.distinct_askers",
];

#[test]
fn an_added_community_changes_no_bit_of_the_first() {
    let more =
        format!("{FIXED}\n[community.other]\nplatform = \"facebook\"\nfollowers = \"5k to 10k\"\n");
    let (alone, both) = (lowered(FIXED, &[]), lowered(&more, &[]));
    // One team answers in both, so what depends on its answers moves, and nothing else does.
    let others = [
        "page.impressions_first",
        "page.impressions_reactions",
        "page.reach_first",
        "page.reach_second",
        "page.thread_views",
    ];
    let names: Vec<&str> = OF_QUESTIONS.into_iter().chain(others).collect();
    assert_eq!(bits_of(&alone, &names), bits_of(&both, &names));
    assert_ne!(bits_of(&alone, &["page.answers_staff"]), bits_of(&both, &["page.answers_staff"]));
}

#[test]
fn with_constant_followers_nothing_else_moves_what_the_article_counts() {
    let lowered = |text: &str, sets: &[&str]| lowered(&format!("{FIXED}{text}"), sets);
    let plain = lowered("", &[]);
    let other = "\n[community.other]\nplatform = \"facebook\"\nfollowers = 20_000\n";
    let money = "\n[value]\nmargin_per_customer = 60\ncost_per_contact = 5\ncustomer_year = \
        90\n[cost]\nper_post = 30\n";
    let additions: [(&str, &[&str]); 7] = [
        ("", &["community.page.posts.per_week=40"]),
        ("", &["community.page.posts.per_week=0"]),
        ("", &["support.hours_per_week=0"]),
        ("", &["support.hours_per_week=500", "support.peers=90%"]),
        (
            "",
            &[
                "community.page.reviews.per_year=5k",
                "community.page.feed.reshare=3%",
                "community.page.feed.engagement_visibility=50%",
            ],
        ),
        (money, &[]),
        (other, &[]),
    ];
    let before = bits_of(&plain, &OF_QUESTIONS);
    for (text, sets) in additions {
        assert_eq!(before, bits_of(&lowered(text, sets), &OF_QUESTIONS), "with {text} {sets:?}");
    }
    // Negative control: followers who grow ask more.
    let growing = lowered("", &["community.page.growth.organic=10%"]);
    assert_ne!(before, bits_of(&growing, &OF_QUESTIONS));
}

#[test]
fn the_order_of_communities_does_not_matter() {
    let [head, a, b] = ["[community.a]", "[community.b]", "[[overlap]]"].iter().fold(
        vec![WIDE.to_owned()],
        |mut parts, at| {
            let rest = parts.pop().unwrap_or_default();
            let (before, after) = rest.split_once(at).expect("a part");
            parts.extend([before.to_owned(), format!("{at}{after}")]);
            parts
        },
    )[..3]
        .to_vec()
        .try_into()
        .expect("three parts");
    let overlap = WIDE
        .split_once("[[overlap]]")
        .map(|(_, rest)| format!("[[overlap]]{rest}"))
        .unwrap_or_default();
    let straight = summary(&format!("{head}{a}{b}{overlap}"), &[], 1_000);
    let swapped = summary(&format!("{head}{b}{a}{overlap}"), &[], 1_000);
    for metric in &straight.metrics {
        let other = self::metric(&swapped, &metric.name);
        let close = |x: f64, y: f64| x == y || (x - y).abs() <= 1e-12 * x.abs();
        assert!(
            close(metric.mean.value, other.mean.value) && close(metric.max, other.max),
            "{}: {metric:?} {other:?}",
            metric.name
        );
    }
}

#[test]
fn the_expected_twin_is_where_the_trials_are() {
    // With every input fixed the expectation of each step is the step's expected value, but for the
    // bend of reach.
    let sets = [
        "community.page.feed.reshare=1%",
        "community.page.feed.depth=3",
        "community.page.questions.crises_per_year=2",
    ];
    let drawn = summary(FIXED, &sets, 20_000);
    let exact = summary(FIXED, &[&sets[..], &["simulation.sampler=expected"]].concat(), 1);
    for (id, bend) in [
        ("questions", 0.0),
        ("potential_contacts", 0.0),
        ("impressions_second", 0.0),
        ("impressions_first", 0.0),
        ("distinct_askers", 2e-3),
        ("reach_second", 2e-3),
        ("reach_first", 1e-2),
    ] {
        let (found, expected) = (metric(&drawn, id).mean, metric(&exact, id).mean.value);
        let allowed = 4.89 * found.se + bend * expected;
        assert!(
            (found.value - expected).abs() < allowed && allowed < 0.02 * expected,
            "{id}: {found:?}, at the medians {expected}"
        );
    }
}

#[test]
fn the_most_hits_are_found_without_looking_at_every_week() {
    // Few stories and glances that all differ: the visible share and the friends' mean wander from
    // week to week.
    let sparse = [
        "community.page.questions.per_year=40",
        "community.page.feed.visibility=30%",
        "community.page.friends.mean=8",
        "community.page.posts.per_week=0.2",
        "community.page.posts.engagement=0.02%",
        "community.page.reviews.per_year=20",
    ];
    let busy = [
        "community.page.reviews.per_year=500",
        "community.page.growth.organic=60%",
        "community.page.growth.churn=5%",
    ];
    for (sets, least) in [(&sparse[..], 30), (&busy[..], 0)] {
        let lowered = lowered(FIXED, sets);
        let mut earlier = 0;
        for trial in 0..300 {
            let replay = engine::replay(&lowered.model, lowered.plan, trial);
            let (most, last, pool, k) = all_hits(&lowered, &replay);
            earlier += u32::from(most > last * (1.0 + 1e-9));
            let (expected, found) = (occupied(pool, most, k), replay.scopes[0].0.people.second);
            assert!(
                (found - expected).abs() <= 1e-9 * expected,
                "trial {trial}: {found}, looking at every week {expected}"
            );
        }
        assert!(
            earlier >= least,
            "only {earlier} of 300 futures have their most hits before the end: the test sees \
                nothing"
        );
    }
}

/// The most hits of any week and those of the last, the pool and its heterogeneity.
fn all_hits(lowered: &Lowered, replay: &Replay) -> (f64, f64, f64, f64) {
    let world = World::draw(
        &lowered.model,
        Values { inputs: &replay.inputs, lives: Lives::Sampled(&[0.5]) },
    );
    let community = &world.communities[0];
    let (mut sums, mut gained, mut reshared, mut most, mut last) =
        ([[0.0; 3]; 3], 0.0, 0.0, 0.0_f64, 0.0);
    for week in &replay.scopes[0].1 {
        let flows = week.flows;
        gained += flows.followers_gained;
        reshared += flows.prospects_reshares;
        let ever = (community.followers + gained) * community.human * community.active;
        let routes = [
            (
                [flows.questions, flows.contacts_questions, flows.impressions_questions],
                community.asker_skew,
            ),
            (
                [flows.reactions, flows.contacts_reactions, flows.impressions_reactions],
                community.post_skew,
            ),
            (
                [flows.reviews, flows.contacts_reviews, flows.impressions_reviews],
                community.asker_skew,
            ),
        ];
        last = reshared;
        for (sum, (flows, skew)) in sums.iter_mut().zip(routes) {
            sum.iter_mut().zip(flows).for_each(|(sum, flow)| *sum += flow);
            let [stories, contacts, seen] = *sum;
            if contacts > 0.0 {
                let share =
                    seen_share(stories / ever, (seen / contacts).min(1.0), community.repeat, skew);
                last += ever * share * contacts / stories * (1.0 - community.insiders);
            }
        }
        most = most.max(last);
    }
    (most, last, community.pool, 1.0 / community.friends_cv.powi(2))
}

/// Whoever hears of the first trials stops the run.
struct Impatient(std::sync::atomic::AtomicU64);

impl Watch for Impatient {
    fn done(&self, trials: u64) {
        self.0.fetch_add(trials, std::sync::atomic::Ordering::Relaxed);
    }

    fn stopped(&self) -> bool {
        self.0.load(std::sync::atomic::Ordering::Relaxed) > 0
    }
}

#[test]
fn a_watch_is_told_of_every_trial_and_can_stop_the_run() {
    let lowered = lowered(FIXED, &[]);
    let patient = Impatient(0.into());
    let one = rayon::ThreadPoolBuilder::new().num_threads(1).build().expect("a thread");
    one.install(|| engine::run(&lowered.model, plan(&lowered, 50_000), Detail::Totals, &patient));
    assert_eq!(patient.0.into_inner(), 50, "the run went on after it was stopped");
}

/// The values of a metric in each of so many trials.
fn values(text: &str, sets: &[&str], id: &str, trials: u64) -> Vec<f64> {
    let lowered = lowered(text, sets);
    let found = quick(&lowered, trials);
    let column = lowered.model.columns().find(|column| lowered.model.column_name(*column) == id);
    found.column(&lowered.model, column.expect("a metric")).values()
}

#[test]
fn friends_could_see_what_nobody_saw() {
    let potential = |sets: &[&str]| values(FIXED, sets, "potential_questions", 2_000);
    let nothing = ["community.page.feed.visibility=0"];
    assert_eq!(potential(&nothing), potential(&[]), "the same friends");
    assert!(values(FIXED, &nothing, "impressions_questions", 100).iter().all(|seen| *seen == 0.0));
    // Where everybody sees everything they are as many.
    let all = ["community.page.feed.visibility=1"];
    assert_eq!(potential(&all), values(FIXED, &all, "impressions_questions", 2_000));
}

#[test]
fn followers_are_whole_and_of_the_market() {
    let churn = "community.page.growth.churn=30%";
    for followers in ["0.2", "0.6", "12.5"] {
        let set = format!("community.page.followers={followers}");
        let ends = values(FIXED, &[&set, churn], "followers_end", 1_000);
        assert!(ends.iter().all(|end| *end >= 0.0 && end.fract() == 0.0), "{followers}: {ends:?}");
    }
    // A market that is smaller than the followers in half of the futures, and one in which more
    // come and go in ten years than there are.
    for sets in [
        ["market.people=60k..140k", "community.page.followers=100k", "community.page.bots=0"],
        ["market.people=120k", "simulation.weeks=520", "community.page.growth.organic=2"],
    ] {
        let sets = [&sets[..], &[churn, "community.page.posts.reach=20%"]].concat();
        let of = |id: &str| values(FIXED, &sets, id, 300);
        let [first, total, share] = ["reach_first", "total_reach", "reach_share"].map(of);
        assert!(first.iter().zip(&total).all(|(first, total)| first <= total), "{sets:?}");
        assert!(share.iter().all(|share| *share <= 1.0), "{sets:?}");
        assert!(total.iter().all(|total| *total <= 140_000.0), "{sets:?}");
    }
}

#[test]
fn one_writer_of_all_messages_still_has_friends() {
    let one =
        ["community.page.questions.asker_skew=1e-6", "community.page.questions.per_year=2800"];
    let asked = values(FIXED, &one, "distinct_askers", 1_000);
    assert!(asked.iter().all(|asked| *asked >= 1.0), "{asked:?}");
    // The friends of one person are gamma: hardly ever fewer than a hundredth of the mean.
    let friends = values(FIXED, &one, "potential_questions", 1_000);
    let few = friends.iter().filter(|friends| **friends < 2_800.0 * 1.3).count();
    assert!(few < 60, "{few} of 1,000 futures");
}
