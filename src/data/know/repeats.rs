//! The same row in two files counts once.

use std::collections::{BTreeMap, BTreeSet};

use reachsim_core::diagnostic::{Code, message};

use crate::fault::Fault;
use crate::shape::{Export, Post, Receipt, Why};

/// Drops what is there twice: of posts the figures of the latest export count, of everything else
/// the first row.
pub fn drop(export: &mut Export) -> Result<(), Vec<Fault>> {
    let mut out: Vec<u32> = posts(export);
    out.extend(first(&mut export.messages, |row| row.id.map(|id| (id, 0)), |row| row.receipt));
    out.extend(first(&mut export.tickets, |row| row.id.map(|id| (id, 0)), |row| row.receipt));
    out.extend(first(&mut export.leads, |row| row.id.map(|id| (id, 0)), |row| row.receipt));
    out.extend(slices(export));
    for receipt in out {
        leave(&mut export.receipts[receipt as usize]);
    }
    days(export)
}

/// Counts a row as repeated that was used.
fn leave(receipt: &mut Receipt) {
    receipt.used -= 1;
    match receipt.left_out.iter_mut().find(|(why, _)| *why == Why::Repeated) {
        Some((_, rows)) => *rows += 1,
        None => receipt.left_out.push((Why::Repeated, 1)),
    }
}

/// Keeps the first row of each id; the receipts of the others.
fn first<T>(
    rows: &mut Vec<T>,
    id: impl Fn(&T) -> Option<(u64, u64)>,
    receipt: impl Fn(&T) -> u32,
) -> Vec<u32> {
    let mut known: Vec<((u64, u64), usize)> =
        rows.iter().enumerate().filter_map(|(place, row)| Some((id(row)?, place))).collect();
    known.sort_unstable();
    let twice = known.windows(2).filter(|pair| pair[0].0 == pair[1].0).map(|pair| pair[1].1);
    let mut twice: Vec<usize> = twice.collect();
    twice.sort_unstable();
    let receipts = twice.iter().map(|&place| receipt(&rows[place])).collect();
    let mut place = 0;
    rows.retain(|_| {
        place += 1;
        twice.binary_search(&(place - 1)).is_err()
    });
    receipts
}

/// Keeps the figures of the latest export of each post. Of two exports of one day the greater
/// figures count: what is counted for a lifetime only grows.
fn posts(export: &mut Export) -> Vec<u32> {
    let mut latest: BTreeMap<(u64, Option<u32>), usize> = BTreeMap::new();
    let mut dropped = vec![false; export.posts.len()];
    let mut grown: BTreeMap<u32, u64> = BTreeMap::new();
    for place in 0..export.posts.len() {
        let Post { id, network, .. } = export.posts[place];
        let Some(id) = id else { continue };
        let Some(before) = latest.insert((id, network), place) else { continue };
        let exported =
            |place: usize| export.receipts[export.posts[place].receipt as usize].exported;
        let (now, then) = (exported(place), exported(before));
        if now == then {
            let earlier = export.posts[before].clone();
            if grow(&mut export.posts[place], &earlier) {
                *grown.entry(export.posts[place].receipt).or_default() += 1;
            }
        }
        if now >= then {
            dropped[before] = true;
        } else {
            dropped[place] = true;
            latest.insert((id, network), before);
        }
    }
    for (receipt, posts) in grown {
        export.receipts[receipt as usize].remarks.push(message!(
            "{count} posts have smaller figures here than in another file of the same day: the greater ones count",
            count = posts
        ));
    }
    let out = export.posts.iter().zip(&dropped).filter(|(_, out)| **out);
    let receipts = out.map(|(post, _)| post.receipt).collect();
    let mut kept = dropped.iter().map(|out| !out);
    export.posts.retain(|_| kept.next().unwrap_or(true));
    receipts
}

/// Takes the greater of two figures of the same post, and those that it lacks; whether one of its
/// own was the smaller.
fn grow(post: &mut Post, other: &Post) -> bool {
    let mut was_smaller = false;
    let mut take = |own: &mut Option<f64>, other: Option<f64>| {
        was_smaller |= own.is_some() && *own < other;
        *own = if *own < other { other } else { *own };
    };
    take(&mut post.reach, other.reach);
    take(&mut post.impressions, other.impressions);
    take(&mut post.views, other.views);
    take(&mut post.reactions, other.reactions);
    take(&mut post.comments, other.comments);
    take(&mut post.shares, other.shares);
    take(&mut post.saves, other.saves);
    take(&mut post.clicks, other.clicks);
    take(&mut post.follows, other.follows);
    was_smaller
}

/// Drops what the blocks of one file say twice; the receipts of what is dropped.
fn slices(export: &mut Export) -> Vec<u32> {
    let mut seen = BTreeSet::new();
    let (receipts, mut out) = (&export.receipts, Vec::new());
    export.audience.retain(|slice| {
        let file = receipts[slice.receipt as usize].hash.as_str();
        let figures = (slice.share.map(f64::to_bits), slice.people.map(f64::to_bits));
        let is_new =
            seen.insert((file, slice.network, slice.dimension, slice.group.clone(), figures));
        if !is_new {
            out.push(slice.receipt);
        }
        is_new
    });
    out
}

/// Of two numbers of one day, the newer file's counts.
fn days(export: &mut Export) -> Result<(), Vec<Fault>> {
    let key = |place: usize| {
        let day = &export.days[place];
        (day.network, day.account, day.metric, day.period, day.date)
    };
    let title = |place: usize| {
        let receipt = &export.receipts[export.days[place].receipt as usize];
        (receipt.block.clone(), receipt.file.clone(), receipt.exported)
    };
    let mut order: Vec<usize> = (0..export.days.len()).collect();
    order.sort_by_key(|&place| (key(place), place));
    let mut out = vec![false; export.days.len()];
    for pair in order.windows(2) {
        let (one, other) = (pair[0], pair[1]);
        let ((block, file, then), (of, from, now)) = (title(one), title(other));
        // Two pages may be told in one file without their names.
        if key(one) != key(other) || block != of {
            continue;
        }
        let is_equal = export.days[one].value == export.days[other].value;
        if !is_equal && then == now && export.days[one].receipt != export.days[other].receipt {
            return Err(vec![
                Fault::new(
                    Code::MixedExports,
                    message!(
                        "`{one}` and `{other}` have other figures of the same days, and nothing says which is the later one",
                        one = file,
                        other = from
                    ),
                )
                .help(message!("give only the later file")),
            ]);
        }
        out[if now >= then { one } else { other }] = true;
    }
    let rows = |is_out: bool| {
        let of = export.days.iter().zip(&out).filter(move |(_, out)| **out == is_out);
        of.map(|(day, _)| (day.receipt, day.line)).collect::<BTreeSet<_>>()
    };
    // A row counts as repeated where none of its numbers is used.
    for (receipt, _) in rows(true).difference(&rows(false)) {
        leave(&mut export.receipts[*receipt as usize]);
    }
    let mut kept = out.iter().map(|out| !out);
    export.days.retain(|_| kept.next().unwrap_or(true));
    Ok(())
}
