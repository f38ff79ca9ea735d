//! Studies that a run brings along where its file asks for them: its what-ifs, and what to measure
//! before one decides.

use crate::model::ColumnId;
use crate::output::charts::Material;
use crate::output::pictures::studies;
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

/// The charts of the studies.
pub fn add(bundle: &Report, material: &mut Material) {
    let context = bundle.context();
    if let Some(Variants { base, subject, found }) = &bundle.extras.variants {
        material.ranges = studies::differences(&context, base, subject, found);
    }
    if let Some(Worths { metric, found, ranked }) = &bundle.extras.worths {
        material.worth = studies::worths(&context, *metric, found, ranked);
    }
}
