//! From the studies to their pictures.

use super::maker::{Pictures, drawn};
use super::regret::regret;
use crate::estimate::Estimate;
use crate::metric::Better;
use crate::model::ColumnId;
use crate::output::charts::{Bar, Curve, Figure, HeatMap, Picture, Ranges, Row, Spread, Tornado};
use crate::output::draw::Svg;
use crate::output::format::{Format as _, Quantity};
use crate::output::look::Look;
use crate::output::phrases;
use crate::output::phrases::studies::{
    at_key, break_even, brief_input, goal, key_sum, key_value, named, of_statistic, signed,
    statistic, value, with_currency, words,
};
use crate::output::phrases::{chance, names};
use crate::output::words::{Case, Words as _, say, sentence};
use crate::output::{Context, Report};
use crate::output::{Variants, Worths};
use crate::study::compare::Comparison;
use crate::study::optimise::{self, Choice, Direction, Optimum, Problem};
use crate::study::sensitivity::Sensitivity;
use crate::study::solve::{Outcome, Range, Solution};
use crate::study::sweep::Sweep;
use crate::study::voi::{Knowledge, Worth};
use crate::study::{Alternative, Goal, Of, Statistic};
use crate::units::Unit;

type Drawn = Vec<(&'static str, Svg)>;

fn quantity(context: &Context, metric: ColumnId) -> Quantity {
    phrases::quantity_of(&context.model().metric(metric.metric))
}

fn of(context: &Context, wanted: Statistic) -> Quantity {
    if matches!(wanted.of, Of::Probability(_)) {
        Quantity::Share
    } else {
        quantity(context, wanted.metric)
    }
}

pub fn draw(id: &str, figure: impl Into<Figure>, context: &Context, trials: u64) -> Drawn {
    let look = Look::of(&context.about().theme);
    let own = look.foot(&say!(context.locale, "confidential"));
    let stamp = context.stamp(trials);
    let stamp = if own.is_empty() { stamp } else { format!("{own} · {stamp}") };
    let pictures = [Picture::new(id, figure)];
    drawn(&pictures, &stamp, &look.theme(context.locale))
}

/// A value of a metric in a sentence: with its currency where it is money.
fn sum(context: &Context, metric: ColumnId, known: Estimate) -> String {
    with_currency(context, metric, &value(context, metric, known))
}

/// The same of a statistic; a chance is no money.
fn sum_of(context: &Context, wanted: Statistic, known: Estimate) -> String {
    let told = of_statistic(context, wanted, known);
    if matches!(wanted.of, Of::Probability(_)) {
        told
    } else {
        with_currency(context, wanted.metric, &told)
    }
}

/// A key at a value; that it is the lowest or the highest of those that were tried.
fn at_among(context: &Context, key: &str, at: f64, tried: &[f64]) -> String {
    let said = at_key(context, key, at);
    let [low, high] = [f64::min, f64::max]
        .map(|end: fn(f64, f64) -> f64| tried.iter().copied().reduce(end).unwrap_or(at));
    match at {
        _ if low >= high => said,
        _ if at <= low => say!(context.locale, "sweep-at-lowest", at = said),
        _ if at >= high => say!(context.locale, "sweep-at-highest", at = said),
        _ => said,
    }
}

/// Whether less of a metric is better.
fn is_lower_better(context: &Context, metric: ColumnId) -> bool {
    context.model().metric(metric.metric).better == Better::Lower
}

/// Adds the pictures of the studies that a run brings along.
pub fn add(report: &Report, pictures: &mut Pictures) {
    let context = report.context();
    if let Some(Variants { base, subject, found }) = &report.extras.variants {
        pictures.add("ranges", differences(&context, base, subject, found));
        pictures.add("regret", regrets(&context, base, subject, found));
    }
    if let Some(Worths { metric, found, ranked }) = &report.extras.worths {
        pictures.add("worth", worths(&context, *metric, found, ranked));
    }
}

/// How the base and its variants fare, as data; nothing where that cannot be told.
pub fn regrets(
    context: &Context,
    base: &Alternative,
    subject: &str,
    found: &Comparison,
) -> Option<Ranges> {
    let (robust, metric) = (found.robust.as_ref()?, context.model().column(subject)?);
    let others = found.others.iter().map(|other| &other.name);
    let names: Vec<String> =
        std::iter::once(base).chain(others).map(|name| named(context.locale, name)).collect();
    Some(regret(context, metric, &names, robust))
}

/// Differences of the variants as data; nothing where there is no such metric.
pub fn differences(
    context: &Context,
    base: &Alternative,
    subject: &str,
    found: &Comparison,
) -> Option<Ranges> {
    let metric = context.model().column(subject)?;
    let rows: Vec<Row> = found
        .others
        .iter()
        .filter_map(|other| {
            let difference = other.metric(subject)?;
            Some(Row {
                words: named(context.locale, &other.name),
                value: difference.mean.value,
                sure: difference.mean.interval(),
                futures: Some([difference.spread[0], difference.spread[2]]),
                told: signed(context, metric, difference.mean, difference.ends),
            })
        })
        .collect();
    let locale = context.locale;
    let title = ranges_title(context, (base, subject, metric), found);
    let subtitle = say!(locale, "compare-subtitle", scope = context.scope());
    Some(Ranges { title, subtitle, quantity: quantity(context, metric), measured: None, rows })
}

/// The variant that helps most, or that none does.
fn ranges_title(
    context: &Context,
    (base, subject, metric): (&Alternative, &str, ColumnId),
    found: &Comparison,
) -> String {
    let locale = context.locale;
    let sign = if is_lower_better(context, metric) { -1.0 } else { 1.0 };
    let differences = found.others.iter().filter_map(|o| Some((o, o.metric(subject)?)));
    let best =
        differences.max_by(|a, b| (sign * a.1.mean.value).total_cmp(&(sign * b.1.mean.value)));
    let name = words(context, metric);
    let Some((variant, best)) = best else {
        return say!(locale, "compare-title", words = name, base = named(locale, base));
    };
    let told = signed(context, metric, best.mean, best.ends);
    let difference = with_currency(context, metric, &told);
    let variant = sentence(&named(locale, &variant.name));
    match best.chance {
        Some(chances) => say!(
            locale,
            "compare-title-best",
            variant = variant,
            words = name,
            difference = difference,
            chance = chance(locale, chances.better)
        ),
        None => say!(
            locale,
            "compare-title-one",
            variant = variant,
            words = name,
            difference = difference
        ),
    }
}

/// The bars of the inputs.
pub fn sensitivity(context: &Context, found: &Sensitivity) -> Drawn {
    let (model, locale, metric) = (context.model(), context.locale, found.metric);
    let Some(first) = found.drivers.first() else { return Vec::new() };
    let short = |key: &str| brief_input(context, key);
    let at = |end: f64| value(context, metric, Estimate { value: end, ..found.typical });
    let bar = |driver: &crate::study::sensitivity::Driver| {
        let input = &model.inputs[driver.input];
        let unit = crate::scenario::keys::find(&input.key).map_or(Unit::None, |key| key.unit);
        let written = |value: f64| {
            crate::output::phrases::of_input(
                locale,
                unit,
                value,
                input.dist.quantile(0.9) - input.dist.quantile(0.1),
            )
        };
        Bar {
            words: short(&input.key),
            low: driver.low,
            high: driver.high,
            inputs: driver.ends.map(written),
        }
    };
    let name = words(context, metric);
    let [low, high] = [first.low, first.high].map(|end| with_currency(context, metric, &at(end)));
    let [from, to] = bar(first).inputs;
    let title = say!(
        locale,
        "tornado-title",
        input = short(&model.inputs[first.input].key),
        ends = locale.between(&from, &to),
        words = name.as_str(),
        low = low,
        high = high
    );
    let subtitle =
        say!(locale, "tornado-subtitle", scope = context.scope(), words = sentence(&name));
    let bars = found.drivers.iter().map(bar).collect();
    let tornado = Tornado {
        title,
        subtitle,
        quantity: quantity(context, metric),
        centre: found.typical.value,
        bars,
    };
    draw("tornado", tornado, context, found.trials)
}

/// A curve over one key, a map over two.
pub fn sweep(context: &Context, keys: &[String], metric: ColumnId, found: &Sweep) -> Drawn {
    let (model, locale, name) = (context.model(), context.locale, words(context, metric));
    let id = model.column_name(metric);
    let rows: Vec<&crate::summary::MetricSummary> =
        found.points.iter().filter_map(|point| point.summary.metric(&id)).collect();
    if rows.len() != found.points.len() {
        return Vec::new();
    }
    let mean = |place: usize| rows[place].mean;
    let best = found.best.map(|place| {
        let at: Vec<String> = keys
            .iter()
            .zip(&found.points[place].at)
            .enumerate()
            .map(|(place, (key, value))| {
                let tried: Vec<f64> = found.points.iter().map(|point| point.at[place]).collect();
                at_among(context, key, *value, &tried)
            })
            .collect();
        let subject = names::subject(locale, model, metric);
        let value = sum(context, metric, mean(place));
        let lower = is_lower_better(context, metric);
        let id = if lower { "sweep-title-lowest" } else { "sweep-title" };
        let at = locale.listed(&at);
        let told = [("words", subject.into()), ("at", at.into()), ("value", value.into())];
        sentence(&locale.say(id, &told))
    });
    let over: Vec<String> = keys.iter().map(|key| brief_input(context, key)).collect();
    let title = best.unwrap_or_else(|| {
        say!(locale, "sweep-title-over", words = sentence(&name), keys = locale.listed(&over))
    });
    let subtitle = locale.say(
        if keys.len() == 1 { "sweep-subtitle-one" } else { "sweep-subtitle-two" },
        &[("scope", context.scope().into())],
    );
    if let [key] = keys {
        let spread = |row: &crate::summary::MetricSummary| {
            let [low, typical, high] = ["p05", "p50", "p95"].map(|id| row.percentile(id).value);
            Spread { low, typical, high, se: [None; 3] }
        };
        let points =
            found.points.iter().zip(&rows).map(|(point, row)| (point.at[0], spread(row))).collect();
        let mark = found.best.map(|place| {
            (found.points[place].at[0], spread(rows[place]).typical, say!(locale, "sweep-best"))
        });
        let curve = Curve {
            title,
            subtitle,
            across: brief_input(context, key),
            along: phrases::quantity(context.case.unit_of(key)),
            words: name,
            band: ["sweep-lower", "sweep-higher"].map(|id| locale.say(id, &[])),
            quantity: quantity(context, metric),
            points,
            goal: None,
            mark,
        };
        return draw("curve", curve, context, found.trials);
    }
    let axis = |place: usize| {
        let mut values: Vec<f64> = found.points.iter().map(|point| point.at[place]).collect();
        values.sort_by(f64::total_cmp);
        values.dedup();
        values
    };
    let (up, across) = (axis(0), axis(1));
    let order: Vec<usize> = up
        .iter()
        .flat_map(|row| across.iter().map(move |column| [*row, *column]))
        .filter_map(|at| found.points.iter().position(|point| point.at == at))
        .collect();
    let [words_up, words_across] = [0, 1].map(|place: usize| brief_input(context, &keys[place]));
    let heat_map = HeatMap {
        title,
        subtitle,
        values: order.iter().map(|&place| mean(place).value).collect(),
        told: order.iter().map(|&place| value(context, metric, mean(place))).collect(),
        best: found.best.and_then(|best| order.iter().position(|&place| place == best)),
        across: (words_across, across),
        up: (words_up, up),
    };
    draw("heat-map", heat_map, context, found.trials)
}

/// What is to be done to a key: `cut monthly cost of management from €400 to €70`.
fn change(context: &Context, key: &str, now: Option<f64>, to: f64) -> String {
    let locale = context.locale;
    let name = names::input(locale, context.model(), key, Case::Accusative);
    let value = key_sum(context, key, to);
    let Some(from) = now else { return say!(locale, "change-set", key = name, to = value) };
    let id = if to < from { "change-cut" } else { "change-raise" };
    let from = key_sum(context, key, from);
    locale.say(id, &[("key", name.into()), ("from", from.into()), ("to", value.into())])
}

/// The statistic over the range, with the goal and the answer.
pub fn solve(
    context: &Context,
    (key, range): (&str, Range),
    wanted: &Goal,
    found: &Solution,
) -> Drawn {
    let locale = context.locale;
    let short = match wanted.statistic.of {
        Of::Mean => "solve-short-mean",
        Of::Percentile(_) => "solve-short-percentile",
        Of::Probability(_) => "solve-short-chance",
    };
    let bound = wanted.bound.value();
    let goal_words = goal(context, wanted);
    let title = match found.outcome {
        Outcome::Met(_) => say!(locale, "solve-title-met", goal = sentence(&goal_words)),
        Outcome::Reached { value, .. } => {
            let change = change(context, key, range.now, value.value);
            match break_even(context, wanted) {
                Some(n) => say!(locale, "solve-title-break-even", n = n, change = change),
                None => say!(locale, "solve-title-reached", goal = goal_words, change = change),
            }
        }
        Outcome::Missed(best) => {
            let best = sum_of(context, wanted.statistic, best.found);
            say!(locale, "solve-title-missed", goal = sentence(&goal_words), best = best)
        }
    };
    let subtitle = say!(locale, "solve-subtitle", scope = context.scope());
    let spread = |known: Estimate| {
        let [low, high] = known.interval();
        Spread { low, typical: known.value, high, se: [None; 3] }
    };
    let points = found.seen.iter().map(|seen| (seen.at, Spread { ..spread(seen.found) })).collect();
    let mark = match found.outcome {
        Outcome::Reached { value, found } => {
            Some((value.value, found.value, key_value(locale, key, value.value)))
        }
        _ => None,
    };
    let goal = Some((bound, of_statistic(context, wanted.statistic, Estimate::exact(bound))));
    let curve = Curve {
        title,
        subtitle,
        across: brief_input(context, key),
        along: phrases::quantity(context.case.unit_of(key)),
        words: locale.say(short, &[]),
        band: [say!(locale, "solve-sure"), say!(locale, "solve-sure")],
        quantity: of(context, wanted.statistic),
        points,
        goal,
        mark,
    };
    draw("curve", curve, context, found.trials)
}

/// The best choice and those that cannot be told apart from it.
pub fn optimise(context: &Context, keys: &[String], problem: &Problem, found: &Optimum) -> Drawn {
    let optimise::Outcome::Found { best, ties, robust, .. } = &found.outcome else {
        return Vec::new();
    };
    let locale = context.locale;
    let name = statistic(context, problem.statistic);
    let at = |choice: &Choice| {
        let values: Vec<String> = keys
            .iter()
            .zip(&choice.values)
            .map(|(key, value)| at_key(context, key, *value))
            .collect();
        locale.listed(&values)
    };
    let row_words = |values: &[f64]| {
        let told = keys.iter().zip(values).map(|(key, value)| {
            let (key, value) = (brief_input(context, key), key_sum(context, key, *value));
            say!(locale, "key-is", key = key, value = value)
        });
        told.collect::<Vec<_>>().join(", ")
    };
    let row = |choice: &Choice| Row {
        words: row_words(&choice.values),
        value: choice.objective.value,
        sure: choice.objective.interval(),
        futures: None,
        told: of_statistic(context, problem.statistic, choice.objective),
    };
    let lowest = problem.direction == Direction::Minimise;
    let id = if lowest { "optimise-title-lowest" } else { "optimise-title" };
    let value = sum_of(context, problem.statistic, best.objective);
    let title = locale.say(
        id,
        &[("statistic", sentence(&name).into()), ("at", at(best).into()), ("value", value.into())],
    );
    let subtitle = say!(locale, "optimise-subtitle", scope = context.scope());
    let rows = std::iter::once(best).chain(ties).map(row).collect();
    let ranges =
        Ranges { title, subtitle, quantity: of(context, problem.statistic), measured: None, rows };
    let mut all = draw("ranges", ranges, context, found.trials);
    if let Some((robust, choices)) = robust {
        let names: Vec<String> = choices.iter().map(|values| row_words(values)).collect();
        let ranges = regret(context, problem.statistic.metric, &names, robust);
        all.extend(draw("regret", ranges, context, found.trials));
    }
    all
}

/// What it is worth to know each input.
pub fn voi(context: &Context, metric: ColumnId, found: &Knowledge, ranked: &[Worth]) -> Drawn {
    worths(context, metric, found, ranked)
        .map_or_else(Vec::new, |worths| draw("worth", worths, context, found.trials))
}

/// Worths of knowing the inputs as data; nothing where nothing is worth knowing.
pub fn worths(
    context: &Context,
    metric: ColumnId,
    found: &Knowledge,
    ranked: &[Worth],
) -> Option<Ranges> {
    let worth = |words: String, known: Estimate| Row {
        words,
        value: known.value,
        sure: known.interval().map(|end| end.max(0.0)),
        futures: None,
        told: value(context, metric, known),
    };
    let mut rows: Vec<Row> = ranked
        .iter()
        .filter(|row| row.evppi.value > 0.0)
        .take(10)
        .map(|row| worth(brief_input(context, &found.inputs[row.inputs[0]].0), row.evppi))
        .collect();
    let evpi = found.evpi();
    // What may be worth nothing is no picture.
    let first = Knowledge::first(ranked)?;
    let locale = context.locale;
    let told = sum(context, metric, first.evppi);
    let key = &found.inputs[first.inputs[0]].0;
    let key = names::input(locale, context.model(), key, Case::Accusative);
    let title = say!(locale, "voi-title", key = key, worth = told);
    rows.push(worth(say!(locale, "voi-all"), evpi));
    let subtitle = say!(locale, "voi-subtitle", scope = context.scope());
    Some(Ranges { title, subtitle, quantity: quantity(context, metric), measured: None, rows })
}
