//! What is otherwise from a week on, and communities that begin later.

use reachsim::diagnostic::Style;
use reachsim::engine;
use reachsim::locale::Locale;
use reachsim::metric::{Flows, Week};
use reachsim::model;
use reachsim::output::{entry, screen};
use reachsim::trials::Replay;

use crate::support::{FIXED, lowered, quick};

/// What is counted of a week.
type Of = fn(&Flows) -> f64;

/// Everything that is worth or costs something, in a quarter.
const BASE: &str = r#"
[simulation]
weeks = 13
trials = 500
[community.page.search]
views_per_message = 3
[value]
margin_per_customer = 100
repeat_margin = 20
cost_per_contact = 5
customer_year = 90
idea_value = 50
ideas_per_year = 100
would_have_called = "20%"
thread_deflection = "20%"
ignored_loss = "30%"
[hires]
saving = 500
per_year = 40
[cost]
per_post = 10
setup = 1_000
[outreach]
per_week = 30
[funnel]
click = "2%"
lead = "40%"
close = "40%"
deter = "10%"
"#;

/// Changes that reach every step of a week.
const CHANGES: &str = r#"
[[change]]
name = "autumn"
at_week = 5
[change.set]
"community.page.questions.per_year" = 20_000
"community.page.posts.per_week" = "10 to 20"
"community.page.posts.branded" = "60%"
"community.page.posts.engagement" = "5%"
"community.page.growth.ads_per_week" = 300
"support.hours_per_week" = 20
"outreach.per_week" = 60
"value.margin_per_customer" = 70
"cost.per_post" = 30
[[change]]
at_week = 9
[change.set]
"support.hours_per_week" = 2
"community.page.questions.per_year" = "1k to 2k"
"value.cost_per_contact" = 8
"cost.setup" = 400
"#;

fn text(more: &str) -> String {
    format!("{FIXED}\n{BASE}\n{more}")
}

fn replay(text: &str, trial: u64) -> Replay {
    let lowered = lowered(text, &[]);
    engine::replay(&lowered.model, lowered.plan, trial)
}

fn flows(replay: &Replay) -> Vec<Flows> {
    replay.scopes[0].1.iter().map(|week| week.flows).collect()
}

#[test]
fn a_change_moves_no_earlier_week() {
    let second = CHANGES.rfind("[[change]]").unwrap();
    for trial in 0..40 {
        let [none, first, both] =
            [text(""), text(&CHANGES[..second]), text(CHANGES)].map(|text| replay(&text, trial));
        let weeks = |replay: &Replay| -> Vec<Week> { replay.scopes[0].1.clone() };
        let [none, first, both] = [&none, &first, &both].map(weeks);
        let of = |weeks: &[Week], end: usize| -> Vec<_> {
            weeks[..end].iter().map(|week| (week.flows, week.state)).collect()
        };
        assert_eq!(of(&none, 5), of(&first, 5), "trial {trial}");
        assert_eq!(of(&first, 9), of(&both, 9), "trial {trial}");
        assert!(none[5].flows != first[5].flows && first[9].flows != both[9].flows);
    }
}

#[test]
fn a_change_that_changes_nothing_moves_nothing() {
    let changes = "[[change]]\nat_week = 4\n[change.set]\n\"community.page.posts.branded\" = \
        \"30%\"\n[[change]]\nat_week = 8\n[change.set]\n\"value.margin_per_customer\" = 100\n";
    for trial in 0..40 {
        let [plain, changed] = [text(""), text(changes)].map(|text| replay(&text, trial));
        assert_eq!(flows(&plain), flows(&changed), "trial {trial}");
        let [plain, changed] = [&plain, &changed].map(|replay| replay.scopes[0].0);
        let close = |a: f64, b: f64| (a - b).abs() <= 1e-9 * a.abs().max(1.0);
        assert!(close(plain.flows.value(), changed.flows.value()));
        assert!(close(plain.npv, changed.npv) && plain.people == changed.people);
    }
    // What only costs, costs in every future.
    let costs = |from: &str| {
        let lowered = lowered(&text(from), &[]);
        let trials = quick(&lowered, 500);
        let column = lowered.model.column("profit").unwrap();
        trials.column(&lowered.model, column).values()
    };
    let dearer = "[[change]]\nat_week = 4\n[change.set]\n\"cost.tools_per_month\" = 130\n";
    for (before, after) in costs("").iter().zip(costs(dearer)) {
        assert!((before - after - 9.0 * 130.0 * 12.0 / 52.0).abs() < 1e-6, "{before} {after}");
    }
}

