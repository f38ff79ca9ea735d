//! From the values in force to the model.

use std::collections::BTreeMap;

use super::about;
use super::by_role::by_role;
use super::checks::VISIBILITY;
use super::dates;
use super::dimensions;
use super::figures::Figures;
use super::formulas::{self, Found, Resolved};
use super::later::Era;
use super::money::Counted;
use super::names::Names;
use super::together;
use crate::design::copula::{Copula, Repaired};
use crate::diagnostic::{Code, Diagnostic, Message, message};
use crate::digits::tidy;
use crate::dist::Dist;
use crate::locale::Label;
use crate::model::season::season;
use crate::model::{
    Audience, Campaign, Community, Competitor, Content, Coordinate, Cost, Deflection, Feed,
    Formula, Friends, Funnel, Growth, Hires, Ideas, Input, Later, Leaf, Livelier, Loyalty, Margin,
    Market, Mix, Model, NewCustomer, Outreach, Overlap, Param, PerCustomer, Poll, Polls, Posts,
    Prices, Product, Questions, Reviews, Role, Search, Sentiment, Staff, Support, Volume,
};
use crate::scenario::keys::{self, KEYS, Key, SectionId, key};
use crate::scenario::{self, Named, Scenario, Value, brands};
use crate::units::{DAYS_A_WEEK, DAYS_A_YEAR};

/// What is known of the scenario beside its values.
pub struct Parts {
    pub names: Names,
    pub counted: Counted,
    pub formulas: Vec<Resolved>,
    pub later: Vec<Era>,
}

/// The model, or `None` where a value is missing, which is among the problems.
pub fn model(
    scenario: &Scenario,
    figures: &Figures,
    parts: Parts,
    problems: &mut Vec<Diagnostic>,
) -> Option<Model> {
    let Parts { names, counted, formulas, later } = parts;
    let inputs = inputs(scenario, figures, &names, &later);
    let beginning = BTreeMap::new();
    let builder = Builder { inputs: &inputs, figures, changed: &beginning };
    let communities = builder.communities(scenario)?;
    let coins = scenario.communities.iter().enumerate().map(|(place, named)| Coordinate {
        name: format!("luck.{}.alive", named.id),
        dimension: dimensions::coin(place),
    });
    let overlaps = names.overlaps.iter().filter_map(|overlap| {
        let share = overlap.share.as_ref()?;
        Some(Overlap { between: overlap.between, share: builder.param_of(&overlap.path, share) })
    });
    let (copula, repaired) = builder.copula(&names);
    if let (false, Some(at)) = (repaired.is_empty(), names.correlated) {
        let diagnostic =
            Diagnostic::new(Code::CorrelationRepaired, builder.told_of_repair(&repaired));
        problems.push(diagnostic.at(at, message!("the first of them")));
    }
    let param = |path: &str| builder.param(path);
    let mut model = Model {
        point: String::new(),
        weeks: usize::try_from(figures.whole(key!("simulation.weeks"))?).ok()?,
        calendar: dates::calendar(figures, &communities)?,
        market: Market {
            people: builder.market()?,
            brand_users: builder.param(key!("market.brand_users"))?,
            trusting: builder.param(key!("market.trusting"))?,
            duplication: builder.param(key!("market.duplication"))?,
            cpm: builder.param(key!("market.cpm")),
        },
        communities,
        coins: coins.collect(),
        overlaps: overlaps.collect(),
        roles: scenario.sections.roles.iter().filter_map(|role| builder.role(role)).collect(),
        campaigns: scenario
            .sections
            .campaigns
            .iter()
            .zip(&names.campaigns)
            .filter_map(|(row, &place)| builder.campaign(row, place))
            .collect(),
        competitors: scenario
            .sections
            .competitors
            .iter()
            .filter_map(|row| builder.competitor(row))
            .collect(),
        outreach: Outreach::read(param)?,
        support: Support::read(param)?,
        staff: builder.staff()?,
        closed_hours: builder.closed_hours(),
        content: Content::read(param)?,
        funnel: Funnel::read(param)?,
        polls: Polls::read(param)?,
        cost: Cost::read(param)?,
        prices: builder.prices(),
        metrics: counted.metrics,
        formula_order: formulas::order(&formulas.iter().cloned().map(Some).collect::<Vec<_>>())
            .expect("metrics that need each other in a circle are none here"),
        formulas: formulas.iter().filter_map(|formula| builder.formula(formula)).collect(),
        by_role: by_role(scenario),
        targets: names.targets,
        copula,
        later: Vec::new(),
        inputs: Vec::new(),
    };
    let later: Option<Vec<Later>> = later
        .iter()
        .map(|era| {
            let builder = Builder { inputs: &inputs, figures: &era.figures, changed: &era.inputs };
            Some(Later { from: era.from, model: builder.later(scenario, era, &model)? })
        })
        .collect();
    model.later = later?;
    model.inputs = inputs;
    Some(model)
}

