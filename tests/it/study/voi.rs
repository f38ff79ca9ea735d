//! The value of information.

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use reachsim::engine::Unwatched;
use reachsim::estimate::Estimate;
use reachsim::model::Plan;
use reachsim::study::voi::{Decision, Knowledge, Worth, learn, ranked};

use super::{expect_coverage, read, seeds, varied};
use crate::support::{plan, shipped};

const CASE: &str = include_str!("../../cases/value-of-information.toml");

fn known(text: &str, metric: &str, (trials, seed): (u64, u64)) -> Knowledge {
    let (_, lowered) = read(text, &[]);
    let column = lowered.model.column(metric).expect("a metric");
    let decisions = [Decision::Take(&lowered.model, column), Decision::Leave];
    learn(&decisions, Plan { seed, ..plan(&lowered, trials) }, &Unwatched)
        .expect("defined everywhere")
}

#[test]
fn the_published_case_comes_out() {
    let found = known(CASE, "net", (40_000, 1));
    let (p1, p2) = (found.evppi(0), found.evppi(1));
    for (known, truth) in [(found.evpi(), 0.479_811), (p1, 0.083_315), (p2, 0.395_593)] {
        assert!(
            (known.value - truth).abs() < 4.89 * known.se && known.se < 0.01,
            "{known:?} {truth}"
        );
    }
    assert_eq!(found.ranked()[0].inputs, [1]);
    let both = found.of_set(&[0, 1]);
    assert!(
        (both.value - 0.479_811).abs() < 0.02 && both.value <= found.evpi().value,
        "both together are everything: {both:?}"
    );
}

/// A larger worth that may be nothing stands behind a smaller one that is sure.
#[test]
fn what_is_worth_measuring_first_heads_the_table() {
    let worth = |input, value, se| Worth { inputs: vec![input], evppi: Estimate::new(value, se) };
    let all = [(0, 90.0, 1.0), (1, 900.0, 800.0), (2, 100.0, 1.0), (3, 800.0, 700.0)];
    let ranked = ranked(all.map(|(input, value, se)| worth(input, value, se)).to_vec());
    let inputs: Vec<usize> = ranked.iter().map(|worth| worth.inputs[0]).collect();
    assert_eq!(inputs, [2, 1, 3, 0]);
    assert_eq!(Knowledge::first(&ranked), Some(&ranked[0]));
    assert_eq!(Knowledge::first(&ranked[1..]), None);
}

/// Between the file and a what-if in which nothing is done, the decision is the same.
#[test]
fn a_decision_between_what_ifs_is_one_between_models() {
    let (_, lowered) = read(CASE, &[]);
    let nothing = varied(CASE, "do nothing");
    let column = lowered.model.column("net").expect("net");
    let decisions = [Decision::Take(&lowered.model, column), Decision::Take(&nothing, column)];
    let found = learn(&decisions, plan(&lowered, 10_000), &Unwatched).expect("defined everywhere");
    assert_eq!(found.evpi().value, known(CASE, "net", (10_000, 1)).evpi().value);
}

#[test]
fn nineteen_of_twenty_intervals_hold_the_published_values() {
    let text = format!("simulation.sampler = \"random\"\n{CASE}");
    let found: Vec<Knowledge> = seeds().map(|seed| known(&text, "net", (10_000, seed))).collect();
    let intervals = |of: &dyn Fn(&Knowledge) -> reachsim::estimate::Estimate| {
        found.iter().map(|found| of(found).interval()).collect::<Vec<_>>()
    };
    expect_coverage(&[
        ("EVPI", 0.479_811, intervals(&Knowledge::evpi)),
        ("EVPPI of p2", 0.395_593, intervals(&|found| found.evppi(1))),
        ("EVPPI of p1", 0.083_315, intervals(&|found| found.evppi(0))),
    ]);
}

