//! A row of a plot.

use crate::output::draw::Rect;

/// A row of a plot: the plot, the middle of the row, and half the height of what is drawn in it.
#[derive(Clone, Copy, Debug)]
pub struct Strip {
    pub plot: Rect,
    pub y: f64,
    pub half: f64,
}

impl Strip {
    /// What is drawn in the row between two places across.
    pub const fn between(self, left: f64, right: f64) -> Rect {
        Rect { left, right, top: self.y - self.half, bottom: self.y + self.half }
    }
}
