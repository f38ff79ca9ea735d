//! Quantiles that take a root search, prepared as polynomials.

use std::sync::{LazyLock, OnceLock};

use super::law::{Law, Moments};
use super::scale::Scale;
use crate::chance::Chance;

/// A quantile as a table, on a scale without ends, y = scale(x): polynomials in t = ln(u/(1-u)),
/// where both tails of a gamma or beta are nearly straight.
///
/// Each cell interpolates exact values at the points of Chebyshev and Lobatto, ends included, so
/// that neighbours meet. A cell is split until three points between agree with the exact y to
/// 1e-12, which is the relative error of the distance from either end, or the value itself to its
/// last bits; cells never reach across a known kink or jump. Where even the smallest cell does not
/// agree, and beyond |t| = 14 (one trial in 600,000), the exact quantile is computed each time.
/// Test: `dist::tables_agree_with_the_exact_quantile`.
#[derive(Debug)]
pub struct Table {
    scale: Scale,
    /// The cells: the first ones cover the range evenly, the others are parts of those before.
    cells: Vec<Cell>,
}

#[derive(Clone, Copy, Debug)]
enum Cell {
    /// One value from end to end.
    Flat(f64),
    /// Coefficients of a polynomial in the place within the cell, from -1 to 1.
    Smooth([f64; POINTS]),
    /// The place in the cell at which its lower part ends, and the number of that part; the upper
    /// one follows.
    Split(f64, usize),
    Exact,
}

/// A cell that is still to be fitted, its ends as t, and how often it was halved.
#[derive(Clone, Copy, Debug)]
struct Open {
    cell: usize,
    from: f64,
    to: f64,
    splits: usize,
}

const POINTS: usize = 14;
const FARTHEST: f64 = 14.0;
const CELLS: usize = 28;
const WIDTH: f64 = 2.0 * FARTHEST / CELLS as f64;
const MOST_SPLITS: usize = 6;
/// Most cells that a table may have.
const MOST_CELLS: usize = 300;
const TOLERANCE: f64 = 1e-12;
/// Logarithms of a size beyond which too few decimals are left for the tolerance.
const MANY_LOGARITHMS: f64 = 256.0;
/// Where a cell is checked: between two nodes in its middle and beside its ends, where an
/// interpolation errs most.
const CHECKS: [f64; 3] = [-0.93, 0.03, 0.93];
/// Values that differ by no more parts of themselves differ by rounding.
const LAST_BITS: f64 = 8.0 * f64::EPSILON;
/// Most breaks at which cells end; of more, the splits find them.
const MOST_BREAKS: usize = 128;
/// How far beside a break the quantile is taken to be that of one side, for breaks around 1.
const BESIDE: f64 = 1e-13;

impl Table {
    /// Fits the exact quantile; `breaks` are the places t, ascending, where it is not smooth.
    pub fn new(
        scale: Scale,
        breaks: &[f64],
        exact: &Exact<impl Fn(Chance) -> f64, impl Fn(Chance) -> f64>,
    ) -> Table {
        let breaks = if breaks.len() > MOST_BREAKS { &[] } else { breaks };
        let mut cells = vec![Cell::Exact; CELLS];
        let mut open: Vec<Open> = (0..CELLS)
            .map(|i| Open {
                cell: i,
                from: i as f64 * WIDTH - FARTHEST,
                to: (i + 1) as f64 * WIDTH - FARTHEST,
                splits: 0,
            })
            .collect();
        // Level by level, so that the budget goes to the whole range before it goes to the details
        // of one place.
        let mut next = 0;
        while next < open.len() {
            let Open { cell, from, to, splits } = open[next];
            next += 1;
            let inside: Vec<f64> = breaks
                .iter()
                .copied()
                .filter(|&t| beside(from, 2.0) < t && t < beside(to, -2.0))
                .collect();
            // Where it would be split: at the break in the middle, which counts as no split, or in
            // half.
            let (at, splits) = match inside.get(inside.len() / 2) {
                Some(&at) => (at, splits),
                None => (f64::midpoint(from, to), splits + 1),
            };
            if inside.is_empty() {
                let ends = [(from, 1.0), (to, -1.0)]
                    .map(|(t, side)| if breaks.contains(&t) { beside(t, side) } else { t });
                cells[cell] = fitted(scale, exact, ends);
            }
            if matches!(cells[cell], Cell::Exact)
                && splits <= MOST_SPLITS
                && cells.len() + 2 <= MOST_CELLS
            {
                cells[cell] = Cell::Split(2.0 * (at - from) / (to - from) - 1.0, cells.len());
                open.extend([
                    Open { cell: cells.len(), from, to: at, splits },
                    Open { cell: cells.len() + 1, from: at, to, splits },
                ]);
                cells.extend([Cell::Exact; 2]);
            }
        }
        Table { scale, cells }
    }

