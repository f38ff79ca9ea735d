//! What is told in sentences: before and after, what is odd, what was left out, the seven tasks.

use reachsim_data::analyse::{Change, LeftOut, Odd, Step, Task, Unit, Verdict};

use super::super::layout::{LABEL, labelled};
use crate::output::analysis::Told;
use crate::output::format::Format as _;
use crate::output::phrases::analysis as words;
use crate::output::words::{Words as _, say, sentence};

/// Lines of one entry.
const MOST: usize = 6;
/// Oddities that are told.
const ODD: usize = 6;

/// What came of an event, in the words that it deserves.
pub fn change(told: &Told, change: &Change) -> Vec<String> {
    let text = changed(told, change);
    labelled(&say!(told.locale, "analysis-event"), &text, 12, told.columns)
}

/// The same as one paragraph.
pub fn changed(told: &Told, change: &Change) -> String {
    let locale = told.locale;
    let series = sentence(&words::series(locale, change.series));
    let from = words::day(locale, change.from);
    let when = match change.to {
        Some(to) => words::period(locale, (change.from, to)),
        None => say!(locale, "event-since", day = from),
    };
    let [ratio, range] = words::within(locale, &Unit::Ratio, change.ratio, change.low, change.high);
    let id = match change.verdict {
        Verdict::HigherThanItsPast => "event-higher",
        Verdict::LowerThanItsPast => "event-lower",
        Verdict::WithinItsPast => "event-within",
    };
    let mut parts = vec![match id {
        "event-higher" => {
            say!(locale, "event-higher", series = series, when = when, ratio = ratio, range = range)
        }
        "event-lower" => {
            say!(locale, "event-lower", series = series, when = when, ratio = ratio, range = range)
        }
        _ => {
            say!(locale, "event-within", series = series, when = when, ratio = ratio, range = range)
        }
    }];
    if let Some(sum) = change.sum {
        let [value, range] = words::within(locale, &Unit::Count, sum.value, sum.low, sum.high);
        parts.push(say!(locale, "event-sum", value = value, range = range));
    }
    if let Some((rank, places)) = change.placebo {
        parts.push(say!(locale, "event-rank", rank = u64::from(rank), places = u64::from(places)));
    }
    let step = if change.step == Step::Week { "event-weeks" } else { "event-months" };
    parts.push(locale.say(
        step,
        &[
            ("before", u64::from(change.before).into()),
            ("during", u64::from(change.during).into()),
            ("after", u64::from(change.after).into()),
        ],
    ));
    let cautions = change.warnings.iter();
    parts.extend(cautions.map(|caution| locale.say(&format!("caution-{}", caution.id()), &[])));
    parts.join(" ")
}

/// What is odd.
pub fn odd(told: &Told) -> Vec<String> {
    let locale = told.locale;
    let all = &told.analysis.odd;
    let is_far = |odd: &&Odd| matches!(odd, Odd::FarReach { .. });
    let far = all.iter().filter(is_far).count();
    // Of posts that went far the first one went furthest, and stands for the others.
    let mut is_first = true;
    let told_of = all.iter().filter(|odd| !is_far(odd) || std::mem::take(&mut is_first));
    let mut texts: Vec<String> = Vec::new();
    for odd in told_of {
        let mut text = oddity(told, odd);
        if is_far(&odd) && far > 1 {
            text = format!("{text}; {}", say!(locale, "odd-far-more", n = (far - 1) as u64));
        }
        texts.push(text);
    }
    let rest = texts.len().saturating_sub(ODD);
    if rest > 0 {
        texts.truncate(ODD);
        texts.push(say!(locale, "and-more", n = rest as u64));
    }
    list(told, &say!(locale, "analysis-odd"), &texts)
}

/// Texts beside one label, each on lines of its own.
fn list(told: &Told, label: &str, texts: &[String]) -> Vec<String> {
    let mut lines = Vec::new();
    for (place, text) in texts.iter().enumerate() {
        if place == 0 {
            lines.push(String::new());
        }
        lines.extend(labelled(if place == 0 { label } else { "" }, text, MOST, told.columns));
    }
    lines
}

/// One oddity in words.
pub fn oddity(told: &Told, odd: &Odd) -> String {
    let locale = told.locale;
    let number = |value: f64| locale.number(value, Some(0.0));
    let rough = |value: f64| locale.number(value, None);
    let day = |day: i32| words::day(locale, day);
    let file = |place: u32| told.name(place);
    match odd {
        Odd::Burst { series, from, to, count, usual, .. } => say!(
            locale,
            "odd-burst",
            period = words::period(locale, (*from, *to)),
            count = number(*count),
            series = words::series(locale, *series),
            usual = rough(*usual)
        ),
        Odd::Gap { receipt, days, longest, .. } => say!(
            locale,
            "odd-gap",
            file = file(*receipt),
            n = u64::from(*days),
            longest = words::period(locale, *longest)
        ),
        Odd::FarReach { receipt, line, reach, median, .. } => say!(
            locale,
            "odd-far",
            file = file(*receipt),
            line = line.to_string(),
            reach = number(*reach),
            median = rough(*median)
        ),
        Odd::SameText { times, authors, example: (receipt, line), .. } => say!(
            locale,
            "odd-same",
            times = words::count(locale, *times),
            authors = words::count(locale, *authors),
            file = file(*receipt),
            line = line.to_string()
        ),
        Odd::PaidUnknown { posts } => say!(locale, "odd-paid", n = *posts),
        Odd::Zones { zones } => say!(locale, "odd-zones", zones = zones.join(", ")),
        Odd::ExportDays { days } => {
            let days: Vec<String> = days.iter().map(|of| day(*of)).collect();
            say!(locale, "odd-exports", days = locale.listed(&days))
        }
        Odd::EndsEarly { receipt, last, others } => say!(
            locale,
            "odd-ends",
            file = file(*receipt),
            last = day(*last),
            others = day(*others)
        ),
    }
}

