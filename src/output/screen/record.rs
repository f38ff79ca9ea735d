//! Forecasts on record, and how they did.

use reachsim_learn::ledger::{Forecast, Left, Resolved, Why};
use reachsim_learn::score::{Group, LEAST_RESOLVED, Width};

use super::layout::{self, LABEL, cut, pad, pad_left, width, wrap};
use crate::locale::Locale;
use crate::output::format::Format as _;
use crate::output::phrases::tame;
use crate::output::record::{Recorded, Scored, quantity, words};
use crate::output::words::{Words as _, say};

/// Columns of the words, and the column in which values end.
const WORDS: usize = 40;
const VALUE: usize = 52;

/// What was put on record, and how to say what came of it.
pub fn forecast(told: &Recorded) -> String {
    let locale = told.context.locale;
    let mut lines = vec![super::title(&told.context)];
    if let Some(first) = told.forecasts.first() {
        let head = say!(locale, "record-head", day = locale.date(first.as_of));
        lines.push(format!("{head}: {}", period(locale, first)));
    }
    lines.extend(told.forecasts.iter().flat_map(|made| {
        let [typical, range] = spread(locale, made);
        row(told.context.columns, [&words(locale, &made.metric), &typical, &format!("({range})")])
    }));
    if !told.left_out.is_empty() {
        let names: Vec<String> = told.left_out.iter().map(|id| words(locale, id)).collect();
        let text = say!(locale, "record-not-made", metrics = locale.listed(&names));
        lines.extend(wrap(&text, told.context.columns));
    }
    let label =
        |id: &str, text: &str| format!("{}{}", pad(&locale.say(id, &[]), LABEL), tame(text));
    lines.push(label("record-ledger", told.ledger));
    if let Some(made) = told.forecasts.first() {
        let command = format!(
            "reachsim score {} --outcome '{} = .. from {} to {}' --write",
            told.ledger, made.metric, made.from, made.to
        );
        lines.extend(layout::labelled(
            &say!(locale, "next-label"),
            &command,
            2,
            told.context.columns,
        ));
    }
    layout::text(&lines)
}

/// How the forecasts of a ledger did.
pub fn score(told: &Scored) -> String {
    let Scored { judged, locale, columns, .. } = *told;
    let mut lines = vec![title(told)];
    lines.extend(new(told));
    lines.extend(left(told));
    if judged.questions == 0 {
        lines.push(say!(locale, "record-nothing"));
    } else {
        lines.push(say!(locale, "record-questions", n = judged.questions as u64));
        lines.extend(held(told));
        lines.extend(scores(told));
        lines.extend(chances(told));
        lines.extend(wrap(&wide(locale, judged.width), columns));
        lines.push(say!(locale, "record-metrics"));
        lines.extend(judged.metrics.iter().flat_map(|of| {
            let score = locale.amount(quantity(&of.metric), of.crps, None);
            let note = match of.skill {
                Some(skill) => say!(
                    locale,
                    "record-metric-skill",
                    score = score,
                    skill = locale.share(skill, None)
                ),
                None => say!(locale, "record-metric", score = score),
            };
            let held = of_all(locale, of.held, of.questions);
            row(columns, [&words(locale, &of.metric), &held, &note])
        }));
    }
    if !told.resolved.is_empty() {
        lines.push(if told.is_written {
            say!(locale, "record-written", ledger = tame(told.ledger))
        } else {
            say!(locale, "record-not-written")
        });
    }
    layout::text(&lines)
}

fn title(told: &Scored) -> String {
    let Scored { judged, locale, columns, .. } = *told;
    let name =
        say!(locale, "record-title", ledger = tame(told.ledger), entries = judged.entries as u64);
    let (resolved, open) = (judged.resolved as u64, judged.open as u64);
    let counts = if judged.unknown > 0 {
        let unknown = judged.unknown as u64;
        say!(locale, "record-counts-unknown", resolved = resolved, open = open, unknown = unknown)
    } else {
        say!(locale, "record-counts", resolved = resolved, open = open)
    };
    if width(&name) + 2 + width(&counts) <= columns {
        return layout::ends(&name, &counts, columns);
    }
    format!("{}\n{}", cut(&name, columns), wrap(&counts, columns).join("\n"))
}