/// Pairs of a repaired correlation that are told, and the least that one has to have moved.
const TOLD_PAIRS: usize = 12;
const TOLD_CORRELATION: f64 = 5e-4;

/// A rank correlation with three decimals.
fn rounded(rank: f64) -> f64 {
    (1000.0 * rank).round() / 1000.0
}

/// Every uncertain input in the order of the keys.
fn inputs(scenario: &Scenario, figures: &Figures, names: &Names, later: &[Era]) -> Vec<Input> {
    let shares = names.overlaps.iter().filter_map(|overlap| {
        Some((overlap.path.clone(), overlap.share.clone()?, dimensions::overlap(overlap.between)))
    });
    let quantities = figures.by_path.iter().filter_map(|(path, figure)| match &figure.value {
        Value::Quantity(dist) => Some((path.clone(), dist.clone(), dimensions::of(scenario, path))),
        _ => None,
    });
    let later = later.iter().flat_map(|era| {
        era.new_inputs().filter_map(|(path, input)| {
            Some((input.clone(), era.figures.dist(path)?.clone(), dimensions::NONE))
        })
    });
    let mut inputs: Vec<Input> = quantities
        .chain(shares)
        .chain(later)
        .filter(|(_, dist, _)| dist.is_fixed().is_none())
        .map(|(key, dist, dimension)| Input {
            coordinate: Coordinate { name: key.clone(), dimension },
            name: called(scenario, &key),
            key,
            dist,
        })
        .collect();
    inputs.sort_by(|a, b| a.key.cmp(&b.key));
    inputs
}

/// What the file calls an input of its own.
fn called(scenario: &Scenario, key: &str) -> Option<Label> {
    let id = key.strip_prefix(formulas::INPUT)?;
    let input = scenario.sections.inputs.iter().find(|input| input.id.text == id)?;
    Some(Label::new(input.name.clone()?, input.names.clone()))
}

struct Builder<'a> {
    inputs: &'a [Input],
    figures: &'a Figures,
    /// The inputs that keys are now, where they are not those of the beginning.
    changed: &'a BTreeMap<String, String>,
}

