//! From the studies to their pictures.

use super::maker::{Pictures, drawn};
use crate::estimate::Estimate;
use crate::model::ColumnId;
use crate::output::charts::{Bar, Curve, Figure, HeatMap, Picture, Ranges, Row, Spread, Tornado};
use crate::output::draw::Svg;
use crate::output::format::Quantity;
use crate::output::look::Look;
use crate::output::phrases;
use crate::output::phrases::studies::{
    brief_input, goal, key_value, named, of_statistic, signed, statistic, value, words,
};
use crate::output::words::Words as _;
use crate::output::words::{say, sentence};
use crate::output::{Context, Report};
use crate::output::{Variants, Worths};
use crate::study::compare::Comparison;
use crate::study::optimise::{self, Choice, Optimum, Problem};
use crate::study::sensitivity::Sensitivity;
use crate::study::solve::{Outcome, Solution};
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

fn draw(id: &str, figure: impl Into<Figure>, context: &Context, trials: u64) -> Drawn {
    let look = Look::of(&context.about().theme);
    let own = look.foot(&say!(context.locale, "confidential"));
    let stamp = context.stamp(trials);
    let stamp = if own.is_empty() { stamp } else { format!("{own} · {stamp}") };
    let pictures = [Picture::new(id, figure)];
    drawn(&pictures, &stamp, &look.theme(context.locale))
}

/// A value of a key with its words.
fn at_key(context: &Context, key: &str, value: f64) -> String {
    let locale = context.locale;
    say!(locale, "sweep-at", value = key_value(locale, key, value), key = brief_input(context, key))
}

/// A figure's unit behind a space, where it is money.
fn after(context: &Context, metric: ColumnId) -> String {
    match context.model().metric(metric.metric).unit {
        Unit::Money => format!(" {}", context.about().currency),
        _ => String::new(),
    }
}

/// The unit of a figure behind a comma, where its words do not tell it.
fn unit(context: &Context, metric: ColumnId) -> String {
    match context.model().metric(metric.metric).unit {
        Unit::Money => format!(", {}", context.about().currency),
        _ => String::new(),
    }
}

/// Adds the pictures of the studies that a run brings along.
pub fn add(report: &Report, pictures: &mut Pictures) {
    let context = report.context();
    if let Some(Variants { base, subject, found }) = &report.extras.variants {
        pictures.add("ranges", differences(&context, base, subject, found));
    }
    if let Some(Worths { metric, found, ranked }) = &report.extras.worths {
        pictures.add("worth", worths(&context, *metric, found, ranked));
    }
}

/// Each variant's difference on one metric.
pub fn compare(context: &Context, base: &Alternative, subject: &str, found: &Comparison) -> Drawn {
    differences(context, base, subject, found)
        .map_or_else(Vec::new, |ranges| draw("ranges", ranges, context, found.trials))
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
    let name = format!("{}{}", words(context, metric), unit(context, metric));
    let title = match rows.as_slice() {
        [only] => {
            let (scenario, variant) =
                (context.about().title.of(context.locale), only.words.as_str());
            let difference = format!("{}{}", only.told, after(context, metric));
            let name = words(context, metric);
            say!(
                locale,
                "compare-title-one",
                scenario = scenario,
                variant = variant,
                words = name,
                difference = difference
            )
        }
        _ => say!(locale, "compare-title", words = name, base = named(locale, base)),
    };
    let subtitle = say!(locale, "compare-subtitle", scope = context.scope());
    Some(Ranges { title, subtitle, quantity: quantity(context, metric), rows })
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
    let key = short(&model.inputs[first.input].key);
    let (low, high) = (at(first.low), at(first.high) + &after(context, metric));
    let title = sentence(&say!(
        locale,
        "tornado-title",
        input = key,
        words = name.as_str(),
        low = low,
        high = high
    ));
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
            .map(|(key, value)| at_key(context, key, *value))
            .collect();
        let value = value(context, metric, mean(place)) + &after(context, metric);
        say!(locale, "sweep-title", words = sentence(&name), at = locale.listed(&at), value = value)
    });
    let title = best.unwrap_or_else(|| {
        say!(locale, "sweep-title-over", words = sentence(&name), keys = locale.listed(keys))
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

/// The statistic over the range, with the goal and the answer.
pub fn solve(context: &Context, key: &str, wanted: &Goal, found: &Solution) -> Drawn {
    let locale = context.locale;
    let short = match wanted.statistic.of {
        Of::Mean => "solve-short-mean",
        Of::Percentile(_) => "solve-short-percentile",
        Of::Probability(_) => "solve-short-chance",
    };
    let bound = wanted.bound.value();
    let goal_words = sentence(&goal(context, wanted));
    let title = match found.outcome {
        Outcome::Met(_) => say!(locale, "solve-title-met", goal = goal_words),
        Outcome::Reached { value, .. } => {
            let value = key_value(locale, key, value.value);
            say!(
                locale,
                "solve-title-reached",
                goal = goal_words,
                value = value,
                key = brief_input(context, key)
            )
        }
        Outcome::Missed(best) => {
            let best = of_statistic(context, wanted.statistic, best.found);
            say!(locale, "solve-title-missed", goal = goal_words, best = best)
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
    let optimise::Outcome::Found { best, ties, .. } = &found.outcome else { return Vec::new() };
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
    let row = |choice: &Choice| Row {
        words: at(choice),
        value: choice.objective.value,
        sure: choice.objective.interval(),
        futures: None,
        told: of_statistic(context, problem.statistic, choice.objective),
    };
    let title = say!(locale, "optimise-title", statistic = sentence(&name), at = at(best));
    let subtitle = say!(locale, "optimise-subtitle", scope = context.scope());
    let rows = std::iter::once(best).chain(ties).map(row).collect();
    let ranges = Ranges { title, subtitle, quantity: of(context, problem.statistic), rows };
    draw("ranges", ranges, context, found.trials)
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
    let told = format!("{}{}", value(context, metric, first.evppi), after(context, metric));
    let key = brief_input(context, &found.inputs[first.inputs[0]].0);
    let title = say!(locale, "voi-title", key = key, worth = told);
    rows.push(worth(say!(locale, "voi-all"), evpi));
    let subtitle = say!(locale, "voi-subtitle", scope = context.scope());
    Some(Ranges { title, subtitle, quantity: quantity(context, metric), rows })
}
