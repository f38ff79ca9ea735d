//! Distributions of uncertain inputs: quantiles, moments, conditions and what cannot be one.

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use reachsim::dist::{Dist, FAMILIES, Layout, Limits};
use reachsim::units::Kind;

/// Relative accuracy of every quantile: that of the tables, with room for the rounding of the check
/// itself.
const ACCURACY: f64 = 4e-12;

/// Every distribution of the table with each of its legal parameters, and the kinds that are no
/// family of numbers.
fn battery() -> Vec<(String, Dist)> {
    let mut all = Vec::new();
    for family in FAMILIES {
        for case in family.cases {
            let name = format!("{} {case:?}", family.id);
            all.push((name, (family.build)(case, Limits::NONE).expect("a legal case")));
        }
    }
    let bounded = |min: f64, max: f64| {
        (metalog().build)(&[0.1, 0.3, 0.6], Limits { min, max }).expect("feasible")
    };
    all.push(("metalog above 0".into(), bounded(0.0, f64::INFINITY)));
    all.push(("metalog below 1".into(), bounded(f64::NEG_INFINITY, 1.0)));
    all.push(("metalog between 0 and 1".into(), bounded(0.0, 1.0)));
    for (low, high, kind) in [
        (0.05, 0.1, Kind::Share),
        (1.0, 10.0, Kind::Positive),
        (-0.05, 0.1, Kind::Growth),
        (1e-6, 0.999, Kind::Share),
    ] {
        all.push((
            format!("{low} to {high}"),
            Dist::from_interval(low, high, 0.9, kind).expect("an interval"),
        ));
    }
    all.push((
        "discrete".into(),
        Dist::discrete(&[3.0, -1.0, 2.0], &[1.0, 2.0, 1.0]).expect("cases"),
    ));
    all.push(("data".into(), Dist::empirical(&[5.0, 1.0, 1.0, 2.0]).expect("a sample")));
    all.push(("fixed".into(), Dist::fixed(130.0)));
    let parts = [of("uniform", &[1.0, 2.0]), of("normal", &[5.0, 0.5]), Dist::fixed(3.0)];
    all.push(("alternatives".into(), Dist::mixture(&parts, &[1.0, 2.0, 1.0]).expect("parts")));
    let parts = [
        of("uniform", &[0.0, 1.0]),
        of("pert", &[0.5, 1.5, 3.0]),
        of("uniform", &[5.0, 6.0]),
        of("triangular", &[5.5, 7.0, 8.0]),
    ];
    all.push((
        "alternatives with gaps and kinks".into(),
        Dist::mixture(&parts, &[1.0, 3.0, 2.0, 2.0]).expect("parts"),
    ));
    let parts = [of("lognormal", &[5.0, 2.0]), of("gamma", &[3.0, 1.0])];
    all.push((
        "mixture of smooth parts".into(),
        Dist::mixture(&parts, &[0.3, 0.7]).expect("parts"),
    ));
    for (name, dist) in all.clone() {
        let (low, high) = (dist.quantile(0.2), dist.quantile(0.7));
        if low < high {
            let limits = Limits { min: low, max: high };
            all.push((
                format!("{name} between {low} and {high}"),
                dist.truncated(limits).expect("half of the mass"),
            ));
        }
    }
    all.extend(
        all.clone()
            .into_iter()
            .step_by(3)
            .map(|(name, dist)| (format!("2.5 times {name}"), dist.scaled(2.5))),
    );
    all
}

fn metalog() -> &'static reachsim::dist::Family {
    FAMILIES.iter().find(|family| family.id == "metalog").expect("in the table")
}

/// The first row of the table with this id and number of parameters.
fn of(id: &str, parameters: &[f64]) -> Dist {
    let family = FAMILIES
        .iter()
        .find(|family| family.id == id && family.parameters.len() == parameters.len());
    (family.expect("in the table").build)(parameters, Limits::NONE).expect("legal parameters")
}

/// Coordinates from end to end, dense in the middle and geometric in both tails.
fn coordinates() -> Vec<f64> {
    let mut us: Vec<f64> = (1..400).map(|i| f64::from(i) / 400.0).collect();
    us.extend((1..53).flat_map(|k| [0.5_f64.powi(k), 1.0 - 0.5_f64.powi(k)]));
    us.extend((1..30).map(|k| 10_f64.powi(-10 * k)));
    us.sort_by(f64::total_cmp);
    us
}

