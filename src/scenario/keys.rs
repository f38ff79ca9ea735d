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
    pub used: Used,
}

/// When a key has an effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Used {
    Always,
    /// Only together with one of these: given alone it would be ignored, which is an error.
    With(&'static [&'static str]),
    /// Its default is taken only where one of these is given.
    DefaultWith(&'static [&'static str]),
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
use self::Domain::{Above, Choice, Currency, Date, Months, Platform, Quantity, Rate, Text, Whole};
use self::Level::{Common, Essential, Expert};
use Kind::{Growth, Positive, Share};

/// Label of a default that nobody has published.
pub const ESTIMATE: &str = "author's estimate";
const MIX: &str = "the founding texts, 2011 to 2012: 30 % branded, 35 % helpful, 35 % emotional";
/// Where a default comes from that changes nothing.
pub const BY_DESIGN: &str = "neutral: changes nothing";

const fn key(path: &'static str, domain: Domain, unit: Unit, default: Default, level: Level, about: &'static str) -> Key {
    Key { path, domain, unit, default, level, about, instead_of: None, form: Form::Whole, used: Used::Always }
}

const fn or(key: Key, instead_of: &'static str) -> Key {
    Key { instead_of: Some(instead_of), ..key }
}

const fn factor(key: Key, form: Form, instead_of: &'static str) -> Key {
    Key { form, ..or(key, instead_of) }
}

/// One of the four factors of a customer's lifetime margin.
const fn together_or(path: &'static str, domain: Domain, unit: Unit, about: &'static str) -> Key {
    factor(key(path, domain, unit, Nothing, Common, about), Form::Together, "value.margin_per_customer")
}

const fn with(key: Key, others: &'static [&'static str]) -> Key {
    Key { used: Used::With(others), ..key }
}

const fn default_with(key: Key, others: &'static [&'static str]) -> Key {
    Key { used: Used::DefaultWith(others), ..key }
}

/// What gives something a value: as soon as one is given, money is counted.
pub const PRICES: &[&str] =
    &["value.margin_per_customer", "value.repeat_margin", "value.cost_per_contact", "value.customer_year", "polls.value", "hires.saving"];

const MARGIN: &[&str] = &["value.margin_per_customer"];
const CONTACT: &[&str] = &["value.cost_per_contact"];
const CUSTOMER_YEAR: &[&str] = &["value.customer_year"];

