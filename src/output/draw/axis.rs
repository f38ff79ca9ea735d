//! From values to places, and round values for axes.

/// From values to places on the canvas.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    low: f64,
    high: f64,
    from: f64,
    to: f64,
}

impl Scale {
    /// `low` is drawn at `from`, `high` at `to`; an empty or undefined interval becomes one of
    /// width 1.
    pub fn new((low, high): (f64, f64), (from, to): (f64, f64)) -> Scale {
        let low = if low.is_finite() { low } else { 0.0 };
        let high = if high.is_finite() && high > low { high } else { low + low.abs().max(1.0) };
        Scale { low, high, from, to }
    }

    /// The place of a value; values beyond the ends are drawn at the ends, undefined ones at the
    /// lower.
    pub fn at(self, value: f64) -> f64 {
        // Halves keep the width of the widest intervals finite.
        let share = (value / 2.0 - self.low / 2.0) / (self.high / 2.0 - self.low / 2.0);
        self.from + (self.to - self.from) * if share.is_nan() { 0.0 } else { share.clamp(0.0, 1.0) }
    }

    /// The value at a place, the inverse of [`Scale::at`] between the ends and beyond them.
    pub fn value(self, place: f64) -> f64 {
        let share = (place - self.from) / (self.to - self.from);
        if share.is_finite() { self.low + (self.high - self.low) * share } else { self.low }
    }

    /// Where its ends are drawn.
    pub const fn places(self) -> [f64; 2] {
        [self.from, self.to]
    }

    pub const fn low(self) -> f64 {
        self.low
    }

    pub const fn high(self) -> f64 {
        self.high
    }

    /// Round values from end to end, at most `count` of them.
    pub fn ticks(self, count: usize) -> Vec<f64> {
        steps_between(
            self.low,
            self.high,
            round_steps((self.high - self.low) / count.max(2) as f64),
        )
    }
}

/// The two scales of a plot.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Axes {
    pub across: Scale,
    pub up: Scale,
}

/// The smallest of 1, 2, 2.5, 5 times a power of ten that is not below `least`.
pub fn round_steps(least: f64) -> f64 {
    if !least.is_finite() || least < 1e-290 {
        return 1.0;
    }
    let power = libm::pow(10.0, libm::floor(libm::log10(least)));
    [1.0, 2.0, 2.5, 5.0, 10.0]
        .into_iter()
        .map(|m| m * power)
        .find(|step| *step >= least * (1.0 - 1e-9))
        .unwrap_or(10.0 * power)
}

/// The multiples of `step` in a closed interval, at most a hundred.
pub fn steps_between(low: f64, high: f64, step: f64) -> Vec<f64> {
    let first = (low / step - 1e-9).ceil();
    (0..100)
        .map(|i| (first + f64::from(i)) * step)
        .take_while(|tick| *tick <= high + 1e-9 * step)
        .map(|tick| tick + 0.0)
        .collect()
}
