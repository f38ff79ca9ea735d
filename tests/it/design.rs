//! Designs: Latin hypercubes, scrambled nets, and the correlation that is put upon them.

use reachsim::design::copula::{Copula, Repaired};
use reachsim::design::together::{self, Together};
use reachsim::design::{BLOCK, Column, Sampler, latin, sobol};
use reachsim::normal::quantile;
use reachsim::rng::{Component, StreamKey};

use super::statistics::{count, count_uniforms, expect_mean};

const DRAWN: [Sampler; 3] = [Sampler::Random, Sampler::LatinHypercube, Sampler::Sobol];

fn block(sampler: Sampler, (name, dimension): (&str, usize), block: u64) -> Vec<f64> {
    let mut us = vec![0.0; BLOCK];
    Column::new(1, name, dimension).fill(sampler, block, &mut us);
    us
}

/// The mean over a block of a function of two coordinates.
fn block_mean(sampler: Sampler, number: u64, f: impl Fn(f64, f64) -> f64) -> f64 {
    let (us, vs) = (block(sampler, ("u", 3), number), block(sampler, ("v", 17), number));
    us.iter().zip(vs).map(|(&u, v)| f(u, v)).sum::<f64>() / BLOCK as f64
}

#[track_caller]
fn assert_one_in_each(places: impl Iterator<Item = usize>, cells: usize) {
    let mut taken = vec![0; cells];
    places.for_each(|place| taken[place] += 1);
    assert!(taken.iter().all(|&n| n == 1), "{taken:?}");
}

#[test]
fn unscrambled_points_are_those_of_the_literature() {
    // Bratley and Fox (1988); the first dimensions of any implementation.
    let (x, y) = (
        [0.0, 0.5, 0.75, 0.25, 0.375, 0.875, 0.625, 0.125],
        [0.0, 0.5, 0.25, 0.75, 0.375, 0.875, 0.125, 0.625],
    );
    let points = |dimension| {
        sobol::unscrambled(dimension)
            .take(8)
            .map(|point| f64::from(point) / 1024.0)
            .collect::<Vec<_>>()
    };
    assert_eq!(points(0), x);
    assert_eq!(points(1), y);
    assert_eq!(sobol::unscrambled(0).count(), sobol::POINTS);
    // The same as SciPy 1.17 finds: eight coordinates of one point, and all coordinates of 1,000
    // points, each weighted by its place.
    let late =
        [0, 1, 2, 9, 50, 100, 200, 255].map(|dimension| sobol::unscrambled(dimension).nth(777));
    assert_eq!(late, [709, 959, 167, 331, 85, 863, 1015, 651].map(Some));
    let weighted =
        |(i, dimension): (usize, usize), point: u16| (i + 1) * (dimension + 1) * usize::from(point);
    let sums = (0..256).map(|d| {
        sobol::unscrambled(d)
            .take(1_000)
            .enumerate()
            .map(|(i, point)| weighted((i, d), point))
            .sum::<usize>()
    });
    assert_eq!(sums.sum::<usize>(), 8_429_694_209_488);
}

#[test]
fn every_dimension_fills_every_cell_and_no_two_are_the_same() {
    let all: Vec<Vec<u16>> =
        (0..sobol::DIMENSIONS).map(|dimension| sobol::unscrambled(dimension).collect()).collect();
    for (dimension, points) in all.iter().enumerate() {
        assert_one_in_each(points.iter().map(|&point| usize::from(point)), 1024);
        assert!(!all[..dimension].contains(points));
    }
}

#[test]
fn scrambled_points_are_still_a_net() {
    for number in 0..5 {
        let (us, vs) =
            (block(Sampler::Sobol, ("u", 0), number), block(Sampler::Sobol, ("v", 1), number));
        for digits in 0..=9 {
            let (columns, rows) = (f64::from(1 << digits), f64::from(512 >> digits));
            let cells = us
                .iter()
                .zip(&vs)
                .take(512)
                .map(|(u, v)| (u * columns) as usize + columns as usize * (v * rows) as usize);
            assert_one_in_each(cells, 512);
        }
    }
    for dimension in 0..sobol::DIMENSIONS {
        let us = block(Sampler::Sobol, ("u", dimension), 7);
        assert_one_in_each(us.iter().take(512).map(|u| (u * 512.0) as usize), 512);
        for eighth in 0..8 {
            assert_eq!(us.iter().filter(|&u| (u * 8.0) as usize == eighth).count(), 125);
        }
    }
}

