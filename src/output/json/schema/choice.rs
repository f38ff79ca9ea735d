//! What `reachsim graph --choose` prints.

use serde_json::{Value, json};

use super::parts::{
    Answered, engine, flag, list, number, object, one_of, or_null, se, seed, text, whole,
};

pub const CHOICE: Answered = Answered {
    name: "choice",
    about: "what `reachsim graph --choose` prints: whom to win first, and what it is worth",
    id: "reachsim.graph/1",
    members: choice,
};

fn choice() -> Value {
    let settings = object(json!({
        "network": text("name of the list, or of the synthetic network"),
        "hash": or_null(&text("of what was read of the list")),
        "candidates": whole("people who may be won"),
        "given": whole("people who are won already"),
        "budget": number("what may be spent"),
        "ratio": number("share of the best possible that was to be proven"),
        "precision": number("standard error of the spread that is enough, as a share of it"),
        "directed": flag("whether a tie says that one follows the other"),
        "weights": or_null(&one_of("what the weights of ties say", &["closeness", "chance"])),
        "visibility": or_null(&number("chance that a friend sees the message; null where each tie has its own")),
        "reshare": number("chance that who saw it passes it on"),
        "depth": or_null(&whole("over how many friendships it travels; null for any")),
        "activity": number("how unequally often people look"),
        "seed": seed("of all random numbers"),
    }));
    let won = object(json!({
        "id": text("what the list calls him"),
        "friends": whole("his friends"),
        "price": number("what he costs"),
        "gain": number("people who see it only with him; he himself is not counted"),
        "se": se("the gain"),
    }));
    let known = |about: &str| object(json!({ "mean": number(about), "se": se("it") }));
    let point = object(json!({
        "k": whole("how many are won"),
        "mean": number("people who see it"),
        "se": se("them"),
    }));
    let choice = object(json!({
        "people": list("whom to win, in this order", &won),
        "spread": known("people who see it, without those from whom it starts"),
        "given": or_null(&known("the same of those who are won already")),
        "guarantee": object(json!({
            "ratio": number("proven share of the most that anybody could add"),
            "confidence": number("how sure that is"),
            "end": one_of(
                "why no more was proven",
                &["proven", "settled", "memory", "work", "stopped"],
            ),
        })),
        "most_friends": known("the same of the candidates with most friends"),
        "random": known("the same of candidates at random"),
        "curve": list("the spread of the first, of the first two, ..", &point),
        "cost": number("what they cost together"),
        "sets": whole("sets from which they were chosen"),
        "worlds": whole("worlds in which they were tried"),
    }));
    json!({
        "engine": engine(),
        "settings": settings,
        "people": whole("people of the network"),
        "friendships": whole("pairs of friends"),
        "mean_friends": number("friends of a person"),
        "choice": choice,
    })
}
