//! Lists of friendships as people have them.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::PathBuf;

use flate2::Compression;
use flate2::write::GzEncoder;
use reachsim_core::graph::Graph;
use reachsim_core::graph::coins::Coins;
use reachsim_core::graph::layout::Form;
use reachsim_core::graph::loaded::{Dropped, Loaded};
use reachsim_core::graph::names::Name;
use reachsim_core::graph::network::Network;
use reachsim_core::graph::read::{Fault, Reading, Unread, read, read_as, read_ties};
use reachsim_core::graph::ties::{Tie, Weights};
use reachsim_core::watch::{Unwatched, Watch};

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

/// Who is a friend of whom, by their names.
fn friends(graph: &Loaded, name: &str) -> Vec<String> {
    let person = graph.finder().find(Name::of(name)).expect("somebody is called so");
    let mut friends: Vec<String> =
        graph.row(person).iter().map(|friend| graph.called(u64::from(*friend))).collect();
    friends.sort();
    friends
}

#[test]
fn people_are_called_by_words_too() {
    for (name, text) in [
        ("blanks", "anna boris\nboris Clara\n7 boris\n007 boris\nboris -5\n"),
        ("weights", "anna boris 0.5\nboris Clara 2\n7 boris 1\n007 boris 3e-2\nboris -5 1\n"),
        ("commas", "anna,boris\nboris,Clara\n7,boris\n007,boris\nboris,-5\n"),
        ("marks", "\u{feff}\"anna\";\"boris\"\r\nboris; Clara\r\n7;boris\r\n007;boris\r\nboris;-5"),
        ("old", "anna\tboris\rboris\tClara\r7\tboris\r007\tboris\rboris\t-5\r"),
    ] {
        let graph = of(name, text.as_bytes()).unwrap_or_else(|unread| panic!("{unread:?}"));
        assert_eq!((graph.people(), graph.ends()), (6, 10), "{name}");
        assert_eq!(friends(&graph, "boris"), ["-5", "007", "7", "Clara", "anna"], "{name}");
        let find = |name| graph.finder().find(Name::of(name));
        assert_eq!((find("clara"), find("5"), find("Clara")), (None, None, Some(2)));
        assert_eq!(graph.unused.lines, if name == "weights" { 5 } else { 0 });
    }
    // Many words grow the table in which they are found.
    let many: String = (0..3_000).map(|n| format!("p{n},p{}\n", (n + 1) % 3_000)).collect();
    let graph = of("many-words.csv", many.as_bytes()).expect("a list");
    assert_eq!((graph.people(), graph.ends()), (3_000, 6_000));
    assert_eq!(friends(&graph, "p0"), ["p1", "p2999"]);
}

#[test]
fn columns_are_found_by_their_titles() {
    for (name, text, unused) in [
        ("nodes", "node_1,node_2\n1,2\n2,3\n3,4\n4,1\n", &[][..]),
        ("frame", ",source,target\n0,1,2\n1,2,3\n2,3,4\n3,4,1\n", &["1"]),
        ("ids", "Id,Source,Target,Type\n9,1,2,u\n8,2,3,u\n7,3,4,u\n6,4,1,u\n", &["Id", "Type"]),
        ("semicolons", "from;to\n1;2\n2;3\n3;4\n4;1\n", &[]),
        ("turned", "weight,to,from\n5,1,2\n5,2,3\n5,3,4\n5,4,1\n", &["weight"]),
        ("numbered", ",a,b\n0,1,2\n1,2,3\n2,3,4\n3,4,1\n", &["1"]),
        ("unknown", "x y since\n1 2 9\n2 3 9\n3 4 9\n4 1 9\n", &["since"]),
        ("comment", "# made by hand\n\nFrom Node\tTo Node\n1\t2\n2\t3\n3\t4\n4\t1\n", &[]),
    ] {
        let graph = of(name, text.as_bytes()).unwrap_or_else(|unread| panic!("{name}: {unread:?}"));
        assert_eq!((graph.people(), graph.ends()), (4, 8), "{name}");
        assert_eq!(friends(&graph, "1"), ["2", "4"], "{name}");
        assert_eq!(graph.unused.titles, unused, "{name}");
    }
}

