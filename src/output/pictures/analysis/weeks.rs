//! What happened week by week: what was asked and answered, and how far a typical post reached.

use reachsim_data::analyse::{Analysis, Series, Week};

use crate::locale::Locale;
use crate::output::charts::Calendar;
use crate::output::charts::calendar::Step;
use crate::output::format::{Format as _, Quantity};
use crate::output::phrases::analysis as words;
use crate::output::words::{say, sentence};

/// Weeks without which nothing is usual.
const FEW: usize = 4;
/// How many times what is usual a week must be to be the title.
const PEAK: f64 = 1.5;

type Of = fn(&Week) -> Option<u64>;

/// What may be counted, the most telling first.
const COUNTS: [(Series, Of); 4] = [
    (Series::Questions, |week| week.questions),
    (Series::Messages, |week| week.messages),
    (Series::Leads, |week| week.leads),
    (Series::Posts, |week| week.posts),
];

/// What was written by the week, with what was answered of it.
pub fn counts(analysis: &Analysis, (locale, scope): (Locale, &str)) -> Option<Calendar> {
    let weeks = &analysis.weeks[..];
    let (series, of) = COUNTS
        .into_iter()
        .find(|(_, of)| weeks.iter().filter_map(of).sum::<u64>() > 0 && weeks.len() > 1)?;
    let weeks = within(weeks, |week| of(week).is_some_and(|count| count > 0));
    let is_asked = series == Series::Questions;
    let answered = weeks.iter().any(|week| week.answered.is_some()) && is_asked;
    let steps = weeks.iter().map(|week| Step {
        name: words::day(locale, week.from),
        value: of(week).map_or(f64::NAN, |count| count as f64),
        part: week.answered.filter(|_| answered).map_or(f64::NAN, |count| count as f64),
        is_marked: !week.is_whole,
    });
    let steps: Vec<Step> = steps.collect();
    let name = words::series(locale, series);
    let whole: Vec<(i32, u64)> = weeks
        .iter()
        .filter(|week| week.is_whole)
        .filter_map(|week| Some((week.from, of(week)?)))
        .collect();
    let usual = median(whole.iter().map(|(_, count)| *count as f64)).filter(|_| whole.len() >= FEW);
    let lead = say!(locale, "told-weekly-lead", scope = scope);
    let partial = weeks.iter().any(|week| !week.is_whole);
    Some(Calendar {
        title: title(locale, (&name, of), (weeks, &whole), usual),
        subtitle: if partial {
            format!("{lead} {}", say!(locale, "told-weekly-shaded"))
        } else {
            lead
        },
        across: say!(locale, "told-week-from"),
        words: name,
        part: answered.then(|| say!(locale, "told-answered")),
        marked: partial.then(|| say!(locale, "told-part-of-a-week")),
        usual: usual.map(|usual| {
            let words = say!(locale, "told-usual", value = locale.number(usual, None));
            (usual, words)
        }),
        quantity: Quantity::Number,
        steps,
    })
}

/// The highest week where it stands out; else between which counts most weeks lie.
fn title(
    locale: Locale,
    (name, of): (&str, Of),
    (weeks, whole): (&[Week], &[(i32, u64)]),
    usual: Option<f64>,
) -> String {
    let series = sentence(name);
    let exact = |count: u64| words::count(locale, count);
    let Some(usual) = usual else {
        let count = exact(weeks.iter().filter_map(of).sum());
        let n = whole.len() as u64;
        return say!(locale, "told-weekly-few", series = series, count = count, n = n);
    };
    let highest = whole.iter().fold((0, 0), |top, it| if it.1 > top.1 { *it } else { top });
    let lowest = whole.iter().map(|(_, count)| *count).min().unwrap_or_default();
    let told = locale.number(usual, None);
    if usual > 0.0 && highest.1 as f64 >= PEAK * usual {
        say!(
            locale,
            "told-weekly-peak",
            series = series,
            count = exact(highest.1),
            day = words::day(locale, highest.0),
            usual = told
        )
    } else {
        let range = locale.between(&exact(lowest), &exact(highest.1));
        say!(locale, "told-weekly-even", series = series, usual = told, range = range)
    }
}

/// The reach of a typical post by the week.
pub fn reach(analysis: &Analysis, (locale, scope): (Locale, &str)) -> Option<Calendar> {
    let weeks = within(&analysis.weeks, |week| week.reach_per_post.is_some());
    let known: Vec<(i32, f64)> =
        weeks.iter().filter_map(|week| Some((week.from, week.reach_per_post?))).collect();
    if known.len() < 2 {
        return None;
    }
    let by = |a: &&(i32, f64), b: &&(i32, f64)| a.1.total_cmp(&b.1);
    let (low, high) = (known.iter().min_by(by)?, known.iter().max_by(by)?);
    let number = |value: f64| locale.number(value, None);
    let usual = median(known.iter().map(|(_, reach)| *reach));
    let title = if known.len() < FEW {
        let n = known.len() as u64;
        say!(locale, "told-reach-few", low = number(low.1), high = number(high.1), n = n)
    } else {
        say!(
            locale,
            "told-reach-weeks",
            low = number(low.1),
            one = words::day(locale, low.0),
            high = number(high.1),
            other = words::day(locale, high.0)
        )
    };
    Some(Calendar {
        title,
        subtitle: say!(locale, "told-reach-lead", scope = scope),
        across: say!(locale, "told-week-from"),
        words: say!(locale, "told-reach"),
        part: None,
        marked: None,
        usual: usual
            .filter(|_| known.len() >= FEW)
            .map(|usual| (usual, say!(locale, "told-usual", value = number(usual)))),
        quantity: Quantity::Number,
        steps: weeks
            .iter()
            .map(|week| Step {
                name: words::day(locale, week.from),
                value: week.reach_per_post.unwrap_or(f64::NAN),
                part: f64::NAN,
                is_marked: false,
            })
            .collect(),
    })
}

/// From the first to the last week that has something.
fn within(weeks: &[Week], has: impl Fn(&Week) -> bool) -> &[Week] {
    let first = weeks.iter().position(&has).unwrap_or(0);
    let last = weeks.iter().rposition(&has).map_or(first, |last| last + 1);
    &weeks[first..last]
}

fn median(values: impl Iterator<Item = f64>) -> Option<f64> {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    let middle = values.len() / 2;
    if values.len() % 2 == 1 {
        values.get(middle).copied()
    } else {
        Some(f64::midpoint(*values.get(middle.checked_sub(1)?)?, values[middle]))
    }
}
