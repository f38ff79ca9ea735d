//! Before and after: the published case, and simulated series whose event is known.

use reachsim_core::draw::{gamma, negative_binomial};
use reachsim_core::rng::uniform;
use reachsim_data::measure::interrupted::{Fit, Luck, Rank, Series, Unfit, fit};

use super::{expect_ends, expect_near, stream};

/// Acute coronary events in Sicily by month, January 2002 to November 2006; from January 2005 on
/// nobody smokes in public. Lopez Bernal, Cummins, Gasparrini 2017, supplementary data.
const EVENTS: [u16; 59] = [
    728, 659, 791, 734, 757, 726, 760, 740, 720, 814, 795, 858, 887, 766, 851, 769, 781, 756, 766,
    752, 765, 831, 879, 928, 914, 808, 937, 840, 916, 828, 845, 818, 860, 839, 887, 886, 831, 796,
    833, 820, 877, 758, 767, 738, 781, 843, 850, 908, 1021, 859, 976, 888, 962, 838, 810, 876, 843,
    936, 912,
];
/// The population of Sicily by month, standardised by age.
const PEOPLE: [f64; 59] = [
    379_875.3, 376_495.5, 377_040.8, 377_116.4, 377_383.4, 374_113.1, 379_513.3, 376_295.5,
    374_653.2, 378_485.6, 375_955.5, 378_349.7, 376_762.4, 379_032.3, 379_360.4, 376_162.0,
    377_972.4, 381_830.7, 379_888.6, 380_872.2, 380_966.9, 381_240.4, 382_104.9, 381_802.7,
    381_656.3, 383_680.0, 383_504.2, 386_462.9, 383_783.1, 380_836.8, 383_483.0, 380_906.2,
    382_926.8, 384_052.4, 384_449.6, 383_428.4, 388_153.2, 388_373.2, 386_470.1, 386_033.2,
    383_686.4, 385_509.3, 385_901.9, 386_516.6, 388_436.5, 383_255.2, 390_148.7, 385_874.9,
    391_613.6, 391_750.4, 394_005.6, 391_364.9, 391_664.6, 389_022.3, 391_878.5, 388_575.3,
    392_989.0, 390_018.8, 390_712.3,
];

fn sicily(pairs: usize) -> Series {
    Series {
        counts: EVENTS.map(f64::from).to_vec(),
        offset: Some(PEOPLE.iter().map(|people| people.ln()).collect()),
        season: Some(12.0),
        pairs,
        after: 36..59,
        trend: true,
        ..Series::default()
    }
}

/// Counts with a step of a factor in some periods.
fn simulated(
    simulation: u64,
    [mean, phi, factor]: [f64; 3],
    n: usize,
    event: [usize; 2],
) -> Series {
    let mut stream = stream(11, simulation);
    let counts = (0..n).map(|t| {
        let is_event = (event[0]..event[1]).contains(&t);
        negative_binomial(&mut stream, if is_event { mean * factor } else { mean }, phi)
    });
    Series { counts: counts.collect(), during: Some(event[0]..event[1]), ..Series::default() }
}

#[track_caller]
fn fitted(series: &Series, luck: Luck) -> Fit {
    fit(series, luck).unwrap()
}

/// Published: 0.894 (0.864 to 0.925), and with the season 0.885 (0.839 to 0.933). Further digits
/// were reckoned apart, and their last one leaves open whether z is 1.96.
#[test]
fn the_ban_in_sicily_has_its_published_ratio() {
    let plain = fitted(&sicily(0), Luck::Poisson);
    expect_near(plain.ratio.value, 0.894_377, 5.1e-7);
    expect_ends(plain.ratio, [0.864_686, 0.925_087], 2e-6);
    assert_eq!(plain.scale, 1.0);

    let quasi = fitted(&sicily(0), Luck::Quasi);
    expect_near(quasi.ratio.value, 0.894_377, 5.1e-7);
    expect_near(quasi.scale, 3.559_187, 5.1e-7);
    expect_ends(quasi.ratio, [0.839_188, 0.953_194], 2e-6);

    let season = fitted(&sicily(2), Luck::Quasi);
    expect_near(season.ratio.value, 0.885_072, 5.1e-7);
    expect_ends(season.ratio, [0.839_400, 0.933_228], 2e-6);
    expect_near(season.scale, 2.262_183, 5.1e-7);

    let names: Vec<&str> = season.coefficients.iter().map(|one| one.name).collect();
    assert_eq!(names, ["level", "trend", "event", "sine", "cosine", "sine", "cosine"]);
    assert!(!season.is_short);
    // Without the season winter follows winter.
    assert!(plain.lag1 > 0.2 && season.lag1 < 0.0, "{} {}", plain.lag1, season.lag1);
}