#[test]
fn lists_of_other_forms_are_read_where_they_are_known() {
    let as_form = |name: &str, text: &str, form| {
        read_as(&file(name, text.as_bytes()), Some(form), &Unwatched)
            .unwrap_or_else(|unread| panic!("{name}: {unread:?}"))
    };
    for text in ["1 2 4\n2 3\n3 4\n5\n", "1: 2 4\n2: 3\n3: 4\n5:\n", "1,2,4\n2,3\n3,4\n5\n"] {
        let graph = as_form("rows.txt", text, Form::Adjacency);
        assert_eq!((graph.people(), graph.ends(), graph.alone()), (5, 8, 1), "{text}");
        assert_eq!(friends(&graph, "1"), ["2", "4"]);
    }
    let pairs = as_form("pairs.txt", "1 2 4\n2 3\n3 4\n", Form::Edges);
    assert_eq!((pairs.people(), pairs.ends(), pairs.unused.lines), (4, 6, 1));
    let matrix = "%%MatrixMarket matrix coordinate pattern symmetric\n% by hand\n6 6 4\n\
                  2 1\n3 2\n4 3\n4 1\n";
    let graph = of("square.mtx", matrix.as_bytes()).expect("a matrix");
    assert_eq!((graph.people(), graph.ends(), graph.alone()), (6, 8, 2));
    assert_eq!(friends(&graph, "1"), ["2", "4"]);
    let bare = as_form("bare.mtx", "4 4 4\n2 1 1.5\n3 2 1\n4 3 1\n4 1 1\n", Form::MatrixMarket);
    assert_eq!((bare.people(), bare.ends()), (4, 8));
}

/// What cannot be told is refused, with what to say.
#[test]
fn lists_of_other_forms_are_refused_where_they_are_not() {
    let wide = |first: &[u8], text: &str| -> Vec<u8> {
        let bytes = text.encode_utf16().flat_map(u16::to_le_bytes);
        first.iter().copied().chain(bytes).collect()
    };
    for (name, bytes, words) in [
        ("ragged", b"1 2 3 4\n2 3 4\n3 4\n".to_vec(), "2 to 4 whole numbers"),
        ("counted", b"0 1 2\n1 2 3\n2 3 1\n".to_vec(), "counts the lines"),
        ("wide", wide(&[0xFF, 0xFE], "1 2\n2 3\n"), "UTF-16"),
        ("wide-bare", wide(&[], "1 2\n2 3\n"), "UTF-16"),
        ("json", b"{\"links\": [[1, 2]]}".to_vec(), "another program"),
        ("xml", b"<graphml><node id='1'/></graphml>".to_vec(), "another program"),
        ("dot", b"graph { 1 -- 2 }\n".to_vec(), "another program"),
        (
            "sizes",
            b"%%MatrixMarket matrix coordinate real general\n2 3 1\n1 2 1\n".to_vec(),
            "same people",
        ),
        ("array", b"%%MatrixMarket matrix array real general\n2 2\n0\n1\n1\n0\n".to_vec(), "zeros"),
        (
            "outside",
            b"%%MatrixMarket matrix coordinate real general\n2 2 1\n1 3 1\n".to_vec(),
            "from 1 to 2",
        ),
        (
            "short",
            b"%%MatrixMarket matrix coordinate real general\n2 2 2\n1 2 1\n".to_vec(),
            "promises 2",
        ),
    ] {
        let found = faults(name, &bytes);
        assert!(found[0].message.english().contains(words), "{name}: {found:?}");
        assert!(!found[0].help.english().is_empty(), "{name}");
    }
    let many: String = (0..50).map(|n| format!("{} {} 5\n", n * 7 % 50, n)).collect();
    assert!(of("weighted.txt", many.as_bytes()).is_ok());
}

#[test]
fn faults_are_named_with_their_lines() {
    let found = faults(
        "faults.edges",
        b"1 2\n\n3 1e+05\n5\n6 12.0\n8,9\n \xFF 4\nanna boris and clara\n1 a\x07b\n",
    );
    let told: Vec<(Option<u64>, &str, &str)> = found
        .iter()
        .map(|fault| (fault.line, &fault.text[fault.bytes.clone()], fault.label.english()))
        .collect();
    assert_eq!(
        told,
        [
            (Some(3), "1e+05", "not as it was"),
            (Some(4), "", "the other one is missing"),
            (Some(5), "12.0", "not as it was"),
            (Some(7), "\u{FFFD}", "no letters"),
            (Some(8), "and", "too many"),
            (Some(9), "a\x07b", "no name"),
        ]
    );
    assert_eq!(faults("no-list.edges", b"Dear Sir or Madam\n").len(), 1);
    assert_eq!(faults("many.edges", "5\n".repeat(1000).as_bytes()).len(), 20);
    assert_eq!(faults("letters.edges", b"1 \xFF\xFE\n")[0].line, Some(1));
    assert_eq!(faults("hole.csv", b"a,b\na,\n,b\n").len(), 2);
}

