//! Roles, campaigns, overlaps, correlations and targets: the communities, keys and metrics that
//! they name.

use std::collections::{BTreeMap, BTreeSet};

use super::by_role::by_role;
use super::figures::Figures;
use super::money::Counted;
use super::overlaps::Overlap;
use crate::diagnostic::{
    Code, Conjunction, Diagnostic, Message, Span, did_you_mean, listed, message, most_alike,
    nearest, one_of,
};
use crate::dist::Dist;
use crate::locale::Label;
use crate::metric::{self, METRICS, Needs, metric};
use crate::model::{Bound, ColumnId, Target, TargetName};
use crate::scenario::{Scenario, Value, Word, keys};

/// Everything that the sections name, resolved; what could not be is among the problems and left
/// out.
#[derive(Clone, Debug, Default)]
pub struct Names {
    pub overlaps: Vec<Overlap>,
    /// Keys of two uncertain inputs, and their rank correlation.
    pub correlations: Vec<([String; 2], f64)>,
    pub targets: Vec<Target>,
    /// Places in the communities in which the campaigns run, in their order; `None` is all of them.
    pub campaigns: Vec<Option<usize>>,
    /// Place of the first correlation.
    pub correlated: Option<Span>,
}

/// Problems after which nothing is guessed any more, because it takes time.
const GUESSED: usize = 100;

/// Inputs that may be correlated with each other: their matrix has the square of their number.
const CORRELATED: usize = 100;

pub fn resolve(
    scenario: &Scenario,
    figures: &Figures,
    counted: &Counted,
    problems: &mut Vec<Diagnostic>,
) -> Names {
    let roles = scenario.sections.roles.iter().filter_map(|role| role.name.as_ref());
    unique(roles, |name| message!("the role `{name}` is given twice", name), problems);
    let campaigns = campaigns(scenario, problems);
    let overlaps = overlaps(scenario, problems);
    let correlations = correlations(scenario, figures, &overlaps, problems);
    let correlated = scenario.sections.correlations.first().map(|first| first.at.clone());
    let mut targets = targets(scenario, counted, problems);
    if let (true, true, Some((metric, _))) =
        (counted.value, scenario.sections.targets.is_empty(), metric::find(metric!("profit")))
    {
        let metric = ColumnId { community: None, metric };
        targets.push(Target {
            name: TargetName::PaysForItself,
            metric,
            bound: Bound::AtLeast(0.0),
            with: None,
        });
    }
    Names { overlaps, correlations, targets, campaigns, correlated }
}

fn campaigns(scenario: &Scenario, problems: &mut Vec<Diagnostic>) -> Vec<Option<usize>> {
    let campaigns = &scenario.sections.campaigns;
    let names = campaigns.iter().filter_map(|campaign| campaign.name.as_ref());
    unique(names, |name| message!("the campaign `{name}` is given twice", name), problems);
    let places = campaigns.iter().map(|campaign| {
        campaign.community.as_ref().and_then(|word| community(scenario, word, problems))
    });
    places.collect()
}

pub fn unique<'w>(
    names: impl Iterator<Item = &'w Word>,
    told: fn(&str) -> Message,
    problems: &mut Vec<Diagnostic>,
) {
    let mut places: BTreeMap<&str, &Span> = BTreeMap::new();
    for name in names {
        match places.get(name.text.as_str()) {
            Some(first) => {
                problems.push(repeated(told(&name.text), &name.at, first));
            }
            None => drop(places.insert(&name.text, &name.at)),
        }
    }
}

pub fn community(
    scenario: &Scenario,
    word: &Word,
    problems: &mut Vec<Diagnostic>,
) -> Option<usize> {
    let found = scenario.communities.iter().position(|community| community.id == word.text);
    if found.is_none() {
        let diagnostic = Diagnostic::new(
            Code::UnknownCommunity,
            message!("there is no community `{id}`", id = word.text),
        )
        .at(word.at.clone(), message!("unknown community"));
        let known = || scenario.communities.iter().map(|community| community.id.as_str());
        let help = if problems.len() < GUESSED { one_of(&word.text, known()) } else { None };
        problems.push(match help {
            Some(help) => diagnostic.help(help),
            None => diagnostic,
        });
    }
    found
}

/// The nearest of the possible words; none where so much is wrong that a help more helps nobody.
fn guess<'a>(
    word: &str,
    candidates: impl Iterator<Item = &'a str>,
    problems: &[Diagnostic],
) -> Option<&'a str> {
    if problems.len() < GUESSED { nearest(word, candidates) } else { None }
}

