//! Distributions of parts or of single values, each with its weight.

use std::sync::Arc;

use super::build::finite;
use super::law::Law;
use super::mixture::Mixture;
use super::points::Points;
use super::{Dist, LARGEST, Reason, Setting};
use crate::diagnostic::message;

impl Dist {
    /// One distribution or another, with one coordinate for all.
    pub fn mixture(parts: &[Dist], weights: &[f64]) -> Result<Dist, Reason> {
        check_weights("of", parts.len(), weights)?;
        let laws: Vec<(f64, Arc<dyn Law>)> = weights
            .iter()
            .zip(parts)
            .map(|(&weight, part)| (weight, Arc::clone(&part.law)))
            .collect();
        let parameters = vec![
            ("of", Setting::Parts(parts.to_vec())),
            ("weights", Setting::Numbers(weights.to_vec())),
        ];
        Ok(Dist::new(Arc::new(Mixture::new(&laws)), "mixture", parameters))
    }

    /// Some values, each with its weight.
    pub fn discrete(values: &[f64], weights: &[f64]) -> Result<Dist, Reason> {
        check_weights("values", values.len(), weights)?;
        for (place, value) in values.iter().enumerate() {
            finite(*value, &message!("a value"))
                .map_err(|reason| Reason { parameter: Some(place), ..reason })?;
        }
        let law = Points::new(values.iter().copied().zip(weights.iter().copied()).collect());
        let parameters = vec![
            ("values", Setting::Numbers(values.to_vec())),
            ("weights", Setting::Numbers(weights.to_vec())),
        ];
        Ok(Dist::new(Arc::new(law), "discrete", parameters))
    }

    /// A sample: each observed value as often as it was seen, and none that was not.
    pub fn empirical(sample: &[f64]) -> Result<Dist, Reason> {
        if sample.is_empty() {
            return Err(Reason::new(
                None,
                message!("a sample without a number"),
                message!("give at least one value"),
            ));
        }
        for (place, value) in sample.iter().enumerate() {
            finite(*value, &message!("a value"))
                .map_err(|reason| Reason { parameter: Some(place), ..reason })?;
        }
        let law = Points::new(sample.iter().map(|&value| (value, 1.0)).collect());
        Ok(Dist::new(Arc::new(law), "data", vec![("count", Setting::Number(sample.len() as f64))]))
    }
}

/// Whether there is a weight for each of `count` things, and what they add up to makes sense.
fn check_weights(of: &str, count: usize, weights: &[f64]) -> Result<(), Reason> {
    if count == 0 {
        return Err(Reason::new(
            None,
            message!("`{path}` is empty", path = of),
            message!("give at least one"),
        ));
    }
    if count != weights.len() {
        let message = message!(
            "`{of}` has {count} entries, but `weights` has {weights}",
            of,
            count,
            weights = weights.len()
        );
        return Err(Reason::new(None, message, message!("give one weight for each")));
    }
    if let Some(place) = weights.iter().position(|weight| !(0.0..=LARGEST).contains(weight)) {
        return Err(Reason::new(
            place,
            message!("a weight is {weight}, but it cannot be negative", weight = weights[place]),
            message!("give zero or more"),
        ));
    }
    if weights.iter().sum::<f64>() <= 0.0 {
        return Err(Reason::new(
            None,
            message!("all weights are zero"),
            message!("give at least one weight above zero"),
        ));
    }
    Ok(())
}
