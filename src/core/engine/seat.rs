//! What communities show each other: enough to simulate one of them again among the others.

use super::community_run::CommunityRun;
use super::shared::Payer;
use super::steps::support::Queue;

/// What a community showed the others in a week.
#[derive(Clone, Copy, Debug)]
pub struct Seat {
    pub backlog: f64,
    pub waiting: f64,
    pub peers: f64,
    pub staff: f64,
    pub gave_up: f64,
    pub staff_hours: f64,
    pub post_minutes: f64,
    pub followers: f64,
}

impl Seat {
    pub fn of(course: &CommunityRun) -> Seat {
        let (now, flows) = (&course.now, course.flows());
        Seat {
            backlog: now.backlog,
            waiting: now.waiting,
            peers: flows.answers_peers,
            staff: flows.answers_staff,
            gave_up: flows.gave_up,
            staff_hours: now.staff_hours,
            post_minutes: now.post_minutes,
            followers: now.followers,
        }
    }

    pub fn queue(&self) -> Queue {
        Queue::of([self.backlog, self.waiting, self.peers, self.post_minutes])
    }

    pub fn payer(&self) -> Payer {
        Payer { answers: self.staff, followers: self.followers, there: 1.0 }
    }
}
