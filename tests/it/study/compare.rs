//! Comparisons.

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use reachsim::engine::{self, Detail, Unwatched};
use reachsim::model::{Matrix, Plan};
use reachsim::study::Asked;
use reachsim::study::compare::{Advice, Dominance, Doubt, compare};
use reachsim::study::{Alternative, Statistic, difference};

use super::{compared, expect_coverage, metric, read, seeds, variant, varied};
use crate::support::{plan, shipped};

fn page() -> String {
    let text = std::fs::read_to_string(shipped("support-community")).expect("shipped");
    // Without its own what-ifs.
    text.split("[[what_if]]").next().expect("a beginning").to_owned()
}

fn with(text: &str, what_ifs: &[(&str, &str)]) -> String {
    what_ifs.iter().fold(text.to_owned(), |text, (name, set)| {
        format!("{text}\n[[what_if]]\nname = \"{name}\"\n[what_if.set]\n{set}\n")
    })
}

#[test]
fn a_scenario_does_not_differ_from_itself() {
    let text = with(&page(), &[("the same", "\"market.people\" = \"20M to 40M\"")]);
    let found = compared(&text, 2_000, 1);
    for metric in &found.others[0].metrics {
        assert_eq!(
            (metric.mean.value, metric.mean.se, metric.spread, metric.dominance),
            (0.0, 0.0, [0.0; 3], Dominance::Same),
            "{}",
            metric.name
        );
        assert!(
            metric.chance.is_none_or(|chance| [chance.better, chance.worse]
                .iter()
                .all(|share| share.value == 0.0)),
            "{}",
            metric.name
        );
    }
}

#[test]
fn the_other_way_round_is_the_opposite() {
    let text = with(&page(), &[("more", "\"support.peers\" = \"40%\"")]);
    let (scenario, lowered) = read(&text, &[]);
    let other = varied(&text, "more");
    let plan = plan(&lowered, 2_000);
    let asked = Asked { plan, subject: "profit", most: None };
    let forth = compare(&lowered.model, &[variant(&scenario, "more")], asked, &Unwatched);
    let back = reachsim::study::compare::Variant {
        name: Alternative::AsItIs,
        model: lowered.model.clone(),
        edits: vec![],
        between: vec![],
    };
    let back = compare(&other, &[back], asked, &Unwatched);
    for (a, b) in forth.others[0].metrics.iter().zip(&back.others[0].metrics) {
        assert_eq!((a.mean.value, a.mean.se), (-b.mean.value, b.mean.se), "{}", a.name);
    }
}

/// What one euro more a month costs is known exactly: 12 a year, in every future.
#[test]
fn what_is_the_same_in_every_future_has_no_error() {
    let found = compared(&with(&page(), &[("dearer", "\"cost.tools_per_month\" = 151")]), 1_000, 1);
    let cost = metric(&found.others[0], "total_cost");
    assert!((cost.mean.value - 12.0).abs() < 1e-6 && cost.mean.se < 1e-6, "{cost:?}");
    assert_eq!(cost.dominance, Dominance::BaseFirst);
    assert_eq!(metric(&found.others[0], "questions").dominance, Dominance::Same);
}

#[test]
fn edits_share_the_difference_to_the_last_bit() {
    let sets = [
        "\"support.peers\" = \"40%\"",
        "\"community.page.posts.per_week\" = 12",
        "\"community.*.growth.ads_per_week\" = 90",
        "\"cost.per_post\" = 60",
        "\"market.people\" = 9e6",
    ];
    for count in 2..=5 {
        let found = compared(&with(&page(), &[("several", &sets[..count].join("\n"))]), 1_100, 3);
        let contrast = &found.others[0];
        let split = contrast.why.as_ref().expect("why");
        assert_eq!(split.parts.len(), count);
        for (place, metric) in
            contrast.metrics.iter().enumerate().filter(|(_, metric)| metric.mean.value.is_finite())
        {
            let sum = split.parts.iter().fold(0.0, |sum, part| sum + part[place].value);
            assert_eq!(sum, metric.mean.value, "{} with {count} edits", metric.name);
        }
    }
}

fn product(edits: usize) -> String {
    let mut text = "title = \"t\"\n".to_owned();
    let mut formula = Vec::new();
    for place in 0..edits {
        text.extend([format!("[input.x{place}]\nvalue = 1\n")]);
        formula.push(format!("x{place}"));
    }
    text.extend([format!(
        "[input.luck]\nvalue = \"0..1\"\n[metric.y]\nformula = \"{} + 0 * luck\"\n",
        formula.join(" * ")
    )]);
    let sets: Vec<String> =
        (0..edits).map(|place| format!("\"input.x{place}\" = {}", place + 2)).collect();
    with(&text, &[("all", &sets.join("\n"))])
}