fn overlaps(scenario: &Scenario, problems: &mut Vec<Diagnostic>) -> Vec<Overlap> {
    let mut overlaps: Vec<Overlap> = Vec::new();
    let mut places: BTreeMap<[usize; 2], Span> = BTreeMap::new();
    for overlap in &scenario.sections.overlaps {
        let Some([a, b]) = &overlap.between else { continue };
        let (Some(first), Some(second)) =
            (community(scenario, a, problems), community(scenario, b, problems))
        else {
            continue;
        };
        let pair = [first.min(second), first.max(second)];
        if let Some(other) = places.get(&pair) {
            problems.push(repeated(
                message!("the overlap of `{a}` and `{b}` is given twice", a = a.text, b = b.text),
                &overlap.at,
                other,
            ));
            continue;
        }
        places.insert(pair, overlap.at.clone());
        let path = format!("overlap.{}.{}", a.text, b.text);
        overlaps.push(Overlap {
            path,
            at: overlap.at.clone(),
            between: [first, second],
            share: overlap.share.clone(),
        });
    }
    overlaps
}

fn repeated(message: Message, at: &Span, first: &Span) -> Diagnostic {
    Diagnostic::new(Code::RepeatedName, message)
        .at(at.clone(), message!("given again"))
        .also(first.clone(), message!("first given here"))
}

fn correlations(
    scenario: &Scenario,
    figures: &Figures,
    overlaps: &[Overlap],
    problems: &mut Vec<Diagnostic>,
) -> Vec<([String; 2], f64)> {
    let mut pairs: Vec<([String; 2], f64)> = Vec::new();
    let mut places: BTreeMap<[&str; 2], Span> = BTreeMap::new();
    let mut members: BTreeSet<&str> = BTreeSet::new();
    for correlation in &scenario.sections.correlations {
        let Some(between) = &correlation.between else { continue };
        // Both are looked at, so that both are told.
        if between
            .each_ref()
            .map(|word| uncertain(word, figures, overlaps, Asked::Correlated, problems))
            .contains(&false)
        {
            continue;
        }
        let [a, b] = between.each_ref().map(|word| word.text.as_str());
        let pair = [a.min(b), a.max(b)];
        if let Some(first) = places.get(&pair) {
            problems.push(repeated(
                message!("the correlation of `{a}` and `{b}` is given twice", a, b),
                &correlation.at,
                first,
            ));
            continue;
        }
        places.insert(pair, correlation.at.clone());
        members.extend(pair);
        if members.len() > CORRELATED {
            let message = message!(
                "more than {most} inputs are correlated, the most that is possible",
                most = CORRELATED
            );
            problems.push(
                Diagnostic::new(Code::OutOfRange, message)
                    .at(correlation.at.clone(), message!("one too many")),
            );
            return Vec::new();
        }
        pairs.push(([a.to_owned(), b.to_owned()], correlation.rank.unwrap_or(0.0)));
    }
    pairs
}

/// For what an uncertain input is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    Correlated,
    Measured,
}

/// Whether a key names an uncertain input; if not, why.
pub fn uncertain(
    word: &Word,
    figures: &Figures,
    overlaps: &[Overlap],
    asked: Asked,
    problems: &mut Vec<Diagnostic>,
) -> bool {
    let key = word.text.as_str();
    let share = overlaps
        .iter()
        .find(|overlap| overlap.path == key)
        .and_then(|overlap| overlap.share.as_ref());
    let dist = figures.dist(key).or(share);
    if let Some(rows) = dist.and_then(Dist::rows) {
        let message = message!(
            "`{key}` is drawn with the rows `{joint}`, which say how it goes with others",
            key,
            joint = rows.of[1]
        );
        let diagnostic = Diagnostic::new(Code::CorrelationFixed, message);
        let help = message!("leave this correlation out, or `joint` of `{key}`", key);
        problems.push(diagnostic.at(word.at.clone(), message!("tied already")).help(help));
        return false;
    }
    if dist.is_some_and(|dist| dist.is_fixed().is_none()) {
        return true;
    }
    let figure = figures.by_path.get(key);
    if figure.is_none() && keys::find(key).is_none() && dist.is_none() {
        let is_uncertain =
            |value: &Value| matches!(value, Value::Quantity(dist) if dist.is_fixed().is_none());
        let inputs = figures.by_path.iter().filter(|(_, figure)| is_uncertain(&figure.value));
        let known: Vec<&str> = inputs.map(|(path, _)| path.as_str()).collect();
        // Often the beginning is left out: `page.bots`, `feed.visibility`.
        let end = format!(".{key}");
        let longer: Vec<&str> =
            known.iter().copied().filter(|path| path.ends_with(&end)).take(3).collect();
        let near = if longer.is_empty() {
            guess(key, known.iter().copied(), problems).into_iter().collect()
        } else {
            longer
        };
        let diagnostic =
            Diagnostic::new(Code::UnknownKey, message!("there is no key `{path}`", path = key))
                .at(word.at.clone(), message!("unknown key"));
        let help = match near.as_slice() {
            [] => message!("`reachsim explain FILE` lists every key"),
            near => message!(
                "did you mean {names}?",
                names = listed(near.iter().copied(), Conjunction::Or)
            ),
        };
        problems.push(diagnostic.help(help));
        return false;
    }
    let (code, message) = match (asked, dist.is_some()) {
        (Asked::Correlated, true) => (
            Code::CorrelationFixed,
            message!("`{key}` is a fixed number, so nothing can be correlated with it", key),
        ),
        (Asked::Correlated, false) => (
            Code::CorrelationFixed,
            message!(
                "`{key}` is no uncertain number here, so nothing can be correlated with it",
                key
            ),
        ),
        (Asked::Measured, true) => (
            Code::Measurement,
            message!("`{key}` is a fixed number, so there is nothing to measure", key),
        ),
        (Asked::Measured, false) => (
            Code::Measurement,
            message!("`{key}` is no uncertain number here, so there is nothing to measure", key),
        ),
    };
    let diagnostic = Diagnostic::new(code, message).at(word.at.clone(), message!("not uncertain"));
    let diagnostic = match figure.and_then(|figure| figure.at.clone()) {
        Some(place) => diagnostic.also(place, message!("given here")),
        None => diagnostic,
    };
    problems.push(diagnostic.help(message!("give a range, such as \"5%..10%\"")));
    false
}

