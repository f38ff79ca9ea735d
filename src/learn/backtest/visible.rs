//! What a history showed on an earlier day.

use reachsim_data::analyse::{History, Question};
use reachsim_data::before;
use reachsim_data::shape::Export;

use crate::known::page::Source;

/// What exports show of one community, and for how much they count.
#[derive(Clone, Debug, Default)]
pub struct Shown {
    pub history: History,
    /// Place in the communities of the model.
    pub community: usize,
    /// 0 to 1.
    pub weight: f64,
}

impl Shown {
    pub fn source(&self) -> Source<'_> {
        let Shown { history, community, weight } = self;
        Source { history, community: *community, weight: *weight }
    }
}

/// Days for which the reach of a post still grows.
pub const YOUNG: i32 = 28;

/// What an export showed at the end of a day (since 1970-01-01): rows of later days are left out,
/// an answer or a sale that came later is unseen, and posts younger than 28 days on that day are
/// left out, because their reach was not yet known. Where nothing could be told, an empty history.
pub fn visible(export: &Export, question: &Question, day: i32) -> History {
    let mut history = History::of(&before(export, day), question).unwrap_or_default();
    history.posts.retain(|post| post.day <= day - YOUNG);
    history
}
