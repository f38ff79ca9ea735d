//! Who asks, complains, answers and reaches whom: counts by role.

use rand::rngs::StdRng;
use rand::{RngExt as _, SeedableRng as _};
use reachsim::metric::BY_ROLE;
use reachsim::model::Lowered;
use reachsim::trials::Trials;

use crate::support::{lowered, quick, summary};

/// Three roles, crises and a campaign that moves the tone.
const PAGE: &str = r#"
title = "A page with roles"
simulation.weeks = 10
market.people = 900_000
support.peers = "30%"

[community.page]
platform = "facebook-2012"
followers = 20_000
questions.per_year = 3_000
questions.crises_per_year = 10
questions.private = "15%"
sentiment.negative = "20%"
growth.organic = 0
growth.churn = 0
growth.follow = 0

[[role]]
name = "advocate"
share = "10%"
asks = 3
friends = 2
negative = 0.5
answers = 6

[[role]]
name = "critic"
share = "10%"
asks = 2
negative = 4
answers = 0

[[role]]
name = "reader"
share = "80%"

[[campaign]]
name = "loud"
start_week = 2
weeks = 4
negative = "15%"
"#;

const TWO: &str = r#"
[community.other]
platform = "vkontakte-2012"
followers = 9_000
questions.per_year = 1_000
"#;

const ROLES: [&str; 3] = ["advocate", "critic", "reader"];

fn values(lowered: &Lowered, trials: &Trials, id: &str) -> Vec<f64> {
    let column = lowered.model.column(id).unwrap_or_else(|| panic!("no metric {id}"));
    trials.column(&lowered.model, column).values()
}

#[test]
fn parts_add_up_to_what_is_counted() {
    for text in [PAGE.to_owned(), format!("{PAGE}{TWO}")] {
        let lowered = lowered(&text, &[]);
        let trials = quick(&lowered, 300);
        for metric in BY_ROLE {
            let whole = values(&lowered, &trials, metric);
            let parts =
                ROLES.map(|role| values(&lowered, &trials, &format!("role.{role}.{metric}")));
            assert!(whole.iter().any(|value| *value > 0.0), "{metric}");
            for (trial, whole) in whole.iter().enumerate() {
                let parts = parts.each_ref().map(|part| part[trial]);
                assert!(parts.iter().all(|part| *part >= 0.0 && part.fract() == 0.0), "{parts:?}");
                assert_eq!(parts.iter().sum::<f64>().to_bits(), whole.to_bits(), "{metric}");
            }
        }
        for role in ROLES {
            let of = |metric: &str| values(&lowered, &trials, &format!("role.{role}.{metric}"));
            let within = |part: &str, whole: &str| {
                of(part).iter().zip(of(whole)).all(|(part, whole)| *part <= whole)
            };
            assert!(within("complaints", "questions"), "{role}");
            assert!(within("impressions_questions", "potential_questions"), "{role}");
        }
    }
}

/// At the medians: 10 % who ask three times as often, 10 % twice, 80 % once are 23.08, 15.38 and
/// 61.54 % of the messages; of the answers, 10 % x 6 to 80 % x 1; of the contacts, who has twice as
/// many friends has twice as many.
#[test]
fn shares_are_those_of_the_roles() {
    let calm = ["simulation.sampler=expected", "community.page.questions.crises_per_year=0"];
    let found = summary(PAGE, &calm, 1);
    let of = |id: &str| found.metric(id).expect("a metric").percentile("p50").value;
    let by = |metric: &str| ROLES.map(|role| of(&format!("role.{role}.{metric}")) / of(metric));
    let expect = |metric: &str, weights: [f64; 3]| {
        let all: f64 = weights.iter().sum();
        for (found, weight) in by(metric).iter().zip(weights) {
            assert!((found - weight / all).abs() < 1e-9, "{metric}: {found}, {weight} of {all}");
        }
    };
    expect("questions", [0.3, 0.2, 0.8]);
    expect("answers_peers", [0.6, 0.0, 0.8]);
    expect("potential_questions", [0.6, 0.2, 0.8]);
    expect("impressions_questions", [0.6, 0.2, 0.8]);
    // Six weeks at 20 %, and four at 35 %, of which a critic complains always.
    let complaints = |role: f64| 6.0 * (0.2 * role).min(1.0) + 4.0 * (0.35 * role).min(1.0);
    expect("complaints", [0.3 * complaints(0.5), 0.2 * complaints(4.0), 0.8 * complaints(1.0)]);
}

