//! What is counted, and the chances of seeing so many posts.

/// Depths that are told apart: friends, their friends, and so on; the last one has all that is
/// deeper.
pub const DEPTHS: usize = 6;
/// Frequencies that are told apart: once or more, twice or more, up to ten times or more.
pub const MOST: usize = 10;

/// How many numbers there are in all.
pub const NUMBERS: usize = 2 * DEPTHS + MOST + 1;

/// Impressions and people, in one world or in expectation.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Counts {
    /// Views up to each depth, one for each person and post.
    pub impressions: [f64; DEPTHS],
    /// Different people up to each depth.
    pub reach: [f64; DEPTHS],
    /// People who saw so many posts or more, at any depth: once, twice, ..
    pub frequency: [f64; MOST],
    /// Followers among the people reached.
    pub followers: f64,
}

impl Counts {
    /// Every number changed in the same way.
    #[must_use]
    pub fn map(mut self, change: impl Fn(f64) -> f64) -> Counts {
        for number in self.each() {
            *number = change(*number);
        }
        self
    }

    fn each(&mut self) -> impl Iterator<Item = &mut f64> {
        self.impressions
            .iter_mut()
            .chain(&mut self.reach)
            .chain(&mut self.frequency)
            .chain(std::iter::once(&mut self.followers))
    }

    /// All numbers, in their order.
    pub fn numbers(mut self) -> Vec<f64> {
        self.each().map(|number| *number).collect()
    }

    /// The counts of so many numbers in their order.
    pub fn read(numbers: &[f64]) -> Counts {
        let mut counts = Counts::default();
        counts.each().zip(numbers).for_each(|(own, number)| *own = *number);
        counts
    }

    /// Changes each number together with that of another.
    pub fn pairs(&mut self, other: &mut Counts, change: &mut impl FnMut(&mut f64, &mut f64)) {
        self.each().zip(other.each()).for_each(|(own, other)| change(own, other));
    }

    /// Adds so many times the numbers of another.
    pub fn add(&mut self, mut other: Counts, times: f64) {
        for (sum, number) in self.each().zip(other.each()) {
            *sum += times * *number;
        }
    }

    /// Of people of each of whom the chances are known, with what all of them are shown at depths 1
    /// and 2.
    pub fn of_each(chances: &[[f64; MOST]], unseen: &[f64], views: [f64; 2]) -> Counts {
        let mut counts = Counts::default();
        for (chances, unseen) in chances.iter().zip(unseen) {
            counts.add(Counts::of([0.0; 2], *unseen, chances, 0.0), 1.0);
        }
        counts.impressions = std::array::from_fn(|depth| views[depth.min(1)]);
        counts
    }

    /// Counts of one person, from the chances of seeing 0, 1, 2 .. posts and from the views at
    /// depth 1 and at depth 2 at most. `unseen` is the chance of seeing none at depth 1.
    pub fn of(views: [f64; 2], unseen: f64, chances: &[f64; MOST], follows: f64) -> Counts {
        let mut counts = Counts {
            impressions: std::array::from_fn(|depth| views[depth.min(1)]),
            reach: std::array::from_fn(
                |depth| if depth == 0 { 1.0 - unseen } else { 1.0 - chances[0] },
            ),
            ..Counts::default()
        };
        let mut fewer = 0.0;
        for (least, chance) in counts.frequency.iter_mut().zip(chances) {
            fewer += chance;
            *least = (1.0 - fewer).max(0.0);
        }
        counts.followers = follows * counts.reach[1];
        counts
    }
}

/// A power series up to z^9: the chances of 0 .. 9 posts, or their logarithm.
pub type Series = [f64; MOST];

/// The series P of a logarithm c: n `P_n` = sum of j `c_j` P_(n-j), which is z P' = z c' P.
pub fn exp(logarithm: &Series) -> Series {
    let mut series = [0.0; MOST];
    series[0] = libm::exp(logarithm[0]);
    for n in 1..MOST {
        let sum: f64 = (1..=n).map(|j| j as f64 * logarithm[j] * series[n - j]).sum();
        series[n] = sum / n as f64;
    }
    series
}

/// The logarithm c of a series P that begins above zero: the recurrence of [`exp`], solved for
/// `c_n`.
pub fn ln(series: &Series) -> Series {
    let mut logarithm = [0.0; MOST];
    logarithm[0] = libm::log(series[0]);
    for n in 1..MOST {
        let sum: f64 = (1..n).map(|j| j as f64 * logarithm[j] * series[n - j]).sum();
        logarithm[n] = (series[n] - sum / n as f64) / series[0];
    }
    logarithm
}

/// Adds one more post, which is seen with this chance.
pub fn also(chances: &mut Series, seen: f64) {
    for n in (1..MOST).rev() {
        chances[n] = chances[n] * (1.0 - seen) + chances[n - 1] * seen;
    }
    chances[0] *= 1.0 - seen;
}

/// The chances of seeing 0, 1, 2 .. of `count` posts, each of them seen with this chance.
pub fn binomial(count: u64, seen: f64) -> Series {
    let mut chances = [0.0; MOST];
    chances[0] = 1.0;
    if count < 64 {
        (0..count).for_each(|_| also(&mut chances, seen));
        return chances;
    }
    let missed = 1.0 - seen;
    if missed == 0.0 {
        return [0.0; MOST];
    }
    // Of many posts by the ratio P(n)/P(n-1) = (count-n+1)/n seen/missed.
    chances[0] = libm::pow(missed, count as f64);
    for n in 1..MOST {
        chances[n] = chances[n - 1] * (count as f64 - n as f64 + 1.0) / n as f64 * seen / missed;
    }
    chances
}
