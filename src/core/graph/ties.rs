//! Lists whose lines have a direction, or weights: who follows whom, and how close people are.
//!
//! A line `a b` of a list with directions says that a follows b, so b's posts are shown to a. Then
//! the friends of a person are those who see what he writes, his followers, and his sources those
//! whom he follows. Without directions a tie goes both ways, with the same weight.
//!
//! A post is seen over a tie of weight w with the chance min(1, w p), where p is the visibility.
//! Weights that are closeness are divided by their mean, so that p is what an average tie has, but
//! for those that would be above 1; weights that are chances stand in place of the visibility: then
//! p is one. They have 32 bits, of which seven digits are right; of a tie that is listed more than
//! once the largest one counts. Test: `ties::posts_on_ties_reach_what_enumeration_says`.

use std::sync::Arc;

use rayon::prelude::*;

use super::Graph;
use super::coins::mixed;
use super::filling::{BOTH, FIRST, Filling, SECOND};
use super::loaded::Loaded;
use super::names::Called;
use super::rows::Rows;

/// What weights say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weights {
    /// How close people are: a factor of the visibility, once divided by the mean.
    Closeness,
    /// The chance that a post is seen, in place of the visibility.
    Chance,
}

/// What the lines of a list say of two people.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tie {
    /// Whether the first follows the second, or both are friends.
    pub is_directed: bool,
    /// What the third column says.
    pub weights: Option<Weights>,
}

impl Tie {
    /// Whether a line is a friendship like any other.
    pub fn is_plain(&self) -> bool {
        *self == Tie::default()
    }
}

/// People who follow each other, or are close to each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ties {
    /// Who sees the posts of each person, and how all are called.
    shown: Arc<Loaded>,
    /// Whose posts each person sees, where that are others.
    heard: Option<Arc<Rows>>,
    tie: Tie,
}

/// Ends of a part of a sum.
const PART: usize = 1 << 16;

impl Ties {
    /// Puts rows together; `None` where all weights are zero, so that nobody would see anything.
    pub(crate) fn new(mut shown: Loaded, heard: Option<Rows>, tie: Tie) -> Option<Ties> {
        let mut heard = heard;
        if tie.weights == Some(Weights::Closeness) {
            let sum = |part: &[u32]| part.iter().map(|bits| weight(*bits)).sum::<f64>();
            let sums: Vec<f64> = shown.rows.weights.par_chunks(PART).map(sum).collect();
            let mean = sums.iter().sum::<f64>() / shown.rows.weights.len() as f64;
            if mean <= 0.0 {
                return None;
            }
            let divide = |bits: &mut u32| *bits = ((weight(*bits) / mean) as f32).to_bits();
            shown.rows.weights.par_iter_mut().for_each(divide);
            if let Some(rows) = &mut heard {
                rows.weights.par_iter_mut().for_each(divide);
            }
        }
        Some(Ties::kept(shown, heard, tie))
    }

    /// Builds a graph of ties between people who are called by their numbers, from 0 to below
    /// `people`, each with its weight.
    pub fn of(people: u64, ties: &[(u64, u64, f64)], tie: Tie) -> Option<Ties> {
        let others = || ties.iter().filter(|(a, b, _)| a != b);
        let pairs: Vec<[u32; 2]> = others().map(|(a, b, _)| [*a as u32, *b as u32]).collect();
        let weights: Vec<u32> = match tie.weights {
            Some(_) => others().map(|(.., weight)| (*weight as f32).to_bits()).collect(),
            None => Vec::new(),
        };
        let filling = |ways| Filling::listed(people as usize, &pairs, &weights, ways);
        let shown = filling(if tie.is_directed { SECOND } else { BOTH });
        let heard = tie.is_directed.then(|| filling(FIRST));
        let loops = ties.iter().filter(|(a, b, _)| a == b).count() as u64;
        let shown = Loaded::filled(shown, Called::default(), tie.is_directed, loops);
        Ties::new(shown, heard.map(|heard| heard.finish().0), tie)
    }

