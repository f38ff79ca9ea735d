//! From trials to statistics. The standard error of every statistic comes from its values on the
//! blocks, each of which is an independent design.

mod cash;
mod drivers;
mod frequency;
mod kept;
mod row;
mod tallied;
mod weekly;

pub use cash::{CashFlow, CashSheet};
pub use drivers::{Driver, Fifths, Ranks, drivers, moved_by, spearman};

use self::kept::KeptSummary;
use crate::engine::World;
use crate::model::Model;
use crate::trials::Trials;
pub use crate::trials::{BLOCK_STATISTICS, BlockValues};
pub use row::{MetricSummary, TargetSummary};
pub use weekly::WeeklySummary;

/// What a run found.
#[derive(Clone, Debug, PartialEq)]
pub struct Summary {
    pub trials: u64,
    /// Summaries of the metrics, one for each of [`Model::columns`].
    pub metrics: Vec<MetricSummary>,
    /// Summaries of the targets, one for each of [`Model::targets`].
    pub targets: Vec<TargetSummary>,
    /// All targets together; `None` where there is no target.
    pub together: Option<TargetSummary>,
    /// Weekly series, one for each scope and metric; empty when the weeks were not asked for.
    pub weekly: Vec<WeeklySummary>,
    /// The statistics of every block; none where there are more trials than the run keeps.
    pub blocks: Vec<BlockValues>,
    /// The world with every input at its median.
    pub expected: World,
    /// The cash flow of the means, where money and weeks are counted.
    pub cash: Option<CashFlow>,
    /// People who see one story of their friends, two, three .., the last class being open.
    pub frequency: Vec<f64>,
}

impl Summary {
    pub fn of(model: &Model, trials: &Trials) -> Summary {
        let (count, weekly_blocks) = match &trials.tally {
            Some(tally) => (tally.trials, &tally.weekly),
            None => (trials.count(), &trials.weekly),
        };
        let KeptSummary { metrics, targets, together, blocks } = match &trials.tally {
            Some(tally) => KeptSummary {
                metrics: tallied::metrics(model, tally),
                targets: tallied::targets(tally),
                together: tallied::together(tally),
                blocks: Vec::new(),
            },
            None => kept::summaries(model, trials),
        };
        let weekly = weekly::series(model, weekly_blocks);
        let expected = World::expected(model);
        Summary {
            trials: count,
            cash: CashFlow::of(&weekly, &expected.money),
            frequency: frequency::classes(&metrics, expected.pool()),
            metrics,
            together: (!targets.is_empty()).then_some(together),
            targets,
            weekly,
            blocks,
            expected,
        }
    }

    /// The metric of all communities together.
    pub fn metric(&self, id: &str) -> Option<&MetricSummary> {
        self.metrics.iter().find(|metric| metric.name == id)
    }

    /// A weekly series of all communities together.
    pub fn series(&self, id: &str) -> Option<&WeeklySummary> {
        self.weekly.iter().find(|series| series.name == id)
    }
}
