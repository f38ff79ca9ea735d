//! What the founding texts describe beside the reach, by hand arithmetic: at the medians every
//! event happens as often as expected.

use reachsim::estimate::mean;
use reachsim::reach::people;

use crate::support::{FIXED, lowered, metric, quick, summary};

/// A metric of the one future of the medians of a text.
#[track_caller]
fn of(text: &str, sets: &[&str], id: &str) -> f64 {
    let sets: Vec<&str> = [&["simulation.sampler=expected"], sets].concat();
    metric(&summary(text, &sets, 1), id).percentile("p50").value
}

#[track_caller]
fn at_medians(sets: &[&str], id: &str) -> f64 {
    of(FIXED, sets, id)
}

#[track_caller]
fn expect_close(found: f64, wanted: f64) {
    assert!((found - wanted).abs() <= 1e-9 * wanted.abs().max(1e-9), "{found}, not {wanted}");
}

/// No follower comes or goes.
const STILL: [&str; 3] = [
    "community.page.growth.organic=0",
    "community.page.growth.churn=0",
    "community.page.growth.follow=0",
];

/// The mean of (10/b)^0.5 over those who follow 3, 8, 15.5, 25 and 40 brands.
#[test]
fn a_survey_of_brands_is_a_mean_over_its_classes() {
    let plain = at_medians(&STILL, "impressions_first");
    let survey = ["community.page.feed.brands=lab42-2011", "community.page.feed.competition=0.5"];
    let classes = [(0.306, 3.0), (0.196, 8.0), (0.178, 15.5), (0.116, 25.0), (0.098, 40.0)];
    let all: f64 = classes.iter().map(|(share, _)| share).sum();
    let seen: f64 = classes.iter().map(|(share, brands)| share * f64::sqrt(10.0 / brands)).sum();
    let found = at_medians(&[&STILL[..], &survey].concat(), "impressions_first");
    expect_close(found, plain * seen / all);
}

/// A widget on a site of 2,000 visits a week brings half a per cent of them, and a partner with
/// 50,000 followers one in a thousand over its four weeks.
#[test]
fn a_site_and_a_partner_bring_followers() {
    let before = at_medians(&STILL, "followers_gained");
    expect_close(before, 0.0);
    let widget =
        ["community.page.growth.site_visits_per_week=2_000", "community.page.growth.widget=0.5%"];
    let found = at_medians(&[&STILL[..], &widget].concat(), "followers_gained");
    expect_close(found, 52.0 * 2_000.0 * 0.005);
    let cross = "
[[campaign]]
name = \"kindred\"
start_week = 10
weeks = 4
partner_followers = 50_000
";
    let text = format!("{FIXED}{cross}");
    expect_close(of(&text, &STILL, "followers_gained"), 50.0);
    let more = [&STILL[..], &["campaign.kindred.partner_follow=1%"]].concat();
    expect_close(of(&text, &more, "followers_gained"), 500.0);
    // Counted in whole people they are Poisson: their variance is their mean.
    let counted = lowered(&text, &more);
    let trials = quick(&counted, 4_000);
    let column = counted.model.column("followers_gained").expect("a metric");
    let gained = trials.column(&counted.model, column).values();
    let (at, n) = (mean(&gained), gained.len() as f64);
    let spread = gained.iter().map(|value| (value - at).powi(2)).sum::<f64>() / (n - 1.0);
    assert!((at - 500.0).abs() < 4.89 * (500.0 / n).sqrt(), "{at}");
    assert!((spread / 500.0 - 1.0).abs() < 4.89 * (2.0 / n).sqrt(), "{spread}");
}

/// A partner larger than the market, and friends who follow with the fifth power, are doubted.
#[test]
fn ways_in_that_nobody_means_are_told() {
    let cross = "
[[campaign]]
name = \"kindred\"
start_week = 10
weeks = 4
partner_followers = \"50M\"
";
    let told = |text: &str, sets: &[&str]| {
        lowered(text, sets).warnings.render(reachsim::diagnostic::Style::Plain)
    };
    let text = format!("{FIXED}{cross}");
    assert!(
        told(&text, &[]).contains("30,000,000 people who could follow"),
        "{}",
        told(&text, &[])
    );
    assert_eq!(told(&text, &["campaign.kindred.partner_followers=5M"]), "");
    let steep = told(FIXED, &["community.page.growth.liveliness=5"]);
    assert!(steep.contains("32 times as many friends"), "{steep}");
    assert_eq!(told(FIXED, &["community.page.growth.liveliness=2"]), "");
}

/// While it runs 8 points more complain and 3 fewer praise; before and after nothing is moved.
#[test]
fn a_campaign_moves_the_tone_of_its_weeks() {
    let base = ["support.recovery=0", "community.page.questions.dispersion=0"];
    let sets = [&STILL[..], &base].concat();
    let campaign = "
[[campaign]]
name = \"loud\"
start_week = 10
weeks = 13
negative = \"8%\"
positive = \"-3%\"
";
    let text = format!("{FIXED}{campaign}");
    let complaints = of(&text, &sets, "complaints");
    expect_close(complaints - at_medians(&sets, "complaints"), 2_500.0 * 0.08);
    let of_all = |share: &str, text: &str| of(text, &sets, share) * 10_000.0;
    expect_close(
        of_all("share_positive", &text) - of_all("share_positive", FIXED),
        2_500.0 * -0.03,
    );
    expect_close(of_all("net_sentiment", &text) - of_all("net_sentiment", FIXED), 2_500.0 * -0.11);
    // Shares stay shares, however large the differences.
    let all =
        [&sets[..], &["campaign.loud.negative=100%", "campaign.loud.positive=-100%"]].concat();
    let of_before = at_medians(&sets, "complaints");
    expect_close(of(&text, &all, "complaints"), of_before * 0.75 + 2_500.0);
    assert!(of(&text, &all, "share_positive") < at_medians(&sets, "share_positive"));
}