#[test]
#[should_panic(expected = "[")]
fn points_scrambled_without_nesting_are_caught() {
    let (us, vs) =
        (block(Sampler::Sobol, ("u", 0), 0), block(Sampler::LatinHypercube, ("v", 1), 0));
    assert_one_in_each(
        us.iter().zip(&vs).take(512).map(|(u, v)| (u * 16.0) as usize + 16 * (v * 32.0) as usize),
        512,
    );
}

#[test]
fn a_latin_hypercube_has_one_trial_in_each_stratum() {
    for number in 0..5 {
        let us = block(Sampler::LatinHypercube, ("u", 0), number);
        assert_one_in_each(us.iter().map(|u| (u * BLOCK as f64) as usize), BLOCK);
    }
}

/// Variance of the mean of `strata` standard normals of which each is drawn from its own stratum.
fn stratified_variance(strata: usize) -> f64 {
    let density = |x: f64| libm::exp(-0.5 * x * x) / (2.0 * std::f64::consts::PI).sqrt();
    let edges: Vec<_> = (0..=strata).map(|i| density(quantile(i as f64 / strata as f64))).collect();
    let between: f64 =
        edges.windows(2).map(|edge| strata as f64 * (edge[0] - edge[1]).powi(2)).sum();
    (1.0 - between) / strata as f64
}

#[test]
fn a_latin_hypercube_has_the_error_that_its_strata_leave() {
    assert!((stratified_variance(100).sqrt() - 0.004_766_8).abs() < 5e-8);
    let key = StreamKey::new(1, Component::Messages, "latin");
    let squares = (0..60_000).map(|replicate| {
        let mut us = [0.0; 100];
        latin::fill(&mut key.at(replicate, 0), 100, &mut us);
        (us.iter().map(|&u| quantile(u)).sum::<f64>() / 100.0).powi(2)
    });
    // Notices 3 % of the error; plain Monte Carlo's is twenty times as large.
    expect_mean(&squares.collect::<Vec<_>>())
        .near(0.004_766_8_f64.powi(2))
        .resolving(0.055 * 0.004_766_8_f64.powi(2));
}

#[test]
fn every_coordinate_of_every_trial_is_uniform() {
    for sampler in DRAWN {
        for trial in [0, 1, 499, 999] {
            let column = Column::new(1, "u", 40);
            let mut us = vec![0.0; trial + 1];
            let values = (0..20_000).map(|number| {
                column.fill(sampler, number, &mut us);
                us[trial]
            });
            let values: Vec<_> = values.collect();
            count_uniforms(values.iter().copied(), 20).uniform().resolving(0.07);
            // The place within a stratum is uniform as well.
            count_uniforms(values.iter().map(|u| (u * 1e6).fract()), 20).uniform().resolving(0.07);
            expect_mean(&values).near(0.5).resolving(0.015);
        }
    }
}

#[test]
fn the_coordinates_of_a_trial_are_independent() {
    for sampler in DRAWN {
        for (a, b) in [
            (("u", 0), ("v", 1)),
            (("u", 9), ("v", 200)),
            (("u", sobol::DIMENSIONS), ("v", sobol::DIMENSIONS)),
        ] {
            let (mut us, mut vs) = ([0.0; 5], [0.0; 5]);
            let cells = (0..20_000).map(|number| {
                Column::new(1, a.0, a.1).fill(sampler, number, &mut us);
                Column::new(1, b.0, b.1).fill(sampler, number, &mut vs);
                (us[4] * 8.0) as usize * 8 + (vs[4] * 8.0) as usize
            });
            count(cells, 64).uniform().resolving(0.085);
        }
    }
}

#[test]
fn blocks_are_unbiased_and_independent() {
    let f = |u: f64, v: f64| u * u * v.powi(3) + if u + v > 1.7 { 1.0 } else { 0.0 };
    for sampler in DRAWN {
        let means: Vec<_> = (0..6_000).map(|number| block_mean(sampler, number, f)).collect();
        // Of one trial the deviation is 0.26.
        expect_mean(&means).near(1.0 / 12.0 + 0.045).resolving(0.001);
        let center = means.iter().sum::<f64>() / means.len() as f64;
        let variance =
            means.iter().map(|mean| (mean - center).powi(2)).sum::<f64>() / means.len() as f64;
        let products: Vec<_> = means
            .windows(2)
            .map(|pair| (pair[0] - center) * (pair[1] - center) / variance)
            .collect();
        expect_mean(&products).near(0.0).resolving(0.1);
    }
}

