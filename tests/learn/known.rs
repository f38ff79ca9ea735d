//! Tests of `learn/known.rs`: published and conjugate answers, and levels that move.

use std::path::Path;

use reachsim_core::dist::{Dist, FAMILIES, Limits, Spread};
use reachsim_core::draw;
use reachsim_core::normal;
use reachsim_core::rng::StreamKey;
use reachsim_core::units::Kind;
use reachsim_core::{model, scenario};
use reachsim_learn::known::all::Known;
use reachsim_learn::known::counts::{self, Week};
use reachsim_learn::known::level::{Ahead, Drift, Seen, level};
use reachsim_learn::known::page::Ask;
use reachsim_learn::known::posterior::posterior;
use reachsim_learn::known::seen::{Counted, DayCount, Part, share};
use reachsim_learn::known::skew;
use statrs::distribution::{Beta, ContinuousCDF};

#[track_caller]
fn expect_near(found: f64, wanted: f64, within: f64) {
    assert!((found - wanted).abs() <= within, "{found} is not {wanted} within {within}");
}

/// What has 90 % of its chances between two ends.
fn positive(low: f64, high: f64) -> Dist {
    Dist::from_interval(low, high, 0.9, Kind::Positive).unwrap()
}

fn portion(low: f64, high: f64) -> Dist {
    Dist::from_interval(low, high, 0.9, Kind::Share).unwrap()
}

#[test]
fn a_rate_is_as_by_hand() {
    let prior = positive(7_000.0, 14_000.0);
    let found = posterior(&prior, Spread::Log, &counts::rate(9_800.0, 1.0, 0.1 / 52.0));
    for (found, wanted) in found.posterior.into_iter().zip([9_131.3, 9_809.8, 10_554.5]) {
        expect_near(found, wanted, 0.1);
    }
    expect_near(found.conflict, 0.4832, 3e-4);
}

#[test]
fn a_share_is_as_by_hand() {
    let prior = portion(0.004, 0.047);
    let found = posterior(&prior, Spread::Logit, &counts::share(21.0, 1_000.0, 0.0));
    for (found, wanted) in found.posterior.into_iter().zip([0.013_879, 0.020_062, 0.027_895]) {
        expect_near(found, wanted, 1.5e-6);
    }
}

#[test]
fn a_share_is_the_conjugate_one() {
    let beta = FAMILIES.iter().find(|family| family.id == "beta").unwrap();
    let prior = (beta.build)(&[2.0, 98.0], Limits::NONE).unwrap();
    let found = posterior(&prior, Spread::Logit, &counts::share(21.0, 1_000.0, 0.0));
    let wanted = Beta::new(23.0, 1_077.0).unwrap();
    for u in [0.001, 0.05, 0.3, 0.5, 0.9, 0.95, 0.999] {
        expect_near(found.dist.quantile(u), wanted.inverse_cdf(u), 1e-6);
    }
    expect_near(found.dist.mean(), 23.0 / 1_100.0, 1e-6);
}

#[test]
fn a_law_that_learnt_nothing_is_the_law() {
    let prior = positive(5.0, 80.0);
    let nodes: Vec<(f64, f64)> = (-40..=40).map(|z| f64::from(z) / 5.0).map(|z| (z, z)).collect();
    let same = prior.learnt(&nodes);
    for u in [1e-9, 0.01, 0.2, 0.5, 0.77, 0.99, 1.0 - 1e-9] {
        expect_near(same.quantile(u) / prior.quantile(u), 1.0, 1e-9);
        expect_near(same.chance(prior.quantile(u)).below, u, 1e-9);
    }
}

#[test]
fn a_law_that_learnt_has_one_distribution_function() {
    let prior = positive(5.0, 80.0);
    let found = posterior(&prior, Spread::Log, &counts::rate(31.0, 1.0, 0.0)).dist;
    for u in [1e-4, 0.03, 0.4, 0.5, 0.8, 0.999] {
        expect_near(found.chance(found.quantile(u)).below, u, 1e-4);
    }
}

#[test]
fn data_far_from_the_belief_widen_it() {
    let prior = positive(100.0, 120.0);
    let curve = counts::rate(300.0, 1.0, 0.0);
    let found = posterior(&prior, Spread::Log, &curve);
    assert!(found.conflict > 0.995, "{}", found.conflict);
    let undoubted = found.undoubted.unwrap();
    assert!(found.posterior[1] > undoubted, "{found:?}");
    // What agrees is not doubted.
    let agrees = posterior(&prior, Spread::Log, &counts::rate(110.0, 1.0, 0.0));
    assert_eq!(agrees.undoubted, None);
}

