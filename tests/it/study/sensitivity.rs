//! Drivers, against functions whose indices are known.

use reachsim::design::Column;
use reachsim::dist::Dist;
use reachsim::engine::{self, Detail, Unwatched};
use reachsim::estimate::Estimate;
use reachsim::model::{Lowered, Matrix, Plan};
use reachsim::study::Smooth;
use reachsim::study::sensitivity::{
    Sensitivity, Totals, Wanted, ends_of, first, jansen, sensitivity,
};
use reachsim::trials::Trials;

use super::{expect_coverage, read, seeds};
use crate::support::{plan, shipped};

const ISHIGAMI: &str = include_str!("../../cases/ishigami.toml");

fn asked(
    lowered: &Lowered,
    metric: &str,
    (trials, seed): (u64, u64),
    totals: Totals,
) -> Sensitivity {
    let column = lowered.model.column(metric).expect("a metric");
    sensitivity(&lowered.model, Plan { seed, ..plan(lowered, trials) }, column, totals, &Unwatched)
}

fn of(found: &Sensitivity, input: usize) -> reachsim::study::sensitivity::Driver {
    *found.drivers.iter().find(|driver| driver.input == input).expect("a driver")
}

/// Within four of its own standard errors and no further off than `most`.
#[track_caller]
fn expect_near(words: &str, known: Estimate, truth: f64, most: f64) {
    let off = (known.value - truth).abs();
    assert!(
        off < 4.89 * known.se && off < most && known.se < most,
        "{words}: {known:?}, but {truth}"
    );
}

#[test]
fn ishigami_is_as_published() {
    let (_, lowered) = read(ISHIGAMI, &[]);
    let found = asked(&lowered, "y", (20_000, 1), Totals::Wanted);
    assert!(
        (found.typical.value - 3.5).abs() < 4.89 * found.typical.se.max(1e-3),
        "{:?}",
        found.typical
    );
    for (input, first, total) in
        [(0, 0.313_905, 0.557_589), (1, 0.442_411, 0.442_411), (2, 0.0, 0.243_684)]
    {
        let driver = of(&found, input);
        expect_near("first", driver.first, first, 0.02);
        expect_near("total", driver.total.expect("asked for"), total, 0.02);
    }
    assert_eq!(found.luck, Estimate::exact(0.0));
    // With x1 at its 90th percentile, 0.8 pi, the mean is sin(0.8 pi) (1 + 0.1 pi^4/5) + 3.5.
    let pi = std::f64::consts::PI;
    let high = (0.8 * pi).sin() * (1.0 + 0.1 * pi.powi(4) / 5.0) + 3.5;
    assert!(
        (of(&found, 0).high - high).abs() < 0.05 && (of(&found, 0).low - (7.0 - high)).abs() < 0.05,
        "{:?}",
        of(&found, 0)
    );
}

/// The first and the total index of each input, as a study finds them, without its bars: they are
/// more than half of its futures.
fn indices(lowered: &Lowered, metric: &str, (trials, seed): (u64, u64)) -> Vec<[Estimate; 2]> {
    let column = lowered.model.column(metric).expect("a metric");
    let run = |matrix: Matrix| {
        let plan = Plan { seed, matrix, ..plan(lowered, trials) };
        engine::run(&lowered.model, plan, Detail::Totals, &Unwatched)
    };
    let values = |trials: &Trials| trials.column(&lowered.model, column).values();
    let trials = run(Matrix::Own);
    let known = values(&trials);
    let of = |input: usize| {
        let total = jansen(&known, &values(&run(Matrix::Redrawn(input))));
        [first(&trials.inputs[input], &known), total]
    };
    (0..lowered.model.inputs.len()).map(of).collect()
}