/// Whether x is the quantile of u but for a relative error.
#[track_caller]
fn expect_quantile(name: &str, dist: &Dist, u: f64, x: f64) {
    let away = ACCURACY * x.abs() + f64::MIN_POSITIVE;
    let (below, above) = (dist.chance(x - away), dist.chance(x + away));
    // In the upper half the other side has the digits.
    if u < 0.5 {
        assert!(
            below.below <= u * (1.0 + 1e-12) && u * (1.0 - 1e-12) <= above.below,
            "{name} at {u}: {x}, {below:?}, {above:?}"
        );
    } else {
        let rest = 1.0 - u;
        assert!(
            above.above <= rest * (1.0 + 1e-12) && rest * (1.0 - 1e-12) <= below.above,
            "{name} at {u}: {x}, {below:?}, {above:?}"
        );
    }
}

#[test]
fn tables_agree_with_the_exact_quantile() {
    for (name, dist) in battery() {
        for u in coordinates() {
            expect_quantile(&name, &dist, u, dist.quantile(u));
        }
    }
}

#[test]
fn a_quantile_that_is_off_is_noticed() {
    let planted = std::panic::catch_unwind(|| {
        let dist = of("gamma", &[12.0, 5.0]);
        expect_quantile("planted", &dist, 0.3, dist.quantile(0.3) * (1.0 + 1e-11));
    });
    assert!(planted.is_err());
}

#[test]
fn quantiles_rise_with_the_coordinate_inside_the_support_and_are_never_nan() {
    let beyond = [
        f64::NEG_INFINITY,
        -1.0,
        0.0,
        5e-324,
        1e-300,
        1.0 - 2_f64.powi(-53),
        1.0,
        2.0,
        f64::INFINITY,
    ];
    for (name, dist) in battery() {
        let (low, high) = dist.bounds();
        assert!(!dist.quantile(f64::NAN).is_nan(), "{name}");
        let mut us: Vec<f64> = coordinates()
            .into_iter()
            .chain(beyond)
            .chain((0..20_000).map(|i| f64::from(i) * 5e-5))
            .collect();
        us.sort_by(f64::total_cmp);
        let mut last = low;
        for u in us {
            let x = dist.quantile(u);
            assert!(low <= x && x <= high, "{name} at {u}: {x} outside {low} to {high}");
            // Where neighbours differ by less than the last bits, the last bits may say anything.
            assert!(x >= last - 1e-14 * last.abs(), "{name} falls at {u} from {last} to {x}");
            last = x.max(last);
        }
    }
}

/// Mean and variance by the trapezoidal rule in ln(u/(1-u)) over coordinates alone.
fn by_coordinates(dist: &Dist) -> (f64, f64) {
    let step = 1.0 / 64.0;
    let terms: Vec<(f64, f64)> = (-36 * 64..=36 * 64)
        .map(|i| {
            let t = f64::from(i) * step;
            let u = 1.0 / (1.0 + (-t).exp());
            (step * u / (1.0 + t.exp()), dist.quantile(u))
        })
        .collect();
    let mean = terms.iter().map(|(weight, x)| weight * x).sum::<f64>();
    (mean, terms.iter().map(|(weight, x)| weight * (x - mean) * (x - mean)).sum())
}

#[test]
fn moments_agree_with_quadrature() {
    for (name, dist) in battery() {
        let (mean, variance) = by_coordinates(&dist);
        let (sd, size) = (dist.variance().sqrt(), dist.mean().abs() + dist.variance().sqrt());
        // What lies beyond the coordinates has a part in the moments of a heavy tail.
        let is_heavy = [1e-12, 1.0 - 1e-12]
            .iter()
            .any(|&u| 1e-12 * (dist.quantile(u) - dist.mean()).powi(2) > 1e-11 * variance);
        // Nor does it see a step from one end of the support to the other, or a spread below the
        // digits of the values.
        if is_heavy || name.contains("0.499") || sd < 1e-6 * size {
            continue;
        }
        // The rule has an error of the square of its step at a kink and of the step at a jump.
        let tolerance = match name
            .split(' ')
            .find(|word| ["triangular", "discrete", "data", "alternatives"].contains(word))
        {
            Some("triangular") => 3e-5,
            Some(_) => 2e-2,
            None => 1e-9,
        };
        assert!(
            (mean - dist.mean()).abs() <= tolerance * size,
            "{name}: mean {} but {mean}",
            dist.mean()
        );
        assert!(
            (variance - dist.variance()).abs() <= 10.0 * tolerance * dist.variance(),
            "{name}: variance {} but {variance}",
            dist.variance()
        );
    }
}

