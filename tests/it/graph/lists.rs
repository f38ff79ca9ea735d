//! Lists of friendships as people have them.

use std::io::Write;
use std::path::PathBuf;

use flate2::Compression;
use flate2::write::GzEncoder;
use reachsim::graph::Graph;
use reachsim::graph::loaded::{Dropped, Loaded};
use reachsim::graph::read::{Fault, Unread, read};
use reachsim::watch::{Unwatched, Watch};

fn file(name: &str, bytes: &[u8]) -> PathBuf {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("lists");
    std::fs::create_dir_all(&folder).expect("the build's folder can be written");
    let path = folder.join(name);
    std::fs::write(&path, bytes).expect("the build's folder can be written");
    path
}

fn of(name: &str, bytes: &[u8]) -> Result<Loaded, Unread> {
    read(&file(name, bytes), &Unwatched)
}

#[track_caller]
fn faults(name: &str, bytes: &[u8]) -> Vec<Fault> {
    match of(name, bytes) {
        Err(Unread::Faults(faults)) => faults,
        other => panic!("{other:?}"),
    }
}

const SQUARE: &str = "1 2\n2 3\n3 4\n4 1\n";

#[track_caller]
fn expect_square(graph: &Loaded) {
    assert_eq!((graph.people(), graph.ends()), (4, 8));
    let names: Vec<u64> =
        graph.row(0).iter().map(|friend| graph.name(u64::from(*friend))).collect();
    assert_eq!((graph.name(0), names), (1, vec![2, 4]));
}

#[test]
fn separators_comments_heads_and_weights_are_understood() {
    for (number, text) in [
        SQUARE.to_owned(),
        "1,2\n2,3\n3,4\n4,1".to_owned(),
        "1;2\r\n2;3\r\n3;4\r\n4;1\r\n".to_owned(),
        "# friends\n% more\n// and more\n\n1\t2\n 2  3 \n3|4\n\"4\",\"1\"\n".to_owned(),
        "\u{FEFF}from,to\n1,2\n2,3\n3,4\n4,1\n".to_owned(),
        "1 2 0.5\n2 3 17 x\n3 4\n4 1 2011-12-01\n".to_owned(),
    ]
    .iter()
    .enumerate()
    {
        expect_square(
            &of(&format!("{number}.edges"), text.as_bytes())
                .unwrap_or_else(|unread| panic!("{text:?}: {unread:?}")),
        );
    }
}

#[test]
fn compressed_and_binary_lists_are_the_same() {
    let packed = |bytes: &[u8]| {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(bytes).and_then(|()| encoder.finish()).expect("memory does not fail")
    };
    let binary: Vec<u8> =
        [1_u32, 2, 2, 3, 3, 4, 4, 1].iter().flat_map(|number| number.to_le_bytes()).collect();
    expect_square(&of("square.edges.gz", &packed(SQUARE.as_bytes())).expect("a list"));
    expect_square(&of("square.bin", &binary).expect("a list"));
    expect_square(&of("square.u32.gz", &packed(&binary)).expect("a list"));
    // Two compressed files one behind the other are one.
    expect_square(
        &of(
            "twice.gz",
            &[packed(&SQUARE.as_bytes()[..8]), packed(&SQUARE.as_bytes()[8..])].concat(),
        )
        .expect("a list"),
    );
    let cut = packed(SQUARE.repeat(1000).as_bytes());
    assert!(matches!(of("cut.gz", &cut[..cut.len() / 2]), Err(Unread::World(_))));
}

#[test]
fn loops_and_doubles_are_dropped_and_counted() {
    let graph = of("doubles.edges", b"1 2\n2 1\n1 2\n3 3\n2 3\n3 3\n").expect("a list");
    assert_eq!(graph.dropped, Dropped { loops: 2, doubles: 2 });
    assert_eq!((graph.people(), graph.ends()), (3, 4));
}

#[test]
fn people_keep_their_names_however_large() {
    let large = u64::MAX;
    let graph =
        of("names.edges", format!("{large} 5\n5 70000000000\n").as_bytes()).expect("a list");
    assert_eq!(
        (0..3).map(|person| graph.name(person)).collect::<Vec<_>>(),
        [large, 5, 70_000_000_000]
    );
    assert_eq!(graph.named(&[5, large]), Ok(vec![1, 0]));
    assert_eq!(graph.named(&[5, 6]), Err(6));
    // The order of the lines decides about numbers, never about who knows whom.
    let other =
        of("names-2.edges", format!("5 70000000000\n5 {large}\n").as_bytes()).expect("a list");
    assert_eq!(other.named(&[large]), Ok(vec![2]));
    assert_ne!(graph.fingerprint(), other.fingerprint());
}

#[test]
fn faults_are_named_with_their_lines() {
    let found = faults("faults.edges", b"1 2\n\n3 x4\n5\n6 -7\n8 99999999999999999999\n");
    let told: Vec<(Option<u64>, &str, &str)> = found
        .iter()
        .map(|fault| (fault.line, &fault.text[fault.bytes.clone()], fault.label.english()))
        .collect();
    assert_eq!(
        told,
        [
            (Some(3), "x4", "no whole number"),
            (Some(4), "", "the other one is missing"),
            (Some(5), "-7", "no whole number"),
            (Some(6), "99999999999999999999", "too large"),
        ]
    );
    // A head is a head only once, and only if friendships follow.
    assert_eq!(faults("heads.edges", b"from to\nand back\n1 2\n").len(), 2);
    assert_eq!(faults("no-list.edges", b"Dear Sir or Madam\n").len(), 1);
    assert_eq!(faults("many.edges", "a b\n".repeat(1000).as_bytes()).len(), 20);
    assert_eq!(faults("letters.edges", b"1 \xFF\xFE\n")[0].line, Some(1));
}

#[test]
fn what_holds_no_friendship_is_said_as_a_whole() {
    for (name, bytes) in [
        ("empty.edges", &b""[..]),
        ("comments.edges", b"# nothing\n"),
        ("empty.bin", b""),
        ("short.bin", b"1234567"),
    ] {
        let found = faults(name, bytes);
        assert!(found.len() == 1 && found[0].line.is_none(), "{name}: {found:?}");
    }
    let missing = std::path::Path::new("no/such/list.edges");
    let Err(Unread::World(error)) = read(missing, &Unwatched) else { panic!("it is not there") };
    assert_eq!(error.kind(), std::io::ErrorKind::NotFound);
}

struct Impatient;

impl Watch for Impatient {
    fn done(&self, _: u64) {}
    fn stopped(&self) -> bool {
        true
    }
}

#[test]
fn reading_ends_when_nobody_wants_more() {
    assert!(matches!(
        read(&file("long.edges", SQUARE.repeat(10).as_bytes()), &Impatient),
        Err(Unread::Stopped)
    ));
}
