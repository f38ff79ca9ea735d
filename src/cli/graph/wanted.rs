//! The flags of `reachsim graph --choose`.

use std::path::PathBuf;

use super::numbers::positive;
use crate::cli::load;

/// Most people who are won.
pub const MOST: u64 = 100_000;

#[derive(Debug, clap::Args)]
pub struct Choosing {
    /// Whom to win first, so that most different people see one message of theirs: so many people
    /// [default: as many as --budget pays]
    #[arg(
        long,
        value_name = "K",
        num_args = 0..=1,
        value_parser = load::whole::<1, MOST>,
        conflicts_with_all = ["askers", "questions", "posts", "skew", "message"]
    )]
    #[expect(clippy::option_option, reason = "asked for, and asked for so many")]
    pub choose: Option<Option<u64>>,
    /// Who may be won: names, or a file of them [default: the followers, or everybody]
    #[arg(long, value_name = "LIST|FILE", requires = "choose", conflicts_with = "followers")]
    pub among: Option<String>,
    /// Who is won already
    #[arg(long, value_name = "LIST|FILE", requires = "choose")]
    pub given: Option<String>,
    /// What people cost: a name and a price in each line; who has none cannot be won
    #[arg(long, value_name = "FILE", requires = "choose", requires = "budget")]
    pub costs: Option<PathBuf>,
    /// What may be spent
    #[arg(long, value_name = "Q", value_parser = positive, requires = "costs")]
    pub budget: Option<f64>,
    /// Share of the best possible choice that has to be proven [default: 57%, and more where that
    /// takes little]
    #[arg(long, value_name = "SHARE", value_parser = ratio, requires = "choose")]
    pub ratio: Option<f64>,
}

fn ratio(text: &str) -> Result<f64, String> {
    let value = load::number(text)?;
    if value > 0.0 && value < 1.0 {
        Ok(value)
    } else {
        Err(format!(
            "`{text}` is no share that can be proven: it lies between 0 and 1, as 90% does"
        ))
    }
}
