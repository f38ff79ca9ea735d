//! The deck: how many slides it has and in which order, whose package it is made in, what is said
//! over it.

use std::collections::BTreeMap;
use std::path::Path;

use reachsim::diagnostic::Style;
use reachsim::locale::Locale;
use reachsim::output::charts::CHARTS;
use reachsim::output::documents::DocumentInput;
use reachsim::output::look::Look;
use reachsim::output::story::{Chapter, Length, Stories, Talk, course};
use reachsim::output::{Case, Run};
use reachsim::scenario::deck::SLIDES;
use reachsim::scenario::{self, template};
use resvg::usvg::roxmltree::{Document, Node};

use crate::cases::{self, shipped_names};
use crate::documents::{expect_a_package, made, named, parts, text};
use crate::golden;

/// A deck of a run, whose stories are changed first.
fn deck_of(
    run: &Run,
    locale: Locale,
    look: &Look,
    change: impl FnOnce(&mut Stories),
) -> BTreeMap<String, Vec<u8>> {
    let mut stories = Stories::of(&run.report(), look);
    change(&mut stories);
    let story = stories.in_locale(locale);
    let told = DocumentInput { story, stories: &stories, look, drawn: &[] };
    let parts = parts(&made(&told, "pptx"));
    expect_a_package(&parts);
    parts
}

fn of_length(name: &str, length: Length) -> BTreeMap<String, Vec<u8>> {
    let run = cases::shipped(name, &["simulation.trials=1000"]);
    deck_of(&run, Locale::En, &Look::default(), |stories| stories.length = Some(length))
}

/// The slides in their order.
fn slides(parts: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let slide = |number: usize| parts.get(&format!("ppt/slides/slide{number}.xml"));
    (1..).map_while(slide).map(|bytes| text(bytes)).collect()
}

/// All words of a slide, and of its notes.
fn words(xml: &str) -> String {
    let document = Document::parse(xml).expect("well-formed");
    let texts: Vec<&str> = named(&document, "t").filter_map(|node| node.text()).collect();
    texts.join(" ")
}

/// The layout that a slide stands on, by its name.
fn layout(parts: &BTreeMap<String, Vec<u8>>, number: usize) -> String {
    let rels = text(&parts[&format!("ppt/slides/_rels/slide{number}.xml.rels")]);
    let document = Document::parse(&rels).expect("well-formed");
    let target = document
        .descendants()
        .find(|node| node.attribute("Type").is_some_and(|kind| kind.ends_with("/slideLayout")))
        .and_then(|node| node.attribute("Target"))
        .expect("every slide has a layout");
    let layout = text(&parts[target.trim_start_matches('/')]);
    let document = Document::parse(&layout).expect("well-formed");
    let name = named(&document, "cSld").next().and_then(|node| node.attribute("name"));
    name.expect("a name").to_owned()
}

#[test]
fn a_deck_is_as_long_as_it_is_asked_to_be() {
    for name in shipped_names() {
        let run = cases::shipped(&name, &["simulation.trials=1000"]);
        let count = |length: Length| {
            let parts = deck_of(&run, Locale::En, &Look::default(), |stories| {
                stories.length = Some(length);
            });
            let all = slides(&parts).len();
            let is_divider = |number: &usize| layout(&parts, *number) == "section";
            let divider = (1..=all).find(is_divider).unwrap_or(all + 1);
            (divider - 1, all.saturating_sub(divider))
        };
        let (board, short, full) =
            (count(Length::Board), count(Length::Short), count(Length::Full));
        assert!(board.0 <= 5 && board.1 == 0, "{name}: {board:?} for a board");
        assert!(short.0 <= 12 && short.1 <= 6, "{name}: {short:?} in short");
        assert!(short.0 >= board.0 && full.0 >= short.0 && full.1 >= short.1, "{name}: {full:?}");
    }
    let parts = of_length("support-community", Length::Board);
    assert_eq!(slides(&parts).len(), 5);
}

