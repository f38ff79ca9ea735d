//! What is taken for every key: from the file, the command line, the user's platform, a preset, or
//! the default.

use std::collections::BTreeMap;
use std::sync::{LazyLock, OnceLock};

use super::checks::missing;
use super::names::Overlap;
use super::rows;
use crate::diagnostic::{Code, Diagnostic, Source, Span, listed, nearest, nearly};
use crate::dist::Dist;
use crate::model::DEFAULT_OVERLAP;
use crate::scenario::keys::{self, Default, Domain, Group, KEYS, Key, Level, Used, key};
use crate::scenario::presets::{self, Preset};
use crate::scenario::{DataFile, Edited, Given, Named, Scenario, Value, quantity, write};
use crate::units::Unit;

/// One line of how the scenario was understood.
#[derive(Clone, Debug)]
pub struct Assumption {
    pub key: String,
    pub unit: Unit,
    pub level: Level,
    pub value: Understood,
    pub origin: Origin,
}

#[derive(Clone, Debug)]
pub enum Understood {
    Quantity(Dist),
    Words(String),
}

/// Where a value comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Name of the file without its folder, and the line.
    File {
        name: String,
        line: usize,
    },
    CommandLine,
    Preset {
        id: String,
        year: u64,
        source: String,
    },
    Default {
        source: String,
    },
    /// Measured on a friend graph.
    Measured {
        on: String,
    },
}

impl Origin {
    /// Whether nobody published the figure and the user did not state it.
    pub fn is_estimate(&self) -> bool {
        match self {
            Origin::Preset { source, .. } | Origin::Default { source } => {
                presets::is_estimate(source)
            }
            Origin::File { .. } | Origin::CommandLine | Origin::Measured { .. } => false,
        }
    }
}

/// How many figures the program's authors estimated.
pub fn estimates(assumptions: &[Assumption]) -> usize {
    assumptions.iter().filter(|assumption| assumption.origin.is_estimate()).count()
}

/// A value in force.
#[derive(Clone, Debug)]
pub struct Figure {
    pub value: Value,
    /// Where a file or the command line states it.
    pub at: Option<Span>,
    /// Whether a what-if, a study or the command line states it.
    pub edited: Edited,
}

/// The values in force by concrete path. What is not given and has no default is absent, and so is
/// what could not be read.
#[derive(Clone, Debug, std::default::Default)]
pub struct Figures {
    pub by_path: BTreeMap<String, Figure>,
    pub assumptions: Vec<Assumption>,
    /// Files from which the values were read.
    pub data: Vec<DataFile>,
    /// Defaults in euros that cannot be taken, because the currency is another and nobody said what
    /// a euro is worth.
    pub euros: Vec<Euro>,
    /// Where the lines of each source begin.
    lines: Vec<Vec<usize>>,
}

/// A default in euros.
#[derive(Clone, Debug)]
pub struct Euro {
    pub path: String,
    pub value: &'static str,
}

/// The sources of a community's figures below the community itself.
#[derive(Clone, Copy, Debug, std::default::Default)]
struct Platform<'s> {
    user: Option<&'s Named>,
    preset: Option<&'static Preset>,
}

impl Figures {
    pub fn of(scenario: &Scenario, problems: &mut Vec<Diagnostic>) -> Figures {
        let starts = |source: &Source| {
            source.text.match_indices('\n').map(|(newline, _)| newline + 1).collect()
        };
        let mut figures =
            Figures { lines: scenario.sources.iter().map(starts).collect(), ..Figures::default() };
        let mut used = Vec::new();
        let first = KEYS.iter().position(|key| key.in_community().is_some()).unwrap_or(0);
        let (before, after) = KEYS.split_at(first);
        for key in before.iter().filter(|key| key.path != keys::EXTENDS) {
            figures.settle(scenario, key, None, problems);
        }
        for community in &scenario.communities {
            let platform = platform(scenario, community, problems);
            used.extend(platform.user);
            for key in KEYS.iter().filter(|key| key.in_community().is_some()) {
                figures.settle(scenario, key, Some((community, platform)), problems);
            }
        }
        for key in after.iter().filter(|key| key.in_community().is_none()) {
            figures.settle(scenario, key, None, problems);
        }
        rows::settle(&mut figures, scenario);
        for unused in scenario.platforms.iter().filter(|platform| !used.contains(platform)) {
            let message = format!("no community has `platform = \"{}\"`", unused.id);
            let help = format!(
                "write it into the community that is meant, or leave out `[platform.{}]`",
                write::key(&unused.id)
            );
            problems.push(
                Diagnostic::new(Code::UnusedPlatform, message)
                    .at(unused.at.clone(), "has no effect")
                    .help(help),
            );
        }
        figures
    }

