//! The story of what a scenario learnt: how much, of which keys most, what to look at, and what
//! stays as it was.

use super::page::page;
use super::{Answer, Basis, Cell, Fact, Grid, Head, Page, Stories, Story, Style, Table};
use super::{Tile, of_unit};
use crate::locale::Locale;
use crate::model::Plan;
use crate::output::Context;
use crate::output::calibration::{Calibration, Key, State, Total};
use crate::output::charts::{Part, Picture};
use crate::output::json::analysis::civil;
use crate::output::look::Look;
use crate::output::phrases::learnt as words;
use crate::output::phrases::studies::brief_input;
use crate::output::phrases::{names, tame};
use crate::output::pictures;
use crate::output::words::{Case, Words as _, say, sentence};

/// Tiles and facts that have room.
const TILES: usize = 5;
const FACTS: usize = 3;
/// The day 1970-01-01 as spreadsheets count days.
const EPOCH: f64 = 25_569.0;

impl Stories {
    /// The stories of what was learnt in all languages. What only runs have is empty.
    pub fn learnt(context: &Context, found: &Calibration, look: &Look) -> Stories {
        let told = Locale::ALL.map(|locale| story(&Context { locale, ..*context }, found));
        Stories {
            deck: context.about().deck.clone(),
            ..Stories::of_study(context.locale, look, told)
        }
    }
}

fn story(context: &Context, found: &Calibration) -> Story {
    let locale = context.locale;
    let about = context.about();
    let plan = Plan { trials: 0, ..context.plan };
    let pictures = pictures::calibration::calibration(context, found);
    let answer = answer(context, found);
    Story {
        locale,
        basis: Basis::Learnt,
        title: say!(locale, "learnt-story", title = tame(about.title.of(locale))),
        description: None,
        line: sentence(&context.scope()),
        stamp: pictures::stamp(about, plan, context.assumptions(), locale),
        currency: about.currency.clone(),
        tiles: spoken(found).into_iter().take(TILES).map(|key| tile(context, key)).collect(),
        pages: pages(context, found, (&answer, &pictures)),
        slides: Vec::new(),
        answer,
        grids: [learnt(context, found), totals(context, found), receipts(locale, found)]
            .into_iter()
            .filter(|grid| !grid.rows.is_empty())
            .collect(),
        questions: None,
        pictures,
    }
}

/// Keys that learnt, those that learnt most first.
fn spoken(found: &Calibration) -> Vec<&Key> {
    let mut keys: Vec<&Key> = found.keys.iter().filter(|key| key.is_informed()).collect();
    keys.sort_by(|one, other| {
        let is_range = |key: &Key| key.state == State::Informed;
        is_range(other).cmp(&is_range(one)).then(other.shrinkage.total_cmp(&one.shrinkage))
    });
    keys
}

fn value(context: &Context, key: &Key, value: f64) -> String {
    let width = key.posterior[2] - key.posterior[0];
    crate::output::phrases::of_input(context.locale, context.case.unit_of(&key.key), value, width)
}

fn tile(context: &Context, key: &Key) -> Tile {
    let is_range = key.posterior[0] < key.posterior[2];
    let range = || words::range(context, &key.key, key.posterior);
    Tile {
        words: sentence(&brief_input(context, &key.key)),
        typical: value(context, key, key.posterior[1]),
        range: if is_range { range() } else { String::new() },
    }
}

fn answer(context: &Context, found: &Calibration) -> Answer {
    let locale = context.locale;
    let keys = spoken(found);
    let fact = |key: &&Key| {
        let [was, is] = [key.prior, key.posterior].map(|of| words::range(context, &key.key, of));
        let from = words::source(context, key);
        Fact {
            words: sentence(&brief_input(context, &key.key)),
            told: sentence(&say!(locale, "learnt-fact", was = was, is = is, from = from)),
        }
    };
    let look = [words::fights(context, found), words::misses(context, found)];
    let mut decision: Vec<String> = look.into_iter().flatten().collect();
    decision.extend(words::held(context, found));
    decision.extend(words::counted_twice(context, found));
    decision.extend(words::remarks(context, found));
    let files = found.receipts.len() as u64;
    Answer {
        headline: words::first(context, found),
        figure: String::new(),
        average: String::new(),
        targets: Vec::new(),
        causes: keys.iter().take(FACTS).map(fact).collect(),
        decision,
        measure: words::silent(context, found).unwrap_or_default(),
        assumed: say!(locale, "learnt-from", n = files, totals = found.totals.len() as u64),
    }
}

