//! Which value of a key is in force: the file's, the command line's, the user's platform's, a
//! preset's, or the default.

use std::sync::{LazyLock, OnceLock};

use super::assumption::Origin;
use super::figures::{Euro, Figures};
use crate::diagnostic::{Code, Conjunction, Diagnostic, Span, listed, message, nearest, nearly};
use crate::dist::Dist;
use crate::scenario::keys::{self, Default, Domain, Group, KEYS, Key, Used, key};
use crate::scenario::presets::{self, Preset};
use crate::scenario::{Given, Named, Scenario, Value, quantity, write};

/// The sources of a community's figures below the community itself.
#[derive(Clone, Copy, Debug, std::default::Default)]
pub struct Platform<'s> {
    pub user: Option<&'s Named>,
    pub preset: Option<&'static Preset>,
}

/// Puts the value of every key in force, community by community.
pub fn settle(scenario: &Scenario, figures: &mut Figures, problems: &mut Vec<Diagnostic>) {
    let mut used = Vec::new();
    let first = KEYS.iter().position(|key| key.in_community().is_some()).unwrap_or(0);
    let (before, after) = KEYS.split_at(first);
    for key in before.iter().filter(|key| key.path != keys::EXTENDS) {
        settle_key(scenario, figures, key, None, problems);
    }
    for community in &scenario.communities {
        let platform = platform(scenario, community, problems);
        used.extend(platform.user);
        for key in KEYS.iter().filter(|key| key.in_community().is_some()) {
            settle_key(scenario, figures, key, Some((community, platform)), problems);
        }
    }
    for key in after.iter().filter(|key| key.in_community().is_none()) {
        settle_key(scenario, figures, key, None, problems);
    }
    for unused in scenario.platforms.iter().filter(|platform| !used.contains(platform)) {
        let message = message!("no community has `platform = \"{id}\"`", id = unused.id);
        let help = message!(
            "write it into the community that is meant, or leave out `[platform.{id}]`",
            id = write::key(&unused.id)
        );
        problems.push(
            Diagnostic::new(Code::UnusedPlatform, message)
                .at(unused.at.clone(), message!("has no effect"))
                .help(help),
        );
    }
}

/// Puts the value of one key in force, unless another form of the same thing is.
fn settle_key(
    scenario: &Scenario,
    figures: &mut Figures,
    key: &'static Key,
    owner: Option<(&Named, Platform)>,
    problems: &mut Vec<Diagnostic>,
) {
    let path = key.of(owner.map_or("", |(community, _)| community.id.as_str()));
    if let Some(given) = scenario.keys.get(&path) {
        return figures.take(scenario, &path, given);
    }
    let is_used = match key.used {
        Used::Always => true,
        Used::With(others) | Used::DefaultWith(others) => {
            let mut others = others.iter().filter_map(|other| keys::row(other));
            others.any(|other| states(scenario, other, owner))
        }
        Used::DefaultWithPrices => stated(scenario, keys::group(Group::Price)),
    };
    if !is_used {
        return;
    }
    let prefix =
        owner.map_or(String::new(), |(community, _)| format!("community.{}.", community.id));
    if stated_otherwise(scenario, key, &prefix) {
        return;
    }
    if let Some((community, platform)) = owner {
        if let Some(user) = platform.user.filter(|_| key.in_platform()) {
            let prefix = format!("platform.{}.", user.id);
            if let Some(given) =
                scenario.keys.get(&format!("{prefix}{}", key.in_community().unwrap_or_default()))
            {
                return figures.take(scenario, &path, given);
            }
            if stated_otherwise(scenario, key, &prefix) {
                return;
            }
        }
        if let Some(preset) = platform.preset
            && let Some(figure) = preset.figures.iter().find(|figure| figure.key.path == key.path)
        {
            let (id, source) = (preset.id.clone(), figure.source.clone());
            let origin = Origin::Preset { id, year: preset.year, source };
            return figures.put(path, key, Value::Quantity(figure.dist.clone()), origin);
        }
        if key.default == Default::Preset
            && let Some(user) = platform.user
        {
            return problems.push(
                missing(key, &path, community)
                    .also(user.at.clone(), message!("its platform does not state it either")),
            );
        }
    }
    match key.default {
        // The misspelling says it already, and what to do.
        Default::Required if is_misspelt(&path, problems) => {}
        Default::Required => problems.push(match owner {
            Some((community, _)) => {
                let diagnostic = missing(key, &path, community);
                match like(scenario, community) {
                    Some(near) => diagnostic.help(message!(
                        "if you mean `{name}`, write `[community.{id}]`",
                        name = near,
                        id = write::key(near)
                    )),
                    None => diagnostic,
                }
            }
            None => missing(
                key,
                &path,
                &Named { id: String::new(), at: Span { source: 0, bytes: 0..0 } },
            ),
        }),
        Default::Value(text, source) => {
            let Some(value) = default(key, text) else { return };
            let origin = |source: String| Origin::Default { source };
            match (value, rate(scenario, figures)) {
                (Value::Quantity(euros), Rate::PerEuro(rate))
                    if is_money(key, &euros) && !key.is(Group::Labour) =>
                {
                    let source = format!("{source}; {text} euros at `currency_per_eur`");
                    figures.put(path, key, Value::Quantity(euros.scaled(rate)), origin(source));
                }
                (Value::Quantity(euros), Rate::PerEuro(_) | Rate::Unknown)
                    if is_money(key, &euros) =>
                {
                    figures.euros.push(Euro { path, value: text });
                }
                (value, _) => figures.put(path, key, value, origin(source.to_owned())),
            }
        }
        // What is computed needs what others say.
        Default::Nothing | Default::Preset | Default::Computed(..) => {}
    }
}

