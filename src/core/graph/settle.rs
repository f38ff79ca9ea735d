//! How much work a measurement may take, what it found, and when that is enough.

use std::ops::Range;

use super::counts::{Counts, DEPTHS};
use crate::estimate::{self, Estimate};
use crate::watch::Watch;

/// How a number was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// The expectation over all coins, without drawing any.
    Exact,
    /// The mean over so many people, of whom each was looked at exactly.
    Sampled { people: u64 },
    /// The mean over so many worlds.
    Simulated { worlds: u64 },
}

/// How much work a measurement may take, and from which precision on it is enough.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Effort {
    /// Standard error of the reach, as a share of it.
    pub precision: f64,
    pub fewest_worlds: u64,
    pub most_worlds: u64,
    pub most_people: u64,
    /// Steps over two friendships that are walked for an exact answer.
    pub walks: f64,
}

impl Effort {
    pub const FULL: Effort = Effort {
        precision: 0.001,
        fewest_worlds: 64,
        most_worlds: 1 << 16,
        most_people: 1 << 14,
        walks: 4e9,
    };
    /// The effort for one of many points.
    pub const QUICK: Effort = Effort {
        precision: 0.005,
        fewest_worlds: 64,
        most_worlds: 256,
        most_people: 1 << 11,
        walks: 2e8,
    };

    /// The same where each world takes so many offers of a post to somebody: of heavy worlds there
    /// are fewer.
    #[must_use]
    pub fn in_worlds_of(self, offers: f64) -> Effort {
        let within = |all: f64| (all / offers.max(1.0)) as u64;
        let fewest = within(OFFERS[0]).clamp(FEWEST_WORLDS, self.fewest_worlds);
        let most = within(OFFERS[1]).clamp(fewest, self.most_worlds);
        Effort { fewest_worlds: fewest, most_worlds: most, ..self }
    }
}

/// Offers of a post to somebody that are simulated in any case, and at most.
const OFFERS: [f64; 2] = [6e8, 2e10];
/// Values that met what is rare, from which on their scatter tells the error.
pub(crate) const ENOUGH: usize = 32;
/// Standard errors within which a normal variate is, 95 % sure; a little fewer, so that what is
/// possible is never outside of an interval.
const NORMAL: f64 = 1.9;
/// Values that are all alike, after which more are not asked for.
const ALIKE: u64 = 1024;
/// Fewest worlds from which an error can be told.
const FEWEST_WORLDS: u64 = 4;
/// Impressions and people, each with its error.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measured {
    pub mean: Counts,
    pub se: Counts,
    freedom: f64,
    pub way: Way,
    /// Whether the worlds tell their own error: too few of them may have come to what is rare. If
    /// they do not, the error is what could have been missed at most.
    pub is_told: bool,
}

impl Measured {
    pub(crate) fn exact(mean: Counts) -> Measured {
        let se = Counts::default();
        Measured { mean, se, freedom: f64::INFINITY, way: Way::Exact, is_told: true }
    }

    /// Means with their standard errors, of so many degrees of freedom; without any they are exact.
    pub(crate) fn of(mean: Counts, errors: Option<(Counts, f64)>, way: Way) -> Measured {
        let (se, freedom) = errors.unwrap_or((Counts::default(), f64::INFINITY));
        Measured { mean, se, freedom, way, is_told: true }
    }

    /// One of the numbers, with its error.
    pub fn known(&self, of: impl Fn(&Counts) -> f64) -> Estimate {
        Estimate { value: of(&self.mean), se: of(&self.se), freedom: self.freedom }
    }

    /// The same where so many values met what is rare, and it is so much at most, 95 % sure.
    pub(crate) fn doubted(mut self, met: usize, most: f64) -> Measured {
        if met < ENOUGH {
            self.is_told = false;
            self.se = self.se.map(|se| libm::hypot(se, most / NORMAL));
        }
        self
    }

    pub fn impressions(&self) -> Estimate {
        self.known(|counts| counts.impressions[DEPTHS - 1])
    }

    pub fn reach(&self) -> Estimate {
        self.known(|counts| counts.reach[DEPTHS - 1])
    }
}

/// A number whose expectation is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Control {
    /// Views by friends of the authors.
    FirstViews,
    /// People within two friendships of them.
    NearReach,
}

impl Control {
    fn of(self, counts: &Counts) -> f64 {
        match self {
            Control::FirstViews => counts.impressions[0],
            Control::NearReach => counts.reach[1],
        }
    }
}

/// Measures on, twice as far each time, until the reach is known well enough.
pub(crate) fn until(
    values: impl Fn(Range<u64>) -> Vec<Counts>,
    [fewest, most]: [u64; 2],
    effort: Effort,
    control: Option<(Control, f64)>,
    watch: &dyn Watch,
    judged: impl Fn(Measured, &[Counts]) -> Measured,
) -> Measured {
    let (mut all, mut to) = (Vec::new(), fewest.min(most));
    loop {
        watch.announce(to - all.len() as u64);
        all.extend(values(all.len() as u64..to));
        let way = Way::Sampled { people: to };
        let found = estimated(&all, control, way);
        let is_flat = found.reach().se == 0.0 && to >= ALIKE;
        let found = judged(found, &all);
        let reach = found.reach();
        let is_enough = found.is_told && reach.se <= effort.precision * reach.value;
        if is_enough || is_flat || to >= most || watch.stopped() {
            return found;
        }
        to = (2 * to).min(most);
    }
}

/// Means and standard errors. With a control, each number is corrected by its regression on it
/// (Hammersley, Handscomb 1964), and its error is that of the residuals.
fn estimated(all: &[Counts], control: Option<(Control, f64)>, way: Way) -> Measured {
    let rows: Vec<Vec<f64>> = all.iter().map(|counts| counts.numbers()).collect();
    let controls: Option<(Vec<f64>, f64)> = control.map(|(control, expected)| {
        let values: Vec<f64> = all.iter().map(|counts| control.of(counts)).collect();
        let mean = estimate::mean(&values);
        (values.iter().map(|value| value - mean).collect(), expected - mean)
    });
    let spread =
        controls.as_ref().map_or(0.0, |(values, _)| values.iter().map(|value| value * value).sum());
    let (mut mean, mut se) = (Counts::default(), Counts::default());
    let count = all.len() as f64;
    let mut place = 0;
    // Each number of Counts in turn: its mean over the rows, and with a control the least squares
    // slope, the mean moved along it to the control's expectation, and what the slope leaves.
    let mut next = |mean: &mut f64, se: &mut f64| {
        let values: Vec<f64> = rows.iter().map(|row| row[place]).collect();
        place += 1;
        *mean = estimate::mean(&values);
        *se = (estimate::variance(&values) / count).sqrt();
        if let Some((control, missing)) = controls.as_ref().filter(|_| spread > 0.0) {
            let slope =
                values.iter().zip(control).map(|(value, control)| value * control).sum::<f64>()
                    / spread;
            let residuals: Vec<f64> = values
                .iter()
                .zip(control)
                .map(|(value, control)| value - slope * control)
                .collect();
            *mean += slope * missing;
            *se = (estimate::variance(&residuals) / count).sqrt();
        }
    };
    mean.pairs(&mut se, &mut next);
    Measured { mean, se, freedom: (count - 1.0).max(1.0), way, is_told: true }
}
