//! What is stored with a run: the merged scenario as TOML, and its hash.

use jiff::civil::Date;
use sha2::{Digest, Sha256};

use super::dates;
use super::figures::Figures;
use crate::digits::hex;
use crate::locale::{Label, Locale};
use crate::scenario::deck::{Deck, Step};
use crate::scenario::keys::{self, EXTENDS, Group, KEYS, Key, SectionId, key, spelt};
use crate::scenario::theme::{Theme, is_look};
use crate::scenario::{Scenario, Value, write};

/// The scenario as far as answers, files and comparisons speak of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    pub title: Label,
    pub description: Option<Label>,
    /// What somebody claims of it.
    pub claim: Statement,
    pub currency: String,
    /// In which language it is answered.
    pub locale: Locale,
    /// The first day of week 0, where it is given.
    pub start: Option<Date>,
    /// How its documents are to look.
    pub theme: Theme,
    /// Which slides its deck has, and in which words.
    pub deck: Deck,
    /// SHA-256 in hexadecimal digits of the text, without seed and trials, and of every data file.
    pub hash: String,
    /// The scenario as TOML, after `extends` and `--set`.
    pub text: String,
}

/// What a text claims of a scenario, in other words than its own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Statement {
    pub text: Option<Label>,
    /// Which text, and which figure of it.
    pub place: Option<Label>,
    pub kind: ClaimKind,
}

/// Whether a claim says anything about the world.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ClaimKind {
    /// It could have come out otherwise.
    #[default]
    Finding,
    /// It follows from the definitions of the model and from what its file sets.
    Arithmetic,
}

impl ClaimKind {
    pub const fn id(self) -> &'static str {
        keys::CLAIM_KINDS[self as usize]
    }
}

/// How much of a scenario a text holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Extent {
    Whole,
    /// What is simulated, without how it is run and what is asked of it.
    Simulated,
}

pub fn of(scenario: &Scenario, figures: &Figures) -> Option<About> {
    let word = |path: &str| match figures.value(path) {
        Some(Value::Word(word)) => Some(word.clone()),
        _ => None,
    };
    Some(About {
        title: named(figures, key!("title"))?,
        description: named(figures, key!("description")),
        claim: Statement {
            text: named(figures, key!("claim.text")),
            place: named(figures, key!("claim.place")),
            kind: match word(key!("claim.kind")) {
                Some(kind) if kind == ClaimKind::Arithmetic.id() => ClaimKind::Arithmetic,
                _ => ClaimKind::Finding,
            },
        },
        currency: word(key!("currency"))?,
        theme: Theme::of(|path| scenario.keys.get(path)),
        deck: deck(scenario, figures),
        locale: word(key!("locale")).and_then(|id| Locale::find(&id)).unwrap_or_default(),
        start: dates::first_day(figures),
        hash: hash(scenario, figures),
        text: text(scenario, Extent::Whole),
    })
}

/// What the file says of its deck.
fn deck(scenario: &Scenario, figures: &Figures) -> Deck {
    let value = |path: &str| scenario.keys.get(path).and_then(|given| given.value.clone());
    let words = |path: &str| match value(path) {
        Some(Value::SlideWords(words)) => words,
        _ => Vec::new(),
    };
    Deck {
        slides: match value(key!("deck.slides")) {
            Some(Value::Slides(slides)) => slides,
            _ => Vec::new(),
        },
        titles: words(key!("deck.titles")),
        notes: words(key!("deck.notes")),
        by: match figures.value(key!("deck.by")) {
            Some(Value::Word(word)) => Step::find(word).unwrap_or_default(),
            _ => Step::Week,
        },
    }
}

/// What a key and its translations say.
pub fn named(figures: &Figures, path: &str) -> Option<Label> {
    let word = |path: &str| match figures.value(path) {
        Some(Value::Word(word)) => Some(word.clone()),
        _ => None,
    };
    Some(Label::new(word(path)?, translations(figures, path)))
}

/// What is said of a key in each language.
pub fn translations(figures: &Figures, path: &str) -> [Option<String>; Locale::ALL.len()] {
    keys::said_in(path).map(|path| match figures.value(&path) {
        Some(Value::Word(word)) => Some(word.clone()),
        _ => None,
    })
}

