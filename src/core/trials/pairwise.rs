//! Sums of doubles over blocks whose digits do not depend on who added up which of them.

use serde::{Deserialize, Serialize};

/// What can be added up. The order matters to the last digit.
pub trait Sum: Clone {
    /// Adds what comes later.
    fn add(&mut self, later: &Self);
}

/// A sum over consecutive blocks.
///
/// Blocks are added up in pairs, pairs of pairs and so on, and which ones make a pair is decided by
/// their numbers alone: 2 i and 2 i + 1. So a machine that has some of the blocks has whole
/// branches of the one tree that all of them have together, and [`PairwiseSum::append`] joins these
/// to the same digits that one machine would have found. Beside that, sums by pairs lose the fewest
/// digits (Higham, *The accuracy of floating point summation*, 1993). Test:
/// `tally::any_division_of_the_blocks_gives_the_same_digits`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PairwiseSum<T> {
    branches: Vec<Branch<T>>,
    /// A block with fewer trials than others, which is the last one and may be whole later.
    broken: Option<T>,
}

/// The sum of blocks `first` to `first + 2^level - 1`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Branch<T> {
    first: u64,
    level: u32,
    sum: T,
}

/// A sum of nothing: which blocks make a branch does not depend on what is added up.
#[derive(Clone)]
struct Shape;

impl Sum for Shape {
    fn add(&mut self, _: &Shape) {}
}

/// Whether a block has all its trials.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Block {
    Whole,
    Broken,
}

impl<T> Default for PairwiseSum<T> {
    fn default() -> PairwiseSum<T> {
        PairwiseSum { branches: Vec::new(), broken: None }
    }
}

impl<T: Sum> PairwiseSum<T> {
    /// Adds the block of this number, which is the next one.
    pub fn push(&mut self, number: u64, block: Block, sum: T) {
        match block {
            Block::Whole => self.grow(Branch { first: number, level: 0, sum }),
            Block::Broken => self.broken = Some(sum),
        }
    }

    /// Adds a sum over the blocks that follow.
    pub fn append(&mut self, later: PairwiseSum<T>) {
        later.branches.into_iter().for_each(|branch| self.grow(branch));
        self.broken = later.broken;
    }

    /// Whether it is over these blocks, the last one of this kind, and each of its sums passes.
    pub(crate) fn is_over(
        &self,
        blocks: std::ops::Range<u64>,
        last: Block,
        is_sound: impl FnMut(&T) -> bool,
    ) -> bool {
        let mut shape = PairwiseSum::default();
        for number in blocks.clone() {
            let kind = if number + 1 == blocks.end { last } else { Block::Whole };
            shape.push(number, kind, Shape);
        }
        let places = |branches: &Branch<T>| (branches.first, branches.level);
        self.branches
            .iter()
            .map(places)
            .eq(shape.branches.iter().map(|branch| (branch.first, branch.level)))
            && self.broken.is_some() == shape.broken.is_some()
            && self.branches.iter().map(|branch| &branch.sum).chain(&self.broken).all(is_sound)
    }

    /// Forgets the broken block, which is to come again.
    pub(crate) fn forget_broken(&mut self) {
        self.broken = None;
    }

    /// Whether no block was added.
    pub const fn is_empty(&self) -> bool {
        self.branches.is_empty() && self.broken.is_none()
    }

    /// The sum of all blocks, the first ones first.
    pub fn total(&self) -> Option<T> {
        let mut parts = self.branches.iter().map(|branch| &branch.sum).chain(&self.broken);
        let mut total = parts.next()?.clone();
        parts.for_each(|part| total.add(part));
        Some(total)
    }

    fn grow(&mut self, mut branch: Branch<T>) {
        while let Some(before) = self.branches.pop_if(|before| before.is_followed_by(&branch)) {
            let Branch { first, level, mut sum } = before;
            sum.add(&branch.sum);
            branch = Branch { first, level: level + 1, sum };
        }
        self.branches.push(branch);
    }
}

impl<T> Branch<T> {
    /// Whether the two are the halves of one branch.
    fn is_followed_by(&self, other: &Branch<T>) -> bool {
        let blocks = 1 << self.level;
        self.level == other.level
            && self.first.is_multiple_of(2 * blocks)
            && self.first + blocks == other.first
    }
}