#[test]
fn moments_are_those_of_the_formulas() {
    let expect = |dist: Dist, mean: f64, sd: f64| {
        assert!(
            (dist.mean() - mean).abs() <= 1e-12 * mean.abs(),
            "mean {} but {mean}",
            dist.mean()
        );
        assert!(
            (dist.variance().sqrt() - sd).abs() <= 1e-11 * sd,
            "sd {} but {sd}",
            dist.variance().sqrt()
        );
    };
    expect(of("uniform", &[0.05, 0.1]), 0.075, 0.05 / 12_f64.sqrt());
    expect(of("triangular", &[0.0, 0.3, 1.0]), 1.3 / 3.0, (0.79_f64 / 18.0).sqrt());
    expect(
        of("pert", &[3.0, 5.0, 12.0]),
        35.0 / 6.0,
        (9.0_f64 * (17.0 / 54.0) * (37.0 / 54.0) * 9.0 / 7.0).sqrt(),
    );
    expect(of("lognormal", &[130.0, 60.0]), 130.0, 60.0);
    expect(of("lognormal", &[1e9, 1e12]), 1e9, 1e12);
    expect(of("gamma", &[1.0, 10.0]), 1.0, 10.0);
    expect(
        of("beta", &[0.01, 1_000.0]),
        0.01 / 1_000.01,
        (10_f64 / 1_000.01 / 1_000.01 / 1_001.01).sqrt(),
    );
    // Without a closed form: forty digits by mpmath, quadrature over the normal density.
    expect(
        Dist::from_interval(0.05, 0.1, 0.9, Kind::Share).unwrap(),
        0.072_503_548_885_518_83,
        0.015_362_628_607_168_28,
    );
    // Logistic with scale 1/ln 9.
    expect(of("metalog", &[1.0, 2.0, 3.0]), 2.0, 0.825_495_665_278_401_9);
    // Truncated normal: mean + sd l, l the hazard at the cut.
    let cut = |mean, sd, min| {
        of("normal", &[mean, sd]).truncated(Limits { min, ..Limits::NONE }).unwrap()
    };
    expect(cut(130.0, 100.0, 0.0), 148.973_503_541_926, 84.696_226_025_096);
    expect(cut(0.0, 1.0, 5.0), 5.186_503_967_125_842, 0.032_696_434_617_112_23_f64.sqrt());
    expect(
        of("triangular", &[0.0, 1.0, 2.0]).truncated(Limits { min: 0.5, max: 1.5 }).unwrap(),
        1.0,
        (5_f64 / 72.0).sqrt(),
    );
}

#[test]
fn a_tail_without_a_variance_says_so() {
    let build =
        |p90: f64| (metalog().build)(&[1.0 / p90, 1.0, p90], Limits { min: 0.0, ..Limits::NONE });
    assert!(build(2.5).unwrap().variance().is_finite());
    let heavy = build(4.0).unwrap();
    assert!(heavy.mean().is_finite() && heavy.variance() == f64::INFINITY);
    assert!(build(10.0).unwrap_err().message.english().contains("no mean"));
}

#[test]
fn quantiles_are_those_of_the_tables() {
    // Quantiles by mpmath to 16 digits; standard normal to 6 digits in Abramowitz and Stegun, table
    // 26.5.
    for (dist, values) in [
        (of("normal", &[0.0, 1.0]), [-1.644_853_626_951_472_7, 0.0, 1.644_853_626_951_472_7]),
        (
            of("gamma", &[12.0, 5.0]),
            [5.116_149_604_814_065, 11.313_157_539_847, 21.228_764_757_487_14],
        ),
        (of("gamma", &[1.0, 1.0]), [-(0.95_f64.ln()), 2_f64.ln(), 20_f64.ln()]),
        (
            of("pert", &[3.0, 5.0, 12.0]),
            [3.598_581_348_237_896, 5.638_532_776_608_697, 8.738_338_002_125_948],
        ),
        (
            of("beta", &[1.0, 5.0]),
            [1.0 - 0.95_f64.powf(0.2), 1.0 - 0.5_f64.powf(0.2), 1.0 - 0.05_f64.powf(0.2)],
        ),
        (
            of("triangular", &[0.0, 0.3, 1.0]),
            [0.015_f64.sqrt(), 1.0 - 0.35_f64.sqrt(), 1.0 - 0.035_f64.sqrt()],
        ),
        (of("uniform", &[0.05, 0.1]), [0.0525, 0.075, 0.0975]),
    ] {
        for (u, value) in [0.05, 0.5, 0.95].into_iter().zip(values) {
            let x = dist.quantile(u);
            assert!(
                (x - value).abs() <= 2e-12 * value.abs().max(1e-3),
                "{} at {u}: {x}, not {value}",
                dist.family()
            );
        }
    }
}

