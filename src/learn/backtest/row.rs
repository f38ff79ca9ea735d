//! One series at one horizon: what was forecast, what came, and how good it was.

use crate::score::{
    Compared, Covered, LEAST_ORIGINS, Misses, Pit, Shape, coverage, crps_fair, diebold_mariano,
    mean, misses, percentile, pit_draws, pit_histogram, pit_shape, sharpness, skill,
};

use super::rivals::Rival;

/// Of how many hundred outcomes a range is to hold.
pub const LEVELS: [u32; 3] = [50, 80, 90];

/// The middle of draws.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Middle {
    pub median: f64,
    /// The central ranges of [`LEVELS`].
    pub ranges: [[f64; 2]; 3],
}

impl Middle {
    /// None of fewer than two draws, or where one is no number. Of m draws and an outcome like
    /// them, p lie below the p (m + 1)-th draw.
    pub fn of(draws: &[f64]) -> Option<Middle> {
        if draws.len() < 2 || draws.iter().any(|draw| !draw.is_finite()) {
            return None;
        }
        let mut rising = draws.to_vec();
        rising.sort_unstable_by(f64::total_cmp);
        let m = rising.len() as f64;
        let at = |p: f64| percentile(&rising, (p * (m + 1.0) - 1.0) / (m - 1.0));
        let range = |level: u32| {
            let tail = 0.5 - f64::from(level) / 200.0;
            [tail, 1.0 - tail].map(at)
        };
        Some(Middle { median: percentile(&rising, 0.5), ranges: LEVELS.map(range) })
    }
}

/// What was forecast on one day, and what came.
#[derive(Clone, Debug, PartialEq)]
pub struct Forecast {
    /// The first day that was forecast, since 1970-01-01.
    pub day: i32,
    pub outcome: f64,
    pub median: f64,
    /// The central ranges of [`LEVELS`].
    pub ranges: [[f64; 2]; 3],
    /// The fair continuous ranked probability score.
    pub crps: f64,
    pub pit: Pit,
    /// The scores of [`Rival::ALL`]; none where one had too little to go by.
    pub rivals: [Option<f64>; 4],
}

impl Forecast {
    /// The forecast that draws are. None of fewer than two, or where one is no number.
    pub fn of(day: i32, draws: &[f64], outcome: f64) -> Option<Forecast> {
        let Middle { median, ranges } = Middle::of(draws)?;
        Some(Forecast {
            day,
            outcome,
            median,
            ranges,
            crps: crps_fair(draws, outcome),
            pit: pit_draws(draws, outcome),
            rivals: [None; 4],
        })
    }
}

/// A series at one horizon.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The metric, with its community where the model has several.
    pub metric: String,
    /// Place in the communities of the model.
    pub community: Option<usize>,
    pub id: &'static str,
    /// Weeks.
    pub horizon: usize,
    /// Whether it reaches from the first origin to the end.
    pub is_rest: bool,
    /// By their days.
    pub forecasts: Vec<Forecast>,
}

impl Row {
    fn outcomes(&self) -> Vec<f64> {
        self.forecasts.iter().map(|forecast| forecast.outcome).collect()
    }

    fn ranges(&self, place: usize) -> Vec<[f64; 2]> {
        self.forecasts.iter().map(|forecast| forecast.ranges[place]).collect()
    }

    /// How many of the ranges of [`LEVELS`] held.
    pub fn coverage(&self) -> [Covered; 3] {
        let outcomes = self.outcomes();
        std::array::from_fn(|place| coverage(&self.ranges(place), &outcomes, self.horizon))
    }

    /// On which side outcomes left the 90 % ranges.
    pub fn misses(&self) -> Misses {
        misses(&self.ranges(2), &self.outcomes())
    }

    /// The median width of a 90 % range, over the median of what was forecast.
    pub fn sharpness(&self) -> f64 {
        let medians: Vec<f64> = self.forecasts.iter().map(|forecast| forecast.median).collect();
        sharpness(&self.ranges(2), &medians)
    }

    /// The mean score, in the unit of the metric.
    pub fn crps(&self) -> f64 {
        mean(&self.forecasts.iter().map(|forecast| forecast.crps).collect::<Vec<_>>())
    }

    /// Scores where a rival has one: its own, and the rival's.
    fn pairs(&self, rival: Rival) -> (Vec<f64>, Vec<f64>) {
        let pair = |forecast: &Forecast| Some((forecast.crps, forecast.rivals[rival as usize]?));
        self.forecasts.iter().filter_map(pair).unzip()
    }

    /// How much better than a rival, over the origins at which there was one.
    pub fn skill(&self, rival: Rival) -> Option<f64> {
        let (own, other) = self.pairs(rival);
        skill(&own, &other)
    }

    /// Scores less those of a rival, with how sure the difference is.
    pub fn against(&self, rival: Rival) -> Option<Compared> {
        let (own, other) = self.pairs(rival);
        (!own.is_empty()).then(|| diebold_mariano(&own, &other, self.horizon))
    }

    /// Where outcomes fell, in tenths.
    pub fn pit(&self) -> [f64; 10] {
        pit_histogram(&self.pits())
    }

    fn pits(&self) -> Vec<Pit> {
        self.forecasts.iter().map(|forecast| forecast.pit).collect()
    }

    /// What that says.
    pub fn shape(&self) -> Shape {
        pit_shape(&self.pits(), self.horizon)
    }

    /// Whether enough of it is independent to be judged.
    pub fn is_telling(&self) -> bool {
        self.forecasts.len() >= LEAST_ORIGINS * self.horizon
    }
}
