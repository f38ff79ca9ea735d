//! What is wrong with a list of friendships, and where.

use std::io;

use crate::diagnostic::{Message, message};

/// Why a list was not read.
#[derive(Debug)]
pub enum Unread {
    /// Some lines are no friendship: the first of them.
    Faults(Vec<Fault>),
    /// There is no such file, or the system does not let it be read.
    World(io::Error),
    /// Whoever watches wants no more.
    Stopped,
}

impl Unread {
    /// Whether there is no such file.
    pub(crate) fn is_missing(&self) -> bool {
        matches!(self, Unread::World(error) if error.kind() == io::ErrorKind::NotFound)
    }

    /// A fault of the whole file.
    pub(crate) fn whole(message: Message, help: Message) -> Unread {
        let (line, text, bytes, label) = (None, String::new(), 0..0, Message::default());
        Unread::Faults(vec![Fault { line, text, bytes, message, label, help }])
    }
}

/// A line that is no friendship.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// From 1; `None` where the whole file is meant.
    pub line: Option<u64>,
    /// The line as it stands there.
    pub text: String,
    /// The bytes of it that are at fault.
    pub bytes: std::ops::Range<usize>,
    /// What is wrong with them, what stands beside the caret, and the way out.
    pub message: Message,
    pub label: Message,
    pub help: Message,
}

/// Letters of a line that are shown at most.
const SHOWN: usize = 200;

impl Fault {
    /// A fault of some bytes of a line.
    pub(crate) fn of(
        line: &[u8],
        bytes: std::ops::Range<usize>,
        message: Message,
        label: Message,
    ) -> Fault {
        // Where bytes are no letters, or the line is endless, the place is found again in what can
        // be shown.
        let shown = |bytes: &[u8]| {
            String::from_utf8_lossy(bytes).trim_end().chars().take(SHOWN).collect::<String>()
        };
        let (before, text) = (String::from_utf8_lossy(&line[..bytes.start]).len(), shown(line));
        let end = before + String::from_utf8_lossy(&line[bytes]).len();
        let help = message!(
            "a line is one friendship: two people with anything between them, as in `17 42` or \
             `anna,boris`; lines that begin with # are comments"
        );
        let bytes = before.min(text.len())..end.min(text.len());
        Fault { line: None, text, bytes, message, label, help }
    }

    #[must_use]
    pub(crate) fn with_help(self, help: Message) -> Fault {
        Fault { help, ..self }
    }
}
