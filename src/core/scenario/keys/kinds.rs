//! What a row of KEYS and one of SECTIONS say.

use crate::diagnostic::Message;
use crate::units::{Kind, Unit};

/// The key that names a parent: it holds for one file, and has no value of its own.
pub const EXTENDS: &str = "extends";

const COMMUNITY: &str = "community.<id>.";

/// One key of the scenario file.
#[derive(Clone, Copy, Debug)]
pub struct Key {
    /// Dotted path; `<id>` stands for the name of a community.
    pub path: &'static str,
    pub domain: Domain,
    pub unit: Unit,
    pub default: Default,
    /// What the model takes where the key is not in force: then its step changes nothing.
    pub neutral: Option<f64>,
    /// The generation in which it came. Those of generation 0 have a dimension of the
    /// low-discrepancy sequence, in the order of the table; one of a later key would move those of
    /// all that stand behind it, so that its column is a Latin hypercube.
    pub since: u8,
    pub level: Level,
    pub groups: &'static [Group],
    /// One line for people, without a final period.
    pub about: &'static str,
    /// The key whose meaning this one states in another way: of such a family a file may give one
    /// form only.
    pub instead_of: Option<&'static str>,
    /// How this form is made up.
    pub form: Form,
    pub used: Used,
}

/// When a key has an effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Used {
    Always,
    /// Only together with one of these: given alone it is left out, with a warning.
    With(&'static [&'static str]),
    /// The same, of what one of these keys cannot do without.
    DefaultWith(&'static [&'static str]),
    /// Its default is taken only where a key of [`Group::Price`] is given.
    DefaultWithPrices,
}

/// Keys that the program treats together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Gives something a value: as soon as one is given, money is counted.
    Price,
    /// Costs money where it is given.
    Cost,
    /// Pays people: no exchange rate tells what that is elsewhere.
    Labour,
    /// Is a part of the mix of posts, which makes 1.
    Mix,
    /// Is zero where the brand writes no posts.
    Posts,
    /// Is zero where the brand has no team.
    Team,
    /// Is zero where the brand has no budget.
    Budget,
    /// Belongs to a whole comparison, and not to one of its variants.
    Shared,
    /// Makes no difference between two variants: it says nothing of what is simulated.
    Aside,
    /// Is not part of what is simulated, by which stored runs are told apart.
    Unhashed,
}

/// How a key takes part in stating one thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// It states the thing alone.
    Whole,
    /// It is one factor of several; those that are not given are 1.
    Factor,
    /// It is one factor of several, which have to be given together.
    Together,
}

/// What may stand behind a key.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Domain {
    /// A number or a distribution.
    Quantity(Kind),
    /// A number or a distribution above zero: zero has no meaning here.
    Above(Kind),
    /// A whole number between two ends, always fixed.
    Whole(u64, u64),
    /// A fixed number above zero.
    Rate,
    /// A fixed share.
    Fraction,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// A calendar date.
    Date,
    /// Twelve weights, one a month from January, at least one of them above zero.
    Months,
    /// Hours of the week.
    Opening,
    /// The id of a preset or of a `[platform.<id>]` table.
    Platform,
    /// Words for people.
    Text,
    /// An ISO 4217 code.
    Currency,
    /// `#RRGGBB`.
    Colour,
    /// Six of them.
    Colours,
    /// A font file, relative to the text.
    Font,
    /// A PNG or JPEG file, relative to the text.
    Picture,
    /// A `PowerPoint` file, relative to the text.
    Template,
    /// Names of slides in their order.
    Slides,
    /// Words by the names of slides.
    SlideWords,
    /// True or false.
    Flag,
    /// A list of friendships, relative to the text.
    Graph,
    /// The name of a synthetic network.
    Network,
}

impl Domain {
    /// Whether it is numbers of a kind.
    pub fn is(self, of: Kind) -> bool {
        matches!(self, Domain::Quantity(kind) | Domain::Above(kind) if kind == of)
    }
}

/// What holds when the file does not say.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Default {
    /// The file has to say.
    Required,
    /// Nothing: the step that the key describes does not take place.
    Nothing,
    /// The figure of the community's platform.
    Preset,
    /// A value in the language of the file, with where it comes from.
    Value(&'static str, &'static str),
    /// A value that follows from others, with where it comes from.
    Computed(Computed, &'static str),
}

/// How a default follows from other values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Computed {
    /// The hours of the team that the load of the first week needs.
    TeamHours,
}

/// How soon a person needs the key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    Essential,
    Common,
    Expert,
}

/// Label of a default that nobody has published.
pub const ESTIMATE: &str = "author's estimate";
/// Where a default comes from that changes nothing.
pub const BY_DESIGN: &str = "neutral: changes nothing";

