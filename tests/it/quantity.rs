//! How quantities are written: numbers, ranges, families, and the faults of what is none.

use std::fmt::Write as _;

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use reachsim::diagnostic::{Message, Severity};
use reachsim::dist::{Dist, FAMILIES, Setting};
use reachsim::scenario::number;
use reachsim::scenario::quantity::{Fault, Reading, Zero, read, read_text};
use reachsim::units::Kind;
use toml::de::DeTable;

const SHARE: (Kind, Zero) = (Kind::Share, Zero::Legal);
const COUNT: (Kind, Zero) = (Kind::Positive, Zero::Legal);
const ABOVE: (Kind, Zero) = (Kind::Positive, Zero::Illegal);
const GROWTH: (Kind, Zero) = (Kind::Growth, Zero::Legal);

/// The files of a scenario's folder.
fn load(path: &str) -> Result<Vec<u8>, Message> {
    let text = match path {
        "friends.csv" => "name,friends\n\"Ann, B.\",130\nBob,\nCyd,70\nDee,130\n",
        "semicolons.csv" => "\u{feff}y;z\r\n1,5;2\r\n\"2\";3\r\n;4\r\n0,5%;5\r\n",
        "words.csv" => "y\n1\nmany\n",
        "header.csv" => "y,z\n",
        "quotes.csv" => "\"a \"\"b\"\"\",c\n\"1\n2\",5\n3,4",
        "empty.csv" => "",
        "negative.csv" => "y\n1\n-3\n",
        "twice.csv" => "y,y\n1,2\n",
        "prices.csv" => "x;y\n12.3;1\n12.34;1,25\n12.345;1,5\n12.3456;1,125\n7;1,0625\n7.;2\n",
        "survey.csv" => "friends,posts\n130,2\n70,5\n",
        "latin.csv" => return Ok(vec![b'y', b'\n', 0xe4, b'\n']),
        "excel.csv" => "sep=;\r\nx;y\r\n12,5;a\r\n1,125;b\r\n0,125;c\r\n;;\r\n",
        "tables.csv" => "x;y\n12,5;a\n1,125;b\n0,125;c\n",
        "grouped.csv" => "x;y\n1.000,5;a\n2.500;b\n",
        "by the other.csv" => "x;y\n2.500;0,25\n3.500;1,5\n",
        "american.csv" => "x,y\n\"1,125\",a\n2.5,b\n",
        "spaces.csv" => "x;y\n1\u{202f}000,5;a\n-2\u{a0}500 €;b\n",
        "points.csv" => "x,y\n2.500,a\n1.250,b\n",
        "unclear.csv" => "x;y\n2.500;a\n1.250;b\n",
        "mixed.csv" => "x;y\n1,5;a\n2.5;b\n",
        "cells.csv" => "y,x\n10,5,1\n",
        "secret.csv" => "TOKEN=s3cr3t\u{1b}[2J,b?\n1,2\n",
        "marks.csv" => "x\n5\n\nn/a\n-\n7\n",
        "cyrillic.csv" => return Ok(b"\xf6\xe5\xed\xe0;y\n1,5;2\n".to_vec()),
        "wide.csv" => {
            let text = "\u{feff}x;y\n1,5;a\n";
            return Ok(text.encode_utf16().flat_map(u16::to_le_bytes).collect());
        }
        "bare.csv" => {
            return Ok("x;y\n1,5;a\n".encode_utf16().flat_map(u16::to_be_bytes).collect());
        }
        _ => return Err(Message::verbatim("does not exist")),
    };
    Ok(text.as_bytes().to_vec())
}

/// What a value in the notation of a file says.
fn reading(value: &str, (kind, zero): (Kind, Zero)) -> Result<Dist, Vec<Fault>> {
    let source = format!("key = {value}");
    let (table, errors) = DeTable::parse_recoverable(&source);
    assert!(errors.is_empty(), "{value} is no TOML: {errors:?}");
    let mut faults = Vec::new();
    let dist = read(
        table.get_ref().get("key").expect("a value"),
        &Reading { key: "key", kind, zero, load: &load },
        &mut faults,
    );
    for fault in &faults {
        assert!(
            fault.bytes.start >= 6 && source.get(fault.bytes.clone()).is_some(),
            "{value}: {fault:?} points nowhere"
        );
        assert!(
            !fault.message.is_empty()
                && !fault.message.english().ends_with('.')
                && !fault.help.is_empty(),
            "{fault:?}"
        );
    }
    match dist {
        Some(dist) if faults.iter().all(|fault| fault.code.severity() == Severity::Warning) => {
            Ok(dist)
        }
        Some(_) => panic!("{value} is read and complained about: {faults:?}"),
        None => {
            assert!(!faults.is_empty(), "{value} is refused without a word");
            Err(faults)
        }
    }
}

/// The faults of a value as `code: marked text`.
fn marked(value: &str, rule: (Kind, Zero)) -> Vec<String> {
    let source = format!("key = {value}");
    let faults = reading(value, rule).expect_err(value);
    faults
        .into_iter()
        .map(|fault| format!("{}: {}", fault.code.id(), &source[fault.bytes]))
        .collect()
}

