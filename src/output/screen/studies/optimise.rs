//! `reachsim optimise`: the best values, and how surely they are the best.

use super::super::layout::{self, wrap};
use super::robust::robust as robustly;
use super::title;
use crate::output::Context;
use crate::output::format::Format as _;
use crate::output::phrases::studies::{
    at_key, brief_input, goal, key_sum, of_statistic, statistic,
};
use crate::output::words::{Words as _, say, sentence};
use crate::study::optimise::{Choice, Direction, Optimum, Outcome, Problem};

/// Ties that have a line.
const TIES: usize = 5;

/// The best choice, the runners-up and what would tell them apart.
pub fn optimise(context: &Context, keys: &[String], problem: &Problem, found: &Optimum) -> String {
    let locale = context.locale;
    let mut lines = vec![title(context, found.trials)];
    let aim = if problem.direction == Direction::Maximise {
        "optimise-title"
    } else {
        "optimise-title-lowest"
    };
    let said = |values: &[f64]| {
        let values = keys.iter().zip(values);
        values
            .map(|(key, value)| {
                say!(
                    locale,
                    "key-is",
                    key = brief_input(context, key),
                    value = key_sum(context, key, *value)
                )
            })
            .collect::<Vec<_>>()
            .join(", ")
    };
    let at = |choice: &Choice| said(&choice.values);
    let objective = |choice: &Choice| of_statistic(context, problem.statistic, choice.objective);
    match &found.outcome {
        Outcome::Found { best, ties, chance_wrong, decide, robust } => {
            let name = sentence(&statistic(context, problem.statistic));
            let best_at = keys.iter().zip(&best.values);
            let best_at: Vec<String> =
                best_at.map(|(key, value)| at_key(context, key, *value)).collect();
            let told = locale.say(
                aim,
                &[
                    ("statistic", name.into()),
                    ("at", locale.listed(&best_at).into()),
                    ("value", objective(best).into()),
                ],
            );
            lines.extend(wrap(&format!("{told}."), context.columns));
            lines.extend(constraints(context, problem, best));
            lines.push(String::new());
            if ties.is_empty() {
                lines.extend(wrap(
                    &say!(locale, "optimise-alone", n = found.tried),
                    context.columns,
                ));
            } else {
                lines.push(say!(locale, "optimise-ties"));
                let ties = ties.iter().take(TIES);
                let rows: Vec<(String, String)> =
                    ties.map(|tie| (format!("  {}", at(tie)), objective(tie))).collect();
                lines.extend(layout::rows(&rows, context.columns));
                let text = match decide {
                    Some(trials) if *trials < 1e9 => {
                        // Two digits of a guess are enough.
                        let step = libm::pow(10.0, libm::floor(libm::log10(trials.max(1.0))) - 1.0)
                            .max(1.0);
                        let trials = say!(locale, "trials", n = (trials / step).round() * step);
                        say!(
                            locale,
                            "optimise-decide",
                            trials = trials,
                            wrong = locale.share(*chance_wrong, None)
                        )
                    }
                    _ => say!(locale, "optimise-equal"),
                };
                lines.extend(wrap(&text, context.columns));
            }
            if let Some((fares, choices)) = robust {
                let names: Vec<String> = choices.iter().map(|values| said(values)).collect();
                lines.push(String::new());
                lines.extend(robustly(context, problem.statistic.metric, &names, fares));
            }
        }
        Outcome::Infeasible(best) => {
            lines
                .extend(wrap(&say!(locale, "optimise-infeasible", at = at(best)), context.columns));
            lines.extend(constraints(context, problem, best));
            lines.extend(wrap(&say!(locale, "optimise-widen"), context.columns));
        }
    }
    layout::text(&lines)
}

fn constraints(context: &Context, problem: &Problem, choice: &Choice) -> Vec<String> {
    let line = |(wanted, known): (&crate::study::Goal, &crate::estimate::Estimate)| {
        let locale = context.locale;
        let value = of_statistic(context, wanted.statistic, *known);
        let value = if wanted.is_met(known.value) {
            value
        } else {
            say!(locale, "optimise-missed", value = value)
        };
        (format!("  {}", say!(locale, "optimise-wanted", goal = goal(context, wanted))), value)
    };
    let rows: Vec<(String, String)> =
        problem.subject_to.iter().zip(&choice.constraints).map(line).collect();
    layout::rows(&rows, context.columns)
}
