//! The answer of an analysis: the most telling figure, what stands out, what is odd, what would
//! tell more and what was left out.

use reachsim_data::analyse::{Analysis, FIGURES, Figure, Missing, Table};

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
const LEFT: usize = 2;

pub fn answer(told: &Told) -> Answer {
    let (analysis, locale) = (told.analysis, told.locale);
    let first = telling(analysis).into_iter().next();
    let figure = |figure: &Figure| title::of_figure(locale, figure);
    let (headline, figure) = match (&analysis.change, first) {
        (Some(change), first) => {
            (event::title(locale, change), first.map(figure).unwrap_or_default())
        }
        (None, Some(first)) => (figure(first), sentence(&beside::notes(locale, first).join("; "))),
        (None, None) => (say!(locale, "told-nothing"), String::new()),
    };
    let odd = analysis.odd.iter().take(ODD);
    let left: Vec<String> =
        analysis.left_out.iter().take(LEFT).map(|left| odd::left_out(locale, left)).collect();
    Answer {
        headline,
        figure,
        average: String::new(),
        targets: Vec::new(),
        causes: facts(told),
        decision: odd.map(|found| odd::odd(told, found)).collect(),
        measure: sentence(&odd::missing(locale, &lacking(analysis))),
        assumed: sentence(&left.join("; ")),
    }
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
    let is_asked = |by| told.by == Some(by);
    let (asked, others): (Vec<_>, Vec<_>) = groups.iter().partition(|grouped| is_asked(grouped.by));
    let tables = asked.into_iter().chain(others).filter_map(|grouped| {
        grouped.tables.iter().find(|table| table.rows.iter().any(|row| row.share.is_some()))
    });
    tables.take(FACTS).map(|table| fact(locale, table)).collect()
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
