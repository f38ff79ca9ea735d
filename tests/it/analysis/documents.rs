//! The documents of what exports tell, in three languages.

use std::collections::BTreeMap;
use std::path::Path;

use reachsim::data::analyse::{Analysis, By, Verdict};
use reachsim::locale::Locale;
use reachsim::output::analysis::Told;
use reachsim::output::documents::{DOCUMENTS, DocumentInput};
use reachsim::output::draw::Sheet;
use reachsim::output::look::Look;
use reachsim::output::story::{Basis, Cell, Stories, Story, Talk};
use reachsim::output::{Wanted, WriteError, proof, tidy, write_analysis};
use serde_json::json;

use super::made::{change, empty, full, quote};
use crate::documents::{expect_a_package, made, parts, text};
use crate::support::{Folder, expect_code};

pub fn stories(analysis: &Analysis, by: Option<By>) -> Stories {
    let files = ["exports/".to_owned()];
    let told =
        Told { analysis, locale: Locale::En, columns: 80, by, files: &files, forecast: None };
    Stories::analysed(&told, &Look::default())
}

fn told_in(stories: &Stories, locale: Locale, check: impl FnOnce(&DocumentInput)) {
    let story = stories.in_locale(locale);
    let drawn = reachsim::output::pictures_of(story, &stories.look);
    check(&DocumentInput { story, stories, look: &stories.look, drawn: &drawn });
}

/// Every sentence of a story, drawings included.
fn said(stories: &Stories, story: &Story) -> Vec<String> {
    let mut all = vec![story.title.clone(), story.line.clone(), story.stamp.clone()];
    let answer = &story.answer;
    all.extend(
        [&answer.headline, &answer.figure, &answer.measure, &answer.assumed].map(Clone::clone),
    );
    all.extend(answer.decision.iter().cloned());
    all.extend(answer.causes.iter().flat_map(|fact| [fact.words.clone(), fact.told.clone()]));
    all.extend(
        story.tiles.iter().flat_map(|t| [t.words.clone(), t.typical.clone(), t.range.clone()]),
    );
    let input = DocumentInput { story, stories, look: &stories.look, drawn: &[] };
    for page in &story.pages {
        all.extend([page.title.clone(), page.lead.clone(), page.note.clone()]);
        if let Some(table) = &page.table {
            all.extend(table.heads.iter().chain(table.rows.iter().flatten()).cloned());
        }
        if let Some(scene) = input.scene(page, Sheet::PAGE) {
            all.extend(scene.texts().map(|text| text.text.clone()));
        }
        all.extend(Talk::of(story, page, &page.title).paragraphs(story.locale));
    }
    for grid in &story.grids {
        all.extend(grid.heads.iter().map(|head| head.words.clone()));
        let cells = grid.rows.iter().flatten().filter_map(|cell| match cell {
            Cell::Text(text) => Some(text.clone()),
            Cell::Number(..) => None,
        });
        all.extend(cells);
    }
    all
}

/// Latin words that are names of files, formats, flags and of what the files say.
const NAMES: [&str; 42] = [
    "SHA",
    "UTC",
    "Europe",
    "Kyiv",
    "report",
    "xlsx",
    "csv",
    "messages",
    "zone",
    "Messages",
    "Posts",
    "posts",
    "suite",
    "codes",
    "event",
    "won",
    "checked",
    "Alpha",
    "Beta",
    "Gamma",
    "north",
    "south",
    "cards",
    "loans",
    "photo",
    "video",
    "delivery",
    "price",
    "Text",
    "Tone",
    "brand",
    "share",
    "reach",
    "per",
    "post",
    "followers",
    "questions",
    "answered",
    "response",
    "hours",
    "leads",
    "code",
];

fn is_name(word: &str) -> bool {
    NAMES.iter().any(|name| name.eq_ignore_ascii_case(word))
}

#[test]
fn no_english_word_is_left_in_other_languages() {
    let analysis = full();
    let stories = stories(&analysis, None);
    for locale in [Locale::Ru, Locale::Uk] {
        let story = stories.in_locale(locale);
        let mut grids = story.clone();
        // Ids of figures and headings of files stay as they are.
        for grid in &mut grids.grids {
            for row in &mut grid.rows {
                row.truncate(6);
            }
        }
        for sentence in said(&stories, &grids) {
            let words = sentence.split(|c: char| !c.is_ascii_alphabetic());
            let foreign: Vec<&str> =
                words.filter(|word| word.len() > 2 && !is_name(word)).collect();
            let is_hash = sentence.contains("8f43");
            assert!(is_hash || foreign.is_empty(), "{}: {foreign:?} in {sentence}", locale.id());
        }
    }
}

