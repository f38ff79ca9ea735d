//! What is odd in the rows, and what was left out of figures.

use super::bursts::bursts;
use super::care::Care;
use super::funnel::{currency, is_won};
use super::odd::{LeftOut, Odd};
use super::reach::is_paid_unknown;
use super::tally::{grouped, median};
use super::view::{GROWN, View};
use crate::shape::{Lead, Receipt, Shape};

/// Posts below which no median is one; times of it that are far; how many are told.
const POSTS: usize = 10;
const FAR: f64 = 10.0;
const TOLD: usize = 5;
/// A text of so many letters, and so often, is one that somebody passes on.
const LETTERS: usize = 30;
const OFTEN: usize = 3;
/// Days by which a series may end before its sisters.
const EARLY: i32 = 3;

pub fn odd(view: &View) -> Vec<Odd> {
    let receipts = &view.export.receipts;
    let mut found = bursts(view);
    found.extend(receipts.iter().enumerate().filter_map(|(place, receipt)| gap(place, receipt)));
    found.extend(ends_early(receipts));
    found.extend(far_reach(view));
    found.extend(same_texts(view));
    let posts = &view.export.posts;
    let unknown = posts.iter().filter(|post| is_paid_unknown(post)).count();
    let is_most = 2 * unknown > posts.len();
    found.extend(is_most.then_some(Odd::PaidUnknown { posts: unknown as u64 }));
    found.extend(zones(receipts));
    let posts = receipts.iter().filter(|receipt| receipt.shape == Shape::Posts);
    let mut days: Vec<i32> = posts.filter_map(|receipt| receipt.exported).collect();
    days.sort_unstable();
    days.dedup();
    found.extend((days.len() > 1).then_some(Odd::ExportDays { days }));
    found
}

/// Times that name their zone beside times that do not: the latter may be of any.
fn zones(receipts: &[Receipt]) -> Option<Odd> {
    let has_times = |of: &&Receipt| !matches!(of.shape, Shape::Days | Shape::Audience);
    let of = || receipts.iter().filter(has_times).filter(|of| of.from.is_some());
    let is_mixed = of().any(|of| of.zone.is_none()) && of().any(|of| of.zone.is_some());
    let mut zones: Vec<String> = of().filter_map(|of| of.zone.clone()).collect();
    zones.sort_unstable();
    zones.dedup();
    is_mixed.then_some(Odd::Zones { zones })
}

fn gap(place: usize, receipt: &Receipt) -> Option<Odd> {
    let length = |gap: &&(i32, i32)| gap.1 - gap.0 + 1;
    let longest = *receipt.gaps.iter().rev().max_by_key(length)?;
    Some(Odd::Gap {
        receipt: place as u32,
        runs: receipt.gaps.len() as u32,
        days: receipt.gaps.iter().map(|gap| length(&gap) as u32).sum(),
        longest,
    })
}

fn ends_early(receipts: &[Receipt]) -> Vec<Odd> {
    let days = || receipts.iter().enumerate().filter(|(_, of)| of.shape == Shape::Days);
    let early = |(place, receipt): (usize, &Receipt)| {
        let sisters = days().filter(|(_, other)| other.kind == receipt.kind);
        let others = sisters.filter_map(|(_, other)| other.to).max()?;
        let last = receipt.to.filter(|last| others - last > EARLY)?;
        Some(Odd::EndsEarly { receipt: place as u32, last, others })
    };
    days().filter_map(early).collect()
}

fn far_reach(view: &View) -> Vec<Odd> {
    let reached: Vec<f64> = view.export.posts.iter().filter_map(|post| post.reach).collect();
    let Some(median) = median(&reached).filter(|_| reached.len() >= POSTS) else {
        return Vec::new();
    };
    let mut far: Vec<(usize, f64)> = view
        .export
        .posts
        .iter()
        .enumerate()
        .filter_map(|(place, post)| Some((place, post.reach?)))
        .filter(|(_, reach)| median > 0.0 && *reach >= FAR * median)
        .collect();
    far.sort_by(|one, other| {
        other.1.total_cmp(&one.1).then(key(view, one.0).cmp(&key(view, other.0)))
    });
    let told = far.into_iter().take(TOLD).map(|(place, reach)| {
        let (receipt, line) = key(view, place);
        Odd::FarReach {
            receipt,
            line,
            day: view.posts[place].map(|local| local.day),
            reach,
            median,
        }
    });
    told.collect()
}

fn key(view: &View, post: usize) -> (u32, u64) {
    let post = &view.export.posts[post];
    (post.receipt, post.line)
}

