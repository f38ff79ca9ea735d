//! Lists that were kept for the next time.

use std::path::PathBuf;

use reachsim_core::graph::kept::{is_foreign, keep};
use reachsim_core::graph::layout::Form;
use reachsim_core::graph::network::Network;
use reachsim_core::graph::read::{Reading, Unread, read, read_ties};
use reachsim_core::graph::ties::{Tie, Weights};
use reachsim_core::watch::Unwatched;

fn file(name: &str, bytes: &[u8]) -> PathBuf {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("kept");
    std::fs::create_dir_all(&folder).expect("the build's folder can be written");
    let path = folder.join(name);
    std::fs::write(&path, bytes).expect("the build's folder can be written");
    path
}

fn listed(name: &str, text: &str, tie: Tie) -> Network {
    let path = file(name, text.as_bytes());
    read_ties(&path, Reading { form: None, tie }, &Unwatched).expect("a list")
}

/// Reads it again after it was kept, with the bytes of the file.
fn again(name: &str, network: &Network) -> (Result<Network, Unread>, Vec<u8>) {
    let path = file(name, b"");
    std::fs::remove_file(&path).expect("it was written");
    keep(&path, network).expect("the build's folder can be written");
    let bytes = std::fs::read(&path).expect("it was kept");
    (read_ties(&path, Reading::default(), &Unwatched), bytes)
}

const FOLLOWS: &str =
    "from,to,when,weight\nanna,7,1,0.5\n7,boris,2,0.25\nboris,anna,3,1\n7,7,4,1\n";

fn follows() -> Network {
    let tie = Tie { is_directed: true, weights: Some(Weights::Chance) };
    listed("follows.csv", FOLLOWS, tie)
}

#[test]
fn a_kept_list_is_the_list() {
    let plain = Tie::default();
    for (name, text) in [
        ("numbers", "0 1\n1 2\n2 0\n2 1\n3 3\n"),
        ("large", "70000000000 5\n5 17\n17 18446744073709551615\n"),
        ("words", "anna,boris,1\nboris,clara\n17,anna\n"),
        ("titles", "source,target,since\nanna,boris,2011\nboris,17,2012\n"),
    ] {
        let network = listed(name, text, plain);
        let (found, _) = again(&format!("{name}.graph"), &network);
        assert_eq!(found.expect(name).loaded(), network.loaded());
    }
    for weights in [None, Some(Weights::Chance), Some(Weights::Closeness)] {
        for is_directed in [true, false] {
            let network = listed("ties.csv", FOLLOWS, Tie { is_directed, weights });
            let (found, _) = again("ties.graph", &network);
            let found = found.expect("it was kept");
            assert_eq!((found.tied(), found.loaded()), (network.tied(), network.loaded()));
        }
    }
}

/// A changed bit anywhere, and an end anywhere, is told; nothing of it is ever taken for a graph.
#[test]
fn damage_is_told() {
    let (_, bytes) = again("damaged.graph", &follows());
    let refused = |bytes: &[u8]| {
        let path = file("damaged.graph", bytes);
        match read_ties(&path, Reading::default(), &Unwatched) {
            Err(Unread::Faults(faults)) => faults[0].message.english().to_owned(),
            other => panic!("{other:?}"),
        }
    };
    for place in 16..bytes.len() {
        let mut bytes = bytes.clone();
        bytes[place] ^= 1 << (place % 8);
        let told = refused(&bytes);
        let is_version = told.contains("another version") && (16..24).contains(&place);
        let is_said = told.contains("damaged") || told.contains("cut short");
        assert!(is_version || is_said, "{place}: {told}");
    }
    for length in (16..bytes.len()).step_by(3) {
        assert!(refused(&bytes[..length]).contains("cut short"), "{length}");
    }
}

#[test]
fn what_is_no_kept_list_is_never_lost() {
    let (_, bytes) = again("own.graph", &follows());
    assert!(!is_foreign(&file("own.graph", &bytes)).expect("it can be read"));
    assert!(is_foreign(&file("list.graph", b"1 2\n2 3\n")).expect("it can be read"));
    assert!(!is_foreign(std::path::Path::new("no/such/file.graph")).expect("there is none"));
}

#[test]
fn a_kept_list_knows_what_its_lines_say() {
    let path = file("known.graph", b"");
    keep(&path, &follows()).expect("the build's folder can be written");
    let follows = Tie { is_directed: true, weights: None };
    for reading in [
        Reading { form: None, tie: follows },
        Reading { form: Some(Form::Edges), tie: Tie::default() },
    ] {
        assert!(matches!(read_ties(&path, reading, &Unwatched), Err(Unread::Faults(_))));
    }
    // Friendships alone are meant where nobody asks for more.
    assert!(matches!(read(&path, &Unwatched), Err(Unread::Faults(_))));
}
