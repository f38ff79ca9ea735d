//! What counts as moved when a scenario is checked against an earlier run of it.

use super::figures::Figures;
use super::money::Counted;
use super::names::column;
use crate::diagnostic::{Code, Diagnostic, message};
use crate::dist::Dist;
use crate::metric;
use crate::scenario::Scenario;
use crate::scenario::keys::key;

/// How far each metric may differ without having moved.
#[derive(Clone, Debug, PartialEq)]
pub struct Tolerances {
    /// Share of the earlier run's 90 % width by which a mean may move, and of the futures that may
    /// pass a percentile.
    pub share: f64,
    /// Metrics with a tolerance of their own, by their names.
    pub metrics: Vec<(String, Tolerance)>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Tolerance {
    /// In the metric's unit.
    Absolute(f64),
    /// Share of the value as it was.
    Relative(f64),
}

impl Tolerances {
    /// A metric's own tolerance.
    pub fn of(&self, metric: &str) -> Option<Tolerance> {
        self.metrics.iter().find(|(name, _)| name == metric).map(|(_, own)| *own)
    }
}

impl Tolerance {
    /// How far a value may move.
    pub fn at(self, value: f64) -> f64 {
        match self {
            Tolerance::Absolute(absolute) => absolute,
            Tolerance::Relative(relative) => relative * value.abs(),
        }
    }
}

/// Share of the earlier run's 90 % width that makes no difference, where the file does not say.
const TOLERANCE: f64 = 0.01;

/// The tolerances of the file.
pub fn resolve(
    scenario: &Scenario,
    figures: &Figures,
    counted: &Counted,
    problems: &mut Vec<Diagnostic>,
) -> Tolerances {
    let share = figures.dist(key!("check.tolerance")).and_then(Dist::is_fixed).unwrap_or(TOLERANCE);
    let mut metrics = Vec::new();
    for row in &scenario.sections.tolerances {
        let known = metric::find(&row.id.text).map(|(place, _)| place);
        if known.is_some_and(|place| counted.metrics.binary_search(&place).is_err()) {
            let path = format!("check.metric.{}", row.id.text);
            let message =
                message!("`{path}` has no effect: what the metric needs is not given", path);
            problems.push(
                Diagnostic::new(Code::KeyAlone, message)
                    .at(row.id.at.clone(), message!("not measured here"))
                    .help(message!("leave `[{path}]` out", path)),
            );
            continue;
        }
        column(scenario, &row.id, counted, problems);
        match (row.absolute, row.relative) {
            (Some(absolute), None) => {
                metrics.push((row.id.text.clone(), Tolerance::Absolute(absolute)));
            }
            (None, Some(relative)) => {
                metrics.push((row.id.text.clone(), Tolerance::Relative(relative)));
            }
            (both, _) => {
                let path = format!("check.metric.{}", row.id.text);
                let message = if both.is_some() {
                    message!(
                        "`[{path}]` has `absolute` and `relative`, but one of them is meant",
                        path
                    )
                } else {
                    message!("`[{path}]` has neither `absolute` nor `relative`", path)
                };
                let diagnostic = Diagnostic::new(Code::TargetBound, message)
                    .at(row.id.at.clone(), message!("needs one tolerance"));
                problems.push(diagnostic.help(message!("write for instance `relative = \"2%\"`")));
            }
        }
    }
    Tolerances { share, metrics }
}
