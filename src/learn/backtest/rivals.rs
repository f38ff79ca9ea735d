//! Forecasts with which those of the scenario are compared.

use crate::score::Baseline;

use super::series::Kind;

/// A forecast without the scenario's learning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rival {
    /// Every week as the last one.
    Last,
    /// Every week as the mean of the last eight.
    Mean8,
    /// Every week as a year before.
    Seasonal,
    /// The scenario that learnt nothing.
    Preset,
}

/// Fewer past errors have no law.
const LEAST_ERRORS: usize = 8;

impl Rival {
    pub const ALL: [Rival; 4] = [Rival::Last, Rival::Mean8, Rival::Seasonal, Rival::Preset];

    pub const fn id(self) -> &'static str {
        match self {
            Rival::Last => "last",
            Rival::Mean8 => "mean8",
            Rival::Seasonal => "seasonal",
            Rival::Preset => "preset",
        }
    }

    /// Which forecast from the series alone it is.
    pub(super) const fn baseline(self) -> Option<Baseline> {
        match self {
            Rival::Last => Some(Baseline::Last),
            Rival::Mean8 => Some(Baseline::Mean(8)),
            Rival::Seasonal => Some(Baseline::Seasonal(52)),
            Rival::Preset => None,
        }
    }
}

/// The weeks ahead: so many are passed over, and so many are forecast.
#[derive(Clone, Copy, Debug)]
pub struct Stretch {
    pub lag: usize,
    pub weeks: usize,
}

/// The forecast of a stretch from the past, the oldest week first, with its own past errors on it:
/// as many draws as there are earlier origins whose stretch lies in the past. None where there are
/// fewer than eight, or too little past. Where nothing was below 0, neither is a draw.
pub fn draws(baseline: Baseline, past: &[f64], kind: Kind, stretch: Stretch) -> Option<Vec<f64>> {
    if past.len() < baseline.needs() {
        return None;
    }
    let least = match baseline {
        Baseline::Seasonal(weeks) => weeks,
        _ => baseline.needs(),
    };
    let point = point(baseline, past, kind, stretch);
    let Stretch { lag, weeks } = stretch;
    let last = past.len().checked_sub(lag + weeks)?;
    let errors = (least..=last).map(|origin| {
        let came = &past[origin + lag..origin + lag + weeks];
        made(kind, came) - self::point(baseline, &past[..origin], kind, stretch)
    });
    let floor = if past.iter().all(|week| *week >= 0.0) { 0.0 } else { f64::NEG_INFINITY };
    let draws: Vec<f64> = errors.map(|error| (point + error).max(floor)).collect();
    (draws.len() >= LEAST_ERRORS).then_some(draws)
}

/// A horizon of its weeks.
fn made(kind: Kind, weeks: &[f64]) -> f64 {
    match kind {
        Kind::Sum => weeks.iter().sum(),
        Kind::End => weeks.last().copied().unwrap_or(f64::NAN),
        Kind::Mean => weeks.iter().sum::<f64>() / weeks.len() as f64,
    }
}

fn point(baseline: Baseline, past: &[f64], kind: Kind, stretch: Stretch) -> f64 {
    let Stretch { lag, weeks } = stretch;
    let last = |weeks: usize| &past[past.len() - weeks.max(1)..];
    let ahead: Vec<f64> = match baseline {
        Baseline::Last => vec![last(1)[0]; weeks],
        Baseline::Mean(of) => vec![made(Kind::Mean, last(of)); weeks],
        Baseline::Seasonal(of) => last(of).iter().copied().cycle().skip(lag).take(weeks).collect(),
    };
    made(kind, &ahead)
}
