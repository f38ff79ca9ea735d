//! Communities of whose questions friends see nothing.

use super::super::format::Locale;
use super::super::words::say;
use super::tame;
use crate::model::{Model, Param};

/// Where friends do not see who asked, whatever happens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unseen {
    Nowhere,
    /// In the communities of these ids, and not in others.
    Somewhere(Vec<String>),
    Everywhere,
}

impl Unseen {
    pub fn of(model: &Model) -> Unseen {
        let is_never = |param: &Param| matches!(param, Param::Fixed(share) if *share == 0.0);
        let silent = model
            .communities
            .iter()
            .filter(|community| community.visibility.0.iter().any(is_never));
        let ids: Vec<String> = silent.map(|community| tame(&community.id)).collect();
        match ids.len() {
            0 => Unseen::Nowhere,
            all if all == model.communities.len() => Unseen::Everywhere,
            _ => Unseen::Somewhere(ids),
        }
    }

    /// What second order means in the communities of these ids.
    pub fn words(locale: Locale, ids: &[String]) -> String {
        say!(locale, "unseen-some", list = ids.join(", "))
    }
}
