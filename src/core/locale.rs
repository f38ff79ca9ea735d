//! The languages in which answers, charts and documents are written.

use serde::{Deserialize, Serialize};

/// A language and region, whose words and numerals are used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Locale {
    #[default]
    En,
    Ru,
    Uk,
}

/// What is peculiar to a language beside its words, which stand in the catalogues.
#[derive(Debug)]
pub struct Language {
    /// As files and flags spell it, which is its tag in BCP 47.
    pub id: &'static str,
    /// The marks of a number, by the Unicode CLDR: Russian and Ukrainian group by a space that does
    /// not break.
    pub decimal: &'static str,
    pub group: &'static str,
    pub percent: &'static str,
    /// The word between the ends of an interval, and the one before it: `from 5 to 10`.
    pub between: &'static str,
    pub before: &'static str,
    /// Letters that its documents need beside those of ASCII.
    pub letters: &'static str,
}

/// One row a locale, in the order of [`Locale::ALL`].
pub(crate) const LANGUAGES: [Language; Locale::ALL.len()] = [
    Language {
        id: "en",
        decimal: ".",
        group: ",",
        percent: " %",
        between: "to",
        before: "from",
        letters: "",
    },
    Language {
        id: "ru",
        decimal: ",",
        group: "\u{A0}",
        percent: "\u{A0}%",
        between: "до",
        before: "от",
        letters: "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюяЁё",
    },
    Language {
        id: "uk",
        decimal: ",",
        group: "\u{A0}",
        percent: "\u{A0}%",
        between: "до",
        before: "від",
        letters: "ЄєІіЇїҐґ",
    },
];

/// The ids of the locales.
pub const LOCALES: [&str; Locale::ALL.len()] = {
    let mut ids = [""; Locale::ALL.len()];
    let mut place = 0;
    while place < ids.len() {
        ids[place] = LANGUAGES[place].id;
        place += 1;
    }
    ids
};

impl Locale {
    pub const ALL: [Locale; 3] = [Locale::En, Locale::Ru, Locale::Uk];

    /// What is peculiar to the language.
    pub const fn language(self) -> &'static Language {
        &LANGUAGES[self as usize]
    }

    /// The id of the locale: `en`, `ru`, `uk`.
    pub const fn id(self) -> &'static str {
        self.language().id
    }

    /// The locale of an id, or `None`.
    pub fn find(id: &str) -> Option<Locale> {
        Locale::ALL.into_iter().find(|locale| locale.id() == id)
    }
}

/// What somebody calls something of his own, with other words in other languages where he gives
/// any.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Label {
    default: String,
    others: [Option<String>; Locale::ALL.len()],
}

impl Label {
    /// A name of which nothing is said in other languages.
    pub fn plain(words: impl Into<String>) -> Label {
        Label { default: words.into(), ..Label::default() }
    }

    /// A name with its words in some languages, in the order of [`Locale::ALL`].
    pub fn new(words: impl Into<String>, others: [Option<String>; Locale::ALL.len()]) -> Label {
        Label { default: words.into(), others }
    }

    /// The same with further words behind it in every language.
    #[must_use]
    pub fn with(&self, more: &str) -> Label {
        let and = |words: &String| format!("{words}: {more}");
        Label {
            default: and(&self.default),
            others: self.others.each_ref().map(|o| o.as_ref().map(and)),
        }
    }

    /// Its words in a language; those of every language where it has no others.
    pub fn of(&self, locale: Locale) -> &str {
        self.others[locale as usize].as_deref().unwrap_or(&self.default)
    }
}

/// The words that hold where nothing is said of a language: those by which scripts know it.
impl std::ops::Deref for Label {
    type Target = str;

    fn deref(&self) -> &str {
        &self.default
    }
}

impl std::fmt::Display for Label {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        f.write_str(&self.default)
    }
}
