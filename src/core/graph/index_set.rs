//! A set of numbers that keeps the order in which they came.

use super::coins::mixed;

/// Numbers that were met, each with its place in the order of their first coming: a hash table of
/// open addresses. Its answers depend on that order alone, never on how it hashes.
#[derive(Clone, Debug, Default)]
pub struct IndexSet {
    /// Place + 1 of what fell here, 0 where nothing did; a power of two.
    slots: Vec<u32>,
    numbers: Vec<u64>,
}

impl IndexSet {
    /// The place of a number, which is a new one if it was never met.
    #[inline]
    pub fn place(&mut self, number: u64) -> u32 {
        if 2 * self.numbers.len() >= self.slots.len() {
            self.grow();
        }
        let slot = self.slot(number);
        if self.slots[slot] == 0 {
            self.numbers.push(number);
            self.slots[slot] = self.numbers.len() as u32;
        }
        self.slots[slot] - 1
    }

    /// The place of a number that was met.
    pub fn find(&self, number: u64) -> Option<u32> {
        if self.slots.is_empty() { None } else { self.slots[self.slot(number)].checked_sub(1) }
    }

    /// Every number, at its place.
    pub fn numbers(&self) -> &[u64] {
        &self.numbers
    }

    /// Forgets every number.
    pub fn clear(&mut self) {
        // A large table that holds little is cleared slot by slot.
        if self.slots.len() > 8 * self.numbers.len() {
            // From the last to come to the first, so that nobody's way to his slot is cut before he
            // was found.
            for place in (0..self.numbers.len()).rev() {
                let slot = self.slot(self.numbers[place]);
                self.slots[slot] = 0;
            }
        } else {
            self.slots.fill(0);
        }
        self.numbers.clear();
    }

    /// Where a number is, or would be.
    #[inline]
    fn slot(&self, number: u64) -> usize {
        let mask = self.slots.len() - 1;
        let mut slot = mixed(number) as usize & mask;
        while self.slots[slot] != 0 && self.numbers[self.slots[slot] as usize - 1] != number {
            slot = (slot + 1) & mask;
        }
        slot
    }

    fn grow(&mut self) {
        self.slots = vec![0; (2 * self.slots.len()).max(64)];
        for place in 0..self.numbers.len() {
            let slot = self.slot(self.numbers[place]);
            self.slots[slot] = place as u32 + 1;
        }
    }
}