#[track_caller]
fn expect_number(value: &str, number: f64) {
    let dist = reading(value, (Kind::Positive, Zero::Legal))
        .unwrap_or_else(|faults| panic!("{value}: {faults:?}"));
    assert_eq!(dist.is_fixed(), Some(number), "{value}");
}

#[test]
fn numbers_may_be_written_as_people_write_them() {
    for (value, number) in [
        ("130", 130.0),
        ("130.5", 130.5),
        ("100_000", 1e5),
        ("0xff", 255.0),
        ("1e5", 1e5),
        ("-0.0", 0.0),
        ("\"100k\"", 1e5),
        ("\"100 K\"", 1e5),
        ("\"1.3M\"", 1.3e6),
        ("\"2bn\"", 2e9),
        ("\"5%\"", 0.05),
        ("\"5 %\"", 0.05),
        ("\"0,9%\"", 0.009),
        ("\"100 000\"", 1e5),
        ("\"100\u{a0}000\"", 1e5),
        ("\"1\u{202f}234\u{2009}567,5\"", 1_234_567.5),
        ("\"1 000,500\"", 1_000.5),
        ("\"1,3 млн\"", 1.3e6),
        ("\"1,3 млн.\"", 1.3e6),
        ("\"100 тыс\"", 1e5),
        ("\"100 тис\"", 1e5),
        ("\"2 млрд\"", 2e9),
        ("\"1,300,000\"", 1.3e6),
        ("\"1.300.000\"", 1.3e6),
        ("\"1,300.5\"", 1_300.5),
        ("\"1.300,5\"", 1_300.5),
        ("\"1234,567\"", 1_234.567),
        ("\"0,300\"", 0.3),
        ("\"0.300\"", 0.3),
        ("\"+7\"", 7.0),
        ("\".5\"", 0.5),
        ("\"1e-3\"", 1e-3),
        ("\"1e3k\"", 1e6),
    ] {
        expect_number(value, number);
    }
    assert_eq!(reading("\"\u{2212}5%\"", GROWTH).unwrap().is_fixed(), Some(-0.05));
}

#[test]
fn what_is_no_number_or_two_numbers_is_refused_where_it_stands() {
    for (value, mark) in [
        ("\"1,300\"", "number: 1,300"),
        ("\"12,345k\"", "number: 12,345"),
        ("\"-1,300%\"", "number: 1,300"),
        ("\"abc\"", "number: abc"),
        ("\"\"", "number: "),
        ("\"%\"", "number: %"),
        ("\"5 pct\"", "number: pct"),
        ("\"5m\"", "number: m"),
        ("\"5%%\"", "number: %%"),
        ("\"5% ± 1%\"", "number: 5% ± 1%"),
        ("\"1/3\"", "number: 1/3"),
        ("\"5% @80%\"", "number: 5% @80%"),
        ("\"5..6..7\"", "number: 6..7"),
        ("\"1300 EUR\"", "number: EUR"),
        ("\"1 00\"", "number: 1 00"),
        ("\"1,23,456\"", "number: 1,23,456"),
        ("\"1.2.3\"", "number: 1.2.3"),
        ("\"1_\"", "number: 1_"),
        ("\"--5\"", "number: --5"),
        ("\"5..\"", "number: 5.."),
        ("\"..5\"", "number: ..5"),
        ("\"5% to\"", "number: 5% to"),
        ("nan", "not-finite: nan"),
        ("-inf", "not-finite: -inf"),
        ("\"NaN\"", "not-finite: NaN"),
        ("1e400", "not-finite: 1e400"),
        ("\"1e400\"", "not-finite: 1e400"),
        ("\"1e-400\"", "not-finite: 1e-400"),
        ("\"1e99999999999\"", "not-finite: 1e99999999999"),
        ("true", "wrong-type: true"),
        ("[1, 2]", "wrong-type: [1, 2]"),
        ("2026-01-01", "wrong-type: 2026-01-01"),
    ] {
        assert_eq!(marked(value, COUNT), [mark]);
    }
    for (text, grouped, decimal) in [
        ("1,300k", "1300k", "1.3k"),
        ("1.300", "1300", "1.3"),
        ("100.000", "100000", "100.0"),
        ("1.234", "1234", "1.2340"),
    ] {
        let help = reading(&format!("\"{text}\""), COUNT).unwrap_err()[0].help.to_string();
        for way_out in [grouped, decimal] {
            assert!(help.contains(&format!("\"{way_out}\"")), "{help}");
            assert!(number::parse(way_out, 0).is_ok(), "{way_out}");
        }
    }
}

