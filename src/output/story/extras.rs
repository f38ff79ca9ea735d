//! Studies that a run brings along where its file asks for them: its what-ifs, and what to measure
//! before one decides.

use crate::model::ColumnId;
use crate::output::{Context, Report};
use crate::study::compare::Comparison;
use crate::study::voi::{Knowledge, Worth};

/// What a run knows beside its own trials.
#[derive(Clone, Debug, Default)]
pub struct Extras {
    pub variants: Option<Variants>,
    pub worths: Option<Worths>,
}

impl Extras {
    pub const NONE: &'static Extras = &Extras { variants: None, worths: None };
}

/// The what-ifs of the file against the file as it is.
#[derive(Clone, Debug)]
pub struct Variants {
    pub base: String,
    /// Name of the metric that they are compared by.
    pub subject: String,
    pub found: Comparison,
}

/// What it is worth to know each input before one decides for the community or against it.
#[derive(Clone, Debug)]
pub struct Worths {
    pub metric: ColumnId,
    pub found: Knowledge,
    pub ranked: Vec<Worth>,
}

impl<'a> Report<'a> {
    /// The same as studies see it.
    pub fn context(&self) -> Context<'a> {
        Context {
            about: self.about,
            model: self.model,
            plan: self.plan,
            assumptions: self.assumptions,
            file: self.file,
            path: self.file,
        }
    }
}
