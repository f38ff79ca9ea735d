//! Totals that are divided among weeks have the law of the weeks that made them.

use reachsim::draw::Split;
use reachsim_fast::{binomial, choose, scatter};

use super::draw::{DRAWS, assert_law, binomial_law, law, stream};

/// Of `all` units, `own` of them in a week, `total` are chosen: so many are the week's.
fn urn_law(all: f64, own: f64, total: f64) -> Vec<f64> {
    let least = (total + own - all).max(0.0);
    let mode = ((total + 1.0) * (own + 1.0) / (all + 2.0)).floor().max(least);
    law(mode as usize, |k| {
        if k > least {
            (own - k + 1.0) * (total - k + 1.0) / (k * (all - own - total + k))
        } else {
            f64::INFINITY
        }
    })
}

/// Compares both counts of every division with the law of each.
#[track_caller]
fn assert_laws(laws: &[Vec<f64>; 2], draw: &mut dyn FnMut() -> [f64; 2]) {
    let draws: Vec<[f64; 2]> = std::iter::repeat_with(draw).take(DRAWS).collect();
    for (place, law) in laws.iter().enumerate() {
        assert_law(law, draws.iter().map(|counts| counts[place]));
    }
}

fn over(weeks: &[f64]) -> Split {
    let mut split = Split::default();
    split.over(weeks.iter().copied());
    split
}

/// Weeks with the units of each, and how many are chosen: few and many, less and more than half.
const URNS: [(&[f64], f64); 12] = [
    (&[10.0, 20.0, 30.0], 5.0),
    (&[10.0, 20.0, 30.0], 25.0),
    (&[10.0, 20.0, 30.0], 36.0),
    (&[10.0, 20.0, 30.0], 56.0),
    (&[8.0, 0.0, 1_000.0, 500.0, 3_000.0], 9.0),
    (&[8.0, 0.0, 1_000.0, 500.0, 3_000.0], 700.0),
    (&[8.0, 0.0, 1_000.0, 500.0, 3_000.0], 4_000.0),
    (&[300.0, 1.0, 300.0], 300.0),
    (&[300.0, 1.0, 300.0], 301.0),
    (&[2e6, 1e6, 5e5], 7.0),
    (&[2e6, 1e6, 5e5], 200.0),
    (&[2e6, 1e6, 5e5], 3_000.0),
];

#[test]
fn units_are_chosen_as_from_an_urn() {
    for (case, (weeks, total)) in URNS.into_iter().enumerate() {
        let (mut rng, mut split) = (stream(500 + case), over(weeks));
        let all: f64 = weeks.iter().sum();
        let mut draw = || {
            choose(&mut split, &mut rng, total);
            let mut sum = 0.0;
            for (part, units) in split.parts.iter().zip(weeks) {
                assert!(*part >= 0.0 && part <= units && part.fract() == 0.0);
                sum += part;
            }
            assert_eq!(sum, total);
            [split.parts[0], split.parts[1] + split.parts[2]]
        };
        // Two weeks together are one of the urn as well: so much for how weeks depend on each
        // other.
        let laws = [weeks[0], weeks[1] + weeks[2]].map(|units| urn_law(all, units, total));
        assert_laws(&laws, &mut draw);
    }
}

#[test]
#[should_panic(expected = "chi-square is")]
fn units_that_are_chosen_each_on_its_own_are_caught() {
    let mut rng = stream(500);
    assert_law(
        &urn_law(60.0, 10.0, 25.0),
        std::iter::repeat_with(|| binomial(&mut rng, 10.0, 25.0 / 60.0)),
    );
}

#[test]
fn what_was_chosen_can_be_taken_out() {
    let (mut rng, mut split) = (stream(520), over(&[30.0, 50.0, 20.0]));
    let chosen = std::iter::repeat_with(|| {
        split.over([30.0, 50.0, 20.0].into_iter());
        choose(&mut split, &mut rng, 40.0);
        let first = split.parts[0];
        split.take();
        choose(&mut split, &mut rng, 30.0);
        assert!(split.parts.iter().zip(&split.weeks).all(|(part, units)| part <= units));
        // Both together are a set of 70.
        first + split.parts[0]
    });
    assert_law(&urn_law(100.0, 30.0, 70.0), chosen);
}

#[test]
fn events_fall_into_weeks_by_their_means() {
    let weeks = [0.3, 1.5, 0.0, 2.2, 1.0, 0.0];
    for (case, total) in [1.0, 5.0, 12.0, 13.0, 40.0, 900.0].into_iter().enumerate() {
        let (mut rng, mut split) = (stream(530 + case), over(&weeks));
        let mut draw = || {
            scatter(&mut split, &mut rng, total);
            assert_eq!(split.parts.iter().sum::<f64>(), total);
            assert!(split.parts[2] == 0.0 && split.parts[5] == 0.0);
            [split.parts[1], split.parts[0] + split.parts[4]]
        };
        assert_laws(&[0.3, 0.26].map(|share| binomial_law(total, share)), &mut draw);
    }
}

#[test]
fn whatever_is_divided_is_divided_in_the_end() {
    let mut rng = stream(540);
    let weeks: [&[f64]; 7] = [
        &[],
        &[0.0],
        &[0.0, 0.0],
        &[1.0],
        &[0.0, 7.0, 0.0],
        &[1e15, 3.0, 1e15],
        &[1e300, f64::INFINITY],
    ];
    for weeks in weeks {
        let mut split = over(weeks);
        let all: f64 = weeks.iter().sum();
        for total in [0.0, 1.0, 6.0, 7.0, 1e6, 1e15, 1e300] {
            choose(&mut split, &mut rng, total);
            let sum: f64 = split.parts.iter().sum();
            assert!(sum == total.min(all) || all.is_infinite(), "{sum} of {total} among {weeks:?}");
            scatter(&mut split, &mut rng, total);
            assert!(split.parts.iter().all(|part| *part >= 0.0) || all.is_infinite());
        }
    }
}
