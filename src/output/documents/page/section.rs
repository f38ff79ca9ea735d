//! One section of the page: a chart with its numbers and its files, or a table.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::Serialize;
use serde_json::Value;

use super::super::input::DocumentInput;
use crate::locale::Locale;
use crate::output::charts::Plot;
use crate::output::draw::{Sheet, Svg};
use crate::output::format::Format as _;
use crate::output::story::{Page, Part, Table};
use crate::output::words::{say, sentence};

/// Rows of a table behind a chart, at most.
const ROWS: usize = 60;
/// Categories of which those who do not see a chart are told, at most.
const TOLD: usize = 8;

/// What the template knows of a page of the story.
#[derive(Serialize)]
pub struct Section {
    id: String,
    title: String,
    lead: String,
    /// The drawing; empty where there is none.
    wide: String,
    /// The same for phones.
    narrow: String,
    /// The chart in words.
    alt: String,
    note: String,
    tables: Vec<Behind>,
    files: Vec<File>,
    /// Whether the table is the section, and not what is behind its chart.
    is_table: bool,
    is_appendix: bool,
}

/// A table, and what it is called.
#[derive(Serialize)]
struct Behind {
    name: String,
    /// What opens it; empty where it is open.
    folded: String,
    heads: Vec<String>,
    rows: Vec<Vec<String>>,
    words: usize,
    remark: String,
}

/// A file that the page brings along.
#[derive(Serialize)]
struct File {
    name: String,
    words: String,
    data: String,
}

impl File {
    fn of(name: String, words: String, kind: &str, bytes: &[u8]) -> File {
        File { name, words, data: format!("data:{kind};base64,{}", STANDARD.encode(bytes)) }
    }
}

impl Section {
    pub fn of(told: &DocumentInput, page: &Page) -> Section {
        let plots = told.plots(page);
        let wide = told.scene(page, Sheet::PAGE);
        let is_appendix = page.part == Part::Appendix;
        let own = page.table.iter().map(|table| own(told.locale(), page, table));
        let behind = plots.iter().map(|plot| behind(told.locale(), &page.title, plot));
        Section {
            id: page.id.clone(),
            title: page.title.clone(),
            lead: page.lead.clone(),
            wide: wide.map_or_else(String::new, |scene| Svg::of(&scene).inline()),
            narrow: told.narrow(page).map_or_else(String::new, |svg| svg.inline()),
            alt: alternative(told.locale(), &page.title, &plots),
            note: page.note.clone(),
            tables: own.chain(behind).collect(),
            files: files(told, page, &plots),
            is_table: page.chart.is_none(),
            is_appendix,
        }
    }

    /// Its drawings as text.
    pub fn drawings(&self) -> impl Iterator<Item = &str> {
        [self.wide.as_str(), self.narrow.as_str()].into_iter()
    }
}

/// The table of a page: open where it is what the page is about, folded behind a chart.
fn own(locale: Locale, page: &Page, table: &Table) -> Behind {
    let title = page.title.as_str();
    let folded = match (page.chart.is_some(), page.part) {
        (true, _) => say!(locale, "page-numbers-of", title = title),
        (false, Part::Appendix) => say!(locale, "page-appendix-of", title = title),
        (false, Part::Main) => String::new(),
    };
    Behind {
        name: title.to_owned(),
        folded,
        heads: table.heads.clone(),
        rows: table.rows.clone(),
        words: table.words,
        remark: String::new(),
    }
}

/// What tells the numbers of a plot from those of its neighbours.
fn named(title: &str, plot: &Plot) -> String {
    if plot.title.is_empty() { title.to_owned() } else { format!("{}. {title}", plot.title) }
}

/// What is seen of a plot: series that only hold others up have no name.
fn seen(plot: &Plot) -> impl Iterator<Item = &crate::output::charts::plot::Series> {
    plot.series.iter().filter(|series| !series.name.trim().is_empty())
}

/// A number of a plot; nothing where it has none.
fn written(locale: Locale, plot: &Plot, value: Option<&f64>) -> String {
    let known = value.filter(|value| value.is_finite());
    known.map_or_else(String::new, |value| locale.amount(plot.quantity, *value, None))
}

/// What the rows of a plot are: a head for everybody, where the chart needs none.
fn head(locale: Locale, plot: &Plot) -> String {
    if plot.head.trim().is_empty() { say!(locale, "page-row") } else { sentence(&plot.head) }
}

