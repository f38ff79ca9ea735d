//! METRICS: the one table of everything a run measures. Summaries, files, targets and charts iterate over it.

use crate::units::Unit;

/// What one simulated future adds up to over the horizon, for one community or for all of them together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Totals {
    /// Questions and remarks that members wrote.
    pub questions: f64,
    /// Friends of the members who asked, as often as they could have seen a question.
    pub potential_questions: f64,
    /// Times a question was seen by a friend.
    pub impressions_questions: f64,
    /// Members who asked at least once.
    pub distinct_askers: f64,
    /// As `potential_questions`, over every route of the second order.
    pub potential_contacts: f64,
    /// Times a follower saw a post of the page.
    pub impressions_first: f64,
    /// Times a reshared message was seen.
    pub impressions_reshares: f64,
    /// The part of `impressions_second` that fell on people who do not follow.
    pub impressions_outside: f64,
    /// Followers who saw at least one post.
    pub reach_first: f64,
    /// People who do not follow and saw at least one story.
    pub reach_second: f64,
    /// Those of them who met three or more.
    pub reach_second_3plus: f64,
    /// Different people of either order.
    pub total_reach: f64,
    pub followers: f64,
    /// Human followers who used the network in the last month.
    pub active_followers: f64,
    /// People of the market.
    pub market: f64,
}

impl Totals {
    /// Times anything was seen by somebody's friend.
    pub fn impressions_second(&self) -> f64 {
        self.impressions_questions + self.impressions_reshares
    }

    /// Times anything was seen by anybody.
    pub fn impressions(&self) -> f64 {
        self.impressions_first + self.impressions_second()
    }

    /// Sums of everything that adds up over communities. Unions do not, and have to be set by whoever knows the overlaps.
    #[must_use]
    pub fn plus(self, part: &Totals) -> Totals {
        Totals {
            questions: self.questions + part.questions,
            potential_questions: self.potential_questions + part.potential_questions,
            impressions_questions: self.impressions_questions + part.impressions_questions,
            distinct_askers: self.distinct_askers + part.distinct_askers,
            potential_contacts: self.potential_contacts + part.potential_contacts,
            impressions_first: self.impressions_first + part.impressions_first,
            impressions_reshares: self.impressions_reshares + part.impressions_reshares,
            impressions_outside: self.impressions_outside + part.impressions_outside,
            followers: self.followers + part.followers,
            active_followers: self.active_followers + part.active_followers,
            ..self
        }
    }
}

/// One row of METRICS.
#[derive(Debug)]
pub struct Metric {
    pub id: &'static str,
    pub unit: Unit,
    pub better: Better,
    pub value: Value,
    /// The name that people read.
    pub words: &'static str,
    /// How to read it, in one sentence without a final period.
    pub about: &'static str,
}

/// Which direction a marketer would rather see; it also ranks the futures in which a ratio is undefined: they are the worst.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Better {
    Higher,
    Lower,
    Neither,
}

impl Better {
    /// The value that stands for "undefined" in percentiles: worse than every number.
    pub const fn worst(self) -> f64 {
        match self {
            Better::Lower => f64::INFINITY,
            Better::Higher | Better::Neither => f64::NEG_INFINITY,
        }
    }
}

/// A number that follows from the totals of a trial.
type Figure = fn(&Totals) -> f64;

/// How a metric follows from the totals of a trial.
#[derive(Clone, Copy, Debug)]
pub enum Value {
    Plain(Figure),
    /// Numerator and denominator: the headline is the ratio of their means, and a trial whose denominator is zero is undefined.
    Ratio(Figure, Figure),
}

const fn plain(id: &'static str, unit: Unit, better: Better, value: Figure, words: &'static str, about: &'static str) -> Metric {
    Metric { id, unit, better, value: Value::Plain(value), words, about }
}

const fn ratio(
    id: &'static str,
    unit: Unit,
    better: Better,
    (over, under): (Figure, Figure),
    words: &'static str,
    about: &'static str,
) -> Metric {
    Metric { id, unit, better, value: Value::Ratio(over, under), words, about }
}

use Better::{Higher, Neither};