fn hash(scenario: &Scenario, figures: &Figures) -> String {
    let mut hasher = Sha256::new();
    let mut part = |bytes: &[u8]| {
        // Lengths keep one part from passing into the next.
        hasher.update((bytes.len() as u64).to_le_bytes());
        hasher.update(bytes);
    };
    part(text(scenario, Extent::Simulated).as_bytes());
    let overlaps = scenario.sections.overlaps.iter().flat_map(|overlap| &overlap.data);
    let inputs = scenario.sections.inputs.iter().flat_map(|input| &input.data);
    for file in figures.data.iter().chain(overlaps).chain(inputs) {
        part(file.name.as_bytes());
        part(&without_returns(&file.bytes));
    }
    hex(&hasher.finalize())
}

/// A text without the carriage returns that some systems write before the end of a line: no number
/// depends on them.
fn without_returns(bytes: &[u8]) -> Vec<u8> {
    let ends = |place: usize| bytes[place] == b'\r' && bytes.get(place + 1) == Some(&b'\n');
    (0..bytes.len()).filter(|place| !ends(*place)).map(|place| bytes[place]).collect()
}

/// The keys in the order of KEYS, table by table, then the sections.
fn text(scenario: &Scenario, extent: Extent) -> String {
    let mut text = String::new();
    // The look is stored with the documents: files that it names need not be where the text is read
    // again.
    let is_stored = |key: &&Key| {
        key.in_community().is_none()
            && key.path != EXTENDS
            && !is_look(key)
            && !(extent == Extent::Simulated && key.is(Group::Unhashed))
    };
    let top: Vec<&str> = KEYS.iter().filter(is_stored).map(|key| key.path).collect();
    let table_of =
        |path: &str| keys::in_table(path).map_or(String::new(), |(table, _)| table.to_owned());
    let mut tables: Vec<String> = top.iter().map(|path| table_of(path)).collect();
    tables.dedup();
    for table in tables {
        let prefix = if table.is_empty() { String::new() } else { format!("{table}.") };
        let is_in = |path: &&&str| table_of(path) == table;
        let within = top.iter().filter(is_in);
        section(
            &mut text,
            scenario,
            &table,
            within.map(|path| (&path[prefix.len()..], (*path).to_owned())),
        );
    }
    let is_part = |key: &&Key| extent == Extent::Whole || !key.is(Group::Unhashed);
    let rows = || KEYS.iter().filter(is_part).filter_map(Key::in_community);
    for (kind, owners) in
        [("community", &scenario.communities), (key!(community "platform"), &scenario.platforms)]
    {
        for owner in owners {
            let header = format!("{kind}.{}", write::key(&owner.id));
            section(
                &mut text,
                scenario,
                &header,
                rows().map(|rest| (rest, format!("{kind}.{}.{rest}", owner.id))),
            );
        }
    }
    for row in &scenario.sections.texts {
        let section = row.section.section();
        if extent == Extent::Simulated && section.is(Group::Unhashed) {
            continue;
        }
        // What an input or a metric is called moves no number.
        let is_named = matches!(row.section, SectionId::Input | SectionId::Metric);
        let is_name = |field: &str| is_named && field.split('.').next() == Some("name");
        let lines: Vec<String> = row
            .fields
            .iter()
            .filter(|(field, _)| extent == Extent::Whole || !is_name(field))
            .map(|(field, value)| format!("{} = {value}\n", spelt(field)))
            .collect();
        text.extend(["\n", &section.header(&write::key(&row.id)), "\n", &lines.concat()]);
    }
    text
}

/// A table with those of the keys that are given; none without any.
fn section<'k>(
    text: &mut String,
    scenario: &Scenario,
    header: &str,
    keys: impl Iterator<Item = (&'k str, String)>,
) {
    let lines: Vec<String> = keys
        .filter_map(|(name, path)| {
            Some(format!("{} = {}\n", spelt(name), scenario.keys.get(&path)?.text))
        })
        .collect();
    if lines.is_empty() {
        return;
    }
    if !header.is_empty() {
        let gap = if text.is_empty() { "" } else { "\n" };
        text.extend([gap, "[", header, "]\n"]);
    }
    text.push_str(&lines.concat());
}
