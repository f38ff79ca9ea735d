//! From what a scenario is to learn, and what of it is at hand.

use reachsim_data::analyse::History;
use reachsim_data::fault;
use reachsim_learn::known::all::Known;
use reachsim_learn::known::page::Source;
use reachsim_learn::known::rules::RULES;

use crate::diagnostic::{message, nearest_or};
use crate::model::{Observation, Origin};
use crate::output::Case;
use crate::run::attached::{Attached, Data, attached};
use crate::run::error::Error;
use crate::scenario::{Options, period};

/// From what a scenario is to learn.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    pub data: Data,
    /// Totals as people write them.
    pub totals: Vec<String>,
    /// Keys whose level does not move.
    pub steady: Vec<String>,
    /// Weeks after which rows count for half, where they are to fade.
    pub half_life: Option<f64>,
    /// Weeks at the end on which it is tested, a week ahead each.
    pub hold_out: Option<u32>,
    /// What the scenario was read with.
    pub options: Options,
}

/// Exports as rows of what happened.
pub struct Told {
    pub attached: Vec<Attached>,
    pub histories: Vec<History>,
}

impl Told {
    /// Everything that a scenario and the command line name.
    pub fn of(case: &Case, data: &Data) -> Result<Told, Error> {
        let attached = attached(case, data)?;
        let (mut histories, mut faults) = (Vec::new(), Vec::new());
        for of in &attached {
            match History::of(&of.export, &of.question) {
                Ok(history) => histories.push(history),
                Err(found) => faults.extend(found),
            }
        }
        if faults.is_empty() {
            Ok(Told { attached, histories })
        } else {
            Err(fault::diagnostics(faults).into())
        }
    }

    pub fn sources(&self) -> Vec<Source<'_>> {
        self.attached
            .iter()
            .zip(&self.histories)
            .map(|(of, history)| Source { history, community: of.community, weight: of.weight })
            .collect()
    }

    /// The last day of any row.
    pub fn last(&self) -> Option<i32> {
        self.histories.iter().filter(|history| !history.is_undated).filter_map(History::last).max()
    }
}

/// Keys of which the user states a number himself.
pub fn stated(case: &Case) -> Vec<String> {
    let own = |origin: &Origin| {
        matches!(origin, Origin::File { .. } | Origin::CommandLine | Origin::Measured { .. })
    };
    let assumptions = case.lowered.assumptions.iter();
    assumptions.filter(|taken| own(&taken.origin)).map(|taken| taken.key.clone()).collect()
}

/// Whether keys that are said to stand still are keys that learn, with or without a community.
pub fn steady(names: &[String]) -> Result<(), Error> {
    let known = || {
        let all = RULES.iter().map(|rule| rule.key).filter(|key| *key != "questions");
        all.chain(["questions.per_year", "questions.per_day", "questions.per_follower"])
    };
    for name in names {
        let own = name.strip_prefix("community.").and_then(|rest| rest.split_once('.'));
        let own = own.map_or(name.as_str(), |(_, key)| key);
        if !known().any(|key| key == own) {
            let way_out = nearest_or(own, known(), || {
                message!("`posts.reach` and `questions.per_year` are some of them")
            });
            return Err(Error::Question(message!(
                "`{name}` is no key whose level is learnt: {way_out}",
                name,
                way_out
            )));
        }
    }
    Ok(())
}

/// What is at hand when all inputs are learnt together.
pub struct Learning<'a> {
    pub known: &'a Known,
    pub told: &'a Told,
    pub wanted: &'a Wanted,
    pub observed: Vec<Observation>,
}

/// The first day of a period, and its weeks.
pub fn stretch(observed: &Observation) -> Option<(i32, usize)> {
    let (from, to) = (period::number(observed.from?), period::number(observed.to?));
    Some((from, ((f64::from(to - from + 1) / 7.0).round() as usize).max(1)))
}
