//! The workbook: that its numbers fit their columns, that its cash sheet gives what its formulas
//! say, and that it can be printed.

use std::collections::{BTreeMap, BTreeSet};

use reachsim::locale::Locale;
use reachsim::output::documents::DocumentInput;
use reachsim::output::look::Look;
use reachsim::output::story::Stories;
use reachsim::output::words::Words as _;
use resvg::usvg::roxmltree::{Document, Node};

use crate::cases::{self, shipped_names};
use crate::documents::{expect_a_package, made, named, parts, text, told_in};

/// A workbook as other programs read it.
struct Book {
    parts: BTreeMap<String, Vec<u8>>,
    /// The sheets in their order.
    sheets: Vec<String>,
    /// Number formats by the style of a cell.
    formats: Vec<String>,
    words: Vec<String>,
}

/// One cell: its number, its text and its format.
#[derive(Clone, Debug, Default)]
struct Read {
    number: Option<f64>,
    text: Option<String>,
    format: String,
}

type Cells = BTreeMap<(u32, u32), Read>;

impl Book {
    fn of(told: &DocumentInput) -> Book {
        let parts = parts(&made(told, "xlsx"));
        let book = text(&parts["xl/workbook.xml"]);
        let book = Document::parse(&book).expect("well-formed");
        let sheets = named(&book, "sheet").filter_map(|node| node.attribute("name"));
        let sheets = sheets.map(str::to_owned).collect();
        let styles = text(&parts["xl/styles.xml"]);
        let styles = Document::parse(&styles).expect("well-formed");
        let own: BTreeMap<&str, &str> = named(&styles, "numFmt")
            .filter_map(|node| Some((node.attribute("numFmtId")?, node.attribute("formatCode")?)))
            .collect();
        let code = |node: Node| {
            let id = node.attribute("numFmtId").expect("a format");
            let usual = match id {
                "0" => "General",
                "1" => "0",
                "2" => "0.00",
                "3" => "#,##0",
                "4" => "#,##0.00",
                "9" => "0%",
                "10" => "0.00%",
                _ => own[id],
            };
            usual.to_owned()
        };
        let cells = named(&styles, "cellXfs").next().expect("formats of cells");
        let formats = cells.children().filter(Node::is_element).map(code).collect();
        let words = text(&parts["xl/sharedStrings.xml"]);
        let words = Document::parse(&words).expect("well-formed");
        let told = |node: Node| {
            node.descendants().filter(Node::is_text).filter_map(|n| n.text()).collect::<String>()
        };
        let words = named(&words, "si").map(told).collect();
        Book { parts, sheets, formats, words }
    }

    fn xml(&self, sheet: &str) -> String {
        let place = self.sheets.iter().position(|name| name == sheet).expect("a sheet");
        text(&self.parts[&format!("xl/worksheets/sheet{}.xml", place + 1)])
    }

    fn cells(&self, document: &Document) -> Cells {
        let read = |cell: Node| {
            let of = |tag: &str| {
                let found = cell.children().find(|node| node.tag_name().name() == tag)?;
                found.text().map(str::to_owned)
            };
            let style: usize =
                cell.attribute("s").map_or(0, |style| style.parse().expect("a style"));
            let (kind, value) = (cell.attribute("t"), of("v"));
            let number = value.as_ref().filter(|_| kind.is_none()).and_then(|v| v.parse().ok());
            let text = match kind {
                Some("s") => {
                    value.map(|place| self.words[place.parse::<usize>().expect("a place")].clone())
                }
                Some(_) => value,
                None => None,
            };
            let place = place(cell.attribute("r").expect("a place"));
            (place, Read { number, text, format: self.formats[style].clone() })
        };
        named(document, "c").map(read).collect()
    }

    fn name(&self, name: &str) -> (String, (u32, u32)) {
        let book = text(&self.parts["xl/workbook.xml"]);
        let book = Document::parse(&book).expect("well-formed");
        let found = named(&book, "definedName")
            .find(|node| node.attribute("name") == Some(name))
            .unwrap_or_else(|| panic!("no name {name}"));
        let (sheet, cells) = found.text().expect("a place").rsplit_once('!').expect("a sheet");
        let first = cells.split(':').next().expect("a cell").replace('$', "");
        (sheet.trim_matches('\'').to_owned(), place(&first))
    }
}

/// Row and column of `B7`, from zero.
fn place(cell: &str) -> (u32, u32) {
    let letters = cell.bytes().take_while(u8::is_ascii_uppercase);
    let column = letters.fold(0, |sum, letter| 26 * sum + u32::from(letter - b'A') + 1);
    let row: u32 =
        cell.trim_start_matches(|c: char| c.is_ascii_uppercase()).parse().expect("a row");
    (row - 1, column - 1)
}

