//! Grouping: Polars finds the rows of every key; what is summed is summed in the order of rows, so
//! that the same rows give the same bits.

use polars::prelude::{
    DataFrame, GroupsIndicator, IntoColumn, NewChunkedArray, PlSmallStr, PolarsResult,
    UInt64Chunked,
};

/// The column of keys.
const KEY: PlSmallStr = PlSmallStr::from_static("key");

/// Keys, rising, and how often each occurs.
pub fn tally(keys: &[u64]) -> Vec<(u64, u64)> {
    grouped(keys, |key, rows| (key, rows.len() as u64))
}

/// The most frequent first; among equals the least key.
pub fn ranked(mut counts: Vec<(u64, u64)>) -> Vec<(u64, u64)> {
    counts.sort_unstable_by_key(|&(key, count)| (std::cmp::Reverse(count), key));
    counts
}

/// What is made of the rows of every key, keys rising; rows rise within a key.
pub fn grouped<T>(keys: &[u64], of: impl FnMut(u64, &[u32]) -> T) -> Vec<T> {
    by_key(keys, of).expect("one column of whole numbers can be grouped")
}

fn by_key<T>(keys: &[u64], mut of: impl FnMut(u64, &[u32]) -> T) -> PolarsResult<Vec<T>> {
    if keys.is_empty() {
        return Ok(Vec::new());
    }
    let column = UInt64Chunked::from_slice(KEY, keys).into_column();
    let frame = DataFrame::new(keys.len(), vec![column])?;
    let frame = frame.group_by([KEY.as_str()])?;
    let groups = frame.get_groups();
    let first = |group: &GroupsIndicator| keys[group.first() as usize];
    let mut order: Vec<(u64, usize)> =
        groups.iter().enumerate().map(|(place, group)| (first(&group), place)).collect();
    order.sort_unstable();
    let mut rows: Vec<u32> = Vec::new();
    let told = order.into_iter().map(|(key, place)| {
        rows.clear();
        match groups.get(place) {
            GroupsIndicator::Idx((_, found)) => rows.extend_from_slice(found),
            GroupsIndicator::Slice([first, count]) => rows.extend(first..first + count),
        }
        if !rows.is_sorted() {
            rows.sort_unstable();
        }
        of(key, &rows)
    });
    Ok(told.collect())
}

/// One key of two.
pub fn mixed(one: u64, other: u64) -> u64 {
    let mut key = one ^ other.wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(31);
    key = (key ^ (key >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    key = (key ^ (key >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    key ^ (key >> 31)
}

/// The mean of the two values in the middle, or the one that is there.
pub fn median(values: &[f64]) -> Option<f64> {
    let sorted = risen(values);
    let (low, high) = (sorted.len().checked_sub(1)? / 2, sorted.len() / 2);
    Some(f64::midpoint(sorted[low], sorted[high]))
}

/// The least value that a share of all does not exceed: one that occurs.
pub fn quantile(values: &[f64], share: f64) -> Option<f64> {
    let sorted = risen(values);
    let place = (share * sorted.len() as f64).ceil() as usize;
    sorted.get(place.saturating_sub(1)).copied()
}

fn risen(values: &[f64]) -> Vec<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    sorted
}
