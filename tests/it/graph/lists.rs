//! Lists of friendships, laws and prices as people have them: what is refused says what to do.

use std::fs;

use super::command::{folder, reachsim};
use crate::golden;
use crate::support::expect_code;

/// A list under this name, in the folder of the small network.
fn list(name: &str, bytes: &[u8]) {
    fs::write(folder().join(name), bytes).expect("the build's folder can be written");
}

#[test]
fn every_shape_of_a_bad_list_has_a_way_out() {
    let wide: Vec<u8> =
        [0xFF, 0xFE].into_iter().chain("1 2\n".bytes().flat_map(|b| [b, 0])).collect();
    let mut told = String::new();
    for (name, bytes, flags) in [
        ("wide.txt", &wide[..], &[][..]),
        ("rounded.csv", b"from,to\n1,2\n1e+05,3\n4,2.0\n", &[]),
        ("rows.csv", b"1,5,9\n2,9,7\n3,7,5\n4,5,6\n", &[]),
        ("adjacency.txt", b"1 2 3 4\n2 1\n3 1 4\n", &[]),
        ("alone.txt", b"1 2\n3\n", &[]),
        ("three-words.txt", b"Anna Karenina Vronsky\n", &[]),
        ("titles.csv", b"from,to,year,calls\n1,2,2011,3\n", &["--weights", "closeness"]),
        ("no-weight.txt", b"1 2 0.5\n2 3\n", &["--weights", "chance"]),
        ("percent.txt", b"1 2 7.5\n", &["--weights", "chance"]),
        ("comma.txt", b"1 2 0,5x\n", &["--weights", "closeness"]),
        ("network.json", b"{\"nodes\": [1, 2]}\n", &[]),
        ("short.bin", b"1234567", &[]),
        ("empty.csv", b"from,to\n", &[]),
        ("latin.txt", b"J\xFCrgen Anna\n", &[]),
    ] {
        list(name, bytes);
        let (out, err) = expect_code(&reachsim(&[&[name], flags].concat()), 2);
        assert!(out.is_empty(), "{out}");
        assert!(err.contains("error[edge-list]") && err.contains("= help: "), "{name}: {err}");
        let asked = [&[name], flags].concat().join(" ");
        told.extend([format!("$ reachsim graph {asked}\n{err}\n")]);
    }
    golden::expect("graph/lists.txt", &told);
}

#[test]
fn decimal_commas_are_read_where_they_can_be_told() {
    let laws = [("points.txt", "5 0.25\n9 0.75\n"), ("commas.txt", "5;0,25\n9;0,75\n")];
    let answers = laws.map(|(name, text)| {
        list(name, text.as_bytes());
        let network = ["--synthetic", "configuration", "--people", "2000", "--law", name];
        expect_code(&reachsim(&[&network[..], &["--questions", "50"]].concat()), 0).0
    });
    assert_eq!(answers[0], answers[1]);
    let prices = [("dear.csv", "3,2.5\n9,1.5\n"), ("dear-too.csv", "3;2,5\n9;1,5\n")];
    let answers = prices.map(|(name, text)| {
        list(name, text.as_bytes());
        let wish = ["circles.csv", "--choose", "--costs", name, "--budget", "2"];
        expect_code(&reachsim(&wish), 0).0
    });
    assert_eq!(answers[0], answers[1]);
    // A number with a fraction is nobody's name, in whatever way it is written.
    for name in ["1.5", "1,5"] {
        list("askers.txt", format!("{name}\n").as_bytes());
        let found = reachsim(&["circles.csv", "--askers", "askers.txt"]);
        assert_eq!(found.status.code() == Some(0), name == "1,5", "{found:?}");
    }
}

#[test]
fn columns_that_are_not_used_are_said() {
    list("third.csv", b"from,to,since\n1,2,2011\n2,3,2012\n");
    list("wider.txt", b"1 2 0.5\n2 3 0.5\n");
    let said = ["third.csv", "wider.txt"]
        .map(|name| expect_code(&reachsim(&[name, "--askers", "1"]), 0).0);
    assert!(said[0].contains("since"), "{}", said[0]);
    assert!(said[1].contains("Not used"), "{}", said[1]);
}
