//! The team, its backlog and its response time; tone; several communities that share one team.

use reachsim::engine::{self, kept};
use reachsim::metric::{Flows, Week};
use reachsim::scenario::opening::Opening;

use crate::support::{FIXED, lowered, metric, summary};

#[test]
fn what_halves_is_kept_over_exponential_waits() {
    // E[2^(-T/h)] over T exponential of mean w, by the midpoint rule in the quantile of T.
    for (wait, half_life) in [(1.0, 6.0), (4.0, 6.0), (30.0, 24.0), (0.0, 5.0)] {
        let parts = 200_000;
        let each = |i: usize| {
            let u = (i as f64 + 0.5) / f64::from(parts);
            (-(-(1.0 - u).ln() * wait) * std::f64::consts::LN_2 / half_life).exp()
        };
        let mean = (0..parts as usize).map(each).sum::<f64>() / f64::from(parts);
        assert!(
            (kept(wait, half_life) - mean).abs() < 1e-5,
            "{wait} {half_life}: {} and {mean}",
            kept(wait, half_life)
        );
    }
}

#[test]
fn answers_within_hours_are_counted_over_exponential_waits() {
    // Of waits with a mean of 4 hours 1 - e^(-1/4) end within one; of members' with a mean of 1,
    // 1 - e^-1. Nobody waits longer here than the team takes.
    let sets = ["support.hours_per_week=500", "support.base_hours=4", "support.peer_hours=1"];
    for Week { flows, .. } in &weeks(FIXED, &sets, 2)[0] {
        for (found, hours) in
            [(flows.within_1h, 1.0_f64), (flows.within_4h, 4.0), (flows.within_24h, 24.0)]
        {
            let ended = |mean: f64| 1.0 - (-hours / mean).exp();
            let by_hand = flows.answers_peers * ended(1.0) + flows.answers_staff * ended(4.0);
            assert!((found - by_hand).abs() < 1e-9 * by_hand, "{found} and {by_hand}");
        }
    }
    let found = summary(FIXED, &sets, 500);
    let shares = ["answered_1h", "answered_4h", "answered_24h", "answered_share"];
    let means = shares.map(|id| metric(&found, id).mean.value);
    assert!(means.windows(2).all(|pair| pair[0] < pair[1]), "{means:?}");
}

/// With gaps of g closed hours a week, a message that comes at any moment waits g/2 longer in g/168
/// of all cases.
#[test]
fn closed_hours_are_waited_for() {
    let (night, weekend) = (15.0_f64, 63.0_f64);
    for (open, waiting) in [
        ("always", 0.0),
        ("Mon-Sun 0-24", 0.0),
        ("Mon-Fri 9:00-18:00", (4.0 * night * night + weekend * weekend) / 336.0),
        ("Mon-Fri 9-18, Sat 10:30-14:00", {
            (4.0 * night * night + 16.5 * 16.5 + 43.0 * 43.0) / 336.0
        }),
        // Over the end of the week, and over midnight.
        ("Sat-Sun 0:00-24:00", 120.0 * 120.0 / 336.0),
        ("Sun 22:00-6:00", 160.0 * 160.0 / 336.0),
        ("sunday 12-13; Monday 0-1", (11.0 * 11.0 + 155.0 * 155.0) / 336.0),
    ] {
        let found = Opening::read(open).unwrap_or_else(|| panic!("{open} is not read")).waiting();
        assert!((found - waiting).abs() < 1e-9, "{open}: {found} and {waiting}");
        let set = format!("support.open='{open}'");
        let hours = lowered(FIXED, &[&set]).model.closed_hours;
        assert!((hours - waiting).abs() < 1e-9, "{open}: {hours}");
    }
    for open in ["", "Mon", "9-18", "Mon-Fri", "Mon-Fri 9-25", "Mon-Fri 9:70-18", "Foo 9-18"] {
        assert_eq!(Opening::read(open), None, "{open}");
    }
}