pub const METRICS: &[Metric] = &[
    plain("questions", Unit::Questions, Neither, |t| t.questions, "questions", "questions and remarks that members write on the page"),
    plain(
        "potential_questions",
        Unit::Contacts,
        Higher,
        |t| t.potential_questions,
        "friends who could see them",
        "friends of the members who ask, counted once for every question, if no two friend lists overlap",
    ),
    plain(
        "impressions_questions",
        Unit::Impressions,
        Higher,
        |t| t.impressions_questions,
        "times seen",
        "times a friend of the asker sees a question and its answer: the article's figure",
    ),
    plain("distinct_askers", Unit::People, Higher, |t| t.distinct_askers, "different askers", "members who ask at least once"),
    plain(
        "potential_contacts",
        Unit::Contacts,
        Higher,
        |t| t.potential_contacts,
        "potential contacts",
        "friends who could see any story of a member, reshares included, if no two friend lists overlap",
    ),
    plain(
        "impressions_first",
        Unit::Impressions,
        Higher,
        |t| t.impressions_first,
        "posts seen by followers",
        "times a follower sees a post of the page",
    ),
    plain(
        "impressions_reshares",
        Unit::Impressions,
        Higher,
        |t| t.impressions_reshares,
        "reshares seen",
        "times a message is seen because a friend passed it on",
    ),
    plain(
        "impressions_second",
        Unit::Impressions,
        Higher,
        Totals::impressions_second,
        "times seen by friends",
        "impressions on friends of members over all routes",
    ),
    plain("reach_first", Unit::People, Higher, |t| t.reach_first, "followers reached", "followers who see at least one post"),
    plain(
        "reach_second",
        Unit::People,
        Higher,
        |t| t.reach_second,
        "different people",
        "people who do not follow and see at least one story, each counted once",
    ),
    plain(
        "reach_second_3plus",
        Unit::People,
        Higher,
        |t| t.reach_second_3plus,
        "reached three times or more",
        "people who do not follow and meet three stories or more",
    ),
    plain(
        "total_reach",
        Unit::People,
        Higher,
        |t| t.total_reach,
        "people reached in all",
        "followers and friends of members reached at least once, each counted once",
    ),
    ratio(
        "reach_share",
        Unit::Share,
        Higher,
        (|t| t.total_reach, |t| t.market),
        "share of the market reached",
        "people reached at least once over people of the market",
    ),
    ratio(
        "frequency_first",
        Unit::Ratio,
        Neither,
        (|t| t.impressions_first, |t| t.reach_first),
        "posts seen per follower reached",
        "average frequency among followers",
    ),
    ratio(
        "frequency_second",
        Unit::Ratio,
        Neither,
        (|t| t.impressions_outside, |t| t.reach_second),
        "times seen per person",
        "average frequency among people who do not follow",
    ),
    ratio(
        "grps",
        Unit::RatingPoints,
        Higher,
        (|t| 100.0 * t.impressions(), |t| t.market),
        "gross rating points",
        "impressions of either order for every hundred people of the market",
    ),
    ratio(
        "amplification",
        Unit::Ratio,
        Higher,
        (|t| t.reach_second, |t| t.reach_first),
        "friends reached per follower reached",
        "people reached at second order over followers reached by posts",
    ),
    plain("followers_end", Unit::People, Higher, |t| t.followers, "followers at the end", "followers when the horizon ends"),
    plain(
        "active_followers",
        Unit::People,
        Higher,
        |t| t.active_followers,
        "active followers",
        "human followers who used the network in the last month",
    ),
];

/// The row and its place in METRICS, or `None` for an unknown id.
pub fn find(id: &str) -> Option<(usize, &'static Metric)> {
    METRICS.iter().enumerate().find(|(_, metric)| metric.id == id)
}

/// One series by the week, of a community or of all together.
#[derive(Debug)]
pub struct WeeklyMetric {
    pub id: &'static str,
    pub unit: Unit,
    pub series: fn(&Weeks) -> &[f64],
}

/// The course of one simulated future: every vector has one entry a week. Flows are of the week, `reach_*` and
/// `distinct_askers` are cumulative.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Weeks {
    pub questions: Vec<f64>,
    pub potential_questions: Vec<f64>,
    pub impressions_questions: Vec<f64>,
    pub potential_contacts: Vec<f64>,
    pub impressions_first: Vec<f64>,
    pub impressions_reshares: Vec<f64>,
    pub impressions_second: Vec<f64>,
    pub distinct_askers: Vec<f64>,
    pub reach_first: Vec<f64>,
    pub reach_second: Vec<f64>,
    pub total_reach: Vec<f64>,
}

const fn weekly(id: &'static str, unit: Unit, series: fn(&Weeks) -> &[f64]) -> WeeklyMetric {
    WeeklyMetric { id, unit, series }
}

pub const WEEKLY: &[WeeklyMetric] = &[
    weekly("questions", Unit::Questions, |w| &w.questions),
    weekly("potential_questions", Unit::Contacts, |w| &w.potential_questions),
    weekly("impressions_questions", Unit::Impressions, |w| &w.impressions_questions),
    weekly("potential_contacts", Unit::Contacts, |w| &w.potential_contacts),
    weekly("impressions_first", Unit::Impressions, |w| &w.impressions_first),
    weekly("impressions_reshares", Unit::Impressions, |w| &w.impressions_reshares),
    weekly("impressions_second", Unit::Impressions, |w| &w.impressions_second),
    weekly("distinct_askers_cumulative", Unit::People, |w| &w.distinct_askers),
    weekly("reach_first_cumulative", Unit::People, |w| &w.reach_first),
    weekly("reach_second_cumulative", Unit::People, |w| &w.reach_second),
    weekly("total_reach_cumulative", Unit::People, |w| &w.total_reach),
];
