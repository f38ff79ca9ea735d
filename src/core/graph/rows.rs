//! Compressed rows: whoever is at the other side of each person's ends.

/// Compressed rows: everybody's others, each once, in ascending order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Rows {
    /// First end of each person, and behind them the number of ends.
    pub firsts: Vec<u64>,
    /// Who is at the other side of each end.
    pub others: Vec<u32>,
    /// The bits of the weight of each end, a number of 32 bits that is not negative; empty where
    /// all weigh alike.
    pub weights: Vec<u32>,
}

impl Rows {
    pub fn people(&self) -> u64 {
        self.firsts.len() as u64 - 1
    }

    #[inline]
    pub fn degree(&self, person: u64) -> u64 {
        self.firsts[person as usize + 1] - self.firsts[person as usize]
    }

    #[inline]
    pub fn row(&self, person: u64) -> &[u32] {
        let [first, end] = [0, 1].map(|next| self.firsts[person as usize + next] as usize);
        &self.others[first..end]
    }

    #[inline]
    pub fn other(&self, person: u64, place: u64) -> u64 {
        u64::from(self.others[(self.firsts[person as usize] + place) as usize])
    }

    #[inline]
    pub fn weight(&self, person: u64, place: u64) -> f64 {
        let end = (self.firsts[person as usize] + place) as usize;
        self.weights.get(end).map_or(1.0, |bits| f64::from(f32::from_bits(*bits)))
    }

    /// Whose the n-th end is.
    pub fn owner(&self, end: u64) -> u64 {
        self.firsts.partition_point(|first| *first <= end) as u64 - 1
    }

    /// Numbers of ends, each with how many people have it.
    pub fn degrees(&self) -> Vec<(u64, u64)> {
        let mut people: Vec<u64> = Vec::new();
        for ends in self.firsts.windows(2) {
            let count = (ends[1] - ends[0]) as usize;
            if people.len() <= count {
                people.resize(count + 1, 0);
            }
            people[count] += 1;
        }
        let rows = people.into_iter().zip(0..).filter(|(people, _)| *people > 0);
        rows.map(|(people, count)| (count, people)).collect()
    }
}
