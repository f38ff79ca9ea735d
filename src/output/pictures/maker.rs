//! What every maker of pictures has at hand: the run, its findings, and how they are written.

use rayon::prelude::*;

use crate::design::Sampler;
use crate::model::{About, Assumption, ColumnId, Model, Period, Plan, WEEK_DAYS};
use crate::output::Report;
use crate::output::charts::{Figure, Month, Picture, Spread, Times};
use crate::output::draw::{Svg, Theme};
use crate::output::format::Format as _;
use crate::output::format::{Locale, Quantity};
use crate::output::phrases;
use crate::output::words::say;
use crate::scenario::deck::Step;
use crate::study;
use crate::summary::{Fifths, MetricSummary, moved_by};

/// Findings of a run that are the same in every language, computed once.
#[derive(Clone, Debug)]
pub struct Findings {
    /// The metric that the scenario is about.
    pub subject: Option<ColumnId>,
    /// The inputs that go with it, those that move it farthest first, each with the mean of the
    /// metric where it is low and where it is high.
    pub drivers: Vec<Fifths>,
}

/// How the series of what is counted since the start end.
const CUMULATIVE: &str = "_cumulative";

/// Inputs that are looked at.
const DRIVERS: usize = 12;

impl Findings {
    pub fn of(report: &Report) -> Findings {
        let subject = study::subject(report.model()).filter(|_| report.trials().filled() > 1);
        let drivers = subject.map_or_else(Vec::new, |column| {
            let mut found = moved_by(report.model(), report.trials(), column, DRIVERS);
            // In the order of what is drawn.
            let swing = |fifths: &Fifths| (fifths.high - fifths.low).abs();
            found.sort_by(|a, b| swing(b).total_cmp(&swing(a)));
            found
        });
        Findings { subject: study::subject(report.model()), drivers }
    }
}

/// Pictures in their order; one without data is left out.
#[derive(Debug, Default)]
pub struct Pictures(pub Vec<Picture>);

impl Pictures {
    pub fn add(&mut self, id: &str, figure: Option<impl Into<Figure>>) {
        self.0.extend(figure.map(|figure| Picture::new(id, figure)));
    }
}

/// Draws pictures on all threads, each with the stem of its files.
pub fn drawn(pictures: &[Picture], stamp: &str, theme: &Theme) -> Vec<(&'static str, Svg)> {
    pictures
        .par_iter()
        .map(|picture| (picture.chart.id, picture.figure.draw(stamp, theme)))
        .collect()
}

/// Where and when, for the subtitle of a picture.
pub fn scope(about: &About, model: &Model, locale: Locale) -> String {
    if model.communities.is_empty() {
        return about.title.of(locale).to_owned();
    }
    let time = locale.weeks(model.weeks as u64);
    let time = match about.start {
        Some(date) => say!(locale, "horizon-from", time = time, date = locale.date(date)),
        None => time,
    };
    format!("{}, {time}", about.title.of(locale))
}

/// Makes the pictures in one language.
pub struct Maker<'a> {
    pub report: &'a Report<'a>,
    pub findings: &'a Findings,
    pub locale: Locale,
    pub scope: String,
    /// The step of pictures over time.
    pub step: Step,
}

impl<'a> Maker<'a> {
    pub fn found(&self, id: &str) -> Option<&'a MetricSummary> {
        self.report.summary().metric(id)
    }

    /// The mean of a metric; NaN where it is not measured.
    pub fn mean(&self, id: &str) -> f64 {
        self.found(id).map_or(f64::NAN, |found| found.mean.value)
    }

    /// Whether there is any of a metric: a network that tells no friends has no picture of them.
    pub fn has(&self, id: &str) -> bool {
        self.mean(id) > 0.0
    }

    pub fn words(&self, id: &str) -> String {
        phrases::part_words(self.report, id)
    }

    pub fn of(&self, id: &str) -> Option<Spread> {
        self.found(id).map(|found| self.report.spread(found))
    }

    /// A mean with the digits that its error supports.
    pub fn told(&self, id: &str) -> String {
        self.found(id).map_or_else(String::new, |found| {
            let se = if self.report.is_at_medians() {
                Some(0.0)
            } else {
                Some(found.mean.se).filter(|se| se.is_finite())
            };
            self.locale.amount(self.quantity(found.column), found.mean.value, se)
        })
    }

    /// A ratio of the means of two metrics.
    pub fn ratio(&self, over: &str, under: &str) -> f64 {
        self.mean(over) / self.mean(under)
    }

    pub fn share(&self, over: &str, under: &str) -> String {
        self.locale.share(self.ratio(over, under), None)
    }

    pub fn number(&self, value: f64) -> String {
        self.locale.number(value, None)
    }

    pub fn quantity(&self, column: ColumnId) -> Quantity {
        quantity(self.report.model(), column)
    }

    /// The percentiles of a weekly series of all communities together, by week or by month; none
    /// where the weeks were not asked for.
    pub fn weeks(&self, series: &str) -> Vec<Spread> {
        let whole = self.of(series.trim_end_matches(CUMULATIVE));
        let se = whole.map_or([None; 3], |spread| spread.se);
        let found = self.report.summary().series(series);
        let weeks = found.map_or(&[][..], |found| match self.step {
            Step::Week => &found.weeks[..],
            Step::Month => &found.months[..],
        });
        let mut told: Vec<Spread> = weeks
            .iter()
            .map(|week| Spread { low: week.p05, typical: week.p50, high: week.p95, se })
            .collect();
        // What is counted up to the last week is the figure of the horizon, and told as that.
        if let (Some(last), Some(whole)) =
            (told.last_mut(), whole.filter(|_| series.ends_with(CUMULATIVE)))
        {
            *last = whole;
        }
        told
    }

    /// When these are.
    pub fn times(&self) -> Times {
        let months = match self.step {
            Step::Week => &[][..],
            Step::Month => &self.report.model().calendar.months[..],
        };
        let month = |period: &Period| Month {
            year: period.first.year(),
            month: period.first.month(),
            end: period.to as f64 / WEEK_DAYS as f64,
        };
        Times(months.iter().map(month).collect())
    }

    /// Of two words those about weeks, or those about months.
    pub fn by_step(&self, ids: [&str; 2]) -> String {
        say!(self.locale, ids[self.step as usize], scope = self.scope.as_str())
    }
}

pub fn quantity(model: &Model, column: ColumnId) -> Quantity {
    phrases::quantity_of(&model.metric(column.metric))
}

/// Scenario, trials, and what the figures rest on: the line at the foot of everything that is
/// shown.
pub fn stamp(about: &About, plan: Plan, assumptions: &[Assumption], locale: Locale) -> String {
    let hash = say!(locale, "stamp-scenario", hash = about.hash.get(..16).unwrap_or(&about.hash));
    let futures = if plan.sampler == Sampler::Expected {
        say!(locale, "stamp-medians")
    } else if plan.trials == 0 {
        String::new()
    } else {
        say!(locale, "stamp-futures", n = plan.trials)
    };
    let assumed = phrases::Assumed::of(assumptions);
    let parts = [hash, futures, assumed.years(locale), assumed.estimates(locale)];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}
