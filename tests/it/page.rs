//! The page: what its script knows, what it says in words, what it looks like in the dark.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use reachsim::locale::Locale;
use reachsim::model::Bound;
use reachsim::output::Run;
use reachsim::output::documents::{DOCUMENTS, DocumentInput};
use reachsim::output::look::Look;
use reachsim::output::story::{Futures, Packed, Questions, Stories};

use crate::cases;

/// Bytes of the script, of the packed futures with their words, and of the whole page, at most.
const SCRIPT: usize = 6_000;
const PACKED: usize = 150_000;
const PAGE: usize = 1_200_000;

fn page(stories: &Stories, locale: Locale) -> String {
    let story = stories.in_locale(locale);
    let pictures = reachsim::output::pictures_of(story, &stories.look);
    let told = DocumentInput { story, stories, look: &stories.look, drawn: &pictures };
    let html = DOCUMENTS.iter().find(|document| document.id == "html").expect("a page");
    String::from_utf8((html.make)(&told).expect("made")).expect("UTF-8")
}

fn stories(run: &Run) -> Stories {
    Stories::of(&run.report(), &Look::default())
}

fn values(packed: &Packed) -> Vec<f64> {
    let bytes = STANDARD.decode(packed.as_str()).expect("base 64");
    let number = |four: &[u8]| f64::from(f32::from_le_bytes(four.try_into().expect("four")));
    bytes.chunks(4).map(number).collect()
}

fn packed(stories: &Stories) -> (&Futures, &Questions) {
    let questions = stories.told[0].questions.as_ref().expect("questions");
    (stories.futures.as_ref().expect("futures"), questions)
}

fn median(values: &[f64]) -> f64 {
    let mut known: Vec<f64> = values.iter().copied().filter(|value| value.is_finite()).collect();
    known.sort_by(f64::total_cmp);
    known[known.len() / 2]
}

#[test]
fn the_packed_futures_give_the_printed_chances_and_medians() {
    for name in ["support-community", "five-reasons", "article"] {
        let run = cases::shipped(name, &["simulation.trials=4000"]);
        let stories = stories(&run);
        let (futures, questions) = packed(&stories);
        assert_eq!((futures.count(), futures.of), (1_000, 4_000));
        assert_eq!(futures.columns.len(), questions.columns.len());
        let figure = values(&futures.columns[0]);
        assert!(figure.is_sorted(), "{name}: the figure is in no order");
        for (target, found) in questions.targets.iter().zip(&run.summary.targets) {
            let column = values(&futures.columns[target.column]);
            let bound = if target.is_least {
                Bound::AtLeast(target.value * (1.0 - 1e-6))
            } else {
                Bound::AtMost(target.value * (1.0 + 1e-6))
            };
            let met = column.iter().filter(|value| bound.is_met(**value)).count() as f64 / 1_000.0;
            let p = found.probability.value;
            // The figure's own chance lies within one part of a thousand, of others a sample tells.
            let slack = if target.column == 0 {
                0.0011
            } else {
                4.89 * (p * (1.0 - p) / 1_000.0).sqrt() + 0.0011
            };
            assert!((met - p).abs() <= slack, "{name}, {}: {met} and {p}", target.words);
        }
        let model = run.case.model();
        let report = run.report();
        let subject = reachsim::study::subject(model).expect("a figure");
        let all = report.trials().column(model, subject).values();
        let (ours, theirs) = (median(&figure), median(&all));
        let wide = figure[900] - figure[100];
        assert!((ours - theirs).abs() <= 0.01 * wide, "{name}: {ours} and {theirs}");
    }
}

#[test]
fn a_run_of_one_future_packs_none() {
    let run = cases::shipped("support-community", &["simulation.sampler=\"expected\""]);
    let stories = stories(&run);
    assert!(stories.futures.is_none() && stories.told.iter().all(|told| told.questions.is_none()));
    let page = page(&stories, Locale::En);
    assert!(!page.contains("<script") && !page.contains("id=\"ask\""));
}

#[test]
fn the_page_is_small_and_its_script_needs_nothing() {
    for name in ["support-community", "russia-2012"] {
        let run = cases::shipped(name, &["simulation.trials=2000"]);
        let page = page(&stories(&run), Locale::Ru);
        assert!(page.len() < PAGE, "{name}: {} bytes", page.len());
        let parts: Vec<&str> = page
            .split("<script")
            .skip(1)
            .map(|part| {
                part.split_once('>').expect("a tag").1.split("</script>").next().unwrap_or("")
            })
            .collect();
        let [futures, script] = parts[..] else { panic!("{} scripts", parts.len()) };
        assert!(futures.len() < PACKED, "{name}: {} bytes of futures", futures.len());
        assert!(script.len() < SCRIPT, "{} bytes of script", script.len());
        // The name of what is drawn is no address.
        let script = script.replace("http://www.w3.org/2000/svg", "");
        for needed in ["eval", "Function(", "fetch", "import", "XMLHttp", "http:"] {
            assert!(!script.contains(needed), "{needed}");
        }
        // Whoever has no script sees none of what it needs, and the script only what is there.
        assert_eq!(
            page.matches("class=\"asks\"").count(),
            page.matches("class=\"asks\" hidden").count()
        );
        for id in script.split("at(\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            assert!(page.contains(&format!("id=\"{id}\"")), "no element is `{id}`");
        }
    }
}

#[test]
fn a_hundred_dots_are_filled_as_the_words_say() {
    let run = cases::shipped("five-reasons", &["simulation.trials=2000"]);
    let stories = stories(&run);
    let page = page(&stories, Locale::En);
    let answer = &stories.told[0].answer;
    let drawn: Vec<usize> = page
        .split("class=\"met\" d=\"")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap_or("").matches("h0").count())
        .collect();
    let filled: Vec<usize> = answer.targets.iter().map(|dots| usize::from(dots.filled)).collect();
    assert!(filled.len() > 3, "{filled:?}");
    assert_eq!(drawn, filled);
}

#[test]
fn no_two_links_and_no_two_folds_have_one_name() {
    for (name, locale) in [("support-community", Locale::En), ("russia-2012", Locale::Uk)] {
        let run = cases::shipped(name, &["simulation.trials=1000"]);
        let page = page(&stories(&run), locale);
        for (open, close) in [("<summary>", "</summary>"), ("<a download=", "</a>")] {
            let mut names: Vec<&str> = page
                .split(open)
                .skip(1)
                .filter_map(|rest| rest.split(close).next())
                .map(|rest| rest.rsplit('>').next().unwrap_or(rest))
                .collect();
            let all = names.len();
            names.sort_unstable();
            names.dedup();
            assert!(all > 10, "{open}: {all}");
            assert_eq!(names.len(), all, "{name}, {open}");
        }
    }
}

#[test]
fn a_colour_of_every_picture_has_another_in_the_dark() {
    let run = cases::shipped("support-community", &["simulation.trials=1000"]);
    let page = page(&stories(&run), Locale::En);
    let (style, body) = page.split_once("</style>").expect("a style sheet");
    let figures: Vec<&str> =
        body.split("<figure>").skip(1).filter_map(|rest| rest.split("</figure>").next()).collect();
    assert!(figures.len() > 8);
    for figure in figures {
        for (place, _) in figure.match_indices("=\"#") {
            let painted = figure[place + 2..].split('"').next().unwrap_or("");
            assert!(style.contains(&format!("[fill=\"{painted}\"]")), "{painted} stays as it is");
        }
    }
}