#[test]
fn chapters_stand_in_their_order_and_hold_every_slide_once() {
    let run = cases::shipped("support-community", &["simulation.trials=1000"]);
    for length in [Length::Board, Length::Short, Length::Full] {
        let mut stories = Stories::of(&run.report(), &Look::default());
        stories.length = Some(length);
        let chapters: Vec<Chapter> = course(&stories, stories.in_locale(Locale::Ru))
            .iter()
            .map(|stop| stop.chapter)
            .collect();
        assert!(chapters.is_sorted() && chapters[0] == Chapter::Answer, "{chapters:?}");
        assert!(chapters.contains(&Chapter::Money), "{chapters:?}");
    }
    let parts = of_length("support-community", Length::Short);
    let presentation = text(&parts["ppt/presentation.xml"]);
    let document = Document::parse(&presentation).expect("well-formed");
    let ids = |within: &str| -> Vec<String> {
        named(&document, within)
            .flat_map(|list| list.children().filter(Node::is_element))
            .filter_map(|node| node.attribute("id").map(str::to_owned))
            .collect()
    };
    let shown: Vec<String> = named(&document, "sldIdLst")
        .find(|list| list.parent().is_some_and(|up| up.tag_name().name() == "presentation"))
        .map(|list| list.children().filter_map(|node| Some(node.attribute("id")?.to_owned())))
        .expect("a list of slides")
        .collect();
    let sections: Vec<&str> =
        named(&document, "section").filter_map(|node| node.attribute("name")).collect();
    assert_eq!(sections.first(), Some(&"Answer"));
    assert_eq!(sections.last(), Some(&"Appendix"));
    let in_sections: Vec<String> = named(&document, "section")
        .flat_map(|section| section.descendants())
        .filter(|node| node.tag_name().name() == "sldId")
        .filter_map(|node| node.attribute("id").map(str::to_owned))
        .collect();
    assert_eq!(shown, in_sections, "{:?}", ids("sectionLst"));
}

#[test]
fn slides_take_their_colours_from_the_theme_and_say_their_language() {
    let run = cases::shipped("support-community", &["simulation.trials=1000"]);
    for (locale, lang) in [(Locale::Ru, "ru-RU"), (Locale::Uk, "uk-UA")] {
        let parts = deck_of(&run, locale, &Look::default(), |stories| {
            stories.length = Some(Length::Full);
        });
        for (name, content) in &parts {
            let is_slide = name.starts_with("ppt/slides/") || name.starts_with("ppt/notesSlides/");
            let is_chart = name.starts_with("ppt/charts/");
            if !(is_slide || is_chart) || name.contains("_rels") {
                continue;
            }
            let content = text(content);
            assert!(!content.contains("srgbClr"), "{name} has a colour of its own");
            let document = Document::parse(&content).expect("well-formed");
            for run in named(&document, "rPr").chain(named(&document, "endParaRPr")) {
                assert_eq!(run.attribute("lang"), Some(lang), "{name}");
            }
        }
    }
}

#[test]
fn footers_and_numbers_are_placeholders_and_stand_once() {
    let parts = of_length("support-community", Length::Short);
    for (number, slide) in slides(&parts).iter().enumerate() {
        let document = Document::parse(slide).expect("well-formed");
        let kinds: Vec<&str> =
            named(&document, "ph").filter_map(|node| node.attribute("type")).collect();
        for kind in ["ftr", "sldNum"] {
            let count = kinds.iter().filter(|known| **known == kind).count();
            assert_eq!(count, 1, "{kind} of slide {}", number + 1);
        }
        assert_eq!(slide.matches("simulated futures").count(), 1, "slide {}", number + 1);
    }
    let names: Vec<String> = (1..=slides(&parts).len()).map(|n| layout(&parts, n)).collect();
    for name in ["title", "section", "chart", "table"] {
        assert!(names.iter().any(|known| known == name), "{name} of {names:?}");
    }
}

