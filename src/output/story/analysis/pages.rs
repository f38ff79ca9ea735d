//! The pages in their order.

use reachsim_data::analyse::{Column, Figure, Quote, Table as Groups, Task};
use reachsim_data::shape::Receipt;

use super::groups::{self, fact_words};
use crate::locale::Locale;
use crate::output::analysis::Told;
use crate::output::charts::{Part, Picture};
use crate::output::phrases::analysis as words;
use crate::output::phrases::analysis::{odd, title};
use crate::output::pictures::analysis as pictures;
use crate::output::story::{self, Answer, Basis, Page, Table};
use crate::output::words::{Words as _, say, sentence};

/// Sentences of a list.
const LISTED: usize = 40;

pub fn pages(told: &Told, pictures: &[Picture], answer: &Answer) -> Vec<Page> {
    let locale = told.locale;
    let title = (answer.headline.clone(), answer.figure.clone());
    let mut pages = vec![page("answer", Part::Main, title, locale)];
    pages.extend(figures(told));
    pages.extend(pictures.iter().map(|picture| drawn(told, picture)));
    pages.extend(tasks(told));
    pages.extend(told.analysis.tasks.iter().filter_map(|task| self::task(told, task)));
    pages.extend(odd(told));
    pages.extend(tables(told));
    pages.extend(left_out(told));
    pages.extend(texts(told));
    pages.push(receipts(told));
    pages
}

fn page(id: &str, part: Part, (title, lead): (String, String), locale: Locale) -> Page {
    let read = match id {
        _ if id.starts_with("table-") => "read-table",
        _ if id.starts_with("task-") => "read-task",
        _ => &format!("read-{id}"),
    };
    let note = locale.say(Basis::Rows.id(read), &[]);
    Page { id: id.to_owned(), part, title, lead, chart: None, table: None, note }
}

/// Hours and weekdays have as many rows as would leave no room for their picture.
const fn is_of_time(table: &Groups) -> bool {
    matches!(table.column, Column::Hour | Column::Weekday)
}

/// A page of a picture, with the table that it shows.
fn drawn(told: &Told, picture: &Picture) -> Page {
    let (locale, id) = (told.locale, picture.chart.id);
    let [title, lead] = picture.figure.words(locale);
    let shown = pictures::shown(told.analysis, id).filter(|table| !is_of_time(table));
    let held = told
        .forecast
        .filter(|_| id == "history")
        .and_then(|forecast| story::held(locale, forecast.case.model(), forecast.courses));
    let table = shown.map(|table| groups::groups(locale, table)).or(held);
    let page = page(id, Part::Main, (title, lead), locale);
    Page { chart: Some(id.to_owned()), table, ..page }
}

fn figures(told: &Told) -> Option<Page> {
    let locale = told.locale;
    let figures = &told.analysis.figures;
    if figures.is_empty() {
        return None;
    }
    let rows: Vec<(String, &Figure)> =
        figures.iter().map(|figure| (words::figure(locale, figure), figure)).collect();
    let period = told.analysis.period.map(|period| sentence(&words::period(locale, period)));
    let scope = period.unwrap_or_else(|| told.files.join(", "));
    let title = say!(locale, "told-figures-title");
    let lead = say!(locale, "told-figures-lead", scope = scope);
    let page = page("figures", Part::Main, (title, lead), locale);
    Some(Page { table: Some(groups::figures(locale, &rows)), ..page })
}

/// The figures of a task, and the facts of its own.
fn of_task<'a>(told: &'a Told, task: &'a Task) -> Vec<(String, &'a Figure)> {
    let locale = told.locale;
    let own = task.figures.iter().filter_map(|id| {
        let figure = told.analysis.figures.iter().find(|figure| figure.id == *id)?;
        Some((words::figure(locale, figure), figure))
    });
    let facts = task.facts.iter().map(|(name, fact)| (fact_words(locale, name, fact), fact));
    own.chain(facts).filter(|(_, figure)| figure.n > 0).collect()
}

fn named(locale: Locale, task: &Task) -> String {
    locale.say(&format!("task-{}", task.task.id()), &[])
}

/// All tasks: what the files tell of each, and what would tell more.
fn tasks(told: &Told) -> Option<Page> {
    let (locale, tasks) = (told.locale, &told.analysis.tasks);
    if tasks.is_empty() {
        return None;
    }
    let row = |task: &Task| {
        let facts = of_task(told, task);
        let facts = facts.iter().map(|(name, figure)| {
            say!(locale, "talk-pair", one = name.as_str(), other = words::value(locale, figure))
        });
        [
            named(locale, task),
            sentence(&facts.collect::<Vec<_>>().join("; ")),
            sentence(&odd::missing(locale, &task.missing)),
        ]
    };
    let heads =
        ["told-head-task", "told-head-has", "told-head-lacks"].map(|id| locale.say(id, &[]));
    let answered = tasks.iter().filter(|task| !of_task(told, task).is_empty()).count();
    let title = say!(locale, "told-tasks-title", n = answered, all = tasks.len());
    let page = page("tasks", Part::Main, (title, say!(locale, "told-tasks-lead")), locale);
    let table = Table::new(heads, (3, [2.0, 5.0, 5.0]), tasks.iter().map(row).collect());
    Some(Page { table: Some(table), ..page })
}

