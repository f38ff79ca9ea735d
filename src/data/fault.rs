//! What is wrong with an export, and where.

use std::ops::Range;

use reachsim_core::diagnostic::{Code, Diagnostic, Diagnostics, Message, Source, Span};

/// A problem with a file.
#[derive(Clone, Debug)]
pub struct Fault {
    pub code: Code,
    pub message: Message,
    pub place: Option<Place>,
    pub help: Option<Message>,
}

/// A place in a file.
#[derive(Clone, Debug)]
pub struct Place {
    /// The file, as the user gave it.
    pub file: String,
    /// From 1: a line of a text, a row of a sheet, an element of a list.
    pub line: u64,
    /// The line, or as much of it as is shown: no more than [`SHOWN`] bytes, and without line
    /// feeds.
    pub text: String,
    /// Bytes of `text` that are meant.
    pub bytes: Range<usize>,
    /// What stands beside the caret.
    pub label: Message,
}

/// Bytes of a line that are shown.
pub const SHOWN: usize = 200;

impl Fault {
    pub fn new(code: Code, message: Message) -> Fault {
        Fault { code, message, place: None, help: None }
    }

    #[must_use]
    pub fn at(self, place: Place) -> Fault {
        Fault { place: Some(place), ..self }
    }

    #[must_use]
    pub fn help(self, help: Message) -> Fault {
        Fault { help: Some(help), ..self }
    }
}

/// All problems of all files, as they are shown.
pub fn diagnostics(faults: Vec<Fault>) -> Diagnostics {
    let (mut sources, mut list) = (Vec::new(), Vec::new());
    for fault in faults {
        let mut diagnostic = Diagnostic::new(fault.code, fault.message);
        if let Some(place) = fault.place {
            let mut source = Source::new(place.file, place.text);
            source.before = place.line.saturating_sub(1) as usize;
            let span = Span { source: sources.len(), bytes: place.bytes };
            sources.push(source);
            diagnostic = diagnostic.at(span, place.label);
        }
        diagnostic.help = fault.help;
        list.push(diagnostic);
    }
    Diagnostics::new(sources, list)
}
