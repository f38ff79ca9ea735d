//! KINDS: the exports that are known, from `exports.toml`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::field::Field;
use super::fold::fold;
use crate::shape::{Dimension, Metric, Shape};

/// How the rows of a file lie.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Layout {
    #[default]
    Table,
    Days,
    Titled,
    Audience,
    Trends,
}

/// Whether the day or the month comes first in `03/04/2026`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Order {
    DayFirst,
    MonthFirst,
}

/// A kind of export.
#[derive(Clone, Debug)]
pub struct Kind {
    pub id: String,
    pub shape: Shape,
    pub network: Option<String>,
    pub layout: Layout,
    pub zone: Option<String>,
    pub dates: Option<Order>,
    /// Rows have no times, and need none.
    pub timeless: bool,
    /// Texts have the entities of a web page in them.
    pub markup: bool,
    /// Topics have spaces between them.
    pub spaced: bool,
    /// Groups of fields of which one each is needed.
    pub needs: Vec<Vec<Field>>,
    /// Headings, folded, with which a file is of another kind.
    pub unless: Vec<String>,
    /// A part of the path of its list, where it is one.
    pub path: Option<String>,
    /// Fields in their order, with their folded headings, the better first; behind `^`, what stands
    /// beside a list.
    pub columns: Vec<(Field, Vec<String>)>,
    pub titles: BTreeMap<String, Titled>,
    pub side: Option<Sides>,
    pub tone: Tones,
    /// Hours of one unit of a field.
    pub hours: BTreeMap<Field, f64>,
    /// Stages that mean won and lost, folded.
    pub won: Vec<String>,
    pub lost: Vec<String>,
    /// Texts that begin so answer somebody, and are no posts.
    pub replies: Option<String>,
}

/// What the title of a block says.
#[derive(Clone, Debug)]
pub struct Titled {
    pub network: Option<String>,
    pub metric: Option<Metric>,
    /// `None` where a block is not used.
    pub dimension: Option<Dimension>,
}

/// By what it is told who speaks: words of a field, with `*` for any end.
#[derive(Clone, Debug)]
pub struct Sides {
    pub field: Field,
    pub brand: Vec<String>,
    pub people: Vec<String>,
}

/// Words of tones, folded.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tones {
    #[serde(default)]
    pub positive: Vec<String>,
    #[serde(default)]
    pub neutral: Vec<String>,
    #[serde(default)]
    pub negative: Vec<String>,
}

/// The kinds, and the words of rows of sums and of what a network could not compute.
pub struct Kinds {
    pub all: Vec<Kind>,
    pub total: Vec<String>,
    pub failed: Vec<String>,
    /// What stands for a moment that has not come yet.
    pub missing: Vec<String>,
    /// Headings of days that are numbered, and not dated.
    pub numbered: Vec<String>,
}

/// All kinds by their names.
pub static KINDS: LazyLock<Kinds> = LazyLock::new(|| {
    let written: Written =
        toml::from_str(include_str!("exports.toml")).expect("a test reads the table");
    Kinds::of(written)
});

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    words: BTreeMap<String, Vec<String>>,
    tone: Tones,
    kind: BTreeMap<String, WrittenKind>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenKind {
    shape: String,
    network: Option<String>,
    #[serde(default)]
    layout: Layout,
    zone: Option<String>,
    dates: Option<Order>,
    #[serde(default)]
    timeless: bool,
    #[serde(default)]
    markup: bool,
    #[serde(default)]
    spaced: bool,
    #[serde(default)]
    needs: Vec<String>,
    #[serde(default)]
    unless: Vec<String>,
    path: Option<String>,
    #[serde(default)]
    columns: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    titles: BTreeMap<String, WrittenTitle>,
    side: Option<WrittenSides>,
    #[serde(default)]
    units: BTreeMap<String, String>,
    #[serde(default)]
    won: Vec<String>,
    #[serde(default)]
    lost: Vec<String>,
    replies: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenTitle {
    network: Option<String>,
    metric: Option<String>,
    dimension: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenSides {
    field: String,
    #[serde(default)]
    brand: Vec<String>,
    #[serde(default)]
    people: Vec<String>,
}

impl Kinds {
    fn of(written: Written) -> Kinds {
        let words = &written.words;
        let tone = written.tone.folded();
        let folded = |name: &str| words.get(name).map(|all| folded(all)).unwrap_or_default();
        let (total, failed) = (folded("total"), folded("failed"));
        let (missing, numbered) = (folded("missing"), folded("numbered-days"));
        let all = written.kind.into_iter().map(|(id, kind)| kind.kind(id, words, &tone)).collect();
        Kinds { all, total, failed, missing, numbered }
    }
}

fn folded(words: &[String]) -> Vec<String> {
    words.iter().map(|word| fold(word)).collect()
}

impl Tones {
    /// The same words as they are compared.
    pub fn folded(&self) -> Tones {
        Tones {
            positive: folded(&self.positive),
            neutral: folded(&self.neutral),
            negative: folded(&self.negative),
        }
    }
}

impl WrittenKind {
    fn kind(self, id: String, words: &BTreeMap<String, Vec<String>>, tone: &Tones) -> Kind {
        let of_days = self.shape == "days";
        let field = |name: &str| {
            Field::named(name, of_days).unwrap_or_else(|| panic!("{id} has no field {name}"))
        };
        let headings = |all: &[String]| -> Vec<String> {
            let spelt = all.iter().flat_map(|word| match word.strip_prefix('@') {
                Some(name) => words[name].iter().map(String::as_str).collect(),
                None => vec![word.as_str()],
            });
            spelt.map(fold).collect()
        };
        let shape = Shape::ALL.into_iter().find(|shape| shape.id() == self.shape);
        let hours = |unit: &str| if unit == "minutes" { 1.0 / 60.0 } else { 1.0 };
        let need = |group: &String| group.split('|').map(field).collect();
        Kind {
            shape: shape.unwrap_or_else(|| panic!("{id} has no shape")),
            layout: self.layout,
            zone: self.zone,
            dates: self.dates,
            timeless: self.timeless,
            markup: self.markup,
            spaced: self.spaced,
            needs: self.needs.iter().map(need).collect(),
            unless: folded(&self.unless),
            path: self.path,
            columns: self.columns.iter().map(|(name, all)| (field(name), headings(all))).collect(),
            titles: self.titles.iter().map(|(title, of)| (fold(title), of.titled())).collect(),
            side: self.side.map(|side| Sides {
                field: field(&side.field),
                brand: folded(&side.brand),
                people: folded(&side.people),
            }),
            tone: tone.clone(),
            hours: self.units.iter().map(|(name, unit)| (field(name), hours(unit))).collect(),
            won: folded(&self.won),
            lost: folded(&self.lost),
            replies: self.replies,
            network: self.network,
            id,
        }
    }
}

impl WrittenTitle {
    fn titled(&self) -> Titled {
        let metric = self.metric.as_ref().and_then(|id| {
            let found = Metric::ALL.into_iter().find(|metric| metric.id() == id);
            Some(found.unwrap_or_else(|| panic!("there is no metric {id}")))
        });
        let dimension = self.dimension.as_deref().and_then(|id| match id {
            "whole" => Some(Dimension::Whole),
            "age-and-gender" => Some(Dimension::AgeAndGender),
            "age" => Some(Dimension::Age),
            "gender" => Some(Dimension::Gender),
            "city" => Some(Dimension::City),
            "country" => Some(Dimension::Country),
            "none" => None,
            _ => panic!("there is no dimension {id}"),
        });
        Titled { network: self.network.clone(), metric, dimension }
    }
}
