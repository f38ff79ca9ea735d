//! How many people are reached, how often, and through which community.

use super::{Maker, Pictures};
use crate::engine::{Lives, Values, World};
use crate::metric::metric;
use crate::model::Model;
use crate::output::charts::{
    BuildUp, Ceiling, Column, Columns, Item, Kind, Staircase, Step, Waterfall,
};
use crate::output::format::Format as _;
use crate::output::words::say;
use crate::reach;

/// The article's figure.
const SEEN: &str = metric!("impressions_questions");
/// Classes of the frequency, the last of which is open: at most so many, and none that holds hardly anybody.
const CLASSES: u32 = 10;
const HARDLY: f64 = 0.005;

impl Maker<'_> {
    pub fn reach(&self, pictures: &mut Pictures) {
        let pool = ceiling(self.bundle.model);
        let weeks = self.weeks("reach_second_cumulative");
        let build_up = (self.has(metric!("reach_second")) && weeks.len() > 1).then(|| BuildUp {
            words: self.words(metric!("reach_second")),
            scope: self.scope.clone(),
            weeks,
            ceiling: Some(Ceiling { value: pool, words: say!(self.locale, "ceiling-friends") }),
        });
        let staircase =
            self.has(SEEN).then(|| Staircase { scope: self.scope.clone(), steps: self.steps() });
        pictures.add("staircase", staircase);
        pictures.add("reach-build-up", build_up);
        pictures.add("frequency", self.frequency(pool));
        pictures.add("networks", self.networks());
    }

    /// From the questions to the people, each figure with the factor that leads to it.
    fn steps(&self) -> Vec<Step> {
        let locale = self.locale;
        let times = |over: &str, under: &str| self.number(self.ratio(over, under));
        let mut steps = vec![
            (metric!("questions"), String::new()),
            (
                metric!("potential_questions"),
                say!(
                    locale,
                    "link-friends",
                    number = times(metric!("potential_questions"), metric!("questions"))
                ),
            ),
            (
                SEEN,
                say!(locale, "link-seen", share = self.share(SEEN, metric!("potential_questions"))),
            ),
        ];
        if self.mean(metric!("impressions_second")) > self.mean(SEEN) {
            steps.push((
                metric!("impressions_second"),
                say!(locale, "link-times", number = times(metric!("impressions_second"), SEEN)),
            ));
        }
        steps.push((
            metric!("reach_second"),
            say!(locale, "link-each", number = self.number(self.mean(metric!("frequency_second")))),
        ));
        let step = |(id, link): (&str, String)| {
            let link = if self.mean(id) > 0.0 { link } else { String::new() };
            Some(Step { words: self.words(id), spread: self.of(id)?, link })
        };
        steps.into_iter().filter_map(step).collect()
    }

    /// People by the number of stories that they see. The totals of one or two and of three or more are the run's own;
    /// within each, the classes are in the proportion of the negative binomial with the run's mean and reach.
    fn frequency(&self, pool: f64) -> Option<Columns> {
        let (reach, three) =
            (self.mean(metric!("reach_second")), self.mean(metric!("reach_second_3plus")));
        let impressions = self.mean(metric!("frequency_second")) * reach;
        if !(reach > 0.0 && three >= 0.0 && impressions > reach && pool > reach) {
            return None;
        }
        let tail = |n: u32| reach::nbd_tail(impressions / pool, reach / pool, n);
        let last = (4..CLASSES).find(|n| tail(*n) < HARDLY * tail(1)).unwrap_or(CLASSES);
        let class = |n: u32| if n == last { tail(n) } else { tail(n) - tail(n + 1) };
        let within =
            |n: u32| if n < 3 { (reach - three) / (class(1) + class(2)) } else { three / tail(3) };
        let column = |n: u32| {
            let value = (class(n) * within(n)).max(0.0);
            let name = self.locale.number(f64::from(n), Some(0.0));
            Column {
                name: if n == last {
                    say!(self.locale, "frequency-or-more", number = name)
                } else {
                    name
                },
                value: if value.is_finite() { value } else { 0.0 },
                told: self.number(value),
                share: self.locale.share(value / reach, None),
                is_meant: n >= 3,
            }
        };
        let (share, number) = (
            self.locale.share(three / reach, None),
            self.number(self.mean(metric!("frequency_second"))),
        );
        Some(Columns {
            title: say!(self.locale, "frequency-title", share = share, number = number),
            subtitle: say!(self.locale, "frequency-subtitle", scope = self.scope.as_str()),
            across: say!(self.locale, "frequency-axis"),
            words: say!(self.locale, "frequency-people"),
            columns: (1..=last).map(column).collect(),
        })
    }

    /// What each community reaches, less those whom several reach.
    fn networks(&self) -> Option<Waterfall> {
        let communities = &self.bundle.model.communities;
        if communities.len() < 2 {
            return None;
        }
        let total = self.mean(metric!("total_reach"));
        let mut items: Vec<Item> = communities
            .iter()
            .map(|community| {
                let value = self.mean(&format!("{}.total_reach", community.id));
                Item {
                    words: community.id.clone(),
                    value,
                    kind: Kind::Part,
                    told: self.number(value),
                }
            })
            .filter(|item| item.value.is_finite())
            .collect();
        let sum: f64 = items.iter().map(|item| item.value).sum();
        if !(sum > 0.0 && total > 0.0) {
            return None;
        }
        let twice = total - sum;
        items.push(Item {
            words: say!(self.locale, "networks-twice"),
            value: twice,
            kind: Kind::Part,
            told: self.number(twice),
        });
        items.push(Item {
            words: say!(self.locale, "networks-total"),
            value: total,
            kind: Kind::Total,
            told: self.told(metric!("total_reach")),
        });
        Some(Waterfall {
            title: say!(
                self.locale,
                "networks-title",
                people = self.told(metric!("total_reach")),
                communities = say!(self.locale, "communities", n = communities.len()),
                share = self.locale.share(-twice / sum, None)
            ),
            subtitle: say!(self.locale, "networks-subtitle", scope = self.scope.as_str()),
            head: say!(self.locale, "networks-head"),
            items,
        })
    }
}

/// People among whom the members' friends are scattered, with every input at its median; of several communities the most
/// that their pools can hold together, which is no more than the market.
fn ceiling(model: &Model) -> f64 {
    let medians: Vec<f64> = model.inputs.iter().map(|input| input.dist.quantile(0.5)).collect();
    let world = World::draw(model, Values { inputs: &medians, lives: Lives::Expected });
    world.communities.iter().map(|community| community.pool).sum::<f64>().min(world.market)
}