/// What is piped is read once; nothing within ten seconds is another test's, which waits for it.
#[cfg(unix)]
#[test]
fn a_named_pipe_is_a_list_too() {
    let path = file("pipe", b"");
    let _ = std::fs::remove_file(&path);
    let made = std::process::Command::new("mkfifo").arg(&path).status();
    assert!(made.is_ok_and(|made| made.success()), "no pipe");
    let writer = std::thread::spawn({
        let path = path.clone();
        move || std::fs::write(path, SQUARE).expect("somebody reads")
    });
    expect_square(&read(&path, &Unwatched).expect("a list"));
    writer.join().expect("it was read");
    let _ = std::fs::remove_file(&path);
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

fn ties(name: &str, bytes: &[u8], tie: Tie) -> Result<Network, Unread> {
    read_ties(&file(name, bytes), Reading { form: None, tie }, &Unwatched)
}

/// Who is shown the posts of whom, with the weight.
fn shown(network: &Network, name: &str) -> Vec<(String, f64)> {
    let list = network.list().expect("a list");
    let person = list.finder().find(Name::of(name)).expect("somebody is called so");
    let each = (0..network.degree(person))
        .map(|place| (list.called(network.friend(person, place)), network.weight(person, place)));
    let mut each: Vec<(String, f64)> = each.collect();
    each.sort_by(|a, b| a.0.cmp(&b.0));
    each
}

#[test]
fn lines_may_have_a_direction_and_a_weight() {
    let follows = Tie { is_directed: true, weights: None };
    let network =
        ties("follows.csv", b"anna,boris\nclara,boris\nboris,anna\nanna,boris\n", follows)
            .expect("a list");
    let of = |names: &[&str]| names.iter().map(|n| ((*n).to_owned(), 1.0)).collect::<Vec<_>>();
    assert_eq!(shown(&network, "boris"), of(&["anna", "clara"]));
    assert_eq!(shown(&network, "anna"), of(&["boris"]));
    assert_eq!(shown(&network, "clara"), of(&[]));
    let list = network.list().expect("a list");
    assert_eq!((network.ties(), list.dropped), (3, Dropped { loops: 0, doubles: 1 }));
    // Chances as they are; of a tie that is there twice the largest.
    let chance = Tie { is_directed: false, weights: Some(Weights::Chance) };
    for (name, text) in [
        ("chance.csv", "from,to,when,weight\n1,2,2011,0.25\n2,1,2012,0.5\n2,3,2012,25%\n"),
        ("chance.txt", "1 2 0.25\n2 1 0.5\n2 3 25%\n"),
        ("comma.csv", "1;2;0,25\n2;1;0,5\n2;3;25 %\n"),
        ("third.csv", "source,target,how close\n1,2,.25\n2,1,5e-1\n2,3,0.25\n"),
    ] {
        let network = ties(name, text.as_bytes(), chance).expect(name);
        assert_eq!(shown(&network, "2"), [("1".to_owned(), 0.5), ("3".to_owned(), 0.25)]);
        let unused = &network.list().expect("a list").unused;
        assert_eq!((unused.titles.len(), unused.lines), (usize::from(name == "chance.csv"), 0));
    }
    // Closeness over its mean, and the ties that it would raise above 1.
    let closeness = Tie { is_directed: true, weights: Some(Weights::Closeness) };
    let network = ties("close.txt", b"1 2 8\n2 3 2\n3 1 2\n", closeness).expect("a list");
    assert_eq!(shown(&network, "2"), [("1".to_owned(), 2.0)]);
    assert_eq!(shown(&network, "1"), [("3".to_owned(), 0.5)]);
    assert_eq!(network.tied().expect("ties").capped(0.6), 1);
    let matrix = b"%%MatrixMarket matrix coordinate real general\n3 3 2\n1 2 0.5\n3 2 0.25\n";
    let directed = Tie { is_directed: true, ..chance };
    let network = ties("matrix.mtx", matrix, directed).expect("a list");
    assert_eq!(shown(&network, "2"), [("1".to_owned(), 0.5), ("3".to_owned(), 0.25)]);
}

#[test]
fn weights_and_directions_that_are_none_are_refused() {
    let closeness = Tie { is_directed: false, weights: Some(Weights::Closeness) };
    let chance = Tie { is_directed: false, weights: Some(Weights::Chance) };
    let follows = Tie { is_directed: true, weights: None };
    let symmetric = b"%%MatrixMarket matrix coordinate pattern symmetric\n2 2 1\n2 1\n";
    for (name, bytes, tie, line, words) in [
        ("missing.txt", &b"1 2 0.5\n2 3\n"[..], closeness, Some(2), "no weight in this line"),
        ("negative.txt", b"1 2 0.5\n2 3 -1\n", closeness, Some(2), "not negative"),
        ("word.csv", b"1,2,0.5\n2,3,much\n", closeness, Some(2), "`much` is no weight"),
        ("nan.csv", b"1,2,nan\n", closeness, Some(1), "`nan` is no weight"),
        ("large.txt", b"1 2 1.5\n", chance, Some(1), "between 0 and 1"),
        ("percent.txt", b"1 2 50%\n", closeness, Some(1), "is no weight"),
        ("zero.txt", b"1 2 0\n2 3 0\n", closeness, None, "all of its weights are zero"),
        ("titles.csv", b"from,to,a,b\n1,2,3,4\n", closeness, None, "titles do not say"),
        ("pairs.bin", b"\x01\0\0\0\x02\0\0\0", closeness, None, "have no weights"),
        ("same.mtx", symmetric, follows, Some(1), "same in both directions"),
    ] {
        let Err(Unread::Faults(faults)) = ties(name, bytes, tie) else { panic!("{name} is read") };
        assert!(faults[0].message.english().contains(words), "{name}: {faults:?}");
        assert!(faults[0].line == line && !faults[0].help.english().is_empty(), "{faults:?}");
    }
}

/// Lists of numbers take a fast way, several blocks at a time; those with other ends of lines do
/// not.
#[test]
fn both_ways_through_a_list_come_to_the_same() {
    let mut draws = Coins::new(1, "list").draws(0);
    let mut text = String::from("# people\n\nsource,target\n");
    for line in 0..60_000 {
        let [a, b] = [0; 2].map(|_| draws.below(90_000) * draws.below(90_000));
        text += &[a.to_string(), b.to_string()].join(",");
        text += if line % 1000 == 0 { ",7\n" } else { "\n" };
    }
    text += "0,7\n7,0\n7,7\n12345678,123456789\n1234567890123456,12345678901234567\n";
    let fast = of("fast.csv", text.as_bytes()).expect("a list");
    let slow = of("slow.csv", text.replace('\n', "\r").as_bytes()).expect("a list");
    assert_eq!(fast, slow);
    assert!(fast.dropped.loops > 0 && fast.dropped.doubles > 0 && fast.people() > 50_000);
    // A word among the last lines sends all of them the other way.
    let words = of("words.csv", (text.clone() + "anna,0\n").as_bytes()).expect("a list");
    assert_eq!(words.people(), fast.people() + 1);
    assert_eq!(words.row(0)[..fast.row(0).len()], *fast.row(0));
    for threads in [1, 3] {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
        let again = pool.install(|| of("fast.csv", text.as_bytes())).expect("a list");
        assert_eq!(again.fingerprint(), fast.fingerprint());
    }
}

/// Rows of so many people that an end takes more than 32 bits before it is sorted, against a map;
/// of a tie that is listed twice the largest weight counts.
#[test]
fn rows_are_those_of_a_map() {
    let mut draws = Coins::new(2, "list").draws(0);
    let (mut text, mut ties_of) = (String::new(), Vec::new());
    for line in 0..60_000 {
        let [a, b] = [0; 2].map(|_| draws.below(200_000).min(draws.below(200_000)));
        let weight = match line % 1000 {
            0 => "1".to_owned(),
            1 => ".5".to_owned(),
            2 => "2.5e-1".to_owned(),
            3 => "0.12345678901234567890".to_owned(),
            4 => "-0".to_owned(),
            _ => (draws.below(1000) as f64 / 1000.0).to_string(),
        };
        text.extend([format!("{a} {b} {weight}\n")]);
        let weight = f64::from(weight.parse::<f64>().expect("a number").abs() as f32);
        ties_of.push((a, b, weight));
    }
    for is_directed in [false, true] {
        let mut map: BTreeMap<(u64, u64), f64> = BTreeMap::new();
        for (a, b, weight) in ties_of.iter().filter(|(a, b, _)| a != b) {
            for pair in [(*b, *a), (*a, *b)].iter().take(if is_directed { 1 } else { 2 }) {
                let most = map.entry(*pair).or_insert(*weight);
                *most = most.max(*weight);
            }
        }
        let tie = Tie { is_directed, weights: Some(Weights::Chance) };
        let network = ties("map.txt", text.as_bytes(), tie).expect("a list");
        let list = network.list().expect("a list");
        assert!(network.people() > 1 << 16);
        let mut found = BTreeMap::new();
        for person in 0..network.people() {
            assert!(list.row(person).is_sorted_by(|a, b| a < b));
            for place in 0..network.degree(person) {
                let friend = network.friend(person, place);
                found.insert((list.name(person), list.name(friend)), network.weight(person, place));
                assert!(
                    !is_directed
                        || (0..network.sources(friend))
                            .any(|place| network.source(friend, place) == person)
                );
            }
        }
        assert!(found == map);
    }
}
