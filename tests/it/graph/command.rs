//! `reachsim graph` as people and scripts see it.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::LazyLock;

use reachsim::graph::Graph as _;
use reachsim::graph::law::DegreeLaw;
use reachsim::graph::recipe::{Recipe, Wishes};
use serde_json::Value;

use crate::golden;
use crate::support::expect_code;

pub fn reachsim(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_reachsim"));
    command
        .arg("graph")
        .args(arguments)
        .current_dir(folder())
        .stdin(Stdio::null())
        .output()
        .expect("the program starts")
}

/// A folder with a small network: three circles of friends of eight people each, and a ring of
/// friendships between them.
pub fn folder() -> &'static Path {
    static FOLDER: LazyLock<PathBuf> = LazyLock::new(made);
    &FOLDER
}

fn made() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("graph");
    std::fs::create_dir_all(&folder).expect("the build's folder can be written");
    let mut text = String::from("# three circles of friends\nfrom,to\n");
    for circle in 0..3 {
        for a in 0..8 {
            for b in 0..a {
                writeln!(text, "{},{}", 8 * circle + a, 8 * circle + b)
                    .expect("memory does not fail");
            }
        }
        writeln!(text, "{},{}", 8 * circle, 8 * ((circle + 1) % 3) + 1)
            .expect("memory does not fail");
    }
    text += "5,5\n1,0\n";
    std::fs::write(folder.join("circles.csv"), text).expect("the build's folder can be written");
    folder
}

#[track_caller]
pub fn document(arguments: &[&str]) -> Value {
    let (out, err) = expect_code(&reachsim(&[arguments, &["--format", "json"]].concat()), 0);
    assert!(err.is_empty(), "{err}");
    serde_json::from_str(&out).expect("one document and nothing else")
}

#[test]
fn the_answer_is_printed_in_three_languages() {
    for locale in ["en", "ru", "uk"] {
        for (name, arguments) in [
            (
                "exact",
                &["circles.csv", "--questions", "6", "--visibility", "30%", "--reshare", "10%"][..],
            ),
            ("askers", &["circles.csv", "--askers", "0,9,20", "--visibility", "30%"]),
            (
                "worlds",
                &[
                    "circles.csv",
                    "--followers",
                    "12",
                    "--homophily",
                    "50%",
                    "--questions",
                    "5",
                    "--posts",
                    "fixed",
                    "--visibility",
                    "20%",
                    "--reshare",
                    "60%",
                    "--depth",
                    "none",
                    "--activity",
                    "1",
                ],
            ),
            (
                "sample",
                &[
                    "--synthetic",
                    "facebook-2011",
                    "--people",
                    "30M",
                    "--friends",
                    "40",
                    "--followers",
                    "50k",
                    "--questions",
                    "5k",
                ],
            ),
        ] {
            let (out, err) = expect_code(
                &reachsim(&[arguments, &["--locale", locale, "--precision", "1%"]].concat()),
                0,
            );
            assert!(err.is_empty(), "{err}");
            let wide = |line: &&str| line.chars().count() > 80;
            assert_eq!(out.lines().find(wide), None);
            golden::expect(&format!("graph/{name}.{locale}.txt"), &out);
        }
    }
}

/// With `--verbose` people are told apart by their numbers of friends.
#[test]
fn neighbourhoods_are_told_by_the_number_of_friends() {
    let (out, _) = expect_code(&reachsim(&["circles.csv", "--verbose"]), 0);
    let row = out
        .lines()
        .find(|line| line.trim_start().starts_with("7 to 8") || line.trim_start().starts_with('7'))
        .expect("a row");
    assert!(out.contains("know each other") && row.contains('%'), "{out}");
    assert!(out.lines().all(|line| line.chars().count() <= 80), "{out}");
    let (plain, _) = expect_code(&reachsim(&["circles.csv"]), 0);
    assert!(plain.lines().count() < out.lines().count());
}

