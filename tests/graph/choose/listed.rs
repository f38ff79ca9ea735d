//! Files of people and of prices.

use reachsim_core::diagnostic::Diagnostics;
use reachsim_core::graph::choose::listed::{people, prices};

/// Ten people, called 0 to 9, and one by name.
fn find(word: &str) -> Option<u64> {
    match word {
        "anna" => Some(10),
        word => word.parse().ok().filter(|person| *person < 10),
    }
}

#[track_caller]
fn told<T: std::fmt::Debug>(found: Result<T, Diagnostics>) -> Vec<(Option<usize>, String)> {
    let problems = found.expect_err("something is wrong");
    problems
        .iter()
        .map(|problem| (problems.line(problem), problem.message.english().to_owned()))
        .collect()
}

#[test]
fn people_stand_in_lines_and_between_commas() {
    assert_eq!(people("a", "# ours\n3, 1;7\n\n1\nanna\n", &find), Ok(vec![1, 3, 7, 10]));
    assert_eq!(people("a", "\u{feff}person\r\n\"2\"\r\n", &find), Ok(vec![2]));
}

#[test]
fn everybody_who_is_unknown_is_told_with_his_line() {
    let found = told(people("a", "1\n77\n2 x\n", &find));
    assert_eq!(found.iter().map(|(line, _)| *line).collect::<Vec<_>>(), [Some(2), Some(3)]);
    assert!(found[0].1.contains("`77`") && found[1].1.contains("`x`"), "{found:?}");
    assert_eq!(told(people("a", "# nobody\n", &find)), [(None, "`a` names nobody".to_owned())]);
}

#[test]
fn prices_have_a_name_and_a_number() {
    let text = "person,price\n7,2.5\nanna;1e2\n0\t3\n";
    assert_eq!(prices("c", text, &find), Ok(vec![(0, 3.0), (7, 2.5), (10, 100.0)]));
}

#[test]
fn every_bad_price_is_told_with_its_line() {
    let text = "1,5\n1 2 3\n2,free\n3,-1\n44,2\n1,6\n5,inf\n6\n";
    let found = told(prices("c", text, &find));
    let lines: Vec<_> = found.iter().filter_map(|(line, _)| *line).collect();
    assert_eq!(lines, [2, 3, 4, 5, 6, 7, 8], "{found:?}");
    for (place, words) in
        ["a name and a price", "`free`", "above zero", "`44`", "already", "`inf`", "a name"]
            .iter()
            .enumerate()
    {
        assert!(found[place].1.contains(words), "{found:?}");
    }
}
