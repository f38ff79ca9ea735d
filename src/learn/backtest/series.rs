//! What is forecast, and what came of it week by week.

use reachsim_core::model::Model;
use reachsim_data::analyse::{Days, History};
use serde::{Deserialize, Deserializer, Serialize, de::Error as _};

use super::visible::Shown;

/// The mean reach of a post, which is a figure of exports and no metric of the model.
pub const POST_REACH: &str = "reach_per_post";

/// Days of a week.
const WEEK: i32 = 7;
/// Days by which a row may fail at either end of what a file covers.
const SLACK: i32 = 6;
/// Fewest posts of which a reach is told.
const POSTS: usize = 5;

/// How weeks make a horizon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Kind {
    /// The sum of its weeks.
    Sum,
    /// The level at its end.
    End,
    /// The mean over what happened in it.
    Mean,
}

/// One number of a community, or of all, week by week.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(into = "Stored")]
pub struct Series {
    /// As the model has it, or [`POST_REACH`].
    pub id: &'static str,
    /// Place in the communities of the model; none where it is of all together.
    pub community: Option<usize>,
    pub kind: Kind,
    /// What came in each week; none where no export tells. A mean is over so many.
    pub weeks: Vec<Option<(f64, f64)>>,
}

/// Every number that is ever told week by week, in the order in which they are shown.
pub const TOLD: [&str; 6] =
    ["questions", POST_REACH, "followers_gained", "leads", "followers_end", "unfollows"];

/// A series as it is stored.
#[derive(Serialize, Deserialize)]
struct Stored {
    id: String,
    community: Option<usize>,
    kind: Kind,
    weeks: Vec<Option<(f64, f64)>>,
}

impl From<Series> for Stored {
    fn from(Series { id, community, kind, weeks }: Series) -> Stored {
        Stored { id: id.to_owned(), community, kind, weeks }
    }
}

impl<'de> Deserialize<'de> for Series {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Series, D::Error> {
        let Stored { id, community, kind, weeks } = Stored::deserialize(from)?;
        let known = TOLD.into_iter().find(|known| *known == id);
        let id = known.ok_or_else(|| D::Error::custom(format!("no series is called `{id}`")))?;
        Ok(Series { id, community, kind, weeks })
    }
}

impl Series {
    /// What came in the weeks `from..to`; none where a week of them is not told. Of means: over
    /// all that happened in these weeks, with their number.
    pub fn came(&self, from: usize, to: usize) -> Option<(f64, f64)> {
        let weeks = self.weeks.get(from..to)?;
        match self.kind {
            Kind::End => weeks.last().copied().flatten(),
            Kind::Sum => {
                let all: Option<Vec<f64>> = weeks.iter().map(|week| Some((*week)?.0)).collect();
                Some((all?.iter().sum(), 1.0))
            }
            Kind::Mean => {
                // A week in which nothing happened changes no mean.
                let all: Option<Vec<(f64, f64)>> = weeks.iter().copied().collect();
                let all = all?;
                let n: f64 = all.iter().map(|(_, n)| n).sum();
                let sum: f64 = all.iter().map(|(mean, n)| mean * n).sum();
                (n > 0.0).then(|| (sum / n, n))
            }
        }
    }

    /// The weeks before `to`, from the first that is told; one that is not is as the one before.
    pub fn past(&self, to: usize) -> Vec<f64> {
        let mut past: Vec<f64> = Vec::new();
        for week in &self.weeks[..to.min(self.weeks.len())] {
            let told = week.filter(|(_, n)| *n > 0.0).map(|(value, _)| value);
            past.extend(told.or(past.last().copied()));
        }
        past
    }

    /// Whether so many weeks were known later than others: the reach of young posts.
    pub fn lag(&self) -> usize {
        if self.kind == Kind::Mean { (super::visible::YOUNG / WEEK) as usize } else { 0 }
    }
}

/// Weeks that end on the same weekday, the first one on `first`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Calendar {
    /// The first day of the first week.
    pub first: i32,
    pub weeks: usize,
}

impl Calendar {
    /// The whole weeks of all histories, counted back from their last day.
    pub fn of(shown: &[Shown]) -> Option<Calendar> {
        let last = shown.iter().filter_map(|shown| shown.history.last()).max()?;
        let first = shown.iter().filter_map(|shown| first(&shown.history)).min()?;
        let weeks = ((last + 1 - first) / WEEK).max(0);
        Some(Calendar { first: last + 1 - WEEK * weeks, weeks: weeks as usize })
    }

    /// The whole weeks of all histories, counted from a day on and back from it: the weeks before
    /// it come first, and there may be none after it. With the number of weeks before it, and with
    /// that of the weeks from it on that begin before the histories do.
    pub fn around(shown: &[Shown], day: i32) -> Option<(Calendar, [usize; 2])> {
        let last = shown.iter().filter_map(|shown| shown.history.last()).max()?;
        let first = shown.iter().filter_map(|shown| first(&shown.history)).min()?;
        let before = (day - first).div_euclid(WEEK).max(0);
        let after = (last + 1 - day).div_euclid(WEEK);
        let weeks = usize::try_from(before + after).ok().filter(|weeks| *weeks > 0)?;
        let calendar = Calendar { first: day - WEEK * before, weeks };
        let early = (first - calendar.first + WEEK - 1).div_euclid(WEEK).max(0);
        Some((calendar, [before as usize, early as usize]))
    }

