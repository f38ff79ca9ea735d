//! One future in words, week by week.

use super::studies::{brief_input, key_known, key_sum, value, with_currency, words};
use super::{chance_short, tame};
use crate::estimate::Estimate;
use crate::locale::Locale;
use crate::metric::{METRICS, Week, find, metric};
use crate::output::Context;
use crate::output::format::Format as _;
use crate::output::words::{Words as _, say, sentence};
use crate::study::condition::{Condition, Shift};
use crate::study::future::Told;

/// Most inputs that are named as unusual.
const INPUTS: usize = 5;

/// Which future it is, and how it ends.
pub fn head(context: &Context, told: &Told) -> String {
    let (locale, column) = (context.locale, told.metric);
    let found = Estimate::exact(told.value(context.model()));
    let found = with_currency(context, column, &value(context, column, found));
    let number = locale.number(told.trial as f64, Some(0.0));
    say!(
        locale,
        "story-head",
        kind = told.which.id(),
        number = number,
        words = sentence(&words(context, column)),
        value = found
    )
}

/// The inputs that are unusual in it, each with its place in what is believed; empty where none is.
pub fn unusual(context: &Context, told: &Told) -> Vec<(String, String)> {
    let row = |&(input, below): &(usize, f64)| {
        let locale = context.locale;
        let key = &context.model().inputs[input].key;
        let found = key_sum(context, key, told.replay.inputs[input]);
        let place = chance_short(locale, Estimate::exact(below));
        let told = say!(locale, "story-row", value = found, place = place);
        (brief_input(context, key), told)
    };
    told.unusual.iter().take(INPUTS).map(row).collect()
}

/// Each week in words, counted from 0 as in `--trial`.
pub fn weeks(context: &Context, told: &Told) -> Vec<(usize, String)> {
    let Some((_, weeks)) = told.replay.scopes.first() else { return Vec::new() };
    let teller = Teller::of(context, weeks);
    (0..weeks.len()).map(|week| (week, teller.week(week))).collect()
}

/// A condition as people read it: `Profit < €0`.
pub fn condition(context: &Context, asked: Condition) -> String {
    let name = sentence(&words(context, asked.metric));
    let bound = value(context, asked.metric, Estimate::exact(asked.value));
    let bound = with_currency(context, asked.metric, &bound);
    format!("{name} {} {bound}", asked.side.sign())
}

/// An input where a condition holds: typically how much, instead of how much, and where that is in
/// its own range, from 0 to 100.
pub fn shifted(context: &Context, shift: &Shift) -> [String; 3] {
    let key = &context.model().inputs[shift.input].key;
    let [all, here] = shift.medians.map(|median| {
        key_known(context, key, Estimate { value: median, se: 0.02 * median.abs(), freedom: 1.0 })
    });
    let place = context.locale.number((100.0 * shift.place.value).round(), Some(0.0));
    [here, all, place]
}

/// The weekly figures of one future.
struct Teller<'a> {
    context: &'a Context<'a>,
    weeks: &'a [Week],
    /// The most and the fewest questions of a week, where weeks differ.
    questions: Option<[f64; 2]>,
    /// The first week at whose end no money is missing any more.
    even: Option<usize>,
}

impl Teller<'_> {
    fn of<'a>(context: &'a Context, weeks: &'a [Week]) -> Teller<'a> {
        let teller = Teller { context, weeks, questions: None, even: None };
        let asked: Vec<f64> =
            (0..weeks.len()).filter_map(|week| teller.figure(metric!("questions"), week)).collect();
        let (least, most) =
            asked.iter().fold((f64::INFINITY, 0.0), |(a, b): (f64, f64), x| (a.min(*x), b.max(*x)));
        let cash = |week: usize| teller.figure(metric!("cash_end"), week);
        let even = (1..weeks.len())
            .rev()
            .take_while(|&week| cash(week).is_some_and(|sum| sum >= 0.0))
            .last()
            .filter(|&week| cash(week - 1).is_some_and(|sum| sum < 0.0));
        Teller { context, weeks, questions: (least < most).then_some([least, most]), even }
    }

    /// A figure of a week, where it is measured and defined.
    fn figure(&self, id: &str, week: usize) -> Option<f64> {
        let (place, _) = find(id)?;
        if !self.context.model().measures(place) {
            return None;
        }
        let found = METRICS[place].value.of_week(&self.weeks[week])?.value();
        found.is_finite().then_some(found)
    }

    fn week(&self, week: usize) -> String {
        let parts = [
            self.asked(week),
            self.answered(week),
            self.counted("story-seen", metric!("impressions_questions"), week),
            self.counted("story-won", metric!("won"), week)
                .filter(|_| self.figure(metric!("won"), week).is_some_and(|won| won.round() > 0.0)),
            self.counted("story-followers", metric!("followers_end"), week),
            self.money(week),
        ];
        let told: Vec<String> = parts.into_iter().flatten().collect();
        sentence(&told.join(&say!(self.locale(), "story-and")))
    }

    fn locale(&self) -> Locale {
        self.context.locale
    }

    fn counted(&self, id: &str, metric: &str, week: usize) -> Option<String> {
        let count = self.figure(metric, week)?.round();
        let text = self.locale().number(count, Some(0.0));
        Some(self.locale().say(id, &[("count", count.into()), ("n", text.into())]))
    }

    fn asked(&self, week: usize) -> Option<String> {
        let asked = self.counted("story-asked", metric!("questions"), week)?;
        let count = self.figure(metric!("questions"), week)?;
        let beside = match self.questions {
            Some([_, most]) if count == most => say!(self.locale(), "story-most"),
            Some([least, _]) if count == least => say!(self.locale(), "story-fewest"),
            _ => String::new(),
        };
        Some(asked + &beside)
    }

    /// Answers of the team and of others, where anybody asked.
    fn answered(&self, week: usize) -> Option<String> {
        let answers: f64 = [metric!("answers_staff"), metric!("answers_peers")]
            .iter()
            .filter_map(|id| self.figure(id, week))
            .sum();
        let count = answers.round();
        let text = self.locale().number(count, Some(0.0));
        let is_told = self.figure(metric!("answers_staff"), week).is_some();
        is_told.then(|| {
            self.locale().say("story-answered", &[("count", count.into()), ("n", text.into())])
        })
    }

    fn money(&self, week: usize) -> Option<String> {
        let sum = self.figure(metric!("cash_end"), week)?;
        let locale = self.locale();
        let written = locale.number(sum.round(), Some(0.0));
        let sum = locale.money(&tame(&self.context.about().currency), &written);
        let id = if self.even == Some(week) { "story-even" } else { "story-cash" };
        Some(locale.say(id, &[("sum", sum.into())]))
    }
}