/// Weeks of messages whose writers and words are drawn one by one: first and second moments of what
/// each role wrote and complained, against those of the engine. Each of 15 statistics is refused
/// with probability 1e-6 where nothing differs; a mean that is off by 5 % is not missed, nor a
/// variance that is off by a third.
#[test]
fn parts_are_those_of_messages_drawn_one_by_one() {
    let lowered = lowered(PAGE, &[]);
    let trials = quick(&lowered, 16_000);
    let mut rng = StdRng::seed_from_u64(11);
    let one_by_one: Vec<[f64; 6]> = (0..8_000).map(|_| year(&mut rng)).collect();
    let moments = |of: &dyn Fn(usize) -> f64, count: usize| {
        let n = count as f64;
        let at = (0..count).map(of).sum::<f64>() / n;
        let second = (0..count).map(|trial| (of(trial) - at).powi(2)).sum::<f64>() / n;
        let fourth = (0..count).map(|trial| (of(trial) - at).powi(4)).sum::<f64>() / n;
        [(at, second / n), (second, (fourth - second * second) / n)]
    };
    let expect = |name: &str, ours: &dyn Fn(usize) -> f64, theirs: &dyn Fn(usize) -> f64| {
        let pairs = moments(ours, 16_000).into_iter().zip(moments(theirs, 8_000));
        for (((one, v), (other, w)), least) in pairs.zip([0.05, 0.35]) {
            let z = (one - other) / (v + w).sqrt();
            assert!(z.abs() < 4.89, "{name}: {one} and {other}, {z} standard errors");
            assert!(4.89 * (v + w).sqrt() < least * other.abs(), "{name}: too few to notice");
        }
    };
    for (place, role) in ROLES.into_iter().enumerate() {
        for (offset, metric) in [(0, "questions"), (3, "complaints")] {
            let ours = values(&lowered, &trials, &format!("role.{role}.{metric}"));
            expect(&format!("{role} {metric}"), &|t| ours[t], &|t| one_by_one[t][place + offset]);
        }
    }
    // What one role has is not what another lacks: the covariance is theirs, too.
    let ours = ["advocate", "critic"]
        .map(|role| values(&lowered, &trials, &format!("role.{role}.complaints")));
    expect("both", &|t| ours[0][t] + ours[1][t], &|t| one_by_one[t][3] + one_by_one[t][4]);
}

/// Messages and complaints of three roles in ten weeks.
fn year(rng: &mut StdRng) -> [f64; 6] {
    use rand_distr::{Distribution as _, Gamma, Poisson};
    let mut counts = [0.0; 6];
    for week in 0..10 {
        let crisis = rng.random_bool(10.0 / 52.0);
        let mean = 3_000.0 / 52.0 * if crisis { 4.0 } else { 1.0 };
        // Dispersion 0.1 is a gamma of shape 10.
        let mean = Gamma::new(10.0, mean / 10.0).expect("a gamma").sample(rng);
        let messages: f64 = Poisson::new(mean).expect("a mean").sample(rng);
        let toned = (2..6).contains(&week);
        let negative = if toned { 0.35 } else { 0.2 } * if crisis { 2.0 } else { 1.0 };
        for _ in 0..messages as u64 {
            let at = rng.random::<f64>() * 1.3;
            let role = if at < 0.3 { 0 } else { usize::from(at >= 0.5) + 1 };
            counts[role] += 1.0;
            let complains: f64 = negative * [0.5, 4.0, 1.0][role];
            if rng.random_bool(complains.min(1.0)) {
                counts[role + 3] += 1.0;
            }
        }
    }
    counts
}

#[test]
fn a_target_and_a_formula_may_be_of_a_role() {
    let text = format!(
        "{PAGE}
[metric.critical]
formula = \"role.critic.complaints / complaints\"
unit = \"share\"

[[target]]
name = \"critics are few\"
metric = \"role.critic.questions\"
at_most = 500
"
    );
    let lowered = lowered(&text, &[]);
    let trials = quick(&lowered, 200);
    let [share, critics, all] = ["critical", "role.critic.complaints", "complaints"]
        .map(|id| values(&lowered, &trials, id));
    for ((share, critics), all) in share.iter().zip(critics).zip(all) {
        assert!((share - critics / all).abs() < 1e-12);
    }
    let found = summary(&text, &[], 200);
    assert!((0.0..=1.0).contains(&found.targets[0].probability.value));
}

#[test]
fn a_role_that_is_not_there_is_told() {
    let refused = |text: String, expected: &str| {
        let problems = reachsim::scenario::parse(std::path::Path::new("test.toml"), text, &[])
            .and_then(reachsim::model::lower)
            .expect_err("no such role")
            .render(reachsim::diagnostic::Style::Plain);
        assert!(problems.contains(expected), "{problems}");
    };
    let target =
        |metric: &str| format!("\n[[target]]\nname = \"a\"\nmetric = \"{metric}\"\nat_least = 1\n");
    refused(format!("{PAGE}{}", target("role.critics.questions")), "role.critic.questions");
    refused(format!("{PAGE}{}", target("role.critic.profit")), "there is no metric");
    let plain = "
title = \"t\"
market.people = 900_000
community.page = { platform = \"facebook-2012\", followers = 1_000 }
";
    refused(format!("{plain}{}", target("role.critic.questions")), "[[role]]");
}
