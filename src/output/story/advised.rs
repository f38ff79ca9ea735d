//! The page `do`: what-ifs, targets and what knowing is worth, in at most five lines.

use super::answer::{Answer, gained, what_ifs};
use super::page::{Page, page};
use super::tables::Table;
use crate::estimate::Estimate;
use crate::output::Report;
use crate::output::charts::Part;
use crate::output::phrases;
use crate::output::phrases::studies::{brief_input, named, value};
use crate::output::words::{Words as _, say, sentence};
use crate::study::compare::{Advice, Contrast, Difference};
use crate::study::voi::Knowledge;
use crate::units::Unit;

/// What to do, why, and what it gains.
type Line = [String; 3];

/// What-ifs that are worth doing, of which the lines tell.
const DONE: usize = 2;
/// All lines.
const LINES: usize = 5;

/// What to do; nothing where no study, no target and no profit says it.
pub fn advised(report: &Report, answer: &Answer) -> Option<Page> {
    let locale = report.locale;
    let title = answer.decision.first()?;
    let mut lines = done(report);
    lines.extend(left(report));
    lines.extend(missed(answer, report));
    lines.extend(measured(report));
    lines.truncate(LINES);
    if lines.is_empty() {
        return None;
    }
    let heads = ["do-what", "do-why", "do-gain"].map(|id| sentence(&locale.say(id, &[])));
    let table = Table::new(heads, (2, [5.0, 5.0, 2.4]), lines);
    let told = (title.clone(), String::new());
    Some(Page { table: Some(table), ..page("do", Part::Main, told, locale) })
}

/// The best of what is worth doing.
fn done(report: &Report) -> Vec<Line> {
    let rows = what_ifs(report).into_iter().filter(|(.., advice)| *advice == Advice::Do);
    rows.take(DONE)
        .map(|(other, difference, _)| {
            let better = difference.chance.map(|found| found.better);
            line(report, ("do-do", "do-better"), (other, difference), better)
        })
        .collect()
}

/// The worst of what is not.
fn left(report: &Report) -> Option<Line> {
    let rows = what_ifs(report).into_iter();
    let (other, difference, _) = rows.rev().find(|(.., advice)| *advice == Advice::DoNot)?;
    let worse = difference.chance.map(|found| found.worse);
    Some(line(report, ("do-leave", "do-worse"), (other, difference), worse))
}

fn line(
    report: &Report,
    (what, why): (&str, &str),
    (other, difference): (&Contrast, &Difference),
    chance: Option<Estimate>,
) -> Line {
    let locale = report.locale;
    let chance = chance.map_or_else(String::new, |chance| phrases::chance(locale, chance));
    let words = phrases::metric_words(locale, report.model(), difference.column);
    [
        say!(locale, what, name = named(locale, &other.name)),
        sentence(&say!(locale, why, words = words, chance = chance).trim().replace("  ", " ")),
        gained(report, difference),
    ]
}

/// The target that misses its wanted chance by most.
fn missed(answer: &Answer, report: &Report) -> Option<Line> {
    let missed = answer.targets.iter().filter(|target| target.met == Some(false));
    let short =
        |target: &&super::answer::Dots| target.wanted.unwrap_or(0).saturating_sub(target.filled);
    let target = missed.max_by_key(short)?;
    let wanted = target.wanted?;
    let chance = target.chance.as_str();
    Some([
        say!(report.locale, "do-mind", name = target.name.as_str()),
        say!(report.locale, "answer-wanted-missed", chance = chance, wanted = wanted),
        String::new(),
    ])
}

/// What to measure before one decides, or that nothing is worth it.
fn measured(report: &Report) -> Option<Line> {
    let (worths, locale, context) =
        (report.extras.worths.as_ref()?, report.locale, report.context());
    let is_money = report.model().metric(worths.metric.metric).unit == Unit::Money;
    let unit = if is_money { phrases::tame(&report.about().currency) } else { String::new() };
    let up_to = |known: Estimate| {
        let worth = value(&context, worths.metric, known);
        say!(locale, "do-worth", worth = worth, unit = unit.as_str()).trim_end().to_owned()
    };
    Some(if let Some(first) = Knowledge::first(&worths.ranked) {
        let input = brief_input(&context, &worths.found.inputs[first.inputs[0]].0);
        let why = sentence(&say!(locale, "do-measure-why"));
        [say!(locale, "do-measure", input = input), why, up_to(first.evppi)]
    } else {
        let why = sentence(&say!(locale, "do-nothing-why"));
        [say!(locale, "do-nothing"), why, up_to(Estimate::exact(worths.found.most()))]
    })
}
