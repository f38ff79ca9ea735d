//! The story of a comparison: all alternatives in one table, a picture a metric, what each change
//! does, and a page network by network where there are several.

use super::networks;
use super::page::{Page, page};
use super::sheets::contrasts as sheet;
use super::tables::{self, Table};
use super::{Answer, Basis, Fact, Stories, Story, Tile};
use crate::locale::Locale;
use crate::metric::metrics;
use crate::model::{ColumnId, Plan};
use crate::output::Context;
use crate::output::charts::{Part, Picture};
use crate::output::look::Look;
use crate::output::phrases::studies::{
    advice, hinge, interval, named, points, signed, signed_parts, summed, with_currency,
};
use crate::output::phrases::{self, Assumed, chance, metric_words, names, tame};
use crate::output::pictures;
use crate::output::words::{Words as _, say, sentence};
use crate::study::Alternative;
use crate::study::compare::{Comparison, Contrast, Difference, Dominance};

/// What was compared, and what was found.
#[derive(Clone, Copy, Debug)]
pub struct Compared<'a> {
    pub base: &'a Alternative,
    /// The metric that decides.
    pub subject: &'a str,
    pub found: &'a Comparison,
}

/// Metrics of the table, behind the one that decides.
const TOLD: [&str; 12] = metrics![
    "profit",
    "total_value",
    "total_cost",
    "roi",
    "impressions_questions",
    "reach_second",
    "total_reach",
    "answered_share",
    "answered_24h",
    "leads",
    "customers",
    "followers_end",
];
/// Alternatives that have a column beside the base.
const COLUMNS: usize = 5;
const PICTURES: [&str; 6] =
    ["metric-1", "metric-2", "metric-3", "metric-4", "metric-5", "metric-6"];
const TILES: usize = 5;
const FACTS: usize = 3;

impl Stories {
    /// The stories of a comparison in all languages. What only runs have is empty.
    pub fn compared(context: &Context, compared: Compared, look: &Look) -> Stories {
        let told = Locale::ALL.map(|locale| story(&Context { locale, ..*context }, compared));
        Stories {
            deck: context.about().deck.clone(),
            ..Stories::of_study(context.locale, look, told)
        }
    }
}

fn story(context: &Context, compared: Compared) -> Story {
    let (locale, about) = (context.locale, context.about());
    let plan = Plan { trials: compared.found.trials, ..context.plan };
    let pictures = pictures(context, compared);
    let answer = answer(context, compared, &pictures);
    let figures = Page {
        note: locale.say(Basis::Compared.id("read-answer"), &[]),
        ..page("answer", Part::Main, (answer.headline.clone(), answer.figure.clone()), locale)
    };
    let mut pages = vec![figures];
    pages.extend(table(context, compared));
    pages.extend(pictures.iter().map(|picture| shown(context, compared, picture)));
    pages.extend(edits(context, compared));
    pages.extend(by_network(context, compared));
    Story {
        locale,
        basis: Basis::Compared,
        title: say!(locale, "compared-story", title = tame(about.title.of(locale))),
        description: None,
        line: phrases::line(about, context.model(), plan, locale),
        stamp: pictures::stamp(about, plan, context.assumptions(), locale),
        currency: about.currency.clone(),
        tiles: tiles(context, compared),
        pages,
        slides: Vec::new(),
        answer,
        grids: vec![sheet(context, compared.found)],
        questions: None,
        pictures: pictures.into_iter().map(|(picture, _)| picture).collect(),
    }
}

/// A metric of the base, wherever it is measured.
fn column(context: &Context, name: &str) -> Option<ColumnId> {
    context.model().column(name)
}

/// The metric that decides, then the others that differ somewhere.
fn told<'a>(context: &'a Context, compared: Compared<'a>) -> Vec<&'a str> {
    let own = context.model().formulas.iter().map(|formula| formula.id.as_str());
    let mut names: Vec<&str> = vec![compared.subject];
    for name in TOLD.into_iter().chain(own) {
        let differs = |other: &Contrast| {
            other.metric(name).is_some_and(|found| found.dominance != Dominance::Same)
        };
        if !names.contains(&name) && compared.found.others.iter().any(differs) {
            names.push(name);
        }
    }
    names.retain(|name| column(context, name).is_some());
    names
}

/// A picture, and the metric whose differences it shows.
type Shown = (Picture, Option<String>);

