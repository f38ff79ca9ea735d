//! Phrases of choices: how they fare, where they turn, and what is measured before them.

use super::chance;
use super::studies::{brief_input, key_known, key_sum, named};
use crate::estimate::Estimate;
use crate::model::{Measurement, Sampled};
use crate::output::Context;
use crate::output::format::Format as _;
use crate::output::words::{Words as _, say};
use crate::study::measure::Measured;
use crate::study::robust::Turned;
use crate::study::{Alternative, Flip};
use crate::units::WEEKS_A_YEAR;

/// What a measurement is called: by its own name, else by how it would be done.
pub fn measurement(context: &Context, measurement: &Measurement) -> String {
    let locale = context.locale;
    if let Some(name) = &measurement.name {
        return super::tame(name.of(locale));
    }
    let keys: Vec<String> =
        measurement.of.iter().map(|(key, _)| brief_input(context, key)).collect();
    let key = locale.listed(&keys);
    match measurement.of.first() {
        Some((_, Sampled::People { people })) => {
            say!(locale, "menu-sample", key = key, n = *people)
        }
        Some((_, Sampled::Count { years, .. })) => {
            say!(locale, "menu-count", key = key, time = counted(context, *years))
        }
        Some((_, Sampled::Relative { share })) => {
            let error = locale.share(*share, Some(0.005));
            say!(locale, "menu-error", key = key, error = error)
        }
        Some((path, Sampled::Error { sd })) => {
            let known = Estimate::new(*sd, 0.1 * sd);
            say!(locale, "menu-error", key = key, error = key_known(context, path, known))
        }
        None => key,
    }
}

/// A time of counting, in weeks.
pub fn counted(context: &Context, years: f64) -> String {
    context.locale.whole_weeks((years * WEEKS_A_YEAR).round().max(1.0) as u64)
}

/// At which result of a key a choice changes.
pub fn flips(context: &Context, decisions: &[Alternative], measured: &Measured) -> Vec<String> {
    let keys = measured.measurement.of.iter().map(|(key, _)| key);
    let told = |(key, flip): (&String, &Option<Flip>)| {
        let flip = flip.as_ref()?;
        let choice = named(context.locale, &decisions[flip.to]);
        let id = if flip.above { "menu-above" } else { "menu-below" };
        Some(context.locale.say(
            id,
            &[
                ("key", brief_input(context, key).into()),
                ("at", key_known(context, key, flip.at).into()),
                ("choice", choice.into()),
                ("chance", chance(context.locale, Estimate::exact(flip.share)).into()),
            ],
        ))
    };
    keys.zip(&measured.flips).filter_map(told).collect()
}

/// At which value of an input a choice turns, and to which.
pub fn turned(context: &Context, turned: &Turned, to: &str) -> String {
    let id = if turned.flip.above { "robust-above" } else { "robust-below" };
    context.locale.say(
        id,
        &[
            ("key", brief_input(context, &turned.key).into()),
            ("at", key_known(context, &turned.key, turned.flip.at).into()),
            ("now", key_sum(context, &turned.key, turned.now).into()),
            ("choice", to.to_owned().into()),
            ("chance", chance(context.locale, Estimate::exact(turned.flip.share)).into()),
        ],
    )
}
