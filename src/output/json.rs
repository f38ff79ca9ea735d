//! The JSON documents that other programs read. Numbers are written with the fewest digits that
//! give the same double; what is undefined, infinite or never is `null`.

pub mod analysis;
pub mod backtest;
pub mod break_even;
pub mod calibration;
pub mod choice;
pub mod condition;
pub mod doubt;
pub mod forecast;
pub mod graph;
pub mod measure;
pub mod record;
pub mod robust;
pub mod schema;
pub mod since;
pub mod story;
pub mod studies;
mod years;

use std::path::Path;

use serde_json::{Map, Value, json};

use super::entry::Entry;
use super::{Case, Context, ExportFile, Report, State, notation, phrases};
use crate::diagnostic::Diagnostics;
use crate::dist::Dist;
use crate::estimate::PERCENTILES;
use crate::locale::Locale;
use crate::metric::{self, METRICS};
use crate::model::{ColumnId, Model, Origin, Plan, Understood};
use crate::scenario::presets::{Figure, Preset, is_estimate};
use crate::study::{Of, Statistic};
use crate::summary::{MetricSummary, Summary};
use crate::trials::{self, Replay};

/// `reachsim.summary/1`: what `--format json` prints and `summary.json` holds.
pub fn summary(report: &Report) -> Value {
    let model = report.model();
    // A file of formulas counts nothing else.
    let counts = !model.communities.is_empty();
    let is_not_counted =
        |place: &usize| counts && !model.measures(*place) && !METRICS[*place].needs.is_further();
    let not_counted: Vec<&str> =
        (0..METRICS.len()).filter(is_not_counted).map(|place| METRICS[place].id).collect();
    json!({
        "schema": "reachsim.summary/1",
        "question": { "goals": goals(model) },
        "scenario": scenario(&report.run.case),
        "engine": engine_of(),
        "simulation": simulation(report.plan(), report.model()),
        "step": report.about().deck.by.id(),
        "years": years::years(report),
        "metrics": metrics(model, report.summary()),
        "targets": targets(model, report.summary()),
        "targets_all": report.summary().together.map(|found| json!({
            "probability": found.probability.value,
            "se": found.probability.se,
        })),
        "states": states(report),
        "not_counted": not_counted,
        "warnings": warnings(&report.run.case.lowered.warnings),
    })
}

/// What the targets of a scenario state.
fn goals(model: &Model) -> Vec<String> {
    model.targets.iter().map(|target| notation::target(model, target)).collect()
}

/// `reachsim.runs/1`: the answers of one command on several scenarios, in the order of the files.
pub fn runs(runs: &[Value]) -> Value {
    json!({ "schema": "reachsim.runs/1", "runs": runs })
}

/// The numbers of every metric, by its name.
pub fn metrics(model: &Model, summary: &Summary) -> Value {
    let metric = |metric: &MetricSummary| (metric.name.clone(), numbers_of(model, metric));
    summary.metrics.iter().map(metric).collect::<Map<_, _>>().into()
}

/// The states of the scenario, each with the numbers of its metrics.
fn states(report: &Report) -> Value {
    let state = |state: &State| {
        let numbers = metrics(&state.model, &state.summary);
        json!({ "name": &*state.name, "metrics": numbers })
    };
    report.extras.states.iter().map(state).collect()
}

/// How probable every target is.
pub fn targets(model: &Model, summary: &Summary) -> Value {
    let targets = model.targets.iter().zip(&summary.targets).map(|(target, found)| {
        let metric = model.column_name(target.metric);
        json!({
            "name": target.name.to_string(),
            "metric": metric,
            "goal": notation::target(model, target),
            "probability": found.probability.value,
            "se": found.probability.se,
            "wanted": target.with,
            "met": target.with.map(|with| found.probability.value >= with),
        })
    });
    targets.collect()
}

/// The schema of a shard, printed or in its folder.
pub const SHARD: &str = "reachsim.shard/1";

/// `reachsim.shard/1`: which part of a run was simulated, and the folder in which it lies.
pub fn shard(context: &Context, shard: &Value, folder: &Path) -> Value {
    json!({
        "schema": SHARD,
        "scenario": scenario(context.case),
        "engine": engine_of(),
        "simulation": simulation(context.plan, context.model()),
        "shard": shard,
        "folder": folder.display().to_string(),
    })
}