#[test]
fn incomplete_gamma_and_beta_agree_with_published_values() {
    // Both tails by mpmath with 60 digits at these doubles.
    for (shape, x, below, above) in [
        (0.01, 1e-5, 0.896_336_798_267_197_2, 0.103_663_201_732_802_8),
        (0.01, 2.5, 0.999_746_486_784_208_6, 0.000_253_513_215_791_362_5),
        (0.5, 0.3, 0.561_421_973_919_000_1, 0.438_578_026_080_999_9),
        (3.0, 1.0, 0.080_301_397_071_394_2, 0.919_698_602_928_605_8),
        (3.0, 25.0, 0.999_999_995_298_931, 4.701_068_998_290_32e-9),
        (99.0, 60.0, 2.503_175_467_775_61e-6, 0.999_997_496_824_532_2),
        (99.0, 150.0, 0.999_996_159_272_488_1, 3.840_727_511_901_277e-6),
        (100.0, 60.0, 1.481_527_632_646_047e-6, 0.999_998_518_472_367_4),
        (100.0, 150.0, 0.999_994_075_459_664_5, 5.924_540_335_483_916e-6),
        (12_345.0, 12_000.0, 0.000_869_624_467_137_333_6, 0.999_130_375_532_862_7),
        (12_345.0, 12_700.0, 0.999_232_431_323_918_9, 0.000_767_568_676_081_102_4),
    ] {
        // Mean and sd of shape and square root of shape are a scale of 1.
        expect_sides(&of("gamma", &[shape, f64::sqrt(shape)]), x, (below, above));
    }
    for (alpha, beta, x, below, above) in [
        (0.01, 1_000.0, 1e-30, 0.540_093_709_714_709_2, 0.459_906_290_285_290_8),
        (0.01, 1_000.0, 0.003, 0.999_867_537_623_577_2, 0.000_132_462_376_422_825_2),
        (0.5, 0.5, 0.2, 0.295_167_235_300_866_6, 0.704_832_764_699_133_4),
        (2.0, 3.0, 0.01, 0.000_592_03, 0.999_407_97),
        (2.0, 3.0, 0.97, 0.999_894_43, 0.000_105_570_000_000_000_28),
        (0.7, 1e6, 5e-6, 0.996_953_795_602_843, 0.003_046_204_397_156_957_7),
        (99.0, 101.0, 0.4, 0.003_348_365_983_394_640_7, 0.996_651_634_016_605_4),
        (150.0, 3_000.0, 0.03, 5.082_769_598_610_821e-8, 0.999_999_949_172_304),
        (150.0, 3_000.0, 0.07, 0.999_999_915_326_659_6, 8.467_334_043_490_576e-8),
        (500.0, 200.0, 0.73, 0.820_852_746_042_535_3, 0.179_147_253_957_464_68),
    ] {
        let row = FAMILIES
            .iter()
            .find(|family| family.parameters[0].name == "alpha")
            .expect("in the table");
        expect_sides(&(row.build)(&[alpha, beta], Limits::NONE).unwrap(), x, (below, above));
    }
}

#[track_caller]
fn expect_sides(dist: &Dist, x: f64, (below, above): (f64, f64)) {
    let chance = dist.chance(x);
    assert!((chance.below / below - 1.0).abs() < 1e-12, "{x}: {} below, not {below}", chance.below);
    assert!((chance.above / above - 1.0).abs() < 1e-12, "{x}: {} above, not {above}", chance.above);
}

/// Whether a quantile function is that of `dist` under the condition of lying between two ends.
fn is_conditional(dist: &Dist, limits: Limits, quantile: impl Fn(f64) -> f64) -> bool {
    let (from, to) = (dist.chance(limits.min).below, dist.chance(limits.max).below);
    (1..1_000).map(|i| f64::from(i) / 1e3).all(|u| {
        let x = quantile(u);
        limits.min <= x
            && x <= limits.max
            && ((dist.chance(x).below - from) / (to - from) - u).abs() < 1e-9
    })
}

#[test]
fn truncation_is_the_conditional_law_and_no_clamp() {
    let mut tested = 0;
    for (name, dist) in battery() {
        let limits = Limits { min: dist.quantile(0.3), max: dist.quantile(0.9) };
        // What has steps or is too narrow for doubles has no such quantile function.
        if !is_conditional(
            &dist,
            Limits { min: dist.quantile(1e-9), max: dist.quantile(1.0 - 1e-9) },
            |u| dist.quantile(u),
        ) {
            continue;
        }
        let truncated = dist.truncated(limits).expect("sixty per cent");
        assert!(is_conditional(&dist, limits, |u| truncated.quantile(u)), "{name}");
        assert!(
            !is_conditional(&dist, limits, |u| dist.quantile(u).clamp(limits.min, limits.max)),
            "{name}: a clamp passes the test"
        );
        assert_eq!(truncated.bounds(), (limits.min, limits.max), "{name}");
        tested += 1;
    }
    assert!(tested > 60, "only {tested}");
}

