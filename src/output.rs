//! What people and programs get to see: the first screen, the files of a run, and the JSON
//! documents.
//!
//! Everything here is a function of a [`Report`]; only [`write`] touches the disk, and it writes
//! all or nothing.

pub mod baseline;
pub mod charts;
pub mod check;
pub mod claims;
pub mod documents;
pub mod draw;
mod files;
pub mod folder;
pub mod format;
pub mod graph;
pub mod json;
pub mod look;
pub mod pictures;
pub mod screen;
pub mod shards;
pub mod store;
pub mod stored;
pub mod story;
mod study;
mod tables;
pub mod words;

pub use files::{Kinds, SAMPLE, Wanted, pictures as pictures_of, write};
pub use folder::{WriteError, Written};
pub use study::{Answer, Context, write_study};
pub use tables::Csv;

use crate::design::Sampler;
use crate::diagnostic::Diagnostics;
use crate::model::{About, Assumption, Model, Plan};
use crate::summary::{MetricSummary, Summary};
use crate::trials::Trials;
use charts::Spread;
use store::Store;
use story::Extras;

/// A finished run with all that is known about it.
#[derive(Clone, Copy, Debug)]
pub struct Report<'a> {
    pub about: &'a About,
    pub model: &'a Model,
    /// The plan as it was carried out.
    pub plan: Plan,
    pub trials: &'a Trials,
    /// The run on the disk, where it is too long to be kept in memory.
    pub store: Option<&'a Store>,
    pub summary: &'a Summary,
    pub assumptions: &'a [Assumption],
    pub warnings: &'a Diagnostics,
    /// Base name of the scenario's file: no path enters any document.
    pub file: &'a str,
    /// Studies that the documents tell of.
    pub extras: &'a Extras,
}

impl Report<'_> {
    /// Whether the one future is that of the medians, and every number exact.
    fn is_at_medians(&self) -> bool {
        self.plan.sampler == Sampler::Expected
    }

    /// Trials of which every value is at hand: the first ones.
    fn sample(&self) -> usize {
        self.store.map_or(self.trials.filled(), |store| store.sample() as usize).min(SAMPLE)
    }

    fn spread(&self, metric: &MetricSummary) -> Spread {
        let [low, typical, high] = ["p05", "p50", "p95"].map(|id| metric.percentile(id));
        let se = [low, typical, high].map(|found| {
            if self.is_at_medians() {
                Some(0.0)
            } else {
                Some(found.se).filter(|se| se.is_finite())
            }
        });
        Spread { low: low.value, typical: typical.value, high: high.value, se }
    }
}