/// A number as a program with English settings writes it in a format of ours.
fn shown(value: f64, format: &str) -> String {
    if format == "General" {
        return value.to_string();
    }
    if format.contains("yyyy") {
        return if format.contains("mmmm") { "September 2026" } else { "30 Sep. 2026" }.to_owned();
    }
    let section = format.split(';').next().expect("a section");
    let around: String = section.chars().filter(|c| !"#,0.\"\\".contains(*c)).collect();
    let places = section
        .split_once('.')
        .map_or(0, |(_, rest)| rest.chars().take_while(|c| *c == '0').count());
    let value = if around.contains('%') { 100.0 * value } else { value };
    let digits = format!("{:.places$}", value.abs());
    let whole = digits.split('.').next().expect("digits").len();
    let groups = if section.contains(',') { (whole - 1) / 3 } else { 0 };
    let sign = if value < 0.0 { "-" } else { "" };
    format!("{sign}{around}{digits}{}", ",".repeat(groups))
}

/// How many digits of the font a text is wide.
fn wide(text: &str) -> f64 {
    let letter = |c: char| match c {
        '%' => 1.6,
        ',' | '.' | ' ' | '\u{A0}' => 0.5,
        '-' => 0.6,
        _ => 1.0,
    };
    text.chars().map(letter).sum()
}

/// The width of the column of each cell.
fn widths(document: &Document) -> BTreeMap<u32, f64> {
    let mut widths = BTreeMap::new();
    for node in named(document, "col") {
        let of =
            |name: &str| node.attribute(name).expect("a width").parse::<f64>().expect("a number");
        for column in of("min") as u32..=of("max") as u32 {
            widths.insert(column - 1, of("width"));
        }
    }
    widths
}

/// What no column shows reads `###`.
#[test]
fn every_number_fits_its_column() {
    let mut seen = 0;
    for name in shipped_names() {
        let run = cases::shipped(&name, &["simulation.trials=1000"]);
        let look = Look::default();
        let stories = Stories::of(&run.report(), &look);
        for locale in Locale::ALL {
            let story = stories.in_locale(locale);
            // No sheet has a picture that is drawn.
            let told = DocumentInput { story, stories: &stories, look: &look, drawn: &[] };
            let book = Book::of(&told);
            for sheet in &book.sheets {
                seen += expect_room(&book, sheet, &format!("{name}, {}, {sheet}", locale.id()));
            }
        }
    }
    assert!(seen > 100_000, "{seen} numbers");
}

/// That every number of a sheet fits its column as it is formatted; returns how many there are.
#[track_caller]
fn expect_room(book: &Book, sheet: &str, name: &str) -> usize {
    let xml = book.xml(sheet);
    let document = Document::parse(&xml).expect("well-formed");
    let widths = widths(&document);
    let cells = book.cells(&document);
    let numbers = cells.iter().filter_map(|(place, cell)| Some((place, cell, cell.number?)));
    let mut seen = 0;
    for ((row, column), cell, number) in numbers {
        let told = shown(number, &cell.format);
        let width = widths.get(column).copied().unwrap_or(9.14);
        // Five pixels of seven are the cell's own margin.
        assert!(
            wide(&told) + 5.0 / 7.0 <= width,
            "{name}, row {row}, column {column}: {told} in {width}"
        );
        assert!(
            !cell.format.contains("General") && !cell.format.contains(".#"),
            "{name}, row {row}, column {column}: {}",
            cell.format
        );
        seen += 1;
    }
    seen
}

