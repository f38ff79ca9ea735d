//! What the studies of a decision print.

use serde_json::{Value, json};

use super::parts::{
    Answered, by_name, flag, head, joined, list, number, object, one_of, or_null, se, share, text,
    unit, whole,
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

pub const MEASURE: Answered = Answered {
    name: "measure",
    about: "what `reachsim measure` prints: what each measurement is worth before a decision",
    id: "reachsim.measure/1",
    members: measure,
};

fn measure() -> Value {
    let flip = object(json!({
        "key": text("a key of the measurement"),
        "unit": text("in what its values are"),
        "value": number("the observed value at which the choice changes"),
        "se": se("the value"),
        "side": one_of("on which side of it another choice is made", &["above", "below"]),
        "share": share("share of the futures in which the result lies there"),
        "to": text("the choice that is made there"),
    }));
    let verdicts = &["worth it", "not worth it", "cannot tell"];
    let row = object(json!({
        "name": text("what the measurement is called"),
        "keys": list("keys of which it tells", &text("a key")),
        "sample": number("people who are asked, or things that are counted on average; null where \
            an error is stated"),
        "years": number("how long is counted, of counts"),
        "cost": number("what it costs; null where the metric is no money"),
        "weeks": number("weeks until it is known"),
        "evsi": number("what its result is worth, in the unit of the metric"),
        "se": se("what its result is worth"),
        "bias": number("what was taken off because choices are fitted to the same futures"),
        "evppi": number("what knowing its keys exactly would be worth, at most"),
        "evppi_se": se("the same"),
        "enbs": number("what is left: evsi x (1 - weeks / horizon) - cost"),
        "enbs_se": se("what is left"),
        "verdict": one_of("whether to measure", verdicts),
        "best_sample": number("people or counts at which most is left; null where no price of one \
            more is stated, or nothing is left in any size"),
        "best_years": number("the same as a time of counting"),
        "best_evsi": number("what the result is worth in that size"),
        "best_enbs": number("what is left in that size"),
        "flips_at": number("the observed value of its only key at which the choice changes; null \
            where none does"),
        "flips": list("the same of each of its keys", &flip),
    }));
    let mean = object(json!({ "mean": number("mean of the metric"), "se": se("the mean") }));
    let decision = object(json!({
        "metric": text("by which one decides"),
        "means": by_name("by decision, without knowing more", &mean),
        "best": text("the decision that is best without knowing more"),
    }));
    let asked = object(json!({
        "metric": text("the metric that one decides by"),
        "unit": unit(),
        "between": list("the decisions", &text("a decision")),
    }));
    let answer = json!({
        "decision": decision,
        "evpi": number("what knowing every key exactly would be worth, at most"),
        "evpi_se": se("the same"),
        "proposed": flag("whether the program proposed the measurements, as the file names none"),
        "measurements": list("by what is left, the best one first", &row),
    });
    joined(joined(json!({ "question": asked }), head()), answer)
}

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

/// How a choice fares, as comparisons and searches for the best values tell it.
pub fn robust() -> Value {
    let standing = object(json!({
        "name": text("the alternative"),
        "best": share("share of the futures in which it is the best"),
        "best_se": se("the share"),
        "regret": number("mean of what another one would have brought beyond it"),
        "regret_se": se("the mean"),
        "regret_worst": number("the same in the worst twentieth of the futures"),
        "regret_worst_se": se("the same"),
    }));
    let turn = object(json!({
        "key": text("an uncertain key"),
        "unit": text("in what its values are"),
        "now": number("its median"),
        "low": number("its 5th percentile"),
        "high": number("its 95th percentile"),
        "value": number("its value at which another alternative is better on average"),
        "se": se("the value"),
        "percentile": share("share of its own belief that lies below the value"),
        "side": one_of("on which side of it that is so", &["above", "below"]),
        "to": text("the alternative that is better there"),
    }));
    or_null(&object(json!({
        "choice": text("the alternative that is best on average"),
        "alternatives": list("each of them", &standing),
        "holds": flag("whether no key turns the choice within its own range"),
        "turns": list("keys that do, that which is nearest to its median first", &turn),
    })))
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
