//! Numbers for people, by golden values.

use reachsim::output::format::Format as _;
use reachsim::output::format::{Locale::En, Quantity};

#[test]
fn numbers_for_people_have_two_significant_digits_or_three_after_a_one_or_a_two() {
    for (value, text) in [
        (97_123.4, "97,000"),
        (127_893.0, "128,000"),
        (9_312.0, "9,300"),
        (9_960.0, "10,000"),
        (10_021.0, "10,000"),
        (10_744.0, "10,700"),
        (23_431.0, "23,400"),
        (-3_677.0, "-3,700"),
        (1_300_000.0, "1,300,000"),
        (27.397, "27"),
        (99.6, "100"),
        (3.44, "3.4"),
        (1.263, "1.26"),
        (1.2, "1.2"),
        (0.0751, "0.075"),
        (1e-12, "0"),
        (0.0, "0"),
        (-0.0, "0"),
        (-1e-12, "0"),
        (6e14, "600,000,000,000,000"),
        (1.234e300, "1.23e300"),
        (-1.234e300, "-1.23e300"),
    ] {
        assert_eq!(En.number(value, None), text, "{value}");
    }
}

#[test]
fn the_last_digit_stands_for_no_less_than_one_standard_error() {
    for (value, se, text) in [
        (97_123.4, 210.0, "97,000"),
        (97_123.4, 1_000.0, "97,000"),
        (97_123.4, 1_001.0, "100,000"),
        (97_123.4, 0.1, "97,000"),
        (1.263, 0.01, "1.26"),
        (1.263, 0.02, "1.3"),
        (-0.04, 0.3, "-0.04"),
        (4.0, 9.0, "4"),
        (7.0, 9.0, "7"),
        (97_123.4, f64::INFINITY, "97,000"),
        (97_123.4, f64::NAN, "97,000"),
    ] {
        assert_eq!(En.number(value, Some(se)), text, "{value} with an error of {se}");
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
                    assert!(share != "0 %" && share != "-0 %", "{value}: {share}");
                }
            }
        }
    }
    let ends = [(10_000.0, Some(9_000.0)), (31_000.0, Some(70_000.0)), (40_000.0, None)];
    let spread = En.spread(Quantity::Number, ends);
    assert_eq!(spread, ["10,000", "30,000", "40,000"]);
    assert_eq!(En.share(-1e-6, None), ">-0.01 %");
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
        (0.832_7, "83 %"),
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
        (-0.12, "-12 %"),
    ] {
        assert_eq!(En.share(value, None), text, "{value}");
    }
    assert_eq!(En.share(0.832_7, Some(0.003_7)), "83 %");
    assert_eq!(En.share(0.975_4, Some(0.001_6)), "98 %");
    assert_eq!(En.share(0.998, Some(0.004)), ">99 %");
    assert_eq!(En.share(0.07, Some(0.0)), "7 %");
    assert_eq!(En.share(0.123_456, Some(0.0)), "12.35 %");
}

#[test]
fn the_ends_of_a_range_can_be_told_apart() {
    for (low, high, text) in [
        (68_123.0, 127_893.0, "68,000 to 128,000"),
        (9_312.0, 10_744.0, "9,300 to 10,700"),
        (-3_677.0, 23_431.0, "-3,700 to 23,400"),
        (9_981.0, 10_022.0, "9,981 to 10,022"),
        (30_411.0, 31_060.0, "30,410 to 31,060"),
        (0.0, 12.0, "0 to 12"),
        (5.0, 5.0, "5"),
        (f64::NEG_INFINITY, 12.0, "never to 12"),
    ] {
        assert_eq!(En.range(low, high, None), text);
    }
    assert_eq!(En.range(9_981.0, 10_022.0, Some(3.0)), "9,980 to 10,020");
    assert_eq!(En.range(9_981.0, 10_022.0, Some(80.0)), "10,000");
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
        "22,000 52,000 120,000"
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
    assert_eq!(labels(&[-0.1, 0.0, 0.1]), "-0.1 0 0.1");
    assert_eq!(En.axis(Quantity::Share, &[0.0, 0.025, 0.05]).join(", "), "0.0 %, 2.5 %, 5.0 %");
    assert!(En.axis(Quantity::Number, &[]).is_empty());
}
