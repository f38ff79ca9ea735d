//! Numbers for people, by golden values.

use reachsim::output::format::Format as _;
use reachsim::output::format::{Locale::En, Quantity};

#[test]
fn numbers_of_which_no_error_is_known_have_three_significant_digits() {
    for (value, text) in [
        (97_123.4, "97,100"),
        (127_893.0, "128,000"),
        (9_312.0, "9,310"),
        (9_996.0, "10,000"),
        (10_021.0, "10,000"),
        (23_431.0, "23,400"),
        (-3_677.0, "−3,680"),
        (1_300_000.0, "1,300,000"),
        (27.397, "27.4"),
        (99.6, "99.6"),
        (3.44, "3.44"),
        (1.263, "1.26"),
        (1.2, "1.2"),
        (0.0751, "0.0751"),
        (1e-12, "0"),
        (0.0, "0"),
        (-0.0, "0"),
        (-1e-12, "0"),
        (6e14, "600,000,000,000,000"),
        (1.234e300, "1.23e300"),
        (-1.234e300, "−1.23e300"),
    ] {
        assert_eq!(En.number(value, None), text, "{value}");
    }
}

#[test]
fn rounding_moves_a_mean_by_at_most_half_of_its_error() {
    for (value, se, text) in [
        (97_123.4, 210.0, "97,100"),
        (852_326.0, 10_360.0, "850,000"),
        (97_123.4, 1_000.0, "97,000"),
        (97_123.4, 999.0, "97,100"),
        (97_123.4, 0.1, "97,120"),
        (1.263, 0.01, "1.26"),
        (1.263, 0.12, "1.3"),
        (-0.04, 0.3, "−0.04"),
        (4.0, 9.0, "4"),
        (7.0, 90.0, "7"),
        (97_123.4, f64::INFINITY, "97,100"),
        (97_123.4, f64::NAN, "97,100"),
    ] {
        assert_eq!(En.number(value, Some(se)), text, "{value} with an error of {se}");
    }
    assert_eq!(En.share(0.459_5, Some(0.011)), "46 %");
    // Whatever the two are: but for a number whose first digit is smaller than its error.
    let mut value = 0.001_3;
    while value < 1e12 {
        for error in [0.000_3, 0.001, 0.017, 0.4, 0.999] {
            let se = error * value;
            let text = En.number(value, Some(se)).replace(',', "");
            let printed: f64 = text.parse().expect("a number");
            let most = 0.500_001 * se.max(0.001 * value);
            assert!((printed - value).abs() <= most, "{value} ± {se}: {text}");
        }
        value *= 1.37;
    }
}

#[test]
fn an_exact_number_is_shown_in_full() {
    for (value, text) in [
        (97_500.0, "97,500"),
        (1_234_567.0, "1,234,567"),
        (97_500.000_000_000_01, "97,500"),
        (27.397_26, "27.4"),
        (1.263_26, "1.263"),
        (0.3, "0.3"),
    ] {
        assert_eq!(En.number(value, Some(0.0)), text, "{value}");
    }
}

#[test]
fn no_error_makes_a_zero_of_what_is_none() {
    for exponent in -8..15 {
        for first in [1.0, 4.4, 9.7] {
            let value = first * 10.0_f64.powi(exponent);
            for error in [0.3, 1.0, 30.0, 1e6] {
                for value in [value, -value] {
                    let number = En.number(value, Some(error * value.abs()));
                    assert!(
                        number.contains(|c: char| ('1'..='9').contains(&c)),
                        "{value}: {number}"
                    );
                    let share = En.share(value / 1e15, Some(error));
                    assert!(share != "0 %" && share != "−0 %", "{value}: {share}");
                }
            }
        }
    }
    let ends = [(10_000.0, Some(9_000.0)), (31_000.0, Some(70_000.0)), (40_000.0, None)];
    let spread = En.spread(Quantity::Number, ends);
    assert_eq!(spread, ["10,000", "30,000", "40,000"]);
    assert_eq!(En.share(-1e-6, None), ">−0.01 %");
}

#[test]
fn what_is_undefined_is_never() {
    for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        assert_eq!(En.number(value, None), "never");
        assert_eq!(En.share(value, Some(0.1)), "never");
    }
}

