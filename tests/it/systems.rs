//! The further systems of the founding texts, by hand arithmetic: at the medians every event
//! happens as often as expected.

use reachsim::estimate::mean;

use crate::support::{FIXED, lowered, metric, summary};

/// A metric of the one future of the medians, with some keys set.
#[track_caller]
fn at_medians(sets: &[&str], id: &str) -> f64 {
    let sets: Vec<&str> = [&["simulation.sampler=expected"], sets].concat();
    metric(&summary(FIXED, &sets, 1), id).percentile("p50").value
}

#[track_caller]
fn expect_close(found: f64, wanted: f64) {
    assert!((found - wanted).abs() <= 1e-9 * wanted.abs().max(1e-9), "{found}, not {wanted}");
}

const YEAR: f64 = 52.0;

#[test]
fn groups_write_more_and_walls_stop_some() {
    expect_close(at_medians(&[], "questions"), 10_000.0);
    expect_close(at_medians(&["community.page.questions.barrier=80%"], "questions"), 2_000.0);
}

/// A group moves what the program takes for the network, and never what somebody states, in
/// whatever form.
#[test]
fn a_group_leaves_what_is_stated_as_it_is() {
    const GROUP: &str = "community.page.kind=group";
    let derived = FIXED.replace("questions.per_year = 10_000\n", "");
    let of = |sets: &[&str], id: &str| {
        let sets: Vec<&str> = [&["simulation.sampler=expected"], sets].concat();
        metric(&summary(&derived, &sets, 1), id).percentile("p50").value
    };
    expect_close(of(&[GROUP], "questions"), 1.5 * of(&[], "questions"));
    for stated in [
        "community.page.questions.per_year=9_000",
        "community.page.questions.per_day=20",
        "community.page.questions.per_follower=0.1",
        "platform.facebook-2012.questions.per_follower=0.1",
    ] {
        expect_close(of(&[GROUP, stated], "questions"), of(&[stated], "questions"));
    }
    let reactions = "impressions_reactions";
    expect_close(of(&[GROUP], reactions), 1.5 * of(&[], reactions));
    let stated = "community.page.posts.engagement=1%";
    expect_close(of(&[GROUP, stated], reactions), of(&[stated], reactions));
}

#[test]
fn brands_share_attention_and_machines_waste_it() {
    let plain = at_medians(&[], "impressions_first");
    expect_close(
        at_medians(&["community.page.posts.autopost=true"], "impressions_first"),
        0.7 * plain,
    );
    let shared = ["community.page.feed.brands_followed=40", "community.page.feed.competition=0.5"];
    expect_close(at_medians(&shared, "impressions_first"), 0.5 * plain);
    // Fewer brands than the reference leave more for each.
    let few = ["community.page.feed.brands_followed=2.5", "community.page.feed.competition=0.5"];
    expect_close(at_medians(&few, "impressions_first"), 2.0 * plain);
}

#[test]
fn bought_bots_are_followers_and_nothing_else() {
    let bought = ["community.page.growth.paid_bots=50_000"];
    expect_close(at_medians(&bought, "followers_end"), at_medians(&[], "followers_end") + 50_000.0);
    for id in ["active_followers", "impressions_first", "questions", "reach_second", "unfollows"] {
        expect_close(at_medians(&bought, id), at_medians(&[], id));
    }
}

/// Of what an answered message has before it, 1 - 2^(-1/h) comes in a week; without a half-life all
/// of it at once.
#[test]
fn old_threads_are_found_for_as_long_as_they_live() {
    let answers = at_medians(&[], "answers_staff") + at_medians(&[], "answers_peers");
    let at_once = ["community.page.search.views_per_message=20"];
    expect_close(at_medians(&at_once, "search_views"), 20.0 * answers);
    let slowly = [at_once[0], "community.page.search.half_life_weeks=13"];
    let weekly = answers / YEAR;
    let kept = 0.5_f64.powf(1.0 / 13.0);
    let found: f64 = (1..=52).map(|weeks_left| 20.0 * weekly * (1.0 - kept.powi(weeks_left))).sum();
    let answered_evenly = at_medians(&slowly, "search_views");
    // The first week begins with an empty desk, so that answers are not quite the same in every
    // week.
    assert!((answered_evenly / found - 1.0).abs() < 0.02, "{answered_evenly} and {found}");
}

#[test]
fn members_grow_into_helping_and_take_checking() {
    let peers = 0.2 * 10_000.0;
    expect_close(at_medians(&["support.peers=20%"], "answers_peers"), peers);
    // 1/26 in the first week, all from the 26th on.
    let ramp = (1..=52).map(|week| f64::from(week.min(26)) / 26.0).sum::<f64>() / YEAR;
    expect_close(
        at_medians(&["support.peers=20%", "support.peers_ramp_weeks=26"], "answers_peers"),
        ramp * peers,
    );
    // A team of 60 answers a week that takes two minutes of ten for each of 38 members' answers and
    // 22 messages of spam gives 12 fewer.
    let busy = [
        "support.peers=20%",
        "support.hours_per_week=10",
        "support.minutes_per_answer=10",
        "support.give_up=100%",
    ];
    let checks = [&busy[..], &["support.check_minutes=2", "support.spam_per_week=21.6"]].concat();
    let fewer = (at_medians(&busy, "answers_staff") - at_medians(&checks, "answers_staff")) / YEAR;
    assert!((11.0..=12.1).contains(&fewer), "{fewer}");
}

