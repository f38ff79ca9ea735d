//! KEYS: the one table of everything a scenario may say. Parsing, errors, `explain`, `init` and the editors' schema
//! all read it, so a new key is one row here and the line of the model that uses it.

use crate::units::{Kind, Unit};

/// One key of the scenario file.
#[derive(Clone, Copy, Debug)]
pub struct Key {
    /// Dotted path; `<id>` stands for the name of a community.
    pub path: &'static str,
    pub domain: Domain,
    pub unit: Unit,
    pub default: Default,
    pub level: Level,
    /// One line for people, without a final period.
    pub about: &'static str,
    /// The key whose meaning this one states in another way: of such a family a file may give one form only.
    pub instead_of: Option<&'static str>,
    /// How this form is made up.
    pub form: Form,
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
    /// One of these words.
    Choice(&'static [&'static str]),
    /// A calendar date.
    Date,
    /// Twelve weights, one a month from January, at least one of them above zero.
    Months,
    /// The id of a preset or of a `[platform.<id>]` table.
    Platform,
    /// Words for people.
    Text,
    /// An ISO 4217 code.
    Currency,
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
}

/// How soon a person needs the key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    Essential,
    Common,
    Expert,
}

use self::Default::{Nothing, Preset, Required, Value};
use self::Domain::{Above, Choice, Currency, Date, Months, Platform, Quantity, Text, Whole};
use self::Level::{Common, Essential, Expert};
use Kind::{Growth, Positive, Share};

/// Label of a default that nobody has published.
pub const ESTIMATE: &str = "author's estimate";
const BY_DESIGN: &str = "neutral: changes nothing";

const fn key(path: &'static str, domain: Domain, unit: Unit, default: Default, level: Level, about: &'static str) -> Key {
    Key { path, domain, unit, default, level, about, instead_of: None, form: Form::Whole }
}

const fn or(key: Key, instead_of: &'static str) -> Key {
    Key { instead_of: Some(instead_of), ..key }
}

const fn factor(key: Key, form: Form, instead_of: &'static str) -> Key {
    Key { form, ..or(key, instead_of) }
}

pub const SAMPLERS: [&str; 4] = ["random", "latin-hypercube", "sobol", "expected"];

