//! `reachsim.analyse/1`.

use jiff::civil::{Date, date};
use reachsim_data::analyse::{
    Analysis, By, Change, Figure, Group, Grouped, LeftOut, Odd, Row, Table, Task, Unit,
};
use reachsim_data::shape::Receipt;
use serde_json::{Map, Value, json};

use super::{engine_of, forecast};
use crate::output::analysis::Told;
use crate::output::words::Words as _;

/// The whole answer.
pub fn analysis(told: &Told) -> Value {
    let Analysis { figures, groups, change, odd, left_out, tasks, period, .. } = told.analysis;
    let figures: Map<String, Value> =
        figures.iter().map(|figure| (figure.id.to_owned(), self::figure(figure))).collect();
    let shown = told.by.and_then(|by| groups.iter().find(|group| group.by == by));
    json!({
        "schema": "reachsim.analyse/1",
        "engine": engine_of(),
        "asked": { "by": told.by.map(By::id), "files": told.files },
        "from": period.map(|(from, _)| day(from)),
        "to": period.map(|(_, to)| day(to)),
        "zone": told.zone(),
        "files": told.receipts().map(|made| receipt(told, made)).collect::<Vec<_>>(),
        "figures": figures,
        "by": shown.and_then(|shown| shown.tables.first()).map(rows),
        "groups": groups.iter().map(grouped).collect::<Vec<_>>(),
        "event": change.as_ref().map(event),
        "odd": odd.iter().map(self::odd).collect::<Vec<_>>(),
        "left_out": left_out.iter().map(self::left_out).collect::<Vec<_>>(),
        "tasks": tasks.iter().map(task).collect::<Vec<_>>(),
        "weeks": weeks(told.analysis),
        "forecast": told.forecast.as_ref().map(forecast::forecast),
    })
}

/// A day of so many days since 1970; what lies beyond the calendar is its end.
pub fn civil(days: i32) -> Date {
    date(1970, 1, 1).saturating_add(jiff::Span::new().days(days))
}

fn day(days: i32) -> String {
    civil(days).to_string()
}

fn receipt(told: &Told, receipt: &Receipt) -> Value {
    let left_out =
        receipt.left_out.iter().map(|(why, rows)| json!({ "why": why.id(), "rows": rows }));
    let mut columns = Map::new();
    for (field, heading) in &receipt.columns {
        columns.entry(field.clone()).or_insert_with(|| json!(heading));
    }
    let gaps = receipt.gaps.iter().map(|&(from, to)| json!({ "from": day(from), "to": day(to) }));
    json!({
        "file": receipt.file,
        "hash": receipt.hash,
        "sheet": receipt.sheet,
        "block": receipt.block,
        "kind": receipt.kind,
        "shape": receipt.shape.id(),
        "known_by": receipt.known_by,
        "encoding": receipt.encoding,
        "delimiter": receipt.delimiter.map(String::from),
        "rows": receipt.rows,
        "used": receipt.used,
        "left_out": left_out.collect::<Vec<_>>(),
        "from": receipt.from.map(day),
        "to": receipt.to.map(day),
        "gaps": gaps.collect::<Vec<_>>(),
        "zone": receipt.zone,
        "exported": receipt.exported.map(day),
        "columns": columns,
        "ignored": receipt.ignored,
        "remarks": receipt.remarks.iter().map(|said| told.locale.message(said)).collect::<Vec<_>>(),
    })
}

fn figure(figure: &Figure) -> Value {
    let beside: Map<String, Value> = figure
        .beside
        .iter()
        .map(|beside| {
            let value = json!({
                "value": beside.value, "low": beside.low, "high": beside.high, "n": beside.n,
            });
            (beside.what.id().to_owned(), value)
        })
        .collect();
    json!({
        "value": figure.value,
        "low": figure.low,
        "high": figure.high,
        "n": figure.n,
        "of": figure.of.id(),
        "unit": unit(&figure.unit),
        "mean_is": figure.means.id(),
        "beside": beside,
        "remarks": figure.remarks.iter().map(|remark| remark.id()).collect::<Vec<_>>(),
    })
}

/// The id of a unit, as the other answers call it.
pub fn unit(unit: &Unit) -> &'static str {
    match unit {
        Unit::Count => "count",
        Unit::People => "people",
        Unit::Share => "share",
        Unit::Hours => "hours",
        Unit::Ratio => "ratio",
        Unit::Money(_) => "money",
        Unit::Times => "times",
    }
}

/// What a group is called in answers for programs.
pub fn group(group: &Group) -> String {
    match group {
        Group::Name(name) | Group::Code(name) => name.clone(),
        Group::Author(place) => format!("author-{place}"),
        Group::Role(role) => role.id().to_owned(),
        Group::Hour(hour) => format!("{hour:02}"),
        Group::Weekday(day) => day.to_string(),
        Group::NoCode => "none".to_owned(),
        Group::SeveralCodes => "several".to_owned(),
        Group::Size(from, Some(to)) => format!("{from}..{to}"),
        Group::Size(from, None) => format!("{from}.."),
    }
}

fn rows(table: &Table) -> Value {
    let row = |row: &Row| {
        let tone = row.tone.as_ref().map(|tone| {
            let share = |place: usize| {
                let [value, low, high] = tone.shares[place];
                json!({ "value": value, "low": low, "high": high })
            };
            json!({ "n": tone.n, "positive": share(0), "neutral": share(1), "negative": share(2) })
        });
        json!({
            "group": group(&row.group),
            "count": row.count,
            "share": row.share,
            "low": row.low,
            "high": row.high,
            "tone": tone,
            "reach": row.reach,
        })
    };
    json!(table.rows.iter().map(row).collect::<Vec<_>>())
}