/// `reachsim.trial/1`: one future, all communities together and then each.
pub fn trial(context: &Context, trial: u64, replay: &Replay) -> Value {
    let (case, model) = (context.case, context.model());
    let inputs: Map<String, Value> = model
        .inputs
        .iter()
        .zip(&replay.inputs)
        .map(|(input, value)| (input.key.clone(), json!(value)))
        .collect();
    let metrics = model
        .columns()
        .map(|column| (model.column_name(column), json!(replay.value(model, column))));
    let simulated = if model.communities.is_empty() { 0 } else { model.weeks };
    let week = |week: usize| {
        let mut row = Map::from_iter([("week".to_owned(), json!(week))]);
        for community in std::iter::once(None).chain((0..model.communities.len()).map(Some)) {
            let (_, weeks) = &replay.scopes[model.scope(community)];
            row.extend(model.weekly().filter_map(|metric| {
                let value = METRICS[metric].value.of_week(&weeks[week])?.value();
                Some((model.named(community, &METRICS[metric].series()), json!(value)))
            }));
        }
        Value::Object(row)
    };
    let units = model
        .inputs
        .iter()
        .map(|input| (input.key.clone(), json!(case.unit_of(&input.key).id())))
        .chain(model.columns().flat_map(|column| {
            let unit = json!(model.unit_id(column.metric));
            let series = model.metric(column.metric).series();
            let names = [model.column_name(column), model.named(column.community, &series)];
            names.map(|name| (name, unit.clone()))
        }));
    json!({
        "schema": "reachsim.trial/1",
        "question": { "trial": trial },
        "scenario": scenario(case),
        "engine": engine_of(),
        "simulation": simulation(context.plan, model),
        "trial": trial,
        "units": units.collect::<Map<_, _>>(),
        "inputs": inputs,
        "metrics": metrics.collect::<Map<_, _>>(),
        "weeks": (0..simulated).map(week).collect::<Vec<_>>(),
    })
}

/// `reachsim.explain/1`: some keys, and how they were understood: those of one that was asked for,
/// else all. Without a case its file has a mistake, or there is none.
pub fn explain(case: Option<&Case>, asked: Option<&str>, entries: &[Entry]) -> Value {
    let key = |entry: &Entry| {
        let taken = entry.taken.map(|taken| (&taken.value, taken.unit));
        let (shape, [p05, p50, p95, mean]) = match taken {
            Some((Understood::Quantity(dist), unit)) => {
                (Some(super::phrases::shape(Locale::En, dist, unit)), numbers(dist).map(Some))
            }
            Some((Understood::Words(words), _)) => (Some(words.clone()), [None; 4]),
            None => (entry.stated.map(str::to_owned), [None; 4]),
        };
        let (default, default_source) = phrases::key::default(entry.row);
        let beside = entry.taken.and_then(|taken| taken.origin.beside());
        json!({
            "key": entry.path,
            "unit": entry.unit().id(),
            "shape": shape,
            "p05": p05,
            "p50": p50,
            "p95": p95,
            "mean": mean,
            "source": entry.taken.map(|taken| source(&taken.origin)),
            "stated_source": beside.and_then(|beside| beside.source.as_ref()),
            "note": beside.and_then(|beside| beside.note.as_ref()),
            "set": entry.is_stated(),
            "meaning": phrases::key::meaning(Locale::En, entry.row),
            "domain": phrases::key::domain(Locale::En, entry.row),
            "acts_on": phrases::key::acts_on(Locale::En, entry.row),
            "default": default,
            "default_source": default_source,
            "example": phrases::key::example(entry.row, &entry.path).join("\n"),
        })
    };
    json!({
        "schema": "reachsim.explain/1",
        "question": { "key": asked },
        "scenario": case.map(scenario),
        "engine": engine_of(),
        "keys": entries.iter().map(key).collect::<Vec<_>>(),
    })
}

/// `reachsim.presets/1`: every figure of networks as a scenario would state it, and who published
/// it; of the one that was asked for, else of all.
pub fn presets(asked: Option<&str>, presets: &[Preset]) -> Value {
    let figure = |figure: &Figure| {
        let [p05, p50, p95, mean] = numbers(&figure.dist);
        json!({
            "key": figure.key.in_community(),
            "unit": figure.key.unit.id(),
            "value": figure.text,
            "p05": p05,
            "p50": p50,
            "p95": p95,
            "mean": mean,
            "source": figure.source,
            "estimate": is_estimate(&figure.source),
        })
    };
    let preset = |preset: &Preset| {
        let figures = preset.figures.iter().map(figure).collect::<Vec<_>>();
        json!({ "id": preset.id, "name": preset.name, "as_of": preset.year, "figures": figures })
    };
    let presets = presets.iter().map(preset).collect::<Vec<_>>();
    json!({
        "schema": "reachsim.presets/1",
        "question": { "preset": asked },
        "engine": engine_of(),
        "presets": presets,
    })
}