#[test]
fn a_telling_of_rows_speaks_of_no_futures() {
    let analysis = full();
    let stories = stories(&analysis, None);
    let story = stories.in_locale(Locale::En);
    assert_eq!(story.basis, Basis::Rows);
    for sentence in said(&stories, story) {
        let lower = sentence.to_lowercase();
        for word in ["future", "scenario", "simulat", "assumption", "grade", "caused", "because"] {
            assert!(!lower.contains(word), "`{word}` in {sentence}");
        }
    }
    told_in(&stories, Locale::En, |told| {
        for (id, name) in [("md", "report.md"), ("pptx", "deck.pptx"), ("xlsx", "report.xlsx")] {
            let bytes = made(told, id);
            let texts: BTreeMap<String, String> = if id == "md" {
                [(name.to_owned(), text(&bytes))].into()
            } else {
                let read = parts(&bytes).into_iter().filter(|(part, _)| {
                    part.contains("slides/slide")
                        || part.contains("Slides/")
                        || part.contains("sharedStrings")
                });
                read.map(|(part, bytes)| (part, text(&bytes))).collect()
            };
            assert!(!texts.is_empty(), "{name}");
            for (part, text) in texts {
                let plain = text.replace("name=\"Future\"", "").replace("Hundred futures", "");
                for word in ["futures", "Assumed for you", "Measure first", "What to do"] {
                    assert!(!plain.contains(word), "`{word}` in {part} of {name}");
                }
            }
        }
    });
}

#[test]
fn the_proof_reader_finds_nothing() {
    let lower =
        Analysis { change: Some(change(Verdict::LowerThanItsPast, [0.55, 0.4, 0.72])), ..full() };
    let within =
        Analysis { change: Some(change(Verdict::WithinItsPast, [1.02, 0.8, 1.3])), ..full() };
    let without = Analysis { change: None, ..full() };
    for (name, analysis) in [
        ("full", full()),
        ("lower", lower),
        ("within", within),
        ("none", without),
        ("empty", empty()),
    ] {
        let stories = stories(&analysis, Some(By::Why));
        for locale in Locale::ALL {
            let story = stories.in_locale(locale);
            let input = DocumentInput { story, stories: &stories, look: &stories.look, drawn: &[] };
            let faults: Vec<String> =
                proof::of_story(&input).iter().map(|fault| format!("{name}: {fault}")).collect();
            assert!(faults.is_empty(), "{}: {}", locale.id(), faults.join("\n"));
        }
    }
}

#[test]
fn every_document_is_made_and_opens_in_every_language() {
    for analysis in [full(), empty()] {
        let stories = stories(&analysis, None);
        for locale in Locale::ALL {
            told_in(&stories, locale, |told| {
                for document in DOCUMENTS {
                    assert!(!made(told, document.id).is_empty(), "{}", document.id);
                }
                expect_a_package(&parts(&made(told, "pptx")));
                expect_a_package(&parts(&made(told, "xlsx")));
            });
        }
    }
}

#[test]
fn every_page_has_a_title_a_note_and_something_to_show() {
    let analysis = full();
    let stories = stories(&analysis, None);
    for locale in Locale::ALL {
        let story = stories.in_locale(locale);
        let mut ids: Vec<&str> = story.pages.iter().map(|page| page.id.as_str()).collect();
        for page in &story.pages {
            assert!(!page.title.is_empty() && !page.note.is_empty(), "{}", page.id);
            let is_shown = page.id == "answer" || page.chart.is_some() || page.table.is_some();
            assert!(is_shown, "{}", page.id);
            let talk = Talk::of(story, page, &page.title);
            assert_eq!(talk.questions.len(), 2, "{}: {:?}", page.id, talk.questions);
        }
        for id in [
            "figures",
            "weekly",
            "weekly-reach",
            "event",
            "tones",
            "voice",
            "by-hour",
            "by-weekday",
            "by-why",
            "tasks",
            "task-research",
            "table-author",
            "odd",
            "left-out",
            "receipts",
        ] {
            assert!(ids.contains(&id), "{id} in {ids:?}");
        }
        assert!(!ids.contains(&"texts") && !ids.contains(&"task-recruiting"), "{ids:?}");
        let count = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), count);
    }
}