/// One task that the files answer.
fn task(told: &Told, task: &Task) -> Option<Page> {
    let locale = told.locale;
    let rows = of_task(told, task);
    let (name, first) = rows.first()?;
    let value = words::value(locale, first);
    let facts = match words::interval(locale, first) {
        Some(range) => {
            say!(locale, "told-share-of", name = name.as_str(), value = value, range = range)
        }
        None => say!(locale, "talk-pair", one = name.as_str(), other = value),
    };
    let title = say!(locale, "told-task-title", task = named(locale, task), facts = facts);
    let missing = odd::missing(locale, &task.missing);
    let lead = if missing.is_empty() {
        String::new()
    } else {
        say!(locale, "talk-pair", one = say!(locale, "told-more"), other = missing)
    };
    let id = format!("task-{}", task.task.id());
    let page = page(&id, Part::Appendix, (title, lead), locale);
    Some(Page { table: Some(groups::figures(locale, &rows)), ..page })
}

/// Tables that no picture shows.
fn tables(told: &Told) -> Vec<Page> {
    let (analysis, locale) = (told.analysis, told.locale);
    let shown = pictures::all_shown(analysis);
    let mut pages: Vec<Page> = Vec::new();
    let is_shown = |table: &Groups| {
        !is_of_time(table) && shown.iter().any(|known| known.column == table.column)
    };
    for table in analysis.groups.iter().flat_map(|grouped| &grouped.tables) {
        let id = format!("table-{}", table.column.id());
        let is_there = pages.iter().any(|page| page.id == id);
        if is_shown(table) || is_there || table.rows.is_empty() {
            continue;
        }
        let lead = if table.overlaps { say!(locale, "told-overlaps") } else { String::new() };
        let page = page(&id, Part::Appendix, (title::of_table(locale, table), lead), locale);
        pages.push(Page { table: Some(groups::groups(locale, table)), ..page });
    }
    pages
}

fn odd(told: &Told) -> Option<Page> {
    let locale = told.locale;
    let found = told.analysis.odd.iter();
    let rows: Vec<[String; 1]> = found.map(|found| [odd::odd(told, found)]).collect();
    let title = say!(locale, "told-odd-title", n = rows.len());
    list("odd", Part::Main, (title, "told-head-odd", rows), locale)
}

fn left_out(told: &Told) -> Option<Page> {
    let locale = told.locale;
    let left = told.analysis.left_out.iter();
    let rows: Vec<[String; 1]> =
        left.map(|left| [sentence(&odd::left_out(locale, left))]).collect();
    let title = say!(locale, "told-left-title", n = rows.len());
    list("left-out", Part::Appendix, (title, "told-head-left", rows), locale)
}

/// A page of sentences below each other; none without any.
fn list(
    id: &str,
    part: Part,
    (title, head, rows): (String, &str, Vec<[String; 1]>),
    locale: Locale,
) -> Option<Page> {
    if rows.is_empty() {
        return None;
    }
    let hidden = rows.len().saturating_sub(LISTED);
    let more = (hidden > 0).then(|| [say!(locale, "and-more", n = hidden as u64)]);
    let rows = rows.into_iter().take(LISTED).chain(more).collect();
    let table = Table::new([locale.say(head, &[])], (1, [1.0]), rows);
    Some(Page { table: Some(table), ..page(id, part, (title, String::new()), locale) })
}

/// Texts with their word lists, where they may be shown.
fn texts(told: &Told) -> Option<Page> {
    let locale = told.locale;
    let file = |quote: &Quote| {
        say!(
            locale,
            "talk-pair",
            one = told.name(quote.receipt),
            other = words::count(locale, quote.line)
        )
    };
    let row = |quote: &Quote| {
        let text: Vec<&str> = quote.text.split_whitespace().collect();
        [text.join(" "), quote.codes.join(", "), file(quote)]
    };
    let rows: Vec<[String; 3]> = told.analysis.sample.iter().map(row).collect();
    if rows.is_empty() {
        return None;
    }
    let heads =
        ["told-head-text", "told-head-codes", "told-head-row"].map(|id| locale.say(id, &[]));
    let title = (say!(locale, "told-texts-title"), String::new());
    let page = page("texts", Part::Appendix, title, locale);
    Some(Page { table: Some(Table::new(heads, (3, [7.0, 2.0, 2.0]), rows)), ..page })
}

/// How each file was read.
fn receipts(told: &Told) -> Page {
    let locale = told.locale;
    let row = |receipt: &Receipt| {
        let within = [&receipt.sheet, &receipt.block].into_iter().flatten();
        let file = receipt.file.rsplit('/').next().unwrap_or_default();
        let name = std::iter::once(file).chain(within.map(String::as_str));
        let shape = locale.say(&format!("shape-{}", receipt.shape.id()), &[]);
        let period = receipt.from.zip(receipt.to);
        [
            name.filter(|name| !name.is_empty()).collect::<Vec<_>>().join(", "),
            format!("{} ({shape})", receipt.kind),
            words::count(locale, receipt.rows),
            words::count(locale, receipt.used),
            period.map_or_else(String::new, |period| words::period(locale, period)),
        ]
    };
    let ids =
        ["told-head-file", "receipt-kind", "receipt-rows", "told-head-used", "receipt-period"];
    let heads = ids.map(|id| sentence(&locale.say(id, &[])));
    let rows = told.receipts().map(row).collect();
    let words = (say!(locale, "told-receipts-title"), say!(locale, "told-receipts-lead"));
    let page = page("receipts", Part::Appendix, words, locale);
    Page { table: Some(Table::new(heads, (2, [4.0, 3.0, 1.2, 1.4, 3.4]), rows)), ..page }
}
