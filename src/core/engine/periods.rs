//! Weekly series, gathered by month and by business year.

use crate::metric::{Metric, Value};
use crate::model::{Period, WEEK_DAYS};
use crate::trials::WeekStatistics;

/// A weekly series in all trials of a block, on its way through the weeks.
///
/// What flows is shared out by days: a period has of a week as many sevenths as it has of its
/// days, so that the periods add up to the weeks. Of a rate that holds for both its parts. What
/// stands at a moment (followers, the till, different people so far) is taken at the end of the
/// period's last day: between the ends of two weeks it moves evenly, so that the till at the end
/// of a month holds what the months until then brought. Before the end of the first week different
/// people and money come from zero, and everything else is as it is at its end.
/// Tests: `months::what_flows_adds_up_by_months_as_by_weeks`,
/// `months::what_stands_is_read_at_the_end_of_the_month`.
pub struct Gathering<'a> {
    periods: &'a [Period],
    /// How many of them are over.
    over: usize,
    manner: Manner,
    worst: f64,
    values: Vec<f64>,
    under: Vec<f64>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Manner {
    Flows,
    /// Both parts of a rate flow.
    Rate,
    Stands,
    /// The same, from zero.
    Grows,
}

impl<'a> Gathering<'a> {
    pub fn of(metric: &Metric, periods: &'a [Period], trials: usize) -> Gathering<'a> {
        let manner = match metric.value {
            Value::Reach(_) => Manner::Grows,
            Value::State(_) if metric.unit.is_money() => Manner::Grows,
            Value::State(_) => Manner::Stands,
            _ if metric.value.is_ratio() => Manner::Rate,
            _ => Manner::Flows,
        };
        let under = if manner == Manner::Rate { trials } else { 0 };
        Gathering {
            periods,
            over: 0,
            manner,
            worst: metric.better.worst(),
            values: vec![0.0; trials],
            under: vec![0.0; under],
        }
    }

    /// Goes through a week, and adds the statistics of every period that ends in it.
    pub fn pass(
        &mut self,
        week: usize,
        (values, under): (&[f64], &[f64]),
        statistics: &mut Vec<WeekStatistics>,
    ) {
        match self.manner {
            Manner::Flows | Manner::Rate => self.flow(week, (values, under), statistics),
            Manner::Stands | Manner::Grows => self.stand(week, values, statistics),
        }
    }

    fn flow(
        &mut self,
        week: usize,
        (values, under): (&[f64], &[f64]),
        told: &mut Vec<WeekStatistics>,
    ) {
        let (first, end) = days(week);
        while let Some(period) = self.periods.get(self.over).filter(|period| period.from < end) {
            let days = period.to.min(end) - period.from.max(first);
            add(&mut self.values, values, share(days));
            add(&mut self.under, under, share(days));
            if period.to > end {
                return;
            }
            told.push(WeekStatistics::of(&mut self.values, &self.under, self.worst));
            self.values.fill(0.0);
            self.under.fill(0.0);
            self.over += 1;
        }
    }

    fn stand(&mut self, week: usize, values: &[f64], told: &mut Vec<WeekStatistics>) {
        let (first, end) = days(week);
        if week == 0 && self.manner == Manner::Stands {
            self.values.copy_from_slice(values);
        }
        while let Some(period) = self.periods.get(self.over).filter(|period| period.to <= end) {
            let share = share(period.to - first);
            let mut then: Vec<f64> = self
                .values
                .iter()
                .zip(values)
                .map(|(before, after)| before + share * (after - before))
                .collect();
            told.push(WeekStatistics::of(&mut then, &[], self.worst));
            self.over += 1;
        }
        self.values.copy_from_slice(values);
    }
}

const fn days(week: usize) -> (usize, usize) {
    (week * WEEK_DAYS, (week + 1) * WEEK_DAYS)
}

fn share(days: usize) -> f64 {
    days as f64 / WEEK_DAYS as f64
}

fn add(sums: &mut [f64], values: &[f64], share: f64) {
    for (sum, value) in sums.iter_mut().zip(values) {
        *sum += share * value;
    }
}
