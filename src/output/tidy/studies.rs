//! The rows of studies of scenarios.

use super::robust::robust;
use super::{BETWEEN, Row};
use crate::estimate::{Estimate, PERCENTILES};
use crate::model::{ClaimKind, ColumnId, Model};
use crate::output::claims::Claim;
use crate::output::claims::figures::Figure;
use crate::output::json::studies as json;
use crate::output::{Context, notation};
use crate::scenario::Knob;
use crate::study::claim::Verdict;
use crate::study::compare::{Comparison, Contrast};
use crate::study::optimise::{Choice, Optimum, Outcome, Problem};
use crate::study::sensitivity::Sensitivity;
use crate::study::solve::{self, Solution};
use crate::study::sweep::Sweep;
use crate::study::voi::{Knowledge, Worth};
use crate::study::{Alternative, Goal, Settling};
use crate::summary::MetricSummary;

/// A row, as [`Row::of`] begins it, of the metric that a study is about.
pub fn about(study: &'static str, context: &Context, metric: ColumnId) -> Row {
    Row::of(study, context).metric(context, context.model(), metric)
}

fn settling(asked: &Row, settling: Option<Settling>) -> Option<Row> {
    Some(asked.unit("share").number("chance_of_a_wrong_pick", settling?.chance_wrong))
}

pub fn compare(
    context: &Context,
    base: &Alternative,
    subject: ColumnId,
    found: &Comparison,
) -> Vec<Row> {
    let start = Row::of("compare", context);
    let mut rows: Vec<Row> =
        found.others.iter().flat_map(|other| contrast(context, &start, other)).collect();
    let others = found.others.iter().map(|other| &other.name);
    let names: Vec<String> =
        std::iter::once(base).chain(others).map(Alternative::to_string).collect();
    rows.extend(robust(
        context,
        &about("compare", context, subject),
        &names,
        found.robust.as_ref(),
    ));
    rows.extend(settling(&about("compare", context, subject), found.settling));
    rows
}

fn contrast(context: &Context, start: &Row, contrast: &Contrast) -> Vec<Row> {
    let other = start.variant(&contrast.name);
    let mut rows = Vec::new();
    for difference in &contrast.metrics {
        let row = other.metric(context, context.model(), difference.column);
        let [p05, p50, p95] = difference.spread;
        rows.extend([
            row.known("mean", difference.mean),
            row.number("p05", p05),
            row.number("p50", p50),
            row.number("p95", p95),
            row.known("base", difference.ends[0]),
            row.known("other", difference.ends[1]),
            row.unit("ratio").number("variance_reduction", difference.reduction),
        ]);
        if let Some(chance) = difference.chance {
            let row = row.unit("share");
            rows.push(row.known("p_better", chance.better));
            rows.push(row.number("p_worse", chance.worse.value));
        }
        if let Some(beats) = difference.beats {
            rows.push(row.unit("share").known("p_beats", beats.better));
        }
    }
    if let Some(hinge) = &contrast.hinge {
        let row = other.key(&hinge.key).unit("share");
        let ends = ["p_better_low", "p_better_high"].iter().zip(hinge.ends);
        rows.extend(ends.map(|(id, end)| row.known(id, end)));
    }
    let Some(why) = &contrast.why else { return rows };
    let words = json::edits(contrast);
    for (edit, parts) in words.iter().zip(&why.parts) {
        rows.extend(contrast.metrics.iter().zip(parts).map(|(difference, part)| {
            other
                .key(edit)
                .metric(context, context.model(), difference.column)
                .known("part_of_the_mean", *part)
        }));
    }
    rows
}

