//! What studies print.

use serde_json::{Value, json};

use super::decisions::robust;
use super::parts::{
    Answered, by_name, engine, flag, head, joined, list, mean_is, number, object, one_of, or_null,
    se, share, simulation, statistics, text, unit, whole,
};
use crate::scenario::keys::CLAIM_KINDS;
use crate::study::claim::Verdict;

pub const COMPARE: Answered = Answered {
    name: "compare",
    about: "what `reachsim compare` prints: each variant less the base, in the same futures",
    id: "reachsim.compare/1",
    members: compare,
};

pub const SWEEP: Answered = Answered {
    name: "sweep",
    about: "what `reachsim sweep` prints: every metric at every value of a key, or of two",
    id: "reachsim.sweep/1",
    members: sweep,
};

pub const SENSITIVITY: Answered = Answered {
    name: "sensitivity",
    about: "what `reachsim sensitivity` prints: what drives a metric, luck, and what does not",
    id: "reachsim.sensitivity/1",
    members: sensitivity,
};

pub const SOLVE: Answered = Answered {
    name: "solve",
    about: "what `reachsim solve` prints: the value of a key at which a goal is reached",
    id: "reachsim.solve/1",
    members: solve,
};

pub const OPTIMISE: Answered = Answered {
    name: "optimise",
    about: "what `reachsim optimise` prints: the best values of some keys",
    id: "reachsim.optimise/1",
    members: optimise,
};

pub const VALUE_OF_INFORMATION: Answered = Answered {
    name: "value-of-information",
    about: "what `reachsim value-of-information` prints: what knowing an input is worth",
    id: "reachsim.voi/1",
    members: voi,
};

pub const CLAIMS: Answered = Answered {
    name: "claims",
    about: "what `reachsim claims` prints: whether what is claimed holds under the model",
    id: "reachsim.claims/1",
    members: claims,
};

pub const FIGURES: Answered = Answered {
    name: "figures",
    about: "what `reachsim claims --figures` prints: every figure of the founding texts",
    id: "reachsim.figures/1",
    members: figures,
};

/// A study of one scenario: what was asked of which metric, and what else it says.
fn study(question: Value, answer: Value) -> Value {
    let asked = json!({ "metric": text("the metric that is asked about"), "unit": unit() });
    let question = json!({ "question": object(joined(asked, question)) });
    joined(joined(question, head()), answer)
}

fn keys() -> Value {
    let key = object(json!({
        "key": text("as it was asked"),
        "unit": text("in what its values are"),
        "from": number("lower end of its range"),
        "to": number("upper end of its range"),
    }));
    list("the keys that are varied", &key)
}

fn settling() -> Value {
    let settled = object(json!({
        "settled": flag("whether the chance is below 1 %"),
        "trials": whole("futures after which it ended"),
        "chance_of_a_wrong_pick": share("at most"),
    }));
    or_null(&settled)
}

fn compare() -> Value {
    let mut metric = json!({
        "unit": unit(),
        "mean_is?": mean_is(),
        "mean": number("expected difference, variant less base"),
        "se": se("the difference, paired"),
        "base": number("mean of the base"),
        "other": number("mean of the variant"),
        "p_better": share("share of the futures in which it is better; null where neither is"),
        "p_better_se": se("that share"),
        "p_worse": share("share of the futures in which it is worse"),
        "p_beats": share("chance that it beats the base, each with luck of its own"),
        "p_beats_se": se("that chance"),
        "verdict": or_null(&one_of(
            "what to do by this metric; null where neither direction is better, or one future tells",
            &["do", "do not", "no difference", "cannot tell"],
        )),
        "dominance": one_of(
            "whether one of them is better whatever one thinks of risk",
            &[
                "same",
                "other-first-order",
                "other-second-order",
                "base-first-order",
                "base-second-order",
                "none",
            ],
        ),
        "variance_reduction": number("futures that unpaired runs would take for the same error"),
    });
    for id in ["p05", "p50", "p95"] {
        metric[id] = number("percentile of the difference");
    }
    let edit = object(json!({
        "edit": text("what is changed"),
        "metrics": by_name("its part of the difference", &number("in the metric's unit")),
        "se": by_name("standard errors of the parts", &number("in the metric's unit")),
    }));
    let why = object(json!({
        "order": one_of("how the difference is split", &["shapley", "file"]),
        "edits": list("what leads from the base to the variant", &edit),
    }));
    let hinge = object(json!({
        "key": text("the input on which it hangs most whether the variant is better"),
        "p_better_low": share("share of the futures in which it is better, where that is lowest"),
        "p_better_low_se": se("that share"),
        "p_better_high": share("the same where that is highest"),
        "p_better_high_se": se("that share"),
    }));
    let other = object(json!({
        "name": text("the variant"),
        "verdict": or_null(&one_of(
            "what to do by the metric that is asked for; a trade-off where profit surely goes the \
             other way",
            &["do", "do not", "no difference", "trade-off", "cannot tell"],
        )),
        "metrics": by_name("by the name of the metric", &object(metric)),
        "why": or_null(&why),
        "hangs_on": or_null(&hinge),
    }));
    study(
        json!({ "against": text("the base") }),
        json!({
            "base": text("with what the others are compared"),
            "others": list("the variants", &other),
            "robust": robust(),
            "until_settled": settling(),
        }),
    )
}