#[test]
#[should_panic(expected = "standard errors of")]
fn blocks_that_share_their_scramble_are_caught() {
    let means: Vec<_> = (0..6_000)
        .map(|number| block_mean(Sampler::LatinHypercube, number / 5, |u, v| u * v))
        .collect();
    let center = 0.25;
    let variance =
        means.iter().map(|mean| (mean - center).powi(2)).sum::<f64>() / means.len() as f64;
    let products: Vec<_> =
        means.windows(2).map(|pair| (pair[0] - center) * (pair[1] - center) / variance).collect();
    expect_mean(&products).near(0.0).resolving(0.15);
}

#[test]
fn a_latin_hypercube_removes_main_effects_and_sobol_points_what_two_inputs_do_together() {
    let variance = |sampler| {
        let squares =
            (0..3_000).map(|number| (block_mean(sampler, number, |u, v| u * v) - 0.25).powi(2));
        squares.collect::<Vec<_>>()
    };
    // Var(uv) = 7/144, of which 1/144 is interaction.
    expect_mean(&variance(Sampler::Random))
        .near(7.0 / 144.0 / BLOCK as f64)
        .resolving(0.2 * 7.0 / 144.0 / BLOCK as f64);
    expect_mean(&variance(Sampler::LatinHypercube))
        .near(1.0 / 144.0 / BLOCK as f64)
        .resolving(0.2 / 144.0 / BLOCK as f64);
    let sobol = variance(Sampler::Sobol);
    assert!(sobol.iter().sum::<f64>() / (sobol.len() as f64) < 0.1 / 144.0 / BLOCK as f64);
}

#[test]
fn a_column_depends_on_its_address_alone() {
    for sampler in Sampler::ALL {
        let whole = block(sampler, ("friends", 5), 3);
        let mut part = [0.0; 10];
        Column::new(1, "friends", 5).fill(sampler, 3, &mut part);
        assert_eq!(part, whole[..10], "a part of a block is its beginning");
        if sampler != Sampler::Expected {
            let others = [block(sampler, ("friends", 5), 4), block(sampler, ("friend", 5), 3)];
            assert!(others.iter().all(|other| other.iter().zip(&whole).all(|(a, b)| a != b)));
        }
    }
    assert_eq!(block(Sampler::Expected, ("friends", 5), 3), [0.5; BLOCK]);
}

#[test]
fn no_coordinate_is_zero_or_one() {
    for sampler in DRAWN {
        for number in 0..200 {
            assert!(block(sampler, ("u", 2), number).iter().all(|&u| u > 0.0 && u < 1.0));
        }
    }
}

/// Independent coordinates of many trials, correlated.
fn correlated(copula: &Copula, count: usize) -> Vec<Vec<f64>> {
    let key = StreamKey::new(1, Component::Messages, "copula");
    let trials = (0..200_000).map(|trial| {
        let mut rng = key.at(trial, 0);
        let mut us: Vec<_> = (0..count).map(|_| reachsim::rng::uniform(&mut rng)).collect();
        copula.correlate(&mut us);
        us
    });
    trials.collect()
}

/// Spearman's rank correlation of two coordinates, which are their own ranks: 0.03 is noticed.
#[track_caller]
fn assert_rank(trials: &[Vec<f64>], (a, b): (usize, usize), rank: f64) {
    let products: Vec<_> = trials.iter().map(|us| 12.0 * (us[a] - 0.5) * (us[b] - 0.5)).collect();
    expect_mean(&products).near(rank).resolving(0.03);
}

#[test]
fn a_copula_reaches_its_rank_correlations() {
    let (copula, repaired) = Copula::new(5, &[(0, 3, 0.6), (4, 3, -0.5), (0, 4, 0.1)]);
    assert_eq!(repaired, []);
    let trials = correlated(&copula, 5);
    for (pair, rank) in
        [((0, 3), 0.6), ((3, 4), -0.5), ((0, 4), 0.1), ((1, 3), 0.0), ((0, 1), 0.0), ((2, 4), 0.0)]
    {
        assert_rank(&trials, pair, rank);
    }
    for place in 0..5 {
        count_uniforms(trials.iter().map(|us| us[place]), 50).uniform().resolving(0.03);
    }
}

