//! What is otherwise from a week on: for each `[[change]]` the values in force from then.

use std::collections::BTreeMap;

use super::assumption::Understood;
use super::figures::Figures;
use super::{checks, doubts, graphs, idle, leaders, load, precedence, rows};
use crate::diagnostic::{Code, Diagnostic, Message, Span, message};
use crate::scenario::keys::{self, Default, Group, KEYS, key};
use crate::scenario::{Change, Edit, Later, Scenario, Value, When};

/// The values in force from a week on.
pub struct Era {
    pub from: usize,
    pub figures: Figures,
    /// The inputs that keys are from then on, where they are not those of the beginning, by path.
    pub inputs: BTreeMap<String, String>,
}

impl Era {
    /// The inputs that are new in it.
    pub fn new_inputs(&self) -> impl Iterator<Item = (&String, &String)> {
        self.inputs.iter().filter(|(_, input)| keys::since_week(input) == Some(self.from))
    }
}

/// Every era after the first one, in the order of the weeks.
pub fn eras(
    scenario: &Scenario,
    figures: &mut Figures,
    problems: &mut Vec<Diagnostic>,
) -> Vec<Era> {
    if scenario.communities.is_empty() {
        problems.extend(scenario.later.iter().map(idle_change));
        return Vec::new();
    }
    let dated = dated(scenario, figures, problems);
    let mut eras: Vec<Era> = Vec::new();
    let mut edits: Vec<&Edit> = Vec::new();
    for (place, (from, later)) in dated.iter().enumerate() {
        priced(scenario, later, problems);
        let same = dated[..place].iter().filter(|(other, _)| other == from);
        same.for_each(|(_, other)| twice(later, other, *from, problems));
        edits.extend(&later.edits);
        if dated.get(place + 1).is_some_and(|(next, _)| next == from) {
            continue;
        }
        let mut changed = scenario.changed(edits.iter().copied());
        problems.append(&mut changed.problems);
        idle::leave_out(&mut changed, problems);
        let now = settled(&changed, figures, problems);
        let before = eras.last();
        let inputs = inputs(before.map_or(&*figures, |era| &era.figures), &now, *from);
        let mut known = before.map_or_else(BTreeMap::new, |era| era.inputs.clone());
        known.extend(inputs);
        eras.push(Era { from: *from, figures: now, inputs: known });
    }
    for era in &eras {
        for (path, input) in era.new_inputs() {
            let found = era.figures.assumptions.iter().find(|assumption| assumption.key == *path);
            let Some(mut assumption) = found.cloned() else { continue };
            assumption.key.clone_from(input);
            if let Some(Value::Quantity(dist)) = era.figures.value(path) {
                assumption.value = Understood::Quantity(dist.clone());
            }
            figures.assumptions.push(assumption);
        }
    }
    eras
}

/// A change where nobody lives through weeks.
fn idle_change(later: &Later) -> Diagnostic {
    let message = message!("a change has no effect: there is no community");
    Diagnostic::new(Code::KeyAlone, message)
        .at(later.at.clone(), message!("nothing to act on"))
        .help(message!("formulas know no weeks: leave it out"))
}

/// The changes with their weeks, the earliest first.
fn dated<'s>(
    scenario: &'s Scenario,
    figures: &Figures,
    problems: &mut Vec<Diagnostic>,
) -> Vec<(usize, &'s Later)> {
    let weeks = figures.whole(key!("simulation.weeks")).unwrap_or(0);
    let mut dated = Vec::new();
    for later in &scenario.later {
        match week(later.when, figures) {
            Ok(week) if (1..weeks).contains(&week) => dated.push((week as usize, later)),
            Ok(week) => {
                let message = message!(
                    "a change in week {week} lies outside of a horizon of {weeks} weeks, which \
                     are counted from 0",
                    week,
                    weeks
                );
                let diagnostic = Diagnostic::new(Code::Change, message)
                    .at(later.at.clone(), message!("never happens"));
                problems.push(diagnostic.help(message!(
                    "name a later week than 0 and an earlier one than the end, or set the key \
                     itself"
                )));
            }
            Err(message) => problems.push(
                Diagnostic::new(Code::Change, message)
                    .at(later.at.clone(), message!("in which week is that?"))
                    .help(message!(
                        "give `simulation.start`, the first day of week 0, or write `at_week`"
                    )),
            ),
        }
    }
    dated.sort_by_key(|(week, _)| *week);
    dated
}

