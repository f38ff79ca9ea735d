//! Studies: questions that take more than one run. Each is the same engine with another model,
//! another plan or another matrix of coordinates, and none of them can fail.
//!
//! Two runs of one seed meet the same futures: the same coordinates of the inputs they share, and
//! the same luck wherever both draw it. So a difference between two variants has a far smaller
//! error than either of them (common random numbers), and what they share cancels to the last bit.

pub mod break_even;
pub mod claim;
pub mod compare;
pub mod condition;
pub mod future;
pub mod gate;
pub mod goal;
pub mod measure;
pub mod musts;
pub mod optimise;
pub mod sensitivity;
pub mod solve;
pub mod sweep;
pub mod voi;

mod alternative;
mod controlled;
mod flip;
mod ranking;
mod regression;
pub mod robust;
mod settled;
mod several;
mod shown;
mod statistic;
pub mod turning;
mod why;

pub use alternative::Alternative;
pub use flip::Flip;
pub use goal::Goal;
pub use regression::Smooth;
pub use settled::{Asked, Settling, WRONG};
pub use statistic::{Of, Run, Statistic, difference};
pub use why::{EditOrder, SHAPLEY, Split};

use crate::metric::metric;
use crate::model::{ColumnId, Model};

/// The metric that a study is about where nobody says: that of the first target, else the article's
/// figure, else the file's own first one.
pub fn subject(model: &Model) -> Option<ColumnId> {
    let target = model.targets.first().map(|target| target.metric);
    let own = || model.formulas.first().and_then(|formula| model.column(&formula.id));
    target.or_else(|| model.column(metric!("impressions_questions"))).or_else(own)
}
