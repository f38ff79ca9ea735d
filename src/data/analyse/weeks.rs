//! Weeks: what was counted in each, and how many a week there are.

use super::clock::monday;
use super::question::Series;
use super::talk::Answer;
use super::tally::{median, quantile, tally};
use super::view::View;
use crate::shape::{Metric, Name, Tone};

/// A week. `None` where no file has that shape within the week.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Week {
    /// Its Monday.
    pub from: i32,
    /// Whether all seven days lie in the period.
    pub is_whole: bool,
    pub posts: Option<u64>,
    /// Median reach of its posts that are old enough.
    pub reach_per_post: Option<f64>,
    pub messages: Option<u64>,
    pub questions: Option<u64>,
    /// Of these questions, answered ever.
    pub answered: Option<u64>,
    pub positive: Option<u64>,
    pub neutral: Option<u64>,
    pub negative: Option<u64>,
    pub leads: Option<u64>,
    pub gained: Option<f64>,
    pub lost: Option<f64>,
    /// The last level within it, of all accounts that have one.
    pub followers: Option<f64>,
}

/// Counts of whole weeks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PerWeek {
    pub mean: f64,
    pub p05: f64,
    pub p95: f64,
    pub weeks: u64,
}

/// Every day from the first to the last with a row, with how many there are.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Days {
    pub first: i32,
    pub counts: Vec<f64>,
}

/// Days over which a series may stretch: beyond, dates are not those of a community.
const LONGEST: i32 = 366 * 100;

impl Days {
    pub fn of(view: &View, series: Series) -> Option<Days> {
        let found = match series {
            Series::Of(metric) => flows(view, metric),
            _ => tallied(&view.days_of(series))
                .into_iter()
                .map(|(day, count)| (day, count as f64))
                .collect(),
        };
        let (first, last) = (found.first()?.0, found.last()?.0);
        if last - first > LONGEST {
            return None;
        }
        let mut counts = vec![0.0; (last - first + 1) as usize];
        for (day, count) in found {
            counts[(day - first) as usize] = count;
        }
        Some(Days { first, counts })
    }

    /// Sums of weeks from Mondays that lie within it.
    pub fn weeks(&self) -> Vec<(i32, f64)> {
        let start = monday(self.first + 6);
        let skip = (start - self.first) as usize;
        let days = self.counts.get(skip..).unwrap_or_default();
        let sums = days.chunks_exact(7).map(|days| days.iter().sum());
        sums.enumerate().map(|(week, sum)| (start + 7 * week as i32, sum)).collect()
    }
}

/// Days, rising, and how often each occurs.
pub fn tallied(days: &[i32]) -> Vec<(i32, u64)> {
    let keys: Vec<u64> = days.iter().map(|day| (i64::from(*day) - BASE) as u64).collect();
    tally(&keys).into_iter().map(|(key, count)| ((key as i64 + BASE) as i32, count)).collect()
}

/// Keys of days are not negative.
const BASE: i64 = i32::MIN as i64;

/// The sum of a flow by day, over networks and accounts. Rows of a week or of 28 days overlap and
/// are left out.
fn flows(view: &View, metric: Metric) -> Vec<(i32, f64)> {
    let mut rows: Vec<(i32, f64)> = view
        .export
        .days
        .iter()
        .filter(|day| day.metric == metric && day.period <= 1)
        .map(|day| (day.date, day.value))
        .collect();
    rows.sort_unstable_by(|one, other| one.0.cmp(&other.0).then(one.1.total_cmp(&other.1)));
    rows.chunk_by(|one, other| one.0 == other.0)
        .map(|day| (day[0].0, day.iter().map(|row| row.1).sum()))
        .collect()
}

pub fn per_week(view: &View, series: Series) -> Option<PerWeek> {
    let counts: Vec<f64> =
        Days::of(view, series)?.weeks().into_iter().map(|(_, count)| count).collect();
    let p05 = quantile(&counts, 0.05)?;
    let mean = counts.iter().sum::<f64>() / counts.len() as f64;
    Some(PerWeek { mean, p05, p95: quantile(&counts, 0.95)?, weeks: counts.len() as u64 })
}

/// Every week of the period.
pub fn weeks(view: &View) -> Vec<Week> {
    let Some((from, to)) = view.period.filter(|(from, to)| to - from <= LONGEST) else {
        return Vec::new();
    };
    let start = monday(from);
    let mut weeks: Vec<Week> = (0..=(monday(to) - start) / 7)
        .map(|week| start + 7 * week)
        .map(|monday| Week {
            from: monday,
            is_whole: from <= monday && monday + 6 <= to,
            ..Week::default()
        })
        .collect();
    let place = |day: i32| ((day - start) / 7) as usize;
    counts(view, &mut weeks, place);
    talks(view, &mut weeks, place);
    pages(view, &mut weeks, place);
    weeks
}