fn targets(scenario: &Scenario, counted: &Counted, problems: &mut Vec<Diagnostic>) -> Vec<Target> {
    let mut targets = Vec::new();
    let names = scenario.sections.targets.iter().filter_map(|target| target.name.as_ref());
    unique(names, |name| message!("the target `{name}` is given twice", name), problems);
    for target in &scenario.sections.targets {
        let metric =
            target.metric.as_ref().and_then(|word| column(scenario, word, counted, problems));
        if let (Some(name), Some(metric), Some(bound)) = (&target.name, metric, target.bound) {
            targets.push(Target {
                name: TargetName::Stated(Label::new(name.text.clone(), target.names.clone())),
                metric,
                bound,
                with: target.with,
            });
        }
    }
    targets
}

/// The column that `role.<name>.<metric>` names.
fn of_role(scenario: &Scenario, word: &Word, problems: &mut Vec<Diagnostic>) -> Option<ColumnId> {
    let all = by_role(scenario);
    if let Some(place) = all.iter().position(|of| of.id == word.text) {
        let metric = METRICS.len() + scenario.sections.metrics.len() + place;
        return Some(ColumnId { community: None, metric });
    }
    let id = &word.text;
    let diagnostic =
        Diagnostic::new(Code::UnknownMetric, message!("there is no metric `{id}`", id))
            .at(word.at.clone(), message!("unknown metric"));
    let help = if all.is_empty() {
        message!("the file has no `{header}`", header = "[[role]]")
    } else {
        let ids = || all.iter().map(|of| of.id.as_str());
        nearest(id, ids()).map_or_else(
            || message!("there are {list}", list = most_alike(id, ids())),
            did_you_mean,
        )
    };
    problems.push(diagnostic.help(help));
    None
}

/// The column that `metric` or `<community>.<metric>` names.
pub fn column(
    scenario: &Scenario,
    word: &Word,
    counted: &Counted,
    problems: &mut Vec<Diagnostic>,
) -> Option<ColumnId> {
    if word.text.starts_with("role.") {
        return of_role(scenario, word, problems);
    }
    let (owner, id) = word
        .text
        .rsplit_once('.')
        .map_or((None, word.text.as_str()), |(owner, id)| (Some(owner), id));
    let scope = owner.map(|owner| {
        community(scenario, &Word { text: owner.to_owned(), at: word.at.clone() }, problems)
    });
    if let (None, Some(own)) =
        (owner, scenario.sections.metrics.iter().position(|metric| metric.id.text == id))
    {
        return Some(ColumnId { community: None, metric: METRICS.len() + own });
    }
    let Some((metric, _)) = metric::find(id) else {
        let diagnostic =
            Diagnostic::new(Code::UnknownMetric, message!("there is no metric `{id}`", id))
                .at(word.at.clone(), message!("unknown metric"));
        let own = scenario.sections.metrics.iter().map(|metric| metric.id.text.as_str());
        let near = nearest(id, METRICS.iter().map(|metric| metric.id).chain(own));
        let by_words = METRICS.iter().find(|metric| metric.words == id).map(|metric| metric.id);
        let help = near.or(by_words).map_or_else(
            || {
                let list = most_alike(id, METRICS.iter().map(|metric| metric.id));
                message!("there are {list}", list)
            },
            did_you_mean,
        );
        problems.push(diagnostic.help(help));
        return None;
    };
    if counted.metrics.binary_search(&metric).is_err() {
        let message =
            message!("`{id}` is not measured here, because what it needs has no price", id);
        let diagnostic = Diagnostic::new(Code::UnknownMetric, message)
            .at(word.at.clone(), message!("not counted"));
        problems.push(diagnostic.help(match METRICS[metric].needs {
            Needs::Costs => {
                message!("give `cost.per_post`, `cost.manager_per_month`, or any value")
            }
            Needs::MediaPrice => message!("give `market.cpm`"),
            needs => {
                message!("give `{key}`", key = needs.key().unwrap_or("value.margin_per_customer"))
            }
        }));
        return None;
    }
    match scope {
        Some(None) => None,
        Some(Some(place)) => Some(ColumnId { community: Some(place), metric }),
        None => Some(ColumnId { community: None, metric }),
    }
}