#[test]
fn a_range_is_uniform_and_an_interval_holds_in_ninety_of_a_hundred_cases() {
    let uniform = reading("\"5%..10%\"", SHARE).unwrap();
    assert_eq!(
        (uniform.family(), uniform.bounds(), uniform.mean()),
        ("uniform", (0.05, 0.1), f64::midpoint(0.05, 0.1))
    );
    for (value, rule, low, high, tail) in [
        ("\"5% to 10%\"", SHARE, 0.05, 0.1, 0.05),
        ("\"5% to 10% @80%\"", SHARE, 0.05, 0.1, 0.1),
        ("\"от 5% до 10%\"", SHARE, 0.05, 0.1, 0.05),
        ("\"від 5 % до 10 %\"", SHARE, 0.05, 0.1, 0.05),
        ("\"from 1k to 10k @ 0.5\"", COUNT, 1e3, 1e4, 0.25),
        ("\"1 тыс до 10 тыс\"", COUNT, 1e3, 1e4, 0.05),
        ("\"-5% to 10%\"", GROWTH, -0.05, 0.1, 0.05),
    ] {
        let dist = reading(value, rule).unwrap_or_else(|faults| panic!("{value}: {faults:?}"));
        assert_eq!(dist.family(), "interval");
        assert!(
            (dist.quantile(tail) - low).abs() < 1e-9 * high
                && (dist.quantile(1.0 - tail) - high).abs() < 1e-9 * high,
            "{value}"
        );
    }
    let lognormal = reading("\"1 to 10\"", COUNT).unwrap();
    assert!((lognormal.mean() - 4.040_013).abs() < 1e-6);
    for (value, ends) in
        [("\"0..10%\"", (0.0, 0.1)), ("\"5% .. 10%\"", (0.05, 0.1)), ("\"7%..7%\"", (0.07, 0.07))]
    {
        assert_eq!(reading(value, SHARE).unwrap().bounds(), ends);
    }
    assert_eq!(reading("\"-5%..-1%\"", GROWTH).unwrap().bounds(), (-0.05, -0.01));
}

#[test]
fn a_range_with_several_readings_offers_them() {
    for (value, code, offers) in [
        ("5-10%", "ambiguous-range", ["\"5%..10%\"", "\"5% to 10%\""]),
        ("5% - 10%", "ambiguous-range", ["\"5%..10%\"", "\"5% to 10%\""]),
        ("5\u{2013}10 %", "ambiguous-range", ["\"5 %..10 %\"", "\"5 % to 10 %\""]),
        ("100\u{2014}200k", "ambiguous-range", ["\"100k..200k\"", "\"100k to 200k\""]),
        ("-5--1%", "ambiguous-range", ["\"-5%..-1%\"", "\"-5% to -1%\""]),
        ("1e-3-2e-3", "ambiguous-range", ["\"1e-3..2e-3\"", "\"1e-3 to 2e-3\""]),
        ("5 до 7 тыс", "ambiguous-range", ["\"5 тыс to 7 тыс\"", "\"5 to 7000\""]),
        ("5\u{2212}10%", "ambiguous-range", ["\"5%..10%\"", "\"5% to 10%\""]),
        ("5%...10%", "ambiguous-range", ["\"5%..10%\"", "\"5% to 10%\""]),
        ("5\u{2026}10%", "ambiguous-range", ["\"5%..10%\"", "\"5% to 10%\""]),
        ("5..10%", "ambiguous-range", ["\"5%..10%\"", "\"5..0.1\""]),
        ("5%..10", "ambiguous-range", ["\"5%..10%\"", "\"0.05..10\""]),
        ("5 to 10%", "ambiguous-range", ["\"5% to 10%\"", "\"5 to 0.1\""]),
        ("5%..10% @80%", "ambiguous-range", ["\"5%..10%\"", "\"5% to 10% @80%\""]),
        ("10%..5%", "range-reversed", ["\"5%..10%\"", ""]),
        ("10% to 5%", "range-reversed", ["\"5% to 10%\"", ""]),
        ("5% to 10% @80", "interval", ["\"@80%\"", ""]),
        ("5% to 10% @150%", "interval", ["\"@80%\"", ""]),
        ("5% to 10% @1", "interval", ["\"@80%\"", ""]),
        ("5% to 10% @", "interval", ["\"@80%\"", ""]),
        ("0% to 10%", "interval", ["\"0%..10%\"", ""]),
        ("90% to 100%", "interval", ["\"90%..100%\"", ""]),
    ] {
        let faults = reading(&format!("\"{value}\""), SHARE).expect_err(value);
        assert_eq!(faults.len(), 1, "{faults:?}");
        assert_eq!(faults[0].code.id(), code, "{value}");
        assert!(
            offers.iter().all(|offer| faults[0].help.english().contains(offer)),
            "{value}: {}",
            faults[0].help
        );
    }
}

