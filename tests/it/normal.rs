//! The standard normal distribution against published digits.

use reachsim::normal::{cdf, quantile};

#[track_caller]
fn assert_close(found: f64, expected: f64, relative: f64) {
    assert!((found / expected - 1.0).abs() <= relative, "{found:e} is not {expected:e}");
}

#[test]
fn the_cdf_is_right_in_both_tails() {
    // Forty digits of 1/2 erfc(-x/sqrt(2)), rounded.
    for (x, share) in [
        (-37.0, 5.725_571_222_524_577e-300),
        (-20.0, 2.753_624_118_606_233_7e-89),
        (-8.0, 6.220_960_574_271_784e-16),
        (-5.0, 2.866_515_718_791_939e-7),
        (-2.5, 0.006_209_665_325_776_135),
        (-1.0, 0.158_655_253_931_457_05),
        (-0.1, 0.460_172_162_722_971),
        (0.3, 0.617_911_422_188_952_7),
        (1.0, 0.841_344_746_068_542_9),
        (2.0, 0.977_249_868_051_820_8),
        (5.0, 0.999_999_713_348_428_1),
    ] {
        assert_close(cdf(x), share, 1e-15 * (1.0 + x * x));
        assert_close(1.0 - cdf(-x), share, 1e-15 / share);
    }
    assert_eq!(cdf(0.0), 0.5);
    assert_eq!(cdf(f64::NEG_INFINITY), 0.0);
    assert_eq!(cdf(f64::INFINITY), 1.0);
}

#[test]
fn the_quantile_is_right_in_every_range() {
    for (u, x) in [
        (1.0e-300, -37.047_096_299_361_2),
        (1.0e-100, -21.273_453_560_965_326),
        (1.3e-11, -6.667_611_456_510_741),
        (1.5e-11, -6.646_570_887_477_113),
        (1.0e-6, -4.753_424_308_822_899),
        (0.02, -2.053_748_910_631_823),
        (0.074_9, -1.440_238_267_527_963_7),
        (0.075_1, -1.438_825_392_752_54),
        (0.3, -0.524_400_512_708_040_8),
        (0.499, -0.002_506_630_899_571_766),
        (0.501, 0.002_506_630_899_571_766),
        (0.9, 1.281_551_565_544_600_6),
        (0.95, 1.644_853_626_951_472_2),
        (0.975, 1.959_963_984_540_053_8),
        (0.999_9, 3.719_016_485_455_708_4),
        (0.999_999_999_999_999_9, 8.209_536_151_601_387),
    ] {
        assert_close(quantile(u), x, 2e-15);
    }
    assert_eq!(quantile(0.5), 0.0);
    assert_eq!(quantile(0.0), f64::NEG_INFINITY);
    assert_eq!(quantile(1.0), f64::INFINITY);
    assert!(quantile(-0.1).is_nan() && quantile(1.1).is_nan() && quantile(f64::NAN).is_nan());
}

#[test]
fn the_quantile_undoes_the_cdf() {
    for i in (-370..=10).filter(|&i| i != 0) {
        let x = f64::from(i) / 10.0;
        assert_close(quantile(cdf(x)), x, 1e-14);
    }
}

#[test]
fn the_quantile_rises() {
    let us: Vec<f64> = (1..4_000).map(|i| f64::from(i) / 4_000.0).collect();
    assert!(us.windows(2).all(|pair| quantile(pair[0]) < quantile(pair[1])));
}