#[test]
fn the_shape_of_published_counts_is_found() {
    // Billboard exposures of 250 people (Fader, Hardie), and mites on 150 leaves (Bliss, Fisher
    // 1953).
    let billboard =
        [48, 37, 30, 24, 20, 16, 13, 11, 9, 7, 6, 5, 5, 3, 3, 2, 2, 2, 1, 1, 2, 1, 1, 1];
    let mites = [70, 38, 17, 10, 9, 3, 2, 1];
    let tally = |counts: &[u64]| -> (Vec<(u32, u64)>, f64) {
        let told = counts.iter().enumerate().skip(1).map(|(times, n)| (times as u32, *n));
        (told.collect(), counts[0] as f64)
    };
    let (told, silent) = tally(&billboard);
    let (k, alpha, ln) = skew::fit(&told, silent);
    expect_near(k, 0.969_259_4, 1e-5);
    expect_near(alpha, 0.217_517_8, 1e-5);
    expect_near(ln, -649.688_8, 1e-3);
    let (told, silent) = tally(&mites);
    let (k, _, ln) = skew::fit(&told, silent);
    expect_near(k, 1.024_592_4, 1e-5);
    expect_near(ln, -222.437_2, 1e-3);
}

#[test]
fn askers_of_a_known_audience_have_one_skew() {
    // Logarithmic counts: without an audience the likeliest shape is none at all.
    let tally: Vec<(u32, u64)> = (1..=12_u32)
        .map(|times| (times, (3_000.0 * 0.5_f64.powi(times as i32) / f64::from(times)) as u64))
        .collect();
    assert!(!skew::has_own(&tally), "a shape was found without an audience");
    let place = |audience: f64| skew::shape(&tally, audience).unwrap().mean();
    let (small, large) = (place(5_000.0), place(100_000.0));
    assert!(small > large + 1.0, "{small} {large}");
    // Counts that do have a shape are told apart: the control of the above.
    let billboard: Vec<(u32, u64)> =
        vec![(1, 37), (2, 60), (3, 80), (4, 90), (5, 80), (6, 60), (7, 40), (8, 20), (9, 8)];
    assert!(skew::has_own(&billboard));
}

/// Weekly counts of a page of a level and dispersion.
fn weeks(seed: u64, mean: f64, phi: f64, count: usize) -> Vec<Week> {
    let mut rng = StreamKey::named(seed, "test", "weeks").at(0, 0);
    (0..count)
        .map(|week| Week {
            block: week / 4,
            count: draw::negative_binomial(&mut rng, mean, phi),
            exposure: 1.0,
        })
        .collect()
}

#[test]
fn the_dispersion_of_counts_is_found() {
    // On average over pages: 200 estimates of 52 weeks err by 0.02 or so each in ln units of 0.25.
    for phi in [0.05, 0.3] {
        let found: Vec<f64> = (0..200)
            .map(|seed| counts::dispersion(&weeks(seed, 40.0, phi, 52)).unwrap().max(1e-4).ln())
            .collect();
        let mean = found.iter().sum::<f64>() / found.len() as f64;
        expect_near(mean, f64::ln(phi), 0.12);
    }
    assert_eq!(counts::dispersion(&weeks(1, 40.0, 0.3, 11)), None);
}

/// How many of 400 coming means lie in their 90 % ranges, where levels move by `tau` a block, a
/// quarter of its variance every week.
fn held(tau: f64, drift: Drift) -> usize {
    let ahead = Ahead { gap: 0.0, blocks: 3.0 };
    let is_held = |seed: &u64| {
        let mut rng = StreamKey::named(*seed, "test", "level").at(0, 0);
        let mut place = 1.0;
        let mut block = |rng: &mut _| {
            let weeks = (0..4).map(|_| {
                place += 0.5 * tau * draw::normal(rng);
                place
            });
            weeks.sum::<f64>() / 4.0
        };
        let seen: Vec<Seen> = (0..13)
            .map(|at| {
                let own = block(&mut rng) + 0.05 * draw::normal(&mut rng);
                Seen { at: f64::from(at), place: own, variance: 0.0025 }
            })
            .collect();
        let mean = (0..3).map(|_| block(&mut rng)).sum::<f64>() / 3.0;
        let curve = level(Spread::Log, &seen, drift, ahead).unwrap().curve;
        let below = curve.below(mean);
        (0.05..0.95).contains(&below)
    };
    (0..400).filter(is_held).count()
}

#[test]
fn a_moving_level_is_forecast_as_wide_as_it_moves() {
    // 360 of 400 expected; 0.0001 of the time outside 336 to 382 by chance alone.
    for tau in [0.1, 0.25] {
        let held = held(tau, Drift::Free);
        assert!((336..=385).contains(&held), "{held} of 400 at {tau}");
    }
    // Who takes the level for steady is far too sure.
    assert!(held(0.25, Drift::Steady) < 200);
}

#[test]
fn one_block_moves_on_by_what_is_believed_of_moves() {
    let seen = [Seen { at: 0.0, place: 2.0, variance: 1e-6 }];
    let ahead = Ahead { gap: 0.0, blocks: 13.0 };
    let found = level(Spread::Log, &seen, Drift::Free, ahead).unwrap();
    // E tau^2 = 0.04 of a half-normal of 0.2, times (1 + 13)/3.
    expect_near(found.curve.sd(), (0.04 * 14.0 / 3.0_f64).sqrt(), 0.02);
    let z = normal::cdf(0.0);
    expect_near(found.curve.below(2.0), z, 1e-9);
}