#[test]
fn a_number_outside_the_domain_of_its_key_names_the_key_and_the_way_out() {
    for (value, rule, mark, message, help) in [
        ("7.5", SHARE, "7.5", "`key` is 7.5, but a share lies between 0 and 1", "write \"7.5%\""),
        (
            "\"150%\"",
            SHARE,
            "150%",
            "`key` is 150%, but a share lies between 0 and 1",
            "the whole is 1 or \"100%\"",
        ),
        (
            "-0.1",
            SHARE,
            "-0.1",
            "`key` is -0.1, but a share lies between 0 and 1",
            "leave out the minus",
        ),
        ("-5", COUNT, "-5", "`key` is -5, but it cannot be negative", "leave out the minus"),
        ("0", ABOVE, "0", "`key` is 0, but it has to be above zero", "give a number above zero"),
        (
            "1e300",
            COUNT,
            "1e300",
            "`key` is 1e300, but more than 10^15 makes no sense",
            "check the unit",
        ),
        (
            "-5",
            GROWTH,
            "-5",
            "`key` is -5, but growth lies above -1, the loss of everything",
            "write \"-5%\"",
        ),
        (
            "\"5%..150%\"",
            SHARE,
            "150%",
            "`key` is 150%, but a share lies between 0 and 1",
            "the whole is 1",
        ),
        (
            "{ beta = { mean = \"15%\", sd = 5.5 } }",
            SHARE,
            "5.5",
            "`sd` is 5.5, but no two shares are that far apart",
            "write \"5.5%\"",
        ),
        (
            "{ pert = [0.1, 0.2, 3] }",
            SHARE,
            "3",
            "`key` is 3, but a share lies between 0 and 1",
            "write \"3%\"",
        ),
    ] {
        let source = format!("key = {value}");
        let faults = reading(value, rule).expect_err(value);
        assert_eq!(faults.len(), 1, "{faults:?}");
        assert_eq!(
            (&source[faults[0].bytes.clone()], faults[0].message.english()),
            (mark, message)
        );
        assert!(faults[0].help.english().contains(help), "{value}: {}", faults[0].help);
    }
}

#[test]
fn a_distribution_that_leaves_the_domain_of_its_key_is_refused_with_a_remedy_that_works() {
    for (value, rule, offer, remedied) in [
        (
            "{ normal = { mean = 130, sd = 20 } }",
            COUNT,
            "min = 0",
            "{ normal = { mean = 130, sd = 20 }, min = 0 }",
        ),
        (
            "{ normal = { mean = 130, sd = 20 } }",
            ABOVE,
            "lognormal",
            "{ lognormal = { mean = 130, sd = 20 } }",
        ),
        (
            "{ normal = { mean = 0.5, sd = 0.1 } }",
            SHARE,
            "min = 0, max = 1",
            "{ normal = { mean = 0.5, sd = 0.1 }, min = 0, max = 1 }",
        ),
        (
            "{ lognormal = { median = 0.05, gsd = 2 } }",
            SHARE,
            "max = 1",
            "{ lognormal = { median = 0.05, gsd = 2 }, max = 1 }",
        ),
        (
            "{ metalog = { p10 = 1, p50 = 2, p90 = 4 } }",
            COUNT,
            "min = 0",
            "{ metalog = { p10 = 1, p50 = 2, p90 = 4 }, min = 0 }",
        ),
        (
            "{ normal = { mean = 0, sd = 1 } }",
            GROWTH,
            "min = \"-99%\"",
            "{ normal = { mean = 0, sd = 1 }, min = \"-99%\" }",
        ),
        (
            "{ lognormal = { median = 1e14, gsd = 10 } }",
            COUNT,
            "max",
            "{ lognormal = { median = 1e14, gsd = 10 }, max = 1e15 }",
        ),
        (
            "{ discrete = { values = [1, 0], weights = [1, 1] } }",
            ABOVE,
            "above zero",
            "{ discrete = { values = [1, 2], weights = [1, 1] } }",
        ),
        (
            "{ data = { file = \"negative.csv\", column = \"y\" } }",
            COUNT,
            "`min`",
            "{ data = { file = \"negative.csv\", column = \"y\" }, min = 0 }",
        ),
    ] {
        let faults = reading(value, rule).expect_err(value);
        assert_eq!(faults.len(), 1, "{faults:?}");
        assert!(faults[0].help.english().contains(offer), "{value}: {}", faults[0].help);
        let dist =
            reading(remedied, rule).unwrap_or_else(|faults| panic!("{remedied}: {faults:?}"));
        let (low, high) = rule.0.range();
        assert!(
            dist.bounds().0 >= low && dist.bounds().1 <= high,
            "{remedied}: {:?}",
            dist.bounds()
        );
    }
    // A loss of everything is out of reach of this one in practice.
    let growth = reading("{ normal = { mean = \"2%\", sd = \"3%\" } }", GROWTH).unwrap();
    assert!(growth.quantile(0.0) > -1.0 && growth.mean() == 0.02);
}

#[test]
fn an_open_end_at_zero_is_no_zero() {
    let dist = reading("\"0..10\"", ABOVE).unwrap();
    assert!(dist.quantile(0.0) > 0.0);
    let gamma = reading("{ gamma = { mean = 1, sd = 10 } }", ABOVE).unwrap();
    assert!(gamma.quantile(1e-9) > 0.0 && gamma.mean() == 1.0);
    assert_eq!(marked("\"0..0\"", ABOVE), ["out-of-range: 0..0"]);
}

/// However many decimals a cell has, and whichever sign begins them.
#[test]
fn cells_have_any_number_of_decimals() {
    for (column, values) in [
        ("x", &[7.0, 12.3, 12.34, 12.345, 12.3456][..]),
        ("y", &[1.0, 1.0625, 1.125, 1.25, 1.5, 2.0][..]),
    ] {
        let value = format!("{{ data = {{ file = \"prices.csv\", column = \"{column}\" }} }}");
        let dist = reading(&value, COUNT).unwrap_or_else(|faults| panic!("{column}: {faults:?}"));
        let (low, high) = dist.bounds();
        assert_eq!((low, high), (values[0], values[values.len() - 1]), "{column}");
        for value in values {
            let below = dist.chance(value - 1e-9).below;
            assert!(dist.chance(*value).below > below, "{column}: {value}");
        }
    }
}

