//! What a variant of a scenario consists of: edits, and the changes that belong to each.

use jiff::civil::Date;

use crate::diagnostic::{Message, Span};
use crate::locale::Label;
use crate::scenario::given::Given;
use crate::scenario::keys::{Group, SectionId};
use crate::scenario::names::Named;
use crate::scenario::sections::{self, Names, Sections};
use crate::scenario::value::Word;

/// A variant of the scenario.
#[derive(Clone, Debug)]
pub struct WhatIf {
    pub name: Word,
    pub names: Names,
    pub edits: Vec<Edit>,
}

/// What is otherwise from a week on.
#[derive(Clone, Debug)]
pub struct Later {
    pub name: Option<Word>,
    pub when: When,
    pub at: Span,
    pub edits: Vec<Edit>,
}

/// The first week of a change.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum When {
    Week(u64),
    /// The week of this day.
    Day(Date),
}

impl WhatIf {
    /// What it is called, in each language.
    pub fn named(&self) -> Label {
        Label::new(self.name.text.clone(), self.names.clone())
    }
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
    /// Without the campaigns and the later changes of a name.
    Without(String),
    /// Without what is done or paid for only from a week on.
    WithoutLater(Vec<Group>),
    /// Everything that is otherwise from a week on, as it is in another scenario.
    Later(Vec<Later>),
    /// All rows of a section, as they are in another scenario.
    Section(SectionId, Box<Sections>),
    Communities(Vec<Named>),
    Platforms(Vec<Named>),
}
