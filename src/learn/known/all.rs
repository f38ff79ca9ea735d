//! Everything that exports say of a scenario's keys, and the scenario that has learnt it.

use reachsim_core::dist::{Dist, Spread};
use reachsim_core::model::{Coordinate, Input, Model, Param, Volume};
use reachsim_core::units::Kind;

use super::page::{Ask, Page, Source};
use super::posterior::{Learnt, SPEAKS, posterior};
use super::rules::{RULES, Rule};
use super::seen::{Evidence, Remark};

/// What exports say of one key.
#[derive(Clone)]
pub struct Said {
    /// The key in full, as the file writes it, or as it would.
    pub key: String,
    pub belief: Belief,
    pub scale: Spread,
    pub evidence: Evidence,
    /// What is known of it; of a number that the user states, what the data alone say.
    pub learnt: Learnt,
    /// Place of its community.
    pub community: Option<usize>,
    rule: &'static Rule,
}

/// What a scenario said of a key.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Belief {
    /// Place in [`Model::inputs`].
    Input(usize),
    /// One number that nobody stated: a default, or a preset's. It is taken for a range from a
    /// third to three times of it (on its scale).
    Number(f64),
    /// One number that the user stated, which stays as it is.
    Stated(f64),
    /// A number that is replaced by what was measured.
    Measured(f64),
}

impl Said {
    /// Whether data say more than was believed.
    pub fn is_informed(&self) -> bool {
        match self.belief {
            Belief::Input(_) | Belief::Number(_) => {
                self.learnt.shrinkage >= SPEAKS || self.learnt.undoubted.is_some()
            }
            Belief::Measured(_) => true,
            Belief::Stated(_) => false,
        }
    }

    /// Whether the user's own number lies outside what the data say.
    pub fn disagrees(&self) -> bool {
        let [low, _, high] = self.learnt.posterior;
        matches!(self.belief, Belief::Stated(value) if value < low || value > high)
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
            let rules = RULES.iter().filter(|rule| rule.is_of_community);
            known.said.extend(rules.filter_map(|rule| said(&page, rule, Some(place))));
        }
        // What belongs to all communities is asked of all exports together.
        if !model.communities.is_empty() && !sources.is_empty() {
            let all: Vec<Source> =
                sources.iter().map(|source| Source { community: 0, ..*source }).collect();
            let page = Page::of(model, 0, &all, ask);
            let rules = RULES.iter().filter(|rule| !rule.is_of_community);
            known.said.extend(rules.filter_map(|rule| said(&page, rule, None)));
        }
        known
    }

    /// The model with what is known in place of what was believed.
    pub fn applied(&self, model: &Model) -> Model {
        let mut model = model.clone();
        for said in self.said.iter().filter(|said| said.is_informed()) {
            let new = Param::Input(model.inputs.len());
            let (param, dist) = match said.belief {
                Belief::Input(input) => {
                    model.inputs[input].dist = said.learnt.dist.clone();
                    continue;
                }
                Belief::Number(_) => (new, Some(said.learnt.dist.clone())),
                Belief::Measured(_) => (Param::Fixed(said.learnt.posterior[1]), None),
                Belief::Stated(_) => continue,
            };
            if let Some(own) = (said.rule.param)(&mut model, said.community.unwrap_or(0)) {
                *own = param;
                model.inputs.extend(dist.map(|dist| input(&said.key, dist)));
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

/// An input that the scenario does not have.
fn input(key: &str, dist: Dist) -> Input {
    let coordinate = Coordinate { name: key.to_owned(), dimension: usize::MAX };
    Input { key: key.to_owned(), name: None, dist, coordinate }
}

fn followers(page: &Page) -> Option<Followers> {
    let last = page.sources.iter().filter_map(|source| source.history.followers.last());
    let (day, level) = *last.max_by_key(|(day, _)| *day)?;
    let was = page.median(page.model.communities[page.place].audience.followers);
    Some(Followers { community: page.place, day, level, was })
}

fn said(page: &Page, rule: &'static Rule, community: Option<usize>) -> Option<Said> {
    let param = *(rule.param)(&mut page.model.clone(), page.place)?;
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
    let belief = match param {
        Param::Input(input) => Belief::Input(input),
        Param::Fixed(value) if rule.is_measured => Belief::Measured(value),
        Param::Fixed(value) if page.ask.stated.contains(&key) => Belief::Stated(value),
        Param::Fixed(value) => Belief::Number(value),
    };
    let mut evidence = (rule.says)(page, &key)?;
    let is_of_posts = rule.key.starts_with("posts.") || rule.key == "funnel.click";
    let is_undated = page.sources.iter().any(|source| source.history.is_undated);
    if is_of_posts && is_undated && !evidence.remarks.contains(&Remark::Undated) {
        evidence.remarks.push(Remark::Undated);
    }
    let prior = match belief {
        Belief::Input(input) => page.model.inputs[input].dist.clone(),
        // Of nothing there is no third.
        Belief::Number(value) => {
            around(rule.scale, value).or_else(|| open(rule.scale, &evidence))?
        }
        Belief::Stated(_) | Belief::Measured(_) => open(rule.scale, &evidence)?,
    };
    let mut learnt = posterior(&prior, rule.scale, &evidence.curve);
    if let (Belief::Measured(_), Some(point)) = (belief, evidence.point) {
        let [low, _, high] = learnt.posterior;
        learnt.posterior = [low.min(point), point, high.max(point)];
    }
    Some(Said { key, belief, scale: rule.scale, evidence, learnt, community, rule })
}

/// A third to three times of a number, with 90 %, on its scale.
fn around(scale: Spread, value: f64) -> Option<Dist> {
    let place = scale.place(value);
    let ends = match scale {
        Spread::Plain => [value - 1.0, value + 1.0],
        _ => [place - libm::log(3.0), place + libm::log(3.0)].map(|place| scale.value(place)),
    };
    Dist::from_interval(ends[0], ends[1], 0.9, kind(scale)).ok()
}

/// Whatever the data may say.
fn open(scale: Spread, evidence: &Evidence) -> Option<Dist> {
    let own = &evidence.curve;
    let middle = scale.place(own.scale.value(own.mean()));
    let width = 8.0 * own.sd().max(0.01);
    let ends = [middle - width, middle + width].map(|place| scale.value(place));
    Dist::from_interval(ends[0], ends[1], 0.9, kind(scale)).ok()
}

const fn kind(scale: Spread) -> Kind {
    match scale {
        Spread::Log => Kind::Positive,
        Spread::Logit => Kind::Share,
        Spread::Plain => Kind::Real,
    }
}

/// By which key a file states its questions.
fn volume_key(model: &Model, place: usize) -> &'static str {
    match &model.communities[place].volume {
        Volume::PerYear(product) if product.0.len() > 1 => "questions.per_day",
        Volume::PerYear(_) => "questions.per_year",
        Volume::PerFollower(_) => "questions.per_follower",
    }
}

/// Every remark of what was said.
pub fn remarks(said: &[Said]) -> Vec<Remark> {
    let mut all: Vec<Remark> =
        said.iter().flat_map(|said| said.evidence.remarks.iter().copied()).collect();
    all.sort_unstable();
    all.dedup();
    all
}
