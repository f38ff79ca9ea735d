//! Formulas: what they say, and where they stop being one.

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use reachsim::formula::{FUNCTIONS, parse};

use super::{read, refused};
use crate::support::{run, summary};

#[track_caller]
fn value(text: &str) -> f64 {
    let expr = parse(text).unwrap_or_else(|fault| panic!("{text}: {fault:?}"));
    expr.value(&|name| match name.text.as_str() {
        "x" => 3.0,
        "цена" => 5.0,
        "community.my-page.followers" => 7.0,
        other => panic!("no `{other}`"),
    })
}

#[test]
fn operators_bind_as_in_school() {
    for (text, expected) in [
        ("1 + 2 * 3", 7.0),
        ("(1 + 2) * 3", 9.0),
        ("2 - 3 - 4", -5.0),
        ("24 / 4 / 2", 3.0),
        ("2 ^ 3 ^ 2", 512.0),
        ("-3 ^ 2", -9.0),
        ("2 ^ -1", 0.5),
        ("2 * -x", -6.0),
        ("- -x", 3.0),
        ("1 + 1 < 3", 1.0),
        ("x == 3", 1.0),
        ("x != 3", 0.0),
        ("(x >= 3) + (x > 3) + (x <= 3) + (x < 3)", 2.0),
        ("1_000 + 1e3 + 1.5e-1", 2000.15),
        ("50% * 200", 100.0),
        ("5%", 0.05),
        (".5", 0.5),
        ("2 * pi", std::f64::consts::TAU),
        ("цена * x", 15.0),
        ("x +\n  1", 4.0),
        ("`community.my-page.followers` - x", 4.0),
        ("min(5, x, 4)", 3.0),
        ("max(5, x, 14)", 14.0),
        ("if(x > 2, 10, 20)", 10.0),
        ("if(x > 4, ln(-1), 20)", 20.0),
        ("pow(x, 2) + sqrt(16) + abs(-1) + exp(0) + ln(1)", 15.0),
        ("sin(0) + cos(0) + tan(0) + asin(0) + acos(1) + atan(0)", 1.0),
    ] {
        assert_eq!(value(text), expected, "{text}");
    }
}

#[test]
fn what_is_undefined_stays_so() {
    for text in
        ["ln(-1)", "0/0", "min(0/0, 1)", "max(1, 0/0)", "if(0/0, 1, 2)", "0/0 == 0/0", "sqrt(-1)"]
    {
        assert!(value(text).is_nan(), "{text}");
    }
    assert_eq!(value("1/0"), f64::INFINITY);
}

#[test]
fn a_mistake_is_told_where_it_stands() {
    for (text, place, message) in [
        ("x +", 3..3, "ends too early"),
        ("", 0..0, "ends too early"),
        ("(x", 0..1, "never closed"),
        ("x)", 1..2, "`)` is not expected"),
        ("x x", 2..3, "`x` is not expected"),
        ("x = 3", 2..3, "`=` is not expected"),
        ("2x", 0..2, "neither a number nor a name"),
        ("1 + * 2", 4..5, "`*` is not expected"),
        ("sinn(x)", 0..4, "no function `sinn`"),
        ("log(x)", 0..3, "no function `log`"),
        ("pow(2)", 0..3, "takes 2 arguments"),
        ("min(2)", 0..3, "takes two or more"),
        ("if(x, 1)", 0..2, "takes 3 arguments"),
        ("sin(1, 2)", 0..3, "takes 1 argument,"),
        ("sin()", 4..5, "`)` is not expected"),
        ("0,5", 1..2, "`,` is not expected"),
        ("1.2.3", 0..5, "no number"),
        ("x < 1 < 2", 6..7, "`<` is not expected"),
        ("`x", 0..1, "never closed"),
        ("x + (1 ; 2)", 7..8, "`;` is not expected"),
    ] {
        let fault = parse(text).expect_err(text);
        assert!(fault.message.english().contains(message), "{text}: {fault:?}");
        assert_eq!(fault.bytes, place, "{text}: {fault:?}");
    }
    let deep = format!("{}1{}", "(".repeat(60), ")".repeat(60));
    assert!(parse(&deep).expect_err("deep").message.english().contains("more than 50"));
}

proptest! {
    #![proptest_config(ProptestConfig {
        rng_seed: RngSeed::Fixed(11),
        failure_persistence: None,
        cases: 2_000,
        ..ProptestConfig::default()
    })]

    #[test]
    fn no_text_makes_the_reader_fall(text in "[ x1.,()+*/^<>=!%`_a-zа-я-]{0,60}") {
        if let Err(fault) = parse(&text) {
            prop_assert!(
                fault.bytes.start <= fault.bytes.end && fault.bytes.end <= text.len(),
                "{fault:?}"
            );
            prop_assert!(text.get(fault.bytes).is_some());
        }
    }
}

#[test]
fn every_function_is_described_by_its_number_of_arguments() {
    for function in FUNCTIONS {
        let refused = parse(&format!("{}(1, 2, 3, 4)", function.name));
        assert_eq!(
            refused.is_ok(),
            matches!(function.arguments, reachsim::formula::Arguments::Several),
            "{}",
            function.name
        );
    }
}