/// Texts of people that stand there several times.
fn same_texts(view: &View) -> Vec<Odd> {
    let texts: Vec<(u32, u64)> = view
        .of_people()
        .filter_map(|(place, message)| {
            let text = view.export.texts.of(message.text?).trim();
            (text.chars().nth(LETTERS - 1).is_some()).then(|| (place as u32, hash(text)))
        })
        .collect();
    let keys: Vec<u64> = texts.iter().map(|(_, key)| *key).collect();
    let mut often: Vec<(usize, u64, Vec<u32>)> = grouped(&keys, |key, rows| {
        let places = || rows.iter().map(|row| texts[*row as usize].0).collect();
        (rows.len(), key, if rows.len() < OFTEN { Vec::new() } else { places() })
    });
    often.retain(|(times, _, _)| *times >= OFTEN);
    often.sort_unstable_by_key(|(times, key, _)| (std::cmp::Reverse(*times), *key));
    often.truncate(TOLD);
    often.iter().map(|(_, _, places)| same_text(view, places)).collect()
}

fn same_text(view: &View, places: &[u32]) -> Odd {
    let messages = || places.iter().map(|place| &view.export.messages[*place as usize]);
    let mut authors: Vec<u64> = messages().filter_map(|message| message.author).collect();
    authors.sort_unstable();
    authors.dedup();
    let days = || places.iter().filter_map(|place| view.messages[*place as usize]);
    Odd::SameText {
        times: places.len() as u64,
        authors: authors.len() as u64,
        from: days().map(|local| local.day).min(),
        to: days().map(|local| local.day).max(),
        example: messages().map(|of| (of.receipt, of.line)).min().unwrap_or_default(),
    }
}

/// FNV-1a of 64 bits (Fowler, Noll, Vo).
fn hash(text: &str) -> u64 {
    text.bytes().fold(0xCBF2_9CE4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01B3)
    })
}

pub fn left_out(view: &View, care: &Care) -> Vec<LeftOut> {
    let export = view.export;
    let posts = || export.posts.iter().zip(&view.posts);
    let mut found = young(view);
    let mut add = |count: usize, of: &dyn Fn(u64) -> LeftOut| {
        if count > 0 {
            found.push(of(count as u64));
        }
    };
    let undated = posts().filter(|(_, local)| local.is_none()).count();
    add(undated, &|posts| LeftOut::PostsWithoutDay { posts });
    let has_reach = export.posts.iter().any(|post| post.reach.is_some());
    let silent = export.posts.iter().filter(|post| has_reach && post.reach.is_none()).count();
    add(silent, &|posts| LeftOut::PostsWithoutReach { posts });
    let uniques = export.days.iter().filter(|day| day.metric.is_unique()).count();
    add(uniques, &|days| LeftOut::DailyUniques { days });
    let overlapping = export.days.iter().filter(|day| day.period > 1);
    let overlapping = overlapping.filter(|day| !day.metric.is_unique() && !day.metric.is_level());
    add(overlapping.count(), &|rows| LeftOut::Overlapping { rows });
    add(view.talk.lost_answers as usize, &|answers| LeftOut::AnswersWithoutQuestion { answers });
    add(care.left_out() as usize, &|tickets| LeftOut::BusinessHours { tickets });
    let timeless = [&view.messages, &view.tickets, &view.leads];
    let timeless = timeless.into_iter().flatten().filter(|local| local.is_none()).count();
    add(timeless, &|rows| LeftOut::WithoutTime { rows });
    let toneless = view.of_people().filter(|(_, message)| message.tone.is_none()).count();
    let has_tone = view.of_people().any(|(_, message)| message.tone.is_some());
    add(if has_tone { toneless } else { 0 }, &|messages| LeftOut::WithoutTone { messages });
    add(foreign(view), &|leads| LeftOut::OtherCurrencies { leads });
    found
}

/// Leads that were won in another currency than most.
fn foreign(view: &View) -> usize {
    let word = view.question.won.as_deref();
    let leads = view.export.leads.iter();
    let won: Vec<&Lead> =
        leads.filter(|lead| is_won(view.export, word, lead) == Some(true)).collect();
    let own = currency(&won);
    won.iter().filter(|lead| lead.currency.is_some() && lead.currency != own).count()
}

/// By day of export.
fn young(view: &View) -> Vec<LeftOut> {
    let mut by_day: Vec<(i32, bool)> = view
        .export
        .posts
        .iter()
        .zip(&view.grown)
        .filter(|(_, grown)| !**grown)
        .filter_map(|(post, _)| view.exported(post.receipt))
        .collect();
    by_day.sort_unstable();
    by_day
        .chunk_by(|one, other| one == other)
        .map(|posts| LeftOut::YoungPosts {
            posts: posts.len() as u64,
            days: GROWN as u32,
            exported: posts[0].0,
            assumed: posts[0].1,
        })
        .collect()
}
