//! Deck, workbook, page and report: that they open, that their parts belong together, that their
//! numbers are the run's.

use reachsim::output::words::Words as _;
use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::path::Path;

use reachsim::locale::Locale;
use reachsim::metric::METRICS;
use reachsim::output::Run;
use reachsim::output::charts::{Figure, Kind, Waterfall};
use reachsim::output::documents::{DOCUMENTS, DocumentInput};
use reachsim::output::look::Look;
use reachsim::output::pictures;
use reachsim::output::story::{Part, Stories};
use resvg::usvg::roxmltree::{Document, Node};

use crate::cases::{self, shipped_names};
use crate::golden;

pub fn told_in(run: &Run, locale: Locale, look: &Look, check: impl FnOnce(&DocumentInput)) {
    let stories = Stories::of(&run.report(), look);
    let story = stories.in_locale(locale);
    let pictures = reachsim::output::pictures_of(story, look);
    check(&DocumentInput { story, stories: &stories, look, drawn: &pictures });
}

pub fn made(told: &DocumentInput, id: &str) -> Vec<u8> {
    let document = DOCUMENTS.iter().find(|document| document.id == id).expect("a document");
    (document.make)(told).expect("made")
}

/// The parts of an Office file by their names.
pub fn parts(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip file");
    let mut parts = BTreeMap::new();
    for place in 0..archive.len() {
        let mut part = archive.by_index(place).expect("a part");
        let time =
            part.last_modified().map(|time| (time.year(), time.month(), time.day(), time.hour()));
        let name = part.name().expect("a name").into_owned();
        assert!(time.is_none_or(|time| time == (1980, 1, 1, 0)), "{name} bears a time: {time:?}");
        let mut content = Vec::new();
        part.read_to_end(&mut content).expect("content");
        parts.insert(name, content);
    }
    parts
}

pub fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

fn has_extension(name: &str, extension: &str) -> bool {
    Path::new(name).extension().is_some_and(|found| found == extension)
}

fn is_xml(name: &str) -> bool {
    has_extension(name, "xml") || has_extension(name, "rels")
}

/// That every part is well formed and has a type, and that every relationship leads somewhere.
#[track_caller]
pub fn expect_a_package(parts: &BTreeMap<String, Vec<u8>>) {
    let types = text(&parts["[Content_Types].xml"]);
    for (name, content) in parts.iter().filter(|(name, _)| is_xml(name)) {
        let content = text(content);
        assert!(
            !content.contains(env!("CARGO_MANIFEST_DIR")) && !content.contains("/home/"),
            "{name} names a path"
        );
        let document =
            Document::parse(&content).unwrap_or_else(|error| panic!("{name}: {error}\n{content}"));
        let has_type = types.contains(&format!("\"/{name}\""))
            || has_extension(name, "rels")
            || name == "[Content_Types].xml";
        assert!(has_type, "{name} has no type");
        if !has_extension(name, "rels") {
            continue;
        }
        let folder = name.replace("_rels/", "");
        let folder = folder.rsplit_once('/').map_or("", |(folder, _)| folder);
        for node in document.descendants().filter(|node| {
            node.has_tag_name("Relationship") || node.tag_name().name() == "Relationship"
        }) {
            let target = node.attribute("Target").expect("a target");
            let mut path: Vec<&str> = if target.starts_with('/') {
                Vec::new()
            } else {
                folder.split('/').filter(|part| !part.is_empty()).collect()
            };
            for part in target.trim_start_matches('/').split('/') {
                if part == ".." {
                    path.pop();
                } else {
                    path.push(part);
                }
            }
            assert!(parts.contains_key(&path.join("/")), "{name} leads to {}", path.join("/"));
        }
    }
}

pub fn named<'a>(document: &'a Document, name: &'a str) -> impl Iterator<Item = Node<'a, 'a>> {
    document.descendants().filter(move |node| node.tag_name().name() == name)
}

/// The numbers of a sheet by the names of their cells.
fn cells(sheet: &str) -> BTreeMap<String, f64> {
    let document = Document::parse(sheet).expect("well-formed");
    let number = |cell: Node| {
        if cell.attribute("t").is_some() {
            return None;
        }
        let value =
            cell.children().find(|node| node.tag_name().name() == "v")?.text()?.parse().ok()?;
        Some((cell.attribute("r")?.to_owned(), value))
    };
    named(&document, "c").filter_map(number).collect()
}

