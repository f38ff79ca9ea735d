//! Inputs and metrics of the file's own: what the names in their formulas stand for.

mod names;

use std::collections::BTreeSet;

pub use names::{Found, INPUT, Resolved};

use self::names::Names;
use super::assumption::{Assumption, Understood};
use super::figures::{Figure, Figures};
use super::money::Counted;
use crate::diagnostic::{Code, Diagnostic, Message, message};
use crate::dist::Dist;
use crate::formula;
use crate::metric::METRICS;
use crate::scenario::keys::Level;
use crate::scenario::{Edited, Scenario, Value, Word};
use crate::units::Unit;

/// Columns of the tables of a run that are no metric and no input.
const COLUMNS: [&str; 2] = ["trial", "week"];

/// Puts the inputs of the file in force.
pub fn inputs(scenario: &Scenario, figures: &mut Figures, problems: &mut Vec<Diagnostic>) {
    for input in &scenario.sections.inputs {
        problems.extend(clash(&input.id, &[]));
        let Some(dist) = &input.dist else { continue };
        let path = format!("{INPUT}{}", input.id.text);
        let origin = figures.origin(scenario, &input.at).with(&input.beside);
        figures.data.extend(input.data.iter().cloned());
        let value = Understood::Quantity(dist.clone());
        figures.assumptions.push(Assumption {
            key: path.clone(),
            unit: Unit::None,
            level: Level::Essential,
            value,
            origin,
        });
        let edited = Edited::No;
        figures.by_path.insert(
            path,
            Figure { value: Value::Quantity(dist.clone()), at: Some(input.at.clone()), edited },
        );
    }
}

/// A name that is the program's or another's already; letters of either case are the same, as they
/// are for spreadsheets.
fn clash(id: &Word, others: &[&Word]) -> Option<Diagnostic> {
    let is_it = |name: &str| name.to_lowercase() == id.text.to_lowercase();
    let meaning = formula::meaning(&id.text);
    if let Some(other) = others.iter().find(|other| is_it(&other.text)) {
        let message = if other.text == id.text {
            message!("`{id}` is the name of another already", id = id.text)
        } else {
            message!(
                "`{id}` is the name of another but for the case of its letters already",
                id = id.text
            )
        };
        let diagnostic = Diagnostic::new(Code::RepeatedName, message);
        return Some(
            diagnostic
                .at(id.at.clone(), message!("choose another name"))
                .also(other.at.clone(), message!("first here")),
        );
    }
    match meaning {
        Some(meaning) => Some(taken(id, &meaning)),
        None if METRICS.iter().any(|metric| is_it(metric.id)) => {
            Some(taken(id, &message!("a metric of the program")))
        }
        None if COLUMNS.iter().any(|column| is_it(column)) => {
            Some(taken(id, &message!("a column of `trials.parquet`")))
        }
        None => None,
    }
}

fn taken(id: &Word, by: &Message) -> Diagnostic {
    let diagnostic = Diagnostic::new(
        Code::RepeatedName,
        message!("`{id}` is the name of {by} already", id = id.text, by),
    );
    diagnostic.at(id.at.clone(), message!("choose another name"))
}

/// The metrics of the file, in its order.
pub fn metrics(
    scenario: &Scenario,
    figures: &Figures,
    counted: &Counted,
    problems: &mut Vec<Diagnostic>,
) -> Vec<Resolved> {
    let own = &scenario.sections.metrics;
    let names = Names { scenario, figures, counted };
    let mut resolved: Vec<Option<Resolved>> = Vec::new();
    for extra in own {
        let inputs = scenario.sections.inputs.iter().map(|input| &input.id);
        let others: Vec<&Word> = inputs
            .chain(own.iter().map(|own| &own.id))
            .take_while(|id| id.at != extra.id.at)
            .collect();
        problems.extend(clash(&extra.id, &others));
        resolved.push(names.resolve(extra, problems));
    }
    if let Some(circle) = circle(&resolved) {
        let words = &own[circle];
        let at = words.formula.as_ref().map_or(words.id.at.clone(), |formula| formula.at.clone());
        let diagnostic = Diagnostic::new(
            Code::Formula,
            message!(
                "the metric `{id}` needs itself, directly or through others",
                id = words.id.text
            ),
        )
        .at(at, message!("goes round in a circle"));
        problems.push(if own.iter().any(|own| own.stream.is_some()) {
            diagnostic
                .help(message!("a stream enters the profit, and cannot need what the profit does"))
        } else {
            diagnostic
        });
        return Vec::new();
    }
    // One that could not be read is among the problems, and nothing is built of the others.
    resolved.into_iter().collect::<Option<Vec<_>>>().unwrap_or_default()
}

