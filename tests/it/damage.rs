//! What the program reads of its own: whatever is not as it was written is refused, and what
//! somebody made up does no harm.

use std::fs;
use std::path::{Path, PathBuf};

use ciborium::Value;
use rand::rngs::StdRng;
use rand::seq::IndexedRandom;
use rand::{RngExt, SeedableRng};
use reachsim::design::BLOCK;
use reachsim::digits::hex;
use reachsim::engine::{self, Detail, Unwatched};
use reachsim::model::{Lowered, Plan};
use reachsim::output::store::{Origin, Part, Unopened};
use sha2::{Digest, Sha256};

use crate::support::{FIXED, Folder, expect_code, lowered};

const BLOCKS: u64 = 3;

/// One number, whose store is small.
const SMALL: &str =
    "title = \"A number\"\n[input.a]\nvalue = \"1..2\"\n[metric.m]\nformula = \"a\"\n";

/// A store of two whole blocks and a broken one.
fn stored(folder: &Path, text: &str) -> Lowered {
    let lowered = lowered(text, &[]);
    let plan = Plan { trials: 2 * BLOCK as u64 + 300, ..lowered.plan };
    let origin = Origin::of("hash", plan, (0, BLOCKS));
    let mut part = Part::create(folder, origin, &lowered.model).expect("a store");
    for blocks in [0..2, 2..3] {
        let stretch = engine::stretch(&lowered.model, plan, blocks, Detail::Weekly, &Unwatched);
        part.append(&lowered.model, &stretch).expect("appended");
    }
    part.keep().expect("kept");
    lowered
}

fn is_damaged(folder: &Path, lowered: &Lowered) -> bool {
    loop {
        match Part::resume(folder, &lowered.model) {
            // A program that another test starts has the lock until it runs.
            Err(Unopened::Busy) => std::thread::yield_now(),
            resumed => return matches!(resumed, Err(Unopened::Damaged)),
        }
    }
}

/// One flipped bit anywhere in any file of a store, and it is not gone on with.
#[test]
fn a_flipped_bit_in_an_unfinished_run_is_found() {
    let folder = Folder::new("flips");
    let store = folder.at("store");
    let lowered = stored(&store, SMALL);
    assert!(!is_damaged(&store, &lowered), "the store as it was written");
    for name in ["state.cbor", "trials.bin", "blocks.bin"] {
        let path = store.join(name);
        let whole = fs::read(&path).expect("a file");
        for flip in 0..170 {
            // Places all over the file, the first and the last byte among them.
            let place = flip * (whole.len() - 1) / 169;
            let mut flipped = whole.clone();
            flipped[place] ^= 1 << (flip % 8);
            fs::write(&path, &flipped).expect("written");
            assert!(is_damaged(&store, &lowered), "{name}: bit {} of byte {place}", flip % 8);
        }
        fs::write(&path, &whole[..whole.len() - 1]).expect("written");
        assert!(is_damaged(&store, &lowered), "{name} is cut off");
        fs::write(&path, &whole).expect("written");
    }
    assert!(!is_damaged(&store, &lowered), "the store as it was written");
}

/// Puts another value in the place of one in the state of a store, and seals it again.
fn crafted(store: &Path, edit: impl Fn(&mut Value)) {
    let path = store.join("state.cbor");
    let bytes = fs::read(&path).expect("a file");
    let mut state: Value =
        ciborium::from_reader(&bytes[..bytes.len() - 32]).expect("a state and its hash");
    edit(&mut state);
    let mut bytes = Vec::new();
    ciborium::into_writer(&state, &mut bytes).expect("in memory");
    let hash = Sha256::digest(&bytes);
    bytes.extend(hash);
    fs::write(path, bytes).expect("written");
}

/// The value below these names.
fn at<'v>(state: &'v mut Value, names: &[&str]) -> &'v mut Value {
    names.iter().fold(state, |value, name| match value {
        Value::Map(entries) => {
            let entry = entries.iter_mut().find(|(key, _)| key.as_text() == Some(name));
            &mut entry.unwrap_or_else(|| panic!("no {name}")).1
        }
        Value::Array(items) => &mut items[name.parse::<usize>().expect("a place")],
        other => panic!("no {name} in {other:?}"),
    })
}