#[test]
fn the_deck_of_every_scenario_is_a_package_whose_charts_carry_their_data() {
    // Each language in its turn; the first scenario in all.
    for (place, name) in shipped_names().into_iter().enumerate() {
        let run = cases::shipped(&name, &["simulation.trials=1000"]);
        let locales = Locale::ALL.into_iter().enumerate();
        for (_, locale) in locales.filter(|(turn, _)| place == 0 || place % 3 == *turn) {
            told_in(&run, locale, &Look::default(), |told| {
                let parts = parts(&made(told, "pptx"));
                expect_a_package(&parts);
                let charts: Vec<&String> =
                    parts.keys().filter(|name| name.starts_with("ppt/charts/chart")).collect();
                assert!(!charts.is_empty(), "{name} has no chart");
                for chart in charts {
                    let number: String = chart.chars().filter(char::is_ascii_digit).collect();
                    let workbook =
                        self::parts(&parts[&format!("ppt/embeddings/chart{number}.xlsx")]);
                    let cells = cells(&text(&workbook["xl/worksheets/sheet1.xml"]));
                    expect_the_same_numbers(
                        &text(&parts[chart]),
                        &cells,
                        &format!("{chart} of {name}"),
                    );
                }
                let slides =
                    parts.keys().filter(|name| name.starts_with("ppt/slides/slide")).count();
                let notes = parts
                    .keys()
                    .filter(|name| name.starts_with("ppt/notesSlides/notesSlide"))
                    .count();
                assert!(slides == notes && slides >= 3, "{slides} slides, {notes} notes");
            });
        }
    }
}

/// The numbers in the cache of a chart are those of its workbook, each at the cell that its formula
/// names.
#[track_caller]
fn expect_the_same_numbers(chart: &str, cells: &BTreeMap<String, f64>, name: &str) {
    let document = Document::parse(chart).expect("well-formed");
    let mut compared = 0;
    for reference in named(&document, "numRef") {
        let formula = reference
            .children()
            .find(|node| node.tag_name().name() == "f")
            .and_then(|node| node.text())
            .expect("a formula");
        let column: String = formula
            .trim_start_matches("Data!$")
            .chars()
            .take_while(char::is_ascii_uppercase)
            .collect();
        for point in reference.descendants().filter(|node| node.tag_name().name() == "pt") {
            let place: usize = point.attribute("idx").expect("a place").parse().expect("a number");
            let value: f64 = point
                .descendants()
                .find_map(|node| node.text()?.trim().parse().ok())
                .expect("a value");
            assert_eq!(
                cells.get(&format!("{column}{}", place + 3)),
                Some(&value),
                "{name}: {column}{}",
                place + 3
            );
            compared += 1;
        }
    }
    assert!(compared > 0, "{name} has no numbers");
}

#[test]
fn the_deck_tells_its_story_in_order() {
    let run = cases::shipped("support-community", &["simulation.trials=2000"]);
    told_in(&run, Locale::En, &Look::default(), |told| {
        let ids: Vec<&str> = told.story.pages.iter().map(|page| page.id.as_str()).collect();
        let shown = told.story.pictures.iter().map(|picture| picture.chart);
        let of = |part: Part| shown.clone().filter(move |chart| chart.part == part);
        let [mut charts, further] =
            [Part::Main, Part::Appendix].map(|part| of(part).map(|c| c.id).collect::<Vec<_>>());
        // What the money comes to stands before what it is made of, and what to do ends the story.
        let value = charts.iter().position(|id| *id == "value").expect("a waterfall");
        charts.insert(value, "money");
        charts.extend(["do"].into_iter().filter(|id| ids.contains(id)));
        charts.extend(further);
        assert!(charts.contains(&"cash") && charts.len() > 10, "{charts:?}");
        let behind = ["assumptions", "metrics", "glossary"];
        assert_eq!(ids, [&["answer", "targets", "counted"], &charts[..], &behind].concat());
        assert!(told.story.pages.iter().all(|page| !page.title.is_empty()
            && !page.note.is_empty()
            && !page.note.starts_with("read-")));
        let parts = parts(&made(told, "pptx"));
        let first = text(&parts["ppt/slides/slide1.xml"]);
        assert!(
            first.contains("of 100 futures: the page pays for itself")
                && first.contains("Profit, €"),
            "{first}"
        );
        // Every slide has the stamp, a title and a way to read it.
        for (name, slide) in parts.iter().filter(|(name, _)| name.starts_with("ppt/slides/slide")) {
            let slide = text(slide);
            assert!(
                (slide.contains("type=\"title\"") || slide.contains("type=\"ctrTitle\""))
                    && slide.contains("simulated futures"),
                "{name}"
            );
        }
    });
}