    /// The last day of the week before week `week`.
    pub fn eve(self, week: usize) -> i32 {
        self.first + WEEK * week as i32 - 1
    }

    fn week(self, day: i32) -> Option<usize> {
        let week = (day - self.first).div_euclid(WEEK);
        usize::try_from(week).ok().filter(|week| *week < self.weeks)
    }

    /// Whether a week lies between two days, give or take what a quiet day leaves out.
    fn holds(self, week: usize, (from, to): (i32, i32)) -> bool {
        let first = self.eve(week) + 1;
        from - SLACK <= first && first + WEEK - 1 <= to + SLACK
    }
}

fn first(history: &History) -> Option<i32> {
    let posts = history.posted.iter().copied().min();
    history.period.map(|(from, _)| from).into_iter().chain(posts).min()
}

/// Every series of a model of which histories tell.
pub fn all(model: &Model, shown: &[Shown], calendar: Calendar) -> Vec<Series> {
    let mut all = Vec::new();
    for place in 0..model.communities.len() {
        let own: Vec<&History> =
            shown.iter().filter(|shown| shown.community == place).map(|own| &own.history).collect();
        let of = |id, kind, weeks: Option<Vec<_>>| {
            Some(Series { id, community: Some(place), kind, weeks: weeks? })
        };
        let asked = own.iter().flat_map(|history| history.questions.iter().map(|row| row.day));
        let asked: Vec<(i32, f64)> = asked.map(|day| (day, 1.0)).collect();
        all.extend(of("questions", Kind::Sum, sums(calendar, &asked)));
        let flow = |days: fn(&History) -> Option<&Days>| {
            let days = own.iter().filter_map(|history| days(history));
            let rows: Vec<(i32, f64)> = days.flat_map(rows).collect();
            sums(calendar, &rows)
        };
        let gained = flow(|history| history.gained.as_ref());
        all.extend(of("followers_gained", Kind::Sum, gained));
        all.extend(of("unfollows", Kind::Sum, flow(|history| history.lost.as_ref())));
        all.extend(of("followers_end", Kind::End, levels(calendar, &own)));
        all.extend(of(POST_REACH, Kind::Mean, means(calendar, &own)));
    }
    let met = shown.iter().flat_map(|shown| shown.history.leads.iter().map(|row| (row.day, 1.0)));
    let met: Vec<(i32, f64)> = met.collect();
    let leads = sums(calendar, &met);
    all.extend(leads.map(|weeks| Series { id: "leads", community: None, kind: Kind::Sum, weeks }));
    all.retain(|series| {
        let id = if series.id == POST_REACH { "impressions_first" } else { series.id };
        model.column(&model.named(series.community, id)).is_some()
    });
    all
}

fn rows(days: &Days) -> impl Iterator<Item = (i32, f64)> + '_ {
    days.counts.iter().enumerate().map(|(place, count)| (days.first + place as i32, *count))
}

/// Sums of the weeks between the first and the last row.
fn sums(calendar: Calendar, rows: &[(i32, f64)]) -> Option<Vec<Option<(f64, f64)>>> {
    let days = || rows.iter().map(|(day, _)| *day);
    let range = (days().min()?, days().max()?);
    let mut sums = vec![0.0; calendar.weeks];
    for (day, count) in rows {
        if let Some(week) = calendar.week(*day) {
            sums[week] += count;
        }
    }
    let told = |(week, sum): (usize, f64)| calendar.holds(week, range).then_some((sum, 1.0));
    Some(sums.into_iter().enumerate().map(told).collect())
}

/// The last level of each week, of the history that tells of the latest one.
fn levels(calendar: Calendar, own: &[&History]) -> Option<Vec<Option<(f64, f64)>>> {
    let last = own.iter().filter(|history| history.followers.len() > 1);
    let history = last.max_by_key(|history| history.followers.last().map(|(day, _)| *day))?;
    let mut levels = vec![None; calendar.weeks];
    for (day, level) in &history.followers {
        if let Some(week) = calendar.week(*day) {
            levels[week] = Some((*level, 1.0));
        }
    }
    Some(levels)
}

/// The mean reach of the posts of each week, with their number.
fn means(calendar: Calendar, own: &[&History]) -> Option<Vec<Option<(f64, f64)>>> {
    let posts = || own.iter().flat_map(|history| &history.posts);
    if posts().count() < POSTS {
        return None;
    }
    let days = || posts().map(|post| post.day);
    let range = (days().min()?, days().max()?);
    let mut sums = vec![(0.0, 0.0); calendar.weeks];
    for post in posts() {
        if let Some(week) = calendar.week(post.day) {
            sums[week].0 += post.reach_followers.unwrap_or(post.reach);
            sums[week].1 += 1.0;
        }
    }
    let told = |(week, (sum, n)): (usize, (f64, f64))| {
        calendar.holds(week, range).then(|| (if n > 0.0 { sum / n } else { 0.0 }, n))
    };
    Some(sums.into_iter().enumerate().map(told).collect())
}
