//! `reachsim graph --choose` and `--message one` as people and scripts see them.

use super::command::{document, folder, reachsim};
use crate::support::expect_code;

const NEAR: [&str; 5] = ["circles.csv", "--visibility", "30%", "--choose", "3"];

fn written(name: &str, text: &str) {
    std::fs::write(folder().join(name), text).expect("the build's folder can be written");
}

#[test]
fn whom_to_win_is_printed_in_three_languages() {
    written("prices.csv", "person,price\n0,10\n8,12.5\n16,9\n5,4\n");
    for locale in ["en", "ru", "uk"] {
        let given = ["--given", "1,9", "--reshare", "20%", "--depth", "none"];
        let paid = ["--visibility", "30%", "--choose", "--costs", "prices.csv", "--budget", "25"];
        for (name, arguments) in [
            ("choose", &NEAR[..]),
            ("given", &[&NEAR[..], &given].concat()),
            ("paid", &[&["circles.csv"][..], &paid].concat()),
            ("one", &["circles.csv", "--askers", "0,9", "--message", "one", "--reshare", "9%"]),
        ] {
            let (out, err) =
                expect_code(&reachsim(&[arguments, &["--locale", locale]].concat()), 0);
            assert!(err.is_empty(), "{err}");
            assert_eq!(out.lines().find(|line| line.chars().count() > 80), None);
            // Words that are missing would stand there by their ids.
            for id in ["choice-", "graph-", "{"] {
                assert!(!out.contains(id), "{name} in {locale}:\n{out}");
            }
            assert!(out.contains("24") && out.lines().count() > 5, "{name}:\n{out}");
        }
    }
}

#[test]
fn the_choice_has_the_keys_that_scripts_rely_on() {
    let found = document(&NEAR);
    assert_eq!((&found["schema"], &found["people"]), (&"reachsim.graph/1".into(), &24.into()));
    let choice = &found["choice"];
    let number = |value: &serde_json::Value| value.as_f64().expect("a number");
    let people = choice["people"].as_array().expect("a list");
    // One from each circle: those with a friend in another.
    let circles: std::collections::BTreeSet<u64> = people
        .iter()
        .map(|won| won["id"].as_str().expect("a name").parse::<u64>().expect("a number") / 8)
        .collect();
    assert_eq!((people.len(), circles.len()), (3, 3));
    let gains: f64 = people.iter().map(|won| number(&won["gain"])).sum();
    assert!((gains - number(&choice["spread"]["mean"])).abs() < 1e-9);
    assert_eq!(choice["curve"][2]["mean"], choice["spread"]["mean"]);
    assert_eq!(choice["guarantee"]["confidence"], 0.99);
    let ratio = number(&choice["guarantee"]["ratio"]);
    assert!(ratio > 0.569 && ratio <= 1.0, "{ratio}");
    assert!(number(&choice["random"]["mean"]) < number(&choice["spread"]["mean"]));
    assert!(choice["given"].is_null());
    let threads = |count: &'static str| document(&[&NEAR[..], &["--threads", count]].concat());
    assert_eq!(threads("1"), threads("2"));
}

#[test]
fn the_choice_is_drawn_where_it_is_wanted() {
    let (text, _) = expect_code(&reachsim(&[&NEAR[..], &["--out", "chosen"]].concat()), 0);
    assert!(text.ends_with("chosen\n"), "{text}");
    for name in ["graph.json", "charts/graph-choice.svg", "charts/graph-choice.png"] {
        let path = folder().join("chosen").join(name);
        assert!(path.metadata().is_ok_and(|data| data.len() > 100), "{name}");
    }
}

#[test]
fn a_choice_that_cannot_be_made_is_told_with_a_way_out() {
    written("dear.csv", "person,price\n0,10\n8;free\n77,3\n");
    written("cheap.csv", "0,10\n8,20\n");
    written("few.txt", "0 8\n99\n");
    for (arguments, words) in [
        (&["--choose"][..], "unless a --budget"),
        (&["--choose", "25"], "there are 24 people who may be won"),
        (&["--choose", "3", "--among", "0,8"], "there are 2 people who may be won"),
        (&["--choose", "1", "--among", "0,8", "--given", "8,0"], "all are given"),
        (&["--choose", "1", "--among", "0,99"], "--among names `99`"),
        (&["--choose", "1", "--given", "few.txt"], "few.txt:2:1"),
        (&["--choose", "1", "--among", "nowhere.txt"], "no such file"),
        (&["--choose", "0"], "no whole number"),
        (&["--choose", "1", "--ratio", "100%"], "no share that can be proven"),
        (&["--choose", "1", "--askers", "1"], "cannot be used with"),
        (&["--among", "1"], "--choose"),
        (&["--choose", "1", "--costs", "cheap.csv"], "--budget"),
        (&["--choose", "--costs", "cheap.csv", "--budget", "5"], "nobody costs less than 10"),
        (&["--choose", "--costs", "none.csv", "--budget", "5"], "cannot be read"),
        (&["--message", "one"], "--askers"),
    ] {
        let (out, err) = expect_code(&reachsim(&[&["circles.csv"], arguments].concat()), 2);
        assert!(out.is_empty() && err.contains(words), "{arguments:?}: {err}");
    }
    let dear = ["circles.csv", "--choose", "--costs", "dear.csv", "--budget", "50"];
    let (_, err) = expect_code(&reachsim(&dear), 2);
    for place in ["dear.csv:3:3", "dear.csv:4:1"] {
        assert!(err.contains(place), "{err}");
    }
}

#[test]
fn a_message_without_end_among_too_many_people_is_refused() {
    let arguments = [
        "--synthetic",
        "facebook-2011",
        "--people",
        "3bn",
        "--depth",
        "none",
        "--reshare",
        "10%",
        "--choose",
        "3",
    ];
    let (_, err) = expect_code(&reachsim(&arguments), 2);
    assert!(err.contains("without end"), "{err}");
}

#[test]
fn one_message_is_told_apart_from_a_post_each() {
    let asked = ["circles.csv", "--askers", "0,1,2", "--visibility", "50%", "--reshare", "100%"];
    let of = |more: &[&str]| {
        let found = document(&[&asked[..], more].concat());
        (found["reach"]["mean"].as_f64().expect("a number"), found["settings"]["asked"].clone())
    };
    let (one, settings) = of(&["--message", "one", "--depth", "none"]);
    assert_eq!(settings["message"], "one");
    let (each, settings) = of(&["--depth", "none"]);
    assert_eq!(settings["message"], "each");
    // Each of three posts has coins of its own, and authors see the posts of the others.
    assert!(each > one + 1.0, "{each} and {one}");
    assert!(one <= 21.0);
}
