//! From a friend graph to its pictures.

use super::maker::{Pictures, drawn};
use crate::estimate::Estimate;
use crate::graph::counts::MOST;
use crate::output::charts::{Column, Columns, Line, Lines, Style};
use crate::output::draw::{Svg, Theme};
use crate::output::format::Format as _;
use crate::output::format::{Locale, Quantity};
use crate::output::graph::{Findings, kind, sight};
use crate::output::look::Look;
use crate::output::phrases::number;
use crate::output::words::Words as _;
use crate::output::words::say;
use crate::scenario::theme::Theme as Wanted;

/// Every chart of the findings, in the look of the program.
pub fn pictures(found: &Findings) -> Vec<(&'static str, Svg)> {
    let locale = found.settings.locale;
    let theme: Theme = Look::of(&Wanted::default()).theme(locale);
    let mut pictures = Pictures::default();
    pictures.add("graph-reach", reach(found));
    pictures.add("graph-frequency", frequency(found));
    pictures.add("graph-degrees", degrees(found));
    pictures.add("graph-cascades", cascades(found));
    drawn(&pictures.0, &stamp(found), &theme)
}

fn stamp(found: &Findings) -> String {
    let settings = &found.settings;
    let seed = settings.seed.to_string();
    match &settings.hash {
        Some(hash) => {
            say!(
                settings.locale,
                "graph-stamp-file",
                network = settings.network.as_str(),
                hash = &hash[..hash.len().min(12)],
                seed = seed
            )
        }
        None => {
            say!(settings.locale, "graph-stamp", network = settings.network.as_str(), seed = seed)
        }
    }
}

fn scope(found: &Findings) -> String {
    let locale = found.settings.locale;
    say!(
        locale,
        "graph-scope",
        network = found.settings.network.as_str(),
        people = locale.number(found.survey.people as f64, Some(0.0))
    )
}

fn share(locale: Locale, found: &Findings) -> String {
    locale.share(found.settings.feed.visibility, Some(0.0))
}

/// Different people over the number of askers.
fn reach(found: &Findings) -> Option<Lines> {
    let locale = found.settings.locale;
    let last = found.survey.curve.last().filter(|_| found.survey.curve.len() > 1)?;
    let again = 1.0 - last.reach / last.impressions;
    let line = |id: &str, style: Style, y: &dyn Fn(&crate::graph::fit::Point) -> f64| Line {
        name: locale.say(id, &[]),
        style,
        points: found.survey.curve.iter().map(|point| (point.askers, y(point))).collect(),
    };
    let mut lines = vec![line("graph-line-measured", Style::Dotted, &|point| point.reach)];
    if let Some(fit) = found.survey.fit {
        lines.push(line("graph-line-closed", Style::Accent, &|point| {
            fit.reach(found.survey.people as f64, point.impressions)
        }));
    }
    lines.push(line("graph-line-apart", Style::Quiet, &|point| point.impressions));
    let (askers, people) =
        (locale.number(last.askers, Some(0.0)), number(locale, Estimate::new(last.reach, last.se)));
    let title = if again < 0.005 {
        say!(locale, "graph-reach-title-apart", askers = askers, people = people)
    } else {
        say!(
            locale,
            "graph-reach-title",
            askers = askers,
            people = people,
            again = locale.share(again, None)
        )
    };
    Some(Lines {
        title,
        subtitle: say!(
            locale,
            "graph-reach-subtitle",
            kind = sight(found.settings.tie),
            scope = scope(found),
            share = share(locale, found)
        ),
        across: say!(locale, "graph-across-askers"),
        upward: say!(locale, "graph-upward-people"),
        quantity: Quantity::Number,
        lines,
        marks: Vec::new(),
    })
}