#[test]
fn a_truncation_that_leaves_nothing_is_refused() {
    let dist = of("normal", &[0.0, 1.0]);
    for (min, max) in
        [(9.0, f64::INFINITY), (f64::NEG_INFINITY, -9.0), (1.0, 1.0), (2.0, 1.0), (f64::NAN, 1.0)]
    {
        assert!(dist.truncated(Limits { min, max }).is_err(), "{min} to {max}");
    }
    let cases = Dist::discrete(&[1.0, 2.0, 3.0], &[1.0, 1.0, 2.0]).unwrap();
    assert!(cases.truncated(Limits { min: 1.2, max: 1.8 }).is_err());
    let two = cases.truncated(Limits { min: 2.0, max: 3.0 }).unwrap();
    assert_eq!([0.3, 0.34].map(|u| two.quantile(u)), [2.0, 3.0]);
    let tail = dist.truncated(Limits { min: 5.0, max: f64::INFINITY }).unwrap();
    assert!((tail.quantile(0.5) - 5.132_018_332_044).abs() < 1e-11, "{}", tail.quantile(0.5));
}

#[test]
fn a_mixture_has_the_weighted_distribution_function() {
    let parts = [
        of("uniform", &[1.0, 2.0]),
        of("gamma", &[5.0, 2.0]),
        Dist::discrete(&[3.0, 7.0], &[1.0, 1.0]).unwrap(),
    ];
    let weights = [0.2, 0.5, 0.3];
    let mixture = Dist::mixture(&parts, &weights).unwrap();
    for i in 0..2_000 {
        let x = f64::from(i) * 0.01;
        let expected: f64 =
            parts.iter().zip(weights).map(|(part, weight)| weight * part.chance(x).below).sum();
        assert!((mixture.chance(x).below - expected).abs() < 1e-14);
        // Galois: quantile(u) <= x exactly when u <= cdf(x).
        for u in [expected - 1e-9, expected + 1e-9] {
            if u > 0.0 && u < 1.0 && (i % 10 == 5 || [300, 700].contains(&i)) {
                assert_eq!(mixture.quantile(u) <= x * (1.0 + 1e-13), u <= expected, "{u} at {x}");
            }
        }
    }
    let middle_of_three = 0.5 * (mixture.chance(3.0).below + mixture.chance(3.0 - 1e-12).below);
    assert_eq!(
        (mixture.quantile(middle_of_three), mixture.quantile(middle_of_three + 0.07)),
        (3.0, 3.0)
    );
    let of_three = mixture.chance(3.0).below - mixture.chance(3.0 - 1e-12).below;
    assert!((of_three - 0.15).abs() < 1e-9);
    let mean = 0.2 * 1.5 + 0.5 * 5.0 + 0.3 * 5.0;
    assert!((mixture.mean() - mean).abs() < 1e-12);
    let second = 0.2 * (7.0 / 3.0) + 0.5 * 29.0 + 0.3 * 29.0;
    assert!((mixture.variance() - (second - mean * mean)).abs() < 1e-11);
}

#[test]
fn a_mixture_of_mixtures_is_the_mixture_of_their_parts() {
    let [a, b, c] =
        [of("uniform", &[1.0, 2.0]), of("normal", &[5.0, 1.0]), of("lognormal", &[4.0, 2.0])];
    let inner = Dist::mixture(&[b.clone(), c.clone()], &[1.0, 3.0]).unwrap();
    let nested = Dist::mixture(&[a.clone(), inner], &[1.0, 1.0]).unwrap();
    let flat = Dist::mixture(&[a, b, c], &[4.0, 1.0, 3.0]).unwrap();
    for u in coordinates() {
        let (x, y) = (nested.quantile(u), flat.quantile(u));
        assert!((x - y).abs() <= 1e-11 * x.abs(), "{u}: {x} and {y}");
    }
}