#[test]
fn the_document_has_the_keys_that_scripts_rely_on() {
    let found =
        document(&["circles.csv", "--askers", "0,1,2", "--visibility", "50%", "--reshare", "20%"]);
    assert_eq!(found["schema"], "reachsim.graph/1");
    assert_eq!((found["people"].as_u64(), found["friendships"].as_u64()), (Some(24), Some(87)));
    assert_eq!(found["dropped"], serde_json::json!({ "loops": 1, "doubles": 1 }));
    let number = |value: &Value| value.as_f64().unwrap_or(f64::NAN);
    assert!((number(&found["mean_friends"]) - 7.25).abs() < 1e-12);
    assert!((0.7..0.95).contains(&number(&found["clustering"])));
    assert_eq!(found["potential"]["contacts"], 23.0);
    assert!((8.0..11.0).contains(&number(&found["potential"]["people"])));
    let reach = &found["reach"];
    assert_eq!((reach["se"].as_f64(), &reach["exact"]), (Some(0.0), &reach["mean"]));
    let frequency: Vec<f64> =
        found["frequency"].as_array().expect("a list").iter().map(number).collect();
    assert!(
        (frequency[0] - number(&reach["mean"])).abs() < 1e-9
            && frequency.is_sorted_by(|a, b| a >= b)
    );
    assert!(
        number(&found["fit"]["friends.cv"]) > 0.0 && number(&found["fit"]["feed.scatter"]) > 0.0
    );
    assert_eq!(found["depths"].as_array().map(Vec::len), Some(2));
    let worlds = document(&["circles.csv", "--questions", "5", "--posts", "fixed"]);
    assert!(worlds["reach"]["exact"].is_null() && number(&worlds["reach"]["se"]) > 0.0);
}

#[test]
fn a_post_near_to_travelling_without_end_is_warned_of() {
    let found =
        document(&["circles.csv", "--visibility", "50%", "--reshare", "50%", "--depth", "none"]);
    assert_eq!(found["warnings"][0]["code"], "cascade-grows");
    assert!(
        found["reproduction"].as_f64().is_some_and(|next| next > 1.0)
            && found["outbreak"].as_f64().is_some_and(|share| share > 0.1)
    );
    assert_eq!(
        document(&["circles.csv", "--reshare", "1%"])["warnings"].as_array().map(Vec::len),
        Some(0)
    );
}

#[test]
fn charts_and_the_document_are_written_where_they_are_wanted() {
    let out = folder().join("out");
    let _ = std::fs::remove_dir_all(&out);
    let arguments = [
        "circles.csv",
        "--questions",
        "20",
        "--visibility",
        "30%",
        "--reshare",
        "30%",
        "--out",
        "out",
    ];
    let (text, _) = expect_code(&reachsim(&arguments), 0);
    assert!(text.ends_with("out\n"), "{text}");
    for name in [
        "graph.csv",
        "graph.json",
        "manifest.json",
        "charts/graph-reach.svg",
        "charts/graph-frequency.png",
        "charts/graph-degrees.svg",
        "charts/graph-cascades.png",
    ] {
        assert!(out.join(name).metadata().is_ok_and(|data| data.len() > 100), "{name}");
    }
    let manifest = std::fs::read_to_string(out.join("manifest.json")).expect("written");
    assert!(
        manifest.contains("\"circles.csv\"") && !manifest.contains(env!("CARGO_TARGET_TMPDIR"))
    );
    let first = std::fs::read(out.join("graph.json")).expect("written");
    expect_code(&reachsim(&[&arguments[..], &["--threads", "1"]].concat()), 0);
    assert_eq!(std::fs::read(out.join("graph.json")).expect("written"), first);
}

