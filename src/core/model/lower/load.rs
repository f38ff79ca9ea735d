//! The hours of the team where the file does not state them: what the load needs.

use super::checks::{expected_activity, humans};
use super::figures::Figures;
use crate::dist::Dist;
use crate::scenario::Scenario;
use crate::scenario::keys::{Computed, Default, KEYS, key};
use crate::units::{DAYS_A_YEAR, MINUTES_AN_HOUR, WEEKS_A_YEAR};

/// Nobody is hired for less.
const LEAST_HOURS: f64 = 1.0;

/// Puts every default in force that follows from other values and that nobody states.
pub fn settle(scenario: &Scenario, figures: &mut Figures) {
    for key in KEYS {
        let Default::Computed(computed, source) = key.default else { continue };
        let is_stated = |key: &str| scenario.keys.contains_key(key);
        if is_stated(key.path) || is_stated(key!("support.people")) {
            continue;
        }
        let value = match computed {
            Computed::TeamHours => hours(scenario, figures),
        };
        if let Some(value) = value {
            figures.derive(key, Dist::fixed(value), source);
        }
    }
}

/// One number for all trials: the load of week 0, less what members answer, with every input at its
/// median, events by probability, and without season, campaign or crisis.
fn hours(scenario: &Scenario, figures: &Figures) -> Option<f64> {
    let messages: Option<Vec<Load>> =
        scenario.communities.iter().map(|named| messages(figures, &named.id)).collect();
    let peers = figures.median(key!("support.peers"))? * answers(scenario, figures)?;
    let minutes = figures.median(key!("support.minutes_per_answer"))?;
    let answered: f64 = messages?.iter().map(|messages| messages.own(peers.min(1.0))).sum();
    let work = answered * minutes;
    // With all hours full a queue would never end.
    let occupancy = figures.median(key!("support.occupancy"))?;
    Some((work / MINUTES_AN_HOUR / occupancy).max(LEAST_HOURS))
}

/// Messages of a community in week 0.
struct Load {
    messages: f64,
    /// Share of them that is private.
    private: f64,
}

impl Load {
    /// What the team has to answer where members answer this share of what they can see.
    fn own(&self, peers: f64) -> f64 {
        self.messages * (1.0 - peers * (1.0 - self.private))
    }
}

fn messages(figures: &Figures, id: &str) -> Option<Load> {
    let median = |key: &str| figures.median(&format!("community.{id}.{key}"));
    let humans = humans(figures, id)?;
    let stated = median(key!(community "questions.per_year"))
        .or_else(|| Some(median(key!(community "questions.per_day"))? * DAYS_A_YEAR));
    let per_year =
        stated.or_else(|| Some(median(key!(community "questions.per_follower"))? * humans))?;
    let anybody = humans * median(key!(community "active"))? > 0.0;
    let activity = if anybody { expected_activity(figures, id)? } else { 0.0 };
    Some(Load {
        messages: per_year / WEEKS_A_YEAR * activity,
        // None where nobody says otherwise.
        private: median(key!(community "questions.private")).unwrap_or(0.0),
    })
}

/// How readily members answer, over all roles.
fn answers(scenario: &Scenario, figures: &Figures) -> Option<f64> {
    let names: Vec<&str> = scenario
        .sections
        .roles
        .iter()
        .filter_map(|role| Some(role.name.as_ref()?.text.as_str()))
        .collect();
    if names.is_empty() {
        return Some(1.0);
    }
    let (mut all, mut answers) = (0.0, 0.0);
    for name in names {
        let share = figures.median(&format!("role.{name}.share"))?;
        all += share;
        answers += share * figures.median(&format!("role.{name}.answers"))?;
    }
    Some(if all > 0.0 { answers / all } else { 0.0 })
}
