//! Synthetic networks of any size, of which nothing is stored but the law of the number of friends.

use serde::{Deserialize, Serialize};

use super::Graph;
use super::coins::Coins;
use super::pairing::{Distances, Matching};

/// Classes of people with the same number of friends in a network without blocks.
pub(super) const CLASSES: u64 = 4096;

/// Ends of friendships, in order: first those of every member of class 0, then of class 1, and so
/// on. A class has the same number of members in every group of people, and every member of it the
/// same number of ends.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Ends {
    /// First member of each class, and behind them the number of people.
    members: Vec<u64>,
    /// Ends of a member of each class.
    each: Vec<u64>,
    /// First end of each class, and behind them the number of ends.
    first: Vec<u64>,
}

impl Ends {
    fn new(members: Vec<u64>, each: Vec<u64>) -> Ends {
        let mut first = vec![0];
        for (class, ends) in each.iter().enumerate() {
            first.push(first[class] + (members[class + 1] - members[class]) * ends);
        }
        Ends { members, each, first }
    }

    fn count(&self) -> u64 {
        self.first[self.each.len()]
    }

    #[inline]
    fn class_of_member(&self, member: u64) -> usize {
        self.members.partition_point(|first| *first <= member) - 1
    }

    /// The first end of a member.
    #[inline]
    fn of(&self, class: usize, member: u64) -> u64 {
        self.first[class] + (member - self.members[class]) * self.each[class]
    }

    /// The class and the member whose end it is.
    #[inline]
    fn owner(&self, end: u64) -> (usize, u64) {
        let class = self.first.partition_point(|first| *first <= end) - 1;
        (class, self.members[class] + (end - self.first[class]) / self.each[class])
    }
}

/// The configuration model: everybody has his number of friends, and who they are is chance.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Configuration {
    ends: Ends,
    matching: Matching,
}

impl Configuration {
    /// Draws a network of so many people whose numbers of friends are the `degrees` of equal parts
    /// of them, in ascending order; at most 4096 of them are told apart.
    pub fn new(people: u64, degrees: impl FnOnce(usize) -> Vec<u64>, seed: u64) -> Configuration {
        let each = degrees(people.clamp(1, CLASSES) as usize);
        let parts = each.len() as u64;
        let members = (0..=parts)
            .map(|part| (u128::from(people) * u128::from(part) / u128::from(parts)) as u64)
            .collect();
        let ends = Ends::new(members, each);
        let matching = Matching::new(ends.count(), Coins::new(seed, "configuration"));
        Configuration { ends, matching }
    }
}

impl Graph for Configuration {
    fn people(&self) -> u64 {
        self.ends.members[self.ends.each.len()]
    }

    fn ends(&self) -> u64 {
        self.ends.count()
    }

    fn owner(&self, end: u64) -> u64 {
        self.ends.owner(end).1
    }

    fn degrees(&self) -> Vec<(u64, u64)> {
        let people = self.ends.members.windows(2).map(|ends| ends[1] - ends[0]);
        self.ends.each.iter().copied().zip(people).collect()
    }

    fn degree(&self, person: u64) -> u64 {
        self.ends.each[self.ends.class_of_member(person)]
    }

    fn friend(&self, person: u64, place: u64) -> u64 {
        let class = self.ends.class_of_member(person);
        self.owner(self.matching.partner(self.ends.of(class, person) + place))
    }

    fn each_friend(&self, person: u64, mut tell: impl FnMut(u64)) {
        let class = self.ends.class_of_member(person);
        let first = self.ends.of(class, person);
        for end in first..first + self.ends.each[class] {
            tell(self.owner(self.matching.partner(end)));
        }
    }
}

/// How the friends of people are spread over a small block, a town and the world.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shape {
    /// Share of the friends of a person with so many friends who belong to his block.
    pub in_block: f64,
    pub typical: f64,
    /// How this share falls as the number of friends grows: (typical/friends)^fall.
    pub fall: f64,
    /// Share of his block that a person knows.
    pub known: f64,
    /// People of a town.
    pub town: u64,
    /// Share of the friends outside the block who belong to the town.
    pub in_town: f64,
}

