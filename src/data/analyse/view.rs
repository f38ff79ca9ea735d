//! An export as it is looked at: local times, sides, young posts. What all figures stand on.

use super::clock::{Clock, Local};
use super::question::{Question, Series};
use super::talk::Talk;
use super::tally::mixed;
use crate::shape::{Export, Message, Name, Post, Seconds};

/// Days after which the figures of a post hardly grow.
pub const GROWN: i32 = 28;

/// An export with what is known of its rows.
#[derive(Debug)]
pub struct View<'a> {
    pub export: &'a Export,
    pub question: &'a Question,
    /// One a row.
    pub posts: Vec<Option<Local>>,
    pub messages: Vec<Option<Local>>,
    pub tickets: Vec<Option<Local>>,
    pub leads: Vec<Option<Local>>,
    pub talk: Talk,
    /// Whether a post is old enough, one a post.
    pub grown: Vec<bool>,
    /// When the posts of a receipt were exported, and whether the last day of its rows was taken.
    exported: Vec<Option<(i32, bool)>>,
    /// The first and the last day of all rows.
    pub period: Option<(i32, i32)>,
    /// Names of the own brand.
    pub own: Vec<Name>,
}

impl<'a> View<'a> {
    /// None where there is no such zone. `own` are the brand's own names.
    pub fn of(export: &'a Export, question: &'a Question, own: Vec<Name>) -> Option<View<'a>> {
        let (from, to) = range(export);
        let clock = Clock::of(&export.zone, from, to)?;
        let local = |at: Option<Seconds>| at.map(|at| clock.local(at));
        let mut view = View {
            export,
            question,
            posts: export.posts.iter().map(|row| local(row.at)).collect(),
            messages: export.messages.iter().map(|row| local(row.at)).collect(),
            tickets: export.tickets.iter().map(|row| local(row.at)).collect(),
            leads: export.leads.iter().map(|row| local(row.at)).collect(),
            talk: Talk::of(export, question),
            grown: Vec::new(),
            exported: Vec::new(),
            period: None,
            own,
        };
        view.exported = exported(export, &view.posts);
        view.grown = view.grown();
        view.period = view.period();
        Some(view)
    }

    /// Old posts with their places.
    pub fn old_posts(&self) -> impl Iterator<Item = (usize, &'a Post)> {
        let all = self.export.posts.iter().enumerate();
        all.filter(|(place, _)| self.grown[*place])
    }

    /// Messages of people with their places.
    pub fn of_people(&self) -> impl Iterator<Item = (usize, &'a Message)> {
        let all = self.export.messages.iter().enumerate();
        all.filter(|(place, _)| self.talk.is_people(*place))
    }

    /// One author's messages of one day come in bursts: their cluster. Whoever has no name is
    /// alone.
    pub fn cluster(&self, place: usize) -> u64 {
        let day = self.messages[place].map_or(i32::MIN, |local| local.day);
        match self.export.messages[place].author {
            Some(author) => mixed(author, u64::from(day as u32)),
            None => mixed(!(place as u64), u64::MAX),
        }
    }

    /// When the posts of a receipt were exported, and whether that is only assumed.
    pub fn exported(&self, receipt: u32) -> Option<(i32, bool)> {
        self.exported.get(receipt as usize).copied().flatten()
    }

    fn period(&self) -> Option<(i32, i32)> {
        let rows = [&self.posts, &self.messages, &self.tickets, &self.leads];
        let local = rows.into_iter().flatten().flatten().map(|local| local.day);
        let days = || local.clone().chain(self.export.days.iter().map(|day| day.date));
        days().min().zip(days().max())
    }

    fn grown(&self) -> Vec<bool> {
        let is_grown = |(post, local): (&Post, &Option<Local>)| {
            let exported = self.exported(post.receipt);
            local.zip(exported).is_none_or(|(local, (day, _))| day - local.day >= GROWN)
        };
        self.export.posts.iter().zip(&self.posts).map(is_grown).collect()
    }

    /// Days of the rows of a series which has rows, in no order.
    pub fn days_of(&self, series: Series) -> Vec<i32> {
        let day = |local: &Option<Local>| local.map(|local| local.day);
        match series {
            Series::Questions => {
                let asked = self.talk.questions.iter();
                let asked = asked.filter_map(|(place, _)| day(&self.messages[*place as usize]));
                asked.chain(self.tickets.iter().filter_map(day)).collect()
            }
            Series::Posts => self.posts.iter().filter_map(day).collect(),
            Series::Messages => {
                self.of_people().filter_map(|(place, _)| day(&self.messages[place])).collect()
            }
            Series::Leads => self.leads.iter().filter_map(day).collect(),
            Series::Of(_) => Vec::new(),
        }
    }
}

/// The first and the last moment.
fn range(export: &Export) -> (Seconds, Seconds) {
    let posts = export.posts.iter().filter_map(|row| row.at);
    let messages = export.messages.iter().filter_map(|row| row.at);
    let tickets = export.tickets.iter().filter_map(|row| row.at);
    let leads = export.leads.iter().filter_map(|row| row.at);
    let all = posts.chain(messages).chain(tickets).chain(leads);
    all.fold(None, |range: Option<(Seconds, Seconds)>, at| {
        Some(range.map_or((at, at), |(low, high)| (low.min(at), high.max(at))))
    })
    .unwrap_or((0, 0))
}

/// By receipt.
fn exported(export: &Export, posts: &[Option<Local>]) -> Vec<Option<(i32, bool)>> {
    let count = export.posts.iter().map(|post| post.receipt as usize + 1).max().unwrap_or(0);
    let mut last: Vec<Option<i32>> = vec![None; count];
    for (post, local) in export.posts.iter().zip(posts) {
        let day = local.map(|local| local.day);
        let last = &mut last[post.receipt as usize];
        *last = (*last).max(day);
    }
    let known = |receipt: usize| export.receipts.get(receipt).and_then(|known| known.exported);
    let day = |(receipt, last): (usize, Option<i32>)| match known(receipt) {
        Some(day) => Some((day, false)),
        None => last.map(|day| (day, true)),
    };
    last.into_iter().enumerate().map(day).collect()
}
