//! Who speaks to whom: questions, answers and all other messages.
//!
//! A question is what people open: a message that answers nothing within the files, or that
//! answers what the brand opened, such as a comment below its post. The first answer is the
//! earliest reply of the brand to that message.

use super::question::Question;
use super::tally::grouped;
use crate::shape::{Export, Message, Side};

/// No place.
const NOBODY: u32 = u32::MAX;

/// What a message is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Voice {
    /// Opened by people.
    Question,
    /// Of people to people, or to an answer of the brand.
    People,
    /// What the brand writes by itself, and what it replies.
    Brand,
}

/// What became of a question.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Answer {
    /// Its file does not tell who is the brand, or what answers what.
    Untold,
    Never,
    /// Answered; after so many hours, where both times are known.
    After(Option<f64>),
}

/// Messages as a talk.
#[derive(Clone, Debug, Default)]
pub struct Talk {
    /// One a message.
    pub voices: Vec<Voice>,
    /// Places of the messages that messages answer; see [`Talk::parent`].
    parents: Vec<u32>,
    /// Questions by the places of their messages, and what became of them.
    pub questions: Vec<(u32, Answer)>,
    /// Replies of the brand to something that is not in the files.
    pub lost_answers: u64,
    /// Whether any file says who is the brand.
    pub has_sides: bool,
}

impl Talk {
    pub fn of(export: &Export, question: &Question) -> Talk {
        let messages = &export.messages;
        let is_brand = sides(messages, question);
        let parents = parents(messages);
        let posts = post_ids(export);
        let voices: Vec<Voice> =
            (0..messages.len()).map(|place| voice(messages, &is_brand, &parents, place)).collect();
        let tells = telling(export, &is_brand);
        let first = first_answers(messages, &voices, &parents);
        let questions = (0..messages.len())
            .filter(|place| voices[*place] == Voice::Question)
            .map(|place| (place as u32, answer(messages, &tells, &first, place)))
            .collect();
        let lost = |place: &usize| {
            let to = messages[*place].reply_to;
            is_brand[*place]
                && parents[*place] == NOBODY
                && to.is_some_and(|id| posts.binary_search(&id).is_err())
        };
        Talk {
            lost_answers: (0..messages.len()).filter(lost).count() as u64,
            has_sides: is_brand.contains(&true)
                || messages.iter().any(|message| message.side != Side::Unknown),
            voices,
            parents,
            questions,
        }
    }

    /// The place of the message which a message answers.
    pub fn parent(&self, place: usize) -> Option<usize> {
        self.parents.get(place).filter(|parent| **parent != NOBODY).map(|parent| *parent as usize)
    }

    /// Whether people wrote it.
    pub fn is_people(&self, place: usize) -> bool {
        self.voices[place] != Voice::Brand
    }
}

fn sides(messages: &[Message], question: &Question) -> Vec<bool> {
    let mut authors = question.brand_authors.clone();
    authors.sort_unstable();
    let listed = |author: u64| authors.binary_search(&author).is_ok();
    messages
        .iter()
        .map(|message| message.side == Side::Brand || message.author.is_some_and(listed))
        .collect()
}

/// The message of the earliest place bears an id.
fn parents(messages: &[Message]) -> Vec<u32> {
    if messages.iter().all(|message| message.reply_to.is_none()) {
        return vec![NOBODY; messages.len()];
    }
    let mut ids: Vec<(u64, u32)> = messages
        .iter()
        .enumerate()
        .filter_map(|(place, message)| Some((message.id?, place as u32)))
        .collect();
    ids.sort_unstable();
    ids.dedup_by_key(|(id, _)| *id);
    let find =
        |id: u64| ids.binary_search_by_key(&id, |(id, _)| *id).map_or(NOBODY, |found| ids[found].1);
    let parent = |(place, message): (usize, &Message)| {
        let found = message.reply_to.map_or(NOBODY, find);
        if found == place as u32 { NOBODY } else { found }
    };
    messages.iter().enumerate().map(parent).collect()
}

fn post_ids(export: &Export) -> Vec<u64> {
    let mut ids: Vec<u64> = export.posts.iter().filter_map(|post| post.id).collect();
    ids.sort_unstable();
    ids
}

fn voice(messages: &[Message], is_brand: &[bool], parents: &[u32], place: usize) -> Voice {
    if is_brand[place] {
        return Voice::Brand;
    }
    let parent = parents[place];
    let answers_nobody = parent == NOBODY || {
        let parent = parent as usize;
        is_brand[parent] && messages[parent].reply_to.is_none()
    };
    if answers_nobody { Voice::Question } else { Voice::People }
}

/// Receipts that have both sides and replies.
fn telling(export: &Export, is_brand: &[bool]) -> Vec<bool> {
    let last = export.messages.iter().map(|message| message.receipt).max();
    let count = last.map_or(0, |last| last as usize + 1);
    let (mut brand, mut replies) = (vec![false; count], vec![false; count]);
    for (message, is_brand) in export.messages.iter().zip(is_brand) {
        brand[message.receipt as usize] |= is_brand;
        replies[message.receipt as usize] |= message.reply_to.is_some();
    }
    brand.iter().zip(&replies).map(|(brand, replies)| *brand && *replies).collect()
}

/// Places of questions, rising, with the time of their first answer.
fn first_answers(
    messages: &[Message],
    voices: &[Voice],
    parents: &[u32],
) -> Vec<(u32, Option<i64>)> {
    let answers: Vec<u32> = (0..messages.len())
        .filter(|place| voices[*place] == Voice::Brand && parents[*place] != NOBODY)
        .filter(|place| voices[parents[*place] as usize] == Voice::Question)
        .map(|place| place as u32)
        .collect();
    let keys: Vec<u64> = answers.iter().map(|place| u64::from(parents[*place as usize])).collect();
    grouped(&keys, |question, rows| {
        let times = rows.iter().filter_map(|row| messages[answers[*row as usize] as usize].at);
        (question as u32, times.min())
    })
}

fn answer(
    messages: &[Message],
    tells: &[bool],
    first: &[(u32, Option<i64>)],
    place: usize,
) -> Answer {
    if !tells[messages[place].receipt as usize] {
        return Answer::Untold;
    }
    let Ok(found) = first.binary_search_by_key(&(place as u32), |(question, _)| *question) else {
        return Answer::Never;
    };
    let hours = |(asked, answered): (i64, i64)| answered.saturating_sub(asked).max(0) as f64;
    Answer::After(messages[place].at.zip(first[found].1).map(|times| hours(times) / 3_600.0))
}