#[test]
fn the_examples_of_the_families_are_read() {
    for family in FAMILIES {
        let rule = if family.example.contains('%') || family.id == "beta" { SHARE } else { COUNT };
        let dist = reading(family.example, rule)
            .unwrap_or_else(|faults| panic!("{}: {faults:?}", family.example));
        assert_eq!(dist.family(), family.id);
        let named = |name: &str| dist.parameters().iter().any(|(known, _)| *known == name);
        assert!(
            family.parameters.iter().all(|parameter| named(parameter.name)),
            "{}",
            family.example
        );
    }
}

#[test]
fn parameters_may_be_written_like_any_number() {
    let dist = reading("{ beta = { mean = \"15%\", sd = \"5,5%\" } }", SHARE).unwrap();
    assert!((dist.mean() - 0.15).abs() < 1e-15 && (dist.variance().sqrt() - 0.055).abs() < 1e-15);
    let dist =
        reading("{ pert = [\"100k\", \"130 тыс\", 200_000], min = \"110k\" }", COUNT).unwrap();
    assert_eq!(dist.bounds(), (110e3, 200e3));
    assert!(
        matches!(dist.parameters().last(), Some(("min", Setting::Number(end))) if *end == 110e3)
    );
    let dist = reading(
        "{ mixture = { of = [\"1..2\", { pert = [3, 4, 5] }, \"100k\"], weights = \
            [\"50%\", 0.25, 0.25] } }",
        COUNT,
    )
    .unwrap();
    assert_eq!((dist.bounds(), dist.quantile(0.9)), ((1.0, 1e5), 1e5));
}

#[test]
fn tables_that_make_no_sense_are_refused_part_by_part() {
    for (value, marks) in [
        ("{}", &["parameters: {}"][..]),
        ("{ min = 0 }", &["parameters: { min = 0 }"]),
        ("{ unifrom = [1, 2] }", &["unknown-family: unifrom"]),
        ("{ uniform = [1, 2], pert = [1, 2, 3] }", &["parameters: pert"]),
        ("{ uniform = [1, 2, 3] }", &["parameters: [1, 2, 3]"]),
        ("{ uniform = { low = 1 } }", &["wrong-type: { low = 1 }"]),
        ("{ normal = [1, 2] }", &["wrong-type: [1, 2]"]),
        ("{ uniform = [2, 1] }", &["parameters: 1"]),
        ("{ uniform = [1, \"2 apples\"] }", &["number: apples"]),
        ("{ uniform = [1, true] }", &["wrong-type: true"]),
        ("{ gamma = { mean = 12, sd = -5 } }", &["parameters: -5"]),
        ("{ gamma = { mean = 12 } }", &["parameters: { mean = 12 }"]),
        ("{ gamma = { mean = 12, sdd = 5 } }", &["parameters: sdd"]),
        ("{ gamma = { mean = 12, sd = 5, min = 1 } }", &["parameters: min"]),
        ("{ lognormal = { median = 5, sd = 2 } }", &["parameters: median"]),
        ("{ lognormal = { mean = 5, sd = 2, gsd = 2 } }", &["parameters: gsd"]),
        ("{ uniform = [1, 2], min = \"1..2\" }", &["number: 1..2"]),
        ("{ discrete = { values = [1, \"5%..10%\"], weights = [1, 1] } }", &["number: 5%..10%"]),
        ("{ lognormal = { median = 5, gsd = 0.5 } }", &["parameters: 0.5"]),
        ("{ metalog = { p10 = 1, p50 = 3, p90 = 9 }, min = -1 }", &["out-of-range: -1"]),
        ("{ metalog = { p10 = 1, p50 = 8.9, p90 = 9 }, min = 0 }", &["parameters: 8.9"]),
        ("{ uniform = [1, 2], min = 5, max = 4 }", &["range-reversed: 4"]),
        ("{ uniform = [1, 2], min = 3 }", &["parameters: [1, 2]"]),
        (
            "{ discrete = { values = [1, 2], weights = [1] } }",
            &["parameters: { values = [1, 2], weights = [1] }"],
        ),
        ("{ discrete = { values = [1, 2], weights = [1, -1] } }", &["parameters: -1"]),
        ("{ discrete = { values = 1, weights = [1] } }", &["wrong-type: 1"]),
        ("{ discrete = { values = [1] } }", &["parameters: { values = [1] }"]),
        (
            "{ mixture = { of = [1, 2], weights = [0, 0] } }",
            &["parameters: { of = [1, 2], weights = [0, 0] }"],
        ),
        ("{ mixture = { of = [], weights = [] } }", &["parameters: { of = [], weights = [] }"]),
        ("{ data = { file = 1, column = \"y\" } }", &["wrong-type: 1"]),
        // Everything at once.
        (
            "{ mixture = { of = [\"1-2\", { prt = [3, 4, 5] }, -5, { gamma = { mean = nan, sd = 0x \
                } }], weights = [1, \"x\"] } }",
            &["ambiguous-range: 1-2", "unknown-family: prt", "out-of-range: -5"],
        ),
    ] {
        let value = value.replace(
            ", { gamma = { mean = nan, sd = 0x } }",
            ", { gamma = { mean = nan, sd = true } }",
        );
        let found = marked(&value, COUNT);
        assert_eq!(found[..marks.len().min(found.len())], *marks, "{value}");
        assert!(
            found.len() == marks.len()
                || found[marks.len()..] == ["not-finite: nan", "wrong-type: true", "number: x"],
            "{value}: {found:?}"
        );
    }
}

