//! What the other commands print.

use serde_json::{Value, json};

use super::parts::{
    Answered, engine, flag, joined, list, number, object, one_of, or_null, question, scenario, se,
    seed, text, unit, whole,
};
use crate::output::check::Outcome;
use crate::output::faults;

pub const GRAPH: Answered = Answered {
    name: "graph",
    about: "what `reachsim graph` prints: contacts, and the different people behind them",
    id: "reachsim.graph/1",
    members: graph,
};

pub const CHECK: Answered = Answered {
    name: "check",
    about: "what `reachsim check` prints: whether scenarios say what their baselines say",
    id: "reachsim.check/1",
    members: check,
};

pub const EXPLAIN: Answered = Answered {
    name: "explain",
    about: "what `reachsim explain` prints: how the keys of a scenario were understood",
    id: "reachsim.explain/1",
    members: explain,
};

pub const PRESETS: Answered = Answered {
    name: "presets",
    about: "what `reachsim presets` prints: the figures of networks, and who published them",
    id: "reachsim.presets/1",
    members: presets,
};

pub const PROOF: Answered = Answered {
    name: "proof",
    about: "what `reachsim proof` prints: what is wrong in the documents of a run",
    id: "reachsim.proof/1",
    members: proof,
};

fn proof() -> Value {
    let fault = object(json!({
        "file": text("the file, below the folder of the run"),
        "place": text("the page; empty where the whole file is meant"),
        "code": one_of("kind of fault", &faults::CODES),
        "words": text("what is wrong, in the language of the document"),
    }));
    json!({ "engine": engine(), "faults": list("what was found, page by page", &fault) })
}

fn graph() -> Value {
    let asked = json!({
        "anyOf": [
            object(json!({
                "askers": whole("named people"),
                "message": one_of("a post of each, or one of all of them", &["each", "one"]),
            })),
            object(json!({
                "questions": number("posts of followers"),
                "posts": one_of("whether it is exactly so many", &["fixed", "poisson"]),
                "asker_skew": number("how unequally often people write"),
                "followers": or_null(&whole("who may write; null for everybody")),
                "homophily": number("how much rather friends of followers follow"),
            })),
        ],
    });
    let settings = object(json!({
        "network": text("name of the list, or of the synthetic network"),
        "hash": or_null(&text("of what was read of the list")),
        "directed": flag("whether a tie says that one follows the other"),
        "weights": or_null(&one_of("what the weights of ties say", &["closeness", "chance"])),
        "asked": asked,
        "visibility": or_null(&number("chance that a friend sees a post; null where each tie has its own")),
        "reshare": number("chance that who saw it passes it on"),
        "depth": or_null(&whole("over how many friendships a post travels; null for any")),
        "activity": number("how unequally often people look"),
        "seed": { "type": ["integer", "string"], "description": "seed of all random numbers" },
    }));
    let neighbourhood = object(json!({
        "friends": list("least and most friends of these people", &whole("friends")),
        "people": whole("how many people they are"),
        "mean_friends": number("mean number of their friends"),
        "clustering": number("share of pairs of their friends who know each other"),
        "friends_of_friends": object(json!({
            "entries": number("of the lists of their friends"),
            "people": number("different people among them"),
        })),
    }));
    let way = json!({
        "anyOf": [
            object(json!({ "name": { "const": "exact" } })),
            object(json!({ "name": { "const": "sampled" }, "people": whole("of the sample") })),
            object(json!({ "name": { "const": "simulated" }, "worlds": whole("how many") })),
        ],
    });
    let depth = object(json!({
        "depth": whole("over so many friendships at most"),
        "impressions": number("times seen"),
        "impressions_se": se("the times"),
        "reach": number("different people who saw it"),
        "reach_se": se("the people"),
        "bound": number("the most that the reach can be"),
    }));
    let point = object(json!({
        "askers": number("how many posts"),
        "impressions": number("times seen"),
        "reach": number("different people"),
        "se": se("the people"),
        "closed_form": number("the same by the fitted formula"),
    }));
    let fit = object(json!({
        "friends.cv": number("for the key of this name"),
        "feed.scatter": number("for the key of this name"),
        "off": number("how far the formula is off at most, as a share"),
    }));
    json!({
        "engine": engine(),
        "settings": settings,
        "people": whole("people of the network"),
        "friendships": whole("pairs of friends, or of who follows whom"),
        "mean_friends": number("friends of a person"),
        "median_friends": number("friends of the person in the middle"),
        "friends_cv": number("standard deviation of the friends over their mean"),
        "friends_of_a_friend": number("mean number of friends that a friend has"),
        "clustering": number("share of pairs of friends who know each other, mean over people"),
        "clustering_se": se("the clustering"),
        "neighbourhoods": list("people by their number of friends", &neighbourhood),
        "dropped": or_null(&object(json!({
            "loops": whole("lines with a friend of oneself"),
            "doubles": whole("friendships given again"),
        }))),
        "unused": object(json!({
            "columns": list("titles of columns that are not used", &text("a title")),
            "lines": whole("lines with more than two columns, where there are no titles"),
        })),
        "alone": whole("people without a friend"),
        "potential": object(json!({
            "contacts": number("friends who could see it, counted as often as they could"),
            "people": number("different people among them"),
        })),
        "impressions": number("times seen"),
        "impressions_se": se("the times"),
        "reach": object(json!({
            "mean": number("different people who saw it"),
            "se": se("the people"),
            "exact": number("the same, where nothing was sampled"),
        })),
        "way": way,
        "precision": object(json!({
            "asked": number("standard error of the reach that is enough, as a share of it"),
            "reached": number("the same as it is"),
            "is_reached": flag("whether it is enough"),
        })),
        "frequency": list("people who saw it at least once, twice, ..", &number("people")),
        "depths": list("by the friendships on the way", &depth),
        "followers_reached": number("followers among the people reached"),
        "reproduction": number("reshares that a reshare leads to"),
        "outbreak": number("share of the posts that travel far"),
        "curve": list("reach by the number of posts", &point),
        "fit": or_null(&fit),
        "warnings": list("what to know", &object(json!({
            "code": text("what scripts hold on to"),
            "message": text("in English"),
        }))),
    })
}

