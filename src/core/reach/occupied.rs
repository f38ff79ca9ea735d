//! Reach of a pool by a number of hits.

use crate::elementary::{ln_1p, one_minus_exp};

/// People of a pool of `pool` who are met at least once by `hits` contacts, when the contacts fall
/// on them with gamma distributed frequencies of shape `k`: N (1 - (1 + hits/(k N))^-k) people.
///
/// An infinite `k` gives N (1 - e^(-hits/N)), an infinite pool gives the hits themselves. Source:
/// Goerg, *Estimating reach curves from one data point* (2014), after Ehrenberg's negative
/// binomial. Test: `reach::a_pool_fills_as_goerg_says` and the comparison with 40-digit arithmetic
/// beside it.
pub fn occupied(pool: f64, hits: f64, k: f64) -> f64 {
    if k > 0.0 { Pool::new(k).reached(pool, hits) } else { 0.0 }
}

/// Writes [`occupied`] of each pool by its hits, with the same bits. The shortest slice decides how
/// many are computed.
pub fn occupied_each(pools: &[f64], hits: &[f64], k: f64, reached: &mut [f64]) {
    if k > 0.0 {
        let pool = Pool::new(k);
        for ((reached, &people), &hits) in reached.iter_mut().zip(pools).zip(hits) {
            *reached = pool.reached(people, hits);
        }
    } else {
        reached.fill(0.0);
    }
}

/// People of a pool who were met at least once, where `hits` happened: as many as [`occupied`]
/// expects, and of a pool in which nearly all hits fall on the same few still somebody, unless
/// nothing happened.
///
/// Test: `reach::whoever_was_met_is_somebody`.
pub fn people(pool: f64, hits: f64, k: f64) -> f64 {
    somebody(occupied(pool, hits, k), pool, hits)
}

/// Writes [`people`] of each pool by its hits, with the same bits.
pub fn people_each(pools: &[f64], hits: &[f64], k: f64, reached: &mut [f64]) {
    occupied_each(pools, hits, k, reached);
    for ((reached, &pool), &hits) in reached.iter_mut().zip(pools).zip(hits) {
        *reached = somebody(*reached, pool, hits);
    }
}

#[inline]
fn somebody(reached: f64, pool: f64, hits: f64) -> f64 {
    reached.max(hits.min(pool).min(1.0))
}

/// The constants of a pool's heterogeneity.
#[derive(Clone, Copy)]
struct Pool {
    /// The inverse of k, zero where all people are alike.
    inverse: f64,
    k: f64,
}

impl Pool {
    fn new(k: f64) -> Pool {
        Pool { inverse: 1.0 / k, k }
    }

    #[inline]
    fn reached(self, pool: f64, hits: f64) -> f64 {
        let density = hits / pool;
        let y = density * self.inverse;
        // Where y is so small that its logarithm is y itself, k cancels: that serves an infinite k
        // too.
        let exponent = if y < 1e-17 { density } else { self.k * ln_1p(y) };
        let reached = pool * one_minus_exp(exponent);
        let reached = if reached < hits { reached } else { hits };
        if pool > 0.0 { reached } else { 0.0 }
    }
}
