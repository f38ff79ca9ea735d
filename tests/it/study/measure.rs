//! What measurements are worth before a decision.

use reachsim::engine::Unwatched;
use reachsim::estimate::Estimate;
use reachsim::model::{Lowered, Plan, Sampled, Size};
use reachsim::normal;
use reachsim::study::measure::{Measured, Setting, Verdict, measure};
use reachsim::study::voi::{Decision, Knowledge, learn};

use super::{expect_coverage, read, seeds};
use crate::support::{Folder, expect_code, plan, shipped};

/// To do it brings p1 - p2, to leave it nothing; what is known of p1 is one observation of it with
/// an error of one.
const CASE: &str = include_str!("../../cases/value-of-information.toml");

fn known(text: &str, metric: &str, (trials, seed): (u64, u64)) -> (Lowered, Knowledge) {
    let (_, lowered) = read(text, &[]);
    let column = lowered.model.column(metric).expect("a metric");
    let decisions = [Decision::Take(&lowered.model, column), Decision::Leave];
    let known = learn(&decisions, Plan { seed, ..plan(&lowered, trials) }, &Unwatched)
        .expect("defined everywhere");
    (lowered, known)
}

fn asked(text: &str, metric: &str, (trials, seed): (u64, u64)) -> Vec<Measured> {
    let (lowered, known) = known(text, metric, (trials, seed));
    let setting = Setting { seed, weeks: None, is_money: true };
    measure(&known, &lowered.measurements, setting).expect("uncertain keys")
}

fn one(text: &str, metric: &str, drawn: (u64, u64)) -> Measured {
    asked(text, metric, drawn).pop().expect("a measurement")
}

#[track_caller]
fn expect_near(found: Estimate, truth: f64, widest: f64) {
    assert!(
        (found.value - truth).abs() < 4.89 * found.se && found.se < widest,
        "{found:?} {truth}"
    );
}

fn of_p1(observations: f64) -> String {
    let error = 1.0 / observations.sqrt();
    format!("{CASE}\n[[measurement]]\nname = \"p1\"\nof = \"input.p1\"\nerror = {error}\n")
}

/// E[max(x, 0)] - max(mean, 0) of a normal x.
fn normal_gain(mean: f64, sd: f64) -> f64 {
    let z = mean / sd;
    let density = (-0.5 * z * z).exp() / (2.0 * std::f64::consts::PI).sqrt();
    mean * normal::cdf(z) + sd * density - mean.max(0.0)
}

/// What the package `voi` for R finds in its guide from 10,000 futures, and what is exactly so
/// (Jackson and Heath, `voi`: package overview, "Expected value of sample information").
#[test]
fn the_published_case_comes_out() {
    for (observations, published) in [(10.0, 0.074_403), (100.0, 0.081_063), (1000.0, 0.081_899)] {
        let exact = normal_gain(1.0, (observations / (observations + 1.0_f64)).sqrt());
        let found = one(&of_p1(observations), "net", (40_000, 1));
        expect_near(found.evsi, exact, 0.005);
        // Its futures are a quarter as many.
        assert!((found.evsi.value - published).abs() < 4.89 * 2.5 * found.evsi.se, "{found:?}");
    }
}

/// The mean of p1 after n observations is (1 + n x) / (1 + n), which is zero where x is -1 / n.
#[test]
fn the_result_that_changes_the_choice_is_the_closed_form() {
    let found = one(&of_p1(10.0), "net", (40_000, 1));
    let flip = found.flips[0].expect("low results change it");
    assert!((flip.at.value + 0.1).abs() < 4.0 * flip.at.se && flip.at.se < 0.1, "{flip:?}");
    let share = normal::cdf(-1.1 / 1.1_f64.sqrt());
    assert!(!flip.above && flip.to == 1 && (flip.share - share).abs() < 0.02, "{flip:?}");
    // What nobody would change for is told as nothing.
    let far = of_p1(10.0).replace("mean = 1,", "mean = 9,");
    let found = one(&far, "net", (10_000, 1));
    assert!(found.flips[0].is_none() && found.evsi.value < 1e-3, "{found:?}");
    assert_ne!(found.verdict(), Verdict::Worth);
}

