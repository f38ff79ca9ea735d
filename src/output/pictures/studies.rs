//! From the studies to the material of their charts.

use crate::estimate::Known;
use crate::model::ColumnId;
use crate::output::Context;
use crate::output::charts::{self, Bar, Curve, HeatMap, Material, Ranges, Row, Spread, Tornado};
use crate::output::draw::{Svg, Theme};
use crate::output::format::Quantity;
use crate::output::screen::input_words;
use crate::output::screen::studies::{goal, key_value, of_statistic, signed, statistic, value, words};
use crate::study::compare::Comparison;
use crate::study::optimise::{self, Choice, Optimum, Wish};
use crate::study::sensitivity::Sensitivity;
use crate::study::solve::{Goal, Outcome, Solution};
use crate::study::sweep::Sweep;
use crate::study::voi::{Knowledge, Worth};
use crate::study::{Of, Statistic};
use crate::units::Unit;

type Pictures = Vec<(&'static str, Svg)>;

fn quantity(context: &Context, metric: ColumnId) -> Quantity {
    if context.model.metric(metric.metric).unit == Unit::Share { Quantity::Share } else { Quantity::Number }
}

fn of(context: &Context, wanted: Statistic) -> Quantity {
    if matches!(wanted.of, Of::Probability(_)) { Quantity::Share } else { quantity(context, wanted.metric) }
}

fn draw(material: &Material, context: &Context, trials: u64) -> Pictures {
    charts::draw_all(material, &context.stamp(trials), &Theme::default())
}

fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// What an input is, in the first of its words.
fn brief(context: &Context, key: &str) -> String {
    let (words, _) = input_words(context.model, key);
    words.split([',', ';', ':']).next().unwrap_or(&words).to_owned()
}

/// A figure's unit behind a space, where it is money.
fn after(context: &Context, metric: ColumnId) -> String {
    match context.model.metric(metric.metric).unit {
        Unit::Money => format!(" {}", context.about.currency),
        _ => String::new(),
    }
}

/// The unit of a figure behind a comma, where its words do not tell it.
fn unit(context: &Context, metric: ColumnId) -> String {
    match context.model.metric(metric.metric).unit {
        Unit::Money => format!(", {}", context.about.currency),
        _ => String::new(),
    }
}

/// Each variant's difference on one metric.
pub fn compare(context: &Context, base: &str, subject: &str, found: &Comparison) -> Pictures {
    let Some(metric) = context.model.column(subject) else { return Vec::new() };
    let rows: Vec<Row> = found
        .others
        .iter()
        .filter_map(|other| {
            let difference = other.metrics.iter().find(|metric| metric.name == subject)?;
            Some(Row {
                words: other.name.clone(),
                value: difference.mean.value,
                sure: difference.mean.interval(),
                futures: Some([difference.spread[0], difference.spread[2]]),
                told: signed(context.model, metric, difference.mean),
            })
        })
        .collect();
    let name = format!("{}{}", words(context.model, metric), unit(context, metric));
    let title = match rows.as_slice() {
        [only] => format!("{}: {} changes {name} by {} on average", context.about.title, only.words, only.told),
        _ => format!("What each variant changes in {name}, against {base}"),
    };
    let subtitle = format!(
        "{}. Dot: average difference in the same futures; line: where it lies with 95 %; band: 9 of 10 futures, each variant with its own luck.",
        context.scope()
    );
    let ranges = Ranges { title, subtitle: &subtitle, quantity: quantity(context, metric), rows };
    draw(&Material { ranges: Some(ranges), ..Material::default() }, context, found.trials)
}

/// The bars of the inputs.
pub fn sensitivity(context: &Context, found: &Sensitivity) -> Pictures {
    let (model, metric) = (context.model, found.metric);
    let Some(first) = found.drivers.first() else { return Vec::new() };
    let short = |key: &str| brief(context, key);
    let at = |end: f64| value(model, metric, Known { value: end, ..found.typical });
    let bar = |driver: &crate::study::sensitivity::Driver| {
        let input = &model.inputs[driver.input];
        let unit = crate::scenario::keys::find(&input.key).map_or(Unit::None, |key| key.unit);
        let written = |value: f64| crate::output::screen::of_input(unit, value, input.dist.quantile(0.9) - input.dist.quantile(0.1));
        Bar { words: short(&input.key), low: driver.low, high: driver.high, inputs: driver.ends.map(written) }
    };
    let name = words(model, metric);
    let key = short(&model.inputs[first.input].key);
    let title = format!("{} moves {name} most: from {} to {}{}", sentence(&key), at(first.low), at(first.high), after(context, metric));
    let subtitle = format!(
        "{}. {} with one input at its 10th percentile (light) and at its 90th (dark), everything else as it falls.",
        context.scope(),
        sentence(&name)
    );
    let bars = found.drivers.iter().map(bar).collect();
    let tornado = Tornado { title, subtitle: &subtitle, quantity: quantity(context, metric), centre: found.typical.value, bars };
    draw(&Material { tornado: Some(tornado), ..Material::default() }, context, found.trials)
}

/// A curve over one key, a map over two.
pub fn sweep(context: &Context, keys: &[String], metric: ColumnId, found: &Sweep) -> Pictures {
    let (model, name) = (context.model, words(context.model, metric));
    let id = model.column_name(metric);
    let rows: Vec<&crate::summary::MetricSummary> = found.points.iter().filter_map(|point| point.summary.metric(&id)).collect();
    if rows.len() != found.points.len() {
        return Vec::new();
    }
    let mean = |place: usize| Known { value: rows[place].mean.value, se: rows[place].mean.se, freedom: f64::INFINITY };
    let best = found.best.map(|place| {
        let at = keys
            .iter()
            .zip(&found.points[place].at)
            .map(|(key, value)| format!("{} {}", key_value(key, *value), brief(context, key)))
            .collect::<Vec<_>>();
        format!(
            "{} is best at {}: {}{} on average",
            sentence(&name),
            at.join(" and "),
            value(model, metric, mean(place)),
            after(context, metric)
        )
    });
    let title = best.unwrap_or_else(|| format!("{} over {}", sentence(&name), keys.join(" and ")));
    let scope = context.scope();
    let subtitle = if keys.len() == 1 {
        format!("{scope}. Line: typical future; band: 9 of 10 futures; the same futures at every value.")
    } else {
        format!("{scope}. Mean in each cell; the same futures in all of them. The frame marks the best.")
    };
    if let [key] = keys {
        let spread = |row: &crate::summary::MetricSummary| {
            let [low, typical, high] = ["p05", "p50", "p95"].map(|id| row.percentile(id).value);
            Spread { low, typical, high, se: [None; 3] }
        };
        let points = found.points.iter().zip(&rows).map(|(point, row)| (point.at[0], spread(row))).collect();
        let mark = found.best.map(|place| (found.points[place].at[0], spread(rows[place]).typical, "best on average".to_owned()));
        let curve = Curve {
            title,
            subtitle: &subtitle,
            across: &brief(context, key),
            words: &name,
            band: ["1 in 20 is lower", "1 in 20 is higher"],
            quantity: quantity(context, metric),
            points,
            goal: None,
            mark,
        };
        return draw(&Material { curve: Some(curve), ..Material::default() }, context, found.trials);
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
    let [words_up, words_across] = [0, 1].map(|place: usize| brief(context, &keys[place]));
    let heat_map = HeatMap {
        title,
        subtitle: &subtitle,
        values: order.iter().map(|&place| mean(place).value).collect(),
        told: order.iter().map(|&place| value(model, metric, mean(place))).collect(),
        best: found.best.and_then(|best| order.iter().position(|&place| place == best)),
        across: (&words_across, across),
        up: (&words_up, up),
    };
    draw(&Material { heat_map: Some(heat_map), ..Material::default() }, context, found.trials)
}

/// The statistic over the range, with the goal and the answer.
pub fn solve(context: &Context, key: &str, wanted: &Goal, found: &Solution) -> Pictures {
    let model = context.model;
    let short = match wanted.statistic.of {
        Of::Mean => "mean",
        Of::Percentile(_) => "percentile",
        Of::Probability(_) => "chance",
    };
    let (crate::model::Bound::AtLeast(bound) | crate::model::Bound::AtMost(bound)) = wanted.bound;
    let title = match found.outcome {
        Outcome::Met(_) => format!("{} already", sentence(&goal(model, wanted))),
        Outcome::Reached { value, .. } => {
            format!("{} takes {} {}", sentence(&goal(model, wanted)), key_value(key, value.value), brief(context, key))
        }
        Outcome::Missed(best) => {
            format!("{} is out of reach: {} at best", sentence(&goal(model, wanted)), of_statistic(model, wanted.statistic, best.found))
        }
    };
    let subtitle = format!("{}. Band: what is known of it with 95 %; the same futures at every value.", context.scope());
    let spread = |known: Known| {
        let [low, high] = known.interval();
        Spread { low, typical: known.value, high, se: [None; 3] }
    };
    let points = found.seen.iter().map(|seen| (seen.at, Spread { ..spread(seen.found) })).collect();
    let mark = match found.outcome {
        Outcome::Reached { value, found } => Some((value.value, found.value, key_value(key, value.value))),
        _ => None,
    };
    let goal = Some((bound, of_statistic(model, wanted.statistic, Known::exact(bound))));
    let curve = Curve {
        title,
        subtitle: &subtitle,
        across: &brief(context, key),
        words: short,
        band: ["95 % sure", "95 % sure"],
        quantity: of(context, wanted.statistic),
        points,
        goal,
        mark,
    };
    draw(&Material { curve: Some(curve), ..Material::default() }, context, found.trials)
}

/// The best choice and those that cannot be told apart from it.
pub fn optimise(context: &Context, keys: &[String], wish: &Wish, found: &Optimum) -> Pictures {
    let optimise::Outcome::Found { best, ties, .. } = &found.outcome else { return Vec::new() };
    let name = statistic(context.model, wish.statistic);
    let at = |choice: &Choice| {
        keys.iter()
            .zip(&choice.values)
            .map(|(key, value)| format!("{} {}", key_value(key, *value), brief(context, key)))
            .collect::<Vec<_>>()
            .join(" and ")
    };
    let row = |choice: &Choice| Row {
        words: at(choice),
        value: choice.objective.value,
        sure: choice.objective.interval(),
        futures: None,
        told: of_statistic(context.model, wish.statistic, choice.objective),
    };
    let title = format!("{} is best at {}", sentence(&name), at(best));
    let subtitle = format!(
        "{}. The best choice and those that so many futures cannot tell apart from it; line: where the figure lies with 95 %.",
        context.scope()
    );
    let rows = std::iter::once(best).chain(ties).map(row).collect();
    let ranges = Ranges { title, subtitle: &subtitle, quantity: of(context, wish.statistic), rows };
    draw(&Material { ranges: Some(ranges), ..Material::default() }, context, found.trials)
}

/// What it is worth to know each input.
pub fn voi(context: &Context, metric: ColumnId, found: &Knowledge, ranked: &[Worth]) -> Pictures {
    let worth = |words: String, known: Known| Row {
        words,
        value: known.value,
        sure: known.interval().map(|end| end.max(0.0)),
        futures: None,
        told: value(context.model, metric, known),
    };
    let mut rows: Vec<Row> = ranked
        .iter()
        .filter(|row| row.evppi.value > 0.0)
        .take(10)
        .map(|row| worth(brief(context, &found.inputs[row.inputs[0]].0), row.evppi))
        .collect();
    let evpi = found.evpi();
    let Some(first) = rows.first() else { return Vec::new() };
    let title = format!("Measure {} first: knowing it is worth up to {}{}", first.words, first.told, after(context, metric));
    rows.push(worth("everything but luck".to_owned(), evpi));
    let subtitle = format!(
        "{}. What exact knowledge of an input would be worth for the decision, at most; line: where it lies with 95 %.",
        context.scope()
    );
    let ranges = Ranges { title, subtitle: &subtitle, quantity: quantity(context, metric), rows };
    draw(&Material { ranges: Some(ranges), ..Material::default() }, context, found.trials)
}
