//! What the steps of a week see: the world, the community, where it stands, and its luck.

use super::noise::{Address, Noise};
use super::world::{Community, World};
use crate::metric::Flows;
use crate::rng::Component;

/// One community in one week. A step reads what stands here, draws, and writes its flows.
pub(crate) struct WeekContext<'a, L> {
    pub world: &'a World,
    pub community: &'a Community,
    pub week: usize,
    pub now: &'a mut WeekState,
    pub flows: &'a mut Flows,
    pub noise: &'a mut L,
}

/// Where a community stands in the week at work, and what its steps tell each other.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct WeekState {
    /// At the start of the week.
    pub followers: f64,
    pub humans: f64,
    pub active: f64,
    /// Gained since the first week.
    pub gained: f64,
    /// Questions that waited when the week began.
    pub backlog: f64,
    /// Questions that wait for the team: the backlog, and those of the week that no member answers.
    pub waiting: f64,
    /// Questions that wait when the week ends.
    pub backlog_next: f64,
    /// Share of the messages that complain.
    pub complaining: f64,
    /// Share of the other messages that praise.
    pub praising: f64,
    /// How its members speak.
    pub mood: Mood,
    /// Posts of the page, those of campaigns included, and the minutes that they take.
    pub posts: f64,
    pub post_minutes: f64,
    /// Hours until the team answered.
    pub staff_hours: f64,
    /// Answers that sold nothing and saved no contact.
    pub served: f64,
    /// Members who answer others and write, because they were served well.
    pub advocates: f64,
    /// Views from search engines that the threads so far have before them.
    pub findable: f64,
    /// Prospects who saw no bad talk.
    pub friendly_prospects: f64,
    /// Views of the week's threads and of old ones from search engines, as they are expected.
    pub views: Views,
}

/// How members speak in a week: to what extent there is a crisis, and the share of an average
/// member's messages that complain without one.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Mood {
    pub crisis: f64,
    pub negative: f64,
}

/// Mean views of threads in a week.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Views {
    pub threads: f64,
    pub searches: f64,
}

impl<L: Noise> WeekContext<'_, L> {
    #[inline(always)]
    pub fn address(&self, component: Component) -> Address {
        Address { component, week: self.week as u32 }
    }

    /// How many of `n` succeed; where counts are whole, `n` must be: [`Noise::whole`] rounds it.
    #[inline(always)]
    pub fn binomial(&mut self, component: Component, n: f64, p: f64) -> f64 {
        if n > 0.0 && p > 0.0 { self.noise.binomial(self.address(component), n, p) } else { 0.0 }
    }

    #[inline(always)]
    pub fn poisson(&mut self, component: Component, mean: f64) -> f64 {
        self.noise.poisson(self.address(component), mean)
    }

    /// A gamma variate of this shape and mean; zero where either is.
    #[inline(always)]
    pub fn gamma(&mut self, component: Component, shape: f64, mean: f64) -> f64 {
        if shape > 0.0 && mean > 0.0 {
            self.noise.gamma(self.address(component), shape, mean)
        } else {
            0.0
        }
    }

    /// Share of the questions that were open in the week that were answered; all where none was.
    pub fn answered(&self) -> f64 {
        let open = self.now.backlog + self.flows.questions;
        if open > 0.0 { self.flows.answers() / open } else { 1.0 }
    }

    /// Messages of the week that others can see.
    pub fn public(&self) -> f64 {
        self.flows.questions - self.flows.private
    }

    /// What the answers of the week kept, over all of them: of something that halves every
    /// `half_life` hours, with the first `grace` hours of each wait free. Zero where nobody
    /// answered.
    pub fn kept(&self, half_life: f64, grace: f64) -> f64 {
        let answers = self.flows.answers();
        if answers <= 0.0 {
            return 0.0;
        }
        let by_peers = kept((self.world.team.peer_hours - grace).max(0.0), half_life);
        let team = &self.world.team;
        let staff = |hours: f64| kept((hours - grace).max(0.0), half_life);
        let by_staff = team.over_answers(self.now.staff_hours, staff);
        (self.flows.answers_peers * by_peers + self.flows.answers_staff * by_staff) / answers
    }
}

/// What remains, on average over waits that are exponential with mean `wait`, of something that
/// halves every `half_life` hours: E[2^(-wait/h)] = 1/(1 + wait ln 2/h) = h/(h + wait ln 2).
///
/// Test: `service::what_halves_is_kept_over_exponential_waits`.
pub fn kept(wait: f64, half_life: f64) -> f64 {
    if wait > 0.0 { half_life / (half_life + wait * std::f64::consts::LN_2) } else { 1.0 }
}

/// Growth factor after some weeks, exactly 1 without growth.
pub fn growth(weekly_ln: f64, week: usize) -> f64 {
    if weekly_ln == 0.0 { 1.0 } else { libm::exp(weekly_ln * week as f64) }
}
