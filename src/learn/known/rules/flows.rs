//! Who comes to a page and who leaves it.

use reachsim_core::dist::Spread;
use reachsim_data::analyse::{Days, History};

use crate::known::curve::Curve;
use crate::known::page::Page;
use crate::known::seen::{Counted, DayCount, Evidence};

/// Weeks of a day.
const DAY: f64 = 1.0 / 7.0;

/// Flows of a page by day, over its followers.
fn flow(page: &Page, of: fn(&History) -> Option<&Days>) -> Option<Counted> {
    let days = page.sources.iter().flat_map(|source| {
        let Some(flow) = of(source.history) else { return Vec::new() };
        let day = |(place, count): (usize, &f64)| {
            let day = flow.first + place as i32;
            let exposure = page.followers(source.history, day) * DAY;
            DayCount { day, count: *count, exposure, weight: page.weight(source, day) }
        };
        flow.counts.iter().enumerate().map(day).collect::<Vec<_>>()
    });
    let days: Vec<DayCount> = days.collect();
    (days.len() >= 14).then_some(Counted { days })
}

/// Weeks of a year.
const YEAR: f64 = 52.0;

/// Gains less those that the model expects from friends, campaigns and advertising.
pub fn organic(page: &Page, key: &str) -> Option<Evidence> {
    let mut counted = flow(page, |history| history.gained.as_ref())?;
    let (all, followers) =
        counted.days.iter().fold((0.0, 0.0), |sum, row| (sum.0 + row.count, sum.1 + row.exposure));
    let others = page.other_gains * DAY * counted.days.len() as f64;
    let own = all - others;
    if !(own > 0.0 && followers > 0.0) {
        return None;
    }
    // What others bring is taken off in the same proportion everywhere.
    for row in &mut counted.days {
        row.exposure *= all / own / YEAR;
    }
    let last = counted.days.iter().map(|row| row.day).max()?;
    counted.rate(page.drift(key), page.ahead(last), None)
}

/// Losses over followers, as churn a month: h = 1 - (1 - churn)^(12/52) a week.
pub fn churn(page: &Page, key: &str) -> Option<Evidence> {
    let counted = flow(page, |history| history.lost.as_ref())?;
    let last = counted.days.iter().map(|row| row.day).max()?;
    let evidence = counted.rate(page.drift(key), page.ahead(last), None)?;
    let leaving = page.leaving;
    let (weekly, sd) = (evidence.curve.mean(), evidence.curve.sd());
    let hazard = move |churn: f64| {
        -libm::expm1(libm::log1p(-churn.min(1.0 - 1e-12)) * (12.0 / YEAR)) * leaving
    };
    let guess = libm::exp(weekly) / leaving * (YEAR / 12.0);
    let place = Spread::Logit.place(guess.clamp(1e-9, 0.9));
    let inner = evidence.curve.clone();
    let curve = Curve::exact(Spread::Logit, (place, sd), move |place| {
        inner.ln(libm::log(hazard(Spread::Logit.value(place))))
    });
    Some(Evidence { curve, ..evidence })
}