#[test]
#[should_panic(expected = "standard errors of")]
fn a_normal_correlation_in_place_of_a_rank_correlation_is_caught() {
    let (copula, _) = Copula::new(2, &[(0, 1, 6.0 / std::f64::consts::PI * libm::asin(0.65))]);
    assert_rank(&correlated(&copula, 2), (0, 1), 0.75);
}

#[test]
fn full_correlation_is_equality_or_its_mirror() {
    let (copula, repaired) = Copula::new(3, &[(0, 1, 1.0), (1, 2, -1.0), (0, 2, -1.0)]);
    assert_eq!(repaired, []);
    for us in correlated(&copula, 3).iter().take(1_000) {
        assert!((us[0] - us[1]).abs() < 1e-12 && (us[0] + us[2] - 1.0).abs() < 1e-12);
    }
}

#[test]
fn what_is_not_correlated_stays_as_it_is() {
    let (copula, _) = Copula::new(4, &[(1, 3, 0.8)]);
    let mut us = [0.1, 0.2, 0.3, 0.4];
    copula.correlate(&mut us);
    assert_eq!((us[0], us[2]), (0.1, 0.3));
    assert!((us[1] - 0.2).abs() < 1e-15, "the first of a pair leads");
    assert!(us[3] < 0.3, "and takes the second with it");
    assert!(Copula::none().is_none() && !copula.is_none());
    Copula::none().correlate(&mut us);
    assert_eq!((us[0], us[2]), (0.1, 0.3));
}

fn moved_most(changes: &[Repaired]) -> f64 {
    changes.iter().map(|moved| (moved.asked - moved.used).abs()).fold(0.0, f64::max)
}

#[test]
fn correlations_that_cannot_be_are_moved_to_the_nearest() {
    // Higham (2002): 1, 1, 0 between three goes to 0.76069, 0.76069, 0.15731 (normal scores).
    let (copula, change) = Copula::new(3, &[(0, 1, 1.0), (1, 2, 1.0)]);
    let rank = |score: f64| 6.0 / std::f64::consts::PI * libm::asin(score / 2.0);
    let expected = (1.0 - rank(0.760_69)).max(rank(0.157_31));
    assert!((moved_most(&change) - expected).abs() < 1e-5, "{change:?} is not {expected}");
    let of = |pair: [usize; 2]| change.iter().find(|moved| moved.between == pair).expect("a pair");
    assert!((of([0, 1]).asked - 1.0).abs() < 1e-9, "{change:?}");
    assert_eq!(of([0, 2]).asked, 0.0, "what was not asked is none");
    assert!((of([0, 2]).used - rank(0.157_31)).abs() < 1e-4, "{change:?}");
    let trials = correlated(&copula, 3);
    for (pair, score) in [((0, 1), 0.760_69), ((1, 2), 0.760_69), ((0, 2), 0.157_31)] {
        assert_rank(&trials, pair, rank(score));
    }
    for place in 0..3 {
        count_uniforms(trials.iter().map(|us| us[place]), 50).uniform().resolving(0.03);
    }
    // By symmetry -1/2 each, beyond which three cannot all avoid each other.
    let (copula, change) = Copula::new(3, &[(0, 1, -1.0), (1, 2, -1.0), (0, 2, -1.0)]);
    assert!((moved_most(&change) - (1.0 - rank(0.5))).abs() < 1e-5, "{change:?}");
    assert_rank(&correlated(&copula, 3), (0, 2), -rank(0.5));
}

#[test]
fn correlated_coordinates_stay_strictly_between_zero_and_one() {
    let (copula, _) = Copula::new(3, &[(0, 1, 0.99), (1, 2, 0.99), (0, 2, 0.97)]);
    let ends = [2.0_f64.powi(-53), 0.5, 1.0 - 2.0_f64.powi(-53)];
    for a in ends {
        for b in ends {
            for c in ends {
                let mut us = [a, b, c];
                copula.correlate(&mut us);
                assert!(us.iter().all(|&u| u > 0.0 && u < 1.0), "{us:?}");
            }
        }
    }
}

#[test]
fn samplers_are_found_by_what_users_write() {
    for sampler in Sampler::ALL {
        assert_eq!(Sampler::find(sampler.id()), Some(sampler));
    }
    assert_eq!(Sampler::find("sobol'"), None);
}