/// No state of a store of this scenario is gone on with in which a number is one of these.
#[track_caller]
fn expect_damaged(text: &str, numbers: &[(&[&str], &[u64])]) {
    let folder = Folder::new("crafted");
    let store = folder.at("store");
    let lowered = stored(&store, text);
    let whole = fs::read(store.join("state.cbor")).expect("a file");
    for (names, values) in numbers {
        for value in *values {
            crafted(&store, |state| *at(state, names) = Value::from(*value));
            assert!(is_damaged(&store, &lowered), "{names:?} = {value}");
            fs::write(store.join("state.cbor"), &whole).expect("written");
        }
    }
    for names in [&["tally", "sketches"][..], &["tally", "sums", "branches", "0", "sum", "columns"]]
    {
        crafted(&store, |state| *at(state, names) = Value::Array(Vec::new()));
        assert!(is_damaged(&store, &lowered), "{names:?} is empty");
        fs::write(store.join("state.cbor"), &whole).expect("written");
    }
    assert!(!is_damaged(&store, &lowered), "the store as it was written");
}

#[test]
fn a_state_that_no_run_can_have_is_damaged() {
    expect_damaged(
        SMALL,
        &[
            (&["done"], &[1 << 61, 4, u64::MAX]),
            (&["origin", "trials"], &[0, u64::MAX, 10_000_000_001]),
            (&["origin", "first"], &[3, u64::MAX]),
            (&["origin", "end"], &[0, 4, u64::MAX]),
            (&["tally", "trials"], &[0, 2_000, u64::MAX]),
            (&["tally", "sums", "branches", "0", "level"], &[0, 64, 200]),
            (&["tally", "sums", "branches", "0", "first"], &[1, u64::MAX]),
        ],
    );
    // With weeks the state is larger, and takes longer to read.
    let page = format!("simulation.weeks = 4\n{FIXED}");
    expect_damaged(&page, &[(&["tally", "weekly", "branches", "0", "level"], &[9, 64])]);
}

const PAGE: &str = "title = \"A page\"\nmarket.people = \"1M\"\n[community.page]\n\
    platform = \"facebook\"\nfollowers = \"1k to 9k\"\n";

/// A flipped bit of any file of a stored run is told by `render`, of a shard by `merge`; neither
/// ends in a panic, whatever is flipped.
#[test]
fn a_flipped_bit_in_a_stored_run_or_shard_is_found() {
    let folder = Folder::new("flipped");
    folder.file("page.toml", PAGE);
    let run = ["run", "page.toml", "--trials", "2000", "-q"];
    expect_code(&folder.reachsim(&[&run[..], &["--out", "run"]].concat()), 0);
    for shard in ["1", "2"] {
        let part = format!("{shard}/2");
        let arguments = [&run[..], &["--shard", &part, "--out", shard]].concat();
        expect_code(&folder.reachsim(&arguments), 0);
    }
    let flip = |name: &str, part: f64| -> (PathBuf, Vec<u8>) {
        let path = folder.at(name);
        let whole = fs::read(&path).expect("a file");
        let mut flipped = whole.clone();
        let place = ((whole.len() - 1) as f64 * part) as usize;
        flipped[place] ^= 4;
        fs::write(&path, flipped).expect("written");
        (path, whole)
    };
    for part in [0.0, 0.3, 0.7, 1.0] {
        let (path, whole) = flip("run/story.cbor", part);
        let (_, err) = expect_code(&folder.reachsim(&["render", "run", "--format", "md"]), 2);
        assert!(err.contains("is damaged: `story.cbor`"), "{err}");
        fs::write(path, whole).expect("written");
        for name in ["1/state.cbor", "1/trials.bin", "1/blocks.bin", "1/scenario.cbor"] {
            let (path, whole) = flip(name, part);
            let (_, err) = expect_code(&folder.reachsim(&["merge", "1", "2", "--out", "all"]), 2);
            assert!(err.contains("`1` is damaged"), "{name}: {err}");
            fs::write(path, whole).expect("written");
        }
    }
    expect_code(&folder.reachsim(&["render", "run", "--format", "md"]), 0);
    expect_code(&folder.reachsim(&["merge", "1", "2", "--out", "all", "-q"]), 0);
    assert!(folder.at("all/summary.json").exists());
}