/// Shapley's value of y = a b with a from 1 to 2 and b from 1 to 3: a adds 1 first and 3 last, b
/// adds 2 first and 4 last.
#[test]
fn a_split_of_two_edits_is_the_mean_of_both_orders() {
    let found = compared(&product(2), 1_000, 1);
    let parts: Vec<f64> =
        found.others[0].why.as_ref().expect("why").parts.iter().map(|part| part[0].value).collect();
    assert_eq!(parts, [2.0, 3.0]);
    assert_eq!(metric(&found.others[0], "y").mean.value, 5.0);
}

#[test]
fn a_split_of_three_edits_is_the_mean_of_six_orders() {
    let found = compared(&product(3), 1_000, 1);
    let (values, mut expected) = ([2.0, 3.0, 4.0], [0.0; 3]);
    for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        let mut y = 1.0;
        for edit in order {
            expected[edit] += (y * values[edit] - y) / 6.0;
            y *= values[edit];
        }
    }
    for (part, expected) in found.others[0].why.as_ref().expect("why").parts.iter().zip(expected) {
        assert!(
            (part[0].value - expected).abs() < 1e-12 && part[0].se < 1e-12,
            "{part:?} {expected}"
        );
    }
}

#[test]
fn more_than_eight_edits_are_taken_in_the_order_of_the_file() {
    let found = compared(&product(9), 1_000, 1);
    let split = found.others[0].why.as_ref().expect("why");
    assert_eq!(split.order, reachsim::study::EditOrder::File);
    let mut y = 1.0;
    for (place, part) in split.parts.iter().enumerate() {
        let next = y * (place + 2) as f64;
        assert!((part[0].value - (next - y)).abs() < 1e-9 * next, "{place}: {part:?}");
        y = next;
    }
}

const NORMAL: &str = "title = \"t\"\n[input.a]\nvalue = { normal = { mean = 10, sd = 3 } \
    }\n[input.b]\nvalue = { normal = { mean = 0, sd = 1 } }\n[input.on]\nvalue = \
    0\n[metric.y]\nformula = \"a + on * (0.5 + b)\"\n";

/// The difference is 0.5 + b: better in Phi(0.5) of the futures, and it hangs on b. It beats the
/// base as often, but for ties within a hundredth of the base's width: without communities there is
/// no luck.
#[test]
fn how_often_a_variant_is_better_is_the_share_of_its_futures() {
    let found = compared(&with(NORMAL, &[("on", "\"input.on\" = 1")]), 100_000, 5);
    let y = metric(&found.others[0], "y");
    let tie = 2.0 * 1.644_854 * 3.0 / 100.0;
    for (chance, tie) in [(y.chance, 0.0), (y.beats, tie)] {
        let chance = chance.expect("a chance");
        let (better, worse) = (reachsim::normal::cdf(0.5 - tie), reachsim::normal::cdf(-0.5 - tie));
        assert!(
            (chance.better.value - better).abs() < 4.89 * chance.better.se.max(1e-3),
            "{chance:?} {better}"
        );
        assert!((chance.worse.value - worse).abs() < 0.008, "{chance:?} {worse}");
    }
    let hinge = found.others[0].hinge.as_ref().expect("a hinge");
    assert_eq!((hinge.key.as_str(), hinge.ends.map(|end| end.value)), ("input.b", [0.0, 1.0]));
    assert!((y.mean.value - 0.5).abs() < 4.89 * y.mean.se.max(1e-9), "{y:?}");
    for (found, p) in y.spread.iter().zip([0.05, 0.5, 0.95]) {
        assert!((found - 0.5 - reachsim::normal::quantile(p)).abs() < 0.05, "{found} {p}");
    }
}

/// What saves money in every future is better in every future, however much luck there is; that one
/// year with it beats another year without it is another question.
#[test]
fn what_only_saves_is_better_in_every_future() {
    // It is 150.
    let (cheaper, dearer) = ("\"cost.tools_per_month\" = 140", "\"cost.tools_per_month\" = 160");
    let found = compared(&with(&page(), &[("cheaper", cheaper), ("dearer", dearer)]), 2_000, 1);
    for (other, advice) in found.others.iter().zip([Advice::Do, Advice::DoNot]) {
        let profit = metric(other, "profit");
        let chance = profit.chance.expect("a chance");
        let shares = [chance.better.value, chance.worse.value];
        assert_eq!(shares, if advice == Advice::Do { [1.0, 0.0] } else { [0.0, 1.0] });
        assert_eq!(profit.advice(), Some(advice));
        assert!((profit.mean.value.abs() - 120.0).abs() < 1e-6 && profit.mean.se < 1e-6);
        assert_eq!(other.hinge, None);
        let beats = profit.beats.expect("a chance").better.value;
        assert!((0.3..0.7).contains(&beats), "{beats}");
        assert_eq!(metric(other, "leads").advice(), Some(Advice::Same));
    }
}