    pub fn value(&self, path: &str) -> Option<&Value> {
        self.by_path.get(path).map(|figure| &figure.value)
    }

    pub fn whole(&self, path: &str) -> Option<u64> {
        match self.value(path)? {
            Value::Whole(number) => Some(*number),
            _ => None,
        }
    }

    pub fn dist(&self, path: &str) -> Option<&Dist> {
        match self.value(path)? {
            Value::Quantity(dist) => Some(dist),
            _ => None,
        }
    }

    /// Whether neither a file nor a platform states a value.
    pub fn is_default(&self, path: &str) -> bool {
        let assumption = self.assumptions.iter().find(|assumption| assumption.key == path);
        assumption.is_none_or(|assumption| matches!(assumption.origin, Origin::Default { .. }))
    }

    /// Whether a what-if, a study or the command line states a value.
    pub fn is_edited(&self, path: &str) -> bool {
        self.by_path.get(path).is_some_and(|figure| figure.edited == Edited::Yes)
    }

    pub fn median(&self, path: &str) -> Option<f64> {
        self.dist(path).map(|dist| dist.quantile(0.5))
    }

    /// Puts the value of one key in force, unless another form of the same thing is.
    fn settle(
        &mut self,
        scenario: &Scenario,
        key: &'static Key,
        owner: Option<(&Named, Platform)>,
        problems: &mut Vec<Diagnostic>,
    ) {
        let path = key.of(owner.map_or("", |(community, _)| community.id.as_str()));
        if let Some(given) = scenario.keys.get(&path) {
            if let Used::With(others) = key.used
                && !stated_in(scenario, others, owner)
            {
                let others: Vec<String> = others.iter().map(|other| own(other, owner)).collect();
                problems.push(alone(&path, &others, given));
            }
            return self.take(scenario, &path, given);
        }
        let is_used = match key.used {
            Used::Always => true,
            Used::With(others) | Used::DefaultWith(others) => stated_in(scenario, others, owner),
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
                if let Some(given) = scenario
                    .keys
                    .get(&format!("{prefix}{}", key.in_community().unwrap_or_default()))
                {
                    return self.take(scenario, &path, given);
                }
                if stated_otherwise(scenario, key, &prefix) {
                    return;
                }
            }
            if let Some(figure) = platform
                .preset
                .and_then(|preset| preset.figures.iter().find(|figure| figure.key.path == key.path))
            {
                let preset = platform
                    .preset
                    .map_or((String::new(), 0), |preset| (preset.id.clone(), preset.year));
                let origin =
                    Origin::Preset { id: preset.0, year: preset.1, source: figure.source.clone() };
                return self.put(path, key, (Value::Quantity(figure.dist.clone()), None, origin));
            }
            if key.default == Default::Preset
                && let Some(user) = platform.user
            {
                return problems.push(
                    missing(key, &path, community)
                        .also(user.at.clone(), "its platform does not state it either"),
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
                        Some(near) => diagnostic.help(format!(
                            "if you mean `{near}`, write `[community.{}]`",
                            write::key(near)
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
                match (value, self.rate(scenario)) {
                    (Value::Quantity(euros), rate)
                        if key.unit.is_money() && euros.is_fixed() != Some(0.0) =>
                    {
                        match rate {
                            Rate::Euro => self.put(
                                path,
                                key,
                                (
                                    Value::Quantity(euros),
                                    None,
                                    Origin::Default { source: source.to_owned() },
                                ),
                            ),
                            Rate::PerEuro(rate) => {
                                let source =
                                    format!("{source}; {text} euros at `currency_per_eur`");
                                self.put(
                                    path,
                                    key,
                                    (
                                        Value::Quantity(euros.scaled(rate)),
                                        None,
                                        Origin::Default { source },
                                    ),
                                );
                            }
                            Rate::Unknown => self.euros.push(Euro { path, value: text }),
                        }
                    }
                    (value, _) => self.put(
                        path,
                        key,
                        (value, None, Origin::Default { source: source.to_owned() }),
                    ),
                }
            }
            // What is computed needs what others say.
            Default::Nothing | Default::Preset | Default::Computed(..) => {}
        }
    }

    /// What a euro is worth in the currency of the scenario. Both keys stand before every default
    /// in money.
    fn rate(&self, scenario: &Scenario) -> Rate {
        let is_euro =
            !matches!(self.value(key!("currency")), Some(Value::Word(code)) if code != "EUR");
        match scenario.keys.get(key!("currency_per_eur")).and_then(|given| given.value.as_ref()) {
            _ if is_euro => Rate::Euro,
            Some(Value::Quantity(rate)) => Rate::PerEuro(rate.quantile(0.5)),
            _ => Rate::Unknown,
        }
    }

    /// A figure that follows from others.
    pub fn derive(&mut self, key: &Key, dist: Dist, source: &str) {
        let figure = (Value::Quantity(dist), None, Origin::Default { source: source.to_owned() });
        self.put(key.path.to_owned(), key, figure);
        // It takes its place in the order of the keys.
        let row = |path: &str| {
            keys::find(path).and_then(|found| KEYS.iter().position(|key| key.path == found.path))
        };
        if let Some(assumption) = self.assumptions.pop() {
            let later = |other: &Assumption| {
                row(&other.key).is_none_or(|other| Some(other) > row(key.path))
            };
            let place = self.assumptions.iter().position(later).unwrap_or(self.assumptions.len());
            self.assumptions.insert(place, assumption);
        }
    }

    /// A number that was measured takes the place of a default or a preset's.
    pub fn measured(&mut self, path: &str, value: f64, on: &str) {
        let value = Dist::fixed(value);
        if let Some(figure) = self.by_path.get_mut(path) {
            figure.value = Value::Quantity(value.clone());
        }
        if let Some(assumption) =
            self.assumptions.iter_mut().find(|assumption| assumption.key == path)
        {
            assumption.value = Understood::Quantity(value);
            assumption.origin = Origin::Measured { on: on.to_owned() };
        }
    }

    fn take(&mut self, scenario: &Scenario, path: &str, given: &Given) {
        let Some(value) = given.value.clone() else { return };
        let origin = self.origin(scenario, &given.at);
        self.data.extend(given.data.iter().cloned());
        self.put(path.to_owned(), given.key, (value, Some(given.value_at.clone()), origin));
        if let Some(figure) = self.by_path.get_mut(path) {
            figure.edited = given.edited;
        }
    }

    pub fn origin(&self, scenario: &Scenario, at: &Span) -> Origin {
        match (scenario.sources.get(at.source), self.lines.get(at.source)) {
            (Some(source), Some(lines)) if at.source < scenario.files => {
                let name =
                    source.name.rsplit(['/', '\\']).next().unwrap_or(&source.name).to_owned();
                Origin::File {
                    name,
                    line: 1 + lines.partition_point(|start| *start <= at.bytes.start),
                }
            }
            _ => Origin::CommandLine,
        }
    }

    /// How the overlaps were understood: each that is stated, and what holds for all others.
    pub fn overlaps(&mut self, scenario: &Scenario, overlaps: &[Overlap]) {
        let stated = overlaps.iter().filter_map(|overlap| Some((overlap, overlap.share.as_ref()?)));
        let mut assumptions: Vec<Assumption> = stated
            .map(|(overlap, share)| {
                assumed(&overlap.path, share, self.origin(scenario, &overlap.at))
            })
            .collect();
        let (count, communities) = (assumptions.len(), scenario.communities.len());
        if count < communities * communities.saturating_sub(1) / 2 {
            let origin = Origin::Default { source: keys::ESTIMATE.to_owned() };
            assumptions.push(assumed("overlap", &Dist::fixed(DEFAULT_OVERLAP), origin));
        }
        self.assumptions.append(&mut assumptions);
    }

    fn put(&mut self, path: String, key: &Key, (value, at, origin): (Value, Option<Span>, Origin)) {
        let understood = match &value {
            Value::Quantity(dist) => Understood::Quantity(dist.clone()),
            Value::Whole(number) => Understood::Words(number.to_string()),
            Value::Word(word) => Understood::Words(word.clone()),
            Value::Date(date) => Understood::Words(date.to_string()),
            Value::Colour(colour) => Understood::Words(format!("#{}", colour.hex())),
            Value::Colours(colours) => {
                Understood::Words(colours.map(|colour| format!("#{}", colour.hex())).join(", "))
            }
            Value::Font(font) => Understood::Words(font.family.clone()),
            Value::Picture(picture) => {
                Understood::Words(format!("{} x {} pixels", picture.size.0, picture.size.1))
            }
            Value::Graph(list) => Understood::Words(list.name.clone()),
            Value::Flag(flag) => Understood::Words(flag.to_string()),
            Value::Months(months) => {
                Understood::Words(months.map(|weight| weight.to_string()).join(", "))
            }
        };
        self.assumptions.push(Assumption {
            key: path.clone(),
            unit: key.unit,
            level: key.level,
            value: understood,
            origin,
        });
        self.by_path.insert(path, Figure { value, at, edited: Edited::No });
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

/// The same of a community, whose name takes the place of `<id>`.
fn stated_in(scenario: &Scenario, paths: &[&str], owner: Option<(&Named, Platform)>) -> bool {
    let prefix =
        owner.map_or(String::new(), |(community, _)| format!("community.{}.", community.id));
    let of = |key: &Key| if key.in_community().is_some() { prefix.as_str() } else { "" };
    let keys = paths.iter().filter_map(|path| keys::row(path));
    keys.into_iter().any(|key| {
        scenario.keys.contains_key(&own(key.path, owner))
            || stated_otherwise(scenario, key, of(key))
    })
}

/// A path with the name of the community that it belongs to.
fn own(path: &str, owner: Option<(&Named, Platform)>) -> String {
    path.replace("<id>", owner.map_or("", |(community, _)| community.id.as_str()))
}

/// A key that would be ignored.
fn alone(path: &str, others: &[String], given: &Given) -> Diagnostic {
    let needed = listed(others.iter().map(String::as_str), "or");
    let diagnostic =
        Diagnostic::new(Code::KeyAlone, format!("`{path}` has no effect without {needed}"));
    diagnostic
        .at(given.at.clone(), "nothing to act on")
        .help(format!("give {needed}, or leave `{path}` out"))
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

fn assumed(key: &str, share: &Dist, origin: Origin) -> Assumption {
    Assumption {
        key: key.to_owned(),
        unit: Unit::Share,
        level: Level::Common,
        value: Understood::Quantity(share.clone()),
        origin,
    }
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
fn platform<'s>(
    scenario: &'s Scenario,
    community: &Named,
    problems: &mut Vec<Diagnostic>,
) -> Platform<'s> {
    let path = format!("community.{}.{}", community.id, key!(community "platform"));
    let given = scenario.keys.get(&path);
    let Some((given, Value::Word(id))) =
        given.and_then(|given| Some((given, given.value.as_ref()?)))
    else {
        return Platform::default();
    };
    let user = scenario.platforms.iter().find(|platform| platform.id == *id);
    let preset = presets::find(id);
    if user.is_none() && preset.is_none() {
        let known = || {
            presets::all()
                .iter()
                .map(|preset| preset.id.as_str())
                .chain(scenario.platforms.iter().map(|platform| platform.id.as_str()))
        };
        let diagnostic =
            Diagnostic::new(Code::UnknownPlatform, format!("there is no platform `{id}`"))
                .at(given.value_at.clone(), "unknown platform");
        let list = format!(
            "there are {}; or describe your own as `[platform.{}]`",
            listed(known(), "and"),
            write::key(id)
        );
        problems.push(
            diagnostic.help(
                nearest(id, known())
                    .map_or(list.clone(), |near| format!("did you mean \"{near}\"? {list}")),
            ),
        );
    }
    Platform { user, preset }
}
