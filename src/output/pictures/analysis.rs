//! From what exports tell to its pictures, in one language. Their titles are claims, and their
//! numbers those of the analysis.

mod event;
mod groups;
mod tone;
mod weeks;

use reachsim_data::analyse::{Analysis, Table};

use super::maker::Pictures;
use crate::locale::Locale;
use crate::output::charts::Picture;
use crate::output::phrases::analysis as words;
use crate::output::words::sentence;

/// Every picture for which the files have something, in the order in which they tell it.
pub fn pictures(analysis: &Analysis, locale: Locale) -> Vec<Picture> {
    let scope = scope(analysis, locale);
    let mut pictures = Pictures::default();
    pictures.add("weekly", weeks::counts(analysis, (locale, &scope)));
    pictures.add("weekly-reach", weeks::reach(analysis, (locale, &scope)));
    pictures.add("event", event::event(analysis, (locale, &scope)));
    pictures.add("tones", tone::tones(analysis, (locale, &scope)));
    for (id, of) in groups::PICTURES {
        if let Some(table) = groups::table(analysis, of) {
            pictures.add(id, groups::picture(table, (locale, &scope)));
        }
    }
    pictures.0
}

/// The table that a picture of this id shows.
pub fn shown<'a>(analysis: &'a Analysis, id: &str) -> Option<&'a Table> {
    let (_, of) = groups::PICTURES.into_iter().find(|(known, _)| *known == id)?;
    groups::table(analysis, of)
}

/// Every table that has a picture.
pub fn all_shown(analysis: &Analysis) -> Vec<&Table> {
    let tables = groups::PICTURES.into_iter().filter_map(|(_, of)| groups::table(analysis, of));
    tables.filter(|table| groups::is_drawn(table)).collect()
}

/// When, for the subtitle of a picture; the files where they have no days.
fn scope(analysis: &Analysis, locale: Locale) -> String {
    match analysis.period {
        Some(period) => sentence(&words::period(locale, period)),
        None => analysis
            .receipts
            .first()
            .map_or("", |made| made.file.as_str())
            .rsplit('/')
            .next()
            .unwrap_or_default()
            .to_owned(),
    }
}