#[test]
fn the_cash_flow_of_the_workbook_is_that_of_the_run() {
    // With discount and months fixed, and prices too, the present value of the means is the mean of
    // the present values.
    let sets = ["simulation.trials=2000", "cost.discount=8%", "value.months_to_earn=5"];
    let run = cases::shipped("support-community", &sets);
    let flow = run.summary.cash.as_ref().expect("money is counted");
    assert!(
        (flow.discount - 0.08).abs() < 1e-12 && flow.earn == 22,
        "{} {}",
        flow.discount,
        flow.earn
    );
    let values = flow.sheet();
    let mean = |id: &str| run.summary.metric(id).expect("a metric").mean.value;
    let near = |a: f64, b: f64| (a - b).abs() < 1e-9 * b.abs().max(1.0);
    assert!(near(values.npv, mean("npv")), "{} and {}", values.npv, mean("npv"));
    assert!(near(values.roi, mean("roi")), "{} and {}", values.roi, mean("roi"));
    assert!(near(values.sum[51], mean("cash_end")), "{} and {}", values.sum[51], mean("cash_end"));
    assert_eq!(values.flow.len(), 52 + 21);
}

#[test]
fn the_page_needs_nothing_but_itself() {
    let run = cases::shipped("support-community", &["simulation.trials=2000"]);
    for locale in Locale::ALL {
        told_in(&run, locale, &Look::default(), |told| {
            let page = text(&made(told, "html"));
            assert!(page.contains(&format!("<html lang=\"{}\">", locale.id())));
            for outside in ["src=\"http", "href=\"http", "@import", "url(http"] {
                assert!(!page.contains(outside), "{outside}");
            }
            let charts = told.story.pages.iter().filter(|page| page.chart.is_some()).count();
            assert!(charts > 8);
            // One for a desk, and one for a phone.
            assert_eq!(page.matches("<svg width=\"100%\"").count(), 2 * charts);
            let named = page.matches("class=\"picture").count();
            assert_eq!(named, charts);
            // Each says its main numbers, and comes as a picture and as a table of its own.
            let files = |kind: &str| page.matches(&format!("href=\"data:{kind}")).count();
            assert_eq!(files("image/svg+xml"), charts);
            assert!(files("text/csv") >= charts, "{} tables", files("text/csv"));
            // Behind every chart there is a table.
            assert!(
                page.matches("<table>").count() >= charts + 4,
                "{} tables",
                page.matches("<table>").count()
            );
            assert!(
                page.contains("prefers-color-scheme: dark")
                    && page.contains("@media screen and (prefers-color-scheme: dark)")
                    && page.contains("@media print")
                    && page.contains("size: A4")
            );
            assert!(page.contains(told.story.stamp.split(" · ").next().expect("a stamp")));
        });
    }
}

#[test]
fn hostile_words_break_no_document() {
    let text_of = |title: &str| {
        format!(
            "title = {title:?}\ndescription = \"a & b < c > \\\"d\\\" ]]> {{{{ x }}}} {{% y \
                %}}\"\nmarket.people = \"1M\"\nvalue.margin_per_customer = 100\n\
             [community.\"сообщество_1\"]\nplatform = \"facebook-2012\"\nfollowers = \
             1_000\nquestions.per_year = 1_000\nfriends.mean = 130\nfeed.visibility = \"5%..10%\"\n\
             [[target]]\nname = \"<b>&amp; | \\\\ ` * _ # ' \\\" {{{{1}}}}\"\nmetric = \
             \"profit\"\nat_least = 0\n"
        )
    };
    let run = cases::run(
        "odd.toml",
        text_of("<script>alert(1)</script> & 'more' | _x_ 漢字 ![i](http://e.vil/p.png) [x](j:1)"),
        &["simulation.trials=1000"],
    );
    told_in(&run, Locale::Uk, &Look::default(), |told| {
        let page = text(&made(told, "html"));
        assert!(
            !page.contains("<script>alert") && page.contains("&lt;script&gt;alert"),
            "a title is no script"
        );
        assert!(
            page.contains("{{ x }}") && page.contains("{% y %}"),
            "a description is no template"
        );
        expect_a_package(&parts(&made(told, "pptx")));
        expect_a_package(&parts(&made(told, "xlsx")));
        let report = text(&made(told, "md"));
        for marked in ["\\<script>", "\\_x\\_", "!\\[i\\](http\\://e.vil", "\\[x\\](j:1)"] {
            assert!(report.contains(marked), "{marked} is missing from\n{report}");
        }
    });
}

