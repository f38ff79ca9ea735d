//! The documents of the studies.

use serde_json::{Map, Value, json};

use super::super::{Context, notation};
use super::robust::robust;
use super::{engine_of, mean_is, numbers_of, scenario, simulation};
use crate::diagnostic::Message;
use crate::estimate::Estimate;
use crate::locale::Locale;
use crate::model::{ColumnId, Model, Plan};
use crate::output::claims::Claim;
use crate::output::claims::figures::Figure;
use crate::scenario::Knob;
use crate::study::claim::{Stretch, Verdict};
use crate::study::compare::{Advice, Comparison, Contrast, Dominance};
use crate::study::optimise::{self, Choice, Direction, Optimum, Problem};
use crate::study::sensitivity::Sensitivity;
use crate::study::solve::{self, Solution};
use crate::study::sweep::Sweep;
use crate::study::voi::{Knowledge, Worth};
use crate::study::{Alternative, EditOrder, Goal, Settling};

/// What every document begins with.
pub fn document(
    schema: &str,
    context: &Context,
    trials: u64,
    question: Value,
) -> Map<String, Value> {
    let plan = Plan { trials, ..context.plan };
    Map::from_iter([
        ("schema".to_owned(), json!(schema)),
        ("question".to_owned(), question),
        ("scenario".to_owned(), scenario(context.case)),
        ("engine".to_owned(), engine_of()),
        ("simulation".to_owned(), simulation(plan, context.model())),
    ])
}

/// The keys that a question varies, with their ranges.
fn keys(context: &Context, knobs: &[Knob]) -> Vec<Value> {
    let key = |knob: &Knob| {
        let unit = context.case.unit_of(&knob.key).id();
        json!({ "key": knob.key, "unit": unit, "from": knob.from, "to": knob.to })
    };
    knobs.iter().map(key).collect()
}

pub fn finished(mut document: Map<String, Value>, rows: Value) -> Value {
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
pub fn compare(
    context: &Context,
    base: &Alternative,
    subject: ColumnId,
    found: &Comparison,
) -> Value {
    let model = context.model();
    let question = json!({
        "metric": model.column_name(subject),
        "unit": model.unit_id(subject.metric),
        "against": base.to_string(),
    });
    let name = model.column_name(subject);
    let others: Vec<Value> =
        found.others.iter().map(|other| contrast(model, &name, other)).collect();
    let names: Vec<String> = std::iter::once(base)
        .chain(found.others.iter().map(|other| &other.name))
        .map(Alternative::to_string)
        .collect();
    let rows = json!({
        "base": base.to_string(),
        "others": others,
        "robust": robust(context, &names, found.robust.as_ref()),
        "until_settled": settling(found.settling),
    });
    finished(document("reachsim.compare/1", context, found.trials, question), rows)
}

fn contrast(model: &Model, subject: &str, contrast: &Contrast) -> Value {
    let metric = |difference: &crate::study::compare::Difference| {
        let [p05, p50, p95] = difference.spread;
        let chance = difference.chance;
        let mut row = json!({
            "unit": model.unit_id(difference.column.metric),
            "mean": difference.mean.value,
            "se": difference.mean.se,
            "p05": p05,
            "p50": p50,
            "p95": p95,
            "p_better": chance.map(|chance| chance.better.value),
            "p_better_se": chance.map(|chance| chance.better.se),
            "p_worse": chance.map(|chance| chance.worse.value),
            "p_beats": difference.beats.map(|beats| beats.better.value),
            "p_beats_se": difference.beats.map(|beats| beats.better.se),
            "verdict": difference.advice().map(Advice::id),
            "base": difference.ends[0].value, "other": difference.ends[1].value,
            "dominance": dominance(difference.dominance),
            "variance_reduction": difference.reduction,
        });
        if let Some(mean_is) = mean_is(model, difference.column) {
            row["mean_is"] = json!(mean_is);
        }
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
        json!({
            "order": order,
            "edits": edits(contrast).iter().zip(&split.parts).map(edit).collect::<Vec<_>>(),
        })
    });
    let hinge = contrast.hinge.as_ref().map(|hinge| {
        let [low, high] = hinge.ends;
        json!({
            "key": hinge.key,
            "p_better_low": low.value,
            "p_better_low_se": low.se,
            "p_better_high": high.value,
            "p_better_high_se": high.se,
        })
    });
    json!({
        "name": contrast.name.to_string(),
        "verdict": contrast.advice(subject).map(Advice::id),
        "metrics": metrics,
        "why": why,
        "hangs_on": hinge,
    })
}

