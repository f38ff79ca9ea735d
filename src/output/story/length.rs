//! How long a deck is.

use serde::{Deserialize, Serialize};

/// How many slides a deck has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Length {
    /// Five, and nothing behind them.
    Board,
    /// At most twelve, and at most six behind a divider.
    #[default]
    Short,
    /// Everything.
    Full,
}
