//! `reachsim analyse`, as it is typed: answers, refusals, and what stays outside of them.

use serde_json::Value;

use crate::support::{Folder, contents, expect_code};

/// What a shop writes of its own: two weeks of messages with the names of people in them.
fn talk() -> String {
    let mut talk = "No;When;Who;Answer to;Tone;Text\n".to_owned();
    for day in 0..14 {
        let (id, date) = (2 * day + 1, format!("{:02}.03.2026", day + 2));
        let (tone, text) = [
            ("neutral", "When will my order come? Write to marusia@example.org"),
            ("negative", "The courier never rang +380 67 123 45 67"),
            ("positive", "Thank you, see https://example.org/pictures"),
        ][day % 3];
        let asked = format!("{id};{date} 09:00;Marusia {day};;{tone};{text}\n");
        talk.push_str(&asked);
        if day % 5 > 0 {
            let told = format!("{};{date} 11:30;Our shop;{id};;It comes today\n", id + 1);
            talk.push_str(&told);
        }
    }
    talk
}

const TABLE: &str = "kind = \"messages\"\ndates = \"day-first\"\n[columns]\nid = \"No\"\n\
    time = \"When\"\nauthor = \"Who\"\nreply_to = \"Answer to\"\ntone = \"Tone\"\ntext = \"Text\"\n";

fn shop(name: &str) -> Folder {
    let folder = Folder::new(name);
    folder.file("talk.csv", &talk());
    folder.file("table.toml", TABLE);
    folder
}

fn analyse<'a>(more: &[&'a str]) -> Vec<&'a str> {
    let known = ["analyse", "talk.csv", "--columns", "table.toml", "--brand", "Our shop"];
    known.iter().chain(more).copied().collect()
}

#[track_caller]
fn figure(document: &Value, id: &str) -> f64 {
    document["figures"][id]["value"].as_f64().unwrap_or_else(|| panic!("no figure {id}"))
}

#[test]
fn figures_of_a_shop_are_those_that_a_hand_counts() {
    let folder = shop("exports-figures");
    let document = folder.document(&analyse(&[]));
    assert_eq!(figure(&document, "questions"), 14.0);
    // Days 0, 5 and 10 have no answer.
    assert_eq!(figure(&document, "answered_share"), 11.0 / 14.0);
    assert_eq!(figure(&document, "response_p50_hours"), 2.5);
    assert_eq!(figure(&document, "authors"), 14.0);
    assert_eq!(figure(&document, "share_negative"), 5.0 / 14.0);
    let given = document["figures"].as_object().expect("figures");
    for absent in ["reach_per_post", "followers", "leads", "response_p90_hours", "share_of_voice"] {
        assert!(!given.contains_key(absent), "{absent} is in no file");
    }
    assert_eq!(document["from"], "2026-03-02");
    assert_eq!(document["files"][0]["used"], 25);
}

/// People are in the files, and in no answer: neither their names nor how to reach them.
#[test]
fn nobody_is_named_anywhere() {
    let folder = shop("exports-names");
    let mut told = String::new();
    for format in ["text", "json", "csv"] {
        for more in [["--by", "who"], ["--by", "why"]] {
            let arguments = [&more[..], &["--format", format]].concat();
            told += &expect_code(&folder.reachsim(&analyse(&arguments)), 0).0;
        }
    }
    told += &expect_code(&folder.reachsim(&analyse(&["--receipt"])), 0).0;
    expect_code(&folder.reachsim(&analyse(&["--out", "out"])), 0);
    for (name, bytes) in contents(&folder.at("out")) {
        told += &name;
        told += &String::from_utf8_lossy(&bytes);
    }
    for personal in ["Marusia", "marusia", "example.org", "123 45 67", "order come"] {
        assert!(!told.contains(personal), "{personal} is told");
    }
}

#[test]
fn texts_are_shown_where_they_are_asked_for_and_still_without_links() {
    let folder = shop("exports-quotes");
    folder.file("reasons.toml", "[reason.delivery]\nwords = [\"courier\", \"order*\"]\n");
    let asked = analyse(&["--by", "why", "--codes", "reasons.toml", "--quotes"]);
    let (told, _) = expect_code(&folder.reachsim(&asked), 0);
    assert!(told.contains("When will my order come? Write to …"), "{told}");
    assert!(told.contains("The courier never rang …"), "{told}");
    let (silent, _) = expect_code(&folder.reachsim(&asked[..asked.len() - 1]), 0);
    assert!(!silent.contains("courier never"), "{silent}");
}

/// Everything that is wrong is told at once, with exit 2, and nothing is written.
#[test]
fn one_bad_file_refuses_all_and_every_problem_is_told() {
    let folder = shop("exports-bad");
    folder.file("unknown.csv", "colour,size\nred,1\nblue,2\n");
    folder.file("cut.csv", "No;When;Who;Answer to;Tone;Text\n1;\"02.03.2026;A;;;\n2;x;y;;;\n");
    let asked = analyse(&["unknown.csv", "cut.csv", "--out", "out"]);
    let (told, wrong) = expect_code(&folder.reachsim(&asked), 2);
    assert_eq!(told, "");
    assert!(wrong.contains("unknown.csv") && wrong.contains("cut.csv"), "{wrong}");
    assert!(!folder.at("out").exists(), "something was written");
}

#[test]
fn flags_that_mean_nothing_are_refused_with_a_way_out() {
    let folder = shop("exports-flags");
    for (more, words) in [
        (&["--event", "2026-03-09..2026-03-02"][..], "ends before it begins"),
        (&["--event", "March"], "2026-03-02..2026-03-29"),
        (&["--event", "2026-03-09..", "--series", "question"], "questions"),
        (&["--zone", "Kyiv"], "Europe/Kyiv"),
        (&["--series", "posts"], "--event"),
        (&["--event", "2026-03-09.."], "8 weeks"),
    ] {
        let (_, wrong) = expect_code(&folder.reachsim(&analyse(more)), 2);
        assert!(wrong.contains(words), "{more:?}: {wrong}");
    }
}

#[test]
fn an_answer_is_the_same_on_any_number_of_threads() {
    let folder = shop("exports-threads");
    let told = |threads| {
        let asked = analyse(&["--format", "json", "--threads", threads]);
        expect_code(&folder.reachsim(&asked), 0).0
    };
    assert_eq!(told("1"), told("4"));
}

/// A file that is not there is looked for beside.
#[test]
fn a_missing_export_is_told_with_a_way_out() {
    let folder = Folder::new("exports-missing");
    folder.file("talk.csv", "x,y\n1,2\n");
    for (name, help) in [
        ("tolk.csv", "did you mean `talk.csv`?"),
        ("elsewhere.csv", "name files, the folder in which they are"),
        ("nowhere/talk.csv", "name files, the folder in which they are"),
    ] {
        let (_, told) = expect_code(&folder.reachsim(&["analyse", name]), 2);
        assert!(told.contains("error[file-missing]") && told.contains(help), "{name}: {told}");
    }
    for (name, help) in [("tolk.csv", "did you mean `talk.csv`?"), ("friends.csv", "`--synthetic")]
    {
        let (_, told) = expect_code(&folder.reachsim(&["graph", name]), 2);
        assert!(told.contains("error[file-missing]") && told.contains(help), "{name}: {told}");
    }
}