#[test]
fn shares_are_written_in_per_cent_and_near_one_by_their_complement() {
    for (value, text) in [
        (0.075, "7.5 %"),
        (0.05, "5 %"),
        (0.83, "83 %"),
        (0.832_7, "83.3 %"),
        (0.975, "97.5 %"),
        (0.95, "95 %"),
        (0.996, "99.6 %"),
        (0.009, "0.9 %"),
        (0.000_4, "0.04 %"),
        (0.000_01, "<0.01 %"),
        (0.999_99, ">99.99 %"),
        (0.0, "0 %"),
        (1.0, "100 %"),
        (1.5, "150 %"),
        (-0.12, "−12 %"),
    ] {
        assert_eq!(En.share(value, None), text, "{value}");
    }
    assert_eq!(En.share(0.832_7, Some(0.003_7)), "83.3 %");
    assert_eq!(En.share(0.975_4, Some(0.001_6)), "97.5 %");
    assert_eq!(En.share(0.998, Some(0.004)), "99.8 %");
    assert_eq!(En.share(0.07, Some(0.0)), "7 %");
    assert_eq!(En.share(0.123_456, Some(0.0)), "12.35 %");
}

#[test]
fn the_ends_of_a_range_can_be_told_apart() {
    for (low, high, text) in [
        (68_123.0, 127_893.0, "68,100 to 128,000"),
        (9_312.0, 10_744.0, "9,310 to 10,700"),
        (-3_677.0, 23_431.0, "−3,680 to 23,400"),
        (9_981.0, 10_022.0, "9,981 to 10,022"),
        (30_411.0, 31_060.0, "30,410 to 31,060"),
        (0.0, 12.0, "0 to 12"),
        (5.0, 5.0, "5"),
        (f64::NEG_INFINITY, 12.0, "never to 12"),
    ] {
        assert_eq!(En.range(low, high, None), text);
    }
    assert_eq!(En.range(9_981.0, 10_022.0, Some(3.0)), "9,981 to 10,022");
    assert_eq!(En.range(9_981.0, 10_022.0, Some(80.0)), "9,980 to 10,020");
    assert_eq!(En.amount_range(Quantity::Share, 0.05, 0.1, None), "5 % to 10 %");
}

#[test]
fn a_value_inside_a_range_has_the_digits_of_the_range_and_of_its_own_error() {
    let spread = |values: [(f64, f64); 3]| {
        En.spread(Quantity::Number, values.map(|(value, se)| (value, Some(se)))).join(" ")
    };
    assert_eq!(
        spread([(94_812.0, 20.0), (97_531.0, 20.0), (100_291.0, 20.0)]),
        "94,800 97,500 100,300"
    );
    assert_eq!(
        spread([(22_471.0, 160.0), (51_633.0, 480.0), (121_240.0, 1_300.0)]),
        "22,500 51,600 121,000"
    );
    assert_eq!(spread([(65_000.0, 0.0), (65_000.0, 0.0), (65_000.0, 0.0)]), "65,000 65,000 65,000");
    assert_eq!(En.between("1", "1"), "1");
    assert_eq!(En.between("1", "2"), "1 to 2");
}

#[test]
fn times_agree_in_number_and_whole_years_are_years() {
    assert_eq!(En.weeks(1), "1 week");
    assert_eq!(En.weeks(0), "0 weeks");
    assert_eq!(En.weeks(51), "51 weeks");
    assert_eq!(En.weeks(52), "1 year");
    assert_eq!(En.weeks(520), "10 years");
    assert_eq!(En.weeks(1_041), "1,041 weeks");
}

#[test]
fn an_axis_has_one_unit_and_just_enough_decimals() {
    let labels = |ticks: &[f64]| En.axis(Quantity::Number, ticks).join(" ");
    assert_eq!(labels(&[0.0, 50_000.0, 100_000.0]), "0 50,000 100,000");
    assert_eq!(labels(&[0.0, 500_000.0, 1_000_000.0]), "0 0.5M 1.0M");
    assert_eq!(labels(&[0.0, 2e9, 4e9]), "0 2bn 4bn");
    assert_eq!(labels(&[-0.1, 0.0, 0.1]), "−0.1 0 0.1");
    assert_eq!(En.axis(Quantity::Share, &[0.0, 0.025, 0.05]).join(", "), "0.0 %, 2.5 %, 5.0 %");
    assert!(En.axis(Quantity::Number, &[]).is_empty());
}
