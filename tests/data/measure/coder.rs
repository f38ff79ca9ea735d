//! A coder's errors.

use reachsim_data::measure::coder::{Blind, Checked, corrected, kappa, rogan_gladen};

use super::{class, expect_near, stream};

/// A coder who calls four of ten negative messages neutral.
const CODING: [[f64; 3]; 3] = [[0.8, 0.15, 0.05], [0.1, 0.8, 0.1], [0.05, 0.4, 0.55]];
const TRUTH: [f64; 3] = [0.3, 0.45, 0.25];

fn perfect() -> Checked {
    Checked { table: [[50.0, 0.0, 0.0], [0.0, 50.0, 0.0], [0.0, 0.0, 50.0]] }
}

#[test]
fn two_classes_are_corrected_by_rogan_and_gladen() {
    // 30 % of the true ones at 80 %, and 10 % of the others, are coded in a share of 31 %.
    expect_near(rogan_gladen(0.3 * 0.8 + 0.7 * 0.1, 0.8, 0.9), 0.3, 1e-15);
    expect_near(rogan_gladen(0.4, 1.0, 1.0), 0.4, 1e-15);
    assert_eq!(rogan_gladen(0.05, 0.8, 0.9), 0.0);
    assert_eq!(rogan_gladen(0.95, 0.8, 0.9), 1.0);
    assert!(rogan_gladen(0.4, 0.5, 0.5).is_nan());
}

/// Fleiss, *Statistical methods for rates and proportions* (1981), chapter 13: 0.89 agreed, 0.66
/// expected.
#[test]
fn agreement_is_that_of_a_printed_table() {
    let table = [[75.0, 1.0, 4.0], [5.0, 4.0, 1.0], [0.0, 0.0, 10.0]];
    expect_near(kappa(&table), 0.23 / 0.34, 1e-12);
    expect_near(kappa(&perfect().table), 1.0, 1e-15);
    expect_near(kappa(&[[10.0, 20.0, 30.0], [10.0, 20.0, 30.0], [10.0, 20.0, 30.0]]), 0.0, 1e-15);
    assert!(kappa(&[[0.0; 3]; 3]).is_nan());
}

#[test]
fn a_coder_without_errors_is_not_corrected() {
    let shares = corrected([120.0, 60.0, 20.0], &perfect(), 500, 1).unwrap();
    for (share, truth) in shares.iter().zip([0.6, 0.3, 0.1]) {
        expect_near(share.value, truth, 1e-12);
        assert!(share.low < truth && truth < share.high);
    }
}

#[test]
fn errors_are_turned_around() {
    // Counts that are exactly what the coder makes of the truth.
    let coded = [0, 1, 2].map(|i| (0..3).map(|j| 2_000.0 * TRUTH[j] * CODING[j][i]).sum());
    let checked = Checked { table: CODING.map(|row| row.map(|share| 400.0 * share)) };
    let shares = corrected(coded, &checked, 500, 1).unwrap();
    for (share, truth) in shares.iter().zip(TRUTH) {
        expect_near(share.value, truth, 1e-9);
    }
    // As coded, negative would be far too low.
    assert!(coded[2] / 2_000.0 + 0.04 < shares[2].value, "{shares:?}");
    assert_eq!(corrected(coded, &checked, 500, 1), Ok(shares));
}

#[test]
fn intervals_of_corrected_shares_hold_the_truth() {
    let (mut held, mut as_coded) = ([0; 3], 0);
    for simulation in 0..400 {
        let mut stream = stream(5, simulation);
        let mut coded = [0.0; 3];
        let mut checked = Checked::default();
        for message in 0..1_200 {
            let truth = class(&mut stream, &TRUTH);
            let code = class(&mut stream, &CODING[truth]);
            if message < 300 {
                checked.table[truth][code] += 1.0;
            } else {
                coded[code] += 1.0;
            }
        }
        let shares = corrected(coded, &checked, 400, simulation).unwrap();
        for (class, share) in shares.iter().enumerate() {
            held[class] += i32::from(share.low <= TRUTH[class] && TRUTH[class] <= share.high);
        }
        as_coded += i32::from((coded[2] / 900.0 - TRUTH[2]).abs() < 0.03);
    }
    assert!(held.iter().all(|held| (364..=394).contains(held)), "{held:?} of 400");
    assert!(as_coded < 80, "{as_coded} of 400");
}

#[test]
fn shares_never_leave_the_simplex() {
    // No message is coded negative, although a perfect neutral one is so in a tenth: M^-1 q is
    // below 0.
    let checked = Checked { table: CODING.map(|row| row.map(|share| 200.0 * share)) };
    for coded in [[0.0, 300.0, 0.0], [500.0, 1.0, 0.0], [0.0, 0.0, 9.0], [1.0, 0.0, 40.0]] {
        let shares = corrected(coded, &checked, 300, 1).unwrap();
        expect_near(shares.iter().map(|share| share.value).sum(), 1.0, 1e-9);
        for share in shares {
            assert!(0.0 <= share.low && share.low <= share.value && share.value <= share.high);
            assert!(share.high <= 1.0);
        }
    }
}

#[test]
fn a_coder_who_guesses_tells_nothing() {
    let guesses = Checked { table: [[40.0; 3], [41.0, 40.0, 39.0], [39.0, 40.0, 41.0]] };
    let Err(Blind::Alike { least }) = corrected([10.0; 3], &guesses, 100, 1) else {
        panic!("a guess was corrected")
    };
    assert!((0.0..0.2).contains(&least));
}

#[test]
fn too_little_to_go_by_is_refused() {
    let few = Checked { table: [[30.0, 0.0, 0.0], [0.0, 30.0, 0.0], [0.0, 0.0, 39.0]] };
    assert_eq!(corrected([10.0; 3], &few, 100, 1), Err(Blind::Few { checked: 99.0 }));
    let unseen = Checked { table: [[80.0, 0.0, 0.0], [0.0, 80.0, 0.0], [0.0; 3]] };
    assert_eq!(corrected([10.0; 3], &unseen, 100, 1), Err(Blind::Unseen { class: 2 }));
    assert_eq!(corrected([0.0; 3], &perfect(), 100, 1), Err(Blind::Uncoded));
}
