//! Figures of posts: how many, whom one reaches, how often it is seen, what people do with it.
//!
//! Posts younger than 28 days are counted, and are in no other figure. A rate is a ratio of totals;
//! the median of the posts' own ratios stands beside it, and where it lies outside the interval of
//! the totals that is remarked.

use super::figure::{Aside, Figure, Means, Of, Remark, Unit};
use super::question::Series;
use super::tally::{median, quantile};
use super::view::View;
use super::weeks::per_week;
use crate::measure::share::{mean_interval, median_interval, ratio_of_totals};
use crate::shape::Post;

/// Posts, and weeks between the first and the last, from which on halves are compared.
const HALVES: (usize, i32) = (30, 16);

pub fn figures(view: &View) -> Vec<Figure> {
    if view.export.posts.is_empty() {
        return Vec::new();
    }
    let posts = view.export.posts.len() as u64;
    let count = Figure::new("posts", posts as f64, Means::Count, Unit::Count)
        .of(posts, Of::Posts)
        .beside(Aside::PerWeek, per_week(view, Series::Posts).map(|week| week.mean), posts);
    let rest = [reach(view), frequency(view), engagement(view), beyond_followers(view)];
    std::iter::once(count).chain(rest.into_iter().flatten()).collect()
}

/// The mean over posts of people reached, with the interval of a mean; the median with its own.
fn reach(view: &View) -> Option<Figure> {
    let values: Vec<f64> = view.old_posts().filter_map(|(_, post)| post.reach).collect();
    let n = values.len() as u64;
    let mean = values.iter().sum::<f64>() / n as f64;
    let figure = match mean_interval(&values) {
        Some(interval) => Figure::within("reach_per_post", interval, Means::Mean, Unit::People),
        None if n > 0 => Figure::new("reach_per_post", mean, Means::Mean, Unit::People),
        None => return None,
    };
    let middle = match median_interval(&values) {
        Some(interval) => figure.beside_within(Aside::MedianPost, Some(interval), n),
        None => figure.beside(Aside::MedianPost, median(&values), n),
    };
    let seen = pairs(view, |post| post.views, |post| post.reach);
    let impressions = pairs(view, |post| post.impressions, |post| post.reach);
    let (views, reached) = (seen.above.iter().sum::<f64>(), seen.below.iter().sum::<f64>());
    let only_views = impressions.above.is_empty() && reached > 0.0;
    let per_person = only_views.then_some(views / reached);
    let spread = n >= 5;
    let unknown = view.old_posts().filter(|(_, post)| is_paid_unknown(post)).count();
    Some(
        middle
            .of(n, Of::Posts)
            .beside(Aside::Quartile1, quantile(&values, 0.25).filter(|_| spread), n)
            .beside(Aside::Quartile3, quantile(&values, 0.75).filter(|_| spread), n)
            .beside(Aside::LateOverEarly, late_over_early(view), n)
            .beside(Aside::ViewsPerPerson, per_person, seen.above.len() as u64)
            .remark(Remark::ViewsAreNotImpressions, only_views)
            .remark(Remark::PaidUnknown, 2 * unknown > view.old_posts().count())
            .remark(Remark::ExportDayAssumed, is_assumed(view)),
    )
}

/// Whether nobody says if a post that reached somebody was advertised.
pub fn is_paid_unknown(post: &Post) -> bool {
    post.reach.is_some() && post.paid.is_none() && post.reach_paid.is_none()
}

/// Whether the age of any post is counted to the last day of its file's rows.
fn is_assumed(view: &View) -> bool {
    let mut receipts: Vec<u32> = view.export.posts.iter().map(|post| post.receipt).collect();
    receipts.sort_unstable();
    receipts.dedup();
    receipts.iter().any(|receipt| view.exported(*receipt).is_some_and(|(_, assumed)| assumed))
}

/// The median reach of the later half of posts over that of the earlier one.
fn late_over_early(view: &View) -> Option<f64> {
    let mut dated: Vec<(i64, f64)> =
        view.old_posts().filter_map(|(_, post)| Some((post.at?, post.reach?))).collect();
    dated.sort_by(|one, other| one.0.cmp(&other.0).then(one.1.total_cmp(&other.1)));
    let weeks = (dated.last()?.0 - dated.first()?.0) / (7 * 86_400);
    if dated.len() < HALVES.0 || weeks < i64::from(HALVES.1) {
        return None;
    }
    let (early, late) = dated.split_at(dated.len() / 2);
    let middle = |half: &[(i64, f64)]| median(&half.iter().map(|post| post.1).collect::<Vec<_>>());
    Some(middle(late)? / middle(early)?).filter(|ratio| ratio.is_finite())
}

fn frequency(view: &View) -> Option<Figure> {
    ratio("frequency", &pairs(view, |post| post.impressions, |post| post.reach), Unit::Ratio)
}

fn engagement(view: &View) -> Option<Figure> {
    ratio("engagement", &pairs(view, deeds, |post| post.reach), Unit::Share)
}

/// Reactions, comments, shares and saves, as far as they are given.
pub fn deeds(post: &Post) -> Option<f64> {
    let given = [post.reactions, post.comments, post.shares, post.saves];
    given.iter().any(Option::is_some).then(|| given.iter().flatten().sum())
}

/// Over posts, people reached who do not follow; one who sees two posts is counted twice.
fn beyond_followers(view: &View) -> Option<Figure> {
    let both = pairs(view, |post| post.reach, |post| post.reach_followers);
    let reach = both.above.iter().sum::<f64>();
    let beyond: f64 =
        both.above.iter().zip(&both.below).map(|(all, followers)| (all - followers).max(0.0)).sum();
    let n = both.above.len() as u64;
    (n > 0).then(|| {
        Figure::new("non_follower_reach", beyond, Means::Sum, Unit::People).of(n, Of::Posts).beside(
            Aside::ShareOfAll,
            (reach > 0.0).then_some(beyond / reach),
            n,
        )
    })
}

/// Two numbers of old posts that have both.
struct Pairs {
    above: Vec<f64>,
    below: Vec<f64>,
}

fn pairs(
    view: &View,
    above: impl Fn(&Post) -> Option<f64>,
    below: impl Fn(&Post) -> Option<f64>,
) -> Pairs {
    let (above, below) =
        view.old_posts().filter_map(|(_, post)| above(post).zip(below(post))).unzip();
    Pairs { above, below }
}

fn ratio(id: &'static str, pairs: &Pairs, unit: Unit) -> Option<Figure> {
    let (above, below) = (pairs.above.iter().sum::<f64>(), pairs.below.iter().sum::<f64>());
    if below <= 0.0 {
        return None;
    }
    let n = pairs.above.len() as u64;
    let means = Means::RatioOfTotals;
    let figure = match ratio_of_totals(&pairs.above, &pairs.below) {
        Some(interval) => Figure::within(id, interval, means, unit),
        None => Figure::new(id, above / below, means, unit),
    };
    let own: Vec<f64> = pairs
        .above
        .iter()
        .zip(&pairs.below)
        .filter(|(_, below)| **below > 0.0)
        .map(|(above, below)| above / below)
        .collect();
    let typical = median(&own);
    let differs = typical.is_some_and(|typical| {
        figure.low.is_some_and(|low| typical < low)
            || figure.high.is_some_and(|high| typical > high)
    });
    let middle = match median_interval(&own) {
        Some(interval) => figure.beside_within(Aside::MedianPost, Some(interval), own.len() as u64),
        None => figure.beside(Aside::MedianPost, typical, own.len() as u64),
    };
    Some(middle.of(n, Of::Posts).remark(Remark::TypicalDiffers, differs))
}
