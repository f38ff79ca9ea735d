//! The statistics of single blocks: what errors are computed from, and what later runs are compared
//! with.

use super::column::Column;
use crate::design::BLOCK;
use crate::estimate::{self, PERCENTILES, Sorted};
use crate::metric::Value;
use crate::model::{ColumnId, Model};

/// The mean and the percentiles.
pub const BLOCK_STATISTICS: usize = 1 + PERCENTILES.len();

/// The statistics of one column in one block: mean (of a ratio, the ratio of means), then the
/// percentiles in the order of PERCENTILES.
pub type Statistics = [f64; BLOCK_STATISTICS];

/// A block's statistics by measured column, in the order of [`Model::measured`].
#[derive(Clone, Debug, PartialEq)]
pub struct BlockValues {
    pub block: u64,
    pub trials: u64,
    pub statistics: Vec<Statistics>,
}

/// The mean of each block of a column, a broken one at the end included (of a ratio, the ratio of
/// the means), and its values in the order of the trials: an undefined one is the worst.
pub(crate) fn blocks(model: &Model, column: &Column, id: ColumnId) -> Vec<(f64, Vec<f64>)> {
    let worst = model.metric(id.metric).better.worst();
    let is_moment = matches!(model.metric(id.metric).value, Value::Moment(_));
    match column {
        Column::Plain(values) => {
            values.chunks(BLOCK).map(|block| (estimate::mean(block), block.to_vec())).collect()
        }
        Column::Ratio { over, under } => {
            let ranked = |over: f64, under: f64| if under == 0.0 { worst } else { over / under };
            let blocks = over.chunks(BLOCK).zip(under.chunks(BLOCK));
            blocks
                .map(|(over, under)| {
                    let values: Vec<f64> =
                        over.iter().zip(under).map(|(&over, &under)| ranked(over, under)).collect();
                    let mean = if is_moment {
                        f64::NAN
                    } else {
                        estimate::mean(over) / estimate::mean(under)
                    };
                    (mean, values)
                })
                .collect()
        }
    }
}

/// The statistics of each block of a column, a broken one at the end included, and its values in
/// ascending order: an undefined one ranks as the worst.
pub(crate) fn of_column(model: &Model, column: &Column, id: ColumnId) -> Vec<(Statistics, Sorted)> {
    blocks(model, column, id)
        .into_iter()
        .map(|(mean, values)| with_mean(mean, Sorted::of(&values)))
        .collect()
}

fn with_mean(mean: f64, sorted: Sorted) -> (Statistics, Sorted) {
    let mut statistics = [mean; BLOCK_STATISTICS];
    for (place, (_, p)) in PERCENTILES.iter().enumerate() {
        statistics[1 + place] = sorted.quantile(*p);
    }
    (statistics, sorted)
}

/// The statistics of all columns, turned into a row a block. `columns` are those of
/// [`Model::measured`] over so many trials from block `first` on.
pub fn rows<C: AsRef<[Statistics]>>(trials: usize, first: u64, columns: &[C]) -> Vec<BlockValues> {
    let total = trials as u64;
    (0..total.div_ceil(BLOCK as u64))
        .map(|block| BlockValues {
            block: first + block,
            trials: (total - block * BLOCK as u64).min(BLOCK as u64),
            statistics: columns.iter().map(|blocks| blocks.as_ref()[block as usize]).collect(),
        })
        .collect()
}
