//! What a lock holds.

use std::sync::{Mutex, MutexGuard, PoisonError};

/// What it holds, whoever panicked with it: nothing is left half done behind one.
pub fn locked<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}
