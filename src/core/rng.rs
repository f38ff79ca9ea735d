//! Randomness without a state that is passed around: every draw has an address.
//!
//! The address is (seed, component, community, week, trial). Seed, component and community are
//! hashed once into a [`StreamKey`]; trial and week pick one of its 2^64 streams in a few
//! nanoseconds. So one more draw, week, trial or community shifts no other draw, and any trial can
//! be replayed alone.

use std::convert::Infallible;

use rand::rand_core::utils::fill_bytes_via_next_word;
use rand::{Rng, TryRng};
use sha2::{Digest, Sha256};

/// Longest cascade of reshares, less its first generation.
const GENERATIONS: u8 = 4;
/// Odd integer nearest to 2^64 over the golden ratio: the step from address to address.
const GOLDEN: u64 = 0x9E37_79B9_7F4A_7C15;
/// The step from word to word of a sequence. It is so far from small multiples of the other step
/// that in either sequence of a key, of the first 256 words of any two addresses, up to 2^39 trials
/// apart, none is made from the same number. Test: `rng::streams_do_not_run_into_one_another`.
const WORD: u64 = 0xD1B5_4A32_D192_ED03;

macro_rules! components {
    ($($name:ident = $words:literal,)+) => {
        /// A stochastic step of a week. The generations of a cascade count from 0 and are fewer
        /// than 4.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Component {
            $($name,)+
            Reshares(u8),
            ReshareContacts(u8),
            ResharesSeen(u8),
            ReshareProspects(u8),
        }

        /// Components that are no part of a cascade.
        const SINGLE: &[Component] = &[$(Component::$name,)+];

        impl Component {
            /// The part of the address that stands for it. Unlike the index it stays when
            /// components are added.
            const fn name(self) -> (&'static str, u8) {
                match self {
                    $(Component::$name => ($words, 0),)+
                    Component::Reshares(generation) => ("reshares", generation),
                    Component::ReshareContacts(generation) => ("reshare contacts", generation),
                    Component::ResharesSeen(generation) => ("reshares seen", generation),
                    Component::ReshareProspects(generation) => ("reshare prospects", generation),
                }
            }

            /// The place of the component in [`Component::all`].
            #[inline(always)]
            pub const fn index(self) -> usize {
                match self {
                    Component::Reshares(generation) => in_cascade(generation, 0),
                    Component::ReshareContacts(generation) => in_cascade(generation, 1),
                    Component::ResharesSeen(generation) => in_cascade(generation, 2),
                    Component::ReshareProspects(generation) => in_cascade(generation, 3),
                    $(Component::$name => Single::$name as usize,)+
                }
            }
        }

        /// The order of the components that are no part of a cascade.
        enum Single {
            $($name,)+
        }
    };
}

components! {
    Messages = "messages",
    Crises = "crises",
    PeerAnswers = "peer answers",
    GaveUp = "gave up",
    Complaints = "complaints",
    Recovered = "recovered",
    Praise = "praise",
    PostQuality = "post quality",
    PostsSeen = "posts seen",
    Reactions = "reactions",
    ThreadViews = "thread views",
    QuestionContacts = "question contacts",
    QuestionsSeen = "questions seen",
    ReactionContacts = "reaction contacts",
    ReactionsSeen = "reactions seen",
    Reviews = "reviews",
    ReviewContacts = "review contacts",
    ReviewsSeen = "reviews seen",
    QuestionProspects = "question prospects",
    OtherProspects = "other prospects",
    BadTalk = "bad talk",
    Presale = "presale",
    DirectLeads = "direct leads",
    DirectWon = "direct won",
    DirectCustomers = "direct customers",
    DirectMargin = "direct margin",
    EarnedClicks = "earned clicks",
    EarnedLeads = "earned leads",
    EarnedWon = "earned won",
    EarnedCustomers = "earned customers",
    EarnedMargin = "earned margin",
    OwnedClicks = "owned clicks",
    OwnedPresent = "owned present customers",
    RepeatOrders = "repeat orders",
    OwnedLeads = "owned leads",
    OwnedWon = "owned won",
    OwnedCustomers = "owned customers",
    OwnedMargin = "owned margin",
    Deterred = "deterred",
    DeterredMargin = "deterred margin",
    Deflected = "deflected",
    ThreadsDeflected = "threads deflected",
    Retained = "retained",
    Ignored = "ignored",
    Hires = "hires",
    Newcomers = "newcomers",
    FriendsFollowing = "friends following",
    Unfollows = "unfollows",
    SearchViews = "search views",
    Advocates = "advocates",
    OutreachReplies = "outreach replies",
    OutreachLeads = "outreach leads",
    Ideas = "ideas",
    SearchesDeflected = "searches deflected",
    PrivateMessages = "private messages",
    Reposts = "reposts",
    RoleComplaints = "complaints by role",
    RoleMessages = "other messages by role",
    RoleAnswers = "members' answers by role",
    RoleContacts = "contacts by role",
    RoleImpressions = "impressions by role",
}

