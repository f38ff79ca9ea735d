//! What a scenario has learnt: keys, totals, what was left alone, and the text that says it.

use reachsim_data::shape::Receipt;
use reachsim_learn::known::seen::Remark;
use reachsim_learn::totals::{Conflict, Diagnostics};

use crate::dist::Dist;

/// What a scenario has learnt.
#[derive(Clone, Debug)]
pub struct Calibration {
    /// The first day to come, in days since 1970-01-01, where anything has a date.
    pub as_of: Option<i32>,
    /// Weeks to come.
    pub weeks: usize,
    pub receipts: Vec<Receipt>,
    pub keys: Vec<Key>,
    pub totals: Vec<Total>,
    pub ties: Vec<Tie>,
    /// How the draws came about, where there are totals.
    pub diagnostics: Option<Diagnostics>,
    pub conflict: Option<Conflict>,
    /// Uncertain inputs of which nothing was learnt.
    pub silent: Vec<String>,
    /// Keys of which the data are counted twice: what was believed was made from them.
    pub circular: Vec<String>,
    pub fragment: Fragment,
    pub held_out: Option<HeldOut>,
    /// What pages of a network have in common, by network and key.
    pub pooled: Vec<Common>,
}

/// What pages of a network have in common in one key, by their data alone.
#[derive(Clone, Debug, PartialEq)]
pub struct Common {
    pub network: String,
    /// As a network states it: `posts.reach`.
    pub key: String,
    /// 5th, 50th and 95th percentile of the mean, and of a new page.
    pub mean: [f64; 3],
    pub new: [f64; 3],
    /// How far pages lie apart, on the scale of the key.
    pub tau: f64,
    pub members: Vec<Member>,
}

/// A page among others.
#[derive(Clone, Debug, PartialEq)]
pub struct Member {
    pub community: String,
    /// What its own data say, and what they say with the others beside them.
    pub own: f64,
    pub shrunken: f64,
}

/// What was learnt of one key.
#[derive(Clone, Debug)]
pub struct Key {
    pub key: String,
    pub state: State,
    /// 5th, 50th and 95th percentile before and after.
    pub prior: [f64; 3],
    pub posterior: [f64; 3],
    /// On the key's own scale.
    pub shrinkage: f64,
    /// The chance, before, that the key lies below what its data say; `None` of what totals say.
    pub conflict: Option<f64>,
    /// The median that the belief as it stood would lead to, where it was doubted.
    pub undoubted: Option<f64>,
    pub n: u64,
    /// Days since 1970-01-01; `None` where rows have no dates.
    pub period: Option<(i32, i32)>,
    pub weight: f64,
    /// How far its level moves in four weeks, on its scale.
    pub tau: Option<f64>,
    pub remarks: Vec<Remark>,
    pub dist: Dist,
    /// Whether totals say something of it.
    pub by_totals: bool,
}

/// What becomes of a key.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum State {
    /// It is written.
    Informed,
    /// Its data said too little: it stays as it is.
    Silent,
    /// A number that was replaced by what was measured.
    Measured,
    /// A number of the user's own, which stays as it is.
    Stated(f64),
    /// A number that the scenario computes from others, written as it was when totals were learnt.
    Held,
}

impl Key {
    /// Whether it is written.
    pub fn is_written(&self) -> bool {
        self.is_informed() || self.state == State::Held
    }

    /// Whether data say more of it than was believed.
    pub fn is_informed(&self) -> bool {
        matches!(self.state, State::Informed | State::Measured)
    }

    /// Whether the user's own number lies outside what the data say.
    pub fn disagrees(&self) -> bool {
        let [low, _, high] = self.posterior;
        matches!(self.state, State::Stated(value) if value < low || value > high)
    }
}

/// A total, and what is expected of it once all is known.
#[derive(Clone, Debug, PartialEq)]
pub struct Total {
    /// As it was named: `leads`, `page.leads`.
    pub metric: String,
    pub observed: f64,
    pub p05: f64,
    pub p50: f64,
    pub p95: f64,
    /// Share of the futures below what was observed.
    pub tail: f64,
}

/// Two keys that go together.
#[derive(Clone, Debug, PartialEq)]
pub struct Tie {
    pub between: [String; 2],
    pub rank: f64,
}

/// The text that was learnt.
#[derive(Clone, Debug, Default)]
pub struct Fragment {
    pub toml: String,
    /// Rows of columns whose law no short form carries.
    pub csv: Option<String>,
    /// The largest difference of a percentile of the forecast by the text from that by what was
    /// learnt, over the width of its range, and the metric of which it is.
    pub error: Option<f64>,
    pub worst: Option<String>,
}

/// How ranges held that were learnt without the last weeks.
#[derive(Clone, Debug, PartialEq)]
pub struct HeldOut {
    pub weeks: u32,
    pub held: u32,
    pub of: u32,
    /// 1 - score/score of last week's value.
    pub skill: Option<f64>,
}