/// A network of blocks within towns within the world.
///
/// A block is made of people with like numbers of friends, of whom everybody knows the same number:
/// there people know each other's friends, and it is the smaller the fewer friends they have. The
/// other friends are paired at random, in the town or in the world: that their friends' friends
/// overlap comes from the towns. All towns have blocks of the same sizes, so one small table serves
/// all of them, and any friend of anybody is computed from it in a fraction of a microsecond.
///
/// Within a block friends are those at certain distances on a circle (a circulant graph with random
/// distances), which has no loops and no doubles; clustering then is about `in_block`^2 `known`.
/// Test: `graph::implicit::the_network_of_2011_is_like_its_model`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Blocks {
    /// People of a town.
    town: u64,
    towns: u64,
    classes: Vec<Class>,
    coins: Coins,
}

/// People of a block with the same number of friends; every town has such a class.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Class {
    /// First person and number of people of the block.
    circle: [u64; 2],
    /// People of the class in a town, and those of the classes before it.
    people: u64,
    before: u64,
    /// Friends of each of them, and how many of these belong to the block, the town and the world.
    friends: u64,
    levels: [u64; 3],
    /// Friends of the people of the classes before, in all and on each level.
    friends_before: u64,
    levels_before: [u64; 3],
}

/// Where somebody lives: his town, his place in it, and the class of that place.
#[derive(Clone, Copy)]
struct Home<'b> {
    town: u64,
    place: u64,
    class: &'b Class,
}

/// How the ends of a level are paired.
struct Outside {
    level: usize,
    matching: Matching,
}

/// Places of the levels outside the block among the three of a class.
const TOWN: usize = 1;
const WORLD: usize = 2;
/// Fewest people of a block in which nobody knows anybody.
const STRANGERS: u64 = 24;
/// Most parts of a block of which the people are told apart by their numbers of friends, and fewest
/// people of a part.
const PARTS: u64 = 16;
const FEWEST: u64 = 16;
/// Largest share of anybody's friends who belong to his block.
const MOST_IN_BLOCK: f64 = 0.7;

impl Blocks {
    /// Draws a network of about so many people: whole towns of equal size.
    pub fn new(
        people: u64,
        shape: Shape,
        degrees: impl FnOnce(usize) -> Vec<u64>,
        seed: u64,
    ) -> Blocks {
        let towns = ((people as f64 / shape.town as f64).round() as u64).max(1);
        let town = (people as f64 / towns as f64).round().max(1.0) as u64;
        Blocks {
            town,
            towns,
            classes: classes(&degrees(town as usize), shape, towns),
            coins: Coins::new(seed, "blocks"),
        }
    }

    #[inline]
    fn home(&self, person: u64) -> Home<'_> {
        let (town, place) = (person / self.town, person % self.town);
        let class = self.classes.partition_point(|class| class.before <= place) - 1;
        Home { town, place, class: &self.classes[class] }
    }

    /// The friend at an end within the block: those at a distance d on its circle, to one side with
    /// even `end`, to the other with odd. Who is at the distance d of somebody has him at the
    /// distance d on the other side, so the friendship has both its ends.
    #[inline]
    fn neighbour(&self, home: Home, distances: &Distances, end: u64) -> u64 {
        let [first, people] = home.class.circle;
        let distance = distances.at(end / 2);
        let away = if end.is_multiple_of(2) { distance } else { people - distance };
        let there = home.place - first + away;
        home.town * self.town + first + if there >= people { there - people } else { there }
    }

    fn distances(&self, home: Home) -> Distances {
        let [first, people] = home.class.circle;
        Distances::new(people.saturating_sub(1) / 2, self.coins.of(home.town).of(first))
    }

    /// The friendships outside the blocks: of one town, or of the world.
    fn outside(&self, town: u64, level: usize) -> Outside {
        let ends = self
            .classes
            .last()
            .map_or(0, |last| last.levels_before[level] + last.levels[level] * last.people);
        let matching = if level == TOWN {
            Matching::new(ends, self.coins.of(town).of(u64::MAX))
        } else {
            Matching::new(ends * self.towns, self.coins.of(u64::MAX))
        };
        Outside { level, matching }
    }

    /// Who is at the other side of an end in the town or in the world, where ends are ordered by
    /// class, then by town, then by person.
    #[inline]
    fn across(&self, home: Home, outside: &Outside, end: u64) -> u64 {
        let &Outside { level, ref matching } = outside;
        let Home { town, place, class: own } = home;
        // A class has members in as many towns as the level joins, this one's among them.
        let (towns, inside) = if level == TOWN { (1, 0) } else { (self.towns, town) };
        let member = inside * own.people + place - own.before;
        // The number of the end among all ends of the level, and that of its partner.
        let partner =
            matching.partner(towns * own.levels_before[level] + member * own.levels[level] + end);
        // Back from the partner's number to his class, his place among its members, and his town.
        let there =
            self.classes.partition_point(|class| towns * class.levels_before[level] <= partner) - 1;
        let other = &self.classes[there];
        let member = (partner - towns * other.levels_before[level]) / other.levels[level];
        let (town, member) = if level == TOWN {
            (town, member)
        } else {
            (member / other.people, member % other.people)
        };
        town * self.town + other.before + member
    }
}

