//! The documents of the studies.

use serde_json::{Map, Value, json};

use super::super::Context;
use super::{engine_of, numbers_of, simulation};
use crate::estimate::Estimate;
use crate::model::{Bound, Model, Plan};
use crate::output::claims::Claim;
use crate::study::compare::{Comparison, Contrast, Dominance};
use crate::study::optimise::{self, Choice, Optimum};
use crate::study::sensitivity::Sensitivity;
use crate::study::solve::{self, Solution};
use crate::study::sweep::Sweep;
use crate::study::voi::{Knowledge, Worth};
use crate::study::{Alternative, EditOrder, Goal, Settling};

/// What every document begins with.
fn document(schema: &str, context: &Context, trials: u64) -> Map<String, Value> {
    let (about, plan) = (context.about(), context.plan);
    let scenario = json!({
        "title": about.title,
        "file": context.case.file(),
        "hash": about.hash,
        "currency": about.currency,
    });
    let simulation = simulation(Plan { trials, ..plan }, context.model());
    Map::from_iter([
        ("schema".to_owned(), json!(schema)),
        ("scenario".to_owned(), scenario),
        ("engine".to_owned(), engine_of()),
        ("simulation".to_owned(), simulation),
    ])
}

fn finished(mut document: Map<String, Value>, rows: Value) -> Value {
    if let Value::Object(rows) = rows {
        document.extend(rows);
    }
    Value::Object(document)
}

fn settling(settling: Option<Settling>) -> Value {
    settling.map_or(Value::Null, |settling| {
        json!({
            "settled": settling.is_settled(),
            "trials": settling.trials,
            "chance_of_a_wrong_pick": settling.chance_wrong,
        })
    })
}

/// `reachsim.compare/1`: each variant less the base.
pub fn compare(context: &Context, base: &Alternative, found: &Comparison) -> Value {
    let others: Vec<Value> = found.others.iter().map(contrast).collect();
    let rows = json!({
        "base": base.to_string(),
        "others": others,
        "until_settled": settling(found.settling),
    });
    finished(document("reachsim.compare/1", context, found.trials), rows)
}

fn contrast(contrast: &Contrast) -> Value {
    let metric = |difference: &crate::study::compare::Difference| {
        let [p05, p50, p95] = difference.spread;
        let chance = difference.chance;
        let row = json!({
            "mean": difference.mean.value,
            "se": difference.mean.se,
            "p05": p05,
            "p50": p50,
            "p95": p95,
            "p_better": chance.map(|chance| chance.better.value),
            "p_better_se": chance.map(|chance| chance.better.se),
            "p_worse": chance.map(|chance| chance.worse),
            "base": difference.ends[0].value, "other": difference.ends[1].value,
            "dominance": dominance(difference.dominance),
            "variance_reduction": difference.reduction,
        });
        (difference.name.clone(), row)
    };
    let metrics: Map<String, Value> = contrast.metrics.iter().map(metric).collect();
    let why = contrast.why.as_ref().map(|split| {
        let order = if split.order == EditOrder::Shapley { "shapley" } else { "file" };
        let edit = |(words, parts): (&String, &Vec<Estimate>)| {
            let metrics: Map<String, Value> = contrast
                .metrics
                .iter()
                .zip(parts)
                .map(|(metric, part)| (metric.name.clone(), json!(part.value)))
                .collect();
            let errors: Map<String, Value> = contrast
                .metrics
                .iter()
                .zip(parts)
                .map(|(metric, part)| (metric.name.clone(), json!(part.se)))
                .collect();
            json!({ "edit": words, "metrics": metrics, "se": errors })
        };
        let words: Vec<String> = if split.parts.len() == contrast.edits.len() {
            contrast.edits.clone()
        } else {
            vec![contrast.edits.join("; ")]
        };
        json!({
            "order": order,
            "edits": words.iter().zip(&split.parts).map(edit).collect::<Vec<_>>(),
        })
    });
    json!({ "name": contrast.name.to_string(), "metrics": metrics, "why": why })
}

