//! Who follows long work, and may end it.

/// An observer of long work, who is told of its progress and may end it.
pub trait Watch: Sync {
    /// Announces so many more steps.
    fn announce(&self, _steps: u64) {}
    /// Tells that so many of the announced steps were done before, by work with which this goes on.
    fn resumed(&self, _steps: u64) {}
    /// Tells that so many more steps are done.
    fn done(&self, steps: u64);
    /// Whether the rest is to be left undone.
    fn stopped(&self) -> bool;
}

/// An observer who takes no notice and never ends anything.
#[derive(Clone, Copy, Debug)]
pub struct Unwatched;

impl Watch for Unwatched {
    fn done(&self, _: u64) {}
    fn stopped(&self) -> bool {
        false
    }
}
