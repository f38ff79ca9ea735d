//! Numbers that are known in all, divided among weeks.

use rand::Rng;

use super::binomial;
use crate::rng::uniform;

/// Counts above it are no longer whole, and nothing is left of their randomness.
const WHOLE: f64 = 9_007_199_254_740_992.0;

/// The weeks of a horizon and what falls to each, in space that is used anew.
#[derive(Clone, Debug, Default)]
pub struct Split {
    /// What each week has: units of which some are chosen, or the mean of a count.
    pub weeks: Vec<f64>,
    /// What the last division gave each week.
    pub parts: Vec<f64>,
    /// Sums of what can be picked, up to the end of each week.
    ends: Vec<f64>,
}

impl Split {
    /// Replaces the weeks.
    pub fn over(&mut self, weeks: impl Iterator<Item = f64>) {
        self.weeks.clear();
        self.weeks.extend(weeks);
    }

    /// Removes the units that were chosen last from the weeks.
    pub fn take(&mut self) {
        self.weeks.iter_mut().zip(&self.parts).for_each(|(week, part)| *week -= part);
    }

    /// Chooses `total` of all units of the weeks, every set of so many with the same probability:
    /// multivariate hypergeometric parts.
    ///
    /// Few are picked one by one. Of many, every unit is first chosen on its own with the
    /// probability that chooses as many on average. Given their number, which is not quite `total`,
    /// all sets are equally likely, and they stay so when units chosen at random are added or
    /// removed: again with a probability of their own, until few are missing. Test:
    /// `split::units_are_chosen_as_from_an_urn`.
    pub fn choose(&mut self, rng: &mut impl Rng, total: f64) {
        let all: f64 = self.weeks.iter().sum();
        if !(total > 0.0 && total < all && all < WHOLE) {
            return self.in_proportion(total.min(all));
        }
        // Of more than half, those that are left out are chosen.
        let most = 2.0 * total > all;
        self.parts.clear();
        self.parts.extend(self.weeks.iter().map(|units| if most { *units } else { 0.0 }));
        let mut missing = total - if most { all } else { 0.0 };
        while missing.abs() > self.few() {
            let chosen = total - missing;
            // The probability that adds, of the units not chosen, or removes, of those chosen, as
            // many as are missing, on average.
            let p = if missing > 0.0 { missing / (all - chosen) } else { missing / -chosen };
            let chosen = self.parts.iter_mut().zip(&self.weeks).map(|(part, units)| {
                *part += if missing > 0.0 {
                    binomial(rng, units - *part, p)
                } else {
                    -binomial(rng, *part, p)
                };
                *part
            });
            missing = total - chosen.sum::<f64>();
        }
        self.pick(rng, missing);
    }

    /// The number of picks that cost less than a draw for each week.
    fn few(&self) -> f64 {
        2.0 * self.weeks.len() as f64
    }

    /// Adds so many units one by one, or removes them where `count` is below zero. A place among
    /// the units that could be picked before the first one is void when it belongs to one that is
    /// gone.
    fn pick(&mut self, rng: &mut impl Rng, count: f64) {
        let add = count > 0.0;
        let free = |units: f64, part: f64| if add { units - part } else { part };
        let end = add_up(
            &mut self.ends,
            self.weeks.iter().zip(&self.parts).map(|(units, part)| free(*units, *part)),
        );
        for _ in 0..count.abs() as u32 {
            loop {
                let place = uniform(rng) * end;
                let week = week_of(&self.ends, place);
                let start = if week > 0 { self.ends[week - 1] } else { 0.0 };
                if place - start < free(self.weeks[week], self.parts[week]) {
                    self.parts[week] += count.signum();
                    break;
                }
            }
        }
    }

    /// Divides `total` events among the weeks, each with a probability in proportion to the week's
    /// mean: multinomial parts, and those of Poisson counts whose sum is known.
    ///
    /// Few are placed one by one. Of many, each week in turn takes a binomial part of what is left.
    /// Test: `split::events_fall_into_weeks_by_their_means`.
    pub fn scatter(&mut self, rng: &mut impl Rng, total: f64) {
        let end = add_up(&mut self.ends, self.weeks.iter().copied());
        if !(total > 0.0 && end > 0.0 && total < WHOLE) {
            return self.in_proportion(total);
        }
        self.parts.clear();
        self.parts.resize(self.weeks.len(), 0.0);
        if total <= self.few() {
            for _ in 0..total as u32 {
                self.parts[week_of(&self.ends, uniform(rng) * end)] += 1.0;
            }
            return;
        }
        let (mut left, mut start) = (total, 0.0);
        for (part, &week_end) in self.parts.iter_mut().zip(&self.ends) {
            // In the last week that has a mean, the quotient is 1.
            *part = binomial(rng, left, (week_end - start) / (end - start));
            left -= *part;
            start = week_end;
        }
    }

    /// Divides `total` as is expected: in proportion to what each week has.
    pub fn in_proportion(&mut self, total: f64) {
        let all: f64 = self.weeks.iter().sum();
        let share = if all > 0.0 && total > 0.0 { total / all } else { 0.0 };
        self.parts.clear();
        self.parts.extend(self.weeks.iter().map(|week| week * share));
    }
}

/// Writes the sums up to each week into `ends`, and returns the sum over all.
fn add_up(ends: &mut Vec<f64>, weeks: impl Iterator<Item = f64>) -> f64 {
    let mut sum = 0.0;
    ends.clear();
    ends.extend(weeks.map(|week| {
        sum += week;
        sum
    }));
    sum
}

/// The week in which a place below the last end lies.
#[inline]
fn week_of(ends: &[f64], place: f64) -> usize {
    ends.partition_point(|end| *end <= place).min(ends.len() - 1)
}
