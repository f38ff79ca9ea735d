//! Tests of `learn/known/rules.rs`: each key from rows of which the answer is known.

use std::path::Path;

use reachsim_core::{model, scenario};
use reachsim_data::analyse::{Asked, Days, History, Met, Posted};
use reachsim_data::shape::Tone;
use reachsim_learn::known::all::{Known, Said};
use reachsim_learn::known::page::{Ask, Source};
use reachsim_learn::known::seen::Remark;

/// A year of days.
const DAYS: i32 = 364;

/// What is said of a key of a page with 10,000 members, all of them people.
#[track_caller]
fn said(key: &str, more: &str, history: &History) -> Said {
    faded(key, more, (history, None))
}

/// The same, where a row that is so many weeks old counts for half.
#[track_caller]
fn faded(key: &str, more: &str, (history, half_life): (&History, Option<f64>)) -> Said {
    let text = format!(
        "title = \"A page\"\nmarket.people = \"30M\"\n[community.page]\nplatform = \"facebook\"\n\
         followers = 10_000\nbots = 0\nactive = 1\nalive = 1\nposts.per_week = 7\n\
         posts.fatigue = 0\ngrowth.follow = 0\n{more}"
    );
    let read = scenario::parse(Path::new("page.toml"), text, &[]).unwrap();
    let lowered = model::lower(read).map_err(|problems| problems.to_string()).unwrap();
    let steady = vec![key.to_owned()];
    let ask = Ask { weeks: 52, steady, half_life, ..Ask::default() };
    let source = Source { history, community: 0, weight: 1.0 };
    let known = Known::of(&lowered.model, &[source], &ask);
    let found = known.said.into_iter().find(|said| said.key.ends_with(key));
    found.unwrap_or_else(|| panic!("nothing is said of {key}"))
}

/// What the data alone say, in the middle.
fn middle(said: &Said) -> f64 {
    said.evidence.curve.scale.value(said.evidence.curve.mean())
}

#[track_caller]
fn expect_near(said: &Said, wanted: f64, within: f64) {
    let found = middle(said);
    assert!((found / wanted - 1.0).abs() < within, "{}: {found} is not {wanted}", said.key);
}

fn history() -> History {
    History {
        period: Some((0, DAYS - 1)),
        followers: (0..DAYS).map(|day| (day, 10_000.0)).collect(),
        ..History::default()
    }
}

fn daily(count: f64) -> Days {
    Days { first: 0, counts: vec![count; DAYS as usize] }
}

#[test]
fn gains_over_followers_are_organic_growth() {
    // 10 a day of 10,000, 364 days: 36.4 %.
    let history = History { gained: Some(daily(10.0)), ..history() };
    expect_near(&said("growth.organic", "", &history), 0.364, 0.01);
    // Those whom advertising brings are not organic: 7 of the 70 a week.
    let ads = "growth.ads_per_week = 70\ngrowth.cost_per_follower = 10\n";
    expect_near(&said("growth.organic", ads, &history), 0.9 * 0.364, 0.02);
}

#[test]
fn losses_over_followers_are_churn_of_a_month() {
    // 5 a day of 10,000 are 0.35 % a week: 1 - (1 - 0.0035)^(52/12) a month.
    let plain =
        "posts.branded = 0\nposts.helpful = 0.5\nposts.emotional = 0.5\ngrowth.neglect = 0\n";
    let history = History { lost: Some(daily(5.0)), ..history() };
    expect_near(&said("growth.churn", plain, &history), 1.0 - 0.9965_f64.powf(52.0 / 12.0), 0.02);
}

fn asked(day: i32, hours: Option<f64>, is_helped: Option<bool>) -> Asked {
    Asked { day, hours, is_answered: Some(hours.is_some()), is_helped }
}

#[test]
fn who_replied_first_is_the_share_of_peers() {
    let questions =
        (0..10 * DAYS).map(|place| asked(place / 10, Some(2.0), Some(place % 5 == 0))).collect();
    expect_near(&said("support.peers", "", &History { questions, ..history() }), 0.2, 0.02);
}

