//! What happened, row by row as far as a model learns from it: posts, questions, what became of
//! them, tone, leads, and the levels and flows of a page.

use super::question::{Question, Series};
use super::reach::deeds;
use super::talk::{Answer, Talk, Voice};
use super::tally::tally;
use super::view::View;
use super::weeks::{Days, Week, weeks};
use super::{doubt, funnel};
use crate::fault::Fault;
use crate::shape::{Dimension, Export, Metric, Tone};

/// What a model learns from. Days are those since 1970-01-01 in the zone of the export.
#[derive(Clone, Debug, Default)]
pub struct History {
    pub period: Option<(i32, i32)>,
    /// Whether no post has a date: then they lie in some year, by their months.
    pub is_undated: bool,
    /// Posts that are old enough and reached somebody.
    pub posts: Vec<Posted>,
    /// Every post, old enough or not.
    pub posted: Vec<i32>,
    pub questions: Vec<Asked>,
    /// How many people asked so often, where authors are known: times, people.
    pub askers: Vec<(u32, u64)>,
    /// Messages of people that have a tone.
    pub tones: Vec<(i32, Tone)>,
    pub leads: Vec<Met>,
    /// The page by day: from the first to the last day with a row.
    pub gained: Option<Days>,
    pub lost: Option<Days>,
    pub clicks: Option<Days>,
    /// Followers, where a file tells of a level: day and level, over all accounts.
    pub followers: Vec<(i32, f64)>,
    /// Every week, from Mondays.
    pub weeks: Vec<Week>,
}

/// A post.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Posted {
    pub day: i32,
    pub reach: f64,
    /// Of them, followers.
    pub reach_followers: Option<f64>,
    /// Followers of the page at that time.
    pub followers: Option<f64>,
    /// Reactions, comments, shares and saves.
    pub deeds: Option<f64>,
    pub clicks: Option<f64>,
}

/// A question.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Asked {
    pub day: i32,
    /// Hours of the calendar to the answer of the brand.
    pub hours: Option<f64>,
    /// Whether the brand answered, where that is told.
    pub is_answered: Option<bool>,
    /// Whether the first reply was another member's, where replies of both are told.
    pub is_helped: Option<bool>,
}

/// A lead.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Met {
    pub day: i32,
    pub closed: Option<i32>,
    pub won: Option<bool>,
}

/// Days of a month, on average: where posts have a month and no date.
const MONTH: f64 = 365.0 / 12.0;

impl History {
    /// The history of an export.
    ///
    /// # Errors
    ///
    /// What cannot be told: who the brand is, a stage that no lead is in, hours of a zone that does
    /// not exist.
    pub fn of(export: &Export, question: &Question) -> Result<History, Vec<Fault>> {
        let (view, faults) = doubt::view(export, question)?;
        if !faults.is_empty() {
            return Err(faults);
        }
        let is_undated = !export.posts.is_empty() && view.posts.iter().all(Option::is_none);
        Ok(History {
            period: view.period,
            is_undated,
            posts: posts(&view),
            posted: (0..export.posts.len()).filter_map(|row| day(&view, row)).collect(),
            questions: questions(&view),
            askers: askers(&view),
            tones: tones(&view),
            leads: leads(&view),
            gained: Days::of(&view, Series::Of(Metric::Gained)),
            lost: Days::of(&view, Series::Of(Metric::Lost)),
            clicks: Days::of(&view, Series::Of(Metric::Clicks)),
            followers: or_audience(followers(&view), &view),
            weeks: weeks(&view),
        })
    }

    /// Whether there is anything to learn from.
    pub fn is_empty(&self) -> bool {
        self.posts.is_empty()
            && self.questions.is_empty()
            && self.tones.is_empty()
            && self.leads.is_empty()
            && self.followers.is_empty()
            && [&self.gained, &self.lost, &self.clicks].iter().all(|days| days.is_none())
    }

    /// The last day of any of its rows.
    pub fn last(&self) -> Option<i32> {
        let posts = self.posted.iter().copied().max();
        self.period.map(|(_, to)| to).max(posts)
    }

    /// Followers on a day: the level of the latest day before, else of the first after.
    pub fn level(&self, day: i32) -> Option<f64> {
        let place = self.followers.partition_point(|(at, _)| *at <= day);
        let before = place.checked_sub(1).and_then(|place| self.followers.get(place));
        before.or_else(|| self.followers.first()).map(|(_, level)| *level)
    }
}

/// The day of a post, or one in the middle of its month where it has no date.
fn day(view: &View, row: usize) -> Option<i32> {
    let by_month = |clock: [u8; 3]| ((f64::from(clock[0]) - 0.5) * MONTH) as i32;
    view.posts[row].map(|local| local.day).or_else(|| view.export.posts[row].clock.map(by_month))
}

fn posts(view: &View) -> Vec<Posted> {
    let mut posts: Vec<Posted> = view
        .old_posts()
        .filter_map(|(row, post)| {
            Some(Posted {
                day: day(view, row)?,
                reach: post.reach.filter(|reach| *reach > 0.0)?,
                reach_followers: post.reach_followers,
                followers: post.followers,
                deeds: deeds(post),
                clicks: post.clicks,
            })
        })
        .collect();
    posts.sort_by(|one, other| one.day.cmp(&other.day).then(one.reach.total_cmp(&other.reach)));
    posts
}