#[test]
fn the_workbook_answers_first_and_has_its_names() {
    let run = cases::shipped("support-community", &["simulation.trials=2000"]);
    told_in(&run, Locale::En, &Look::default(), |told| {
        let book = Book::of(told);
        assert_eq!(
            book.sheets,
            [
                "Answer",
                "Summary",
                "Inputs",
                "Weekly",
                "Reach",
                "Funnel",
                "Value",
                "Histogram",
                "Streams",
                "Costs",
                "Cash flow",
                "Drivers",
                "Sources",
                "Glossary",
                "Futures"
            ]
        );
        let answer = book.xml("Answer");
        let answer = Document::parse(&answer).expect("well-formed");
        let cells = book.cells(&answer);
        let says = |words: &str| cells.values().any(|cell| cell.text.as_deref() == Some(words));
        assert!(says(&told.story.answer.headline) && says(&told.story.answer.figure));
        let chance = run.summary.targets[0].probability.value;
        let is_chance = |cell: &Read| cell.number == Some(chance) && cell.format == "0%";
        assert!(cells.values().any(is_chance), "{chance} is not on the first sheet");
        for name in ["Targets_data", "Figures_data", "Summary_data", "Trials_data", "mean_profit"] {
            let (sheet, at) = book.name(name);
            assert!(book.sheets.contains(&sheet), "{name} is on {sheet}, {at:?}");
        }
        let (sheet, at) = book.name("mean_profit");
        let summary = book.xml(&sheet);
        let summary = Document::parse(&summary).expect("well-formed");
        let mean = run.summary.metric("profit").expect("a metric").mean.value;
        assert_eq!(book.cells(&summary)[&at].number, Some(mean));
        assert!(book.parts.keys().filter(|name| name.starts_with("xl/charts/chart")).count() >= 10);
        // 1,000 futures, and each with its number, its inputs and its metrics.
        let futures = book.xml("Futures");
        let futures = Document::parse(&futures).expect("well-formed");
        assert_eq!(book.cells(&futures)[&(1_004, 0)].number, Some(999.0));
        let core = text(&book.parts["docProps/core.xml"]);
        assert!(core.contains("2012-01-01T00:00:00Z"), "{core}");
        // The keys of files stand in comments.
        let notes: String = book
            .parts
            .iter()
            .filter(|(name, _)| name.starts_with("xl/comments"))
            .map(|(_, part)| text(part))
            .collect();
        assert!(
            notes.contains("impressions_questions") && notes.contains("funnel.incremental_direct")
        );
    });
}

#[test]
fn sheets_have_names_in_the_language_that_every_program_takes() {
    let run = cases::shipped("support-community", &["simulation.trials=1000"]);
    let mut all = Vec::new();
    for locale in Locale::ALL {
        told_in(&run, locale, &Look::default(), |told| {
            let book = Book::of(told);
            expect_a_package(&book.parts);
            let different: BTreeSet<String> =
                book.sheets.iter().map(|s| s.to_lowercase()).collect();
            assert_eq!(different.len(), book.sheets.len(), "{:?}", book.sheets);
            for sheet in &book.sheets {
                assert!(
                    sheet.chars().count() <= 31
                        && !sheet.contains(['[', ']', ':', '*', '?', '/', '\\']),
                    "{sheet}"
                );
            }
            all.push(book.sheets);
        });
    }
    assert_eq!(all[0][0], "Answer");
    assert!(
        all[0].iter().all(|sheet| !all[1].contains(sheet) && !all[2].contains(sheet)),
        "{all:?}"
    );
}

#[test]
fn weeks_are_counted_from_one_on_every_sheet() {
    let sets = ["simulation.trials=1000", "simulation.start=2026-03-02"];
    let run = cases::shipped("support-community", &sets);
    told_in(&run, Locale::Uk, &Look::default(), |told| {
        let book = Book::of(told);
        for id in ["sheet-name-weekly", "sheet-name-reach", "sheet-name-cash-flow"] {
            let xml = book.xml(&Locale::Uk.say(id, &[]));
            let document = Document::parse(&xml).expect("well-formed");
            let cells = book.cells(&document);
            let column = |column: u32| cells.iter().filter(move |((_, at), _)| *at == column);
            let weeks: Vec<f64> = column(0).filter_map(|(_, cell)| cell.number).collect();
            let counted: Vec<f64> = (1..=weeks.len()).map(|week| week as f64).collect();
            assert!(weeks == counted && weeks.len() >= 52, "{id}: {weeks:?}");
            // The first day is the start, and a week later begins the next week.
            let days: Vec<f64> = cells
                .values()
                .filter(|cell| cell.format.contains("d mmm"))
                .filter_map(|cell| cell.number)
                .collect();
            assert!(
                days.len() == weeks.len() && days[..2] == [46_083.0, 46_090.0],
                "{id}: {days:?}"
            );
        }
    });
}

#[test]
fn a_sheet_prints_one_page_wide_with_its_heads_and_its_number() {
    let run = cases::shipped("support-community", &["simulation.trials=1000"]);
    told_in(&run, Locale::En, &Look::default(), |told| {
        let book = Book::of(told);
        let xml = text(&book.parts["xl/workbook.xml"]);
        let document = Document::parse(&xml).expect("well-formed");
        let of = |name: &str| {
            let found =
                named(&document, "definedName").filter(|n| n.attribute("name") == Some(name));
            let place = |node: Node| node.attribute("localSheetId").expect("a sheet").parse().ok();
            found
                .map(|node| (place(node).expect("a number"), node.text().unwrap_or("").to_owned()))
                .collect::<BTreeMap<usize, String>>()
        };
        let (areas, titles) = (of("_xlnm.Print_Area"), of("_xlnm.Print_Titles"));
        for (place, sheet) in book.sheets.iter().enumerate() {
            let xml = book.xml(sheet);
            assert!(xml.contains("fitToPage=\"1\"") && xml.contains("&amp;P / &amp;N"), "{sheet}");
            let hash = told.story.stamp.split(" · ").next().expect("a stamp");
            assert!(xml.contains(hash), "{sheet} has no hash at its foot");
            assert!(!xml.contains("fitToWidth=\"0\""), "{sheet}");
            let is_paper = sheet != "Futures";
            assert_eq!(titles.contains_key(&place), is_paper && sheet != "Answer", "{sheet}");
            assert!(areas.contains_key(&place), "{sheet} has no print area");
        }
        // Of the futures one line.
        let last = book.sheets.len() - 1;
        assert_eq!(
            (book.sheets[last].as_str(), areas[&last].as_str()),
            ("Futures", "Futures!$A$1:$P$1")
        );
    });
}