fn check() -> Value {
    let metric = object(json!({
        "metric": text("the metric"),
        "unit": or_null(&unit()),
        "stat": text("mean, p05, p50, p95, or the probability of a target"),
        "old": number("in the baseline"),
        "new": number("now"),
        "scale": one_of(
            "of difference, se, tolerance and detectable: the unit of the metric, or the share of \
             the futures that passed the place of the percentile",
            &["value", "share"],
        ),
        "difference": number("new less old, on its scale"),
        "se": se("the difference"),
        "tolerance": number("differences that are let pass"),
        "detectable": number("the smallest difference that would have been found"),
        "verdict": one_of("of this statistic", &["same", "moved", "inconclusive"]),
    }));
    let scenario = object(json!({
        "file": text("as it was given; of a baseline without a scenario its folder"),
        "hash": or_null(&text("SHA-256 of the scenario and of all data files")),
        "currency": or_null(&text("ISO 4217 code")),
        "verdict": one_of(
            "of the scenario",
            &Outcome::ALL.map(Outcome::id),
        ),
        "trials": whole("futures that were simulated"),
        "exact": flag("whether every bit was compared"),
        "metrics": list("statistics that were compared", &metric),
        "remarks": list("why it moved, and what to do", &text("a sentence")),
    }));
    let asked = question(json!({
        "seed": or_null(&seed("another one than that of the baselines")),
        "max_trials": whole("the most futures of a scenario"),
        "against": or_null(&text("the git revision, in the place of baselines")),
    }));
    let answer = json!({
        "engine": engine(),
        "scenarios": list("in the order of the files", &scenario),
    });
    joined(asked, answer)
}

fn explain() -> Value {
    let key = object(json!({
        "key": text("the key in full"),
        "unit": text("in what it is stated"),
        "shape": or_null(&text(
            "the distribution in words, or what was chosen or stated; null where it is not set and \
             has no default",
        )),
        "p05": number("5th percentile"),
        "p50": number("median"),
        "p95": number("95th percentile"),
        "mean": number("mean"),
        "source": or_null(&text("where the value comes from; null where none is in force")),
        "stated_source": or_null(&text("where the user has the number from, as the file says")),
        "note": or_null(&text("what else the file says beside it")),
        "set": flag("whether the file or the command line says it"),
        "meaning": text("what it means"),
        "domain": text("what may stand there"),
        "acts_on": text("the part of the model that it belongs to, and with what it acts"),
        "default": or_null(&text("what holds without it, where that is a value of its own")),
        "default_source": or_null(&text("where that comes from")),
        "example": text("how it is written, with its table"),
    }));
    let asked = question(json!({ "key": or_null(&text("the key or table; null for all")) }));
    let answer = json!({
        "scenario": or_null(&scenario()),
        "engine": engine(),
        "keys": list("the keys, or those that were asked for", &key),
    });
    joined(asked, answer)
}

fn presets() -> Value {
    let figure = object(json!({
        "key": text("of a community: the key behind its name"),
        "unit": text("in what it is stated"),
        "value": text("as a scenario would state it"),
        "p05": number("5th percentile"),
        "p50": number("median"),
        "p95": number("95th percentile"),
        "mean": number("mean"),
        "source": text("who published it"),
        "estimate": flag("whether it is the author's estimate"),
    }));
    let preset = object(json!({
        "id": text("for `platform = ..`"),
        "name": text("of the network"),
        "as_of": whole("year of the figures"),
        "figures": list("every figure", &figure),
    }));
    let asked = question(json!({ "preset": or_null(&text("the one network; null for all")) }));
    joined(asked, json!({ "engine": engine(), "presets": list("the networks", &preset) }))
}