/// A year of days with so many events each week at most.
fn counted(seed: u64, weight: f64) -> Vec<DayCount> {
    let mut rng = StreamKey::named(seed, "test", "days").at(0, 0);
    (0..364)
        .map(|day| DayCount {
            day,
            count: draw::poisson(&mut rng, 5.0),
            exposure: 1.0 / 364.0,
            weight,
        })
        .collect()
}

#[test]
fn the_same_rows_twice_at_half_their_weight_are_those_rows_once() {
    let ahead = Ahead { gap: 0.0, blocks: 13.0 };
    let once = Counted { days: counted(7, 1.0) };
    let twice = counted(7, 0.5).into_iter().chain(counted(7, 0.5)).map(|row| DayCount {
        // Counted apart, they would be twice as many of twice as much.
        count: 0.5 * row.count,
        exposure: 0.5 * row.exposure,
        ..row
    });
    let halves = Counted { days: counted(7, 0.5) };
    let same = Counted { days: twice.collect() };
    let width = |counted: &Counted, drift| {
        let told = counted.rate(drift, ahead, Some(0.0)).unwrap();
        (told.curve.mean(), told.curve.sd())
    };
    let (mean, sd) = width(&once, Drift::Steady);
    let (half_mean, half_sd) = width(&halves, Drift::Steady);
    expect_near(half_mean, mean, 1e-9);
    expect_near(half_sd / sd, 2.0_f64.sqrt(), 1e-6);
    expect_near(width(&same, Drift::Steady).0, mean, 1e-9);
}

#[test]
fn events_that_are_too_few_for_blocks_are_met_exactly() {
    let ahead = Ahead { gap: 0.0, blocks: 13.0 };
    let mut days = counted(1, 1.0);
    for row in &mut days {
        row.count = 0.0;
    }
    let none = Counted { days: days.clone() }.rate(Drift::Steady, ahead, Some(0.0)).unwrap();
    // Nothing at all rules out what would have been seen: ln L = -rate.
    expect_near(none.curve.ln(1.0) - none.curve.ln(0.0), 1.0 - 1.0_f64.exp(), 1e-9);
    days[100].count = 3.0;
    let few = Counted { days }.rate(Drift::Steady, ahead, Some(0.0)).unwrap();
    expect_near(few.curve.ln(3.0_f64.ln()) - few.curve.ln(0.0), 3.0 * 3.0_f64.ln() - 2.0, 1e-9);
}

#[test]
fn weeks_that_nobody_saw_widen_what_is_to_come() {
    let seen: Vec<Seen> = (0..13)
        .map(|at| Seen { at: f64::from(at), place: f64::from(at % 2) * 0.2, variance: 1e-6 })
        .collect();
    let sd = |gap: f64| {
        level(Spread::Log, &seen, Drift::Free, Ahead { gap, blocks: 3.0 }).unwrap().curve.sd()
    };
    // (4/3 + gap) of the variance of a move.
    let times = sd(4.0) / sd(0.0);
    expect_near(times, (4.0_f64 / (4.0 / 3.0) + 1.0).sqrt(), 0.02);
}

#[test]
fn less_than_four_weeks_are_no_rate() {
    let ahead = Ahead { gap: 0.0, blocks: 13.0 };
    let some = |days: usize| {
        let days = counted(2, 1.0).into_iter().take(days).collect();
        Counted { days }.rate(Drift::Free, ahead, None)
    };
    assert!(some(27).is_none());
    assert!(some(28).is_some());
}

#[test]
fn successes_that_come_in_bursts_say_less() {
    let ahead = Ahead { gap: 0.0, blocks: 13.0 };
    let even: Vec<Part> =
        (0..364).map(|day| Part { day, over: 2.0, under: 20.0, weight: 1.0 }).collect();
    let bursts: Vec<Part> = (0..364)
        .map(|day| Part { over: if day % 10 == 0 { 20.0 } else { 0.0 }, ..even[day as usize] })
        .collect();
    let sd = |parts: &[Part]| share(parts, Spread::Logit, Drift::Steady, ahead).unwrap().curve.sd();
    assert!(sd(&bursts) > 3.0 * sd(&even), "{} {}", sd(&bursts), sd(&even));
}

#[test]
fn a_model_that_learnt_nothing_is_the_model() {
    let text = "title = \"A page\"\nmarket.people = \"2M\"\n[community.page]\n\
        platform = \"facebook\"\nfollowers = \"40k\"\n";
    let read = scenario::parse(Path::new("page.toml"), text.to_owned(), &[]).unwrap();
    let model = model::lower(read).unwrap().model;
    let known = Known::of(&model, &[], &Ask { weeks: 52, ..Ask::default() });
    assert!(known.is_empty());
    let after = known.applied(&model);
    assert_eq!(after.inputs.len(), model.inputs.len());
    for (one, other) in model.inputs.iter().zip(&after.inputs) {
        for u in [1e-6, 0.05, 0.5, 0.77, 0.999] {
            assert_eq!(one.dist.quantile(u).to_bits(), other.dist.quantile(u).to_bits());
        }
    }
}
