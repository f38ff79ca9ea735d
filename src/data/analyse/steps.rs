//! A series as an event is looked for in it: weeks that begin with the event's own weekday, or the
//! months of a monthly series.

use reachsim_core::diagnostic::{Code, message};

use super::change::Step;
use super::question::{Event, Series};
use super::view::View;
use super::weeks::Days;
use crate::fault::Fault;
use crate::shape::{Day, Metric};

/// Steps of a series.
#[derive(Clone, Debug, PartialEq)]
pub struct Steps {
    pub step: Step,
    /// First days of steps, or the days at which the months stand.
    pub starts: Vec<i32>,
    pub counts: Vec<f64>,
    /// How many would be counted, were everything else equal.
    pub exposure: Option<Vec<f64>>,
    /// Whether days without a row lie within a step.
    pub has_gaps: bool,
}

impl Steps {
    pub fn of(view: &View, series: Series, event: &Event) -> Result<Steps, Fault> {
        if let Series::Of(metric) = series {
            adds_up(metric)?;
            if let Some(months) = months(view, metric) {
                return Ok(months);
            }
        }
        let days = Days::of(view, series).ok_or_else(|| absent(view, series))?;
        let exposure = rows(view, Metric::Exposure);
        let before = (event.from - days.first).max(0) / 7;
        let start = event.from - 7 * before;
        let skip = (start - days.first).max(0) as usize;
        let counts: Vec<f64> = days
            .counts
            .get(skip..)
            .unwrap_or_default()
            .chunks_exact(7)
            .map(|days| days.iter().sum())
            .collect();
        let starts: Vec<i32> = (0..counts.len()).map(|week| start + 7 * week as i32).collect();
        let exposure =
            starts.iter().map(|start| mean_within(&exposure, *start, start + 7)).collect();
        Ok(Steps {
            step: Step::Week,
            has_gaps: has_gaps(view, series, &days),
            starts,
            counts,
            exposure,
        })
    }

    /// Steps of the event: from the first one that begins with it, to the last one that begins
    /// within it.
    pub fn within(&self, event: &Event) -> std::ops::Range<usize> {
        let first = self.starts.partition_point(|start| *start < event.from);
        let last = event
            .to
            .map_or(self.starts.len(), |to| self.starts.partition_point(|start| *start <= to));
        first..last.max(first)
    }
}

fn adds_up(metric: Metric) -> Result<(), Fault> {
    let id = metric.id();
    if metric.is_unique() {
        let words = message!(
            "`{id}` counts different people a day, and their sum over a week counts many of them \
             several times",
            id = id
        );
        let help = message!("look for the event in a series that adds up, such as `impressions`");
        return Err(Fault::new(Code::DailyUnique, words).help(help));
    }
    if metric.is_level() {
        let words = message!("`{id}` is a level, of which weeks have no sum", id = id);
        let help = message!("look for the event in a flow, such as `gained` or `lost`");
        return Err(Fault::new(Code::UnknownChoice, words).help(help));
    }
    Ok(())
}

fn absent(view: &View, series: Series) -> Fault {
    let words =
        message!("no file has `{id}` with days, so that no event shows in them", id = series.id());
    let own = [Series::Questions, Series::Posts, Series::Messages, Series::Leads];
    let flows = Metric::ALL.into_iter().filter(|metric| !metric.is_unique() && !metric.is_level());
    let found: Vec<String> = own
        .into_iter()
        .filter(|series| !view.days_of(*series).is_empty())
        .map(Series::id)
        .chain(flows.filter(|metric| !rows(view, *metric).is_empty()).map(Metric::id))
        .map(|id| format!("`{id}`"))
        .collect();
    let fault = Fault::new(Code::TooFew, words);
    if found.is_empty() {
        return fault.help(message!("give a file in which rows have days"));
    }
    fault.help(message!("these files have {series}", series = found.join(", ")))
}

/// Rows of a metric by day; of several accounts the sum.
fn rows(view: &View, metric: Metric) -> Vec<(i32, f64)> {
    let of = |day: &&Day| day.metric == metric;
    let mut rows: Vec<(i32, f64)> =
        view.export.days.iter().filter(of).map(|day| (day.date, day.value)).collect();
    rows.sort_unstable_by(|one, other| one.0.cmp(&other.0).then(one.1.total_cmp(&other.1)));
    rows.chunk_by(|one, other| one.0 == other.0)
        .map(|day| (day[0].0, day.iter().map(|row| row.1).sum()))
        .collect()
}

/// A series of which each row is a month after the one before.
fn months(view: &View, metric: Metric) -> Option<Steps> {
    let rows_of = rows(view, metric);
    let is_monthly = rows_of.len() > 2
        && rows_of.windows(2).all(|two| (28..=31).contains(&(two[1].0 - two[0].0)));
    if !is_monthly {
        return None;
    }
    let exposure = rows(view, Metric::Exposure);
    let at = |date: i32| {
        exposure.binary_search_by_key(&date, |row| row.0).ok().map(|found| exposure[found].1)
    };
    Some(Steps {
        step: Step::Month,
        starts: rows_of.iter().map(|row| row.0).collect(),
        counts: rows_of.iter().map(|row| row.1).collect(),
        exposure: rows_of.iter().map(|row| at(row.0)).collect(),
        has_gaps: false,
    })
}

fn mean_within(rows: &[(i32, f64)], from: i32, before: i32) -> Option<f64> {
    let first = rows.partition_point(|row| row.0 < from);
    let last = rows.partition_point(|row| row.0 < before);
    let within = &rows[first..last];
    let mean = within.iter().map(|row| row.1).sum::<f64>() / within.len() as f64;
    Some(mean).filter(|mean| *mean > 0.0)
}

/// Days of a page without a row; other series have no row where nothing was.
fn has_gaps(view: &View, series: Series, days: &Days) -> bool {
    let Series::Of(metric) = series else { return false };
    rows(view, metric).len() < days.counts.len()
}
