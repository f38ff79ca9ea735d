//! The language of a scenario of which something is wrong: that which its text names, as far as it
//! can be read.

use toml::de::DeTable;

use super::keys::key;
use super::set;
use crate::diagnostic::{Diagnostics, Source};
use crate::locale::Locale;

/// The language that the command line, the file or one of its parents names; `None` where none of
/// them does.
pub fn spoken(problems: &Diagnostics) -> Option<Locale> {
    let (sets, files): (Vec<&Source>, Vec<&Source>) =
        problems.sources.iter().partition(|source| source.name == set::NAME);
    let named = |source: &Source| {
        let (key, value) = source.text.split_once('=')?;
        let value = value.trim().trim_matches(['"', '\'']);
        Locale::find(value).filter(|_| key.trim() == key!("locale"))
    };
    let stated = |source: &Source| {
        let (table, _) = DeTable::parse_recoverable(&source.text);
        Locale::find(table.get_ref().get(key!("locale"))?.get_ref().as_str()?)
    };
    sets.into_iter().rev().find_map(named).or_else(|| files.into_iter().find_map(stated))
}