fn sweep() -> Value {
    let at = by_name("values of the keys", &number("a value"));
    let metrics = by_name("by the name of the metric", &statistics());
    let point = object(json!({ "at": at, "metrics": metrics }));
    study(
        json!({ "keys": keys() }),
        json!({
            "points": list("every value, or every pair of values", &point),
            "best": or_null(&at),
            "ties": list("values that cannot be told apart from the best one", &at),
            "until_settled": settling(),
        }),
    )
}

fn sensitivity() -> Value {
    let interval = list("95 % interval", &number("an end"));
    let input = object(json!({
        "key": text("the input"),
        "p10": number("its 10th percentile"),
        "p90": number("its 90th percentile"),
        "low": number("the metric with the input at its 10th percentile"),
        "high": number("the metric with the input at its 90th percentile"),
        "swing": number("how far the metric moves between them, in the same futures"),
        "swing_se": se("the swing"),
        "rank": number("Spearman's rank correlation"),
        "first": number("share of the variance that vanishes if it is known"),
        "first_se": se("that share"),
        "first_interval": interval,
        "total": number("share that is left if all others are known; null without --total"),
        "total_se": se("that share"),
        "total_interval": or_null(&interval),
    }));
    let absent = object(json!({
        "key": text("what drives nothing"),
        "why": text("the reason"),
    }));
    study(
        json!({}),
        json!({
            "metric": text("the metric that is driven"),
            "mean_is?": mean_is(),
            "mean": number("its mean"),
            "se": se("the mean"),
            "undefined": share("share of the futures in which it is undefined"),
            "inputs": list("what drives it, the longest bar first", &input),
            "luck": number("share of the variance that no input explains"),
            "luck_se": se("that share"),
            "correlated": flag("whether inputs depend on one another"),
            "absent": list("inputs and fixed numbers that are no drivers", &absent),
        }),
    )
}

fn solve() -> Value {
    let tried = object(json!({
        "at": number("a value of the key"),
        "value": number("the statistic of the goal at it"),
        "se": se("the statistic"),
    }));
    study(
        json!({
            "goal": text("what is to be reached, such as `profit >= 0 @ 0.8`"),
            "keys": keys(),
        }),
        json!({
            "key": text("the key that is varied"),
            "value": number("its value at which the goal is reached, or comes closest"),
            "se": se("the value"),
            "reached": flag("whether the goal is reached within the range"),
            "met_already": flag("whether it is reached as things stand"),
            "statistic": number("the statistic of the goal at the value"),
            "monotone": flag("whether the statistic goes one way only"),
            "tried": list("every value that was tried, in ascending order", &tried),
            "chance_of_a_wrong_answer": share("where --until-settled asked for it"),
        }),
    )
}

fn optimise() -> Value {
    let choice = object(json!({
        "values": by_name("values of the keys", &number("a value")),
        "objective": number("the statistic that is to be best"),
        "se": se("the statistic"),
        "constraints": list("what the goals speak of", &number("a statistic")),
        "behind": number("how far it is behind the best choice, paired"),
        "behind_se": se("that difference"),
    }));
    study(
        json!({
            "aim": one_of("what is better", &["maximise", "minimise"]),
            "statistic": text("what is to be best, such as `p10(profit)`"),
            "keys": keys(),
            "subject_to": list("what has to hold", &text("a goal")),
        }),
        json!({
            "feasible": flag("whether any choice meets all goals"),
            "best": choice,
            "ties": list("choices that cannot be told apart from the best one", &choice),
            "chance_of_a_wrong_pick?": share("at most"),
            "trials_to_decide?": number("futures that would tell the ties apart"),
            "robust": robust(),
            "tried": whole("choices that were tried"),
        }),
    )
}

