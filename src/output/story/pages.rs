//! The pages in their order.

use serde::{Deserialize, Serialize};

use super::advised::advised;
use super::answer::Answer;
use super::beside;
use super::money::money;
use super::must::must;
use super::networks::networks;
use super::page::{Page, page};
use super::tables;
use super::wrong::wrong;
use crate::locale::Locale;
use crate::metric::metrics;
use crate::output::Report;
use crate::output::charts::{Figure, Part, Picture, SpreadText};
use crate::output::format::numerals::currency;
use crate::output::phrases;
use crate::output::words::Words as _;
use crate::output::words::{say, sentence};
use crate::units::Unit;

/// One figure with its range.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tile {
    pub words: String,
    pub typical: String,
    /// Empty where it is the same in every future.
    pub range: String,
}

/// The figures of the first page: the first five of these that there are any of.
const TILES: [&str; 9] = metrics![
    "profit",
    "total_value",
    "reach_second",
    "impressions_questions",
    "leads",
    "customers",
    "answered_share",
    "total_reach",
    "questions",
];
const FEW: usize = 5;

/// The figures of the first page with the names of their metrics; of a file of formulas its own.
pub fn tiles(report: &Report) -> Vec<(String, Tile)> {
    let locale = report.locale;
    let own = report.model().formulas.iter().map(|formula| formula.id.as_str());
    let ids: Vec<&str> =
        if report.model().communities.is_empty() { own.collect() } else { TILES.to_vec() };
    let tile = |id: &&str| {
        let found = report.summary().metric(id)?;
        let (row, spread) = (report.model().metric(found.column.metric), report.spread(found));
        let SpreadText { typical, range, .. } = spread.told(locale, phrases::quantity_of(&row));
        let words = sentence(&phrases::row_words(locale, report.model(), found.column.metric));
        let words = if row.unit == Unit::Money {
            say!(locale, "unit-behind", words = words, unit = currency(&report.about().currency))
        } else {
            words
        };
        let is_there = found.min != 0.0 || found.max != 0.0;
        let range = if typical == range { String::new() } else { range };
        is_there.then(|| ((*id).to_owned(), Tile { words, typical, range }))
    };
    ids.iter().filter_map(tile).take(FEW).collect()
}

/// Where a picture stands: where one input moves the figure, its scatter is the picture of the
/// drivers.
fn part(picture: &Picture, pictures: &[Picture]) -> Part {
    let is_there = |id: &str| pictures.iter().any(|picture| picture.chart.id == id);
    if picture.chart.id == "driver" && !is_there("tornado") {
        Part::Main
    } else {
        picture.chart.part
    }
}

/// Every page: of the answer, of the pictures, and of what stands behind them.
pub fn pages(report: &Report, pictures: &[Picture], answer: &Answer) -> Vec<Page> {
    let locale = report.locale;
    let mut pages = vec![opening(answer, locale)];
    pages.extend(targets(report));
    pages.extend(states(report));
    pages.extend(counted(report, pictures));
    let charts = pictures.iter().map(|picture| {
        let id = picture.chart.id;
        let [title, lead] = picture.figure.words(locale);
        let table = match id {
            "ranges" => tables::variants(report),
            "worth" => tables::worths(report),
            "history" => beside::held(locale, report.model(), &report.extras.history),
            _ => None,
        };
        let page = page(id, part(picture, pictures), (title, lead), locale);
        Page { chart: Some(id.to_owned()), table, ..page }
    });
    let (main, further): (Vec<Page>, Vec<Page>) = charts.partition(|page| page.part == Part::Main);
    let at = main.iter().position(|page| page.id == "value").unwrap_or(main.len());
    pages.extend_from_slice(&main[..at]);
    pages.extend(money(report));
    pages.extend_from_slice(&main[at..]);
    pages.extend(networks(report));
    pages.extend(wrong(report));
    pages.extend(must(report));
    pages.extend(advised(report, answer));
    pages.extend(further);
    let appendix = [
        (
            "assumptions",
            say!(locale, "assumptions-title"),
            phrases::Assumed::of(report.assumptions()).line(locale),
            tables::assumptions(report),
        ),
        ("metrics", say!(locale, "metrics-title"), String::new(), tables::metrics(report)),
        ("glossary", say!(locale, "glossary-title"), String::new(), tables::glossary(report)),
    ];
    pages.extend(appendix.into_iter().filter(|(.., table)| !table.rows.is_empty()).map(
        |(id, title, lead, table)| Page {
            table: Some(table),
            ..page(id, Part::Appendix, (title, sentence(&lead)), locale)
        },
    ));
    pages
}

/// What the scenario asks, answered in one sentence.
fn opening(answer: &Answer, locale: Locale) -> Page {
    let lead = [answer.figure.as_str(), answer.average.as_str()];
    let lead: Vec<&str> = lead.into_iter().filter(|part| !part.is_empty()).collect();
    page("answer", Part::Main, (answer.headline.clone(), lead.join(". ")), locale)
}

/// The states of the scenario beside each other.
fn states(report: &Report) -> Option<Page> {
    let table = tables::states(report)?;
    let locale = report.locale;
    let subject = table.rows.first()?;
    let told: Vec<String> = table.heads[1..]
        .iter()
        .zip(&subject[1..])
        .map(|(state, value)| say!(locale, "states-one", state = state, value = value))
        .collect();
    let title = format!("{}: {}", subject[0], told.join(", "));
    let lead = locale.say("states-lead", &[]);
    let page = page("states", Part::Main, (title, lead), locale);
    Some(Page { table: Some(table), ..page })
}

/// Every target, and how many of them hold; one that demands no chance is the answer already.
fn targets(report: &Report) -> Option<Page> {
    let (locale, targets) = (report.locale, &report.model().targets);
    let together = report.summary().together?;
    let demanding: Vec<bool> = targets
        .iter()
        .zip(&report.summary().targets)
        .filter_map(|(target, found)| Some(found.probability.value >= target.with?))
        .collect();
    if targets.len() < 2 && demanding.is_empty() {
        return None;
    }
    let chance = phrases::met(locale, report.plan(), together.probability);
    let (all, count) = (demanding.len(), targets.len());
    let title = if count == 1 {
        let met = demanding.iter().all(|met| *met);
        let name = phrases::target_words(locale, &targets[0].name);
        say!(locale, "targets-one", name = name, met = tables::met_words(locale, met))
    } else if all < 2 {
        say!(locale, "targets-plain", count = count, chance = chance)
    } else {
        let met = demanding.iter().filter(|met| **met).count();
        say!(locale, "targets-title", met = met, all = all, count = count, chance = chance)
    };
    let table = Some(tables::targets(report));
    Some(Page { table, ..page("targets", Part::Main, (title, String::new()), locale) })
}

/// The article's sum, step by step.
fn counted(report: &Report, pictures: &[Picture]) -> Option<Page> {
    let locale = report.locale;
    let stairs = pictures.iter().find_map(|picture| match &picture.figure {
        Figure::Staircase(stairs) if stairs.steps.len() > 2 => Some(stairs),
        _ => None,
    })?;
    let told: Vec<String> = stairs
        .steps
        .iter()
        .map(|step| step.spread.told(locale, phrases::quantity(Unit::None)).typical)
        .collect();
    let last = told.len() - 1;
    let title =
        say!(locale, "counted-title", questions = told[0].as_str(), people = told[last].as_str());
    let lead = say!(locale, "counted-lead", scope = stairs.scope.as_str());
    Some(Page {
        table: Some(tables::counted(report, stairs)),
        ..page("counted", Part::Main, (title, lead), locale)
    })
}