/// What became known by this command, beside what was forecast.
fn new(told: &Scored) -> Vec<String> {
    let locale = told.locale;
    if told.resolved.is_empty() {
        return Vec::new();
    }
    let line = |found: &Resolved| {
        let made = &found.forecast;
        let name = format!("{}, {}", words(locale, &made.metric), period(locale, made));
        let Some(value) = found.outcome.value else {
            return row(told.columns, [&name, "", &say!(locale, "record-unknown")]);
        };
        let [typical, range] = spread(locale, made);
        let note = if value < made.quantile(0.05) {
            say!(locale, "record-below", typical = typical, range = range)
        } else if value > made.quantile(0.95) {
            say!(locale, "record-above", typical = typical, range = range)
        } else {
            say!(locale, "record-inside", typical = typical, range = range)
        };
        row(told.columns, [&name, &locale.amount(quantity(&made.metric), value, Some(0.0)), &note])
    };
    let head = std::iter::once(say!(locale, "record-new"));
    let all: Vec<&Forecast> = told.resolved.iter().map(|found| &found.forecast).collect();
    let last = told.resolved.iter().enumerate().filter(|(place, _)| is_last(&all, *place));
    head.chain(last.flat_map(|(_, found)| line(found))).collect()
}

/// What the exports do not tell, and why.
fn left(told: &Scored) -> Vec<String> {
    let locale = told.locale;
    if told.left.is_empty() {
        return Vec::new();
    }
    let line = |left: &Left| {
        let why = match left.why {
            Why::NotShown => say!(locale, "record-left-not-shown"),
            Why::NotCovered => say!(locale, "record-left-not-covered"),
            Why::NotGiven => say!(locale, "record-left-not-given"),
        };
        let made = &left.forecast;
        let name = format!("{}, {}", words(locale, &made.metric), period(locale, made));
        let lines = wrap(&format!("{name}: {why}"), told.columns - 2);
        lines.into_iter().map(|line| format!("  {line}")).collect::<Vec<_>>()
    };
    let head = std::iter::once(say!(locale, "record-left"));
    let all: Vec<&Forecast> = told.left.iter().map(|left| &left.forecast).collect();
    let last = told.left.iter().enumerate().filter(|(place, _)| is_last(&all, *place));
    head.chain(last.flat_map(|(_, left)| line(left))).collect()
}

/// Whether no later one of some forecasts is of the same metric and period.
fn is_last(all: &[&Forecast], place: usize) -> bool {
    let key = |made: &Forecast| (made.metric.clone(), made.from, made.to);
    all[place + 1..].iter().all(|later| key(later) != key(all[place]))
}

/// How many outcomes lay within their ranges.
fn held(told: &Scored) -> Vec<String> {
    let Scored { judged, locale, columns, .. } = *told;
    let ranges = reachsim_learn::ledger::CENTRAL.iter().zip(&judged.coverage);
    let mut lines: Vec<String> = ranges
        .flat_map(|((level, _), found)| {
            let share = locale.share(f64::from(*level) / 100.0, Some(0.0));
            let name = say!(locale, "record-range", share = share);
            // Shares of few are counts.
            let note = if found.of < LEAST_RESOLVED {
                String::new()
            } else {
                let ends = [found.share.low, found.share.high].map(|end| locale.share(end, None));
                let value = locale.share(found.share.value, None);
                format!("{value} ({})", locale.between(&ends[0], &ends[1]))
            };
            row(columns, [&name, &of_all(locale, found.held, found.of), &note])
        })
        .collect();
    let outside = judged.questions - judged.coverage[2].held;
    if outside > 0 {
        let count = |share: f64| (share * judged.questions as f64).round() as u64;
        let sides = say!(
            locale,
            "record-missed-sides",
            below = count(judged.misses.below),
            above = count(judged.misses.above)
        );
        let all = of_all(locale, outside, judged.questions);
        lines.extend(row(columns, [&say!(locale, "record-missed"), &all, &sides]));
    }
    lines
}

