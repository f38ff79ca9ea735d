//! Addressed streams of random numbers: uniform, apart, and the same whoever asks.

use std::convert::Infallible;

use rand::{Rng, TryRng};
use reachsim::rng::{Component, StreamKey, uniform};

use super::statistics::{count, count_uniforms, expect_mean};

const PAIRS: u64 = 250_000;

fn key() -> StreamKey {
    StreamKey::new(1, Component::Messages, "page")
}

/// The draw number `draw` of a stream, from 0.
fn nth(mut stream: impl Rng, draw: usize) -> f64 {
    (0..=draw).map(|_| uniform(&mut stream)).last().unwrap_or(f64::NAN)
}

/// Fails unless two uniforms, as functions of a place, are independent: by 256 cells, which notice
/// any dependence of 3.5 % root mean square, and by their correlation, of which 0.015 is noticed.
#[track_caller]
fn assert_independent(pair: impl Fn(u64) -> (f64, f64)) {
    let pairs: Vec<_> = (0..PAIRS).map(pair).collect();
    count(pairs.iter().map(|&(u, v)| (u * 16.0) as usize * 16 + (v * 16.0) as usize), 256)
        .uniform()
        .resolving(0.035);
    let products: Vec<_> = pairs.iter().map(|&(u, v)| 12.0 * (u - 0.5) * (v - 0.5)).collect();
    expect_mean(&products).near(0.0).resolving(0.015);
}

#[test]
fn the_first_draws_of_all_trials_are_uniform() {
    let key = key();
    for draw in 0..4 {
        count_uniforms((0..PAIRS).map(|trial| nth(key.at(trial, 0), draw)), 1_000)
            .uniform()
            .resolving(0.05);
    }
    count_uniforms((0..PAIRS).map(|week| nth(key.at(0, week as u32), 0)), 1_000)
        .uniform()
        .resolving(0.05);
}

#[test]
fn the_lowest_bits_are_as_good_as_the_highest() {
    let key = key();
    count((0..PAIRS).map(|trial| (key.at(trial, 3).next_u64() % 256) as usize), 256)
        .uniform()
        .resolving(0.035);
}

#[test]
fn neighbouring_streams_are_independent() {
    let key = key();
    let first = |trial, week| nth(key.at(trial, week), 0);
    assert_independent(|i| (first(i, 0), first(i + 1, 0)));
    assert_independent(|i| (first(i, 0), first(i + 1_000, 0)));
    assert_independent(|i| (first(i, 0), first(i, 1)));
    assert_independent(|i| {
        (first(i / 500, (i % 500) as u32), first(i / 500, (i % 500) as u32 + 1))
    });
    assert_independent(|i| (first(i, 51), first(i + 1, 52)));
    // One stream's next draw is not its neighbour's first.
    assert_independent(|i| (nth(key.at(i, 0), 1), first(i + 1, 0)));
    for draw in 1..4 {
        assert_independent(|i| (nth(key.at(i, 0), 0), nth(key.at(i, 0), draw)));
        assert_independent(|i| (nth(key.at(i, 7), draw - 1), nth(key.at(i, 7), draw)));
    }
}

#[test]
fn neighbouring_keys_are_independent() {
    let key = key();
    let first = |key: StreamKey, trial| nth(key.at(trial, 0), 0);
    for other in [
        StreamKey::new(2, Component::Messages, "page"),
        StreamKey::new(1, Component::Crises, "page"),
        StreamKey::new(1, Component::Messages, "page2"),
    ] {
        assert_independent(|i| (first(key, i), first(other, i)));
    }
}

#[test]
#[should_panic(expected = "chi-square is")]
fn a_stream_reused_across_trials_is_caught() {
    let key = key();
    assert_independent(|i| (nth(key.at(i, 0), 0), nth(key.at(i - i % 2, 0), 0)));
}

#[test]
#[should_panic(expected = "chi-square is")]
fn a_stream_reused_in_one_trial_of_twenty_is_caught() {
    let key = key();
    assert_independent(|i| {
        (nth(key.at(i, 0), 0), nth(key.at(if i % 20 == 0 { i } else { i + 1 }, 0), 0))
    });
}

