//! One page of the story.

use serde::{Deserialize, Serialize};

use super::tables::Table;
use crate::locale::Locale;
use crate::output::charts::Part;
use crate::output::words::Words as _;

/// A message with a chart or a table below it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Page {
    /// Stable, and the same in every language: `answer`, `staircase`.
    pub id: String,
    pub part: Part,
    /// The message.
    pub title: String,
    /// Where, when and how to read it, or what else there is to say; may be empty.
    pub lead: String,
    /// The id of a chart.
    pub chart: Option<String>,
    pub table: Option<Table>,
    /// How to read it, for who presents it.
    pub note: String,
}

/// A page without a chart or a table, with how to read it.
pub fn page(id: &str, part: Part, (title, lead): (String, String), locale: Locale) -> Page {
    let note = locale.say(&format!("read-{id}"), &[]);
    Page { id: id.to_owned(), part, title, lead, chart: None, table: None, note }
}