#[test]
fn the_ban_in_sicily_spared_hundreds() {
    let season = fitted(&sicily(2), Luck::NegativeBinomial);
    expect_near(season.ratio.value, 0.885, 0.004);
    let sum = season.sum.unwrap();
    // 19,723 events were counted under the ban: 1 - 1 / ratio of them.
    let counted: f64 = EVENTS[36..].iter().copied().map(f64::from).sum();
    expect_near(sum.value, counted * (1.0 - 1.0 / season.ratio.value), 25.0);
    assert!(sum.high < 0.0, "{sum:?}");
    let placebo = season.placebo.unwrap();
    assert_eq!(placebo.places, 15);
}

#[test]
fn intervals_of_simulated_counts_hold_the_truth() {
    for (setting, n, event, trend) in [
        ([50.0, 0.05, 1.3], 60, [40, 48], true),
        ([5.0, 0.5, 0.8], 20, [12, 16], false),
        ([400.0, 0.02, 1.0], 104, [80, 82], true),
    ] {
        let held = (0..400)
            .filter(|&simulation| {
                let mut series = simulated(simulation, setting, n, event);
                series.trend = trend;
                (series.season, series.pairs) = (Some(52.18), usize::from(n > 100));
                let ratio = fitted(&series, Luck::NegativeBinomial).ratio;
                ratio.low <= setting[2] && setting[2] <= ratio.high
            })
            .count();
        assert!((368..=392).contains(&held), "{held} of 400 with {setting:?}");
    }
}

#[test]
fn a_step_is_found_and_none_is_not() {
    let found = |factor: f64| {
        let excludes_one = |&simulation: &u64| {
            let series = simulated(simulation, [50.0, 0.04, factor], 60, [40, 60]);
            let ratio = fitted(&series, Luck::NegativeBinomial).ratio;
            ratio.low > 1.0 || ratio.high < 1.0
        };
        (0..200).filter(excludes_one).count()
    };
    let (step, none) = (found(1.3), found(1.0));
    assert!(step > 160, "{step} of 200");
    assert!((3..=16).contains(&none), "{none} of 200");
}

/// With seven coefficients for thirty periods, of which the largest likelihood alone would find
/// three quarters.
#[test]
fn the_dispersion_of_counts_is_found_again() {
    for phi in [0.0, 0.05, 0.4] {
        let scale = |simulation: u64| {
            let mut series = simulated(simulation, [80.0, phi, 1.0], 30, [16, 24]);
            series.trend = true;
            (series.season, series.pairs) = (Some(12.0), 2);
            fitted(&series, Luck::NegativeBinomial).scale
        };
        let mean = (0..200).map(scale).sum::<f64>() / 200.0;
        expect_near(mean, phi, 0.004 + 0.06 * phi);
    }
}

#[test]
fn a_sum_is_what_was_added() {
    let (mut held, mut mean) = (0, 0.0);
    for simulation in 0..200 {
        let series = simulated(simulation, [40.0, 0.05, 1.5], 60, [40, 50]);
        let sum = fitted(&series, Luck::NegativeBinomial).sum.unwrap();
        let counted: f64 = series.counts[40..50].iter().sum();
        assert!(sum.high <= counted && sum.low <= sum.value && sum.value <= sum.high);
        // Against the counts that the same luck might have had without the event.
        let without: f64 = simulated(simulation + 1_000, [40.0, 0.05, 1.0], 60, [40, 50]).counts
            [40..50]
            .iter()
            .sum();
        held += i32::from((sum.low..=sum.high).contains(&(counted - without)));
        mean += sum.value / 200.0;
    }
    expect_near(mean, 200.0, 12.0);
    assert!((184..=198).contains(&held), "{held} of 200");
}