/// The mean decides where it is sure of its sign and no more futures speak against it.
#[test]
fn a_difference_advises_what_its_mean_and_its_futures_say() {
    let text = |gain: &str| {
        format!(
            "title = \"t\"\n[input.a]\nvalue = {{ normal = {{ mean = 10, sd = 3 }} }}\n[input.c]\n\
             value = \"0..1\"\n[input.on]\nvalue = 0\n[metric.y]\nformula = \"a + on * {gain}\"\n\
             better = \"higher\"\n[metric.z]\nformula = \"a + on * {gain}\"\nbetter = \"lower\"\n"
        )
    };
    let few = Advice::CannotTell(Doubt::Few);
    let divided = Advice::CannotTell(Doubt::Divided);
    for (gain, higher, lower) in [
        ("(c + 1)", Advice::Do, Advice::DoNot),
        ("if(c < 0.7, 1, -1)", Advice::Do, Advice::DoNot),
        // Seldom much, mostly a little less.
        ("if(c < 0.3, 10, -1)", divided, divided),
        ("(c - 0.5)", Advice::Same, Advice::Same),
        ("(c - 0.5) * 40", few, few),
    ] {
        let found = compared(&with(&text(gain), &[("on", "\"input.on\" = 1")]), 4_000, 1);
        for (name, advice) in [("y", higher), ("z", lower)] {
            let found = metric(&found.others[0], name).advice();
            assert_eq!(found, Some(advice), "{name}: {gain}");
        }
    }
}

#[test]
fn dominance_is_told_from_both_sides_and_of_both_orders() {
    let text = with(
        NORMAL,
        &[
            ("shifted", "\"input.a\" = { normal = { mean = 11, sd = 3 } }"),
            ("calmer", "\"input.a\" = { normal = { mean = 10, sd = 1 } }"),
            ("wilder", "\"input.a\" = { normal = { mean = 10, sd = 6 } }"),
            ("neither", "\"input.a\" = { normal = { mean = 11, sd = 6 } }"),
        ],
    );
    let found = compared(&text, 10_000, 1);
    let orders: Vec<Dominance> =
        found.others.iter().map(|other| metric(other, "y").dominance).collect();
    assert_eq!(
        orders,
        [Dominance::OtherFirst, Dominance::OtherSecond, Dominance::BaseSecond, Dominance::None]
    );
    let lower = compared(
        &text.replace(
            "\n[[what_if]]\nname = \"shifted\"",
            "better = \"lower\"\n[[what_if]]\nname = \"shifted\"",
        ),
        10_000,
        1,
    );
    assert_eq!(metric(&lower.others[0], "y").dominance, Dominance::BaseFirst);
}

/// A planted defect: two runs of different seeds are not paired, and the error shows it.
#[test]
fn unpaired_seeds_are_caught_by_the_error() {
    let text = with(&page(), &[("more", "\"support.peers\" = \"40%\"")]);
    let (_, lowered) = read(&text, &[]);
    let other = varied(&text, "more");
    let run = |model, seed| {
        engine::run(model, Plan { seed, ..plan(&lowered, 20_000) }, Detail::Totals, &Unwatched)
    };
    let statistic = |model: &reachsim::model::Model| {
        Statistic::typical(model, model.column("profit").expect("profit"))
    };
    let of = [statistic(&other), statistic(&lowered.model)];
    let (base, same_seed, other_seed) = (run(&lowered.model, 1), run(&other, 1), run(&other, 2));
    let paired = difference((&other, &same_seed), (&lowered.model, &base), of);
    let unpaired = difference((&other, &other_seed), (&lowered.model, &base), of);
    assert!(unpaired.se > 2.0 * paired.se, "{paired:?} {unpaired:?}");
    let found = compared(&text, 10_000, 1);
    assert!(metric(&found.others[0], "profit").reduction > 4.0, "pairing is worth it");
    // Without pairing the factor is 1, as two unpaired columns show.
    let values = |run: &reachsim::trials::Trials, model: &reachsim::model::Model| {
        run.column(model, model.column("profit").expect("profit")).values()
    };
    let (a, b) = (values(&base, &lowered.model), values(&other_seed, &other));
    let apart: Vec<f64> = a.iter().zip(&b).map(|(a, b)| a - b).collect();
    let factor = (reachsim::estimate::variance(&a) + reachsim::estimate::variance(&b))
        / reachsim::estimate::variance(&apart);
    // Of 20,000 independent pairs it is within 0.03 of 1, and with pairing above 4.
    assert!((factor - 1.0).abs() < 0.1, "{factor}");
}

