//! Sizes that no export has: what is larger is refused before it fills the memory.

/// Sizes up to which files are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of a row.
    pub row: usize,
    /// Bytes between two quotes.
    pub quoted: usize,
    /// Cells of a row.
    pub cells: usize,
    /// Bytes into which an archive unpacks, all its members together.
    pub archive: u64,
    /// Bytes of a workbook, and of each of its members unpacked; its cells may take twice as many.
    pub book: u64,
    /// Bytes up to which a document of lists is held in memory, where it is read more quickly.
    pub held: u64,
}

impl Limits {
    pub const USUAL: Limits = Limits {
        row: 64 << 20,
        quoted: 1 << 20,
        cells: 100_000,
        archive: 2 << 30,
        book: 512 << 20,
        held: 64 << 20,
    };
}