/// Whether a default depends on what a euro is worth.
fn is_money(key: &Key, euros: &Dist) -> bool {
    key.unit.is_money() && euros.is_fixed() != Some(0.0)
}

/// What a euro is worth in the currency of the scenario. Both keys stand before every default
/// in money.
fn rate(scenario: &Scenario, figures: &Figures) -> Rate {
    let is_euro =
        !matches!(figures.value(key!("currency")), Some(Value::Word(code)) if code != "EUR");
    match scenario.keys.get(key!("currency_per_eur")).and_then(|given| given.value.as_ref()) {
        _ if is_euro => Rate::Euro,
        Some(Value::Quantity(rate)) => Rate::PerEuro(rate.quantile(0.5)),
        _ => Rate::Unknown,
    }
}

/// What a euro is worth.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Rate {
    Euro,
    PerEuro(f64),
    Unknown,
}

/// Whether one of these keys is given, itself or in another form.
pub fn stated(scenario: &Scenario, keys: impl IntoIterator<Item = &'static Key>) -> bool {
    keys.into_iter()
        .any(|key| scenario.keys.contains_key(key.path) || stated_otherwise(scenario, key, ""))
}

/// Whether a key is stated, itself or in another form: by the file, or for a community by its
/// platform.
pub fn states(scenario: &Scenario, key: &'static Key, owner: Option<(&Named, Platform)>) -> bool {
    let Some((community, platform)) = owner.filter(|_| key.in_community().is_some()) else {
        return stated(scenario, [key]);
    };
    let of_preset = |preset: &Preset| preset.figures.iter().any(|row| row.key.path == key.path);
    says(scenario, key, community, platform.user) || platform.preset.is_some_and(of_preset)
}

/// Whether the file states a key of a community, itself or in another form, for the community or
/// for its platform.
pub fn says(
    scenario: &Scenario,
    key: &'static Key,
    community: &Named,
    platform: Option<&Named>,
) -> bool {
    let rest = key.in_community().unwrap_or(key.path);
    let given = |prefix: String| {
        scenario.keys.contains_key(&format!("{prefix}{rest}"))
            || stated_otherwise(scenario, key, &prefix)
    };
    given(format!("community.{}.", community.id))
        || platform.is_some_and(|platform| given(format!("platform.{}.", platform.id)))
}

/// A key that has to be given and is not.
fn missing(key: &Key, path: &str, owner: &Named) -> Diagnostic {
    let name = key.in_community().unwrap_or(key.path);
    let label = if owner.id.is_empty() {
        message!("this file needs it")
    } else {
        message!("this community needs it")
    };
    let diagnostic = Diagnostic::new(Code::MissingKey, message!("`{path}` is missing", path))
        .at(owner.at.clone(), label);
    diagnostic.help(match key.domain {
        Domain::Platform => {
            message!(
                "write `{name} = ..` with one of {list}",
                name,
                list =
                    listed(presets::all().iter().map(|preset| preset.id.as_str()), Conjunction::Or)
            )
        }
        Domain::Text => {
            message!("write `{text} = \"..\"`: {about}", text = name, about = key.told())
        }
        _ => message!("write `{name} = ..`: {about}", name, about = key.told()),
    })
}