/// After a change everything is distributed as it is in a scenario that always was so: the means
/// and variances of the weeks from there on, of what does not depend on the weeks before.
///
/// Level: 44 comparisons at four standard errors, 0.3 % together; power: a mean that is 3 % off is
/// found in nearly all of them.
#[test]
fn what_is_counted_after_a_change_has_its_own_law() {
    // Nothing of the past is left: followers do not move, nothing waits, nobody gives up.
    let steady = "simulation.trials=4000\ncommunity.page.search.views_per_message=0\n\
        community.page.growth.churn=0\ncommunity.page.growth.follow=0\nsupport.give_up=0\n\
        support.hours_per_week=1000";
    let sets: Vec<&str> = steady.lines().collect();
    let other = [
        ("community.page.questions.per_year", "12000", "6000"),
        ("community.page.posts.per_week", "5", "14"),
        ("community.page.posts.branded", "\"70%\"", "\"10%\""),
        ("outreach.per_week", "80", "20"),
    ];
    for far in [1, 2] {
        let value = |row: &(&'static str, &'static str, &'static str)| match far {
            1 => row.1,
            _ => row.2,
        };
        let change: String =
            other.iter().map(|row| format!("\"{}\" = {}\n", row.0, value(row))).collect();
        let change = format!("[[change]]\nat_week = 6\n[change.set]\n{change}");
        let always: Vec<String> =
            other.iter().map(|row| format!("{}={}", row.0, value(row).trim_matches('"'))).collect();
        let always: Vec<&str> =
            sets.iter().copied().chain(always.iter().map(String::as_str)).collect();
        let changed = lowered(&text(&change), &sets);
        let always = lowered(&text(""), &always);
        let of: [Of; 11] = [
            |flows| flows.clicks_owned,
            |flows| flows.leads_owned,
            |flows| flows.customers_owned,
            |flows| flows.repeat_orders,
            |flows| flows.clicks_earned,
            |flows| flows.customers_earned,
            |flows| flows.outreach_replies,
            |flows| flows.leads_direct,
            |flows| flows.customers_direct,
            |flows| flows.thread_views,
            |flows| flows.reactions,
        ];
        let sums = |lowered: &model::Lowered| -> Vec<Vec<f64>> {
            let mut sums = vec![Vec::new(); of.len()];
            for trial in 0..4_000 {
                let replay = engine::replay(&lowered.model, lowered.plan, trial);
                let late = &flows(&replay)[6..];
                for (sums, of) in sums.iter_mut().zip(of) {
                    sums.push(late.iter().map(of).sum::<f64>());
                }
            }
            sums
        };
        // Other luck than that of the change, so that the two are independent.
        let other_seed = model::Lowered { plan: model::Plan { seed: 77, ..always.plan }, ..always };
        for (place, (found, wanted)) in sums(&changed).iter().zip(sums(&other_seed)).enumerate() {
            let n = found.len() as f64;
            let moments = |values: &[f64]| {
                let mean = values.iter().sum::<f64>() / n;
                let of = |power: i32| {
                    values.iter().map(|value| (value - mean).powi(power)).sum::<f64>() / n
                };
                (mean, of(2), of(4))
            };
            let ((mean, variance, fourth), (other, other_variance, other_fourth)) =
                (moments(found), moments(&wanted));
            let se = ((variance + other_variance) / n).sqrt();
            assert!((mean - other).abs() < 4.0 * se, "{place}: {mean} and {other} +- {se}");
            let se = ((fourth - variance * variance + other_fourth
                - other_variance * other_variance)
                / n)
                .sqrt();
            assert!(
                (variance - other_variance).abs() < 4.0 * se,
                "{place}: variances {variance} and {other_variance} +- {se}"
            );
        }
    }
}