#[test]
fn a_sample_draws_each_observed_value_as_often_as_it_was_seen() {
    let sample = [4.0, 1.0, 1.0, 9.0, 4.0, 4.0, -2.0, 0.0];
    let dist = Dist::empirical(&sample).unwrap();
    let mut sorted = sample;
    sorted.sort_by(f64::total_cmp);
    for (i, value) in sorted.into_iter().enumerate() {
        for part in [0.01, 0.5, 0.99] {
            assert_eq!(dist.quantile((i as f64 + part) / 8.0), value);
        }
    }
    assert_eq!(dist.mean(), 2.625);
    assert!(
        (dist.variance() - sample.iter().map(|x| (x - 2.625) * (x - 2.625)).sum::<f64>() / 8.0)
            .abs()
            < 1e-14
    );
    let large: Vec<f64> = (0..100_000).map(|i| f64::from(i * 7_919 % 100_000)).collect();
    let dist = Dist::empirical(&large).unwrap();
    for i in (0..100_000).step_by(37) {
        assert_eq!(dist.quantile((f64::from(i) + 0.5) / 1e5), f64::from(i));
    }
}

#[test]
fn an_interval_has_its_credibility_between_its_ends() {
    for (low, high, credibility, kind) in [
        (0.05, 0.1, 0.9, Kind::Share),
        (0.3, 0.99, 0.5, Kind::Share),
        (1.0, 10.0, 0.9, Kind::Positive),
        (1e-9, 1e9, 0.999, Kind::Positive),
        (-0.05, 0.1, 0.8, Kind::Growth),
    ] {
        let dist = Dist::from_interval(low, high, credibility, kind).unwrap();
        let tail = 0.5 * (1.0 - credibility);
        assert!(
            (dist.chance(low).below - tail).abs() < 1e-13
                && (dist.chance(high).above - tail).abs() < 1e-13
        );
        assert!(
            (dist.quantile(tail) / low - 1.0).abs() < 1e-12
                && (dist.quantile(1.0 - tail) / high - 1.0).abs() < 1e-12
        );
    }
    let dist = Dist::from_interval(1.0, 10.0, 0.9, Kind::Positive).unwrap();
    assert!((dist.quantile(0.5).ln() - 1.151_293).abs() < 5e-7);
    assert!(
        (dist.chance(1.151_293_f64.exp() * 0.699_936_f64.exp()).below - 0.841_344_7).abs() < 1e-6
    );
    assert!(
        (dist.mean() - 4.040_013).abs() < 5e-7 && (dist.variance().sqrt() - 3.212_180).abs() < 5e-7
    );
    for (low, high, credibility, kind) in [
        (0.0, 10.0, 0.9, Kind::Positive),
        (-1.0, 10.0, 0.9, Kind::Positive),
        (0.0, 0.5, 0.9, Kind::Share),
        (0.5, 1.0, 0.9, Kind::Share),
        (0.2, 0.1, 0.9, Kind::Share),
        (0.1, 0.2, 0.0, Kind::Share),
        (0.1, 0.2, 1.0, Kind::Share),
        (f64::NAN, 0.2, 0.9, Kind::Share),
        (0.1, f64::INFINITY, 0.9, Kind::Growth),
    ] {
        assert!(
            Dist::from_interval(low, high, credibility, kind).is_err(),
            "{low} to {high} at {credibility}"
        );
    }
}

#[test]
fn a_metalog_goes_through_its_three_percentiles() {
    let any = f64::INFINITY;
    for (percentiles, min, max) in [
        ([60.0, 130.0, 300.0], -any, any),
        ([60.0, 130.0, 300.0], 0.0, any),
        ([0.1, 0.3, 0.6], 0.0, 1.0),
        ([-3.0, -1.0, 0.5], -any, 2.0),
    ] {
        let dist = (metalog().build)(&percentiles, Limits { min, max }).unwrap();
        for (u, x) in [0.1, 0.5, 0.9].into_iter().zip(percentiles) {
            assert!((dist.quantile(u) - x).abs() <= 1e-12 * x.abs().max(1.0));
            assert!((dist.chance(x).below - u).abs() < 1e-12);
        }
        assert_eq!(dist.bounds(), (min, max));
    }
    let share = (metalog().build)(&[0.1, 0.3, 0.6], Limits { min: 0.0, max: 1.0 }).unwrap();
    assert!((share.quantile(0.05) - 0.065_104_891_096_524_63).abs() < 1e-14);
    assert!((share.quantile(0.95) - 0.694_948_415_230_592).abs() < 1e-14);
}

#[test]
fn the_middle_of_an_unbounded_metalog_keeps_keelins_distance_from_the_ends() {
    // Keelin 2016: feasible for k < (p50 - p10)/(p90 - p10) < 1 - k, k = (1 - 1.66711 x 0.4)/2.
    let k = 0.5 * (1.0 - 1.667_113_119_2 * 0.4);
    for (part, is_feasible) in [
        (k + 1e-6, true),
        (k - 1e-6, false),
        (1.0 - k - 1e-6, true),
        (1.0 - k + 1e-6, false),
        (0.5, true),
    ] {
        assert_eq!(
            (metalog().build)(&[0.0, part, 1.0], Limits::NONE).is_ok(),
            is_feasible,
            "{part}"
        );
    }
}

