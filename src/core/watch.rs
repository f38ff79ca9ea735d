//! Who follows long work, and may end it.

/// Who is told of the progress, and may end the work.
pub trait Watch: Sync {
    /// So many more steps will be asked for.
    fn announce(&self, _steps: u64) {}
    /// So many more steps are done.
    fn done(&self, steps: u64);
    /// Whether to leave the rest undone.
    fn stopped(&self) -> bool;
}

/// Nobody watches.
#[derive(Clone, Copy, Debug)]
pub struct Unwatched;

impl Watch for Unwatched {
    fn done(&self, _: u64) {}
    fn stopped(&self) -> bool {
        false
    }
}
