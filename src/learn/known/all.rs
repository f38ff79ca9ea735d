//! Everything that exports say of a scenario's keys, and the scenario that has learnt it.

use reachsim_core::dist::Spread;
use reachsim_core::model::{Model, Param, Volume};
use reachsim_core::root;

use super::page::{Ask, Page, Source};
use super::posterior::{Learnt, SPEAKS, posterior};
use super::rules::{RULES, Rule};
use super::seen::{Evidence, Remark};

/// What exports say of one key.
#[derive(Clone)]
pub struct Said {
    /// The key in full, as the file writes it, or as it would.
    pub key: String,
    /// Place in [`Model::inputs`]; `None` where the scenario states one number.
    pub input: Option<usize>,
    pub scale: Spread,
    pub evidence: Evidence,
    /// What is known of an input.
    pub learnt: Option<Learnt>,
    /// The number that stands in the scenario, and what the data say of it: 5th, 50th and 95th
    /// percentile.
    pub fixed: Option<(f64, [f64; 3])>,
    /// Whether the number is replaced by what was measured.
    pub is_measured: bool,
    /// What it is written in over what the model has.
    pub community: Option<usize>,
}

impl Said {
    /// Whether data say more than was believed.
    pub fn is_informed(&self) -> bool {
        match &self.learnt {
            Some(learnt) => learnt.shrinkage >= SPEAKS || learnt.undoubted.is_some(),
            None => self.is_measured,
        }
    }

    /// Whether the scenario's number lies outside what the data say.
    pub fn disagrees(&self) -> bool {
        self.fixed.is_some_and(|(value, [low, _, high])| value < low || value > high)
    }
}

/// The last level of a page's followers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Followers {
    pub community: usize,
    pub day: i32,
    pub level: f64,
    /// As the scenario has it, at its median.
    pub was: f64,
}

/// All that exports say.
#[derive(Clone, Default)]
pub struct Known {
    pub said: Vec<Said>,
    pub followers: Vec<Followers>,
}

impl Known {
    /// What exports say of a model's keys, in the order of the rules, community by community.
    pub fn of(model: &Model, sources: &[Source], ask: &Ask) -> Known {
        let mut known = Known::default();
        for place in 0..model.communities.len() {
            let page = Page::of(model, place, sources, ask);
            if page.sources.is_empty() {
                continue;
            }
            known.followers.extend(followers(&page));
            for rule in RULES.iter().filter(|rule| rule.is_of_community) {
                known.said.extend(said(&page, rule, Some(place)));
            }
        }
        // What belongs to all communities is asked of all exports together.
        if !model.communities.is_empty() && !sources.is_empty() {
            let all: Vec<Source> =
                sources.iter().map(|source| Source { community: 0, ..*source }).collect();
            let page = Page::of(model, 0, &all, ask);
            for rule in RULES.iter().filter(|rule| !rule.is_of_community) {
                known.said.extend(said(&page, rule, None));
            }
        }
        known
    }

    /// The model with what is known in place of what was believed.
    pub fn applied(&self, model: &Model) -> Model {
        let mut model = model.clone();
        for said in self.said.iter().filter(|said| said.is_informed()) {
            if let (Some(input), Some(learnt)) = (said.input, &said.learnt) {
                model.inputs[input].dist = learnt.dist.clone();
            }
            if let (Some((_, [_, value, _])), Some(community)) = (said.fixed, said.community) {
                measure(&mut model, community, &said.key, value);
            }
        }
        for followers in &self.followers {
            let own = &mut model.communities[followers.community].audience.followers;
            *own = Param::Fixed(followers.level);
        }
        model
    }

    /// Whether exports said anything.
    pub fn is_empty(&self) -> bool {
        self.said.is_empty() && self.followers.is_empty()
    }
}

fn measure(model: &mut Model, community: usize, key: &str, value: f64) {
    let own = &mut model.communities[community];
    if key.ends_with("posts.spread") {
        own.posts.spread = Param::Fixed(value);
    } else if key.ends_with("questions.dispersion") {
        own.questions.dispersion = Param::Fixed(value);
    }
}

fn followers(page: &Page) -> Option<Followers> {
    let last = page.sources.iter().filter_map(|source| source.history.followers.last());
    let (day, level) = *last.max_by_key(|(day, _)| *day)?;
    let was = page.median(page.model.communities[page.place].audience.followers);
    Some(Followers { community: page.place, day, level, was })
}

fn said(page: &Page, rule: &Rule, community: Option<usize>) -> Option<Said> {
    let param = (rule.param)(page.model, page.place)?;
    let own = match rule.key {
        "questions" => volume_key(page.model, page.place),
        key => key,
    };
    let key = match (param, community) {
        (Param::Input(input), _) => page.model.inputs[input].key.clone(),
        (Param::Fixed(_), Some(place)) => {
            format!("community.{}.{own}", page.model.communities[place].id)
        }
        (Param::Fixed(_), None) => own.to_owned(),
    };
    let evidence = (rule.says)(page, &key)?;
    let (input, learnt, fixed) = match param {
        Param::Input(input) => {
            let dist = &page.model.inputs[input].dist;
            (Some(input), Some(posterior(dist, rule.scale, &evidence.curve)), None)
        }
        Param::Fixed(value) => (None, None, Some((value, told(&evidence)))),
    };
    let is_measured = rule.is_measured;
    let scale = rule.scale;
    Some(Said { key, input, scale, evidence, learnt, fixed, is_measured, community })
}

/// By which key a file states its questions.
fn volume_key(model: &Model, place: usize) -> &'static str {
    match &model.communities[place].volume {
        Volume::PerYear(product) if product.0.len() > 1 => "questions.per_day",
        Volume::PerYear(_) => "questions.per_year",
        Volume::PerFollower(_) => "questions.per_follower",
    }
}

/// What data alone say of a number: 5th, 50th and 95th percentile.
fn told(evidence: &Evidence) -> [f64; 3] {
    let curve = &evidence.curve;
    let (mean, sd) = (curve.mean(), curve.sd());
    [0.05, 0.5, 0.95].map(|share| {
        let place = root::search(|x| curve.below(x) - share, mean, 0.5 * sd);
        curve.scale.value(place)
    })
}

/// Every remark of what was said.
pub fn remarks(said: &[Said]) -> Vec<Remark> {
    let mut all: Vec<Remark> =
        said.iter().flat_map(|said| said.evidence.remarks.iter().copied()).collect();
    all.sort_unstable();
    all.dedup();
    all
}