#[test]
fn suggestions_follow_what_was_meant() {
    for (value, help) in [
        ("{ unifrom = [1, 2] }", "did you mean `uniform`?"),
        ("{ logormal = { mean = 1, sd = 1 } }", "did you mean `lognormal`?"),
        ("{ zebra = 1 }", "`mixture`"),
        ("{ gamma = { mean = 12, sdd = 5 } }", "did you mean `sd`?"),
        (
            "{ gamma = { mean = 12, sd = 5, min = 1 } }",
            "`min` stands beside `gamma`, not inside it",
        ),
        ("\"5m\"", "did you mean `M`?"),
        ("\"5 млнн\"", "did you mean `млн`?"),
        ("\"5 тысяч человек\"", "did you mean `тыс`?"),
        ("\"5 мільйонів\"", "did you mean `млн`?"),
        ("\"5 Million\"", "did you mean `M`?"),
        ("\"5 percent\"", "did you mean `%`?"),
        ("\"5 €\"", "`currency`"),
        ("{ lognormal = { median = 5, sd = 2 } }", "{ mean, sd } or { median, gsd }"),
        ("{ data = { file = \"friends.csv\", column = \"freinds\" } }", "did you mean `friends`?"),
    ] {
        let faults = reading(value, COUNT).expect_err(value);
        assert!(faults[0].help.english().contains(help), "{value}: {}", faults[0].help);
    }
}

#[test]
fn a_column_of_a_file_is_a_sample() {
    let dist =
        reading("{ data = { file = \"friends.csv\", column = \"friends\" } }", COUNT).unwrap();
    assert_eq!((dist.bounds(), dist.mean()), ((70.0, 130.0), 110.0));
    let dist = reading("{ data = { file = \"semicolons.csv\", column = \"y\" } }", COUNT).unwrap();
    assert_eq!([0.1, 0.5, 0.9].map(|u| dist.quantile(u)), [0.005, 1.5, 2.0]);
    let dist =
        reading("{ data = { file = \"quotes.csv\", column = \"a \\\"b\\\"\" }, max = 4 }", COUNT);
    assert!(dist.is_err(), "a cell of two lines is no number");
    let dist = reading("{ data = { file = \"quotes.csv\", column = \"c\" } }", COUNT).unwrap();
    assert_eq!(dist.bounds(), (4.0, 5.0));
    for (file, column, mark, words) in [
        ("none.csv", "y", "data: \"none.csv\"", "does not exist"),
        ("friends.csv", "foes", "data: \"foes\"", "has no column `foes`"),
        ("words.csv", "y", "data: \"words.csv\"", "has `many` on line 3, which is no number"),
        ("header.csv", "y", "data: \"header.csv\"", "has no number in its column `y`"),
        ("empty.csv", "y", "data: \"empty.csv\"", "is empty"),
        ("latin.csv", "y", "data: \"latin.csv\"", "has `д` on line 2, which is no number"),
        ("twice.csv", "y", "data: \"twice.csv\"", "has more than one column `y`"),
        ("negative.csv", "y", "data: \"negative.csv\"", "has -3 on line 3, which `key` cannot be"),
    ] {
        let value = format!("{{ data = {{ file = \"{file}\", column = \"{column}\" }} }}");
        assert_eq!(marked(&value, COUNT), [mark]);
        let message = &reading(&value, COUNT).unwrap_err()[0].message;
        assert!(message.english().contains(words), "{message}");
    }
}

