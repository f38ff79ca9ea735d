//! What is changed in a scenario: the `[[what_if]]` of the file, a campaign left out, nothing done
//! at all, and keys that a study varies. A change acts on a scenario that was read, so that each
//! has its place in a text and its own errors.

mod between;
mod change;
mod knob;
mod later;
mod said;

use toml::de::{DeTable, DeValue};

pub use between::between;
pub use change::{Change, Edit, Later, WhatIf, When};
pub use knob::{Knob, Varied};
pub use later::later;
pub use said::written;

use super::given::{Edited, Given, Keys};
use super::keys::{self, Group, Key, SectionId, key};
use super::layer::{Entry, Layer, Raw, Rows, SectionTable};
use super::names::EACH;
use super::sections::{self, Text};
use super::unknown::Shape;
use super::value::Reader;
use super::{Scenario, merge, roles, set, write};
use crate::diagnostic::{Code, Diagnostic, Message, Span, message, one_of};

/// The variant in which the brand does nothing.
pub const NOTHING: &str = "nothing";
/// The scenario as it is.
pub const BASE: &str = "base";
/// What stands before the name of a campaign that is left out.
pub const WITHOUT: &str = "without ";

/// What the brand does not do in [`NOTHING`]. Campaigns do not run either.
const DONE: [Group; 3] = [Group::Posts, Group::Team, Group::Budget];

/// Reads the `[[what_if]]` of a file, or its `[[state]]`, which may be called anything and may
/// change nothing. `scenario` is what they change.
pub fn what_ifs(rows: &Rows, scenario: &Scenario, reader: &mut Reader) -> Vec<WhatIf> {
    let mut found: Vec<WhatIf> = Vec::new();
    let is_state = rows.section.id == SectionId::State;
    for row in &rows.tables {
        let mut checked = sections::row(rows.section, row.keys, row.at.clone(), reader);
        checked.check(&[]);
        let names = checked.names();
        let Some(name) = checked.word("name") else { continue };
        if let Some(other) = found.iter().find(|other| other.name.text == name.text) {
            let message = if is_state {
                message!("the state `{name}` is given twice", name = name.text)
            } else {
                message!("the what-if `{name}` is given twice", name = name.text)
            };
            reader.problems.push(
                Diagnostic::new(Code::RepeatedName, message)
                    .at(name.at.clone(), message!("given again"))
                    .also(other.name.at.clone(), message!("first given here")),
            );
            continue;
        }
        let is_taken =
            [NOTHING, BASE].contains(&name.text.as_str()) || name.text.starts_with(WITHOUT);
        if is_taken && !is_state {
            let message = message!(
                "`{name}` is no name for a what-if: it means something else in comparisons",
                name = name.text
            );
            reader.problems.push(
                Diagnostic::new(Code::ReservedId, message)
                    .at(name.at.clone(), message!("choose another name")),
            );
            continue;
        }
        let Some(set) = row.keys.get("set") else {
            if is_state {
                found.push(WhatIf { name, names, edits: Vec::new() });
            }
            continue;
        };
        let at = Span { source: reader.origin.source, bytes: set.span() };
        let DeValue::Table(table) = set.get_ref() else {
            let diagnostic =
                Diagnostic::new(Code::WrongType, message!("`set` is no table of keys"))
                    .at(at, message!("not a table"));
            reader.problems.push(diagnostic.help(example()));
            continue;
        };
        let mut layer = Layer::default();
        flatten(&mut layer, "", table, reader.origin.source);
        let is_empty = layer.entries.is_empty() && layer.cells.is_empty();
        if is_empty && layer.problems.is_empty() && !is_state {
            let diagnostic = Diagnostic::new(
                Code::WhatIf,
                message!("the what-if `{name}` changes nothing", name = name.text),
            );
            reader.problems.push(diagnostic.at(at, message!("an empty table")).help(example()));
        }
        let edits = edits(layer, scenario, reader, of_variant);
        found.push(WhatIf { name, names, edits });
    }
    found
}

/// A `[[what_if]]` as TOML.
pub fn text(rows: &Rows, row: &SectionTable) -> Text {
    let fields = rows.section.fields.iter();
    let fields = fields
        .filter_map(|field| Some((field.name, write::value(row.keys.get(field.name)?.get_ref()))))
        .collect();
    Text { section: rows.section.id, id: String::new(), fields }
}

fn example() -> Message {
    message!(
        "write `[what_if.set]` below its name, and then for instance \
         `\"community.page.posts.per_week\" = 14`"
    )
}

