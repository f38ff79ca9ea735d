//! Alternatives to a scenario: its what-ifs, and other scenarios, with what leads to each.

use super::error::Error;
use super::memory::most_trials;
use super::study::Until;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Message, message};
use crate::engine::{Unwatched, Watch};
use crate::locale::{Label, Locale};
use crate::model::{self, ColumnId, Model, Plan};
use crate::output::check::Remark;
use crate::output::screen::studies as words;
use crate::output::{Case, Context, Variants};
use crate::scenario::{self, BASE, Edit, NOTHING, Scenario, WhatIf};
use crate::study::compare::{self, Comparison, Variant};
use crate::study::{self, Alternative, Asked, EditOrder, subject};

/// What is compared, and with what.
pub struct Alternatives {
    pub base_name: Alternative,
    base: Model,
    others: Vec<Variant>,
}

impl Alternatives {
    /// The what-ifs of a scenario against the scenario as it is, or against one of them.
    pub fn what_ifs(case: &Case, against: Option<&str>) -> Result<Alternatives, Error> {
        let known = case.scenario.variants();
        let against = against.filter(|name| *name != BASE);
        let start = match against {
            Some(name) => case.scenario.variant(name).map_err(Error::Question)?,
            None => Vec::new(),
        };
        let mut names: Vec<&str> = known
            .iter()
            .map(String::as_str)
            .filter(|name| *name != NOTHING && Some(*name) != against)
            .collect();
        if against.is_some() {
            names.insert(0, BASE);
        }
        if names.is_empty() {
            return Err(Error::Question(message!(
                "`{file}` has no what-if: add a `[[what_if]]` with a name and a `[what_if.set]`, name a second scenario, or compare it `--against nothing`",
                file = case.file()
            )));
        }
        let base = case.edited(&start)?;
        let variant = |name: &str| {
            let own = case.scenario.variant(name).map_err(Error::Question)?;
            let model = case.edited(&own)?;
            Ok(split(case, called(case, name), model, &Path { start: &start, own: &own }))
        };
        let others = names.into_iter().map(variant).collect::<Result<_, Error>>()?;
        let base_name = against.map_or(Alternative::AsItIs, |name| called(case, name));
        Ok(Alternatives { base_name, base, others })
    }

    /// Other scenarios against the first one.
    pub fn scenarios(case: &Case, others: Vec<Case>) -> Result<Alternatives, Error> {
        let variant = |other: Case| {
            if other.about().currency != case.about().currency {
                let (first, second) = (&case.about().currency, &other.about().currency);
                return Err(Error::Question(message!(
                    "`{other}` counts in {second} and `{file}` in {first}: they cannot be compared",
                    other = other.file(),
                    second,
                    file = case.file(),
                    first
                )));
            }
            let edits = scenario::between(&case.scenario, &other.scenario);
            let name = if other.about().title == case.about().title {
                Label::plain(other.file())
            } else {
                other.about().title.clone()
            };
            let path = Path { start: &[], own: &edits };
            Ok(split(case, Alternative::Named(name), other.lowered.model, &path))
        };
        let others = others.into_iter().map(variant).collect::<Result<_, Error>>()?;
        let base_name = Alternative::Named(case.about().title.clone());
        Ok(Alternatives { base_name, base: case.model().clone(), others })
    }

    /// The same, each of whose models has a name by which another machine finds it.
    #[must_use]
    pub fn named(mut self) -> Alternatives {
        for (place, model) in self.models().into_iter().enumerate() {
            model.point = format!("{ALTERNATIVE}{place}");
        }
        self
    }

    /// The model of a name.
    pub fn at(&mut self, point: &str) -> Option<Model> {
        let place: usize = point.strip_prefix(ALTERNATIVE)?.parse().ok()?;
        let model = self.models().into_iter().nth(place)?.clone();
        Some(Model { point: point.to_owned(), ..model })
    }

    /// All models, in an order that their number depends on.
    fn models(&mut self) -> Vec<&mut Model> {
        let others = self.others.iter_mut();
        let others =
            others.flat_map(|other| std::iter::once(&mut other.model).chain(&mut other.between));
        std::iter::once(&mut self.base).chain(others).collect()
    }

    /// Compares them in the futures of a plan; a metric decides.
    pub fn compare(
        &self,
        plan: Plan,
        metric: &str,
        until: Until,
        watch: &impl Watch,
    ) -> Result<Comparison, Error> {
        let count = self.others.len() as u64 + 1;
        let most = most_trials(&self.base) / count;
        if plan.trials > most {
            return Err(Error::Question(message!(
                "so many trials of {variants} variants do not fit into memory: at most {most} do",
                variants = count,
                most
            )));
        }
        let asked = Asked { plan, subject: metric, most: until.most(most) };
        Ok(compare::compare(&self.base, &self.others, asked, watch))
    }
}

/// What stands before a number in the name of a model.
const ALTERNATIVE: &str = "alternative ";