fn grouped(grouped: &Grouped) -> Value {
    let table = |table: &Table| {
        json!({
            "column": table.column.id(),
            "of": table.of.id(),
            "total": table.total,
            "silent": table.silent,
            "overlaps": table.overlaps,
            "rest": table.rest.map(|(groups, count)| json!({ "groups": groups, "count": count })),
            "rows": rows(table),
        })
    };
    json!({
        "by": grouped.by.id(),
        "tables": grouped.tables.iter().map(table).collect::<Vec<_>>(),
    })
}

fn event(change: &Change) -> Value {
    json!({
        "series": change.series.id(),
        "step": change.step.id(),
        "from": day(change.from),
        "to": change.to.map(day),
        "before": change.before,
        "during": change.during,
        "after": change.after,
        "ratio": change.ratio,
        "low": change.low,
        "high": change.high,
        "sum": change.sum.map(|sum| json!({ "value": sum.value, "low": sum.low, "high": sum.high })),
        "placebo_rank": change.placebo.map(|(rank, places)| f64::from(rank) / f64::from(places)),
        "placebo": change.placebo.map(|(rank, places)| json!({ "rank": rank, "places": places })),
        "lag1": change.lag1,
        "verdict": change.verdict.id(),
        "warnings": change.warnings.iter().map(|warning| warning.id()).collect::<Vec<_>>(),
    })
}

fn odd(odd: &Odd) -> Value {
    match odd {
        Odd::Burst { series, from, to, count, usual, limit } => json!({
            "kind": "burst", "series": series.id(), "from": day(*from), "to": day(*to),
            "count": count, "usual": usual, "limit": limit,
        }),
        Odd::Gap { receipt, runs, days, longest: (from, to) } => json!({
            "kind": "gap", "file": receipt, "runs": runs, "days": days,
            "longest": { "from": day(*from), "to": day(*to) },
        }),
        Odd::FarReach { receipt, line, day: at, reach, median } => json!({
            "kind": "far-reach", "file": receipt, "line": line, "day": at.map(day),
            "reach": reach, "median": median,
        }),
        Odd::SameText { times, authors, from, to, example: (receipt, line) } => json!({
            "kind": "same-text", "times": times, "authors": authors, "from": from.map(day),
            "to": to.map(day), "file": receipt, "line": line,
        }),
        Odd::PaidUnknown { posts } => json!({ "kind": "paid-unknown", "posts": posts }),
        Odd::Zones { zones } => json!({ "kind": "zones", "zones": zones }),
        Odd::ExportDays { days } => json!({
            "kind": "export-days", "days": days.iter().map(|days| day(*days)).collect::<Vec<_>>(),
        }),
        Odd::EndsEarly { receipt, last, others } => json!({
            "kind": "ends-early", "file": receipt, "last": day(*last), "others": day(*others),
        }),
    }
}

fn left_out(left: &LeftOut) -> Value {
    match left {
        LeftOut::YoungPosts { posts, days, exported, assumed } => json!({
            "kind": "young-posts", "rows": posts, "days": days, "exported": day(*exported),
            "assumed": assumed,
        }),
        LeftOut::PostsWithoutDay { posts } => json!({ "kind": "posts-without-day", "rows": posts }),
        LeftOut::PostsWithoutReach { posts } => {
            json!({ "kind": "posts-without-reach", "rows": posts })
        }
        LeftOut::DailyUniques { days } => json!({ "kind": "daily-uniques", "rows": days }),
        LeftOut::Overlapping { rows } => json!({ "kind": "overlapping", "rows": rows }),
        LeftOut::AnswersWithoutQuestion { answers } => {
            json!({ "kind": "answers-without-question", "rows": answers })
        }
        LeftOut::BusinessHours { tickets } => json!({ "kind": "business-hours", "rows": tickets }),
        LeftOut::WithoutTime { rows } => json!({ "kind": "without-time", "rows": rows }),
        LeftOut::WithoutTone { messages } => json!({ "kind": "without-tone", "rows": messages }),
        LeftOut::OtherCurrencies { leads } => json!({ "kind": "other-currencies", "rows": leads }),
    }
}

fn task(task: &Task) -> Value {
    let fact = |(name, fact): &(String, Figure)| json!({ "name": name, "id": fact.id, "figure": figure(fact) });
    let facts = task.facts.iter().map(fact);
    json!({
        "task": task.task.id(),
        "answered": !task.figures.is_empty() || !task.facts.is_empty(),
        "figures": task.figures,
        "facts": facts.collect::<Vec<_>>(),
        "missing": task.missing.iter().map(|missing| missing.id()).collect::<Vec<_>>(),
    })
}

fn weeks(analysis: &Analysis) -> Value {
    let week = |week: &reachsim_data::analyse::Week| {
        json!({
            "from": day(week.from),
            "is_whole": week.is_whole,
            "posts": week.posts,
            "reach_per_post": week.reach_per_post,
            "messages": week.messages,
            "questions": week.questions,
            "answered": week.answered,
            "positive": week.positive,
            "neutral": week.neutral,
            "negative": week.negative,
            "leads": week.leads,
            "gained": week.gained,
            "lost": week.lost,
            "followers": week.followers,
        })
    };
    json!(analysis.weeks.iter().map(week).collect::<Vec<_>>())
}
