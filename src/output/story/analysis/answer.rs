//! The answer of an analysis: the most telling figure, what stands out, what is odd, what would
//! tell more and what was left out.

use reachsim_data::analyse::{Analysis, By, FIGURES, Figure, Missing, Table};

use crate::locale::Locale;
use crate::output::analysis::Told;
use crate::output::phrases::analysis as words;
use crate::output::phrases::analysis::{beside, event, odd, title};
use crate::output::story::{Answer, Fact, Tile};
use crate::output::words::{say, sentence};

/// Figures by which files are told, the most telling first; behind them all others.
const TELLING: [&str; 10] = [
    "answered_share",
    "share_of_voice",
    "reach_per_post",
    "share_negative",
    "response_p50_hours",
    "questions",
    "engagement",
    "leads",
    "followers",
    "posts",
];
/// Tiles, facts and oddities that have room.
const TILES: usize = 5;
const FACTS: usize = 3;
const ODD: usize = 2;
const LACKS: usize = 3;
const LEFT: usize = 1;
const NOTES: usize = 3;
/// Groups in which something stands out, the most telling first.
const STANDS_OUT: [By; 8] =
    [By::Why, By::What, By::Brand, By::Who, By::Where, By::How, By::When, By::Extent];

pub fn answer(told: &Told) -> Answer {
    let (analysis, locale) = (told.analysis, told.locale);
    let first = telling(analysis).into_iter().next();
    let figure = |figure: &Figure| title::of_figure(locale, figure);
    let (headline, figure) = match (&analysis.change, first) {
        (Some(change), first) => {
            (event::title(locale, change), first.map(figure).unwrap_or_default())
        }
        (None, Some(first)) => (figure(first), notes(locale, first)),
        (None, None) => (say!(locale, "told-nothing"), String::new()),
    };
    Answer {
        headline,
        figure,
        average: String::new(),
        targets: Vec::new(),
        causes: facts(told),
        decision: oddities(told),
        measure: sentence(&odd::missing(locale, &lacking(analysis))),
        assumed: left_out(told),
    }
}

/// What must stand beside a figure, as far as a line has room.
fn notes(locale: Locale, figure: &Figure) -> String {
    let notes: Vec<String> = beside::notes(locale, figure).into_iter().take(NOTES).collect();
    sentence(&notes.join("; "))
}

/// All figures that are of something, the most telling first.
fn telling(analysis: &Analysis) -> Vec<&Figure> {
    let others = FIGURES.iter().filter(|id| !TELLING.contains(id));
    let ids = TELLING.iter().chain(others);
    let found = ids.filter_map(|id| analysis.figures.iter().find(|figure| figure.id == *id));
    found.filter(|figure| figure.n > 0).collect()
}

/// The figures of the first page.
pub fn tiles(analysis: &Analysis, locale: Locale) -> Vec<Tile> {
    let tile = |figure: &Figure| Tile {
        words: sentence(&words::figure(locale, figure)),
        typical: words::value(locale, figure),
        range: words::interval(locale, figure).unwrap_or_default(),
    };
    telling(analysis).into_iter().take(TILES).map(tile).collect()
}

/// What stands out in groups, first in those that were asked for.
fn facts(told: &Told) -> Vec<Fact> {
    let (groups, locale) = (&told.analysis.groups, told.locale);
    let asked = told.by.into_iter().chain(STANDS_OUT);
    let mut facts: Vec<Fact> = Vec::new();
    for grouped in asked.filter_map(|by| groups.iter().find(|grouped| grouped.by == by)) {
        let comparing = grouped
            .tables
            .iter()
            .find(|table| table.rows.iter().filter(|row| row.share.is_some()).count() > 1);
        let fact = comparing.map(|table| fact(locale, table));
        facts.extend(fact.filter(|fact| !facts.contains(fact)));
    }
    facts.truncate(FACTS);
    facts
}

/// Oddities of different kinds, the first of each.
fn oddities(told: &Told) -> Vec<String> {
    let mut kinds = Vec::new();
    let first = told.analysis.odd.iter().filter(|odd| {
        let kind = std::mem::discriminant(*odd);
        let is_new = !kinds.contains(&kind);
        kinds.push(kind);
        is_new
    });
    first.take(ODD).map(|found| odd::odd(told, found)).collect()
}

/// What was left out, in one line.
fn left_out(told: &Told) -> String {
    let (all, locale) = (&told.analysis.left_out, told.locale);
    let mut told_of: Vec<String> =
        all.iter().take(LEFT).map(|left| odd::left_out(locale, left)).collect();
    let more = all.len().saturating_sub(LEFT);
    told_of.extend((more > 0).then(|| say!(locale, "and-more", n = more as u64)));
    sentence(&told_of.join("; "))
}

fn fact(locale: Locale, table: &Table) -> Fact {
    let words = sentence(&words::column(locale, table.column));
    let told = title::of_table(locale, table);
    let told = told.strip_prefix(&format!("{words}: ")).unwrap_or(&told);
    Fact { told: sentence(told), words }
}

/// What the tasks lack, each once, in the order of the tasks.
fn lacking(analysis: &Analysis) -> Vec<Missing> {
    let mut found: Vec<Missing> = Vec::new();
    for missing in analysis.tasks.iter().flat_map(|task| &task.missing) {
        if !found.contains(missing) && found.len() < LACKS {
            found.push(*missing);
        }
    }
    found
}