/// Children in the order of the schema (ECMA-376, part 1, sections 19 to 21).
const ORDER: &[(&str, &[&str])] = &[
    (
        "presentation",
        &[
            "sldMasterIdLst",
            "notesMasterIdLst",
            "handoutMasterIdLst",
            "sldIdLst",
            "sldSz",
            "notesSz",
            "defaultTextStyle",
            "extLst",
        ],
    ),
    ("sldMaster", &["cSld", "clrMap", "sldLayoutIdLst", "timing", "hf", "txStyles", "extLst"]),
    ("sldLayout", &["cSld", "clrMapOvr", "timing", "hf", "extLst"]),
    ("sld", &["cSld", "clrMapOvr", "transition", "timing", "extLst"]),
    ("notes", &["cSld", "clrMapOvr", "extLst"]),
    ("cSld", &["bg", "spTree", "extLst"]),
    ("sp", &["nvSpPr", "spPr", "style", "txBody", "extLst"]),
    ("pic", &["nvPicPr", "blipFill", "spPr", "extLst"]),
    ("graphicFrame", &["nvGraphicFramePr", "xfrm", "graphic", "extLst"]),
    ("nvGraphicFramePr", &["cNvPr", "cNvGraphicFramePr", "nvPr"]),
    ("nvSpPr", &["cNvPr", "cNvSpPr", "nvPr"]),
    ("spPr", &["xfrm", "prstGeom", "noFill", "solidFill", "ln", "effectLst"]),
    ("txBody", &["bodyPr", "lstStyle", "p"]),
    ("p", &["pPr", "r", "fld", "endParaRPr"]),
    ("r", &["rPr", "t"]),
    ("fld", &["rPr", "pPr", "t"]),
    ("rPr", &["ln", "solidFill", "latin", "ea", "cs"]),
    ("defRPr", &["ln", "solidFill", "latin", "ea", "cs"]),
    ("lvl1pPr", &["lnSpc", "spcBef", "spcAft", "buNone", "buChar", "defRPr"]),
    ("tbl", &["tblPr", "tblGrid", "tr"]),
    ("tc", &["txBody", "tcPr"]),
    ("tcPr", &["lnL", "lnR", "lnT", "lnB", "noFill", "solidFill"]),
];

/// The first child that the schema wants elsewhere.
fn misplaced(document: &Document) -> Option<String> {
    document.descendants().filter(Node::is_element).find_map(|node| {
        let name = node.tag_name().name();
        let (_, order) = ORDER.iter().find(|(known, _)| *known == name)?;
        let mut last = 0;
        node.children().filter(Node::is_element).find_map(|child| {
            let child = child.tag_name().name();
            let place = order.iter().position(|known| *known == child);
            let fault = place.is_none_or(|place| place < last);
            last = place.unwrap_or(last);
            fault.then(|| format!("{child} in {name}"))
        })
    })
}

#[test]
fn elements_stand_in_the_order_of_the_schema() {
    let parts = of_length("vk-vs-facebook", Length::Full);
    let mut checked = 0;
    for (name, content) in &parts {
        let is_ours = ["presentation", "slides", "slideMasters", "slideLayouts", "notesSlides"]
            .iter()
            .any(|folder| name.starts_with(&format!("ppt/{folder}")));
        if !is_ours || name.contains("_rels") {
            continue;
        }
        let content = text(content);
        let document = Document::parse(&content).expect("well-formed");
        assert_eq!(misplaced(&document), None, "{name}");
        checked += 1;
    }
    assert!(checked > 20, "{checked} parts");
    // The test sees what it is there for.
    let slide = text(&parts["ppt/slides/slide2.xml"]);
    let turned = slide.replacen("<p:clrMapOvr>", "<p:timing/><p:clrMapOvr>", 1);
    let document = Document::parse(&turned).expect("well-formed");
    assert_eq!(misplaced(&document).as_deref(), Some("clrMapOvr in sld"));
}

