//! Which keys learn from which rows: one row a key.

mod flows;
mod posts;
mod sales;
mod service;
mod shared;
mod talk;
mod tone;

use reachsim_core::dist::Spread;
use reachsim_core::model::{Model, Param};
use reachsim_data::shape::Tone;

use super::page::Page;
use super::seen::Evidence;
use flows::{churn, organic};
use posts::{clicks, engagement, fatigue, reach};
use sales::closes;
use service::{base_hours, peers};
use talk::{asker_skew, questions, scatter, volume_of};
use tone::tone;

/// A key that learns from exports.
#[derive(Clone, Copy)]
pub struct Rule {
    /// As a file writes it, without its community.
    pub key: &'static str,
    /// On which scale it is spread.
    pub scale: Spread,
    pub is_of_community: bool,
    /// Whether the number itself is measured, so that a file's fixed one is replaced.
    pub is_measured: bool,
    /// Where the model has it.
    pub param: fn(&mut Model, usize) -> Option<&mut Param>,
    /// What rows say of its value in the model.
    pub says: fn(&Page, &str) -> Option<Evidence>,
}

const fn of_community(
    key: &'static str,
    scale: Spread,
    param: fn(&mut Model, usize) -> Option<&mut Param>,
    says: fn(&Page, &str) -> Option<Evidence>,
) -> Rule {
    Rule { key, scale, is_of_community: true, is_measured: false, param, says }
}

const fn measured(rule: Rule) -> Rule {
    Rule { is_measured: true, ..rule }
}

const fn of_all(rule: Rule) -> Rule {
    Rule { is_of_community: false, ..rule }
}

/// Every key that learns from exports.
pub const RULES: &[Rule] = &[
    of_community("questions", Spread::Log, volume_of, questions),
    measured(of_community(
        "questions.dispersion",
        Spread::Log,
        |model, at| Some(&mut model.communities[at].questions.dispersion),
        scatter,
    )),
    of_community(
        "questions.asker_skew",
        Spread::Log,
        |model, at| Some(&mut model.communities[at].questions.asker_skew),
        asker_skew,
    ),
    of_community(
        "posts.reach",
        Spread::Logit,
        |model, at| Some(&mut model.communities[at].posts.reach),
        |page, key| reach(page, key).map(|reach| reach.mean),
    ),
    measured(of_community(
        "posts.spread",
        Spread::Log,
        |model, at| Some(&mut model.communities[at].posts.spread),
        |page, key| reach(page, key)?.spread,
    )),
    of_community(
        "posts.fatigue",
        Spread::Plain,
        |model, at| Some(&mut model.communities[at].posts.fatigue),
        fatigue,
    ),
    of_community(
        "posts.engagement",
        Spread::Logit,
        |model, at| Some(&mut model.communities[at].posts.engagement),
        engagement,
    ),
    of_community(
        "growth.organic",
        Spread::Log,
        |model, at| Some(&mut model.communities[at].growth.organic),
        organic,
    ),
    of_community(
        "growth.churn",
        Spread::Logit,
        |model, at| Some(&mut model.communities[at].growth.churn),
        churn,
    ),
    of_community(
        "sentiment.positive",
        Spread::Logit,
        |model, at| Some(&mut model.communities[at].sentiment.positive),
        |page, key| tone(page, key, Tone::Positive),
    ),
    of_community(
        "sentiment.negative",
        Spread::Logit,
        |model, at| Some(&mut model.communities[at].sentiment.negative),
        |page, key| tone(page, key, Tone::Negative),
    ),
    of_all(of_community(
        "support.base_hours",
        Spread::Log,
        |model, _| Some(&mut model.support.base_hours),
        base_hours,
    )),
    of_all(of_community(
        "support.peers",
        Spread::Logit,
        |model, _| Some(&mut model.support.peers),
        peers,
    )),
    of_all(of_community(
        "funnel.click",
        Spread::Logit,
        |model, _| Some(&mut model.funnel.click),
        clicks,
    )),
    of_all(of_community(
        "funnel.close",
        Spread::Logit,
        |model, _| Some(&mut model.funnel.close),
        closes,
    )),
    of_all(of_community(
        "funnel.direct_close",
        Spread::Logit,
        |model, _| Some(&mut model.funnel.direct_close),
        closes,
    )),
];
