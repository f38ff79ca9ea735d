//! Networks that many machines measure: the bytes of one.

use std::fmt::Write as _;

use crate::support::{Folder, assert_same, begun, expect_code, folder, working_in};

/// A network of so many people, each with three friendships: to a neighbour and to two far away.
fn friends(folder: &Folder, people: u64) {
    let mut text = "source,target,weight\n".to_owned();
    for person in 0..people {
        let far = |times: u64| (person * times + 7) % people;
        for (friend, close) in [((person + 1) % people, 3), (far(17), 1), (far(101), 2)] {
            writeln!(text, "p{person},p{friend},{close}").expect("a text");
        }
    }
    folder.file("friends.csv", &text);
}

/// Networks, each drawn in its own way: people, worlds, posts that are led, one message, ties with
/// a direction and a weight. Most have rounds that take a second, and so are worth handing out; on
/// a faster machine some are sooner done here.
const GRAPHS: [&str; 5] = [
    "--synthetic configuration --people 40M --friends 60 --reshare 5% --precision 0.1%",
    "friends.csv --questions 300 --reshare 40% --visibility 30% --depth 4 --precision 0.03%",
    "friends.csv --askers p1,p9,p77,p300,p512,p900,p1300 --reshare 5% --visibility 20% --depth 12 \
     --precision 0.0001%",
    "friends.csv --askers p1,p9,p400 --message one --reshare 60% --visibility 50% --depth none \
     --precision 0.2%",
    "friends.csv --directed --weights closeness --questions 200 --followers 900 --reshare 60% \
     --visibility 30% --depth 4 --precision 0.04%",
];

#[test]
fn graphs_on_many_machines_have_the_bytes_of_one() {
    let folder = folder("fleet-graphs");
    friends(&folder, 3_000);
    let mut count = 0;
    for graph in GRAPHS {
        let graph: Vec<&str> = std::iter::once("graph").chain(graph.split(' ')).collect();
        let (out, err) =
            expect_code(&folder.reachsim(&[&graph[..], &["--out", "as-one"]].concat()), 0);
        let shared = ["--out", "shared", "--on", "local:2", "--shards", "2"];
        let mut child = begun(&folder, &[&graph[..], &shared[..]].concat());
        let job = folder.at("shared/.fleet");
        let mut is_shared = false;
        while child.try_wait().expect("a child").is_none() {
            is_shared |= !working_in(&job).is_empty();
            std::thread::sleep(std::time::Duration::from_millis(10));
        }
        let many = expect_code(&child.wait_with_output().expect("an end"), 0);
        assert_eq!(many, (out.replace("as-one", "shared"), err), "{graph:?}");
        count += u32::from(is_shared);
        assert_same(&folder.at("as-one"), &folder.at("shared"));
        assert!(!job.exists());
        for done in ["as-one", "shared"] {
            std::fs::remove_dir_all(folder.at(done)).expect("a folder");
        }
    }
    assert!(count >= 2, "{count} of {} networks were handed out", GRAPHS.len());
}

#[test]
fn a_choice_is_made_on_one_machine_and_that_is_said() {
    let folder = folder("fleet-choice");
    friends(&folder, 50);
    let choice = ["graph", "friends.csv", "--choose", "3", "--on", "local", "--shards", "2"];
    let (_, err) = expect_code(&folder.reachsim(&choice), 2);
    assert!(err.contains("--choose works on this machine alone"), "{err}");
}