/// Every kind of work is done in the same hours, and what is left of them answers.
#[test]
fn posts_outreach_and_other_work_take_the_hours_of_the_team() {
    // 20 hours at 6 minutes are 200 answers a week; 8 posts of half an hour are 40 of them, 50
    // approaches of 3 minutes 25, and a tenth of the hours goes elsewhere.
    let sets = [
        "support.hours_per_week=20",
        "support.minutes_per_answer=6",
        "support.peers=0",
        "community.page.posts.per_week=8",
        "community.page.posts.hours=0.5",
        "outreach.per_week=50",
        "outreach.minutes=3",
        "support.other_work=10%",
    ];
    for Week { flows, state, .. } in &weeks(FIXED, &sets, 4)[0] {
        assert_eq!(flows.answers_staff, 180.0 - 65.0);
        assert_eq!((flows.team_hours, flows.other_work_hours), (18.0, 2.5));
        // What it would take: those who wait, those who were answered, and the posts.
        let waiting = flows.answers_staff + flows.gave_up + state.backlog;
        assert!((flows.work_hours - (waiting * 6.0 / 60.0 + 4.0)).abs() < 1e-9);
    }
    let found = summary(FIXED, &sets, 300);
    assert!(metric(&found, "occupancy").min > 1.0);
    assert!(metric(&found, "load_hours").min > 20.0);
}

/// What is asked in private takes the team's time, and nobody else sees it or answers it.
#[test]
fn private_messages_are_answered_by_the_team_alone_and_seen_by_nobody() {
    let public = summary(FIXED, &[], 400);
    let private = summary(FIXED, &["community.page.questions.private=100%"], 400);
    let mean = |found: &reachsim::summary::Summary, id: &str| metric(found, id).mean.value;
    for id in ["answers_peers", "impressions_questions", "potential_questions", "thread_views"] {
        assert!(mean(&public, id) > 0.0);
        assert_eq!(mean(&private, id), 0.0, "{id}");
    }
    assert_eq!(mean(&private, "questions"), mean(&public, "questions"));
    assert!(mean(&private, "answers_staff") > mean(&public, "answers_staff"));
    assert!(mean(&private, "leads_direct") > 0.0);
}

/// People cost their salaries, and each has so many hours.
#[test]
fn people_are_hours_and_salaries() {
    let sets = [
        "support.people=2.5",
        "support.hours_per_person=32",
        "support.salary_per_month=1_300",
        "support.minutes_per_answer=6",
    ];
    for Week { flows, .. } in &weeks(FIXED, &sets, 1)[0] {
        assert_eq!(flows.team_hours, 80.0);
        assert!((flows.cost_team - 2.5 * 1_300.0 * 12.0 / 52.0).abs() < 1e-9);
    }
    let by_hour = &weeks(FIXED, &["support.people=2", "support.wage=10"], 1)[0][0].flows;
    assert_eq!(by_hour.cost_team, 2.0 * 40.0 * 10.0);
}

/// Who would have called anyway is no customer whom the page kept, whether or not a call has a
/// price.
#[test]
fn who_would_have_called_is_not_kept_by_the_page() {
    let kept = |sets: &[&str]| {
        let sets = [&["value.customer_year=80"], sets].concat();
        metric(&summary(FIXED, &sets, 2_000), "value_retention").mean.value
    };
    let (none, half) =
        (kept(&["value.would_have_called=0"]), kept(&["value.would_have_called=50%"]));
    assert!((half / none - 0.5).abs() < 0.05, "{half} of {none}");
    let priced = kept(&["value.would_have_called=50%", "value.cost_per_contact=5"]);
    assert_eq!(priced, half);
}

/// Friends could see a question whatever the network shows of it.
#[test]
fn friends_who_could_see_it_are_there_where_nobody_does() {
    let found = summary(FIXED, &["community.page.feed.visibility=0"], 400);
    assert_eq!(metric(&found, "impressions_questions").max, 0.0);
    let (questions, friends) = (metric(&found, "questions"), metric(&found, "potential_questions"));
    let each = friends.mean.value / questions.mean.value;
    assert!((each / 130.0 - 1.0).abs() < 0.02, "{each}");
}