impl Case {
    /// Compares the what-ifs of the scenario with the scenario as it is, in the same futures.
    pub fn compare(&self) -> Result<Comparison, Error> {
        let metric = self.model().column_name(self.subject()?);
        let alternatives = Alternatives::what_ifs(self, None)?;
        alternatives.compare(self.plan(), &metric, Until::Planned, &Unwatched)
    }
}

/// The what-ifs of the scenario that a run is of, in its futures, on one metric; nothing where it
/// has none. One that is no scenario is left out: `compare` tells what is wrong with it.
pub fn what_ifs(
    case: &Case,
    run: study::Run,
    metric: ColumnId,
    watch: &impl Watch,
) -> Option<Variants> {
    if case.scenario.what_ifs.is_empty() {
        return None;
    }
    let names = case.scenario.variants();
    let variant = |name: &String| {
        let model = case.edited(&case.scenario.variant(name).ok()?).ok()?;
        // The split of the difference takes runs of its own, and is left to `compare`.
        let name = called(case, name);
        Some(Variant { name, model, edits: Vec::new(), between: Vec::new() })
    };
    let others: Vec<Variant> =
        names.iter().filter(|name| *name != NOTHING).filter_map(variant).collect();
    let subject = case.model().column_name(metric);
    let found = compare::beside(run, &others, &subject, watch);
    Some(Variants { base: Alternative::AsItIs, subject, found })
}

/// What a change of a scenario sets without an effect, beyond what its file sets so.
pub fn idle(case: &Case, changed: Scenario) -> Diagnostics {
    let Ok(lowered) = model::lower(changed) else { return Diagnostics::default() };
    let known = &case.lowered.warnings;
    let is_new = |found: &&Diagnostic| {
        found.code == Code::KeyAlone && known.iter().all(|other| other != *found)
    };
    let new = lowered.warnings.iter().filter(is_new).cloned().collect();
    Diagnostics::new(lowered.warnings.sources.clone(), new)
}

/// The alternative that the user calls so.
pub fn called(case: &Case, name: &str) -> Alternative {
    if name == BASE {
        return Alternative::AsItIs;
    }
    let own = case.scenario.what_ifs.iter().find(|what_if| what_if.name.text == name);
    Alternative::Named(own.map_or_else(|| Label::plain(name), WhatIf::named))
}

/// What the edits that lead from one scenario to another do to the metric that it is about, in
/// words.
pub fn why(old: &Case, new: &Case, plan: Plan, watch: &impl Watch) -> Vec<Remark> {
    let Some(subject) = subject(new.model()).map(|column| new.model().column_name(column)) else {
        return Vec::new();
    };
    let edits = scenario::between(&old.scenario, &new.scenario);
    let path = Path { start: &[], own: &edits };
    let variant = split(old, Alternative::Named(Label::plain("now")), new.model().clone(), &path);
    let asked = Asked { plan, subject: &subject, most: None };
    let found = compare::compare(old.model(), &[variant], asked, watch);
    let Some(contrast) = found.others.first() else { return Vec::new() };
    let told = Locale::ALL
        .map(|locale| words::why(&Context { plan, locale, ..new.context() }, &subject, contrast));
    let line = |line: usize| Remark::in_each(|locale| told[locale as usize][line].clone());
    (0..told[0].len()).map(line).collect()
}

/// What leads from the base to a variant: the edits of the base are taken back, then those of the
/// variant are made.
struct Path<'a> {
    start: &'a [Edit],
    own: &'a [Edit],
}

impl Path<'_> {
    fn words(&self) -> Vec<Message> {
        let back = |edit: &Edit| match edit.words.english() {
            "no posts" => message!("posts"),
            "no team" => message!("team"),
            "no budget" => message!("budget"),
            _ => message!("not {edit}", edit = edit.words),
        };
        self.start.iter().map(back).chain(self.own.iter().map(|edit| edit.words.clone())).collect()
    }

    /// The edits of the file after these steps.
    fn after(&self, steps: &[usize]) -> Vec<Edit> {
        let left = self.start.iter().enumerate().filter(|(place, _)| !steps.contains(place));
        let made = self
            .own
            .iter()
            .enumerate()
            .filter(|(place, _)| steps.contains(&(self.start.len() + place)));
        left.chain(made).map(|(_, edit)| edit.clone()).collect()
    }
}

/// A variant with the models between it and the base; where one of them would be no scenario, the
/// edits count as one.
fn split(case: &Case, name: Alternative, model: Model, path: &Path) -> Variant {
    let words = path.words();
    let between = EditOrder::of(words.len()).between(words.len());
    let between: Option<Vec<Model>> =
        between.iter().map(|steps| case.edited(&path.after(steps)).ok()).collect();
    if let Some(between) = between {
        Variant { name, model, edits: words, between }
    } else {
        let edits = vec![Message::joined(words, "; ")];
        Variant { name, model, edits, between: Vec::new() }
    }
}