pub const KEYS: &[Key] = &[
    key("title", Text, Unit::None, Required, Essential, "name of the scenario, as it stands on the first line of every answer"),
    key("description", Text, Unit::None, Nothing, Common, "what the scenario is about, in your own words"),
    key(
        "currency",
        Currency,
        Unit::None,
        Value("\"EUR\"", "the currency of every default"),
        Common,
        "ISO code of the currency of every sum of money",
    ),
    key(
        EXTENDS,
        Text,
        Unit::None,
        Nothing,
        Common,
        "path of a parent scenario, relative to this file, whose keys hold unless this file gives them",
    ),
    key(
        "simulation.trials",
        Whole(1, 10_000_000_000),
        Unit::Trials,
        Value("10_000", "the mean of a year's questions to about 0.1 %"),
        Common,
        "how many possible futures to simulate",
    ),
    key("simulation.seed", Whole(0, u64::MAX), Unit::None, Value("1", "any number does"), Common, "the same seed gives the same bytes"),
    key("simulation.weeks", Whole(1, 520), Unit::Weeks, Value("52", "one year"), Common, "horizon of the simulation"),
    key("simulation.start", Date, Unit::Date, Nothing, Common, "first day of week 0, for the season of the year"),
    key(
        "simulation.sampler",
        Choice(&SAMPLERS),
        Unit::None,
        Value("\"latin-hypercube\"", "the least error for the same trials on most scenarios"),
        Expert,
        "how the uncertain inputs are sampled",
    ),
    key(
        "market.people",
        Above(Positive),
        Unit::People,
        Value("30M", ESTIMATE),
        Essential,
        "people who could buy and who use these networks",
    ),
    factor(
        key(
            "market.adults",
            Above(Positive),
            Unit::People,
            Nothing,
            Common,
            "adults of the market; with `internet` and `social` in place of `market.people`",
        ),
        Form::Together,
        "market.people",
    ),
    factor(
        key("market.internet", Above(Share), Unit::Share, Nothing, Common, "share of the adults who are online"),
        Form::Together,
        "market.people",
    ),
    factor(
        key("market.social", Above(Share), Unit::Share, Nothing, Common, "share of those online who use a social network"),
        Form::Together,
        "market.people",
    ),
    key(
        "market.brand_users",
        Above(Share),
        Unit::Share,
        Value("1", BY_DESIGN),
        Expert,
        "share of the market that follows brands at all: no community can be larger",
    ),
    key(
        "market.duplication",
        Quantity(Positive),
        Unit::Ratio,
        Value("1.5", ESTIMATE),
        Expert,
        "how much likelier than by chance the same person is met through two communities; 1 is chance",
    ),
    key(
        "community.<id>.platform",
        Platform,
        Unit::None,
        Required,
        Essential,
        "the network: a preset of `reachsim presets` or your own [platform.<id>]",
    ),
    key("community.<id>.followers", Above(Positive), Unit::People, Required, Essential, "followers, members or subscribers at the start"),
    key("community.<id>.bots", Quantity(Share), Unit::Share, Preset, Common, "share of the followers who are bots or duplicates"),
    key(
        "community.<id>.active",
        Quantity(Share),
        Unit::Share,
        Preset,
        Common,
        "share of the human followers who used the network in the last month",
    ),
    key("community.<id>.alive", Quantity(Share), Unit::Share, Value("1", BY_DESIGN), Common, "chance that the community is alive at all"),
    key(
        "community.<id>.dead_activity",
        Quantity(Share),
        Unit::Share,
        Value("2%", ESTIMATE),
        Expert,
        "what remains of messages and of post reach in a dead community",
    ),
    key(
        "community.<id>.questions.per_year",
        Quantity(Positive),
        Unit::QuestionsPerYear,
        Nothing,
        Essential,
        "questions and remarks that members write on the page in a year",
    ),
    or(
        key(
            "community.<id>.questions.per_day",
            Quantity(Positive),
            Unit::QuestionsPerDay,
            Nothing,
            Essential,
            "the same by the day (x 365)",
        ),
        "community.<id>.questions.per_year",
    ),
    or(
        key(
            "community.<id>.questions.per_follower",
            Quantity(Positive),
            Unit::QuestionsPerFollower,
            Preset,
            Common,
            "the same by the year and human follower",
        ),
        "community.<id>.questions.per_year",
    ),
    key(
        "community.<id>.questions.dispersion",
        Quantity(Positive),
        Unit::Ratio,
        Value("0.1", ESTIMATE),
        Expert,
        "how far weeks differ beyond chance: variance = mean + dispersion x mean^2",
    ),
    key(
        "community.<id>.questions.asker_skew",
        Above(Positive),
        Unit::Ratio,
        Value("0.25", "van Mierlo, JMIR 2014: fewer than a quarter of 63,990 members ever post"),
        Expert,
        "how evenly members ask: a small number means that few people ask most questions",
    ),
    key(
        "community.<id>.questions.growth",
        Quantity(Growth),
        Unit::PerYear,
        Value("0", BY_DESIGN),
        Common,
        "growth of the questions a year",
    ),
    key("community.<id>.questions.season", Months, Unit::Ratio, Nothing, Common, "weights of the months, from January, of the questions"),
    key(
        "community.<id>.questions.crises_per_year",
        Quantity(Positive),
        Unit::PerYear,
        Value("0", BY_DESIGN),
        Common,
        "weeks of crisis a year",
    ),
    key(
        "community.<id>.questions.crisis_size",
        Quantity(Positive),
        Unit::Ratio,
        Value("4", ESTIMATE),
        Common,
        "how many times as many messages come in a week of crisis",
    ),
    key("community.<id>.friends.mean", Quantity(Positive), Unit::People, Preset, Essential, "friends of a member, on average"),
    key(
        "community.<id>.friends.cv",
        Quantity(Positive),
        Unit::Ratio,
        Value("1.06", "Ugander, Karrer, Backstrom, Marlow 2011, arXiv 1111.4503: friends of friends of a person with 100 friends"),
        Expert,
        "how much friend counts differ: standard deviation over mean",
    ),
    key(
        "community.<id>.friends.growth",
        Quantity(Growth),
        Unit::PerYear,
        Value("0", BY_DESIGN),
        Expert,
        "growth of the mean friend count a year",
    ),
    key(
        "community.<id>.feed.visibility",
        Quantity(Share),
        Unit::Share,
        Preset,
        Essential,
        "share of a member's friends who see the question and its answer",
    ),
    factor(
        key(
            "community.<id>.feed.broadcast",
            Quantity(Share),
            Unit::Share,
            Nothing,
            Expert,
            "share of messages that the network tells friends about at all",
        ),
        Form::Factor,
        "community.<id>.feed.visibility",
    ),
    factor(
        key(
            "community.<id>.feed.online",
            Quantity(Share),
            Unit::Share,
            Nothing,
            Expert,
            "share of friends who log in while the message is fresh",
        ),
        Form::Factor,
        "community.<id>.feed.visibility",
    ),
    factor(
        key(
            "community.<id>.feed.ranked",
            Quantity(Share),
            Unit::Share,
            Nothing,
            Expert,
            "share of them into whose feed the ranking lets it",
        ),
        Form::Factor,
        "community.<id>.feed.visibility",
    ),
    factor(
        key("community.<id>.feed.viewable", Quantity(Share), Unit::Share, Nothing, Expert, "share of those who really look at it"),
        Form::Factor,
        "community.<id>.feed.visibility",
    ),
    key(
        "community.<id>.feed.reshare",
        Quantity(Share),
        Unit::Share,
        Preset,
        Common,
        "share of those who see a message who pass it on to their own friends",
    ),
    key(
        "community.<id>.feed.depth",
        Whole(1, 5),
        Unit::None,
        Value("2", "Goel, Watts, Goldstein 2012: the vast majority of cascades end within one step"),
        Expert,
        "generations of viewers: 1 is the friends of the member, 2 adds the friends of those who reshare",
    ),
    key(
        "community.<id>.feed.repeat",
        Quantity(Share),
        Unit::Ratio,
        Value("0.6", "fitted to Bernstein, Bakshy, Burke, Karrer, CHI 2013: 35 % see one post, 61 % one of a month"),
        Expert,
        "how far a friend who saw one story of a person also sees the next: 0 independent glances, 1 always or never",
    ),
    key(
        "community.<id>.feed.scatter",
        Above(Share),
        Unit::Share,
        Value("0.5", ESTIMATE),
        Expert,
        "share of the market among which the members' friends are scattered",
    ),
    key(
        "community.<id>.feed.insiders",
        Quantity(Share),
        Unit::Share,
        Value("5%", ESTIMATE),
        Expert,
        "share of the members' friends who follow the community themselves",
    ),
    key(
        "community.<id>.posts.per_week",
        Quantity(Positive),
        Unit::PostsPerWeek,
        Value("7", "a post a day"),
        Common,
        "the page's own posts",
    ),
    or(
        key("community.<id>.posts.per_day", Quantity(Positive), Unit::PostsPerDay, Nothing, Common, "the same by the day (x 7)"),
        "community.<id>.posts.per_week",
    ),
    key(
        "community.<id>.posts.reach",
        Quantity(Share),
        Unit::Share,
        Preset,
        Common,
        "share of the human followers whom one post reaches, at seven posts a week",
    ),
    key(
        "community.<id>.posts.skew",
        Above(Positive),
        Unit::Ratio,
        Value("0.7", ESTIMATE),
        Expert,
        "how evenly followers see posts: a small number means that few see most of them",
    ),
    key(
        "community.<id>.posts.fatigue",
        Quantity(Positive),
        Unit::Ratio,
        Value("0.3", ESTIMATE),
        Expert,
        "how fast reach per post falls with more posts: (posts/7)^-fatigue",
    ),
    key(
        "community.<id>.posts.spread",
        Quantity(Positive),
        Unit::Ratio,
        Value("1.2", "Moro, Rita, Vala 2016, 500 posts of a cosmetics brand: coefficient of variation 1.17"),
        Expert,
        "how much the reach of posts differs: standard deviation over mean",
    ),
];

