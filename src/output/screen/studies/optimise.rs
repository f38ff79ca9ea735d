//! `reachsim optimise`: the best values, and how surely they are the best.

use super::super::layout::{self, WIDTH, ends, sentence, tame, wrap};
use super::{goal, key_value, of_statistic, statistic, title};
use crate::output::Context;
use crate::output::format::Locale;
use crate::study::optimise::{Choice, Direction, Optimum, Outcome, Wish};

/// Ties that have a line.
const TIES: usize = 5;

/// The best choice, the runners-up and what would tell them apart.
pub fn optimise(context: &Context, keys: &[String], wish: &Wish, found: &Optimum) -> String {
    let model = context.model;
    let locale = Locale::default();
    let mut lines = vec![title(context, found.trials)];
    let aim = if wish.direction == Direction::Maximise { "highest" } else { "lowest" };
    let at = |choice: &Choice| {
        let values = keys.iter().zip(&choice.values);
        values.map(|(key, value)| format!("{} = {}", tame(key), key_value(key, *value))).collect::<Vec<_>>().join(", ")
    };
    let objective = |choice: &Choice| of_statistic(model, wish.statistic, choice.objective);
    match &found.outcome {
        Outcome::Found { best, ties, wrong, decide } => {
            let name = sentence(&statistic(model, wish.statistic));
            lines.extend(wrap(&format!("{name} is {aim} at {}: {}.", at(best), objective(best)), WIDTH));
            lines.extend(constraints(context, wish, best));
            lines.push(String::new());
            if ties.is_empty() {
                lines.extend(wrap(&format!("Of {} choices that were tried, none comes close.", found.tried), WIDTH));
            } else {
                lines.push("Cannot be told apart from it:".to_owned());
                lines.extend(ties.iter().take(TIES).map(|tie| ends(&format!("  {}", at(tie)), &objective(tie))));
                let text = match decide {
                    Some(trials) if *trials < 1e9 => format!(
                        "About {} trials would decide between them; the chance that one of them is better is at most {}.",
                        locale.number(*trials, None),
                        locale.share(*wrong, None)
                    ),
                    _ => "More trials would hardly decide between them: they are as good as each other.".to_owned(),
                };
                lines.extend(wrap(&text, WIDTH));
            }
        }
        Outcome::Infeasible(best) => {
            lines.extend(wrap(&format!("No choice meets the constraints. The nearest is {}:", at(best)), WIDTH));
            lines.extend(constraints(context, wish, best));
            lines.extend(wrap("Widen the ranges, or ask for less.", WIDTH));
        }
    }
    layout::text(&lines)
}

fn constraints(context: &Context, wish: &Wish, choice: &Choice) -> Vec<String> {
    let line = |(wanted, known): (&crate::study::solve::Goal, &crate::estimate::Known)| {
        let met = if wanted.is_met(known.value) { "" } else { ": missed" };
        ends(
            &format!("  wanted: {}", goal(context.model, wanted)),
            &format!("{}{met}", of_statistic(context.model, wanted.statistic, *known)),
        )
    };
    wish.subject_to.iter().zip(&choice.constraints).map(line).collect()
}