impl Builder<'_> {
    /// The number in force, or the one that changes nothing; `None` where there is neither.
    fn param(&self, path: &str) -> Option<Param> {
        match self.figures.dist(path) {
            Some(dist) => Some(self.param_of(path, dist)),
            None => keys::find(path)?.neutral.map(Param::Fixed),
        }
    }

    fn param_of(&self, path: &str, dist: &Dist) -> Param {
        let path = self.changed.get(path).map_or(path, String::as_str);
        let input = || self.inputs.binary_search_by(|input| input.key.as_str().cmp(path)).ok();
        match (dist.is_fixed(), input()) {
            (None, Some(place)) => Param::Input(place),
            (fixed, _) => Param::Fixed(fixed.unwrap_or(dist.quantile(0.5))),
        }
    }

    fn copula(&self, names: &Names) -> (Copula, Vec<Repaired>) {
        let place = |key: &String| self.inputs.binary_search_by(|input| input.key.cmp(key)).ok();
        let ranks: Vec<(usize, usize, f64)> = names
            .correlations
            .iter()
            .filter_map(|([a, b], rank)| Some((place(a)?, place(b)?, *rank)))
            .collect();
        let (copula, repaired) = if ranks.is_empty() {
            (Copula::none(), Vec::new())
        } else {
            Copula::new(self.inputs.len(), &ranks)
        };
        (copula.with(together::of(self.inputs)), repaired)
    }

    /// What was asked and what is used, pair by pair; those that moved most where there are many.
    fn told_of_repair(&self, repaired: &[Repaired]) -> Message {
        let by = |pair: &Repaired| (pair.asked - pair.used).abs();
        let mut moved: Vec<&Repaired> = repaired.iter().collect();
        moved.sort_by(|a, b| by(b).total_cmp(&by(a)));
        moved.truncate(moved.partition_point(|pair| by(pair) >= TOLD_CORRELATION).max(1));
        let pair = |pair: &&Repaired| {
            let [a, b] = pair.between.map(|input| &self.inputs[input].key);
            let [asked, used] = [pair.asked, pair.used].map(|rank| tidy(rounded(rank)));
            message!("`{a}` and `{b}` {used} for {asked}", a, b, used, asked)
        };
        let mut told: Vec<Message> = moved.iter().take(TOLD_PAIRS).map(pair).collect();
        if let Some(next) = moved.get(TOLD_PAIRS) {
            let (others, by) = (moved.len() - TOLD_PAIRS, tidy(rounded(by(next))));
            told.push(message!("{others} others, moved by {by} at most", others, by));
        }
        let told = Message::joined(told, "; ");
        message!(
            "the rank correlations cannot all hold at once, and the nearest possible ones are \
             used: {told}",
            told
        )
    }

    fn communities(&self, scenario: &Scenario) -> Option<Vec<Community>> {
        let named = scenario.communities.iter().enumerate();
        named.map(|(place, named)| self.community(named, place)).collect()
    }

    /// The model from a week on: what may change is as it is then, everything else as it was.
    fn later(&self, scenario: &Scenario, era: &Era, first: &Model) -> Option<Model> {
        let param = |path: &str| self.param(path);
        let cost = Cost::read(param)?;
        // What is paid once is paid again only where it is set again.
        let setup = key!("cost.setup");
        let is_set = era.new_inputs().any(|(path, _)| path == setup);
        Some(Model {
            communities: self.communities(scenario)?,
            outreach: Outreach::read(param)?,
            support: Support::read(param)?,
            staff: self.staff()?,
            closed_hours: self.closed_hours(),
            cost: Cost { setup: if is_set { cost.setup } else { Param::Fixed(0.0) }, ..cost },
            prices: self.prices(),
            ..first.clone()
        })
    }

    fn closed_hours(&self) -> f64 {
        match self.figures.value(key!("support.open")) {
            Some(Value::Opening(opening)) => opening.waiting(),
            _ => 0.0,
        }
    }

    fn market(&self) -> Option<Product> {
        match self.param(key!("market.people")) {
            Some(people) => Some(Product(vec![people])),
            None => Some(Product(vec![
                self.param(key!("market.adults"))?,
                self.param(key!("market.internet"))?,
                self.param(key!("market.social"))?,
            ])),
        }
    }

    fn community(&self, named: &Named, place: usize) -> Option<Community> {
        let path = |key: &str| format!("community.{}.{key}", named.id);
        let param = |key: &str| self.param(&path(key));
        let word = |key: &str| self.figures.value(&path(key));
        let kind = word(key!(community "kind"));
        let is_group = matches!(kind, Some(Value::Word(kind)) if kind == "group");
        let is_stated = |key: &str| {
            self.figures.by_path.get(&path(key)).is_some_and(|figure| figure.at.is_some())
        };
        let volumes = || {
            let year = keys::at("community.<id>.questions.per_year");
            KEYS.iter().filter(|key| key.meaning() == year.path).filter_map(Key::in_community)
        };
        let months = match self.figures.value(&path(key!(community "questions.season"))) {
            Some(Value::Months(months)) => Some(months),
            _ => None,
        };
        let start = dates::first_day(self.figures);
        let weeks = usize::try_from(self.figures.whole(key!("simulation.weeks"))?).ok()?;
        let depth =
            usize::try_from(self.figures.whole(&path(key!(community "feed.depth")))?).ok()?;
        Some(Community {
            id: named.id.clone(),
            name: about::named(self.figures, &path(key!(community "name"))).unwrap_or_else(|| {
                let others = about::translations(self.figures, &path(key!(community "name")));
                Label::new(named.id.clone(), others)
            }),
            audience: Audience::read(param)?,
            coin: place,
            opens: usize::try_from(self.figures.whole(&path(key!(community "opens_at_week")))?)
                .ok()?,
            questions: Questions::read(param)?,
            volume: volume(&param)?,
            season: season(months, start, weeks),
            friends: Friends::read(param)?,
            feed: Feed::read(param)?,
            brands: match word(key!(community "feed.brands")) {
                Some(Value::Word(survey)) => brands::classes(survey),
                _ => Vec::new(),
            },
            visibility: self.visibility(&named.id)?,
            depth,
            reviews: Reviews::read(param)?,
            search: Search::read(param)?,
            livelier: Livelier {
                messages: is_group && !volumes().any(is_stated),
                reactions: is_group && !is_stated(key!(community "posts.engagement")),
            },
            click: param(key!(community "click"))?,
            autopost: matches!(word(key!(community "posts.autopost")), Some(Value::Flag(true))),
            posts: Posts::read(param)?,
            posts_per_week: posts(&param)?,
            mix: self.mix(named)?,
            sentiment: Sentiment::read(param)?,
            growth: Growth::read(param)?,
        })
    }

    /// The share of friends who see a message: one number, or the product of those of its factors
    /// that are given.
    fn visibility(&self, community: &str) -> Option<Product> {
        let param = |path: &str| self.param(&path.replace("<id>", community));
        if let Some(visibility) = param(VISIBILITY) {
            return Some(Product(vec![visibility]));
        }
        let factors: Vec<Param> =
            keys::factors(VISIBILITY).filter_map(|factor| param(factor.path)).collect();
        (!factors.is_empty()).then_some(Product(factors))
    }

    fn formula(&self, formula: &Resolved) -> Option<Formula> {
        let Resolved { id, text, unit, own_unit, better, expr, stream, .. } = formula.clone();
        let expr = expr.map(&mut |found| {
            Some(match found {
                Found::Quantity(path, dist) => Leaf::Param(self.param_of(path, dist)),
                Found::Metric(place) => Leaf::Metric(*place),
                Found::Weekly(place) => Leaf::Weekly(*place),
                Found::Formula(place) => Leaf::Formula(*place),
                Found::OfRole(place) => Leaf::OfRole(*place),
            })
        });
        let words = formula.name.clone();
        Some(Formula { words, id, text, unit, own_unit, better, expr: expr?, stream })
    }

    fn mix(&self, named: &Named) -> Option<Mix> {
        let paths = keys::mix().map(|key| key.of(&named.id));
        let [branded, helpful, emotional] = paths.each_ref().map(|path| self.param(path));
        let edited = paths.each_ref().map(|path| self.figures.is_edited(path));
        // What the file or its platform states is no default. What was changed on top of it leaves
        // the rest to the others.
        let given = paths.each_ref().map(|path| !self.figures.is_default(path));
        let stated = if edited.contains(&true) { edited } else { given };
        Some(Mix { parts: [branded?, helpful?, emotional?], stated })
    }

    /// A number of a row, or the one that changes nothing.
    fn number(&self, section: SectionId, name: &str, field: &str) -> Option<Param> {
        let section = section.section();
        let neutral = || section.field(field)?.neutral.map(Param::Fixed);
        self.param(&format!("{}.{name}.{field}", section.name)).or_else(neutral)
    }

    fn role(&self, row: &scenario::Role) -> Option<Role<Param>> {
        let name = &row.name.as_ref()?.text;
        Role::read(|field| self.number(SectionId::Role, name, field))
    }

    fn competitor(&self, row: &scenario::Competitor) -> Option<Competitor<Param>> {
        let name = &row.name.as_ref()?.text;
        Competitor::read(|field| self.number(SectionId::Competitor, name, field))
    }

    fn campaign(&self, row: &scenario::Campaign, community: Option<usize>) -> Option<Campaign> {
        let name = row.name.as_ref()?.text.clone();
        let param = |field: &str| self.number(SectionId::Campaign, &name, field);
        Some(Campaign {
            community,
            start_week: usize::try_from(row.start_week?).ok()?,
            weeks: usize::try_from(row.weeks?).ok()?,
            question_lift: param("question_lift")?,
            posts_per_week: param("posts_per_week")?,
            followers: param("followers")?,
            budget: param("budget")?,
            positive: param("positive")?,
            negative: param("negative")?,
            partner_followers: param("partner_followers")?,
            partner_follow: param("partner_follow")?,
            name,
        })
    }

    fn staff(&self) -> Option<Staff> {
        let wage = self.param(key!("support.wage"))?;
        let Some(people) = self.param(key!("support.people")) else {
            return Some(Staff::Hours { hours: self.param(key!("support.hours_per_week"))?, wage });
        };
        let hours = self.param(key!("support.hours_per_person"))?;
        let salary = self.param(key!("support.salary_per_month"));
        Some(Staff::People { people, hours, salary, wage })
    }

    fn prices(&self) -> Prices {
        let param = |path: &str| self.param(path);
        let lifetime = || {
            let parts = [
                key!("value.order"),
                key!("value.orders_per_year"),
                key!("value.gross_margin"),
                key!("value.retention"),
            ]
            .map(param);
            let [order, orders_per_year, gross_margin, retention] = parts;
            Some(PerCustomer::Lifetime([order?, orders_per_year?, gross_margin?, retention?]))
        };
        let per_customer =
            param(key!("value.margin_per_customer")).map(PerCustomer::Stated).or_else(lifetime);
        Prices {
            margin: per_customer.and_then(|per_customer| {
                Some(Margin { per_customer, customer: NewCustomer::read(param)? })
            }),
            repeat: param(key!("value.repeat_margin")),
            would_have_called: param(key!("value.would_have_called")),
            deflection: Deflection::read(param),
            loyalty: Loyalty::read(param),
            poll: param(key!("polls.value"))
                .and_then(|value| Some(Poll { value, needed: param(key!("polls.needed"))? })),
            hires: param(key!("hires.saving")).and_then(|saving| {
                Some(Hires {
                    per_year: param(key!("hires.per_year"))?,
                    saving,
                    sentiment: param(key!("value.hire_sentiment"))?,
                })
            }),
            attention: param(key!("value.per_thousand_seen")),
            forum: param(key!("value.forum_saved_per_month")),
            ideas: param(key!("value.idea_value")).and_then(|value| {
                Some(Ideas { per_year: param(key!("value.ideas_per_year"))?, value })
            }),
        }
    }
}

fn volume(param: &dyn Fn(&str) -> Option<Param>) -> Option<Volume> {
    if let Some(per_year) = param(key!(community "questions.per_year")) {
        return Some(Volume::PerYear(Product(vec![per_year])));
    }
    if let Some(per_day) = param(key!(community "questions.per_day")) {
        return Some(Volume::PerYear(Product(vec![per_day, Param::Fixed(DAYS_A_YEAR)])));
    }
    param(key!(community "questions.per_follower")).map(Volume::PerFollower)
}

fn posts(param: &dyn Fn(&str) -> Option<Param>) -> Option<Product> {
    match param(key!(community "posts.per_day")) {
        Some(per_day) => Some(Product(vec![per_day, Param::Fixed(DAYS_A_WEEK)])),
        None => param("posts.per_week").map(|per_week| Product(vec![per_week])),
    }
}
