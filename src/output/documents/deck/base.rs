//! What the slides are put into: a package with its masters and layouts, and a presentation that
//! waits for its slides.

use super::package::{Package, Relation};
use super::stage::{Role, Stage};

/// A package without slides.
#[derive(Clone, Debug)]
pub struct Base {
    pub package: Package,
    /// The name of the presentation's part.
    pub presentation: String,
    /// Its text: before the list of slides, between it and the list of sections, behind that.
    pub text: [String; 3],
    /// What it refers to, without slides.
    pub relations: Vec<Relation>,
    /// The part of the master of notes.
    pub notes: String,
    /// In the order of [`Role::ALL`].
    pub stages: [Stage; Role::ALL.len()],
}

impl Base {
    pub const fn stage(&self, role: Role) -> &Stage {
        &self.stages[role as usize]
    }
}