/// People by the number of posts that they see.
fn frequency(found: &Findings) -> Option<Columns> {
    let locale = found.settings.locale;
    let counts = &found.survey.measured.mean.frequency;
    let reach = counts[0];
    if reach <= 0.0 {
        return None;
    }
    // The last class is open, and none but the first two is empty.
    let last = (2..MOST).find(|least| counts[*least] < 0.002 * reach).unwrap_or(MOST).max(2);
    let column = |times: usize| {
        let is_last = times == last;
        let value = if is_last {
            counts[times - 1]
        } else {
            counts[times - 1] - counts.get(times).copied().unwrap_or(0.0)
        };
        let name = if is_last {
            say!(locale, "frequency-or-more", number = locale.number(times as f64, Some(0.0)))
        } else {
            locale.number(times as f64, Some(0.0))
        };
        let told =
            number(locale, Estimate::new(value, found.survey.measured.se.frequency[times - 1]));
        Column { name, value, told, share: locale.share(value / reach, None), is_meant: times > 1 }
    };
    let again = counts[1] / reach;
    Some(Columns {
        title: say!(
            locale,
            "graph-frequency-title",
            share = locale.share(again, None),
            people = number(locale, found.survey.measured.reach())
        ),
        subtitle: say!(
            locale,
            "graph-frequency-subtitle",
            kind = sight(found.settings.tie),
            scope = scope(found),
            share = share(locale, found)
        ),
        across: say!(locale, "graph-across-posts"),
        words: say!(locale, "graph-upward-people"),
        columns: (1..=last).map(column).collect(),
    })
}

/// Shares of the people with so many friends or more.
fn degrees(found: &Findings) -> Option<Lines> {
    let locale = found.settings.locale;
    let degrees = &found.survey.degrees;
    let of = kind(found.settings.tie);
    let all = degrees.people();
    let mut above = all;
    let mut points: Vec<(f64, f64)> = Vec::new();
    for (friends, people) in degrees.rows() {
        if *friends > 0 {
            points.push((*friends as f64, above / all));
        }
        above -= *people as f64;
    }
    if points.len() < 2 {
        return None;
    }
    let (mean, friend) = (degrees.mean(), degrees.of_a_friend());
    let number = |value: f64| locale.number(value, None);
    Some(Lines {
        title: say!(
            locale,
            "graph-degrees-title",
            kind = of,
            mean = number(mean),
            friend = number(friend)
        ),
        subtitle: say!(locale, "graph-degrees-subtitle", kind = of, scope = scope(found)),
        across: say!(locale, "graph-across-friends", kind = of),
        upward: say!(locale, "graph-upward-share"),
        quantity: Quantity::Share,
        lines: vec![Line {
            name: say!(locale, "graph-line-people"),
            style: Style::Main,
            points: thinned(points),
        }],
        marks: vec![
            (mean, say!(locale, "graph-mark-mean", number = number(mean))),
            (friend, say!(locale, "graph-mark-friend", kind = of, number = number(friend))),
        ],
    })
}

/// Shares of the posts that reach so many people or more.
fn cascades(found: &Findings) -> Option<Lines> {
    let locale = found.settings.locale;
    let sizes = &found.survey.cascades;
    let all = sizes.len() as f64;
    let mut points: Vec<(f64, f64)> = Vec::new();
    for run in sizes.chunk_by(|a, b| a == b) {
        let below = sizes.partition_point(|size| *size < run[0]);
        if run[0] > 0 {
            points.push((run[0] as f64, (all - below as f64) / all));
        }
    }
    if points.len() < 2 {
        return None;
    }
    let mean = sizes.iter().map(|size| *size as f64).sum::<f64>() / all;
    let largest = sizes.get((0.99 * all) as usize).copied().unwrap_or(0);
    Some(Lines {
        title: say!(
            locale,
            "graph-cascades-title",
            mean = locale.number(mean, None),
            largest = locale.number(largest as f64, None)
        ),
        subtitle: say!(
            locale,
            "graph-cascades-subtitle",
            scope = scope(found),
            n = locale.number(all, Some(0.0))
        ),
        across: say!(locale, "graph-across-reached"),
        upward: say!(locale, "graph-upward-posts"),
        quantity: Quantity::Share,
        lines: vec![Line {
            name: say!(locale, "graph-line-posts"),
            style: Style::Main,
            points: thinned(points),
        }],
        marks: vec![(mean, say!(locale, "graph-mark-mean", number = locale.number(mean, None)))],
    })
}

/// As many points as an eye can tell apart on an axis of powers of ten, the last among them.
fn thinned(points: Vec<(f64, f64)>) -> Vec<(f64, f64)> {
    const APART: f64 = 1.01;
    let last = points.last().copied();
    let mut kept: Vec<(f64, f64)> = Vec::new();
    for point in points {
        if kept.last().is_none_or(|(x, _)| point.0 >= APART * x) {
            kept.push(point);
        }
    }
    if let Some(last) = last.filter(|last| kept.last() != Some(last)) {
        kept.push(last);
    }
    kept
}
