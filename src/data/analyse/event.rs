//! Before and after an event: counts regressed on time, season and the event.
//!
//! ln of the mean count a step is a level, a slope, a pair of waves a year where there is a year
//! before the event (two, of months), and the event; counts scatter as a negative binomial does,
//! and errors hold with neighbours alike (Newey, West 1987). Steps left out before an event are cut
//! out. What is said of it needs two things: an interval of the ratio beside 1, and a rank among
//! the first tenth of all windows of its length.

use reachsim_core::diagnostic::{Code, message};

use super::change::{Caution, Change, Step, Sum, Verdict};
use super::question::{Event, Series};
use super::steps::Steps;
use super::view::View;
use crate::fault::Fault;
use crate::measure::interrupted::{self, Fit, Luck, Unfit};

/// Autocorrelation from which on an interval is too narrow.
const NEIGHBOURS: f64 = 0.3;

pub fn change(view: &View) -> Result<Option<Change>, Fault> {
    let Some(event) = &view.question.event else { return Ok(None) };
    let series = view.question.series.unwrap_or(Series::Questions);
    let steps = Steps::of(view, series, event)?;
    let cut = Cut::of(&steps, event);
    let fit = interrupted::fit(&cut.series, Luck::NegativeBinomial)
        .map_err(|unfit| refusal(series, &steps, unfit))?;
    Ok(Some(told(series, event, &steps, &cut, &fit)))
}

/// A series without the steps that are left out.
struct Cut {
    series: interrupted::Series,
    before: usize,
    during: usize,
    left_out: usize,
    has_season: bool,
}

impl Cut {
    fn of(steps: &Steps, event: &Event) -> Cut {
        let window = steps.within(event);
        let left_out = (event.leave_out as usize).min(window.start);
        let before = window.start - left_out;
        let kept = |values: &[f64]| -> Vec<f64> {
            let (past, rest) = (&values[..before], &values[window.start..]);
            past.iter().chain(rest).copied().collect()
        };
        let counts = kept(&steps.counts);
        let during = before..before + window.len();
        let (a_year, needed) = match steps.step {
            Step::Week => (52.18, 52),
            Step::Month => (12.0, 24),
        };
        let has_season = before >= needed;
        let logs = |exposure: &Vec<f64>| kept(exposure).into_iter().map(libm::log).collect();
        let (finite, after) = match event.to {
            Some(_) => (Some(during.clone()), during.end..counts.len()),
            None => (None, during.clone()),
        };
        let series = interrupted::Series {
            offset: steps.exposure.as_ref().map(logs),
            season: has_season.then_some(a_year),
            pairs: usize::from(has_season),
            during: finite,
            after,
            trend: true,
            controls: Vec::new(),
            counts,
        };
        Cut { series, before, during: during.len(), left_out, has_season }
    }

    /// Whether no window of that length is higher, or none lower.
    fn is_extreme(&self) -> bool {
        let length = self.during;
        if self.series.during.is_none() || length == 0 || length >= self.series.counts.len() {
            return false;
        }
        let sums: Vec<f64> =
            self.series.counts.windows(length).map(|window| window.iter().sum()).collect();
        let Some(own) = sums.get(self.before).copied() else { return false };
        sums.iter().all(|sum| *sum <= own) || sums.iter().all(|sum| *sum >= own)
    }
}

fn told(series: Series, event: &Event, steps: &Steps, cut: &Cut, fit: &Fit) -> Change {
    let window = steps.within(event);
    let placebo = fit.placebo.map(|rank| (rank.rank as u32, rank.places as u32));
    let is_unusual = placebo.is_none_or(|(rank, places)| rank <= (places / 10).max(1));
    let verdict = match fit.ratio {
        ratio if ratio.low > 1.0 && is_unusual => Verdict::HigherThanItsPast,
        ratio if ratio.high < 1.0 && is_unusual => Verdict::LowerThanItsPast,
        _ => Verdict::WithinItsPast,
    };
    let cautions = [
        (Caution::NoControl, true),
        (Caution::PostHoc, cut.is_extreme()),
        (Caution::Neighbours, fit.lag1 > NEIGHBOURS),
        (Caution::NotUnusual, !is_unusual),
        (Caution::NoSeason, !cut.has_season),
        (Caution::FewSteps, fit.is_short),
        (Caution::GapsAsNought, steps.has_gaps),
    ];
    let after = if event.to.is_some() { steps.counts.len() - window.end } else { 0 };
    let marked = steps.starts.iter().zip(&steps.counts).enumerate();
    Change {
        series,
        step: steps.step,
        from: event.from,
        to: event.to,
        left_out: cut.left_out as u32,
        before: cut.before as u32,
        during: cut.during as u32,
        after: after as u32,
        ratio: fit.ratio.value,
        low: fit.ratio.low,
        high: fit.ratio.high,
        sum: fit.sum.map(|sum| Sum { value: sum.value, low: sum.low, high: sum.high }),
        placebo,
        lag1: fit.lag1,
        verdict,
        warnings: cautions.into_iter().filter(|(_, is)| *is).map(|(caution, _)| caution).collect(),
        steps: marked
            .map(|(place, (start, count))| (*start, *count, window.contains(&place)))
            .collect(),
    }
}

fn refusal(series: Series, steps: &Steps, unfit: Unfit) -> Fault {
    let id = series.id();
    let words = match (unfit, steps.step) {
        (Unfit::TooShort { before, after }, Step::Week) => message!(
            "an event needs 8 weeks before it and 2 of its own, and `{id}` has {before} and {after}",
            id = id,
            before = before as u64,
            after = after as u64,
        ),
        (Unfit::TooShort { before, after }, Step::Month) => message!(
            "an event needs 8 months before it and 2 of its own, and `{id}` has {before} and {after}",
            id = id,
            before = before as u64,
            after = after as u64,
        ),
        (Unfit::NoVariation, _) => message!(
            "`{id}` has the same count everywhere, or none before the event or in it, and a ratio \
             needs both",
            id = id
        ),
        (Unfit::NotCounts, _) => message!("`{id}` has counts below nought", id = id),
        _ => message!("`{id}` has too few weeks to tell the event from its own course", id = id),
    };
    let help = message!("give files with a longer past, another event, or another `--series`");
    Fault::new(Code::TooFew, words).help(help)
}