fn weeks(text: &str, sets: &[&str], trial: u64) -> Vec<Vec<Week>> {
    let lowered = lowered(text, sets);
    engine::replay(&lowered.model, lowered.plan, trial)
        .scopes
        .into_iter()
        .map(|(_, weeks)| weeks)
        .collect()
}

#[test]
fn a_team_with_too_few_hours_answers_all_it_can_and_no_more() {
    // 8 minutes an answer, 10 hours: 75 a week; members leave 0.8 x 192.
    let sets = ["support.hours_per_week=10", "support.minutes_per_answer=8"];
    for week in &weeks(FIXED, &sets, 3)[0] {
        assert_eq!(week.flows.answers_staff, 75.0);
    }
    // 7.5 a week come as 7 and 8 in turn.
    let halves: Vec<f64> =
        weeks(FIXED, &["support.hours_per_week=1", "support.minutes_per_answer=8"], 3)[0]
            .iter()
            .map(|week| week.flows.answers_staff)
            .collect();
    assert_eq!(halves[..4], [7.0, 8.0, 7.0, 8.0]);
}

#[test]
fn without_hours_and_members_nobody_answers() {
    let found = summary(FIXED, &["support.hours_per_week=0", "support.peers=0"], 200);
    assert_eq!(metric(&found, "answers_staff").max, 0.0);
    assert_eq!(metric(&found, "answered_share").max, 0.0);
    assert_eq!(
        metric(&found, "response_hours").undefined,
        1.0,
        "nobody answered, so nobody waited for an answer"
    );
    assert_eq!(metric(&found, "complaints_recovered").max, 0.0);
    assert_eq!(metric(&found, "leads_direct").max, 0.0);
}

#[test]
fn the_response_time_is_that_of_littles_law() {
    let sets = [
        "support.hours_per_week=20",
        "support.minutes_per_answer=8",
        "support.peers=30%",
        "support.peer_hours=2",
    ];
    let (capacity, mut before) = (150.0, 0.0);
    for Week { flows, state, .. } in &weeks(FIXED, &sets, 1)[0] {
        let staff = 4.0 + 168.0 * (before + state.backlog) / (2.0 * capacity);
        let hours = flows.answers_peers * 2.0 + flows.answers_staff * staff;
        assert!(
            (flows.wait_hours - hours).abs() < 1e-9 * hours,
            "{} and {hours}",
            flows.wait_hours
        );
        before = state.backlog;
    }
}

#[test]
fn hours_that_are_not_given_are_what_the_load_needs() {
    let hours = |sets: &[&str]| {
        let lowered = lowered(FIXED, sets);
        let found = lowered
            .assumptions
            .iter()
            .find(|assumption| assumption.key == "support.hours_per_week")
            .expect("it is echoed");
        match &found.value {
            reachsim::model::Understood::Quantity(dist) => {
                dist.is_fixed().expect("one number for all trials")
            }
            reachsim::model::Understood::Words(words) => panic!("{words}"),
        }
    };
    let by_hand = 10_000.0 / 52.0 * 0.8 * 6.0 / 60.0 / 0.7;
    let sets = ["support.minutes_per_answer=6"];
    assert!((hours(&sets) - by_hand).abs() < 1e-9);
    // Seasons, crises and campaigns come and go; a page that may be dead has less to do.
    assert!(
        (hours(&[sets[0], "community.page.questions.crises_per_year=9"]) - by_hand).abs() < 1e-9
    );
    let dead = hours(&[sets[0], "community.page.alive=50%", "community.page.dead_activity=10%"]);
    assert!((dead - 0.55 * by_hand).abs() < 1e-9, "{dead}");
    assert_eq!(hours(&[sets[0], "community.page.questions.per_year=1"]), 1.0, "at least one hour");
}

const TWO: &str = "\n[community.other]\nplatform = \"facebook-2012\"\nfollowers = \
    40_000\nquestions.per_year = 6_000\n\
    [value]\ncost_per_contact = 4\n[cost]\nper_post = 10\nmanager_per_month = 900\nsetup = 500\n";