/// The week in which a change takes place.
fn week(when: When, figures: &Figures) -> Result<u64, Message> {
    match (when, figures.value(key!("simulation.start"))) {
        (When::Week(week), _) => Ok(week),
        (When::Day(day), Some(Value::Date(start))) => {
            let days = start.until(day).map_or(0, |span| span.get_days());
            let days = u64::try_from(days);
            days.map(|days| days / 7).map_err(|_| {
                message!("the day of a change lies before `simulation.start`, {start}", start)
            })
        }
        (When::Day(_), _) => {
            Err(message!("the day of a change says nothing without the day of the start"))
        }
    }
}

/// Two changes of one week that give a key different values: only one of them could hold.
fn twice(later: &Later, other: &Later, week: usize, problems: &mut Vec<Diagnostic>) {
    let keys = |later: &'_ Later| -> Vec<(String, Span)> {
        let changes = later.edits.iter().flat_map(|edit| &edit.changes);
        changes
            .filter_map(|change| match change {
                Change::Key(path, given) => Some((path.clone(), given.at.clone())),
                _ => None,
            })
            .collect()
    };
    let before = keys(other);
    for (path, at) in keys(later) {
        let Some((_, first)) = before.iter().find(|(known, _)| *known == path) else { continue };
        let message = message!("`{path}` changes twice in week {week}", path, week);
        problems.push(
            Diagnostic::new(Code::Change, message)
                .at(at, message!("changes again"))
                .also(first.clone(), message!("changes here"))
                .help(message!("leave one of them out, or name another week")),
        );
    }
}

/// A price of which nothing is known before is none: nothing would be counted then.
fn priced(scenario: &Scenario, later: &Later, problems: &mut Vec<Diagnostic>) {
    for change in later.edits.iter().flat_map(|edit| &edit.changes) {
        let Change::Key(path, given) = change else { continue };
        if given.key.is(Group::Price) && !precedence::stated(scenario, [given.key]) {
            let message = message!("`{path}` changes, but is not given at the beginning", path);
            problems.push(
                Diagnostic::new(Code::Change, message)
                    .at(given.at.clone(), message!("a price from here on only"))
                    .help(message!(
                        "give it at the beginning, too: `{path} = 0` counts for nothing",
                        path
                    )),
            );
        }
    }
}

/// The values in force in a scenario that was changed. What follows from the load of the first week
/// stays what it was.
fn settled(changed: &Scenario, first: &Figures, problems: &mut Vec<Diagnostic>) -> Figures {
    let mut figures = Figures::none(changed);
    precedence::settle(changed, &mut figures, problems);
    rows::settle(changed, &mut figures);
    let grounds = graphs::settle(changed, &mut figures, problems);
    leaders::settle(changed, &mut figures, &grounds, problems);
    load::settle(changed, &mut figures);
    for key in KEYS.iter().filter(|key| matches!(key.default, Default::Computed(..))) {
        let derived = first.by_path.get(key.path).filter(|figure| figure.at.is_none());
        if let (Some(derived), Some(figure)) = (derived, figures.by_path.get_mut(key.path))
            && figure.at.is_none()
        {
            figure.value = derived.value.clone();
        }
    }
    checks::mixes(changed, &figures, problems);
    doubts::numbers(changed, &figures, problems);
    figures
}

/// The inputs of the quantities that are others than before.
fn inputs(before: &Figures, now: &Figures, from: usize) -> BTreeMap<String, String> {
    // What a change states stands at another place than what was in force before.
    let is_new = |path: &str, at: &Option<Span>| {
        let before = before.by_path.get(path).map(|figure| &figure.at);
        now.dist(path).is_some() && before != Some(at)
    };
    now.by_path
        .iter()
        .filter(|(path, figure)| is_new(path, &figure.at))
        .map(|(path, _)| (path.clone(), keys::from_week(path, from)))
        .collect()
}
