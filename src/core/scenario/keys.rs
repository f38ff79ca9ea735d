//! KEYS: the one table of everything a scenario may say. Parsing, errors, `explain`, `init` and the
//! editors' schema all read it, so a new key is one row here and the line of the model that uses
//! it.

mod kinds;
mod row;
mod sections;
mod table;

pub use kinds::{
    BY_DESIGN, Computed, Default, Domain, ESTIMATE, EXTENDS, Field, Form, Group, Holds, Key, Level,
    Needed, Rows, Section, SectionId, Used,
};
pub use sections::{KINDS, SECTIONS};
pub use table::{BRANDS, CLAIM_KINDS, COMMUNITY_KINDS, KEYS, ROLES, SAMPLERS};

use crate::locale::Locale;
use crate::metric::{METRICS, is_same};

impl SectionId {
    pub const fn section(self) -> &'static Section {
        &SECTIONS[self as usize]
    }

    /// A field that the program itself names: what is not in the table does not compile.
    pub const fn at(self, name: &str) -> &'static Field {
        let fields = self.section().fields;
        let mut place = 0;
        while place < fields.len() {
            if is_same(fields[place].name, name) {
                return &fields[place];
            }
            place += 1;
        }
        panic!("the section has no such field")
    }
}

/// Each family of keys that have to be given together.
pub fn together() -> Vec<Vec<&'static Key>> {
    let mut families: Vec<Vec<&'static Key>> = Vec::new();
    for key in KEYS.iter().filter(|key| key.form == Form::Together) {
        match families.iter_mut().find(|family| family[0].meaning() == key.meaning()) {
            Some(family) => family.push(key),
            None => families.push(vec![key]),
        }
    }
    families
}

/// The keys of a group, in the order of the table.
pub fn group(group: Group) -> impl Iterator<Item = &'static Key> {
    KEYS.iter().filter(move |key| key.is(group))
}

/// The parts of the mix of posts: branded, helpful, emotional.
pub fn mix() -> [&'static Key; 3] {
    let mut parts = group(Group::Mix);
    [(); 3].map(|()| parts.next().expect("the table has three parts of the mix"))
}

/// The factors of what a key states whole, in the order of the table.
pub fn factors(whole: &str) -> impl Iterator<Item = &'static Key> {
    KEYS.iter().filter(move |key| key.form != Form::Whole && key.instead_of == Some(whole))
}

/// The row of a path that the program itself names: what is not in the table does not compile.
pub const fn at(path: &str) -> &'static Key {
    let mut place = 0;
    while place < KEYS.len() {
        if is_same(KEYS[place].path, path) {
            return &KEYS[place];
        }
        place += 1;
    }
    panic!("KEYS has no such path")
}

/// The path of a key, which the compiler finds in KEYS; of a key of a community what stands behind
/// its name.
#[doc(hidden)]
#[macro_export]
macro_rules! path_of_key {
    (community $path:expr) => {{
        const _: &$crate::scenario::keys::Key =
            $crate::scenario::keys::at(concat!("community.<id>.", $path));
        $path
    }};
    ($path:expr) => {{
        const PATH: &str = $crate::scenario::keys::at($path).path;
        PATH
    }};
}

pub use path_of_key as key;

/// Every key that a row or a metric names is in the table.
const _: () = {
    let mut metric = 0;
    while metric < METRICS.len() {
        if let Some(path) = METRICS[metric].needs.key() {
            at(path);
        }
        metric += 1;
    }
    let mut place = 0;
    while place < KEYS.len() {
        if let Some(whole) = KEYS[place].instead_of {
            at(whole);
        }
        if let Used::With(others) | Used::DefaultWith(others) = KEYS[place].used {
            let mut other = 0;
            while other < others.len() {
                at(others[other]);
                other += 1;
            }
        }
        place += 1;
    }
};

/// The row of a path as it stands in the table, or `None`.
pub fn row(path: &str) -> Option<&'static Key> {
    KEYS.iter().find(|key| key.path == path)
}

/// The key that a concrete path such as `community.page.followers` means, also with the week from
/// which it has another value, or `None`.
pub fn find(path: &str) -> Option<&'static Key> {
    let path = timeless(path);
    let mut parts = path.splitn(3, '.');
    match (parts.next(), parts.next(), parts.next()) {
        (Some("community"), Some(id), Some(rest)) if !id.is_empty() => {
            KEYS.iter().find(|key| key.in_community() == Some(rest))
        }
        _ => row(path).filter(|key| key.in_community().is_none()),
    }
}

/// What stands between a key and the week from which it has another value.
const AT: char = '@';

/// The input that a key is from a week on: `support.people@26`.
pub fn from_week(path: &str, week: usize) -> String {
    format!("{path}{AT}{week}")
}

/// A key without the week from which it has another value.
pub fn timeless(path: &str) -> &str {
    path.split(AT).next().unwrap_or(path)
}

/// The week from which an input is what it is, where that is not the first.
pub fn since_week(path: &str) -> Option<usize> {
    path.split_once(AT)?.1.parse().ok()
}

impl Key {
    /// Whether it may have another value from a week on: what the team does and costs, what is
    /// posted, how the community grows, how many ask, what things cost and are worth. Everything
    /// else is a trait of the people or of the whole horizon.
    pub fn may_change(&self) -> bool {
        const WHOLE_HORIZON: [&str; 7] = [
            "cost.discount",
            "support.occupancy",
            "community.<id>.growth.paid_bots",
            "community.<id>.posts.skew",
            "community.<id>.questions.asker_skew",
            "community.<id>.questions.growth",
            "community.<id>.questions.season",
        ];
        const MAY: [&str; 6] = [
            "support.",
            "outreach.",
            "cost.",
            "community.<id>.posts.",
            "community.<id>.growth.",
            "community.<id>.questions.",
        ];
        let is_price = || self.is(Group::Price) || at_meaning(self).is(Group::Price);
        (is_price() || MAY.iter().any(|start| self.path.starts_with(start)))
            && !WHOLE_HORIZON.contains(&self.path)
    }
}

/// The keys that say in each language what a key says: `title.en`, `title.ru`, `title.uk`.
pub fn said_in(path: &str) -> [String; Locale::ALL.len()] {
    Locale::ALL.map(|locale| format!("{path}.{}", locale.id()))
}

/// A key as it is written beside the one that it translates: in quotes, because to TOML a dot makes
/// a table of it.
pub fn spelt(name: &str) -> String {
    let is_translation = name
        .rsplit_once('.')
        .is_some_and(|(_, language)| Locale::ALL.iter().any(|locale| locale.id() == language));
    if is_translation { format!("\"{name}\"") } else { name.to_owned() }
}

/// The table in which a key stands, and its name there; `None` of one that stands above all tables,
/// as what is said in a language of such a key does.
pub fn in_table(path: &str) -> Option<(&str, &str)> {
    path.split_once('.').filter(|(_, rest)| rest.contains('.') || spelt(path) == path)
}

/// The key that states the same thing whole.
fn at_meaning(key: &Key) -> &Key {
    key.instead_of.and_then(row).unwrap_or(key)
}
