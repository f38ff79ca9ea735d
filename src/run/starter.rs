//! A scenario to start from: answers are tried as a scenario would read them, and the target is one
//! that the networks can reach.

use std::path::Path;

use toml::de::DeTable;

use crate::diagnostic::{Code, Diagnostics};
use crate::engine::{self, Detail, Unwatched};
use crate::model::{Plan, Understood};
use crate::output::Case;
use crate::output::starter::{Aim, Draft, From, Stated, Target, shows_friends, written};
use crate::scenario::keys::key;
use crate::scenario::write::quoted;
use crate::scenario::{self, Options};

/// Futures from which the target is taken.
const FUTURES: u64 = 1_000;
/// Below so many, a number is too small for a target.
const FEW: f64 = 10.0;
/// Between these chances a target says something.
const TELLING: [f64; 2] = [0.25, 0.75];

impl Draft {
    /// What a scenario makes of it.
    pub fn case(&self) -> Result<Case, Diagnostics> {
        self.case_with(&[])
    }

    fn case_with(&self, sets: &[String]) -> Result<Case, Diagnostics> {
        let options = Options { sets: sets.to_vec(), ..Options::default() };
        let read = scenario::parse_with(Path::new("scenario.toml"), self.text(), &options)?;
        let case = Case::of(self.file.clone(), read)?;
        if case.lowered.warnings.is_empty() { Ok(case) } else { Err(case.lowered.warnings) }
    }

    /// States an answer for a key, if a scenario could say so; `called` is what its problems name
    /// as their place. What is wrong only beside a later answer is left to that one.
    pub fn answer(&mut self, called: &str, path: &str, answer: &str) -> Result<(), Diagnostics> {
        let toml = if is_toml(answer) { answer.to_owned() } else { written(answer) };
        self.take(called, path, Stated { toml, from: From::Answer })
    }

    /// The same for a text, whatever stands in it.
    pub fn answer_words(
        &mut self,
        called: &str,
        path: &str,
        answer: &str,
    ) -> Result<(), Diagnostics> {
        self.take(called, path, Stated { toml: quoted(answer), from: From::Words })
    }

    fn take(&mut self, called: &str, path: &str, stated: Stated) -> Result<(), Diagnostics> {
        let set = format!("{path}={}", stated.toml);
        if let Err(mut problems) = self.case_with(&[set])
            && problems.iter().any(|problem| !is_of_later(path, problem.code))
        {
            for source in problems.sources.iter_mut().filter(|source| source.name == "--set") {
                called.clone_into(&mut source.name);
            }
            return Err(problems);
        }
        self.state(path.to_owned(), stated);
        Ok(())
    }

    /// The typical number of a key, where a scenario can be made of it.
    pub fn median(&self, path: &str) -> Option<f64> {
        let case = self.case().ok()?;
        let assumption = case.taken_for(path).next()?;
        match &assumption.value {
            Understood::Quantity(dist) => Some(dist.quantile(0.5)),
            Understood::Words(_) => None,
        }
    }

    /// With a target that is met in some futures and missed in others.
    pub fn aimed(mut self) -> Result<Draft, Diagnostics> {
        self.target = None;
        let case = self.case()?;
        let plan = Plan { trials: FUTURES, ..case.plan() };
        let trials = engine::run(case.model(), plan, Detail::Totals, &Unwatched);
        let sees = self.members.iter().any(|member| shows_friends(member.preset));
        let aims = if sees { &[Aim::Seen, Aim::Reached][..] } else { &[Aim::Reached] };
        self.target = aims.iter().find_map(|&aim| {
            let column = case.model().column(aim.metric())?;
            target(aim, &trials.columns[case.model().place(column)].values())
        });
        Ok(self)
    }
}

/// Whether a problem may go with a later answer: the market is asked for after the followers.
fn is_of_later(path: &str, code: Code) -> bool {
    let name = key!("community.<id>.followers").rsplit('.').next();
    code == Code::MarketExceeded && path.rsplit('.').next() == name
}

/// Whether an answer is a value of TOML as it stands.
fn is_toml(answer: &str) -> bool {
    let text = format!("v = {answer}");
    DeTable::parse(&text).is_ok_and(|table| table.get_ref().len() == 1)
}

/// A round number near the middle of these, with its chance.
fn target(aim: Aim, values: &[f64]) -> Option<Target> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let middle = *sorted.get(sorted.len() / 2)?;
    if middle < FEW {
        return None;
    }
    let chance = |bound: f64| {
        values.iter().filter(|&&value| value >= bound).count() as f64 / values.len() as f64
    };
    let round = |digits: i32| {
        let step = libm::pow(10.0, libm::floor(libm::log10(middle)) + 1.0 - f64::from(digits));
        let step = step.max(1.0);
        (middle / step).round() * step
    };
    let rounded = (1..=6).map(round);
    let bound = rounded
        .into_iter()
        .find(|&bound| (TELLING[0]..=TELLING[1]).contains(&chance(bound)))
        .unwrap_or(middle);
    Some(Target { aim, at_least: bound, chance: chance(bound) })
}
