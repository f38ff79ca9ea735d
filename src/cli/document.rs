//! What `run` and `merge` print: one answer, or those on several scenarios.

use super::flags::StudyFormat;
use super::{Failure, terminal};
use reachsim::output::tidy::Row;
use reachsim::output::{json, tidy};

/// An answer in the form in which it is printed.
pub enum Document {
    Text(String),
    Json(serde_json::Value),
    Csv(Vec<Row>),
}

/// An answer in every form, of which one is made.
pub struct Forms<T, J, C> {
    pub text: T,
    pub json: J,
    pub csv: C,
}

impl<T, J, C> Forms<T, J, C>
where
    T: FnOnce() -> String,
    J: FnOnce() -> serde_json::Value,
    C: FnOnce() -> Vec<Row>,
{
    /// In the form that is wanted.
    pub fn of(self, format: StudyFormat) -> Result<Document, Failure> {
        Ok(match format {
            StudyFormat::Text => Document::Text((self.text)()),
            StudyFormat::Json => {
                terminal::beside(self.text)?;
                Document::Json((self.json)())
            }
            StudyFormat::Csv => Document::Csv((self.csv)()),
        })
    }
}

/// Prints the answers, and ends with the targets that were missed.
pub fn tell(
    format: StudyFormat,
    documents: Vec<Document>,
    missed: &[String],
) -> Result<(), Failure> {
    let (mut texts, mut values, mut rows) = (Vec::new(), Vec::new(), Vec::new());
    for document in documents {
        match document {
            Document::Text(text) => texts.push(text),
            Document::Json(value) => values.push(value),
            Document::Csv(some) => rows.extend(some),
        }
    }
    match format {
        StudyFormat::Text => terminal::show(&texts.join("\n"))?,
        // The answers on several scenarios are one document as well.
        StudyFormat::Json if values.len() == 1 => terminal::print_json(&values.remove(0))?,
        StudyFormat::Json => terminal::print_json(&json::runs(&values))?,
        StudyFormat::Csv => terminal::print(&tidy::csv(&rows))?,
    }
    for target in missed {
        terminal::error_words(target);
    }
    if missed.is_empty() { Ok(()) } else { Err(Failure::Target) }
}
