//! `reachsim backtest`, as it is typed: verdicts, demands, refusals, files.

use std::fmt::Write as _;

use reachsim::draw;
use reachsim::rng::StreamKey;

use crate::support::{Folder, contents, expect_code};

/// A page that names a table of its weeks.
pub const PAGE: &str = "title = \"A page and its past\"\nmarket.people = \"30M\"\n\
    [community.page]\nplatform = \"facebook\"\nfollowers = 20_000\n\
    growth.organic = \"10% to 60%\"\n[[export]]\nfile = \"weeks.csv\"\nkind = \"days\"\n\
    columns = { date = \"Week\", gained = \"New\", followers = \"Followers\" }\n";

/// So many weeks of new followers, whose number moves.
pub fn weeks(count: i64) -> String {
    let mut rng = StreamKey::named(5, "weeks", "page").at(0, 0);
    let (mut level, mut followers) = (90.0, 20_000.0);
    let mut table = "Week;New;Followers\n".to_owned();
    for week in 0..count {
        level *= (0.06 * draw::normal(&mut rng)).exp();
        let new = (level * (1.0 + 0.1 * draw::normal(&mut rng))).round();
        followers += new - (followers * 0.003_f64).round();
        let day = jiff::civil::date(2025, 6, 2) + jiff::Span::new().weeks(week);
        let _ = writeln!(table, "{day};{new};{followers}");
    }
    table
}

fn page(name: &str, count: i64) -> Folder {
    let folder = Folder::new(name);
    folder.file("page.toml", PAGE);
    folder.file("weeks.csv", &weeks(count));
    folder
}

const FEW: [&str; 6] = ["backtest", "page.toml", "--trials", "50", "--horizon", "1,4"];

fn asked<'a>(more: &[&'a str]) -> Vec<&'a str> {
    FEW.iter().chain(more).copied().collect()
}

#[test]
fn a_page_is_tested_on_its_past() {
    let folder = page("backtest-past", 44);
    let document = folder.document(&asked(&[]));
    assert_eq!(document["weeks"], 43);
    let series = document["series"].as_array().expect("series");
    let of = |metric: &str, horizon: u64| {
        let mut rows = series.iter();
        rows.find(|row| row["metric"] == metric && row["horizon"] == horizon).expect("a row")
    };
    // 26 weeks are known before the first of 17 origins, and of fourteen four weeks are.
    assert_eq!(of("followers_gained", 1)["origins"], 17);
    assert_eq!(of("followers_gained", 4)["origins"], 14);
    assert_eq!(of("followers_gained", 17)["rest"], true);
    for row in series {
        let forecasts = row["forecasts"].as_array().expect("forecasts");
        let within = |forecast: &&serde_json::Value| {
            let number = |name: &str| forecast[name].as_f64().expect("a number");
            (number("p05")..=number("p95")).contains(&number("outcome"))
        };
        let held = forecasts.iter().filter(within).count() as f64 / forecasts.len() as f64;
        assert!((row["coverage"]["90"].as_f64().expect("a share") - held).abs() < 1e-12);
    }
    // What came is what the table says of these weeks.
    let said = weeks(44);
    let new = |line: usize| {
        let cells = said.lines().nth(line).and_then(|line| line.split(';').nth(1));
        cells.and_then(|cell| cell.parse::<f64>().ok()).expect("a number")
    };
    let four = of("followers_gained", 4)["forecasts"][0]["outcome"].as_f64();
    assert_eq!(four, Some((28..32).map(new).sum::<f64>()));
}

#[test]
fn demands_decide_how_it_ends() {
    let folder = page("backtest-demands", 44);
    for (demand, code) in [
        ("coverage 90% in 0..100", 0),
        ("coverage 90% in 1..2", 1),
        ("skill preset > 0", 0),
        ("skill preset > 0.999", 1),
        ("skill seasonal > 0", 1),
        ("coverage 91% in 1..2", 2),
        ("skill > 0", 2),
    ] {
        let found = folder.reachsim(&asked(&["--require", demand]));
        let (out, told) = expect_code(&found, code);
        assert_eq!(out.contains("held in"), code < 2, "{demand}: {out}");
        assert_eq!(told.contains("--require"), code > 0, "{demand}: {told}");
    }
}

#[test]
fn what_cannot_be_tested_is_refused_in_words() {
    let short = page("backtest-short", 20);
    let (_, told) = expect_code(&short.reachsim(&asked(&[])), 2);
    assert!(told.contains("hold 19 whole weeks") && told.contains("needs 26"), "{told}");
    let bare = Folder::new("backtest-bare");
    bare.file("page.toml", PAGE.split("[[export]]").next().expect("a page"));
    let (_, told) = expect_code(&bare.reachsim(&asked(&[])), 2);
    assert!(told.contains("nothing to test on"), "{told}");
}

#[test]
fn it_speaks_three_languages_and_draws() {
    let folder = page("backtest-languages", 44);
    for (locale, word) in [("en", "held in"), ("ru", "оправдались"), ("uk", "справдилися")]
    {
        let (out, _) = expect_code(&folder.reachsim(&asked(&["--locale", locale])), 0);
        assert!(out.contains(word), "{locale}: {out}");
        assert!(out.lines().all(|line| line.chars().count() <= 80), "{locale}: {out}");
    }
    let found = folder.reachsim(&asked(&["--out", "out"]));
    expect_code(&found, 0);
    let files: Vec<String> = contents(&folder.at("out")).into_keys().collect();
    for wanted in ["backtest.json", "ranges.svg", "distribution.svg"] {
        assert!(files.iter().any(|file| file.ends_with(wanted)), "{wanted} in {files:?}");
    }
}

#[test]
fn no_number_of_threads_moves_a_byte() {
    let folder = page("backtest-threads", 40);
    let told = |threads: &str| {
        let all = asked(&["--threads", threads, "--format", "json"]);
        expect_code(&folder.reachsim(&all), 0).0
    };
    assert_eq!(told("1"), told("2"));
}
