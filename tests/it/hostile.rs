//! Scenarios, names and folders of somebody else: they read what is theirs, replace nothing, and
//! command no terminal.

use std::fs;

use crate::support::{Folder, contents, expect_code};

const PAGE: &str = "title = \"A page\"\nmarket.people = \"1M\"\n[community.page]\n\
    platform = \"facebook\"\nfollowers = \"1k to 9k\"\n";

/// A scenario reads files of its own folder and of those below, and of no other unless whoever
/// runs it says so.
#[test]
fn a_scenario_reads_the_files_of_its_own_folder() {
    let folder = Folder::new("access");
    fs::create_dir_all(folder.at("project/scenarios/data")).expect("a folder");
    folder.file("project/base.toml", PAGE);
    folder.file("project/friends.csv", "friends\n100\n200\n");
    folder.file("project/scenarios/data/friends.csv", "friends\n100\n200\n");
    folder.file("project/scenarios/own.toml", PAGE);
    let data = |file: &str| {
        format!("[community.page.friends.mean.data]\nfile = \"{file}\"\ncolumn = \"friends\"\n")
    };
    let explain = |scenario: &str, more: &[&str], code: i32| {
        let file = format!("project/scenarios/{scenario}");
        expect_code(&folder.reachsim(&[&["explain", &file, "--all"], more].concat()), code)
    };
    let write = |name: &str, text: String| folder.file(&format!("project/scenarios/{name}"), &text);
    write("below.toml", PAGE.to_owned() + &data("data/friends.csv"));
    write("round.toml", PAGE.to_owned() + &data("../scenarios/data/friends.csv"));
    for inside in ["own.toml", "below.toml", "round.toml"] {
        explain(inside, &[], 0);
    }
    write("parent.toml", "extends = \"../base.toml\"\n".to_owned());
    write("data.toml", PAGE.to_owned() + &data("../friends.csv"));
    write("nowhere.toml", PAGE.to_owned() + &data("../nowhere.csv"));
    write("absolute.toml", PAGE.to_owned() + &data("/proc/self/environ"));
    let list = "graph.file = \"../friends.csv\"\n";
    write("list.toml", PAGE.to_owned() + list);
    let logo = "[theme]\nlogo = \"../logo.png\"\n";
    write("theme.toml", PAGE.to_owned() + logo);
    let mut outside = vec!["parent", "data", "nowhere", "absolute", "list", "theme"];
    #[cfg(unix)]
    {
        let link = folder.at("project/scenarios/data/link.csv");
        std::os::unix::fs::symlink(folder.at("project/friends.csv"), link).expect("a link");
        write("link.toml", PAGE.to_owned() + &data("data/link.csv"));
        outside.push("link");
    }
    for name in outside {
        let (_, err) = explain(&format!("{name}.toml"), &[], 2);
        assert!(
            err.contains("outside of the folder") && err.contains("--allow-path"),
            "{name}: {err}"
        );
    }
    for allowed in ["parent.toml", "data.toml"] {
        explain(allowed, &["--allow-path", "project"], 0);
    }
    let (_, err) = explain("nowhere.toml", &["--allow-path", "project"], 2);
    assert!(err.contains("does not exist"), "{err}");
    // What is typed may name anything.
    let set = "community.page.friends.mean={ data = { file = \"project/friends.csv\", column = \
        \"friends\" } }";
    explain("own.toml", &["--set", set], 0);
}

/// A pipe without a writer is told, and not waited for.
#[cfg(unix)]
#[test]
fn what_is_no_regular_file_is_not_read() {
    let folder = Folder::new("irregular");
    let made = std::process::Command::new("mkfifo").arg(folder.at("pipe")).status();
    assert!(made.is_ok_and(|made| made.success()), "no pipe");
    folder.file("parent.toml", "extends = \"pipe\"\n");
    folder.file("list.toml", &(PAGE.to_owned() + "graph.file = \"pipe\"\n"));
    let data = "[community.page.friends.mean.data]\nfile = \"pipe\"\ncolumn = \"y\"\n";
    folder.file("data.toml", &(PAGE.to_owned() + data));
    for scenario in ["parent.toml", "list.toml", "data.toml"] {
        let (_, err) = expect_code(&folder.reachsim(&["explain", scenario]), 2);
        assert!(err.contains("no regular file"), "{err}");
    }
    for (list, words) in [("pipe", "within ten seconds"), ("/dev/zero", "no regular file")] {
        let (_, err) = expect_code(&folder.reachsim(&["graph", list]), 2);
        assert!(err.contains(words), "{err}");
    }
    folder.file("endless.txt", &"1".repeat(100_000));
    let (_, err) = expect_code(&folder.reachsim(&["graph", "endless.txt"]), 2);
    assert!(err.contains("more than 65536 bytes in this line"), "{err}");
}

