//! Runs whose model is built by hand, for tests of what comes after the model.

use reachsim::design::Sampler;
use reachsim::design::copula::Copula;
use reachsim::diagnostic::Diagnostics;
use reachsim::dist::{Dist, FAMILIES, Limits};
use reachsim::engine::{self, Detail, Unwatched};
use reachsim::metric;
use reachsim::model::{
    About, Assumption, Bound, ColumnId, Community, Coordinate, Feed, Friends, Input, Life, Lowered, Market, Model, Origin, Param, Plan, Posts,
    Product, Questions, Target, Understood, Volume,
};
use reachsim::output::Bundle;
use reachsim::scenario::keys::{ESTIMATE, Level};
use reachsim::summary::Summary;
use reachsim::trials::Trials;
use reachsim::units::Unit;

/// A finished run.
pub struct Finished {
    pub case: Lowered,
    pub trials: Trials,
    pub summary: Summary,
}

impl Finished {
    pub fn of(case: Lowered, trials: u64) -> Finished {
        let plan = Plan { trials, ..case.plan };
        let trials = engine::run(&case.model, plan, Detail::Weekly, &Unwatched);
        let summary = Summary::of(&case.model, &trials);
        Finished { case, trials, summary }
    }

    pub fn bundle(&self) -> Bundle<'_> {
        let Lowered { about, model, assumptions, warnings, .. } = &self.case;
        let plan = self.trials.plan;
        Bundle { about, model, plan, trials: &self.trials, summary: &self.summary, assumptions, warnings, file: "article.toml" }
    }
}

pub fn family(id: &str, parameters: &[f64]) -> Dist {
    let row = FAMILIES.iter().find(|row| row.id == id && row.parameters.len() == parameters.len()).expect("a family");
    (row.build)(parameters, Limits::NONE).expect("legal parameters")
}

/// The founding article's page for a year, with visibility between 5 and 10 %.
pub fn article() -> Lowered {
    let visibility = "community.page.feed.visibility";
    let coordinate = |name: &str| Coordinate { name: name.into(), dimension: 0 };
    let input = Input { key: visibility.into(), dist: family("uniform", &[0.05, 0.1]), coordinate: coordinate(visibility) };
    let model = Model {
        weeks: 52,
        inputs: vec![input],
        coins: vec![coordinate("community.page.alive")],
        copula: Copula::none(),
        market: Market { people: Product(vec![Param::Fixed(30e6)]), duplication: Param::Fixed(1.5) },
        communities: vec![page()],
        overlaps: Vec::new(),
        targets: vec![target("more than 65,000 times seen", 65e3), target("more than 130,000 times seen", 130e3)],
    };
    let about = About {
        title: "The founding article, 100,000 friends".into(),
        description: None,
        currency: "EUR".into(),
        hash: "9f3a61c2e07b44d19f3a61c2e07b44d19f3a61c2e07b44d19f3a61c2e07b44d1".into(),
        text: "title = \"The founding article, 100,000 friends\"\n".into(),
    };
    let plan = Plan { trials: 10_000, seed: 1, sampler: Sampler::LatinHypercube };
    Lowered { about, model, plan, assumptions: assumptions(), warnings: Diagnostics::default() }
}

/// The same with every input a number.
pub fn fixed() -> Lowered {
    let mut case = article();
    case.model.inputs.clear();
    case.model.communities[0].feed.visibility = Product(vec![Param::Fixed(0.05)]);
    case
}

fn page() -> Community {
    let fixed = Param::Fixed;
    Community {
        id: "page".into(),
        followers: fixed(1e5),
        bots: fixed(0.1),
        active: fixed(0.8),
        life: Life { alive: fixed(1.0), coin: 0, dead_activity: fixed(0.02) },
        questions: Questions {
            volume: Volume::PerYear(Product(vec![fixed(1e4)])),
            dispersion: fixed(0.0),
            asker_skew: fixed(0.25),
            growth: fixed(0.0),
            season: vec![1.0; 52],
            crises_per_year: fixed(0.0),
            crisis_size: fixed(4.0),
        },
        friends: Friends { mean: fixed(130.0), cv: fixed(1.06), growth: fixed(0.0) },
        feed: Feed {
            visibility: Product(vec![Param::Input(0)]),
            reshare: fixed(0.0),
            depth: 2,
            repeat: fixed(0.6),
            scatter: fixed(0.5),
            insiders: fixed(0.05),
        },
        posts: Posts { per_week: Product(vec![fixed(7.0)]), reach: fixed(0.035), skew: fixed(0.7), fatigue: fixed(0.3), spread: fixed(1.2) },
    }
}

fn target(name: &str, least: f64) -> Target {
    let metric = ColumnId { community: None, metric: metric::find("impressions_questions").expect("a metric").0 };
    Target { name: name.into(), metric, bound: Bound::AtLeast(least), with: None }
}

fn assumptions() -> Vec<Assumption> {
    let line = |line| Origin::File { name: "article.toml".into(), line };
    let preset = |source: &str| Origin::Preset { id: "facebook-2012".into(), year: 2012, source: source.into() };
    let assume = |key: &str, unit, level, dist, origin| Assumption { key: key.into(), unit, level, value: Understood::Quantity(dist), origin };
    vec![
        Assumption {
            key: "simulation.weeks".into(),
            unit: Unit::Weeks,
            level: Level::Common,
            value: Understood::Words("52".into()),
            origin: Origin::Default { source: "one year".into() },
        },
        assume("market.people", Unit::People, Level::Essential, Dist::fixed(30e6), Origin::Default { source: ESTIMATE.into() }),
        assume("community.page.followers", Unit::People, Level::Essential, Dist::fixed(1e5), line(10)),
        assume("community.page.friends.mean", Unit::People, Level::Essential, Dist::fixed(130.0), preset("Facebook's own figure, 2009 to 2011")),
        assume("community.page.feed.visibility", Unit::Share, Level::Essential, family("uniform", &[0.05, 0.1]), line(12)),
        assume("community.page.posts.skew", Unit::Ratio, Level::Expert, Dist::fixed(0.7), Origin::Default { source: ESTIMATE.into() }),
    ]
}
