//! A scenario to start from: the essential keys with values that run, and what the platform's
//! preset says otherwise.

use super::keys::{Default, KEYS, Key, Level, key};
use super::presets::{self, Preset};
use super::write;

/// Values of the keys that a community has to state, and of those that every community knows.
const EXAMPLES: &[(&str, &str)] = &[
    (key!("title"), "\"Our community\""),
    (key!("community.<id>.followers"), "\"100k\""),
    (key!("community.<id>.questions.per_year"), "\"8k to 12k\""),
];

/// A commented scenario for a community on a network.
pub fn starter(platform: &str) -> String {
    let preset = presets::find(platform);
    let mut text = String::from(
        "# Who sees what members ask a brand, and how often? Change the numbers below and run
#     reachsim run THIS_FILE
# A number is 130, \"100k\" or \"5%\"; a range is \"5%..10%\" between hard ends, or \"5% to 10%\" \
as a 90 % interval.
# What starts with `# ` and a key is what holds unless you say otherwise: remove the `# ` to \
change it.
# `reachsim explain THIS_FILE` shows everything that was assumed.
",
    );
    let mut table = "";
    for key in KEYS.iter().filter(|key| key.level == Level::Essential) {
        let (owner, name) = owner(key);
        if owner != table {
            text.extend(["\n[", owner, "]\n"]);
            table = owner;
        } else if table.is_empty() {
            text.push('\n');
        }
        text.push_str(&line(key, name, (platform, preset)));
    }
    text.push_str(
        "\n[[target]]\nname = \"seen 50,000 times\"\nmetric = \
        \"impressions_questions\"\nat_least = \"50k\"\n",
    );
    text
}

/// The table in which a key stands, and its name there.
fn owner(key: &Key) -> (&'static str, &'static str) {
    match (key.in_community(), key.path.split_once('.')) {
        (Some(rest), _) => ("community.page", rest),
        (None, Some((table, rest))) => (table, rest),
        (None, None) => ("", key.path),
    }
}

/// A key with its value, or as a comment where it holds already.
fn line(key: &Key, name: &str, (platform, preset): (&str, Option<&Preset>)) -> String {
    let about = key.about;
    if key.path == key!("community.<id>.platform") {
        return format!("# {about}\n{name} = {}\n", write::quoted(platform));
    }
    if let Some((_, example)) = EXAMPLES.iter().find(|(path, _)| *path == key.path) {
        return format!("# {about}\n{name} = {example}\n");
    }
    let figure =
        preset.and_then(|preset| preset.figures.iter().find(|figure| figure.key.path == key.path));
    match (figure, key.default) {
        (Some(figure), _) => format!("# {about} ({})\n# {name} = {}\n", figure.source, figure.text),
        (None, Default::Value(value, source)) => {
            format!("# {about} ({source})\n# {name} = {}\n", quoted(value))
        }
        (None, _) if key.instead_of.is_some() => format!("# or, in place of it: {name}, {about}\n"),
        (None, _) => format!("# {about}: {name} (not given)\n"),
    }
}

/// A default as a file states it: what is no number or text yet goes in quotes.
fn quoted(value: &str) -> String {
    let plain = value.starts_with('"')
        || value.bytes().all(|b| b.is_ascii_digit() || b == b'.' || b == b'_');
    if plain { value.to_owned() } else { write::quoted(value) }
}