#[test]
fn parameters_that_make_no_distribution_are_refused_and_named() {
    let (nan, inf) = (f64::NAN, f64::INFINITY);
    for (id, first, parameters, blamed) in [
        ("uniform", "low", &[2.0, 1.0][..], Some(1)),
        ("uniform", "low", &[nan, 1.0], Some(0)),
        ("triangular", "min", &[0.0, 2.0, 1.0], Some(1)),
        ("triangular", "min", &[1.0, 0.5, 0.0], Some(2)),
        ("pert", "min", &[0.0, -1.0, 1.0], Some(1)),
        ("pert", "min", &[0.0, 1.0, inf], Some(2)),
        ("normal", "mean", &[0.0, 0.0], Some(1)),
        ("normal", "mean", &[0.0, nan], Some(1)),
        ("lognormal", "mean", &[0.0, 1.0], Some(0)),
        ("lognormal", "mean", &[1.0, -1.0], Some(1)),
        ("lognormal", "mean", &[1.0, 1e9], Some(1)),
        ("lognormal", "median", &[1.0, 1.0], Some(1)),
        ("lognormal", "median", &[-1.0, 2.0], Some(0)),
        ("gamma", "mean", &[1.0, 1e3], Some(1)),
        ("gamma", "mean", &[1.0, 1e-9], Some(1)),
        ("gamma", "mean", &[-1.0, 1.0], Some(0)),
        ("beta", "alpha", &[0.0, 1.0], Some(0)),
        ("beta", "alpha", &[1.0, 1e300], Some(1)),
        ("beta", "mean", &[1.0, 0.1], Some(0)),
        ("beta", "mean", &[0.5, 0.5], Some(1)),
        ("beta", "mean", &[0.5, 1e-9], Some(1)),
        ("metalog", "p10", &[1.0, 1.0, 2.0], Some(1)),
        ("metalog", "p10", &[1.0, 1.01, 2.0], Some(1)),
    ] {
        let family = FAMILIES
            .iter()
            .find(|family| family.id == id && family.parameters[0].name == first)
            .expect("in the table");
        let reason = (family.build)(parameters, Limits::NONE).expect_err(id);
        assert_eq!(reason.parameter, blamed, "{id} {parameters:?}: {}", reason.message);
        assert!(!reason.message.is_empty() && !reason.help.is_empty());
    }
    assert!(Dist::discrete(&[], &[]).is_err());
    assert!(Dist::discrete(&[1.0], &[1.0, 2.0]).is_err());
    assert!(Dist::discrete(&[1.0, 2.0], &[0.0, 0.0]).is_err());
    assert_eq!(Dist::discrete(&[1.0, 2.0], &[1.0, -1.0]).unwrap_err().parameter, Some(1));
    assert!(Dist::empirical(&[]).is_err());
    assert!(Dist::empirical(&[1.0, f64::NAN]).is_err());
    assert!(Dist::mixture(&[], &[]).is_err());
}

#[test]
fn every_family_has_words_and_either_cases_or_parts() {
    for family in FAMILIES {
        assert!(!family.about.is_empty() && !family.about.ends_with('.'), "{}", family.id);
        assert!(family.example.contains(family.id), "{}", family.id);
        let is_numeric = matches!(family.layout, Layout::List | Layout::Named);
        assert_eq!(is_numeric, !family.cases.is_empty(), "{}", family.id);
        assert!(
            family.cases.iter().all(|case| case.len() == family.parameters.len()),
            "{}",
            family.id
        );
    }
}

#[test]
fn the_sum_of_four_rectangular_errors_is_that_of_the_guide() {
    // GUM supplement 1, section 9.2.3: four uniforms of unit variance have sd 2.0 and a 95 %
    // interval of -3.88 to 3.88.
    let error = of("uniform", &[-3_f64.sqrt(), 3_f64.sqrt()]);
    assert!((4.0 * error.variance() - 4.0).abs() < 1e-12);
    // A grid of midpoints in each of the four coordinates; its sums are symmetric, and errors of
    // the ends fall with its square.
    let grid: Vec<f64> = (0..40).map(|i| error.quantile((f64::from(i) + 0.5) / 40.0)).collect();
    let mut sums = Vec::new();
    for a in &grid {
        for b in &grid {
            for c in &grid {
                sums.extend(grid.iter().map(|d| a + b + c + d));
            }
        }
    }
    sums.sort_by(f64::total_cmp);
    let at = |u: f64| sums[(u * sums.len() as f64) as usize];
    // One step of the grid's sums is 0.087: half of it is the error that could escape.
    assert!(
        (at(0.975) - 3.88).abs() < 0.05 && (at(0.025) + 3.88).abs() < 0.05,
        "{} {}",
        at(0.025),
        at(0.975)
    );
    let variance = sums.iter().map(|x| x * x).sum::<f64>() / sums.len() as f64;
    assert!((variance.sqrt() - 2.0).abs() < 1e-3);
}

