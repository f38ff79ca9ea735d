//! Local days and hours of moments.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::shape::Seconds;

/// Seconds of a day, and of an hour.
const DAY: i64 = 86_400;
const HOUR: i64 = 3_600;
/// No day is further away, so that days can be taken from each other.
const FAR: i64 = 10_000_000;

/// A day and an hour on the clocks of a zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Local {
    /// Days since 1970-01-01.
    pub day: i32,
    /// 0 to 23.
    pub hour: u8,
}

/// The offsets of a zone from UTC: from when on, and how many seconds.
#[derive(Clone, Debug)]
pub struct Clock {
    spans: Vec<(Seconds, i32)>,
}

impl Clock {
    /// The clock of a zone for moments between two; none where there is no such zone. No name is
    /// UTC.
    pub fn of(zone: &str, from: Seconds, to: Seconds) -> Option<Clock> {
        let zone = TimeZone::get(if zone.is_empty() { "UTC" } else { zone }).ok()?;
        let start = moment(from);
        let first = (Seconds::MIN, zone.to_offset(start).seconds());
        let later = zone
            .following(start)
            .map(|change| (change.timestamp().as_second(), change.offset().seconds()))
            .take_while(|(at, _)| *at <= to);
        Some(Clock { spans: std::iter::once(first).chain(later).collect() })
    }

    pub fn local(&self, at: Seconds) -> Local {
        let span = self.spans.partition_point(|(from, _)| *from <= at).saturating_sub(1);
        let offset = self.spans.get(span).map_or(0, |(_, offset)| i64::from(*offset));
        let local = at.saturating_add(offset);
        let day = local.div_euclid(DAY).clamp(-FAR, FAR);
        Local { day: day as i32, hour: (local.rem_euclid(DAY) / HOUR) as u8 }
    }
}

fn moment(at: Seconds) -> Timestamp {
    let within = at.clamp(Timestamp::MIN.as_second(), Timestamp::MAX.as_second());
    Timestamp::from_second(within).unwrap_or(Timestamp::UNIX_EPOCH)
}

/// 1 Monday to 7 Sunday. 1970-01-01 was a Thursday.
pub fn weekday(day: i32) -> u8 {
    (i64::from(day) + 3).rem_euclid(7) as u8 + 1
}

/// The Monday on or before a day.
pub fn monday(day: i32) -> i32 {
    day - i32::from(weekday(day)) + 1
}