/// Whatever wrote a table: the separator, the encoding and the writing of its numbers are seen, and
/// are the same in a whole column.
#[test]
fn numbers_of_spreadsheets_are_read_as_they_were_meant() {
    for (file, column, values) in [
        ("excel.csv", "x", &[0.125, 1.125, 12.5][..]),
        ("tables.csv", "x", &[0.125, 1.125, 12.5]),
        ("grouped.csv", "x", &[1000.5, 2500.0]),
        ("by the other.csv", "x", &[2500.0, 3500.0]),
        ("american.csv", "x", &[2.5, 1125.0]),
        ("spaces.csv", "x", &[-2500.0, 1000.5]),
        ("points.csv", "x", &[1.25, 2.5]),
        ("marks.csv", "x", &[5.0, 7.0]),
        ("cyrillic.csv", "цена", &[1.5]),
        ("wide.csv", "x", &[1.5]),
        ("bare.csv", "x", &[1.5]),
    ] {
        let value = format!("{{ data = {{ file = \"{file}\", column = \"{column}\" }} }}");
        let dist = reading(&value, (Kind::Real, Zero::Legal)).expect(file);
        let share = 1.0 / values.len() as f64;
        let read: Vec<f64> =
            (0..values.len()).map(|i| dist.quantile((i as f64 + 0.5) * share)).collect();
        assert_eq!(read, values, "{file}");
    }
    for (file, column, words, help) in [
        ("unclear.csv", "x", "has `2.500` in its column `x`, which is 2.5 or 2500", "groups"),
        ("mixed.csv", "x", "has `2.5` on line 3, which is no number", "CSV"),
        ("cells.csv", "x", "has 3 cells on line 2, and 2 names of columns", "decimal comma"),
        ("secret.csv", "y", "has no column `y`", "no row of names"),
    ] {
        let value = format!("{{ data = {{ file = \"{file}\", column = \"{column}\" }} }}");
        let fault = reading(&value, (Kind::Real, Zero::Legal)).expect_err(file).remove(0);
        assert!(fault.message.english().contains(words), "{}", fault.message);
        assert!(
            fault.help.english().contains(help) && !fault.help.english().contains("s3cr3t"),
            "{}",
            fault.help
        );
    }
}

#[test]
fn a_text_with_escapes_is_marked_as_a_whole() {
    assert_eq!(
        marked("\"5\\u0025..1\\u0035000%\"", SHARE),
        ["share-out-of-range: \"5\\u0025..1\\u0035000%\""]
    );
    assert_eq!(marked("'''abc'''", SHARE), ["number: '''abc'''"]);
    assert_eq!(marked("'abc'", SHARE), ["number: abc"]);
}

#[test]
fn a_bare_text_is_read_where_it_stands() {
    let rule = Reading { key: "key", kind: Kind::Share, zero: Zero::Legal, load: &load };
    for (text, family) in [
        ("5%..10%", "uniform"),
        ("5% to 10%", "interval"),
        ("7%", "fixed"),
        (" { beta = { alpha = 2, beta = 3 } }", "beta"),
    ] {
        let mut faults = Vec::new();
        assert_eq!(read_text(text, 4, &rule, &mut faults).expect(text).family(), family);
    }
    for (text, bytes) in
        [("5%..150%", 8..12), (" 5-10%", 5..10), ("{ uniform = [0.1, 7] }", 22..23)]
    {
        let mut faults = Vec::new();
        assert!(read_text(text, 4, &rule, &mut faults).is_none());
        assert_eq!(faults[0].bytes, bytes, "{faults:?}");
    }
}

#[test]
fn mixtures_end_somewhere() {
    let nested = |depth: usize| {
        (0..depth).fold("1".to_owned(), |inner, _| {
            format!("{{ mixture = {{ of = [{inner}], weights = [1] }} }}")
        })
    };
    assert!(reading(&nested(8), COUNT).is_ok());
    assert!(reading(&nested(12), COUNT).unwrap_err()[0].message.english().contains("nests"));
    let wide = |count: usize| {
        format!(
            "{{ mixture = {{ of = [{}], weights = [{}] }} }}",
            "1, ".repeat(count),
            "1, ".repeat(count)
        )
    };
    assert!(reading(&wide(100), COUNT).is_ok());
    assert!(
        reading(&wide(101), COUNT).unwrap_err()[0]
            .message
            .english()
            .contains("more than 100 parts")
    );
    let cut =
        "{ mixture = { of = [{ normal = { mean = 1, sd = 1 } }, 7], weights = [1, 1] }, min = 0 }";
    assert_eq!(reading(cut, ABOVE).unwrap().bounds().1, Kind::Positive.range().1);
}

/// A number as a locale prints it: its group sign and its decimal sign.
fn printed(value: f64, decimals: usize, (group, decimal): (&str, &str)) -> String {
    let plain = format!("{:.decimals$}", value.abs());
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let mut text = String::from(if value < 0.0 { "-" } else { "" });
    for (place, digit) in whole.char_indices() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            text.push_str(group);
        }
        text.push(digit);
    }
    if !fraction.is_empty() {
        write!(text, "{decimal}{fraction}").expect("a string grows");
    }
    text
}

