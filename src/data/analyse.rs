//! What happened: from the rows of an export to figures, groups, before and after, what is odd.
//!
//! There are no sentences here: whoever prints finds words by ids and variants. A figure that the
//! files do not give is absent, never 0. Intervals are at 95 %.
//!
//! ```text
//! question, figure, group, change, odd, task, ids  what is asked, and what is told
//! clock, tally, talk, view                     local times, grouping, sides, old posts
//! weeks, days, reach, care, tone, voice, funnel    figures
//! rows, who, when, named, extent, why, groups      five Ws, H and E
//! steps, event, bursts, odds, tasks, doubt     before and after, what is odd, what cannot be told
//! history                                      what a model learns from
//! ```

mod bursts;
mod care;
mod change;
mod clock;
mod days;
mod doubt;
mod event;
mod extent;
mod figure;
mod funnel;
mod group;
mod groups;
mod history;
mod ids;
mod named;
mod odd;
mod odds;
mod question;
mod reach;
mod rows;
mod steps;
mod talk;
mod tally;
mod task;
mod tasks;
mod tone;
mod view;
mod voice;
mod weeks;
mod when;
mod who;
mod why;

pub use change::{Caution, Change, Step, Sum, Verdict};
pub use days::Daily;
pub use figure::{Aside, Beside, FIGURES, Figure, Means, Of, Remark, Unit};
pub use group::{ADVOCATE, Column, Group, Grouped, Role, Row, Skew, Table, Tones};
pub use history::{Asked, History, Met, Posted};
pub use odd::{LeftOut, Odd};
pub use question::{By, Event, Question, Series};
pub use task::{Missing, Monitoring, Task};
pub use weeks::{Days, Week};
pub use why::Quote;

use care::Care;
use tasks::Told;
use view::View;
use voice::Voices;
use why::Coded;

use crate::fault::Fault;
use crate::shape::{Export, Receipt};

/// What happened.
#[derive(Clone, Debug)]
pub struct Analysis {
    /// The first and the last day of all rows, in days since 1970-01-01, in `zone`.
    pub period: Option<(i32, i32)>,
    /// The zone in which hours, days and weeks are told: an IANA name.
    pub zone: String,
    pub receipts: Vec<Receipt>,
    /// In the order of [`FIGURES`].
    pub figures: Vec<Figure>,
    /// Of amounts of leads that were won: the one that most of them have.
    pub currency: Option<String>,
    /// In the order of [`By::ALL`]; the one asked for first.
    pub groups: Vec<Grouped>,
    /// Every week of the period, from Mondays.
    pub weeks: Vec<Week>,
    /// Numbers of days of a page, by metric, network, account and period.
    pub days: Vec<Daily>,
    pub change: Option<Change>,
    pub odd: Vec<Odd>,
    pub left_out: Vec<LeftOut>,
    /// All seven, in the order of [`Monitoring::ALL`].
    pub tasks: Vec<Task>,
    /// Twenty coded texts to check by eye; empty unless texts may be shown.
    pub sample: Vec<Quote>,
}

impl Analysis {
    /// What happened in an export.
    ///
    /// # Errors
    ///
    /// All that is asked of files which cannot tell it: who the brand is (`role-unknown`), an event
    /// with too little before or after it (`too-few`), a sum of different people
    /// (`daily-unique-added`), a stage that no lead is in (`unknown-choice`), hours of a zone that
    /// does not exist (`no-zone`).
    pub fn of(export: &Export, question: &Question) -> Result<Analysis, Vec<Fault>> {
        let (view, mut faults) = doubt::view(export, question)?;
        let change = event::change(&view).unwrap_or_else(|fault| {
            faults.push(fault);
            None
        });
        if faults.is_empty() { Ok(told(&view, change)) } else { Err(faults) }
    }

    /// A figure that the files give.
    pub fn figure(&self, id: &str) -> Option<&Figure> {
        self.figures.iter().find(|figure| figure.id == id)
    }

    /// Tables of one question.
    pub fn tables(&self, by: By) -> &[Table] {
        let found = self.groups.iter().find(|grouped| grouped.by == by);
        found.map_or(&[], |grouped| &grouped.tables)
    }
}

fn told(view: &View, change: Option<Change>) -> Analysis {
    let days = days::days(view);
    let care = Care::of(view);
    let voices = Voices::of(view);
    let coded = Coded::of(view);
    let figures: Vec<Figure> = [
        reach::figures(view),
        days::figures(view, &days),
        care::figures(view, &care),
        tone::figures(view),
        voices.figure(view).into_iter().collect(),
        funnel::figures(view, &days),
    ]
    .into_iter()
    .flatten()
    .collect();
    let groups = groups::groups(view, &voices, coded.as_ref());
    let tasks =
        tasks::tasks(&Told { view, figures: &figures, groups: &groups, change: change.as_ref() });
    let sample = coded.filter(|_| view.question.quotes).map(|coded| coded.sample(view));
    Analysis {
        period: view.period,
        zone: view.export.zone.clone(),
        receipts: view.export.receipts.clone(),
        currency: funnel::own_currency(view),
        weeks: weeks::weeks(view),
        odd: odds::odd(view),
        left_out: odds::left_out(view, &care),
        sample: sample.unwrap_or_default(),
        figures,
        groups,
        days,
        change,
        tasks,
    }
}
