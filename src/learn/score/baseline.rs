//! Forecasts of weekly series that need no model.

use super::order::rising;

/// Fewer past errors have no interval.
const LEAST_ERRORS: usize = 8;

/// How a series is forecast from itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Baseline {
    /// Every step as the last one.
    Last,
    /// Every step as the mean of so many last ones.
    Mean(usize),
    /// Every step as the one so many steps before. Needs two such seasons.
    Seasonal(usize),
}

impl Baseline {
    /// The last week, the mean of eight weeks, the same week a year before.
    pub const WEEKLY: [Baseline; 3] = [Baseline::Last, Baseline::Mean(8), Baseline::Seasonal(52)];

    /// How many steps must be known.
    pub fn needs(self) -> usize {
        match self {
            Baseline::Last => 1,
            Baseline::Mean(steps) => steps.max(1),
            Baseline::Seasonal(steps) => 2 * steps.max(1),
        }
    }

    /// The forecast of the sum of the next `ahead` steps of a series, the oldest first. None where
    /// too little is known.
    ///
    /// Test: `score::series::air_passengers_are_compared_as_published`.
    pub fn point(self, history: &[f64], ahead: usize) -> Option<f64> {
        (history.len() >= self.needs()).then(|| self.at(history, ahead))
    }

    /// The forecast with its own past errors on it, rising: draws of the sum of the next `ahead`
    /// steps. None where there are fewer than eight. Where nothing in the history is below 0,
    /// neither is a draw.
    ///
    /// The errors are those at every earlier origin whose outcome is in the history. At the origins
    /// of the first season the seasonal forecast had one season only.
    /// Test: `score::series::a_baseline_is_as_unsure_as_it_was_wrong`.
    pub fn draws(self, history: &[f64], ahead: usize) -> Option<Vec<f64>> {
        let point = self.point(history, ahead)?;
        let first = match self {
            Baseline::Seasonal(steps) => steps.max(1),
            _ => self.needs(),
        };
        let origins = first..=history.len().checked_sub(ahead)?;
        let error = |origin: usize| {
            let came: f64 = history[origin..origin + ahead].iter().sum();
            came - self.at(&history[..origin], ahead)
        };
        let errors: Vec<f64> = origins.map(error).collect();
        let least = if history.iter().all(|&value| value >= 0.0) { 0.0 } else { f64::NEG_INFINITY };
        let draws: Vec<f64> = errors.iter().map(|error| (point + error).max(least)).collect();
        (draws.len() >= LEAST_ERRORS).then(|| rising(&draws))
    }

    /// The forecast of a history that is long enough.
    fn at(self, history: &[f64], ahead: usize) -> f64 {
        let mean = |steps: usize| {
            let last = &history[history.len() - steps..];
            last.iter().sum::<f64>() / steps as f64 * ahead as f64
        };
        match self {
            Baseline::Last => mean(1),
            Baseline::Mean(steps) => mean(steps.max(1)),
            // A season repeats itself as long as steps are asked for.
            Baseline::Seasonal(steps) => {
                let season = &history[history.len() - steps.max(1)..];
                season.iter().cycle().take(ahead).sum()
            }
        }
    }
}
