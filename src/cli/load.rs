//! Scenario files in, and the values of flags.

use std::path::PathBuf;

use super::{Failure, Global, terminal};
use crate::design::Sampler;
use crate::diagnostic::Diagnostics;
use crate::model::{self, About, Assumption, Model, Plan};
use crate::scenario;

/// A scenario as the program understood it.
pub struct Loaded {
    /// Name of the file without its folder.
    pub file: String,
    pub about: About,
    pub model: Model,
    pub plan: Plan,
    pub assumptions: Vec<Assumption>,
    pub warnings: Diagnostics,
}
