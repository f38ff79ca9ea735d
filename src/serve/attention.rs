//! Whether anybody still waits for an answer.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use rayon::ThreadPool;

use crate::engine::Watch;

/// A sign that is given once.
#[derive(Clone, Debug, Default)]
pub struct Sign(Arc<AtomicBool>);

impl Sign {
    pub fn give(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    pub fn is_given(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// Gives a sign when it is dropped: as long as somebody holds it, somebody waits.
#[derive(Debug)]
pub struct Waiting(pub Sign);

impl Drop for Waiting {
    fn drop(&mut self) {
        self.0.give();
    }
}

/// Follows the work for one answer, and ends it when nobody waits for it or the server ends.
#[derive(Clone, Debug)]
pub struct Attention {
    pub gone: Sign,
    pub ending: Sign,
    /// The threads that do it.
    pub pool: Arc<ThreadPool>,
}

impl Attention {
    /// For what all answers need: it goes on when one of those who asked is gone.
    #[must_use]
    pub fn of_all(&self) -> Attention {
        Attention { gone: Sign::default(), ..self.clone() }
    }

    /// Does work on all threads. Whoever waits for it may hold a lock, and the work itself none: a
    /// thread that waits for others takes up work of other answers, which may want the same lock.
    pub fn work<T: Send>(&self, work: impl FnOnce() -> T + Send) -> T {
        self.pool.install(work)
    }
}

impl Watch for Attention {
    fn done(&self, _: u64) {}

    fn stopped(&self) -> bool {
        self.gone.is_given() || self.ending.is_given()
    }
}
