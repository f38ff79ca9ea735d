//! How a choice fares over everything that is uncertain.

use reachsim::normal;
use reachsim::study::robust::Robust;

use super::compared;
use crate::support::{Folder, expect_code};

/// To take it brings x, to leave it nothing; z is luck of its own, and changes nothing.
fn text(mean: f64) -> String {
    format!(
        "title = \"t\"\n[input.k]\nvalue = 0\n[input.x]\nvalue = {{ normal = {{ mean = {mean}, sd = 1 \
         }} }}\n[input.z]\nvalue = {{ normal = {{ mean = 0, sd = 2 }} }}\n[input.w]\nvalue = \
         \"1 to 2\"\n[metric.y]\nformula = \"k * x + z + w\"\n[[what_if]]\nname = \"take it\"\nset = {{ \
         \"input.k\" = 1 }}\n"
    )
}

fn found(mean: f64, trials: u64) -> Robust {
    compared(&text(mean), trials, 1).robust.expect("it can be told")
}

#[test]
fn regret_is_what_the_closed_form_says() {
    let found = found(0.5, 20_000);
    let density = (-0.125_f64).exp() / (2.0 * std::f64::consts::PI).sqrt();
    let gain = 0.5 * normal::cdf(0.5) + density;
    // The mean of a standard normal number beyond its 95th percentile.
    let beyond = 2.062_713;
    let [leave, take] = [found.standings[0], found.standings[1]];
    for (known, truth) in [
        (leave.best, normal::cdf(-0.5)),
        (take.best, normal::cdf(0.5)),
        (leave.regret, gain),
        (take.regret, gain - 0.5),
        (leave.worst, beyond + 0.5),
        (take.worst, beyond - 0.5),
    ] {
        assert!((known.value - truth).abs() < 4.89 * known.se.max(2e-3), "{known:?} {truth}");
    }
    assert_eq!(found.choice, 1);
}

#[test]
fn the_input_that_turns_a_choice_is_found() {
    let found = found(0.5, 10_000);
    let keys: Vec<&str> = found.turns.iter().map(|turn| turn.key.as_str()).collect();
    assert_eq!(keys, ["input.x"], "no other one does");
    let turn = &found.turns[0];
    let (flip, at) = (turn.flip, normal::cdf(-0.5));
    assert!(flip.at.value.abs() < 4.0 * flip.at.se.max(0.01) && flip.to == 0, "{turn:?}");
    assert!(!flip.above && (turn.percentile - at).abs() < 0.02, "{turn:?}");
}

#[test]
fn what_holds_over_all_estimates_is_told_so() {
    let found = found(5.0, 4_000);
    assert!(found.holds() && found.choice == 1 && found.inputs == 3, "{found:?}");
    assert!(found.standings[1].best.value > 0.999 && found.standings[0].best.value < 0.001);
    // Two that are the same are each the best in half of the futures, and nobody regrets anything.
    let same = text(0.5).replace("k * x", "0 * k * x");
    let same = compared(&same, 2_000, 1).robust.expect("it can be told");
    assert!(same.standings.iter().all(|one| one.best.value == 0.5 && one.worst.value == 0.0));
    assert!(same.holds());
}

#[test]
fn a_comparison_and_a_search_say_how_their_choice_fares() {
    let folder = Folder::new("robust");
    let file = folder.file("y.toml", &text(0.5));
    let file = file.to_str().expect("a path");
    let out = folder.at("out");
    let out = out.to_str().expect("a path");
    let asked = ["compare", file, "--metric", "y", "--trials", "2k", "--out", out];
    let (screen, _) = expect_code(&folder.reachsim(&asked), 0);
    assert!(screen.contains("Best on average: take it") && screen.contains("x below"), "{screen}");
    assert!(folder.at("out/charts/regret.svg").exists());
    let sure = folder.file("sure.toml", &text(5.0));
    let sure = sure.to_str().expect("a path");
    let (screen, _) =
        expect_code(&folder.reachsim(&["compare", sure, "--metric", "y", "--trials", "2k"]), 0);
    assert!(screen.contains("The choice holds over all estimates"), "{screen}");
    let found = folder.document(&[
        "optimise",
        file,
        "--maximise",
        "mean(y)",
        "--vary",
        "input.k=0..1",
        "--trials",
        "2k",
    ]);
    let robust = &found["robust"];
    assert_eq!(robust["choice"], "input.k=1", "{robust}");
    assert!(robust["alternatives"].as_array().expect("finalists").len() > 1, "{robust}");
    assert_eq!(robust["turns"][0]["key"], "input.x", "{robust}");
}
