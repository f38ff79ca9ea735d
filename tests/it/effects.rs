//! Every key of the table has an effect, and in the direction that its meaning says.

use crate::support::{lowered, run};
use reachsim::estimate::{mean, variance};
use reachsim::metric;
use reachsim::model::ColumnId;
use reachsim::scenario::keys::KEYS;

/// Two pages on which every step of the model takes place.
const BASE: &str = r#"
title = "Two pages"
simulation.weeks = 26
market.people = 400_000

[community.page]
platform = "facebook-2012"
followers = 50_000
bots = "10%"
active = "80%"
alive = "90%"
questions.per_year = 5_000
questions.season = [1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2]
questions.crises_per_year = 4
friends.mean = 130
feed.visibility = "7.5%"
feed.reshare = "1%"
posts.per_week = 10
posts.reach = "5%"

[community.other]
platform = "facebook-2012"
followers = 30_000
questions.per_year = 2_000
feed.visibility = "7.5%"
friends.mean = 130
"#;

#[derive(Clone, Copy, PartialEq)]
enum Effect {
    Up(&'static str),
    Down(&'static str),
    /// The metric spreads more, or is no longer the same in every future.
    Wider(&'static str),
    /// Other values, the same distribution.
    Other(&'static str),
}

use Effect::{Down, Other, Up, Wider};

/// What is set, beside it if need be something that makes the key matter, and what that does.
const EFFECTS: &[(&str, &[&str], Effect)] = &[
    ("simulation.seed", &["simulation.seed=7"], Other("questions")),
    ("simulation.weeks", &["simulation.weeks=40"], Up("questions")),
    ("simulation.start", &["simulation.start=2026-07-01"], Up("questions")),
    ("market.people", &["market.people=300k"], Down("reach_second")),
    ("market.adults", &["market.adults=1M", "market.internet=80%", "market.social=60%"], Up("reach_second")),
    ("market.internet", &["market.adults=1M", "market.internet=30%", "market.social=100%"], Down("reach_second")),
    ("market.social", &["market.adults=1M", "market.internet=100%", "market.social=30%"], Down("reach_second")),
    ("market.duplication", &["market.duplication=3"], Down("total_reach")),
    (
        "community.<id>.platform",
        &["community.page.platform=vkontakte-2012", "community.other.platform=vkontakte-2012"],
        Down("active_followers"),
    ),
    ("community.<id>.followers", &["community.page.followers=60k"], Up("reach_first")),
    ("community.<id>.bots", &["community.page.bots=50%"], Down("reach_first")),
    ("community.<id>.active", &["community.page.active=40%"], Down("distinct_askers")),
    ("community.<id>.alive", &["community.page.alive=50%"], Down("questions")),
    ("community.<id>.dead_activity", &["community.page.dead_activity=50%"], Up("questions")),
    ("community.<id>.questions.per_year", &["community.page.questions.per_year=6k"], Up("questions")),
    ("community.<id>.questions.per_day", &["community.page.questions.per_day=30"], Up("questions")),
    ("community.<id>.questions.per_follower", &["community.page.questions.per_follower=0.5"], Up("questions")),
    ("community.<id>.questions.dispersion", &["community.page.questions.dispersion=2"], Wider("questions")),
    ("community.<id>.questions.asker_skew", &["community.page.questions.asker_skew=2"], Up("distinct_askers")),
    ("community.<id>.questions.growth", &["community.page.questions.growth=50%"], Up("questions")),
    ("community.<id>.questions.season", &["community.page.questions.season=[2,2,2,2,2,2,1,1,1,1,1,1]"], Up("questions")),
    ("community.<id>.questions.crises_per_year", &["community.page.questions.crises_per_year=12"], Up("questions")),
    ("community.<id>.questions.crisis_size", &["community.page.questions.crisis_size=12"], Up("questions")),
    ("community.<id>.friends.mean", &["community.page.friends.mean=190"], Up("potential_questions")),
    ("community.<id>.friends.cv", &["community.page.friends.cv=1.5"], Up("impressions_reshares")),
    ("community.<id>.friends.growth", &["community.page.friends.growth=40%"], Up("potential_questions")),
    ("community.<id>.feed.visibility", &["community.page.feed.visibility=9%"], Up("impressions_questions")),
    ("community.<id>.feed.broadcast", &["community.page.feed.broadcast=50%"], Up("impressions_questions")),
    ("community.<id>.feed.online", &["community.page.feed.broadcast=50%", "community.page.feed.online=10%"], Down("impressions_questions")),
    ("community.<id>.feed.ranked", &["community.page.feed.online=50%", "community.page.feed.ranked=10%"], Down("impressions_questions")),
    (
        "community.<id>.feed.viewable",
        &["community.page.feed.online=50%", "community.page.feed.viewable=10%"],
        Down("impressions_questions"),
    ),
    ("community.<id>.feed.reshare", &["community.page.feed.reshare=2%"], Up("impressions_reshares")),
    ("community.<id>.feed.depth", &["community.page.feed.depth=4"], Up("impressions_reshares")),
    ("community.<id>.feed.repeat", &["community.page.feed.repeat=0"], Up("reach_second")),
    ("community.<id>.feed.scatter", &["community.page.feed.scatter=20%"], Down("reach_second")),
    ("community.<id>.feed.insiders", &["community.page.feed.insiders=50%"], Down("reach_second")),
    ("community.<id>.posts.per_week", &["community.page.posts.per_week=20"], Up("impressions_first")),
    ("community.<id>.posts.per_day", &["community.page.posts.per_day=4"], Up("impressions_first")),
    ("community.<id>.posts.reach", &["community.page.posts.reach=9%"], Up("impressions_first")),
    ("community.<id>.posts.skew", &["community.page.posts.skew=3"], Up("reach_first")),
    ("community.<id>.posts.fatigue", &["community.page.posts.fatigue=2"], Down("impressions_first")),
    ("community.<id>.posts.spread", &["community.page.posts.spread=6"], Wider("impressions_first")),
];

/// Keys whose effect is not on a metric, with the test that shows it.
const ELSEWHERE: &[(&str, &str)] = &[
    ("title", "effects::words_are_told_on"),
    ("description", "effects::words_are_told_on"),
    ("currency", "effects::words_are_told_on"),
    ("extends", "scenario: a child takes what its parent says"),
    ("simulation.trials", "effects::as_many_trials_as_the_file_says"),
    ("simulation.sampler", "engine::a_replayed_trial_is_the_trial"),
    ("market.brand_users", "effects::a_community_larger_than_those_who_follow_brands_is_refused"),
];

fn values(sets: &[&str], metric: &str) -> Vec<f64> {
    let lowered = lowered(BASE, sets);
    let (trials, _) = run(&lowered, 2_000);
    let (place, _) = metric::find(metric).expect("a metric");
    trials.column(&lowered.model, ColumnId { community: None, metric: place }).values()
}

#[track_caller]
fn expect_effect(key: &str, sets: &[&str], effect: Effect) {
    let (Up(metric) | Down(metric) | Wider(metric) | Other(metric)) = effect;
    let (before, after) = (values(&[], metric), values(sets, metric));
    let changes: Vec<f64> = before.iter().zip(&after).map(|(before, after)| after - before).collect();
    let se = (variance(&changes) / changes.len() as f64).sqrt();
    let z = mean(&changes) / se;
    match effect {
        Up(_) => assert!(z > 4.89, "`{key}` should raise {metric}: z = {z}"),
        Down(_) => assert!(z < -4.89, "`{key}` should lower {metric}: z = {z}"),
        // The ratio of two variances of 2,000 trials each is within 16 % of 1 with z = 3.6 if nothing happened.
        Wider(_) => assert!(variance(&after) > 1.3 * variance(&before), "`{key}` should spread {metric}"),
        Other(_) => assert!(changes.iter().any(|change| *change != 0.0) && z.abs() < 4.89, "`{key}` should only redraw {metric}: z = {z}"),
    }
}

#[test]
fn every_key_has_the_effect_that_it_says() {
    for (key, sets, effect) in EFFECTS {
        let path = sets.iter().any(|set| set.starts_with(&key.replace("<id>", "page")));
        assert!(path, "`{key}` is not among what is set: {sets:?}");
        expect_effect(key, sets, *effect);
    }
}

#[test]
fn no_key_is_without_a_test() {
    let tested: Vec<&str> = EFFECTS.iter().map(|(key, ..)| *key).chain(ELSEWHERE.iter().map(|(key, _)| *key)).collect();
    let missing: Vec<&str> = KEYS.iter().map(|key| key.path).filter(|path| !tested.contains(path)).collect();
    assert!(missing.is_empty(), "without an effect test: {missing:?}");
    let unknown: Vec<&&str> = tested.iter().filter(|path| !KEYS.iter().any(|key| key.path == **path)).collect();
    assert!(unknown.is_empty(), "no keys: {unknown:?}");
}

#[test]
#[should_panic(expected = "should raise")]
fn a_key_without_effect_is_caught() {
    expect_effect("market.people", &["market.people=400_000"], Up("reach_second"));
}

#[test]
fn words_are_told_on() {
    let sets = ["title=Another", "description=A page for tests", "currency=UAH"];
    let about = lowered(BASE, &sets).about;
    assert_eq!((about.title.as_str(), about.description.as_deref(), about.currency.as_str()), ("Another", Some("A page for tests"), "UAH"));
}

#[test]
fn as_many_trials_as_the_file_says() {
    assert_eq!(lowered(BASE, &["simulation.trials=2_345"]).plan.trials, 2_345);
    assert_eq!(lowered(BASE, &["simulation.trials=20k"]).plan.trials, 20_000);
}

#[test]
fn a_community_larger_than_those_who_follow_brands_is_refused() {
    let sets = vec!["market.brand_users=10%".to_owned()];
    let parsed = reachsim::scenario::parse(std::path::Path::new("test.toml"), BASE.to_owned(), &sets).and_then(reachsim::model::lower);
    let problems = parsed.expect_err("45,000 humans among 40,000 people").render(reachsim::diagnostic::Style::Plain);
    assert!(problems.contains("market-exceeded"), "{problems}");
}

#[test]
fn targets_correlations_and_overlaps_have_effects_too() {
    let overlap = |share: &str| format!("{BASE}\n[[overlap]]\nbetween = [\"page\", \"other\"]\nshare = \"{share}\"\n");
    let reach = |text: &str| crate::support::summary(text, &[], 1_000);
    let (little, much) = (reach(&overlap("5%")), reach(&overlap("90%")));
    let of = |summary: &reachsim::summary::Summary| crate::support::metric(summary, "reach_first").mean;
    assert!(of(&little).value > of(&much).value + 4.89 * (of(&little).se + of(&much).se));

    let uncertain = ["community.page.friends.mean=100..200", "community.page.feed.visibility=5%..10%"];
    let spread = |rank: &str| {
        let text = format!(
            "{BASE}\n[[correlation]]\nbetween = [\"community.page.friends.mean\", \"community.page.feed.visibility\"]\nrank = {rank}\n"
        );
        crate::support::metric(&crate::support::summary(&text, &uncertain, 4_000), "page.impressions_questions").sd
    };
    assert!(spread("0.9") > 1.15 * spread("0") && spread("0") > 1.15 * spread("-0.9"));

    let target = format!("{BASE}\n[[target]]\nname = \"many\"\nmetric = \"page.questions\"\nat_most = 1_000\n");
    let summary = reach(&target);
    let dead = summary.targets[0].probability;
    // The page is dead in one future of ten, and alive it has 2,500 questions in half a year, give or take 300.
    assert!((dead.value - 0.1).abs() < 4.89 * (0.09_f64 / 1_000.0).sqrt(), "{dead:?}");
}