fn pictures(context: &Context, compared: Compared) -> Vec<Shown> {
    let Compared { base, subject, found } = compared;
    let differences = |name: &str| {
        let ranges = pictures::studies::differences(context, base, name, found)?;
        Some((ranges, Some(name.to_owned()))).filter(|(ranges, _)| !ranges.rows.is_empty())
    };
    let mut all: Vec<Shown> = Vec::new();
    all.extend(differences(subject).map(|(ranges, name)| (Picture::new("ranges", ranges), name)));
    let regrets = pictures::studies::regrets(context, base, subject, found);
    all.extend(regrets.map(|ranges| (Picture::new("regret", ranges), None)));
    let others = told(context, compared).into_iter().filter(|name| *name != subject);
    let others = PICTURES.iter().zip(others.filter_map(differences));
    all.extend(others.map(|(id, (ranges, name))| (Picture::new(id, ranges), name)));
    all
}

fn shown(context: &Context, compared: Compared, (picture, metric): &Shown) -> Page {
    let [title, lead] = picture.figure.words(context.locale);
    let id = picture.chart.id;
    let table = metric.as_ref().map(|name| tables::contrasts(context, name, compared.found));
    Page {
        chart: Some(id.to_owned()),
        table,
        ..page(id, picture.chart.part, (title, lead), context.locale)
    }
}

fn answer(context: &Context, compared: Compared, pictures: &[Shown]) -> Answer {
    let (locale, found) = (context.locale, compared.found);
    let title = pictures.first().map(|(picture, _)| picture.figure.words(locale));
    let [headline, _] = title.unwrap_or_default();
    let fact = |other: &Contrast| {
        let difference = other.metric(compared.subject)?;
        Some(Fact {
            words: sentence(&named(locale, &other.name)),
            told: difference_of(context, difference),
        })
    };
    let verdict = |other: &Contrast| {
        let told = other.advice(compared.subject)?;
        let (name, told) = (sentence(&named(locale, &other.name)), advice(locale, told));
        Some(say!(locale, "compared-verdict", name = name, advice = told))
    };
    let hangs = found.others.iter().find_map(|other| {
        let told = hinge(context, other.hinge.as_ref()?);
        let name = sentence(&named(locale, &other.name));
        Some(say!(locale, "compared-hinge", name = name, told = told))
    });
    Answer {
        headline,
        figure: say!(
            locale,
            "compared-with",
            base = named(locale, compared.base),
            n = found.others.len()
        ),
        causes: found.others.iter().filter_map(fact).take(FACTS).collect(),
        decision: found.others.iter().filter_map(verdict).take(FACTS).collect(),
        measure: hangs.unwrap_or_default(),
        assumed: sentence(&Assumed::of(context.assumptions()).line(locale)),
        ..Answer::default()
    }
}

/// A difference with its interval, and in how many futures it is an improvement.
fn difference_of(context: &Context, difference: &Difference) -> String {
    let (locale, column) = (context.locale, difference.column);
    let told = signed(context, column, difference.mean, difference.ends);
    let told = with_currency(context, column, &told);
    let range = points(locale, &interval(context, column, difference.mean));
    match difference.chance {
        Some(found) if difference.mean.se.is_finite() => {
            let chance = chance(locale, found.better);
            say!(locale, "compared-fact", told = told, range = range, chance = chance)
        }
        _ => told,
    }
}

fn tiles(context: &Context, compared: Compared) -> Vec<Tile> {
    let others = compared.found.others.iter().filter_map(|other| {
        let found = other.metric(compared.subject)?;
        let [_, apart, is] =
            summed(context, found.column, [found.ends[0], found.mean, found.ends[1]]);
        let words = sentence(&named(context.locale, &other.name));
        Some(Tile { words, typical: with_currency(context, found.column, &is), range: apart })
    });
    others.take(TILES).collect()
}

/// Every metric that differs, of the base and of each alternative.
fn table(context: &Context, compared: Compared) -> Option<Page> {
    let locale = context.locale;
    let names = told(context, compared);
    let names: Vec<String> = names.into_iter().map(str::to_owned).collect();
    let table = beside(context, compared, &names)?;
    let left = compared.found.others.len().saturating_sub(COLUMNS);
    let title = say!(locale, "compared-title", n = compared.found.others.len() + 1);
    let mut lead = locale.say("compared-lead", &[]);
    if left > 0 {
        lead.extend([" ", &say!(locale, "compared-more", n = left)]);
    }
    let page = page("compared", Part::Main, (title, lead), locale);
    Some(Page { table: Some(table), ..page })
}