impl Graph for Blocks {
    fn people(&self) -> u64 {
        self.town * self.towns
    }

    fn ends(&self) -> u64 {
        self.classes
            .last()
            .map_or(0, |last| self.towns * (last.friends_before + last.friends * last.people))
    }

    /// Ends are ordered by class, so that neighbouring ones belong to people with like numbers of
    /// friends.
    fn owner(&self, end: u64) -> u64 {
        let class =
            self.classes.partition_point(|class| self.towns * class.friends_before <= end) - 1;
        let own = &self.classes[class];
        let member = (end - self.towns * own.friends_before) / own.friends;
        member / own.people * self.town + own.before + member % own.people
    }

    fn degrees(&self) -> Vec<(u64, u64)> {
        self.classes.iter().map(|class| (class.friends, self.towns * class.people)).collect()
    }

    fn degree(&self, person: u64) -> u64 {
        self.home(person).class.friends
    }

    fn friend(&self, person: u64, place: u64) -> u64 {
        let home = self.home(person);
        let [block, town, _] = home.class.levels;
        if place < block {
            self.neighbour(home, &self.distances(home), place)
        } else if place < block + town {
            self.across(home, &self.outside(home.town, TOWN), place - block)
        } else {
            self.across(home, &self.outside(home.town, WORLD), place - block - town)
        }
    }

    fn each_friend(&self, person: u64, mut tell: impl FnMut(u64)) {
        let home = self.home(person);
        let [block, town, world] = home.class.levels;
        let distances = self.distances(home);
        (0..block).for_each(|end| tell(self.neighbour(home, &distances, end)));
        for (level, ends) in [(TOWN, town), (WORLD, world)] {
            let outside = self.outside(home.town, level);
            (0..ends).for_each(|end| tell(self.across(home, &outside, end)));
        }
    }
}

/// The classes of a town from the numbers of friends of its people, in ascending order.
fn classes(degrees: &[u64], shape: Shape, towns: u64) -> Vec<Class> {
    // Share of the friends in the block: in_block (typical/friends)^fall.
    let share = |friends: f64| {
        (shape.in_block * libm::pow(shape.typical / friends.max(1.0), shape.fall))
            .min(MOST_IN_BLOCK)
    };
    let all = degrees.len() as u64;
    let (mut classes, mut first) = (Vec::new(), 0);
    let mut last = Class::default();
    while first < all {
        // A block is as large as the friends in it are, over the share of it that a person knows.
        // It is sized by its first person, who has the fewest friends.
        let typical = degrees[first as usize] as f64;
        let size = ((share(typical) * typical / shape.known).round() as u64).max(STRANGERS);
        // What would be left over is too small for a block of its own.
        let people = if all - first < 2 * size { all - first } else { size };
        // Everybody of the block knows the same number of it: an even one, half on either side of
        // the circle, and no more than there are people or than he has friends.
        let known = (share(typical) * typical).min(people.saturating_sub(2) as f64);
        let in_block = (2 * (known / 2.0).round() as u64).min(degrees[first as usize] / 2 * 2);
        // The people of a block differ in their friends outside it.
        let parts = (people / FEWEST).clamp(1, PARTS);
        for part in 0..parts {
            let [from, to] = [part, part + 1].map(|part| first + people * part / parts);
            let sum: u64 = degrees[from as usize..to as usize].iter().sum();
            let friends = (sum as f64 / (to - from) as f64).round() as u64;
            // In a single town there is nobody beyond it.
            let outside = friends - in_block;
            let in_town =
                if towns > 1 { (shape.in_town * outside as f64).round() as u64 } else { outside };
            let class = Class {
                circle: [first, people],
                people: to - from,
                before: from,
                friends,
                levels: [in_block, in_town, outside - in_town],
                friends_before: last.friends_before + last.people * last.friends,
                levels_before: std::array::from_fn(|level| {
                    last.levels_before[level] + last.people * last.levels[level]
                }),
            };
            classes.push(class);
            last = class;
        }
        first += people;
    }
    classes
}
