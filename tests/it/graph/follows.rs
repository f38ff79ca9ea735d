//! Lists with a direction, with weights, and kept ones, as people and scripts see them.

use super::command::{document, folder, reachsim};
use crate::support::expect_code;

const FOLLOWS: &str = "follower,followed,weight\nanna,boris,0.5\nclara,boris,0.25\nboris,dora,1\n\
                       dora,anna,0.75\nanna,anna,1\nclara,dora,0.1\n";

fn written(name: &str) {
    std::fs::write(folder().join(name), FOLLOWS).expect("the build's folder can be written");
}

#[test]
fn follows_are_told_in_three_languages() {
    written("follows.csv");
    for locale in ["en", "ru", "uk"] {
        for more in [
            &["--askers", "boris"][..],
            &["--questions", "3", "--reshare", "10%", "--depth", "3", "--verbose"],
            &["--followers", "3", "--homophily", "50%", "--weights", "closeness"],
            &["--askers", "boris,dora", "--message", "one", "--weights", "chance"],
            &["--choose", "2", "--weights", "closeness", "--visibility", "90%"],
            &["--choose", "1", "--weights", "chance", "--reshare", "50%"],
        ] {
            let arguments = [&["follows.csv", "--directed", "--locale", locale][..], more].concat();
            let (out, err) = expect_code(&reachsim(&arguments), 0);
            assert!(err.is_empty(), "{err}");
            assert_eq!(out.lines().find(|line| line.chars().count() > 80), None);
            for id in ["choice-", "graph-", "{", "$"] {
                assert!(!out.contains(id), "{more:?} in {locale}:\n{out}");
            }
            // But for the keys of a scenario nobody speaks of friends.
            let told = out.lines().filter(|line| !line.contains("friends."));
            let friends = told.filter(|line| line.contains("friend") || line.contains("друз"));
            assert_eq!(friends.count(), 0, "{more:?} in {locale}:\n{out}");
        }
    }
}

#[test]
fn follows_have_keys_of_their_own_for_scripts() {
    written("keys.csv");
    let asked = ["keys.csv", "--directed", "--askers", "boris", "--visibility", "50%"];
    let found = document(&asked);
    assert_eq!((&found["people"], &found["friendships"]), (&4.into(), &5.into()));
    assert_eq!(found["settings"]["directed"], true);
    assert!(found["settings"]["weights"].is_null());
    // Two people follow him, each of whom sees half of it.
    assert_eq!(found["reach"]["exact"], 1.0);
    let chance = ["keys.csv", "--directed", "--askers", "boris", "--weights", "chance"];
    let found = document(&chance);
    assert_eq!(found["reach"]["exact"], 0.75);
    assert_eq!((&found["potential"]["people"]), &2.0);
    assert_eq!(found["settings"]["weights"], "chance");
    assert!(found["settings"]["visibility"].is_null());
}

#[test]
fn a_kept_list_gives_the_same_answer() {
    written("kept.csv");
    let asked = ["--askers", "boris", "--reshare", "50%"];
    let ways = ["--directed", "--weights", "chance"];
    let keep = [&["kept.csv", "--keep", "kept.graph"][..], &ways, &asked].concat();
    let (first, _) = expect_code(&reachsim(&keep), 0);
    let (again, _) = expect_code(&reachsim(&[&["kept.graph"][..], &asked].concat()), 0);
    assert_eq!(first.replace("kept.csv  ", "kept.graph"), again);
    let refused = |arguments: &[&str], words: &str| {
        let (_, err) = expect_code(&reachsim(arguments), 2);
        assert!(err.contains(words), "{err}");
    };
    refused(&["kept.csv", "--keep", "kept.csv"], "does not end in .graph");
    written("own.graph");
    refused(&["kept.csv", "--keep", "own.graph"], "is not overwritten");
    refused(&["kept.graph", "--directed"], "with what its lines say");
    refused(&["kept.graph", "--visibility", "5%"], "--weights chance");
    refused(&["kept.csv", "--weights", "chance", "--visibility", "5%"], "--weights chance");
    refused(&["kept.csv", "--weights", "closeness", "--activity", "1"], "--activity");
    refused(&["--synthetic", "erdos-renyi", "--directed"], "--directed");
    let bytes = std::fs::read(folder().join("kept.graph")).expect("it was kept");
    std::fs::write(folder().join("cut.graph"), &bytes[..bytes.len() - 40]).expect("a folder");
    refused(&["cut.graph"], "cut short");
}
