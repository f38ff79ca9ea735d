//! What the studies of a decision print.

use serde_json::{Value, json};

use super::parts::{
    Answered, flag, head, joined, list, number, object, one_of, or_null, se, share, text, unit,
    whole,
};

pub const BREAK_EVEN: Answered = Answered {
    name: "break-even",
    about: "what `reachsim break-even` prints: what must be true for a goal to be met",
    id: "reachsim.break-even/1",
    members: break_even,
};

pub const WHERE: Answered = Answered {
    name: "where",
    about: "what `reachsim run --where` prints: the futures in which something happens",
    id: "reachsim.where/1",
    members: condition,
};

pub const STORY: Answered = Answered {
    name: "story",
    about: "what `reachsim run --story` prints: one future in words, week by week",
    id: "reachsim.story/1",
    members: story,
};

fn story() -> Value {
    let kinds = &["typical", "bad", "good", "number"];
    let unusual = object(json!({
        "key": text("an uncertain key"),
        "value": number("its value in this future"),
        "percentile": share("share of what is believed that lies below it"),
    }));
    let week = object(json!({
        "week": whole("which week it is, counted from 0"),
        "words": text("what happens in it"),
    }));
    let asked = object(json!({
        "story": one_of("which future is told", kinds),
        "metric": text("the metric by which it is chosen"),
        "unit": unit(),
    }));
    let answer = json!({
        "trial": whole("which future it is, counted from 0, as `--trial` takes it"),
        "kind": one_of("the same", kinds),
        "locale": text("the language of the words"),
        "value": number("the metric in it"),
        "words": text("which future it is, and how it ends"),
        "unusual": list("keys outside of nine tenths of what is believed, the strangest first",
            &unusual),
        "weeks": list("its weeks; none where the file has formulas alone", &week),
    });
    joined(joined(json!({ "question": asked }), head()), answer)
}

fn condition() -> Value {
    let median = object(json!({ "p50": number("the median") }));
    let input = object(json!({
        "key": text("an uncertain key"),
        "all": median.clone(),
        "here": median,
        "shift": number("its mean rank in these futures among all of them, less one half"),
        "se": se("the shift"),
        "sure": flag("whether so much is more than chance"),
    }));
    let story = or_null(&object(json!({
        "trial": whole("which future it is, counted from 0, as `--trial` takes it"),
        "value": number("the metric in it"),
    })));
    let asked = object(json!({
        "metric": text("the metric of the condition"),
        "unit": unit(),
        "condition": text("what has to hold, such as `profit < 0`"),
    }));
    let answer = json!({
        "condition": text("the same"),
        "futures": whole("futures in which it holds"),
        "share": share("their share of all"),
        "se": se("the share"),
        "inputs": list("uncertain keys, that which differs most first; none where it always or \
            never holds", &input),
        "typical": story.clone(),
        "farthest": story,
    });
    joined(joined(json!({ "question": asked }), head()), answer)
}

fn break_even() -> Value {
    let sides = &["at least", "at most"];
    let key = object(json!({
        "key": text("an uncertain key"),
        "unit": text("in what its values are"),
        "now": number("its median"),
        "low": number("its 5th percentile"),
        "high": number("its 95th percentile"),
        "value": number("its value at which the goal is just met; null where it is all over its \
            range, or nowhere"),
        "se": se("the value"),
        "side": or_null(&one_of("on which side of the value the goal is met", sides)),
        "percentile": share("share of its own belief that lies below the value"),
        "reached": flag("whether the goal is met anywhere within its range"),
        "at_low": number("the statistic of the goal at its 5th percentile"),
        "at_high": number("the statistic at its 95th percentile"),
    }));
    let mut pair = list("a value of the first key and of the second", &number("a value"));
    pair["minItems"] = json!(2);
    pair["maxItems"] = json!(2);
    let asked = object(json!({
        "metric": text("the metric that is asked about"),
        "unit": unit(),
        "goal": text("what is to be reached, such as `profit >= 0 @ 0.5`"),
    }));
    let answer = json!({
        "goal": text("the same"),
        "statistic": number("the statistic of the goal as things stand"),
        "se": se("the statistic"),
        "keys": list("uncertain keys that move it, the strongest first", &key),
        "idle": list("uncertain keys that do not", &text("a key")),
        "frontier": list("pairs at which the two strongest just meet it together", &pair),
        "frontier_keys": list("these two", &text("a key")),
        "frontier_side": or_null(&one_of("on which side of the second value it is met", sides)),
        "frontier_futures": or_null(&whole("futures of each point of it")),
    });
    joined(joined(json!({ "question": asked }), head()), answer)
}