fn voi() -> Value {
    let mean = object(json!({ "mean": number("of the metric"), "se": se("the mean") }));
    let input = object(json!({
        "key": text("the input"),
        "evppi": number("what it is worth to know it"),
        "se": se("the worth"),
    }));
    let together = object(json!({
        "keys": list("the inputs", &text("an input")),
        "evppi": number("what it is worth to know all of them"),
        "se": se("the worth"),
    }));
    study(
        json!({ "between": list("what may be decided", &text("a decision")) }),
        json!({
            "metric": text("the metric that one decides by"),
            "decisions": by_name("by the name of the decision", &mean),
            "best": text("the best decision without knowing more"),
            "evpi": number("what it is worth to know every input"),
            "evpi_se": se("the worth"),
            "inputs": list("the most valuable first", &input),
            "together": list("the first few together", &together),
        }),
    )
}

fn claims() -> Value {
    let over = object(json!({
        "key": text("the key"),
        "low": number("lower end of the part: a quantile of the key"),
        "high": number("its upper end"),
        "whole": flag("whether it is the whole range"),
    }));
    let claim = object(json!({
        "claim": text("the title of its file"),
        "text": or_null(&text("what is claimed, in the file's own words")),
        "place": or_null(&text("where it is claimed: which text, which figure")),
        "file": text("name of the file; of one that comes with the program with its folder"),
        "kind": one_of(
            "whether it could have come out otherwise, or follows from the definitions",
            &CLAIM_KINDS,
        ),
        "hash": text("SHA-256 of the text and of all data files, without seed and trials"),
        "currency": text("ISO 4217 code"),
        "simulation": simulation(),
        "metric": text("what is measured"),
        "unit": unit(),
        "goal": or_null(&text("what is claimed of it")),
        "what_if": or_null(&text("the what-if that is claimed to be better")),
        "p05": number("percentile of the metric; null where there is a what-if"),
        "p50": number("percentile of the metric; null where there is a what-if"),
        "p95": number("percentile of the metric; null where there is a what-if"),
        "difference": number("expected difference that the what-if makes; null without one"),
        "difference_se": se("the difference"),
        "mean": number("the same difference; without a what-if, the metric's typical number"),
        "mean_se": se("the mean"),
        "probability": share("share of the futures that are better, or in which the target is met"),
        "se": se("the probability"),
        "verdict": one_of(
            "holds: at least 90 of 100 futures are better, or the mean is beyond doubt and at \
             least 60 are; leans: at least 55 are, or the mean is beyond doubt; a target without a \
             what-if: 90, or its own `with`, and 60",
            &Verdict::ALL.map(Verdict::id),
        ),
        "holds": flag("whether the verdict is that it holds"),
        "estimates": whole("numbers behind it that are the author's estimates"),
        "estimates_without_range": whole(
            "author's estimates behind it, or behind its what-if, that are single numbers",
        ),
        "over": list(
            "author's estimates that have a range, each with the part over which the claim keeps \
             its verdict or has a better one",
            &over,
        ),
    }));
    json!({ "engine": engine(), "claims": list("by the names of the files", &claim) })
}

fn figures() -> Value {
    let figure = object(json!({
        "id": text("what it is called"),
        "words": text("what it says"),
        "low": number("the figure, or the lower end of its range"),
        "high": number("the figure, or the upper end of its range; null where it is open"),
        "unit": text("in what it is counted"),
        "n": or_null(&whole("how many were asked; null where that is not stated")),
        "margin": number("1.96 sqrt(p (1 - p) / n) of a share; null without n"),
        "year": or_null(&text("of when it is; null where that is not stated")),
        "place": text("where it stands"),
        "keys": list("keys of a scenario that it informs", &text("a key")),
        "why": or_null(&text("why it informs none")),
    }));
    json!({ "engine": engine(), "figures": list("one after the other", &figure) })
}