pub fn sweep(context: &Context, knobs: &[Knob], metric: ColumnId, found: &Sweep) -> Vec<Row> {
    let start = Row::of("sweep", context);
    let mut rows = Vec::new();
    for point in &found.points {
        let row = start.at_all(knobs, &point.at);
        rows.extend(point.summary.metrics.iter().flat_map(|metric| {
            statistics(&row.metric(context, context.model(), metric.column), metric)
        }));
    }
    let asked = about("sweep", context, metric);
    let place = |place: usize| asked.at_all(knobs, &found.points[place].at);
    rows.extend(found.best.map(|best| place(best).is("best", true)));
    rows.extend(found.ties.iter().map(|tie| place(*tie).is("tie", true)));
    rows.extend(settling(&asked, found.settling));
    rows
}

/// Every statistic of a metric.
pub fn statistics(row: &Row, metric: &MetricSummary) -> Vec<Row> {
    let mut rows = vec![
        row.known("mean", metric.mean),
        row.number("sd", metric.sd),
        row.number("min", metric.min),
        row.number("max", metric.max),
        row.unit("share").number("undefined", metric.undefined),
    ];
    let percentiles = PERCENTILES.iter().zip(&metric.percentiles);
    rows.extend(percentiles.map(|((id, _), found)| row.known(id, *found)));
    rows
}

pub fn sensitivity(context: &Context, found: &Sensitivity) -> Vec<Row> {
    let row = about("sensitivity", context, found.metric);
    let share = row.unit("share");
    let mut rows = vec![
        row.known("mean", found.typical),
        share.number("undefined", found.undefined),
        share.known("luck", found.luck),
    ];
    for driver in &found.drivers {
        let key = &context.model().inputs[driver.input].key;
        let (row, share) = (row.key(key), share.key(key));
        rows.extend([
            row.at(driver.ends[0]).number("low", driver.low),
            row.at(driver.ends[1]).number("high", driver.high),
            row.known("swing", driver.swing),
            row.unit("").number("rank", driver.rank),
            share.known("first", driver.first),
        ]);
        rows.extend(driver.total.map(|total| share.known("total", total)));
    }
    rows
}

pub fn solve(context: &Context, knob: &Knob, goal: &Goal, found: &Solution) -> Vec<Row> {
    let row = of_statistic(about("solve", context, goal.statistic.metric).key(&knob.key), goal);
    let statistic = notation::name(goal.statistic.of);
    let mut rows: Vec<Row> =
        found.seen.iter().map(|seen| row.at(seen.at).known(&statistic, seen.found)).collect();
    let answer = row.in_unit_of(context, &knob.key);
    let is_met = matches!(found.outcome, solve::Outcome::Met(_));
    rows.extend([
        match found.outcome {
            solve::Outcome::Met(seen) => answer.known("value", Estimate::exact(seen.at)),
            solve::Outcome::Missed(best) => answer.number("value", best.at),
            solve::Outcome::Reached { value, .. } => answer.known("value", value),
        },
        row.is("reached", !matches!(found.outcome, solve::Outcome::Missed(_))),
        row.is("met_already", is_met),
        row.is("monotone", found.monotone),
    ]);
    rows.extend(found.settling.map(|settling| {
        row.unit("share").number("chance_of_a_wrong_answer", settling.chance_wrong)
    }));
    rows
}

/// In the unit of the goal's statistic: a probability is a share.
pub fn of_statistic(row: Row, goal: &Goal) -> Row {
    if notation::is_share(goal.statistic) { row.unit("share") } else { row }
}

