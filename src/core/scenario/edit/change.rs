//! What a variant of a scenario consists of: edits, and the changes that belong to each.

use crate::diagnostic::Message;
use crate::scenario::given::Given;
use crate::scenario::keys::SectionId;
use crate::scenario::names::Named;
use crate::scenario::sections::{self, Sections};
use crate::scenario::value::Word;

/// A variant of the scenario.
#[derive(Clone, Debug)]
pub struct WhatIf {
    pub name: Word,
    pub edits: Vec<Edit>,
}

/// The smallest part of a variant: one key with its new value, or what belongs together.
#[derive(Clone, Debug)]
pub struct Edit {
    /// As a file would say it: `community.page.posts.per_week = 14`.
    pub words: Message,
    pub changes: Vec<Change>,
}

/// One change of a scenario that was read.
#[derive(Clone, Debug)]
pub enum Change {
    /// A key by its path, which may be one of every community.
    Key(String, Given),
    NoKey(String),
    Field(sections::Change),
    WithoutCampaign(String),
    /// All rows of a section, as they are in another scenario.
    Section(SectionId, Box<Sections>),
    Communities(Vec<Named>),
    Platforms(Vec<Named>),
}