#[test]
fn luck_cannot_be_learnt() {
    // The questions of a quarter are a Poisson number about a known mean: a decision by them is a
    // gamble that no knowledge improves.
    let text = "simulation.weeks = 13\ntitle = \"t\"\nmarket.people = \"3M\"\n\
        [community.page]\nplatform = \"facebook-2012\"\nfollowers = 1_000\nbots = 0\n\
        active = 1\nquestions.per_year = 400\nquestions.dispersion = 0\n\
        growth.churn = 0\ngrowth.organic = 0\ngrowth.follow = 0\nposts.reach = \
        0.03\nfeed.visibility = 0.05\nfeed.engagement_visibility = \
        0.05\n[support]\nminutes_per_answer = 5\n[metric.bet]\nformula = \"questions - 99\"\n";
    let found = known(text, "bet", (10_000, 1));
    assert!(found.evpi().value < 0.02, "{:?}", found.evpi());
    // With an uncertain rate there is something to learn, and less than the spread of the questions
    // themselves would give.
    let uncertain = text.replace("questions.per_year = 400", "questions.per_year = \"320..480\"");
    let found = known(&uncertain, "bet", (40_000, 1));
    // E[max(X - 99, 0)] - 1 with X uniform from 80 to 120: (21^2/2)/40 - 1.
    let truth = 21.0 * 21.0 / 80.0 - 1.0;
    assert!(
        (found.evpi().value - truth).abs() < 4.89 * found.evpi().se.max(0.05),
        "{:?} {truth}",
        found.evpi()
    );
}

proptest! {
    #![proptest_config(ProptestConfig {
        rng_seed: RngSeed::Fixed(3),
        failure_persistence: None,
        cases: 12,
        ..ProptestConfig::default()
    })]

    #[test]
    fn more_knowledge_is_never_worth_less(
        seed in 0..1000_u64,
        order in Just([0_usize, 1, 2, 3]).prop_shuffle(),
    ) {
        let text = "title = \"t\"\n[input.a]\nvalue = \"1 to 5\"\nkind = \
            \"positive\"\n[input.b]\nvalue = \"10% to 40%\"\nkind = \"share\"\n[input.c]\nvalue = \
            \"-1..1\"\n[input.d]\nvalue = \"2..3\"\n[metric.net]\nformula = \"a * b - 0.6 + 0.3 * \
            c + 0.1 * c * d\"\n";
        let found = known(text, "net", (2_000, seed));
        let worths: Vec<f64> = (1..=4).map(|count| found.of_set(&order[..count]).value).collect();
        prop_assert!(worths.windows(2).all(|pair| pair[0] <= pair[1]), "{worths:?}");
        prop_assert!(
            worths[3] <= found.evpi().value && worths[0] >= 0.0,
            "{worths:?} {:?}",
            found.evpi()
        );
    }
}

#[test]
fn a_page_learns_most_from_what_moves_its_profit() {
    let text = std::fs::read_to_string(shipped("support-community")).expect("shipped");
    let found = known(&text, "profit", (10_000, 1));
    let (evpi, ranked) = (found.evpi(), found.ranked());
    assert!(ranked.iter().all(|worth| worth.evppi.value >= 0.0 && worth.evppi.value <= evpi.value));
    assert_eq!(found.inputs[ranked[0].inputs[0]].0, "funnel.incremental_direct");
    let together = found.together(&ranked);
    assert!(
        together[0].evppi.value >= ranked[0].evppi.value
            && together[1].evppi.value >= together[0].evppi.value
    );
}

#[test]
fn a_metric_that_is_undefined_somewhere_values_no_decision() {
    let text = "title = \"t\"\n[input.a]\nvalue = \"-1..1\"\n[metric.y]\nformula = \"ln(a)\"\n";
    let (_, lowered) = read(text, &[]);
    let column = lowered.model.column("y").expect("y");
    assert!(
        learn(
            &[Decision::Take(&lowered.model, column), Decision::Leave],
            plan(&lowered, 1_000),
            &Unwatched
        )
        .is_none()
    );
}
