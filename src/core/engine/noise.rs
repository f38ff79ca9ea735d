//! Noise: the draws of process noise, and their twin in which everything happens as often as
//! expected.

use rand::Rng;

use crate::draw::{self, Split};
use crate::elementary::{TWO_51, floor, nearest};
use crate::rng::{Component, StreamKey};

/// Where a draw stands: no draw shifts another, because each has its own address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Address {
    pub component: Component,
    pub week: u32,
}

/// Every stochastic step of a trial. Means are never below zero, shares never outside 0 to 1.
pub trait Noise {
    /// Whether what is counted comes in whole numbers.
    const WHOLE: bool;
    /// A count with this mean and variance mean + dispersion mean^2.
    fn negative_binomial(&mut self, address: Address, mean: f64, dispersion: f64) -> f64;
    /// A count with this mean and variance.
    fn poisson(&mut self, address: Address, mean: f64) -> f64;
    /// A gamma variate of this shape and mean; an infinite shape is the mean itself.
    fn gamma(&mut self, address: Address, shape: f64, mean: f64) -> f64;
    /// How many of `n` succeed; where counts are whole, `n` must be: [`Noise::whole`] rounds it.
    fn binomial(&mut self, address: Address, n: f64, p: f64) -> f64;
    /// 1 when an event of probability `p` happens, else 0.
    fn event(&mut self, address: Address, p: f64) -> f64;
    /// Chooses `total` of the units of all weeks, whichever: [`Split::parts`] tells how many of
    /// each week.
    fn choose(&mut self, address: Address, total: f64, split: &mut Split);
    /// Lets each of `total` events fall into a week, by the weeks' means.
    fn scatter(&mut self, address: Address, total: f64, split: &mut Split);

    /// Luck that is independent of it, for what is drawn anew from a week on; before the first
    /// change it is the same.
    #[must_use]
    fn apart(&self, from: usize) -> Self
    where
        Self: Sized;

    /// A number of things: the nearest whole one, where they come in whole numbers.
    #[inline(always)]
    fn whole(&self, n: f64) -> f64 {
        match Self::WHOLE {
            true if n < TWO_51 => nearest(n),
            true => n.floor(),
            false => n,
        }
    }

    /// What a steady stream of `rate` a week brings in week `week`, counted from 0: whole things,
    /// or their share.
    fn stream(&self, rate: f64, week: usize) -> f64 {
        let up_to = |week: usize| floor(rate * week as f64);
        if Self::WHOLE { up_to(week + 1) - up_to(week) } else { rate }
    }
}

/// The luck of one trial in one community, or in the team.
#[derive(Clone, Copy, Debug)]
pub struct Sampled<'a> {
    /// A key for each component, in the order of [`Component::all`].
    pub keys: &'a [StreamKey],
    pub trial: u64,
}

impl Sampled<'_> {
    #[inline(always)]
    fn at(&self, address: Address) -> impl Rng + use<> {
        self.keys[address.component.index()].at(self.trial, address.week)
    }
}

/// Trials stand below this bit, weeks of changes above it.
const CHANGES: u32 = 38;

impl Noise for Sampled<'_> {
    const WHOLE: bool = true;

    fn apart(&self, from: usize) -> Self {
        Sampled { trial: self.trial ^ ((from as u64) << CHANGES), ..*self }
    }

    #[inline(never)]
    fn negative_binomial(&mut self, address: Address, mean: f64, dispersion: f64) -> f64 {
        draw::negative_binomial(&mut self.at(address), mean, dispersion)
    }

    #[inline(never)]
    fn poisson(&mut self, address: Address, mean: f64) -> f64 {
        if mean > 0.0 { draw::poisson(&mut self.at(address), mean) } else { 0.0 }
    }

    #[inline(never)]
    fn gamma(&mut self, address: Address, shape: f64, mean: f64) -> f64 {
        if shape.is_infinite() {
            mean
        } else {
            draw::gamma(&mut self.at(address), shape, mean / shape)
        }
    }

    #[inline(never)]
    fn binomial(&mut self, address: Address, n: f64, p: f64) -> f64 {
        draw::binomial(&mut self.at(address), n, p)
    }

    #[inline(always)]
    fn event(&mut self, address: Address, p: f64) -> f64 {
        if p > 0.0 { self.binomial(address, 1.0, p) } else { 0.0 }
    }

    #[inline(always)]
    fn choose(&mut self, address: Address, total: f64, split: &mut Split) {
        split.choose(&mut self.at(address), total);
    }

    #[inline(always)]
    fn scatter(&mut self, address: Address, total: f64, split: &mut Split) {
        split.scatter(&mut self.at(address), total);
    }
}

/// No luck at all: every step takes its expected value.
#[derive(Clone, Copy, Debug)]
pub struct Expected;

impl Noise for Expected {
    const WHOLE: bool = false;

    fn apart(&self, _: usize) -> Self {
        Expected
    }

    fn negative_binomial(&mut self, _: Address, mean: f64, _: f64) -> f64 {
        mean
    }

    fn poisson(&mut self, _: Address, mean: f64) -> f64 {
        mean
    }

    fn gamma(&mut self, _: Address, _: f64, mean: f64) -> f64 {
        mean
    }

    fn binomial(&mut self, _: Address, n: f64, p: f64) -> f64 {
        n * p
    }

    fn event(&mut self, _: Address, p: f64) -> f64 {
        p
    }

    fn choose(&mut self, _: Address, total: f64, split: &mut Split) {
        split.in_proportion(total);
    }

    fn scatter(&mut self, _: Address, total: f64, split: &mut Split) {
        split.in_proportion(total);
    }
}
