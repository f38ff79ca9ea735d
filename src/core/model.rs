//! What the program believes: the scenario with every name resolved, every default filled in and
//! every unit settled.
//!
//! A `Model` cannot be wrong in form: [`lower`] is the only way to one, and after it succeeded
//! nothing can fail.

mod calendar;
mod formula;
mod lower;
mod numbers;
mod param;
mod prices;
mod season;

pub use calendar::{Calendar, Period, WEEK_DAYS};
pub use formula::{Formula, Leaf, Stream};
pub use lower::{
    About, Assumption, ClaimKind, Exported, Lowered, Measurement, Observation, Origin, Sampled,
    Size, Statement, Tolerance, Tolerances, Understood, estimates, lower, together,
};
pub use numbers::{
    Audience, Competitor, Content, Cost, Deflection, Feed, Friends, Funnel, Growth, Loyalty,
    NewCustomer, Outreach, Polls, Posts, Questions, Reviews, Role, Search, Sentiment, Support,
};
pub use param::Param;
pub use prices::{Hires, Ideas, Margin, PerCustomer, Poll, Prices, Staff};

use std::fmt;

use crate::design::Sampler;
use crate::design::copula::Copula;
use crate::dist::Dist;
use crate::locale::Label;
use crate::metric::{self, BY_ROLE, METRICS, Metric, Value};
pub use crate::scenario::Bound;
pub use crate::scenario::brands::Class;

/// Everything that a run needs to know.
#[derive(Clone, Debug)]
pub struct Model {
    /// Which of the models of a study it is, as another machine can make it again; nothing where
    /// nobody said so.
    pub point: String,
    pub weeks: usize,
    /// The months and the business years of the horizon, where it has a first day.
    pub calendar: Calendar,
    /// The uncertain inputs, in the order of their keys.
    pub inputs: Vec<Input>,
    /// What luck decides once a trial: one coordinate each, behind those of the inputs.
    pub coins: Vec<Coordinate>,
    pub copula: Copula,
    pub market: Market,
    /// In the order of the file; none where the file has formulas only.
    pub communities: Vec<Community>,
    /// One for each pair of communities of which the file states the overlap of their followers.
    pub overlaps: Vec<Overlap>,
    /// None where all members are alike.
    pub roles: Vec<Role<Param>>,
    pub campaigns: Vec<Campaign>,
    pub competitors: Vec<Competitor<Param>>,
    pub outreach: Outreach<Param>,
    pub support: Support<Param>,
    pub staff: Staff,
    /// Hours that a message waits longer because nobody is there at night.
    pub closed_hours: f64,
    pub content: Content<Param>,
    pub funnel: Funnel<Param>,
    pub polls: Polls<Param>,
    pub cost: Cost<Param>,
    pub prices: Prices,
    /// Places in [`METRICS`] of what is measured, in their order.
    pub metrics: Vec<usize>,
    /// Metrics of the file's own, in its order.
    pub formulas: Vec<Formula>,
    /// Counts of each role of the members.
    pub by_role: Vec<RoleMetric>,
    /// Their places, each after those that it needs.
    pub formula_order: Vec<usize>,
    pub targets: Vec<Target>,
    /// What is otherwise from a week on, in the order of the weeks.
    pub later: Vec<Later>,
}

/// The model from a week on.
#[derive(Clone, Debug)]
pub struct Later {
    /// The first week, which is not week 0.
    pub from: usize,
    /// The same horizon, with what has changed until then; its inputs and its later changes are
    /// those of the whole.
    pub model: Model,
}

/// What the file says about how to run it; the command line may say otherwise.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Plan {
    pub trials: u64,
    pub seed: u64,
    pub sampler: Sampler,
    pub matrix: Matrix,
}

/// Which coordinates and which luck the trials have: a study is the same engine with another
/// matrix.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Matrix {
    /// Those of the plan.
    #[default]
    Own,
    /// The same worlds, in which other people ask and see.
    OtherLuck,
    /// The same inputs; everything else is drawn anew, whether a community is alive too.
    AllLuck,
    /// The same inputs, and every event by its expectation.
    NoLuck,
    /// One input is drawn anew, given the values of all others.
    Redrawn(usize),
}

/// An uncertain quantity of the file.
#[derive(Clone, Debug)]
pub struct Input {
    pub key: String,
    /// What people call it, where the file says so.
    pub name: Option<Label>,
    pub dist: Dist,
    pub coordinate: Coordinate,
}

/// The address of one column of a design. It depends on the name alone, so that adding an input
/// moves no other.
#[derive(Clone, Debug, PartialEq)]
pub struct Coordinate {
    pub name: String,
    /// Dimension of the low-discrepancy sequence.
    pub dimension: usize,
}

/// A product of numbers, such as a share that the file gives in four parts.
#[derive(Clone, Debug, PartialEq)]
pub struct Product(pub Vec<Param>);

