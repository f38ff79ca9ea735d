//! Claims: scenarios that say what should come out.

mod shipped;

use std::path::Path;

use super::error::Error;
use crate::diagnostic::message;
use crate::engine::Watch;
use crate::model::{self, Lowered, Plan, Target, TargetName};
use crate::output::Case;
use crate::output::claims::Found;
use crate::scenario::{self, NOTHING};
use crate::study::claim::{self, Claimed};
use crate::summary::Summary;

pub use shipped::{FOLDER, SHIPPED};

/// The claims that come with the program, by the names of their files.
pub fn shipped() -> Result<Vec<Case>, Error> {
    let read = |(name, text): &(&str, &str)| {
        let path = format!("{FOLDER}/{name}.toml");
        let read = scenario::parse(Path::new(&path), (*text).to_owned(), &[])?;
        Ok(Case::of(path, read)?)
    };
    SHIPPED.iter().map(read).collect()
}

impl Case {
    /// What the model says to the claim that the first target states: of the first what-if against
    /// the scenario as it is, where there is one, else of the scenario alone.
    pub fn claim(&self, plan: Plan, watch: &impl Watch) -> Result<Found, Error> {
        let stated = |target: &&Target| matches!(target.name, TargetName::Stated(_));
        let Some(target) = self.model().targets.first().filter(stated) else {
            return Err(Error::Question(message!(
                "`{file}` states no claim: it has no `[[target]]`",
                file = self.file()
            )));
        };
        if self.scenario.what_ifs.len() > 1 {
            return Err(Error::Question(message!(
                "`{file}` claims of several what-ifs that they are better: a claim has one",
                file = self.file()
            )));
        }
        let name = self.scenario.variants().into_iter().find(|name| name != NOTHING);
        let variant = match &name {
            Some(name) => {
                let edits = self.scenario.variant(name).map_err(Error::Question)?;
                Some(model::lower(self.scenario.changed(&edits))?)
            }
            None => None,
        };
        let (over, without_range) = estimates(&self.lowered, variant.as_ref());
        let claimed = Claimed {
            model: self.model(),
            variant: variant.as_ref().map(|lowered| &lowered.model),
            target,
            plan,
            over: &over,
        };
        let Some(judged) = claim::judge(&claimed, watch) else {
            return Err(Error::Question(message!(
                "`{file}`: neither direction of `{subject}` is better, so that no variant is",
                file = self.file(),
                subject = self.model().column_name(target.metric)
            )));
        };
        let spread = || {
            let summary = Summary::of(self.model(), &judged.trials);
            let metric = summary.metric(&self.model().column_name(target.metric))?;
            Some(["p05", "p50", "p95"].map(|id| metric.percentile(id)))
        };
        Ok(Found {
            metric: target.metric,
            spread: if name.is_none() { spread() } else { None },
            variant: name,
            mean: judged.mean,
            probability: judged.probability,
            verdict: judged.verdict,
            over: judged.over,
            without_range,
        })
    }
}

/// The author's estimates behind a scenario and its variant: the keys of those that have a range,
/// and how many are single numbers.
fn estimates(base: &Lowered, variant: Option<&Lowered>) -> (Vec<String>, usize) {
    let both = || std::iter::once(base).chain(variant);
    let mut keys: Vec<&str> = both()
        .flat_map(|lowered| &lowered.assumptions)
        .filter(|assumption| assumption.origin.is_estimate())
        .map(|assumption| assumption.key.as_str())
        .collect();
    keys.sort_unstable();
    keys.dedup();
    let is_input =
        |key: &str| both().flat_map(|lowered| &lowered.model.inputs).any(|input| input.key == key);
    let (with, without): (Vec<&str>, Vec<&str>) = keys.into_iter().partition(|key| is_input(key));
    (with.into_iter().map(str::to_owned).collect(), without.len())
}