/// Names and cells that hold commands of a terminal are shown, and not obeyed.
#[cfg(unix)]
#[test]
fn nothing_that_is_printed_commands_a_terminal() {
    let folder = Folder::new("escape");
    let evil = "a\u{1b}[2J\u{9b}31m\u{202e}b";
    let file = format!("{evil}.toml");
    let head = "[community.page.friends.mean.data]\nfile = \"x.csv\"\ncolumn = \"y\"\n";
    folder.file("x.csv", &format!("{evil}y,z\n1,2\n"));
    folder.file("head.toml", &(PAGE.to_owned() + head));
    folder.file(&file, &(PAGE.to_owned() + "followers = 5\n"));
    folder.file("page.toml", PAGE);
    fs::create_dir(folder.at(evil)).expect("a folder");
    folder.file(&format!("{evil}/page.toml"), PAGE);
    let commands: [&[&str]; 12] = [
        &["explain", "head.toml"],
        &["explain", &file],
        &["run", &file],
        &["run", evil],
        &["run", "none.toml", "--set", evil],
        &["run", "page.toml", "--no-files", "--trials", "10", "--what-if", evil],
        &["run", "page.toml", "-q", "--trials", "10", "--out", evil],
        &["merge", evil, "--out", "o"],
        &["render", evil],
        &["check", evil, "--baseline", evil],
        &["graph", evil],
        &["graph", "--synthetic", evil],
    ];
    for command in commands {
        for colour in ["never", "always"] {
            let output = folder.reachsim(&[command, &["--color", colour]].concat());
            for bytes in [&output.stdout, &output.stderr] {
                let text = String::from_utf8(bytes.clone()).expect("UTF-8");
                // Colours are the program's own.
                let parts = text.split('\u{1b}').enumerate();
                for (place, part) in parts {
                    let is_colour = place == 0
                        || colour == "always"
                            && part.starts_with('[')
                            && part
                                .trim_start_matches(|c: char| "[;0123456789".contains(c))
                                .starts_with('m');
                    assert!(is_colour, "{command:?}: {text:?}");
                }
                assert!(!text.contains(['\u{9b}', '\u{202e}']), "{command:?}: {text:?}");
            }
        }
    }
}

/// Before anything is computed, a study says that the folder holds a run, which stays.
#[test]
fn a_study_does_not_take_the_place_of_a_run() {
    let folder = Folder::new("taken");
    folder.file("page.toml", PAGE);
    expect_code(&folder.reachsim(&["run", "page.toml", "--trials", "1000", "--out", "o"]), 0);
    let before = contents(&folder.at("o"));
    let many = ["--trials", "10000000000", "--out", "o"];
    let studies: [&[&str]; 4] = [
        &["sweep", "page.toml", "--over", "market.people=1M..2M/3"],
        &["sensitivity", "page.toml"],
        &["compare", "page.toml", "page.toml"],
        &["run", "page.toml", "--shard", "1/2"],
    ];
    for study in studies {
        let (_, err) = expect_code(&folder.reachsim(&[study, &many[..]].concat()), 2);
        assert!(err.contains("holds what another command"), "{study:?}: {err}");
    }
    let graph = ["graph", "--synthetic", "facebook-2011", "--people", "1000", "--out", "o"];
    let (_, err) = expect_code(&folder.reachsim(&graph), 2);
    assert!(err.contains("holds what another command"), "{err}");
    assert!(before == contents(&folder.at("o")), "the run is as it was");
    for out in [&["run", "page.toml", "--out", ""][..], &["sweep", "page.toml", "--out", ""]] {
        let (_, err) = expect_code(&folder.reachsim(out), 2);
        assert!(err.contains("--out"), "{err}");
    }
}

/// What the documents could not hold is refused before anything is simulated, where it stands.
#[test]
fn names_and_texts_that_no_document_holds_are_refused() {
    let folder = Folder::new("names");
    let formula = |name: &str| format!("[metric.{name}]\nformula = \"a * 2\"\n");
    let with = |rest: &str| format!("title = \"x\"\n{rest}\n[input.a]\nvalue = \"1..2\"\n");
    let long = format!("description = \"{}\"", "x ".repeat(20_000));
    let cases = [
        (with("") + &formula("Margin") + &formula("margin"), "but for the case of its letters"),
        (with("") + &formula("trial"), "a column of `trials.parquet`"),
        (with("") + &formula("Profit"), "a metric of the program"),
        (with("") + &formula("m") + "[input.pi]\nvalue = 3\n", "a constant"),
        (with("") + &formula("m") + "[input.sqrt]\nvalue = 3\n", "a function"),
        (with(&long) + &formula("m"), "at most 30_000 fit"),
    ];
    for (text, words) in cases {
        folder.file("page.toml", &text);
        let (_, err) = expect_code(&folder.reachsim(&["run", "page.toml"]), 2);
        assert!(err.contains(words) && err.contains("page.toml:"), "{words}: {err}");
    }
    assert!(!folder.at("output").exists(), "nothing was written");
}
