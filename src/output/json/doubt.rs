//! What an answer leaves open: its futures are too few, or the chance in it is not for them to
//! tell; with what would tell it.

use serde_json::{Map, Value, json};

use super::schema::parts::{list, object, text};
use crate::diagnostic::{Message, message};
use crate::scenario::BASE;
use crate::study::Alternative;

/// Something that an answer leaves open.
#[derive(Clone, Debug, PartialEq)]
pub struct Doubt {
    pub what: Message,
    /// What would tell it, the cheapest first.
    pub offers: Vec<Offer>,
}

/// A question that would tell more.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    /// The command; `None` for the same.
    pub tool: Option<&'static str>,
    /// What it is asked otherwise, by the names of options.
    pub arguments: Map<String, Value>,
}

/// Standard errors that a difference has to have to be told.
const SURE: f64 = 2.0;
/// Standard errors that it is meant to have when it is asked again.
const AIM: f64 = 3.0;
/// More futures than so many times as many are not offered.
const MOST: f64 = 100.0;

/// What an answer leaves open.
pub fn of(document: &Value) -> Vec<Doubt> {
    match document["schema"].as_str() {
        Some("reachsim.summary/1") => targets(document),
        Some("reachsim.runs/1") => items(&document["runs"]).flat_map(of).collect(),
        Some("reachsim.compare/1") => variants(document),
        Some("reachsim.where/1") => condition(document),
        Some("reachsim.break-even/1") => break_even(document),
        Some("reachsim.solve/1") => solution(document),
        Some("reachsim.sweep/1") => sweep(document),
        Some("reachsim.optimise/1") => optimum(document),
        Some("reachsim.sensitivity/1") => drivers(document),
        Some("reachsim.voi/1") => worths(document),
        Some("reachsim.check/1") => verdicts(document),
        _ => Vec::new(),
    }
}

/// The schema of an answer in which may stand what it leaves open.
pub fn described(mut schema: Value) -> Value {
    let then = object(json!({
        "tool": text("the tool to call"),
        "arguments": {
            "type": "object",
            "description": "with these arguments",
            "additionalProperties": {},
        },
    }));
    let doubt = object(json!({
        "what": text("what the futures cannot tell"),
        "then": list("calls that would tell it, the cheapest first", &then),
    }));
    schema["properties"]["cannot_tell"] =
        list("what the answer leaves open; missing where that is nothing", &doubt);
    schema
}

fn items(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or(f64::NAN)
}