#[test]
fn what_cannot_be_used_is_said_with_a_way_out() {
    std::fs::write(folder().join("broken.csv"), "1,2\n3,1e+05\n\n4\n")
        .expect("the build's folder can be written");
    let (_, err) = expect_code(&reachsim(&["broken.csv"]), 2);
    golden::expect("graph/broken.txt", &err);
    for (arguments, words) in [
        (&[][..], "Usage"),
        (&["nowhere.csv"], "there is no file `nowhere.csv`"),
        (&["."], "is a folder"),
        (&["circles.csv", "--people", "9"], "--people"),
        (&["circles.csv", "--synthetic", "erdos-renyi"], "cannot be used with"),
        (&["--synthetic", "facebok-2011"], "did you mean `facebook-2011`?"),
        (&["--synthetic", "facebook-2011", "--law", "gamma"], "a law of its own"),
        (&["--synthetic", "configuration", "--law", "nowhere.txt"], "cannot be read"),
        (
            &["--synthetic", "erdos-renyi", "--people", "10", "--friends", "20"],
            "nobody has more than 9 friends",
        ),
        (&["circles.csv", "--askers", "0,99"], "--askers names 99"),
        (&["circles.csv", "--askers", "3,4,3"], "3 twice"),
        (&["circles.csv", "--askers", "nobody.txt"], "neither a list"),
        (&["circles.csv", "--followers", "25"], "there are 24 people"),
        (&["circles.csv", "--homophily", "5%"], "--followers"),
        (&["circles.csv", "--visibility", "7.5"], "lies between 0 and 1"),
        (&["circles.csv", "--depth", "0"], "neither a whole number"),
        (&["circles.csv", "--questions", "2.5", "--posts", "fixed"], "whole number"),
        (
            &[
                "--synthetic",
                "facebook-2011",
                "--people",
                "3bn",
                "--depth",
                "none",
                "--reshare",
                "10%",
            ],
            "without end",
        ),
        (
            &[
                "--synthetic",
                "facebook-2011",
                "--people",
                "3bn",
                "--questions",
                "1bn",
                "--posts",
                "fixed",
            ],
            "too many to simulate",
        ),
    ] {
        let (out, err) = expect_code(&reachsim(arguments), 2);
        assert!(out.is_empty() && err.contains(words), "{arguments:?}: {err}");
    }
}

/// With little memory to take, what is too large is refused before anything is taken.
#[cfg(unix)]
#[test]
fn sizes_that_nobody_could_look_at_are_refused_at_once() {
    let scenario = |people: &str, friends: &str, more: &str| {
        format!(
            "title = \"t\"\nmarket.people = \"{people}\"\n[community.page]\nplatform = \
                \"facebook\"\nfollowers = \"30M\"\nquestions.per_day = 9\nfriends.mean = \
                {friends}\ngraph.synthetic = \"facebook-2011\"\n{more}"
        )
    };
    for (name, text) in [
        ("many.toml", scenario("1e12", "100_000", "")),
        ("town.toml", scenario("300M", "10_000", "")),
        ("grown.toml", scenario("300M", "200", "graph.homophily = 0.3\n")),
    ] {
        std::fs::write(folder().join(name), text).expect("the build's folder can be written");
    }
    let synthetic = |recipe: &str, people: &str, friends: &str| {
        format!("graph --synthetic {recipe} --people {people} --friends {friends}")
    };
    for (command, words) in [
        (synthetic("facebook-2011", "1e12", "100k"), "give at most 1,100 friends"),
        (synthetic("facebook-2011", "30M", "10_000"), "give at most 1,100 friends"),
        (synthetic("configuration", "1e12", "1M"), "at most 30,000,000 are looked at"),
        (synthetic("configuration", "1e12", "1e11"), "more friendships than"),
        (synthetic("erdos-renyi", "1e12", "1e6"), "at most 30,000,000 are looked at"),
        (synthetic("erdos-renyi", "1e12", "1e11"), "more friendships than"),
        (
            "graph --synthetic configuration --people 1bn --followers 100M --homophily 50%".into(),
            "one after the other",
        ),
        ("explain many.toml".into(), "friends.mean = 100_000"),
        ("run many.toml --no-files".into(), "out-of-range"),
        ("explain town.toml".into(), "give at most 1,100 friends"),
        ("run grown.toml --no-files".into(), "graph.homophily = 0.3"),
    ] {
        let limited =
            format!("ulimit -v 3000000; exec {} {command}", env!("CARGO_BIN_EXE_reachsim"));
        let output = Command::new("sh")
            .args(["-c", &limited])
            .current_dir(folder())
            .stdin(Stdio::null())
            .output()
            .expect("a shell");
        let (out, err) = expect_code(&output, 2);
        assert!(out.is_empty() && err.contains(words), "{command}: {err}");
    }
}