/// A share of beta (a, b) with n asked, of which a decision brings `slope` times the share less
/// `cost`: the sum over all results.
fn beta_gain([a, b]: [f64; 2], n: u32, [slope, cost]: [f64; 2]) -> f64 {
    // P(K = k) of the beta-binomial distribution, from each to the next.
    let total = f64::from(n);
    let mut chance: f64 = (0..n).map(|i| (b + f64::from(i)) / (a + b + f64::from(i))).product();
    let mut sum = 0.0;
    for k in 0..=n {
        let k = f64::from(k);
        let gain = slope * (a + k) / (a + b + total) - cost;
        sum += chance * gain.max(0.0);
        chance *= (total - k) / (k + 1.0) * (a + k) / (b + total - k - 1.0);
    }
    sum - (slope * a / (a + b) - cost).max(0.0)
}

fn of_share(asked: u32, more: &str) -> String {
    format!(
        "title = \"t\"\n[input.p]\nkind = \"share\"\nvalue = {{ beta = {{ alpha = 4, beta = 6 }} \
         }}\n[metric.net]\nformula = \"500 * p - 190\"\n[[measurement]]\nname = \"ask\"\n\
         of = \"input.p\"\nsample = {asked}\n{more}"
    )
}

#[test]
fn a_share_and_a_rate_are_worth_what_their_closed_forms_say() {
    for asked in [3, 20, 300] {
        let found = one(&of_share(asked, ""), "net", (40_000, 1));
        expect_near(found.evsi, beta_gain([4.0, 6.0], asked, [500.0, 190.0]), 1.0);
    }
    // A rate of gamma (9, 20 / 3) that is counted for a tenth of a year: k comes with the chance of
    // the negative binomial distribution, and then 80 (9 + k) / (3 / 20 + 1 / 10) - 4500 is gained.
    let text = "title = \"t\"\n[input.r]\nkind = \"positive\"\nvalue = { gamma = { mean = 60, sd = \
        20 } }\n[metric.net]\nformula = \"80 * r - 4500\"\n[[measurement]]\nname = \
        \"count\"\nof = [\"input.r\"]\nyears = 0.1\n";
    let found = one(text, "net", (40_000, 1));
    let (shape, rate, time): (f64, f64, f64) = (9.0, 0.15, 0.1);
    let mut chance = (rate / (rate + time)).powf(shape);
    let mut truth = 0.0;
    for k in 0..200 {
        let k = f64::from(k);
        truth += chance * (80.0 * (shape + k) / (rate + time) - 4500.0).max(0.0);
        chance *= (shape + k) / (k + 1.0) * time / (rate + time);
    }
    expect_near(found.evsi, truth - 300.0, 15.0);
    assert!((found.units.expect("counts") - 6.0).abs() < 0.05, "{found:?}");
}

#[test]
fn nineteen_of_twenty_intervals_hold_the_worth() {
    let random = |text: String| format!("simulation.sampler = \"random\"\n{text}");
    let found = |text: &str| -> Vec<[f64; 2]> {
        seeds().map(|seed| one(text, "net", (3_000, seed)).evsi.interval()).collect()
    };
    let exact = normal_gain(1.0, (10.0_f64 / 11.0).sqrt());
    expect_coverage(&[
        ("ten observations", exact, found(&random(of_p1(10.0)))),
        (
            "twenty asked",
            beta_gain([4.0, 6.0], 20, [500.0, 190.0]),
            found(&random(of_share(20, ""))),
        ),
    ]);
}

/// Of a thousand futures the choices are fitted closely: without the correction a weak measurement
/// looks better than it is.
#[test]
fn few_futures_do_not_make_a_measurement_look_better() {
    let text = format!("simulation.sampler = \"random\"\n{}", of_p1(1.0));
    let truth = normal_gain(1.0, 0.5_f64.sqrt());
    let found: Vec<Measured> = (1..=120).map(|seed| one(&text, "net", (1_000, seed))).collect();
    let mean =
        |of: &dyn Fn(&Measured) -> f64| found.iter().map(of).sum::<f64>() / found.len() as f64;
    let [raw, corrected] =
        [mean(&|found| found.evsi.value + found.bias), mean(&|found| found.evsi.value)];
    println!("{truth}: raw {raw}, corrected {corrected}");
    assert!(raw > truth && (corrected - truth).abs() < 0.5 * (raw - truth), "{raw} {corrected}");
}