#[test]
fn counts_of_nearly_nothing_are_never_below_it() {
    let mut series = simulated(1, [0.3, 0.0, 1.0], 40, [30, 36]);
    series.counts[31] = 2.0;
    for luck in [Luck::Poisson, Luck::Quasi, Luck::NegativeBinomial] {
        let fit = fitted(&series, luck);
        let counted: f64 = series.counts[30..36].iter().sum();
        let sum = fit.sum.unwrap();
        assert!(sum.high <= counted && fit.ratio.low > 0.0, "{fit:?}");
    }
}

#[test]
fn an_event_is_first_among_its_placebos() {
    let series = simulated(3, [60.0, 0.02, 2.0], 52, [40, 46]);
    let fit = fitted(&series, Luck::NegativeBinomial);
    assert_eq!(fit.placebo, Some(Rank { rank: 1, places: 36 }));
    // Where nothing happened, each rank is as likely: about one of twelve in the first twelfth.
    let first = (0..120)
        .filter(|&simulation| {
            let series = simulated(simulation, [60.0, 0.02, 1.0], 52, [40, 46]);
            let Rank { rank, places } = fitted(&series, Luck::Poisson).placebo.unwrap();
            rank * 12 <= places
        })
        .count();
    assert!((3..=20).contains(&first), "{first} of 120");
    // No window of 20 fits before period 12.
    let early = simulated(1, [60.0, 0.02, 1.0], 40, [12, 32]);
    assert_eq!(fitted(&early, Luck::Poisson).placebo, None);
}

#[test]
fn what_comes_behind_an_event_has_its_own_level() {
    let mut series = simulated(5, [200.0, 0.0, 1.5], 60, [30, 36]);
    series.counts[36..].iter_mut().for_each(|count| *count *= 2.0);
    let without = fitted(&series, Luck::Poisson);
    series.after = 36..60;
    let with = fitted(&series, Luck::Poisson);
    expect_near(with.ratio.value, 1.5, 0.08);
    assert!(without.ratio.value < 1.2, "{:?}", without.ratio);
    let after = with.coefficients.iter().find(|one| one.name == "after").unwrap();
    expect_near(after.value.exp(), 2.0, 0.1);
}

#[test]
fn a_control_takes_what_happened_to_all() {
    let tide = |t: i16| f64::from(i16::from(t >= 38)) + f64::from(t % 5) / 9.0;
    let tide: Vec<f64> = (0..60).map(tide).collect();
    let (mut alone, mut beside) = (0, 0);
    for simulation in 0..60 {
        let mut series = simulated(simulation, [100.0, 0.01, 1.0], 60, [40, 50]);
        series.counts.iter_mut().zip(&tide).for_each(|(count, tide)| *count *= (0.6 * tide).exp());
        alone += i32::from(fitted(&series, Luck::NegativeBinomial).ratio.low > 1.0);
        series.controls.push(tide.clone());
        let ratio = fitted(&series, Luck::NegativeBinomial).ratio;
        beside += i32::from(ratio.low > 1.0 || ratio.high < 1.0);
    }
    assert!(alone > 50 && beside <= 8, "{alone} and {beside} of 60");
}

#[test]
fn what_cannot_be_told_is_refused() {
    let series = |event: [usize; 2]| simulated(1, [30.0, 0.0, 1.0], 40, event);
    let refused = |series: &Series| fit(series, Luck::NegativeBinomial).unwrap_err();
    assert_eq!(refused(&series([7, 20])), Unfit::TooShort { before: 7, after: 13 });
    assert_eq!(refused(&series([20, 21])), Unfit::TooShort { before: 20, after: 1 });
    assert!(fitted(&series([11, 20]), Luck::Poisson).is_short);
    assert!(!fitted(&series([12, 20]), Luck::Poisson).is_short);
    assert_eq!(refused(&series([20, 41])), Unfit::NotCounts);
    let with = |change: fn(&mut Series)| {
        let mut series = series([20, 30]);
        change(&mut series);
        refused(&series)
    };
    assert_eq!(with(|series| series.counts = vec![5.0; 40]), Unfit::NoVariation);
    assert_eq!(with(|series| series.counts[20..30].fill(0.0)), Unfit::NoVariation);
    assert_eq!(with(|series| series.counts[..20].fill(0.0)), Unfit::NoVariation);
    assert_eq!(with(|series| series.counts[3] = -1.0), Unfit::NotCounts);
    assert_eq!(with(|series| series.counts[3] = f64::NAN), Unfit::NotCounts);
    assert_eq!(with(|series| series.offset = Some(vec![0.0; 39])), Unfit::NotCounts);
    assert_eq!(with(|series| series.controls = vec![vec![2.0; 40]]), Unfit::Inseparable);
    let many = with(|series| (series.season, series.pairs) = (Some(12.0), 20));
    assert_eq!(many, Unfit::TooMany { coefficients: 42, periods: 40 });
}

