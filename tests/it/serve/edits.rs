//! What may be changed on the page, and what is said of what may not.

use serde_json::{Value, json};

use super::client::Served;

/// The mistakes in some values.
#[track_caller]
fn wrong(served: &Served, set: &Value) -> Vec<Value> {
    let reply = served.post("answer", &json!({ "set": set, "futures": 100, "draft": true }));
    assert_eq!(reply.status, 422, "{set}: {}", reply.text());
    reply.json()["errors"].as_array().expect("a list").clone()
}

#[test]
fn mistakes_are_told_with_their_keys_all_at_once() {
    let served = Served::small("mistakes");
    let set = json!({
        "cost.per_pots": "3",
        "community.page.feed.visibility": "7.5",
        "market.people": "2M",
        "community.page.followers": "some",
    });
    let found = wrong(&served, &set);
    let told: Vec<(&str, &str)> = found
        .iter()
        .filter_map(|error| Some((error["key"].as_str()?, error["code"].as_str()?)))
        .collect();
    assert!(told.contains(&("cost.per_pots", "unknown-key")), "{found:?}");
    assert!(told.contains(&("community.page.feed.visibility", "share-out-of-range")), "{found:?}");
    assert!(told.iter().any(|(key, _)| *key == "community.page.followers"), "{found:?}");
    assert!(told.iter().all(|(key, _)| *key != "market.people"), "{found:?}");
    let misspelt = found.iter().find(|error| error["key"] == "cost.per_pots").expect("told");
    assert_eq!(misspelt["help"], "did you mean `cost.per_post`?");
    assert!(misspelt["text"].as_str().is_some_and(|text| text.contains("^^^^")), "{misspelt}");
}

#[test]
fn no_value_names_a_file() {
    let served = Served::small("files");
    served.folder.file("secret.csv", "y\n1\n2\nTOP-SECRET\n");
    for (key, value) in [
        ("community.page.friends.mean", "{ data = { file = \"secret.csv\", column = \"y\" } }"),
        ("community.page.friends.mean", "{ data = { file = \"/etc/passwd\", column = \"y\" } }"),
        (
            "community.page.friends.mean",
            "{ mixture = { of = [1, { data = { file = \"secret.csv\" } }], weights = [1, 1] } }",
        ),
        ("community.page.graph.file", "secret.csv"),
        ("community.page.graph.file", "\"secret.csv\""),
        ("theme.logo", "secret.csv"),
        ("theme.heading_font", "secret.csv"),
        ("extends", "secret.csv"),
        ("export.file", "secret.csv"),
        ("export", "[{ file = \"secret.csv\" }]"),
        ("what_if", "[{ name = \"x\" }]"),
    ] {
        let found = json!(wrong(&served, &json!({ key: value }))).to_string();
        assert!(!found.contains("TOP-SECRET") && !found.contains("root:"), "{key}: {found}");
        let solve = json!({ "goal": "mean(leads) >= 1", "key": key, "from": value, "to": "9" });
        assert_eq!(served.post("solve", &solve).status, 422, "{key}");
    }
}

#[test]
fn what_holds_for_all_variants_and_what_breaks_a_line_is_refused() {
    let served = Served::small("refused-edits");
    for (key, value) in [
        ("simulation.trials", "5"),
        ("simulation.seed", "5"),
        ("market.people", ""),
        ("market.people", "1M\ncost.per_post = 1"),
        ("", "5"),
        ("market", "5"),
        ("[market]\npeople", "5"),
        ("community.other.followers", "5"),
    ] {
        let found = wrong(&served, &json!({ key: value }));
        assert!(!found.is_empty() && found[0]["message"].is_string(), "{key}={value}: {found:?}");
    }
}

#[test]
fn a_question_that_is_none_is_told_so() {
    let served = Served::small("unread");
    for body in [
        json!([]),
        json!({ "sets": {} }),
        json!({ "set": [] }),
        json!({ "set": { "market.people": [1] } }),
        json!({ "futures": 0 }),
        json!({ "futures": 1e9 }),
        json!({ "draft": "yes" }),
    ] {
        let reply = served.post("answer", &body);
        assert_eq!(reply.status, 400, "{body}: {}", reply.text());
        assert!(reply.json()["errors"][0]["message"].is_string(), "{body}");
    }
    let more = "Content-Type: application/json\r\nContent-Length: 1\r\n";
    assert_eq!(served.raw(&(served.head("POST", "answer", more) + "{")).status, 400);
}

#[test]
fn mistakes_are_told_in_the_language_of_the_page() {
    let served = Served::small("spoken");
    let question = json!({ "set": { "cost.per_pots": "3" }, "draft": true });
    let [ru, uk] = ["ru", "uk"].map(|locale| {
        let reply = served.post(&format!("answer?locale={locale}"), &question);
        reply.json()["errors"][0]["message"].as_str().expect("words").to_owned()
    });
    assert!(ru != uk && [&ru, &uk].iter().all(|text| !text.is_ascii()), "{ru} {uk}");
}