/// Noise of one's own changes who asks, and nothing of the world.
#[test]
fn other_luck_leaves_the_world_as_it_is() {
    let (_, lowered) = read(&page(), &[]);
    let run = |matrix| {
        engine::run(
            &lowered.model,
            Plan { matrix, ..plan(&lowered, 1_000) },
            Detail::Totals,
            &Unwatched,
        )
    };
    let (own, other, all) = (run(Matrix::Own), run(Matrix::OtherLuck), run(Matrix::AllLuck));
    assert_eq!(own.inputs, other.inputs);
    assert_eq!(own.inputs, all.inputs);
    let column = lowered.model.column("questions").expect("questions");
    assert_ne!(own.column(&lowered.model, column), other.column(&lowered.model, column));
    let calm = run(Matrix::NoLuck);
    let values = calm.column(&lowered.model, column).values();
    let twin = own.column(&lowered.model, column).values();
    let spread = |values: &[f64]| reachsim::estimate::variance(values);
    assert!(spread(&values) < spread(&twin), "without luck there is less of a spread");
    let (a, b) = (reachsim::estimate::mean(&values), reachsim::estimate::mean(&twin));
    assert!((a / b - 1.0).abs() < 0.02, "and the same mean: {a} {b}");
}

#[test]
fn intervals_of_a_difference_hold_it() {
    // The difference is 0.5 + b, with the skew b of mean 2.
    let text = with(NORMAL, &[("on", "\"input.on\" = 1")])
        .replace("{ normal = { mean = 0, sd = 1 } }", "{ gamma = { mean = 2, sd = 1.5 } }");
    let intervals: Vec<[f64; 2]> = seeds()
        .map(|seed| {
            metric(
                &compared(&format!("simulation.sampler = \"random\"\n{text}"), 6_000, seed).others
                    [0],
                "y",
            )
            .mean
            .interval()
        })
        .collect();
    expect_coverage(&[("the mean difference", 2.5, intervals)]);
}

#[test]
fn a_comparison_goes_on_until_it_is_settled() {
    let text = with(
        NORMAL,
        &[
            ("slightly", "\"input.a\" = { normal = { mean = 10.4, sd = 5 } }"),
            ("on", "\"input.on\" = 1"),
        ],
    );
    let text = format!("simulation.sampler = \"random\"\n{text}");
    let (scenario, lowered) = read(&text, &[]);
    let variants = [variant(&scenario, "slightly"), variant(&scenario, "on")];
    let asked = |most| Asked { plan: plan(&lowered, 1_000), subject: "y", most };
    let settled = compare(&lowered.model, &variants, asked(Some(10_000_000)), &Unwatched);
    let settling = settled.settling.expect("a settling");
    assert!(
        settling.is_settled() && settling.trials > 1_000 && settled.trials == settling.trials,
        "{settling:?}"
    );
    // The same as asking for so many at once.
    let at_once = Asked { plan: plan(&lowered, settling.trials), subject: "y", most: None };
    assert_eq!(compare(&lowered.model, &variants, at_once, &Unwatched).others, settled.others);
    let cut = compare(&lowered.model, &variants, asked(Some(2_000)), &Unwatched);
    assert!(
        cut.settling.is_some_and(|settling| !settling.is_settled() && settling.trials == 2_000)
    );
}

proptest! {
    #![proptest_config(ProptestConfig {
        rng_seed: RngSeed::Fixed(5),
        failure_persistence: None,
        cases: 24,
        ..ProptestConfig::default()
    })]

    #[test]
    fn threads_change_no_digit_of_a_comparison(threads in 1..5_usize, seed in 0..1000_u64) {
        let text = with(&page(), &[("two", "\"support.peers\" = \"40%\"\n\"cost.per_post\" = 10")]);
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
        let one = rayon::ThreadPoolBuilder::new().num_threads(1).build().expect("a thread");
        let found =
            |pool: &rayon::ThreadPool| pool.install(|| format!("{:?}", compared(&text, 300, seed)));
        prop_assert_eq!(found(&pool), found(&one));
    }
}
