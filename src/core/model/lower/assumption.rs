//! How the scenario was understood: what is taken for a key, and where that comes from.

use crate::diagnostic::Message;
use crate::dist::Dist;
use crate::scenario::keys::Level;
use crate::scenario::{Beside, presets};
use crate::units::Unit;

/// One line of how the scenario was understood.
#[derive(Clone, Debug)]
pub struct Assumption {
    pub key: String,
    pub unit: Unit,
    pub level: Level,
    pub value: Understood,
    pub origin: Origin,
}

#[derive(Clone, Debug)]
pub enum Understood {
    Quantity(Dist),
    Words(String),
}

/// Where a value comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Name of the file without its folder, and the line.
    File {
        name: String,
        line: usize,
        beside: Beside,
    },
    CommandLine,
    Preset {
        id: String,
        year: u64,
        source: String,
    },
    Default {
        source: String,
    },
    /// Measured on a friend graph.
    Measured {
        on: Message,
    },
}

impl Origin {
    /// A number of a file with what stands beside it there.
    #[must_use]
    pub fn with(self, words: &Beside) -> Origin {
        match self {
            Origin::File { name, line, .. } => Origin::File { name, line, beside: words.clone() },
            other => other,
        }
    }

    /// What stands beside the number in its file.
    pub const fn beside(&self) -> Option<&Beside> {
        match self {
            Origin::File { beside, .. } => Some(beside),
            _ => None,
        }
    }

    /// Whether nobody published the figure and the user did not state it.
    pub fn is_estimate(&self) -> bool {
        match self {
            Origin::Preset { source, .. } | Origin::Default { source } => {
                presets::is_estimate(source)
            }
            Origin::File { .. } | Origin::CommandLine | Origin::Measured { .. } => false,
        }
    }
}

/// How many figures the program's authors estimated.
pub fn estimates(assumptions: &[Assumption]) -> usize {
    assumptions.iter().filter(|assumption| assumption.origin.is_estimate()).count()
}
