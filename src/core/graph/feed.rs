//! What becomes of a post: who sees it, and who passes it on.

use crate::dist::Dist;

/// How posts travel. A friend sees a post with probability `visibility`, by a coin for each post
/// and friendship; whoever saw it passes it on with probability `reshare`, by a coin for each post
/// and person.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Feed {
    /// The probability that a friend sees a post, from 0 to 1.
    pub visibility: f64,
    /// The probability that whoever saw a post passes it on, from 0 to 1.
    pub reshare: f64,
    /// Friendships between the author and the last who sees it; `None` for as far as it goes.
    pub depth: Option<u32>,
    /// Shape of the gamma distributed activity of people, mean 1: who is rarely there misses most
    /// of everything. `None` where all are alike.
    pub activity: Option<f64>,
}

/// Classes of people by their activity, equally many in each.
pub(crate) const LEVELS: usize = 64;

impl Feed {
    /// Everybody sees what friends of his wrote, and nobody passes it on.
    pub const ALL: Feed = Feed { visibility: 1.0, reshare: 0.0, depth: Some(1), activity: None };

    /// The depth that a post can reach: 1 where nobody passes anything on.
    pub fn depth(&self) -> u32 {
        if self.reshare == 0.0 { 1 } else { self.depth.unwrap_or(u32::MAX) }
    }

    /// The chance that a post comes from an author to a given friend of a friend through a given
    /// friend: s p^2.
    pub fn through(&self) -> f64 {
        if self.depth() < 2 { 0.0 } else { self.reshare * self.visibility * self.visibility }
    }

    /// The chance that a post is seen over a tie of such a weight.
    #[inline]
    pub fn over(&self, weight: f64) -> f64 {
        (self.visibility * weight).min(1.0)
    }

    /// Reshares that a reshare leads to, where friends of friends have `others` further friends on
    /// average, `<k(k-1)>/<k>`. From 1 on a post may travel without end.
    pub fn reproduction(&self, others: f64) -> f64 {
        self.reshare * self.visibility * others
    }

    /// How often a post is offered to each friend of somebody who passes it on, on average: as
    /// often as a clock rings until it has rung for the liveliest class of people, and once where
    /// everybody sees everything.
    pub fn offers(&self) -> f64 {
        let longest = self.levels().into_iter().map(hazard).fold(0.0, f64::max);
        if longest.is_finite() { longest } else { 1.0 }
    }

    /// The visibility of people of each class of activity, in ascending order; one class where all
    /// are alike.
    ///
    /// With activity z ~ Gamma(kappa, 1/kappa) somebody misses a story with e^(-h z), and x stories
    /// with (1 + x h/kappa)^-kappa on average; h is such that the mean over the classes is the
    /// visibility. Test: `graph::ways::inactive_people_see_less_of_everything`.
    pub fn levels(&self) -> Vec<f64> {
        let Some(law) = self.activity.and_then(|shape| Dist::gamma(1.0, 1.0 / shape.sqrt()).ok())
        else {
            return vec![self.visibility];
        };
        if self.visibility <= 0.0 || self.visibility >= 1.0 {
            return vec![self.visibility];
        }
        let activity: Vec<f64> =
            (0..LEVELS).map(|level| law.quantile((level as f64 + 0.5) / LEVELS as f64)).collect();
        let seen = |hazard: f64| activity.iter().map(move |z| -libm::expm1(-hazard * z));
        let mean = |hazard: f64| seen(hazard).sum::<f64>() / LEVELS as f64;
        // The mean grows with h: a bracket by doubling, then halving.
        let (mut low, mut high) = (0.0, 1.0);
        while mean(high) < self.visibility && high < 1e12 {
            high *= 2.0;
        }
        for _ in 0..100 {
            let middle = f64::midpoint(low, high);
            if mean(middle) < self.visibility { low = middle } else { high = middle }
        }
        seen(high).collect()
    }
}

/// The time by which a clock that rings at rate 1 has rung with a probability.
pub fn hazard(probability: f64) -> f64 {
    -libm::log1p(-probability)
}
