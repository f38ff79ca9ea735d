//! A message: English words that stand in the code, with all that another language needs to say the
//! same.

use std::borrow::Cow;
use std::fmt;
use std::path::{Display, PathBuf};
use std::str::EscapeDebug;

use jiff::civil::Date;

use super::visible::visible;

/// Words of a pattern by which catalogues know it.
const WORDS: usize = 14;

/// What is said, in English, and of what it was made: a catalogue of another language has the same
/// pattern in its words, and puts the arguments into it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Message(Box<Parts>);

#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Parts {
    /// Empty where the words belong to no language: names, paths, what a system says.
    pattern: Cow<'static, str>,
    english: String,
    arguments: Vec<(&'static str, Argument)>,
}

/// What is put into a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Argument {
    /// The user's own words, or what he is to write.
    Word(String),
    /// A whole number, which may choose a plural.
    Count(u64),
    /// A number that people read, as English writes it: `1,805,331`, `0.5`.
    Numeral(String),
    Message(Message),
}

/// A number as English writes it, which other languages write with their own signs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Numeral(pub String);

/// A message of an English pattern with named arguments: `message!("there is no key `{key}`", key =
/// path)`, or `key` alone where the value is called so.
#[macro_export]
macro_rules! spoken_message {
    ($pattern:literal $(,)?) => {
        $crate::diagnostic::Message::new($pattern, format!($pattern), Vec::new())
    };
    ($pattern:literal $(, $name:ident $(= $value:expr)?)* $(,)?) => {{
        // All values are taken before a name is.
        let ($($name,)*) = ($($crate::diagnostic::message!(@argument $name $(= $value)?),)*);
        $crate::diagnostic::Message::new(
            $pattern,
            format!($pattern),
            vec![$((stringify!($name), $name)),*],
        )
    }};
    (@argument $name:ident = $value:expr) => {
        $crate::diagnostic::Said::said(&$value)
    };
    (@argument $name:ident) => {
        $crate::diagnostic::Said::said(&$name)
    };
}

pub use spoken_message as message;

impl Message {
    pub fn new(
        pattern: impl Into<Cow<'static, str>>,
        english: impl Into<String>,
        arguments: Vec<(&'static str, Argument)>,
    ) -> Message {
        Message(Box::new(Parts {
            pattern: pattern.into(),
            english: seen(english.into()),
            arguments,
        }))
    }

    /// Words that are the same in every language.
    pub fn verbatim(words: impl Into<String>) -> Message {
        Message::new("", words, Vec::new())
    }

    /// Messages one behind the other.
    pub fn joined(parts: impl IntoIterator<Item = Message>, between: &str) -> Message {
        let join = |first: Message, second: Message| {
            let english = format!("{first}{between}{second}");
            let arguments = vec![
                ("first", Argument::Message(first)),
                ("between", Argument::Word(between.to_owned())),
                ("second", Argument::Message(second)),
            ];
            Message::new(Message::JOINED, english, arguments)
        };
        parts.into_iter().reduce(join).unwrap_or_default()
    }

    /// The pattern of messages that stand one behind the other, in whatever language.
    pub const JOINED: &'static str = "{first}{between}{second}";

    /// What catalogues call it: the first words of the pattern, names of arguments among them.
    /// Empty where the words belong to no language.
    pub fn id(&self) -> String {
        let is_between = |c: char| !c.is_ascii_alphanumeric() && c != '_';
        let words = self.0.pattern.split(is_between).filter(|word| !word.is_empty());
        let id = words.take(WORDS).collect::<Vec<_>>().join("-").to_lowercase();
        // A message begins with a letter.
        if id.starts_with(|c: char| c.is_ascii_digit()) { format!("n-{id}") } else { id }
    }

    pub fn english(&self) -> &str {
        &self.0.english
    }

    pub fn arguments(&self) -> &[(&'static str, Argument)] {
        &self.0.arguments
    }

    pub fn is_empty(&self) -> bool {
        self.0.english.is_empty()
    }

    /// The same in other English words: where one thing is told otherwise than several.
    #[must_use]
    pub fn worded(mut self, english: impl Into<String>) -> Message {
        self.0.english = seen(english.into());
        self
    }

    /// The same with other words in the place of some of the user's.
    #[must_use]
    pub fn replaced(self, from: &str, to: &str) -> Message {
        let arguments = self.0.arguments.into_iter().map(|(name, argument)| {
            let argument = match argument {
                Argument::Word(word) => Argument::Word(word.replace(from, to)),
                Argument::Message(message) => Argument::Message(message.replaced(from, to)),
                number => number,
            };
            (name, argument)
        });
        let arguments = arguments.collect();
        Message::new(self.0.pattern, self.0.english.replace(from, to), arguments)
    }
}

/// The English words.
impl fmt::Display for Message {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str(self.english())
    }
}

impl fmt::Display for Argument {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Argument::Word(text) | Argument::Numeral(text) => formatter.write_str(text),
            Argument::Count(count) => write!(formatter, "{count}"),
            Argument::Message(message) => formatter.write_str(message.english()),
        }
    }
}

impl fmt::Display for Numeral {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// What the system says may be one as well.
impl std::error::Error for Message {}

/// What can be put into a message.
pub trait Said {
    fn said(&self) -> Argument;
}

impl<T: Said + ?Sized> Said for &T {
    fn said(&self) -> Argument {
        (**self).said()
    }
}

impl Said for Message {
    fn said(&self) -> Argument {
        Argument::Message(self.clone())
    }
}

impl Said for Argument {
    fn said(&self) -> Argument {
        self.clone()
    }
}

impl Said for Numeral {
    fn said(&self) -> Argument {
        Argument::Numeral(self.0.clone())
    }
}

macro_rules! said {
    ($($kind:ty),+ => $argument:expr) => {
        $(impl Said for $kind {
            fn said(&self) -> Argument {
                let argument: fn(&$kind) -> Argument = $argument;
                argument(self)
            }
        })+
    };
}

said!(str => |word| Argument::Word(seen(word.to_owned())));
said!(String => |word| Argument::Word(seen(word.clone())));
said!(Cow<'_, str> => |word| Argument::Word(seen(word.clone().into_owned())));
said!(char, f64, i32, EscapeDebug<'_>, Display<'_>, Date
    => |word| Argument::Word(seen(word.to_string())));
said!(PathBuf => |path| Argument::Word(seen(path.display().to_string())));
said!(u64 => |count| Argument::Count(*count));
said!(u32 => |count| Argument::Count(u64::from(*count)));
said!(usize => |count| Argument::Count(*count as u64));

/// A text that stands in a message: parts of it may come from any file.
fn seen(text: String) -> String {
    match visible(&text) {
        Cow::Borrowed(_) => text,
        Cow::Owned(seen) => seen,
    }
}