/// Puts every key of a table into a layer: keys may be written with dots, in quotes, or as tables
/// in tables.
fn flatten<'t>(layer: &mut Layer<'t>, prefix: &str, table: &'t DeTable<'t>, source: usize) {
    for (name, value) in table {
        let path = format!("{prefix}{}", name.get_ref());
        let at = Span { source, bytes: name.span() };
        match value.get_ref() {
            DeValue::Table(below)
                if Shape::of(value.get_ref()) == Shape::Table && !below.is_empty() =>
            {
                flatten(layer, &format!("{path}."), below, source);
            }
            _ => set::put(layer, &path, at, Raw::Toml(value)),
        }
    }
}

/// Why a key belongs to no variant.
fn of_variant(entry: &Entry) -> Option<Diagnostic> {
    entry.key.is(Group::Shared).then(|| {
        let message = message!(
            "`{path}` belongs to the whole comparison, not to one variant",
            path = entry.path
        );
        Diagnostic::new(Code::WhatIf, message).at(entry.at.clone(), message!("not here"))
    })
}

/// The keys of a layer, each read and one edit of its own.
fn edits(
    layer: Layer,
    scenario: &Scenario,
    reader: &mut Reader,
    refuse: impl Fn(&Entry) -> Option<Diagnostic>,
) -> Vec<Edit> {
    let known: Vec<&str> =
        scenario.communities.iter().map(|community| community.id.as_str()).collect();
    let foreign = set::owners(&layer, &known);
    reader.problems.extend(foreign);
    reader.problems.extend(layer.problems);
    let mut edits: Vec<(Span, Edit)> = Vec::new();
    for entry in &layer.entries {
        if let Some(problem) = refuse(entry) {
            reader.problems.push(problem);
            continue;
        }
        let given = Given { edited: Edited::Yes, ..Given::read(entry, reader) };
        let text = given.text.trim_matches('"');
        let words = Message::verbatim(format!("{} = {text}", entry.path));
        edits.push((
            entry.at.clone(),
            Edit { words, changes: vec![Change::Key(entry.path.clone(), given)] },
        ));
    }
    for cell in &layer.cells {
        if let Some(change) = scenario.sections.read(cell, reader) {
            let path = match cell.section.rows {
                super::keys::Rows::Named => format!("{}.{}", cell.section.name, cell.name),
                super::keys::Rows::Listed => {
                    format!("{}.{}.{}", cell.section.name, cell.name, cell.field.name)
                }
            };
            let words = Message::verbatim(format!("{path} = {}", change.text.trim_matches('"')));
            edits.push((cell.at.clone(), Edit { words, changes: vec![Change::Field(change)] }));
        }
    }
    // In the order in which they stand.
    edits.sort_by_key(|(at, _)| at.start());
    edits.into_iter().map(|(_, edit)| edit).collect()
}

impl Scenario {
    /// The names of all variants: those of the file, one without each campaign, and the one in
    /// which nothing is done.
    pub fn variants(&self) -> Vec<String> {
        let own = self.what_ifs.iter().map(|what_if| what_if.name.text.clone());
        let mut all: Vec<String> =
            own.chain(self.left_out().map(|name| format!("{WITHOUT}{name}"))).collect();
        if !self.communities.is_empty() {
            all.push(NOTHING.to_owned());
        }
        all
    }

    /// What has a name by which it can be left out: campaigns, and changes from a week on.
    fn left_out(&self) -> impl Iterator<Item = &str> {
        let campaigns = self.sections.campaigns.iter().map(|campaign| &campaign.name);
        let later = self.later.iter().map(|later| &later.name);
        campaigns.chain(later).filter_map(|name| Some(name.as_ref()?.text.as_str()))
    }

    /// The edits of a variant by its name, or how it could be called.
    pub fn variant(&self, name: &str) -> Result<Vec<Edit>, Message> {
        if let Some(own) = self.what_ifs.iter().find(|what_if| what_if.name.text == name) {
            return Ok(own.edits.clone());
        }
        if name == BASE {
            return Ok(Vec::new());
        }
        let known = |name: &&str| self.left_out().any(|other| other == *name);
        if let Some(left_out) = name.strip_prefix(WITHOUT).filter(known) {
            return Ok(vec![Edit {
                words: message!("without {campaign}", campaign = left_out),
                changes: vec![Change::Without(left_out.to_owned())],
            }]);
        }
        if name == NOTHING && !self.communities.is_empty() {
            return Ok(self.nothing());
        }
        let known = self.variants();
        let way_out = one_of(name, known.iter().map(String::as_str))
            .unwrap_or_else(|| message!("the file has no `[[what_if]]`"));
        Err(message!("there is no what-if `{name}`: {way_out}", name, way_out))
    }

