//! `reachsim calibrate`, as it is typed: what is learnt, what is written, and what is left alone.

use std::fs;

use reachsim::draw;
use reachsim::rng::StreamKey;
use serde_json::Value;

use crate::spoken::english;
use crate::support::{Folder, contents, expect_code};

/// A page that names a list of what it was asked.
const PAGE: &str = "title = \"2026\"\nmarket.people = \"30M\"\n\
    simulation.trials = 1_000\n[community.page]\nplatform = \"facebook\"\n\
    followers = 20_000\nquestions.per_year = \"1k to 4k\"\n\
    [[export]]\nfile = \"talk.csv\"\n";

/// A year of questions to a desk, some 35 a week; two of three are answered.
fn talk() -> String {
    let mut rng = StreamKey::named(3, "talk", "page").at(0, 0);
    let mut talk =
        "tweet_id,author_id,inbound,created_at,text,in_response_to_tweet_id\n".to_owned();
    let mut id = 0;
    for day in 0..364 {
        let date = jiff::civil::date(2025, 1, 6) + jiff::Span::new().days(day);
        for _ in 0..draw::negative_binomial(&mut rng, 5.0, 0.1) as u32 {
            let asked = format!("{id},{},True,{date} 10:00:00 +0000,where is it,\n", id % 911);
            talk.push_str(&asked);
            if id % 6 > 0 {
                let told = format!("{},Desk,False,{date} 13:00:00 +0000,here,{id}\n", id + 1);
                talk.push_str(&told);
            }
            id += 2;
        }
    }
    talk
}

fn page(name: &str) -> Folder {
    let folder = Folder::new(name);
    folder.file("page.toml", PAGE);
    folder.file("talk.csv", &talk());
    folder
}

fn key<'a>(document: &'a Value, name: &str) -> &'a Value {
    let keys = document["keys"].as_array().expect("keys");
    keys.iter().find(|row| row["key"] == name).unwrap_or_else(|| panic!("no key {name}"))
}

fn width(of: &Value) -> f64 {
    (of["p95"].as_f64().expect("a number") / of["p05"].as_f64().expect("a number")).ln()
}

const QUESTIONS: &str = "community.page.questions.per_year";

#[test]
fn questions_of_a_year_narrow_the_range_of_the_questions() {
    let folder = page("calibrate-narrow");
    let told = folder.document(&["calibrate", "page.toml"]);
    let row = key(&told, QUESTIONS);
    assert_eq!(row["informed"], true);
    assert!(width(&row["posterior"]) < 0.9 * width(&row["prior"]), "{row}");
    // A level that may not move is better known.
    let steady = folder.document(&["calibrate", "page.toml", "--steady", "questions.per_year"]);
    let steady = key(&steady, QUESTIONS);
    assert!(width(&steady["posterior"]) < 0.7 * width(&row["posterior"]), "{steady}");
    // Rows that count for half say less.
    let half = folder.document(&[
        "calibrate",
        "page.toml",
        "--steady",
        "questions.per_year",
        "--weight",
        "talk.csv=0.25",
    ]);
    let half = key(&half, QUESTIONS);
    assert!(width(&half["posterior"]) > 1.3 * width(&steady["posterior"]), "{half}");
}

#[test]
fn what_is_written_is_a_scenario_that_says_what_was_learnt() {
    let folder = page("calibrate-written");
    expect_code(&folder.reachsim(&["calibrate", "page.toml", "--out", "calibrated.toml"]), 0);
    let told: Value = serde_json::from_slice(
        &fs::read(folder.at("calibrated.json")).expect("its numbers beside it"),
    )
    .expect("JSON");
    let error = told["fragment_error"].as_f64().expect("compared with what was learnt");
    assert!(error < 0.03, "{error}");
    let run = folder.document(&["run", "calibrated.toml", "--out", "none"]);
    let mean = run["metrics"]["questions"]["mean"].as_f64().expect("a mean");
    let row = key(&told, QUESTIONS);
    let [low, high] = ["p05", "p95"].map(|end| row["posterior"][end].as_f64().expect("a number"));
    assert!((low..high).contains(&mean), "{mean} is outside {low} to {high}");
    // Once more it takes the place of what it wrote; of anything else it does not.
    expect_code(&folder.reachsim(&["calibrate", "page.toml", "--out", "calibrated.toml"]), 0);
    let before = contents(&folder.at("."));
    let (_, refused) =
        expect_code(&folder.reachsim(&["calibrate", "page.toml", "--out", "page.toml"]), 2);
    assert!(refused.contains("`page.toml` is there already and was not learnt"), "{refused}");
    assert_eq!(contents(&folder.at(".")), before);
}