fn dominance(dominance: Dominance) -> &'static str {
    match dominance {
        Dominance::Same => "same",
        Dominance::OtherFirst => "other-first-order",
        Dominance::OtherSecond => "other-second-order",
        Dominance::BaseFirst => "base-first-order",
        Dominance::BaseSecond => "base-second-order",
        Dominance::None => "none",
    }
}

/// `reachsim.sweep/1`: every metric at every point.
pub fn sweep(context: &Context, keys: &[String], found: &Sweep) -> Value {
    let at = |values: &[f64]| {
        keys.iter().cloned().zip(values.iter().map(|value| json!(value))).collect::<Map<_, _>>()
    };
    let point = |point: &crate::study::sweep::Point| {
        let metrics: Map<String, Value> = point
            .summary
            .metrics
            .iter()
            .map(|metric| (metric.name.clone(), numbers_of(context.model(), metric)))
            .collect();
        json!({ "at": at(&point.at), "metrics": metrics })
    };
    let place = |place: usize| at(&found.points[place].at);
    let rows = json!({
        "points": found.points.iter().map(point).collect::<Vec<_>>(),
        "best": found.best.map(place),
        "ties": found.ties.iter().map(|&tie| place(tie)).collect::<Vec<_>>(),
        "until_settled": settling(found.settling),
    });
    finished(document("reachsim.sweep/1", context, found.trials), rows)
}

/// `reachsim.sensitivity/1`: drivers, luck, and what is absent with the reason.
pub fn sensitivity(context: &Context, found: &Sensitivity, absent: &[(String, String)]) -> Value {
    let model = context.model();
    let input = |driver: &crate::study::sensitivity::Driver| {
        let interval = |known: Estimate| known.interval().map(|end| end.clamp(0.0, 1.0));
        let total = driver.total;
        json!({
            "key": model.inputs[driver.input].key, "p10": driver.ends[0], "p90": driver.ends[1],
            "low": driver.low,
            "high": driver.high,
            "swing_se": driver.swing.se,
            "rank": driver.rank,
            "first": driver.first.value,
            "first_se": driver.first.se,
            "first_interval": interval(driver.first),
            "total": total.map(|total| total.value),
            "total_se": total.map(|total| total.se),
            "total_interval": total.map(interval),
        })
    };
    let rows = json!({
        "metric": model.column_name(found.metric),
        "mean": found.typical.value, "se": found.typical.se, "undefined": found.undefined,
        "inputs": found.drivers.iter().map(input).collect::<Vec<_>>(),
        "luck": found.luck.value, "luck_se": found.luck.se,
        "correlated": !model.copula.is_none(),
        "absent": absent.iter().map(|(key, why)| json!({
            "key": key,
            "why": why,
        })).collect::<Vec<_>>(),
    });
    finished(document("reachsim.sensitivity/1", context, found.trials), rows)
}

/// `reachsim.solve/1`: the value of the key, with every value that was tried.
pub fn solve(context: &Context, key: &str, found: &Solution) -> Value {
    let (value, se, reached, goal) = match found.outcome {
        solve::Outcome::Met(seen) => (json!(seen.at), json!(0.0), true, json!(seen.found.value)),
        solve::Outcome::Reached { value, found } => {
            (json!(value.value), json!(value.se), true, json!(found.value))
        }
        solve::Outcome::Missed(best) => {
            (json!(best.at), Value::Null, false, json!(best.found.value))
        }
    };
    let tried: Vec<Value> = found
        .seen
        .iter()
        .map(|seen| json!({ "at": seen.at, "value": seen.found.value, "se": seen.found.se }))
        .collect();
    let rows = json!({
        "key": key,
        "value": value,
        "se": se,
        "reached": reached,
        "met_already": matches!(found.outcome, solve::Outcome::Met(_)),
        "statistic": goal,
        "monotone": found.monotone,
        "tried": tried,
        "chance_of_a_wrong_answer": found.settling.map(|settling| settling.chance_wrong),
    });
    finished(document("reachsim.solve/1", context, found.trials), rows)
}

