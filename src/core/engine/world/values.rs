//! The values of the inputs in one trial.

use crate::elementary::{TWO_51, floor, nearest};
use crate::model::{Param, Product};

/// The values of the inputs in one trial, and of what luck decides once a trial.
#[derive(Clone, Copy, Debug)]
pub struct Values<'a> {
    pub inputs: &'a [f64],
    pub lives: Lives<'a>,
}

/// Which communities are alive.
#[derive(Clone, Copy, Debug)]
pub enum Lives<'a> {
    /// Uniform coordinates in (0, 1), one for each coin.
    Sampled(&'a [f64]),
    /// Each is alive to the extent of its probability.
    Expected,
}

impl Values<'_> {
    pub fn of(&self, param: Param) -> f64 {
        match param {
            Param::Fixed(value) => value,
            Param::Input(place) => self.inputs[place],
        }
    }

    /// A number of things that people count: the nearest whole one, unless what is expected is
    /// asked.
    pub fn whole(&self, n: f64) -> f64 {
        if self.are_sampled() && n < TWO_51 { nearest(n) } else { n }
    }

    /// A number of things that is not to be passed: the largest whole one, likewise.
    pub fn at_most(&self, n: f64) -> f64 {
        if self.are_sampled() { floor(n) } else { n }
    }

    fn are_sampled(&self) -> bool {
        matches!(self.lives, Lives::Sampled(_))
    }

    pub fn product(&self, product: &Product) -> f64 {
        product.0.iter().fold(1.0, |value, &param| value * self.of(param))
    }
}

/// A ratio, zero where there is nothing to divide by.
pub fn ratio(over: f64, under: f64) -> f64 {
    if under > 0.0 { over / under } else { 0.0 }
}
