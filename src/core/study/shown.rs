//! What a measurement would show in each future, where an input is what it is there.

use crate::draw::{binomial, normal, poisson};
use crate::model::{Measurement, Sampled};
use crate::rng::{Stream, StreamKey};

/// One result a future for each key of a measurement, in the unit of the key, from the values of
/// these inputs in the order of its keys.
///
/// Of a share x the result is K / n with K binomial (n, x); of a rate x, K / t with K Poisson (t x)
/// over an exposure t; of anything else x + e with e normal. Each key has luck of its own, the same
/// in every size and in every measurement, so that two of them differ by what they are. Test:
/// `study::measure::a_share_and_a_rate_are_worth_what_their_closed_forms_say`.
pub(super) fn shown(measurement: &Measurement, inputs: &[&[f64]], seed: u64) -> Vec<Vec<f64>> {
    let of_key = |((key, sampled), values): (&(String, Sampled), &&[f64])| {
        let streams = StreamKey::named(seed, "measurement", key);
        let result =
            |(trial, x): (usize, &f64)| one(*sampled, *x, &mut streams.at(trial as u64, 0));
        values.iter().enumerate().map(result).collect()
    };
    measurement.of.iter().zip(inputs).map(of_key).collect()
}

fn one(sampled: Sampled, x: f64, rng: &mut Stream) -> f64 {
    match sampled {
        Sampled::People { people } => binomial(rng, people, x) / people,
        Sampled::Count { years, people, a_year } => {
            let exposure = years * people.unwrap_or(1.0) * a_year;
            poisson(rng, exposure * x) / exposure
        }
        Sampled::Error { sd } => x + sd * normal(rng),
        Sampled::Relative { share } => x * (1.0 + share * normal(rng)),
    }
}
