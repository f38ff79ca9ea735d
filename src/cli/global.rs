//! Flags that every command understands: threads, how much is said, colours and languages.

use clap::ValueEnum;

use reachsim::diagnostic::{Conjunction, listed};
use reachsim::locale::{LOCALES, Locale};

/// What every command understands.
#[derive(Clone, Copy, Debug, clap::Args)]
pub struct Global {
    /// Threads to compute on [default: one for each core]; the results do not depend on it
    #[arg(
        long,
        global = true,
        value_name = "N",
        value_parser = clap::value_parser!(u16).range(1..=1024)
    )]
    pub threads: Option<u16>,
    /// Print errors and results only
    #[arg(long, short, global = true, conflicts_with = "verbose")]
    pub quiet: bool,
    /// Print more: every metric, every warning in full
    #[arg(long, short, global = true)]
    pub verbose: bool,
    /// When to colour what is printed
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub color: When,
    /// Language of the answers: en, ru or uk [default: what the file says, or en]; `render` takes
    /// several
    #[arg(
        long,
        global = true,
        value_name = "LOCALE",
        value_parser = Languages::parse,
        default_value = "",
        hide_default_value = true
    )]
    pub locale: Languages,
}

/// The languages that were asked for, in their order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Languages([Option<Locale>; Locale::ALL.len()]);

impl Languages {
    fn parse(text: &str) -> Result<Languages, String> {
        let mut languages = Languages::default();
        for word in text.split(',').map(str::trim).filter(|word| !word.is_empty()) {
            let locale = Locale::find(word).ok_or_else(|| {
                format!("`{word}` is none of {}", listed(LOCALES, Conjunction::And))
            })?;
            if !languages.0.contains(&Some(locale))
                && let Some(place) = languages.0.iter_mut().find(|place| place.is_none())
            {
                *place = Some(locale);
            }
        }
        Ok(languages)
    }

    /// The one in which an answer is given.
    pub const fn first(self) -> Option<Locale> {
        self.0[0]
    }

    pub fn all(self) -> Vec<Locale> {
        self.0.into_iter().flatten().collect()
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum When {
    Auto,
    Always,
    Never,
}
