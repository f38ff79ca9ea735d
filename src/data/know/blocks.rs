//! What rows of a file of blocks are.

/// Cells of a row that hold something.
pub fn filled(cells: &[String]) -> usize {
    cells.iter().filter(|cell| !cell.trim().is_empty()).count()
}

/// The title that a row is, where only its first cell holds something.
pub fn title(cells: &csv::StringRecord) -> Option<&str> {
    let first = cells.get(0)?.trim();
    let is_alone = cells.iter().skip(1).all(|cell| cell.trim().is_empty());
    (is_alone && !first.is_empty()).then_some(first)
}
