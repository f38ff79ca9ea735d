//! A sum of many bytes, by which damage is noticed.

/// Bytes that are added at a time.
pub(crate) const LINE: usize = 32;
/// An odd number whose bits are as good as random: the golden ratio in 64 bits.
const FACTOR: u64 = 0x9E37_79B9_7F4A_7C15;

/// Four sums, of every fourth word of 64 bits each, so that they are found side by side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Sum([u64; 4]);

impl Default for Sum {
    fn default() -> Sum {
        Sum([1, 2, 3, 4])
    }
}

impl Sum {
    /// Adds bytes; what is left behind the last whole line of them is not looked at.
    pub fn add(&mut self, bytes: &[u8]) {
        for line in bytes.chunks_exact(LINE) {
            for (sum, word) in self.0.iter_mut().zip(line.chunks_exact(8)) {
                let word = u64::from_le_bytes(std::array::from_fn(|at| word[at]));
                *sum = (*sum ^ word).wrapping_mul(FACTOR).rotate_left(29);
            }
        }
    }

    pub fn words(&self) -> [u64; 4] {
        self.0
    }
}
