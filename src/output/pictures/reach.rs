//! How many people are reached, how often, and through which community.

use super::history;
use super::maker::{Maker, Pictures};
use crate::metric::metric;
use crate::output::charts::{
    BuildUp, Ceiling, Column, Columns, Item, Kind, Staircase, Step, Waterfall,
};
use crate::output::format::numerals::{last_of_exact, last_of_mean};
use crate::output::format::{Format as _, Quantity, ROUNDING};
use crate::output::phrases::studies::apportioned;
use crate::output::phrases::{each, names};
use crate::output::words::{say, sentence};

/// The article's figure.
const SEEN: &str = metric!("impressions_questions");

impl Maker<'_> {
    pub fn reach(&self, pictures: &mut Pictures) {
        let pool = self.report.summary().expected.pool();
        let weeks = self.weeks("reach_second_cumulative");
        let build_up = (self.has(metric!("reach_second")) && weeks.len() > 1).then(|| BuildUp {
            words: self.words(metric!("reach_second")),
            scope: self.scope.clone(),
            weeks,
            times: self.times(),
            ceiling: Some(Ceiling { value: pool, words: say!(self.locale, "ceiling-friends") }),
        });
        let staircase =
            self.has(SEEN).then(|| Staircase { scope: self.scope.clone(), steps: self.steps() });
        pictures.add("staircase", staircase);
        pictures.add("reach-build-up", build_up);
        pictures.add("frequency", self.frequency());
        pictures.add("networks", self.networks());
        let history = &self.report.extras.history;
        let scope = (self.locale, self.scope.as_str());
        pictures.add("history", history::history(self.report.model(), history, scope));
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
            each(locale, "link-each", self.mean(metric!("frequency_second"))),
        ));
        let step = |(id, link): (&str, String)| {
            let link = if self.mean(id) > 0.0 { link } else { String::new() };
            Some(Step { words: self.words(id), spread: self.of(id)?, link })
        };
        steps.into_iter().filter_map(step).collect()
    }

    /// People by the number of stories that they see.
    fn frequency(&self) -> Option<Columns> {
        let classes = &self.report.summary().frequency;
        let (reach, three) =
            (self.mean(metric!("reach_second")), self.mean(metric!("reach_second_3plus")));
        let column = |(place, &value): (usize, &f64)| {
            let name = self.locale.number((place + 1) as f64, Some(0.0));
            Column {
                name: if place + 1 == classes.len() {
                    say!(self.locale, "frequency-or-more", number = name)
                } else {
                    name
                },
                value: if value.is_finite() { value } else { 0.0 },
                told: self.number(value),
                share: self.locale.share(value / reach, None),
                is_meant: place >= 2,
            }
        };
        let (share, number) = (
            self.locale.share(three / reach, None),
            self.number(self.mean(metric!("frequency_second"))),
        );
        (!classes.is_empty()).then(|| Columns {
            title: say!(self.locale, "frequency-title", share = share, number = number),
            subtitle: say!(self.locale, "frequency-subtitle", scope = self.scope.as_str()),
            across: say!(self.locale, "frequency-axis"),
            words: say!(self.locale, "frequency-people"),
            columns: classes.iter().enumerate().map(column).collect(),
        })
    }

    /// What each community reaches, less those whom several reach.
    fn networks(&self) -> Option<Waterfall> {
        let communities = &self.report.model().communities;
        if communities.len() < 2 {
            return None;
        }
        let total = self.mean(metric!("total_reach"));
        let mut parts: Vec<(String, f64)> = communities
            .iter()
            .map(|community| {
                let value = self.mean(&format!("{}.total_reach", community.id));
                (sentence(&names::community(self.locale, community)), value)
            })
            .filter(|(_, value)| value.is_finite())
            .collect();
        let sum: f64 = parts.iter().map(|(_, value)| value).sum();
        if !(sum > 0.0 && total > 0.0) {
            return None;
        }
        let twice = total - sum;
        parts.push((say!(self.locale, "networks-twice"), twice));
        // In the unit of the total, so that what is printed adds up.
        let se = self.found(metric!("total_reach"))?.mean.se;
        let last = if se > ROUNDING * total && se.is_finite() && !self.report.is_at_medians() {
            last_of_mean(total, se)
        } else {
            last_of_exact(total)
        };
        let values: Vec<f64> = parts.iter().map(|(_, value)| *value).collect();
        let printed = apportioned(&values, total, last);
        let mut items: Vec<Item> = parts
            .into_iter()
            .zip(printed)
            .map(|((words, value), printed)| {
                let told = self.locale.to_last(Quantity::Number, printed, last);
                Item { words, value, kind: Kind::Part, told }
            })
            .collect();
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