    /// The quantile, unless it has to be computed.
    #[inline]
    pub fn at(&self, chance: Chance) -> Option<f64> {
        let place = (chance.logit() + FARTHEST) / WIDTH;
        // Also false where a side of the chance has underflowed.
        if !(place >= 0.0 && place < CELLS as f64) {
            return None;
        }
        let mut cell = place as usize;
        let mut s = 2.0 * (place - cell as f64) - 1.0;
        loop {
            match &self.cells[cell] {
                Cell::Smooth(coefficients) => {
                    return Some(self.scale.value(polynomial(coefficients, s)));
                }
                Cell::Flat(x) => return Some(*x),
                Cell::Split(at, lower) if s < *at => {
                    (cell, s) = (*lower, (2.0 * s + 1.0 - at) / (1.0 + at));
                }
                Cell::Split(at, lower) => {
                    (cell, s) = (lower + 1, (2.0 * s - 1.0 - at) / (1.0 - at));
                }
                Cell::Exact => return None,
            }
        }
    }
}

/// A place to the right of a break, or to its left where `side` is negative.
fn beside(t: f64, side: f64) -> f64 {
    t + side * BESIDE * t.abs().max(1.0)
}

/// The exact quantile, on the scale and as a value.
#[derive(Clone, Copy, Debug)]
pub struct Exact<P, V> {
    pub place: P,
    pub value: V,
}

fn fitted(
    scale: Scale,
    exact: &Exact<impl Fn(Chance) -> f64, impl Fn(Chance) -> f64>,
    ends: [f64; 2],
) -> Cell {
    let [from, to] = ends;
    // The place s runs from -1 to 1 between the ends.
    let chance = |s: f64| Chance::from_logit(0.5 * ((1.0 - s) * from + (1.0 + s) * to));
    let value = |s: f64| (exact.place)(chance(s));
    let values: [f64; POINTS] = std::array::from_fn(|i| value(node(i)));
    let checks = CHECKS.map(|s| (s, value(s)));
    if checks.iter().map(|(_, y)| y).chain(&values).all(|y| *y == values[0]) {
        return Cell::Flat((exact.value)(chance(0.0)));
    }
    let coefficients = interpolated(values);
    let rise = (values[0] - values[POINTS - 1]).abs();
    let agree = |&(s, y): &(f64, f64)| {
        let size = if scale == Scale::Line {
            rise.max(y.abs())
        } else {
            (y.abs() / MANY_LOGARITHMS).max(1.0)
        };
        let (near, x) = (polynomial(&coefficients, s), scale.value(y));
        // NaN does not agree.
        (near - y).abs() <= TOLERANCE * size || (scale.value(near) - x).abs() <= LAST_BITS * x.abs()
    };
    if coefficients.iter().all(|c| c.is_finite()) && checks.iter().all(agree) {
        Cell::Smooth(coefficients)
    } else {
        Cell::Exact
    }
}