/// The edits to which the parts of a difference belong: where it is not split, all of them are one.
pub fn edits(contrast: &Contrast) -> Vec<String> {
    match &contrast.why {
        Some(split) if split.parts.len() != contrast.edits.len() => {
            let all: Vec<&str> = contrast.edits.iter().map(Message::english).collect();
            vec![all.join("; ")]
        }
        _ => contrast.edits.iter().map(ToString::to_string).collect(),
    }
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
pub fn sweep(context: &Context, knobs: &[Knob], metric: ColumnId, found: &Sweep) -> Value {
    let question = json!({
        "metric": context.model().column_name(metric),
        "unit": context.model().unit_id(metric.metric),
        "keys": keys(context, knobs),
    });
    let at = |values: &[f64]| by_key(knobs, values);
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
    finished(document("reachsim.sweep/1", context, found.trials, question), rows)
}

fn by_key(knobs: &[Knob], values: &[f64]) -> Map<String, Value> {
    knobs.iter().map(|knob| knob.key.clone()).zip(values.iter().map(|value| json!(value))).collect()
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
            "swing": driver.swing.value,
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
    let question = json!({
        "metric": model.column_name(found.metric),
        "unit": model.unit_id(found.metric.metric),
    });
    let mut rows = json!({
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
    if let Some(mean_is) = mean_is(model, found.metric) {
        rows["mean_is"] = json!(mean_is);
    }
    finished(document("reachsim.sensitivity/1", context, found.trials, question), rows)
}

/// `reachsim.solve/1`: the value of the key, with every value that was tried.
pub fn solve(context: &Context, knob: &Knob, goal: &Goal, found: &Solution) -> Value {
    let asked = goal.statistic.metric;
    let question = json!({
        "goal": notation::goal(context.model(), goal),
        "metric": context.model().column_name(asked),
        "unit": context.model().unit_id(asked.metric),
        "keys": keys(context, std::slice::from_ref(knob)),
    });
    let (value, se, reached, statistic) = match found.outcome {
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
        "key": knob.key,
        "value": value,
        "se": se,
        "reached": reached,
        "met_already": matches!(found.outcome, solve::Outcome::Met(_)),
        "statistic": statistic,
        "monotone": found.monotone,
        "tried": tried,
        "chance_of_a_wrong_answer": found.settling.map(|settling| settling.chance_wrong),
    });
    finished(document("reachsim.solve/1", context, found.trials, question), rows)
}

/// `reachsim.optimise/1`: the best choice, and those that cannot be told apart from it.
pub fn optimise(context: &Context, knobs: &[Knob], problem: &Problem, found: &Optimum) -> Value {
    let (model, asked) = (context.model(), problem.statistic);
    let aim = match problem.direction {
        Direction::Maximise => "maximise",
        Direction::Minimise => "minimise",
    };
    let subject_to = problem.subject_to.iter().map(|goal| notation::goal(model, goal));
    let question = json!({
        "aim": aim,
        "statistic": notation::statistic(model, asked),
        "metric": model.column_name(asked.metric),
        "unit": model.unit_id(asked.metric.metric),
        "keys": keys(context, knobs),
        "subject_to": subject_to.collect::<Vec<_>>(),
    });
    let choice = |choice: &Choice| {
        let constraints: Vec<f64> = choice.constraints.iter().map(|known| known.value).collect();
        json!({
            "values": by_key(knobs, &choice.values),
            "objective": choice.objective.value,
            "se": choice.objective.se,
            "constraints": constraints,
            "behind": choice.behind.value, "behind_se": choice.behind.se,
        })
    };
    let rows = match &found.outcome {
        optimise::Outcome::Found { best, ties, chance_wrong, decide, robust: fares } => json!({
            "feasible": true,
            "best": choice(best),
            "ties": ties.iter().map(choice).collect::<Vec<_>>(),
            "chance_of_a_wrong_pick": chance_wrong,
            "trials_to_decide": decide,
            "robust": fares.as_ref().map(|(fares, choices)| {
                robust(context, &called(knobs, choices), Some(fares))
            }),
            "tried": found.tried,
        }),
        optimise::Outcome::Infeasible(best) => {
            json!({
                "feasible": false, "best": choice(best), "ties": [], "robust": null,
                "tried": found.tried,
            })
        }
    };
    finished(document("reachsim.optimise/1", context, found.trials, question), rows)
}

/// Choices by their values, as scripts know them: `posts.per_week=14; support.people=2`.
pub fn called(knobs: &[Knob], choices: &[Vec<f64>]) -> Vec<String> {
    let one = |values: &Vec<f64>| {
        let told = knobs.iter().zip(values).map(|(knob, value)| format!("{}={value}", knob.key));
        told.collect::<Vec<_>>().join("; ")
    };
    choices.iter().map(one).collect()
}

/// `reachsim.voi/1`: what it is worth to know everything, each input, and the first few together.
pub fn voi(
    context: &Context,
    metric: ColumnId,
    decisions: &[Alternative],
    found: &Knowledge,
    ranked: &[Worth],
) -> Value {
    let metric_name = context.model().column_name(metric);
    let question = json!({
        "metric": metric_name,
        "unit": context.model().unit_id(metric.metric),
        "between": decisions.iter().map(Alternative::to_string).collect::<Vec<_>>(),
    });
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
        "metric": metric_name,
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
    finished(document("reachsim.voi/1", context, found.trials, question), rows)
}

/// Over which part of the range of an input a claim keeps its verdict.
fn stretch(over: &Stretch) -> Value {
    json!({
        "key": over.key,
        "low": over.ends.map(|ends| ends[0]),
        "high": over.ends.map(|ends| ends[1]),
        "whole": over.is_whole,
    })
}

/// `reachsim.figures/1`.
pub fn figures(locale: Locale) -> Value {
    let row = |figure: &Figure| {
        json!({
            "id": figure.id,
            "words": figure.words.of(locale),
            "low": figure.low,
            "high": figure.high,
            "unit": figure.unit,
            "n": figure.n,
            "margin": figure.margin(),
            "year": figure.year,
            "place": figure.place.of(locale),
            "keys": figure.keys,
            "why": figure.why.as_ref().map(|why| why.of(locale)),
        })
    };
    json!({
        "schema": "reachsim.figures/1",
        "engine": engine_of(),
        "figures": Figure::all().iter().map(row).collect::<Vec<_>>(),
    })
}

/// `reachsim.claims/1`.
pub fn claims(claims: &[Claim]) -> Value {
    let row = |claim: &Claim| {
        let found = &claim.found;
        let percentile = |place: usize| found.spread.map(|spread| spread[place].value);
        let (about, model) = (claim.case.about(), claim.case.model());
        json!({
            "claim": &*about.title,
            "text": about.claim.text.as_deref(),
            "place": about.claim.place.as_deref(),
            "file": claim.file,
            "kind": claim.kind().id(),
            "hash": about.hash,
            "currency": about.currency,
            "simulation": simulation(claim.plan, model),
            "metric": model.column_name(found.metric),
            "unit": model.unit_id(found.metric.metric),
            "goal": model.targets.first().map(|target| notation::target(model, target)),
            "what_if": found.variant,
            "p05": percentile(0),
            "p50": percentile(1),
            "p95": percentile(2),
            "difference": found.difference().map(|known| known.value),
            "difference_se": found.difference().map(|known| known.se),
            "mean": found.mean.value,
            "mean_se": found.mean.se,
            "probability": found.probability.value,
            "se": found.probability.se,
            "verdict": found.verdict.id(),
            "holds": found.verdict == Verdict::Holds,
            "estimates": crate::model::estimates(&claim.case.lowered.assumptions),
            "estimates_without_range": found.without_range,
            "over": found.over.iter().map(stretch).collect::<Vec<_>>(),
        })
    };
    json!({
        "schema": "reachsim.claims/1",
        "engine": engine_of(),
        "claims": claims.iter().map(row).collect::<Vec<_>>(),
    })
}
