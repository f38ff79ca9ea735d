use reachsim::scenario::quantity::*;
use reachsim::units::Kind;
use toml::de::DeTable;
#[test]
fn scratch() {
    let load =
        |p: &str| if p == "x.csv" { Ok("y;z\n1,5;2\n2;3\n;4\n\"3\";5\n".as_bytes().to_vec()) } else { Err("does not exist".to_string()) };
    for (kind, zero, texts) in [
        (
            Kind::Share,
            Zero::Legal,
            vec![
                "5",
                "7.5",
                "\"150%\"",
                "\"5%\"",
                "\"0,9%\"",
                "-0.1",
                "\"5%..10%\"",
                "\"5..10%\"",
                "\"0..10%\"",
                "\"5-10%\"",
                "\"5 – 10 %\"",
                "\"10%..5%\"",
                "\"5%..150%\"",
                "\"5% to 10%\"",
                "\"5% to 10% @80%\"",
                "\"5% to 10% @80\"",
                "\"0% to 10%\"",
                "\"90% to 100%\"",
                "\"от 5% до 10%\"",
                "\"5%...10%\"",
                "\"5%..10% @80%\"",
                "{ beta = { mean = \"15%\", sd = \"5.5%\" } }",
                "{ normal = { mean = 0.5, sd = 0.1 } }",
                "{ normal = { mean = 0.5, sd = 0.1 }, min = 0, max = 1 }",
                "{ lognormal = { median = 0.05, gsd = 2 } }",
                "{ beta = { mean = 0.5, sd = 0.6 } }",
                "{ beta = { alpha = 2, bta = 3 } }",
                "{ bet = { alpha = 2, beta = 3 } }",
                "{ uniform = [1, 2, 3] }",
                "{ uniform = [0.2, 0.1] }",
                "{ uniform = { low = 1 } }",
                "{ metalog = { p10 = 0.1, p50 = 0.3, p90 = 0.6 } }",
                "{ metalog = { p10 = 0.1, p50 = 0.3, p90 = 0.6 }, min = 0, max = 1 }",
                "{ metalog = { p10 = 0.1, p50 = 0.11, p90 = 0.6 }, min = 0, max = 1 }",
                "true",
                "[1,2]",
                "{}",
                "{ min = 0 }",
                "\"5..\"",
                "\"\"",
                "\"abc\"",
                "\"5 pct\"",
                "\"..\"",
                "\" to \"",
                "\"5% ± 1%\"",
                "2024-01-01",
            ],
        ),
        (
            Kind::Positive,
            Zero::Illegal,
            vec![
                "0",
                "-5",
                "130",
                "100_000",
                "\"100k\"",
                "\"1.3M\"",
                "\"100 000\"",
                "\"1,3 млн\"",
                "\"100 тыс\"",
                "\"100 тис\"",
                "\"1,300\"",
                "\"1,300k\"",
                "\"1.300,5\"",
                "\"1,300,000\"",
                "\"1 000 00\"",
                "nan",
                "inf",
                "1e400",
                "\"1e400\"",
                "1e300",
                "99999999999999999999",
                "0xff",
                "\"5m\"",
                "\"10 B\"",
                "\"100..200k\"",
                "\"1 to 10\"",
                "\"0 to 10\"",
                "\"-1..5\"",
                "\"1k to 10k\"",
                "\"5% to 10\"",
                "{ normal = { mean = 130, sd = 20 } }",
                "{ normal = { mean = 130, sd = 20 }, min = 0 }",
                "{ normal = { mean = 130, sd = -20 } }",
                "{ normal = { mean = 130 } }",
                "{ lognormal = { median = 5, gsd = 0.5 } }",
                "{ lognormal = { median = 5, sd = 0.5 } }",
                "{ gamma = { mean = 12, sd = 5, min = 1 } }",
                "{ data = { file = \"x.csv\", column = \"y\" } }",
                "{ data = { file = \"x.csv\", column = \"yy\" } }",
                "{ data = { file = \"q.csv\", column = \"y\" } }",
                "{ discrete = { values = [1, 0], weights = [1, 1] } }",
                "{ discrete = { values = [1, 2], weights = [1] } }",
                "{ discrete = { values = [1, 2], weights = [1, -1] } }",
                "{ mixture = { of = [\"1..2\", { pert = [3, 4, 5] }, \"100k\"], weights = [1, 1, 1] } }",
                "{ mixture = { of = [\"1-2\", { prt = [3, 4, 5] }, -5], weights = [1, 1] } }",
                "{ mixture = { of = [{ normal = { mean = 1, sd = 1 } }, 7], weights = [1, 1] }, min = 0 }",
                "{ uniform = [1, 2], pert = [1, 2, 3] }",
                "{ uniform = [1, 2], min = 5, max = 4 }",
                "{ uniform = [1, 2], min = 3 }",
            ],
        ),
        (
            Kind::Growth,
            Zero::Legal,
            vec![
                "\"-5%\"",
                "-1.5",
                "\"-5% to 10%\"",
                "\"-90% to 200%\"",
                "{ normal = { mean = 0.02, sd = 0.03 } }",
                "{ normal = { mean = 0.02, sd = 0.5 } }",
                "5000",
            ],
        ),
    ] {
        for t in texts {
            let src = format!("k = {t}");
            let (table, errs) = DeTable::parse_recoverable(&src);
            for e in errs {
                println!("   TOML {e}");
            }
            let Some(v) = table.get_ref().get("k") else {
                println!("{t}: no value");
                continue;
            };
            let mut faults = vec![];
            let d = read(v, &Reading { key: "key", kind, zero, load: &load }, &mut faults);
            match d {
                Some(d) => println!(
                    "{t:50} => {} {:?} mean {} sd {} q05 {} q95 {}",
                    d.family(),
                    d.parameters().iter().map(|p| p.0).collect::<Vec<_>>(),
                    d.mean(),
                    d.variance().sqrt(),
                    d.quantile(0.05),
                    d.quantile(0.95)
                ),
                None => println!("{t}"),
            }
            for f in faults {
                println!("      {}: {}  ^{}^ {} | {}", f.code.id(), f.message, &src[f.bytes.clone()], f.label, f.help);
            }
        }
    }
}