/// Where everybody sees everything and passes it on, a post comes to all who are linked to its
/// author.
#[test]
fn a_post_that_never_dies_comes_to_the_giant_component() {
    let arguments = [
        "--synthetic",
        "configuration",
        "--people",
        "3000",
        "--friends",
        "6",
        "--spread",
        "1.5",
        "--visibility",
        "1",
        "--reshare",
        "1",
        "--depth",
        "none",
        "--questions",
        "60",
    ];
    let found = document(&arguments);
    let people = found["people"].as_f64().expect("a number");
    let network = {
        let recipe = Recipe::find("configuration").expect("a recipe");
        let law = DegreeLaw::gamma(6.0, 1.5).expect("a law");
        let wishes = Wishes { people: 3_000, friends: Some(6.0), law: Some(law), seed: 1 };
        recipe.network(&wishes).expect("a network").settled()
    };
    let mut component: Vec<u64> = (0..network.people()).collect();
    let mut is_settled = false;
    while !is_settled {
        is_settled = true;
        for person in 0..network.people() {
            network.each_friend(person, |friend| {
                let least = component[person as usize].min(component[friend as usize]);
                for one in [person, friend] {
                    is_settled &= component[one as usize] == least;
                    component[one as usize] = least;
                }
            });
        }
    }
    let mut sizes = vec![0_u64; component.len()];
    for least in &component {
        sizes[*least as usize] += 1;
    }
    let giant = *sizes.iter().max().expect("people") as f64;
    assert!(giant > 0.6 * people && giant < 0.95 * people, "{giant} of {people}");
    let reach = found["reach"]["mean"].as_f64().expect("a number");
    // A few small components have an author and somebody beside him.
    assert!((giant..1.02 * giant).contains(&reach), "{reach}, and the giant has {giant}");
}

#[test]
fn a_precision_that_is_not_reached_is_told() {
    let few = ["circles.csv", "--askers", "0", "--visibility", "5%", "--reshare", "40%"];
    let hard = [&few[..], &["--depth", "none", "--precision", "0.0001%"]].concat();
    let found = document(&hard);
    let precision = &found["precision"];
    let reached = precision["reached"].as_f64().expect("a number");
    let se = found["reach"]["se"].as_f64().expect("a number");
    assert_eq!(reached, se / found["reach"]["mean"].as_f64().expect("a number"));
    assert!(precision["is_reached"] == false && reached > 1e-6, "{precision}");
    let (text, _) = expect_code(&reachsim(&hard), 0);
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains("that --precision asks for") && words.contains("--seed"), "{text}");
    let easy = [&few[..], &["--depth", "none", "--precision", "20%"]].concat();
    assert_eq!(document(&easy)["precision"]["is_reached"], true);
    let (text, _) = expect_code(&reachsim(&easy), 0);
    assert!(!text.contains("--precision"), "{text}");
    assert_eq!(document(&["circles.csv"])["precision"]["reached"], 0.0);
}

#[test]
fn laws_and_askers_come_from_files_too() {
    std::fs::write(folder().join("law.csv"), "friends,people\n1,50\n3,30\n10,20\n")
        .expect("the build's folder can be written");
    let found = document(&["--synthetic", "configuration", "--people", "1000", "--law", "law.csv"]);
    assert!(
        (found["mean_friends"].as_f64().expect("a number") - 3.4).abs() < 0.1,
        "{}",
        found["mean_friends"]
    );
    std::fs::write(folder().join("askers.txt"), "0\n9, 20\n")
        .expect("the build's folder can be written");
    assert_eq!(
        document(&["circles.csv", "--askers", "askers.txt"])["reach"],
        document(&["circles.csv", "--askers", "0,9,20"])["reach"]
    );
    std::fs::write(folder().join("bad-law.csv"), "1 50\n2.5 3\n")
        .expect("the build's folder can be written");
    let (_, err) =
        expect_code(&reachsim(&["--synthetic", "configuration", "--law", "bad-law.csv"]), 2);
    assert!(err.contains("line 2") && err.contains("2.5"), "{err}");
}