#[test]
fn before_it_begins_a_community_has_neither_followers_nor_costs() {
    let two = "[community.channel]\nplatform = \"vkontakte-2012\"\nopens_at_week = 7\n\
        followers = 9_000\nquestions.per_year = 3_000\ngrowth.ads_per_week = 40\n";
    for trial in 0..20 {
        let hours = ["support.hours_per_week=30"];
        let replay = |text: &str| {
            let lowered = lowered(text, &hours);
            engine::replay(&lowered.model, lowered.plan, trial)
        };
        let found = replay(&text(two));
        let of = |week: usize| found.scopes[2].1[week];
        for week in 0..7 {
            assert_eq!(of(week), Week::default(), "week {week}");
        }
        let first = of(7);
        let came = first.flows.followers_gained - first.flows.unfollows;
        assert!((first.state.followers - came - 9_000.0).abs() < 1e-9);
        assert!(first.flows.cost_team > 0.0 && first.flows.questions > 0.0);
        // The others do what they did; only what is shared is divided otherwise.
        let alone = replay(&text(""));
        let shared = |flows: &Flows| (flows.questions, flows.impressions_first, flows.cost_team);
        for week in 0..7 {
            let [page, before] = [found.scopes[1].1[week], alone.scopes[0].1[week]];
            assert_eq!(shared(&page.flows), shared(&before.flows), "week {week}");
        }
    }
    // A file whose only community begins later begins with it: nothing is paid before.
    let late = text("").replace("followers = 100_000", "followers = 100_000\nopens_at_week = 5");
    let [late, short] = [late, text("").replace("weeks = 13", "weeks = 8")].map(|text| {
        let lowered = lowered(&text, &["community.page.questions.dispersion=0"]);
        engine::replay(&lowered.model, lowered.plan, 3).scopes[0].0
    });
    assert_eq!(late.flows.cost_fixed, short.flows.cost_fixed);
    assert_eq!(late.flows.cost_team, short.flows.cost_team);
    assert!(late.flows.questions > 0.0 && late.people.second > 0.0);
}

#[test]
fn what_changes_is_an_input_of_its_own() {
    let found = lowered(&text(CHANGES), &[]);
    let keys: Vec<&str> = found.model.inputs.iter().map(|input| input.key.as_str()).collect();
    for key in ["community.page.posts.per_week@5", "community.page.questions.per_year@9"] {
        assert!(keys.contains(&key), "{key} is not among {keys:?}");
        assert!(found.assumptions.iter().any(|assumption| assumption.key == key));
    }
    // It is found by its name, and stands behind the key.
    let scenario = reachsim::scenario::parse("x.toml".as_ref(), text(CHANGES), &[]).unwrap();
    let all = entry::all(Some(&scenario), &found.assumptions);
    let path = "community.page.posts.per_week";
    let place = all.iter().position(|entry| entry.path == path).unwrap();
    assert_eq!(all[place + 1].path, format!("{path}@5"));
    let asked = entry::find(all, "support.hours_per_week@9").unwrap();
    let page = screen::Page { locale: Locale::Uk, columns: 80 };
    let told = screen::explain_keys(page, &asked);
    assert!(told.contains("support.hours_per_week@9"), "{told}");
    // What a change leaves alone is the same input before and after it.
    let posts = |from: usize| {
        let later = found.model.later.iter().find(|later| later.from == from).unwrap();
        later.model.communities[0].posts_per_week.0[0]
    };
    assert_eq!(posts(5), posts(9));
}