#[test]
fn whoever_is_served_well_answers_and_writes() {
    let sets = ["support.makes_advocates=1%", "support.peers=0", "support.hours_per_week=100"];
    let served = at_medians(&["support.peers=0", "support.hours_per_week=100"], "answers_staff");
    let advocates = at_medians(&sets, "advocates_end");
    assert!(advocates > 0.005 * served && advocates < 0.01 * served, "{advocates} of {served}");
    assert!(
        at_medians(&sets, "answers_peers") > 100.0
            && at_medians(&sets, "impressions_reviews") > 0.0
    );
}

#[test]
fn people_in_need_become_leads() {
    let sets = ["outreach.per_week=20", "outreach.reply=25%", "outreach.lead=10%"];
    expect_close(at_medians(&sets, "outreach_replies"), 20.0 * YEAR * 0.25);
    expect_close(
        at_medians(&sets, "leads_direct") - at_medians(&[], "leads_direct"),
        20.0 * YEAR * 0.025,
    );
}

/// Whoever is sent away is neither turned around nor sold to.
#[test]
fn who_is_sent_away_was_not_helped() {
    let away = ["support.sent_away=40%"];
    for id in ["complaints_recovered", "leads_direct"] {
        expect_close(at_medians(&away, id), 0.6 * at_medians(&[], id));
    }
}

#[test]
fn trust_and_the_clicks_of_a_network_are_factors() {
    // Without posts of the page all clicks are those of friends.
    let clicks = |more: &[&str]| {
        at_medians(
            &[&["funnel.click=1%", "funnel.trust=2", "community.page.posts.reach=0"], more]
                .concat(),
            "clicks",
        )
    };
    expect_close(clicks(&["market.trusting=50%"]), 0.75 * clicks(&[]));
    expect_close(clicks(&["community.page.click=3"]), 3.0 * clicks(&[]));
}

/// Own messages against 30,000 of two competitors, of which 15 % praise and 12 % complain.
#[test]
fn competitors_are_compared_by_voice_tone_and_activity() {
    let text = format!(
        "{FIXED}reviews.per_year = 0\n[competitor.one]\nmessages_per_year = 20_000\nfollowers = \
            150_000\npositive = \"18%\"\nnegative = \"10%\"\n[competitor.two]\nmessages_per_year = \
            10_000\nfollowers = 50_000\npositive = \"9%\"\nnegative = \"16%\"\n"
    );
    let found = summary(&text, &["simulation.sampler=expected"], 1);
    let value = |id: &str| metric(&found, id).percentile("p50").value;
    expect_close(value("share_of_voice"), 10_000.0 / 40_000.0);
    let net = value("net_sentiment");
    expect_close(value("sentiment_gap"), net - (20_000.0 * 0.08 - 10_000.0 * 0.07) / 30_000.0);
    expect_close(
        value("activity_ratio"),
        (10_000.0 / value("followers_end")) / (30_000.0 / 200_000.0),
    );
}

#[test]
fn ideas_forums_and_rewards_are_money() {
    let sets = [
        "value.ideas_per_year=6",
        "value.idea_value=500",
        "value.forum_saved_per_month=300",
        "cost.rewards_per_month=50",
    ];
    expect_close(at_medians(&sets, "value_ideas"), 3_000.0);
    expect_close(at_medians(&sets, "value_forum"), 3_600.0);
    expect_close(at_medians(&sets, "cost_rewards"), 600.0);
    let plain = at_medians(&["value.forum_saved_per_month=0"], "total_cost");
    expect_close(at_medians(&sets, "total_cost"), plain + 600.0);
}

#[test]
fn being_seen_is_worth_what_the_file_says() {
    let sets = ["value.per_thousand_seen=4"];
    let seen = at_medians(&sets, "impressions_first") + at_medians(&sets, "impressions_second");
    expect_close(at_medians(&sets, "value_attention"), 4.0 * seen / 1_000.0);
    let without = at_medians(&["value.per_thousand_seen=0"], "total_value");
    expect_close(at_medians(&sets, "total_value"), without + 4.0 * seen / 1_000.0);
}

/// Hires fall by the elasticity times what a crisis does to the tone.
#[test]
fn bad_talk_spoils_recruiting() {
    let sets = |elasticity: &str, crises: &str| {
        let lowered = lowered(
            FIXED,
            &[
                "hires.per_year=520",
                "hires.saving=1",
                "support.recovery=0",
                &format!("value.hire_sentiment={elasticity}"),
                &format!("community.page.questions.crises_per_year={crises}"),
            ],
        );
        let trials = crate::support::quick(&lowered, 1_000);
        let column = lowered.model.column("value_recruiting").expect("a metric");
        mean(&trials.column(&lowered.model, column).values())
    };
    assert!((sets("0", "26") - 520.0).abs() < 6.0);
    assert!((sets("2", "0") - 520.0).abs() < 8.0);
    assert!(sets("2", "26") < 500.0);
}