/// What no figure has.
pub fn left_out(told: &Told) -> Vec<String> {
    let texts: Vec<String> =
        told.analysis.left_out.iter().map(|left| omission(told, left)).collect();
    list(told, &say!(told.locale, "analysis-left-out"), &texts)
}

/// One omission in words.
pub fn omission(told: &Told, left: &LeftOut) -> String {
    let locale = told.locale;
    match left {
        LeftOut::YoungPosts { posts, days, exported, assumed } => {
            let id = if *assumed { "left-young-assumed" } else { "left-young" };
            locale.say(
                id,
                &[
                    ("n", (*posts).into()),
                    ("days", u64::from(*days).into()),
                    ("day", words::day(locale, *exported).into()),
                ],
            )
        }
        LeftOut::PostsWithoutDay { posts } => say!(locale, "left-no-day", n = *posts),
        LeftOut::PostsWithoutReach { posts } => say!(locale, "left-no-reach", n = *posts),
        LeftOut::DailyUniques { days } => say!(locale, "left-uniques", n = *days),
        LeftOut::Overlapping { rows } => say!(locale, "left-overlapping", n = *rows),
        LeftOut::AnswersWithoutQuestion { answers } => say!(locale, "left-answers", n = *answers),
        LeftOut::BusinessHours { tickets } => say!(locale, "left-business", n = *tickets),
        LeftOut::WithoutTime { rows } => say!(locale, "left-no-time", n = *rows),
        LeftOut::WithoutTone { messages } => say!(locale, "left-no-tone", n = *messages),
        LeftOut::OtherCurrencies { leads } => say!(locale, "left-currencies", n = *leads),
    }
}

/// The seven tasks of monitoring: which of them the files answer, and what the others need.
pub fn tasks(told: &Told) -> Vec<String> {
    let locale = told.locale;
    let (able, unable): (Vec<&Task>, Vec<&Task>) = told
        .analysis
        .tasks
        .iter()
        .partition(|task| !task.figures.is_empty() || !task.facts.is_empty());
    let mut texts: Vec<String> = able.iter().map(|task| duty(told, task)).collect();
    if !unable.is_empty() {
        let names = unable.iter().map(|task| locale.say(&format!("task-{}", task.task.id()), &[]));
        let names = names.collect::<Vec<_>>().join(", ");
        texts.push(say!(locale, "task-unable", tasks = names));
    }
    list(told, &say!(locale, "analysis-tasks"), &texts)
}

/// One task in words.
pub fn duty(told: &Told, task: &Task) -> String {
    let locale = told.locale;
    let name = locale.say(&format!("task-{}", task.task.id()), &[]);
    let figure = |id: &&str| told.analysis.figures.iter().find(|figure| figure.id == *id);
    let mut facts: Vec<String> = task
        .figures
        .iter()
        .filter_map(figure)
        .map(|figure| format!("{} {}", words::figure(locale, figure), words::value(locale, figure)))
        .collect();
    facts.extend(task.facts.iter().map(|(name, fact)| {
        let is_of_event = fact.id.starts_with("event_");
        let name = if is_of_event { words::figure(locale, fact) } else { name.clone() };
        format!("{name} {}", words::value(locale, fact))
    }));
    let missing =
        task.missing.iter().map(|missing| locale.say(&format!("missing-{}", missing.id()), &[]));
    let missing = locale.listed(&missing.collect::<Vec<_>>());
    match (facts.is_empty(), missing.is_empty()) {
        (false, true) => say!(locale, "task-answered", task = name, facts = facts.join(", ")),
        (false, false) => {
            say!(locale, "task-partly", task = name, facts = facts.join(", "), missing = missing)
        }
        (true, false) => say!(locale, "task-missing", task = name, missing = missing),
        (true, true) => say!(locale, "task-none", task = name),
    }
}

/// Texts with their word lists, where they may be shown.
pub fn sample(told: &Told) -> Vec<String> {
    let locale = told.locale;
    if told.analysis.sample.is_empty() {
        return Vec::new();
    }
    let mut lines = vec![String::new(), say!(locale, "analysis-sample")];
    for quote in &told.analysis.sample {
        let codes = if quote.codes.is_empty() {
            say!(locale, "group-no-code")
        } else {
            quote.codes.join(", ")
        };
        let text: String = quote.text.split_whitespace().collect::<Vec<_>>().join(" ");
        let label = super::super::layout::cut(&codes, LABEL - 3);
        lines.extend(labelled(&format!("  {label}"), &text, 2, told.columns));
    }
    lines
}