fn words(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// A share in per cent.
fn percent(share: f64) -> String {
    format!("{:.1}", 100.0 * share)
}

fn trials(document: &Value) -> f64 {
    number(&document["simulation"]["trials"])
}

/// The same question in so many times as many futures; `None` where that is too many. Blocks of a
/// thousand are whole.
fn more(document: &Value, times: f64) -> Option<Offer> {
    let times = times.max(2.0);
    let wanted = (trials(document) * times / 1_000.0).ceil() * 1_000.0;
    (times <= MOST).then(|| Offer {
        tool: None,
        arguments: Map::from_iter([("trials".to_owned(), json!(wanted as u64))]),
    })
}

/// Ten times as many futures.
fn ten(document: &Value) -> Vec<Offer> {
    more(document, 10.0).into_iter().collect()
}

fn flag(name: &str) -> Offer {
    Offer { tool: None, arguments: Map::from_iter([(name.to_owned(), json!(true))]) }
}

fn other(tool: &'static str, arguments: &[(&str, Value)]) -> Offer {
    let arguments = arguments.iter().map(|(name, value)| ((*name).to_owned(), value.clone()));
    Offer { tool: Some(tool), arguments: arguments.collect() }
}

/// By how many more futures a difference would be told from nothing.
fn times(difference: f64, se: f64) -> f64 {
    (AIM * se / difference.abs()).powi(2)
}

/// Targets whose chance is nowhere clearly above or below the one that is wanted.
fn targets(document: &Value) -> Vec<Doubt> {
    let open = |target: &Value| {
        let (chance, se) = (number(&target["probability"]), number(&target["se"]));
        let away = chance - target["wanted"].as_f64()?;
        let is_open = se.is_nan() || (away.abs() <= SURE * se && se > 0.0);
        let metric = ("metric", target["metric"].clone());
        let offers = if se.is_nan() {
            ten(document)
        } else {
            more(document, times(away, se))
                .into_iter()
                .chain([other("sensitivity", &[metric])])
                .collect()
        };
        is_open.then(|| Doubt {
            what: message!(
                "whether the target `{name}` is met: its chance is {chance} %, {wanted} % are wanted, and the error is too large to tell them apart",
                name = words(&target["name"]),
                chance = percent(chance),
                wanted = percent(chance - away)
            ),
            offers,
        })
    };
    items(&document["targets"]).filter_map(open).collect()
}

/// Variants of which the futures do not say whether they are better.
fn variants(document: &Value) -> Vec<Doubt> {
    let metric = words(&document["question"]["metric"]);
    let open = |other_one: &Value| {
        if other_one["verdict"] != "cannot tell" {
            return None;
        }
        let found = &other_one["metrics"][&metric];
        let (mean, se) = (number(&found["mean"]), number(&found["se"]));
        let is_few = mean.abs() <= SURE * se || se.is_nan();
        let name = words(&other_one["name"]);
        let base = words(&document["base"]);
        let mut offers: Vec<Offer> =
            if is_few { more(document, times(mean, se)).into_iter().collect() } else { Vec::new() };
        let base = if base == Alternative::AsItIs.to_string() { BASE } else { &base };
        offers.push(other(
            "value-of-information",
            &[("between", json!([base, name])), ("metric", json!(metric))],
        ));
        let key = words(&other_one["hangs_on"]["key"]);
        Some(Doubt {
            what: if key.is_empty() {
                message!("whether `{name}` is better in {metric}", name, metric)
            } else {
                message!(
                    "whether `{name}` is better in {metric}: it hangs most on `{key}`",
                    name,
                    metric,
                    key
                )
            },
            offers,
        })
    };
    items(&document["others"]).filter_map(open).collect()
}

fn condition(document: &Value) -> Vec<Doubt> {
    let (count, inputs) = (number(&document["futures"]), &document["inputs"]);
    let is_open = count == 0.0
        || (items(inputs).next().is_some() && items(inputs).all(|input| input["sure"] != true));
    let what = || {
        message!(
            "what is different where {condition}: it holds in {count} futures",
            condition = words(&document["condition"]),
            count = count as u64
        )
    };
    is_open.then(|| Doubt { what: what(), offers: ten(document) }).into_iter().collect()
}

/// Values that are known to no more than a tenth of their own range.
fn break_even(document: &Value) -> Vec<Doubt> {
    let open = |key: &Value| {
        let width = number(&key["high"]) - number(&key["low"]);
        let se = number(&key["se"]);
        let is_open = key["value"].is_number() && (se.is_nan() || SURE * se > 0.1 * width);
        is_open.then(|| words(&key["key"]))
    };
    let keys: Vec<String> = items(&document["keys"]).filter_map(open).collect();
    if keys.is_empty() {
        return Vec::new();
    }
    let what = message!("at which value of {keys} the goal is met", keys = keys.join(", "));
    vec![Doubt { what, offers: ten(document) }]
}

fn solution(document: &Value) -> Vec<Doubt> {
    let range = &document["question"]["keys"][0];
    let width = number(&range["to"]) - number(&range["from"]);
    let se = number(&document["se"]);
    if document["reached"] != true || SURE * se <= 0.05 * width {
        return Vec::new();
    }
    let what = message!(
        "at which value of `{key}` the goal is met, to a twentieth of its range",
        key = words(&document["key"])
    );
    vec![Doubt { what, offers: vec![flag("until-settled")] }]
}

fn sweep(document: &Value) -> Vec<Doubt> {
    let count = items(&document["ties"]).count();
    if count == 0 {
        return Vec::new();
    }
    let what = message!("which value is the best: {count} others are as good", count);
    vec![Doubt { what, offers: vec![flag("until-settled")] }]
}

fn optimum(document: &Value) -> Vec<Doubt> {
    let count = items(&document["ties"]).count();
    if count == 0 {
        return Vec::new();
    }
    let what = message!("which choice is the best: {count} others are as good", count);
    let needed = number(&document["trials_to_decide"]) / trials(document);
    vec![Doubt { what, offers: more(document, needed).into_iter().collect() }]
}

/// The two strongest inputs, where their shares cannot be told apart.
fn drivers(document: &Value) -> Vec<Doubt> {
    let inputs = items(&document["inputs"]);
    let mut shares: Vec<(String, f64, f64)> = inputs
        .map(|input| (words(&input["key"]), number(&input["first"]), number(&input["first_se"])))
        .filter(|(_, share, _)| share.is_finite())
        .collect();
    shares.sort_by(|a, b| b.1.total_cmp(&a.1));
    let [(first, most, error), (second, next, other_error), ..] = shares.as_slice() else {
        return Vec::new();
    };
    let se = error.hypot(*other_error);
    let is_told = *most - *next > SURE * se;
    if is_told {
        return Vec::new();
    }
    let what = message!(
        "which drives {metric} more, `{first}` or `{second}`",
        metric = words(&document["metric"]),
        first,
        second
    );
    let offers = more(document, times(*most - *next, se)).into_iter().collect();
    vec![Doubt { what, offers }]
}

/// What knowing is worth, where its interval reaches down to nothing for every input.
fn worths(document: &Value) -> Vec<Doubt> {
    let is_told = |input: &Value| number(&input["evppi"]) > SURE * number(&input["se"]);
    let mut known = items(&document["inputs"]).peekable();
    if known.peek().is_none() || known.any(is_told) || number(&document["evpi"]) <= 0.0 {
        return Vec::new();
    }
    let what = message!("which number is worth measuring: no worth is above its own error");
    vec![Doubt { what, offers: ten(document) }]
}

fn verdicts(document: &Value) -> Vec<Doubt> {
    let open = |scenario: &Value| {
        let most = number(&document["question"]["max_trials"]);
        let more = Map::from_iter([("max-trials".to_owned(), json!((4.0 * most) as u64))]);
        (scenario["verdict"] == "inconclusive").then(|| Doubt {
            what: message!(
                "whether `{file}` says what its baseline says",
                file = words(&scenario["file"])
            ),
            offers: vec![Offer { tool: None, arguments: more }],
        })
    };
    items(&document["scenarios"]).filter_map(open).collect()
}