#[test]
#[should_panic(expected = "chi-square is")]
fn a_week_that_is_a_later_draw_of_the_week_before_is_caught() {
    let key = key();
    assert_independent(|i| (nth(key.at(i, 0), 1), nth(key.at(i, 0), usize::from(i % 10 == 0))));
}

#[test]
fn every_component_has_a_place_and_streams_of_its_own() {
    let mut keys = Vec::new();
    for (index, component) in Component::all().enumerate() {
        assert_eq!(component.index(), index);
        for seed in [0, 1, u64::MAX] {
            keys.extend(
                ["", "a", "page", "page2"]
                    .map(|community| StreamKey::new(seed, component, community)),
            );
        }
    }
    keys.push(StreamKey::named(0, "messages", ""));
    keys.push(StreamKey::named(0, "message", "s"));
    for (i, key) in keys.iter().enumerate() {
        assert!(!keys[..i].contains(key), "key {i} is another's");
    }
}

#[test]
fn an_address_means_the_same_stream_for_ever() {
    // Computed by a second implementation on top of Python's `hashlib`.
    let words = |key: StreamKey, trial, week| {
        let mut stream = key.at(trial, week);
        [stream.next_u64(), stream.next_u64(), stream.next_u64()]
    };
    assert_eq!(
        words(key(), 0, 0),
        [15_082_711_552_694_341_511, 11_768_427_188_527_870_982, 6_964_884_269_269_820_631]
    );
    assert_eq!(
        words(key(), 9_999, 51),
        [5_053_550_262_854_250_549, 12_499_276_566_134_919_669, 17_693_313_203_049_122_020]
    );
    assert_eq!(
        words(StreamKey::new(7, Component::ReshareProspects(3), "ru"), 1, 2),
        [4_630_301_226_405_164_199, 14_366_865_190_276_213_170, 10_832_955_797_244_283_831]
    );
}

#[test]
fn streams_do_not_run_into_one_another() {
    const GOLDEN: u64 = 0x9E37_79B9_7F4A_7C15;
    const WORD: u64 = 0xD1B5_4A32_D192_ED03;
    // 1/GOLDEN modulo 2^64, by Newton.
    let inverse = (0..6).fold(GOLDEN, |inverse, _| {
        inverse.wrapping_mul(2_u64.wrapping_sub(GOLDEN.wrapping_mul(inverse)))
    });
    assert_eq!(inverse.wrapping_mul(GOLDEN), 1);
    for words in 1..256_u64 {
        // So many words later a stream is where another begins whose trial is so far away, whatever
        // its week.
        let trials = words.wrapping_mul(WORD).wrapping_mul(inverse) << 16 >> 16;
        assert!(trials.min((1 << 48) - trials) > 1 << 39, "{words} words are {trials} trials");
    }
    let nth_word = |trial, week, word: usize| {
        let mut stream = key().at(trial, week);
        (0..=word).map(|_| stream.next_u64()).last()
    };
    // The third word of one stream is the first of that other one: this is the arithmetic of the
    // streams.
    let meets = WORD.wrapping_mul(inverse);
    assert_eq!(nth_word(0, 0, 2), nth_word(meets << 16 >> 16, (meets >> 48) as u32, 0));
}

/// A source that repeats one word.
struct Always(u64);

impl TryRng for Always {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        Ok(self.0 as u32)
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        Ok(self.0)
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Infallible> {
        bytes.fill(self.0 as u8);
        Ok(())
    }
}

#[test]
fn a_uniform_is_never_zero_or_one_and_as_far_from_both() {
    let (least, most) = (uniform(&mut Always(0)), uniform(&mut Always(u64::MAX)));
    assert_eq!(least, 2.0_f64.powi(-53));
    assert_eq!(most, 1.0 - 2.0_f64.powi(-53));
    assert_eq!(uniform(&mut Always(1 << 63)), 0.5 + 2.0_f64.powi(-53));
}

#[test]
fn bytes_come_from_the_same_words() {
    let mut bytes = [0; 12];
    key().at(4, 2).fill_bytes(&mut bytes);
    let mut stream = key().at(4, 2);
    assert_eq!(bytes[..8], stream.next_u64().to_le_bytes());
    assert_eq!(bytes[8..], stream.next_u64().to_le_bytes()[..4]);
}
