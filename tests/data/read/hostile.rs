//! Bytes that nobody meant: whatever they are, they are read or refused.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::RngSeed;
use reachsim_core::diagnostic::message;
use reachsim_data::fault::{SHOWN, diagnostics};
use reachsim_data::read;

use super::make::{archive, encoded, lines, members, packed, sixteen, text, workbook};

const CASES: u32 = 300;

fn whole() -> Vec<Vec<u8>> {
    let comma = text(',', "\n");
    let chats = r#"{"a": 1, "chats": {"list": [{"name": "x", "messages": [{"id": 1}]}]}}"#;
    vec![
        comma.clone().into(),
        sixteen(&comma, false, true),
        encoded(&text(';', "\r\n"), encoding_rs::WINDOWS_1251),
        b"sep=,\n\"a,b\"\n\"1,2\"\n".to_vec(),
        chats.into(),
        b"{\"a\": 1}\n{\"a\": [2, {\"text\": \"x\"}]}\n".to_vec(),
        packed(comma.as_bytes()),
        archive(&[("one.csv", comma.as_bytes()), ("two.json", chats.as_bytes())]),
        workbook(),
    ]
}

/// Reads all that is there, and looks at every fault and some places.
fn judge(bytes: Vec<u8>) {
    match read::from_bytes("export", bytes) {
        Err(faults) => {
            assert!(!faults.is_empty());
            assert!(!diagnostics(faults).to_string().is_empty());
        }
        Ok(file) => {
            assert!(!file.parts.is_empty());
            for part in &file.parts {
                match lines(part) {
                    Err(fault) => assert!(!diagnostics(vec![fault]).to_string().is_empty()),
                    Ok(rows) => {
                        assert!(rows.is_sorted_by_key(|(line, _)| *line));
                        for (line, cells) in rows.iter().take(3) {
                            let place = part.place(*line, cells.len() / 2, message!("here"));
                            assert!(place.text.len() <= SHOWN && !place.text.contains('\n'));
                            assert!(place.text.get(place.bytes.clone()).is_some());
                        }
                    }
                }
            }
        }
    }
}

#[test]
fn whole_files_are_read_to_their_end() {
    for bytes in whole() {
        let file = read::from_bytes("export", bytes).expect("a file");
        assert!(file.parts.iter().all(|part| lines(part).is_ok_and(|rows| rows.len() > 1)));
    }
}

#[test]
fn files_that_are_cut_anywhere_are_read_or_refused() {
    for bytes in whole() {
        let step = bytes.len() / 60 + 1;
        for end in (0..bytes.len()).step_by(step) {
            judge(bytes[..end].to_vec());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: CASES,
        rng_seed: RngSeed::Fixed(24),
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn bytes_of_any_kind_are_read_or_refused(bytes in vec(any::<u8>(), 0..400)) {
        judge(bytes);
    }

    #[test]
    fn signs_of_tables_in_any_order_are_read_or_refused(
        signs in vec(select(vec!["\"", ",", ";", "\t", "\n", "\r", "sep=", "{", "}", "[", "]", ":",
            "a", "1", "é", "\u{FEFF}", "\"messages\"", "\\"]), 0..200),
    ) {
        judge(signs.concat().into_bytes());
    }

    #[test]
    fn files_with_changed_bytes_are_read_or_refused(
        file in 0..9_usize,
        changes in vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
    ) {
        let mut bytes = whole().swap_remove(file);
        for (place, byte) in changes {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        judge(bytes);
    }

    #[test]
    fn workbooks_with_changed_members_are_read_or_refused(
        member in any::<prop::sample::Index>(),
        changes in vec((any::<prop::sample::Index>(), select(b"<>\"'=/&A0 9xr\xFF".to_vec())), 1..6),
    ) {
        let mut members = members(&workbook());
        let member = member.index(members.len());
        let bytes = &mut members[member].1;
        for (place, byte) in changes {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        let member = |(name, bytes): &(String, Vec<u8>)| (name.as_str(), &bytes[..]);
    let members: Vec<_> = members.iter().map(member).collect();
        judge(archive(&members));
    }

    #[test]
    fn files_with_doubled_pieces_are_read_or_refused(
        file in 0..9_usize,
        from in any::<prop::sample::Index>(),
        length in 1..300_usize,
        to in any::<prop::sample::Index>(),
    ) {
        let mut bytes = whole().swap_remove(file);
        let (from, to) = (from.index(bytes.len()), to.index(bytes.len()));
        let piece = bytes[from..(from + length).min(bytes.len())].to_vec();
        bytes.splice(to..to, piece);
        judge(bytes);
    }
}
