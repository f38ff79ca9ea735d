//! Questions and answers.
//!
//! Times to an answer count whoever was never answered as later than everybody: a percentile that
//! falls among them is absent. Hours of business are not mixed with hours of the calendar: where
//! some questions have those, only these are in the times; where all have hours of business, that
//! is remarked.

use super::figure::{Aside, Figure, Means, Of, Remark, Unit};
use super::question::Series;
use super::talk::Answer;
use super::view::View;
use super::weeks::per_week;
use crate::measure::share::{median_interval, percentile_with_never, wilson};
use crate::measure::{Enough, speak};

/// What became of questions that files can tell of.
#[derive(Clone, Debug, Default)]
pub struct Care {
    pub asked: u64,
    pub answered: u64,
    pub never: u64,
    /// Hours of the calendar to a first answer, and how many of the same files had none.
    hours: Vec<f64>,
    silent: usize,
    /// Tickets with hours of business.
    pub business: u64,
    is_business: bool,
}

/// Hours beyond every real one: never.
const NEVER: f64 = 1e300;

impl Care {
    pub fn of(view: &View) -> Care {
        let tickets = &view.export.tickets;
        let questions = &view.talk.questions;
        let mut care = Care {
            asked: (questions.len() + tickets.len()) as u64,
            business: tickets.iter().filter(|ticket| !ticket.is_calendar).count() as u64,
            ..Care::default()
        };
        let told = questions.iter().filter(|(_, answer)| *answer != Answer::Untold).count();
        care.is_business = told == 0 && care.business == tickets.len() as u64;
        for (_, answer) in questions {
            match answer {
                Answer::Untold => {}
                Answer::Never => care.never(true),
                Answer::After(hours) => care.after(*hours, true),
            }
        }
        for ticket in tickets {
            let counts = ticket.is_calendar || care.is_business;
            match ticket.answered {
                Some(hours) => care.after(Some(hours), counts),
                None => care.never(counts),
            }
        }
        care
    }

    fn never(&mut self, counts: bool) {
        self.never += 1;
        self.silent += usize::from(counts);
    }

    fn after(&mut self, hours: Option<f64>, counts: bool) {
        self.answered += 1;
        self.hours.extend(hours.filter(|_| counts));
    }

    /// Tickets with hours of business beside questions with hours of the calendar.
    pub fn left_out(&self) -> u64 {
        if self.is_business { 0 } else { self.business }
    }

    fn percentile(&self, id: &'static str, share: f64) -> Option<Figure> {
        if self.hours.is_empty() {
            return None;
        }
        let value = percentile_with_never(&self.hours, self.silent, share)?;
        let n = (self.hours.len() + self.silent) as u64;
        let figure = Figure::new(id, value, Means::Percentile, Unit::Hours)
            .of(n, Of::Questions)
            .beside(Aside::Never, Some(self.silent as f64), n)
            .remark(Remark::BusinessHours, self.is_business)
            .remark(Remark::BusinessHoursLeftOut, self.left_out() > 0);
        Some(figure)
    }

    /// Ends of the median's interval, where both lie among those who were answered.
    fn median(&self) -> Option<Figure> {
        let mut figure = self.percentile("response_p50_hours", 0.5)?;
        let mut all = self.hours.clone();
        all.resize(self.hours.len() + self.silent, NEVER);
        if let Some(ends) = median_interval(&all).filter(|ends| ends.high < NEVER) {
            (figure.low, figure.high) = (Some(ends.low), Some(ends.high));
        }
        Some(figure)
    }
}

/// Weeks from which on nine of ten of them say anything.
const MANY: u64 = 10;

pub fn figures(view: &View, care: &Care) -> Vec<Figure> {
    if view.export.messages.is_empty() && view.export.tickets.is_empty() {
        return Vec::new();
    }
    let week = per_week(view, Series::Questions);
    let many = week.as_ref().filter(|week| week.weeks >= MANY);
    let week = week.as_ref();
    let everybody = !view.talk.has_sides && !view.export.messages.is_empty();
    let questions = Figure::new("questions", care.asked as f64, Means::Count, Unit::Count)
        .of(care.asked, Of::Questions)
        .beside(Aside::PerWeek, week.map(|week| week.mean), care.asked)
        .beside(Aside::WeekP05, many.map(|week| week.p05), care.asked)
        .beside(Aside::WeekP95, many.map(|week| week.p95), care.asked)
        .remark(Remark::EverybodyIsPeople, everybody);
    let rest = [
        answered(care),
        care.median(),
        care.percentile("response_p90_hours", 0.9),
        authors(view, care),
    ];
    std::iter::once(questions).chain(rest.into_iter().flatten()).collect()
}

fn answered(care: &Care) -> Option<Figure> {
    let n = care.answered + care.never;
    let silent = [0.5, 0.9].map(|share| care.percentile("", share).is_none());
    (speak(n as f64) != Enough::CountOnly).then(|| {
        let share = wilson(care.answered as f64, n as f64);
        Figure::within("answered_share", share, Means::Share, Unit::Share)
            .of(n, Of::Questions)
            .beside(Aside::Never, Some(care.never as f64), n)
            .remark(Remark::AmongNever, silent.contains(&true) && care.silent > 0)
    })
}

/// Different people among those who asked; the brand and deleted accounts left out.
fn authors(view: &View, care: &Care) -> Option<Figure> {
    let messages = &view.export.messages;
    let asked = view.talk.questions.iter();
    let of_talk = asked.filter_map(|(row, _)| messages[*row as usize].author);
    let of_tickets = view.export.tickets.iter().filter_map(|ticket| ticket.author);
    let mut authors: Vec<u64> = of_talk.chain(of_tickets).collect();
    authors.sort_unstable();
    authors.dedup();
    (!authors.is_empty()).then(|| {
        Figure::new("authors", authors.len() as f64, Means::Count, Unit::People)
            .of(care.asked, Of::Questions)
    })
}
