//! What is claimed, and what the model says to it.

pub mod figures;

use super::Case;
use crate::estimate::Estimate;
use crate::model::{ClaimKind, ColumnId, Plan};
use crate::study::claim::{Stretch, Verdict};

/// A scenario that states a claim.
pub struct Claim<'a> {
    /// Its title is the claim.
    pub case: &'a Case,
    /// What its file is called: of one that comes with the program, with its folder.
    pub file: &'a str,
    /// The plan of its futures.
    pub plan: Plan,
    pub found: Found,
}

impl Claim<'_> {
    pub const fn kind(&self) -> ClaimKind {
        self.case.about().claim.kind
    }
}

/// What the model says.
#[derive(Clone, Debug)]
pub struct Found {
    /// What is measured.
    pub metric: ColumnId,
    /// The what-if that is claimed to be better.
    pub variant: Option<String>,
    /// 5th, 50th and 95th percentile of the metric, where there is no what-if.
    pub spread: Option<[Estimate; 3]>,
    /// Expected difference that the what-if makes; the metric's typical number where there is none.
    pub mean: Estimate,
    pub probability: Estimate,
    pub verdict: Verdict,
    /// Over which part of the range of each author's estimate that has one it keeps its verdict.
    pub over: Vec<Stretch>,
    /// Author's estimates that are single numbers, over which nothing is known.
    pub without_range: usize,
}

impl Found {
    /// Expected difference that the what-if makes.
    pub fn difference(&self) -> Option<Estimate> {
        self.variant.as_ref().map(|_| self.mean)
    }

    /// The estimates over whose whole range it does not keep its verdict, those over which it keeps
    /// least first.
    pub fn cut(&self) -> Vec<&Stretch> {
        let mut cut: Vec<&Stretch> = self.over.iter().filter(|over| !over.is_whole).collect();
        cut.sort_by_key(|over| std::cmp::Reverse(over.lost));
        cut
    }
}

/// How many claims of a kind have each verdict.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    pub holding: u64,
    pub leaning: u64,
    pub failing: u64,
}

impl Count {
    pub fn of(claims: &[Claim], kind: ClaimKind) -> Count {
        let with = |verdict: Verdict| {
            let is_such = |claim: &&Claim| claim.kind() == kind && claim.found.verdict == verdict;
            claims.iter().filter(is_such).count() as u64
        };
        Count {
            holding: with(Verdict::Holds),
            leaning: with(Verdict::Leans),
            failing: with(Verdict::Fails),
        }
    }

    pub const fn all(self) -> u64 {
        self.holding + self.leaning + self.failing
    }
}
