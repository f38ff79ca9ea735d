//! Claims: scenarios that say what should come out.

use super::error::Error;
use super::variants;
use crate::diagnostic::message;
use crate::engine::{self, Detail, Watch};
use crate::model::Plan;
use crate::output::Case;
use crate::output::claims::Finding;
use crate::scenario::NOTHING;
use crate::study::Asked;
use crate::study::compare::{self, Variant};
use crate::summary::Summary;

/// In how many futures a claim has to be so where its target does not say.
const HALF: f64 = 0.5;

impl Case {
    /// What the model says to the claim that the first target states: of the first what-if against
    /// the scenario as it is, where there is one, else of the scenario alone.
    pub fn claim(&self, plan: Plan, watch: &impl Watch) -> Result<Finding, Error> {
        let Some(target) = self.model().targets.first() else {
            return Err(Error::Question(message!(
                "`{file}` states no claim: it has no `[[target]]`",
                file = self.file()
            )));
        };
        let needed = target.with.unwrap_or(HALF);
        let Some(name) = self.scenario.variants().into_iter().find(|name| name != NOTHING) else {
            let trials = engine::run(self.model(), plan, Detail::Totals, watch);
            let summary = Summary::of(self.model(), &trials);
            let spread = summary
                .metric(&self.model().column_name(target.metric))
                .map(|metric| ["p05", "p50", "p95"].map(|id| metric.percentile(id)));
            let probability = summary.targets[0].probability;
            return Ok(Finding {
                metric: target.metric,
                variant: None,
                spread,
                difference: None,
                probability,
                holds: probability.value >= needed,
            });
        };
        let edits = self.scenario.variant(&name).map_err(Error::Question)?;
        let model = self.edited(&edits)?;
        let variant = Variant {
            name: variants::called(self, &name),
            model,
            edits: Vec::new(),
            between: Vec::new(),
        };
        let subject = self.model().column_name(target.metric);
        let found = compare::compare(
            self.model(),
            &[variant],
            Asked { plan, subject: &subject, most: None },
            watch,
        );
        let difference = found.others[0].metric(&subject);
        let better =
            difference.and_then(|difference| difference.chance).map(|chance| chance.better);
        let Some((difference, better)) = difference.zip(better) else {
            return Err(Error::Question(message!(
                "`{file}`: neither direction of `{subject}` is better, so that no variant is",
                file = self.file(),
                subject
            )));
        };
        Ok(Finding {
            metric: target.metric,
            variant: Some(name),
            spread: None,
            difference: Some(difference.mean),
            probability: better,
            holds: better.value >= needed,
        })
    }
}
