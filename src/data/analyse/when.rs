//! When: hours and weekdays, in the zone of the export.

use super::clock::{Local, weekday};
use super::figure::Of;
use super::group::{Column, Group, Table};
use super::rows::{row, table};
use super::view::View;
use crate::shape::Post;

/// Hours and weekdays of posts, messages of people, and tickets.
pub fn tables(view: &View) -> Vec<Table> {
    let posts: Vec<Option<(u8, u8)>> = view
        .export
        .posts
        .iter()
        .zip(&view.posts)
        .map(|(post, local)| clock(post, *local))
        .collect();
    let of = |local: Option<Local>| local.map(|local| (weekday(local.day), local.hour));
    let messages: Vec<Option<(u8, u8)>> =
        view.of_people().map(|(place, _)| of(view.messages[place])).collect();
    let tickets: Vec<Option<(u8, u8)>> = view.tickets.iter().map(|local| of(*local)).collect();
    [(Of::Posts, posts), (Of::Messages, messages), (Of::Tickets, tickets)]
        .into_iter()
        .flat_map(|(of, times)| both(of, &times))
        .collect()
}

/// Weekday and hour of a post, also of one without a date.
fn clock(post: &Post, local: Option<Local>) -> Option<(u8, u8)> {
    let dated = local.map(|local| (weekday(local.day), local.hour));
    dated.or(post.clock.map(|[_, day, hour]| (day, hour)))
}

fn both(of: Of, times: &[Option<(u8, u8)>]) -> Vec<Table> {
    let known: Vec<(u8, u8)> = times.iter().copied().flatten().collect();
    if known.is_empty() {
        return Vec::new();
    }
    let (mut days, mut hours) = ([0_u64; 7], [0_u64; 24]);
    for (day, hour) in &known {
        days[usize::from(day.saturating_sub(1)).min(6)] += 1;
        hours[usize::from(*hour).min(23)] += 1;
    }
    let total = known.len() as u64;
    let silent = times.len() as u64 - total;
    let by_hour = hours.iter().enumerate();
    let by_hour = by_hour.map(|(hour, count)| row(Group::Hour(hour as u8), *count, total, 1.0));
    let by_day = days.iter().enumerate();
    let by_day = by_day.map(|(day, count)| row(Group::Weekday(day as u8 + 1), *count, total, 1.0));
    vec![
        table(Column::Hour, of, total, silent, by_hour.collect()),
        table(Column::Weekday, of, total, silent, by_day.collect()),
    ]
}
