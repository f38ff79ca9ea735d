//! What could be seen at the end of a day of what was exported later.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};

use crate::shape::{Export, Lead, Seconds, Ticket};

/// What `export` would have held at the end of `day` (days since 1970-01-01, in the zone of the
/// export), as far as it tells: rows of later days are left out, and so are rows that name no day;
/// of a ticket that was answered later nobody had seen the answer, and a lead that was closed later
/// was open. The figures of posts are those of the day of the export: their past is in no file.
/// Receipts count the rows that are left; audiences have no day, and stay.
pub fn before(export: &Export, day: i32) -> Export {
    let end = end(&export.zone, day);
    let is_there = |at: Option<Seconds>| at.is_some_and(|at| at < end);
    let is_told = |receipt: u32| {
        let exported = export.receipts.get(receipt as usize).and_then(|made| made.exported);
        exported.is_some_and(|exported| exported <= day)
    };
    let mut seen = Export {
        receipts: export.receipts.clone(),
        posts: export.posts.iter().filter(|row| is_there(row.at)).cloned().collect(),
        days: export.days.iter().filter(|row| row.date <= day).cloned().collect(),
        messages: export.messages.iter().filter(|row| is_there(row.at)).cloned().collect(),
        tickets: export.tickets.iter().filter(|row| is_there(row.at)).cloned().collect(),
        leads: export.leads.iter().filter(|row| is_there(row.at)).cloned().collect(),
        audience: export.audience.clone(),
        names: export.names.clone(),
        texts: export.texts.clone(),
        zone: export.zone.clone(),
    };
    for ticket in &mut seen.tickets {
        forget_answer(ticket, end, is_told(ticket.receipt));
    }
    for lead in &mut seen.leads {
        forget_end(lead, end, is_told(lead.receipt));
    }
    count(&mut seen, day);
    seen
}

/// The first moment after a day.
fn end(zone: &str, day: i32) -> Seconds {
    let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
    let days = Span::new().try_days(i64::from(day) + 1).ok();
    let next = days.and_then(|days| Date::constant(1970, 1, 1).checked_add(days).ok());
    let start = next.and_then(|next| zone.to_timestamp(next.at(0, 0, 0, 0)).ok());
    let far = if day < 0 { Seconds::MIN } else { Seconds::MAX };
    start.map_or(far, Timestamp::as_second)
}

/// An answer and a solution that came later, and whatever may have followed from them.
fn forget_answer(ticket: &mut Ticket, end: Seconds, is_told: bool) {
    const HOUR: f64 = 3600.0;
    let came = |hours: Option<f64>| {
        hours.zip(ticket.at).is_some_and(|(hours, at)| at as f64 + HOUR * hours < end as f64)
    };
    let (answered, solved) = (came(ticket.answered), came(ticket.solved));
    let is_whole = answered == ticket.answered.is_some() && solved == ticket.solved.is_some();
    if is_told && is_whole {
        return;
    }
    ticket.answered = ticket.answered.filter(|_| answered);
    ticket.solved = ticket.solved.filter(|_| solved);
    (ticket.status, ticket.satisfied, ticket.reopened) = (None, None, None);
}

/// A sale or a refusal that came later, or that nobody dated.
fn forget_end(lead: &mut Lead, end: Seconds, is_told: bool) {
    let came = lead.closed.map_or(is_told, |closed| closed < end);
    if !came {
        (lead.closed, lead.won, lead.stage) = (None, None, None);
    }
}

/// Lets the receipts tell of the rows that are left.
fn count(seen: &mut Export, day: i32) {
    let mut used = vec![0; seen.receipts.len()];
    let rows = seen.posts.iter().map(|row| row.receipt);
    let rows = rows.chain(seen.days.iter().map(|row| row.receipt));
    let rows = rows.chain(seen.messages.iter().map(|row| row.receipt));
    let rows = rows.chain(seen.tickets.iter().map(|row| row.receipt));
    let rows = rows.chain(seen.leads.iter().map(|row| row.receipt));
    for receipt in rows.chain(seen.audience.iter().map(|row| row.receipt)) {
        if let Some(used) = used.get_mut(receipt as usize) {
            *used += 1;
        }
    }
    for (receipt, used) in seen.receipts.iter_mut().zip(used) {
        receipt.used = used;
        receipt.from = receipt.from.filter(|from| *from <= day);
        receipt.to = receipt.to.map(|to| to.min(day)).filter(|_| receipt.from.is_some());
        receipt.gaps.retain(|(first, _)| *first <= day);
        for (_, last) in &mut receipt.gaps {
            *last = (*last).min(day);
        }
    }
}