/// Locales by their group and decimal signs.
const LOCALES: [(&str, &str); 4] = [(",", "."), ("\u{a0}", ","), ("\u{202f}", ","), ("", ".")];

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 400,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(1),
        ..ProptestConfig::default()
    })]

    #[test]
    fn what_a_locale_prints_is_read_back_or_its_two_readings_are_offered(
        value in prop_oneof![-1e15..1e15_f64, -1e5..1e5_f64, -10.0..10.0_f64],
        decimals in 0..4_usize,
        locale in 0..LOCALES.len(),
        unit in prop_oneof![
            Just(("", 1.0)),
            Just(("%", 1e2)),
            Just(("k", 1e-3)),
            Just((" млн", 1e-6)),
            Just(("\u{a0}%", 1e2))
        ],
    ) {
        let text = printed(value, decimals, LOCALES[locale]);
        let plain: f64 = format!("{value:.decimals$}").parse().expect("a number of Rust");
        match number::parse(&format!("{text}{}", unit.0), 0) {
            Ok(read) => prop_assert!(
                (read * unit.1 - plain).abs() <= 1e-15 * plain.abs(),
                "{text}{} is read as {read}",
                unit.0
            ),
            Err(fault) => {
                let marks = text.matches([',', '.']).count();
                prop_assert!(
                    marks == 1 && !text.contains(char::is_whitespace),
                    "{text}: {fault:?}"
                );
                prop_assert!(fault.help.english().contains(" groups thousands"));
            }
        }
    }

    #[test]
    fn no_text_whatever_is_too_much(
        text in "\\PC*",
        low in "[0-9., _%kMe+-]{0,12}",
        high in "[0-9., _%kMe-]{0,12}",
        between in "(\\.\\.|-| to |–|@|до|)",
    ) {
        for text in [text, format!("{low}{between}{high}")] {
            for rule in [SHARE, COUNT, ABOVE, GROWTH] {
                let mut faults = Vec::new();
                let dist = read_text(
                    &text,
                    0,
                    &Reading { key: "key", kind: rule.0, zero: rule.1, load: &load },
                    &mut faults,
                );
                prop_assert_eq!(dist.is_none(), !faults.is_empty());
                for fault in faults {
                    prop_assert!(
                        text.get(fault.bytes.clone()).is_some(),
                        "{} points beside \
                        {}",
                        fault.message,
                        text
                    );
                }
                if let Some(dist) = dist {
                    let (low, high) = rule.0.range();
                    prop_assert!(low <= dist.bounds().0 && dist.bounds().1 <= high);
                    prop_assert!(
                        [0.0, 0.3, 1.0].iter().all(|&u| (low..=high).contains(&dist.quantile(u)))
                    );
                }
            }
        }
    }

    #[test]
    fn no_table_whatever_is_too_much(value in any_value()) {
        let source = format!("key = {value}");
        let (table, _) = DeTable::parse_recoverable(&source);
        if let Some(value) = table.get_ref().get("key") {
            for (kind, zero) in [SHARE, COUNT, ABOVE, GROWTH] {
                let mut faults = Vec::new();
                let dist =
                    read(value, &Reading { key: "key", kind, zero, load: &load }, &mut faults);
                prop_assert_eq!(dist.is_none(), !faults.is_empty());
                if let Some(dist) = dist {
                    let (low, high) = kind.range();
                    let value = dist.quantile(0.4);
                    prop_assert!(
                        low <= value && value <= high && !dist.mean().is_nan(),
                        "{} gives {}",
                        source,
                        value
                    );
                    let (least, most) = dist.bounds();
                    prop_assert!(
                        low <= least && least <= most && most <= high,
                        "{} lies between \
                        {} and {}",
                        source,
                        least,
                        most
                    );
                }
            }
        }
    }
}

/// Values of every shape, right and wrong, some levels deep.
fn any_value() -> impl Strategy<Value = String> {
    let number = prop_oneof![
        Just("0".to_owned()),
        (-3.0..3.0_f64).prop_map(|x| x.to_string()),
        (-30.0..30.0_f64).prop_map(|x| format!("{:e}", 10_f64.powf(x))),
        any::<f64>()
            .prop_filter("TOML writes it otherwise", |x| x.is_finite())
            .prop_map(|x| format!("{x:e}")),
        any::<i64>().prop_map(|x| x.to_string()),
        Just("nan".to_owned()),
        Just("true".to_owned()),
        prop_oneof![
            Just("5%"),
            Just("1..2"),
            Just("0.1 to 0.2"),
            Just("5-10"),
            Just("1,5"),
            Just("x.csv"),
            Just("friends.csv"),
            Just("friends")
        ]
        .prop_map(|text| format!("\"{text}\"")),
    ];
    number.prop_recursive(4, 24, 4, |inner| {
        let name = || {
            let families: Vec<&'static str> = FAMILIES
                .iter()
                .flat_map(|family| family.parameters.iter().map(|p| p.name).chain([family.id]))
                .collect();
            prop_oneof![proptest::sample::select(families), Just("min"), Just("max"), Just("other")]
        };
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4)
                .prop_map(|list| format!("[{}]", list.join(", "))),
            proptest::collection::btree_map(name(), inner.clone(), 0..4).prop_map(|table| {
                let entries: Vec<String> =
                    table.into_iter().map(|(name, value)| format!("{name} = {value}")).collect();
                format!("{{ {} }}", entries.join(", "))
            }),
            // Families with the right names, so that some of the tables mean something.
            (0..FAMILIES.len(), proptest::collection::vec(inner, 4)).prop_map(|(row, values)| {
                let family = &FAMILIES[row];
                let inside: Vec<String> = family
                    .parameters
                    .iter()
                    .zip(&values)
                    .map(|(p, value)| format!("{} = {value}", p.name))
                    .collect();
                let list: Vec<&str> =
                    values.iter().take(family.parameters.len()).map(String::as_str).collect();
                let inside = if family.layout == reachsim::dist::Layout::List {
                    format!("[{}]", list.join(", "))
                } else {
                    format!("{{ {} }}", inside.join(", "))
                };
                format!("{{ {} = {inside}, min = {} }}", family.id, values[3])
            }),
        ]
    })
}
