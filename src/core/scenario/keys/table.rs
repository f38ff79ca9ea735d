//! The rows of KEYS.

use super::kinds::Computed::TeamHours;
use super::kinds::Domain::{
    self, Choice, Colour, Colours, Currency, Flag, Font, Fraction, Graph, Network, Picture,
    Platform, Rate, SlideWords, Slides, Template, Whole,
};
use super::kinds::Group::{Aside, Budget, Cost, Labour, Mix, Posts, Price, Shared, Team, Unhashed};
use super::kinds::{BY_DESIGN, ESTIMATE, EXTENDS, Key};
use super::row::{amount, growth, key, ratio, share, text};
use super::sections::LAST_WEEK;
use crate::design::MOST_TRIALS;
use crate::locale::LOCALES;
use crate::scenario::deck::STEPS;
use crate::units::Unit::{
    self, Hours, HoursPerWeek, Minutes, Money, MoneyPerHour, MoneyPerMonth, MoneyPerWeek,
    OrdersPerYear, People, PerMonth, PerYear, PostsPerDay, PostsPerWeek, PostsPerYear,
    QuestionsPerDay, QuestionsPerFollower, QuestionsPerYear, Ratio, Trials, Weeks,
};

/// Where the mix of posts comes from.
const MIX: &str = "the founding texts, 2011 to 2012: 30 % branded, 35 % helpful, 35 % emotional";
/// Where a cost of nothing comes from.
const UNCOUNTED: &str = "not counted until it is given";
/// Where the hours of the team come from.
const LOAD: &str =
    "what the questions of the first week that members leave need at `support.occupancy`";

const MARGIN: &[&str] = &["value.margin_per_customer"];
const CONTACT: &[&str] = &["value.cost_per_contact"];
const SERVED: &[&str] = &["value.cost_per_contact", "value.customer_year"];
const PEOPLE: &[&str] = &["support.people"];
const CLAIMED: &[&str] = &["claim.text"];
const CLAIMED_AT: &[&str] = &["claim.place"];
const CUSTOMER_YEAR: &[&str] = &["value.customer_year"];

/// Sets of roles that come with the program.
pub const ROLES: [&str; 1] = ["crm-2011"];

/// Surveys of how many brands people follow.
pub const BRANDS: [&str; 1] = ["lab42-2011"];

/// A page of the brand, or a group whose members speak among themselves.
pub const COMMUNITY_KINDS: [&str; 2] = ["page", "group"];

/// Whether a claim could have come out otherwise, or follows from definitions.
pub const CLAIM_KINDS: [&str; 2] = ["finding", "arithmetic"];

pub const SAMPLERS: [&str; 4] = ["random", "latin-hypercube", "sobol", "expected"];