#[derive(Clone, Debug)]
pub struct Market {
    /// People who could buy and who use these networks.
    pub people: Product,
    /// Share of them who follow brands at all.
    pub brand_users: Param,
    /// Share of them who trust a friend more than a stranger.
    pub trusting: Param,
    /// Duplication of the audiences of two communities, over that by chance.
    pub duplication: Param,
    /// Advertising money for a thousand impressions, where it is counted.
    pub cpm: Option<Param>,
}

#[derive(Clone, Debug)]
pub struct Community {
    pub id: String,
    /// What people call it.
    pub name: Label,
    pub audience: Audience<Param>,
    /// Place in [`Model::coins`] of what decides whether it is alive.
    pub coin: usize,
    /// The week in which it begins.
    pub opens: usize,
    pub questions: Questions<Param>,
    pub volume: Volume,
    /// Weight of each week of the horizon; 52 of them average 1.
    pub season: Vec<f64>,
    pub friends: Friends<Param>,
    pub feed: Feed<Param>,
    /// How many brands its followers follow, where a survey tells: none, where one number does.
    pub brands: Vec<Class>,
    pub visibility: Product,
    pub depth: usize,
    pub reviews: Reviews<Param>,
    pub search: Search<Param>,
    pub livelier: Livelier,
    /// Clicks of its people over those elsewhere.
    pub click: Param,
    pub autopost: bool,
    pub posts: Posts<Param>,
    pub posts_per_week: Product,
    pub mix: Mix,
    pub sentiment: Sentiment<Param>,
    pub growth: Growth<Param>,
}

/// What is more in a group, whose members speak among themselves, than on a page: never a number
/// that somebody states.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Livelier {
    pub messages: bool,
    pub reactions: bool,
}

/// How the file states the yearly questions.
#[derive(Clone, Debug, PartialEq)]
pub enum Volume {
    PerYear(Product),
    /// Of a human follower.
    PerFollower(Param),
}

/// The mix of the posts: branded, helpful, emotional.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mix {
    pub parts: [Param; 3],
    /// Parts that the file or the platform states. The others fill up the rest, in the proportion
    /// of their defaults.
    pub stated: [bool; 3],
}

/// A stretch of weeks with more of everything.
#[derive(Clone, Debug, PartialEq)]
pub struct Campaign {
    pub name: String,
    /// Place in [`Model::communities`]; `None` is each of them.
    pub community: Option<usize>,
    pub start_week: usize,
    pub weeks: usize,
    pub question_lift: Param,
    pub posts_per_week: Param,
    /// Of all its weeks.
    pub followers: Param,
    /// Of all its weeks.
    pub budget: Param,
    /// Share points that praise and that complain more, in its weeks.
    pub positive: Param,
    pub negative: Param,
    /// Followers of a partner, and the share of them who come over in all its weeks.
    pub partner_followers: Param,
    pub partner_follow: Param,
}

/// The overlap of two communities of which the file states none.
pub const DEFAULT_OVERLAP: f64 = 0.2;

/// The share of the smaller community's followers who also follow the larger.
#[derive(Clone, Copy, Debug)]
pub struct Overlap {
    /// Places in [`Model::communities`].
    pub between: [usize; 2],
    pub share: Param,
}

/// What a target states.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TargetName {
    /// The target of a file that counts money and states none.
    PaysForItself,
    /// As the file states it.
    Stated(Label),
}

impl fmt::Display for TargetName {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(match self {
            TargetName::PaysForItself => "the community pays for itself",
            TargetName::Stated(name) => name,
        })
    }
}

/// A count of one role of the members, in all communities.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleMetric {
    /// `role.<name>.<metric>`.
    pub id: String,
    /// Place in [`Model::roles`].
    pub role: usize,
    /// What people call the role.
    pub name: String,
    /// Place in [`BY_ROLE`].
    pub count: usize,
}

impl RoleMetric {
    /// The metric of which it is a part.
    pub fn whole(&self) -> &'static Metric<'static> {
        metric::find(BY_ROLE[self.count]).expect("METRICS has them").1
    }

    /// The row that METRICS would have for it.
    pub fn metric(&self) -> Metric<'_> {
        Metric { id: &self.id, value: Value::OfRole, ..*self.whole() }
    }
}

/// A statement about a metric whose probability is reported.
#[derive(Clone, Debug)]
pub struct Target {
    pub name: TargetName,
    pub metric: ColumnId,
    pub bound: Bound,
    /// The probability below which the run fails.
    pub with: Option<f64>,
}

/// A metric of all communities together or of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ColumnId {
    /// Place in [`Model::communities`]; `None` is all of them.
    pub community: Option<usize>,
    /// Place in [`METRICS`], among those that are measured; behind them come [`Model::formulas`],
    /// and then [`Model::by_role`].
    pub metric: usize,
}