/// A what-if may leave a change out by its name, and whoever does nothing changes nothing.
/// Inputs that begin on the way are shown with their week, and who sets one is told where it
/// stands.
#[test]
fn a_key_from_a_week_on_is_set_by_its_change() {
    let set = "community.page.posts.per_week@5=4".to_owned();
    let told = match reachsim::scenario::parse("x.toml".as_ref(), text(CHANGES), &[set]) {
        Ok(read) => model::lower(read).map(|_| ()).expect_err("no key of its own"),
        Err(faults) => faults,
    }
    .render(Style::Plain);
    assert!(told.contains("what `community.page.posts.per_week` is from week 5 on"), "{told}");
    let help = told.split("--set '").nth(1).and_then(|rest| rest.split('\'').next());
    let set = help.expect("a way out").replace("..", "4");
    let read = reachsim::scenario::parse("x.toml".as_ref(), text(CHANGES), &[set]);
    let model = model::lower(read.expect("the way out")).expect("a scenario").model;
    assert_eq!(model.later.iter().map(|later| later.from).collect::<Vec<_>>(), [5]);
}

#[test]
fn a_change_can_be_left_out() {
    let scenario = reachsim::scenario::parse("x.toml".as_ref(), text(CHANGES), &[]).unwrap();
    assert_eq!(scenario.variants(), ["without autumn", "nothing"]);
    let of = |name: &str| {
        let edits = scenario.variant(name).unwrap();
        model::lower(scenario.changed(&edits)).expect("a scenario").model
    };
    let without = of("without autumn");
    assert_eq!(without.later.iter().map(|later| later.from).collect::<Vec<_>>(), [9]);
    let nothing = of("nothing");
    for model in nothing.later.iter().map(|later| &later.model) {
        let posts = &model.communities[0].posts_per_week.0;
        assert_eq!(posts, &nothing.communities[0].posts_per_week.0, "nobody posts later either");
        assert_eq!(model.staff, nothing.staff);
    }
}

/// Whoever does nothing has no team later either, in whatever form the file gives it one.
#[test]
fn nobody_is_hired_by_whoever_does_nothing() {
    let people = "[[change]]\nat_week = 4\n[change.set]\n\"support.people\" = 3\n";
    let scenario = reachsim::scenario::parse("x.toml".as_ref(), text(people), &[]).unwrap();
    let nothing = scenario.changed(&scenario.variant("nothing").unwrap());
    let lowered = model::lower(nothing).expect("a scenario");
    let replay = engine::replay(&lowered.model, lowered.plan, 3);
    let totals = replay.scopes[0].0;
    assert_eq!((totals.flows.answers_staff, totals.flows.cost_team), (0.0, 0.0));
}

/// Why the questions are others than stated is never what would have made them so the other way.
#[test]
fn reasons_are_those_of_the_difference() {
    let told = |sets: &[&str]| {
        let run = crate::cases::shipped("second-channel", sets);
        reachsim::output::phrases::stated::questions(&run.report())
    };
    let fewer = "change = [{ at_week = 5, set = { \"community.page.questions.per_year\" = 500 } }]";
    let fewer = told(&["simulation.trials=300", fewer]).expect("a difference");
    assert!(fewer.contains("fewer because of changes on the way"), "{fewer}");
    assert!(!fewer.contains("growth") && !fewer.contains("campaign"), "{fewer}");
    // The hours of the team are those of all weeks.
    let hours = |change: &str| {
        let lowered = lowered(&text(change), &["support.hours_per_week=10"]);
        reachsim::engine::World::expected(&lowered.model).mean_hours()
    };
    let change = "[[change]]\nat_week = 3\n[change.set]\n\"support.hours_per_week\" = 23\n";
    assert!((hours("") - 10.0).abs() < 1e-12);
    assert!((hours(change) - (3.0 * 10.0 + 10.0 * 23.0) / 13.0).abs() < 1e-9);
}