    /// No posts, no team, no budget.
    fn nothing(&self) -> Vec<Edit> {
        let zero = |key: &'static Key| {
            let nowhere = Span { source: usize::MAX, bytes: 0..0 };
            let value = Some(super::Value::Quantity(crate::dist::Dist::fixed(0.0)));
            let given = Given {
                key,
                value,
                at: nowhere.clone(),
                value_at: nowhere,
                text: "0".to_owned(),
                data: Vec::new(),
                edited: Edited::Yes,
                beside: super::Beside::default(),
            };
            Change::Key(key.of(EACH), given)
        };
        let mut edits: Vec<Edit> = DONE
            .iter()
            .map(|group| Edit {
                words: match group {
                    Group::Posts => message!("no posts"),
                    Group::Team => message!("no team"),
                    _ => message!("no budget"),
                },
                changes: keys::group(*group)
                    .map(zero)
                    .chain([Change::WithoutLater(vec![*group])])
                    .collect(),
            })
            .collect();
        let campaigns =
            self.sections.campaigns.iter().filter_map(|campaign| campaign.name.as_ref());
        if let Some(budget) = edits.last_mut() {
            budget.changes.extend(campaigns.map(|name| Change::Without(name.text.clone())));
        }
        edits
    }

    /// The scenario with these edits, one after the other.
    #[must_use]
    pub fn changed<'e>(&self, edits: impl IntoIterator<Item = &'e Edit>) -> Scenario {
        let mut changed = self.clone();
        let edits: Vec<&Edit> = edits.into_iter().collect();
        for change in edits.iter().flat_map(|edit| &edit.changes) {
            if let Change::Key(path, given) = change {
                unstate_mix(&mut changed.keys, path, given);
            }
        }
        for edit in edits {
            changed.apply(edit);
        }
        let mut problems = std::mem::take(&mut changed.problems);
        merge::together(&changed.keys, &mut problems);
        Scenario { problems, ..changed }
    }

    /// Leaves out the campaigns and the later changes of a name.
    fn without(&mut self, name: &str) {
        self.sections.without(name);
        self.later.retain(|later| later.name.as_ref().is_none_or(|word| word.text != name));
    }

    fn apply(&mut self, edit: &Edit) {
        let mut layer = Vec::new();
        let sets_roles = edit.changes.iter().any(|change| {
            let (Change::Key(path, _) | Change::NoKey(path)) = change else { return false };
            path == key!("roles")
        });
        for change in &edit.changes {
            match change {
                Change::Key(path, given) => layer.push((path.clone(), given.clone())),
                Change::NoKey(path) => drop(self.keys.remove(path)),
                Change::Field(field) => {
                    if field.section.id == SectionId::Role && self.keys.contains_key(key!("roles"))
                    {
                        self.sections.roles.clear();
                        roles::settle(
                            &mut self.keys,
                            &mut self.sections,
                            roles::Changed::Yes,
                            &mut self.problems,
                        );
                    }
                    self.sections.set(field);
                }
                Change::Without(name) => self.without(name),
                Change::WithoutLater(groups) => {
                    for later in &mut self.later {
                        later.edits.retain(|edit| !sets_any(edit, groups));
                    }
                }
                Change::Later(later) => self.later.clone_from(later),
                Change::Section(section, rows) => self.sections.replace(*section, rows),
                Change::Communities(communities) => self.communities.clone_from(communities),
                Change::Platforms(platforms) => self.platforms.clone_from(platforms),
            }
        }
        let communities = self.communities.clone();
        merge::over(&mut self.keys, layer, &communities, &mut self.problems);
        if sets_roles {
            self.sections.roles.clear();
            roles::settle(
                &mut self.keys,
                &mut self.sections,
                roles::Changed::No,
                &mut self.problems,
            );
        }
    }
}

/// Whether an edit sets a key of one of these groups.
fn sets_any(edit: &Edit, groups: &[Group]) -> bool {
    edit.changes.iter().any(|change| {
        let Change::Key(_, given) = change else { return false };
        // In whatever form: people are hours of the team.
        let means = |key: &Key| key.meaning() == given.key.meaning();
        groups.iter().any(|group| keys::group(*group).any(means))
    })
}

/// A part of the mix of posts that is set takes the place of parts that were set before it: what is
/// left is theirs.
fn unstate_mix(keys: &mut Keys, path: &str, given: &Given) {
    if !given.key.is(Group::Mix) {
        return;
    }
    let community = path.rsplitn(3, '.').nth(2).unwrap_or_default().to_owned();
    for (other, given) in keys.iter_mut() {
        let same = community.ends_with('*') || other.starts_with(&format!("{community}."));
        if same && given.key.is(Group::Mix) {
            given.edited = Edited::No;
        }
    }
}

/// A number as a file would say it.
fn number(value: f64) -> String {
    write::quoted(&value.to_string()).trim_matches('"').to_owned()
}