#[test]
fn one_community_is_told_once() {
    let ids = |name: &str| {
        let run = cases::shipped(name, &["simulation.trials=1000"]);
        let mut ids = Vec::new();
        told_in(&run, Locale::En, &Look::default(), |told| {
            let summary =
                told.story.grids.iter().find(|grid| grid.id == "Summary").expect("a grid");
            ids = summary.rows.iter().map(|row| format!("{:?}", row.last())).collect();
        });
        ids
    };
    let of_one = |id: &String| id.contains('.') && !id.contains("role.");
    assert_eq!(ids("support-community").iter().filter(|id| of_one(id)).count(), 0);
    assert!(ids("vk-vs-facebook").iter().any(of_one));
}

/// What the cash sheet holds, and what its formulas give when they are carried out.
#[test]
fn the_cash_sheet_holds_all_margins_and_gives_what_its_formulas_say() {
    for (months, weeks) in [(0, 1.0), (12, 52.0), (26, 113.0), (104, 451.0), (156, 676.0)] {
        let months_set = format!("value.months_to_earn={months}");
        let run = cases::shipped("support-community", &["simulation.trials=1000", &months_set]);
        told_in(&run, Locale::En, &Look::default(), |told| {
            let book = Book::of(told);
            let xml = book.xml("Cash flow");
            let document = Document::parse(&xml).expect("well-formed");
            let cells = book.cells(&document);
            let value = |name: &str| cells[&book.name(name).1].clone();
            assert_eq!(value("months_to_earn").number, Some(f64::from(months)));
            assert_eq!(value("weeks_to_earn").number, Some(weeks), "{months} months");
            assert_eq!(value("all_margins_counted").text.as_deref(), Some("1"), "{months} months");
            let discount = value("discount").number.expect("a discount");
            let first =
                cells.iter().find(|((_, column), cell)| *column == 0 && cell.number == Some(1.0));
            let first = first.expect("a first week").0.0;
            let column = |column: u32| -> Vec<f64> {
                let rows = (first..).map_while(|row| cells.get(&(row, column))?.number);
                rows.collect()
            };
            let [margins, other, cost, arriving, flow, sum, present] =
                [1, 2, 3, 4, 5, 6, 7].map(column);
            // Enough for the last week's margin over 156 months.
            assert_eq!(margins.len(), 52 + 676 - 1);
            let mut cash = 0.0;
            let (mut npv, mut payback) = (0.0, 1.0);
            for week in 0..margins.len() {
                let since = (week + 1).saturating_sub(weeks as usize);
                let arrives = margins[since..=week].iter().sum::<f64>() / weeks;
                let flows = other[week] - cost[week] + arrives;
                cash += flows;
                let worth = flows / (1.0 + discount).powf(week as f64 / 52.0);
                npv += worth;
                if cash < -0.005 {
                    payback = week as f64 + 2.0;
                }
                for (told, known) in [
                    (arriving[week], arrives),
                    (flow[week], flows),
                    (sum[week], cash),
                    (present[week], worth),
                ] {
                    assert!(near(told, known), "{months} months, week {week}: {told} for {known}");
                }
            }
            let (all, spent) = (margins.iter().sum::<f64>(), cost.iter().sum::<f64>());
            assert!(near(arriving.iter().sum(), all), "{months} months");
            assert!(near(value("npv").number.expect("a value"), npv), "{months} months: {npv}");
            let roi = (all + other.iter().sum::<f64>() - spent) / spent;
            assert!(near(value("roi").number.expect("a return"), roi), "{months} months: {roi}");
            let told = value("payback_weeks").number;
            assert_eq!(told, (cash >= -0.005).then_some(payback), "{months} months");
            assert_eq!(named(&document, "dataValidation").count(), 2);
        });
    }
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs()).max(1e3)
}