/// The place of a component of a cascade, behind those that are no part of one.
#[inline(always)]
const fn in_cascade(generation: u8, step: usize) -> usize {
    SINGLE.len() + 4 * generation as usize + step
}

impl Component {
    /// Every component, at its [`index`](Component::index).
    pub fn all() -> impl Iterator<Item = Component> {
        let cascade = |generation: u8| {
            [
                Component::Reshares(generation),
                Component::ReshareContacts(generation),
                Component::ResharesSeen(generation),
                Component::ReshareProspects(generation),
            ]
        };
        SINGLE.iter().copied().chain((0..GENERATIONS).flat_map(cascade))
    }
}

/// The streams of one component in one community: 128 bits that no other address shares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StreamKey([u64; 2]);

impl StreamKey {
    pub fn new(seed: u64, component: Component, community: &str) -> StreamKey {
        let (name, generation) = component.name();
        StreamKey::hashed(seed, &[name.as_bytes(), &[generation], community.as_bytes()])
    }

    /// The key of whatever else needs chance of its own, such as a column of a design.
    pub fn named(seed: u64, purpose: &str, name: &str) -> StreamKey {
        StreamKey::hashed(seed, &[purpose.as_bytes(), name.as_bytes()])
    }

    /// 64 bits of the key, for whoever hashes addresses of its own.
    pub const fn word(self) -> u64 {
        self.0[0] ^ self.0[1]
    }

    fn hashed(seed: u64, parts: &[&[u8]]) -> StreamKey {
        let mut hash = Sha256::new().chain_update(seed.to_le_bytes());
        for part in parts {
            hash.update((part.len() as u64).to_le_bytes());
            hash.update(part);
        }
        let digest = hash.finalize();
        let word = |start: usize| {
            (0..8).rev().fold(0, |word, byte| word << 8 | u64::from(digest[start + byte]))
        };
        StreamKey([word(0), word(8)])
    }

    /// The stream of a trial and a week: a different one for each pair, for up to 2^48 trials and
    /// 2^16 weeks.
    ///
    /// The address names a place in each of two sequences, which begin at the two words of the key.
    /// Test: `rng::neighbouring_streams_are_independent`.
    #[inline]
    pub fn at(&self, trial: u64, week: u32) -> Stream {
        let place = (trial ^ u64::from(week).rotate_right(16)).wrapping_mul(GOLDEN);
        Stream([self.0[0].wrapping_add(place), self.0[1].wrapping_add(place)])
    }
}

/// Variant 13 of Stafford's finalisers, a bijection in which every bit depends on every bit.
#[inline]
const fn finalised(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

/// Words of two `SplitMix64` sequences (Steele, Lea, Flood, *Fast splittable pseudorandom number
/// generators*, 2014) in turn: a counter with a good mixer, so that the first words cost nothing
/// but themselves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stream([u64; 2]);

impl TryRng for Stream {
    type Error = Infallible;

    #[inline]
    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        self.try_next_u64().map(|word| (word >> 32) as u32)
    }

    #[inline]
    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        let [here, other] = self.0;
        let word = finalised(here);
        self.0 = [other, here.wrapping_add(WORD)];
        Ok(word)
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Infallible> {
        fill_bytes_via_next_word(bytes, || self.try_next_u64())
    }
}

/// A uniform strictly between 0 and 1: the middles of 2^52 equal parts.
#[inline(always)]
pub fn uniform(rng: &mut (impl Rng + ?Sized)) -> f64 {
    (between_one_and_two(rng.next_u64()) - 1.0) + 2.0_f64.powi(-53)
}

/// The number from 1 to below 2 whose mantissa is the highest 52 bits of a word.
#[inline(always)]
pub(crate) fn between_one_and_two(word: u64) -> f64 {
    f64::from_bits(1.0_f64.to_bits() | word >> 12)
}
