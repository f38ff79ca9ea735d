//! The hours of the week in which the team is there: `Mon-Fri 9:00-18:00, Sat 10-14`.

use crate::units::HOURS_A_WEEK;

/// Hours of the week, Monday 0:00 being 0, in which the team answers: intervals that ascend and do
/// not meet.
#[derive(Clone, Debug, PartialEq)]
pub struct Opening {
    /// As it is written in the file.
    pub text: String,
    open: Vec<[f64; 2]>,
}

/// The word for a team that is there at any time.
pub const ALWAYS: &str = "always";

const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const HOURS_A_DAY: f64 = 24.0;

impl Opening {
    /// Reads days and hours; `None` where it is neither.
    pub fn read(text: &str) -> Option<Opening> {
        let mut open: Vec<[f64; 2]> = Vec::new();
        if text.trim().eq_ignore_ascii_case(ALWAYS) {
            open.push([0.0, HOURS_A_WEEK]);
        } else {
            for part in text.split([',', ';']) {
                let (days, hours) = part.trim().split_once(char::is_whitespace)?;
                let [from, to] = ends(hours)?.map(hour);
                let (from, to) = (from?, to?);
                let [first, last] = ends(days).map_or([days, days], |ends| ends).map(day);
                let (first, last) = (first?, last?);
                // Saturday to Monday goes over the end of the week.
                let count = (last + DAYS.len() - first) % DAYS.len() + 1;
                open.extend((0..count).map(|place| {
                    let midnight = HOURS_A_DAY * ((first + place) % DAYS.len()) as f64;
                    // Till 6:00 after 22:00 is the next morning.
                    let length = if to > from { to - from } else { to + HOURS_A_DAY - from };
                    [midnight + from, midnight + from + length]
                }));
            }
        }
        Some(Opening { text: text.trim().to_owned(), open: joined(open) })
    }

    /// Hours that a message waits longer, on average over the moments of the week at which it may
    /// come, because nobody is there: of closed gaps of g hours sum g^2 / (2 x 168).
    ///
    /// Test: `service::closed_hours_are_waited_for`.
    pub fn waiting(&self) -> f64 {
        let next = |place: usize| {
            let later = self.open.get(place + 1).map(|next| next[0]);
            later.unwrap_or(self.open[0][0] + HOURS_A_WEEK)
        };
        let gaps = self.open.iter().enumerate().map(|(place, [_, end])| next(place) - end);
        gaps.map(|gap| gap * gap).sum::<f64>() / (2.0 * HOURS_A_WEEK)
    }
}

/// Both ends of `9:00-18:00` or `Mon-Fri`.
fn ends(text: &str) -> Option<[&str; 2]> {
    let (from, to) = text.split_once(['-', '–'])?;
    Some([from.trim(), to.trim()])
}

fn day(text: &str) -> Option<usize> {
    let text = text.trim().to_lowercase();
    DAYS.iter().position(|day| text.len() >= day.len() && text.starts_with(day))
}

/// `9`, `9:00`, `24:00`.
fn hour(text: &str) -> Option<f64> {
    let (hours, minutes) = text.split_once(':').unwrap_or((text, "0"));
    let (hours, minutes): (u32, u32) = (hours.trim().parse().ok()?, minutes.trim().parse().ok()?);
    let hour = f64::from(hours) + f64::from(minutes) / 60.0;
    (minutes < 60 && hour <= HOURS_A_DAY).then_some(hour)
}

/// Intervals of a week that goes round, as they ascend and do not meet.
fn joined(intervals: Vec<[f64; 2]>) -> Vec<[f64; 2]> {
    let mut parts: Vec<[f64; 2]> = Vec::new();
    for [from, to] in intervals {
        if to > HOURS_A_WEEK {
            parts.push([from, HOURS_A_WEEK]);
            parts.push([0.0, to - HOURS_A_WEEK]);
        } else {
            parts.push([from, to]);
        }
    }
    parts.sort_by(|a, b| a[0].total_cmp(&b[0]));
    let mut open: Vec<[f64; 2]> = Vec::new();
    for [from, to] in parts {
        match open.last_mut() {
            Some(last) if from <= last[1] => last[1] = last[1].max(to),
            _ => open.push([from, to]),
        }
    }
    open
}