    /// Puts together what was kept.
    pub(crate) fn kept(shown: Loaded, heard: Option<Rows>, tie: Tie) -> Ties {
        Ties { shown: Arc::new(shown), heard: heard.map(Arc::new), tie }
    }

    /// The list: how people are called, what was dropped of it, and who sees whose posts.
    pub fn list(&self) -> &Loaded {
        &self.shown
    }

    pub fn tie(&self) -> Tie {
        self.tie
    }

    pub(crate) fn heard(&self) -> Option<&Rows> {
        self.heard.as_deref()
    }

    /// The same without weights; `None` where it is friendships like any others.
    #[must_use]
    pub fn bare(&self) -> Option<Ties> {
        let bare = |rows: &Rows| Rows { weights: Vec::new(), ..rows.clone() };
        let heard = self.heard.as_ref()?;
        let tie = Tie { weights: None, ..self.tie };
        if self.tie == tie {
            return Some(self.clone());
        }
        Some(Ties { shown: Arc::new(self.shown.bare()), heard: Some(Arc::new(bare(heard))), tie })
    }

    fn heard_rows(&self) -> &Rows {
        self.heard.as_deref().unwrap_or(&self.shown.rows)
    }

    /// Ties that would be seen with a chance above 1 at such a visibility.
    pub fn capped(&self, visibility: f64) -> u64 {
        let is_above = |bits: &&u32| visibility * weight(**bits) > 1.0;
        let ends = self.shown.rows.weights.par_iter().filter(is_above).count() as u64;
        if self.tie.is_directed { ends } else { ends / 2 }
    }

    /// A number that two different graphs hardly share.
    pub fn fingerprint(&self) -> u64 {
        let kind = 2 * u64::from(self.tie.is_directed) + u64::from(self.tie.weights.is_some());
        self.shown.fingerprint() ^ mixed(kind)
    }
}

fn weight(bits: u32) -> f64 {
    f64::from(f32::from_bits(bits))
}

impl Graph for Ties {
    fn people(&self) -> u64 {
        self.shown.people()
    }

    fn ends(&self) -> u64 {
        self.shown.ends()
    }

    fn owner(&self, end: u64) -> u64 {
        self.shown.owner(end)
    }

    fn degrees(&self) -> Vec<(u64, u64)> {
        self.shown.degrees()
    }

    #[inline]
    fn degree(&self, person: u64) -> u64 {
        self.shown.degree(person)
    }

    #[inline]
    fn friend(&self, person: u64, place: u64) -> u64 {
        self.shown.friend(person, place)
    }

    #[inline]
    fn each_friend(&self, person: u64, tell: impl FnMut(u64)) {
        self.shown.each_friend(person, tell);
    }

    fn ties(&self) -> u64 {
        if self.tie.is_directed { self.ends() } else { self.ends() / 2 }
    }

    fn is_directed(&self) -> bool {
        self.tie.is_directed
    }

    fn is_weighted(&self) -> bool {
        self.tie.weights.is_some()
    }

    #[inline]
    fn sources(&self, person: u64) -> u64 {
        self.heard_rows().degree(person)
    }

    #[inline]
    fn source(&self, person: u64, place: u64) -> u64 {
        self.heard_rows().other(person, place)
    }

    #[inline]
    fn each_source(&self, person: u64, mut tell: impl FnMut(u64)) {
        self.heard_rows().row(person).iter().for_each(|source| tell(u64::from(*source)));
    }

    fn source_owner(&self, end: u64) -> u64 {
        self.heard_rows().owner(end)
    }

    #[inline]
    fn weight(&self, person: u64, place: u64) -> f64 {
        self.shown.rows.weight(person, place)
    }

    #[inline]
    fn source_weight(&self, person: u64, place: u64) -> f64 {
        self.heard_rows().weight(person, place)
    }
}
