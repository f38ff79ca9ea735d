//! What is to be learnt: a density over coordinates that are independent standard normal before any
//! data.

/// A likelihood as a sum of squares: ln L(w) = -|r(w)|^2/2 up to a constant, so that
/// ln p(w | data) = -|w|^2/2 - |r(w)|^2/2 up to another.
pub trait Target: Sync {
    /// What one evaluation leaves for the next.
    type Room: Send;

    /// Coordinates.
    fn dimension(&self) -> usize;

    fn room(&self) -> Self::Room;

    /// Puts the residuals at `w` in the place of `residuals`: as many at every place.
    fn residuals(&self, w: &[f64], room: &mut Self::Room, residuals: &mut Vec<f64>);
}

/// Half the sum of the squares.
pub fn half_square(x: &[f64]) -> f64 {
    0.5 * x.iter().map(|x| x * x).sum::<f64>()
}