#[test]
fn a_scaled_distribution_is_the_same_in_another_unit() {
    for (name, dist) in battery() {
        let scaled = dist.scaled(40.0);
        assert!((scaled.mean() - 40.0 * dist.mean()).abs() <= 1e-9 * scaled.mean().abs(), "{name}");
        for u in [1e-3, 0.3, 0.999] {
            let (x, y) = (40.0 * dist.quantile(u), scaled.quantile(u));
            assert!((x - y).abs() <= 1e-11 * x.abs(), "{name} at {u}: {x} and {y}");
        }
    }
    assert_eq!(Dist::fixed(2.0).scaled(3.0).is_fixed(), Some(6.0));
}

#[test]
fn a_guard_keeps_values_inside_and_changes_nothing_there() {
    let dist = of("lognormal", &[1.0, 0.5]);
    let guarded = dist.clone().guarded(0.2, 3.0);
    assert_eq!(guarded.bounds(), (0.2, 3.0));
    assert_eq!(guarded.quantile(0.5), dist.quantile(0.5));
    assert_eq!((guarded.quantile(1e-12), guarded.quantile(1.0 - 1e-12)), (0.2, 3.0));
}

#[test]
fn one_value_for_certain_is_known_as_such() {
    assert_eq!(Dist::fixed(-0.0).is_fixed(), Some(0.0));
    assert_eq!(of("uniform", &[2.0, 2.0]).is_fixed(), Some(2.0));
    assert_eq!(of("pert", &[2.0, 2.0, 2.0]).is_fixed(), Some(2.0));
    assert_eq!(Dist::empirical(&[3.0, 3.0]).unwrap().is_fixed(), Some(3.0));
    assert_eq!(of("uniform", &[2.0, 3.0]).is_fixed(), None);
}

/// Numbers of every size and sign.
fn any_size() -> impl Strategy<Value = f64> {
    prop_oneof![
        (-320.0..320.0_f64).prop_map(|power| 10_f64.powf(power)),
        (-12.0..16.0_f64).prop_map(|power| 10_f64.powf(power)),
        (-3.0..3.0_f64).prop_map(|power| 10_f64.powf(power)),
        (0.0..1.0_f64),
        any::<f64>(),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 400,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(1),
        ..ProptestConfig::default()
    })]

    #[test]
    fn no_parameters_whatever_lead_to_nan_or_out_of_the_support(
        row in 0..FAMILIES.len(),
        parameters in [any_size(), any_size(), any_size()],
        u in 0.0..1.0_f64,
        v in 0.0..1.0_f64,
    ) {
        let family = &FAMILIES[row];
        let parameters = &parameters[..family.parameters.len()];
        if let Ok(dist) = (family.build)(parameters, Limits::NONE) {
            let (low, high) = dist.bounds();
            let (x, y) = (dist.quantile(u.min(v)), dist.quantile(u.max(v)));
            prop_assert!(
                low <= x && x <= high && y >= x - 1e-14 * x.abs(),
                "{} {parameters:?} at \
                {u} and {v}: {x} and {y}",
                family.id
            );
            prop_assert!(
                !dist.mean().is_nan() && dist.variance() >= 0.0,
                "{} {parameters:?}",
                family.id
            );
            prop_assert!(
                dist.mean() >= low - 1e-12 * low.abs() && dist.mean() <= high + 1e-12 * high.abs(),
                "{} {parameters:?}: mean {}",
                family.id,
                dist.mean()
            );
        }
    }

    #[test]
    fn the_shapes_of_a_beta_may_be_anything(
        a in -4.0..12.0_f64,
        b in -4.0..12.0_f64,
        u in 0.001..0.999_f64,
    ) {
        let row = FAMILIES
            .iter()
            .find(|family| family.parameters[0].name == "alpha")
            .expect("in the table");
        let dist = (row.build)(&[10_f64.powf(a), 10_f64.powf(b)], Limits::NONE).unwrap();
        expect_quantile("beta", &dist, u, dist.quantile(u));
    }
}
