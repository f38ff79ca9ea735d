//! What the program believes: the scenario with every name resolved, every default filled in and every unit settled.
//!
//! A `Model` cannot be wrong in form: [`lower`] is the only way to one, and after it succeeded nothing can fail.

mod lower;
mod season;

pub use lower::{About, Assumption, Lowered, Origin, Understood, estimates, lower};

use crate::design::Sampler;
use crate::design::copula::Copula;
use crate::dist::Dist;

/// Everything that a run needs to know.
#[derive(Clone, Debug)]
pub struct Model {
    pub weeks: usize,
    /// The uncertain inputs, in the order of their keys.
    pub inputs: Vec<Input>,
    /// What luck decides once a trial: one coordinate each, behind those of the inputs.
    pub coins: Vec<Coordinate>,
    pub copula: Copula,
    pub market: Market,
    /// At least one, in the order of the file.
    pub communities: Vec<Community>,
    /// One for each pair of communities of which the file states the overlap of their followers.
    pub overlaps: Vec<Overlap>,
    pub targets: Vec<Target>,
}

/// What the file says about how to run it; the command line may say otherwise.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Plan {
    pub trials: u64,
    pub seed: u64,
    pub sampler: Sampler,
}

/// An uncertain quantity of the file.
#[derive(Clone, Debug)]
pub struct Input {
    pub key: String,
    pub dist: Dist,
    pub coordinate: Coordinate,
}

/// The address of one column of a design. It depends on the name alone, so that adding an input moves no other.
#[derive(Clone, Debug, PartialEq)]
pub struct Coordinate {
    pub name: String,
    /// Dimension of the low-discrepancy sequence.
    pub dimension: usize,
}

/// A number of the model: known, or the value of an input.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Param {
    Fixed(f64),
    /// Place in [`Model::inputs`].
    Input(usize),
}

/// A product of numbers, such as a share that the file gives in four parts.
#[derive(Clone, Debug, PartialEq)]
pub struct Product(pub Vec<Param>);

#[derive(Clone, Debug)]
pub struct Market {
    /// People who could buy and who use these networks.
    pub people: Product,
    /// Duplication of the audiences of two communities, over that by chance.
    pub duplication: Param,
}

#[derive(Clone, Debug)]
pub struct Community {
    pub id: String,
    pub followers: Param,
    pub bots: Param,
    pub active: Param,
    pub life: Life,
    pub questions: Questions,
    pub friends: Friends,
    pub feed: Feed,
    pub posts: Posts,
}

#[derive(Clone, Debug)]
pub struct Life {
    /// Chance that the community is alive.
    pub alive: Param,
    /// Place in [`Model::coins`].
    pub coin: usize,
    pub dead_activity: Param,
}

#[derive(Clone, Debug)]
pub struct Questions {
    pub volume: Volume,
    pub dispersion: Param,
    pub asker_skew: Param,
    pub growth: Param,
    /// Weight of each week of the horizon; 52 of them average 1.
    pub season: Vec<f64>,
    pub crises_per_year: Param,
    pub crisis_size: Param,
}

/// How the file states the yearly questions.
#[derive(Clone, Debug, PartialEq)]
pub enum Volume {
    PerYear(Product),
    /// Of a human follower.
    PerFollower(Param),
}

#[derive(Clone, Debug)]
pub struct Friends {
    pub mean: Param,
    pub cv: Param,
    pub growth: Param,
}

#[derive(Clone, Debug)]
pub struct Feed {
    pub visibility: Product,
    pub reshare: Param,
    pub depth: usize,
    pub repeat: Param,
    pub scatter: Param,
    pub insiders: Param,
}

#[derive(Clone, Debug)]
pub struct Posts {
    pub per_week: Product,
    pub reach: Param,
    pub skew: Param,
    pub fatigue: Param,
    pub spread: Param,
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

/// A statement about a metric whose probability is reported.
#[derive(Clone, Debug)]
pub struct Target {
    pub name: String,
    pub metric: ColumnId,
    pub bound: Bound,
    /// The probability below which the run fails.
    pub with: Option<f64>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Bound {
    AtLeast(f64),
    AtMost(f64),
}

/// A metric of all communities together or of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ColumnId {
    /// Place in [`Model::communities`]; `None` is all of them.
    pub community: Option<usize>,
    /// Place in [`crate::metric::METRICS`].
    pub metric: usize,
}

impl Model {
    /// Every column that a run fills: each metric of all communities, then each metric of each.
    pub fn columns(&self) -> impl Iterator<Item = ColumnId> + '_ {
        let scopes = std::iter::once(None).chain((0..self.communities.len()).map(Some));
        scopes.flat_map(|community| (0..crate::metric::METRICS.len()).map(move |metric| ColumnId { community, metric }))
    }

    /// What is measured: all communities together, then each of them where there are several. One community is all of
    /// them and is not measured twice.
    pub fn scopes(&self) -> usize {
        if self.communities.len() == 1 { 1 } else { self.communities.len() + 1 }
    }

    /// Every column that has to be measured.
    pub fn measured(&self) -> impl Iterator<Item = ColumnId> + '_ {
        self.columns().take(self.scopes() * crate::metric::METRICS.len())
    }

    /// The place of a column among those measured.
    pub fn place(&self, column: ColumnId) -> usize {
        let scope = match column.community {
            Some(community) if self.communities.len() > 1 => community + 1,
            _ => 0,
        };
        scope * crate::metric::METRICS.len() + column.metric
    }

    /// The name of a column as files and targets spell it: `reach_second`, `page.reach_second`.
    pub fn column_name(&self, column: ColumnId) -> String {
        let metric = crate::metric::METRICS[column.metric].id;
        column.community.map_or_else(|| metric.to_owned(), |community| format!("{}.{metric}", self.communities[community].id))
    }
}