#[test]
fn a_fit_is_the_same_to_the_bit_every_time() {
    let series = simulated(9, [30.0, 0.1, 1.2], 52, [40, 46]);
    assert_eq!(fit(&series, Luck::NegativeBinomial), fit(&series, Luck::NegativeBinomial));
}

/// Counts that share their luck with a neighbour.
fn in_pairs(simulation: u64) -> Series {
    let mut series = simulated(simulation, [100.0, 0.0, 1.0], 104, [80, 92]);
    let mut stream = stream(12, simulation);
    for pair in series.counts.chunks_mut(2) {
        let common = gamma(&mut stream, 10.0, 0.1);
        for count in pair {
            *count = (*count * common).round();
        }
    }
    series
}

#[test]
fn neighbours_that_are_alike_are_told() {
    let (mut told, mut held, mut plain) = (0, 0, 0);
    for simulation in 0..100 {
        let series = in_pairs(simulation);
        let alike = fitted(&series, Luck::NegativeBinomial);
        told += i32::from(alike.lag1 > 0.3);
        held += i32::from(alike.ratio.low <= 1.0 && 1.0 <= alike.ratio.high);
        let quasi = fitted(&series, Luck::Quasi).ratio;
        plain += i32::from(quasi.low <= 1.0 && 1.0 <= quasi.high);
    }
    assert!(told > 80, "{told} of 100");
    assert!(held > plain, "{held} and {plain} of 100");
    let alone = (0..100)
        .filter(|&i| {
            fitted(&simulated(i, [100.0, 0.1, 1.0], 104, [80, 92]), Luck::Poisson).lag1 > 0.3
        })
        .count();
    assert!(alone <= 2, "{alone} of 100");
}

#[test]
fn whatever_is_counted_a_fit_is_finite_or_refused() {
    let (mut fits, mut refusals) = (0, 0);
    for case in 0..300 {
        let mut stream = stream(13, case);
        let mut below = |n: usize| ((uniform(&mut stream) * n as f64) as usize).min(n - 1);
        let n = 9 + below(40);
        let values = [0.0, 0.0, 1.0, 2.0, 1e3, 1e6, 1e12];
        let few = 2 + below(6);
        let counts: Vec<f64> = (0..n).map(|_| values[below(few)]).collect();
        let event = below(n + 1);
        let end = event + below(n + 1 - event);
        let controls = (0..below(3)).map(|_| (0..n).map(|_| values[below(few)]).collect());
        let series = Series {
            counts,
            controls: controls.collect(),
            offset: (below(2) == 0).then(|| (0..n).map(|_| below(40) as f64 - 20.0).collect()),
            season: (below(2) == 0).then_some(12.0),
            pairs: below(3),
            during: (below(2) == 0).then_some(event..end),
            after: end..n,
            trend: below(2) == 0,
        };
        for luck in [Luck::Poisson, Luck::Quasi, Luck::NegativeBinomial] {
            let Ok(fit) = fit(&series, luck) else {
                refusals += 1;
                continue;
            };
            fits += 1;
            let Fit { ratio, scale, lag1, .. } = fit;
            assert!(0.0 < ratio.low && ratio.low <= ratio.value, "{series:?}");
            assert!(ratio.value <= ratio.high && ratio.high.is_finite(), "{series:?}");
            assert!(scale.is_finite() && lag1.abs() <= 1.0, "{series:?}");
        }
    }
    assert!(fits > 100 && refusals > 100, "{fits} and {refusals}");
}