/// Of 520 posts of members a year half are shown by the page: 5 a week beside its own 7.
#[test]
fn cases_of_members_are_helpful_posts_and_go_round_once_more() {
    let own = ["community.page.reviews.per_year=520"];
    let sets = [&STILL[..], &own].concat();
    let shown = [&sets[..], &["community.page.reviews.reposted=50%"]].concat();
    let reviews = at_medians(&sets, "impressions_reviews");
    expect_close(at_medians(&shown, "impressions_reviews"), 1.5 * reviews);
    // 12 posts where there were 7, each of which reaches (12/7)^-0.3 times as many.
    let first = at_medians(&sets, "impressions_first");
    expect_close(at_medians(&shown, "impressions_first"), first * f64::powf(12.0 / 7.0, 0.7));
    // Reactions follow the mix: helpful posts have the weight 1, and 30/35/35 has 1.02.
    let reacted = at_medians(&sets, "impressions_reactions") / first;
    let mixed = (7.0 * 1.02 + 5.0) / 12.0 / 1.02;
    let found =
        at_medians(&shown, "impressions_reactions") / at_medians(&shown, "impressions_first");
    expect_close(found, reacted * mixed);
    // A repost costs nothing.
    let paid = |sets: &[&str]| at_medians(&[sets, &["cost.per_post=10"]].concat(), "cost_content");
    expect_close(paid(&shown), paid(&sets));
}

/// 1 + e (1 - exp(-r/h)), where r is what an active helper gets in a month.
#[test]
fn rewards_act_by_what_an_active_helper_gets() {
    let base = [&STILL[..], &["support.peers=20%", "community.page.reviews.per_year=520"]].concat();
    let rewarded =
        [&base[..], &["cost.rewards_per_month=500", "support.reward_effect=0.4"]].concat();
    let case = lowered(FIXED, &base);
    let number = |key: &str| {
        let found = case.assumptions.iter().find(|assumption| assumption.key == key);
        match &found.expect("an assumption").value {
            reachsim::model::Understood::Quantity(dist) => dist.quantile(0.5),
            other @ reachsim::model::Understood::Words(_) => panic!("{other:?}"),
        }
    };
    let page = |key: &str| number(&format!("community.page.{key}"));
    let active = page("followers") * (1.0 - page("bots")) * page("active");
    let answers = 10_000.0 * 0.2 / 12.0;
    let helpers = people(active, answers, page("questions.asker_skew"));
    let factor = 1.0 + 0.4 * (1.0 - (-500.0 / helpers / 5.0_f64).exp());
    assert!((1.1..1.39).contains(&factor), "{factor}");
    for id in ["answers_peers", "impressions_reviews"] {
        expect_close(at_medians(&rewarded, id), factor * at_medians(&base, id));
    }
    // Without rewards the effect is nothing, however large it would be, and nobody is rewarded
    // where nobody helps.
    let nobody = ["support.peers=0", "cost.rewards_per_month=500"];
    let alone = [&STILL[..], &nobody].concat();
    expect_close(at_medians(&alone, "answers_peers"), 0.0);
    expect_close(at_medians(&alone, "cost_rewards"), 6_000.0);
}

/// Questions grow by 20 % a year and posts do not; of the second power of how much livelier the
/// page is, as many more friends follow.
#[test]
fn friends_follow_a_lively_page() {
    let base = [
        "community.page.growth.organic=0",
        "community.page.growth.churn=0",
        "community.page.growth.follow=0.01%",
        "community.page.growth.promo_sensitivity=0",
        "community.page.feed.reshare=0",
        "community.page.questions.growth=20%",
    ];
    let silent = "community.page.posts.per_week=0";
    let lively = [&base[..], &[silent, "community.page.growth.liveliness=2"]].concat();
    let dull = [&base[..], &[silent, "community.page.growth.liveliness=0"]].concat();
    let [more, less] = [&lively, &dull].map(|sets| at_medians(sets, "followers_gained"));
    // Without posts, life is messages: 1.2^(t/52) of those of the first week, and as many more by
    // the few who came.
    let weekly: Vec<f64> = (0..52).map(|week| 1.2_f64.powf(f64::from(week) / 52.0)).collect();
    let expected = weekly.iter().map(|life| life.powi(3)).sum::<f64>() / weekly.iter().sum::<f64>();
    assert!((more / less / expected - 1.0).abs() < 0.005, "{more} over {less}: {expected}");
    // Reactions that nobody sees count as life, too.
    let hidden = [
        &base[..],
        &["community.page.growth.liveliness=2", "community.page.feed.engagement_visibility=0"],
    ]
    .concat();
    let posts = at_medians(&hidden, "followers_gained");
    assert!(posts < more && posts > less, "{less} < {posts} < {more}");
}