/// Half a year in which one in ten replied first, and half a year of five in ten: who lets rows
/// fade in eight weeks hears the later half, and is less certain.
#[test]
fn what_is_long_ago_fades() {
    let questions = (0..364).flat_map(|day| {
        let helped = if day < 182 { 1 } else { 5 };
        (0..10).map(move |place| asked(day, Some(2.0), Some(place < helped)))
    });
    let history = History { questions: questions.collect(), ..history() };
    let key = "support.peers";
    let [all, late, never] =
        [None, Some(8.0), Some(1e9)].map(|weeks| faded(key, "", (&history, weeks)));
    // Blocks are joined by their precision, which is that of 10 % less than that of 50 %.
    expect_near(&all, 0.36, 0.05);
    assert!(middle(&late) > 0.46, "{}", middle(&late));
    expect_near(&never, middle(&all), 1e-6);
    assert!(late.evidence.curve.sd() > 1.3 * all.evidence.curve.sd());
    assert!(late.evidence.remarks.contains(&Remark::Discounted));
}

/// Few rows are added up, and count there for as much as each of them does.
#[test]
fn few_rows_fade_too() {
    let helped = |day: i32| day < 40;
    let questions =
        (0..80).filter(|day| day % 2 == 0).map(|day| asked(day, Some(2.0), Some(helped(day))));
    let history = History { questions: questions.collect(), ..history() };
    let [all, late] = [None, Some(2.0)].map(|weeks| faded("support.peers", "", (&history, weeks)));
    expect_near(&all, 0.5, 0.1);
    assert!(middle(&late) < 0.3, "{}", middle(&late));
}

#[test]
fn waits_are_told_by_what_they_keep() {
    // Half wait 0 hours and half as many as halve twice: they keep 0.625, as a mean wait of
    // h/ln 2 (1/0.625 - 1) hours does.
    let questions = (0..2 * DAYS)
        .map(|place| asked(place / 2, Some(if place % 2 == 0 { 0.0 } else { 16.0 }), None))
        .collect();
    let half = "[support]\nhalf_life_hours = 8\n";
    let wanted = 8.0 / std::f64::consts::LN_2 * 0.6;
    expect_near(
        &said("support.base_hours", half, &History { questions, ..history() }),
        wanted,
        0.02,
    );
}

#[test]
fn leads_that_are_old_enough_tell_how_many_are_won() {
    // One of four is won, after 30 days; those of the last 30 days are still open.
    let lead = |place: i32| {
        let day = place / 10;
        let is_won = place % 4 == 0 && day < DAYS - 30;
        let closed = is_won.then_some(day + 30);
        Met { day, closed, won: Some(is_won) }
    };
    let leads = (0..10 * DAYS).map(lead).collect();
    expect_near(&said("funnel.close", "", &History { leads, ..history() }), 0.25, 0.03);
}

fn posts(of: impl Fn(i32) -> Posted) -> History {
    let posts: Vec<Posted> = (0..DAYS).map(of).collect();
    History { posted: posts.iter().map(|post| post.day).collect(), posts, ..history() }
}

fn post(day: i32, reach: f64) -> Posted {
    let (deeds, clicks) = (Some(0.03 * reach), Some(0.01 * reach));
    Posted { day, reach, reach_followers: None, followers: None, deeds, clicks }
}

#[test]
fn posts_tell_their_mean_and_apart_from_it_how_they_differ() {
    // Half reach 200 and half 800: ln lies ln 2 about ln 400.
    let history = posts(|day| post(day, if day % 2 == 0 { 200.0 } else { 800.0 }));
    let s2 = std::f64::consts::LN_2.powi(2);
    let mean = said("posts.reach", "", &history);
    expect_near(&mean, 0.04 * (0.5 * s2).exp(), 0.03);
    let spread = said("posts.spread", "", &history);
    assert!((spread.evidence.point.unwrap() / s2.exp_m1().sqrt() - 1.0).abs() < 0.05);
    // The spread of posts is no doubt of their mean.
    assert!(mean.evidence.curve.sd() < 0.1, "{}", mean.evidence.curve.sd());
}

#[test]
fn deeds_and_clicks_are_shares_of_those_reached() {
    let history = posts(|day| post(day, 1_000.0));
    expect_near(&said("posts.engagement", "", &history), 0.03, 0.02);
    expect_near(&said("funnel.click", "", &history), 0.01, 0.02);
}

#[test]
fn a_tone_that_nobody_checked_is_five_points_wide() {
    let tones = (0..10 * DAYS)
        .map(|place| {
            let tone = if place % 5 == 0 { Tone::Negative } else { Tone::Neutral };
            (place / 10, tone)
        })
        .collect();
    let found = said("sentiment.negative", "", &History { tones, ..history() });
    expect_near(&found, 0.2, 0.02);
    let sd = found.evidence.curve.sd();
    assert!((sd / (0.05 / 0.16) - 1.0).abs() < 0.1, "{sd}");
}