fn questions(view: &View) -> Vec<Asked> {
    let helped = helped(&view.talk);
    let of_talk = view.talk.questions.iter().zip(helped).filter_map(|((row, answer), helped)| {
        let (hours, is_answered) = match answer {
            Answer::Untold => (None, None),
            Answer::Never => (None, Some(false)),
            Answer::After(hours) => (*hours, Some(true)),
        };
        let day = view.messages[*row as usize]?.day;
        Some(Asked { day, hours, is_answered, is_helped: helped })
    });
    let tickets = view.export.tickets.iter().zip(&view.tickets);
    let of_tickets = tickets.filter_map(|(ticket, local)| {
        Some(Asked {
            day: local.as_ref()?.day,
            hours: ticket.answered.filter(|_| ticket.is_calendar),
            is_answered: Some(ticket.answered.is_some()),
            is_helped: None,
        })
    });
    let mut questions: Vec<Asked> = of_talk.chain(of_tickets).collect();
    questions.sort_by_key(|asked| asked.day);
    questions
}

/// Of each question, whether the first reply to it was a member's; none where no question has a
/// reply of either side.
fn helped(talk: &Talk) -> Vec<Option<bool>> {
    let mut first: Vec<(usize, usize)> = (0..talk.voices.len())
        .filter(|place| talk.voices[*place] != Voice::Question)
        .filter_map(|place| Some((talk.parent(place)?, place)))
        .collect();
    first.sort_unstable();
    first.dedup_by_key(|(parent, _)| *parent);
    let tells = talk.has_sides && !first.is_empty();
    let of = |row: u32| {
        let found = first.binary_search_by_key(&(row as usize), |(parent, _)| *parent).ok()?;
        Some(talk.voices[first[found].1] == Voice::People)
    };
    talk.questions.iter().map(|(row, _)| of(*row).filter(|_| tells)).collect()
}

fn askers(view: &View) -> Vec<(u32, u64)> {
    let messages = &view.export.messages;
    let asked = view.talk.questions.iter();
    let of_talk = asked.filter_map(|(row, _)| messages[*row as usize].author);
    let authors: Vec<u64> =
        of_talk.chain(view.export.tickets.iter().filter_map(|ticket| ticket.author)).collect();
    let times: Vec<u64> = tally(&authors).into_iter().map(|(_, times)| times).collect();
    tally(&times).into_iter().map(|(times, people)| (times as u32, people)).collect()
}

fn tones(view: &View) -> Vec<(i32, Tone)> {
    let mut tones: Vec<(i32, Tone)> = view
        .of_people()
        .filter_map(|(row, message)| Some((view.messages[row]?.day, message.tone?)))
        .collect();
    tones.sort_unstable();
    tones
}

fn leads(view: &View) -> Vec<Met> {
    let won = view.question.won.as_deref();
    let rows = view.export.leads.iter().zip(&view.leads);
    let mut leads: Vec<Met> = rows
        .filter_map(|(lead, local)| {
            let closed = lead.closed.map(|at| at.div_euclid(86_400) as i32);
            let day = local.as_ref()?.day;
            Some(Met { day, closed, won: funnel::is_won(view.export, won, lead) })
        })
        .collect();
    leads.sort_by_key(|lead| lead.day);
    leads
}

/// The level that a file of the audience tells, at the end of the period, where no days have one.
fn or_audience(levels: Vec<(i32, f64)>, view: &View) -> Vec<(i32, f64)> {
    let Some((_, to)) = view.period.filter(|_| levels.is_empty()) else { return levels };
    let whole = view.export.audience.iter().filter(|slice| slice.dimension == Dimension::Whole);
    let people: Vec<f64> = whole.filter_map(|slice| slice.people).collect();
    if people.is_empty() { levels } else { vec![(to, people.iter().sum())] }
}

/// The level of every day on which any account has one: the latest of each, together, from the
/// first day on which all of them have one.
fn followers(view: &View) -> Vec<(i32, f64)> {
    let mut rows: Vec<_> = view
        .export
        .days
        .iter()
        .filter(|day| day.metric == Metric::Followers)
        .map(|day| (day.date, (day.network, day.account), day.value))
        .collect();
    rows.sort_unstable_by(|one, other| {
        (one.0, one.1).cmp(&(other.0, other.1)).then(one.2.total_cmp(&other.2))
    });
    let mut accounts: Vec<_> = rows.iter().map(|(_, account, _)| *account).collect();
    accounts.sort_unstable();
    accounts.dedup();
    let mut levels = vec![None; accounts.len()];
    let mut found: Vec<(i32, f64)> = Vec::new();
    for day in rows.chunk_by(|one, other| one.0 == other.0) {
        for (_, account, level) in day {
            if let Ok(place) = accounts.binary_search(account) {
                levels[place] = Some(*level);
            }
        }
        let all: Option<Vec<f64>> = levels.iter().copied().collect();
        found.extend(all.map(|all| (day[0].0, all.iter().sum())));
    }
    found
}