fn pages(
    context: &Context,
    found: &Calibration,
    (answer, pictures): (&Answer, &[Picture]),
) -> Vec<Page> {
    let locale = context.locale;
    let mut opening =
        page("answer", Part::Main, (answer.headline.clone(), answer.assumed.clone()), locale);
    opening.note = locale.say(Basis::Learnt.id("read-answer"), &[]);
    let mut pages = vec![opening];
    pages.extend(pictures.iter().map(|picture| {
        let [title, lead] = picture.figure.words(locale);
        let id = picture.chart.id;
        Page { chart: Some(id.to_owned()), ..page(id, Part::Main, (title, lead), locale) }
    }));
    let told = |key: &&Key| !matches!(key.state, State::Silent | State::Held);
    let row = |key: &Key| {
        let [was, is] = [key.prior, key.posterior].map(|of| words::range(context, &key.key, of));
        [sentence(&brief_input(context, &key.key)), was, is, words::source(context, key)]
    };
    let rows: Vec<[String; 4]> = found.keys.iter().filter(told).map(row).collect();
    if !rows.is_empty() {
        let heads = ["learnt-head-key", "calibrate-was", "calibrate-is", "learnt-head-from"]
            .map(|id| sentence(&locale.say(id, &[])));
        let title = say!(locale, "learnt-keys-title", n = rows.len() as u64);
        let lead = words::silent(context, found).unwrap_or_default();
        let table = Table::new(heads, (4, [3.0, 2.4, 2.4, 5.0]), rows);
        let page = page("keys", Part::Appendix, (title, lead), locale);
        pages.push(Page { table: Some(table), ..page });
    }
    pages
}

fn text(text: impl Into<String>) -> Cell {
    Cell::Text(text.into())
}

fn heads(locale: Locale, ids: &[&str]) -> Vec<Head> {
    ids.iter().map(|id| Head::new(sentence(&locale.say(id, &[])), "")).collect()
}

/// A key a row: before, after, and on what it stands.
fn learnt(context: &Context, found: &Calibration) -> Grid {
    let row = |key: &Key| {
        let unit = context.case.unit_of(&key.key);
        let all: Vec<f64> = key.prior.into_iter().chain(key.posterior).collect();
        let style = of_unit(unit, &all);
        let day = |day: Option<i32>| {
            Cell::Number(day.map_or(f64::NAN, |day| EPOCH + f64::from(day)), Style::Day)
        };
        let share = |value: Option<f64>| Cell::Number(value.unwrap_or(f64::NAN), Style::Share(1));
        let is_range = key.state == State::Informed;
        let mut cells =
            vec![text(sentence(&brief_input(context, &key.key))), text(key.key.as_str())];
        cells.extend(all.into_iter().map(|value| Cell::Number(value, style)));
        cells.push(share(Some(key.shrinkage).filter(|_| is_range)));
        cells.push(share(key.conflict));
        cells.push(Cell::Number(key.n as f64, Style::Number(0)));
        cells.push(day(key.period.map(|(from, _)| from)));
        cells.push(day(key.period.map(|(_, to)| to)));
        cells.push(text(words::source(context, key)));
        cells
    };
    let ids = [
        "learnt-head-key",
        "told-head-id",
        "learnt-was-low",
        "learnt-was-middle",
        "learnt-was-high",
        "learnt-is-low",
        "learnt-is-middle",
        "learnt-is-high",
        "learnt-narrower",
        "learnt-conflict",
        "told-head-count",
        "learnt-from-day",
        "learnt-to-day",
        "learnt-head-from",
    ];
    let rows = found.keys.iter().map(row).collect();
    Grid { id: "Learnt".into(), heads: heads(context.locale, &ids), rows }
}

/// A total a row, beside what is expected of it.
fn totals(context: &Context, found: &Calibration) -> Grid {
    let locale = context.locale;
    let row = |total: &Total| {
        let column = context.model().column(&total.metric)?;
        let unit = context.model().metric(column.metric).unit;
        let all = [total.observed, total.p05, total.p50, total.p95];
        let style = of_unit(unit, &all);
        let name = names::metric(locale, context.model(), column, Case::Nominative);
        let mut cells = vec![text(sentence(&name)), text(total.metric.as_str())];
        cells.extend(all.map(|value| Cell::Number(value, style)));
        cells.push(Cell::Number(total.tail, Style::Share(1)));
        Some(cells)
    };
    let ids = [
        "told-head-figure",
        "told-head-id",
        "learnt-observed",
        "learnt-is-low",
        "learnt-is-middle",
        "learnt-is-high",
        "learnt-tail",
    ];
    let rows = found.totals.iter().filter_map(row).collect();
    Grid { id: "Totals".into(), heads: heads(locale, &ids), rows }
}

fn receipts(locale: Locale, found: &Calibration) -> Grid {
    let row = |receipt: &reachsim_data::shape::Receipt| {
        let count = |count: u64| Cell::Number(count as f64, Style::Number(0));
        let day =
            |day: Option<i32>| text(day.map_or_else(String::new, |day| civil(day).to_string()));
        vec![
            text(receipt.file.rsplit('/').next().unwrap_or_default()),
            text(receipt.kind.as_str()),
            count(receipt.rows),
            count(receipt.used),
            day(receipt.from),
            day(receipt.to),
            text(receipt.hash.as_str()),
        ]
    };
    let ids = [
        "told-head-file",
        "receipt-kind",
        "receipt-rows",
        "told-head-used",
        "learnt-from-day",
        "learnt-to-day",
    ];
    let mut heads = heads(locale, &ids);
    heads.push(Head::new("SHA-256", ""));
    Grid { id: "Receipts".into(), heads, rows: found.receipts.iter().map(row).collect() }
}