/// Whether an unknown key was taken for a misspelling of this one.
fn is_misspelt(path: &str, problems: &[Diagnostic]) -> bool {
    problems.iter().any(|problem| problem.meant.as_deref() == Some(path))
}

/// Another community of nearly the same name, stated before this one: a misspelt name makes a new
/// community.
fn like<'s>(scenario: &'s Scenario, community: &Named) -> Option<&'s str> {
    let earlier = scenario
        .communities
        .iter()
        .take_while(|other| other.id != community.id)
        .map(|other| other.id.as_str());
    nearly(&community.id, earlier)
}

/// Whether a community, a platform or the scenario states the same thing in another form.
fn stated_otherwise(scenario: &Scenario, key: &Key, prefix: &str) -> bool {
    KEYS.iter().filter(|other| other.meaning() == key.meaning() && other.path != key.path).any(
        |other| {
            let path = if prefix.is_empty() {
                other.path.to_owned()
            } else {
                format!("{prefix}{}", other.in_community().unwrap_or_default())
            };
            scenario.keys.contains_key(&path)
        },
    )
}

/// A default in the language of the file. That each can be read is tested. What was read once is
/// kept.
fn default(key: &'static Key, text: &str) -> Option<Value> {
    static READ: LazyLock<Vec<OnceLock<Option<Dist>>>> =
        LazyLock::new(|| KEYS.iter().map(|_| OnceLock::new()).collect());
    match key.domain {
        Domain::Quantity(_) | Domain::Above(_) => {
            let read = || {
                presets::read(key, |reading, faults| quantity::read_text(text, 0, reading, faults))
            };
            let place = KEYS.iter().position(|row| row.path == key.path)?;
            READ[place].get_or_init(read).clone().map(Value::Quantity)
        }
        Domain::Whole(..) => text.replace('_', "").parse().ok().map(Value::Whole),
        _ => Some(Value::Word(text.trim_matches('"').to_owned())),
    }
}

/// The platform of a community: the user's own, a preset, or the user's changes to a preset.
pub fn sources<'s>(scenario: &'s Scenario, community: &Named) -> Platform<'s> {
    let Some((_, id)) = named_platform(scenario, community) else { return Platform::default() };
    Platform {
        user: scenario.platforms.iter().find(|platform| platform.id == id),
        preset: presets::find(id),
    }
}

/// The name of a community's platform, as it is given.
fn named_platform<'s>(scenario: &'s Scenario, community: &Named) -> Option<(&'s Given, &'s str)> {
    let path = format!("community.{}.{}", community.id, key!(community "platform"));
    let given = scenario.keys.get(&path)?;
    match given.value.as_ref()? {
        Value::Word(id) => Some((given, id)),
        _ => None,
    }
}

/// The platform of a community, or the problem that there is none of its name.
fn platform<'s>(
    scenario: &'s Scenario,
    community: &Named,
    problems: &mut Vec<Diagnostic>,
) -> Platform<'s> {
    let found = sources(scenario, community);
    if let Some((given, id)) = named_platform(scenario, community)
        && found.user.is_none()
        && found.preset.is_none()
    {
        let known = || {
            presets::all()
                .iter()
                .map(|preset| preset.id.as_str())
                .chain(scenario.platforms.iter().map(|platform| platform.id.as_str()))
        };
        let diagnostic =
            Diagnostic::new(Code::UnknownPlatform, message!("there is no platform `{id}`", id))
                .at(given.value_at.clone(), message!("unknown platform"));
        let list = message!(
            "there are {list}; or describe your own as `[platform.{id}]`",
            list = listed(known(), Conjunction::And),
            id = write::key(id)
        );
        problems.push(diagnostic.help(nearest(id, known()).map_or(list.clone(), |near| {
            message!("did you mean \"{value}\"? {list}", value = near, list)
        })));
    }
    found
}
