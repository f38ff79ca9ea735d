//! Places among the tables of a text, and which keys stand there.

use super::keys::{self, KEYS, Key};
use crate::diagnostic::{Message, message};

/// Place of a user's platforms; below it, the keys are those of a community.
pub(crate) const PLATFORM: &str = "platform.";
pub(crate) const COMMUNITY: &str = "community.";

/// Where a walk through the tables stands.
#[derive(Clone, Debug, Default)]
pub struct Place {
    /// As KEYS spells it, with a dot at the end: `community.<id>.feed.`
    pub pattern: String,
    /// As the user spells it.
    pub path: String,
}

impl Place {
    pub fn join(&self, pattern: &str, name: &str) -> Place {
        Place {
            pattern: format!("{}{pattern}.", self.pattern),
            path: format!("{}{name}.", self.path),
        }
    }

    /// The place of a name in it, whether it is the name of a table or the user's own for a
    /// community or a platform.
    pub fn below(&self, name: &str) -> Place {
        let own = matches!(self.pattern.as_str(), COMMUNITY | PLATFORM);
        self.join(if own { "<id>" } else { name }, name)
    }

    /// Whether keys stand below it.
    pub fn is_table(&self) -> bool {
        self.pattern == PLATFORM || keys_in(&self.pattern).next().is_some()
    }

    /// How a key below it is written.
    pub fn example(&self) -> Message {
        let path = self.path.trim_end_matches('.');
        match (self.pattern.as_str(), keys_in(&self.pattern).next()) {
            (COMMUNITY, _) => message!(
                "write `[community.page]` on a line of its own, and the keys of the community \
                 below it"
            ),
            (PLATFORM, _) | (_, None) => {
                message!("the platform of a community stands below its `[community.page]`")
            }
            (_, Some((rest, _))) => {
                message!("write for instance `{path}.{key} = ..`", path, key = rest)
            }
        }
    }
}

/// The row of a pattern, a platform's included.
pub(crate) fn row_in(pattern: &str) -> Option<&'static Key> {
    match pattern.strip_prefix("platform.<id>.") {
        Some(rest) => keys::row(&format!("community.<id>.{rest}")).filter(|key| key.in_platform()),
        None => keys::row(pattern),
    }
}

/// Rows below a pattern, each with the rest of its path.
pub(crate) fn keys_in(pattern: &str) -> impl Iterator<Item = (&'static str, &'static Key)> {
    let (platform, pattern) = match pattern.strip_prefix("platform.<id>.") {
        Some(rest) => (true, format!("community.<id>.{rest}")),
        None => (false, pattern.to_owned()),
    };
    KEYS.iter()
        .filter(move |key| !platform || key.in_platform())
        .filter_map(move |key| Some((key.path.strip_prefix(&pattern)?, key)))
}