/// Which section it is, in the order of SECTIONS.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SectionId {
    Role,
    Campaign,
    Competitor,
    Overlap,
    Correlation,
    Target,
    WhatIf,
    State,
    Change,
    Input,
    Metric,
    Tolerance,
    Export,
    Observed,
    Measurement,
}

/// Tables of one kind, such as `[[target]]` or `[input.<id>]`.
#[derive(Debug)]
pub struct Section {
    pub id: SectionId,
    pub name: &'static str,
    pub groups: &'static [Group],
    pub rows: Rows,
    pub about: &'static str,
    pub fields: &'static [Field],
}

/// How the tables of a section are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rows {
    /// `[[target]]`: a file's own take the place of its parent's.
    Listed,
    /// `[input.<id>]`: they merge with those of the parent, key by key.
    Named,
}

impl Section {
    /// Whether it belongs to a group.
    pub fn is(&self, group: Group) -> bool {
        self.groups.contains(&group)
    }

    /// The field of a name, or `None`.
    pub fn field(&self, name: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.name == name)
    }

    /// What one of its fields means, for people.
    pub fn told(&self, field: &Field) -> Message {
        let id = format!("field-{}-{}", self.name.replace('.', "-"), field.name);
        Message::new(id, field.about, Vec::new())
    }

    /// How the header of one of its tables is written.
    pub fn header(&self, id: &str) -> String {
        match self.rows {
            Rows::Listed => format!("[[{}]]", self.name),
            Rows::Named => format!("[{}.{id}]", self.name),
        }
    }
}

/// A key of every table of a section.
#[derive(Debug)]
pub struct Field {
    pub name: &'static str,
    pub holds: Holds,
    pub unit: Unit,
    /// What is assumed where a row does not say, with where it comes from.
    pub default: Option<(f64, &'static str)>,
    /// What the model takes where a row does not say and nothing is assumed.
    pub neutral: Option<f64>,
    /// The field without which it has no effect: then nothing is assumed.
    pub only_with: Option<&'static str>,
    pub needed: Needed,
    pub about: &'static str,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Holds {
    Text,
    /// Id of a community.
    Community,
    /// Ids of two communities.
    Communities,
    /// Two keys of uncertain inputs.
    Keys,
    /// A metric, of all communities or as `<community>.<metric>`.
    Metric,
    /// A number or a distribution.
    Quantity(Kind),
    /// The same, of the kind that the row states.
    QuantityOfKind,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// An expression over inputs, metrics and keys.
    Formula,
    /// Keys with other values.
    Changes,
    /// A calendar date.
    Date,
    /// A fixed number between two ends.
    Number(f64, f64),
    /// A whole number between two ends.
    Whole(u64, u64),
    /// A file, a folder or a pattern, relative to the text.
    Files,
    /// Headings by the fields that they mean, or the file that says so.
    Headings,
    /// A year, a month or a day.
    Period,
    /// One key of an uncertain input, or several.
    Measured,
    /// One standard deviation: a number, or a share of the value such as "10%".
    Deviation,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needed {
    Always,
    Sometimes,
}

impl Key {
    /// Whether it belongs to a group.
    pub fn is(&self, group: Group) -> bool {
        self.groups.contains(&group)
    }

    /// Whether it has a dimension of its own in a low-discrepancy sequence.
    pub const fn has_dimension(&self) -> bool {
        self.is_quantity() && self.since == 0
    }

    /// What it means, for people.
    pub fn told(&self) -> Message {
        let path = self.in_community().unwrap_or(self.path);
        Message::new(format!("key-{}", path.replace('.', "-")), self.about, Vec::new())
    }

    /// The key whose meaning this one states, itself or in another way.
    pub fn meaning(&self) -> &'static str {
        self.instead_of.unwrap_or(self.path)
    }

    /// Whether a file may not give both: they state one thing in different forms.
    pub(crate) fn excludes(&self, other: &Key) -> bool {
        self.path != other.path
            && self.meaning() == other.meaning()
            && (self.form == Form::Whole || other.form == Form::Whole)
    }

    /// The path with the name of a community, or of another owner, in place of `<id>`.
    pub fn of(&self, id: &str) -> String {
        self.path.replace("<id>", id)
    }

    /// The path within a community, such as `questions.per_year`; `None` for a key of the whole
    /// scenario.
    pub fn in_community(&self) -> Option<&'static str> {
        self.path.strip_prefix(COMMUNITY)
    }

    /// Whether a platform may state it: every number of a community that the community need not
    /// state itself.
    pub fn in_platform(&self) -> bool {
        self.in_community().is_some() && self.is_quantity() && self.default != Default::Required
    }

    /// Whether it holds a number or a distribution.
    pub const fn is_quantity(&self) -> bool {
        matches!(self.domain, Domain::Quantity(_) | Domain::Above(_))
    }
}