/// A metric that needs itself.
fn circle(metrics: &[Option<Resolved>]) -> Option<usize> {
    order(metrics).err()
}

/// The places of the metrics, each after those that it needs; or one that needs itself. What counts
/// the profit needs every stream.
pub fn order(metrics: &[Option<Resolved>]) -> Result<Vec<usize>, usize> {
    // What each waits for, and who waits for it.
    let mut open = vec![0_usize; metrics.len()];
    let mut waiting: Vec<Vec<usize>> = vec![Vec::new(); metrics.len()];
    let streams: Vec<usize> = (0..metrics.len())
        .filter(|&place| metrics[place].as_ref().is_some_and(|metric| metric.stream.is_some()))
        .collect();
    for (place, metric) in metrics.iter().enumerate() {
        for leaf in metric.iter().flat_map(|metric| metric.expr.leaves()) {
            let needed = match leaf {
                Found::Formula(other) => std::slice::from_ref(other),
                Found::Metric(metric) | Found::Weekly(metric) if METRICS[*metric].counts_own() => {
                    &streams
                }
                _ => continue,
            };
            open[place] += needed.len();
            for other in needed {
                waiting[*other].push(place);
            }
        }
    }
    let mut order: Vec<usize> = Vec::with_capacity(metrics.len());
    let mut ready: Vec<usize> = (0..metrics.len()).filter(|&place| open[place] == 0).collect();
    while !ready.is_empty() {
        let mut next = Vec::new();
        for other in ready.iter().flat_map(|&place| &waiting[place]) {
            open[*other] -= 1;
            if open[*other] == 0 {
                next.push(*other);
            }
        }
        order.append(&mut ready);
        next.sort_unstable();
        ready = next;
    }
    open.iter().position(|&needs| needs > 0).map_or(Ok(order), Err)
}

/// Paths of the keys and inputs that formulas name.
fn named(metrics: &[Resolved]) -> BTreeSet<&str> {
    let leaves = metrics.iter().flat_map(|metric| metric.expr.leaves());
    leaves
        .filter_map(
            |leaf| if let Found::Quantity(path, _) = leaf { Some(path.as_str()) } else { None },
        )
        .collect()
}

/// Without a community only what formulas name has an effect: other defaults are not assumed, other
/// keys are a mistake.
pub fn alone(
    scenario: &Scenario,
    figures: &mut Figures,
    metrics: &[Resolved],
    problems: &mut Vec<Diagnostic>,
) {
    if !scenario.communities.is_empty() || metrics.is_empty() {
        return;
    }
    let named = named(metrics);
    let of_run = |path: &str| {
        !path.contains('.') || path.starts_with("simulation.") || path.starts_with("check.")
    };
    for (path, given) in
        scenario.keys.iter().filter(|(path, _)| !of_run(path) && !named.contains(path.as_str()))
    {
        let diagnostic = Diagnostic::new(
            Code::KeyAlone,
            message!(
                "`{path}` has no effect: there is no community, and no formula names it",
                path
            ),
        );
        problems.push(
            diagnostic
                .at(given.at.clone(), message!("nothing to act on"))
                .help(message!("name it in a formula, or leave it out")),
        );
    }
    let counts = |path: &str| of_run(path) || path.starts_with(INPUT) || named.contains(path);
    figures.assumptions.retain(|assumption| counts(&assumption.key));
    for (path, figure) in &mut figures.by_path {
        if let (Value::Quantity(dist), false) = (&figure.value, counts(path)) {
            figure.value = Value::Quantity(Dist::fixed(dist.quantile(0.5)));
        }
    }
}
