//! The commonest lines of a list, several bytes at a time: two numbers and perhaps a weight, with
//! one byte between them. Whatever else there is in a line is for others to understand.

use super::line::Between;
use super::ties::Weights;

/// A line of two people who are called by numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Swift {
    pub people: [u64; 2],
    pub weight: f32,
    /// Whether the weight is a whole number too.
    pub is_whole: bool,
    /// Where the next line begins.
    pub next: usize,
}

/// Powers of ten.
const TENS: [u64; 16] = {
    let mut tens = [1; 16];
    let mut place = 1;
    while place < 16 {
        tens[place] = 10 * tens[place - 1];
        place += 1;
    }
    tens
};
/// A zero, and ones and sixes, in each of eight bytes.
const ZEROS: u64 = 0x3030_3030_3030_3030;
const SIXES: u64 = 0x0606_0606_0606_0606;
const HIGH: u64 = 0xF0F0_F0F0_F0F0_F0F0;

/// How many digits stand at the front of eight bytes, and what number they are. A byte less that of
/// a zero is a digit if neither it nor six more reach 16; then two digits are joined, four, and all
/// of them (Lemire 2018).
#[inline]
fn digits(eight: u64) -> (usize, u64) {
    let digits = eight ^ ZEROS;
    let others = (digits | digits.wrapping_add(SIXES)) & HIGH;
    let count = others.trailing_zeros() / 8;
    if count == 0 {
        return (0, 0);
    }
    // The bytes before the first digit are zeros.
    let digits = digits << (64 - 8 * count);
    let twos = (digits.wrapping_mul(10 * 256 + 1) >> 8) & 0x00FF_00FF_00FF_00FF;
    let fours = (twos.wrapping_mul(100 * 65_536 + 1) >> 16) & 0x0000_FFFF_0000_FFFF;
    (count as usize, fours.wrapping_mul((10_000 << 32) + 1) >> 32)
}

#[inline]
fn eight(bytes: &[u8], at: usize) -> Option<u64> {
    bytes.get(at..)?.first_chunk().map(|eight| u64::from_le_bytes(*eight))
}

/// Up to fifteen digits, and how many they are.
#[inline]
fn number(bytes: &[u8], at: usize) -> Option<(u64, usize)> {
    let (count, number) = digits(eight(bytes, at)?);
    if count < 8 {
        return Some((number, count));
    }
    let (more, rest) = digits(eight(bytes, at + 8)?);
    (more < 8).then(|| (number * TENS[more] + rest, 8 + more))
}

/// A number as it is usually written, and where it ends.
#[inline]
fn name(bytes: &[u8], at: usize) -> Option<(u64, usize)> {
    let (name, count) = number(bytes, at)?;
    let is_usual = count == 1 || (count > 1 && bytes[at] != b'0');
    is_usual.then_some((name, at + count))
}

/// Where the next line begins, if this one ends there.
#[inline]
fn end(bytes: &[u8], at: usize) -> Option<usize> {
    match bytes.get(at)? {
        b'\n' => Some(at + 1),
        b'\r' if bytes.get(at + 1) == Some(&b'\n') => Some(at + 2),
        _ => None,
    }
}

/// The line that begins there, if it is two numbers with one byte between them.
#[inline]
pub(crate) fn pair(bytes: &[u8], at: usize) -> Option<Swift> {
    let (a, behind) = name(bytes, at)?;
    if !matches!(bytes.get(behind), Some(b' ' | b'\t' | b',' | b';' | b'|' | b':')) {
        return None;
    }
    let (b, behind) = name(bytes, behind + 1)?;
    let next = end(bytes, behind)?;
    Some(Swift { people: [a, b], weight: 1.0, is_whole: true, next })
}

/// The line that begins there, if it is two numbers and a weight with one such byte between them.
#[inline]
pub(crate) fn weighted(
    bytes: &[u8],
    at: usize,
    between: Between,
    weights: Weights,
) -> Option<Swift> {
    let is_between = |at: usize| match (bytes.get(at), between) {
        (Some(b' ' | b'\t'), Between::Blanks) => true,
        (Some(byte), Between::Byte(separator)) => *byte == separator,
        _ => false,
    };
    let (a, behind) = name(bytes, at)?;
    let (b, behind) = name(bytes, Some(behind + 1).filter(|_| is_between(behind))?)?;
    let from = Some(behind + 1).filter(|_| is_between(behind))?;
    let (whole, count) = number(bytes, from)?;
    let point = from + count;
    if count == 0 || bytes.get(point) != Some(&b'.') {
        let next = end(bytes, point).filter(|_| count > 0)?;
        return weight(whole as f64, weights).map(|weight| Swift {
            people: [a, b],
            weight,
            is_whole: true,
            next,
        });
    }
    let (part, places) = number(bytes, point + 1)?;
    let next = end(bytes, point + 1 + places)?;
    // Both are exact, so their quotient is the nearest to what is written (Clinger 1990).
    let is_exact = places > 0 && count + places < 16;
    let all = Some(whole).filter(|_| is_exact)? * TENS[places] + part;
    weight(all as f64 / TENS[places] as f64, weights).map(|weight| Swift {
        people: [a, b],
        weight,
        is_whole: false,
        next,
    })
}

#[inline]
fn weight(weight: f64, weights: Weights) -> Option<f32> {
    (weights == Weights::Closeness || weight <= 1.0).then_some(weight as f32)
}