/// Values that no run writes, with a hash that fits; `REACHSIM_CRAFTED` asks for another number.
const CRAFTED: u64 = 12;

/// Whoever makes up a story gets documents of it or is told that it is none: nothing panics.
#[test]
fn a_story_that_somebody_made_up_does_no_harm() {
    let folder = Folder::new("made-up");
    folder.file(
        "page.toml",
        &format!(
            "{PAGE}[[target]]\nname = \"seen\"\nmetric = \
        \"impressions_second\"\nat_least = 9\n"
        ),
    );
    let run = ["run", "page.toml", "--trials", "400", "-q", "--out", "run"];
    expect_code(&folder.reachsim(&run), 0);
    let (path, manifest) = (folder.at("run/story.cbor"), folder.at("run/manifest.json"));
    let story: Value =
        ciborium::from_reader(&fs::read(&path).expect("a file")[..]).expect("a story");
    let kept: serde_json::Value =
        serde_json::from_slice(&fs::read(&manifest).expect("a file")).expect("JSON");
    let asked = std::env::var("REACHSIM_CRAFTED").ok();
    let cases = asked.map_or(CRAFTED, |asked| asked.parse().expect("a number"));
    for case in 0..cases {
        let mut made_up = story.clone();
        let mut rng = StdRng::seed_from_u64(case);
        let edit = make_up(&mut made_up, &mut rng);
        let mut bytes = Vec::new();
        ciborium::into_writer(&made_up, &mut bytes).expect("in memory");
        fs::write(&path, &bytes).expect("written");
        let mut manifest_now = kept.clone();
        for file in manifest_now["files"].as_array_mut().expect("files") {
            if file["name"] == "story.cbor" {
                file["bytes"] = bytes.len().into();
                file["sha256"] = hex(&Sha256::digest(&bytes)).into();
            }
        }
        fs::write(&manifest, manifest_now.to_string()).expect("written");
        let formats = if case % 2 == 0 { "md,html,csv" } else { "md,pptx,xlsx" };
        let rendered = folder.reachsim(&["render", "run", "--format", formats, "--out", "new"]);
        let told = String::from_utf8_lossy(&rendered.stderr).into_owned();
        assert!(matches!(rendered.status.code(), Some(0 | 2 | 3)), "case {case}, {edit}: {told}");
    }
}

/// Puts something else in the place of a few values of a story, and says what.
fn make_up(story: &mut Value, rng: &mut StdRng) -> String {
    let mut count = 0;
    leaves(story, &mut |_| count += 1);
    let chosen: Vec<usize> =
        (0..rng.random_range(1..4)).map(|_| rng.random_range(0..count)).collect();
    let mut told = Vec::new();
    let mut place = 0;
    leaves(story, &mut |value| {
        if chosen.contains(&place) {
            let before = format!("{value:?}");
            match value {
                Value::Float(number) => {
                    *number = *[f64::NAN, f64::INFINITY, -1e308, 1e308, 0.0, -1.0, 0.5]
                        .choose(rng)
                        .expect("one");
                }
                Value::Integer(number) => {
                    *number =
                        [0_u64, 1, 1 << 40, u64::MAX].choose(rng).copied().expect("one").into();
                }
                Value::Text(text) => {
                    *text = ["", "\u{1b}[2J", "<svg>", "\u{202e}x"]
                        .choose(rng)
                        .expect("one")
                        .to_string();
                }
                Value::Array(items) => {
                    if rng.random() {
                        items.clear();
                    } else {
                        items.truncate(1);
                    }
                }
                _ => *value = Value::Null,
            }
            told.push(format!("{before:.60} -> {value:?}"));
        }
        place += 1;
    });
    told.join("; ")
}

/// Visits every number, text and list below a value.
fn leaves(value: &mut Value, visit: &mut impl FnMut(&mut Value)) {
    match value {
        Value::Map(entries) => entries.iter_mut().for_each(|(_, value)| leaves(value, visit)),
        Value::Array(items) => {
            for value in items.iter_mut() {
                leaves(value, visit);
            }
            visit(value);
        }
        _ => visit(value),
    }
}