type Place<'a> = &'a dyn Fn(i32) -> usize;

fn counts(view: &View, weeks: &mut [Week], place: impl Fn(i32) -> usize) {
    let place: Place = &place;
    count(&view.days_of(Series::Posts), weeks, place, |week| &mut week.posts);
    count(&view.days_of(Series::Messages), weeks, place, |week| &mut week.messages);
    count(&view.days_of(Series::Questions), weeks, place, |week| &mut week.questions);
    count(&view.days_of(Series::Leads), weeks, place, |week| &mut week.leads);
    let mut reach = vec![Vec::new(); weeks.len()];
    for (row, post) in view.old_posts() {
        if let Some((local, value)) = view.posts[row].zip(post.reach) {
            reach[place(local.day)].push(value);
        }
    }
    for (week, values) in weeks.iter_mut().zip(&reach) {
        week.reach_per_post = median(values);
    }
}

/// Counts of a column: nought between its first and its last day, nothing beyond.
fn count(
    days: &[i32],
    weeks: &mut [Week],
    place: Place,
    column: impl Fn(&mut Week) -> &mut Option<u64>,
) {
    let Some((first, last)) = days.iter().min().zip(days.iter().max()) else {
        return;
    };
    for week in &mut weeks[place(*first)..=place(*last)] {
        *column(week) = Some(0);
    }
    for (day, count) in tallied(days) {
        *column(&mut weeks[place(day)]).get_or_insert(0) += count;
    }
}

fn talks(view: &View, weeks: &mut [Week], place: impl Fn(i32) -> usize) {
    let place: Place = &place;
    let talk = &view.talk;
    let by = |answered: bool| {
        let asked = talk.questions.iter().filter(move |(_, answer)| match answer {
            Answer::Untold => false,
            Answer::Never => !answered,
            Answer::After(_) => answered,
        });
        asked.filter_map(|(row, _)| view.messages[*row as usize].map(|local| local.day))
    };
    let tickets = |answered: bool| {
        let rows = view.export.tickets.iter().zip(&view.tickets);
        let rows = rows.filter(move |(ticket, _)| ticket.answered.is_some() == answered);
        rows.filter_map(|(_, local)| local.map(|local| local.day))
    };
    let answered: Vec<i32> = by(true).chain(tickets(true)).collect();
    let never = by(false).chain(tickets(false));
    count(&answered, weeks, place, |week| &mut week.answered);
    for day in never {
        weeks[place(day)].answered.get_or_insert(0);
    }
    let toned = |tone: Tone| -> Vec<i32> {
        let rows = view.of_people().filter(|(_, message)| message.tone == Some(tone));
        rows.filter_map(|(row, _)| view.messages[row].map(|local| local.day)).collect()
    };
    let all = [Tone::Positive, Tone::Neutral, Tone::Negative].map(toned);
    for day in all.iter().flatten() {
        let week = &mut weeks[place(*day)];
        for tone in [&mut week.positive, &mut week.neutral, &mut week.negative] {
            tone.get_or_insert(0);
        }
    }
    for (tone, days) in all.iter().enumerate() {
        for (day, count) in tallied(days) {
            let week = &mut weeks[place(day)];
            let columns = [&mut week.positive, &mut week.neutral, &mut week.negative];
            if let Some(column) = columns.into_iter().nth(tone) {
                *column.get_or_insert(0) += count;
            }
        }
    }
}

/// Week, network and account; day; level.
type Level = ((usize, Option<Name>, Option<Name>), i32, f64);

fn pages(view: &View, weeks: &mut [Week], place: impl Fn(i32) -> usize) {
    for (day, value) in flows(view, Metric::Gained) {
        *weeks[place(day)].gained.get_or_insert(0.0) += value;
    }
    for (day, value) in flows(view, Metric::Lost) {
        *weeks[place(day)].lost.get_or_insert(0.0) += value;
    }
    let mut levels: Vec<Level> = view
        .export
        .days
        .iter()
        .filter(|day| day.metric == Metric::Followers)
        .map(|day| ((place(day.date), day.network, day.account), day.date, day.value))
        .collect();
    levels.sort_unstable_by(|one, other| {
        let key = |row: &Level| (row.0, row.1);
        key(one).cmp(&key(other)).then(one.2.total_cmp(&other.2))
    });
    let same = |one: &Level, other: &Level| one.0 == other.0;
    for account in levels.chunk_by(same) {
        if let Some(((week, _, _), _, level)) = account.last() {
            *weeks[*week].followers.get_or_insert(0.0) += level;
        }
    }
}