#[test]
fn over_every_slide_something_is_said_with_its_numbers_and_two_questions() {
    for name in ["support-community", "article", "vk-vs-facebook", "media-page"] {
        let run = cases::shipped(name, &["simulation.trials=1000"]);
        let stories = Stories::of(&run.report(), &Look::default());
        for locale in Locale::ALL {
            let story = stories.in_locale(locale);
            for page in story.pages.iter().chain(&story.slides) {
                let talk = Talk::of(story, page, &page.title);
                let count = talk.script.split_whitespace().count();
                let place = format!("{} of {name}: {}", page.id, talk.script);
                assert!((35..=110).contains(&count), "{count} words over {place}");
                assert!(talk.script.contains(|c: char| c.is_ascii_digit()), "{place}");
                assert_eq!(talk.questions.len(), 2, "{place}");
                assert!(talk.questions.iter().all(|[asked, told]| {
                    asked.ends_with('?') && told.ends_with(['.', '!', '?']) && told.len() > 3
                }));
            }
        }
    }
}

#[test]
fn a_file_names_every_chart_as_a_slide() {
    for chart in CHARTS {
        assert!(SLIDES.contains(&chart.id), "{} is no slide", chart.id);
    }
    let mut once = SLIDES.to_vec();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), SLIDES.len());
    let told = reachsim::output::screen::slides(Locale::Uk.into());
    assert!(SLIDES.iter().all(|name| told.contains(name)), "{told}");
}

const OWN: &str = "\n[deck]\nslides = [\"money\", \"answer\", \"tornado\", \"glossary\"]\n\
    [deck.titles]\nmoney = \"What it brings\"\n\"money.ru\" = \"Что это даёт\"\ntornado.en = \
    \"What moves it\"\n[deck.notes]\nanswer = \"Begin with a story\"\n";

#[test]
fn a_file_chooses_its_slides_and_their_words() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/support-community.toml");
    let file = std::fs::read_to_string(&path).expect("a shipped scenario") + OWN;
    let run = cases::run("own-deck.toml", file, &["simulation.trials=1000"]);
    let parts = deck_of(&run, Locale::Ru, &Look::default(), |_| ());
    let shown: Vec<String> = slides(&parts).iter().map(|slide| words(slide)).collect();
    assert!(shown[0].starts_with("Что это даёт"), "{}", shown[0]);
    assert!(!shown[2].starts_with("What moves it"), "{}", shown[2]);
    assert!(!(1..=shown.len()).any(|number| layout(&parts, number) == "section"));
    let notes = words(&text(&parts["ppt/notesSlides/notesSlide2.xml"]));
    assert_eq!(notes, "Begin with a story");
    let parts = deck_of(&run, Locale::En, &Look::default(), |_| ());
    let shown: Vec<String> = slides(&parts).iter().map(|slide| words(slide)).collect();
    assert!(shown[0].starts_with("What it brings"), "{}", shown[0]);
    assert!(shown[2].starts_with("What moves it"), "{}", shown[2]);
    // What the command line asks for goes before the file.
    let parts = deck_of(&run, Locale::En, &Look::default(), |stories| {
        stories.length = Some(Length::Board);
    });
    let board: Vec<String> = slides(&parts).iter().map(|slide| words(slide)).collect();
    assert!(board.len() == 5 && board.iter().any(|slide| slide.starts_with("What it brings")));
}

#[test]
fn a_slide_that_there_is_not_is_told_at_its_place() {
    let wrong = OWN.replace("\"tornado\"", "\"tornato\"").replace("money =", "monye =");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/support-community.toml");
    let file = std::fs::read_to_string(&path).expect("a shipped scenario") + &wrong;
    let scenario = scenario::parse(Path::new("own-deck.toml"), file, &[]).expect("no parse error");
    let problems = Case::of("own-deck.toml".into(), scenario).expect_err("a mistake");
    let problems = problems.render(Style::Plain);
    for told in ["did you mean \"tornado\"?", "did you mean \"money\"?", "unknown slide"] {
        assert!(problems.contains(told), "{told} is missing from\n{problems}");
    }
}

fn firm() -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics/files/firm.potx");
    std::fs::read(path).expect("a template")
}