#[test]
fn several_communities_share_one_team_and_its_cost() {
    let text = format!("{FIXED}{TWO}");
    let scopes = weeks(&text, &["support.hours_per_week=15", "support.minutes_per_answer=6"], 2);
    let [all, page, other] = &scopes[..] else { panic!("two communities and both together") };
    for week in 0..all.len() {
        let [all, page, other] = [&all[week], &page[week], &other[week]].map(|week| week.flows);
        assert_eq!(all.answers_staff, 150.0);
        assert_eq!(page.answers_staff + other.answers_staff, 150.0);
        // Wages follow the answers, fixed costs the followers, posts their own.
        assert!((page.cost_team - all.cost_team * page.answers_staff / 150.0).abs() < 1e-9);
        assert_eq!(page.cost_content, 70.0);
        assert!(
            (page.cost_fixed + other.cost_fixed - all.cost_fixed).abs() < 1e-9
                && page.cost_fixed > other.cost_fixed
        );
    }
    // Answers are shared out by what waits: never further from the quota than one.
    let mut waiting = [0.0, 0.0];
    for week in 0..all.len() {
        let open: Vec<f64> = [page, other]
            .iter()
            .zip(waiting)
            .map(|(weeks, waiting)| {
                waiting + weeks[week].flows.questions - weeks[week].flows.answers_peers
            })
            .collect();
        let quota = 150.0 * open[0] / (open[0] + open[1]);
        assert!((page[week].flows.answers_staff - quota).abs() < 1.0, "week {week}");
        waiting = [page[week].state.backlog, other[week].state.backlog];
    }
}

#[test]
fn a_quick_answer_wins_angry_customers_back() {
    let recovered = |hours: &str| {
        metric(
            &summary(FIXED, &[&format!("support.base_hours={hours}")], 1_000),
            "complaints_recovered",
        )
        .mean
    };
    let (quick, slow) = (recovered("1"), recovered("48"));
    assert!(quick.value > 2.0 * slow.value, "{quick:?} {slow:?}");
}

#[test]
fn complaints_of_roles_are_the_mean_over_who_writes() {
    // Critics are 10 % of the members, write 4 times as much, and complain 5 times as often.
    let roles = "\n[[role]]\nname = \"critic\"\nshare = 0.1\nasks = 4\nnegative = \
        5\n[[role]]\nname = \"other\"\nshare = 0.9\n";
    let found = summary(&format!("{FIXED}{roles}"), &["simulation.sampler=expected"], 1);
    let share = metric(&found, "complaints").mean.value / metric(&found, "questions").mean.value;
    let by_hand = (0.4 * 0.5 + 0.9 * 0.1) / 1.3;
    assert!((share - by_hand).abs() < 1e-12, "{share} and {by_hand}");
    // At a crisis more complain, but never more than all.
    let drawn =
        summary(&format!("{FIXED}{roles}"), &["community.page.questions.crises_per_year=52"], 500);
    let share = metric(&drawn, "complaints").mean.value / metric(&drawn, "questions").mean.value;
    assert!((share - (0.4 * 1.0 + 0.9 * 0.2) / 1.3).abs() < 2e-3, "{share}");
}

#[test]
fn the_friends_of_those_who_ask_keep_the_mean_over_members() {
    // 20 % with 3 times as many friends ask 4 times as much: sum(s a f)/(sum(s a) sum(s f)) =
    // 3.2/(1.6 x 1.4).
    let roles = "\n[[role]]\nname = \"few\"\nshare = 0.2\nasks = 4\nfriends = 3\n[[role]]\nname = \
        \"many\"\nshare = 0.8\n";
    let plain = metric(&summary(FIXED, &["simulation.sampler=expected"], 1), "potential_questions")
        .mean
        .value;
    let found = metric(
        &summary(&format!("{FIXED}{roles}"), &["simulation.sampler=expected"], 1),
        "potential_questions",
    )
    .mean
    .value;
    assert!((found / plain - 3.2 / (1.6 * 1.4)).abs() < 1e-12, "{}", found / plain);
}