/// An array of tables, such as `[[target]]`.
#[derive(Debug)]
pub struct Section {
    pub name: &'static str,
    pub about: &'static str,
    pub fields: &'static [Field],
}

/// A key of every table of a section.
#[derive(Debug)]
pub struct Field {
    pub name: &'static str,
    pub holds: Holds,
    pub needed: Needed,
    pub about: &'static str,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Holds {
    Text,
    /// Ids of two communities.
    Communities,
    /// Two keys of uncertain inputs.
    Keys,
    /// A metric, of all communities or as `<community>.<metric>`.
    Metric,
    /// A number or a distribution.
    Quantity(Kind),
    /// A fixed number between two ends.
    Number(f64, f64),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needed {
    Always,
    Sometimes,
}

const fn field(name: &'static str, holds: Holds, needed: Needed, about: &'static str) -> Field {
    Field { name, holds, needed, about }
}

/// The largest number that a target or the like may name.
const LARGEST: f64 = 1e15;

pub const SECTIONS: &[Section] = &[
    Section {
        name: "overlap",
        about: "followers whom two communities share",
        fields: &[
            field("between", Holds::Communities, Needed::Always, "ids of the two communities"),
            field(
                "share",
                Holds::Quantity(Share),
                Needed::Sometimes,
                "share of the smaller community's followers who also follow the larger",
            ),
        ],
    },
    Section {
        name: "correlation",
        about: "two uncertain inputs that tend to be high together, or one high where the other is low",
        fields: &[
            field("between", Holds::Keys, Needed::Always, "keys of the two inputs, as `explain` lists them"),
            field("rank", Holds::Number(-1.0, 1.0), Needed::Always, "rank correlation of Spearman"),
        ],
    },
    Section {
        name: "target",
        about: "a statement about a metric whose probability is reported",
        fields: &[
            field("name", Holds::Text, Needed::Always, "the statement in your own words"),
            field("metric", Holds::Metric, Needed::Always, "what is measured; `<community>.<metric>` for one community"),
            field("at_least", Holds::Number(-LARGEST, LARGEST), Needed::Sometimes, "the statement holds from this value upwards"),
            field("at_most", Holds::Number(-LARGEST, LARGEST), Needed::Sometimes, "the statement holds up to this value"),
            field(
                "with",
                Holds::Number(0.0, 1.0),
                Needed::Sometimes,
                "the run fails when the probability is lower; without it, it never does",
            ),
        ],
    },
];

impl Key {
    /// The key whose meaning this one states, itself or in another way.
    pub fn meaning(&self) -> &'static str {
        self.instead_of.unwrap_or(self.path)
    }