/// 5,000 futures a study: a bias is larger beside their intervals than beside those of more.
#[test]
fn nineteen_of_twenty_intervals_hold_the_indices_of_ishigami() {
    for sampler in ["random", "latin-hypercube"] {
        let (_, lowered) = read(&format!("simulation.sampler = \"{sampler}\"\n{ISHIGAMI}"), &[]);
        let found: Vec<Vec<[Estimate; 2]>> =
            seeds().map(|seed| indices(&lowered, "y", (5_000, seed))).collect();
        let whole = asked(&lowered, "y", (5_000, 1), Totals::Wanted);
        for (input, [first, total]) in found[0].iter().enumerate() {
            let driver = of(&whole, input);
            assert_eq!((driver.first, driver.total), (*first, Some(*total)), "{input}");
        }
        let intervals = |input: usize, index: usize| {
            found.iter().map(|found| found[input][index].interval()).collect::<Vec<_>>()
        };
        let (firsts, totals) = (|input| intervals(input, 0), |input| intervals(input, 1));
        expect_coverage(&[
            ("first index of x1", 0.313_905, firsts(0)),
            ("first index of x2", 0.442_411, firsts(1)),
            ("total index of x1", 0.557_589, totals(0)),
            ("total index of x2", 0.442_411, totals(1)),
            ("total index of x3", 0.243_684, totals(2)),
        ]);
        // An index of zero is never told as less, and its interval holds it.
        assert!(found.iter().all(|found| found[2][0].value >= 0.0));
        let misses = found.iter().filter(|found| found[2][0].interval()[0] > 0.0).count();
        assert!(misses as f64 <= 0.07 * found.len() as f64, "{misses} intervals leave zero out");
    }
}

const LINE: &str = "title = \"t\"\n[input.a]\nvalue = { normal = { mean = 0, sd = 1 } \
    }\n[input.b]\nvalue = { normal = { mean = 0, sd = 1 } }\n[input.c]\nvalue = \
    \"1..2\"\n[metric.y]\nformula = \"a + b\"\n";

#[test]
fn an_input_that_is_not_used_has_no_effect() {
    let (_, lowered) = read(LINE, &[]);
    let found = asked(&lowered, "y", (2_000, 1), Totals::Wanted);
    assert_eq!(found.idle, [2], "exactly none, not nearly none");
    assert_eq!(found.drivers.len(), 2);
}

/// y = a + b with correlated normal scores r: the first index counts what comes along, (1 + r)/2,
/// and the total index what the other one does not tell, (1 - r)/2.
#[test]
fn correlated_inputs_have_the_indices_of_their_closed_form() {
    let rank: f64 = 0.6;
    let r = 2.0 * (std::f64::consts::PI * rank / 6.0).sin();
    let (_, lowered) = read(
        &format!("{LINE}\n[[correlation]]\nbetween = [\"input.a\", \"input.b\"]\nrank = {rank}\n"),
        &[],
    );
    let found = asked(&lowered, "y", (40_000, 3), Totals::Wanted);
    for input in [0, 1] {
        expect_near("first", of(&found, input).first, f64::midpoint(1.0, r), 0.02);
        expect_near("total", of(&found, input).total.expect("asked for"), (1.0 - r) / 2.0, 0.02);
        // The bar moves one input and leaves the other as it is: 2 x 1.2816 from end to end.
        assert!(
            (of(&found, input).swing.value - 2.0 * 1.281_552).abs() < 1e-4,
            "{:?}",
            of(&found, input)
        );
    }
}

/// A planted defect: two inputs that share a coordinate seem to explain more than there is.
#[test]
fn a_shared_coordinate_is_caught() {
    let shared: Vec<f64> = {
        let mut us = vec![0.0; 1_000];
        let column = Column::new(1, "input.a", 0);
        (0..10)
            .flat_map(|block| {
                column.fill(reachsim::design::Sampler::LatinHypercube, block, &mut us);
                us.clone()
            })
            .collect()
    };
    let scores: Vec<f64> = shared.iter().map(|u| reachsim::normal::quantile(*u)).collect();
    let y: Vec<f64> = scores.iter().map(|score| 2.0 * score).collect();
    let sum = first(&scores, &y).value + first(&scores, &y).value;
    assert!(sum > 1.5, "both indices of inputs that share their coordinate: {sum}");
    let (_, lowered) = read(LINE, &[]);
    let found = asked(&lowered, "y", (10_000, 1), Totals::Left);
    let sum: f64 = found.drivers.iter().map(|driver| driver.first.value).sum();
    assert!((sum - 1.0).abs() < 0.02, "indices of independent inputs of a sum make 1: {sum}");
}

