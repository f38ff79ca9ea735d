//! The weeks before a forecast, as exports tell them: what its baseline is made of.

use std::collections::BTreeMap;

use reachsim_data::analyse::{Analysis, Week};
use reachsim_data::fault;

use crate::output::Case;
use crate::run::Error;
use crate::run::attached::{Attached, Data, of_anybody};

/// Whole weeks of exports.
pub struct History {
    /// By their Mondays, without a gap.
    pub weeks: BTreeMap<i32, Counts>,
    /// SHA-256 of the files.
    pub hashes: Vec<String>,
}

/// What a week counts, in the order of [`COUNTED`].
pub type Counts = [Option<f64>; COUNTED.len()];

/// The metrics whose last value is a baseline.
pub const COUNTED: [&str; 4] = ["questions", "leads", "followers_gained", "unfollows"];

const DAYS: i32 = 7;

/// The weeks that exports of a scenario and of the command line tell of all its communities
/// together; none where no export is named. Rows that count for nothing (a weight of 0) are left
/// out; others count whole, as a week has no half of a question.
///
/// # Errors
/// Whatever is wrong with the exports.
pub fn history(case: &Case, data: &Data) -> Result<Option<History>, Error> {
    let mut all = of_anybody(case, data)?;
    all.retain(|(_, of)| of.weight > 0.0);
    if all.is_empty() {
        return Ok(None);
    }
    let mut told: BTreeMap<Option<usize>, BTreeMap<i32, Counts>> = BTreeMap::new();
    let mut hashes = Vec::new();
    for (community, Attached { export, question, .. }) in &all {
        let found = Analysis::of(export, question).map_err(fault::diagnostics)?;
        let weeks = told.entry(*community).or_default();
        for week in found.weeks.iter().filter(|week| week.is_whole) {
            let known = weeks.entry(week.from).or_insert(NOTHING);
            *known = places(|of| either(known[of], counts(week)[of]));
        }
        hashes.extend(export.receipts.iter().map(|made| made.hash.clone()));
    }
    hashes.dedup();
    Ok(Some(History { weeks: together(&told.into_values().collect::<Vec<_>>()), hashes }))
}

const NOTHING: Counts = [None; COUNTED.len()];

fn places(of: impl FnMut(usize) -> Option<f64>) -> Counts {
    let mut of = of;
    let mut counts = NOTHING;
    for (place, count) in counts.iter_mut().enumerate() {
        *count = of(place);
    }
    counts
}

fn counts(week: &Week) -> Counts {
    let whole = |count: Option<u64>| count.map(|count| count as f64);
    [whole(week.questions), whole(week.leads), week.gained, week.lost]
}

/// Files of one community: a week has what any of them tells of it.
fn either(one: Option<f64>, other: Option<f64>) -> Option<f64> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one + other),
        (one, other) => one.or(other),
    }
}

/// All communities: what several of them tell, a week has where each of these tells it.
fn together(parts: &[BTreeMap<i32, Counts>]) -> BTreeMap<i32, Counts> {
    let ends = parts.iter().flat_map(|weeks| weeks.keys());
    let (Some(&first), Some(&last)) = (ends.clone().min(), ends.max()) else {
        return BTreeMap::new();
    };
    let sum = |monday: i32, of: usize| {
        let tell = parts.iter().filter(|weeks| weeks.values().any(|counts| counts[of].is_some()));
        let counts = tell.map(|weeks| weeks.get(&monday)?[of]);
        let counts = counts.collect::<Option<Vec<f64>>>()?;
        (!counts.is_empty()).then(|| counts.iter().sum())
    };
    let mondays = (first..=last).step_by(DAYS as usize);
    mondays.map(|monday| (monday, places(|of| sum(monday, of)))).collect()
}