    /// Whether a file may not give both: they state one thing in different forms.
    pub fn excludes(&self, other: &Key) -> bool {
        self.path != other.path && self.meaning() == other.meaning() && (self.form == Form::Whole || other.form == Form::Whole)
    }

    /// The path with the name of a community, or of another owner, in place of `<id>`.
    pub fn of(&self, id: &str) -> String {
        self.path.replace("<id>", id)
    }

    /// The path within a community, such as `questions.per_year`; `None` for a key of the whole scenario.
    pub fn in_community(&self) -> Option<&'static str> {
        self.path.strip_prefix(COMMUNITY)
    }

    /// Whether a platform may state it: every number of a community that the community need not state itself.
    pub fn in_platform(&self) -> bool {
        self.in_community().is_some() && self.is_quantity() && self.default != Required
    }

    /// Whether it holds a number or a distribution.
    pub const fn is_quantity(&self) -> bool {
        matches!(self.domain, Quantity(_) | Above(_))
    }
}

/// The key that names a parent: it holds for one file, and has no value of its own.
pub const EXTENDS: &str = "extends";

const COMMUNITY: &str = "community.<id>.";

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

/// The row of a path as it stands in the table, or `None`.
pub fn row(path: &str) -> Option<&'static Key> {
    KEYS.iter().find(|key| key.path == path)
}

/// The key that a concrete path such as `community.page.followers` means, or `None`.
pub fn find(path: &str) -> Option<&'static Key> {
    let mut parts = path.splitn(3, '.');
    match (parts.next(), parts.next(), parts.next()) {
        (Some("community"), Some(id), Some(rest)) if !id.is_empty() => KEYS.iter().find(|key| key.in_community() == Some(rest)),
        _ => row(path).filter(|key| key.in_community().is_none()),
    }
}