/// Over a quarter, which takes a quarter of the time of a year.
#[test]
fn luck_is_what_the_inputs_leave_over() {
    let fixed = "simulation.weeks = 13\ntitle = \"t\"\nmarket.people = \"3M\"\n\
        [community.page]\nplatform = \"facebook-2012\"\nfollowers = 1_000\nbots = 0\n\
        active = 1\nquestions.per_year = 400\nquestions.dispersion = 0\n";
    let (_, lowered) = read(
        &format!("{fixed}\n[[target]]\nname = \"t\"\nmetric = \"questions\"\nat_least = 0\n"),
        &[
            "community.page.growth.churn=0",
            "community.page.growth.organic=0",
            "community.page.growth.follow=0",
        ],
    );
    let found = asked(&lowered, "questions", (10_000, 1), Totals::Left);
    assert!(found.luck.value > 0.97, "no input moves the questions: {:?}", found.luck);
    // Poisson with a mean that is uniform from 50 to 150: luck is 100 of 100 + 100^2/12.
    // What else is uncertain moves no question, and would be drawn anew input by input.
    let asked_for = "community.page.questions.per_year";
    let mut sets =
        ["churn", "organic", "follow"].map(|key| format!("community.page.growth.{key}=0")).to_vec();
    sets.push(format!("{asked_for}=200..600"));
    let read_with =
        |sets: &[String]| read(fixed, &sets.iter().map(String::as_str).collect::<Vec<_>>()).1;
    let others = read_with(&sets).model.inputs;
    sets.extend(
        others
            .iter()
            .filter(|input| input.key != asked_for)
            .map(|input| format!("{}={}", input.key, input.dist.quantile(0.5))),
    );
    let lowered = read_with(&sets);
    let found = asked(&lowered, "questions", (20_000, 1), Totals::Left);
    let truth = 100.0 / (100.0 + 1e4 / 12.0);
    expect_near("luck", found.luck, truth, 0.01);
    expect_near("first", of(&found, place(&lowered, asked_for)).first, 1.0 - truth, 0.01);
}

fn place(lowered: &Lowered, key: &str) -> usize {
    lowered.model.inputs.iter().position(|input| input.key == key).expect("an input")
}

#[test]
fn drivers_of_a_page_explain_its_profit_with_luck() {
    let text = std::fs::read_to_string(shipped("support-community")).expect("shipped");
    let (_, lowered) = read(&text, &[]);
    let found = asked(&lowered, "profit", (10_000, 1), Totals::Left);
    let alone: f64 = found.drivers.iter().map(|driver| driver.first.value).sum();
    assert!(
        alone + found.luck.value < 1.0 && alone + found.luck.value > 0.6,
        "{alone} and luck {:?}",
        found.luck
    );
    assert!(
        found.drivers.windows(2).all(|pair| pair[0].swing.value.abs() >= pair[1].swing.value.abs())
    );
    assert!(found.drivers.iter().all(|driver| driver.first.value >= 0.0 && driver.first.se > 0.0));
}

/// Each input at either end, by the engine's short way and by a model in which it has that value.
#[track_caller]
fn expect_runs_with_that_input(lowered: &Lowered, metric: &str, trials: u64) {
    let (model, plan) = (&lowered.model, plan(lowered, trials));
    let column = model.column(metric).expect("a metric");
    let inputs: Vec<usize> = (0..model.inputs.len()).collect();
    let ends = ends_of(model, &inputs);
    let found = engine::ends(model, plan, column, &ends, &Unwatched);
    for (ends, columns) in ends.iter().zip(found) {
        for (value, found) in ends.values.into_iter().zip(columns) {
            let mut other = model.clone();
            other.inputs[ends.input].dist = Dist::fixed(value);
            let run = engine::run(&other, plan, Detail::Totals, &Unwatched);
            let key = &model.inputs[ends.input].key;
            assert!(found == *run.column(&other, column), "{metric} with {key} at {value}");
        }
    }
}

#[test]
fn an_input_at_an_end_is_a_run_with_that_input() {
    let money = std::fs::read_to_string(shipped("support-community")).expect("shipped");
    expect_runs_with_that_input(&read(&money, &[]).1, "profit", 120);
    let two = "title = \"t\"\nmarket.people = \"2M\"\n[community.a]\nplatform = \
        \"facebook\"\nfollowers = \"40k\"\nquestions.per_day = \"5 to 12\"\n[community.b]\nplatform \
        = \"instagram\"\nfollowers = \"9k\"\nquestions.per_day = \"1 to 12\"\n[input.x]\nvalue = \
        \"2 to 3\"\n[input.idle]\nvalue = \"2 to 3\"\n[metric.y]\nformula = \"reach_second * x\"\n";
    let (_, lowered) = read(two, &[]);
    for metric in ["y", "b.reach_second", "staff_hours_per_answer", "reach_total"] {
        if lowered.model.column(metric).is_some() {
            expect_runs_with_that_input(&lowered, metric, 50);
        }
    }
    expect_runs_with_that_input(&read(ISHIGAMI, &[]).1, "y", 1_050);
}