impl Model {
    /// Every column that a run fills: each metric of all communities, then each metric of each.
    pub fn columns(&self) -> impl Iterator<Item = ColumnId> + '_ {
        let scopes = std::iter::once(None).chain((0..self.communities.len()).map(Some));
        self.tabled(scopes).chain(self.own())
    }

    fn tabled<'a>(
        &'a self,
        scopes: impl Iterator<Item = Option<usize>> + 'a,
    ) -> impl Iterator<Item = ColumnId> + 'a {
        scopes.flat_map(|community| {
            self.metrics.iter().map(move |&metric| ColumnId { community, metric })
        })
    }

    /// The file's own metrics, and counts by role.
    fn own(&self) -> impl Iterator<Item = ColumnId> + '_ {
        (METRICS.len()..METRICS.len() + self.formulas.len() + self.by_role.len())
            .map(|metric| ColumnId { community: None, metric })
    }

    /// The row of a metric: of METRICS, or of the file's own.
    pub fn metric(&self, metric: usize) -> Metric<'_> {
        match METRICS.get(metric) {
            Some(row) => *row,
            None => match self.by_role(metric - METRICS.len()) {
                Some(of) => of.metric(),
                None => self.formulas[metric - METRICS.len()].metric(),
            },
        }
    }

    /// A count by role, by its place behind METRICS; `None` of a metric of the file's own.
    pub fn by_role(&self, own: usize) -> Option<&RoleMetric> {
        self.by_role.get(own.checked_sub(self.formulas.len())?)
    }

    /// What a metric of the file's own is called; nothing of one of METRICS.
    pub fn own_name(&self, metric: usize) -> Option<&Label> {
        Some(&self.formulas.get(metric.checked_sub(METRICS.len())?)?.words)
    }

    /// The unit of a metric as data files spell it.
    pub fn unit_id(&self, metric: usize) -> &str {
        let own = metric
            .checked_sub(METRICS.len())
            .and_then(|place| self.formulas.get(place))
            .map_or("", |formula| formula.own_unit.as_str());
        if own.is_empty() { self.metric(metric).unit.id() } else { own }
    }

    /// The column of a metric by its name: `profit`, `page.profit`.
    pub fn column(&self, name: &str) -> Option<ColumnId> {
        if let Some(place) = self.by_role.iter().position(|of| of.id == name) {
            let metric = METRICS.len() + self.formulas.len() + place;
            return Some(ColumnId { community: None, metric });
        }
        let (community, id) = match name.rsplit_once('.') {
            Some((community, id)) => {
                let place = self.communities.iter().position(|other| other.id == community)?;
                (Some(place), id)
            }
            None => (None, name),
        };
        let tabled = self.metrics.iter().copied().find(|&metric| METRICS[metric].id == id);
        let own = || {
            let place = self.formulas.iter().position(|formula| formula.id == id)?;
            community.is_none().then_some(METRICS.len() + place)
        };
        Some(ColumnId { community, metric: tabled.or_else(own)? })
    }

    /// What is measured: all communities together, then each of them where there are several. One
    /// community is all of them and is not measured twice.
    pub fn scopes(&self) -> usize {
        if self.communities.len() == 1 { 1 } else { self.communities.len() + 1 }
    }

    /// The place of a community among the scopes, or that of all together.
    pub fn scope(&self, community: Option<usize>) -> usize {
        community.filter(|_| self.communities.len() > 1).map_or(0, |community| community + 1)
    }

    /// Every column that has to be measured.
    pub fn measured(&self) -> impl Iterator<Item = ColumnId> + '_ {
        let scopes = std::iter::once(None).chain((1..self.scopes()).map(|scope| Some(scope - 1)));
        self.tabled(scopes).chain(self.own())
    }

    /// The place of a column among those measured.
    pub fn place(&self, column: ColumnId) -> usize {
        if let Some(own) = column.metric.checked_sub(METRICS.len()) {
            return self.scopes() * self.metrics.len() + own;
        }
        let place = self.metrics.binary_search(&column.metric).unwrap_or(0);
        self.scope(column.community) * self.metrics.len() + place
    }

    /// Places in [`METRICS`] of what is measured by the week.
    pub fn weekly(&self) -> impl Iterator<Item = usize> + '_ {
        self.metrics.iter().copied().filter(|&metric| METRICS[metric].is_weekly())
    }

    /// The name of a column as files and targets spell it: `reach_second`, `page.reach_second`.
    pub fn column_name(&self, column: ColumnId) -> String {
        self.named(column.community, self.metric(column.metric).id)
    }

    /// A name with its community before it.
    pub fn named(&self, community: Option<usize>, name: &str) -> String {
        community.map_or_else(
            || name.to_owned(),
            |community| format!("{}.{name}", self.communities[community].id),
        )
    }

    /// Whether anything has a value, by a price or as a stream of the file's own.
    pub fn counts_value(&self) -> bool {
        self.prices.any() || self.streams().any(|formula| formula.stream == Some(Stream::Value))
    }

    /// Metrics of the file's own that enter the profit.
    pub fn streams(&self) -> impl Iterator<Item = &Formula> {
        self.formulas.iter().filter(|formula| formula.stream.is_some())
    }

    /// Whether a metric is measured.
    pub fn measures(&self, metric: usize) -> bool {
        self.metrics.binary_search(&metric).is_ok()
    }
}