/// The numbers of a chart as a table.
fn behind(locale: Locale, title: &str, plot: &Plot) -> Behind {
    let stride = plot.categories.len().div_ceil(ROWS).max(1);
    let row = |(place, category): (usize, &String)| {
        let numbers = seen(plot).map(|series| written(locale, plot, series.values.get(place)));
        std::iter::once(category.clone()).chain(numbers).collect()
    };
    let name = named(title, plot);
    Behind {
        folded: say!(locale, "page-numbers-of", title = name.as_str()),
        name,
        heads: std::iter::once(head(locale, plot))
            .chain(seen(plot).map(|series| sentence(&series.name)))
            .collect(),
        rows: plot.categories.iter().enumerate().step_by(stride).map(row).collect(),
        words: 1,
        remark: if stride > 1 {
            say!(locale, "page-weeks-shown", n = stride)
        } else {
            String::new()
        },
    }
}

/// The chart for those who do not see it: its message, and the main numbers of its first plot: all
/// categories where they are few, else the first, the middle and the last one.
pub fn alternative(locale: Locale, title: &str, plots: &[Plot]) -> String {
    let mut told = vec![sentence(title)];
    if let Some(plot) = plots.first() {
        let last = plot.categories.len().saturating_sub(1);
        let places: Vec<usize> =
            if last < TOLD { (0..=last).collect() } else { vec![0, last / 2, last] };
        told.extend(places.into_iter().filter_map(|place| {
            let category = plot.categories.get(place)?;
            let values: Vec<String> = seen(plot)
                .map(|series| (series, written(locale, plot, series.values.get(place))))
                .filter(|(_, value)| !value.is_empty())
                .map(|(series, value)| format!("{} {value}", series.name))
                .collect();
            let values = values.join(", ");
            (!values.is_empty())
                .then(|| say!(locale, "page-alt-at", at = category.as_str(), values = values))
        }));
    }
    told.join(". ")
}

/// The numbers of a chart as rows of texts, the heads first; those of several plots one below the
/// other.
pub fn numbers(locale: Locale, title: &str, plots: &[Plot]) -> Value {
    let rows = plots.iter().flat_map(|plot| {
        let table = behind(locale, title, plot);
        std::iter::once(table.heads).chain(table.rows)
    });
    rows.collect()
}

/// The chart as it stands alone, and its numbers with all their digits.
fn files(told: &DocumentInput, page: &Page, plots: &[Plot]) -> Vec<File> {
    let Some(chart) = page.chart.as_deref() else { return Vec::new() };
    let (locale, title) = (told.locale(), page.title.as_str());
    let drawn = told.drawn.iter().find(|(id, _)| *id == chart);
    let picture = drawn.map(|(_, svg)| {
        let words = say!(locale, "page-picture-of", title = title);
        File::of(format!("{chart}.svg"), words, "image/svg+xml", svg.as_str().as_bytes())
    });
    let numbers = plots.iter().enumerate().map(|(place, plot)| {
        let name =
            if place == 0 { format!("{chart}.csv") } else { format!("{chart}-{}.csv", place + 1) };
        let words = say!(locale, "page-table-of", title = named(title, plot));
        File::of(name, words, "text/csv;charset=utf-8", csv(locale, plot).as_bytes())
    });
    picture.into_iter().chain(numbers).collect()
}

/// The numbers of a plot, each category a line. The mark in front tells programs of offices that
/// the text is UTF-8.
fn csv(locale: Locale, plot: &Plot) -> String {
    let mut writer = csv::Writer::from_writer("\u{FEFF}".as_bytes().to_vec());
    let heads = std::iter::once(head(locale, plot)).chain(seen(plot).map(|s| s.name.clone()));
    let rows = plot.categories.iter().enumerate().map(|(place, category)| {
        let number =
            |value: &f64| if value.is_finite() { value.to_string() } else { String::new() };
        let numbers =
            seen(plot).map(move |series| series.values.get(place).map_or_else(String::new, number));
        std::iter::once(category.clone()).chain(numbers).collect::<Vec<String>>()
    });
    for row in std::iter::once(heads.collect()).chain(rows) {
        writer.write_record(&row).expect("every row has a cell for each head");
    }
    let bytes = writer.into_inner().expect("memory takes what is written");
    String::from_utf8(bytes).expect("cells are text")
}
