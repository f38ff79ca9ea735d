//! Why totals tell nothing.

/// Why there is no posterior, or none that could be trusted.
#[derive(Clone, Debug, PartialEq)]
pub enum Trouble {
    /// The totals have several explanations: the values of the inputs at each of them, the
    /// likeliest first.
    TwoExplanations { modes: Vec<Vec<f64>> },
    /// What was seen needs a value of an input that the scenario holds to be all but impossible:
    /// its place, its normal score and its value.
    PriorForbids { input: usize, z: f64, value: f64 },
    /// The draws still depend on where they began.
    NotConverged { rhat: f64, drift: f64 },
    /// A step found no next point among so many.
    TooManyTries { tries: u32 },
    /// The watch ended it.
    Stopped,
}
