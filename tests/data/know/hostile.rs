//! Exports that are cut, changed and mixed up: rows, or a fault with a way out.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::RngSeed;
use reachsim_data::know::Reading;

use super::make::{all, read, told};

const CASES: u32 = 200;

/// Reads, and looks at all that comes of it.
fn judge(file: &str, bytes: &[u8]) {
    match read(&[(file, bytes)], &Reading::default()) {
        Err(faults) => {
            assert!(!faults.is_empty());
            assert!(!told(faults).is_empty());
        }
        Ok(export) => {
            for receipt in &export.receipts {
                let out: u64 = receipt.left_out.iter().map(|(_, rows)| rows).sum();
                assert!(receipt.kind == "meta-audience" || receipt.used + out == receipt.rows);
            }
            let count = export.receipts.len() as u32;
            assert!(export.posts.iter().all(|post| post.receipt < count));
            assert!(export.days.iter().all(|day| day.receipt < count && day.value.is_finite()));
            assert!(export.audience.iter().all(|slice| slice.receipt < count));
            for message in &export.messages {
                message.text.map(|text| export.texts.of(text).len());
            }
        }
    }
}

#[test]
fn files_that_are_cut_anywhere_are_read_or_refused() {
    for fixture in all() {
        let step = fixture.bytes.len() / 12 + 1;
        for end in (0..fixture.bytes.len()).step_by(step) {
            judge(fixture.file, &fixture.bytes[..end]);
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
    fn bytes_of_any_kind_are_known_or_refused(bytes in vec(any::<u8>(), 0..400)) {
        judge("export", &bytes);
    }

    #[test]
    fn files_with_changed_bytes_are_known_or_refused(
        file in any::<Index>(),
        changes in vec((any::<Index>(), any::<u8>()), 1..8),
    ) {
        let mut fixture = file.get(&all()).clone();
        for (place, byte) in changes {
            let place = place.index(fixture.bytes.len());
            fixture.bytes[place] = byte;
        }
        judge(fixture.file, &fixture.bytes);
    }

    #[test]
    fn cells_of_any_sign_are_known_or_refused(
        file in any::<Index>(),
        cells in vec((any::<Index>(), select(vec!["-", "9", ",", ".", "/", ":", "K", "%", "é", "мар",
            "Jan", "\u{a0}", "+", "00", "T", "Z", "\"", "\t", "\n", "#", "…", "E+17"])), 1..12),
    ) {
        let texts: Vec<_> =
            all().into_iter().filter(|one| std::str::from_utf8(&one.bytes).is_ok()).collect();
        let fixture = file.get(&texts).clone();
        let mut text = String::from_utf8_lossy(&fixture.bytes).into_owned();
        for (place, sign) in cells {
            let mut at = place.index(text.len());
            while !text.is_char_boundary(at) {
                at -= 1;
            }
            text.insert_str(at, sign);
        }
        judge(fixture.file, text.as_bytes());
    }

    #[test]
    fn lines_of_two_files_among_each_other_are_known_or_refused(
        one in any::<Index>(),
        other in any::<Index>(),
        seed in any::<u64>(),
    ) {
        let all = all();
        let (one, other) = (one.get(&all), other.get(&all));
        let (first, second) = (&one.bytes, &other.bytes);
        let mut lines = second.split(|byte| *byte == b'\n');
        let mut mixed = Vec::new();
        for (place, line) in first.split(|byte| *byte == b'\n').enumerate() {
            mixed.extend_from_slice(line);
            mixed.push(b'\n');
            if seed >> (place % 64) & 1 == 1 && let Some(line) = lines.next() {
                mixed.extend_from_slice(line);
                mixed.push(b'\n');
            }
        }
        judge(one.file, &mixed);
    }
}
