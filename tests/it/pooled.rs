//! `reachsim calibrate --pool`: what pages have in common becomes the range of a new one.

use std::fmt::Write as _;

use reachsim::draw;
use reachsim::rng::StreamKey;

use crate::support::{Folder, contents, expect_code};

/// So many weeks of a page with about so many new followers in each.
fn weeks(name: &str, level: f64) -> String {
    let mut rng = StreamKey::named(7, "weeks", name).at(0, 0);
    let mut table = "Week;New;Followers\n".to_owned();
    for week in 0..40 {
        let new = (level * (1.0 + 0.1 * draw::normal(&mut rng))).round();
        let day = jiff::civil::date(2025, 6, 2) + jiff::Span::new().weeks(week);
        let _ = writeln!(table, "{day};{new};20000");
    }
    table
}

/// Pages of one network, of so many new followers a week each.
fn pages(name: &str, levels: &[f64]) -> Folder {
    let folder = Folder::new(name);
    let mut text = "title = \"Pages\"\nmarket.people = \"30M\"\n".to_owned();
    for (place, level) in levels.iter().enumerate() {
        folder.file(&format!("{place}.csv"), &weeks(&place.to_string(), *level));
        let _ = write!(
            text,
            "[community.page{place}]\nplatform = \"facebook\"\nfollowers = 20_000\n\
             growth.organic = \"10% to 60%\"\n[[export]]\nfile = \"{place}.csv\"\n\
             community = \"page{place}\"\nkind = \"days\"\n\
             columns = {{ date = \"Week\", gained = \"New\", followers = \"Followers\" }}\n"
        );
    }
    folder.file("pages.toml", &text);
    folder
}

const ASKED: [&str; 4] = ["calibrate", "pages.toml", "--pool", "preset.toml"];

#[test]
fn a_new_page_takes_its_ranges_from_those_that_are_known() {
    let folder = pages("pooled-new", &[60.0, 80.0, 120.0, 160.0, 90.0]);
    let found = folder.document(&ASKED);
    let pooled = found["pooled"].as_array().expect("what is common");
    let growth = pooled.iter().find(|common| common["key"] == "growth.organic").expect("growth");
    assert_eq!(growth["network"], "facebook");
    let number = |at: &str| growth.pointer(at).and_then(serde_json::Value::as_f64).expect(at);
    // The mean is known better than a new page.
    assert!(number("/new/p05") < number("/mean/p05"));
    assert!(number("/mean/p95") < number("/new/p95"));
    let pages = growth["pages"].as_array().expect("pages");
    assert_eq!(pages.len(), 5);
    let middle = number("/mean/p50");
    for page in pages {
        let [own, drawn] = ["own", "shrunken"].map(|name| page[name].as_f64().expect(name));
        assert!((drawn - middle).abs() <= (own - middle).abs() + 1e-12, "{page}");
        assert!((drawn - middle) * (own - middle) >= 0.0, "{page}");
    }
    let text = std::fs::read_to_string(folder.at("preset.toml")).expect("a preset");
    assert!(text.starts_with("# Learnt by reachsim calibrate: what pages"), "{text}");
    assert!(text.contains("[platform.facebook]\n"), "{text}");
    assert!(text.contains("# 5 pages, typical "), "{text}");
    // Written once more it stands in its own place.
    expect_code(&folder.reachsim(&ASKED), 0);
    folder.file(
        "new.toml",
        "extends = \"preset.toml\"\ntitle = \"New\"\nmarket.people = \"30M\"\n\
         simulation.trials = 500\n[community.new]\nplatform = \"facebook\"\nfollowers = 5_000\n",
    );
    let asked = ["explain", "new.toml", "growth.organic", "--format", "json"];
    let (told, _) = expect_code(&folder.reachsim(&asked), 0);
    assert!(told.contains("preset.toml"), "{told}");
    expect_code(&folder.reachsim(&["run", "new.toml", "--no-files"]), 0);
}

#[test]
fn two_pages_are_not_pooled_and_nothing_is_written() {
    let folder = pages("pooled-two", &[60.0, 80.0]);
    let before = contents(&folder.0);
    let all = [&ASKED[..], &["--out", "learnt.toml"]].concat();
    let (_, wrong) = expect_code(&folder.reachsim(&all), 2);
    assert!(wrong.contains("three pages of one network"), "{wrong}");
    let same = ["calibrate", "pages.toml", "--pool", "a.toml", "--out", "a.toml"];
    let (_, wrong) = expect_code(&folder.reachsim(&same), 2);
    assert!(wrong.contains("the same file"), "{wrong}");
    assert_eq!(contents(&folder.0), before);
    expect_code(&folder.reachsim(&["calibrate", "pages.toml"]), 0);
}