#[test]
fn a_coordinate_drawn_anew_keeps_its_correlations() {
    let (copula, _) = Copula::new(4, &[(0, 1, 0.6), (1, 2, -0.4)]);
    let anew: Vec<f64> = correlated(&Copula::none(), 6).into_iter().map(|us| us[5]).collect();
    let given = copula.given_others(1);
    let trials: Vec<Vec<f64>> = correlated(&copula, 4)
        .into_iter()
        .zip(&anew)
        .map(|(us, u)| {
            let mut redrawn = us.clone();
            redrawn[1] = given.draw(*u, &us);
            redrawn.push(us[1]);
            redrawn
        })
        .collect();
    assert_rank(&trials, (0, 1), 0.6);
    assert_rank(&trials, (1, 2), -0.4);
    assert_rank(&trials, (0, 2), 0.0);
    // What the others do not tell is new: both draws share only what they do tell.
    let told = |rank: f64| 2.0 * (std::f64::consts::PI * rank / 6.0).sin();
    let share = told(0.6).powi(2) + told(0.4).powi(2);
    assert_rank(&trials, (1, 4), 6.0 / std::f64::consts::PI * (share / 2.0).asin());
    // A coordinate in no pair is drawn as it is.
    assert_eq!(copula.given_others(3).draw(0.3, &[0.1, 0.2, 0.4, 0.9]), 0.3);
}

/// A table whose columns no correlation ties: the second is largest at both ends of the first.
fn bowl() -> [Vec<f64>; 2] {
    let x: Vec<f64> = (0..200).map(|row| (f64::from(row) * 0.618).fract()).collect();
    let y = x.iter().map(|x| (x - 0.5) * (x - 0.5)).collect();
    [x, y]
}

#[test]
fn rows_that_belong_together_are_drawn_together() {
    let [x, y] = bowl();
    let rows = [&x, &y].map(|column| together::ranks(column));
    let copula = Copula::none().with(vec![Together::new(vec![0, 2], rows.to_vec())]);
    let columns =
        [("u", 3), ("free", 5), ("v", 17)].map(|column| block(Sampler::LatinHypercube, column, 0));
    let mut all: Vec<[f64; 3]> =
        (0..BLOCK).map(|trial| columns.each_ref().map(|column| column[trial])).collect();
    let before = all.clone();
    for us in &mut all {
        copula.correlate(us);
    }
    let mut sorted = [x.clone(), y.clone()];
    for column in &mut sorted {
        column.sort_by(f64::total_cmp);
    }
    let mut hits = vec![0; x.len()];
    for (us, before) in all.iter().zip(&before) {
        assert_eq!(us[1], before[1], "nobody else is moved");
        let [one, other] = [(0, us[0]), (1, us[2])].map(|(column, u): (usize, f64)| {
            sorted[column][((u * x.len() as f64) as usize).min(x.len() - 1)]
        });
        let row = x.iter().position(|x| *x == one).expect("a value of the table");
        assert_eq!(other, y[row], "the values of one row");
        hits[row] += 1;
    }
    assert!(hits.iter().all(|&hits| hits == BLOCK / x.len()), "each row as often as any: {hits:?}");
    for member in [0, 2] {
        let us: Vec<f64> = all.iter().map(|us| us[member]).collect();
        let tenth = |part: usize| us.iter().filter(|u| (*u * 10.0) as usize == part).count();
        assert!((0..10).all(|part| tenth(part) == BLOCK / 10), "evenly over the whole line");
    }
    // What the normal scores have in common is next to nothing, which is why rows are needed.
    assert!(copula.of_scores(0, 2).abs() < 0.1, "{}", copula.of_scores(0, 2));
    assert_eq!(copula.of_scores(0, 0), 1.0);
    assert!(!copula.is_none() && Copula::none().is_none());
}

/// Of columns that rise together the correlation of their scores is kept where one is drawn anew.
#[test]
fn a_member_of_rows_drawn_anew_goes_with_the_others() {
    let x: Vec<f64> = (0..500).map(|row| (f64::from(row) * 0.618).fract()).collect();
    let y: Vec<f64> =
        (0..500).map(|row| x[row as usize] + 0.3 * (f64::from(row) * 0.7548).fract()).collect();
    let rows = [&x, &y].map(|column| together::ranks(column));
    let copula = Copula::none().with(vec![Together::new(vec![0, 1], rows.to_vec())]);
    let score = copula.of_scores(0, 1);
    assert!((0.85..0.99).contains(&score), "{score}");
    let given = copula.given_others(1);
    let high = given.draw(0.5, &[0.95, 0.0]);
    let expected = reachsim::normal::cdf(score * quantile(0.95));
    assert!((high - expected).abs() < 1e-9, "{high} {expected}");
}