/// Sets of roles that come with the program.
pub const ROLES: [&str; 1] = ["crm-2011"];

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
        "currency_per_eur",
        Rate,
        Unit::None,
        Nothing,
        Common,
        "units of the currency for one euro, by which every default in money is converted",
    ),
    key("roles", Choice(&ROLES), Unit::None, Nothing, Common, "a ready set of roles of the members, in place of your own `[[role]]`"),
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
    default_with(
        key("market.cpm", Quantity(Positive), Unit::Money, Value("8", ESTIMATE), Expert, "price of a thousand impressions of advertising"),
        PRICES,
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
        "community.<id>.customers",
        Quantity(Share),
        Unit::Share,
        Value("30%", ESTIMATE),
        Common,
        "share of the members who are customers already",
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
    key(
        "community.<id>.questions.crisis_negative",
        Quantity(Positive),
        Unit::Ratio,
        Value("2", ESTIMATE),
        Common,
        "how many times as many of the messages complain in a week of crisis",
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
        "community.<id>.feed.engagement_visibility",
        Quantity(Share),
        Unit::Share,
        Preset,
        Common,
        "share of a follower's friends who see that he reacted to a post",
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
        "community.<id>.feed.negative_spread",
        Quantity(Positive),
        Unit::Ratio,
        Value("{ pert = [1.2, 1.6, 1.8] }", "derived from American Express, 2011 to 2017: bad news travels 1.36 to 1.78 times as far"),
        Expert,
        "how many times as far a complaint travels as another message",
    ),
    key(
        "community.<id>.feed.story_hours",
        Above(Positive),
        Unit::Hours,
        Value("12", ESTIMATE),
        Expert,
        "hours within which half of those who see a story see it",
    ),
    key(
        "community.<id>.reviews.per_year",
        Quantity(Positive),
        Unit::PostsPerYear,
        Value("0", BY_DESIGN),
        Common,
        "members' own posts about the product in a year",
    ),
    key(
        "community.<id>.reviews.visibility",
        Quantity(Share),
        Unit::Share,
        Value("35%", "Bernstein, Bakshy, Burke, Karrer, CHI 2013: 35 % of the friends see a post"),
        Common,
        "share of a member's friends who see his own post",
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
        "community.<id>.posts.branded",
        Quantity(Share),
        Unit::Share,
        Value("30%", MIX),
        Common,
        "share of the posts that advertise; parts of the mix that are not given fill up the rest",
    ),
    key("community.<id>.posts.helpful", Quantity(Share), Unit::Share, Value("35%", MIX), Common, "share of the posts that help"),
    key("community.<id>.posts.emotional", Quantity(Share), Unit::Share, Value("35%", MIX), Common, "share of the posts that move or amuse"),
    key(
        "community.<id>.posts.reach",
        Quantity(Share),
        Unit::Share,
        Preset,
        Common,
        "share of the human followers whom one post reaches, at seven posts a week",
    ),
    key(
        "community.<id>.posts.engagement",
        Quantity(Share),
        Unit::Share,
        Value("2.1%", "Moro, Rita, Vala 2016, 500 posts of a cosmetics brand: reactions per person reached"),
        Common,
        "share of those whom a post reaches who react to it, at a mix of 30 % branded, 35 % helpful, 35 % emotional",
    ),
    key(
        "community.<id>.posts.thread_readers",
        Quantity(Positive),
        Unit::People,
        Value("{ lognormal = { median = 5, gsd = 2.5 } }", ESTIMATE),
        Expert,
        "people who read a question and its answer on the page without writing",
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
    key(
        "community.<id>.sentiment.positive",
        Quantity(Share),
        Unit::Share,
        Value("18%", "derived from counts of a billion mentions of brands: 17.6 % positive"),
        Common,
        "share of the messages that praise",
    ),
    key(
        "community.<id>.sentiment.negative",
        Quantity(Share),
        Unit::Share,
        Value("10%", "author's estimate: a page hears more complaints than the 5.8 % of a billion mentions"),
        Common,
        "share of the messages that complain",
    ),
    key(
        "community.<id>.growth.organic",
        Quantity(Positive),
        Unit::PerYear,
        Value("14%", "derived from Locowise, 2015 to 2016: pages grow by 0.15 to 0.53 % a month; `churn` takes 11 % a year"),
        Common,
        "new followers a year for every follower, without advertising",
    ),
    key(
        "community.<id>.growth.follow",
        Quantity(Share),
        Unit::Share,
        Value("0.01%", ESTIMATE),
        Expert,
        "chance that somebody who sees a friend's story begins to follow",
    ),
    key(
        "community.<id>.growth.churn",
        Quantity(Share),
        Unit::PerMonth,
        Value("1%", ESTIMATE),
        Common,
        "share of the followers who leave in a month",
    ),
    key(
        "community.<id>.growth.promo_sensitivity",
        Quantity(Positive),
        Unit::Ratio,
        Value("3", "derived from Sprout Social, 2016: 46 % leave for too many promotions, the first of all reasons"),
        Expert,
        "how much more leave with every further 2.1 branded posts a week, over `growth.churn`",
    ),
    key(
        "community.<id>.growth.neglect",
        Quantity(Positive),
        Unit::Ratio,
        Value("1", ESTIMATE),
        Expert,
        "how much more leave when no question is answered, over `growth.churn`",
    ),
    key(
        "community.<id>.growth.ads_per_week",
        Quantity(Positive),
        Unit::MoneyPerWeek,
        Value("0", BY_DESIGN),
        Common,
        "advertising for followers",
    ),
    key(
        "community.<id>.growth.cost_per_follower",
        Above(Positive),
        Unit::Money,
        Value("0.5", ESTIMATE),
        Common,
        "what advertising pays for a follower",
    ),
    key("content.branded_weight", Quantity(Positive), Unit::Ratio, Value("0.6", ESTIMATE), Expert, "reactions to a branded post"),
    key("content.helpful_weight", Quantity(Positive), Unit::Ratio, Value("1", ESTIMATE), Expert, "reactions to a helpful post"),
    key("content.emotional_weight", Quantity(Positive), Unit::Ratio, Value("1.4", ESTIMATE), Expert, "reactions to an emotional post"),
    key("content.branded_click", Quantity(Positive), Unit::Ratio, Value("2", ESTIMATE), Expert, "clicks on a branded post"),
    key("content.helpful_click", Quantity(Positive), Unit::Ratio, Value("1", ESTIMATE), Expert, "clicks on a helpful post"),
    key("content.emotional_click", Quantity(Positive), Unit::Ratio, Value("0.3", ESTIMATE), Expert, "clicks on an emotional post"),
    key(
        "support.hours_per_week",
        Quantity(Positive),
        Unit::HoursPerWeek,
        Nothing,
        Essential,
        "paid hours of the team that answers, for all communities together; what the load needs at 70 % occupancy unless given",
    ),
    key("support.wage", Quantity(Positive), Unit::MoneyPerHour, Value("20", ESTIMATE), Essential, "what an hour of the team costs"),
    key(
        "support.minutes_per_answer",
        Above(Positive),
        Unit::Minutes,
        Value("{ pert = [3, 5, 12] }", "derived from vendors of service software: about 5 minutes"),
        Common,
        "minutes of work for an answer",
    ),
    key(
        "support.base_hours",
        Quantity(Positive),
        Unit::Hours,
        Value("4", ESTIMATE),
        Common,
        "hours until the team answers when nothing else waits",
    ),
    key(
        "support.peers",
        Quantity(Share),
        Unit::Share,
        Value("20%", "author's estimate: FeverBee reports 95 % for the volunteers of Microsoft Answers, the upper end"),
        Common,
        "share of the questions that other members answer",
    ),
    key("support.peer_hours", Quantity(Positive), Unit::Hours, Value("1", ESTIMATE), Expert, "hours until a member answers"),
    key(
        "support.give_up",
        Quantity(Share),
        Unit::Share,
        Value("20%", ESTIMATE),
        Expert,
        "share of those who still wait after a week who give up",
    ),
    key(
        "support.recovery",
        Quantity(Share),
        Unit::Share,
        Value("40%", ESTIMATE),
        Common,
        "share of the complaints that an instant answer turns around",
    ),
    key(
        "support.half_life_hours",
        Above(Positive),
        Unit::Hours,
        Value("6", ESTIMATE),
        Expert,
        "hours of waiting in which that share halves",
    ),
    key(
        "funnel.presale",
        Quantity(Share),
        Unit::Share,
        Value("{ beta = { mean = \"30%\", sd = \"8%\" } }", ESTIMATE),
        Common,
        "share of the friendly questions that people ask before they buy",
    ),
    key("funnel.direct_lead", Quantity(Share), Unit::Share, Value("60%", ESTIMATE), Common, "share of those who become leads"),
    key(
        "funnel.handover",
        Quantity(Share),
        Unit::Share,
        Value("1", BY_DESIGN),
        Common,
        "share of those leads who reach the people who sell",
    ),
    key(
        "funnel.direct_close",
        Quantity(Share),
        Unit::Share,
        Value("{ beta = { mean = \"15%\", sd = \"5.5%\" } }", "author's estimate: 7 to 25 % of leads buy"),
        Common,
        "share of those leads who buy",
    ),
    key(
        "funnel.speed_half_life_hours",
        Above(Positive),
        Unit::Hours,
        Value("24", "author's estimate: Oldroyd, HBR 2011, found a far steeper loss among sales calls"),
        Expert,
        "hours of waiting, after the first, in which the wish to buy halves",
    ),
    key(
        "funnel.incremental_direct",
        Quantity(Share),
        Unit::Share,
        Value("{ beta = { alpha = 2, beta = 3 } }", ESTIMATE),
        Common,
        "share of the customers who asked who would not have come anyway",
    ),
    key(
        "funnel.click",
        Quantity(Share),
        Unit::Share,
        Value(
            "{ beta = { mean = \"0.9%\", sd = \"0.4%\" } }",
            "derived from the click-through of advertising on the largest network, 2017: 0.9 %",
        ),
        Common,
        "share of the impressions on which somebody clicks",
    ),
    key(
        "funnel.trust",
        Quantity(Positive),
        Unit::Ratio,
        Value(
            "{ lognormal = { median = 1.6, gsd = 1.35 }, min = 0.7, max = 2.8 }",
            "derived from Nielsen, 2012: 92 % trust friends, 36 % advertising on networks",
        ),
        Common,
        "how many times as often people click on what a friend wrote",
    ),
    key(
        "funnel.lead",
        Quantity(Share),
        Unit::Share,
        Value(
            "{ beta = { mean = \"4%\", sd = \"2.4%\" } }",
            "derived from published conversion of visits: 1.2 % from networks to 9.2 % from advertising",
        ),
        Common,
        "share of the clicks that become leads",
    ),
    key(
        "funnel.close",
        Quantity(Share),
        Unit::Share,
        Value("{ beta = { mean = \"15%\", sd = \"5.5%\" } }", "author's estimate: 7 to 25 % of leads buy"),
        Common,
        "share of the leads from friends and posts who buy",
    ),
    key(
        "funnel.incremental_earned",
        Quantity(Share),
        Unit::Share,
        Value("{ beta = { alpha = 4, beta = 2 } }", ESTIMATE),
        Common,
        "share of the customers who came through friends who would not have come anyway",
    ),
    key(
        "funnel.incremental_owned",
        Quantity(Share),
        Unit::Share,
        Value(
            "{ beta = { alpha = 2, beta = 8 } }",
            "author's estimate: likes of a page alone bring little (John, Emrich, Gupta, Norton 2017)",
        ),
        Common,
        "share of the customers who came through posts who would not have come anyway",
    ),
    key(
        "funnel.repeat",
        Quantity(Share),
        Unit::Share,
        Value("2%", ESTIMATE),
        Common,
        "share of the customers' clicks on posts that end in an order",
    ),
    key(
        "funnel.incremental_repeat",
        Quantity(Share),
        Unit::Share,
        Value("20%", ESTIMATE),
        Common,
        "share of those orders that would not have come anyway",
    ),
    key("funnel.deter", Quantity(Share), Unit::Share, Value("0.02%", ESTIMATE), Expert, "chance that a complaint keeps away who sees it"),
    key(
        "funnel.incremental_negative",
        Quantity(Share),
        Unit::Share,
        Value("50%", ESTIMATE),
        Expert,
        "share of those kept away who would have come otherwise",
    ),
    key(
        "value.margin_per_customer",
        Quantity(Positive),
        Unit::Money,
        Nothing,
        Essential,
        "what a new customer brings after the cost of goods, over his life as a customer",
    ),
    together_or("value.order", Quantity(Positive), Unit::Money, "what a customer pays for an order"),
    together_or("value.orders_per_year", Quantity(Positive), Unit::OrdersPerYear, "orders of a customer in a year"),
    together_or("value.gross_margin", Quantity(Share), Unit::Share, "share of the price that remains after the cost of goods"),
    together_or("value.retention", Quantity(Share), Unit::Share, "share of the customers who remain for another year"),
    with(
        key(
            "value.margin_cv",
            Quantity(Positive),
            Unit::Ratio,
            Value("1", ESTIMATE),
            Expert,
            "how much the margins of customers differ: standard deviation over mean",
        ),
        MARGIN,
    ),
    with(
        key(
            "value.referral_uplift",
            Quantity(Positive),
            Unit::Ratio,
            Value(
                "{ lognormal = { median = 1.1, gsd = 1.1 } }",
                "derived from Schmitt, Skiera, Van den Bulte 2011: referred customers are worth 16 % more, replicated in part",
            ),
            Expert,
            "how many times as much a customer is worth who came through a friend",
        ),
        MARGIN,
    ),
    with(
        key(
            "value.months_to_earn",
            Quantity(Positive),
            Unit::Months,
            Value("12", ESTIMATE),
            Common,
            "months over which a new customer's margin arrives",
        ),
        MARGIN,
    ),
    key("value.repeat_margin", Quantity(Positive), Unit::Money, Nothing, Common, "what a repeat order brings after the cost of goods"),
    key(
        "value.cost_per_contact",
        Quantity(Positive),
        Unit::Money,
        Nothing,
        Essential,
        "what a call or mail to the service costs that an answer on the page makes unnecessary",
    ),
    with(
        key(
            "value.would_have_called",
            Quantity(Share),
            Unit::Share,
            Value("{ beta = { mean = \"25%\", sd = \"8%\" } }", "derived from ServiceXRG: 23 % of contacts are deflected in technology"),
            Common,
            "share of those served who would have called or written otherwise",
        ),
        CONTACT,
    ),
    with(
        key(
            "value.thread_deflection",
            Quantity(Share),
            Unit::Share,
            Value("0.5%", "author's estimate: FeverBee and Vanilla count one view in twenty"),
            Expert,
            "share of the readers of threads who would have called or written otherwise",
        ),
        CONTACT,
    ),
    key(
        "value.customer_year",
        Quantity(Positive),
        Unit::Money,
        Nothing,
        Common,
        "what a present customer brings in a year after the cost of goods",
    ),
    with(
        key(
            "value.retention_lift",
            Quantity(Share),
            Unit::Share,
            Value("0.5% to 2%", ESTIMATE),
            Common,
            "share of the customers served who stay because of it",
        ),
        CUSTOMER_YEAR,
    ),
    with(
        key(
            "value.ignored_loss",
            Quantity(Share),
            Unit::Share,
            Value("10%", ESTIMATE),
            Common,
            "share of the customers who gave up waiting who leave because of it",
        ),
        CUSTOMER_YEAR,
    ),
    key("polls.per_year", Quantity(Positive), Unit::PerYear, Value("0", BY_DESIGN), Common, "polls among the members in a year"),
    with(
        key("polls.value", Quantity(Positive), Unit::Money, Nothing, Common, "what a poll is worth, such as the price of one bought"),
        &["polls.per_year"],
    ),
    key("polls.response", Quantity(Share), Unit::Share, Value("1%", ESTIMATE), Common, "share of the active members who answer a poll"),
    with(
        key(
            "polls.needed",
            Quantity(Positive),
            Unit::People,
            Value("400", "a margin of error of 5 %"),
            Expert,
            "answers below which a poll is worth nothing",
        ),
        &["polls.value"],
    ),
    key("hires.per_year", Quantity(Positive), Unit::PerYear, Value("0", BY_DESIGN), Common, "people hired through the community in a year"),
    with(key("hires.saving", Quantity(Positive), Unit::Money, Nothing, Common, "what such a hire saves"), &["hires.per_year"]),
    key("cost.per_post", Quantity(Positive), Unit::Money, Value("0", BY_DESIGN), Essential, "what a post costs"),
    key(
        "cost.manager_per_month",
        Quantity(Positive),
        Unit::MoneyPerMonth,
        Value("0", BY_DESIGN),
        Essential,
        "what the management of the communities costs",
    ),
    key("cost.tools_per_month", Quantity(Positive), Unit::MoneyPerMonth, Value("0", BY_DESIGN), Common, "what tools cost"),
    key("cost.setup", Quantity(Positive), Unit::Money, Value("0", BY_DESIGN), Common, "what is spent once, in the first week"),
    default_with(
        key(
            "cost.discount",
            Quantity(Growth),
            Unit::PerYear,
            Value("10%", "Forrester, Total Economic Impact: 10 % a year"),
            Common,
            "interest at which later money counts less",
        ),
        PRICES,
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
    /// A fixed number between two ends.
    Number(f64, f64),
    /// A whole number between two ends.
    Whole(u64, u64),
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

/// The last week of the longest horizon.
const LAST_WEEK: u64 = 519;

pub const SECTIONS: &[Section] = &[
    Section {
        name: "role",
        about: "a role of members, who differ from others in what they write and in how many friends they have",
        fields: &[
            field("name", Holds::Text, Needed::Always, "what the role is called"),
            field("share", Holds::Quantity(Share), Needed::Always, "share of the members; all roles together make 1"),
            field("asks", Holds::Quantity(Positive), Needed::Sometimes, "messages of such a member, over those of others"),
            field("friends", Holds::Quantity(Positive), Needed::Sometimes, "friends of such a member, over those of others"),
            field("negative", Holds::Quantity(Positive), Needed::Sometimes, "complaints among his messages, over those of others"),
            field("answers", Holds::Quantity(Positive), Needed::Sometimes, "how readily he answers others, over others"),
        ],
    },
    Section {
        name: "campaign",
        about: "a stretch of weeks with more questions, posts, followers",
        fields: &[
            field("name", Holds::Text, Needed::Always, "what the campaign is called"),
            field("community", Holds::Community, Needed::Sometimes, "the community in which it runs; without it, in all of them"),
            field("start_week", Holds::Whole(0, LAST_WEEK), Needed::Always, "its first week, counted from 0"),
            field("weeks", Holds::Whole(1, LAST_WEEK + 1), Needed::Always, "how long it runs"),
            field("question_lift", Holds::Quantity(Positive), Needed::Sometimes, "how many times as many messages come in its weeks"),
            field("posts_per_week", Holds::Quantity(Positive), Needed::Sometimes, "further posts in each of its weeks"),
            field("followers", Holds::Quantity(Positive), Needed::Sometimes, "followers that it brings, over all its weeks"),
            field("budget", Holds::Quantity(Positive), Needed::Sometimes, "what it costs, over all its weeks"),
        ],
    },
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
