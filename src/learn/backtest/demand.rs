//! What is required of a back-test: `coverage 90% in 80..97`, `skill last > 0`.

use reachsim_core::diagnostic::{Message, message};

use super::rivals::Rival;
use super::roll::Backtest;
use super::row::{LEVELS, Row};

/// What is required of every row that has at least twelve independent origins.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Demand {
    /// The share of the outcomes that a range of so many percent holds, in percent.
    Coverage { level: u32, low: f64, high: f64 },
    /// How much better than a rival, as a share.
    Skill { rival: Rival, least: f64 },
}

/// What came of a demand.
#[derive(Clone, Debug, PartialEq)]
pub struct Judged<'a> {
    /// How many rows have enough origins.
    pub judged: usize,
    /// Those of them that miss it, with what they have instead: a percentage, or a skill.
    pub missed: Vec<(&'a Row, f64)>,
}

impl Demand {
    /// Reads a demand.
    ///
    /// # Errors
    /// How to write one.
    pub fn read(text: &str) -> Result<Demand, Message> {
        let words: Vec<&str> = text.split_whitespace().collect();
        let found = match words[..] {
            ["coverage", level, "in", range] => coverage(level, range),
            ["coverage", level, "in", low, "..", high] => {
                coverage(level, &format!("{low}..{high}"))
            }
            ["skill", rival, ">", least] => skill(rival, least),
            _ => None,
        };
        found.ok_or_else(|| {
            message!(
                "write it as `coverage 90% in 80..97`, of 50, 80 or 90 %, or as `skill last > 0`, against `last`, `mean8`, `seasonal` or `preset`"
            )
        })
    }

    /// Whether a percentage, or a skill, misses it.
    pub fn is_missed(self, value: f64) -> bool {
        match self {
            Demand::Coverage { low, high, .. } => !(low..=high).contains(&value),
            Demand::Skill { least, .. } => value <= least,
        }
    }

    /// Which rows of a back-test miss it. A rival that had too little to go by is not compared.
    pub fn judge(self, found: &Backtest) -> Judged<'_> {
        let value = |row: &Row| match self {
            Demand::Coverage { level, .. } => {
                let place = LEVELS.iter().position(|known| *known == level)?;
                Some(100.0 * row.coverage()[place].share.value)
            }
            Demand::Skill { rival, .. } => row.skill(rival),
        };
        let telling = found.rows.iter().filter(|row| row.is_telling());
        let judged: Vec<(&Row, f64)> = telling.filter_map(|row| Some((row, value(row)?))).collect();
        let of = judged.len();
        Judged {
            judged: of,
            missed: judged.into_iter().filter(|of| self.is_missed(of.1)).collect(),
        }
    }
}

fn coverage(level: &str, range: &str) -> Option<Demand> {
    let level: u32 = level.strip_suffix('%')?.parse().ok()?;
    let (low, high) = range.split_once("..")?;
    let end = |text: &str| text.trim_end_matches('%').parse::<f64>().ok();
    let (low, high) = (end(low)?, end(high)?);
    let is_one = LEVELS.contains(&level) && 0.0 <= low && low <= high && high <= 100.0;
    is_one.then_some(Demand::Coverage { level, low, high })
}

fn skill(rival: &str, least: &str) -> Option<Demand> {
    let rival = Rival::ALL.into_iter().find(|known| known.id() == rival)?;
    let least = match least.strip_suffix('%') {
        Some(percent) => percent.parse::<f64>().ok()? / 100.0,
        None => least.parse().ok()?,
    };
    least.is_finite().then_some(Demand::Skill { rival, least })
}
