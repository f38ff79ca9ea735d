//! A scenario with what somebody tries.

use super::refused::Refused;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::locale::Locale;
use crate::model::Understood;
use crate::output::Case;
use crate::output::phrases::shape;
use crate::units::Unit;

/// What a set of values makes of a scenario.
#[derive(Debug)]
pub struct Tried {
    pub case: Case,
    /// The keys that are set, by the places of their texts among those of the scenario.
    pub keys: Vec<(usize, String)>,
}

impl Tried {
    /// Reads the values as a what-if of the file would have them; whatever is wrong with them, all
    /// at once.
    pub fn of(case: &Case, set: &[(String, String)], locale: Locale) -> Result<Tried, Refused> {
        let mut scenario = case.scenario.clone();
        let (mut edits, mut keys) = (Vec::new(), Vec::new());
        let mut problems: Vec<Diagnostic> = Vec::new();
        for (key, value) in set {
            keys.push((scenario.sources.len(), key.clone()));
            match scenario.change(key, value) {
                Ok(edit) => edits.push(edit),
                Err(found) => problems.extend(found.iter().cloned()),
            }
        }
        if !problems.is_empty() {
            let found = Diagnostics::new(scenario.sources, problems);
            return Err(Refused::problems(locale, &found, &keys));
        }
        let changed = scenario.changed(&edits);
        let varied = Case::of(case.path.clone(), changed)
            .map_err(|found| Refused::problems(locale, &found, &keys))?;
        let mut varied = varied.with_exports(case.exports.clone());
        varied.past.clone_from(&case.past);
        varied.lowered.plan = case.lowered.plan;
        varied.lowered.about.locale = case.about().locale;
        Ok(Tried { case: varied, keys })
    }

    /// What was changed: each key with what it was and what it is, in words.
    pub fn changed(&self, was: &Case, locale: Locale) -> Vec<[String; 3]> {
        let told = |case: &Case, key: &str| {
            let taken = case.taken_for(key).next();
            taken.map_or_else(String::new, |taken| understood(locale, &taken.value, taken.unit))
        };
        let one = |(_, key): &(usize, String)| [key.clone(), told(was, key), told(&self.case, key)];
        self.keys.iter().map(one).collect()
    }
}

/// What is taken for a key, in words.
fn understood(locale: Locale, value: &Understood, unit: Unit) -> String {
    match value {
        Understood::Quantity(dist) => shape(locale, dist, unit),
        Understood::Words(words) => words.clone(),
    }
}
