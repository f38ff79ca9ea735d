//! The columns of the regression: what each period has of every coefficient.

use std::f64::consts::TAU;
use std::ops::Range;

use super::series::{Series, Unfit};

/// Fewer periods before an event tell nothing of it.
const LEAST_BEFORE: usize = 8;
/// An event of one period cannot be told from that period's luck.
const LEAST_EVENT: usize = 2;

/// Counts with what their means are made of.
#[derive(Clone, Debug)]
pub struct Design {
    pub names: Vec<&'static str>,
    /// One row a period, one column a coefficient.
    pub rows: Vec<Vec<f64>>,
    pub counts: Vec<f64>,
    /// ln of the exposure.
    pub offset: Vec<f64>,
    /// The column of the event.
    pub event: usize,
    /// The periods of the event.
    pub window: Range<usize>,
}

impl Design {
    pub fn of(series: &Series) -> Result<Design, Unfit> {
        let n = series.counts.len();
        let lasting = series.during.is_none();
        let window = series.during.clone().unwrap_or_else(|| series.after.clone());
        check(series, &window)?;
        let after = series.after.start.max(window.end)..series.after.end;
        let has_after = !lasting && !after.is_empty();
        let mut names = vec!["level"];
        names.extend(series.trend.then_some("trend"));
        let event = names.len();
        names.push("event");
        names.extend(has_after.then_some("after"));
        let pairs = if series.season.is_some() { series.pairs } else { 0 };
        names.extend(["sine", "cosine"].repeat(pairs));
        names.extend(series.controls.iter().map(|_| "control"));
        let row = |t: usize| {
            let inside = |range: &Range<usize>| f64::from(u8::from(range.contains(&t)));
            let mut row = vec![1.0];
            row.extend(series.trend.then_some(t as f64));
            row.push(inside(&window));
            row.extend(has_after.then(|| inside(&after)));
            for pair in 1..=pairs {
                let year = TAU * t as f64 / series.season.unwrap_or(1.0);
                let (sine, cosine) = libm::sincos(pair as f64 * year);
                row.extend([sine, cosine]);
            }
            row.extend(series.controls.iter().map(|control| control[t]));
            row
        };
        if names.len() >= n {
            return Err(Unfit::TooMany { coefficients: names.len(), periods: n });
        }
        Ok(Design {
            rows: (0..n).map(row).collect(),
            names,
            counts: series.counts.clone(),
            offset: series.offset.clone().unwrap_or_else(|| vec![0.0; n]),
            event,
            window,
        })
    }

    /// The periods that are kept, with the event moved to a window of them.
    pub fn moved(&self, kept: impl Fn(usize) -> bool, window: &Range<usize>) -> Design {
        let places: Vec<usize> = (0..self.counts.len()).filter(|&t| kept(t)).collect();
        let row = |&t: &usize| {
            let mut row = self.rows[t].clone();
            row[self.event] = f64::from(u8::from(window.contains(&t)));
            row
        };
        Design {
            names: self.names.clone(),
            rows: places.iter().map(row).collect(),
            counts: places.iter().map(|&t| self.counts[t]).collect(),
            offset: places.iter().map(|&t| self.offset[t]).collect(),
            event: self.event,
            window: window.clone(),
        }
    }

    /// ln of the mean of each period, no further than doubles and counts go.
    pub fn logs(&self, values: &[f64]) -> Vec<f64> {
        let log = |(row, offset): (&Vec<f64>, &f64)| {
            row.iter().zip(values).map(|(x, b)| x * b).sum::<f64>() + offset
        };
        self.rows.iter().zip(&self.offset).map(log).map(|log| log.clamp(-30.0, 30.0)).collect()
    }
}

fn check(series: &Series, window: &Range<usize>) -> Result<(), Unfit> {
    let n = series.counts.len();
    let fits = |column: &Vec<f64>| column.len() == n && column.iter().all(|x| x.is_finite());
    let ranges = window.end <= n && series.after.end <= n;
    let season = series.season.is_none_or(|season| season.is_finite() && season > 1.0);
    let columns = series.offset.iter().chain(&series.controls).all(fits);
    if !(ranges && season && columns && series.counts.iter().all(|x| x.is_finite() && *x >= 0.0)) {
        return Err(Unfit::NotCounts);
    }
    if window.start < LEAST_BEFORE || window.len() < LEAST_EVENT {
        return Err(Unfit::TooShort { before: window.start.min(n), after: window.len() });
    }
    let none = |counts: &[f64]| counts.iter().all(|&count| count == 0.0);
    let alike = series.counts.iter().all(|&count| count == series.counts[0]);
    if alike || none(&series.counts[..window.start]) || none(&series.counts[window.clone()]) {
        return Err(Unfit::NoVariation);
    }
    Ok(())
}
