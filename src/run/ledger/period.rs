//! Days of periods, and the part of an export that lies in one.

use jiff::civil::{Date, date};
use jiff::tz::TimeZone;
use reachsim_data::shape::Export;
use reachsim_learn::ledger::Period;

/// Days after the end of a period in which an answer to a question within it may come.
const LATER: i64 = 7 * 86_400;

/// Days since 1970-01-01.
pub fn day_of(day: Date) -> i32 {
    (day - date(1970, 1, 1)).get_days()
}

/// What of an export lies in a period, on the clocks of its zone. Answers may come a week later.
pub fn within(export: &Export, [from, to]: Period) -> Export {
    let name = if export.zone.is_empty() { "UTC" } else { &export.zone };
    let zone = TimeZone::get(name).unwrap_or(TimeZone::UTC);
    let start = |day: Date| {
        let midnight = zone.to_timestamp(day.at(0, 0, 0, 0));
        midnight.map_or(i64::from(day_of(day)) * 86_400, jiff::Timestamp::as_second)
    };
    let (first, end) = (start(from), start(to.tomorrow().unwrap_or(to)));
    let is_in = |at: Option<i64>| at.is_some_and(|at| (first..end).contains(&at));
    let is_answer = |at: Option<i64>| at.is_some_and(|at| (end..end + LATER).contains(&at));
    let days = day_of(from)..=day_of(to);
    let mut part = export.clone();
    part.posts.retain(|post| is_in(post.at));
    part.days.retain(|day| {
        days.contains(&day.date) && days.contains(&(day.date - i32::from(day.period.max(1)) + 1))
    });
    part.messages.retain(|told| is_in(told.at) || (told.reply_to.is_some() && is_answer(told.at)));
    part.tickets.retain(|ticket| is_in(ticket.at));
    part.leads.retain(|lead| is_in(lead.at));
    // An audience has no day.
    part.audience.clear();
    part
}
