//! What is told of exports.

use reachsim_data::analyse::{By, Caution, Means, Missing, Monitoring, Of, Remark, Step, Verdict};
use reachsim_data::shape::{Shape, Why};
use serde_json::{Value, json};

use super::parts::{
    Answered, by_name, engine, flag, joined, list, number, object, one_of, or_null, question,
    scenario, text, unit, whole,
};
use crate::output::json::forecast::percentiles;

pub const ANALYSE: Answered = Answered {
    name: "analyse",
    about: "what `reachsim analyse` prints: how exports were understood, and what they tell",
    id: "reachsim.analyse/1",
    members: analyse,
};

pub const CALIBRATE: Answered = Answered {
    name: "calibrate",
    about: "what `reachsim calibrate` prints: what a scenario learnt, and the text that says it",
    id: "reachsim.calibrate/1",
    members: calibrate,
};

fn calibrate() -> Value {
    let file = object(json!({
        "file": text("as it was named"),
        "hash": text("SHA-256 of its bytes"),
        "kind": text("kind of export"),
        "rows": whole("rows of data"),
        "used": whole("rows that are used"),
        "from": day("first day"),
        "to": day("last day"),
    }));
    let total = object(json!({
        "metric": text("as it was named"),
        "observed": number("what was counted"),
        "p05": number("5th percentile of what is now expected"),
        "p50": number("median"),
        "p95": number("95th percentile"),
        "tail": number("share of what is expected that lies below what was counted"),
    }));
    let tie = object(json!({
        "between": list("two keys", &text("a key")),
        "rank": number("their rank correlation"),
    }));
    let conflict = object(json!({
        "outside": list("totals outside what is expected", &text("a total")),
        "pair": or_null(&list("the two that fight most", &text("a total"))),
    }));
    let how = object(json!({
        "rhat": number("split R-hat of the draws"),
        "khat": number("k-hat of the bell around the mode"),
        "is_bell": flag("whether the density is near a bell"),
        "evaluations": whole("of the expected futures"),
        "mode_max_z": number("outermost normal score at the mode"),
        "tries": whole("most points that a step took"),
    }));
    let held = object(json!({
        "weeks": whole("weeks held out"),
        "held": whole("ranges that held"),
        "of": whole("ranges"),
        "skill": or_null(&number("1 - score over that of last week's value")),
    }));
    let asked = question(json!({
        "totals": list("totals that were given", &text("a metric")),
        "weeks": whole("weeks to come"),
    }));
    let answer = json!({
        "scenario": scenario(),
        "engine": engine(),
        "as_of": day("the first day to come"),
        "weeks": whole("weeks to come"),
        "files": list("exports", &file),
        "keys": list("what exports and totals tell of", &learnt()),
        "not_informed": list("uncertain keys of which nothing was learnt", &text("a key")),
        "counted_twice": list("keys whose belief was made from these very data", &text("a key")),
        "correlations": list("keys that go together now", &tie),
        "totals": list("what was counted, beside what is now expected", &total),
        "conflict": or_null(&conflict),
        "diagnostics": or_null(&how),
        "fragment": text("the scenario that has learnt, as TOML"),
        "fragment_error": or_null(&number("how far a forecast by the text is from one by what was learnt, over the width of its range")),
        "fragment_worst": or_null(&text("the metric of that")),
        "holdout": or_null(&held),
        "pooled": list("what three pages or more of a network have in common", &common()),
    });
    joined(asked, answer)
}

/// What pages have in common.
fn common() -> Value {
    let three = || {
        object(json!({
            "p05": number("5 % lie below"),
            "p50": number("half lie below"),
            "p95": number("95 % lie below"),
        }))
    };
    let page = object(json!({
        "community": text("its id"),
        "own": number("what its own data say"),
        "shrunken": number("what they say with the other pages beside them"),
    }));
    object(json!({
        "network": text("as the scenario calls it"),
        "key": text("as a network states it"),
        "mean": three(),
        "new": three(),
        "tau": number("standard deviation between pages, on the scale of the key"),
        "pages": list("those whose data tell of it", &page),
    }))
}

/// A key before and after.
fn learnt() -> Value {
    let three = || {
        object(json!({
            "p05": number("5th percentile"),
            "p50": number("median"),
            "p95": number("95th percentile"),
        }))
    };
    object(json!({
        "key": text("in full"),
        "unit": text("in which it is stated"),
        "prior": three(),
        "posterior": three(),
        "shrinkage": number("1 - width now over width before, on the key's scale"),
        "conflict": or_null(&number("the chance, before, of less than what the data say")),
        "undoubted_median": or_null(&number("median if the range were believed as it stands")),
        "n": whole("rows, or events"),
        "from": day("first day"),
        "to": day("last day"),
        "weight": number("how much they count"),
        "drift": or_null(&number("how far its level moves in four weeks, on its scale")),
        "informed": flag("whether it is written"),
        "by_totals": flag("whether totals tell of it"),
        "state": one_of("what becomes of it", &["informed", "silent", "measured", "stated", "held"]),
        "remarks": list("what should be known of the data", &text("an id")),
    }))
}

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
        "forecast": or_null(&forecast()),
    })
}

/// What a scenario had forecast, beside what came.
fn forecast() -> Value {
    let held = object(json!({
        "50": whole("weeks inside the 50 % range"),
        "80": whole("weeks inside the 80 % range"),
        "90": whole("weeks inside the 90 % range"),
    }));
    let mut week = json!({
        "from": text("its first day"),
        "came": number("what was counted; null where nobody knows"),
    });
    for (name, _) in percentiles(None) {
        week[name] = number("of what was forecast; null before the start");
    }
    let series = object(json!({
        "metric": text("as the scenario names it, or the mean reach of a post"),
        "unit": unit(),
        "weeks_told": whole("weeks from the start on of which it is known what came"),
        "held": held,
        "weeks": list("the weeks before the start, and those from it on", &object(week)),
    }));
    object(json!({
        "scenario": scenario(),
        "trials": whole("futures of which the forecast is made"),
        "series": list("what both know", &series),
    }))
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
