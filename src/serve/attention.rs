//! Whether anybody still waits for an answer.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

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
}

impl Attention {
    /// For what all answers need: it goes on when one of those who asked is gone.
    #[must_use]
    pub fn of_all(&self) -> Attention {
        Attention { gone: Sign::default(), ending: self.ending.clone() }
    }
}

impl Watch for Attention {
    fn done(&self, _: u64) {}

    fn stopped(&self) -> bool {
        self.gone.is_given() || self.ending.is_given()
    }
}
