//! From the values in force to the model.

use super::checks::VISIBILITY_PARTS;
use super::dimensions;
use super::figures::Figures;
use super::names::Names;
use crate::design::copula::Copula;
use crate::diagnostic::{Code, Diagnostic};
use crate::dist::Dist;
use crate::model::{
    Community, Coordinate, Feed, Friends, Input, Life, Market, Model, Overlap, Param, Posts, Product, Questions, Volume, season::season,
};
use crate::scenario::{Named, Scenario, Value};

/// Days of a year, in which questions by the day are counted.
const DAYS_A_YEAR: f64 = 365.0;
/// Days of a week, in which posts by the day are counted.
const DAYS_A_WEEK: f64 = 7.0;

/// The model, or `None` where a value is missing, which is among the problems.
pub fn model(scenario: &Scenario, figures: &Figures, names: Names, problems: &mut Vec<Diagnostic>) -> Option<Model> {
    let builder = Builder { inputs: inputs(scenario, figures, &names), figures };
    let communities: Option<Vec<Community>> =
        scenario.communities.iter().enumerate().map(|(place, named)| builder.community(named, place)).collect();
    let communities = communities?;
    let coins = scenario
        .communities
        .iter()
        .enumerate()
        .map(|(place, named)| Coordinate { name: format!("luck.{}.alive", named.id), dimension: dimensions::coin(place) });
    let overlaps = names.overlaps.iter().filter_map(|overlap| {
        let share = overlap.share.as_ref()?;
        Some(Overlap { between: overlap.between, share: builder.param_of(&overlap.path, share) })
    });
    let (copula, repaired) = builder.copula(&names);
    if let (Some(by), Some(at)) = (repaired, names.correlated) {
        let message =
            format!("the rank correlations cannot all hold at once: the nearest possible ones are used, which differ by up to {by:.3}");
        problems.push(Diagnostic::new(Code::CorrelationRepaired, message).at(at, "the first of them"));
    }
    Some(Model {
        weeks: usize::try_from(figures.whole("simulation.weeks")?).ok()?,
        market: Market { people: builder.market()?, duplication: builder.param("market.duplication")? },
        communities,
        coins: coins.collect(),
        overlaps: overlaps.collect(),
        targets: names.targets,
        copula,
        inputs: builder.inputs,
    })
}

/// Every uncertain input in the order of the keys.
fn inputs(scenario: &Scenario, figures: &Figures, names: &Names) -> Vec<Input> {
    let shares = names
        .overlaps
        .iter()
        .filter_map(|overlap| Some((overlap.path.clone(), overlap.share.clone()?, dimensions::overlap(overlap.between))));
    let quantities = figures.by_path.iter().filter_map(|(path, figure)| match &figure.value {
        Value::Quantity(dist) => Some((path.clone(), dist.clone(), dimensions::of(scenario, path))),
        _ => None,
    });
    let mut inputs: Vec<Input> = quantities
        .chain(shares)
        .filter(|(_, dist, _)| dist.is_fixed().is_none())
        .map(|(key, dist, dimension)| Input { coordinate: Coordinate { name: key.clone(), dimension }, key, dist })
        .collect();
    inputs.sort_by(|a, b| a.key.cmp(&b.key));
    inputs
}

struct Builder<'a> {
    inputs: Vec<Input>,
    figures: &'a Figures,
}

impl Builder<'_> {
    fn param(&self, path: &str) -> Option<Param> {
        Some(self.param_of(path, self.figures.dist(path)?))
    }

    fn param_of(&self, path: &str, dist: &Dist) -> Param {
        let input = || self.inputs.binary_search_by(|input| input.key.as_str().cmp(path)).ok();
        match (dist.is_fixed(), input()) {
            (None, Some(place)) => Param::Input(place),
            (fixed, _) => Param::Fixed(fixed.unwrap_or(dist.quantile(0.5))),
        }
    }

    fn copula(&self, names: &Names) -> (Copula, Option<f64>) {
        let place = |key: &String| self.inputs.binary_search_by(|input| input.key.cmp(key)).ok();
        let ranks: Vec<(usize, usize, f64)> =
            names.correlations.iter().filter_map(|([a, b], rank)| Some((place(a)?, place(b)?, *rank))).collect();
        if ranks.is_empty() { (Copula::none(), None) } else { Copula::new(self.inputs.len(), &ranks) }
    }

    fn market(&self) -> Option<Product> {
        match self.param("market.people") {
            Some(people) => Some(Product(vec![people])),
            None => Some(Product(vec![self.param("market.adults")?, self.param("market.internet")?, self.param("market.social")?])),
        }
    }

    fn community(&self, named: &Named, place: usize) -> Option<Community> {
        let path = |key: &str| format!("community.{}.{key}", named.id);
        let param = |key: &str| self.param(&path(key));
        let months = match self.figures.value(&path("questions.season")) {
            Some(Value::Months(months)) => Some(months),
            _ => None,
        };
        let start = match self.figures.value("simulation.start") {
            Some(Value::Date(date)) => Some(*date),
            _ => None,
        };
        let weeks = usize::try_from(self.figures.whole("simulation.weeks")?).ok()?;
        let depth = usize::try_from(self.figures.whole(&path("feed.depth"))?).ok()?;
        Some(Community {
            id: named.id.clone(),
            followers: param("followers")?,
            bots: param("bots")?,
            active: param("active")?,
            life: Life { alive: param("alive")?, coin: place, dead_activity: param("dead_activity")? },
            questions: Questions {
                volume: volume(&param)?,
                dispersion: param("questions.dispersion")?,
                asker_skew: param("questions.asker_skew")?,
                growth: param("questions.growth")?,
                season: season(months, start, weeks),
                crises_per_year: param("questions.crises_per_year")?,
                crisis_size: param("questions.crisis_size")?,
            },
            friends: Friends { mean: param("friends.mean")?, cv: param("friends.cv")?, growth: param("friends.growth")? },
            feed: Feed {
                visibility: visibility(&param)?,
                reshare: param("feed.reshare")?,
                depth,
                repeat: param("feed.repeat")?,
                scatter: param("feed.scatter")?,
                insiders: param("feed.insiders")?,
            },
            posts: Posts {
                per_week: posts(&param)?,
                reach: param("posts.reach")?,
                skew: param("posts.skew")?,
                fatigue: param("posts.fatigue")?,
                spread: param("posts.spread")?,
            },
        })
    }
}

fn volume(param: &dyn Fn(&str) -> Option<Param>) -> Option<Volume> {
    if let Some(per_year) = param("questions.per_year") {
        return Some(Volume::PerYear(Product(vec![per_year])));
    }
    if let Some(per_day) = param("questions.per_day") {
        return Some(Volume::PerYear(Product(vec![per_day, Param::Fixed(DAYS_A_YEAR)])));
    }
    param("questions.per_follower").map(Volume::PerFollower)
}

/// The share of friends who see a message: one number, or the product of those of its parts that are given.
fn visibility(param: &dyn Fn(&str) -> Option<Param>) -> Option<Product> {
    if let Some(visibility) = param("feed.visibility") {
        return Some(Product(vec![visibility]));
    }
    let parts: Vec<Param> = VISIBILITY_PARTS.iter().filter_map(|part| param(part)).collect();
    if parts.is_empty() { None } else { Some(Product(parts)) }
}

fn posts(param: &dyn Fn(&str) -> Option<Param>) -> Option<Product> {
    match param("posts.per_day") {
        Some(per_day) => Some(Product(vec![per_day, Param::Fixed(DAYS_A_WEEK)])),
        None => param("posts.per_week").map(|per_week| Product(vec![per_week])),
    }
}
