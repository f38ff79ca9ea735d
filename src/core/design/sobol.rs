//! Sobol' points under Owen's nested uniform scramble.
//!
//! A block is the beginning of the sequence, 1,000 of the 1,024 points of a net, scrambled anew.
//! Ten binary digits tell 1,024 points apart in every dimension, so a scramble of the ten digits, a
//! random bit for each node of a binary tree, followed by a uniform place in the cell that they
//! leave, is the nested uniform scramble itself and no approximation.

use std::sync::LazyLock;

use rand::Rng;

use super::stratum::within;
use crate::rng::Stream;

/// Different dimensions at hand.
pub const DIMENSIONS: usize = 256;
const DIGITS: usize = 10;
/// Points of one net, the most that a block may have.
pub const POINTS: usize = 1 << DIGITS;

/// Primitive polynomials and initial direction numbers, with their licence.
const JOE_KUO: &str = include_str!("new-joe-kuo-6.256.txt");

/// For each dimension the directions as numbers of ten digits, the first digit highest.
static DIRECTIONS: LazyLock<Vec<[u16; DIGITS]>> = LazyLock::new(|| {
    let first = std::array::from_fn(|k| 1 << (DIGITS - 1 - k));
    let rows = JOE_KUO.lines().filter(|line| !line.starts_with('#'));
    std::iter::once(first)
        .chain(rows.map(|row| directions(&row.split(' ').flat_map(str::parse).collect::<Vec<_>>())))
        .collect()
});

/// Directions from a row `d s a m_1 .. m_s`: `v_k = m_k / 2^k`, and from `k = s + 1` on the
/// recurrence `v_k = v_(k-s) / 2^s + v_(k-s) + sum of a_i v_(k-i)`, without carry.
fn directions(row: &[u16]) -> [u16; DIGITS] {
    let (degree, polynomial, initial) = (usize::from(row[1]), row[2], &row[3..]);
    let mut v = [0; DIGITS];
    // Bit i of the row's polynomial, from the highest, is a_i; numbers of ten digits stand for
    // fractions, so dividing by 2^s shifts by s places.
    for k in 0..DIGITS {
        v[k] = if k < degree {
            initial[k] << (DIGITS - 1 - k)
        } else {
            let terms =
                (1..degree).filter(|i| polynomial >> (degree - 1 - i) & 1 == 1).map(|i| v[k - i]);
            terms.fold(v[k - degree] ^ (v[k - degree] >> degree), |sum, term| sum ^ term)
        };
    }
    v
}

/// The points of one dimension before the scramble, in units of 2^-10, in the order of Gray's code.
///
/// Source: Joe, Kuo, *Constructing Sobol sequences with better two-dimensional projections*, SIAM
/// J. Sci. Comput. 30 (2008), file new-joe-kuo-6. Test:
/// `design::unscrambled_points_are_those_of_the_literature`.
pub fn unscrambled(dimension: usize) -> impl Iterator<Item = u16> {
    let v = DIRECTIONS[dimension];
    (0..POINTS).scan(0, move |point, i| {
        *point ^= if i == 0 { 0 } else { v[i.trailing_zeros() as usize] };
        Some(*point)
    })
}

/// The first scrambled points of one dimension, at most 2^10.
///
/// Source: Owen, *Randomly permuted (t,m,s)-nets and (t,s)-sequences* (1995).
/// Test: `design::scrambled_points_are_still_a_net`.
pub fn fill(rng: &mut Stream, dimension: usize, us: &mut [f64]) {
    let cells = scramble(rng);
    for (u, point) in us.iter_mut().zip(unscrambled(dimension)) {
        *u = within(u32::from(cells[usize::from(point)]), POINTS, rng);
    }
}

/// Where the scramble sends each of the 2^10 cells: the digit behind each prefix is flipped or kept
/// at random.
fn scramble(rng: &mut Stream) -> [u16; POINTS] {
    let mut cells = [0; POINTS];
    for digit in 0..DIGITS {
        let mut bits = 0;
        // From the last prefix down, because the images of its two continuations take the places 2i
        // and 2i + 1.
        for (i, prefix) in (0..1 << digit).rev().enumerate() {
            if i % 64 == 0 {
                bits = rng.next_u64();
            }
            let flip = (bits >> (i % 64) & 1) as u16;
            let image = cells[prefix] << 1;
            cells[2 * prefix] = image | flip;
            cells[2 * prefix + 1] = image | (flip ^ 1);
        }
    }
    cells
}