#[test]
fn the_inputs_that_go_most_closely_with_it_are_looked_at_alone() {
    let text = std::fs::read_to_string(shipped("support-community")).expect("shipped");
    let (_, lowered) = read(&text, &[]);
    let column = lowered.model.column("profit").expect("a metric");
    let plan = plan(&lowered, 4_000);
    let found = |top| {
        let wanted = Wanted { totals: Totals::Left, top };
        sensitivity(&lowered.model, plan, column, wanted, &Unwatched)
    };
    let (all, five) = (found(None), found(Some(5)));
    let inputs = lowered.model.inputs.len();
    assert!(all.left_out.is_empty());
    assert_eq!(five.left_out.len() + 5, inputs);
    let mut ranked = all.drivers.clone();
    ranked.sort_by(|a, b| b.rank.abs().total_cmp(&a.rank.abs()));
    let mut wanted: Vec<usize> = ranked[..5].iter().map(|driver| driver.input).collect();
    let mut looked_at: Vec<usize> = five.drivers.iter().map(|driver| driver.input).collect();
    wanted.sort_unstable();
    looked_at.sort_unstable();
    assert_eq!(looked_at, wanted);
    // What they explain does not depend on how many are looked at.
    for driver in &five.drivers {
        let same = all.drivers.iter().find(|other| other.input == driver.input);
        assert_eq!(same.map(|other| other.first), Some(driver.first));
    }
    assert!(found(Some(inputs)) == all && found(Some(usize::MAX)) == all);
}

#[test]
fn a_metric_that_never_varies_has_no_driver() {
    let (_, lowered) = read(LINE, &[]);
    let text = format!("{LINE}[metric.still]\nformula = \"3\"\n");
    let (_, still) = read(&text, &[]);
    let found = asked(&still, "still", (1_000, 1), Totals::Wanted);
    assert!(found.drivers.is_empty() && found.idle.len() == 3);
    assert!(first(&[1.0, 2.0, 3.0], &[5.0; 3]).value.is_nan());
    assert!(jansen(&[5.0; 3], &[5.0; 3]).value.is_nan());
    assert_eq!(lowered.model.inputs.len(), 3);
}

#[test]
fn a_conditional_mean_is_found() {
    let n = 20_000_usize;
    let x: Vec<f64> = (0..n)
        .map(|i| reachsim::normal::quantile(((i * 7_919) % n) as f64 / n as f64 + 0.5 / n as f64))
        .collect();
    let noise: Vec<f64> = (0..n)
        .map(|i| reachsim::normal::quantile(((i * 104_729) % n) as f64 / n as f64 + 0.5 / n as f64))
        .collect();
    for (words, mean) in [
        ("line", (|x: f64| 3.0 - 2.0 * x) as fn(f64) -> f64),
        ("wave", |x| (2.0 * x).sin()),
        ("skew", |x| (0.7 * x).exp()),
        ("kink", |x| x.max(0.0)),
    ] {
        let y: Vec<f64> = x.iter().zip(&noise).map(|(x, noise)| mean(*x) + 0.5 * noise).collect();
        let smooth = Smooth::of(&x, &y);
        let off = x
            .iter()
            .zip(&smooth.fitted)
            .map(|(x, fitted)| (fitted - mean(*x)).powi(2))
            .sum::<f64>()
            / n as f64;
        // Sixteen terms of noise 0.25 over 20,000 trials leave 0.0002; the wave needs steeper
        // pieces than there are in its tails.
        assert!(off < 0.004, "{words}: {off}");
    }
    let cases: Vec<f64> = (0..n).map(|i| f64::from(u32::from(i % 3 == 0))).collect();
    let smooth = Smooth::of(&cases, &cases.iter().map(|case| 2.0 * case).collect::<Vec<_>>());
    assert_eq!((smooth.fitted[0], smooth.fitted[1], smooth.terms), (2.0, 0.0, 2));
}