/// Scores, and what they are better than.
fn scores(told: &Scored) -> Vec<String> {
    let Scored { judged, locale, columns, .. } = *told;
    let mut lines = Vec::new();
    if let Some(score) = judged.crps {
        let note = say!(locale, "record-score-note");
        let value = locale.share(score, None);
        lines.extend(row(columns, [&say!(locale, "record-score"), &value, &note]));
    }
    if let Some(skill) = judged.skill {
        let id = if skill < 0.0 { "record-skill-worse" } else { "record-skill" };
        lines.extend(row(columns, [&locale.say(id, &[]), &locale.share(skill.abs(), None), ""]));
    }
    lines
}

/// Probabilities of targets against how often they were met.
fn chances(told: &Scored) -> Vec<String> {
    let Scored { judged, locale, columns, .. } = *told;
    let Some(parts) = judged.brier else { return Vec::new() };
    let number = |value: f64| locale.plain(value, 3);
    let note = say!(
        locale,
        "record-brier-parts",
        reliability = number(parts.reliability),
        resolution = number(parts.resolution),
        uncertainty = number(parts.uncertainty)
    );
    let mut lines = row(columns, [&say!(locale, "record-brier"), &number(parts.score), &note]);
    lines.push(say!(locale, "record-chances"));
    let line = |group: &Group| {
        let share = |value: f64| locale.share(value, None);
        let name = say!(locale, "record-chance", said = share(group.mean));
        let note = say!(
            locale,
            "record-chance-bar",
            happened = group.happened as u64,
            all = group.of as u64,
            range = locale.between(&share(group.low), &share(group.high))
        );
        row(columns, [&name, &share(group.share), &note])
    };
    lines.extend(judged.chances.iter().flat_map(line));
    lines
}

/// How wide ranges ought to be.
fn wide(locale: Locale, found: Option<Width>) -> String {
    let Some(Width { value, low, high }) = found else {
        return say!(locale, "record-width-few", least = LEAST_RESOLVED as u64);
    };
    let factor = |value: f64| locale.plain(value, 1);
    if !value.is_finite() {
        return say!(locale, "record-width-never");
    }
    if high.is_finite() {
        let range = locale.between(&factor(low), &factor(high));
        return say!(locale, "record-width", factor = factor(value), range = range);
    }
    say!(locale, "record-width-open", factor = factor(value), low = factor(low))
}

fn of_all(locale: Locale, held: usize, all: usize) -> String {
    say!(locale, "record-of", held = held as u64, all = all as u64)
}

/// The median, and the range of nine of ten futures.
fn spread(locale: Locale, made: &Forecast) -> [String; 2] {
    let at = |level: f64| (made.quantile(level), None);
    let [low, typical, high] = locale.spread(quantity(&made.metric), [at(0.05), at(0.5), at(0.95)]);
    let range = if low == high { low } else { locale.between(&low, &high) };
    [typical, range]
}

fn period(locale: Locale, made: &Forecast) -> String {
    locale.between(&locale.date(made.from), &locale.date(made.to))
}

/// Words, a value, and a note that goes on below itself.
fn row(columns: usize, [name, value, note]: [&str; 3]) -> Vec<String> {
    let mut lines = Vec::new();
    let front = format!("  {}", pad(name, WORDS - 2));
    let room = VALUE.saturating_sub(width(&front));
    let mut front = if width(value) <= room {
        format!("{front}{}", pad_left(value, room))
    } else {
        lines.push(format!("  {name}"));
        pad_left(value, VALUE)
    };
    for line in wrap(note, columns.saturating_sub(VALUE + 2)) {
        lines.push(format!("{}  {line}", pad(&front, VALUE)).trim_end().to_owned());
        front = String::new();
    }
    if !front.trim().is_empty() {
        lines.push(front.trim_end().to_owned());
    }
    lines
}