const SHOP: &str = "title = \"Shop\"\n[input.price]\nvalue = \"5..9\"\nkind = \
    \"positive\"\n[input.units]\nvalue = 100\n\
    [metric.revenue]\nformula = \"price * units\"\nunit = \"EUR\"\n[metric.share]\nformula = \
    \"revenue / 1_000\"\nunit = \"share\"\nbetter = \"lower\"\n\
    [metric.odd]\nformula = \"1 / (price > 7)\"\n";

#[test]
fn metrics_follow_from_inputs_and_from_each_other() {
    let (_, lowered) = read(SHOP, &[]);
    let (trials, summary) = run(&lowered, 4_000);
    let revenue = summary.metric("revenue").expect("revenue");
    assert!(
        (revenue.mean.value - 700.0).abs() < 0.1,
        "a Latin hypercube knows the mean of a straight line: {revenue:?}"
    );
    let share =
        trials.column(&lowered.model, lowered.model.column("share").expect("share")).values();
    let inputs = &trials.inputs[0];
    assert!(share.iter().zip(inputs).all(|(share, price)| (share - price * 0.1).abs() < 1e-12));
    // What is undefined is left out of the mean, and ranks as the worst.
    let odd = summary.metric("odd").expect("odd");
    assert!(
        (odd.undefined - 0.5).abs() < 0.01
            && odd.mean.value == 1.0
            && odd.percentile("p05").value == f64::NEG_INFINITY,
        "{odd:?}"
    );
    let keys: Vec<&str> = lowered.assumptions.iter().map(|taken| taken.key.as_str()).collect();
    assert!(
        keys.contains(&"input.price") && !keys.contains(&"support.wage"),
        "only what counts is assumed: {keys:?}"
    );
}

#[test]
fn formulas_see_keys_and_metrics_of_a_community() {
    let text = format!(
        "{}\n[metric.per_follower]\nformula = \"questions / \
            community.page.followers\"\n[metric.weeks_of_it]\nformula = \"questions / \
            simulation.weeks\"\n",
        crate::support::FIXED
    );
    let found = summary(&text, &[], 1_000);
    let questions = crate::support::metric(&found, "questions").mean.value;
    assert!(
        (crate::support::metric(&found, "per_follower").mean.value - questions / 1e5).abs() < 1e-12
    );
    assert!(
        (crate::support::metric(&found, "weeks_of_it").mean.value - questions / 52.0).abs() < 1e-9
    );
    // Nothing else moves.
    let without = summary(crate::support::FIXED, &[], 1_000);
    for metric in &without.metrics {
        let with = crate::support::metric(&found, &metric.name);
        assert_eq!(
            (metric.mean, metric.percentiles),
            (with.mean, with.percentiles),
            "{}",
            metric.name
        );
    }
}

#[test]
fn names_that_mean_nothing_are_told_at_once() {
    let text = "title = \"t\"\n[input.questions]\nvalue = 1\n[input.a-b]\nvalue = \
        1\n[input.x]\nkind = \"shares\"\n[metric.y]\nformula = \"x + z\"\n[metric.profit]\nformula \
        = \"x\"\n";
    let printed = refused(text);
    for words in [
        "`questions` is the name of a metric",
        "is no name in a formula",
        "this `[input.<id>]` has no `value`",
        "did you mean \"share\"",
        "there is no input, metric or key `z`",
        "`profit` is the name of a metric",
    ] {
        assert!(printed.contains(words), "{words} is missing from\n{printed}");
    }
    let printed = refused("title = \"t\"\n[input.x]\nvalue = 1\n");
    assert!(printed.contains("no-community"), "{printed}");
}

/// Without a community only what a formula names has an effect.
#[test]
fn keys_that_no_formula_names_warn_and_change_nothing() {
    let with = |support: &str| {
        let text = format!(
            "title = \"t\"\n{support}[input.x]\nvalue = \"1 to 2\"\n[metric.y]\nformula = \"x\"\n"
        );
        let lowered = crate::support::lowered(&text, &[]);
        let told: Vec<String> =
            lowered.warnings.iter().map(|warning| warning.message.to_string()).collect();
        (told, run(&lowered, 1_000).1)
    };
    let (told, without) = with("");
    assert_eq!(told, Vec::<String>::new());
    let (told, found) = with("[support]\nwage = \"20 to 30\"\n");
    assert!(told[0].starts_with("`support.wage` has no effect"), "{told:?}");
    assert_eq!(found.metrics[0].percentiles, without.metrics[0].percentiles);
}

#[test]
fn inputs_merge_with_those_of_a_parent() {
    let (_, lowered) = read(SHOP, &["input.price=8"]);
    assert!(lowered.model.inputs.is_empty());
    let (_, other) = read(SHOP, &["input.units=\"50 to 60\""]);
    // Another input leaves the coordinates of the first as they are.
    let (_, base) = read(SHOP, &[]);
    let ours = run(&base, 1_000).0;
    let theirs = run(&other, 1_000).0;
    assert_eq!(ours.inputs[0], theirs.inputs[0]);
}
