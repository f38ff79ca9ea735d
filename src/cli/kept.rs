//! Answers that are kept for another program, and not printed.

use std::sync::{Mutex, MutexGuard, PoisonError};

use serde_json::Value;

/// What a command would have printed.
#[derive(Debug, Default)]
pub struct Kept {
    /// Its answer in words, on standard output.
    pub text: String,
    /// Its answer as JSON.
    pub document: Option<Value>,
    /// Warnings and errors, on standard error.
    pub remarks: String,
}

static KEPT: Mutex<Option<Kept>> = Mutex::new(None);

/// From now on nothing is printed.
pub fn begin() {
    *hold() = Some(Kept::default());
}

/// What was kept; from now on everything is printed again.
pub fn end() -> Kept {
    hold().take().unwrap_or_default()
}

pub fn is_on() -> bool {
    hold().is_some()
}

/// Keeps something where it is not to be printed, and says whether it did.
pub fn with(keep: impl FnOnce(&mut Kept)) -> bool {
    let mut held = hold();
    held.as_mut().map(keep).is_some()
}

fn hold() -> MutexGuard<'static, Option<Kept>> {
    KEPT.lock().unwrap_or_else(PoisonError::into_inner)
}
