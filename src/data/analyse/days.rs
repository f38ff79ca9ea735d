//! Numbers of days of a page, and its followers.

use super::figure::{Aside, Figure, Means, Of, Remark, Unit};
use super::tally::median;
use super::view::View;
use crate::shape::{Day, Dimension, Metric, Name};

/// A series of days: what may be said of it without adding up what does not add up.
#[derive(Clone, Debug, PartialEq)]
pub struct Daily {
    pub network: Option<String>,
    pub account: Option<String>,
    pub metric: Metric,
    /// Days over which each number is counted: 1, 7 or 28.
    pub period: u8,
    pub days: u64,
    pub from: i32,
    pub to: i32,
    pub median: f64,
    pub first: f64,
    pub last: f64,
    /// Of flows of single days only: not of different people, not of levels.
    pub sum: Option<f64>,
}

pub fn days(view: &View) -> Vec<Daily> {
    let name = |place: Option<Name>| place.map(|place| view.export.names.of(place).to_owned());
    let key = |day: &Day| (day.metric, name(day.network), name(day.account), day.period);
    let mut rows: Vec<_> = view.export.days.iter().map(|day| (key(day), day)).collect();
    rows.sort_by(|one, other| {
        let times = one.1.date.cmp(&other.1.date);
        one.0.cmp(&other.0).then(times).then(one.1.value.total_cmp(&other.1.value))
    });
    let told = |series: &[(_, &Day)]| {
        let ((metric, network, account, period), first): &((Metric, _, _, u8), &Day) = &series[0];
        let values: Vec<f64> = series.iter().map(|(_, day)| day.value).collect();
        let adds_up = !metric.is_unique() && !metric.is_level() && *period <= 1;
        Daily {
            network: Option::clone(network),
            account: Option::clone(account),
            metric: *metric,
            period: *period,
            days: values.len() as u64,
            from: first.date,
            to: series.last().map_or(first.date, |(_, day)| day.date),
            median: median(&values).unwrap_or(first.value),
            first: first.value,
            last: values.last().copied().unwrap_or(first.value),
            sum: adds_up.then(|| values.iter().sum()),
        }
    };
    rows.chunk_by(|one, other| one.0 == other.0).map(told).collect()
}

/// Followers, gained and lost.
pub fn figures(view: &View, days: &[Daily]) -> Vec<Figure> {
    let flow = |id, metric| {
        let of: Vec<&Daily> =
            days.iter().filter(|daily| daily.metric == metric && daily.sum.is_some()).collect();
        let n = of.iter().map(|daily| daily.days).sum();
        (!of.is_empty()).then(|| {
            let sum = of.iter().filter_map(|daily| daily.sum).sum();
            Figure::new(id, sum, Means::Sum, Unit::People).of(n, Of::Days)
        })
    };
    let followers = followed(days).or_else(|| by_posts(view)).or_else(|| by_audience(view));
    [followers, flow("gained", Metric::Gained), flow("lost", Metric::Lost)]
        .into_iter()
        .flatten()
        .collect()
}

/// The last level of each account, added.
fn followed(days: &[Daily]) -> Option<Figure> {
    let of: Vec<&Daily> = days.iter().filter(|daily| daily.metric == Metric::Followers).collect();
    let n = of.iter().map(|daily| daily.days).sum();
    let level = of.iter().map(|daily| daily.last).sum();
    let first = of.iter().map(|daily| daily.first).sum();
    (!of.is_empty()).then(|| {
        Figure::new("followers", level, Means::Level, Unit::People)
            .of(n, Of::Days)
            .beside(Aside::First, Some(first), n)
            .remark(Remark::SharedPeople, of.len() > 1)
    })
}

/// Where only posts say how many follow.
fn by_posts(view: &View) -> Option<Figure> {
    type Level = (Option<Name>, Option<Name>, Option<i64>, f64);
    let mut rows: Vec<Level> = view
        .export
        .posts
        .iter()
        .filter_map(|post| Some((post.network, post.account, post.at, post.followers?)))
        .collect();
    rows.sort_by(|one, other| {
        let key = |row: &Level| (row.0, row.1, row.2);
        key(one).cmp(&key(other)).then(one.3.total_cmp(&other.3))
    });
    let accounts = || rows.chunk_by(|one, other| (one.0, one.1) == (other.0, other.1));
    let level = accounts().filter_map(|account| account.last()).map(|row| row.3).sum();
    let is_dated = rows.iter().all(|row| row.2.is_some());
    let first = accounts().filter_map(|account| account.first()).map(|row| row.3).sum();
    let n = rows.len() as u64;
    (n > 0).then(|| {
        Figure::new("followers", level, Means::Level, Unit::People)
            .of(n, Of::Posts)
            .beside(Aside::First, is_dated.then_some(first), n)
            .remark(Remark::SharedPeople, accounts().count() > 1)
    })
}

fn by_audience(view: &View) -> Option<Figure> {
    let whole: Vec<f64> = view
        .export
        .audience
        .iter()
        .filter(|slice| slice.dimension == Dimension::Whole)
        .filter_map(|slice| slice.people)
        .collect();
    (!whole.is_empty()).then(|| {
        let level: f64 = whole.iter().sum();
        Figure::new("followers", level, Means::Level, Unit::People)
            .of(level as u64, Of::People)
            .remark(Remark::SharedPeople, whole.len() > 1)
    })
}