/// `reachsim.optimise/1`: the best choice, and those that cannot be told apart from it.
pub fn optimise(context: &Context, keys: &[String], found: &Optimum) -> Value {
    let choice = |choice: &Choice| {
        let values: Map<String, Value> =
            keys.iter().cloned().zip(choice.values.iter().map(|value| json!(value))).collect();
        let constraints: Vec<f64> = choice.constraints.iter().map(|known| known.value).collect();
        json!({
            "values": values,
            "objective": choice.objective.value,
            "se": choice.objective.se,
            "constraints": constraints,
            "behind": choice.behind.value, "behind_se": choice.behind.se,
        })
    };
    let rows = match &found.outcome {
        optimise::Outcome::Found { best, ties, chance_wrong, decide } => json!({
            "feasible": true,
            "best": choice(best),
            "ties": ties.iter().map(choice).collect::<Vec<_>>(),
            "chance_of_a_wrong_pick": chance_wrong,
            "trials_to_decide": decide,
            "tried": found.tried,
        }),
        optimise::Outcome::Infeasible(best) => {
            json!({ "feasible": false, "best": choice(best), "ties": [], "tried": found.tried })
        }
    };
    finished(document("reachsim.optimise/1", context, found.trials), rows)
}

/// `reachsim.voi/1`: what it is worth to know everything, each input, and the first few together.
pub fn voi(
    context: &Context,
    metric: &str,
    decisions: &[Alternative],
    found: &Knowledge,
    ranked: &[Worth],
) -> Value {
    let keys = |worth: &Worth| {
        worth.inputs.iter().map(|&input| found.inputs[input].0.as_str()).collect::<Vec<_>>()
    };
    let input = |worth: &Worth| {
        json!({
            "key": keys(worth).concat(),
            "evppi": worth.evppi.value,
            "se": worth.evppi.se,
        })
    };
    let together = found.together(ranked);
    let means: Map<String, Value> = decisions
        .iter()
        .zip(&found.means)
        .map(|(name, mean)| (name.to_string(), json!({ "mean": mean.value, "se": mean.se })))
        .collect();
    let evpi = found.evpi();
    let rows = json!({
        "metric": metric,
        "decisions": means,
        "best": decisions[found.best].to_string(),
        "evpi": evpi.value,
        "evpi_se": evpi.se,
        "inputs": ranked.iter().map(input).collect::<Vec<_>>(),
        "together": together.iter().map(|worth| json!({
            "keys": keys(worth),
            "evppi": worth.evppi.value,
            "se": worth.evppi.se,
        })).collect::<Vec<_>>(),
    });
    finished(document("reachsim.voi/1", context, found.trials), rows)
}

/// A bound in symbols.
pub fn bound(model: &Model, goal: &Goal) -> String {
    let name = model.column_name(goal.statistic.metric);
    match goal.bound {
        Bound::AtLeast(least) => format!("{name} >= {least}"),
        Bound::AtMost(most) => format!("{name} <= {most}"),
    }
}

/// `reachsim.claims/1`.
pub fn claims(claims: &[Claim]) -> Value {
    let row = |claim: &Claim| {
        let finding = &claim.finding;
        let percentile = |place: usize| finding.spread.map(|spread| spread[place].value);
        json!({
            "claim": claim.case.about().title,
            "file": claim.case.file(),
            "metric": claim.case.model().column_name(finding.metric),
            "what_if": finding.variant,
            "p05": percentile(0),
            "p50": percentile(1),
            "p95": percentile(2),
            "difference": finding.difference.map(|known| known.value),
            "difference_se": finding.difference.map(|known| known.se),
            "probability": finding.probability.value,
            "se": finding.probability.se,
            "holds": finding.holds,
            "estimates": crate::model::estimates(&claim.case.lowered.assumptions),
        })
    };
    json!({ "schema": "reachsim.claims/1", "claims": claims.iter().map(row).collect::<Vec<_>>() })
}
