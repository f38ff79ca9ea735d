//! The documents of a comparison.

use reachsim::Case;
use reachsim::locale::Locale;
use reachsim::output::documents::DocumentInput;
use reachsim::output::look::Look;
use reachsim::output::proof;
use reachsim::output::story::{Compared, Page, Stories};
use reachsim::study::Alternative;
use reachsim::study::compare::Comparison;

use crate::documents::{made, parts};
use crate::support::{Folder, contents, expect_code, shipped};

fn case(name: &str) -> (Case, Comparison) {
    let text = format!(
        "extends = \"scenarios/{name}.toml\"\nsimulation.trials = 600\nsimulation.weeks = 13\n"
    );
    let more = "[[what_if]]\nname = \"a larger market\"\n[what_if.set]\n\"market.people\" = \
        \"60M\"\n\"support.peers\" = \"40%\"\n[[what_if]]\nname = \"as it is\"\n[what_if.set]\n\"cost.setup\" = 0\n";
    let case = Case::parse(format!("{text}{more}")).expect("a scenario");
    let found = case.compare().expect("what-ifs");
    (case, found)
}

fn told(case: &Case, found: &Comparison) -> Stories {
    let context = case.context();
    let metric = reachsim::study::subject(case.model()).expect("a metric");
    let subject = case.model().column_name(metric);
    let compared = Compared { base: &Alternative::AsItIs, subject: &subject, found };
    Stories::compared(&context, compared, &Look::default())
}

fn page<'a>(stories: &'a Stories, locale: Locale, id: &str) -> Option<&'a Page> {
    stories.in_locale(locale).pages.iter().find(|page| page.id == id)
}

#[test]
fn a_comparison_has_one_table_of_all_and_a_picture_a_metric() {
    let (case, found) = case("support-community");
    let stories = told(&case, &found);
    for locale in Locale::ALL {
        let all = page(&stories, locale, "compared").and_then(|page| page.table.as_ref());
        let all = all.expect("a table of all");
        let columns = 2 + found.others.len();
        assert!(all.heads.len() == columns && all.rows.len() > 3, "{all:?}");
        assert!(all.rows.iter().all(|row| row.len() == columns));
        let pictures = |id: &&str| page(&stories, locale, id).is_some();
        let metrics = ["ranges", "metric-1", "metric-2", "metric-3"];
        assert_eq!(metrics.iter().filter(|id| pictures(id)).count(), metrics.len());
        // One community has no page of networks.
        assert!(page(&stories, locale, "by-network").is_none());
        let edits = page(&stories, locale, "edits").and_then(|page| page.table.as_ref());
        assert!(edits.is_some_and(|table| table.rows.len() > 1));
    }
}

#[test]
fn several_networks_have_a_page_of_their_own() {
    let (case, found) = case("vk-vs-facebook");
    let stories = told(&case, &found);
    for locale in Locale::ALL {
        let table = page(&stories, locale, "by-network").and_then(|page| page.table.as_ref());
        let rows = &table.expect("a page of networks").rows;
        for community in &case.model().communities {
            let name = reachsim::output::phrases::names::community(locale, community);
            assert!(rows.iter().any(|row| row[0].contains(&name)), "{name}: {rows:?}");
        }
    }
}

#[test]
fn documents_of_comparisons_have_no_faults() {
    for name in ["support-community", "vk-vs-facebook"] {
        let (case, found) = case(name);
        let (stories, look) = (told(&case, &found), Look::default());
        for locale in Locale::ALL {
            let story = stories.in_locale(locale);
            let input = DocumentInput { story, stories: &stories, look: &look, drawn: &[] };
            let faults: Vec<String> =
                proof::of_story(&input).iter().map(ToString::to_string).collect();
            assert_eq!(faults, Vec::<String>::new(), "{name} {}", locale.id());
            let deck = parts(&made(&input, "pptx"));
            let slides = deck.keys().filter(|name| name.starts_with("ppt/slides/slide")).count();
            assert!((5..=20).contains(&slides), "{slides}");
        }
    }
}

#[test]
fn compare_writes_a_deck_a_page_and_a_workbook_of_files_and_of_what_ifs() {
    let folder = Folder::new("compared");
    let base = std::fs::read_to_string(shipped("peers-help")).expect("shipped");
    folder.file("a.toml", &base);
    folder.file("b.toml", "extends = \"a.toml\"\ntitle = \"Twice\"\nmarket.people = \"60M\"\n");
    let few = ["--trials", "300", "--set", "simulation.weeks=8", "--quiet"];
    let compare = |more: &[&str]| {
        let arguments = [&["compare"], more, &few[..]].concat();
        expect_code(&folder.reachsim(&arguments), 0)
    };
    compare(&["a.toml", "b.toml", "--out", "both", "--locale", "uk"]);
    let files = contents(&folder.at("both"));
    for name in [
        "answer.pdf",
        "compare.csv",
        "compare.json",
        "deck.pptx",
        "manifest.json",
        "report.html",
        "report.md",
        "report.xlsx",
        "charts/ranges.svg",
    ] {
        assert!(files.contains_key(name), "no {name} in {:?}", files.keys());
    }
    let text = String::from_utf8(files["report.md"].clone()).expect("UTF-8");
    assert!(text.contains("Варіанти поруч: 2") && text.contains("Twice"), "{text}");
    // The same bytes once more, and a deck as short as a board wants it.
    compare(&["a.toml", "b.toml", "--out", "again", "--locale", "uk"]);
    assert_eq!(contents(&folder.at("again")), files);
    compare(&["a.toml", "b.toml", "--out", "again", "--locale", "uk", "--slides", "board"]);
    let board = contents(&folder.at("again"));
    assert!(board["deck.pptx"].len() < files["deck.pptx"].len());
    assert_eq!(board["report.html"], files["report.html"]);
}
