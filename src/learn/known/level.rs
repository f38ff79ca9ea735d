//! A level that moves: what blocks of weeks say of the weeks to come.

use reachsim_core::dist::Spread;

use super::curve::{Bell, Curve};

/// What one block says: its number, a place and the variance of that, on the key's scale.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Seen {
    /// Blocks of four weeks since the first one.
    pub at: f64,
    pub place: f64,
    pub variance: f64,
}

/// Whether a level may move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drift {
    Free,
    Steady,
}

/// The weeks to come, in blocks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ahead {
    /// Blocks from the last one that was seen to the first of them.
    pub gap: f64,
    pub blocks: f64,
}

/// The level of the weeks to come.
#[derive(Clone)]
pub struct Level {
    pub curve: Curve,
    /// Mean standard deviation of a move from block to block.
    pub tau: f64,
}

/// Places of ln tau.
const TAUS: usize = 25;
const FIRST_LN_TAU: f64 = -6.5;
const LAST_LN_TAU: f64 = 0.3;
/// Standard deviation of the half-normal belief about tau, on ln and logit.
const TAU: f64 = 0.2;

/// The mean level of the coming blocks, by the Kalman filter over what blocks say.
///
/// The level moves all the time: a random walk whose variance grows by tau^2 in a block. What a
/// block shows is its mean over the block, y = l + N(0, v); means whose middles lie d blocks
/// apart differ by a variance of tau^2 (d - 1/3), and the mean over T blocks that begin a gap after
/// the last one differs from that by tau^2 (gap + (1 + T)/3). Nothing is known of the first level.
/// For each of 25 values of tau, weighted by what the blocks say of it and a half-normal belief of
/// standard deviation 0.2. Source: Harvey 1989, *Forecasting, structural time series models and the
/// Kalman filter*, sections 4.3 and 6.3.
///
/// Test: `known::a_moving_level_is_forecast_as_wide_as_it_moves`.
pub fn level(scale: Spread, seen: &[Seen], drift: Drift, ahead: Ahead) -> Option<Level> {
    let mut seen = seen.to_vec();
    seen.retain(|block| block.place.is_finite() && block.variance > 0.0);
    seen.sort_by(|one, other| one.at.total_cmp(&other.at));
    if seen.is_empty() {
        return None;
    }
    let taus = match drift {
        Drift::Steady => vec![(0.0, 0.0)],
        Drift::Free => (0..TAUS).map(tau).collect(),
    };
    let filtered: Vec<(f64, Bell, f64)> = taus
        .into_iter()
        .map(|(tau, ln_belief)| {
            let (bell, ln) = filter(&seen, tau);
            let variance = bell.variance + tau * tau * moves(ahead);
            (ln + ln_belief, Bell { variance, ..bell }, tau)
        })
        .collect();
    let top = filtered.iter().map(|(ln, ..)| *ln).fold(f64::NEG_INFINITY, f64::max);
    let all: f64 = filtered.iter().map(|(ln, ..)| libm::exp(ln - top)).sum();
    let weight = |ln: f64| libm::exp(ln - top) / all;
    let bells = filtered.iter().map(|(ln, bell, _)| Bell { weight: weight(*ln), ..*bell });
    let bells = bells.filter(|bell| bell.weight > 1e-9).collect();
    let tau = filtered.iter().map(|(ln, _, tau)| weight(*ln) * tau).sum();
    Some(Level { curve: Curve::bells(scale, bells), tau })
}

/// How far the mean of the coming blocks lies from that of the last one, in variances of a block's
/// move.
fn moves(ahead: Ahead) -> f64 {
    ahead.gap.max(0.0) + (1.0 + ahead.blocks.max(0.0)) / 3.0
}

/// How far means of blocks lie apart, likewise.
fn apart(blocks: f64) -> f64 {
    (blocks - 1.0 / 3.0).max(2.0 / 3.0 * blocks)
}

/// The weights and variances by which a level that was seen once moves on.
pub fn moved(ahead: Ahead, drift: Drift) -> Vec<(f64, f64)> {
    if drift == Drift::Steady {
        return vec![(1.0, 0.0)];
    }
    let taus: Vec<(f64, f64)> = (0..TAUS).map(tau).collect();
    let all: f64 = taus.iter().map(|(_, ln)| libm::exp(*ln)).sum();
    let each = |&(tau, ln): &(f64, f64)| (libm::exp(ln) / all, tau * tau * moves(ahead));
    taus.iter().map(each).collect()
}

/// A value of tau with the logarithm of its belief, per step of ln tau.
fn tau(place: usize) -> (f64, f64) {
    let step = (LAST_LN_TAU - FIRST_LN_TAU) / (TAUS - 1) as f64;
    let ln = FIRST_LN_TAU + step * place as f64;
    let tau = libm::exp(ln);
    (tau, ln - 0.5 * (tau / TAU) * (tau / TAU))
}

/// The last level and the logarithm of the likelihood of a tau, up to a constant.
fn filter(seen: &[Seen], tau: f64) -> (Bell, f64) {
    let first = seen[0];
    let (mut mean, mut variance, mut at) = (first.place, first.variance, first.at);
    let mut ln = 0.0;
    for block in &seen[1..] {
        variance += tau * tau * apart(block.at - at);
        at = block.at;
        let whole = variance + block.variance;
        let gap = block.place - mean;
        ln -= 0.5 * (libm::log(whole) + gap * gap / whole);
        let gain = variance / whole;
        mean += gain * gap;
        variance *= 1.0 - gain;
    }
    (Bell { weight: 1.0, mean, variance }, ln)
}
