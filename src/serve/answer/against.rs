//! What is tried, against the scenario as it is, in the same futures.

use crate::output::words::sentence;
use crate::output::{Report, phrases, story};
use crate::serve::base::Base;
use crate::serve::tried::Tried;
use crate::study;
use crate::study::compare::{Advice, Contrast};

/// What is tried, against the scenario as it is.
pub struct Against<'a> {
    pub base: &'a Base,
    pub contrast: &'a Contrast,
    pub tried: &'a Tried,
}

impl Against<'_> {
    /// Name of the metric that decides.
    fn subject(&self) -> Option<String> {
        let model = self.base.run.case.model();
        study::subject(model).map(|column| model.column_name(column))
    }

    pub fn advice(&self) -> Option<Advice> {
        self.contrast.advice(&self.subject()?)
    }

    /// What it advises, and what it changes, in one sentence.
    pub fn verdict(&self, report: &Report) -> String {
        let advice = self.advice();
        let advice = advice.map(|found| phrases::studies::advice(report.locale, found));
        let subject = self.subject().unwrap_or_default();
        let change = self.contrast.metric(&subject);
        let told = change.map(|change| story::changed(report, change));
        let parts = advice.map(|words| sentence(&words) + ".").into_iter().chain(told);
        parts.collect::<Vec<_>>().join(" ")
    }
}
