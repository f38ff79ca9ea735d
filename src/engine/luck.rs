//! Luck: the draws of process noise, and their twin in which everything happens as often as expected.

use rand::Rng;

use crate::draw;
use crate::rng::{Component, StreamKey};

/// Where a draw stands: no draw shifts another, because each has its own address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    pub component: Component,
    pub week: u32,
}

/// Every stochastic step of a trial. Means are never below zero, shares never outside 0 to 1.
pub trait Luck {
    /// A count with this mean and variance mean + dispersion mean^2.
    fn negative_binomial(&mut self, place: Place, mean: f64, dispersion: f64) -> f64;
    /// A gamma variate of this shape and mean; an infinite shape is the mean itself.
    fn gamma(&mut self, place: Place, shape: f64, mean: f64) -> f64;
    /// How many of `round(n)` succeed.
    fn binomial(&mut self, place: Place, n: f64, p: f64) -> f64;
    /// 1 when an event of probability `p` happens, else 0.
    fn event(&mut self, place: Place, p: f64) -> f64;
}

/// The luck of one trial in one community.
#[derive(Clone, Copy, Debug)]
pub struct Drawn<'a> {
    /// One key for each component, in the order of [`Component::ALL`].
    pub keys: &'a [StreamKey],
    pub trial: u64,
}

impl Drawn<'_> {
    fn at(&self, place: Place) -> impl Rng + use<> {
        self.keys[place.component.index()].at(self.trial, place.week)
    }
}

impl Luck for Drawn<'_> {
    fn negative_binomial(&mut self, place: Place, mean: f64, dispersion: f64) -> f64 {
        draw::negative_binomial(&mut self.at(place), mean, dispersion)
    }

    fn gamma(&mut self, place: Place, shape: f64, mean: f64) -> f64 {
        if shape.is_infinite() { mean } else { draw::gamma(&mut self.at(place), shape, mean / shape) }
    }

    fn binomial(&mut self, place: Place, n: f64, p: f64) -> f64 {
        draw::binomial(&mut self.at(place), n.round(), p)
    }

    fn event(&mut self, place: Place, p: f64) -> f64 {
        draw::binomial(&mut self.at(place), 1.0, p)
    }
}

/// No luck at all: every step takes its expected value.
#[derive(Clone, Copy, Debug)]
pub struct Expected;

impl Luck for Expected {
    fn negative_binomial(&mut self, _: Place, mean: f64, _: f64) -> f64 {
        mean
    }

    fn gamma(&mut self, _: Place, _: f64, mean: f64) -> f64 {
        mean
    }

    fn binomial(&mut self, _: Place, n: f64, p: f64) -> f64 {
        n * p
    }

    fn event(&mut self, _: Place, p: f64) -> f64 {
        p
    }
}
