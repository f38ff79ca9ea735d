//! A number of the model.

/// A number of the model: known, or the value of an input.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Param {
    Fixed(f64),
    /// Place in [`super::Model::inputs`].
    Input(usize),
}