#[test]
fn the_report_is_as_it_was() {
    for (name, locale) in [("article", Locale::En), ("article", Locale::Uk)] {
        let run = cases::shipped(name, &["simulation.trials=2000"]);
        told_in(&run, locale, &Look::default(), |told| {
            golden::expect(&format!("report/{name}-{}.md", locale.id()), &text(&made(told, "md")));
        });
    }
}

#[test]
fn every_number_of_a_page_is_in_the_glossary() {
    let run = cases::shipped("support-community", &["simulation.trials=1000"]);
    told_in(&run, Locale::Ru, &Look::default(), |told| {
        let glossary = told
            .story
            .pages
            .iter()
            .find(|page| page.id == "glossary")
            .and_then(|page| page.table.as_ref())
            .expect("a glossary");
        assert_eq!(glossary.rows.len(), run.case.model().metrics.len());
        let first = &METRICS[run.case.model().metrics[0]];
        assert!(
            glossary.rows[0][0].to_lowercase() == Locale::Ru.metric(first),
            "{:?}",
            glossary.rows[0]
        );
    });
}

#[test]
fn a_story_is_stored_without_a_loss() {
    let run = cases::shipped("support-community", &["simulation.trials=1000"]);
    let stories = Stories::of(&run.report(), &Look::default());
    let mut bytes = Vec::new();
    ciborium::into_writer(&stories, &mut bytes).expect("written");
    let again: Stories = ciborium::from_reader(&bytes[..]).expect("read");
    assert_eq!(format!("{stories:?}"), format!("{again:?}"));
}

/// Stacks add up, and the classes of the frequency are the run's own totals.
#[test]
fn what_is_stacked_adds_up_to_its_totals() {
    for name in shipped_names() {
        let run = cases::shipped(&name, &["simulation.trials=1000"]);
        let report = run.report();
        let findings = pictures::Findings::of(&report);
        let mean = |id: &str| run.summary.metric(id).map_or(f64::NAN, |found| found.mean.value);
        for picture in pictures::of_run(&report, &findings, Locale::En) {
            match picture.figure {
                Figure::Waterfall(waterfall) => expect_a_total(&waterfall, &name),
                Figure::Columns(frequency) if picture.chart.id == "frequency" => {
                    let of = |meant: bool| {
                        let columns = frequency.columns.iter();
                        columns.filter(|c| c.is_meant == meant).map(|c| c.value).sum::<f64>()
                    };
                    let three = mean("reach_second_3plus");
                    assert!(near(of(true), three), "{name}: {} see it three times", of(true));
                    let all = of(true) + of(false);
                    assert!(near(all, mean("reach_second")), "{name}: {all} people");
                }
                Figure::Exceedance(exceedance) => {
                    let falls =
                        |pair: &[(f64, f64)]| pair[0].0 < pair[1].0 && pair[0].1 >= pair[1].1;
                    assert!(exceedance.points.windows(2).all(falls), "{name} falls");
                }
                _ => {}
            }
        }
    }
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs()).max(1.0)
}

#[track_caller]
fn expect_a_total(waterfall: &Waterfall, name: &str) {
    let mut sum = 0.0;
    for item in &waterfall.items {
        sum = if item.kind == Kind::Total { item.value } else { sum + item.value };
    }
    let parts = waterfall.items.iter().filter(|item| item.kind == Kind::Part);
    let parts: f64 = parts.map(|item| item.value).sum();
    let last = waterfall.items.last().expect("a total");
    assert!(
        last.kind == Kind::Total && near(parts, last.value) && near(sum, last.value),
        "{name}: {parts} and {}",
        last.value
    );
}