/// What is piped into the program.
fn piped(list: &str, arguments: &[&str]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_reachsim"))
        .args(["graph", "-"])
        .args(arguments)
        .current_dir(folder())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut pipe = child.stdin.take().expect("a pipe");
    std::io::Write::write_all(&mut pipe, list.as_bytes()).expect("somebody reads");
    drop(pipe);
    child.wait_with_output().expect("it ends")
}

#[test]
fn people_with_names_come_through_a_pipe_too() {
    let list = "who;friend;since\nАнна;Boris;2011\nBoris;Clara K;2012\n";
    let titled = list.replace("who", "user");
    let (out, err) = expect_code(&piped(&titled, &["--askers", "Clara K, Анна"]), 0);
    assert!(err.is_empty(), "{err}");
    assert!(out.contains("3 people, 2 friendships") && out.contains("`since`"), "{out}");
    let one = piped("a b\n", &["--locale", "ru"]);
    let (out, _) = expect_code(&one, 0);
    assert!(out.contains("2 человека, 1 дружба\n"), "{out}");
    let (_, err) = expect_code(&piped(&titled, &["--askers", "Анна,Dora"]), 2);
    assert!(err.contains("--askers names Dora"), "{err}");
    let (_, err) = expect_code(&piped("", &[]), 2);
    assert!(err.contains("no friendship in it"), "{err}");
    let rows = "1 2 3\n2 3\n4\n";
    let (_, err) = expect_code(&piped(rows, &[]), 2);
    assert!(err.contains("--list adjacency"), "{err}");
    let (out, _) = expect_code(&piped(rows, &["--list", "adjacency"]), 0);
    assert!(out.contains("4 people, 3 friendships") && out.contains("1 person has no friend"));
}

#[test]
fn files_of_askers_and_laws_may_come_from_a_spreadsheet() {
    let write = |name: &str, text: &str| {
        std::fs::write(folder().join(name), text).expect("the build's folder can be written");
    };
    write("sheet.csv", "\u{feff}person\r\n0\r\n9\r\n20\r\n");
    assert_eq!(
        document(&["circles.csv", "--askers", "sheet.csv"])["reach"],
        document(&["circles.csv", "--askers", "0,9,20"])["reach"]
    );
    write("plain-law.csv", "1 0.5\n3 0.3\n10 0.2\n");
    write("sheet-law.csv", "\u{feff}friends;people\r\n1;0,5\r\n3;0,3\r\n10;0,2\r\n");
    let law = ["--synthetic", "configuration", "--people", "1000", "--law"];
    assert_eq!(
        document(&[&law[..], &["sheet-law.csv"]].concat())["mean_friends"],
        document(&[&law[..], &["plain-law.csv"]].concat())["mean_friends"],
    );
    write("words-law.csv", "1 50\n3 x 5\n");
    let (_, err) = expect_code(&reachsim(&[&law[..], &["words-law.csv"]].concat()), 2);
    assert!(err.contains("line 2"), "{err}");
}

/// A chain to somebody with many friends: no error is zero, and what is so rare is found.
#[test]
fn what_is_rare_has_an_error_and_is_found() {
    let chain: String = (1..2_004).map(|a: u32| format!("{} {a}\n", (a - 1).min(3))).collect();
    std::fs::write(folder().join("chain.txt"), chain).expect("the build's folder can be written");
    let found = document(&[
        "chain.txt",
        "--askers",
        "0",
        "--visibility",
        "5%",
        "--reshare",
        "1",
        "--depth",
        "none",
        "--precision",
        "2%",
    ]);
    let number = |key: &str| found["reach"][key].as_f64().expect("a number");
    let exact = 0.05 + 0.0025 + 0.000_125 * (1.0 + 2_000.0 * 0.05);
    assert!(number("se") > 0.0 && found["precision"]["is_reached"] == true);
    assert!((number("mean") - exact).abs() < 4.89 * number("se"), "{found}");
}