/// The same of some metrics of each network, where there are several.
fn by_network(context: &Context, compared: Compared) -> Option<Page> {
    let (locale, communities) = (context.locale, &context.model().communities);
    if communities.len() < 2 {
        return None;
    }
    let is_there = |name: &String| {
        let nothing = |found: &Difference| found.ends.iter().all(|end| end.value == 0.0);
        let all = compared.found.others.iter().filter_map(|other| other.metric(name));
        all.clone().count() > 0 && !all.clone().all(nothing)
    };
    let of = |id: &&str| {
        communities.iter().map(|community| format!("{}.{id}", community.id)).collect::<Vec<_>>()
    };
    let names: Vec<String> = networks::TOLD.iter().flat_map(of).filter(is_there).collect();
    let table = beside(context, compared, &names)?;
    let told: Vec<String> =
        communities.iter().map(|community| names::community(locale, community)).collect();
    let title = say!(locale, "compared-networks", names = told.join(", "));
    let lead = locale.say("compared-lead", &[]);
    let page = page("by-network", Part::Main, (title, lead), locale);
    Some(Page { table: Some(table), ..page })
}

/// A row a metric: the base, and each alternative with its difference; none without a row.
fn beside(context: &Context, compared: Compared, names: &[String]) -> Option<Table> {
    let locale = context.locale;
    let others = &compared.found.others[..compared.found.others.len().min(COLUMNS)];
    let row = |name: &String| {
        let column = column(context, name)?;
        let mut cells = vec![sentence(&metric_words(locale, context.model(), column))];
        let mut base = None;
        let mut told = Vec::new();
        for other in others {
            told.push(other.metric(name).map_or_else(
                || "—".to_owned(),
                |found| {
                    let ends = [found.ends[0], found.mean, found.ends[1]];
                    let [was, apart, is] = summed(context, column, ends);
                    base.get_or_insert(was);
                    if found.dominance == Dominance::Same { is } else { format!("{is} ({apart})") }
                },
            ));
        }
        cells.push(base?);
        cells.extend(told);
        Some(cells)
    };
    let rows: Vec<Vec<String>> = names.iter().filter_map(row).collect();
    let first = sentence(&locale.say("metric-head", &[]));
    let heads = std::iter::once(compared.base).chain(others.iter().map(|other| &other.name));
    let heads = heads.map(|name| sentence(&named(locale, name)));
    let widths = [3.0, 1.6].into_iter().chain(others.iter().map(|_| 2.2)).collect();
    (!rows.is_empty()).then(|| Table {
        heads: std::iter::once(first).chain(heads).collect(),
        rows,
        words: 1,
        widths,
    })
}

/// What each change does to the metric that decides, where an alternative has several.
fn edits(context: &Context, compared: Compared) -> Option<Page> {
    let locale = context.locale;
    let rows = |other: &Contrast| -> Vec<[String; 3]> {
        let place = other.metrics.iter().position(|metric| metric.name == compared.subject);
        let (Some(why), Some(place)) = (&other.why, place) else { return Vec::new() };
        if why.parts.len() < 2 {
            return Vec::new();
        }
        let main = &other.metrics[place];
        let values: Vec<f64> = why.parts.iter().map(|part| part[place].value).collect();
        let told =
            signed_parts(context, main.column, (main.mean, main.ends, &values), values.len());
        let name = sentence(&named(locale, &other.name));
        let edits = other.edits.iter().zip(told);
        edits.map(|(edit, told)| [name.clone(), tame(&locale.message(edit)), told]).collect()
    };
    let rows: Vec<[String; 3]> = compared.found.others.iter().flat_map(rows).collect();
    if rows.is_empty() {
        return None;
    }
    let column = column(context, compared.subject)?;
    let words = metric_words(locale, context.model(), column);
    let heads =
        ["variant", "compared-edit", "compare-difference"].map(|id| sentence(&locale.say(id, &[])));
    let title = say!(locale, "compared-edits", words = words);
    let page = page("edits", Part::Main, (title, String::new()), locale);
    Some(Page { table: Some(Table::new(heads, (2, [2.4, 4.0, 1.6]), rows)), ..page })
}