#[test]
fn a_campaign_brings_whole_followers_and_spends_its_whole_budget() {
    let campaign = "\n[[campaign]]\nname = \"spring\"\nstart_week = 5\nweeks = 7\nfollowers = \
        100\nbudget = 700\nquestion_lift = 3\nposts_per_week = 4\n";
    let text = format!("{FIXED}{campaign}[value]\ncost_per_contact = 4\n[cost]\nper_post = 10\n");
    let found = &weeks(&text, &[], 0)[0];
    let gained: Vec<f64> = found.iter().map(|week| week.flows.followers_gained).collect();
    // 100/7 a week: 14, 14, 14, 15, 14, 14, 15.
    assert_eq!(gained[5..12], [14.0, 14.0, 14.0, 15.0, 14.0, 14.0, 15.0]);
    assert_eq!(gained.iter().sum::<f64>(), 100.0);
    let sum = |of: fn(&Flows) -> f64| found.iter().map(|week| of(&week.flows)).sum::<f64>();
    assert!((sum(|flows| flows.cost_ads) - 700.0).abs() < 1e-9);
    assert!((sum(|flows| flows.cost_content) - 10.0 * (52.0 * 7.0 + 7.0 * 4.0)).abs() < 1e-9);
    let with = metric(&summary(&text, &["simulation.sampler=expected"], 1), "questions").mean.value;
    // Three times as many in 7 of 52 weeks; the followers gained write too.
    assert!(
        with > 10_000.0 * (52.0 + 14.0) / 52.0 && with < 10_000.0 * (52.0 + 14.0) / 52.0 * 1.001,
        "{with}"
    );
}

#[test]
fn more_advertising_loses_followers() {
    let followers = |branded: &str| {
        metric(&summary(FIXED, &["community.page.growth.churn=1%", branded], 500), "followers_end")
            .mean
            .value
    };
    let [usual, much] =
        ["community.page.posts.branded=30%", "community.page.posts.branded=80%"].map(followers);
    assert!(much < 0.9 * usual, "{usual} {much}");
    // Neglect too.
    let followers = |hours: &str| {
        metric(&summary(FIXED, &["community.page.growth.churn=1%", hours], 500), "followers_end")
            .mean
            .value
    };
    let [served, ignored] =
        ["support.hours_per_week=100", "support.hours_per_week=0"].map(followers);
    assert!(ignored < 0.95 * served, "{served} {ignored}");
}

#[test]
fn a_community_never_outgrows_its_market() {
    let sets =
        ["market.people=101_000", "community.page.bots=0", "community.page.growth.organic=90%"];
    let found = summary(FIXED, &sets, 200);
    assert_eq!(metric(&found, "followers_end").max, 101_000.0);
}

/// Profit at the medians of a page that sells, over two years.
fn profit(platform: &str, set: &str) -> f64 {
    let text = format!(
        "title = \"t\"\nsimulation.weeks = 104\nsimulation.sampler = \
            \"expected\"\n[community.page]\nplatform = \"{platform}\"\n\
         followers = 100_000\n[value]\nmargin_per_customer = 60\nrepeat_margin = \
         30\n[cost]\nper_post = 0\n"
    );
    metric(&summary(&text, &[set], 1), "profit").mean.value
}

/// Advertising has two sides: it sells, and it drives people away; more posts reach more, and each
/// of them less.
#[test]
fn the_best_mix_and_the_best_number_of_posts_lie_inside_their_ranges() {
    for preset in reachsim::scenario::presets::all() {
        let best = |key: &str, values: &[&str]| {
            let profits: Vec<f64> = values
                .iter()
                .map(|value| profit(&preset.id, &format!("community.page.posts.{key}={value}")))
                .collect();
            let most = profits.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            (profits.iter().position(|profit| *profit == most).expect("the best"), profits)
        };
        let (place, profits) =
            best("branded", &["0", "0.1", "0.2", "0.3", "0.45", "0.6", "0.8", "1"]);
        assert!(place > 0 && place < 7, "{}: {profits:?}", preset.id);
        let (place, profits) =
            best("per_week", &["0", "1", "3", "7", "14", "28", "60", "120", "250"]);
        assert!(place > 0 && place < 8, "{}: {profits:?}", preset.id);
    }
}
