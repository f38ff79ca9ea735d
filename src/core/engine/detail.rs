//! How much of a future is wanted.

/// Whether the weeks of the futures are summed up too; with them a run takes longer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    Totals,
    Weekly,
}
