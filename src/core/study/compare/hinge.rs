//! The input on which it hangs whether one variant is better than another.

use super::difference::{apart, ranked};
use crate::estimate::{self, Estimate};
use crate::metric::Better;
use crate::model::ColumnId;
use crate::study::Run;
use crate::study::ranking::score;
use crate::summary::Ranks;

/// The input on which it hangs most whether a variant is better.
#[derive(Clone, Debug, PartialEq)]
pub struct Hinge {
    pub key: String,
    /// In how many of the futures the variant is better, where the input is in its lowest and in
    /// its highest fifth.
    pub ends: [Estimate; 2],
}

/// The inputs of a run, to find the one on which it hangs whether another run is better.
pub struct Hinges<'a> {
    base: Run<'a>,
    column: ColumnId,
    values: Vec<f64>,
    /// Ranks of the inputs of the base, once they are needed.
    ranks: Vec<Option<Ranks>>,
}

/// Futures of which inputs are ranked: they leave a rank correlation with an error of 1 %.
const RANKED: usize = 10_000;

/// Where fewer futures than this share are better, or worse, nearly all agree.
const AGREED: f64 = 0.1;

/// Rank correlations nearer to zero are not worth a word.
const TELLING: f64 = 0.1;

impl<'a> Hinges<'a> {
    /// `None` where the metric is none of the base, or neither direction is better.
    pub fn of(base: Run<'a>, subject: &str) -> Option<Hinges<'a>> {
        let (model, trials) = base;
        let column = model.column(subject)?;
        let is_told = model.metric(column.metric).better != Better::Neither;
        is_told.then(|| Hinges {
            base,
            column,
            values: ranked(model, trials, column),
            ranks: vec![None; model.inputs.len()],
        })
    }

    pub fn found(&mut self, other: Run) -> Option<Hinge> {
        let (model, trials) = self.base;
        let better = model.metric(self.column.metric).better;
        let in_other = other.0.column(&model.column_name(self.column))?;
        let count = trials.filled().min(RANKED);
        let is_better: Vec<f64> = apart(&ranked(other.0, other.1, in_other), &self.values)
            .iter()
            .take(count)
            .map(|&apart| f64::from(u8::from(score(better, apart) > 0.0)))
            .collect();
        if !(AGREED..=1.0 - AGREED).contains(&estimate::mean(&is_better)) {
            return None;
        }
        let outcome = Ranks::of(&is_better);
        let mut found: Option<(f64, &str, &[f64])> = None;
        for (input, values) in other.0.inputs.iter().zip(&other.1.inputs) {
            let place = model.inputs.iter().position(|base| base.key == input.key);
            let same = place.filter(|&place| trials.inputs[place] == *values);
            let correlation = match same {
                Some(place) => self.ranks[place]
                    .get_or_insert_with(|| Ranks::of(&values[..count]))
                    .correlation(&outcome),
                None => Ranks::of(&values[..count]).correlation(&outcome),
            }
            .abs();
            if correlation > found.map_or(TELLING, |(most, ..)| most) {
                found = Some((correlation, &input.key, &values[..count]));
            }
        }
        let (_, key, values) = found?;
        let mut order: Vec<usize> = (0..count).collect();
        order.sort_unstable_by(|&a, &b| values[a].total_cmp(&values[b]).then(a.cmp(&b)));
        let fifth = count / 5;
        let ends = [&order[..fifth], &order[count - fifth..]].map(|places| {
            let of: Vec<f64> = places.iter().map(|&trial| is_better[trial]).collect();
            Estimate::mean(&of, 1)
        });
        Some(Hinge { key: key.to_owned(), ends })
    }
}
