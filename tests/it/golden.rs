//! Texts that are compared letter by letter with a file of `tests/golden/`. With `REACHSIM_BLESS=1`
//! the files are written anew: look at what changed before it is committed.

use std::fs;
use std::path::Path;

#[track_caller]
pub fn expect(name: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name);
    if std::env::var_os("REACHSIM_BLESS").is_some() {
        fs::create_dir_all(path.parent().expect("a folder"))
            .and_then(|()| fs::write(&path, text))
            .expect("a golden file");
    }
    let wanted = fs::read_to_string(&path).unwrap_or_default();
    if wanted != text {
        let [line, wanted, found] = first_difference(&wanted, text);
        panic!(
            "{} differs in line {line}; it should be\n{wanted}\nand is\n{found}\n(with \
                REACHSIM_BLESS=1 it is written anew)",
            path.display()
        );
    }
}

/// The number of the first line in which two different texts differ, and that line of either.
fn first_difference(wanted: &str, found: &str) -> [String; 3] {
    let mut lines = [wanted.split('\n'), found.split('\n')];
    let mut number = 1;
    loop {
        match lines.each_mut().map(Iterator::next) {
            [Some(wanted), Some(found)] if wanted == found => number += 1,
            [wanted, found] => {
                let [wanted, found] = [wanted, found].map(|line| line.unwrap_or("(no line)"));
                return [number.to_string(), wanted.to_owned(), found.to_owned()];
            }
        }
    }
}

#[test]
fn the_first_line_that_differs_is_told() {
    assert_eq!(first_difference("a\nb\nc", "a\nx\nc"), ["2", "b", "x"]);
    assert_eq!(first_difference("a\n", "a"), ["2", "", "(no line)"]);
}
