//! Unions of groups.

use super::expect_close;
use proptest::prelude::*;
use reachsim::reach::join;

/// Three media that duplicate each other at random reach two thirds of a million people
/// (Sainsbury).
#[test]
fn sainsburys_three_media_reach_two_thirds() {
    let (media, people) = ([300_000.0, 400_000.0, 200_000.0], 1e6);
    let both = |i: usize, j: usize| media[i] * media[j] / people;
    let union = join(&media, both, people);
    expect_close(union, 664_000.0, 1e-14);
    // What lies in all three follows from the union and the pairs, and with it who was met exactly
    // once and twice.
    let once_each: f64 = media.iter().sum();
    let pairs: f64 = [(0, 1), (0, 2), (1, 2)]
        .map(|(i, j)| media[i] + media[j] - join(&[media[i], media[j]], |_, _| both(i, j), people))
        .iter()
        .sum();
    let thrice = union - once_each + pairs;
    let twice = pairs - 3.0 * thrice;
    expect_close(thrice, 24_000.0, 1e-12);
    expect_close(twice, 188_000.0, 1e-12);
    expect_close(union - twice - thrice, 452_000.0, 1e-12);
}

#[test]
fn groups_that_share_nobody_add_up_and_groups_inside_another_add_nothing() {
    assert_eq!(join(&[5.0, 1.0, 3.0, 2.0], |_, _| 0.0, 100.0), 11.0);
    assert_eq!(join(&[5.0, 1.0, 3.0, 2.0], |_, _| 0.0, 7.0), 7.0);
    assert_eq!(join(&[5.0, 1.0, 3.0, 2.0], |_, _| f64::INFINITY, 100.0), 5.0);
    assert_eq!(join(&[], |_, _| 0.0, 100.0), 0.0);
    assert_eq!(join(&[4.0], |_, _| 0.0, 100.0), 4.0);
    assert_eq!(join(&[4.0, 3.0], |_, _| 1.0, 100.0), 6.0);
    assert_eq!(join(&[0.0, 0.0, 0.0], |_, _| 0.0, 100.0), 0.0);
}

#[test]
fn unions_of_equal_groups_are_those_counted_by_hand() {
    // Three groups of 10 that pairwise share 5: all triples of overlaps from 0 to 5 are possible,
    // so the union is 15 + x with x at most 5, and by Dawson and Sankoff at least 15. The product
    // gives 17.5.
    expect_close(join(&[10.0, 10.0, 10.0], |_, _| 5.0, 100.0), 17.5, 1e-14);
    // Sharing 9 of 10, only the one outside remains to each; by the product 11.1.
    expect_close(join(&[10.0, 10.0, 10.0], |_, _| 9.0, 100.0), 11.1, 1e-14);
    // Ten groups of which each pair shares 1 of 10: S1 = 100, S2 = 45, m = 1: at least 55, at most
    // 91.
    let union = join(&[10.0; 10], |_, _| 1.0, 1e3);
    assert!((55.0..=91.0).contains(&union), "{union}");
}

/// Groups of distinct sizes with an overlap for each pair.
fn groups() -> impl Strategy<Value = (Vec<f64>, Vec<f64>)> {
    (1_usize..8).prop_flat_map(|n| {
        (prop::collection::vec(1e-3..1e6_f64, n), prop::collection::vec(0.0..1.2_f64, n * n))
    })
}

fn overlap_of<'a>(sizes: &'a [f64], shares: &'a [f64]) -> impl Fn(usize, usize) -> f64 + 'a {
    let n = sizes.len();
    move |i, j| shares[i.min(j) * n + i.max(j)] * sizes[i].min(sizes[j])
}

proptest! {
    #![proptest_config(super::identities::config())]

    #[test]
    fn a_union_lies_between_its_largest_group_and_the_sum_of_all(
        (sizes, shares) in groups(),
        market in 1.0..1e7_f64,
    ) {
        let union = join(&sizes, overlap_of(&sizes, &shares), market);
        let largest = sizes.iter().copied().fold(0.0, f64::max);
        let sum: f64 = sizes.iter().sum();
        prop_assert!(union >= largest.min(market) * (1.0 - 1e-12));
        prop_assert!(union <= sum.min(market) * (1.0 + 1e-12));
    }

    #[test]
    fn a_union_keeps_the_bounds_of_dawson_sankoff_and_kwerel((sizes, shares) in groups()) {
        let overlap = overlap_of(&sizes, &shares);
        let union = join(&sizes, &overlap, f64::INFINITY);
        let n = sizes.len();
        let s1: f64 = sizes.iter().sum();
        let s2: f64 = (0..n)
            .flat_map(|j| (0..j).map(move |i| (i, j)))
            .map(|(i, j)| overlap(i, j).min(sizes[i]).min(sizes[j]))
            .sum();
        let m = 1.0 + (2.0 * s2 / s1).floor();
        let largest = sizes.iter().copied().fold(0.0, f64::max);
        let kwerel = (s1 - 2.0 * s2 / n as f64).max(largest);
        prop_assert!(union <= kwerel * (1.0 + 1e-12), "{} above {}", union, kwerel);
        // Overlaps that no groups of people can have let the bounds cross; then the upper one
        // holds.
        let dawson_sankoff = (2.0 * s1 / (m + 1.0) - 2.0 * s2 / (m * (m + 1.0))).min(kwerel);
        prop_assert!(union >= dawson_sankoff * (1.0 - 1e-12), "{} below {}", union, dawson_sankoff);
    }

    #[test]
    fn a_union_does_not_depend_on_the_order_of_its_groups(
        ((sizes, shares), order) in groups().prop_flat_map(|(sizes, shares)| {
            let places: Vec<usize> = (0..sizes.len()).collect();
            (Just((sizes, shares)), Just(places).prop_shuffle())
        }),
    ) {
        let overlap = overlap_of(&sizes, &shares);
        let shuffled: Vec<f64> = order.iter().map(|&place| sizes[place]).collect();
        let (union, other) =
            (join(&sizes, &overlap, 1e6), join(&shuffled, |i, j| overlap(order[i], order[j]), 1e6));
        prop_assert!((union - other).abs() <= 1e-12 * union, "{} and {}", union, other);
    }

    #[test]
    fn a_group_of_nobody_adds_nobody((sizes, shares) in groups()) {
        let with: Vec<f64> = sizes.iter().copied().chain([0.0]).collect();
        let n = sizes.len();
        let overlap = overlap_of(&sizes, &shares);
        let union = join(&sizes, &overlap, 1e6);
        let same = join(&with, |i, j| if i < n && j < n { overlap(i, j) } else { 0.0 }, 1e6);
        prop_assert_eq!(union.to_bits(), same.to_bits());
    }
}