#[test]
fn more_is_worth_more_and_all_of_it_what_knowing_is_worth() {
    let worths: Vec<Measured> = [2, 8, 40, 400, 1_000_000]
        .iter()
        .map(|asked| one(&of_share(*asked, ""), "net", (20_000, 3)))
        .collect();
    assert!(worths.windows(2).all(|pair| pair[0].evsi.value < pair[1].evsi.value), "{worths:?}");
    assert!(worths.iter().all(|found| found.evsi.value <= found.evppi.value), "{worths:?}");
    let last = worths.last().expect("five");
    assert!(last.evsi.value > 0.99 * last.evppi.value, "{last:?}");
}

/// net(n) = worth(n) - 0.1 n, by all n up to a thousand.
#[test]
fn the_best_size_is_that_of_the_closed_form() {
    let net = |asked: u32| beta_gain([4.0, 6.0], asked, [500.0, 190.0]) - 0.1 * f64::from(asked);
    let best = (1..=1000).map(net).fold(0.0, f64::max);
    for asked in [5, 200] {
        let found = one(&of_share(asked, "cost_per_unit = 0.1\n"), "net", (20_000, 1));
        let Size::People(people) = found.best.expect("a size").size else { panic!("{found:?}") };
        assert!(net(people as u32) > 0.95 * best, "{people}: {} of {best}", net(people as u32));
        let left = found.best.expect("a size").enbs.value;
        assert!(left >= found.enbs.expect("money").value, "{found:?}");
    }
    // What costs more than it could ever be worth has no size.
    let dear = one(&of_share(5, "cost_per_unit = 900\n"), "net", (5_000, 1));
    assert!(dear.best.is_none() && dear.verdict() == Verdict::NotWorth, "{dear:?}");
}

/// The gain is bent in the share and goes with another number that is not asked for: each result by
/// itself, with the share as likely as the result makes it.
#[test]
fn a_nested_simulation_finds_the_same() {
    let text = "title = \"t\"\n[input.p]\nkind = \"share\"\nvalue = { beta = { alpha = 2, beta = 5 \
        } }\n[input.v]\nkind = \"positive\"\nvalue = { lognormal = { median = 1, gsd = 1.5 } \
        }\n[metric.net]\nformula = \"100 * p * v - 60 * p^2 * v^2 - 22\"\n[[measurement]]\nname \
        = \"ask\"\nof = \"input.p\"\nsample = 12\n";
    let (lowered, known) = known(text, "net", (20_000, 1));
    let found = one(text, "net", (20_000, 1));
    let place = |key: &str| known.inputs.iter().position(|(input, _)| input == key).expect("a key");
    let [shares, values] = [place("input.p"), place("input.v")].map(|at| &known.inputs[at].1);
    let mean = |power: i32| values.iter().map(|v| v.powi(power)).sum::<f64>() / values.len() as f64;
    let (first, second) = (mean(1), mean(2));
    let gain = |p: f64| 100.0 * p * first - 60.0 * p * p * second - 22.0;
    assert!(matches!(lowered.measurements[0].of[0].1, Sampled::People { people: 12.0 }));
    // How often a result comes, and what is gained on average where it does.
    let mut ways = 1.0;
    let mut nested = 0.0;
    for k in 0..=12 {
        let likely = |p: &f64| p.powi(k) * (1.0 - p).powi(12 - k);
        let gained: f64 = shares.iter().map(|p| likely(p) * gain(*p)).sum();
        nested += ways * gained.max(0.0) / shares.len() as f64;
        ways *= f64::from(12 - k) / f64::from(k + 1);
    }
    let all = shares.iter().map(|p| gain(*p)).sum::<f64>() / shares.len() as f64;
    nested -= all.max(0.0);
    let reach = 4.89 * found.evsi.se.max(0.05);
    assert!((found.evsi.value - nested).abs() < reach, "{found:?} {nested}");
    assert!(nested > 1.0, "{nested}");
}