/// The points of Chebyshev and Lobatto, from 1 to -1.
fn node(i: usize) -> f64 {
    COSINES[i]
}

/// The cosines cos(pi i/(POINTS - 1)) of a whole turn.
static COSINES: LazyLock<[f64; 2 * (POINTS - 1)]> = LazyLock::new(|| {
    std::array::from_fn(|i| libm::cos(std::f64::consts::PI * i as f64 / (POINTS - 1) as f64))
});

/// The coefficients, the constant first, of the polynomial with these values at the nodes: those of
/// its Chebyshev series by the discrete cosine transform, then of the powers by T(k+1) = 2 s T(k) -
/// T(k-1).
fn interpolated(values: [f64; POINTS]) -> [f64; POINTS] {
    let degree = POINTS - 1;
    let half_at_ends = |i: usize| if i == 0 || i == degree { 0.5 } else { 1.0 };
    let mut powers = [0.0; POINTS];
    let (mut before, mut chebyshev) = ([0.0; POINTS], [0.0; POINTS]);
    chebyshev[0] = 1.0;
    for k in 0..POINTS {
        // The coefficient of T(k): a sum over the nodes in which the ends count half.
        let sum: f64 = (0..POINTS)
            .map(|i| half_at_ends(i) * values[i] * COSINES[(i * k) % (2 * degree)])
            .sum();
        let coefficient = half_at_ends(k) * 2.0 / degree as f64 * sum;
        for i in 0..POINTS {
            powers[i] += coefficient * chebyshev[i];
        }
        // T(1) = s T(0), without the factor 2 of the later ones.
        let factor = if k == 0 { 1.0 } else { 2.0 };
        let after = std::array::from_fn(|i| {
            if i == 0 { -before[0] } else { factor * chebyshev[i - 1] - before[i] }
        });
        (before, chebyshev) = (chebyshev, after);
    }
    powers
}

/// The value of a polynomial by Estrin's scheme, whose products do not wait for one another.
#[inline]
fn polynomial(c: &[f64; POINTS], s: f64) -> f64 {
    let s2 = s * s;
    let s4 = s2 * s2;
    let s8 = s4 * s4;
    let first = (c[0] + c[1] * s) + (c[2] + c[3] * s) * s2;
    let second = (c[4] + c[5] * s) + (c[6] + c[7] * s) * s2;
    let third = (c[8] + c[9] * s) + (c[10] + c[11] * s) * s2;
    (first + second * s4) + (third + (c[12] + c[13] * s) * s4) * s8
}

/// A law whose quantile takes a root search, on the scale of its support.
pub trait Searched: Law {
    /// The quantile on that scale.
    fn place(&self, chance: Chance) -> f64;
}

/// A law with a table of its quantile, which is made when it is first asked for: most of what a
/// file or a preset could say is never drawn.
#[derive(Debug)]
pub struct Tabled<L> {
    law: L,
    table: OnceLock<Table>,
}

impl<L: Searched> Tabled<L> {
    pub fn new(law: L) -> Tabled<L> {
        Tabled { law, table: OnceLock::new() }
    }

    fn table(&self) -> &Table {
        self.table.get_or_init(|| {
            let (low, high) = self.law.bounds();
            let exact = Exact {
                place: |chance| self.law.place(chance),
                value: |chance| self.law.at(chance),
            };
            Table::new(Scale::of(low, high), &[], &exact)
        })
    }
}

impl<L: Searched> Law for Tabled<L> {
    #[inline]
    fn at(&self, chance: Chance) -> f64 {
        self.table().at(chance).unwrap_or_else(|| self.law.at(chance))
    }

    fn chance(&self, x: f64) -> Chance {
        self.law.chance(x)
    }

    fn bounds(&self) -> (f64, f64) {
        self.law.bounds()
    }

    fn moments(&self) -> Moments {
        self.law.moments()
    }

    fn kinks(&self) -> Vec<f64> {
        self.law.kinks()
    }
}
