//! The figures of the founding texts and of the surveys that they quote: `figures.toml` knows them.

use std::sync::OnceLock;

use serde::Deserialize;

use crate::locale::Locale;

/// A row of `figures.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    pub id: String,
    /// What it says.
    pub words: Words,
    /// The figure, or the lower end of its range.
    pub low: f64,
    /// The figure, or the upper end of its range; `None` where nobody says where it ends.
    pub high: Option<f64>,
    /// The id of a [unit](crate::units::Unit).
    pub unit: String,
    /// How many were asked, where that is stated.
    pub n: Option<u64>,
    /// Of when it is, where that is stated.
    pub year: Option<String>,
    /// Where it stands.
    pub place: Words,
    /// Keys of a scenario that it informs.
    #[serde(default)]
    pub keys: Vec<String>,
    /// Why it informs none.
    pub why: Option<Words>,
}

/// The same in each language.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    en: String,
    ru: String,
    uk: String,
}

impl Words {
    pub fn of(&self, locale: Locale) -> &str {
        match locale {
            Locale::En => &self.en,
            Locale::Ru => &self.ru,
            Locale::Uk => &self.uk,
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    figure: Vec<Figure>,
}

/// Standard errors on either side of a share that hold 95 of 100.
const SCORE: f64 = 1.96;

impl Figure {
    /// Every figure, in the order of the table.
    pub fn all() -> &'static [Figure] {
        static ALL: OnceLock<Vec<Figure>> = OnceLock::new();
        ALL.get_or_init(|| {
            let table: Table = toml::from_str(include_str!("figures.toml"))
                .expect("the tests read the table of figures");
            table.figure
        })
    }

    /// How far chance may have moved a share of so many who were asked, with 95 %: 1.96 times the
    /// root of p (1 - p) / n. `None` where nobody says how many they were.
    pub fn margin(&self) -> Option<f64> {
        let p = self.high.filter(|high| *high == self.low && self.unit == "share")?;
        Some(SCORE * (p * (1.0 - p) / self.n? as f64).sqrt())
    }
}