#[test]
fn a_text_elsewhere_says_how_it_is_run() {
    let folder = page("calibrate-elsewhere");
    fs::create_dir(folder.at("below")).expect("a folder");
    let arguments = ["calibrate", "page.toml", "--out", "below/learnt.toml"];
    let (text, _) = expect_code(&folder.reachsim(&arguments), 0);
    assert!(text.contains("reachsim run below/learnt.toml --allow-path ."), "{text}");
    let run = ["run", "below/learnt.toml", "--allow-path", ".", "--no-files"];
    expect_code(&folder.reachsim(&run), 0);
}

#[test]
fn a_number_that_the_user_states_is_told_of_and_never_replaced() {
    let folder = page("calibrate-stated");
    let set = ["--set", "community.page.questions.per_year=90_000"];
    let told = folder.document(&[&["calibrate", "page.toml"], &set[..]].concat());
    let row = key(&told, QUESTIONS);
    assert_eq!((&row["state"], &row["informed"]), (&"stated".into(), &false.into()));
    assert!(!told["fragment"].as_str().expect("a text").contains("questions.per_year ="));
    let text = folder.reachsim(&[&["calibrate", "page.toml"], &set[..]].concat());
    let (text, _) = expect_code(&text, 0);
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains("your own number, which stays; these data do not fit it"), "{text}");
}