#[test]
fn a_template_keeps_its_masters_and_loses_its_slides() {
    let look = Look { template: Some(firm()), ..Look::default() };
    let run = cases::shipped("support-community", &["simulation.trials=1000"]);
    let parts = deck_of(&run, Locale::Uk, &look, |_| ());
    let theirs = template::parts(&firm()).expect("a package");
    for (name, content) in &theirs {
        let is_kept =
            ["ppt/slideMasters/slide", "ppt/slideLayouts/slide", "ppt/theme", "ppt/media"]
                .iter()
                .any(|folder| name.starts_with(folder));
        assert!(!is_kept || parts.get(name) == Some(content), "{name} is not what it was");
    }
    let shown = slides(&parts);
    assert!(shown.len() > 10 && shown.iter().all(|slide| !slide.contains("An old slide")));
    let names: Vec<String> = (1..=shown.len()).map(|number| layout(&parts, number)).collect();
    assert_eq!(names[0], "Firm title only");
    assert_eq!(names.iter().filter(|name| *name == "Firm section").count(), 1);
    // The footer and the number fill the placeholders that the layouts have.
    assert!(shown[1].contains("type=\"ftr\" sz=\"quarter\" idx=\"21\""), "{}", shown[1]);
    assert!(shown[1].contains("type=\"sldNum\" sz=\"quarter\" idx=\"22\""));
    let presentation = text(&parts["ppt/presentation.xml"]);
    assert!(!presentation.contains("name=\"Old\""), "{presentation}");
    let document = Document::parse(&presentation).expect("well-formed");
    assert_eq!(misplaced(&document), None);
    let types = text(&parts["[Content_Types].xml"]);
    assert!(types.contains("presentation.main+xml") && !types.contains("template.main+xml"));
}

#[test]
fn a_deck_can_be_the_template_of_the_next_one() {
    let run = cases::shipped("article", &["simulation.trials=1000"]);
    let stories = Stories::of(&run.report(), &Look::default());
    let told = |look: &Look| {
        let story = stories.in_locale(Locale::En);
        made(&DocumentInput { story, stories: &stories, look, drawn: &[] }, "pptx")
    };
    let first = told(&Look::default());
    assert!(template::read(first.clone()).is_ok());
    let second = parts(&told(&Look { template: Some(first.clone()), ..Look::default() }));
    expect_a_package(&second);
    assert_eq!(slides(&second).len(), slides(&parts(&first)).len());
}

#[test]
fn what_is_no_template_is_refused_with_its_reason() {
    let refused = |bytes: Vec<u8>| {
        let (_, why) = template::read(bytes).expect_err("refused");
        why.english().to_owned()
    };
    assert_eq!(refused(b"no zip".to_vec()), "is no PowerPoint file");
    let with = |change: fn(&str) -> String| {
        let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        for (name, content) in template::parts(&firm()).expect("a package") {
            let options = zip::write::SimpleFileOptions::default();
            archive.start_file(&*name, options).expect("begun");
            let content = match std::str::from_utf8(&content) {
                Ok(text) if name == template::TYPES => change(text).into_bytes(),
                _ => content,
            };
            std::io::Write::write_all(&mut archive, &content).expect("written");
        }
        archive.finish().expect("a zip file").into_inner()
    };
    assert!(template::read(with(str::to_owned)).is_ok());
    let macros = with(|types| types.replace("template.main", "template.macroEnabled.main"));
    assert!(refused(macros).contains("macros"));
    let masterless = with(|types| types.replace("slideMaster+xml", "slide+xml"));
    assert!(refused(masterless).contains("no slide master"));
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml");
    let problems = template::load(&path).expect_err("no template").render(Style::Plain);
    assert!(problems.contains("Cargo.toml") && problems.contains("is no PowerPoint"), "{problems}");
}

#[test]
fn the_first_slide_of_a_small_deck_is_as_it_was() {
    let run = cases::shipped("article", &["simulation.trials=2000"]);
    let parts = deck_of(&run, Locale::En, &Look::default(), |stories| {
        stories.length = Some(Length::Board);
    });
    let names: Vec<&str> = parts.keys().map(String::as_str).collect();
    golden::expect("deck/parts.txt", &(names.join("\n") + "\n"));
    let slide = text(&parts["ppt/slides/slide1.xml"]).replace("><", ">\n<");
    golden::expect("deck/slide1.xml", &(slide + "\n"));
}