/// Two numbers measured together are worth more than either, and no more than knowing both.
#[test]
fn measurements_of_several_keys_are_taken_together() {
    let text = format!(
        "{CASE}\n[[measurement]]\nname = \"both\"\nof = [\"input.p1\", \"input.p2\"]\nerror = 1\n\
         [[measurement]]\nname = \"second\"\nof = \"input.p2\"\nerror = 1\n"
    );
    let found = asked(&text, "net", (40_000, 1));
    let sd = (0.5_f64 + 4.0 * 4.0 / 5.0).sqrt();
    expect_near(found[0].evsi, normal_gain(1.0, sd), 0.01);
    expect_near(found[1].evsi, normal_gain(1.0, (16.0_f64 / 5.0).sqrt()), 0.01);
    assert!(found[0].evsi.value < found[0].evppi.value && found[0].inputs.len() == 2);
}

#[test]
fn what_it_costs_and_how_long_it_takes_is_taken_off() {
    let (lowered, known) =
        known(&of_share(50, "cost = 3\ncost_per_unit = 0.02\n"), "net", (5_000, 1));
    let mut menu = lowered.measurements;
    menu[0].weeks = 13.0;
    let setting = Setting { seed: 1, weeks: Some(52.0), is_money: true };
    let found = measure(&known, &menu, setting).expect("a key").remove(0);
    assert_eq!(found.cost, Some(3.0 + 0.02 * 50.0));
    let left = 0.75 * found.evsi.value - 4.0;
    assert!((found.enbs.expect("money").value - left).abs() < 1e-9, "{found:?}");
    let other = Setting { is_money: false, ..setting };
    let found = measure(&known, &menu, other).expect("a key").remove(0);
    assert!(found.cost.is_none() && found.enbs.is_none() && found.best.is_none());
    menu[0].of[0].0 = "input.nobody".to_owned();
    assert_eq!(measure(&known, &menu, setting).err().as_deref(), Some("input.nobody"));
}

#[test]
fn threads_change_no_digit() {
    let folder = Folder::new("measure-threads");
    let file = folder.file("share.toml", &of_share(50, "cost_per_unit = 0.1\n"));
    let file = file.to_str().expect("a path");
    let told = ["1", "4"].map(|threads| {
        let asked = ["measure", file, "--trials", "2k", "--format", "json", "--threads", threads];
        expect_code(&folder.reachsim(&asked), 0).0
    });
    assert_eq!(told[0], told[1]);
}

/// A page that names no measurement is offered one for each of the numbers most worth knowing.
#[test]
fn a_page_is_offered_what_is_most_worth_knowing() {
    let folder = Folder::new("measure-page");
    let file = shipped("support-community");
    let file = file.to_str().expect("a path");
    let found = folder.document(&["measure", file, "--trials", "4k"]);
    let rows = found["measurements"].as_array().expect("measurements");
    assert!(found["proposed"] == true && !rows.is_empty() && rows.len() <= 5, "{found}");
    for row in rows {
        let number = |name: &str| row[name].as_f64().expect("a number");
        assert!(number("evsi") <= number("evppi") && number("evsi") >= 0.0, "{row}");
        assert_eq!(row["cost"], 0.0);
    }
    let out = folder.at("out");
    let out = out.to_str().expect("a path");
    let share = folder.file("share.toml", &of_share(50, "cost = 1\n"));
    let share = share.to_str().expect("a path");
    let asked = ["measure", share, "--trials", "4k", "--out", out];
    let (text, _) = expect_code(&folder.reachsim(&asked), 0);
    assert!(text.contains("Measure first: ask") && text.contains("leave it"), "{text}");
    assert!(folder.at("out/charts/worth.svg").exists());
}

#[test]
fn costs_of_a_decision_that_is_not_about_money_are_refused() {
    let folder = Folder::new("measure-money");
    let text = of_share(50, "cost = 1\n").replace("formula", "unit = \"people\"\nformula");
    let file = folder.file("share.toml", &text);
    let file = file.to_str().expect("a path");
    let (_, err) = expect_code(&folder.reachsim(&["measure", file, "--trials", "1k"]), 2);
    assert!(err.contains("`net` is no money"), "{err}");
}