pub fn optimise(context: &Context, knobs: &[Knob], problem: &Problem, found: &Optimum) -> Vec<Row> {
    let asked = about("optimise", context, problem.statistic.metric);
    let statistic = notation::name(problem.statistic.of);
    let choice = |name: &str, choice: &Choice| {
        let row = asked.variant(&name).at_all(knobs, &choice.values);
        let mut rows =
            vec![row.known(&statistic, choice.objective), row.known("behind", choice.behind)];
        rows.extend(problem.subject_to.iter().zip(&choice.constraints).map(|(goal, known)| {
            let row = row.metric(context, context.model(), goal.statistic.metric);
            of_statistic(row, goal).known(&notation::name(goal.statistic.of), *known)
        }));
        rows
    };
    let mut rows = match &found.outcome {
        Outcome::Found { best, ties, chance_wrong, decide, robust: fares } => {
            let mut rows = choice("best", best);
            let ties = ties.iter().enumerate();
            rows.extend(ties.flat_map(|(place, tie)| choice(&format!("tie {}", place + 1), tie)));
            rows.push(asked.is("feasible", true));
            rows.push(asked.unit("share").number("chance_of_a_wrong_pick", *chance_wrong));
            rows.extend(
                decide.map(|trials| asked.unit("trials").number("trials_to_decide", trials)),
            );
            if let Some((fares, choices)) = fares {
                rows.extend(robust(context, &asked, &json::called(knobs, choices), Some(fares)));
            }
            rows
        }
        Outcome::Infeasible(best) => {
            let mut rows = choice("best", best);
            rows.push(asked.is("feasible", false));
            rows
        }
    };
    rows.push(asked.unit("").number("tried", found.tried as f64));
    rows
}

pub fn voi(
    context: &Context,
    metric: ColumnId,
    decisions: &[Alternative],
    found: &Knowledge,
    ranked: &[Worth],
) -> Vec<Row> {
    let row = about("value-of-information", context, metric);
    let mut rows: Vec<Row> = decisions
        .iter()
        .zip(&found.means)
        .map(|(name, mean)| row.variant(name).known("mean", *mean))
        .collect();
    rows.push(row.variant(&decisions[found.best]).is("best", true));
    rows.push(row.known("evpi", found.evpi()));
    let together = found.together(ranked);
    rows.extend(ranked.iter().chain(&together).map(|worth| {
        let keys = worth.inputs.iter().map(|&input| found.inputs[input].0.as_str());
        row.key(&keys.collect::<Vec<_>>().join(BETWEEN)).known("evppi", worth.evppi)
    }));
    rows
}

pub fn claims(claims: &[Claim]) -> Vec<Row> {
    claims.iter().flat_map(claim).collect()
}

fn claim(claim: &Claim) -> Vec<Row> {
    let (context, found) = (claim.case.context(), &claim.found);
    let model: &Model = context.model();
    let mut row = Row::of("claims", &context).metric(&context, model, found.metric);
    claim.file.clone_into(&mut row.scenario);
    row.variant = found.variant.clone().unwrap_or_default();
    let mut rows = Vec::new();
    if let Some(spread) = found.spread {
        rows.extend(["p05", "p50", "p95"].iter().zip(spread).map(|(id, at)| row.known(id, at)));
    }
    rows.extend(found.difference().map(|difference| row.known("difference", difference)));
    rows.push(row.known("mean", found.mean));
    rows.push(row.unit("share").known("probability", found.probability));
    rows.push(row.is("holds", found.verdict == Verdict::Holds));
    rows.push(row.is("leans", found.verdict == Verdict::Leans));
    rows.push(row.is("finding", claim.kind() == ClaimKind::Finding));
    for over in &found.over {
        let of_key = row.key(&over.key).in_unit_of(&context, &over.key);
        let ends = over.ends.map(|[low, high]| [("low", low), ("high", high)]);
        rows.extend(ends.into_iter().flatten().map(|(id, end)| of_key.number(id, end)));
        rows.push(row.key(&over.key).is("whole", over.is_whole));
    }
    rows
}

/// The figures of the texts: a row for each number of each of them.
pub fn figures() -> Vec<Row> {
    Figure::all().iter().flat_map(figure).collect()
}

fn figure(figure: &Figure) -> Vec<Row> {
    let row = Row {
        study: "figures",
        scenario: figure.id.clone(),
        key: figure.keys.join(BETWEEN),
        unit: figure.unit.clone(),
        ..Row::default()
    };
    let ends = [("low", Some(figure.low)), ("high", figure.high), ("margin", figure.margin())];
    let ends = ends.into_iter().filter_map(|(id, value)| Some(row.number(id, value?)));
    let n = figure.n.map(|n| row.unit("people").number("n", n as f64));
    ends.chain(n).collect()
}
