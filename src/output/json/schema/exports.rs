//! What is told of exports.

use reachsim_data::analyse::{By, Caution, Means, Missing, Monitoring, Of, Remark, Step, Verdict};
use reachsim_data::shape::{Shape, Why};
use serde_json::{Value, json};

use super::parts::{
    Answered, by_name, engine, flag, list, number, object, one_of, or_null, text, whole,
};

pub const ANALYSE: Answered = Answered {
    name: "analyse",
    about: "what `reachsim analyse` prints: how exports were understood, and what they tell",
    id: "reachsim.analyse/1",
    members: analyse,
};

fn analyse() -> Value {
    json!({
        "engine": engine(),
        "asked": object(json!({
            "by": or_null(&one_of("what was asked for", &By::ALL.map(By::id))),
            "files": list("as they were named", &text("a file, folder or pattern")),
        })),
        "from": or_null(&text("the first day of all rows")),
        "to": or_null(&text("the last day of all rows")),
        "zone": or_null(&text("in which hours and days are told; null where as written")),
        "files": list("a receipt for each file, or each block of one", &receipt()),
        "figures": by_name("by their ids; one that the files do not give is absent", &figure()),
        "by": or_null(&list("the first table of what was asked for", &row())),
        "groups": list("all that can be told", &groups()),
        "event": or_null(&event()),
        "odd": list("what a reader should look at", &facts()),
        "left_out": list("what no figure has", &facts()),
        "tasks": list("the seven tasks of monitoring", &task()),
        "weeks": list("from Mondays on", &week()),
    })
}

/// A table of names and values, of which each kind has its own.
fn facts() -> Value {
    json!({
        "type": "object",
        "required": ["kind"],
        "properties": { "kind": text("what it is") },
        "additionalProperties": true,
    })
}

fn day(about: &str) -> Value {
    or_null(&text(about))
}

fn receipt() -> Value {
    let runs = object(json!({ "from": text("first day"), "to": text("last day") }));
    object(json!({
        "file": text("as it was named"),
        "hash": text("SHA-256 of its bytes"),
        "sheet": or_null(&text("of a workbook")),
        "block": or_null(&text("title of a block, or path of a list")),
        "kind": text("kind of export"),
        "shape": one_of("what its rows are", &Shape::ALL.map(Shape::id)),
        "known_by": list("headings that it was known by", &text("a heading")),
        "encoding": text("of its letters"),
        "delimiter": or_null(&text("between cells")),
        "rows": whole("rows of data"),
        "used": whole("rows that are used"),
        "left_out": list("the others", &object(json!({
            "why": one_of("why", &Why::ALL.map(Why::id)),
            "rows": whole("how many"),
        }))),
        "from": day("first day"),
        "to": day("last day"),
        "gaps": list("days without a row", &runs),
        "zone": or_null(&text("in which its times were read")),
        "exported": day("when it was exported, as far as its name or rows say"),
        "columns": by_name("headings by their fields", &text("a heading")),
        "ignored": list("headings that are not used", &text("a heading")),
        "remarks": list("what should be known of it", &text("in words")),
    }))
}

fn beside() -> Value {
    object(json!({
        "value": number("the number"),
        "low": number("lower end at 95 %"),
        "high": number("upper end at 95 %"),
        "n": whole("of how many"),
    }))
}

fn ids<T: Copy>(all: &[T], id: fn(T) -> &'static str) -> Vec<&'static str> {
    all.iter().map(|each| id(*each)).collect()
}

fn figure() -> Value {
    object(json!({
        "value": number("the figure"),
        "low": number("lower end at 95 %; null where it has none"),
        "high": number("upper end at 95 %; null where it has none"),
        "n": whole("of how many"),
        "of": one_of("of what", &ids(Of::ALL, Of::id)),
        "unit": text("count, people, share, hours, ratio, money or times"),
        "mean_is": one_of("what kind of number it is", &ids(Means::ALL, Means::id)),
        "beside": by_name("what stands beside it", &beside()),
        "remarks": list("what must be said of it", &one_of("", &ids(Remark::ALL, Remark::id))),
    }))
}

fn row() -> Value {
    let share = object(json!({
        "value": number("share"),
        "low": number("lower end at 95 %"),
        "high": number("upper end at 95 %"),
    }));
    let tone = object(json!({
        "n": whole("messages with a tone"),
        "positive": share.clone(),
        "neutral": share.clone(),
        "negative": share,
    }));
    object(json!({
        "group": text("what it is called"),
        "count": or_null(&whole("how many")),
        "share": number("of all; null below five"),
        "low": number("lower end at 95 %"),
        "high": number("upper end at 95 %"),
        "tone": or_null(&tone),
        "reach": number("median reach of its posts"),
    }))
}

fn groups() -> Value {
    let rest = object(json!({ "groups": whole("not listed"), "count": whole("in them") }));
    let table = object(json!({
        "column": text("by what is counted"),
        "of": one_of("what is counted", &ids(Of::ALL, Of::id)),
        "total": whole("base of the shares"),
        "silent": whole("rows that say nothing here"),
        "overlaps": flag("whether one may be in several groups"),
        "rest": or_null(&rest),
        "rows": list("groups", &row()),
    }));
    object(
        json!({ "by": one_of("question", &By::ALL.map(By::id)), "tables": list("its tables", &table) }),
    )
}

fn event() -> Value {
    let sum = object(json!({
        "value": number("how many more or fewer"),
        "low": number("lower end at 95 %"),
        "high": number("upper end at 95 %"),
    }));
    let placebo = object(json!({ "rank": whole("1 the most unusual"), "places": whole("of all") }));
    object(json!({
        "series": text("what was counted"),
        "step": one_of("how long one count is", &ids(Step::ALL, Step::id)),
        "from": text("first day"),
        "to": day("last day; null where it lasts"),
        "before": whole("counts before"),
        "during": whole("counts during"),
        "after": whole("counts after"),
        "ratio": number("times what its own past would have it"),
        "low": number("lower end at 95 %"),
        "high": number("upper end at 95 %"),
        "sum": or_null(&sum),
        "placebo_rank": number("rank among windows of its length, as a share of them"),
        "placebo": or_null(&placebo),
        "lag1": number("autocorrelation of residuals at one step"),
        "verdict": one_of("what may be said", &ids(Verdict::ALL, Verdict::id)),
        "warnings": list("what must be said beside it", &one_of("", &ids(Caution::ALL, Caution::id))),
    }))
}

fn task() -> Value {
    let fact = object(json!({
        "name": text("of what it is"),
        "id": text("what it is"),
        "figure": figure(),
    }));
    object(json!({
        "task": one_of("which", &Monitoring::ALL.map(Monitoring::id)),
        "answered": flag("whether the files tell anything of it"),
        "figures": list("ids of its figures", &text("an id")),
        "facts": list("figures of its own", &fact),
        "missing": list("what would answer more", &one_of("", &ids(Missing::ALL, Missing::id))),
    }))
}

fn week() -> Value {
    let count = |about: &str| or_null(&whole(about));
    object(json!({
        "from": text("its Monday"),
        "is_whole": flag("whether all its days lie in the period"),
        "posts": count("posts"),
        "reach_per_post": number("median reach of its posts"),
        "messages": count("messages"),
        "questions": count("questions"),
        "answered": count("of these, answered ever"),
        "positive": count("positive messages"),
        "neutral": count("neutral messages"),
        "negative": count("negative messages"),
        "leads": count("leads"),
        "gained": number("followers gained"),
        "lost": number("followers lost"),
        "followers": number("followers at its end"),
    }))
}