#[test]
fn what_the_files_do_not_give_has_no_line() {
    let analysis = full();
    let has = |analysis: &Analysis, words: &str| {
        let stories = stories(analysis, None);
        said(&stories, stories.in_locale(Locale::En)).iter().any(|text| text.contains(words))
    };
    assert!(has(&analysis, "Reach of a post"));
    let mut without = analysis.clone();
    without.figures.retain(|figure| figure.id != "reach_per_post");
    assert!(!has(&without, "Reach of a post"));
    let nothing = empty();
    let stories = stories(&nothing, None);
    let story = stories.in_locale(Locale::En);
    let ids: Vec<&str> = story.pages.iter().map(|page| page.id.as_str()).collect();
    assert_eq!(ids, ["answer", "receipts"]);
    assert!(story.pictures.is_empty() && story.tiles.is_empty());
}

#[test]
fn nothing_of_a_text_is_shown_unless_it_may_be() {
    let has = |analysis: &Analysis| {
        let stories = stories(analysis, None);
        said(&stories, stories.in_locale(Locale::En)).iter().any(|text| text.contains("parcel"))
    };
    assert!(!has(&full()));
    assert!(has(&Analysis { sample: vec![quote()], ..full() }));
}

#[test]
fn all_files_are_written_or_none() {
    let folder = Folder::new("analysis");
    let target = folder.at("out");
    let (analysis, files) = (full(), ["exports/".to_owned()]);
    let told = Told {
        analysis: &analysis,
        locale: Locale::Uk,
        columns: 80,
        by: None,
        files: &files,
        forecast: None,
    };
    let (document, rows) = (json!({ "schema": "reachsim.analyse/1" }), tidy::analysis(&told));
    let write = |stopped: bool| {
        let answer = (&document, &rows[..]);
        write_analysis(&told, &Wanted::default(), answer, (&target, &move || stopped))
    };
    assert!(matches!(write(true), Err(WriteError::Stopped)));
    assert!(!target.join("manifest.json").exists() && !target.join("report.html").exists());
    let written = write(false).expect("written");
    let names: Vec<&str> = written.iter().map(|file| file.name.as_str()).collect();
    for name in [
        "analyse.csv",
        "analyse.json",
        "answer.pdf",
        "deck.pptx",
        "report.html",
        "report.md",
        "report.xlsx",
        "charts/weekly.png",
        "charts/weekly.svg",
        "charts/phone/weekly.svg",
        "manifest.json",
    ] {
        assert!(names.contains(&name) && target.join(name).is_file(), "{name} in {names:?}");
    }
    let before = std::fs::read(target.join("deck.pptx")).expect("a deck");
    write(false).expect("written again");
    assert!(before == std::fs::read(target.join("deck.pptx")).expect("a deck"), "another deck");
    let page = std::fs::read_to_string(target.join("report.html")).expect("a page");
    assert!(page.contains("Про що говорять вивантаження") && !page.contains("<h2></h2>"));
}

/// What was told of exports is told again, in another language too, without the exports.
#[test]
fn documents_of_exports_are_made_again_from_their_folder() {
    let folder = Folder::new("analysis-again");
    let (target, other) = (folder.at("out"), folder.at("other"));
    let (analysis, files) = (full(), ["exports/".to_owned()]);
    let write = |locale: Locale, target: &Path| {
        let told = Told {
            analysis: &analysis,
            locale,
            columns: 80,
            by: None,
            files: &files,
            forecast: None,
        };
        let (document, rows) = (json!({ "schema": "reachsim.analyse/1" }), tidy::analysis(&told));
        let answer = (&document, &rows[..]);
        write_analysis(&told, &Wanted::default(), answer, (target, &|| false)).expect("written");
    };
    write(Locale::Uk, &target);
    write(Locale::Ru, &other);
    let read = |folder: &Path, name: &str| std::fs::read(folder.join(name)).expect("a document");
    let before = ["report.html", "deck.pptx", "analyse.json"].map(|name| read(&target, name));
    let path = target.to_str().expect("a path");
    expect_code(&folder.reachsim(&["render", path]), 0);
    let again = ["report.html", "deck.pptx", "analyse.json"].map(|name| read(&target, name));
    assert!(before == again, "other documents");
    let russian = folder.at("russian");
    let asked = ["render", path, "--locale", "ru", "--out", russian.to_str().expect("a path")];
    expect_code(&folder.reachsim(&asked), 0);
    for name in ["report.md", "report.html", "charts/weekly.svg"] {
        assert!(read(&russian, name) == read(&other, name), "{name}");
    }
}
