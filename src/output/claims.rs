//! What is claimed, and what the model says to it.

use super::Case;
use crate::estimate::Estimate;
use crate::model::{ColumnId, Plan};

/// A scenario that states a claim.
pub struct Claim<'a> {
    /// Its title is the claim.
    pub case: &'a Case,
    /// The plan of its futures.
    pub plan: Plan,
    pub finding: Finding,
}

/// What the model says.
#[derive(Clone, Debug)]
pub struct Finding {
    /// What is measured.
    pub metric: ColumnId,
    /// The what-if that is claimed to be better.
    pub variant: Option<String>,
    /// 5th, 50th and 95th percentile of the metric, where there is no what-if.
    pub spread: Option<[Estimate; 3]>,
    /// Expected difference that the what-if makes.
    pub difference: Option<Estimate>,
    pub probability: Estimate,
    pub holds: bool,
}