#[test]
fn totals_narrow_what_they_count_and_contradictions_are_named() {
    let folder = page("calibrate-totals");
    let total = |texts: &[&'static str]| -> Vec<&'static str> {
        let all = texts.iter().flat_map(|text| ["--total", *text]);
        ["calibrate", "plain.toml"].into_iter().chain(all).collect()
    };
    folder.file("plain.toml", &PAGE.replace("[[export]]\nfile = \"talk.csv\"\n", ""));
    let told = folder.document(&total(&["questions = 1800 in 2025"]));
    let row = key(&told, QUESTIONS);
    assert!(width(&row["posterior"]) < 0.7 * width(&row["prior"]), "{row}");
    assert!((1_500.0..2_100.0).contains(&row["posterior"]["p50"].as_f64().expect("a number")));
    assert_eq!(told["totals"][0]["observed"], 1_800.0);
    assert!(told["diagnostics"]["rhat"].as_f64().expect("a number") < 1.02);
    // The same year cannot have had both.
    let both = total(&["questions = 1800 +- 1% in 2025", "page.questions = 2600 +- 1% in 2025"]);
    let (text, _) = expect_code(&folder.reachsim(&both), 1);
    assert!(text.contains("contradict each other most"), "{text}");
    let (_, told) = expect_code(&folder.reachsim(&both), 1);
    assert!(told.contains("error[totals-conflict]"), "{told}");
}

/// Two numbers of which only the product is counted: no correlation says how they go together, and
/// rows do.
#[test]
fn what_goes_together_in_a_curve_is_written_as_rows() {
    let folder = Folder::new("calibrate-rows");
    let text = PAGE.replace("[[export]]\nfile = \"talk.csv\"\n", "")
        + "feed.visibility = \"2% to 40%\"\nfriends.mean = \"20 to 900\"\n";
    folder.file("plain.toml", &text);
    let total = "times_seen = 200000 +- 5% in 2025".replace("times_seen", "impressions_questions");
    let arguments = ["calibrate", "plain.toml", "--total", &total, "--out", "calibrated.toml"];
    expect_code(&folder.reachsim(&arguments), 0);
    let told: Value =
        serde_json::from_slice(&fs::read(folder.at("calibrated.json")).expect("its numbers"))
            .expect("JSON");
    let written = fs::read_to_string(folder.at("calibrated.toml")).expect("a text");
    assert!(written.contains("joint = \"calibration\""), "{written}");
    assert!(!written.contains("[[correlation]]"), "{written}");
    let error = told["fragment_error"].as_f64().expect("compared");
    assert!(error < 0.05, "{error}");
    // And so it is when the text is run: the count comes back as narrow as it was.
    let run = folder.document(&["run", "calibrated.toml", "--out", "none", "--trials", "4k"]);
    let [low, high] = ["p05", "p95"]
        .map(|end| run["metrics"]["impressions_questions"][end].as_f64().expect("a number"));
    assert!(150_000.0 < low && high < 270_000.0, "{low} to {high}");
}

#[test]
fn nothing_to_learn_from_is_refused_in_words_and_writes_nothing() {
    let folder = page("calibrate-nothing");
    folder.file("plain.toml", &PAGE.replace("[[export]]\nfile = \"talk.csv\"\n", ""));
    let before = contents(&folder.at("."));
    let arguments = ["calibrate", "plain.toml", "--out", "calibrated.toml"];
    let (_, told) = expect_code(&folder.reachsim(&arguments), 2);
    assert!(told.contains("there is nothing to learn from"), "{told}");
    let wrong = ["calibrate", "page.toml", "--total", "leeds = 72", "--out", "calibrated.toml"];
    let (_, told) = expect_code(&folder.reachsim(&wrong), 2);
    assert!(told.contains("`leads`"), "{told}");
    for (flag, what, said) in [
        ("--total", "leads = -5 in 2025", "`leads` cannot have been -5"),
        ("--total", "answered_share = 120% in 2025", "`answered_share` cannot have been 1.2"),
        ("--steady", "questions.per_yaer", "did you mean `questions.per_year`?"),
    ] {
        let (_, told) = expect_code(&folder.reachsim(&["calibrate", "page.toml", flag, what]), 2);
        assert!(told.contains(said), "{told}");
    }
    assert_eq!(contents(&folder.at(".")), before);
}

#[test]
fn weeks_that_are_held_out_are_counted() {
    let folder = page("calibrate-held-out");
    let told = folder.document(&["calibrate", "page.toml", "--hold-out", "8w"]);
    let held = &told["holdout"];
    assert_eq!(held["weeks"], 8);
    let [held, of] = ["held", "of"].map(|id| held[id].as_u64().expect("a number"));
    assert!(held <= of && of >= 8, "{held} of {of}");
    let (_, refused) =
        expect_code(&folder.reachsim(&["calibrate", "page.toml", "--hold-out", "50w"]), 2);
    assert!(refused.contains("hold out fewer"), "{refused}");
}

/// Rows of the shape of a published set of data, on which a default stands; invented numbers.
fn published() -> String {
    let mut rng = StreamKey::named(7, "published", "page").at(0, 0);
    let mut rows = "Page total likes;Type;Category;Post Month;Post Weekday;Post Hour;Paid;\
        Lifetime Post Total Reach;Lifetime Post Total Impressions;\
        Lifetime Post reach by people who like your Page;comment;like;share;Total Interactions\n"
        .to_owned();
    for post in (0..120).rev() {
        let reach = (600.0 * (0.7 * draw::normal(&mut rng)).exp()).round();
        let likes = (0.03 * reach).round();
        let (month, weekday) = (1 + post / 10, 1 + post % 7);
        let (seen, all) = (2.0 * reach, likes + 2.0);
        let row = format!("20000;Photo;2;{month};{weekday};10;0;{reach};{seen};{reach};1");
        rows = rows + &row + &format!(";{likes};1;{all}\n");
    }
    rows
}

#[test]
fn data_from_which_a_belief_was_made_are_counted_twice_and_told_so() {
    let folder = page("calibrate-twice");
    folder.file("posts.csv", &published());
    folder.file("page.toml", &PAGE.replace("talk.csv", "posts.csv"));
    let told = folder.document(&["calibrate", "page.toml"]);
    let twice = told["counted_twice"].as_array().expect("a list");
    assert!(twice.contains(&"community.page.posts.engagement".into()), "{twice:?}");
    let (text, _) = expect_code(&folder.reachsim(&["calibrate", "page.toml"]), 0);
    assert!(text.contains("Counted twice"), "{text}");
    // Of another page's questions nothing was believed.
    folder.file("page.toml", PAGE);
    let told = folder.document(&["calibrate", "page.toml"]);
    assert_eq!(told["counted_twice"], serde_json::json!([]));
}

#[test]
fn a_report_is_a_deck_a_page_and_a_workbook_in_the_language_of_the_scenario() {
    let folder = page("calibrate-report");
    for (locale, words) in [
        ("en", "What was learnt: 2026"),
        ("ru", "Чему научился сценарий: 2026"),
        ("uk", "Чого навчився сценарій: 2026"),
    ] {
        let asked = ["calibrate", "page.toml", "--locale", locale, "--report", locale];
        expect_code(&folder.reachsim(&asked), 0);
        let at = |name: &str| folder.at(locale).join(name);
        for name in ["deck.pptx", "report.xlsx", "report.html", "calibrate.json", "calibrate.csv"] {
            assert!(at(name).exists(), "{locale} has no {name}");
        }
        for name in ["learnt", "spoke"] {
            for place in ["charts", "charts/phone"] {
                assert!(at(place).join(format!("{name}.svg")).exists(), "{locale}: {place}/{name}");
            }
        }
        let report = fs::read_to_string(at("report.md")).expect("a report");
        assert!(report.contains(words), "{locale}: {report}");
        if locale != "en" {
            let plain = report.lines().filter(|line| !line.contains(['<', '!', '·']));
            let left = english(&plain.collect::<Vec<_>>().join("\n"));
            assert!(left.is_empty(), "{locale}: {left:?}");
        }
    }
    let before = contents(&folder.at("en"));
    expect_code(&folder.reachsim(&["calibrate", "page.toml", "--report", "en"]), 0);
    assert!(contents(&folder.at("en")) == before, "the same bytes once more");
}

#[test]
fn the_screen_is_told_in_three_languages() {
    let folder = page("calibrate-languages");
    for locale in ["ru", "uk"] {
        let arguments = ["--locale", locale, "calibrate", "page.toml"];
        let (text, _) = expect_code(&folder.reachsim(&arguments), 0);
        let left = english(&text.replace("reachsim calibrate page.toml .. --out", ""));
        assert!(left.is_empty(), "{locale}: {left:?} in {text}");
    }
}
