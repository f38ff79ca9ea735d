//! Data that are counted twice: what was believed was made from the very rows.

use reachsim_data::shape::Receipt;

use crate::model::{Assumption, Origin};
use crate::output::Case;
use crate::output::calibration::Key;

/// Kinds of export with the works that tell of them.
const PUBLISHED: &str = include_str!("published.toml");

/// The works of which files are the data.
fn works<'t>(receipts: &[Receipt]) -> Vec<&'t str> {
    let rows = PUBLISHED.lines().filter(|line| !line.starts_with('#'));
    let rows = rows.filter_map(|line| line.split_once(" = "));
    let is_there = |kind: &str| receipts.iter().any(|receipt| receipt.kind == kind);
    rows.filter(|(kind, _)| is_there(kind)).map(|(_, work)| work.trim_matches('"')).collect()
}

/// Keys that learnt from the data of a work to which the scenario owes what it believed of them.
pub fn circular(case: &Case, receipts: &[Receipt], keys: &[Key]) -> Vec<String> {
    let works = works(receipts);
    let owes = |taken: &&Assumption| {
        let source = match &taken.origin {
            Origin::Preset { source, .. } | Origin::Default { source } => Some(source),
            Origin::File { beside, .. } => beside.source.as_ref(),
            Origin::CommandLine | Origin::Measured { .. } => None,
        };
        source.is_some_and(|source| works.iter().any(|work| source.contains(work)))
    };
    let has_learnt = |key: &str| keys.iter().any(|own| own.key == key && own.is_informed());
    let taken = case.lowered.assumptions.iter().filter(owes);
    taken.map(|taken| taken.key.clone()).filter(|key| has_learnt(key)).collect()
}
