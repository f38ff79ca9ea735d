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

/// The ids of the locales, as files and flags spell them.
pub const LOCALES: [&str; 3] = ["en", "ru", "uk"];

impl Locale {
    pub const ALL: [Locale; 3] = [Locale::En, Locale::Ru, Locale::Uk];

    /// The id of the locale: `en`, `ru`, `uk`.
    pub const fn id(self) -> &'static str {
        LOCALES[self as usize]
    }

    /// The locale of an id, or `None`.
    pub fn find(id: &str) -> Option<Locale> {
        Locale::ALL.into_iter().find(|locale| locale.id() == id)
    }
}
