//! Friend graphs: how many different people 1,300,000 contacts really are.
//!
//! Somebody writes a post; a friend sees it with the probability `visibility`, by a coin for each
//! post and friendship; whoever saw it passes it on with the probability `reshare`. Impressions
//! count a person once for each post, reach counts him once. How far they are apart depends on who
//! knows whom, and is measured here, on a [list of friendships](read), on a synthetic network that
//! is [written](loaded) into memory, or on an implicit one of any size, of which [nothing is
//! stored](synthetic).
//!
//! | question | way | module |
//! |---|---|---|
//! | depth 1 and 2, in memory | exact, with triangles and unequal writers | [`expect`], [`look`] |
//! | depth 1 and 2, any size | people chosen by their friendships, each seen exactly | [`sample`] |
//! | any depth, posts by the number | worlds of travelling posts | [`simulate`] |
//! | one message of several people | exact to depth 2, else worlds | [`message`] |
//! | depths that few worlds come to | posts that are led there, by their chance | [`rare`] |
//! | depth 3 and more, in memory | an upper bound besides | [`expect::bound`] |
//! | whom to win first | sets of those who could have told somebody | [`mod@choose`] |
//! | people who follow, ties of unequal closeness | the same, on rows of their own | [`ties`] |
//!
//! [`measure`](measure::measure) chooses, and a [`survey`] asks everything at once; [`census`]
//! tells what a network is like, and [`fit`] what the closed form of [`reach`](crate::reach) takes
//! to say the same.

pub mod asked;
pub mod census;
pub mod choose;
pub mod coins;
pub mod counts;
pub mod errand;
pub mod expect;
pub mod fault;
pub mod feed;
mod filling;
pub mod fit;
pub mod followers;
pub mod index_set;
pub mod kept;
pub mod law;
pub mod layout;
mod line;
mod listing;
pub mod loaded;
pub mod look;
mod matrix;
pub mod measure;
pub mod message;
pub mod names;
pub mod network;
pub mod pairing;
mod plain;
pub mod rare;
pub mod read;
pub mod recipe;
pub mod rows;
pub mod sample;
pub mod settle;
pub mod simulate;
mod source;
mod sum;
pub mod survey;
mod swift;
pub mod synthetic;
pub mod tied;
pub mod ties;

/// Who is whose friend. Friendships have two ends, one at each friend; in a network that is drawn
/// by chance two people may be friends twice, and somebody his own friend, both of which is rare.
pub trait Graph: Sync {
    /// How many people there are; they are called 0, 1, 2 ..
    fn people(&self) -> u64;

    /// Ends of all friendships.
    fn ends(&self) -> u64;

    /// Whose the n-th end is.
    fn owner(&self, end: u64) -> u64;

    /// How many ends a person has.
    fn degree(&self, person: u64) -> u64;

    /// Who is at the other side of an end of a person, counted from 0.
    fn friend(&self, person: u64, place: u64) -> u64;

    /// Numbers of friends, in any order and any number of times, each with how many people have it.
    fn degrees(&self) -> Vec<(u64, u64)>;

    /// Everybody at the other side of an end.
    fn each_friend(&self, person: u64, mut tell: impl FnMut(u64)) {
        for place in 0..self.degree(person) {
            tell(self.friend(person, place));
        }
    }

    /// Friendships, or where they have a direction, how often somebody follows another.
    fn ties(&self) -> u64 {
        self.ends() / 2
    }

    /// Whether who follows whom has a direction: then friends are those who see somebody's posts,
    /// his followers, and sources those whose posts he sees. Else they are the same people.
    fn is_directed(&self) -> bool {
        false
    }

    /// Whether ties differ in how visible posts are over them.
    fn is_weighted(&self) -> bool {
        false
    }

    /// How many people's posts somebody is shown.
    fn sources(&self, person: u64) -> u64 {
        self.degree(person)
    }

    /// One of those whose posts somebody is shown, counted from 0.
    fn source(&self, person: u64, place: u64) -> u64 {
        self.friend(person, place)
    }

    /// Everybody whose posts somebody is shown.
    fn each_source(&self, person: u64, tell: impl FnMut(u64)) {
        self.each_friend(person, tell);
    }

    /// Who is shown something at the n-th of the ends that are counted at those who see.
    fn source_owner(&self, end: u64) -> u64 {
        self.owner(end)
    }

    /// How many times the visibility a post has on its way to the friend at a place.
    fn weight(&self, _person: u64, _place: u64) -> f64 {
        1.0
    }

    /// The same on its way from the source at a place.
    fn source_weight(&self, person: u64, place: u64) -> f64 {
        self.weight(person, place)
    }
}