/// 5th percentile, median, 95th percentile and mean.
fn numbers(dist: &Dist) -> [f64; 4] {
    [dist.quantile(0.05), dist.quantile(0.5), dist.quantile(0.95), dist.mean()]
}

/// Where a value comes from, in one line.
pub fn source(origin: &Origin) -> String {
    match origin {
        Origin::File { name, line, .. } => format!("{name}:{line}"),
        Origin::CommandLine => "command line".into(),
        Origin::Measured { on } => format!("measured on {on}"),
        Origin::Preset { id, year, source } => format!("{id} ({year}): {source}"),
        Origin::Default { source } => format!("default: {source}"),
    }
}

/// Which scenario it is.
pub fn scenario(case: &Case) -> Value {
    let about = case.about();
    let mut scenario = json!({
        "title": &*about.title,
        "file": case.file(),
        "what_if": case.what_if,
        "hash": about.hash,
        "currency": about.currency,
    });
    if !case.exports.is_empty() {
        scenario["exports"] = case.exports.iter().map(ExportFile::json).collect();
    }
    scenario
}

/// The program that computed it: numbers move only when the revision does.
pub fn engine_of() -> Value {
    json!({ "version": env!("CARGO_PKG_VERSION"), "revision": trials::REVISION })
}

pub fn simulation(plan: Plan, model: &Model) -> Value {
    json!({
        "trials": plan.trials,
        "seed": seed(plan.seed),
        "sampler": plan.sampler.id(),
        "weeks": model.weeks,
    })
}

/// The largest whole number up to which every one of them is a double, as readers have numbers.
const MOST_EXACT: u64 = 1 << 53;

/// A seed as no reader rounds it: a number, or its digits where it is too large for a double.
pub fn seed(seed: u64) -> Value {
    if seed <= MOST_EXACT { json!(seed) } else { json!(seed.to_string()) }
}

/// The seed that [`seed`] wrote.
pub fn seed_of(value: &Value) -> Option<u64> {
    value.as_u64().or_else(|| value.as_str()?.parse().ok())
}

/// The numbers of one metric.
pub fn numbers_of(model: &Model, metric: &MetricSummary) -> Value {
    let mut row = Map::new();
    let mut put = |name: &str, value: f64| row.insert(name.to_owned(), json!(value));
    let unit = model.unit_id(metric.column.metric);
    put("mean", metric.mean.value);
    put("se", metric.mean.se);
    put("sd", metric.sd);
    put("min", metric.min);
    for ((name, _), estimate) in PERCENTILES.iter().zip(&metric.percentiles) {
        put(name, estimate.value);
    }
    put("max", metric.max);
    put("undefined", metric.undefined);
    row.shift_insert(0, "unit".to_owned(), json!(unit));
    if is_ratio_of_means(model, metric.column) {
        row.shift_insert(1, "mean_is".to_owned(), json!(RATIO_OF_MEANS));
    }
    Value::Object(row)
}

const RATIO_OF_MEANS: &str = "ratio of means";

fn is_ratio_of_means(model: &Model, column: ColumnId) -> bool {
    matches!(model.metric(column.metric).value, metric::Value::Rate(..) | metric::Value::Ratio(..))
}

/// What a study means by the mean of a metric, where it is not that of the futures: of what may
/// never happen it takes the median.
fn mean_is(model: &Model, column: ColumnId) -> Option<&'static str> {
    match Statistic::typical(model, column).of {
        Of::Mean => is_ratio_of_means(model, column).then_some(RATIO_OF_MEANS),
        Of::Percentile(_) | Of::Probability(_) => Some("median"),
    }
}

fn warnings(warnings: &Diagnostics) -> Vec<Value> {
    let row = |warning| {
        let line = warnings.line(warning);
        json!({ "code": warning.code.id(), "message": warning.message.english(), "line": line })
    };
    warnings.iter().map(row).collect()
}

/// `reachsim.proof/1`: what is wrong in the documents of a run.
pub fn proof(faults: &[super::faults::Fault]) -> Value {
    json!({ "schema": "reachsim.proof/1", "engine": engine_of(), "faults": faults })
}
