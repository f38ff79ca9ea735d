//! Origin by origin.

use jiff::ToSpan as _;
use jiff::civil::{Date, date};
use rayon::prelude::*;
use reachsim_core::engine::Unwatched;
use reachsim_core::model::{Model, Plan};
use reachsim_core::watch::Watch;

use super::forecast::{Asked, Models, draws, learnt};
use super::rivals::{self, Rival, Stretch};
use super::row::{Forecast, Row};
use super::series::{self, Calendar, Series};
use super::visible::Shown;
use crate::known::page::Source;
use crate::score::crps_fair;

/// What exports showed at the end of a day.
pub type Visible<'a> = &'a (dyn Fn(i32) -> Vec<Shown> + Sync);

/// Weeks before the first origin, at least.
pub const LEAST_WEEKS: usize = 26;

/// What can be forecast, and from when on.
#[derive(Clone, Debug, PartialEq)]
pub struct Outlook {
    /// Whole weeks that exports know.
    pub weeks: usize,
    /// Weeks before the first origin.
    pub first: usize,
    pub series: Vec<Series>,
    calendar: Calendar,
}

/// A back-test.
#[derive(Clone, Debug, PartialEq)]
pub struct Backtest {
    /// Whole weeks that exports know.
    pub weeks: usize,
    /// The first and the last day that was forecast, since 1970-01-01.
    pub days: (i32, i32),
    pub trials: u64,
    /// By series, then by horizon; those without a forecast are left out.
    pub rows: Vec<Row>,
}

/// What all that is known allows to forecast. None where nothing has a day.
pub fn outlook(model: &Model, shown: &[Shown]) -> Option<Outlook> {
    let calendar = Calendar::of(shown)?;
    let series = series::all(model, shown, calendar);
    let weeks = calendar.weeks;
    Some(Outlook { weeks, first: LEAST_WEEKS.max(weeks.div_ceil(2)), series, calendar })
}

impl Outlook {
    /// Horizons with their origins, each the number of weeks known: those that are asked for, and
    /// the rest from the first origin on.
    fn horizons(&self, asked: &[usize]) -> Vec<(usize, bool, Vec<usize>)> {
        let Some(rest) = self.weeks.checked_sub(self.first).filter(|rest| *rest > 0) else {
            return Vec::new();
        };
        let fits = asked.iter().filter(|horizon| (1..=rest).contains(*horizon));
        let mut all: Vec<_> = fits
            .map(|horizon| (*horizon, false, (self.first..=self.weeks - horizon).collect()))
            .collect();
        if asked.iter().all(|horizon| *horizon < rest) {
            all.push((rest, true, vec![self.first]));
        }
        all
    }

    /// How many forecasts are made.
    pub fn steps(&self, asked: &[usize]) -> u64 {
        self.horizons(asked).iter().map(|(_, _, origins)| origins.len() as u64).sum()
    }
}

/// Forecasts of one origin: series, horizon, what was forecast.
type Found = Vec<(usize, usize, Forecast)>;

/// Makes every forecast and scores it. The same on any number of threads. Meaningless where `watch`
/// stopped it.
///
/// # Errors
/// That of a model.
pub fn run<E: Send>(
    outlook: &Outlook,
    models: Models<E>,
    visible: Visible,
    asked: &Asked,
    watch: &impl Watch,
) -> Result<Backtest, E> {
    let horizons = outlook.horizons(&asked.horizons);
    watch.announce(outlook.steps(&asked.horizons));
    let origins: Vec<usize> = (outlook.first..outlook.weeks).collect();
    let found: Vec<Found> = origins
        .par_iter()
        .map(|origin| {
            let day = outlook.calendar.eve(*origin);
            let shown = visible(day);
            let sources: Vec<Source> = shown.iter().map(Shown::source).collect();
            let mut found = Vec::new();
            for (place, (horizon, _, origins)) in horizons.iter().enumerate() {
                if origins.contains(origin) && !watch.stopped() {
                    let at = Origin { week: *origin, day: day + 1, horizon: *horizon };
                    let model = models(start(day + 1), *horizon)?;
                    let own = at.forecast(outlook, &model, &sources, asked);
                    found.extend(own.into_iter().map(|(series, it)| (series, place, it)));
                    watch.done(1);
                }
            }
            Ok(found)
        })
        .collect::<Result<_, E>>()?;
    let model = models(start(outlook.calendar.eve(outlook.first) + 1), 1)?;
    let mut rows = Vec::new();
    for (of, series) in outlook.series.iter().enumerate() {
        for (place, (horizon, is_rest, _)) in horizons.iter().enumerate() {
            let all = found.iter().flatten();
            let own = all.filter(|(series, horizon, _)| (*series, *horizon) == (of, place));
            let forecasts: Vec<Forecast> = own.map(|(_, _, forecast)| forecast.clone()).collect();
            if forecasts.is_empty() {
                continue;
            }
            let named = series.community.filter(|_| model.communities.len() > 1);
            rows.push(Row {
                metric: model.named(named, series.id),
                community: series.community,
                id: series.id,
                horizon: *horizon,
                is_rest: *is_rest,
                forecasts,
            });
        }
    }
    let eve = |week| outlook.calendar.eve(week);
    let days = (eve(outlook.first) + 1, eve(outlook.weeks));
    Ok(Backtest { weeks: outlook.weeks, days, trials: asked.plan.trials, rows })
}

/// Where a forecast is made: so many weeks are known, the first day ahead, weeks ahead.
#[derive(Clone, Copy, Debug)]
struct Origin {
    week: usize,
    day: i32,
    horizon: usize,
}

impl Origin {
    /// The forecasts of all series whose outcomes are known, by their places.
    fn forecast(
        self,
        outlook: &Outlook,
        model: &Model,
        sources: &[Source],
        asked: &Asked,
    ) -> Vec<(usize, Forecast)> {
        let Origin { week, day, horizon } = self;
        let came: Vec<(usize, f64, f64)> = outlook
            .series
            .iter()
            .enumerate()
            .filter_map(|(place, series)| {
                let (outcome, n) = series.came(week, week + horizon)?;
                Some((place, outcome, n))
            })
            .collect();
        let wanted: Vec<(&Series, f64)> =
            came.iter().map(|(place, _, n)| (&outlook.series[*place], *n)).collect();
        let seed = asked.plan.seed.wrapping_add(u64::from(day.unsigned_abs()));
        let plan = Plan { seed, ..asked.plan };
        let own = draws(&learnt(model, sources, day, asked), &wanted, plan, &Unwatched);
        let preset = draws(model, &wanted, plan, &Unwatched);
        let each = came.iter().zip(own).zip(preset);
        each.filter_map(|((&(place, outcome, _), own), preset)| {
            let mut forecast = Forecast::of(day, &own, outcome)?;
            let series = &outlook.series[place];
            forecast.rivals = Rival::ALL.map(|rival| {
                let draws = match rival.baseline() {
                    None => Some(preset.clone()),
                    Some(baseline) => {
                        let lag = series.lag();
                        let past = series.past(week - lag.min(week));
                        let stretch = Stretch { lag, weeks: horizon };
                        rivals::draws(baseline, &past, series.kind, stretch)
                    }
                };
                let score = crps_fair(&draws?, outcome);
                score.is_finite().then_some(score)
            });
            Some((place, forecast))
        })
        .collect()
    }
}

fn start(day: i32) -> Date {
    let epoch = date(1970, 1, 1);
    epoch.checked_add(day.days()).unwrap_or(epoch)
}