pub const KEYS: &[Key] = &[
    text("title")
        .required()
        .essential()
        .groups(&[Shared])
        .about("name of the scenario, as it stands on the first line of every answer"),
    text("title.en").said_in("the title in English"),
    text("title.ru").said_in("the title in Russian"),
    text("title.uk").said_in("the title in Ukrainian"),
    text("description")
        .common()
        .groups(&[Aside])
        .about("what the scenario is about, in your own words"),
    text("description.en").said_in("the description in English").only_with(&["description"]),
    text("description.ru").said_in("the description in Russian").only_with(&["description"]),
    text("description.uk").said_in("the description in Ukrainian").only_with(&["description"]),
    key("currency", Currency)
        .default("\"EUR\"", "the currency of every default")
        .common()
        .groups(&[Shared])
        .about("ISO code of the currency of every sum of money"),
    key("locale", Choice(&LOCALES))
        .default("\"en\"", "the language of the keys")
        .common()
        .groups(&[Shared, Unhashed])
        .about("language of the answers, charts and documents"),
    text("theme.name").about("whose look it is: stands at the foot of every page"),
    key("theme.logo", Picture).about("a PNG or JPEG file for the upper corner of every page"),
    key("theme.logo_dark", Picture)
        .about("the logo for pages that are read in the dark, which is light itself"),
    key("theme.colours", Colours)
        .about("six colours of things beside each other, the main one first"),
    key("theme.accent", Colour).about("colour of what something is compared with"),
    key("theme.good", Colour).about("colour of what adds"),
    key("theme.bad", Colour).about("colour of what takes away"),
    key("theme.heading_font", Font).about("a font file for headings"),
    key("theme.body_font", Font).about("a font file for everything else"),
    text("theme.footer").about("a line at the foot of every page"),
    key("theme.confidential", Flag).about("whether every page says that it is confidential"),
    key("theme.template", Template)
        .about("a PowerPoint file (.potx or .pptx) in whose masters and layouts the deck is made"),
    key("deck.slides", Slides)
        .about("the slides of the deck in their order, by the names of `explain --slides`"),
    key("deck.titles", SlideWords)
        .about("titles of your own, by the names of slides; `\"answer.ru\"` for one language"),
    key("deck.notes", SlideWords)
        .about("notes of your own, by the names of slides; `\"answer.ru\"` for one language"),
    key("deck.by", Choice(&STEPS))
        .only_with(&["simulation.start"])
        .about("the step of pictures, sheets and CSV over time: `week`, unless given, or `month`"),
    key("currency_per_eur", Rate)
        .common()
        .about("units of the currency for one euro, by which every default in money is converted"),
    key("roles", Choice(&ROLES))
        .common()
        .about("a ready set of roles of the members, in place of your own `[[role]]`"),
    text(EXTENDS).common().groups(&[Shared]).about(
        "path of a parent scenario, relative to this file, whose keys hold unless this \
            file gives them",
    ),
    key("simulation.trials", Whole(1, MOST_TRIALS))
        .unit(Trials)
        .default("10_000", "the mean of a year's questions to about 0.1 %")
        .common()
        .groups(&[Shared, Unhashed])
        .about("how many possible futures to simulate"),
    key("simulation.seed", Whole(0, u64::MAX))
        .default("1", "any number does")
        .common()
        .groups(&[Shared, Unhashed])
        .about("the same seed gives the same bytes"),
    key("simulation.weeks", Whole(1, 520))
        .unit(Weeks)
        .default("52", "one year")
        .common()
        .about("horizon of the simulation"),
    key("simulation.start", Domain::Date)
        .unit(Unit::Date)
        .common()
        .about("first day of week 0, for the season of the year"),
    key("simulation.fiscal_year_starts", Whole(1, 12))
        .groups(&[Shared])
        .only_with(&["simulation.start"])
        .about("month with which the business year begins, by which totals are told: 4 is April"),
    key("simulation.sampler", Choice(&SAMPLERS))
        .default("\"latin-hypercube\"", "the least error for the same trials on most scenarios")
        .groups(&[Shared])
        .about("how the uncertain inputs are sampled"),
    key("check.tolerance", Fraction).unit(Unit::Share).groups(&[Aside, Unhashed]).about(
        "what `reachsim check` lets pass: a share of the earlier run's 90 % width (1 % \
            where it is not given)",
    ),
    text("claim.text").groups(&[Aside, Unhashed]).about(
        "what a text claims, in words of your own: `reachsim claims` tells how far it holds",
    ),
    text("claim.text.en").said_in("the claim in English").only_with(CLAIMED),
    text("claim.text.ru").said_in("the claim in Russian").only_with(CLAIMED),
    text("claim.text.uk").said_in("the claim in Ukrainian").only_with(CLAIMED),
    text("claim.place")
        .groups(&[Aside, Unhashed])
        .only_with(CLAIMED)
        .about("where it is claimed: which text, which figure of it"),
    text("claim.place.en").said_in("its place in English").only_with(CLAIMED_AT),
    text("claim.place.ru").said_in("its place in Russian").only_with(CLAIMED_AT),
    text("claim.place.uk").said_in("its place in Ukrainian").only_with(CLAIMED_AT),
    key("claim.kind", Choice(&CLAIM_KINDS)).groups(&[Aside, Unhashed]).about(
        "whether it could have come out otherwise (a finding, unless given), or follows from the \
            definitions of the model and from what the file sets (arithmetic)",
    ),
    amount("market.people", People)
        .above_zero()
        .default("30M", ESTIMATE)
        .essential()
        .about("people who could buy and who use these networks"),
    amount("market.adults", People)
        .above_zero()
        .common()
        .together_for("market.people")
        .about("adults of the market; with `internet` and `social` in place of `market.people`"),
    share("market.internet")
        .above_zero()
        .common()
        .together_for("market.people")
        .about("share of the adults who are online"),
    share("market.social")
        .above_zero()
        .common()
        .together_for("market.people")
        .about("share of those online who use a social network"),
    share("market.brand_users")
        .above_zero()
        .default("1", BY_DESIGN)
        .about("share of the market that follows brands at all: no community can be larger"),
    ratio("market.duplication").default("1.5", ESTIMATE).about(
        "how much likelier than by chance the same person is met through two communities; \
            1 is chance",
    ),
    amount("market.cpm", Money)
        .default("8", ESTIMATE)
        .default_with_prices()
        .about("price of a thousand impressions of advertising"),
    share("market.trusting").neutral(1.0).since(1).about(
        "share of the people who trust a friend more than a stranger: only they get \
            `funnel.trust`",
    ),
    key("community.<id>.platform", Platform)
        .required()
        .essential()
        .about("the network: a preset of `reachsim presets` or your own [platform.<id>]"),
    text("community.<id>.name")
        .groups(&[Aside, Unhashed])
        .about("what people call the community, where its name in the file is short"),
    text("community.<id>.name.en").said_in("the community's name in English"),
    text("community.<id>.name.ru").said_in("the community's name in Russian"),
    text("community.<id>.name.uk").said_in("the community's name in Ukrainian"),
    amount("community.<id>.followers", People)
        .above_zero()
        .required()
        .essential()
        .about("followers, members or subscribers at the start"),
    key("community.<id>.opens_at_week", Whole(0, LAST_WEEK))
        .unit(Weeks)
        .default("0", "it is there from the beginning")
        .since(3)
        .about(
            "week in which the community begins: before it has neither followers nor costs, and \
                its start is that week",
        ),
    share("community.<id>.bots")
        .preset()
        .common()
        .about("share of the followers who are bots or duplicates"),
    share("community.<id>.active")
        .preset()
        .common()
        .about("share of the human followers who used the network in the last month"),
    share("community.<id>.alive")
        .default("1", BY_DESIGN)
        .common()
        .about("chance that the community is alive at all"),
    share("community.<id>.dead_activity")
        .default("2%", ESTIMATE)
        .about("what remains of messages and of post reach in a dead community"),
    share("community.<id>.customers")
        .default("30%", ESTIMATE)
        .common()
        .about("share of the members who are customers already"),
    amount("community.<id>.questions.per_year", QuestionsPerYear).essential().about(
        "questions and remarks that members write on the page in a year, at the size of the start",
    ),
    amount("community.<id>.questions.per_day", QuestionsPerDay)
        .essential()
        .or("community.<id>.questions.per_year")
        .about("the same by the day (x 365)"),
    amount("community.<id>.questions.per_follower", QuestionsPerFollower)
        .preset()
        .common()
        .or("community.<id>.questions.per_year")
        .about("the same by the year and human follower"),
    ratio("community.<id>.questions.dispersion")
        .default("0.1", ESTIMATE)
        .about("how far weeks differ beyond chance: variance = mean + dispersion x mean^2"),
    ratio("community.<id>.questions.asker_skew")
        .above_zero()
        .default("0.25", "van Mierlo, JMIR 2014: fewer than a quarter of 63,990 members ever post")
        .about("how evenly members ask: a small number means that few people ask most questions"),
    growth("community.<id>.questions.growth")
        .default("0", BY_DESIGN)
        .common()
        .about("growth of the questions a year"),
    key("community.<id>.questions.season", Domain::Months)
        .unit(Ratio)
        .common()
        .about("weights of the months, from January, of the questions"),
    amount("community.<id>.questions.crises_per_year", PerYear)
        .default("0", BY_DESIGN)
        .common()
        .about("weeks of crisis a year"),
    ratio("community.<id>.questions.crisis_size")
        .default("4", ESTIMATE)
        .common()
        .about("how many times as many messages come in a week of crisis"),
    ratio("community.<id>.questions.crisis_negative")
        .default("2", ESTIMATE)
        .common()
        .about("how many times as many of the messages complain in a week of crisis"),
    amount("community.<id>.friends.mean", People)
        .preset()
        .essential()
        .about("friends of a member, on average"),
    ratio("community.<id>.friends.cv")
        .default(
            "1.06",
            "Ugander, Karrer, Backstrom, Marlow 2011, arXiv 1111.4503: friends of \
            friends of a person with 100 friends",
        )
        .about("how much friend counts differ: standard deviation over mean"),
    key("community.<id>.graph.file", Graph).about(
        "a list of friendships on which `friends.cv` and `feed.scatter` are measured: two \
            whole numbers a line",
    ),
    key("community.<id>.graph.synthetic", Network).or("community.<id>.graph.file").about(
        "a synthetic network of the market's size on which `friends.cv` and \
            `feed.scatter` are measured",
    ),
    key("community.<id>.graph.homophily", Fraction)
        .unit(Unit::Share)
        .only_with(&["community.<id>.graph.synthetic"])
        .about(
            "share of the followers who came because a friend follows, on the graph; the \
            others are anybody",
        ),
    key("community.<id>.graph.leaders", Whole(1, 1_000))
        .only_with(&["community.<id>.graph.file", "community.<id>.graph.synthetic"])
        .about(
            "how many opinion leaders are chosen on the graph; `friends` and `fit` of their \
            `[[role]]` are measured on them",
        ),
    growth("community.<id>.friends.growth")
        .default("0", BY_DESIGN)
        .about("growth of the mean friend count a year"),
    share("community.<id>.feed.visibility")
        .preset()
        .essential()
        .about("share of a member's friends who see the question and its answer"),
    share("community.<id>.feed.broadcast")
        .factor_of("community.<id>.feed.visibility")
        .about("share of messages that the network tells friends about at all"),
    share("community.<id>.feed.online")
        .factor_of("community.<id>.feed.visibility")
        .about("share of friends who log in while the message is fresh"),
    share("community.<id>.feed.ranked")
        .factor_of("community.<id>.feed.visibility")
        .about("share of them into whose feed the ranking lets it"),
    share("community.<id>.feed.viewable")
        .factor_of("community.<id>.feed.visibility")
        .about("share of those who really look at it"),
    share("community.<id>.feed.engagement_visibility")
        .preset()
        .common()
        .about("share of a follower's friends who see the reaction to a post"),
    share("community.<id>.feed.reshare")
        .preset()
        .common()
        .about("share of those who see a message who pass it on to their own friends"),
    key("community.<id>.feed.depth", Whole(1, 5))
        .default(
            "2",
            "Goel, Watts, Goldstein 2012: the vast majority of cascades end within one \
            step",
        )
        .about(
            "generations of viewers: 1 is the friends of the member, 2 adds the friends of \
            those who reshare",
        ),
    share("community.<id>.feed.repeat")
        .unit(Ratio)
        .default(
            "0.6",
            "fitted to Bernstein, Bakshy, Burke, Karrer, CHI 2013: 35 % see one \
            post, 61 % one of a month",
        )
        .about(
            "how far a friend who saw one story of a person also sees the next: 0 independent \
            glances, 1 always or never",
        ),
    share("community.<id>.feed.scatter")
        .above_zero()
        .default("0.5", ESTIMATE)
        .about("share of the market among which the members' friends are scattered"),
    share("community.<id>.feed.insiders")
        .default("5%", ESTIMATE)
        .about("share of the members' friends who follow the community themselves"),
    ratio("community.<id>.feed.negative_spread")
        .default(
            "{ pert = [1.2, 1.6, 1.8] }",
            "derived from American Express, 2011 to 2017: bad \
            news travels 1.36 to 1.78 times as far",
        )
        .about("how many times as far a complaint travels as another message"),
    amount("community.<id>.feed.story_hours", Hours)
        .above_zero()
        .default("12", ESTIMATE)
        .about("hours within which half of those who see a story see it"),
    amount("community.<id>.reviews.per_year", PostsPerYear)
        .default("0", BY_DESIGN)
        .common()
        .about("members' own posts about the product in a year"),
    share("community.<id>.reviews.visibility")
        .default(
            "35%",
            "Bernstein, Bakshy, Burke, Karrer, CHI 2013: 35 % of the friends see a \
            post",
        )
        .common()
        .about("share of a member's friends who see the member's own post"),
    share("community.<id>.reviews.reposted")
        .only_with(&["community.<id>.reviews.per_year", "support.makes_advocates"])
        .neutral(0.0)
        .since(4)
        .about(
            "share of the members' own posts that the page shows too: as helpful posts of its \
                own, and once more to the writers' friends",
        ),
    amount("community.<id>.posts.hours", Hours)
        .neutral(0.0)
        .since(3)
        .about("hours of the team that a post takes"),
    amount("community.<id>.posts.per_week", PostsPerWeek)
        .default("7", "a post a day")
        .common()
        .groups(&[Posts])
        .about("the page's own posts"),
    amount("community.<id>.posts.per_day", PostsPerDay)
        .common()
        .or("community.<id>.posts.per_week")
        .about("the same by the day (x 7)"),
    share("community.<id>.posts.branded").default("30%", MIX).common().groups(&[Mix]).about(
        "share of the posts that advertise; parts of the mix that are not given fill up \
            the rest",
    ),
    share("community.<id>.posts.helpful")
        .default("35%", MIX)
        .common()
        .groups(&[Mix])
        .about("share of the posts that help"),
    share("community.<id>.posts.emotional")
        .default("35%", MIX)
        .common()
        .groups(&[Mix])
        .about("share of the posts that move or amuse"),
    share("community.<id>.posts.reach")
        .preset()
        .common()
        .about("share of the human followers whom one post reaches, at seven posts a week"),
    share("community.<id>.posts.engagement")
        .default(
            "2.1%",
            "Moro, Rita, Vala 2016, 500 posts of a cosmetics brand: reactions per \
            person reached",
        )
        .common()
        .about(
            "share of those whom a post reaches who react to it, at a mix of 30 % branded, 35 \
            % helpful, 35 % emotional",
        ),
    amount("community.<id>.posts.thread_readers", People)
        .default("{ lognormal = { median = 5, gsd = 2.5 } }", ESTIMATE)
        .about("people who read a question and its answer on the page without writing"),
    ratio("community.<id>.posts.skew")
        .above_zero()
        .default("0.7", ESTIMATE)
        .about("how evenly followers see posts: a small number means that few see most of them"),
    ratio("community.<id>.posts.fatigue")
        .default("0.3", ESTIMATE)
        .about("how fast reach per post falls with more posts: (posts/7)^-fatigue"),
    ratio("community.<id>.posts.spread")
        .default(
            "1.2",
            "Moro, Rita, Vala 2016, 500 posts of a cosmetics brand: coefficient of \
            variation 1.17",
        )
        .about("how much the reach of posts differs: standard deviation over mean"),
    share("community.<id>.sentiment.positive")
        .default("18%", "derived from counts of a billion mentions of brands: 17.6 % positive")
        .common()
        .about("share of the messages that praise"),
    share("community.<id>.sentiment.negative")
        .default(
            "10%",
            "author's estimate: a page hears more complaints than the 5.8 % of a \
            billion mentions",
        )
        .common()
        .about("share of the messages that complain"),
    amount("community.<id>.growth.organic", PerYear)
        .default(
            "14%",
            "derived from Locowise, 2015 to 2016: pages grow by 0.15 to 0.53 % a \
            month; `churn` takes 11 % a year",
        )
        .common()
        .about("new followers a year for every follower, without advertising"),
    share("community.<id>.growth.follow")
        .default("0.01%", ESTIMATE)
        .about("chance that somebody who sees a friend's story begins to follow"),
    share("community.<id>.growth.churn")
        .unit(PerMonth)
        .default("1%", ESTIMATE)
        .common()
        .about("share of the followers who leave in a month"),
    ratio("community.<id>.growth.promo_sensitivity")
        .default(
            "3",
            "derived from Sprout Social, 2016: 46 % leave for too many promotions, the \
            first of all reasons",
        )
        .about(
            "how much more leave with as many branded posts again as \
            `growth.tolerated_branded`, over `growth.churn`",
        ),
    amount("community.<id>.growth.tolerated_branded", PostsPerWeek)
        .above_zero()
        .default("2.1", ESTIMATE)
        .since(2)
        .about("advertising posts a week that nobody minds: seven posts, three of ten branded"),
    ratio("community.<id>.growth.neglect")
        .default("1", ESTIMATE)
        .about("how much more leave when no question is answered, over `growth.churn`"),
    amount("community.<id>.growth.ads_per_week", MoneyPerWeek)
        .default("0", BY_DESIGN)
        .common()
        .groups(&[Budget])
        .about("advertising for followers"),
    amount("community.<id>.growth.cost_per_follower", Money)
        .above_zero()
        .default("0.5", ESTIMATE)
        .common()
        .neutral(0.0)
        .about("what advertising pays for a follower"),
    key("community.<id>.kind", Choice(&COMMUNITY_KINDS))
        .about("page or group: the members of a group write and react more"),
    ratio("community.<id>.group_liveliness")
        .default("1.5", ESTIMATE)
        .only_with(&["community.<id>.kind"])
        .neutral(1.0)
        .since(2)
        .about("how many times as much the members of a group write and react"),
    ratio("community.<id>.click")
        .neutral(1.0)
        .since(1)
        .about("how many times as many of those who see something click as elsewhere"),
    share("community.<id>.questions.barrier")
        .neutral(0.0)
        .since(1)
        .about("share of the messages that a registration wall stops"),
    share("community.<id>.questions.private").neutral(0.0).since(3).about(
        "share of the messages that are private: they take the team's time and spare calls, and \
            nobody else answers or sees them",
    ),
    amount("community.<id>.search.views_per_message", Unit::None)
        .neutral(0.0)
        .since(1)
        .about("views that an answered message gets from search engines, over all its life"),
    amount("community.<id>.search.half_life_weeks", Weeks)
        .only_with(&["community.<id>.search.views_per_message"])
        .neutral(0.0)
        .since(1)
        .about("weeks in which half of the views from search come; all at once unless given"),
    amount("community.<id>.feed.brands_followed", Unit::None)
        .above_zero()
        .only_with(&["community.<id>.feed.competition"])
        .neutral(10.0)
        .since(1)
        .about("brands that a follower follows, among which attention is shared"),
    key("community.<id>.feed.brands", Choice(&BRANDS))
        .or("community.<id>.feed.brands_followed")
        .only_with(&["community.<id>.feed.competition"])
        .about("a survey of how many brands people follow, in place of one number for all"),
    ratio("community.<id>.feed.competition")
        .only_with(&["community.<id>.feed.brands_followed", "community.<id>.feed.brands"])
        .neutral(0.0)
        .since(1)
        .about("how much brands compete: reach falls as (reference / brands followed)^competition"),
    amount("community.<id>.feed.brands_reference", Unit::None)
        .above_zero()
        .default("10", ESTIMATE)
        .only_with(&["community.<id>.feed.competition"])
        .neutral(10.0)
        .since(2)
        .about("brands that an average follower follows: at so many `posts.reach` is stated"),
    key("community.<id>.posts.autopost", Flag).about(
        "whether posts are copied by a machine from elsewhere: fewer see them, and more leave",
    ),
    ratio("community.<id>.posts.autopost_reach")
        .default("0.7", ESTIMATE)
        .only_with(&["community.<id>.posts.autopost"])
        .neutral(1.0)
        .since(2)
        .about("how many times as many see posts that a machine copies"),
    ratio("community.<id>.posts.autopost_churn")
        .default("1.5", ESTIMATE)
        .only_with(&["community.<id>.posts.autopost"])
        .neutral(1.0)
        .since(2)
        .about("how many times as many leave where a machine copies the posts"),
    amount("community.<id>.growth.paid_bots", People)
        .neutral(0.0)
        .since(1)
        .about("bots that were bought: they are counted as followers and do nothing"),
    ratio("community.<id>.growth.liveliness").neutral(0.0).since(4).about(
        "how much more friends begin to follow a livelier community: by (messages and reactions \
            over those expected in the first week)^liveliness",
    ),
    amount("community.<id>.growth.site_visits_per_week", Unit::None)
        .only_with(&["community.<id>.growth.widget"])
        .neutral(0.0)
        .since(4)
        .about("visits of the brand's own site a week, where a widget shows the community"),
    share("community.<id>.growth.widget")
        .only_with(&["community.<id>.growth.site_visits_per_week"])
        .neutral(0.0)
        .since(4)
        .about("share of the site's visits after which somebody begins to follow"),
    ratio("content.branded_weight").default("0.6", ESTIMATE).about("reactions to a branded post"),
    ratio("content.helpful_weight").default("1", ESTIMATE).about("reactions to a helpful post"),
    ratio("content.emotional_weight")
        .default("1.4", ESTIMATE)
        .about("reactions to an emotional post"),
    ratio("content.branded_click").default("2", ESTIMATE).about("clicks on a branded post"),
    ratio("content.helpful_click").default("1", ESTIMATE).about("clicks on a helpful post"),
    ratio("content.emotional_click").default("0.3", ESTIMATE).about("clicks on an emotional post"),
    amount("support.hours_per_week", HoursPerWeek)
        .computed(TeamHours, LOAD)
        .essential()
        .neutral(0.0)
        .groups(&[Team])
        .about(
            "paid hours of the team that answers, for all communities together; unless given, \
            what the load needs at `support.occupancy`",
        ),
    share("support.occupancy")
        .above_zero()
        .default("70%", ESTIMATE)
        .or("support.hours_per_week")
        .since(2)
        .about(
            "share of the paid hours in which the team answers, where they follow from the load",
        ),
    amount("support.people", People)
        .or("support.hours_per_week")
        .common()
        .since(3)
        .about("people who answer, in place of `support.hours_per_week`"),
    amount("support.hours_per_person", HoursPerWeek)
        .above_zero()
        .default("40", "a full week")
        .only_with(PEOPLE)
        .since(3)
        .about("paid hours a week of each of them"),
    amount("support.salary_per_month", MoneyPerMonth)
        .only_with(PEOPLE)
        .common()
        .groups(&[Labour])
        .since(3)
        .about("what each of them costs a month, in place of the wage"),
    share("support.other_work")
        .neutral(0.0)
        .since(3)
        .about("share of the paid hours that go to other work"),
    key("support.open", Domain::Opening)
        .default("\"always\"", "no hours are given")
        .common()
        .about(
            "hours of the week in which the team is there, as in \"Mon-Fri 9:00-18:00\"; who asks \
            outside them waits until it opens",
        ),
    share("support.escalated")
        .neutral(0.0)
        .since(3)
        .about("share of the team's answers that an expert has to give"),
    amount("support.escalation_hours", Hours)
        .default("24", ESTIMATE)
        .only_with(&["support.escalated"])
        .neutral(0.0)
        .since(3)
        .about("hours that such an answer takes longer"),
    amount("support.wage", MoneyPerHour)
        .default("20", ESTIMATE)
        .essential()
        .neutral(0.0)
        .groups(&[Labour])
        .about("what an hour of the team costs"),
    amount("support.minutes_per_answer", Minutes)
        .above_zero()
        .default(
            "{ pert = [3, 5, 12] }",
            "derived from vendors of service software: about 5 \
            minutes",
        )
        .common()
        .about("minutes of work for an answer"),
    amount("support.base_hours", Hours)
        .default("4", ESTIMATE)
        .common()
        .about("hours until the team answers when nothing else waits"),
    share("support.peers")
        .default(
            "20%",
            "author's estimate: FeverBee reports 95 % for the volunteers of \
            Microsoft Answers, the upper end",
        )
        .common()
        .about("share of the questions that other members answer"),
    amount("support.peer_hours", Hours)
        .default("1", ESTIMATE)
        .about("hours until a member answers"),
    share("support.give_up")
        .default("20%", ESTIMATE)
        .about("share of those who still wait after a week who give up"),
    share("support.recovery")
        .default("40%", ESTIMATE)
        .common()
        .about("share of the complaints that an instant answer turns around"),
    amount("support.half_life_hours", Hours)
        .above_zero()
        .default("6", ESTIMATE)
        .about("hours of waiting in which that share halves"),
    amount("support.peers_ramp_weeks", Weeks)
        .neutral(0.0)
        .since(1)
        .about("weeks until members answer as much as `support.peers` says, growing evenly"),
    amount("support.check_minutes", Minutes)
        .neutral(0.0)
        .since(1)
        .about("minutes of the team for checking a member's answer or removing a spam message"),
    ratio("support.reward_effect")
        .default("0.2", ESTIMATE)
        .only_with(&["cost.rewards_per_month"])
        .neutral(0.0)
        .since(4)
        .about(
            "how much more members answer and write at most where those who help are rewarded: \
                0.2 is a fifth more",
        ),
    amount("support.reward_half", Money)
        .above_zero()
        .default("5", ESTIMATE)
        .only_with(&["cost.rewards_per_month"])
        .neutral(5.0)
        .since(4)
        .about(
            "reward of an active helper in a month that has 63 % of the whole effect: \
                1 - e^(-reward / this)",
        ),
    amount("support.spam_per_week", Unit::None)
        .only_with(&["support.check_minutes"])
        .neutral(0.0)
        .since(1)
        .about("spam messages a week that the team removes"),
    share("support.sent_away")
        .neutral(0.0)
        .since(1)
        .about("share of those who ask who are sent away, to e-mail or a telephone"),
    share("support.makes_advocates").neutral(0.0).since(1).about(
        "share of those whom the team served who start to answer others and to write \
            about the product",
    ),
    amount("support.advocate_answers", PerMonth)
        .default("1", ESTIMATE)
        .only_with(&["support.makes_advocates"])
        .neutral(0.0)
        .since(2)
        .about("messages that an advocate answers in a month"),
    amount("support.advocate_posts", PostsPerYear)
        .default("4", ESTIMATE)
        .only_with(&["support.makes_advocates"])
        .neutral(0.0)
        .since(2)
        .about("posts about the product that an advocate writes in a year"),
    share("funnel.presale")
        .default("{ beta = { mean = \"30%\", sd = \"8%\" } }", ESTIMATE)
        .common()
        .about("share of the friendly questions that people ask before they buy"),
    share("funnel.direct_lead")
        .default("60%", ESTIMATE)
        .common()
        .about("share of those who become leads"),
    share("funnel.handover")
        .default("1", BY_DESIGN)
        .common()
        .about("share of those leads who reach the people who sell"),
    share("funnel.direct_close")
        .default(
            "{ beta = { mean = \"15%\", sd = \"5.5%\" } }",
            "author's estimate: 7 to 25 % \
            of leads buy",
        )
        .common()
        .about("share of those leads who buy"),
    amount("funnel.speed_half_life_hours", Hours)
        .above_zero()
        .default(
            "24",
            "author's estimate: Oldroyd, HBR 2011, found a far steeper loss among \
            sales calls",
        )
        .about("hours of waiting, after `funnel.grace_hours`, in which the wish to buy halves"),
    amount("funnel.grace_hours", Hours)
        .default("1", ESTIMATE)
        .since(2)
        .about("hours within which an answer to somebody who wants to buy loses nothing"),
    share("funnel.incremental_direct")
        .default("{ beta = { alpha = 2, beta = 3 } }", ESTIMATE)
        .common()
        .about("share of the customers who asked who would not have come anyway"),
    share("funnel.click")
        .default(
            "{ beta = { mean = \"0.9%\", sd = \"0.4%\" } }",
            "derived from the \
            click-through of advertising on the largest network, 2017: 0.9 %",
        )
        .common()
        .about("share of the impressions on which somebody clicks"),
    ratio("funnel.trust")
        .default(
            "{ lognormal = { median = 1.6, gsd = 1.35 }, min = 0.7, max = 2.8 }",
            "derived \
            from Nielsen, 2012: 92 % trust friends, 36 % advertising on networks",
        )
        .common()
        .about("how many times as often people click on what a friend wrote"),
    share("funnel.lead")
        .default(
            "{ beta = { mean = \"4%\", sd = \"2.4%\" } }",
            "derived from published \
            conversion of visits: 1.2 % from networks to 9.2 % from advertising",
        )
        .common()
        .about("share of the clicks that become leads"),
    share("funnel.close")
        .default(
            "{ beta = { mean = \"15%\", sd = \"5.5%\" } }",
            "author's estimate: 7 to 25 % \
            of leads buy",
        )
        .common()
        .about("share of the leads from friends and posts who buy"),
    share("funnel.incremental_earned")
        .default("{ beta = { alpha = 4, beta = 2 } }", ESTIMATE)
        .common()
        .about("share of the customers who came through friends who would not have come anyway"),
    share("funnel.incremental_owned")
        .default(
            "{ beta = { alpha = 2, beta = 8 } }",
            "author's estimate: likes of a page alone \
            bring little (John, Emrich, Gupta, Norton 2017)",
        )
        .common()
        .about("share of the customers who came through posts who would not have come anyway"),
    share("funnel.repeat")
        .default("2%", ESTIMATE)
        .common()
        .about("share of the customers' clicks on posts that end in an order"),
    share("funnel.incremental_repeat")
        .default("20%", ESTIMATE)
        .common()
        .about("share of those orders that would not have come anyway"),
    share("funnel.deter")
        .default("0.02%", ESTIMATE)
        .about("chance that a complaint keeps away who sees it"),
    share("funnel.incremental_negative")
        .default("50%", ESTIMATE)
        .about("share of those kept away who would have come otherwise"),
    amount("value.margin_per_customer", Money)
        .essential()
        .groups(&[Price])
        .about("what a new customer brings in all, after the cost of goods"),
    amount("value.order", Money)
        .common()
        .together_for("value.margin_per_customer")
        .about("what a customer pays for an order"),
    amount("value.orders_per_year", OrdersPerYear)
        .common()
        .together_for("value.margin_per_customer")
        .about("orders of a customer in a year"),
    share("value.gross_margin")
        .common()
        .together_for("value.margin_per_customer")
        .about("share of the price that remains after the cost of goods"),
    share("value.retention")
        .common()
        .together_for("value.margin_per_customer")
        .about("share of the customers who remain for another year"),
    ratio("value.margin_cv")
        .default("1", ESTIMATE)
        .only_with(MARGIN)
        .about("how much the margins of customers differ: standard deviation over mean"),
    ratio("value.referral_uplift")
        .default(
            "{ lognormal = { median = 1.1, gsd = 1.1 } }",
            "derived from Schmitt, Skiera, \
            Van den Bulte 2011: referred customers are worth 16 % more, replicated in part",
        )
        .only_with(MARGIN)
        .about("how many times as much a customer is worth who came through a friend"),
    amount("value.months_to_earn", Unit::Months)
        .default("12", ESTIMATE)
        .common()
        .only_with(MARGIN)
        .about("months over which a new customer's margin arrives"),
    amount("value.repeat_margin", Money)
        .common()
        .groups(&[Price])
        .about("what a repeat order brings after the cost of goods"),
    amount("value.cost_per_contact", Money).essential().groups(&[Price]).about(
        "what a call or mail to the service costs that an answer on the page makes \
            unnecessary",
    ),
    share("value.would_have_called")
        .default(
            "{ beta = { mean = \"25%\", sd = \"8%\" } }",
            "derived from ServiceXRG: 23 % of \
            contacts are deflected in technology",
        )
        .common()
        .only_with(SERVED)
        .about("share of those served who would have called or written otherwise"),
    share("value.thread_deflection")
        .default("0.5%", "author's estimate: FeverBee and Vanilla count one view in twenty")
        .only_with(CONTACT)
        .about("share of the readers of threads who would have called or written otherwise"),
    amount("value.customer_year", Money)
        .common()
        .groups(&[Price])
        .about("what a present customer brings in a year after the cost of goods"),
    share("value.retention_lift")
        .default("0.5% to 2%", ESTIMATE)
        .common()
        .only_with(CUSTOMER_YEAR)
        .about("share of the customers served who stay because of it"),
    share("value.ignored_loss")
        .default("10%", ESTIMATE)
        .common()
        .only_with(CUSTOMER_YEAR)
        .about("share of the customers who gave up waiting who leave because of it"),
    ratio("value.hire_sentiment").only_with(&["hires.per_year"]).neutral(0.0).since(1).about(
        "how much recruiting suffers from negative word of mouth: change of hires for a change of net \
            sentiment of 100 %",
    ),
    amount("value.per_thousand_seen", Money).since(3).groups(&[Price]).about(
        "what a thousand impressions are worth to the brand: a choice of yours, not counted \
            unless given",
    ),
    amount("value.forum_saved_per_month", MoneyPerMonth)
        .since(1)
        .groups(&[Price])
        .about("what a forum of one's own would cost a month, which the community saves"),
    amount("value.ideas_per_year", PerYear)
        .since(1)
        .about("ideas of members a year that are put to use"),
    amount("value.idea_value", Money)
        .only_with(&["value.ideas_per_year"])
        .since(1)
        .groups(&[Price])
        .about("what such an idea is worth"),
    amount("polls.per_year", PerYear)
        .default("0", BY_DESIGN)
        .common()
        .about("polls among the members in a year"),
    amount("polls.value", Money)
        .common()
        .only_with(&["polls.per_year"])
        .groups(&[Price])
        .about("what a poll is worth, such as the price of one bought"),
    share("polls.response")
        .default("1%", ESTIMATE)
        .common()
        .about("share of the active members who answer a poll"),
    amount("polls.needed", People)
        .default("400", "a margin of error of 5 %")
        .only_with(&["polls.value"])
        .about("answers below which a poll is worth nothing"),
    amount("hires.per_year", PerYear)
        .default("0", BY_DESIGN)
        .common()
        .about("people hired through the community in a year"),
    amount("hires.saving", Money)
        .common()
        .only_with(&["hires.per_year"])
        .groups(&[Price])
        .about("what such a hire saves"),
    amount("cost.per_post", Money)
        .default("0", UNCOUNTED)
        .essential()
        .groups(&[Cost, Posts])
        .about("what a post costs"),
    amount("cost.manager_per_month", MoneyPerMonth)
        .default("0", UNCOUNTED)
        .essential()
        .groups(&[Cost, Team, Labour])
        .about("what the management of the communities costs"),
    amount("cost.tools_per_month", MoneyPerMonth)
        .default("0", UNCOUNTED)
        .common()
        .groups(&[Cost, Budget])
        .about("what tools cost"),
    amount("cost.setup", Money)
        .default("0", UNCOUNTED)
        .common()
        .groups(&[Cost, Budget])
        .about("what is spent once, in the first week"),
    growth("cost.discount")
        .default("10%", "Forrester, Total Economic Impact: 10 % a year")
        .common()
        .default_with_prices()
        .neutral(0.0)
        .about("interest at which later money counts less"),
    amount("cost.rewards_per_month", MoneyPerMonth)
        .neutral(0.0)
        .since(1)
        .groups(&[Cost])
        .about("rewards for members who help"),
    amount("outreach.per_week", Unit::None)
        .neutral(0.0)
        .since(1)
        .about("people in need a week whom the team finds and writes to elsewhere"),
    amount("outreach.minutes", Minutes)
        .default("5", ESTIMATE)
        .default_with(&["outreach.per_week"])
        .neutral(0.0)
        .since(3)
        .about("minutes of the team for finding one of them and writing to them"),
    share("outreach.reply")
        .default("20%", ESTIMATE)
        .default_with(&["outreach.per_week"])
        .neutral(0.0)
        .since(1)
        .about("share of them who reply"),
    share("outreach.lead")
        .default("10%", ESTIMATE)
        .default_with(&["outreach.per_week"])
        .neutral(0.0)
        .since(1)
        .about("share of those who reply who become leads"),
];
